"""Why something cannot be done in a class: of what kind the fault is, with what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.lesson.seating import Letter
from game.text import DelegationId

ClassGrounds = Literal[
    "locked", "full", "no-person", "no-table", "no-seat", "no-scenario", "no-edition", "odd-settings", "started",
    "not-started", "nobody", "over", "not-asked", "no-issue", "too-early", "odd-seconds",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassObjection:
    """Why something cannot be done in a class.

    Nobody is let in any more, or no more than `most`; there is no such person, no table of this `letter`, no such
    `seat`, scenario or edition; settings are out of bounds; it can only be done before the lesson begins, or after it;
    nobody is there to begin with; the lesson is over; nothing is asked now; there is no such issue; it would show what
    is sealed until the end; a part cannot be made so long or so short.
    """

    kind: ClassGrounds
    letter: Letter = ""
    seat: DelegationId | None = None
    name: str = ""
    most: int = 0
