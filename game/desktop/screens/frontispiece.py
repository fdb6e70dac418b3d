"""The sheet on the title: three wordings that were struck, and the two words that were left."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import sin

import pygame

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.sign import Sign
from game.words import day, phrase, say

_RUSSIA = Sign("R", "square", "#9C2125", "#F2978F", "solid")
_ALLIANCE = Sign("N", "round", "#1B4F91", "#92BFF2", "double")
_STRUCK = (
    (_RUSSIA, phrase("a direct voice in decisions"), phrase("refused")),
    (_RUSSIA, phrase("a formal consultative role"), phrase("refused")),
    (_ALLIANCE, phrase("nothing in writing"), phrase("given up")),
)
_SIGNED = date(1994, 6, 22)
LASTS = 1.5
"""Seconds in which the pen strikes the three wordings and marks the words that are left."""


def draw(canvas: Canvas, box: Box, passed: float) -> None:
    """The sheet, so many seconds after the pen was taken up."""
    canvas.sheet(box)
    k = min(box.w / 880, box.h / 700)
    inner = box.inset(72 * k, 0)
    _edges(canvas, box, inner, k)
    block = 476 * k
    top = box.y + 96 * k + max(0.0, (box.h - 96 * k - 92 * k - block) / 2)
    _bracketed(canvas, inner, top, k, passed)
    _left_standing(canvas, inner, top + 226 * k, k, passed)


def _edges(canvas: Canvas, box: Box, inner: Box, k: float) -> None:
    small = Style("sans-bold", max(14.0, 16 * k), colours.MUTED)
    slant = Style("serif-italic", max(14.0, 19 * k), colours.MUTED)
    above = box.y + 66 * k
    where = canvas.text(say("Brussels, June 1994"), inner.right, above - slant.leading / 2, slant, align="right")
    room = inner.w - where.w - 16
    canvas.text(say("SUMMARY OF CONCLUSIONS"), inner.x, above - small.leading / 2, small, width=room)
    canvas.line(inner.x, box.y + 92 * k, inner.right, box.y + 92 * k, colours.LINE)
    canvas.line(inner.x, box.bottom - 84 * k, inner.right, box.bottom - 84 * k, colours.LINE)
    below = box.bottom - 52 * k - slant.leading / 2
    signed = canvas.text(day(_SIGNED), inner.right, below, slant, align="right")
    motto = say("nothing is agreed until everything is agreed")
    canvas.text(motto, inner.x, below, slant, width=inner.w - signed.w - 12)


def _bracketed(canvas: Canvas, inner: Box, top: float, k: float, passed: float) -> None:
    """The refused wordings in their bracket."""
    thick, arm, high = 4 * k, 17 * k, 188 * k
    for x, way in ((inner.x - 32 * k, 1), (inner.right + 32 * k, -1)):
        canvas.fill(colours.BRACKET, Box(x - (thick if way < 0 else 0), top, thick, high))
        for y in (top, top + high - thick):
            canvas.fill(colours.BRACKET, Box(x if way > 0 else x - arm, y, arm, thick))
    words = Style("serif", 34 * k, colours.INK)
    slant = Style("serif-italic", max(14.0, 18 * k), colours.MUTED)
    for place, (sign, wording, fate) in enumerate(_STRUCK):
        middle = top + 36 * k + place * 59 * k
        canvas.mark(sign, inner.x, middle - 13 * k, 27 * k, felt=False)
        left = inner.x + 44 * k
        wide = canvas.text(say(wording), left, middle - words.leading / 2, words).w
        canvas.text(say(fate), inner.right, middle - slant.leading / 2, slant, align="right")
        share = min(1.0, max(0.0, passed / 0.36 - place))
        _strike(canvas, Box(left - 5 * k, middle + 2 * k, wide + 14 * k, 0), k, sign.ink, place, share)


def _left_standing(canvas: Canvas, inner: Box, top: float, k: float, passed: float) -> None:
    """What was agreed."""
    line = Style("serif", 41 * k, colours.INK)
    left = inner.x + 44 * k
    canvas.text(say("political consultations,"), left, top, line)
    hero = say("as appropriate,")
    band = Box(left - 22 * k, top + 66 * k, inner.right - left + 22 * k, 116 * k)
    share = min(1.0, max(0.0, (passed - 1.1) / 0.4))
    if share:
        canvas.fill(colours.HOT, band.left_part(band.w * (1 - (1 - share) ** 3)))
    size = 100 * k
    size *= (band.w - 40 * k) / canvas.measure(hero, Style("serif-bold", size))
    shown = Style("serif-bold", size, colours.INK)
    canvas.text(hero, left - 4 * k, band.y + (band.h - shown.leading) / 2 - 5 * k, shown)
    canvas.text(say("on issues of common concern"), left, top + 196 * k, line)


def _strike(canvas: Canvas, box: Box, k: float, colour: str, kind: int, share: float) -> None:
    """A stroke of the pen through words, as far as it has come."""
    if share <= 0:
        return
    picture = _stroke(canvas.px(box.w), max(2, canvas.px(3.2 * k)), canvas.theme.shown(colour), kind)
    seen = round(picture.get_width() * share)
    canvas.surface.blit(picture, (canvas.px(box.x), canvas.px(box.y) - picture.get_height() // 2), (0, 0, seen, 9999))


@lru_cache(maxsize=24)
def _stroke(wide: int, thick: int, colour: str, kind: int) -> pygame.Surface:
    """A line as a hand draws it: nearly straight, thinner where it ends."""
    over, high = 3, thick * 5
    big = pygame.Surface((wide * over, high * over), pygame.SRCALPHA)
    big.fill((*pygame.Color(colour)[:3], 0))
    upper, lower = [], []
    for step in range(61):
        t = step / 60
        bend = sin(t * 3.1 + kind * 1.7) * 0.7 + (0.5 - t) * (1.1, 0.2, 0.8)[kind % 3]
        half = thick * over / 2 * (0.7 + 0.5 * sin(3.14 * min(1.0, t * 1.15 + 0.04)))
        middle = high * over / 2 + bend * thick * over * 0.9
        upper.append((t * wide * over, middle - half))
        lower.append((t * wide * over, middle + half))
    pygame.draw.polygon(big, colour, upper + lower[::-1])
    return pygame.transform.smoothscale(big, (wide, high))
