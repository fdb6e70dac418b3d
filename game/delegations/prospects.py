"""How likely the others are to take a text, from what they have tabled and refused; and the text that promises most.

They take whatever leaves them what they ask for themselves, and hardly ever what leaves them no more than a text that
they have refused; between the two the chance is taken to rise evenly. Worth to them is an estimate throughout, so what
is known of their demand is only as good as it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game.analysis import Reply
from game.delegations.aspiration import Aspiration
from game.talks import Shift
from game.talks.events import Declined, Lapsed, Proposed
from game.text import Outcome

_HARDLY = 0.05
"""How likely they are to take a text that leaves them no more than one that they refused."""
_EASED = 0.1
"""How far their demand is taken to come down while the hours run out, in shares of what they hope for."""
_ROUNDS_LEFT = 3
"""Rounds that must be left for it to ask for more than its aim."""
_ROUND = 3.0
"""Hours that a package and its answer take."""


@dataclass(frozen=True)
class Prospects:
    """What a delegation may expect of whole texts, as it reads its view."""

    aims: Aspiration

    @cached_property
    def _asked(self) -> float:
        """What the last package of theirs left them, if every other bracket fell to them: they would take that."""
        view = self.aims.view
        theirs = [e for e in view.minutes.all(Proposed) if e.by != view.who and not e.off_record]
        shifts = theirs[-1].shifts if theirs else ()
        return max(self._left(other.id, shifts) for other in view.others)

    def _left(self, other: object, shifts: tuple[Shift, ...]) -> float:
        after = self.aims.view.after(shifts)
        return self.worth_to_them(next(stand for who, stand in after.items() if who == other))

    @cached_property
    def _refused(self) -> float | None:
        """The most that a whole text has left them that they did not take; None if there was none."""
        view, last = self.aims.view, []
        turned_down = {e.package for e in view.minutes.all(Declined) if e.by != view.who}
        turned_down |= {e.package for e in view.minutes.all(Lapsed) if e.countered}
        for event in view.minutes.all(Proposed):
            if event.by == view.who and event.package in turned_down:
                words = {**view.agreed, **{shift.issue: shift.option for shift in event.shifts}}
                if len(words) == len(self.aims.position):
                    last.append(self.worth_to_them(words))
        return max(last, default=None)

    def worth_to_them(self, text: Outcome) -> float:
        """What a text is taken to be worth to all the others."""
        return sum(self.aims.theirs[issue][option] for issue, option in text.items())

    def chance(self, theirs: float) -> float:
        """How likely they are to take a text that leaves them so much."""
        view = self.aims.view
        spent = min(1.0, view.hours / view.scenario.calendar.hours)
        enough = self._asked - _EASED * spent * len(view.others)
        least = self._refused
        if least is None or least >= enough:
            least = enough - 0.3 * len(view.others)
        return min(1.0, max(_HARDLY, _HARDLY + (1 - _HARDLY) * (theirs - least) / max(enough - least, 0.01)))

    def best(self) -> Reply | None:
        """The text between what it would settle for and its best that promises most: what it gives if it is taken, and
        else what it would settle for, a round later."""
        aims = self.aims
        texts = aims.above(aims.settles_for)
        again = aims.to_bargain > _ROUNDS_LEFT * _ROUND
        if not again and aims.plan is not None:
            texts = tuple(reply for reply in texts if reply.mine <= aims.plan.mine)
        otherwise = aims.settles_for - _ROUND * aims.hourly if again else aims.walk_away

        def promised(reply: Reply) -> float:
            likely = self.chance(reply.theirs)
            return likely * reply.mine + (1 - likely) * otherwise

        return max(texts, key=promised, default=None)
