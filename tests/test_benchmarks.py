"""The benchmarks run, and say what they must say."""

from __future__ import annotations

import json

import pytest

from benchmarks import startup
from benchmarks.__main__ import main


@pytest.mark.slow
def test_the_start_is_measured_beside_a_bare_window(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every row names its case, both figures, their ratio and the unit; the first frame costs a few bare windows."""
    monkeypatch.setattr(startup, "RUNS", 3)
    assert main(["startup", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {tuple(sorted(row)) for row in rows} == {("case", "ours", "peer", "ratio", "unit")}
    assert all(0 < row["ratio"] < 12 for row in rows)
