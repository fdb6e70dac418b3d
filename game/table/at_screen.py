"""Whose seat is at the one screen, when several people play at one computer, and to whom it is being handed.

Nobody sits there between two seats: a face then shows nothing of any seat, until whoever it is handed to says so. The
seats are whatever the talks can wait for; nothing here knows what a seat may do.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from game.text import DelegationId


@dataclass(frozen=True, slots=True)
class AtScreen:
    """The people of one computer, and which of them is at its screen."""

    people: tuple[DelegationId, ...] = ()
    """The seats that people have here, in the order of the table; none for whoever only watches."""
    who: DelegationId | None = None
    """The seat at the screen; None while it is handed over, while nobody plays, and when several have ended."""
    handing: DelegationId | None = None
    """To whose person the screen is being handed; None when it is not."""

    def __post_init__(self) -> None:
        here = {self.who, self.handing} - {None}
        if len(here) > 1 or not here <= set(self.people):
            raise ValueError(f"{self.who} and {self.handing} cannot both be at a screen of {self.people}")

    def after(self, waits_for: Collection[DelegationId], *, over: bool) -> AtScreen:
        """When the talks have moved on and wait for these seats, or are over. One person keeps the screen to the end
        and beyond, and whoever has covered it finds it covered. Of several, whoever is waited for keeps it, and so does
        everybody while the computer alone is; when talks of several are over the screen is nobody's, since all may see
        everything then."""
        if len(self.people) < 2:
            return self if self.handing else AtScreen(self.people, *self.people)
        if over:
            return AtScreen(self.people)
        here, waited = self.who or self.handing, [who for who in self.people if who in waits_for]
        if here in waited or (here is not None and not waited):
            return self
        return AtScreen(self.people, None, waited[0] if waited else self.people[0])

    def covered(self) -> AtScreen:
        """With the screen handed to the one who sits there, who is called away from it."""
        return AtScreen(self.people, None, self.who) if self.who else self

    def passed(self, who: DelegationId) -> AtScreen:
        """With the screen handed to another of the people, for whom the talks may not wait."""
        return AtScreen(self.people, None, who)

    def taken(self, who: DelegationId) -> AtScreen:
        """With somebody sitting down to whom the screen is handed; as it is for everybody else."""
        return replace(self, who=who, handing=None) if who == self.handing else self
