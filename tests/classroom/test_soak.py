"""A class goes on for a minute, with mishaps, and its host is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.classroom.soak import soaked


@pytest.mark.slow
def test_a_host_does_not_grow_and_has_nothing_to_complain_of(tmp_path: Path) -> None:
    """Thirty-six robots in a hurry, a mishap every half second: nobody is lost, memory is flat when all is warm, and
    the log is empty. A whole lesson: `python -m tests.classroom.soak --seconds 4500 --pace 1`."""
    if not Path("/proc/self/statm").exists():
        pytest.skip("this system does not tell how much memory a process has")
    found, log = soaked(tmp_path, 60.0, 0.05)
    assert log == ""
    assert found.away == 0
    assert found.mishaps > 20
    assert found.moves > 100
    assert abs(found.growth(1 / 3)) < 10
