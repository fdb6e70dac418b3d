"""A window that a test drives: it presses what a person reads, and tells what can be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pygame

from game.desktop.kit.canvas import Spot, TextBox
from game.desktop.kit.hands import Hands
from game.desktop.kit.keyboard import KEYS, PLACES
from game.desktop.kit.pointing import Memory
from game.desktop.kit.window import Window

AMERICAN = {place: name for name, place in PLACES.items() if len(name) == 1}
AMERICAN |= {pygame.KSCAN_MINUS: "-", pygame.KSCAN_EQUALS: "="}
_AT = {place: name for name, place in PLACES.items()}


class Driver(Window):
    """A window without a loop of its own. Everything goes through real pygame events."""

    def __init__(self, *told: Any, **settings: Any) -> None:
        super().__init__(*told, **settings)
        self.lately.reacts = 0.0  # it sees at once what has moved

    def press(self, words: str, *, among: str = "") -> None:
        """Click the middle of what reads so: the whole words, else the beginning, else a part of them.

        Where words stand in two places, `among` is how the id of the right spot begins.
        """
        self.settle()
        spot = self.spot(words, among=among)
        Hands(self.memory, self.canvas.spots, self.canvas.panes).reveal(spot.id)
        self.redraw()
        self.settle()
        spot = next((again for again in self.canvas.spots if again.id == spot.id), spot)
        if self.glass.bring(self.memory, spot.box, self.scale):
            self.redraw()
            self.settle()
        x, y = (spot.box if spot.clip is None else spot.box.meet(spot.clip)).centre
        left, top = self.glass.seen(self.memory)
        at = (round(x * self.scale) - left, round(y * self.scale) - top)
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
        self.settle()

    @property
    def memory(self) -> Memory:
        """Focus, mouse and scrolling of the uppermost screen."""
        if self.top is None:
            raise LookupError("no screen is open")
        return self.top.memory

    def spot(self, words: str, *, among: str = "") -> Spot:
        """The spot that reads so; LookupError if there is none."""
        spot = self.find(words, among=among)
        if spot is None:
            raise LookupError(f"nothing reads {words!r}; there are {[spot.words for spot in self.canvas.spots]}")
        return spot

    def find(self, words: str, *, among: str = "") -> Spot | None:
        """The spot that reads so."""
        spots = [spot for spot in self.canvas.spots if spot.id.startswith(among)]
        for fits in (str.__eq__, str.startswith, str.__contains__):
            for spot in spots:
                if fits(spot.words, words):
                    return spot
        return None

    layout: Mapping[int, str] = AMERICAN
    """What the keyboard prints on its keys, without Shift, by scancode."""

    def place(self, sign: int) -> int:
        """Where the keyboard of the test has a sign."""
        return next((scancode for scancode, printed in self.layout.items() if ord(printed) == sign), 0)

    def key(self, name: str, *, ctrl: bool = False, shift: bool = False, alt: bool = False) -> None:
        """Press and let go the key that a person takes for this name of `keyboard.NAMES` on the keyboard of the test:
        the one on which it is printed, else the one where it lies in America."""
        if name == "+" and not self.place(ord(name)):
            name, shift = "=", True
        mod = (pygame.KMOD_CTRL if ctrl else 0) | (pygame.KMOD_SHIFT if shift else 0) | (pygame.KMOD_LALT if alt else 0)
        printed = self.place(ord(name)) if len(name) == 1 else 0
        self.strike(printed or PLACES[name], mod)

    def strike(self, scancode: int, mod: int = pygame.KMOD_NONE, *, up: bool = True) -> None:
        """Press a key by where it lies, and let it go unless it is held on."""
        printed = self.layout.get(scancode)
        key = ord(printed) if printed else KEYS.get(_AT.get(scancode, ""), scancode | 1 << 30)
        for kind in (pygame.KEYDOWN, pygame.KEYUP) if up else (pygame.KEYDOWN,):
            pygame.event.post(pygame.Event(kind, key=key, scancode=scancode, mod=mod, unicode=""))
        self.settle()

    def compose(self, words: str, at: int | None = None) -> None:
        """Have an input method show what it is composing; nothing, when it lets go of it."""
        start = len(words) if at is None else at
        pygame.event.post(pygame.Event(pygame.TEXTEDITING, text=words, start=start, length=0))
        self.settle()

    def type(self, words: str) -> None:
        """Type words into the field that is open."""
        pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=words))
        self.settle()

    def settle(self, steps: int = 2) -> None:
        """A few steps, so that what was asked for is drawn."""
        for _ in range(steps):
            self.step()

    def texts(self) -> list[str]:
        """Every string on the uppermost screen, in the order of drawing."""
        return [box.words for box in self.canvas.texts]

    def reads(self, words: str) -> bool:
        """Whether words can be read, wherever lines break."""
        return words in " ".join(self.texts())

    def boxes(self) -> list[TextBox]:
        """Where every string was drawn."""
        return list(self.canvas.texts)

    def screenshot(self, path: str | Path) -> None:
        """The window as a picture."""
        self.redraw()
        self.settle()
        pygame.image.save(self.surface, str(path))
