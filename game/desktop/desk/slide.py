"""The draft as pictures for slides: cream paper and nothing else, with the talks above it and the delegations below.

They show what everybody in the room may read, and are the same whoever makes them: no points, no package, nothing that
somebody looks at. A draft that would be too small for a wall on one slide takes two or more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import accumulate, count

import pygame

from game.desktop.desk.laid import Laid
from game.desktop.desk.paper import DraftSheet, standing
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.pointing import Memory
from game.seat import Deal, Here
from game.words import head, say
from game.words.calendar import moment

_WIDE, _HIGH, _SCALE = 1280, 720, 1.5
"""A slide in logical units, and its pixels for each."""
_SIDE, _TOP, _FOOT, _APART = 56.0, 80.0, 56.0, 40.0
_SETTINGS = ((1, 26.0), (1, 24.0), (1, 22.0), (1, 20.0), (2, 19.0), (2, 18.0))
"""Columns and sizes of type, the largest first; with none of which there is room, another slide is taken."""
_TITLE = Style("serif-bold", 30, colours.INK)
_SMALL = Style("sans", 17, colours.MUTED, line=24)

SMALL = (300, 184)
"""Pixels of the small picture."""
_PART = (600, 368)
"""Logical units of the draft that are on it."""
Part = Callable[[Box, float], float]
"""Draws a clause in a column from a height on; gives its lower edge."""


class _Shared(Laid):
    """A desk of which only what is shared is drawn."""

    bare = True

    @property
    def on_paper(self) -> Deal | None:
        """No package stands in it."""
        return None


def slides(here: Here) -> tuple[Canvas, ...]:
    """The pictures, each with what can be read on it; the pixels are those of `surface`."""
    board = _Shared(here, lambda: None)
    for pages in count(1):
        for columns, size in _SETTINGS:
            found = _set(board, pages, columns, size)
            if found or (pages > len(board.desk.issues) and (columns, size) == _SETTINGS[-1]):
                return found
    raise AssertionError("numbers do not end")


def pngs(here: Here) -> Iterator[bytes]:
    """The pictures as files."""
    for each in slides(here):
        file = BytesIO()
        pygame.image.save(each.surface, file, "slide.png")
        yield file.getvalue()


def small(here: Here) -> pygame.Surface:
    """The upper part of the draft as a small picture, by which one knows talks again."""
    canvas = Canvas(pygame.Surface(_PART), 1.0, Memory())
    canvas.fill(colours.PAPER)
    sheet = DraftSheet(canvas, _Shared(here, lambda: None), 21.0)
    column = Box(10, 0, canvas.width - 8, 0)
    y = sheet.heading(column, 14)
    for clause in sheet.clauses():
        if y < canvas.height:
            y = sheet.clause(clause, column, y) + 10
    return pygame.transform.smoothscale(canvas.surface, SMALL)


def _set(board: Laid, pages: int, columns: int, size: float) -> tuple[Canvas, ...]:
    """The draft on so many slides; none where there is no room for it."""
    measured, head_box = _sheet(_blank(1), board, size), Box(_SIDE, 0, _WIDE - 2 * _SIDE, 0)
    top = measured.heading(head_box, _TOP)
    wide = (_WIDE - 2 * _SIDE - _APART * (columns - 1)) / columns
    parts = _split([part(Box(0, 0, wide, 0), 0.0) for part in _parts(measured)], pages * columns)
    if max(sum(column) for column in parts) > _HIGH - _FOOT - top:
        return ()
    made = tuple(_blank() for _ in range(pages))
    sheets = [_sheet(canvas, board, size) for canvas in made]
    for sheet in sheets:
        sheet.heading(head_box, _TOP)
    first = 0
    for place, column in enumerate(parts):
        page, x = place // columns, _SIDE + place % columns * (wide + _APART)
        y = top
        for part in _parts(sheets[page])[first : first + len(column)]:
            y = part(Box(x, 0, wide, 0), y)
        first += len(column)
    for number, canvas in enumerate(made, 1):
        _around(canvas, board, say("{n} of {all}", n=number, all=pages) if pages > 1 else "")
    return made


def _blank(high: int = _HIGH) -> Canvas:
    """A slide without anything on it; on one that is next to nothing high it is only measured how high words are."""
    canvas = Canvas(pygame.Surface((round(_WIDE * _SCALE), round(high * _SCALE))), _SCALE, Memory())
    canvas.fill(colours.PAPER)
    return canvas


def _sheet(canvas: Canvas, board: Laid, size: float) -> DraftSheet:
    return DraftSheet(canvas, board, size, Style("sans", max(14.0, size - 3), colours.MUTED))


def _parts(sheet: DraftSheet) -> list[Part]:
    """Every clause, and what is not printed."""

    def clause(place: int) -> Part:
        return lambda box, y: sheet.clause(clauses[place], box, y) + 12

    clauses = list(sheet.clauses())
    return [*map(clause, range(len(clauses))), lambda box, y: sheet.unprinted(box, y + 2)]


def _split(lengths: Sequence[float], columns: int) -> list[list[float]]:
    """Parts in so many columns one after the other, the longest of which is as short as can be."""
    sums = [sum for start in range(len(lengths)) for sum in accumulate(lengths[start:])]
    return next(found for most in sorted(sums) if len(found := _filled(lengths, most)) <= columns)


def _filled(lengths: Sequence[float], most: float) -> list[list[float]]:
    """Columns that are filled up to a height; a part that is longer has one of its own."""
    columns: list[list[float]] = [[]]
    for length in lengths:
        if columns[-1] and sum(columns[-1]) + length > most:
            columns.append([])
        columns[-1].append(length)
    return columns


def _around(canvas: Canvas, board: Laid, number: str) -> None:
    """The talks and the hour above; who is who, and how much is agreed, below."""
    when = moment(board.desk.now.when)
    right = canvas.text(when, _WIDE - _SIDE, 38, _SMALL, align="right").x - 24
    title, name = _TITLE, board.scenario.title
    while title.size > 18 and canvas.measure(name, title) > right - _SIDE:
        title = title._replace(size=title.size - 1)
    canvas.text(name, _SIDE, 50 - title.leading / 2, title, width=right - _SIDE)
    x, y = _SIDE, _HIGH - 40.0
    canvas.line(_SIDE, y - 8, _WIDE - _SIDE, y - 8, colours.LINE)
    for who in board.scenario.ids:
        canvas.mark(board.signs[who], x, y, 22, felt=False)
        x = canvas.text(head(board.scenario[who].short), x + 30, y - 1, _SMALL).right + 28
    right = _WIDE - _SIDE
    if number:
        right = canvas.text(number, right, y - 1, _SMALL._replace(face="sans-bold"), align="right").x - 20
    every, brackets = len(board.desk.issues), len(board.desk.brackets)
    told = standing(every, brackets, longer=True)
    if canvas.measure(told, _SMALL) > right - x:
        told = standing(every, brackets, longer=False)
    canvas.text(told, right, y - 1, _SMALL, align="right", width=right - x)
