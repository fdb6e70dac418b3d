"""The five measures, beside plain counting over every text, and beside what the analysis tells."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from game.analysis import place
from game.debrief import Debrief, measures
from game.text import Outcome
from tests.debrief.courses import debrief, random_debrief
from tests.library import DRILLS, EVERY

SHORT = "istanbul-communique-1994"


def every_text(talks: Debrief) -> list[Outcome]:
    """Every text that could be signed and gives everybody at least the walk-away, one by one."""
    issues = talks.scenario.text.issues
    whole = (
        dict(zip((issue.id for issue in issues), options, strict=True))
        for options in product(*([option.id for option in issue.options] for issue in issues))
    )
    sheets = talks.scenario.instructions
    return [
        text
        for text in whole
        if talks.scenario.text.conflict(text) is None
        and not talks.space.shut.intersection(text.items())
        and all(sheets[who].utility(text) >= talks.walk_away[who] for who in talks.scenario.ids)
    ]


@pytest.mark.parametrize("name", [SHORT, *DRILLS])
@pytest.mark.parametrize("seed", [1, 3, 4])
def test_the_largest_gains_are_those_of_plain_counting(name: str, seed: int) -> None:
    """In random games, signed or not: the most for each, and what was left for each with nobody worse off."""
    talks = random_debrief(name, seed)
    found, ids, sheets = measures(talks), talks.scenario.ids, talks.scenario.instructions
    gains = [[sheets[who].utility(text) - talks.walk_away[who] for who in ids] for text in every_text(talks)]
    assert found.exact
    assert [found.own[who].most for who in ids] == (
        [max(column) for column in zip(*gains, strict=True)] or [None] * len(ids)
    )
    signed = talks.course.signed
    if signed is None:
        assert found.left is None
        assert {own.gain for own in found.own.values()} == {0}
        assert found.fairness.shares == {}
        return
    mine = [sheets[who].utility(signed) - talks.walk_away[who] for who in ids]
    assert [found.own[who].gain for who in ids] == mine
    if min(mine) >= 0:
        better = [row for row in gains if all(a >= b for a, b in zip(row, mine, strict=True))]
        assert found.left == {who: max(row[n] for row in better) - mine[n] for n, who in enumerate(ids)}


def test_numbers_are_those_of_the_analysis() -> None:
    """The fair texts and the place of the signed text are what `analyse` tells of the same sheets."""
    talks = debrief("partnership-for-peace-1994", 2)
    found, told = measures(talks), talks.analysis
    assert told.fair.nash
    assert told.fair.kalai_smorodinsky
    for shares, deal in (
        (found.fairness.nash, told.fair.nash),
        (found.fairness.kalai_smorodinsky, told.fair.kalai_smorodinsky),
    ):
        for who, points in zip(talks.scenario.ids, deal.points, strict=True):
            most = found.own[who].most
            assert most
            assert shares[who] == Fraction(points - told.walk_away[who], most)
    lies = place(told.space, talks.course.signed or {}, told.frontier)
    assert found.left == dict(zip(told.frontier.delegations, lies.left, strict=True))


@pytest.mark.parametrize("name", EVERY)
def test_durability_and_neighbours_are_those_of_the_end(name: str) -> None:
    """What the tests brought is the aftermath in the score, and a ratified text is below no voting parliament's
    threshold, a consented one below no ally's."""
    for seed in (1, 2, 3):
        talks = random_debrief(name, seed)
        found, scores = measures(talks), talks.course.verdict.scores
        later = {who: score.part("aftermath") for who, score in scores.items()}
        assert (found.durability.points if found.durability else dict.fromkeys(later, 0)) == later
        if found.durability:
            assert 0 <= found.durability.held <= found.durability.tests == len(talks.scenario.aftermath)
            assert (found.durability.held == found.durability.tests) <= all(points >= 0 for points in later.values())
        assert [each.audience for each in found.neighbours] == [each.id for each in talks.scenario.audiences]
        if talks.course.signed is not None:
            for each in found.neighbours:
                audience = talks.scenario.audience(each.audience)
                if audience.power == "consent" or audience.has_vote(talks.course.signed):
                    assert each.surplus >= 0
