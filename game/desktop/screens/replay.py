"""Talks that are over, move by move: the draft as it stood, what happened, and what it was worth to everybody then."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from game.desktop.desk.laid import Laid
from game.desktop.desk.paper import draw_paper
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Input, Key, MouseDown, MouseMoved, MouseUp
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import tab_row
from game.desktop.screen import GameScreen
from game.desktop.screens import minutes
from game.desktop.screens.layout import between, button_rows, buttons, footer, header, spacious
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
_MOVE = Style("sans-semibold", 17, colours.PALE)
_MOVE_LOW = Style("sans-semibold", 15, colours.PALE, line=21)
_GAP, _BUTTON, _LOW_BAR, _TABS, _PANEL = 8.0, 36.0, 32.0, 30.0, 228.0
"""Of a folded page: between its parts; how high a button, the bar and a tab are; how wide the panel is at the least."""
_PANES = ("record", "mind", "worths", "paper")
_NOTCH = 60.0
"""How far an arrow scrolls."""
_SEEN = 90.0
"""How much must be seen of what happened, above the points of everybody."""
Side = Literal["happened", "mind", "points"]
_TAB = "tab:"


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
        """Whether what the computer had in mind is seen where it had anything, in place of what happened."""
        self._pointed = False
        """Whether the points are seen in place of either, where there is no room for both."""
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
        """Left and right go from move to move, up and down scroll, the page keys go from sitting to sitting, the mouse
        along the bar."""
        match said:
            case Key(name=("left" | "right" | "home" | "end" | "pageup" | "pagedown") as name) if not said.ctrl:
                self._plays = None
                self.go(self._place(name))
                return True
            case Key(name=("up" | "down") as name) if not said.ctrl and not self.memory.shown:
                return self._scroll(_NOTCH if name == "down" else -_NOTCH)
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

    def _scroll(self, by: float) -> bool:
        """Go on in what stands beside the draft, or in the draft where there is no more of that; whether there is
        any."""
        reach = self.memory.reach
        seen = {pane.id for pane in self.app.canvas.panes}
        pane = next((each for each in _PANES if each in seen and reach.get(each, 0.0) > 0), "")
        if pane:
            self.memory.scroll[pane] = max(0.0, min(reach[pane], self.memory.scroll.get(pane, 0.0) + by))
        return bool(pane)

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

    def _turn_over(self) -> None:
        """Show what the computer had in mind, or what happened again."""
        self._minded, self._pointed = not self._minded, False

    # ---- what is drawn ------------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """The draft at the left, the move at the right, and below them the bar."""
        box = between(canvas)
        bar = Box(box.x, box.bottom - HIGH, box.w, HIGH)
        top = box.y + 30
        wide = round(box.w * (0.62 if box.w > 1100 else 0.56))
        paper = Box(box.x, top, wide, bar.y - 18 - top)
        right = Box(paper.right + 22, top, box.right - paper.right - 22, paper.h)
        worths = self._worth_column(canvas, right.w - 32)
        low = Box(right.x, right.bottom - worths.high - 28, right.w, worths.high + 28)
        if not spacious(canvas) or low.y - right.y < _SEEN:
            self._folded(canvas)
            return
        header(canvas, self._course.scenario.title, say("the talks once more"), say("the points are a model"))
        canvas.text(self._told(), box.x, box.y - 4, _MOVE, width=box.w)
        draw_paper(canvas, self._laid, paper)
        if self._minded and self._mind_told is not None:
            self._mind(canvas, Box(right.x, right.y, right.w, low.y - right.y - 14), self._mind_told)
        else:
            happened = Box(right.x, right.y, right.w, low.y - right.y - 14)
            minutes.draw(canvas, happened, self._laid.scenario, self._minutes())
        canvas.panel(low, colours.FELT2, 8, colours.FELT3)
        worths.paint(low.x + 16, low.y + 14)
        self._bar.draw(canvas, bar, self.at, self._told())
        self._below(canvas)

    def _folded(self, canvas: Canvas) -> None:
        """The draft beside what is behind tabs: what happened, what the computer had in mind, the points."""
        canvas.fill(colours.FELT1)
        told, room, gap = self._told(), canvas.width - 2 * _GAP, _GAP
        head = canvas.height_of(told, room, _MOVE_LOW) + 14
        canvas.fill(colours.FELT0, Box(0, 0, canvas.width, head))
        canvas.line(0, head - 1, canvas.width, head - 1, colours.GOLD)
        canvas.paragraph(told, gap, 7, room, _MOVE_LOW)
        rows = button_rows(canvas, self._choices(folded=True), room)
        y = canvas.height
        for row in reversed(rows):
            y -= _BUTTON + gap
            buttons(canvas, Box(gap, y, room, _BUTTON), row, gold=self._gold)
        bar = Box(gap, y - gap - _LOW_BAR, room, _LOW_BAR)
        body = Box(gap, head + gap, room, bar.y - gap - head - gap)
        wide = max(_PANEL, min(400.0, room * 0.45))
        draw_paper(canvas, self._laid, Box(body.x, body.y, body.w - wide - 2 * gap - 2, body.h - 6))
        tabs = self._tabs()
        tab_row(canvas, Box(body.right - wide, body.y, wide, _TABS), list(tabs.values()), f"{_TAB}{self._side(tabs)}")
        self._panel(canvas, self._side(tabs), Box(body.right - wide, body.y + _TABS + 4, wide, body.h - _TABS - 4))
        self._bar.draw(canvas, bar, self.at, told)

    def _tabs(self) -> dict[Side, Action]:
        """What can be seen beside the draft."""
        mind = self._mind_told is not None
        away = self._pointed if not mind else self._minded and not self._pointed
        back, forth = (("m",), ()) if away else ((), ("m",))
        names: dict[Side, Action] = {"happened": self._tab("happened", say("The move"), back)}
        if mind:
            names["mind"] = self._tab("mind", say("In mind"), forth)
        names["points"] = self._tab("points", say("Points"), ("p",))
        return names

    def _tab(self, side: Side, words: str, keys: tuple[str, ...]) -> Action:
        return Action(_TAB + side, words, partial(self._show, side), keys=keys)

    def _side(self, tabs: Collection[Side]) -> Side:
        """Which of them is seen: what happened, where a move has no such thing."""
        chosen: Side = "points" if self._pointed else "mind" if self._minded else "happened"
        return chosen if chosen in tabs else "happened"

    def _show(self, side: Side) -> None:
        self._pointed = side == "points"
        self._minded = side == "mind" if side != "points" else self._minded

    def _panel(self, canvas: Canvas, side: Side, box: Box) -> None:
        if side == "points":
            canvas.panel(box, colours.FELT2, 8, colours.FELT3)
            with canvas.scrolled("worths", box.inset(1)) as pane:
                pane.bottom = self._worth_column(canvas, box.w - 34).paint(box.x + 14, pane.top + 12) + 12
        elif side == "mind" and self._mind_told is not None:
            self._mind(canvas, box, self._mind_told)
        else:
            minutes.draw(canvas, box, self._laid.scenario, self._minutes(), headed=False)

    def _told(self) -> str:
        """Which move it is, and when it was made."""
        talks = self._course.after(self.at)
        moment = self._course.scenario.calendar.at(talks.hours)
        when = {"day": moment.when.date(), "time": clock(moment.when), "place": moment.session.place}
        if not self.at:
            return say("Before the first move · {day:day}, {time}, {place}", **when)
        line = phrase("Move {n} of {all} · {day:day}, {time}, {place} · {hours:hours} of talks")
        return say(line, n=self.at, all=self._last, hours=talks.hours, **when)

    def _mind(self, canvas: Canvas, box: Box, turn: Sequence[tuple[str, str]]) -> None:
        """What was thought."""
        canvas.panel(box, colours.FELT2, 8, colours.FELT3)
        with canvas.scrolled("mind", box.inset(1)) as pane:
            column = Column(canvas, box.w - 44)
            for line in turn:
                column.words(line[0], _HEAD)
                column.words(line[1], _WORDS, gap=10)
            pane.bottom = column.paint(box.x + 18, pane.top + 14) + 14

    @property
    def _mind_told(self) -> list[tuple[str, str]] | None:
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
            self._row(column, who, span(worth.now))
            away = say("walk-away {points} · so far {paid:signed}", points=worth.walk_away, paid=worth.paid)
            column.words(away, _SMALL, left=34, gap=4)
        brackets = len(self._laid.desk.brackets)
        stand = count("{n} bracket stands", "{n} brackets stand", brackets) if brackets else say("the text is clean")
        column.words(stand, _SMALL)
        return column

    def _row(self, column: Column, who: DelegationId, points: str) -> None:
        """One delegation with its points; these stand below its name where there is no room beside it."""
        mark, name = signs(self._course.scenario)[who], self._course.scenario[who].short
        canvas, wide = column.canvas, column.wide
        beside = 34 + canvas.measure(name, _NAME) + 10 + canvas.measure(points, _POINTS) <= wide
        down = 0.0 if beside else 22.0

        def paint(x: float, y: float) -> None:
            canvas.mark(mark, x, y, 24)
            canvas.text(name, x + 34, y + 2, _NAME, width=wide - 34)
            canvas.text(points, x + wide, y + down, _POINTS, align="right")

        column.draw(26 + down, paint)

    @property
    def _over(self) -> str:
        """Why no seat can be taken over from here; empty if one can."""
        return say("The talks were over: there is nothing to take over.") if self.at == self._last else ""

    @property
    def _gold(self) -> str:
        return "" if self._over else "over"

    def _choices(self, *, folded: bool = False) -> list[Action]:
        """The buttons below; where there are tabs, these show what the computer had in mind."""
        runs = say("Stop") if self._plays is not None else say("Run")
        choices = [
            Action("back", say("Back"), self.app.pop, keys=("escape", "r")),
            Action("run", runs, self._run, keys=("space",)),
            Action("over", say("Take over from here"), self._take_over, keys=("t",), why=self._over),
        ]
        if self._minds is not None and self._minds.turns and not folded:
            mind = say("What happened") if self._minded else say("What it had in mind")
            choices.insert(2, Action("mind", mind, self._turn_over, keys=("m",)))
        return choices

    def _below(self, canvas: Canvas) -> None:
        inside = footer(canvas)
        x = buttons(canvas, inside, self._choices(), gold=self._gold)
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
