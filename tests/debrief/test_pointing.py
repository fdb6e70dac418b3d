"""Pointing at a place of the plane: the nearest text, exactly, at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from game.analysis import Budget, density
from game.debrief import Debrief, Pointer
from game.text import IssueId, OptionId, Outcome
from tests.debrief.courses import course, debrief
from tests.library import EVERY, MAIN

SMALL = "istanbul-communique-1994"


def signable(found: Debrief) -> list[Outcome]:
    """Every text that could be signed, one by one."""
    text = found.scenario.text
    issues = [[(issue.id, option.id) for option in issue.options] for issue in text.issues]
    every: list[dict[IssueId, OptionId]] = [dict(chosen) for chosen in product(*issues)]
    return [each for each in every if not found.space.shut & set(each.items()) and text.conflict(each) is None]


def test_every_place_of_a_small_plane() -> None:
    """At each whole place the nearest points, how many texts share them, and of those one that is least unlike the
    signed text: all as enumeration has it."""
    found = debrief(SMALL)
    mine = found.course.signed
    assert mine is not None
    one, other = found.scenario.ids
    pointer = Pointer(found, one, other, mine)
    sums = [tuple(found.scenario.instructions[who].utility(text) for who in (one, other)) for text in signable(found)]
    for x, y in product(range(20, 100, 7), repeat=2):
        pointed = pointer.at(x, y)
        assert pointed is not None
        a, b = pointed.points
        assert (a - x) ** 2 + (b - y) ** 2 == min((a - x) ** 2 + (b - y) ** 2 for a, b in sums)
        sharing = [text for text, each in zip(signable(found), sums, strict=True) if each == pointed.points]
        assert pointed.texts == len(sharing)
        assert pointed.text in sharing
        fewest = min(sum(text[issue] != mine[issue] for issue in mine) for text in sharing)
        assert sum(pointed.text[issue] != mine[issue] for issue in mine) == fewest == pointed.unlike


@pytest.mark.parametrize("name", EVERY)
def test_every_scenario_can_be_pointed_at(name: str) -> None:
    """Also the largest: a text with just those points, the walk-aways' among them, and as many as the density has."""
    found = Debrief(course(name)) if name != SMALL else debrief(name)
    one, other = found.scenario.ids[:2]
    pointer = Pointer(found, one, other, found.course.signed)
    whole = density(found.space, one, other)
    assert whole is not None
    assert pointer.exact
    pointed = pointer.at(found.walk_away[one], found.walk_away[other])
    assert pointed is not None
    place = whole.points.tolist().index(list(pointed.points))
    assert pointed.texts == whole.texts[place]
    assert pointed.points == tuple(found.scenario.instructions[who].utility(pointed.text) for who in (one, other))


def test_near_is_near_to_the_eye() -> None:
    """Where a point of one delegation is drawn much longer than a point of the other, another text is nearest."""
    found = debrief(SMALL)
    one, other = found.scenario.ids
    pointer = Pointer(found, one, other)
    sums = [[found.scenario.instructions[who].utility(text) for who in found.scenario.ids] for text in signable(found)]
    for axis, scale in enumerate(((1000.0, 1.0), (1.0, 1000.0))):
        pointed = pointer.at(58.5, 52.5, scale)
        assert pointed is not None
        place = (58.5, 52.5)[axis]
        assert abs(pointed.points[axis] - place) == min(abs(each[axis] - place) for each in sums)


def test_what_cannot_be_answered_is_not() -> None:
    """Where the budget leaves texts out, nothing is told."""
    found = Debrief(course(MAIN))
    found.__dict__["space"] = replace(found.space, budget=Budget(width=1))
    one, other = found.scenario.ids
    pointer = Pointer(found, one, other)
    assert not pointer.exact
    assert pointer.at(50, 50) is None
