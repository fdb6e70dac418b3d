"""A window that a test drives: it presses what a person reads, and tells what can be read."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.desktop.kit.canvas import Memory, Spot, TextBox
from game.desktop.kit.hands import Hands
from game.desktop.kit.inputs import SCANCODES
from game.desktop.kit.window import Window


class Driver(Window):
    """A window without a loop of its own. Everything goes through real pygame events."""

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
        x, y = (spot.box if spot.clip is None else spot.box.meet(spot.clip)).centre
        at = (round(x * self.scale), round(y * self.scale))
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

    def key(self, name: str, *, ctrl: bool = False, shift: bool = False) -> None:
        """Press a key by its name in `inputs.NAMES`."""
        mod = (pygame.KMOD_CTRL if ctrl else 0) | (pygame.KMOD_SHIFT if shift else 0)
        event = pygame.Event(pygame.KEYDOWN, key=0, scancode=SCANCODES[name], mod=mod, unicode="")
        pygame.event.post(event)
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
