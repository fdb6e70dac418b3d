"""Talks that are over, move by move: the draft as it stood, what happened, and what it was worth to everybody then."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from game.desktop.desk.laid import Laid
from game.desktop.desk.paper import draw_paper
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Input, Key, MouseDown, MouseMoved, MouseUp
from game.desktop.kit.paragraph import Style
from game.desktop.screen import GameScreen
from game.desktop.screens import minutes
from game.desktop.screens.layout import between, buttons, footer, header
from game.desktop.screens.replay_bar import HIGH, ReplayBar
from game.desktop.screens.take_over import TakeOverSheet
from game.desktop.signs import signs
from game.seat import Minute, Seated
from game.talks import CHAIR, Amend, Announce, Propose, view
from game.text import DelegationId
from game.words import count, phrase, say
from game.words.calendar import clock
from game.words.points import span

if TYPE_CHECKING:
    # A course comes with what counts texts, and nobody who plays should wait for that.
    from game.debrief import Course, Step
    from game.desktop.app import App
    from game.words.opened import OpenedTalks

_PACE = 1.6
"""Seconds for which a move is shown while the replay runs."""
_HEAD = Style("sans-bold", 14, colours.DIM, line=22)
_NAME = Style("sans-semibold", 15, colours.PALE, line=22)
_POINTS = Style("sans-bold", 18, colours.PALE, line=24)
_WORDS = Style("sans", 15, colours.PALE, line=22)
_SMALL = Style("sans", 14, colours.DIM, line=20)


class ReplayScreen(GameScreen):
    """The talks of a course after `at` of its moves. Everything is open: it is the chair's view."""

    title = phrase("Replay")

    def __init__(
        self,
        app: App,
        course: Course,
        at: int | None = None,
        me: DelegationId | None = None,
        *,
        minds: OpenedTalks | None = None,
        notable: Collection[int] = (),
    ) -> None:
        """`me` is the seat that is taken over first of all; `minds` are the computer's turns, if there are any, and
        `notable` are moves that are marked on the bar."""
        super().__init__(app)
        self._course, self._me, self._minds = course, me, minds
        self._last = len(course.played)
        calendar = course.scenario.calendar
        sittings = [calendar.at(course.after(at).hours).number for at in range(self._last + 1)]
        self._begins = [n for n in range(self._last) if sittings[n + 1] != sittings[n]]
        self._bar = ReplayBar(self._last, self._begins, notable)
        self.at = 0
        self._plays: float | None = None
        """Since when the move that is shown is shown, while the replay runs."""
        self._scrubs = False
        self._minded = False
        self.go(self._last if at is None else at)

    @property
    def step(self) -> Step | None:
        """The move that was made last; None before the first."""
        return self._course.played[self.at - 1] if self.at else None

    def go(self, at: int) -> None:
        """Show the talks after so many moves; beyond the ends, at the nearest."""
        self.at = max(0, min(self._last, at))
        talks = self._course.after(self.at)
        self._laid = Laid(Seated.at_first(view(talks, CHAIR)), self.app.redraw)
        self._worths = [(who, Seated(view(talks, who)).desk.worth) for who in self._course.ids]
        moved = [row.issue for row in self._laid.desk.issues if row.moved]
        match self.step.move if self.step else None:
            case Propose(shifts=(first, *_)):
                self._laid.look_at(first.issue)
            case Amend(issue=issue) | Announce(issue=issue):
                self._laid.look_at(issue)
            case _ if moved:
                self._laid.look_at(moved[0])
            case _:
                pass
        self.memory.scroll.pop("record", None)
        self.app.redraw()

    # ---- what is pressed ----------------------------------------------------------------------------------------

    def on(self, said: Input) -> bool:
        """The arrows go from move to move, the page keys from sitting to sitting, the mouse along the bar."""
        match said:
            case Key(name=("left" | "right" | "home" | "end" | "pageup" | "pagedown") as name) if not said.ctrl:
                self._plays = None
                self.go(self._place(name))
                return True
            case MouseDown(x, y) if self._bar.holds(x, y):
                self._scrubs, self._plays = True, None
                self.go(self._bar.at(x))
            case MouseMoved(x, _) if self._scrubs and self._bar.at(x) != self.at:
                self.go(self._bar.at(x))
            case MouseUp():
                self._scrubs = False
            case _:
                pass
        return False

    def _place(self, key: str) -> int:
        """Where a key leads from here."""
        near = bisect_right(self._begins, self.at)
        later, earlier = self._begins[near:], [place for place in self._begins if place < self.at]
        return {
            "left": self.at - 1,
            "right": self.at + 1,
            "home": 0,
            "end": self._last,
            "pageup": earlier[-1] if earlier else 0,
            "pagedown": later[0] if later else self._last,
        }[key]

    def tick(self, now: float) -> bool:
        """Go on by itself while it runs."""
        if self._plays is None:
            return False
        if self.at == self._last:
            self._plays = None
            self.app.redraw()
        elif now - self._plays >= _PACE:
            self._plays = now
            self.go(self.at + 1)
        return self._plays is not None

    def _run(self) -> None:
        """Let it run, from the beginning where it is at its end; or stop it."""
        if self._plays is not None:
            self._plays = None
            return
        if self.at == self._last:
            self.go(0)
        self._plays = self.app.clock()

    def _mind(self) -> None:
        """Show what the computer had in mind, or what happened again."""
        self._minded = not self._minded

    # ---- what is drawn ------------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """The draft at the left, the move at the right, and below them the bar."""
        header(canvas, self._course.scenario.title, say("the talks once more"), say("the points are a model"))
        box = between(canvas)
        bar = Box(box.x, box.bottom - HIGH, box.w, HIGH)
        top = box.y + 30
        canvas.text(self._told(), box.x, box.y - 4, Style("sans-semibold", 17, colours.PALE), width=box.w)
        wide = round(box.w * (0.62 if box.w > 1100 else 0.56))
        paper = Box(box.x, top, wide, bar.y - 18 - top)
        draw_paper(canvas, self._laid, paper)
        right = Box(paper.right + 22, top, box.right - paper.right - 22, paper.h)
        worths = self._worth_column(canvas, right.w - 32)
        low = Box(right.x, right.bottom - worths.high - 28, right.w, worths.high + 28)
        self._move(canvas, Box(right.x, right.y, right.w, low.y - right.y - 14))
        canvas.panel(low, colours.FELT2, 8, colours.FELT3)
        worths.paint(low.x + 16, low.y + 14)
        self._bar.draw(canvas, bar, self.at, self._told())
        self._below(canvas)

    def _told(self) -> str:
        """Which move it is, and when it was made."""
        talks = self._course.after(self.at)
        moment = self._course.scenario.calendar.at(talks.hours)
        when = {"day": moment.when.date(), "time": clock(moment.when), "place": moment.session.place}
        if not self.at:
            return say("Before the first move · {day:day}, {time}, {place}", **when)
        line = phrase("Move {n} of {all} · {day:day}, {time}, {place} · {hours:hours} of talks")
        return say(line, n=self.at, all=self._last, hours=talks.hours, **when)

    def _move(self, canvas: Canvas, box: Box) -> None:
        """What happened, as everybody was told and as nobody was; or what was thought."""
        if self._minded and (turn := self._turn()) is not None:
            canvas.panel(box, colours.FELT2, 8, colours.FELT3)
            with canvas.scrolled("mind", box) as pane:
                column = Column(canvas, box.w - 44)
                for line in turn:
                    column.words(line[0], _HEAD)
                    column.words(line[1], _WORDS, gap=10)
                pane.bottom = column.paint(box.x + 18, pane.top + 14) + 14
        else:
            scenario = self._laid.scenario
            minutes.draw(canvas, box, scenario, self._minutes())

    def _turn(self) -> list[tuple[str, str]] | None:
        """What the computer had in mind at this move; None where it was a person's."""
        found = next((turn for turn in self._minds.turns if turn.number == self.at), None) if self._minds else None
        if found is None or self._minds is None:
            return None
        return [(line.about.upper(), line.words) for line in self._minds.lines(found, self._me)]

    def _worth_column(self, canvas: Canvas, wide: float) -> Column:
        """Everybody's points as they lay before them then."""
        column = Column(canvas, wide)
        column.words(say("THE WORDS THEN: WORST TO BEST"), _HEAD, gap=4)
        for who, worth in self._worths:
            if worth is None:
                continue
            column.draw(26, self._row(canvas, who, span(worth.now), wide))
            away = say("walk-away {points} · so far {paid:signed}", points=worth.walk_away, paid=worth.paid)
            column.words(away, _SMALL, left=34, gap=4)
        brackets = len(self._laid.desk.brackets)
        stand = count("{n} bracket stands", "{n} brackets stand", brackets) if brackets else say("the text is clean")
        column.words(stand, _SMALL)
        return column

    def _row(self, canvas: Canvas, who: DelegationId, points: str, wide: float) -> Callable[[float, float], None]:
        mark, name = signs(self._course.scenario)[who], self._course.scenario[who].short

        def paint(x: float, y: float) -> None:
            canvas.mark(mark, x, y, 24)
            canvas.text(name, x + 34, y + 2, _NAME, width=wide - 110)
            canvas.text(points, x + wide, y, _POINTS, align="right")

        return paint

    def _below(self, canvas: Canvas) -> None:
        inside = footer(canvas)
        runs = say("Stop") if self._plays is not None else say("Run")
        over = say("The talks were over: there is nothing to take over.") if self.at == self._last else ""
        choices = [
            Action("back", say("Back"), self.app.pop, keys=("escape", "r")),
            Action("run", runs, self._run, keys=("space",)),
            Action("over", say("Take over from here"), self._take_over, keys=("t",), why=over),
        ]
        if self._minds is not None and self._minds.turns:
            mind = say("What happened") if self._minded else say("What it had in mind")
            choices.insert(2, Action("mind", mind, self._mind, keys=("m",)))
        x = buttons(canvas, inside, choices, gold="" if over else "over")
        words = say("← → move by move, PgUp PgDn sitting by sitting")
        style = Style("sans", 14, colours.DIM)
        if canvas.measure(words, style) < inside.right - x - 8:
            canvas.text(words, inside.right, inside.y + (inside.h - style.leading) / 2, style, align="right")

    def _take_over(self) -> None:
        self._plays = None
        self.app.push(TakeOverSheet(self.app, self._course, self.at, self._me))

    def refused(self, why: str) -> None:
        """Why there is nothing to take over is shown where the pointer is."""

    def _minutes(self) -> list[Minute]:
        """What came of the move that was made last, struck where it was revoked later."""
        events = self.step.events if self.step else self._course.opening.events
        return [(event, self.at in self._course.struck) for event in events]
