"""The benchmarks run, and say what they must say."""

from __future__ import annotations

import json
from importlib.util import find_spec

import pytest

from benchmarks import analysis, startup
from benchmarks.__main__ import main
from benchmarks.domains import domain
from game.analysis import frontier, texts_in

KEYS = {("case", "ours", "peer", "ratio", "unit")}


@pytest.mark.slow
def test_the_start_is_measured_beside_a_bare_window(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every row names its case, both figures, their ratio and the unit; the first frame costs a few bare windows."""
    monkeypatch.setattr(startup, "RUNS", 3)
    assert main(["startup", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {tuple(sorted(row)) for row in rows} == KEYS
    assert all(0 < row["ratio"] < 12 for row in rows)


@pytest.mark.slow
def test_the_analysis_is_measured_beside_negmas() -> None:
    """Both find frontiers of the same size on the same domain; ours hundreds of times faster already at 10^5 texts,
    and its memory does not grow with the texts."""
    if find_spec("negmas") is None:
        pytest.skip("negmas is not installed: pip install .[bench]")
    ours, theirs = analysis.measure("ours", 5, 2), analysis.measure("negmas", 5, 2)
    quick = analysis.measure("mobanos", 5, 2)
    assert ours is not None
    assert theirs is not None
    assert quick is not None
    assert ours.points == theirs.points == quick.points
    assert theirs.seconds / ours.seconds > 300
    assert quick.seconds / ours.seconds > 2
    assert theirs.memory > 10 > ours.memory
    replies, others = analysis.measure("replies", 0, 0), analysis.measure("mobanos-replies", 0, 0)
    assert replies is not None
    assert others is not None
    assert others.seconds / replies.seconds > 5


@pytest.mark.slow
def test_huge_and_tangled_texts_cost_little_more() -> None:
    """10^12 texts with pair terms and exclusions take less than fifty times what 10^6 without take."""
    small, huge = analysis.measure("ours", 6, 2), analysis.measure("tangled", 12, 2)
    assert small is not None
    assert huge is not None
    assert huge.seconds / small.seconds < 50


@pytest.mark.parametrize("power", [3, 9, 15])
def test_a_domain_has_as_many_texts_as_it_says(power: int) -> None:
    """Seeded domains: the same each time, additive or tangled, with points that disagree."""
    made = domain(power, 3)
    assert made == domain(power, 3)
    assert texts_in(made.space()) == 10**power
    tangled = domain(power, 2, tangled=True).space()
    assert 0 < texts_in(tangled) < 10**power
    assert len(frontier(tangled)) > 10


def test_without_the_peer_its_side_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where negmas is not installed a row has our figure and no ratio."""
    monkeypatch.setattr(analysis, "find_spec", lambda _: None)
    assert analysis.measure("negmas", 3, 2) is None
    assert analysis.row("a case", 2.0, None, "ms") == {
        "case": "a case",
        "ours": 2.0,
        "peer": None,
        "ratio": None,
        "unit": "ms",
    }
