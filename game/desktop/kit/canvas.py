"""What a screen draws on, in logical units. It also notes what can be pressed, scrolled and read where.

Drawing and behaviour are one pass: a screen draws its view, and every clickable thing is a `spot` with what pressing
it does. The app keeps the spots of the last frame for mouse, keyboard and tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

import pygame

from game.desktop.kit import colours, fonts, shapes
from game.desktop.kit.box import Box
from game.desktop.kit.brush import Brush
from game.desktop.kit.ends import lower_end, stretch, upper_end
from game.desktop.kit.ink import Ink, ink_of, inked, line_of, places
from game.desktop.kit.paragraph import Laid, Span, Style, lay
from game.desktop.kit.pointing import Memory, Pointing
from game.desktop.kit.themes import DARK, Theme

Act = Callable[[], None]
Hint = str | Callable[[], str]
"""Words, or what finds them when they are asked for: of a screen full of hints at most one is read."""


class Action(NamedTuple):
    """Something that a player can do: what a person reads on it, what pressing it does, and on which keys."""

    id: str
    words: str
    act: Act
    keys: Sequence[str] = ()
    why: str = ""
    """Why it cannot be done now; empty if it can."""
    hint: Hint = ""
    """What the status line says while it is hovered or focused."""
    wide: int = 1
    """How many columns it takes where buttons stand in columns."""

    @property
    def hinted(self) -> str:
        """The words of its hint."""
        return self.hint if isinstance(self.hint, str) else self.hint()


class Spot(NamedTuple):
    """Something that can be pressed. `words` is what a person reads on it."""

    id: str
    boxes: tuple[Box, ...]
    act: Act
    words: str
    keys: tuple[str, ...] = ()
    why: str = ""
    """Why it cannot be pressed now; empty if it can."""
    says: Hint = ""
    clip: Box | None = None
    pane: str = ""
    focusable: bool = True
    panel: str = ""
    """The panel of the screen in which it lies, for F6."""

    @property
    def hint(self) -> str:
        """What the status line says while it is hovered or focused."""
        return self.says if isinstance(self.says, str) else self.says()

    @property
    def box(self) -> Box:
        """Its first box: where a test clicks and the focus is measured."""
        return self.boxes[0]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point presses it."""
        for left, top, wide, high in self.boxes:
            if left <= x < left + wide and top <= y < top + high:
                return self.clip is None or self.clip.holds(x, y)
        return False


class Subject(NamedTuple):
    """Something that can be asked about and is no spot; `about` says what it is."""

    about: str
    box: Box
    """What of it can be seen."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """Words that were drawn: the box of their letters, their size, and whether all of them could be seen."""

    words: str
    box: Box
    size: float
    whole: bool
    pane: str = ""


Told = tuple[Ink, int, int, bool, Box | None, str]
"""Words that were drawn: how they are painted, the pixel of their left upper corner, whether they are whole, the part
of the window in which they can be seen, and its pane. A frame draws hundreds, and most are never asked for."""


@dataclass(slots=True)
class Pane:
    """A scrolled area. Set `bottom` to where its content ends; `top` is where it begins."""

    id: str
    box: Box
    top: float
    bottom: float
    follow: bool = False


class Canvas(Brush, Pointing):
    """One frame of one screen."""

    def __init__(
        self, surface: pygame.Surface, scale: float, memory: Memory, *, letters: bool = True, theme: Theme = DARK
    ) -> None:
        Pointing.__init__(self, memory)
        Brush.__init__(self, surface, scale, theme)
        self.letters = letters
        """Whether letters and digits are heard as shortcuts."""
        self.stands = False
        """Whether all that this screen drew in the last frame still stands on the page."""
        self.covered = False
        """Whether another screen is laid over this one."""
        self.spots: list[Spot] = []
        self.told: list[Told | TextBox] = []
        """The words that were drawn, as they were noted."""
        self._covers: list[tuple[int, Box]] = []
        """What was painted over how many of them."""
        self.subjects: list[Subject] = []
        self.panes: list[Pane] = []
        self._clip: Box | None = None
        """The pane in which it is drawn now."""
        self._pane = ""
        """Its name."""
        self._rows = (0.0, self.height * scale)
        """Between which rows of pixels words can be seen."""
        self._panel = ""

    @property
    def texts(self) -> list[TextBox]:
        """The words that can be read, in the order of drawing."""
        found = [each if isinstance(each, TextBox) else self._read(each) for each in self.told]
        for before, box in self._covers:
            found[:before] = [None if each and overlap(each.box, box) else each for each in found[:before]]
        return [each for each in found if each is not None]

    def _read(self, told: Told) -> TextBox | None:
        ink, left, top, whole, clip, pane = told
        return self._seen(ink.words, self.letters_of(ink, left, top), ink.style.size, whole, clip, pane)

    def letters_of(self, ink: Ink, left: int, top: int) -> Box:
        """The box of the letters of words that were painted with their left upper corner at a pixel."""
        s, base, pixels = self.scale, top + ink.base, ink.pixels
        return Box(left / s, (base - pixels * 0.7) / s, ink.across / s, pixels * 0.9 / s)

    def _seen(self, words: str, box: Box, size: float, whole: bool, clip: Box | None, pane: str) -> TextBox | None:
        """Words as far as they can be seen; nothing where they cannot."""
        seen = (clip or self.box).meet(box)
        if seen.h <= 0:
            return None
        inside = pane or (box.x >= -0.5 and box.right <= self.width + 0.5 and box.bottom <= self.height + 0.5)
        return TextBox(words, seen, size, whole and bool(inside), pane)

    # ---- words --------------------------------------------------------------------------------------------------

    def measure(self, words: str, style: Style) -> float:
        """Logical width of words in one line."""
        return fonts.width(style.face, self.px(style.size), words) / self.scale

    def text(
        self, words: str, x: float, y: float, style: Style, *, align: str = "left", width: float | None = None
    ) -> Box:
        """One line of words; `y` is the top of the line, `x` its left, middle or right by `align`.

        Words that do not fit into `width` end in an ellipsis.
        """
        line = line_of(words, x, y, style, align, width, self.scale, self.theme)
        high, low = self._rows
        if high < line.top + line.high and line.top < low and line.words.strip():
            if (ink := line.ink) is None:
                ink = line.ink = ink_of(line.words, style, line.high, self.scale, self.theme)
            self._ink(ink, line.left, line.top, whole=line.whole)
        return line.box

    def laid(self, spans: Sequence[Span] | str, width: float, style: Style | None = None) -> Laid:
        """A paragraph laid out for a width, to know its height before it is drawn: `laid.height / scale`."""
        if isinstance(spans, str):
            spans = (Span(spans, style or Style()),)
        return lay(tuple(spans), self.px(width), self.scale)

    def height_of(self, spans: Sequence[Span] | str, width: float, style: Style | None = None) -> float:
        """Logical height that a paragraph takes."""
        return self.laid(spans, width, style).height / self.scale

    def paragraph(
        self,
        spans: Sequence[Span] | str,
        x: float,
        y: float,
        width: float,
        style: Style | None = None,
        *,
        felt: bool = False,
    ) -> Mapping[str, tuple[Box, ...]]:
        """Draw wrapped text; gives the boxes of each tagged span, line by line. `felt`: marks with light outlines."""
        return self.set(self.laid(spans, width, style), x, y, felt=felt)

    def set(self, laid: Laid, x: float, y: float, *, felt: bool = False) -> Mapping[str, tuple[Box, ...]]:
        """Draw a paragraph that has been laid out."""
        s, line, (high, low) = self.scale, laid.line, self._rows
        left, top = round(x * s), round(y * s)
        if not laid.tagged and (top >= low or top + laid.height <= high):
            return {}
        whole = high < top + line and top + laid.height - line < low
        for right, down, ink, span in inked(laid, s, self.theme):
            if whole or (high < top + down + line and top + down < low):
                if ink is not None:
                    self._ink(ink, left + right, top + down)
                else:
                    self._mark(span, left + right, top + down, line, felt=felt)
        return places(laid, left, top, s) if laid.tagged else {}

    def _mark(self, span: Span, left: int, top: int, line: int, *, felt: bool) -> None:
        """The mark or the sign before words of a paragraph."""
        size = span.style.size * 0.5 + 11 if span.sign else span.style.size
        x, y = left / self.scale, top / self.scale + (line / self.scale - size) / 2
        if span.sign:
            self.mark(span.sign, x, y, size, felt=felt)
        else:
            self.sign(span.drawn, x, y, size, span.style.colour)

    def _ink(self, ink: Ink, left: int, top: int, *, whole: bool = True) -> None:
        """Paint words with their left upper corner at a pixel."""
        for colour, (x, y, w, h) in ink.behind:
            self._flood(colour, left + x, top + y, w, h)
        shapes.put(self.surface, ink.picture, left + ink.right, top + ink.down)
        for colour, (x, y, w, h) in ink.over:
            self._flood(colour, left + x, top + y, w, h)
        self.told.append((ink, left, top, whole, self._clip, self._pane))

    def tell(self, words: str, box: Box, size: float, *, whole: bool = True) -> None:
        """Say that words of this size can be read in a box: those that are drawn here, or stand in a picture."""
        if (seen := self._seen(words, box, size, whole, self._clip, self._pane)) is not None:
            self.told.append(seen)

    # ---- what can be pressed and scrolled -----------------------------------------------------------------------

    def spot(self, action: Action, boxes: Box | Sequence[Box], *, focusable: bool = True) -> None:
        """Something that can be pressed here; later spots lie above earlier ones."""
        where = (boxes,) if isinstance(boxes, Box) else tuple(boxes)
        if where:
            id, words, act, keys = action.id, action.words, action.act, self.heard(action.keys)
            why, hint, clip, pane, within = action.why, action.hint, self._clip, self._pane, self._panel
            self.spots.append(Spot(id, where, act, words, keys, why, hint, clip, pane, focusable, within))

    def cover(self, box: Box) -> None:
        """Something was painted over this: what lies below it cannot be read."""
        self._covers.append((len(self.told), box))

    def subject(self, about: str, box: Box) -> None:
        """Something that a player can ask about lies here, as far as it can be seen."""
        seen = (self._clip or self.box).meet(box)
        if seen.w > 0 and seen.h > 0:
            self.subjects.append(Subject(about, seen))

    @contextmanager
    def part(self, id: str) -> Iterator[None]:
        """A panel of the screen: F6 goes from one to the next."""
        before, self._panel = self._panel, id
        try:
            yield
        finally:
            self._panel = before

    def heard(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Those of some keys that are heard: all of them, or all but letters, digits and signs."""
        return tuple(keys) if self.letters else tuple(key for key in keys if len(key) > 1)

    def offset(self, id: str, *, follow: bool = False) -> float:
        """How far an area is scrolled now."""
        return self.remembered.offset(id, follow=follow)

    @contextmanager
    def scrolled(self, id: str, box: Box, *, follow: bool = False) -> Iterator[Pane]:
        """An area that scrolls. Draw from `pane.top` down and set `pane.bottom`; `follow` keeps to the end of it."""
        memory, offset = self.remembered, self.offset(id, follow=follow)
        pane = Pane(id, box, box.y - offset, box.y - offset, follow)
        around, first = (self._clip, self._pane, self._rows), len(self.told)
        self._clip, self._pane, self._rows = box, id, (box.y * self.scale, box.bottom * self.scale)
        before = self.surface.get_clip()
        self.surface.set_clip(self.pixels(box).clip(before))
        try:
            yield pane
            reach = max(0.0, pane.bottom - pane.top - box.h)
            self._end_between_lines(first, above=offset > 0.5, below=offset < reach - 0.5)
        finally:
            self.surface.set_clip(before)
            self._clip, self._pane, self._rows = around
        memory.reach[id] = reach
        if offset > reach:
            memory.scroll[id] = reach
        self.panes.append(pane)
        if reach > 0.5:
            self._scrollbar(box, min(offset, reach), reach)

    def _end_between_lines(self, first: int, *, above: bool, below: bool) -> None:
        """Leave no line cut through its letters at an edge of an area beyond which it can be scrolled: what lies
        between the lines goes on to the edge instead. `first` is how many words were told before it."""
        if not (above or below):
            return
        area, here = self.surface.get_clip(), self.told[first:]
        painted = [(each[2], each[0]) for each in here if each.__class__ is tuple]
        start = upper_end(painted, area.top, area.bottom, self.scale) if above else area.top
        end = lower_end(painted, area.top, area.bottom, self.scale) if below else area.bottom
        if start >= end or (start, end) == (area.top, area.bottom):
            return
        stretch(self.surface, start, pygame.Rect(area.x, area.top, area.w, start - area.top))
        stretch(self.surface, min(end, area.bottom - 1), pygame.Rect(area.x, end, area.w, area.bottom - end))
        self.told[first:] = [
            each for each in here
            if isinstance(each, TextBox) or (each[2] + each[0].tail > start and each[2] + each[0].down < end)
        ]  # fmt: skip

    def _scrollbar(self, box: Box, offset: float, reach: float) -> None:
        share = box.h / (box.h + reach)
        length = max(24.0, box.h * share)
        top = box.y + (box.h - length) * offset / reach
        beneath = sum(self.surface.get_at((self.px(box.x + 1), self.px(box.y + 1)))[:3])
        self._card(Box(box.right - 6, top, 4, length), colours.EMPTY if beneath < 380 else colours.PAPER_BAR, 2)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share anything."""
    met = one.meet(other)
    return met.w > 0 and met.h > 0
