"""Which screens of a stack are seen, how large a page each needs, and which of them share one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.desktop.kit.screen import Screen


def seen(stack: Sequence[Screen]) -> Sequence[Screen]:
    """The uppermost screen, and what is seen below it."""
    first = len(stack) - 1
    while first > 0 and stack[first].overlay:
        first -= 1
    return stack[max(0, first) :]


def least(screens: Sequence[Screen]) -> tuple[float, float]:
    """The smallest page on which all of these have room."""
    pages = [each.least for each in screens]
    return max((page[0] for page in pages), default=0.0), max((page[1] for page in pages), default=0.0)


@dataclass(frozen=True, slots=True)
class Room:
    """A window in logical units."""

    wide: float
    high: float

    def holds(self, screens: Sequence[Screen]) -> bool:
        """Whether the window shows all of them whole."""
        wide, high = least(screens)
        return self.wide >= wide - 1 and self.high >= high - 1

    def under_sheets(self, screens: Sequence[Screen]) -> int:
        """How many of the lowest screens need a larger page than the window while the sheets over them do not: those
        are seen whole then, wherever on its page one is below."""
        place = len(screens)
        for number in range(len(screens) - 1, 0, -1):
            screen = screens[number]
            if not screen.overlay or not self.holds([screen]):
                break
            place = place if screen.points else number
        return place if place < len(screens) and not self.holds(screens) else 0
