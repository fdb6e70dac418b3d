"""Wrapped text whose words may differ in face, colour and underline: laid out in pixels, and cached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from game.desktop.kit import fonts
from game.desktop.kit.fonts import Face
from game.desktop.kit.sign import Sign
from game.words import tied

Underline = Literal["", "solid", "double", "dotted", "dashed", "thick", "dashdot"]


class Style(NamedTuple):
    """How words look. `size` and `line` (the height of a line) are logical; 14 is the smallest size."""

    face: Face = "sans"
    size: float = 15
    colour: str = "#EDF1F1"
    underline: Underline = ""
    strike: bool = False
    back: str = ""
    """A colour behind the words, as of a marker."""
    line: float = 0.0

    @property
    def leading(self) -> float:
        """Height of a line, logical."""
        return self.line or round(self.size * 1.38)

    def of(self, colour: str) -> Style:
        """The same in another colour."""
        return _coloured(self, colour)

    def worn(self, colour: str, back: str, underline: Underline, *, strike: bool) -> Style:
        """The same in another colour and on another ground, underlined and struck or not."""
        return _worn(self, colour, back, underline, strike)


@lru_cache(maxsize=1_000)
def _coloured(style: Style, colour: str) -> Style:
    return style._replace(colour=colour)


@lru_cache(maxsize=1_000)
def _worn(style: Style, colour: str, back: str, underline: Underline, strike: bool) -> Style:
    return style._replace(colour=colour, back=back, underline=underline, strike=strike)


class Span(NamedTuple):
    """A stretch of a paragraph in one style. `tag` names it, so that it can be found and clicked."""

    words: str
    style: Style = Style()
    tag: str = ""
    sign: Sign | None = None
    """A delegation's mark drawn before the words, on the same line as their first word."""
    drawn: str = ""
    """A sign of `shapes` drawn there instead, in the colour of the words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one span on one line, in pixels from the paragraph's corner; `y` is the top of the line."""

    span: int
    words: str
    x: int
    y: int
    w: int
    mark: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A paragraph that has been laid out; the same words in the same style and width are the same object."""

    spans: tuple[Span, ...]
    pieces: tuple[Piece, ...]
    width: int
    height: int
    line: int
    lines: int
    tagged: bool
    """Whether anything in it can be found."""


_TOKENS = re.compile(r"\s+|[^\s]+")
_GLUE = "\0"
"""Stands between a number of hours and its unit while lines are broken: nothing that is written has it."""


@lru_cache(maxsize=3_000)
def lay(spans: tuple[Span, ...], width: int, scale: float) -> Laid:
    """Break spans into lines of at most `width` pixels. Words that touch without a space are never parted."""
    line = max((round(span.style.leading * scale) for span in spans), default=0)
    pieces: list[Piece] = []
    x, y, gap = 0, 0, 0
    gap_of = -1
    loose = 0
    """How many words have been added to the last piece since it was measured: its width is their sum, to a pixel or two
    a word. To measure it with each of them would take most of the time."""
    for chunk in _chunks(spans):
        if isinstance(chunk, _Gap):
            gap, gap_of = (_wide(spans[chunk.span], " ", scale), chunk.span) if x else (0, -1)
            continue
        wide = sum(_wide(spans[part.span], part.words, scale, part.mark) for part in chunk)
        if loose and x + gap + wide + 2 * loose > width:
            x, loose = _measured(pieces, spans, scale), 0
        if x and x + gap + wide > width:
            x, y, gap, gap_of = 0, y + line, 0, -1
        for part in _fitting(chunk, spans, width, scale) if wide > width else chunk:
            part_wide = _wide(spans[part.span], part.words, scale, part.mark)
            if x and x + gap + part_wide > width and wide > width:
                x, y, gap = 0, y + line, 0
            joins = pieces and pieces[-1].span == part.span and pieces[-1].y == y and not part.mark
            if joins and not pieces[-1].mark and (not gap or gap_of == part.span):
                last = pieces[-1]
                words = last.words + (" " if gap else "") + part.words
                pieces[-1], loose = replace(last, words=words, w=last.w + gap + part_wide), loose + 1
            else:
                x, loose = _measured(pieces, spans, scale) if loose else x, 0
                pieces.append(Piece(part.span, part.words, x + gap, y, part_wide, part.mark))
            x, gap = pieces[-1].x + pieces[-1].w, 0
    if loose:
        _measured(pieces, spans, scale)
    right = max((piece.x + piece.w for piece in pieces), default=0)
    lines = 1 + (y // line if line else 0)
    return Laid(spans, tuple(pieces), right, lines * line, line, lines, any(span.tag for span in spans))


@dataclass(frozen=True, slots=True)
class _Gap:
    span: int


@dataclass(frozen=True, slots=True)
class _Part:
    span: int
    words: str
    mark: bool = False


def _chunks(spans: Sequence[Span]) -> Iterator[list[_Part] | _Gap]:
    """Stretches that must stay together, and the gaps between them."""
    held: list[_Part] = []
    for number, span in enumerate(spans):
        if span.sign or span.drawn:
            held.append(_Part(number, "", True))
        for token in _TOKENS.findall(tied(span.words, _GLUE)):
            if token.isspace() and "\u00a0" not in token:
                if held:
                    yield held
                held = []
                yield _Gap(number)
            else:
                held.append(_Part(number, token.replace(_GLUE, " ")))
    if held:
        yield held


def _measured(pieces: list[Piece], spans: Sequence[Span], scale: float) -> int:
    """Measure the last piece; gives its right edge."""
    last = pieces[-1]
    pieces[-1] = replace(last, w=_wide(spans[last.span], last.words, scale))
    return last.x + pieces[-1].w


def _wide(span: Span, words: str, scale: float, mark: bool = False) -> int:
    if mark:
        return round((span.style.size * 0.5 + 15) * scale) if span.sign else round(span.style.size * 1.4 * scale)
    return fonts.width(span.style.face, round(span.style.size * scale), words)


def _fitting(chunk: list[_Part], spans: Sequence[Span], width: int, scale: float) -> Iterator[_Part]:
    """A word that is wider than the paragraph, cut where it must be."""
    for part in chunk:
        rest = part.words
        while rest and _wide(spans[part.span], rest, scale) > width:
            cut = next((n for n in range(len(rest), 1, -1) if _wide(spans[part.span], rest[:n], scale) <= width), 1)
            yield _Part(part.span, rest[:cut])
            rest = rest[cut:]
        if rest or part.mark:
            yield _Part(part.span, rest, part.mark)
