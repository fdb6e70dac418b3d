"""A store that does not keep or give back what it is asked for, with the kind of fault and what goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from game.table import StoreError, StoreFault


@contextmanager
def refusing(kind: StoreFault, **told: object) -> Iterator[pytest.ExceptionInfo[StoreError]]:
    """What is done inside is refused by a store: of this kind, with these values."""
    with pytest.raises(StoreError) as raised:
        yield raised
    fault = raised.value
    assert fault.kind == kind
    assert {name: getattr(fault, name) for name in told} == told
