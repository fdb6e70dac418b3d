"""A better text for both, after signature, if all want to see it.

H. Raiffa, "Post-Settlement Settlements", Negotiation Journal 1 (1985): once an agreement is signed, a third party looks
whether there is a text that is better for all of them; who prefers the signed one keeps it, and has a veto. INSPIRE (G.
Kersten and S. Noronha, "WWW-based Negotiation Support", Decision Support Systems 25, 1999) was the first to offer it to
everybody who negotiated by computer. Nothing of it enters a record or a score: what is told is what it would have been
worth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import prod
from typing import Literal

from game.analysis import (
    ORDINARY_BUDGET,
    Deal,
    Points,
    Space,
    Threshold,
    aftermath_sheet,
    frontier,
    space_of,
    thresholds,
    worth,
)
from game.debrief.debrief import Debrief
from game.debrief.instead import judged
from game.debrief.one_word import Change
from game.scenario import Band, lowest_band
from game.talks.audiences import as_woken
from game.text import DelegationId, Outcome

Stage = Literal["ask", "declined", "none", "unknown", "offer", "kept", "taken"]
"""Somebody is still to say whether to look; not all wanted to; all did, and no text is better, or none was found in
the budget; a better one lies on the table; not all took it; all did."""

_BUDGET = replace(ORDINARY_BUDGET, work=10 * ORDINARY_BUDGET.work)
"""Every ally, every parliament and everybody's aftermath are thresholds here: to compare so many sheets is dear, but
few texts are above all of them."""
_NEAREST = DelegationId("nearest")
"""Whoever counts the words that two texts share."""


@dataclass(frozen=True, eq=False)
class Search:
    """What was found of better texts."""

    change: Change | None
    """The signed text and the better one."""
    exact: bool
    """Whether all texts were looked at."""


def better_text(debrief: Debrief) -> Search:
    """The text on the frontier that gives everybody at least what the signed one does, by its words and with what came
    later, somebody more by its words, and that allies and parliaments would have kept.

    Of several the one with the largest product of gains over the signed text (most delegations that gain come first,
    as in `Fair.nash`); of texts with the same points the one with the most of the signed words. Raises `ValueError`
    where nothing was signed.
    """
    signed = debrief.course.signed
    if signed is None:
        raise ValueError("there is no signed text")
    before = judged(debrief.course, signed)
    space = _space(debrief, signed)
    least = {who: int(worth(sheet, signed)) for who, sheet in space.sheets.items()}
    found = frontier(space, tuple(space.sheets), least)
    for deal in sorted(found.deals(), key=lambda deal: _product(deal, tuple(least.values())), reverse=True):
        if deal.points == tuple(least.values()):
            break
        change = Change(before, judged(debrief.course, _nearest(space, deal, signed)))
        if _nobody_loses(change):
            return Search(change, found.exact)
    return Search(None, found.exact)


def _space(debrief: Debrief, signed: Outcome) -> Space:
    """The texts that keep to all red lines and mandates, have no wording that was barred, please allies and parliaments
    with a vote, in the mood that closing statements left them in, and bring nobody less with the aftermath."""
    scenario, end = debrief.scenario, debrief.course.end
    barred = {(shift.issue, shift.option) for shift in end.barred}
    choices = {
        issue.id: [option.id for option in issue.options if (issue.id, option.id) not in barred]
        for issue in scenario.text.issues
    }
    outside = thresholds(replace(scenario, judgements=as_woken(end))).values()
    lowest = lowest_band(end.goodwill)
    later = [_with_aftermath(debrief, who, signed, lowest) for who in scenario.ids] if scenario.aftermath else []
    return space_of(scenario, choices, thresholds=(*outside, *later), budget=_BUDGET)


def _with_aftermath(debrief: Debrief, who: DelegationId, signed: Outcome, lowest: Band) -> Threshold:
    """What the signed text is worth to a delegation with what came later: no better text is worth less."""
    sheet = debrief.scenario.instructions[who]
    later = aftermath_sheet(debrief.scenario, who, lowest)
    points = {
        issue: {option: mine + later.points[issue][option] for option, mine in row.items()}
        for issue, row in sheet.points.items()
    }
    both = Points(points, (*sheet.pairs, *later.pairs))
    return Threshold(both, int(worth(both, signed)))


def _product(deal: Deal, least: Sequence[int]) -> tuple[int, int, list[int]]:
    """How many gain, the product of their gains, and where that is the same, what the least of them gain."""
    gains = sorted(mine - was for mine, was in zip(deal.points, least, strict=True) if mine > was)
    return len(gains), prod(gains), gains


def _nearest(space: Space, deal: Deal, signed: Outcome) -> Outcome:
    """Of the texts with these points the one that has most of the signed words."""
    same = {
        issue.id: {option.id: float(option.id == signed[issue.id]) for option in issue.options}
        for issue in space.text.issues
    }
    exactly = (Threshold(sheet, least) for sheet, least in zip(space.sheets.values(), deal.points, strict=True))
    near = replace(space, sheets={_NEAREST: Points(same)}, thresholds=(*space.thresholds, *exactly))
    found = frontier(near)
    return found[0].text if len(found) else deal.text


def _nobody_loses(change: Change) -> bool:
    """Whether it would have been kept, and nobody had less of it, also as closing statements would have read it."""
    gains = change.gains.values()
    return change.after.kept and all(min(gain.words + gain.pairs, gain.total) >= 0 for gain in gains)


@dataclass(frozen=True, eq=False)
class Settlement:
    """The offer: who has answered what. Every answer makes the next value; nobody's answer is told to anybody but as
    all of them together."""

    debrief: Debrief
    persons: tuple[DelegationId, ...]
    """Who answers for themselves, in the order of the table. The computer wants to see it, and takes it where it is
    worth more to it."""
    wants: Mapping[DelegationId, bool] = field(default_factory=dict)
    takes: Mapping[DelegationId, bool] = field(default_factory=dict)
    looked: bool = False
    """Where no person sits at the table: whether who watches has asked for it."""

    @classmethod
    def of(cls, debrief: Debrief) -> Settlement | None:
        """The offer before anybody has answered; None where nothing was signed."""
        seats = debrief.course.record.seats
        persons = tuple(who for who in debrief.scenario.ids if seats.get(who) == "person")
        return cls(debrief, persons) if debrief.course.signed is not None else None

    @cached_property
    def stage(self) -> Stage:
        """How far it has come."""
        if len(self.wants) < len(self.persons) or not (self.persons or self.looked):
            return "ask"
        if not all(self.wants.values()):
            return "declined"
        if self.found.change is None:
            return "none" if self.found.exact else "unknown"
        if len(self.takes) < len(self.persons):
            return "offer"
        return "taken" if all(self.taken.values()) else "kept"

    @property
    def due(self) -> DelegationId | None:
        """Whose answer is waited for; None where it is nobody's, or that of whoever watches."""
        answered = {"ask": self.wants, "offer": self.takes}.get(self.stage, {})
        waiting = self.persons if self.stage in ("ask", "offer") else ()
        return next((who for who in waiting if who not in answered), None)

    def answered(self, yes: bool) -> Settlement:
        """With the answer of whoever is due. Raises `ValueError` where nobody is asked anything."""
        who = self.due
        if self.stage == "ask":
            if who is None:
                return replace(self, looked=yes)
            return replace(self, wants={**self.wants, who: yes})
        if who is None:
            raise ValueError("nobody is asked anything")
        following = replace(self, takes={**self.takes, who: yes})
        # It was looked for once, and is the same for everybody.
        following.__dict__["found"] = self.found
        return following

    @cached_property
    def found(self) -> Search:
        """The better text. It is looked for only when all have said that they want to see it."""
        return better_text(self.debrief)

    @property
    def shown(self) -> Change | None:
        """The signed text and the better one, once all have said that they want to see it."""
        return self.found.change if self.stage in ("offer", "kept", "taken") else None

    @cached_property
    def taken(self) -> Mapping[DelegationId, bool]:
        """Who takes the better text: persons as they said, the computer where it is worth more to it, all in all."""
        change = self.found.change
        if change is None:
            return {}
        return {
            who: self.takes[who] if who in self.persons else change.gains[who].total > 0
            for who in self.debrief.scenario.ids
        }
