"""What a computer delegation makes of its view before it moves: its aim, its plan, and what it may use for it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from game.analysis import HASTY, Points, Profile, Reply, profile
from game.delegations.estimate import Worths, others_worth, rebuffs
from game.scenario import Instructions
from game.talks import Consult, Package, View
from game.talks.events import Conferred, Declined, Proposed
from game.text import DelegationId, IssueId, OptionId, Outcome, agreed_in

_RESERVE = 0.25
"""Share of the talks before the deadline by which its aim has come down: a text must still be closed and initialled."""
_THEIR_HOPE = 0.6
"""Share of what the others hope for that its own first aim leaves them."""
_LAST_HOURS = 0.15
"""Share of the talks at the end in which even the floor comes down to the walk-away."""
_TAKEN_FOR_NO = 4
"""Refusals of one wording after which it looks for another."""
_SETTLES = 0.8
"""Where between the floor and its aim lies what it takes rather than asks."""
_HARDLY_ANY = 0.02
"""Share of what the others hope for, for each issue, that a package may cost them by its own estimate."""
_GUARD = 0.6
"""What is added to the floor of its aim when they have moved less than it has: reciprocity, not the clock."""


@dataclass(frozen=True)
class Mind:
    """One delegation's reading of its own view. Everything here follows from the view alone."""

    view: View

    @cached_property
    def sheet(self) -> Instructions:
        """Its own instructions."""
        return self.view.seat.instructions

    @cached_property
    def mandate(self) -> Mapping[IssueId, frozenset[OptionId]]:
        """What it may propose in each issue now."""
        return self.view.seat.mandate

    @property
    def position(self) -> Outcome:
        """Where it stands."""
        return self.view.positions[self.view.who]

    @cached_property
    def theirs(self) -> Worths:
        """Its estimate of the others."""
        return others_worth(self.view)

    @cached_property
    def choices(self) -> dict[IssueId, list[OptionId]]:
        """The options that a text may still have: what is agreed, and else what nobody has ruled out."""
        return self._choices(final=self.view.hours_left < self.view.scenario.clock.answer + 5)

    @cached_property
    def rebuffs(self) -> Counter[tuple[IssueId, OptionId]]:
        """How often each of its wordings was refused."""
        return rebuffs(self.view)

    def _choices(self, *, final: bool) -> dict[IssueId, list[OptionId]]:
        found: dict[IssueId, list[OptionId]] = {}
        ruled_out = {(shift.issue, shift.option) for shift in self.view.never}
        for issue in self.view.scenario.text.issues:
            if issue.id in self.view.agreed:
                found[issue.id] = [self.view.agreed[issue.id]]
                continue
            red = self.sheet.red_lines.get(issue.id, frozenset())
            usable = [o.id for o in issue.options if o.id not in red and (issue.id, o.id) not in ruled_out]
            if final:
                usable = [o for o in usable if o in self.mandate[issue.id] or o == self.position[issue.id]]
            open_to_them = [o for o in usable if self.rebuffs[issue.id, o] < _TAKEN_FOR_NO]
            found[issue.id] = open_to_them or usable or [self.position[issue.id]]
        return found

    @cached_property
    def aim(self) -> int:
        """Points that it works for now: high at first, near the walk-away late, higher against who does not move."""
        start, _ = self._hope_and_fair
        spent = min(1.0, self.view.hours / ((1 - _RESERVE) * self.view.scenario.calendar.hours))
        held = 1.0 - math.pow(spent, 0.6 + 1.6 * self.sheet.temperament.patience)
        return round(self.floor + held * max(0, start - self.floor))

    @cached_property
    def floor(self) -> int:
        """Points below which its aim does not fall: above the walk-away, and more so against who has moved less."""
        temper = self.sheet.temperament
        walk_away = self.sheet.reservation_value
        _, fair = self._hope_and_fair
        floor = walk_away + 1 + round((1 - temper.generosity) * 0.5 * max(0, fair - walk_away - 1))
        if self._moved(self.view.who) > self._least_moved + 0.5:
            floor = max(floor, walk_away + 1 + round(_GUARD * max(0, fair - walk_away - 1)))
        late = min(1.0, self.view.hours_left / (_LAST_HOURS * self.view.scenario.calendar.hours))
        return walk_away + 1 + round(late * (floor - walk_away - 1))

    @cached_property
    def _hope_and_fair(self) -> tuple[int, int]:
        reach = self._profile(self._choices(final=False))
        walk_away = self.sheet.reservation_value
        if not len(reach):
            return walk_away, walk_away
        mine, theirs = reach.mine, reach.theirs
        hoped = mine[theirs >= _THEIR_HOPE * theirs.max()]
        hope = int(hoped[-1]) if len(hoped) else walk_away
        product = (mine - walk_away).clip(0) * theirs
        fair = int(mine[product == product.max()][-1])
        return max(hope, fair), fair

    def _profile(self, choices: Mapping[IssueId, Sequence[OptionId]]) -> Profile:
        """What is to be had between its own sheet and its estimate of the others, with these choices."""
        return profile(self.view.scenario.text, self.sheet, Points(self.theirs), choices, budget=HASTY)

    def _aiming(self, choices: Mapping[IssueId, Sequence[OptionId]], aim: int) -> Reply | None:
        """The best text for the others that gives it what it aims at; if none does, the best for itself."""
        found = self._profile(choices)
        return found.reply(aim) or found.best_for_me

    def _moved(self, who: DelegationId) -> float:
        """How far a delegation has come from its opening: for each issue, the share of the ladder it has given."""
        text, opening = self.view.scenario.text, self.view.scenario[who].opening
        places = {issue.id: [issue.rank(self.view.positions[who][issue.id])] for issue in text.issues}
        for event in self.view.record:
            if isinstance(event, Proposed) and event.by == who:
                for shift in event.shifts:
                    if shift.delegation == who:
                        places[shift.issue].append(text[shift.issue].rank(shift.option))
        return sum(
            max(abs(place - issue.rank(opening[issue.id])) for place in places[issue.id]) / (len(issue.options) - 1)
            for issue in text.issues
        )

    @cached_property
    def _least_moved(self) -> float:
        return min(self._moved(other.id) for other in self.view.others)

    @cached_property
    def plan(self) -> Reply | None:
        """The text that it works towards."""
        return self._aiming(self.choices, self.aim)

    def within(self, issue: IssueId, option: OptionId) -> bool:
        """Whether it may move there itself now."""
        return option == self.position[issue] or option in self.mandate[issue]

    def may_ask(self, issue: IssueId) -> bool:
        """Whether the capital would widen its mandate in an issue if it asked now."""
        return any(isinstance(move, Consult) and move.issues == (issue,) for move in self.view.legal.moves)

    def asked(self, issue: IssueId) -> bool:
        """Whether a cable about an issue is out."""
        return any(issue in cable.issues for cable in self.view.seat.cables)

    @cached_property
    def refused(self) -> frozenset[tuple[IssueId, OptionId]]:
        """The wordings over which the others have declined."""
        return frozenset(
            (event.word, event.option)
            for event in self.view.record
            if isinstance(event, Declined) and event.by != self.view.who and event.word and event.option
        )

    @cached_property
    def already_tabled(self) -> frozenset[frozenset[tuple[DelegationId, IssueId, OptionId]]]:
        """The packages that it has put on the table before."""
        return frozenset(
            frozenset((s.delegation, s.issue, s.option) for s in event.shifts)
            for event in self.view.record
            if isinstance(event, Proposed) and event.by == self.view.who
        )

    @property
    def tabled_lately(self) -> bool:
        """Whether one of its last two moves put something on the table: to say it again would be noise."""
        mine = [event for event in self.view.record if event.by == self.view.who and not isinstance(event, Conferred)]
        return any(isinstance(event, Proposed) for event in mine[-2:])

    def gain(self, package: Package) -> dict[IssueId, float]:
        """What a package gives it in each issue over what its plan counts on; a bracket left open gives nothing."""
        target = self.plan.text if self.plan else self.position
        after = self.view.after(package.shifts)
        gains: dict[IssueId, float] = {}
        for issue in package.issues:
            mine = after[self.view.who][issue]
            closed = all(stand[issue] == mine for stand in after.values())
            gain = self.sheet.points[issue][mine] - self.sheet.points[issue][target[issue]]
            gains[issue] = gain if closed else min(0, gain)
        return gains

    @property
    def settles_for(self) -> int:
        """Points that it takes when they are offered; it asks for more."""
        return self.floor + round(_SETTLES * (self.aim - self.floor))

    @cached_property
    def _settling_plan(self) -> Reply | None:
        return self._aiming(self.choices, self.settles_for)

    def closes_well(self, package: Package) -> bool:
        """Whether a package leaves no bracket, and a text that gives what it would settle for."""
        whole = agreed_in(self.view.after(package.shifts))
        return len(whole) == len(self.position) and self.view.worth(whole) >= self.settles_for

    def costs_nothing(self, package: Package) -> bool:
        """Whether, with a package's words fixed, a text can still give it what it would settle for, at hardly any
        loss to the others: then the package stands in the way of nothing."""
        settle_for, before = self.settles_for, self._settling_plan
        after = self.view.after(package.shifts)
        fixed = dict(self.choices)
        for issue in package.issues:
            mine = after[self.view.who][issue]
            if all(stand[issue] == mine for stand in after.values()):
                fixed[issue] = [mine]
        with_it = self._aiming(fixed, settle_for)
        if before is None or with_it is None or with_it.mine < min(settle_for, before.mine):
            return False
        whole = sum(max(worths.values()) for worths in self.theirs.values())
        return before.theirs - with_it.theirs <= _HARDLY_ANY * whole * len(package.issues)

    def can_still_reach(self, package: Package) -> bool:
        """Whether the walk-away can still be had after a package: never sign, or drift, below it."""
        after = self.view.after(package.shifts)
        best = {
            issue: max((stand[issue] for stand in after.values()), key=lambda o: self.sheet.points[issue][o])
            for issue in after[self.view.who]
        }
        return self.sheet.utility(best) >= self.sheet.reservation_value
