"""The same talks once more, with the computer's turns open: what it aimed at, took the others to want, and nearly did.

Nothing of this is kept. A computer's delegation decides by its view, its level and the chance of its turn alone, so it
is asked again at every version, and says now what it thought then. Where it would move otherwise than the record has
it, the record is another version's, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Self

from game.debrief.course import Course
from game.debrief.turns import Estimate, Opened, Said, weights
from game.delegations import LEVELS, ORDINARY, Level, computer, thought
from game.scenario import turn_chance
from game.talks import Record, Talks, View, view
from game.talks.events import Adjusted, Charged, Conferred, Settled, Stirred, Tempered
from game.text import DelegationId

PERSON = "person"
_BESIDE = (Adjusted, Charged, Conferred, Settled, Stirred, Tempered)
"""What follows from a move, or is told by another event: not what its delegation did."""


class Openly:
    """Finished talks whose computer's turns can be opened, one at a time: each takes about as long as the move did."""

    def __init__(self, course: Course) -> None:
        self.scenario = course.scenario
        self._seats = dict(course.record.seats)
        self._before: dict[int, Talks] = {}
        self._opened: dict[int, Opened] = {}
        self.turns = tuple(self._said(course))
        """The computer's turns, in order."""

    @classmethod
    def of(cls, record: Record, source: bytes) -> Self:
        """The talks of a record, with the scenario file that they were played with, to be opened.

        Raises what `Course.of` raises.
        """
        return cls(Course.of(record, source))

    def _said(self, course: Course) -> Iterator[Said]:
        for step in course.steps:
            who = step.move.by
            if who not in course.scenario.ids:
                continue  # the chair, or whoever speaks for an audience: there is no sheet to lay open
            # Who made the moves of talks that were taken over, this record does not know.
            if self._seats.get(who) != PERSON and step.number > course.record.carried:
                self._before[step.number] = step.before
                mine = tuple(each for each in step.events if each.by == who and not isinstance(each, _BESIDE))
                yield Said(step.number, who, step.move, step.before.hours, mine)

    def level(self, who: DelegationId) -> Level:
        """How well a seat was played."""
        return LEVELS.get(self._seats.get(who, ""), ORDINARY)

    def open(self, turn: Said) -> Opened:
        """What was in the mind of whoever made a turn."""
        found = self._opened.get(turn.number)
        if found is None:
            found = self._opened[turn.number] = self._asked_again(turn)
        return found

    def view(self, turn: Said) -> View:
        """What whoever made a turn saw before it."""
        return view(self._before[turn.number], turn.who)

    def _asked_again(self, turn: Said) -> Opened:
        talks, who = self._before[turn.number], turn.who
        seen, level = self.view(turn), self.level(who)
        decision = computer(seen, turn_chance(talks.seed, who, talks.version), level=level, openly=True)
        thinks = thought(seen, level)
        sheets = talks.scenario.instructions
        return Opened(
            thought=thinks,
            decision=decision,
            same=replace(decision.move, remark="") == replace(turn.move, remark=""),
            estimates={other: Estimate(taken, weights(sheets[other])) for other, taken in thinks.weights.items()},
        )

    @cached_property
    def strays(self) -> tuple[int, ...]:
        """The numbers of the moves that it would not make again. Opens every turn."""
        return tuple(turn.number for turn in self.turns if not self.open(turn).same)
