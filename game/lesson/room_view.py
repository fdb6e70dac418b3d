"""What somebody of a class sees of it beside the own table: the part of the lesson, its clock, the own place."""

from __future__ import annotations

from dataclasses import dataclass

from game.lesson.class_acts import When
from game.lesson.classroom import Classroom
from game.lesson.plan import Length, Phase
from game.lesson.seating import Letter
from game.scenario import WHOLE
from game.seat.codec import Codec
from game.table import Device
from game.text import DelegationId, IssueId


@dataclass(frozen=True, slots=True)
class RoomView:
    """A class as one person sees it. Clocks are the server's: `now` is when this was said."""

    version: int
    """What has been done in the class: this is the number of the message."""
    scenario: str
    edition: str = WHOLE
    minutes: Length = 50
    phase: Phase = "join"
    seconds: float = 0.0
    """How long this part of the lesson takes in all; 0 where it has no end."""
    elapsed: float = 0.0
    """Seconds of it that had passed at `now`."""
    now: float = 0.0
    resting: bool = False
    number: int = 0
    """Of the person; 0 for whoever is not of the class any more."""
    name: str = ""
    letter: Letter = ""
    seat: DelegationId | None = None
    opened: bool = False
    """Whether the table has been opened."""
    adviser: bool = False
    read: bool = False
    asks: bool = False
    """Whether the question of the lesson is asked now: what the other side holds dearest."""
    answer: IssueId | None = None
    """What this person has answered to it, this time."""
    laid_open: bool = False
    """Whether no table negotiates any more."""


_CODEC = Codec(RoomView)


def room_view(room: Classroom, device: Device, now: float) -> RoomView:
    """What one person sees."""
    lesson, settings, pupil = room.lesson, room.settings, room.pupil(device)
    asks = lesson.phase in ("caucus", "exit")
    when: When = "after" if lesson.phase == "exit" else "before"
    return RoomView(
        version=room.version,
        scenario=settings.scenario,
        edition=settings.edition,
        minutes=settings.minutes,
        phase=lesson.phase,
        seconds=0.0 if lesson.left(now) is None else lesson.seconds(),
        elapsed=lesson.elapsed(now),
        now=now,
        resting=lesson.resting is not None,
        number=pupil.number if pupil else 0,
        name=pupil.name if pupil else "",
        letter=pupil.place.letter if pupil else "",
        seat=pupil.place.seat if pupil else None,
        opened=pupil is not None and pupil.place.letter in room.tables,
        adviser=settings.adviser,
        read=pupil is not None and pupil.read,
        asks=asks and pupil is not None,
        answer=pupil.guesses.get(when) if pupil and asks else None,
        laid_open=room.laid_open,
    )


def write_room_view(view: RoomView) -> str:
    """The same as JSON."""
    return _CODEC.encode(view)


def read_room_view(line: str) -> RoomView:
    """The same back. Raises `CodecError`."""
    return _CODEC.decode(RoomView, line)
