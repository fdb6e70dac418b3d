"""Shortcuts are the keys on which they are printed, on every keyboard of `layouts`."""

from __future__ import annotations

import string
import sys
from collections.abc import Iterator, Sequence

import pygame
import pytest

from game.desktop.kit import keyboard
from game.desktop.kit.driver import Driver
from game.desktop.kit.inputs import Input, Key
from game.desktop.kit.keyboard import KEYS, PLACES, pressed
from game.desktop.kit.screen import Screen
from game.desktop.kit.settings import Settings
from tests.desktop.layouts import LAYOUTS, SCANCODES, Layout

CTRL, SHIFT, ALT, ALTGR, SUPER = (
    pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT, pygame.KMOD_LALT, pygame.KMOD_MODE, pygame.KMOD_LMETA,
)  # fmt: skip


class Ear(Screen):
    """Writes down what it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Input] = []

    def on(self, said: Input) -> bool:
        """Everything."""
        self.heard.append(said)
        return True

    def pressed(self) -> list[Key]:
        """The keys since this was last asked."""
        heard, self.heard = self.heard, []
        return [said for said in heard if isinstance(said, Key)]


class Zoomed(Driver):
    """Writes down by how much its letters are to grow."""

    def zoom(self, steps: int) -> None:
        """Instead of letting them grow."""
        self.sizes.append(steps)

    sizes: list[int]


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def clock() -> list[float]:
    return [0.0]


@pytest.fixture
def driver(ear: Ear, clock: list[float]) -> Iterator[Zoomed]:
    driver = Zoomed("A test", size=(1024, 768), settings=Settings(motion=False), clock=lambda: clock[0])
    driver.sizes = []
    driver.push(ear)
    driver.settle()
    yield driver
    driver.close()


def names(layout: Layout, signs: Sequence[str], mod: int = 0) -> dict[str, list[int]]:
    """Which keys of a keyboard, by scancode, are called by each of these signs."""

    def where(sign: int) -> int:
        return next((scancode for scancode, given in layout.keys.items() if ord(given) == sign), 0)

    found: dict[str, list[int]] = {sign: [] for sign in signs}
    for scancode in SCANCODES:
        given = layout.keys.get(scancode)
        code = ord(given) if given else scancode | 1 << 30
        event = pygame.Event(pygame.KEYDOWN, key=code, scancode=scancode, mod=mod, unicode="")
        if key := pressed(event, where):
            found.setdefault(key.name, []).append(scancode)
    return found


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("mod", [0, CTRL, SHIFT, pygame.KMOD_CAPS])
def test_every_letter_has_one_key(name: str, mod: int) -> None:
    """The one that prints it, else the one where America has it; and nothing else is a letter."""
    layout = LAYOUTS[name]
    found = names(layout, string.ascii_lowercase, mod)
    for letter in string.ascii_lowercase:
        own = [scancode for scancode, given in layout.keys.items() if given.upper() == letter.upper()]
        assert found[letter] == (own or [PLACES[letter]])


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_digit_has_one_key(name: str) -> None:
    """Its own, else the one in the upper row: it is printed there, though it may take Shift."""
    layout = LAYOUTS[name]
    found = names(layout, string.digits)
    for digit in string.digits:
        own = [scancode for scancode, given in layout.keys.items() if given == digit]
        assert found[digit] == (own or [PLACES[digit]])


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_size_of_the_letters_is_changed_where_plus_and_minus_are_printed(driver: Zoomed, name: str) -> None:
    """With Ctrl; 0 brings back the first size, and Q leaves."""
    layout = LAYOUTS[name]
    driver.layout = layout.keys
    driver.strike(layout.at(layout.minus), CTRL)
    driver.key("0", ctrl=True)
    if layout.plus:
        driver.strike(layout.at(layout.plus), CTRL | (SHIFT if layout.shift else 0))
    assert driver.sizes == ([-1, 0, 1] if layout.plus else [-1, 0])
    driver.key("q", ctrl=True)
    assert not driver.running


@pytest.mark.parametrize("name", LAYOUTS)
def test_plus_and_minus_are_printed_on_buttons_too(driver: Zoomed, ear: Ear, name: str) -> None:
    """As in the menu: their keys are heard without Ctrl, and a digit that shares its key with one is a digit first."""
    layout = LAYOUTS[name]
    driver.layout = layout.keys
    for sign, printed, shift in (("-", layout.minus, False), ("+", layout.plus, layout.shift)):
        if printed:
            driver.strike(layout.at(printed), SHIFT if shift else 0)
            (key,) = ear.pressed()
            assert sign in (key.name, key.also)
            assert key.name == sign or key.name in string.digits


@pytest.mark.parametrize("shift", [False, True])
def test_equals_is_plus_with_shift_or_without(driver: Zoomed, shift: bool) -> None:
    """As in every browser."""
    driver.strike(pygame.KSCAN_EQUALS, CTRL | (SHIFT if shift else 0))
    assert driver.sizes == [1]


def test_ctrl_and_a_on_a_french_keyboard_does_not_leave(driver: Zoomed, ear: Ear) -> None:
    """Its A lies where America has its Q."""
    driver.layout = LAYOUTS["fr"].keys
    driver.key("a", ctrl=True)
    assert driver.running
    assert ear.pressed() == [Key("a", ctrl=True)]
    driver.key("q", ctrl=True)
    assert not driver.running


@pytest.mark.parametrize("layout", ["us", "fr", "fr-windows", "ru"])
def test_number_pad(driver: Zoomed, ear: Ear, layout: str) -> None:
    """Digits while NumLock is on; while it is off, what is printed below them. + and − change the size; Enter is
    Enter."""
    driver.layout = LAYOUTS[layout].keys
    pad = [getattr(pygame, f"KSCAN_KP{digit}") for digit in range(10)]
    for scancode in pad:
        driver.strike(scancode, pygame.KMOD_NUM)
    assert [key.name for key in ear.pressed()] == list(string.digits)
    for scancode in (*pad, pygame.KSCAN_KP_PERIOD):
        driver.strike(scancode)
    moves = ["insert", "end", "down", "pagedown", "left", "right", "home", "up", "pageup", "delete"]
    expected = list(string.digits) if sys.platform == "darwin" else moves
    assert [key.name for key in ear.pressed()] == expected
    driver.strike(pygame.KSCAN_KP_ENTER)
    assert ear.pressed() == [Key("enter")]
    for scancode in (pygame.KSCAN_KP_PLUS, pygame.KSCAN_KP_MINUS, pygame.KSCAN_KP0):
        driver.strike(scancode, CTRL | pygame.KMOD_NUM)
    assert driver.sizes == [1, -1, 0]


@pytest.mark.parametrize("layout", ["us", "de", "ru"])
@pytest.mark.parametrize("mod", [ALT, pygame.KMOD_RALT, ALTGR, CTRL | pygame.KMOD_RALT, SUPER])
def test_no_key_with_alt_is_a_key(driver: Zoomed, ear: Ear, layout: str, mod: int) -> None:
    """Alt+Enter is not Enter; AltGr, which on Windows is Ctrl and Alt, makes no shortcut of what it types; and the
    key of the system is the system's."""
    if mod == SUPER and sys.platform == "darwin":
        pytest.skip("on a Mac it is Ctrl")
    driver.layout = LAYOUTS[layout].keys
    for scancode in (*SCANCODES, *PLACES.values(), pygame.KSCAN_KP_ENTER, pygame.KSCAN_KP_PLUS):
        driver.strike(scancode, mod)
    assert ear.pressed() == []
    assert driver.running


def test_a_mac(driver: Zoomed, ear: Ear, monkeypatch: pytest.MonkeyPatch) -> None:
    """Command is Ctrl, Option goes by words and makes no other key; the number pad has digits, and no NumLock."""
    monkeypatch.setattr(sys, "platform", "darwin")
    driver.strike(PLACES["c"], SUPER)
    driver.strike(PLACES["left"], ALT)
    driver.strike(PLACES["right"], ALT | SHIFT)
    driver.strike(PLACES["f"], ALT)
    driver.strike(PLACES["enter"], ALT)
    driver.strike(pygame.KSCAN_KP7)
    expected = [Key("c", ctrl=True), Key("left", ctrl=True), Key("right", ctrl=True, shift=True), Key("7")]
    assert ear.pressed() == expected
    driver.strike(PLACES["q"], SUPER)
    assert not driver.running


def test_a_key_that_was_given_another_meaning_has_it(driver: Zoomed, ear: Ear) -> None:
    """Many put Escape where Caps Lock is printed, and the other way round."""
    for scancode, key in ((pygame.KSCAN_CAPSLOCK, KEYS["escape"]), (pygame.KSCAN_ESCAPE, pygame.K_CAPSLOCK)):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, scancode=scancode, mod=0, unicode=""))
    driver.settle()
    assert ear.pressed() == [Key("escape")]


def test_a_key_that_is_held_presses_once(driver: Zoomed, ear: Ear, clock: list[float]) -> None:
    """It goes on to move and to edit, and presses nothing again until it was let go."""
    for _ in range(4):
        for name in ("enter", "space", "escape", "f", "1", "down", "backspace"):
            driver.strike(PLACES[name], up=False)
        clock[0] += 0.1
    held = [key for key in ear.pressed() if key.held]
    assert {key.name for key in held} == {"down", "backspace"}
    assert len(held) == 6
    driver.strike(PLACES["enter"])
    driver.strike(PLACES["enter"])
    assert ear.pressed() == [Key("enter")], "the first was held still, and let go"


def test_a_key_whose_end_was_lost_is_pressed_again(driver: Zoomed, ear: Ear, clock: list[float]) -> None:
    """Another window may have heard that it was let go."""
    driver.strike(PLACES["enter"], up=False)
    clock[0] += 5.0
    driver.strike(PLACES["enter"], up=False)
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    driver.strike(PLACES["enter"], up=False)
    assert ear.pressed() == [Key("enter")] * 3


def test_pygame_still_tells_where_a_sign_lies(driver: Zoomed) -> None:
    """It is not what the function was made for."""
    del driver
    assert keyboard.place(pygame.K_q) == pygame.KSCAN_Q
    assert keyboard.place(ord("я")) == 0
