"""What a computer delegation makes of its view before it moves: its aim, its plan, and what it may use for it.

Its numbers are judgements, tried on seeds 1 to 200 of the main scenario; `tests/delegations/test_calibration.py` asks
the same of what comes of them on seeds that nothing was tuned on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np

from game.analysis import HASTY_BUDGET, Points, Profile, Reply, Sheet, profile, worth
from game.delegations.closing import answer_in_time, hours_to_sign
from game.delegations.demands import beyond_what_was_barred, hearing, shut
from game.delegations.foresight import foreseen
from game.delegations.levels import ORDINARY, Level
from game.delegations.opponent_model import Worths, as_often_beyond, come, leaning, others_worth, rebuffs
from game.scenario import Couple, Instructions, couple, lowest_band
from game.talks import Consult, Package, View, breaking
from game.talks.tabled import Tabled
from game.text import DelegationId, IssueId, OptionId, Outcome, agreed_in

_LAST_HOURS = 0.15
"""Share of the talks at the end in which what it takes when it is offered comes down to the walk-away."""
_LOOKED_AT = 60
"""Points above its aim among which it looks for a text that its instructions let it sign."""
_MILDER = 8
"""So many texts that give it less than its aim are looked at when it has nothing else to say."""
_TAKEN_FOR_NO = 4
"""Refusals of one wording after which it looks for another."""
_A_ROUND = 2.0
"""Hours that it takes to ask for more and to be answered."""
_HARDLY_ANY = 0.02
"""Share of what the others hope for, for each issue, that a package may cost them by its own estimate."""
_CALM, _NEAR, _NEARLY = 0.2, 2, 0.15
"""What a point of goodwill is worth at least; how near the end of a band begins to count, and how much."""
_PROUD = 0.4
"""How much more or less pride makes of it that they have moved less."""
_EARLY = 0.3
"""How far goodwill that goes early is taken to be gone for good: later bargains may bring it back."""
_AHEAD = 0.25
"""Share of the talks after which whoever looks ahead has its capital open what it may need in the end."""


@dataclass(frozen=True)
class Aspiration:
    """One delegation's reading of its own view. Everything here follows from the view alone."""

    view: View
    level: Level = ORDINARY
    firm: bool = False
    """Whether its aim never falls."""

    @cached_property
    def sheet(self) -> Instructions:
        """Its own instructions."""
        return self.view.seat.instructions

    @cached_property
    def walk_away(self) -> int:
        """Points below which no text is better, with what no text would bring later."""
        later = self.view.scenario.without_text(self.view.who) if self.level.foresees else 0
        return self.sheet.reservation_value + later

    @cached_property
    def lived_with(self) -> Sheet:
        """Its sheet as it thinks with it: the words, what they bring later at goodwill as it is, and what it would cost
        to move off what it has told the newspapers, or to what it has refused for ever."""
        points = {issue: dict(row) for issue, row in self.sheet.points.items()}
        for (who, issue), promised in self.view.committed.items():
            if who == self.view.who:
                cost = breaking(self.sheet.points[issue].values())
                points[issue].update((o, single - cost) for o, single in points[issue].items() if o != promised)
        for shift, binds in self.view.forsworn.items():
            if binds and shift.delegation == self.view.who:
                points[shift.issue][shift.option] -= breaking(self.sheet.points[shift.issue].values())
        if not self.level.foresees:
            return Points(points, self.sheet.pairs)
        later = foreseen(self.view, lowest_band(self.view.goodwill))
        both = {issue: {o: row[o] + later.points[issue][o] for o in row} for issue, row in points.items()}
        return Points(both, (*self.sheet.pairs, *later.pairs))

    def worth(self, outcome: Outcome) -> int:
        """What a whole text is worth to it, with what it brings later."""
        return round(worth(self.lived_with, outcome))

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
        """Its estimate of the others, and what would help those who have to take the text after it."""
        return leaning(others_worth(self.view, self.level.learning, self.level.insight), self.view)

    @cached_property
    def choices(self) -> dict[IssueId, list[OptionId]]:
        """The options that a text may still have: what is agreed, and else what nobody has ruled out."""
        final = not answer_in_time(self.view)
        return self._choices(final=True) if final else self._open_choices

    @cached_property
    def _open_choices(self) -> dict[IssueId, list[OptionId]]:
        """The same while there is time to be told more by the capital."""
        return self._choices(final=False)

    @cached_property
    def rebuffs(self) -> Counter[tuple[IssueId, OptionId]]:
        """How often each of its wordings was refused. Whoever looks ahead takes it that a wording still farther from
        them would have been refused as often."""
        found = rebuffs(self.view)
        return as_often_beyond(self.view, found) if self.level.looks_ahead else found

    @property
    def chooses_whole(self) -> bool:
        """Whether it weighs whole texts against one another: it looks ahead, and one package may close what is open."""
        return self.level.looks_ahead and len(self.view.brackets) <= min(self.level.whole, self.view.legal.largest)

    def _choices(self, *, final: bool) -> dict[IssueId, list[OptionId]]:
        found: dict[IssueId, list[OptionId]] = {}
        for issue in self.view.scenario.text.issues:
            if issue.id in self.view.agreed:
                found[issue.id] = [self.view.agreed[issue.id]]
                continue
            red = self.sheet.red_lines.get(issue.id, frozenset())
            usable = [o.id for o in issue.options if o.id not in red and (issue.id, o.id) not in self.shut]
            if final:
                usable = [o for o in usable if self.within(issue.id, o) or self.asked(issue.id)]
            open_to_them = [o for o in usable if self.chooses_whole or self.rebuffs[issue.id, o] < _TAKEN_FOR_NO]
            found[issue.id] = open_to_them or usable or [self.position[issue.id]]
        return found

    @cached_property
    def shut(self) -> frozenset[tuple[IssueId, OptionId]]:
        """The wordings that it does not plan with."""
        return shut(self.view) | (beyond_what_was_barred(self.view) if self.level.looks_ahead else frozenset())

    @cached_property
    def aim(self) -> int:
        """Points that it works for now: high at first, near the walk-away late, higher against who does not move."""
        start, _ = self._hope_and_fair
        if self.firm:
            return start
        spent = min(1.0, self.view.hours / ((1 - self.level.reserve) * self.view.scenario.calendar.hours))
        held = 1.0 - math.pow(spent, 0.6 + 1.6 * self.sheet.temperament.patience)
        return round(self.floor + held * max(0, start - self.floor))

    @cached_property
    def floor(self) -> int:
        """Points below which its aim does not fall."""
        return self._come_down(self.level.last)

    @cached_property
    def _firm_floor(self) -> int:
        """The same until the last hours: above the walk-away, and more so against who has moved less."""
        walk_away = self.walk_away
        _, fair = self._hope_and_fair
        floor = (
            walk_away
            + 1
            + round((1 - self.level.generosity(self.sheet.temperament)) * 0.5 * max(0, fair - walk_away - 1))
        )
        if come(self.view, self.view.who) > self._least_moved + 0.5:
            floor = max(floor, walk_away + 1 + round(self._guard * max(0, fair - walk_away - 1)))
        return floor

    def _come_down(self, last: float) -> int:
        """The floor, or less in the last part of the talks, which is such a share of them. Whoever looks ahead has come
        down while a package can still be tabled and taken."""
        clock = self.view.scenario.clock
        lead = clock.package + clock.accept if self.level.looks_ahead else 0.0
        late = min(1.0, max(0.0, self.to_bargain - lead) / (last * self.view.scenario.calendar.hours))
        return self.walk_away + 1 + round(late * (self._firm_floor - self.walk_away - 1))

    @cached_property
    def to_bargain(self) -> float:
        """Hours that are left for bargaining: whoever is careful keeps those that consent and initials will take."""
        left = self.view.hours_left
        return left - hours_to_sign(self.view, consent=True) if self.level.careful else left

    @property
    def _guard(self) -> float:
        """How far the floor rises against who has moved less: further the prouder it is."""
        return min(1.0, self.level.guard * (1 + _PROUD * (self.sheet.temperament.pride - 0.5)))

    @cached_property
    def _hope_and_fair(self) -> tuple[int, int]:
        reach = self._profile(self._open_choices)
        walk_away = self.walk_away
        if not len(reach):
            return walk_away, walk_away
        mine, theirs = reach.mine, reach.theirs
        hoped = mine[theirs >= self.level.their_hope * theirs.max()]
        hope = int(hoped[-1]) if len(hoped) else walk_away
        product = (mine - walk_away).clip(0) * theirs
        fair = int(mine[product == product.max()][-1])
        return max(hope, fair), fair

    def _profile(self, choices: Mapping[IssueId, Sequence[OptionId]]) -> Profile:
        """What is to be had between its own sheet and its estimate of the others, with these choices."""
        asked = tuple((issue, tuple(options)) for issue, options in choices.items())
        if asked not in self._profiles:
            text, theirs = self.view.scenario.text, Points(self.theirs)
            self._profiles[asked] = profile(text, self.lived_with, theirs, choices, budget=HASTY_BUDGET)
        return self._profiles[asked]

    @cached_property
    def _profiles(self) -> dict[tuple[tuple[IssueId, tuple[OptionId, ...]], ...], Profile]:
        """What was asked already; most steps ask the same."""
        return {}

    def _aiming(self, choices: Mapping[IssueId, Sequence[OptionId]], aim: int) -> Reply | None:
        """The best text for the others that gives it what it aims at; if none does, the best for itself."""
        found = self._profile(choices)
        first = int(np.searchsorted(found.mine, aim))
        for place in range(first, min(len(found), first + _LOOKED_AT)):
            reply = found[place]
            if self.instructed(reply.text):
                return reply
        return found.best_for_me

    def instructed(self, outcome: Outcome) -> bool:
        """Whether its instructions let it sign a text: its words alone are worth the walk-away."""
        return self.view.worth(outcome) >= self.sheet.reservation_value

    @cached_property
    def _least_moved(self) -> float:
        return min(come(self.view, other.id) for other in self.view.others)

    @cached_property
    def plan(self) -> Reply | None:
        """The text that it works towards; None where none is left that is as good as to walk away."""
        found = self._aiming(self.choices, self.aim)
        return found if found and found.mine >= self.walk_away and self.instructed(found.text) else None

    @cached_property
    def hourly(self) -> float:
        """What an hour of talks costs it as things stand: its delay, and those who press and are against it."""
        delay, told = self.sheet.delay, self.view.scenario.audiences_of(self.view.who)
        pressing = [audience for audience in told if audience.power == "press" and audience.every]
        against = [each for each in pressing if self.view.standings[each.id].mood == "against"]
        return delay.points / delay.hours + sum(each.cost / each.every for each in against)

    def _lost(self, outcome: Outcome, goodwill: Mapping[Couple, int]) -> float:
        """What a text would bring less in the aftermath at another goodwill than at that of now."""
        before, after = lowest_band(self.view.goodwill), lowest_band(goodwill)
        if before == after:
            return 0.0
        return worth(foreseen(self.view, before), outcome) - worth(foreseen(self.view, after), outcome)

    def chill(self, other: DelegationId, points: int) -> float:
        """What so many points of goodwill with another are worth to it now: what the aftermath of its plan would
        lose, for certain where a band is left, and in part where it comes nearer."""
        two = couple(self.view.scenario.ids, self.view.who, other)
        now = self.view.goodwill[two]
        text = self.plan.text if self.plan and self.view.brackets else self.view.agreed
        if len(text) < len(self.position):
            return _CALM * points
        falls = (points, points + _NEAR)
        lost = [self._lost(text, {**self.view.goodwill, two: max(0, now - fall)}) for fall in falls]
        for_good = _EARLY + (1 - _EARLY) * min(1.0, self.view.hours / self.view.scenario.calendar.hours)
        return max(_CALM * points, for_good * (lost[0] + _NEARLY * max(0, lost[1] - lost[0])))

    def within(self, issue: IssueId, option: OptionId) -> bool:
        """Whether it may move there itself now."""
        return option == self.position[issue] or option in self.mandate[issue]

    def may_ask(self, issue: IssueId) -> bool:
        """Whether the capital would widen its mandate in an issue if it asked now, at no price or a fair one."""
        return (issue,) in self._may_ask

    @cached_property
    def _may_ask(self) -> frozenset[tuple[IssueId, ...]]:
        lost = self.view.seat.unheard
        shut = lost.issue if lost is not None and lost.points > self._hearing else None
        return frozenset(move.issues for move in self.view.legal.of(Consult) if shut not in move.issues)

    @property
    def _hearing(self) -> float:
        """What it takes the hours to cost in which a demand is refused; nothing where it does not count hours."""
        if not self.level.careful or self.plan is None:
            return 0.0
        at_stake, patience = self.plan.mine - self.walk_away, self.sheet.temperament.patience
        return hearing(self.view.scenario.clock, self.hourly, at_stake, self.view.hours_left, patience)

    def asked(self, issue: IssueId) -> bool:
        """Whether a cable about an issue is out."""
        return any(issue in cable.issues for cable in self.view.seat.cables)

    @cached_property
    def refused(self) -> frozenset[tuple[IssueId, OptionId]]:
        """The wordings over which the others have declined."""
        return self.view.minutes.refused([other.id for other in self.view.others])

    @cached_property
    def tabled(self) -> Tabled:
        """What it has put on the table before, and how its words were taken."""
        return Tabled(self.view)

    def gain(self, package: Package) -> dict[IssueId, float]:
        """What a package gives it in each issue over what its plan counts on; a bracket left open gives nothing."""
        target = self.plan.text if self.plan else self.position
        after = self.view.after(package.shifts)
        gains: dict[IssueId, float] = {}
        for issue in package.issues:
            mine = after[self.view.who][issue]
            closed = all(stand[issue] == mine for stand in after.values())
            gain = self._instead(target, issue, mine)
            gains[issue] = gain if closed else min(0, gain)
        return gains

    def _instead(self, text: Outcome, issue: IssueId, option: OptionId) -> float:
        """What a text would gain for it with another wording in one issue."""
        if len(text) < len(self.position):
            return self.lived_with.points[issue][option] - self.lived_with.points[issue][text[issue]]
        return worth(self.lived_with, {**text, issue: option}) - worth(self.lived_with, text)

    @property
    def settles_for(self) -> int:
        """Points that it takes when they are offered; it asks for more."""
        if self.firm:
            return self.aim
        floor = self._come_down(_LAST_HOURS)
        return floor + max(0, round(self.level.settles * (self.aim - self.floor) - _A_ROUND * self.hourly))

    @cached_property
    def milder(self) -> tuple[Reply, ...]:
        """Texts between what it would settle for and its aim, the best for itself first: what it might go on to."""
        found = self._profile(self.choices)
        first, last = (int(np.searchsorted(found.mine, points)) for points in (self.settles_for, self.aim))
        replies = (found[place] for place in range(min(last, len(found)) - 1, first - 1, -1))
        return tuple(islice((reply for reply in replies if self.instructed(reply.text)), _MILDER))

    @cached_property
    def _settling_plan(self) -> Reply | None:
        return self._aiming(self.choices, self.settles_for)

    def keeps(self, issue: IssueId, option: OptionId) -> bool:
        """Whether a wording is in the text that it works towards, in the one that it would settle for, and in the one
        that is left when its aim has come down."""
        least = self._aiming(self.choices, self.floor)
        return all(reply and reply.text[issue] == option for reply in (self.plan, self._settling_plan, least))

    def may_need(self, issue: IssueId) -> bool:
        """Whether, as far as it looks ahead, a text that it would settle for in the end has a wording that its capital
        has yet to open."""
        if not self.level.looks_ahead or self.view.hours < _AHEAD * self.view.scenario.calendar.hours:
            return False
        least = self._aiming(self.choices, self.walk_away + 1)
        return any(reply and not self.within(issue, reply.text[issue]) for reply in (self._settling_plan, least))

    def closes_well(self, package: Package) -> bool:
        """Whether a package leaves no bracket, and a text that gives what it would settle for."""
        whole = agreed_in(self.view.after(package.shifts))
        return len(whole) == len(self.position) and self.worth(whole) >= self.settles_for

    def best_with(self, package: Package) -> Reply | None:
        """What it would settle for, with a package's words fixed."""
        after = self.view.after(package.shifts)
        fixed = dict(self.choices)
        for issue in package.issues:
            mine = after[self.view.who][issue]
            if all(stand[issue] == mine for stand in after.values()):
                fixed[issue] = [mine]
        return self._aiming(fixed, self.settles_for)

    def costs_nothing(self, package: Package) -> bool:
        """Whether, with a package's words fixed, a text can still give it what it would settle for, at hardly any
        loss to the others: then the package stands in the way of nothing."""
        settle_for, before = self.settles_for, self._settling_plan
        with_it = self.best_with(package)
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
        return self.worth(best) >= self.walk_away and self.instructed(best)
