"""The plot of every text in the window: point anywhere, by mouse or with the keys, and read what lies there.

Beside the plot stands what the nearest text says, against one's own; of two places that were chosen only the words that
differ. All of it comes from the debrief: here is only known where the mouse is and what was chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeAlias

from game.debrief import Debrief
from game.debrief.plot import Mark, Plot, Point, agreement, closer, first_pair, plot, with_marks
from game.debrief.pointing import Pointer
from game.desktop.figures import LaidFigure
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.inputs import Input, Key, MouseMoved
from game.desktop.kit.paragraph import Style
from game.desktop.kit.pointing import Memory
from game.desktop.kit.widgets import focus_ring, key_name
from game.desktop.pictures import paint, stretch
from game.desktop.screens.pages import Look, Page
from game.desktop.signs import signs
from game.desktop.worker import Worker
from game.reports.lettering import area_of
from game.reports.picture import Picture
from game.text import DelegationId, Outcome
from game.words import phrase, plain, say
from game.words.page import Paragraph, Section
from game.words.plots import told_marks
from game.words.pointing import between_section, called, place_section, pointing_section

ID = "plot"
"""Of the spot that the plot is: with the focus on it, the arrows move the crosshair."""
_EDGE = 12.0
_NARROW, _LOW = 700.0, 420.0
_KEYS = phrase(
    "By keys: X goes to the plot, an arrow to the next text that way, Tab to the next mark; Space chooses, and Esc lets"
    " go."
)
_LINK = 42.0
"""Room for the key of a link, and between two links."""
_AXIS = 210.0
"""Room for what the upright axis is called."""
_LINKED = Style("sans-semibold", 14, colours.INK, underline="solid", line=22)
_KEY = Style("sans", 14, colours.MUTED, line=22)
_CHIP = Style("sans-bold", 14, colours.LETTER, line=20)
_NUMBER = Style("sans-bold", 15, colours.INK, line=20)


@dataclass(frozen=True, slots=True)
class Place:
    """What is read, or was chosen: a mark, or the text that is nearest to where somebody points."""

    points: Point
    text: Outcome | None
    texts: int | None
    mark: Mark | None = None


More: TypeAlias = Callable[[DelegationId, DelegationId], Iterable[Mark]]
"""Marks to be shown between two delegations, beside those of the talks."""


class PlotPane:
    """The plot of one pair of delegations, and what is read in it."""

    def __init__(self, debrief: Debrief, me: DelegationId | None, beside: Worker | None = None) -> None:
        """As somebody reads it, first between oneself and another; with all that pointing needs. With `beside`, a plot
        that has been seen is laid out beside the drawing when its room changes."""
        self._debrief, self._me, self._worker = debrief, me, beside
        self._scenario = debrief.scenario
        self._signs = signs(debrief.scenario)
        first = first_pair(debrief.scenario, me)
        self._pairs = [first, *(pair for pair in combinations(debrief.scenario.ids, 2) if pair != first)]
        self._memory = Memory()
        self._origin = (0.0, 0.0)
        self._more: More = lambda *_: ()
        self._show(*first)

    def _show(self, one: DelegationId, other: DelegationId) -> None:
        """Turn to the plot between two delegations."""
        self._lay(plot(self._debrief, one, other, self._me))
        self.picture: Picture | None = None
        """The plot laid out for the room that it had."""
        self._against = next(
            (mark for kind in ("yours", "historical", "nash") for mark in self.shown.marks if mark.kind == kind), None
        )
        """What other texts are read against."""
        self._pointer = Pointer(self._debrief, one, other, self._against.text if self._against else None)
        self.points_anywhere = self._pointer.exact
        """Whether any place can be pointed at; if not, marks alone."""
        self.read: Place | None = None
        """What is read now."""
        self.chosen: list[Place] = []
        """One place or two that are held against each other."""
        self._page: tuple[object, Page] | None = None

    def _lay(self, bare: Plot) -> None:
        """Show a plot, all of it, with what there is to be shown beside its own marks."""
        self.shown = with_marks(bare, self._more(bare.one, bare.other))
        """All of it."""
        self.seen = self.shown
        """All of it, or the part that is looked at."""
        self._whole = self._figure = self._figured(self.shown)
        corners = agreement(self.shown)
        part = closer(self.shown, *corners) if corners is not None else None
        self._closer = (part, self._figured(part)) if part is not None else None

    def add(self, marks: More) -> None:
        """Show more marks between any two, from now on."""
        near = self.seen is not self.shown
        self._more = marks
        self._lay(self.shown)
        if near:
            self._look_closer()

    # ---- drawing ------------------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas, box: Box) -> None:
        """The plot on paper at the left, what is read at the right."""
        left, right = _parted(box)
        self.draw_plot(canvas, left)
        self.draw_read(canvas, right)

    @property
    def pointed(self) -> bool:
        """Whether somebody reads in it now, by mouse or with the keys."""
        focused = self._memory.shown and self._memory.focus == ID
        return self.read is not None and (focused or self._memory.hovered == ID)

    def draw_plot(self, canvas: Canvas, left: Box) -> None:
        """The plot alone."""
        self._memory = canvas.memory
        canvas.sheet(left)
        room = left.inset(_EDGE)
        above = room.y + 2
        if room.w < self._links_wide(canvas) + _AXIS:  # a row of their own
            room = Box(room.x, room.y + 26, room.w, room.h - 26)
        self._origin = x, y = room.x, room.y
        self._figure.corner = self._links_wide(canvas) if above > y else 0.0
        picture = self._figure.picture(room.w, room.h, canvas.scale, now=self.picture is None)
        if picture is None:
            assert self.picture is not None
            stretch(canvas, room, self.picture)
            return
        self.picture = picture
        chips = self._chips(canvas, picture)
        dots = [Box(*self.place(place.points), 0, 0).inset(-13) for place in self.chosen]
        paint(canvas, x, y, picture, [*dots, *(chip for chip, _, _ in chips)])
        self._draw_chosen(canvas)
        if self.read is not None:
            self._draw_crosshair(canvas, picture, self.read)
        for chip, words, colour in chips:
            self._clear(canvas, picture, chip)
            canvas.panel(chip, colour, 3)
            canvas.text(words, chip.centre[0], chip.y, _CHIP, align="middle")
        frame = Box(x + picture.frame.x, y + picture.frame.y, picture.frame.w, picture.frame.h)
        canvas.spot(Action(ID, say("The plot of every text"), self._press, keys=("x",), hint=say(_KEYS)), frame)
        if canvas.focused(ID):
            canvas.ring(left.inset(2), colours.INK, 2, 2)
        self._draw_links(canvas, left.right - _EDGE - 8, above)

    def _figured(self, seen: Plot) -> LaidFigure:
        return LaidFigure(seen, self._scenario, self._worker)

    @property
    def _links(self) -> list[Action]:
        """What can be turned to: closer to what both could live with, or back to the whole; and other delegations."""
        links = []
        if self._closer is not None:
            words = say("Closer") if self.seen is self.shown else say("All of it")
            links.append(Action("closer", words, self._look_closer, keys=("z",)))
        if len(self._pairs) > 1:
            links.append(Action("pair", say("Another pair"), self._next_pair, keys=("n",)))
        return links

    def _links_wide(self, canvas: Canvas) -> float:
        """How much room they need, whatever they are called just now."""
        closer = max(canvas.measure(words, _LINKED) for words in (say("Closer"), say("All of it")))
        others = sum(canvas.measure(action.words, _LINKED) for action in self._links if action.id != "closer")
        return closer + others + _LINK * len(self._links)

    def _draw_links(self, canvas: Canvas, right: float, y: float) -> None:
        """One beside the other, each with its key, from the right."""
        for action in self._links:
            canvas.text(key_name(action.keys[0]), right, y, _KEY, align="right")
            box = canvas.text(action.words, right - 24, y, _LINKED, align="right")
            canvas.spot(action, box.inset(0, -1))
            focus_ring(canvas, action.id, box, paper=True)
            right = box.x - _LINK + 24

    def _next_pair(self) -> None:
        here = self._pairs.index((self.shown.one, self.shown.other))
        self._show(*self._pairs[(here + 1) % len(self._pairs)])

    def _look_closer(self) -> None:
        """Turn from the whole to a part, and back."""
        assert self._closer is not None
        self.seen, self._figure = self._closer if self.seen is self.shown else (self.shown, self._whole)
        self.read = None

    def place(self, points: Point) -> tuple[float, float]:
        """Where some points lie in the window, once the plot has been drawn."""
        assert self.picture is not None
        x, y = self.picture.to_picture(points)
        return self._origin[0] + x, self._origin[1] + y

    def _chips(self, canvas: Canvas, picture: Picture) -> list[tuple[Box, str, str]]:
        """The points of what is read, at both axes, each in the colour of its side."""
        if self.read is None:
            return []
        (x, y), frame = self.place(self.read.points), picture.frame
        (one, other), shown = self.read.points, self.shown
        wide = [canvas.measure(plain(points), _CHIP) + 12 for points in (one, other)]
        below = Box(x - wide[0] / 2, self._origin[1] + frame.bottom + 4, wide[0], 20)
        beside = Box(self._origin[0] + frame.x - wide[1] - 3, y - 10, wide[1], 20)
        return [
            (below, plain(one), self._signs[shown.one].ink),
            (beside, plain(other), self._signs[shown.other].ink),
        ]

    def _clear(self, canvas: Canvas, picture: Picture, chip: Box) -> None:
        """Take away the figures of an axis that would be half covered."""
        for label in picture.labels:
            area = area_of(label)
            box = Box(self._origin[0] + area.x, self._origin[1] + area.y, area.w, area.h)
            if not label.halo and min(box.meet(chip).w, box.meet(chip).h) > 0:
                canvas.fill(picture.ground, box)

    def _draw_crosshair(self, canvas: Canvas, picture: Picture, read: Place) -> None:
        (x, y), frame = self.place(read.points), picture.frame
        left, bottom = self._origin[0] + frame.x, self._origin[1] + frame.bottom
        if x - 9 > left:
            canvas.line(left, y, x - 9, y, colours.INK)
        if bottom > y + 9:
            canvas.line(x, y + 9, x, bottom, colours.INK)
        canvas.dot(x, y, 9, colours.INK, 7)

    def _draw_chosen(self, canvas: Canvas) -> None:
        assert self.picture is not None
        for number, place in enumerate(self.chosen, 1):
            if not self.picture.holds(*self.picture.to_picture(place.points)):
                continue
            x, y = self.place(place.points)
            canvas.dot(x, y, 13, colours.INK)
            canvas.dot(x, y, 11, colours.HOT)
            canvas.text(plain(number), x, y - 10, _NUMBER, align="middle")

    # ---- what is read -------------------------------------------------------------------------------------------

    def draw_read(self, canvas: Canvas, box: Box) -> None:
        """What is read, or how to."""
        canvas.panel(box, colours.FELT2, 8, colours.FELT3)
        wide = box.w - 40
        key = (self.read, tuple(self.chosen), wide, canvas.scale)
        if self._page is None or self._page[0] != key:
            self._page = key, Page(canvas, self._section(), wide, Look(self._signs))
            canvas.memory.scroll.pop("plot-read", None)
        with canvas.scrolled("plot-read", box.inset(1)) as pane:
            pane.bottom = self._page[1].draw(canvas, box.x + 18, pane.top + 14, box) + 16

    def _section(self) -> Section:
        scenario, shown, read = self._scenario, self.shown, self.read
        if len(self.chosen) == 2:
            one, other = self.chosen
            assert one.text is not None
            assert other.text is not None
            return between_section(scenario, (self._name(one), self._name(other)), one.text, other.text)
        if read is None:
            told = pointing_section(scenario, shown, self._against, anywhere=self.points_anywhere)
            return replace(told, blocks=(*told.blocks, Paragraph(say(_KEYS), "note")))
        against = self._against
        return place_section(scenario, shown, read.points, read.text, read.texts, mark=read.mark, against=against)

    def _name(self, place: Place) -> str:
        if place.mark is not None:
            return called(self._scenario, self.shown, place.mark)
        return say("a text")

    # ---- pointing -----------------------------------------------------------------------------------------------

    def on(self, said: Input) -> bool:
        """The mouse over the plot points; with the focus on it, so do the arrows and Tab. Escape lets go of what was
        chosen."""
        match said:
            case MouseMoved(x, y):
                return self._point(x, y)
            case Key(name="escape", ctrl=False) if self.chosen:
                self.chosen.clear()
                return True
            case Key(name=name, ctrl=False) if self._memory.focus == ID:
                return self._key(name, shift=said.shift)
            case _:
                return False

    def _point(self, x: float, y: float) -> bool:
        """Read what lies under the mouse; whether it is over the plot."""
        picture = self.picture
        if picture is None or not picture.holds(x - self._origin[0], y - self._origin[1]):
            return False
        self._memory.mouse, self._memory.hovered = (x, y), ID
        self._memory.shown = False
        at = x - self._origin[0], y - self._origin[1]
        mark = picture.mark_at(*at)
        self.read = _of(mark) if mark is not None else self._nearest(picture.to_points(*at))
        return True

    def _nearest(self, points: tuple[float, float]) -> Place | None:
        picture = self.picture
        assert picture is not None
        (left, low), (right, high) = picture.low, picture.high
        scale = picture.frame.w / (right - left), picture.frame.h / (high - low)
        found = self._pointer.at(*points, scale)
        return None if found is None else Place(found.points, found.text, found.texts)

    def _key(self, name: str, *, shift: bool) -> bool:
        steps: Mapping[str, tuple[int, int]] = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}
        if name in steps:
            self._memory.shown = True
            self._step(*steps[name], 5 if shift else 1)
            return True
        return name == "tab" and self._memory.shown and self._next_mark(-1 if shift else 1)

    def _step(self, right: int, up: int, many: int) -> None:
        """Go to the next place with a text in a direction."""
        if self.read is None:
            self._start()
            return
        points = self.seen.next_to(self.read.points, right, up, many)
        if points is not None:
            self.read = self._nearest(points)

    def _next_mark(self, by: int) -> bool:
        """Go to the next mark; past the last of them the focus goes on."""
        marks = told_marks(self.seen)
        here = next((n for n, mark in enumerate(marks) if self.read is not None and mark is self.read.mark), None)
        place = (0 if by > 0 else len(marks) - 1) if here is None else here + by
        if not 0 <= place < len(marks):
            return False
        self.read = _of(marks[place])
        return True

    def _start(self) -> None:
        first = self._against or next(iter(told_marks(self.seen)), None)
        self.read = None if first is None else _of(first)

    def _press(self) -> None:
        """Choose what is read; a second one, and both are held against each other. Without the focus: take it."""
        if self.read is None or not (self._memory.focus == ID or self._memory.hovered == ID):
            self._memory.focus, self._memory.shown = ID, True
            if self.read is None:
                self._start()
            return
        read = self.read
        if read.text is None:
            return
        same = [place for place in self.chosen if place.text == read.text]
        if same:
            self.chosen.remove(same[0])
        else:
            self.chosen = [*self.chosen[:1], read] if len(self.chosen) < 2 else [read]


def _parted(box: Box) -> tuple[Box, Box]:
    """Room for the plot, and for what is read beside it, or below it where it is narrow and not low as well."""
    if box.w < _NARROW and box.h < _LOW:
        left = Box(box.x, box.y, round(box.w * 0.6), box.h - 6)
        return left, Box(left.right + 12, box.y, box.right - left.right - 12, box.h)
    if box.w < _NARROW:
        upper = Box(box.x, box.y, box.w - 8, round(max(box.h * 0.62, min(box.h - 190, box.w * 0.8))))
        return upper, Box(box.x, upper.bottom + 18, box.w, box.bottom - upper.bottom - 18)
    left = Box(box.x, box.y, round(max(box.w * 0.6, min(box.w - 380, box.h * 1.25))), box.h - 8)
    return left, Box(left.right + 18, box.y, box.right - left.right - 18, box.h)


def _of(mark: Mark) -> Place:
    return Place(mark.points, mark.text, mark.texts, mark)
