"""The proof sheet of a file: marks by the path of a value, kept with the line and column where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from game.scenario.decoding import position
from game.scenario.mistakes import Mistake
from game.scenario.reader import Parsed, Place

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the file to a value."""


class Proof:
    """Collects the mistakes of one reading; every path is found by the place that its value has in the file."""

    def __init__(self, reading: Parsed, file: str) -> None:
        self._file = file
        self._reading = reading
        self.mistakes: list[Mistake] = list(reading.mistakes)
        self.doubts = reading.doubts

    def mark(self, path: Path, message: str) -> None:
        """A mistake in the value at a path, or in what holds it if there is no such value."""
        self.mistakes.append(self.at(path, message))

    def mark_sign(self, path: Path, sign: str, message: str) -> None:
        """A mistake in a sign of the value at a path."""
        self.mistakes.append(Mistake(self._file, *self._reading.sign(self._place(path), sign), message))

    def mark_key(self, path: Path, message: str) -> None:
        """A mistake in the key with which a path ends."""
        *holder, key = path
        line, column = self._place(tuple(holder)).keys.get(str(key), (0, 0))
        self.mistakes.append(Mistake(self._file, line, column, message) if line else self.at(path, message))

    def at(self, path: Path, message: str) -> Mistake:
        """A sentence with the place of the value at a path, for whoever keeps a list of their own."""
        place = self._place(path)
        return Mistake(self._file, place.line, place.column, message)

    def beyond_ascii(self) -> Iterator[tuple[str, Callable[[int, str], Mistake]]]:
        """The values with signs beyond ASCII, as the file writes them, each with what makes a mistake at an offset."""
        for extent in self._reading.extents.values():
            yield self._reading.text[slice(*extent)], partial(self._at_offset, extent[0])

    def _at_offset(self, start: int, offset: int, message: str) -> Mistake:
        return Mistake(self._file, *position(self._reading.text, start + offset), message)

    def written(self, path: Path) -> Any:
        """What stands at a path, as the file has it; None if nothing does."""
        found: Any = self._reading.data
        for step in path:
            try:
                found = found[step]
            except (LookupError, TypeError):
                return None
        return found

    def refused(self, path: Path) -> bool:
        """Whether the reader has found the value at a path wrong already."""
        place = self._place(path)
        return (place.line, place.column) in self._reading.refused

    def _place(self, path: Path) -> Place:
        place = self._reading.place
        for step in path:
            if step not in place.inside:
                break
            place = place.inside[step]
        return place
