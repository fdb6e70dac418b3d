"""What a key is called: by the sign that is printed on it, whatever the layout.

A letter is the key that prints it, so that Ctrl+Q is Q on a French keyboard too. Where no key of the layout prints it,
as under Cyrillic, Greek, Hebrew or Thai, it is the key where an American keyboard has it. The digits of a French or a
Lithuanian keyboard need Shift and are printed on their keys all the same: there, too, the place decides.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple, cast

import pygame

Place = Callable[[int], int]
"""The scancode of the key that gives this sign without Shift in the layout of now; 0 if there is none."""

_NAMED = {
    "enter": "RETURN", "escape": "ESCAPE", "space": "SPACE", "tab": "TAB", "backspace": "BACKSPACE",
    "delete": "DELETE", "insert": "INSERT", "up": "UP", "down": "DOWN", "left": "LEFT", "right": "RIGHT",
    "home": "HOME", "end": "END", "pageup": "PAGEUP", "pagedown": "PAGEDOWN", "f1": "F1", "f6": "F6", "f11": "F11",
}  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = "0123456789"
_PAD = ("insert", "end", "down", "pagedown", "left", "", "right", "home", "up", "pageup")
"""What the digits of the number pad are while NumLock is off."""

KEYS = {name: int(getattr(pygame, f"K_{code}")) for name, code in _NAMED.items()}
"""The keys without a sign, by name: what SDL calls them."""
PLACES = {
    **{name: int(getattr(pygame, f"KSCAN_{code}")) for name, code in _NAMED.items()},
    **{sign: int(getattr(pygame, f"KSCAN_{sign.upper()}")) for sign in _LETTERS + _DIGITS},
}  # fmt: skip
"""Where every key lies on an American keyboard, by name."""
NAMES = frozenset(PLACES) | {"+", "-"}
"""What a key can be called."""

_NAME_OF = {key: name for name, key in KEYS.items()} | {pygame.K_KP_ENTER: "enter"}
_AT = {scancode: name for name, scancode in PLACES.items()} | {pygame.KSCAN_KP_ENTER: "enter"}
_ON_PAD = {int(getattr(pygame, f"KSCAN_KP{digit}")): digit for digit in _DIGITS}
_BY_WORDS = frozenset(KEYS[name] for name in ("left", "right", "backspace", "delete"))
_OTHER_THAN_ALT = pygame.KMOD_CTRL | pygame.KMOD_SHIFT | pygame.KMOD_META | pygame.KMOD_MODE
_SCANCODES = cast(Iterable[bool], range(512))


def place(sign: int) -> int:
    """The scancode of the key that gives this sign without Shift in the layout of now; 0 if there is none.

    pygame looks it up to say which of 512 keys are down; asked for numbers in their place, it gives the number.
    """
    return int(pygame.key.ScancodeWrapper(_SCANCODES)[sign])


class Pressed(NamedTuple):
    """A key that went down."""

    name: str
    """What it is called, in lower case; empty where it means nothing here."""
    also: str
    """+ or −, where that is printed on the key of a digit or a letter."""
    ctrl: bool
    shift: bool


def pressed(event: pygame.Event, where: Place = place) -> Pressed | None:
    """What the key that went down is called; None where it means nothing here: one without a name, and all with Alt,
    AltGr (on Windows that is Ctrl and Alt) or the key of the system. On a Mac the command key is Ctrl, and so is Option
    with the keys that go or take away by words there. Alt+Enter is F11 by another name."""
    mac, mod = sys.platform == "darwin", event.mod
    if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and mod & pygame.KMOD_ALT and not mod & _OTHER_THAN_ALT:
        return Pressed("f11", "", ctrl=False, shift=False)
    by_words = mac and event.key in _BY_WORDS
    if (mod & (pygame.KMOD_ALT | pygame.KMOD_MODE) and not by_words) or (mod & pygame.KMOD_META and not mac):
        return None
    ctrl = bool(mod & (pygame.KMOD_CTRL | pygame.KMOD_META | (pygame.KMOD_ALT if by_words else 0)))
    shift = bool(mod & pygame.KMOD_SHIFT)
    numbers = mac or bool(mod & pygame.KMOD_NUM)
    name = _name(event.key, event.scancode, numbers, where)
    sign = _plus_or_minus(event.key, event.scancode, shift, where)
    return Pressed(name or sign, sign if name else "", ctrl, shift) if name or sign else None


def _name(key: int, scancode: int, numbers: bool, where: Place) -> str:
    """The name of a key that has one, or its letter or digit."""
    if scancode in _ON_PAD:
        return _ON_PAD[scancode] if numbers else _PAD[int(_ON_PAD[scancode])]
    if scancode == pygame.KSCAN_KP_PERIOD:
        return "" if numbers else "delete"
    if key in _NAME_OF:
        return _NAME_OF[key]
    # Upper case first: it is what is printed, and the Turkish ı is printed as I.
    printed = chr(key).upper().lower() if 32 < key < 0x110000 else ""
    if printed and printed in _LETTERS + _DIGITS:
        return printed
    lying = _AT.get(scancode, "")
    return "" if key and (lying in KEYS or (lying and where(ord(lying)))) else lying


def _plus_or_minus(key: int, scancode: int, shift: bool, where: Place) -> str:
    """Whether a key is + or −: where it is printed, also as a second sign, and = for + as everywhere."""
    if key in (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS):
        return "+"
    if key in (pygame.K_MINUS, pygame.K_KP_MINUS):
        return "-"
    if key and where(pygame.K_a):
        if key == pygame.K_6 and not where(pygame.K_MINUS):
            return "-"  # French
        if not where(pygame.K_PLUS) and where(pygame.K_EQUALS) != pygame.KSCAN_EQUALS:
            # + and 1 share a key in Switzerland and Bohemia; 3 in Hungary, 4 in Turkey, ; in Japan.
            second = shift and key in (pygame.K_3, pygame.K_4, pygame.K_SEMICOLON)
            return "+" if key == pygame.K_1 or second else ""
        return ""
    return {pygame.KSCAN_EQUALS: "+", pygame.KSCAN_MINUS: "-"}.get(scancode, "")
