"""What earlier talks leave to those that follow them."""

from __future__ import annotations

from game.scenario import HappeningId, Inheritance, Past, Scenario, Sequel, lowest_band
from game.talks.causes import LeftBehind
from game.talks.events import Happened
from game.talks.happenings import apply
from game.talks.ledger import hear, temper
from game.talks.talks import Talks
from game.text import IssueId, Outcome

EARLIER = HappeningId("earlier-talks")
"""The id under which everybody hears what earlier talks have left, as news without a title."""


def inherit(talks: Talks, sequel: Sequel, past: Past) -> Talks:
    """The opening of talks that follow others: goodwill as it ended there, and what the words won there change here,
    each with the sentence that says why."""
    if sequel.goodwill:
        # There they may have sat in another order.
        there = {**{(other, one): value for (one, other), value in past.goodwill.items()}, **past.goodwill}
        for (one, other), begins in talks.goodwill.items():
            change = there.get((one, other), begins) - begins
            talks = temper(talks, one, [other], change, LeftBehind(), None)
    if past.outcome is None:
        return _left(talks, sequel.no_text) if sequel.no_text else talks
    degrees = past.binds

    def binding(_: Outcome, issue: IssueId) -> int:
        return degrees.get(issue, 0)

    for entry in sequel.words:
        if entry.condition.met(past.outcome, binding, lowest_band(past.goodwill)):
            talks = _left(talks, entry)
    return talks


def _left(talks: Talks, entry: Inheritance) -> Talks:
    """One thing that earlier talks have left: everybody hears of it, and whose number changes hears why."""
    told = Happened(at=talks.hours, happening=EARLIER, title="", story=entry.because)
    return apply(hear(talks, told), entry.effects, EARLIER)


def past_of(talks: Talks) -> Past:
    """What is left of finished talks for those that follow."""
    scenario: Scenario = talks.scenario
    signed = talks.agreed if talks.signed else None
    binds = {issue: scenario.binding(signed, issue) for issue in signed} if signed else {}
    return Past(scenario.id, dict(talks.goodwill), signed, binds)
