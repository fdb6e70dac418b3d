"""What every test gets: a home of its own for kept talks, and no window and no sound."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgres_server import serving

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many tests wait for other programs."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Look no more for what could be thrown away among what is there for all tests, and among the rest seldom: it took
    a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names for homes. None is made before somebody keeps something there: most tests keep nothing."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the talks of whoever runs it."""
    monkeypatch.setenv("AS_APPROPRIATE_HOME", str(next(_homes)))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL that the tests have begun; where that is not installed they are skipped."""
    with serving() as address:
        yield address
