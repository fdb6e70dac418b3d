"""What the analysis does not take, it refuses in a sentence rather than round it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.analysis import HASTY_BUDGET, Budget, Points, Space, Threshold, best_reply, census, frontier, profile
from game.analysis.meet_in_the_middle import texts_by_arc
from game.text import IssueId
from tests.analysis.test_budget import hopeless
from tests.analysis.worlds import world


@pytest.fixture
def small() -> Space:
    """Three issues of three options between two delegations."""
    return world(Random(8), [3, 3, 3], seats=2, exclusions=0, pairs=1, thresholds=0, shut=0).space


def halved(space: Space) -> Points:
    """A sheet with half points."""
    return Points({issue.id: {option.id: 0.5 for option in issue.options} for issue in space.text.issues})


def test_a_sheet_has_whole_points(small: Space) -> None:
    """Fractions are for estimates of others; anywhere else they could make a wrong answer look exact."""
    one, other = small.sheets
    fractions = replace(small, sheets={one: halved(small), other: small.sheets[other]})
    with pytest.raises(ValueError, match="whole numbers"):
        frontier(fractions)
    with pytest.raises(ValueError, match="whole numbers"):
        census(fractions, {one: 0})
    with pytest.raises(ValueError, match="whole numbers"):
        best_reply(small.text, halved(small), small.sheets[other], 0)
    assert best_reply(small.text, small.sheets[one], halved(small), 0) is not None


@pytest.mark.parametrize("least", [1.5, float("inf"), float("nan"), 2**63])
def test_a_threshold_is_a_whole_number(small: Space, least: float) -> None:
    """Neither fractions nor infinity."""
    with pytest.raises(ValueError, match="whole number"):
        Threshold(next(iter(small.sheets.values())), least)  # type: ignore[arg-type]


def test_a_misspelt_issue_is_no_choice(small: Space) -> None:
    """A choice in an issue that there is not would be passed over in silence."""
    one, other = small.sheets.values()
    with pytest.raises(KeyError, match="no issue"):
        profile(small.text, one, other, {IssueId("statsu"): []})


def test_a_frontier_is_between_somebody(small: Space) -> None:
    """Nobody has no frontier."""
    with pytest.raises(ValueError, match="one delegation"):
        frontier(small, ())


def test_no_reply_is_certain_only_where_the_profile_is_exact() -> None:
    """Within a small budget a reply may not be found; the profile says that it is not all."""
    space = hopeless(0)
    one, other = list(space.sheets.values())[:2]
    assert not profile(space.text, one, other, budget=HASTY_BUDGET).exact


def test_halves_keep_to_the_budget(small: Space) -> None:
    """Neither too many rows nor too many bits are made: where they would be, there is no count."""
    limits = [(gains, 0) for gains in small.gains.values()]
    assert texts_by_arc(small.diagram, limits, small.all_arcs, Budget(held=2)) is None
    assert texts_by_arc(small.diagram, limits, small.all_arcs, Budget(work=0)) is None
    chance = Random(9)
    wide = world(chance, [4] * 16, seats=4, exclusions=0, pairs=0, thresholds=0, shut=0).space
    sheets = {
        who: Points({i.id: {o.id: chance.randint(-1000, 1000) for o in i.options} for i in wide.text.issues})
        for who in wide.sheets
    }
    many = replace(wide, sheets=sheets)
    limits = [(gains, 0) for gains in many.gains.values()]
    assert texts_by_arc(many.diagram, limits, many.all_arcs, Budget(held=200_000)) is None
