"""What devices find out that try the room before a lesson, and how many of them are fit for it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal

MOST_TRIED = 2_500
"""Devices that are remembered; the one that was heard of longest ago is forgotten first."""
NARROWEST = 320
"""Dots across that a page needs (WCAG 2.2, 1.4.10)."""

Messages = Literal["trying", "stream", "polls", "none"]
"""How messages reach a device: it still tries; by a stream that was held for a minute; only when it asks for each; not
at all."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What one device has found out."""

    messages: Messages
    wide: int
    """Dots across, as pages count them."""
    keeps: bool
    """Whether it keeps what a page asks it to."""

    @property
    def fit(self) -> bool:
        """Whether nothing is to be mended."""
        return self.messages == "stream" and self.wide >= NARROWEST and self.keeps


@dataclass(frozen=True, slots=True)
class Tries:
    """How many devices there are of each kind; one may be of several."""

    opened: int = 0
    """Devices that have reached the page."""
    trying: int = 0
    fit: int = 0
    polling: int = 0
    cut_off: int = 0
    """Devices that no messages reach."""
    narrow: int = 0
    forgetful: int = 0
    """Devices that keep nothing."""


class Preflight:
    """What all of them have found out. It changes in place."""

    def __init__(self) -> None:
        self._tried: OrderedDict[str, Tried] = OrderedDict()

    def take(self, device: str, tried: Tried) -> None:
        """Note what a device has found out, in place of what it said before; it goes by any word."""
        self._tried[device] = tried
        self._tried.move_to_end(device)
        if len(self._tried) > MOST_TRIED:
            self._tried.popitem(last=False)

    def tries(self) -> Tries:
        """All of them, counted."""
        found = self._tried.values()
        done = [each for each in found if each.messages != "trying"]
        return Tries(
            opened=len(found),
            trying=len(found) - len(done),
            fit=sum(each.fit for each in done),
            polling=sum(each.messages == "polls" for each in done),
            cut_off=sum(each.messages == "none" for each in done),
            narrow=sum(each.wide < NARROWEST for each in done),
            forgetful=sum(not each.keeps for each in done),
        )
