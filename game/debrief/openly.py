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

from game.debrief.turns import Estimate, Opened, Said, weights
from game.delegations import LEVELS, ORDINARY, Level, computer, thought
from game.scenario import load, turn_chance
from game.talks import CHAIR, Record, Refused, ReplayError, Talks, View, open_talks, play, view
from game.talks.events import Adjusted, Charged, Conferred, Settled, Stirred, Tempered
from game.text import DelegationId

PERSON = "person"
_BESIDE = (Adjusted, Charged, Conferred, Settled, Stirred, Tempered)
"""What follows from a move, or is told by another event: not what its delegation did."""


class SealedError(ValueError):
    """Talks that go on: nothing is opened."""


class Openly:
    """Finished talks whose computer's turns can be opened, one at a time: each takes about as long as the move did."""

    def __init__(self, opening: Talks, record: Record) -> None:
        self._seats = dict(record.seats)
        self._before: dict[int, Talks] = {}
        self._opened: dict[int, Opened] = {}
        self.turns = tuple(self._played(opening, record))
        """The computer's turns, in order."""

    @classmethod
    def of(cls, record: Record, source: bytes) -> Self:
        """The talks of a record, with the scenario file that they were played with, to be opened.

        Raises `SealedError` while they go on, `ReplayError` where the rules refuse a move, and `ScenarioError`
        where the scenario has mistakes.
        """
        scenario = load(source, record.scenario)
        return cls(open_talks(scenario, record.seed, as_written=record.as_written, past=record.past), record)

    def _played(self, talks: Talks, record: Record) -> Iterator[Said]:
        for number, move in enumerate(record.moves, 1):
            after = play(talks, move)
            if isinstance(after, Refused):
                raise ReplayError(talks.scenario, number, after)
            if self._seats.get(move.by) != PERSON:
                self._before[number] = talks
                fresh = after.events[len(talks.events) :]
                mine = tuple(each for each in fresh if each.by == move.by and not isinstance(each, _BESIDE))
                yield Said(number, move.by, move, talks.hours, mine)
            talks = after
        if not talks.over:
            raise SealedError
        self.scenario = view(talks, CHAIR).scenario

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
