"""The one door for input: the only reader of raw pygame events. Everything behind it hears these small words.

A key is called by what is printed on it (`keyboard`); what is typed into a field comes as `Typed`, in the layout of the
player, and as `Composed` while an input method is still at it: the keys that it takes meanwhile are heard by nobody.
A key that is held down moves the focus, scrolls and edits on, but presses nothing again: the screen that its press
has opened must not hear it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pygame

from game.desktop.kit import keyboard


@dataclass(frozen=True, slots=True)
class MouseDown:
    """The main mouse button went down here, in logical units."""

    x: float
    y: float
    times: int = 1
    """2 for the second press of a double one, 3 for the third."""
    shift: bool = False


@dataclass(frozen=True, slots=True)
class MouseUp:
    """The main mouse button went up here."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class MouseMoved:
    """The mouse is here now."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Wheel:
    """The wheel was turned here, so many notches; up is positive."""

    x: float
    y: float
    notches: float


@dataclass(frozen=True, slots=True)
class Key:
    """A key went down: a letter or digit in lower case, or another of `keyboard.NAMES`."""

    name: str
    ctrl: bool = False
    shift: bool = False
    held: bool = False
    """It went down a while ago, and is only held."""
    also: str = ""
    """+ or −, where the key of a digit has it as a second sign."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Text came from the keyboard or an input method."""

    words: str


@dataclass(frozen=True, slots=True)
class Composed:
    """What an input method has in the making; empty when it has let go of it. The cursor stands after `at` signs."""

    words: str
    at: int


@dataclass(frozen=True, slots=True)
class Resized:
    """The window has another size, in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Exposed:
    """The window must be painted again."""


@dataclass(frozen=True, slots=True)
class Quit:
    """The player closed the window."""


Input = MouseDown | MouseUp | MouseMoved | Wheel | Key | Typed | Composed | Resized | Exposed | Quit

_TWICE, _NEAR = 0.5, 4.0
"""Presses of the mouse within so many seconds and logical units are one double press."""
_LOST = 1.0
"""Seconds after which a key of which nothing has been heard is not held any more: its end was lost."""
_HELD_ON = frozenset((
    "up", "down", "left", "right", "pageup", "pagedown", "home", "end", "tab", "backspace", "delete", "z", "y", "+", "-"
))  # fmt: skip
"""Keys that go on while they are held: they move, zoom or edit."""


class Reader:
    """Reads raw events. It knows what one event does not tell: which keys are still held, what is being composed,
    and whether the mouse was pressed here a moment ago."""

    def __init__(self, clock: Callable[[], float], where: keyboard.Place = keyboard.place) -> None:
        self._clock = clock
        self._where = where
        self._held: dict[int, float] = {}
        """When each key that is down was last heard of."""
        self._before: set[int] = set()
        """Keys that were held when typing began: what they type is not meant for the field."""
        self._composing = False
        self._last = MouseDown(-1e6, -1e6)
        self._pressed = 0.0
        self._put_off: tuple[Key, ...] = ()

    def again(self, key: Key) -> None:
        """Hear a key once more, before anything else that comes: it was meant for what was not there then."""
        self._put_off = (*self._put_off, key)

    def read(self, events: Iterable[pygame.Event], scale: float) -> Iterator[Input]:
        """Raw events as small words, positions in logical units."""
        put_off, self._put_off = self._put_off, ()
        yield from put_off
        composing = self._composing
        for event in events:
            said = self._one(event, scale)
            # The Enter with which a composition is confirmed may come after its end, but within the same moment.
            composing = composing or self._composing
            if said is not None and not (composing and isinstance(said, Key)):
                yield said

    def begin_typing(self) -> None:
        """A field has opened: the key that opened it may still be held, and does not type into it."""
        self._before = {scancode for scancode in self._held if self._holds(scancode)}

    def end_typing(self) -> None:
        """No field is open any more, and nothing is being composed."""
        self._before.clear()
        self._composing = False

    def _holds(self, scancode: int) -> bool:
        return self._clock() - self._held.get(scancode, -_LOST) < _LOST

    def _one(self, event: pygame.Event, scale: float) -> Input | None:
        kind = event.type
        if kind == pygame.QUIT:
            return Quit()
        if kind in (pygame.KEYDOWN, pygame.KEYUP):
            return self._key(event)
        if kind == pygame.TEXTINPUT:
            self._composing = False
            return None if any(self._holds(scancode) for scancode in self._before) else Typed(event.text)
        if kind == pygame.TEXTEDITING:
            self._composing = bool(event.text)
            return Composed(event.text, event.start)
        if kind == pygame.WINDOWFOCUSLOST:
            self._held.clear()
            self._composing = False
            return Composed("", 0)
        if kind == pygame.VIDEORESIZE:
            return Resized(event.w, event.h)
        if kind in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            return Exposed()
        return self._mouse(event, scale)

    def _key(self, event: pygame.Event) -> Key | None:
        if event.type == pygame.KEYUP:
            self._held.pop(event.scancode, None)
            self._before.discard(event.scancode)
            return None
        held = self._holds(event.scancode)
        self._held[event.scancode] = self._clock()
        if not held:
            self._before.clear()
        key = keyboard.pressed(event, self._where)
        if key is None or (held and not {key.name, key.also} & _HELD_ON):
            return None
        return Key(key.name, key.ctrl, key.shift, held=held, also=key.also)

    def _mouse(self, event: pygame.Event, scale: float) -> Input | None:
        if event.type == pygame.MOUSEWHEEL:
            x, y = pygame.mouse.get_pos()
            return Wheel(x / scale, y / scale, getattr(event, "precise_y", event.y))
        if event.type == pygame.MOUSEMOTION:
            return MouseMoved(event.pos[0] / scale, event.pos[1] / scale)
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            return MouseUp(event.pos[0] / scale, event.pos[1] / scale)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._press(event.pos[0] / scale, event.pos[1] / scale)
        return None

    def _press(self, x: float, y: float) -> MouseDown:
        now = self._clock()
        again = now - self._pressed < _TWICE and max(abs(x - self._last.x), abs(y - self._last.y)) <= _NEAR
        shift = bool(pygame.key.get_mods() & pygame.KMOD_SHIFT)
        self._last, self._pressed = MouseDown(x, y, self._last.times + 1 if again else 1, shift), now
        return self._last
