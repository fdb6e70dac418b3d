"""How likely the others are to take a whole text, from what they have put and refused; and the text that promises most.

They would take again what they have put themselves, and refuse again what they have refused, a little less as the hours
run out; of another text it is the less sure, the more its words differ from these. Worth to them is an estimate
throughout, so what is known of their demand is only as good as it.

Its numbers are judgements, tried on seeds 1,001 to 1,100 of the main scenario.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.analysis import HASTY_BUDGET, Points, Reply, profile
from game.delegations.aspiration import Aspiration
from game.talks import Package, Shift
from game.talks.events import Declined, Lapsed, Proposed
from game.text import Outcome, agreed_in

_EASED = 0.05
"""How far their demand is taken to come down while the hours run out, in shares of what they hope for."""
_WIDE = 0.15
"""How unsure it is of what they ask for as long as they have put no whole text, in the same shares."""
_UNSURE, _LEAST = 0.5, 0.02
"""How unsure it is of what other words are worth to them, in shares of what it takes them to be worth, and at least."""
_AS_GOOD = 0.01
"""How much less than a text of their own they would take, in the same shares."""
_REFUSED = 2.0
"""Standard deviations by which a text must seem better to them than one that they refused, to be as likely as not."""
_REMEMBERED = 4
"""Texts that were refused that it thinks of."""
_POINTS = 60
"""Points above what it would settle for among which it looks for texts."""
_LOOKED_AT = 12
"""Texts that it thinks of, in case that those which promise most were tabled before."""
_ROUND = 3.0
"""Hours that a package and its answer take."""
_LOST = 0.03
"""How likely it is that a whole text which is answered with another is not to be had again."""


def normal(deviations: float) -> float:
    """How likely a normal error is below so many standard deviations."""
    return 0.5 * (1 + math.erf(deviations / math.sqrt(2)))


@dataclass(frozen=True)
class Prospects:
    """What a delegation may expect of whole texts, as it reads its view."""

    aims: Aspiration

    @cached_property
    def _offers(self) -> tuple[tuple[Outcome, float], ...]:
        """The whole texts that the others have put on the table and that could still be written, in their order, and
        how far they are taken to have come down since."""
        return tuple(self._whole(e for e in self.aims.view.minutes.all(Proposed) if e.by != self.aims.view.who))

    def _whole(self, proposed: Iterable[Proposed]) -> Iterator[tuple[Outcome, float]]:
        view = self.aims.view
        for event in proposed:
            text = {**view.agreed, **{shift.issue: shift.option for shift in event.shifts}}
            whole = len(text) == len(self.aims.position) and not event.off_record
            if whole and all(text[issue] == option for issue, option in view.agreed.items()):
                yield text, self._eased(event.at)

    def _eased(self, since: float) -> float:
        """What the others are taken to have come down since an hour, as the time to bargain ran out; all together."""
        gone = self.aims.view.hours - since
        return _EASED * gone / max(gone + self.aims.to_bargain, 0.5) * len(self.aims.view.others)

    @cached_property
    def offered(self) -> int | None:
        """The most that one of these would give it; None where there is none."""
        return max((self.aims.worth(text) for text, _ in self._offers), default=None)

    @cached_property
    def _asked(self) -> float:
        """What the others are taken to ask for as long as they have put no whole text: what their last package would
        leave them if every other bracket fell to them, and less as the hours run out."""
        view = self.aims.view
        theirs = [e for e in view.minutes.all(Proposed) if e.by != view.who and not e.off_record]
        shifts = theirs[-1].shifts if theirs else ()
        return max(self._left(other.id, shifts) for other in view.others) - self._eased(0)

    def _left(self, other: object, shifts: tuple[Shift, ...]) -> float:
        after = self.aims.view.after(shifts)
        return self.worth_to_them(next(stand for who, stand in after.items() if who == other))

    @cached_property
    def _refused(self) -> tuple[tuple[Outcome, float], ...]:
        """Whole texts that they did not take, and how far they are taken to have come down since."""
        view = self.aims.view
        turned_down = {e.package for e in view.minutes.all(Declined) if e.by != view.who}
        turned_down |= {e.package for e in view.minutes.all(Lapsed) if e.countered}
        mine = (e for e in view.minutes.all(Proposed) if e.by == view.who and e.package in turned_down)
        return tuple(self._whole(mine))[-_REMEMBERED:]

    def worth_to_them(self, text: Outcome) -> float:
        """What a text is taken to be worth to all the others."""
        return sum(self.aims.theirs[issue][option] for issue, option in text.items())

    def chance(self, text: Outcome) -> float:
        """How likely they are to take a text: what they have put they would take again, and what they have refused they
        would refuse; of another it is less sure the more its words differ from these."""
        if self._offers:
            put, eased = self._offers[-1]
            if text == put:
                return 1.0
            likely = normal(self.above(text, put, eased + _AS_GOOD))
        else:
            doubt = _WIDE * len(self.aims.view.others)
            likely = normal((self.worth_to_them(text) - self._asked) / doubt)
        for refused, since in self._refused:
            likely = min(likely, normal(self.above(text, refused, since) - _REFUSED))
        return likely

    def above(self, text: Outcome, other: Outcome, eased: float) -> float:
        """How far a text leaves them more than another would have, less what they have come down since: in standard
        deviations of what it does not know of the words in which the two differ."""
        rows = self.aims.theirs
        apart = math.sqrt(sum((rows[i][option] - rows[i][other[i]]) ** 2 for i, option in text.items()))
        more = self.worth_to_them(text) - self.worth_to_them(other) + eased
        return more / max(_UNSURE * apart, _LEAST)

    @cached_property
    def again(self) -> bool:
        """Whether a package of its own can be answered with another one, and that still be taken."""
        clock = self.aims.view.scenario.clock
        return self.aims.to_bargain >= 2 * (clock.package + clock.accept + clock.say)

    @cached_property
    def _otherwise(self) -> float:
        """What it has if a package of its own is not taken: what was offered before, or else what it would settle for,
        a round later; and where there is no time for one, no text."""
        aims = self.aims
        if not self.again:
            return aims.walk_away
        had = aims.settles_for if self.offered is None else max(self.offered, aims.walk_away)
        return had - _ROUND * aims.hourly - _LOST * max(0, had - aims.walk_away)

    def promises(self, reply: Reply) -> float:
        """What it may expect if it tables a text: what that gives if it is taken, and else what it has then."""
        likely = self.chance(reply.text)
        return likely * reply.mine + (1 - likely) * self._otherwise

    @cached_property
    def best(self) -> tuple[Reply, ...]:
        """The texts that it may table now and that give it what it would settle for, first what promises most; among
        them what the others have put themselves."""
        aims = self.aims
        put = (Reply(text, aims.worth(text), self.worth_to_them(text)) for text, _ in self._offers)
        texts = (reply for reply in (*self._frontier(), *put) if reply.mine >= aims.settles_for)
        could = (reply for reply in texts if self._may_table(reply.text))
        return tuple(sorted(could, key=self.promises, reverse=True)[:_LOOKED_AT])

    def _frontier(self) -> Iterator[Reply]:
        """Texts of words that it may table now which nothing beats for both, from what it would settle for up; however
        often one of the words was refused: it may be had for another price."""
        aims, view = self.aims, self.aims.view
        may = {
            issue.id: [o.id for o in issue.options if (issue.id, o.id) not in aims.shut and aims.within(issue.id, o.id)]
            for issue in view.scenario.text.issues
            if issue.id not in view.agreed
        }
        if all(may.values()):
            choices = {**{issue: [option] for issue, option in view.agreed.items()}, **may}
            found = profile(view.scenario.text, aims.lived_with, Points(aims.theirs), choices, budget=HASTY_BUDGET)
            first = int(np.searchsorted(found.mine, aims.settles_for))
            yield from map(found.__getitem__, range(first, min(len(found), first + _POINTS)))

    def _may_table(self, text: Outcome) -> bool:
        """Whether it may table a whole text now, and sign it."""
        aims = self.aims
        may = all(aims.within(issue, text[issue]) for issue in aims.view.brackets)
        return may and aims.instructed(text) and not aims.sheet.breaks_red_line(text)

    def more_than(self, package: Package) -> tuple[Reply, ...]:
        """The texts with which to answer a package promises more than to take it. A whole text is answered with another
        only while there is time to come back to it; any other one when there is not, as then all must be closed."""
        whole = agreed_in(self.aims.view.after(package.shifts))
        if len(whole) < len(self.aims.position):
            return () if self.again or not self.aims.chooses_whole else self.best
        if not self.again:
            return ()
        return tuple(reply for reply in self.best if self.promises(reply) > self.aims.worth(whole))
