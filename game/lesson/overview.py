"""What a teacher sees of all tables at once, and the wall of it: no words of a text, no points, nothing sealed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.lesson.plan import Phase
from game.lesson.seating import Letter
from game.lesson.settings import Settings
from game.lesson.wall import Shown
from game.scenario import AudienceId
from game.text import DelegationId

STUCK = 180.0
"""Seconds without a move after which a table counts as stuck."""

Stage = Literal["builds", "answers", "asks", "silence", "votes", "closes", "signed", "unsigned"]
"""What those are at for whom a table waits: building a package; answering one; waiting for a capital; allies within
their silence; a parliament at its vote; statements and signatures; or how it ended."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a seat."""

    number: int
    name: str
    """Empty for whoever goes by the number."""
    pen: bool = False
    away: bool = False
    read: bool = False
    """Whether the brief has been read."""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat of a table, and who sits there."""

    seat: DelegationId
    audience: AudienceId | None = None
    """The audience that this is; None for a delegation."""
    people: tuple[Person, ...] = ()
    expected: int = 0
    """For how many the seat is planned, before the lesson begins."""
    computer: bool = False
    """Whether the computer plays it now."""
    relieved: bool = False
    """Whether it does because the teacher has said so."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table as it stands."""

    letter: Letter
    seats: tuple[SeatRow, ...]
    """The delegations, and those audiences that somebody is."""
    waits_for: tuple[DelegationId, ...] = ()
    stage: Stage | None = None
    """None before the talks have begun."""
    brackets: int = 0
    """Issues that are open."""
    of: int = 0
    """Issues in all."""
    hours: float = 0.0
    deadline: float = 0.0
    moves: int = 0
    last_move: float | None = None
    """When the last move was made, or the talks began; None before that."""
    stuck: bool = False
    """Whether the last move is long ago."""
    curve: tuple[tuple[float, int], ...] = ()
    """Brackets over time: seconds of the talks, and how many from then on."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole class."""

    settings: Settings
    code: str
    phase: Phase
    began: int | None
    """When this part of the lesson began."""
    seconds: float
    """How long it takes in all."""
    elapsed: float
    """Seconds of it that have passed at `now`."""
    now: float
    resting: bool
    locked: bool
    present: int
    """People who are there."""
    away: int
    """People of whom there has been no sign of life for a while."""
    read: int
    """People who have read their brief."""
    computers: int
    """Delegations that the computer plays."""
    shows: Shown
    tables: tuple[TableRow, ...]
    """In the order of their letters."""
