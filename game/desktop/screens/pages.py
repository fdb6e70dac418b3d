"""A section of a debrief laid out as a page: headings, sentences, lists, tables and figures, one below the other.

The page is felt: what it tells was in somebody's envelope. Words of a text are on strips of paper on it, since
everybody may read those. A page is laid out once for its width, and only what is seen of it is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.sign import Sign
from game.desktop.kit.widgets import focus_ring
from game.desktop.screens.bits import spans_of
from game.desktop.screens.page_tables import Row, needed, rows_of
from game.text import DelegationId
from game.words import say
from game.words.page import Bits, Block, Figure, Heading, Items, Paragraph, Section, Table

_TITLE = Style("sans-bold", 21, colours.PALE, line=29)
_HEADING = Style("sans-bold", 14, colours.DIM, line=20)
_SMALLER = Style("sans-bold", 16, colours.PALE, line=23)
_PLAIN = Style("sans", 16, colours.PALE, line=24)
_LEAD = Style("sans-semibold", 18, colours.PALE, line=27)
_NOTE = Style("sans", 14, colours.DIM, line=20)
_QUOTE = Style("serif-italic", 16, colours.PALE, line=24)
_CLAUSE = Style("serif", 17, colours.INK, line=26)
_NUMBER = 26.0
"""Room for the number or the dot of a list."""
_LINE = 860.0
"""How wide a line of words is at most, to be read with ease."""
_MORE = 8
"""How many parts of a page are laid out with a frame beyond what is seen."""
_SIDE, _EDGE = 18.0, 14.0
"""Margins of a strip of paper."""

_DRAWN = 640.0
"""How wide a figure is at least."""

Painter = Callable[[Canvas, Box, Figure], None]
"""Paints a figure into a box."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a page needs beside its words."""

    marks: Mapping[DelegationId, Sign]
    go: Callable[[int], None] | None = None
    """Leads to a move of the record; None where there is no replay."""
    painter: Painter | None = None
    """Paints figures; without it they are told in words."""
    titled: bool = True
    """Whether the title stands on the page; else it is read above it."""
    high: Callable[[Figure, float], float] | None = None
    """How high a figure is on a page so wide; None: as is usual."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Something of known height."""

    high: float
    paint: Callable[[Canvas, float, float], None]


class Page:
    """One section, laid out for a width: at first as far as it is seen, and the rest a little with every frame, so that
    no frame waits for a long one."""

    def __init__(self, canvas: Canvas, section: Section, wide: float, look: Look) -> None:
        self._wide = min(wide, _LINE)
        """How wide lines of words and figures are; tables may take all the room."""
        self._room = wide
        self._look = look
        self._links = 0
        self._parts: list[tuple[float, _Part]] = []
        self._rest = self._lay(canvas, section)
        self.high = 0.0
        """How high it is, as far as it has been laid out."""
        self.whole = False
        """Whether all of it has been."""

    def draw(self, canvas: Canvas, x: float, y: float, seen: Box) -> float:
        """Paint what can be seen of it from a point down; gives its lower edge."""
        self._lay_on(seen.bottom - y)
        for top, part in self._parts:
            if y + top < seen.bottom and y + top + part.high > seen.y:
                part.paint(canvas, x, y + top)
        return y + self.high

    def _lay_on(self, least: float) -> None:
        more = _MORE
        while not self.whole and (self.high < least or more > 0):
            self.whole = next(self._rest, True)
            more -= 1

    def _lay(self, canvas: Canvas, section: Section) -> Iterator[Literal[False]]:
        """Lay it out, and stop after each part."""
        if self._look.titled:
            self._add(self._words(canvas, section.title, _TITLE))
            self._gap(8)
        blocks = list(section.blocks)
        while blocks:
            if _is_clause(blocks[0]):
                end = next((n for n, block in enumerate(blocks) if not _is_clause(block)), len(blocks))
                self._strip(canvas, [each for each in blocks[:end] if isinstance(each, Paragraph)])
                del blocks[:end]
                yield False
            else:
                yield from self._block(canvas, blocks.pop(0))

    # ---- the blocks ---------------------------------------------------------------------------------------------

    def _block(self, canvas: Canvas, block: Block) -> Iterator[Literal[False]]:
        match block:
            case Heading(words, level):
                self._gap(12 if level == 2 else 6)
                style = _HEADING if level == 2 else _SMALLER
                self._add(self._words(canvas, words.upper() if level == 2 else words, style))
                self._gap(4)
            case Paragraph(words, tone):
                if tone == "quote":
                    self._quote(canvas, block)
                else:
                    style = {"lead": _LEAD, "note": _NOTE}.get(tone, _PLAIN)
                    self._add(self._words(canvas, words, style))
                self._gap(10)
            case Items():
                yield from self._items(canvas, block)
            case Table():
                yield from self._table(canvas, block)
            case Figure():
                self._figure(canvas, block)
            case _:
                assert_never(block)
        yield False

    def _quote(self, canvas: Canvas, block: Paragraph) -> None:
        said = self._words(canvas, block.words, _QUOTE, self._wide - 18)

        def paint(canvas: Canvas, x: float, y: float) -> None:
            canvas.fill(colours.FELT3, Box(x, y + 2, 3, said.high - 4))
            said.paint(canvas, x + 18, y)

        self._add(_Part(said.high, paint))

    def _strip(self, canvas: Canvas, clauses: list[Paragraph]) -> None:
        """Words of a text, on paper."""
        said = [self._words(canvas, each.words, _CLAUSE, self._wide - 2 * _SIDE - 6, paper=True) for each in clauses]
        high = sum(each.high for each in said) + 8 * (len(said) - 1) + 2 * _EDGE

        def paint(canvas: Canvas, x: float, y: float) -> None:
            sheet = Box(x, y, self._wide - 6, high)
            canvas.sheet(sheet, deep=4)
            y += _EDGE
            for each in said:
                each.paint(canvas, x + _SIDE, y)
                y += each.high + 8

        self._gap(4)
        self._add(_Part(high, paint))
        self._gap(18)

    def _items(self, canvas: Canvas, items: Items) -> Iterator[Literal[False]]:
        for number, row in enumerate(items.rows, 1):
            said = self._words(canvas, row, _PLAIN, self._wide - _NUMBER)
            self._add(_Part(said.high, _numbered(said, say("{n}.", n=number) if items.numbered else "")))
            self._gap(6)
            yield False
        self._gap(6)

    def _table(self, canvas: Canvas, table: Table) -> Iterator[Literal[False]]:
        if table.caption:
            self._gap(4)
            self._add(self._words(canvas, table.caption, _SMALLER))
            self._gap(4)
        easily = needed(canvas, table, self._look.marks)
        wide = min(self._room, max(self._wide, easily))
        for row in rows_of(canvas, table, wide, self._look.marks):
            self._add(self._row(row, wide))
            yield False
        self._gap(14)

    def _row(self, row: Row, wide: float) -> _Part:
        """A row of a table: what it says of moves can be pressed too."""
        first = self._number(sum(cell.links for cell in row.cells))

        def paint(canvas: Canvas, x: float, y: float) -> None:
            if row.rule:
                canvas.line(x, y, x + wide, y, row.rule)
            links = first
            for cell in row.cells:
                found = canvas.paragraph(cell.spans, x + cell.x, y + cell.y, cell.wide, felt=True)
                self._pressed(canvas, found, cell.spans, links)
                links += cell.links

        return _Part(row.high, paint)

    def _figure(self, canvas: Canvas, figure: Figure) -> None:
        painter = self._look.painter
        high = self._look.high(figure, self._wide) if self._look.high else usually_high(self._wide)
        if painter is None:
            self._add(self._words(canvas, figure.alt, _NOTE))
        else:
            self._add(_Part(high, lambda canvas, x, y: painter(canvas, Box(x, y, self._wide - 6, high), figure)))
        if figure.caption:
            self._gap(8)
            self._add(self._words(canvas, figure.caption, _NOTE))
        self._gap(14)

    # ---- words --------------------------------------------------------------------------------------------------

    def _words(self, canvas: Canvas, words: Bits, style: Style, wide: float = 0.0, *, paper: bool = False) -> _Part:
        spans = spans_of(words, style, self._look.marks, paper=paper)
        room = wide or self._wide
        first = self._number(sum(bool(span.tag) for span in spans))

        def paint(canvas: Canvas, x: float, y: float) -> None:
            found = canvas.paragraph(spans, x, y, room, felt=not paper)
            self._pressed(canvas, found, spans, first, paper=paper)

        return _Part(canvas.height_of(spans, room), paint)

    def _number(self, links: int) -> int:
        """Ids for links, the same in every frame."""
        self._links += links
        return self._links - links

    def _pressed(
        self, canvas: Canvas, found: Mapping[str, tuple[Box, ...]], spans: tuple[Span, ...], first: int, *,
        paper: bool = False,
    ) -> None:  # fmt: skip
        """Words that are about a move lead to it."""
        go = self._look.go
        if go is None:
            return
        for place, span in enumerate(span for span in spans if span.tag):
            id, number, boxes = f"move-{first + place}", int(span.tag.split(":")[0]), found.get(span.tag, ())
            if boxes:
                hint = say("See move {n} as it was made.", n=number)
                canvas.spot(Action(id, span.words.strip(), _leading(go, number), hint=hint), boxes)
                focus_ring(canvas, id, boxes[0], paper=paper)

    def _add(self, part: _Part) -> None:
        self._parts.append((self.high, part))
        self.high += part.high

    def _gap(self, high: float) -> None:
        self.high += high


def usually_high(wide: float) -> float:
    """How high a figure is that is so wide."""
    return min(wide * 0.72, 620.0)


def least(canvas: Canvas, section: Section, marks: Mapping[DelegationId, Sign]) -> float:
    """How wide a page must be at least for its tables to stand with their columns side by side, and its figures to have
    room for their words."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    drawn = _DRAWN if any(isinstance(block, Figure) for block in section.blocks) else 0.0
    return max([drawn, *(needed(canvas, table, marks) for table in tables)])


def draw_waiting(canvas: Canvas, box: Box, ink: str = colours.DIM) -> None:
    """In the place of a page or a figure that is not there yet."""
    canvas.paragraph(say("This is being worked out."), box.x + 24, box.y + 20, box.w - 48, _PLAIN.of(ink))


def _is_clause(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.tone == "clause"


def _leading(go: Callable[[int], None], number: int) -> Callable[[], None]:
    return lambda: go(number)


def _numbered(said: _Part, number: str) -> Callable[[Canvas, float, float], None]:
    def paint(canvas: Canvas, x: float, y: float) -> None:
        if number:
            canvas.text(number, x, y, _PLAIN.of(colours.DIM), width=_NUMBER)
        else:
            canvas.dot(x + 6, y + _PLAIN.leading / 2, 3, colours.DIM)
        said.paint(canvas, x + _NUMBER, y)

    return paint
