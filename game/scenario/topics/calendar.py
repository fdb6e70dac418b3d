"""The calendar of the talks: sittings, the phases they fall into, and the hours of talks that each move takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Annotated, NewType

from pydantic import Field

from game.scenario.mistakes import printable
from game.scenario.names import Names
from game.scenario.proof import Path, Proof
from game.scenario.shapes import ID, AsWritten, Clock24, Day, Hours, Line, Number, Whole

PhaseId = NewType("PhaseId", str)
PhaseName = Annotated[PhaseId, ID]


@dataclass(frozen=True, slots=True)
class Phase(AsWritten):
    """A stretch of the calendar; every session names its phase."""

    id: PhaseName
    title: Line


@dataclass(frozen=True, slots=True)
class Session(AsWritten):
    """One sitting: a stretch of hours on one day at one place."""

    day: Day
    place: Line
    starts: Clock24
    hours: Annotated[
        Number, Field(gt=0, le=24, multiple_of=0.25, description="How long it sits, in quarters of an hour.")
    ]
    title: Line
    phase: Annotated[PhaseName | None, Field(description="Every session names one, if the scenario has phases.")] = None

    @property
    def opens(self) -> datetime:
        """The moment at which it begins."""
        return datetime.combine(self.day, self.starts)


@dataclass(frozen=True, slots=True)
class Moment:
    """Where on the calendar an hour of talks falls."""

    session: Session
    number: int
    """Which sitting it is, from 1."""
    when: datetime


@dataclass(frozen=True)
class Calendar:
    """The sittings, one after the other; hours of talks run through them without a gap."""

    sessions: tuple[Session, ...]

    @cached_property
    def hours(self) -> float:
        """Hours of talks until the deadline."""
        return sum(session.hours for session in self.sessions)

    @cached_property
    def borders(self) -> tuple[float, ...]:
        """The hours of talks at which one stretch of them ends and the next begins."""
        ends = accumulate(session.hours for session in self.sessions)
        each = zip(ends, pairwise(self.sessions), strict=False)  # nothing comes after the last of them
        return tuple(end for end, (one, other) in each if one.phase != other.phase)

    def at(self, hours: float) -> Moment:
        """The moment after so many hours of talks; past the deadline, the end of the last sitting."""
        left = min(hours, self.hours)
        for number, session in enumerate(self.sessions, 1):
            if left < session.hours or number == len(self.sessions):
                return Moment(session, number, session.opens + timedelta(hours=left))
            left -= session.hours
        raise ValueError("a calendar has at least one session")

    def moment(self, day: date, at: time | None) -> datetime:
        """A time of a day; without one, when that day's first sitting opens."""
        opens = min((session.starts for session in self.sessions if session.day == day), default=time())
        return datetime.combine(day, at or opens)

    def hour_of(self, when: datetime) -> float | None:
        """The first hour of talks at or after a moment; None if that is after the last sitting."""
        before = 0.0
        for session in self.sessions:
            if when < session.opens + timedelta(hours=session.hours):
                return before + max(0.0, (when - session.opens) / timedelta(hours=1))
            before += session.hours
        return None


Turn = Annotated[
    Number, Field(ge=0.25, le=500, multiple_of=0.25, description="Hours of talks, in quarters, and one at least.")
]
"""Of what can be done again and again: were it free, talks could go on without end. All else that may cost nothing
uses something up that only these bring back: a package that waits, a step of a mandate, a side text, a position that
an ally has not been asked about."""


@dataclass(frozen=True, slots=True)
class Clock(AsWritten):
    """Hours of talks that each move takes, and what else is fixed for the table."""

    package: Turn = 2.0
    short_package: Annotated[Turn, Field(description="A package of one issue.")] = 1.0
    accept: Hours = 1.0
    decline: Hours = 1.0
    amend: Turn = 1.0
    withdraw: Hours = 0.5
    say: Turn = 0.5
    cable: Hours = 0.5
    answer: Annotated[Hours, Field(description="Hours of talks until the capital's answer arrives.")] = 5.0
    sign: Hours = 0.5
    leave: Hours = 0.5
    largest_package: Annotated[Whole, Field(ge=1, le=12, description="Issues that one package may touch.")] = 4
    reopening: Annotated[Whole, Field(ge=0, le=100, description="Points it costs to reopen what was agreed.")] = 1
    announce: Annotated[Hours, Field(description="A statement to the newspapers.")] = 1.0
    circulate: Annotated[Turn, Field(description="Hours for which silence runs among the allies.")] = 2.0
    sound: Annotated[Hours, Field(description="Asking one ally how it would stand.")] = 0.5
    hold: Annotated[Hours, Field(description="Holding up a side text.")] = 0.5
    respond: Annotated[Hours, Field(description="Giving or swapping the word that a side text is held up for.")] = 0.5
    recess: Annotated[
        Hours,
        Field(
            description="Where everybody in turn has only talked the talks rest: to the next answer of a capital, event"
            " or sitting, but for so many hours at most, and not into the last so many. 0: they never rest."
        ),
    ] = 0.0
    last_swap: Annotated[
        Hours,
        Field(
            description="Left at least once a parliament has sent the initialled text back, or an ally whom a closing"
            " statement woke, so that a word can be swapped."
        ),
    ] = 4.0
    broken_silence: Annotated[
        Hours,
        Field(
            description="Left at least once an ally has broken silence over a text that was circulated, so that a word"
            " can be swapped. 0: no more than there are."
        ),
    ] = 0.0


_SESSIONS: Path = ("sessions",)


def check_sessions(sessions: Sequence[Session], proof: Proof, at: Path = _SESSIONS) -> None:
    """Mark every sitting that ends after midnight or begins before the one above it is over; they stand `at` a path."""
    last: datetime | None = None
    for n, session in enumerate(sessions):
        opens, closes = session.opens, session.opens + timedelta(hours=session.hours)
        if closes > datetime.combine(session.day, time()) + timedelta(days=1):
            proof.mark((*at, n, "hours"), f"{session.hours:g} hours from {session.starts:%H:%M} go past midnight")
        if last and opens < last:
            where = "day" if session.day < last.date() else "starts"
            proof.mark((*at, n, where), f"this sitting begins before the one above it ends, {last:%Y-%m-%d %H:%M}")
        last = max(last or closes, closes)


def check_phases(phases: Sequence[Phase], sessions: Sequence[Session], names: Names) -> None:
    """Mark what does not run through the phases in their order, each in one stretch."""
    ids = [phase.id for phase in phases]
    names.twins("phase", ("phases",), ids)
    seen = check_stretches(phases, sessions, names)
    if seen != [phase for phase in dict.fromkeys(ids) if phase in seen]:
        names.proof.mark(("phases",), "the phases stand in another order than their sessions")
    if {session.phase for session in sessions} - {*ids}:
        # One of these may have been meant for a phase that has no session else.
        return
    for n, phase in enumerate(ids):
        if phase not in seen:
            names.proof.mark(("phases", n, "id"), f"no session is in the phase '{printable(phase)}'")


def check_stretches(
    phases: Sequence[Phase], sessions: Sequence[Session], names: Names, at: Path = _SESSIONS
) -> list[PhaseId]:
    """Mark every sitting without a phase, and in one that was over before. The phases in the order of the sittings."""
    seen: list[PhaseId] = []
    for n, session in enumerate(sessions):
        path: Path = (*at, n, "phase")
        if session.phase is None:
            if phases:
                names.proof.mark((*at, n), "every session names its phase, as the scenario has phases")
            continue
        if not names.named(path, session.phase, "phase"):
            continue
        if session.phase in seen and session.phase != seen[-1]:
            names.proof.mark(path, f"the phase '{printable(session.phase)}' was over before this session")
        if session.phase not in seen:
            seen.append(session.phase)
    return seen
