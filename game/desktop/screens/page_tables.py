"""Tables of a page: columns as wide as their words need, numbers at the right edge, sums below a line.

Where a table has no room for its columns, each row stands as a card: what is in it, below what it is called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.desktop.kit import colours
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.sign import Sign
from game.desktop.screens.bits import spans_of
from game.text import DelegationId
from game.words.page import Table

_HEAD = Style("sans", 14, colours.DIM, line=19)
_CELL = Style("sans", 15, colours.PALE, line=21)
_SUM = Style("sans-bold", 15, colours.PALE, line=21)
_GAP, _PAD = 14.0, 5.0
_LEAST, _EASY = 24.0, 170.0
"""How narrow a column is at least, and how wide it need not be for long sentences."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a row, at a distance from its corner."""

    spans: tuple[Span, ...]
    x: float
    y: float
    wide: float

    @property
    def links(self) -> int:
        """How many of its spans can be pressed."""
        return sum(bool(span.tag) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Row:
    """A row, or one line of a card."""

    high: float
    cells: tuple[Cell, ...]
    rule: str = ""
    """The colour of the line above it; empty where there is none."""


def needed(canvas: Canvas, table: Table, marks: Mapping[DelegationId, Sign]) -> float:
    """How wide a table should be for what stands in its columns to be read with ease."""
    needs = _needs(canvas, table, marks)
    return sum(max(least, min(whole, _EASY)) for least, whole in needs) + _GAP * (len(needs) - 1)


def rows_of(canvas: Canvas, table: Table, wide: float, marks: Mapping[DelegationId, Sign]) -> Iterator[Row]:
    """Everything of a table below its caption."""
    needs = _needs(canvas, table, marks)
    room = wide - _GAP * (len(needs) - 1)
    if sum(least for least, _ in needs) > room:
        yield from _cards(canvas, table, wide, marks)
        return
    widths = _shared(needs, room)
    if any(column.words for column in table.columns):
        yield _laid(canvas, table, [spans_of(column.words, _HEAD, marks) for column in table.columns], widths)
    first_sum = len(table.rows) - table.sums
    for place, row in enumerate(table.rows):
        cells = [spans_of(words, _CELL if place < first_sum else _SUM, marks) for words in row]
        rule = colours.PALE if place == first_sum else colours.FELT3 if place else colours.DIM
        yield _laid(canvas, table, cells, widths, rule)


# ---- how wide ---------------------------------------------------------------------------------------------------


def _needs(canvas: Canvas, table: Table, marks: Mapping[DelegationId, Sign]) -> list[tuple[float, float]]:
    """For each column, the width of its longest word, and that of all its words in one line."""
    found: list[tuple[float, float]] = []
    for place, column in enumerate(table.columns):
        cells = [(column.words, _HEAD), *((row[place], _SUM) for row in table.rows)]
        spans = [spans_of(words, style, marks) for words, style in cells]
        least = max((_longest(canvas, each) for each in spans), default=_LEAST)
        body = max((_whole(canvas, each) for each in spans[1:]), default=_LEAST)
        whole = max(least, body, 0.0 if column.number else _whole(canvas, spans[0]))
        found.append((max(_LEAST, whole if column.number else least) + 1, max(_LEAST, whole) + 1))
    return found


def _whole(canvas: Canvas, spans: Sequence[Span]) -> float:
    """The width of all words in one line."""
    return sum(canvas.measure(span.words, span.style) + _mark(span) for span in spans)


def _mark(span: Span) -> float:
    """The width of the mark that stands before words."""
    return span.style.size * 0.5 + 15 if span.sign else 0.0


def _longest(canvas: Canvas, spans: Sequence[Span]) -> float:
    """The width of the longest word, with the mark that stands before it."""
    wide = 0.0
    for span in spans:
        words = [canvas.measure(word, span.style) for word in span.words.split()]
        wide = max(wide, _mark(span) + (words[0] if words else 0.0), *words[1:])
    return wide


def _shared(needs: Sequence[tuple[float, float]], room: float) -> list[float]:
    """Widths that fill the room: each has its longest word, and what is left goes to those that have more to say."""
    spare = room - sum(least for least, _ in needs)
    wants = [whole - least for least, whole in needs]
    if sum(wants) <= spare:
        widths = [whole for _, whole in needs]
        widths[0] += spare - sum(wants)
        return widths
    # By the roots: a column of names beside one of long sentences is not left with one word to a line.
    roots = [want**0.5 for want in wants]
    return [least + spare * root / sum(roots) for (least, _), root in zip(needs, roots, strict=True)]


# ---- rows -------------------------------------------------------------------------------------------------------


def _laid(
    canvas: Canvas, table: Table, said: Sequence[tuple[Span, ...]], widths: Sequence[float], rule: str = ""
) -> Row:
    cells: list[Cell] = []
    x, high = 0.0, 0.0
    for spans, wide, column in zip(said, widths, table.columns, strict=True):
        laid = canvas.laid(spans, wide)
        high = max(high, laid.height / canvas.scale)
        right = wide - laid.width / canvas.scale if column.number else 0.0
        cells.append(Cell(spans, x + right, _PAD, wide))
        x += wide + _GAP
    return Row(high + 2 * _PAD, tuple(cells), rule)


def _cards(canvas: Canvas, table: Table, wide: float, marks: Mapping[DelegationId, Sign]) -> Iterator[Row]:
    """Each row as a card: its name, and the rest of it line by line."""
    for row in table.rows:
        yield _one(canvas, spans_of(row[0], _SUM, marks), wide, rule=colours.FELT3)
        for column, words in zip(table.columns[1:], row[1:], strict=True):
            called = spans_of(column.words, _HEAD, marks) if column.words else ()
            between = (Span("  ", _HEAD),) if called else ()
            yield _one(canvas, (*called, *between, *spans_of(words, _CELL, marks)), wide, left=16)


def _one(canvas: Canvas, spans: tuple[Span, ...], wide: float, *, left: float = 0.0, rule: str = "") -> Row:
    high = canvas.height_of(spans, wide - left)
    return Row(high + _PAD, (Cell(spans, left, _PAD / 2, wide - left),), rule)
