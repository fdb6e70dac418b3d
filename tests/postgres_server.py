"""A real PostgreSQL for the tests that need one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from benchmarks.classroom.postgres import lacking, running


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server that runs meanwhile; tests that need it are skipped where there can be none."""
    if why := lacking():
        pytest.skip(why)
    with running(durable=False) as address:
        yield address
