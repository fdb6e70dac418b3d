"""The cable: private, so on flimsy; typed, so in mono; punched at both edges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Style
from game.scenario import Brief
from game.words import day, say

PACE = 75.0
"""Letters typed in a second."""
_SIZES = (18.5, 17.0, 16.0, 15.0, 14.0)
"""Sizes of the type: the largest in which the whole cable is seen at once."""
_NOTE = Style("serif-italic", 16, colours.CABLE_INK, line=22)
_LOW = 320.0
"""How high a sheet must be for the head and the note to stand still while the text scrolls."""
_NUMBER = 3.2
"""Indent of the paragraphs, in letters."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the typed text."""

    x: float
    y: float
    words: str
    before: int
    """Letters typed before it."""


def length(brief: Brief) -> int:
    """How many letters are to be typed."""
    return sum(len(paragraph) for paragraph in brief.paragraphs)


def draw(canvas: Canvas, box: Box, brief: Brief, typed: int, *, eyes: str) -> None:
    """The cable with so many letters typed; `eyes` says for whom it is."""
    canvas.sheet(box, colours.FLIMSY)
    low = box.h < _LOW
    edge = 46.0 if box.w > 640 else 28.0 if low else 34.0
    _punched(canvas, box, edge)
    if low:
        _together(canvas, box.inset(edge + 12, 6), brief, typed, eyes)
        return
    inner = Box(box.x + edge + 18, box.y + 24, box.w - 2 * edge - 36, box.h - 36)
    top = _head(canvas, inner, brief, eyes)
    foot = canvas.height_of(brief.note, inner.w, _NOTE) if brief.note else 0.0
    body = Box(inner.x, top, inner.w, inner.bottom - top - foot - 10)
    size = next((size for size in _SIZES if _height(canvas, brief, body.w - 10, size) <= body.h), _SIZES[-1])
    with canvas.scrolled("cable", body, follow=typed < length(brief)) as pane:
        pane.bottom = _typed(canvas, body, pane.top, brief, typed, size)
    if foot:
        canvas.paragraph(brief.note, inner.x, inner.bottom - foot, inner.w, _NOTE)


def _together(canvas: Canvas, box: Box, brief: Brief, typed: int, eyes: str) -> None:
    """Head, text and note, which scroll together where there is little room."""
    with canvas.scrolled("cable", Box(box.x, box.y, box.w + 10, box.h), follow=typed < length(brief)) as pane:
        top = _head(canvas, Box(box.x, pane.top + 10, box.w - 4, 0), brief, eyes)
        size = _SIZES[2]
        bottom = _typed(canvas, Box(box.x, top, box.w - 4, 0), top, brief, typed, size)
        if brief.note and typed >= length(brief):
            canvas.paragraph(brief.note, box.x, bottom + 14, box.w - 4, _NOTE)
            bottom += 14 + canvas.height_of(brief.note, box.w - 4, _NOTE)
        pane.bottom = bottom + 12


def _punched(canvas: Canvas, box: Box, edge: float) -> None:
    for x in (box.x + edge / 2, box.right - edge / 2):
        y = box.y + 26
        while y < box.bottom - 14:
            canvas.dot(x, y, 6, colours.FELT1)
            y += 27
    for x in (box.x + edge, box.right - edge):
        y = box.y
        while y < box.bottom:
            canvas.line(x, y, x, min(y + 4, box.bottom), colours.CABLE_LINE)
            y += 8


def _head(canvas: Canvas, inner: Box, brief: Brief, eyes: str) -> float:
    """Who sent it to whom, and when; gives the top of the text."""
    ink, pale = Style("mono", 15, colours.INK, line=26), Style("mono", 15, colours.CABLE_INK, line=26)
    right = [day(brief.date).upper(), eyes.upper()]
    wide = max(canvas.measure(words, ink) for words in right)
    y = inner.y
    for label, words, told in ((say("FROM"), brief.sender, right[0]), (say("TO"), brief.to, right[1])):
        room = inner.w - 70 - wide - 20
        canvas.text(label, inner.x, y, pale)
        high = canvas.height_of(words.upper(), room, ink)
        canvas.paragraph(words.upper(), inner.x + 70, y, room, ink)
        canvas.text(told, inner.right, y, ink, align="right")
        y += high
    canvas.line(inner.x, y + 8, inner.right, y + 8, colours.CABLE_LINE)
    return y + 20


def _lines(canvas: Canvas, brief: Brief, width: float, size: float) -> Iterator[_Line]:
    """Every line with its place below the top of the text."""
    style = Style("mono", size, colours.INK)
    indent = canvas.measure("0", style) * max(_NUMBER, len(f"{len(brief.paragraphs)}. "))
    y, before = 0.0, 0
    for paragraph in brief.paragraphs:
        laid = canvas.laid(paragraph, width - indent, style)
        seen = 0
        for piece in laid.pieces:
            yield _Line(indent, y + piece.y / canvas.scale, piece.words, before + seen)
            seen += len(piece.words) + 1
        before += len(paragraph)
        y += laid.height / canvas.scale + size * (0.7 if size > 15 else 0.5)


def _height(canvas: Canvas, brief: Brief, width: float, size: float) -> float:
    *_, last = _lines(canvas, brief, width, size)
    return last.y + Style("mono", size).leading


def _typed(canvas: Canvas, body: Box, top: float, brief: Brief, typed: int, size: float) -> float:
    """The letters up to now, and the block that types them; gives the bottom."""
    style = Style("mono", size, colours.INK)
    wide = canvas.measure("0", style)
    starts, before = {}, 0
    for number, paragraph in enumerate(brief.paragraphs, 1):
        starts[before] = number
        before += len(paragraph)
    done, bottom = typed >= before, top
    for line in _lines(canvas, brief, body.w - 10, size):
        here = typed - line.before
        if here <= 0 and not done:
            break
        if line.before in starts:
            canvas.text(f"{starts[line.before]}.", body.x, top + line.y, style)
        shown = line.words if done else line.words[:here]
        end = canvas.text(shown, body.x + line.x, top + line.y, style)
        bottom = end.bottom
        if not done and here <= len(line.words):
            canvas.fill(colours.INK, Box(end.right + 1, end.y + 2, wide, style.leading - 5))
    return bottom
