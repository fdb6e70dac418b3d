"""What an edition must be, as it is written: exact, over all its texts."""

from __future__ import annotations

from functools import cache

import pytest

from game.analysis import Analysis, analyse
from game.scenario import Audience, Scenario, load
from game.text import IssueId
from tests.library import source

EDITIONS = [
    ("istanbul-communique-1994", "turned"),
    ("warsaw-at-the-table", "double"),
    ("founding-act-1997", "double"),
]


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
