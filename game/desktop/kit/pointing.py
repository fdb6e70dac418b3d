"""What a frame asks of the mouse and the focus; who keeps a picture of it notes what was asked, and the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Meaning = Callable[[str], str]
"""What a spot stands for, by its id."""
Looked = tuple[str, str | None, str | None]
"""What the mouse is over, what it is pressed on there, and what has the focus, if that is shown."""


@dataclass
class Memory:
    """What the framework keeps for a screen between frames: scroll offsets, focus, the mouse."""

    scroll: dict[str, float] = field(default_factory=dict)
    reach: dict[str, float] = field(default_factory=dict)
    focus: str = ""
    shown: bool = False
    """Whether the focus ring is shown: after a key moved it, until the mouse is used."""
    mouse: tuple[float, float] = (-1.0, -1.0)
    held: str = ""
    hovered: str = ""
    pan: tuple[float, float] = (0.0, 0.0)
    """Which pixel of a page that is larger than the window stands in its corner."""
    met: bool = False
    """Whether such a page has been shown before."""

    def offset(self, id: str, *, follow: bool = False) -> float:
        """How far a pane is scrolled now; one that follows what is written is at its end until it is scrolled."""
        return self.scroll.get(id, self.reach.get(id, 0.0) if follow else 0.0)


class Asked:
    """What a panel asked of the mouse and the focus while it was drawn, and what it was told."""

    def __init__(self, looked: Looked) -> None:
        self._looked = looked
        self.hovered: set[str] = set()
        self.held: set[str] = set()
        self.focused: set[str] = set()
        self.pointed: dict[tuple[str, Meaning | None], str] = {}
        self.keys: bool | None = None
        """Whether the focus is shown, if that was asked."""
        self.memory: object = None
        """All of it, if that was asked."""

    def same(self, pointing: Pointing) -> bool:
        """Whether every answer is the same now."""
        asked = self.hovered, self.held, self.focused
        return (
            all(
                was == now or (was not in ids and now not in ids)
                for was, now, ids in zip(self._looked, pointing.looked, asked, strict=True)
            )
            and self.keys in (None, pointing.remembered.shown)
            and self.memory in (None, pointing.everything)
            and all(pointing.pointed_at(*question) == answer for question, answer in self.pointed.items())
        )


class Pointing:
    """What is looked at, pressed and focused, as one frame asks for it."""

    def __init__(self, memory: Memory) -> None:
        self.remembered = memory
        """The memory, without noting that it was asked."""
        self._notes: Asked | None = None

    @property
    def memory(self) -> Memory:
        """All that is kept of mouse, focus and scrolling."""
        if self._notes is not None:
            self._notes.memory = self.everything
        return self.remembered

    @property
    def everything(self) -> object:
        """All that a panel can show of it but for scrolling."""
        memory = self.remembered
        return memory.hovered, memory.held, memory.focus, memory.shown

    @property
    def looked(self) -> Looked:
        """What is looked at now."""
        memory = self.remembered
        hovered, held = memory.hovered, memory.held
        return hovered, held if held == hovered else None, memory.focus if memory.shown else None

    def hovered(self, id: str) -> bool:
        """Whether the mouse is over this spot."""
        if self._notes is not None:
            self._notes.hovered.add(id)
        return self.remembered.hovered == id

    def held(self, id: str) -> bool:
        """Whether the mouse button is down on this spot."""
        if self._notes is not None:
            self._notes.held.add(id)
        return self.remembered.held == id and self.remembered.hovered == id

    def focused(self, id: str) -> bool:
        """Whether the keyboard's focus is here, and shown."""
        if self._notes is not None:
            self._notes.focused.add(id)
        return self.remembered.shown and self.remembered.focus == id

    def pointed(self, beginning: str, meaning: Meaning | None = None) -> str:
        """Which spot is looked at, of those whose ids begin so: the one that has the focus, if that is shown, else the
        one under the mouse; empty if it is none of them. Or what it stands for, if that is asked: a panel on which two
        spots mean the same need not be painted anew."""
        found = self.pointed_at(beginning, meaning)
        if self._notes is not None:
            self._notes.pointed[beginning, meaning] = found
        return found

    def pointed_at(self, beginning: str, meaning: Meaning | None) -> str:
        """The same, without noting that it was asked."""
        looked_at = (self.remembered.focus if self.remembered.shown else "", self.remembered.hovered)
        found = next((each for each in looked_at if each.startswith(beginning)), "")
        return meaning(found) if found and meaning else found

    @property
    def by_keys(self) -> bool:
        """Whether the focus is shown."""
        if self._notes is not None:
            self._notes.keys = self.remembered.shown
        return self.remembered.shown

    @contextmanager
    def noting(self) -> Iterator[Asked]:
        """Note what is asked of mouse and focus, and the answers."""
        before, self._notes = self._notes, Asked(self.looked)
        try:
            yield self._notes
        finally:
            self._notes = before
