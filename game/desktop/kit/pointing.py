"""What a frame asks of the mouse and the focus; who keeps a picture of it notes the questions with their answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

Meaning = Callable[[str], str]
"""What a spot stands for, by its id."""
Question = tuple[Literal["hovered", "held", "focused", "pointed", "keys", "all"], str, Meaning | None]
"""Something that a panel asks of the mouse and the focus, of which spot, and what it wants to know of that."""


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


class Pointing:
    """What is looked at, pressed and focused, as one frame asks for it."""

    def __init__(self, memory: Memory) -> None:
        self.remembered = memory
        """The memory, without noting that it was asked."""
        self._notes: dict[Question, object] | None = None

    @property
    def memory(self) -> Memory:
        """All that is kept of mouse, focus and scrolling."""
        self._asked(("all", "", None))
        return self.remembered

    def hovered(self, id: str) -> bool:
        """Whether the mouse is over this spot."""
        return bool(self._asked(("hovered", id, None)))

    def held(self, id: str) -> bool:
        """Whether the mouse button is down on this spot."""
        return bool(self._asked(("held", id, None)))

    def focused(self, id: str) -> bool:
        """Whether the keyboard's focus is here, and shown."""
        return bool(self._asked(("focused", id, None)))

    def pointed(self, beginning: str, meaning: Meaning | None = None) -> str:
        """Which spot is looked at, of those whose ids begin so: the one that has the focus, if that is shown, else the
        one under the mouse; empty if it is none of them. Or what it stands for, if that is asked: a panel on which two
        spots mean the same need not be painted anew."""
        return str(self._asked(("pointed", beginning, meaning)))

    @property
    def by_keys(self) -> bool:
        """Whether the focus is shown."""
        return bool(self._asked(("keys", "", None)))

    @contextmanager
    def noting(self) -> Iterator[dict[Question, object]]:
        """Note what is asked of mouse and focus, and the answers."""
        before, self._notes = self._notes, {}
        try:
            yield self._notes
        finally:
            self._notes = before

    def _asked(self, question: Question) -> object:
        answer = self.answer(question)
        if self._notes is not None:
            self._notes[question] = answer
        return answer

    def answer(self, question: Question) -> object:
        """What is so now of the mouse and the focus."""
        memory, (kind, id, meaning) = self.remembered, question
        match kind:
            case "hovered":
                return memory.hovered == id
            case "held":
                return memory.held == id and memory.hovered == id
            case "focused":
                return memory.shown and memory.focus == id
            case "pointed":
                looked_at = (memory.focus if memory.shown else "", memory.hovered)
                found = next((each for each in looked_at if each.startswith(id)), "")
                return meaning(found) if found and meaning else found
            case "keys":
                return memory.shown
            case "all":
                return memory.hovered, memory.held, memory.focus, memory.shown
