"""Finished talks once more, move by move, with every envelope open: what everything in a debrief is read off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from game.scenario import Scenario, load
from game.talks import (
    Consult,
    Move,
    Record,
    Refused,
    ReplayError,
    Revoke,
    Talks,
    Transcribe,
    Verdict,
    open_talks,
    play,
    verdict,
)
from game.talks.events import Event
from game.text import DelegationId, IssueId, Outcome


class SealedError(ValueError):
    """Talks that go on: nothing is opened."""


@dataclass(frozen=True, slots=True)
class Step:
    """One move, the talks before and after it, and what the rules made of it."""

    number: int
    """Of the move in the record, from 1."""
    move: Move
    before: Talks
    after: Talks

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened by it and in the hours that it took."""
        return self.after.events[len(self.before.events) :]


@dataclass(frozen=True, eq=False)
class Course:
    """Talks that are over, from the opening to the end."""

    record: Record
    opening: Talks
    steps: tuple[Step, ...]
    """Those that stand to the end: what the chair has revoked is not among them, and that it did is."""
    played: tuple[Step, ...]
    """All, one for each move of the record."""
    written: Scenario | None = None
    """The scenario as its file has it, before the seed has drawn anything; None where the talks were open already."""

    @classmethod
    def of(cls, record: Record, source: bytes) -> Self:
        """The course of a record, with the scenario file that it was played with.

        Raises `SealedError` while the talks go on, `ReplayError` where the rules refuse a move, and `ScenarioError`
        where the scenario has mistakes.
        """
        scenario = load(source, record.scenario, record.edition)
        opening = open_talks(scenario, record.seed, as_written=record.as_written, past=record.past)
        return replace(cls.from_opening(opening, record), written=scenario)

    @classmethod
    def from_opening(cls, opening: Talks, record: Record) -> Self:
        """The course of a record whose talks have been opened already. Raises `SealedError` and `ReplayError`."""
        played = tuple(_steps(opening, record))
        found = cls(opening=opening, record=record, steps=_standing(played), played=played)
        if not found.end.over:
            raise SealedError
        return found

    @property
    def end(self) -> Talks:
        """The talks when they were over."""
        return self.steps[-1].after if self.steps else self.opening

    @cached_property
    def moments(self) -> tuple[Talks, ...]:
        """The talks before the first move, and after each that stands."""
        return (self.opening, *(step.after for step in self.steps))

    def after(self, moves: int) -> Talks:
        """The talks after so many moves of the record."""
        return self.played[moves - 1].after if moves else self.opening

    @property
    def on_paper(self) -> bool:
        """Whether they came to their end on paper: nobody knows how."""
        return any(isinstance(step.move, Transcribe) for step in self.steps)

    @cached_property
    def struck(self) -> frozenset[int]:
        """The numbers of the moves that the chair has revoked."""
        return frozenset(step.number for step in self.played) - {step.number for step in self.steps}

    @cached_property
    def cabled(self) -> frozenset[tuple[DelegationId, IssueId]]:
        """Whose capital was asked about which issues, in any cable."""
        cables = (step.move for step in self.steps if isinstance(step.move, Consult))
        return frozenset((move.by, issue) for move in cables for issue in move.issues)

    @property
    def scenario(self) -> Scenario:
        """The scenario with the envelopes as they were at the end: drawn by the seed, and changed by events."""
        return self.end.scenario

    @property
    def ids(self) -> tuple[DelegationId, ...]:
        """The delegations in the order of the table."""
        return self.scenario.ids

    @cached_property
    def verdict(self) -> Verdict:
        """How they ended."""
        found = verdict(self.end)
        assert found is not None, "a course is of talks that are over"
        return found

    @property
    def signed(self) -> Outcome | None:
        """The signed text; None where nothing was signed."""
        return self.verdict.outcome


def _steps(talks: Talks, record: Record) -> Iterator[Step]:
    for number, move in enumerate(record.moves, 1):
        after = play(talks, move)
        if isinstance(after, Refused):
            raise ReplayError(talks.scenario, number, after)
        yield Step(number, move, talks, after)
        talks = after


def _standing(played: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps that stand. Where talks were taken back, that is told as if it had been said at the moment to which
    they went back."""
    stood: list[tuple[Step, ...]] = [()]
    for step in played:
        if isinstance(step.move, Revoke):
            then = step.before.at(step.move.version)
            stood.append((*stood[step.move.version], replace(step, before=then)))
        else:
            stood.append((*stood[-1], step))
    return stood[-1]
