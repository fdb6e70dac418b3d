"""What whoever plays for the first time needs to know, each idea when it is of use: that hangs on the desk alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from game.seat.desk import Desk
from game.talks import events

Idea = Literal[
    "brief", "bracket", "wording", "ask-too", "give-too", "sum", "table", "reply", "their-package", "clock", "audience",
    "cable", "hold", "held", "consent", "sign", "closing", "aftermath",
]  # fmt: skip
"""The brief and the aftermath are told where those are read; everything else at the table."""
ASIDE: frozenset[Idea] = frozenset({"clock", "audience", "cable", "hold"})
"""What is good to know and not needed for the next move: one of these a turn."""


def needed(desk: Desk, *, reading: bool = False) -> tuple[Idea, ...]:
    """The ideas that are of use at this desk now, the one that is needed first in front. `reading`: an answer to one's
    own package lies there to be read."""
    if desk.judging is not None or desk.ended is not None:
        return ()
    if reading:
        return ("reply",)
    match desk.mode:
        case "held":
            return ("held",)
        case "closing":
            return ("closing",)
        case "answer":
            return ("their-package",)
        case "sign":
            alone = any(person.id == desk.who and person.needs_consent for person in desk.people)
            return ("consent",) if alone else ("sign",)
        case "compose" if desk.tray.shifts:
            return () if _has_tabled(desk) else _of_a_package(desk)
        case "compose":
            return (*(() if _has_tabled(desk) else ("bracket", "wording")), *_asides(desk))
        case _:
            return ()


def next_of(ideas: Collection[Idea], met: Collection[str], *, aside: bool) -> Idea | None:
    """The first of these that has not been met; without an `aside` none of those that can wait for another turn."""
    return next((idea for idea in ideas if idea not in met and (aside or idea not in ASIDE)), None)


def _has_tabled(desk: Desk) -> bool:
    """Whether this seat has put a package on the table: then it knows how."""
    return any(isinstance(event, events.Proposed) and event.by == desk.who for event in desk.record)


def _of_a_package(desk: Desk) -> tuple[Idea, ...]:
    """A package gives and asks; then its sum is read, and it is tabled."""
    movers = {shift.delegation for shift in desk.tray.shifts}
    if desk.who not in movers:
        return ("give-too",)
    return ("sum", "table") if movers - {desk.who} else ("ask-too",)


def _asides(desk: Desk) -> Iterator[Idea]:
    if desk.now.hours > 0:
        yield "clock"
    cable = desk.choice("consult")
    looked_at = desk.row(desk.tray.issue or desk.issues[0].issue)
    locks = [desk.lock(wording) for wording in looked_at.wordings]
    if cable is not None and any(lock is not None and lock.kind == "mandate" for lock in locks):
        yield "cable"
    if any(listener.mood != "content" for listener in desk.corridor):
        yield "audience"
    if desk.may("hold"):
        yield "hold"
