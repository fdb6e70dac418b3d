"""The table screen of a seat in a class: the same table, and above it the lesson, its clock, and who holds the pen."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from game.desktop.desk.arrangement import header_height
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button
from game.desktop.place import InClass, pen_name
from game.desktop.screens.class_adviser import ClassAdviserSheet
from game.desktop.screens.class_people import PeopleSheet
from game.desktop.screens.layout import NARROW
from game.desktop.screens.question import QuestionSheet
from game.desktop.screens.since import SinceSheet
from game.desktop.screens.table import TableScreen
from game.desktop.visit import Visit
from game.seat import since
from game.talks.events import Event
from game.talks.outside import Extended, Revoked, Wired
from game.words import SENTENCES, phrase, say, strung
from game.words.class_lesson import minutes_seconds, phase_name, what_is_left

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.text import DelegationId

STRIP = 44.0
_WIDE = 136.0
"""Of a button in it."""
_PART = Style("sans-bold", 15, colours.PALE, line=20)
_LEFT = Style("sans", 15, colours.LOCKED, line=20)
_WAITS = Style("sans-bold", 15, colours.PALE, line=20)
_CLOCK = Style("sans-bold", 19, colours.PALE, line=24)


class SeatScreen(TableScreen):
    """A seat in a class on another computer."""

    def __init__(self, app: App, visit: Visit) -> None:
        super().__init__(app, InClass(visit))
        self.visit = visit
        self._ways = replace(self._ways, adviser=lambda: app.push(ClassAdviserSheet(app, self.board, visit)))
        self._seconds: tuple[int | None, ...] = ()
        self._from_chair: tuple[Event, ...] = ()
        """Cables and what else the chair has done, until it is read."""

    @property
    def seat(self) -> DelegationId | None:
        """Nobody else comes to this screen."""
        return None

    @property
    def below_header(self) -> float:
        """The strip of the lesson."""
        return STRIP

    @property
    def lying(self) -> tuple[str, ...]:
        """As at any table; and what the strip says besides the time, for that is told by who asks for it."""
        room = self.visit.room
        part = phase_name(room.phase) if room is not None else ""
        told = self._rests or waits_for_me(self.visit) or who_holds_the_pen(self.visit)
        return part, told, *super().lying

    @property
    def _rests(self) -> str:
        """That the table rests, if it does."""
        room = self.visit.room
        rests = self.visit.resting and room is not None and room.phase == "talks"
        return say("The table rests: the teacher lets it go on.") if rests else ""

    def draw(self, canvas: Canvas) -> None:
        """The table, and the strip."""
        super().draw(canvas)
        self._strip(canvas, Box(0, header_height(canvas.width, canvas.height, STRIP), canvas.width, STRIP))

    def _strip(self, canvas: Canvas, box: Box) -> None:
        canvas.fill(colours.FELT0, box)
        canvas.line(0, box.bottom - 1, box.w, box.bottom - 1, colours.FELT3)
        x, room, left = box.x + 18, self.visit.room, self.visit.left
        narrow = box.w < NARROW
        each = 104.0 if narrow else _WIDE
        if room is not None:
            x = canvas.text(phase_name(room.phase), x, box.y + 11, _PART).right + 12
            if left is not None:
                x = canvas.text(minutes_seconds(left), x, box.y + 8, _CLOCK).right + 8
            if not narrow:
                x = canvas.text(what_is_left(room), x, box.y + 11, _LEFT).right
        asks, right = waits_for_me(self.visit), box.right - 18
        gold = "" if _gold(canvas) else "people" if asks else "question"
        hint = say("Who sits here with you, and the seat code.")
        people = Action("people", say("Your seat"), self._people, keys=("z",), hint=hint)
        button(canvas, Box(right - each, box.y + 5, each, 34), people, gold=gold == "people", size=14)
        right -= each + 12
        if room is not None and room.asks:
            hint = say("Which of the issues the other side holds dearest: every one answers for themselves.")
            question = Action("question", say("A question"), self._question, keys=("x",), hint=hint)
            first = gold == "question" and room.answer is None
            button(canvas, Box(right - each, box.y + 5, each, 34), question, gold=first, size=14)
            right -= each + 12
        waits = self._rests or time_to_answer(self.visit) or asks
        told = waits or who_holds_the_pen(self.visit)
        style = _WAITS if waits else _LEFT.of(colours.PALE)
        if waits:
            canvas.line(0, box.bottom - 1, box.w, box.bottom - 1, colours.GOLD, 2)
        if narrow:  # in what is left, which scrolls
            told = told or (what_is_left(room) if room is not None else "")
            rest = Box(x + 8, box.y + 1, right - x - 12, box.h - 3)
            high = canvas.height_of(told, rest.w - 12, style)
            with canvas.scrolled("lesson", rest) as pane:
                canvas.paragraph(told, rest.x, pane.top + max(0.0, (rest.h - high) / 2), rest.w - 12, style)
                pane.bottom = pane.top + high
            return
        canvas.text(told, right - 4, box.y + 11, style, align="right", width=max(60.0, right - x - 28))

    def _question(self) -> None:
        self.app.push(QuestionSheet(self.app, self.board.scenario, self.visit))

    def _people(self) -> None:
        self.app.push(PeopleSheet(self.app, self.board, self.visit))

    def changed(self) -> None:
        """The table has moved on, or what is prepared has been laid out, or the class is another."""
        here = self.visit.here
        if here is None or self.board.here.is_now(here):
            self.board.laid()
            return
        happened = since(self.board.desk.record, here.desk.record)
        self._from_chair += tuple(event for event in happened if isinstance(event, Wired | Extended | Revoked))
        super().changed()

    def _lay_news(self) -> None:
        """What the chair has sent or done is read before all other news."""
        if self._from_chair and self.board.desk.ended is None:
            told, self._from_chair = self._from_chair, ()
            self.app.push(SinceSheet(self.app, self.board, told, say("From the chair")))
            return
        super()._lay_news()

    def tick(self, now: float) -> bool:
        """The clock of the lesson goes on."""
        clocks = self.visit.left, self.visit.to_answer
        seconds = tuple(None if each is None else ceil(each) for each in clocks)
        if seconds != self._seconds:
            self._seconds = seconds
            self.app.redraw()
        return super().tick(now)


def _gold(canvas: Canvas) -> bool:
    """Whether the table has a button that waits to be pressed."""
    return any("enter" in spot.keys and not spot.why for spot in canvas.spots)


def who_holds_the_pen(visit: Visit) -> str:
    """Who may move in this seat, and who reads along."""
    team = visit.team
    if team is None or visit.seat is None:
        return ""
    if visit.has_pen:
        others = len(team.members) - 1
        return say("You hold the pen") if others else ""
    if not (pen := pen_name(visit)):
        return say("Nobody is here who could move: the computer does.")
    line = phrase("{name} holds the pen: what you press is put before them")
    return say(line, name=pen)


def time_to_answer(visit: Visit) -> str:
    """How long an audience has to answer, and what comes of it if it does not."""
    seconds = visit.to_answer
    if seconds is None or visit.here is None or (judging := visit.here.desk.judging) is None:
        return ""
    left = minutes_seconds(seconds)
    if judging.silence:
        return say("{left} of silence: at 0:00 you consent.", left=left)
    return say("{left} to answer: then the computer does.", left=left)


def waits_for_me(visit: Visit) -> str:
    """What somebody else of the seat wants of whoever holds the pen; empty where nobody wants anything."""
    team = visit.team
    if team is None or visit.seat is None or not visit.has_pen:
        return ""
    told = []
    found = team.suggestion
    if found is not None and found.answered is None and found.by != visit.seat.device:
        told.append(say("There is a suggestion."))
    if team.asking:
        told.append(say("Somebody asks for the pen."))
    return strung(told, SENTENCES)
