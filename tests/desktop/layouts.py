"""Keyboards of the world: what SDL says that each key gives without Shift, row by row, as it was read off a running
X server for each `setxkbmap`; a dot is a key that gives no sign by itself (a dead accent).

On X11 SDL says digits for the upper row of a French keyboard. On Windows and macOS it says what the keys give: those
layouts have a name of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pygame

_UPPER = (pygame.KSCAN_GRAVE, *(getattr(pygame, f"KSCAN_{d}") for d in "1234567890"), 45, 46)
_Q = (*(getattr(pygame, f"KSCAN_{letter}") for letter in "QWERTYUIOP"), 47, 48)
_A = (*(getattr(pygame, f"KSCAN_{letter}") for letter in "ASDFGHJKL"), 51, 52, 49)
_Z = (pygame.KSCAN_NONUSBACKSLASH, *(getattr(pygame, f"KSCAN_{letter}") for letter in "ZXCVBNM"), 54, 55, 56)
SCANCODES = (*_UPPER, *_Q, *_A, *_Z)


class Layout(NamedTuple):
    """A keyboard, and on which keys + and − are printed."""

    keys: Mapping[int, str]
    plus: str
    """The key on which + is printed, named by what it gives; empty where it takes AltGr."""
    minus: str
    shift: bool = False
    """Whether + needs Shift."""

    def at(self, sign: str) -> int:
        """The scancode of the key that gives a sign."""
        return next(scancode for scancode, given in self.keys.items() if given == sign)


def _layout(rows: str, plus: str, minus: str, *, shift: bool = False) -> Layout:
    signs = "".join(rows.split())
    assert len(signs) == len(SCANCODES), rows
    given = {scancode: sign for scancode, sign in zip(SCANCODES, signs, strict=True) if sign != "·"}
    return Layout(given, plus, minus, shift)


LAYOUTS = {
    "us": _layout(r"`1234567890-= qwertyuiop[] asdfghjkl;'\ <zxcvbnm,./", "=", "-", shift=True),
    "gb": _layout(r"`1234567890-= qwertyuiop[] asdfghjkl;'# \zxcvbnm,./", "=", "-", shift=True),
    "de": _layout(r"·1234567890ß· qwertzuiopü+ asdfghjklöä# <yxcvbnm,.-", "+", "-"),
    "fr": _layout(r"²1234567890)= azertyuiop·$ qsdfghjklmù* <wxcvbn,;:!", "=", "6", shift=True),
    "fr-windows": _layout("²&é\"'(-è_çà)= azertyuiop·$ qsdfghjklmù* <wxcvbn,;:!", "=", "-", shift=True),
    "be": _layout(r"²1234567890)- azertyuiop·$ qsdfghjklmùµ <wxcvbn,;:=", "=", "-", shift=True),
    "ch": _layout(r"§1234567890'· qwertzuiopü· asdfghjklöä$ <yxcvbnm,.-", "1", "-", shift=True),
    "es": _layout(r"º1234567890'¡ qwertyuiop·+ asdfghjklñ·ç <zxcvbnm,.-", "+", "-"),
    "it": _layout(r"\1234567890'ì qwertyuiopè+ asdfghjklòàù <zxcvbnm,.-", "+", "-"),
    "se": _layout(r"§1234567890+· qwertyuiopå· asdfghjklöä' <zxcvbnm,.-", "+", "-"),
    "tr": _layout('"1234567890*- qwertyuıopğü asdfghjklşi, <zxcvbnmöç.', "4", "-", shift=True),
    "hu": _layout(r"0123456789öüó qwertzuiopőú asdfghjkléáű íyxcvbnm,.-", "3", "-", shift=True),
    "cz": _layout(r";1234567890=· qwertzuiopú) asdfghjklů§· \yxcvbnm,.-", "1", "-"),
    "cz-windows": _layout(r";+ěščřžýáíé=· qwertzuiopú) asdfghjklů§· \yxcvbnm,.-", "+", "-"),
    "jp": _layout(r"·1234567890-^ qwertyuiop@[ asdfghjkl;:] <zxcvbnm,./", ";", "-", shift=True),
    "lt": _layout(r"`1234567890-ž qwertyuiop[] asdfghjkl;'\ –zxcvbnm,./", "", "-"),
    "br": _layout(r"'1234567890-= qwertyuiop·[ asdfghjklç·] \zxcvbnm,.;", "=", "-", shift=True),
    "dvorak": _layout(r"`1234567890[] ',.pyfgcrl/= aoeuidhtns-\ <;qjkxbmwvz", "=", "-", shift=True),
    "colemak": _layout(r"`1234567890-= qwfpgjluy;[] arstdhneio'\ ·zxcvbkm,./", "=", "-", shift=True),
    "ru": _layout(r"ё1234567890-= йцукенгшщзхъ фывапролджэ\ /ячсмитьбю.", "=", "-", shift=True),
    "ua": _layout(r"'1234567890-= йцукенгшщзхї фівапролджєґ /ячсмитьбю.", "=", "-", shift=True),
    "bg": _layout(r"(1234567890-. ,уеишщксдзц; ьяаожгтнвмч„ ѝюйъэфхпрлб", ".", "-", shift=True),
    "rs": _layout(r"`1234567890'+ љњертзуиопшђ асдфгхјклчћ· <жџцвбнм,.-", "+", "-"),
    "gr": _layout(r"`1234567890-= ;ςερτυθιοπ[] ασδφγηξκλ·'\ «ζχψωβνμ,./", "=", "-", shift=True),
    "il": _layout(r";1234567890-= /'קראטוןםפ][ שדגכעיחלךף,\ <זסבהנמצתץ.", "=", "-", shift=True),
    "ara": _layout(r"ذ1234567890-= ضصثقفغعهخحجد شسيبلاتنمكط\ |ئءؤرﻻىةوزظ", "=", "-", shift=True),
    "th": _layout("_1234567890ขช ๆไำพะัีรนยบล ฟหกดเ้่าสวงฃ <ผปแอิืทมใฝ", "ช", "ข", shift=True),
    "ge": _layout(r"„1234567890-= ქწერტყუიოპ[] ასდფგჰჯკლ;'\ «ზხცვბნმ,./", "=", "-", shift=True),
    "kr": _layout(r"`1234567890-= qwertyuiop[] asdfghjkl;'\ <zxcvbnm,./", "=", "-", shift=True),
}
"""The keyboards by the name that `setxkbmap` has for them."""
