"""What an edition must be, as it is written: exact, over all its texts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from game.analysis import Analysis, analyse, space_of
from game.analysis.frontier import frontier
from game.analysis.improvements import place
from game.scenario import Audience, Scenario, load
from game.text import IssueId, OptionId
from tests.analysis.test_calibration import APPROPRIATE, CERTAINLY, ROLE, STATUS, VOICE, after
from tests.library import MAIN, source

EDITIONS = [
    ("istanbul-communique-1994", "turned"),
    ("warsaw-at-the-table", "double"),
    ("founding-act-1997", "double"),
    (MAIN, "lesson"),
    (MAIN, "double"),
]
OF_MAIN = ["lesson", "double"]


@cache
def edition(name: str, which: str) -> Scenario:
    """A shipped scenario in one of its editions."""
    return load(source(name), name, which)


@cache
def found(name: str, which: str) -> Analysis:
    """All its numbers, each of them exact."""
    looked = analyse(edition(name, which))
    assert looked.exact
    return looked


@pytest.mark.parametrize(("name", "which"), EDITIONS)
def test_history_is_agreeable(name: str, which: str) -> None:
    """All prefer the historical text to walking away, and it lies within five points of the frontier."""
    history = found(name, which).historical
    assert history is not None
    assert history.agreeable
    assert history.place is not None
    assert history.place.exact
    assert history.place.distance <= 5


@pytest.mark.parametrize(("name", "which"), EDITIONS)
def test_every_seat_has_something_to_win_and_to_lose(name: str, which: str) -> None:
    """Among the texts that give everybody the walk-away each delegation can have ten points more than its own, or
    hardly more than it; and every audience is pleased by a tenth of those that it judges, and displeased by as many."""
    told, looked = edition(name, which), found(name, which)
    assert looked.agreeable
    assert looked.approval is not None
    agreeable = [
        deal.points
        for deal in looked.frontier.deals()
        if all(
            points >= told.instructions[who].reservation_value
            for who, points in zip(told.ids, deal.points, strict=True)
        )
    ]
    for n, who in enumerate(told.ids):
        gains = [points[n] - told.instructions[who].reservation_value for points in agreeable]
        assert max(gains) >= 10
        assert min(gains) <= 5
    for audience in told.audiences:
        against, asked = looked.approval.against[audience.id], _asked(looked, audience)
        assert against is not None
        assert 0.1 <= against / asked <= 0.9, audience.id


def _asked(looked: Analysis, audience: Audience) -> int:
    """How many of the agreeable texts an audience judges: a parliament only those on which it has a vote."""
    assert looked.census is not None
    if audience.power != "ratify" or not audience.votes:
        return looked.census.texts
    ((issue, options),) = audience.votes.items()
    return sum(looked.census.having[issue][option] for option in options)


@pytest.mark.parametrize("which", OF_MAIN)
def test_the_status_in_the_main_scenario(which: str) -> None:
    """Nobody can agree on a direct voice, and few on a consultative role; *as appropriate* is the commonest status of
    the agreeable texts and of those that could be kept, and the fairest; neither side likes it best."""
    told, looked = edition(MAIN, which), found(MAIN, which)
    census, nash, approval = looked.census, looked.fair.nash, looked.approval
    assert census
    assert nash
    assert approval
    assert approval.kept
    assert census.having[STATUS].get(VOICE, 0) == 0
    assert 0 < census.share(STATUS, ROLE) < 0.15
    for counted in (census, approval.kept):
        assert _commonest(counted.having[STATUS]) == APPROPRIATE
    assert nash.text[STATUS] == APPROPRIATE
    for sheet in told.instructions.values():
        assert _commonest(sheet.points[STATUS]) != APPROPRIATE


def _commonest(row: Mapping[OptionId, int]) -> OptionId:
    return max(row, key=lambda option: row[option])


@pytest.mark.parametrize("which", OF_MAIN)
@pytest.mark.parametrize("inclusive", [False, True], ids=["before", "after"])
def test_history_on_either_side_of_what_the_president_said(which: str, inclusive: bool) -> None:
    """Both prefer the text of 22 June to walking away before “Certainly we will sign it” and after it, it lies within
    five points of the frontier, and no ally and no parliament that has a vote bars it."""
    told = after(edition(MAIN, which), CERTAINLY, inclusive=inclusive)
    assert told.history is not None
    text = told.history.outcome
    for sheet in told.instructions.values():
        assert sheet.utility(text) >= sheet.reservation_value
    space = space_of(told)
    assert place(space, text, frontier(space)).distance <= 5
    for audience in told.audiences:
        if audience.power == "consent" or audience.has_vote(text):
            judgement = told.judgements[audience.id]
            assert judgement.utility(text) >= judgement.threshold


@pytest.mark.parametrize("which", OF_MAIN)
def test_vague_words_are_easy_to_sign_and_dear_later(which: str) -> None:
    """The lesson of the whole holds in its editions: with a vague wording more texts are agreeable, and at correct
    goodwill it costs both sides later; in the mean the agreeable texts bring little."""
    aftermath = found(MAIN, which).aftermath
    slopes, mean = aftermath.dearer("correct"), aftermath.mean("correct")
    assert aftermath.easier
    assert slopes
    assert mean
    assert aftermath.easier > 0 > max(slopes)
    assert all(abs(points) <= 2.5 for points in mean)


def test_in_istanbul_the_other_two_issues_are_the_dear_ones() -> None:
    """The two issues that weigh most on a sheet are those that weigh least on it in the whole scenario."""
    name, which = EDITIONS[0]
    for who in (whole := load(source(name), name)).ids:
        dear = [_two_dearest(told, who) for told in (whole, edition(name, which))]
        assert not dear[0] & dear[1]


def _two_dearest(told: Scenario, who: str) -> frozenset[IssueId]:
    rows = next(sheet.points for each, sheet in told.instructions.items() if each == who)
    weigh = {issue: max(row.values()) - min(row.values()) for issue, row in rows.items()}
    return frozenset(sorted(weigh, key=lambda issue: weigh[issue])[-2:])
