"""The one door for input: the only reader of raw pygame events. Everything behind it hears these small words.

Letter keys are read by scancode, so that a shortcut is the same key under a Cyrillic layout; what is typed into a field
comes as `Typed`, in the layout of the player.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pygame


@dataclass(frozen=True, slots=True)
class MouseDown:
    """The main mouse button went down here, in logical units."""

    x: float
    y: float


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
    """A key went down: a letter or digit in lower case, or one of `NAMES`."""

    name: str
    ctrl: bool = False
    shift: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Text came from the keyboard or an input method."""

    words: str


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


Input = MouseDown | MouseUp | MouseMoved | Wheel | Key | Typed | Resized | Exposed | Quit

NAMES = {
    pygame.KSCAN_RETURN: "enter", pygame.KSCAN_KP_ENTER: "enter", pygame.KSCAN_ESCAPE: "escape",
    pygame.KSCAN_SPACE: "space", pygame.KSCAN_TAB: "tab", pygame.KSCAN_BACKSPACE: "backspace",
    pygame.KSCAN_DELETE: "delete", pygame.KSCAN_UP: "up", pygame.KSCAN_DOWN: "down", pygame.KSCAN_LEFT: "left",
    pygame.KSCAN_RIGHT: "right", pygame.KSCAN_HOME: "home", pygame.KSCAN_END: "end",
    pygame.KSCAN_PAGEUP: "pageup", pygame.KSCAN_PAGEDOWN: "pagedown", pygame.KSCAN_F1: "f1",
    pygame.KSCAN_EQUALS: "+", pygame.KSCAN_KP_PLUS: "+", pygame.KSCAN_MINUS: "-",
    pygame.KSCAN_KP_MINUS: "-", pygame.KSCAN_0: "0",
    **{getattr(pygame, f"KSCAN_{letter.upper()}"): letter for letter in "abcdefghijklmnopqrstuvwxyz"},
    **{getattr(pygame, f"KSCAN_{digit}"): digit for digit in "123456789"},
}  # fmt: skip
SCANCODES = {name: code for code, name in reversed(NAMES.items())}


def read(events: Iterable[pygame.Event], scale: float) -> Iterator[Input]:
    """Raw events as small words, positions in logical units."""
    for event in events:
        said = _one(event, scale)
        if said is not None:
            yield said


def _one(event: pygame.Event, scale: float) -> Input | None:
    kind = event.type
    if kind == pygame.QUIT:
        return Quit()
    if kind == pygame.KEYDOWN:
        name = NAMES.get(event.scancode)
        ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        return Key(name, ctrl, bool(event.mod & pygame.KMOD_SHIFT)) if name else None
    if kind == pygame.TEXTINPUT:
        return Typed(event.text)
    if kind == pygame.VIDEORESIZE:
        return Resized(event.w, event.h)
    if kind in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
        return Exposed()
    return _mouse(event, scale)


def _mouse(event: pygame.Event, scale: float) -> Input | None:
    if event.type == pygame.MOUSEWHEEL:
        x, y = pygame.mouse.get_pos()
        return Wheel(x / scale, y / scale, getattr(event, "precise_y", event.y))
    if event.type == pygame.MOUSEMOTION:
        return MouseMoved(event.pos[0] / scale, event.pos[1] / scale)
    if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button == 1:
        kind = MouseDown if event.type == pygame.MOUSEBUTTONDOWN else MouseUp
        return kind(event.pos[0] / scale, event.pos[1] / scale)
    return None
