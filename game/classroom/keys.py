"""Who is let into a class: hashes of tokens, codes of seats. What is here is on disk, too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.classroom.doors import SEAT_CODE, hashed, new_code, new_token
from game.table import Key

DESK, WALL, SEAT = "*desk", "*wall", "seat"
"""Who holds the teacher's keys and the wall's; behind it stands a number, for each time that a link was given out."""
MOST_LINKS = 5
"""Links of one kind that open something: those that were given out last."""


def door_of(holder: str) -> str:
    """Which door somebody's key opens: the desk's, the wall's, or that of the seats."""
    kind = holder.partition(".")[0]
    return kind if kind in (DESK, WALL) else SEAT


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key that has just been cut; the token is nowhere else."""

    holder: str
    token: str
    seat_code: str = ""

    @property
    def hash(self) -> str:
        """What is kept of it."""
        return hashed(self.token)


class Keys:
    """The keys of one class. It changes in place."""

    def __init__(self, kept: Iterable[Key]) -> None:
        self._holders: dict[str, str] = {}
        self._hashes: dict[str, str] = {}
        self._seats: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        for key in kept:
            self.put(key.holder, key.hash, key.seat_code)

    def __bool__(self) -> bool:
        return bool(self._holders)

    def put(self, holder: str, hash: str, seat_code: str = "") -> None:
        """Let somebody in with this, and with nothing that let the same one in before."""
        self.drop(holder)
        self._holders[hash], self._hashes[holder] = holder, hash
        if seat_code:
            self._seats[seat_code], self._codes[holder] = holder, seat_code

    def drop(self, holder: str) -> None:
        """Let somebody in no more."""
        self._holders.pop(self._hashes.pop(holder, ""), None)
        self._seats.pop(self._codes.pop(holder, ""), None)

    def holder(self, hash: str) -> str | None:
        """Who comes with a token of this hash; None where it opens nothing."""
        return self._holders.get(hash)

    def seat(self, code: str) -> str | None:
        """Whose seat it is that has this code."""
        return self._seats.get(code)

    def seat_code(self, holder: str) -> str:
        """The code of somebody's seat."""
        return self._codes.get(holder, "")

    def cut(self, holder: str, *, seat_code: str | None = None) -> NewKey:
        """A new key for somebody; with the code of a seat that nobody else has, unless it is given."""
        while seat_code is None or (seat_code and self._seats.get(seat_code, holder) != holder):
            seat_code = new_code(SEAT_CODE)
        return NewKey(holder, new_token(), seat_code)

    def links(self, kind: str) -> list[str]:
        """The holders of links of a kind, the oldest first."""
        numbered = [holder for holder in self._hashes if holder.partition(".")[0] == kind]
        return sorted(numbered, key=lambda holder: int(holder.partition(".")[2] or 0))
