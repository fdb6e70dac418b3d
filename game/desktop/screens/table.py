"""The table: header, delegations, paper, wordings and tray over one view."""

from __future__ import annotations

from game.desktop.app import App
from game.desktop.desk.answers import Shown
from game.desktop.desk.arrangement import Arrangement, behind_tabs, has_room, side_by_side
from game.desktop.desk.board import Board
from game.desktop.desk.buttons import AWAY
from game.desktop.desk.header import draw_header, told_above
from game.desktop.desk.laid import State, same
from game.desktop.desk.options import away, option_panels, wordings_panels
from game.desktop.desk.paper import draw_paper
from game.desktop.desk.people import draw_people
from game.desktop.desk.reply import draw_reply, reply_aloud, reply_height
from game.desktop.desk.second_thoughts import think_again
from game.desktop.desk.side import Side
from game.desktop.desk.strip import draw_strip_status, package_panel, presses, strip_height, strip_panels
from game.desktop.desk.tabs import shown_by, tabs
from game.desktop.desk.things import focused_aloud, pointed_at, things
from game.desktop.desk.timeline import draw_timeline
from game.desktop.desk.tray import draw_status, lead_words, status, status_box, tray_height, tray_panels
from game.desktop.desk.typed import type_letter
from game.desktop.desk.ways import Ways
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.inputs import Input, Key, MouseMoved
from game.desktop.kit.kept import Kept, Over, Panel, solid
from game.desktop.place import AtHome, Place
from game.desktop.screen import GameScreen
from game.desktop.screens.adviser import AdviserSheet, CautionSheet
from game.desktop.screens.audience import AudienceSheet
from game.desktop.screens.coach_card import draw_coach
from game.desktop.screens.explain import ExplainSheet
from game.desktop.screens.help import HelpSheet
from game.desktop.screens.moves import HoldSheet, MoreSheet, PressSheet
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.packages import PackagesSheet
from game.desktop.screens.printing import HeadlineSheet
from game.desktop.screens.refusing import HowFarSheet
from game.desktop.screens.sheets import LeaveSheet, MenuSheet, RecordSheet, SaySheet
from game.desktop.screens.since import SinceSheet
from game.desktop.screens.why import WhySheet
from game.scenario import AudienceId
from game.seat import needed
from game.text import DelegationId
from game.words import say

_ONE_PRESS = 0.6
"""Seconds at the most for which Enter and Space are not heard after a sheet was put away."""


class TableScreen(GameScreen):
    """The talks at a place, or at `app.host.table` as they are seen from the seat that is `app.host.who` then."""

    def __init__(self, app: App, place: Place | None = None) -> None:
        super().__init__(app)
        if place is None:
            if app.host.table is None:
                raise LookupError("a table screen needs a table")
            place = AtHome(app, app.host.table)
        self.board = Board(app, place)
        self._kept, self._over = Kept(), Over()
        self._shown: State = ()
        """The state of the board when it was drawn last."""
        self._value = 0
        """Another number for every other state that was drawn: in another frame the same state is the same value."""
        self._ended = 0.0
        self._pausing = False
        """Whether an answer was still to come when it was looked last."""
        self._followed = ""
        """What had the focus when it was drawn last."""
        self._sheet: Box | None = None
        """Where the draft was drawn last."""
        self._moved = False
        """Whether its words may stand elsewhere on it now."""
        self._left = 0.0
        """How far the draft was scrolled to that clause."""
        self._deaf = 0.0
        """Until when it hears no press of Enter."""
        self._ways = Ways(
            help=lambda: app.push(HelpSheet(app, self.board.scenario, lead_words(self.board))),
            menu=lambda: app.push(MenuSheet(app, self.board)),
            record=lambda: app.push(RecordSheet(app, self.board)),
            why=lambda: app.push(WhySheet(app, self.board)),
            say=lambda: app.push(SaySheet(app, self.board)),
            press=lambda: app.push(PressSheet(app, self.board)),
            hold=lambda: app.push(HoldSheet(app, self.board)),
            how_far=lambda: app.push(HowFarSheet(app, self.board)),
            more=lambda: app.push(MoreSheet(app, self.board, self._ways)),
            leave=lambda: app.push(LeaveSheet(app, self.board)),
            audience=self._audience,
            packages=lambda: app.push(PackagesSheet(app, self.board)),
            headline=lambda: app.push(HeadlineSheet(app, self.board)),
            adviser=lambda: app.push(AdviserSheet(app, self.board)),
        )
        self.board.before = lambda words, rules, go: app.push(CautionSheet(app, words, rules, go, self._thinks_again))

    @property
    def caption(self) -> str:
        """The talks."""
        return self.board.scenario.title

    @property
    def seat(self) -> DelegationId | None:
        """Whose board it is."""
        return self.board.seat

    @property
    def lying(self) -> tuple[str, ...]:
        """An answer that has come; while none lies there, the line below the tray."""
        return (reply_aloud(self.board) if self.board.unread is not None else status(self.board),)

    def focused(self, canvas: Canvas) -> tuple[str, ...]:
        """As F1 tells of it."""
        return focused_aloud(canvas, self.board)

    @property
    def below_header(self) -> float:
        """How much lies between the header and the panels."""
        return 0.0

    def back(self) -> None:
        """What has happened meanwhile is told first, and then the news."""
        self._deaf = self.app.clock() + self.app.host.pace
        self.board.back()
        if self.app.top is self:
            self._lay_news()

    def draw(self, canvas: Canvas) -> None:
        """Draw the panels in the order in which the focus goes through them."""
        self._over.take_away(canvas)
        self._follow()
        if self.board.drying or not same(self.board.state, self._shown):
            self._value += 1
        spacious = has_room(canvas.box.w, canvas.box.h, self.below_header)
        arranged, panels = self._arranged(canvas, spacious=spacious)
        board, reveals = self.board, self.board.reveal
        self._kept.draw(canvas, colours.FELT1, panels, self._value)
        if reveals:
            self._left = self.memory.scroll.get("paper", 0.0)
        self._shown = board.state
        if not spacious:
            self._away(canvas, board.side if arranged.tabs is not None else None)
            if arranged.tray is not None:
                draw_strip_status(canvas, board, arranged.tray)
        elif arranged.tray is not None:
            draw_status(canvas, board, status_box(board, arranged.tray))
        if self.app.coach.on and not (self._reading and board.answers.pausing):
            draw_coach(self, canvas, needed(board.desk, reading=self._reading), board.desk.version, self._over)

    def _follow(self) -> None:
        """A tab that the focus has come to shows its panel."""
        focus = self.memory.focus if self.memory.shown else ""
        if focus != self._followed:
            self._followed = focus
            self.board.side = shown_by(focus) or self.board.side

    def _arranged(self, canvas: Canvas, *, spacious: bool) -> tuple[Arrangement, list[Panel]]:
        """Where everything is on a page of this size, in the order in which the focus goes through it."""
        board, ways, page = self.board, self._ways, canvas.box
        free = page.h - self.below_header
        packages = bool(board.bargaining.packages)

        def answer(width: float, room: float) -> float:
            return reply_height(canvas, board, width, room)

        if spacious:
            deep = tray_height(canvas, board, page.w - 24)
            placed = side_by_side(page, self.below_header, deep, packages=packages, answer=answer)
        else:
            deep = strip_height(canvas, board, page.w - 16, free, ways)
            placed = behind_tabs(
                page, self.below_header, deep, packages=packages, answer=answer, choices=presses(board)
            )
        if board.reveal or placed.paper != self._sheet:  # the wordings too are looked at anew
            board.reveal, self._sheet = True, placed.paper
            self.memory.scroll.pop("options", None)
        board.reveal, self._moved = board.reveal or self._moved, False
        around = Box(placed.paper.x, placed.paper.y, placed.paper.w + 9, placed.paper.h + 9)  # with its shadow
        panels = [Panel("paper", around, lambda: draw_paper(canvas, board, placed.paper), solid=placed.paper)]
        if placed.tabs is not None and placed.wordings is not None:
            panels += self._behind_tabs(canvas, placed.wordings, placed.tabs, packages=placed.timeline is None)
        elif placed.wordings is not None:
            panels += option_panels(canvas, board, placed.wordings)
        if (tray := placed.tray) is not None and spacious:
            panels += tray_panels(canvas, board, tray, ways)
        elif tray is not None:
            why = placed.tabs is None or board.side != "package"
            panels += strip_panels(canvas, board, tray, free, ways, why=why)
        if (people := placed.people) is not None:
            panels.append(
                Panel("people", people, lambda: draw_people(canvas, board, people, ways), solid=solid(people))
            )
        bar = placed.header
        panels.append(Panel("header", bar, lambda: draw_header(canvas, board, bar, ways), solid=bar))
        if (row := placed.timeline) is not None:
            panels.append(Panel("timeline", row.inset(-4, 0), lambda: draw_timeline(canvas, board, row, ways.packages)))
        if (reply := placed.reply) is not None:
            panels.append(Panel("reply", reply.inset(-2), lambda: draw_reply(canvas, board, reply), solid=solid(reply)))
        return placed, panels

    def _behind_tabs(self, canvas: Canvas, box: Box, row: Box, *, packages: bool) -> list[Panel]:
        """The tabs, and after its own the panel that is shown; `packages`: with the package all of them."""
        board, ways, made = self.board, self._ways, tabs(canvas, self.board, row)
        if board.side == "wordings":
            shown = wordings_panels(canvas, board, box)
        elif board.side == "package":
            every = packages and bool(board.bargaining.packages)
            shown = [package_panel(canvas, board, box, ways, packages=every)]
        else:
            above = told_above(board)
            shown = [Panel("people", box, lambda: draw_people(canvas, board, box, ways, above), solid=solid(box))]
        return [*made.before, *shown, *made.after]

    def _away(self, canvas: Canvas, shown: Side | None) -> None:
        """The keys of what is behind a tab, or has no room now, are heard all the same."""
        board, ways = self.board, self._ways
        hidden = [("people", "record", say("Summary record"), ways.record, "r")]
        hidden.append(("package", "why", say("Why?"), ways.why, "y"))
        if board.bargaining.packages:
            hidden.append(("package", "packages", say("All packages"), ways.packages, "0"))
        drawn = {spot.id for spot in canvas.spots}
        for side, id, words, act, key in hidden:
            if side != shown and id not in drawn:
                canvas.spot(Action(id, words, act, keys=(key,)), AWAY, focusable=False)
        if shown != "wordings":
            away(canvas, board, AWAY)

    def forget(self) -> None:
        """Keep no picture: the next frame paints every panel."""
        self._value += 1

    def on(self, said: Input) -> bool:
        """Escape hides the focus first. The press that took the seat is not one more: it might accept a package."""
        still = self.board.still
        if isinstance(said, MouseMoved) and still is not None and still[1] not in (None, (said.x, said.y)):
            self.board.still = still[0], None
            self.app.redraw()
        if isinstance(said, Key) and said.name == "z" and said.ctrl and not said.held:
            think_again(self.board)
            return True
        if isinstance(said, Key) and said.name in ("enter", "space") and self.app.clock() < self._deaf:
            return True
        if isinstance(said, Key) and said.name == "f1" and not said.held and self._explain():
            return True
        if isinstance(said, Key) and said.name == "escape" and not said.ctrl and self.memory.shown:
            self.memory.shown = False
            return True
        return isinstance(said, Key) and not said.ctrl and not said.held and self._types(said.name)

    def _explain(self) -> bool:
        """Tell what has the focus or is under the mouse; whether there is anything."""
        canvas = self.app.canvas
        asked = pointed_at(canvas, self.board)
        if asked is None:
            return False
        others = [thing for thing in things(canvas, self.board) if thing.topic is None or thing.topic != asked.topic]
        told = [asked, *others]
        self.app.push(ExplainSheet(self.app, self.board.scenario, told, self._ways.help))
        return True

    def _types(self, key: str) -> bool:
        """Letters choose a wording while the focus is on the paper, if one begins so."""
        word = self.board.words.get(self.memory.focus.removeprefix("word:")) if self.memory.shown else None
        letter = {"space": " "}.get(key, key)
        written = key == "backspace" or (len(letter) == 1 and (letter.isalpha() or letter == " "))
        return word is not None and written and type_letter(self.board, word.issue, letter)

    def tick(self, now: float) -> bool:
        """Draw while words dry; when the talks are over, stay a moment and go on to the ending."""
        if self.board.desk.ended and "ending" in self.app.routes and now - self._ended >= self.app.host.pace:
            self.app.go("ending")
            return False
        if self._pausing and not self.board.answers.pausing:
            self.board.speak()
        self._pausing = self.board.answers.pausing
        if self.board.cards and self.app.top is self and not self._reading:
            self._lay_news()
        wet = self.board.drying
        if not wet and self.board.wet and self.board.dried_at:
            self.board.dried_at = 0.0
            self.app.redraw()
        return wet > 0

    def changed(self) -> None:
        """A move was made: look again; the last one closes every sheet, and news is laid over the table."""
        before, self.board.still = self.board.unread, (self.memory.focus, self.memory.mouse)
        self.board.changed()
        self._moved = self.memory.scroll.get("paper", 0.0) == self._left  # and nobody has scrolled it since
        if self.board.unread not in (before, None):
            self.memory.shown = False  # Enter is for the answer
        if self.board.desk.ended:
            self._ended, self.app.just_ended = self.app.clock(), True
            self.app.back_to(self)
        elif self.app.top is self:
            self._lay_news()

    def shown(self) -> None:
        """Back from a sheet: what has happened meanwhile is read now. The press that put the sheet away is not one
        more."""
        self._deaf = max(self._deaf, self.app.clock() + min(self.app.host.pace, _ONE_PRESS))
        self._lay_news()

    def _lay_news(self) -> None:
        if self.board.desk.ended:
            return
        if told := self.board.take_news():
            self.app.push(SinceSheet(self.app, self.board, told))
        elif not self._reading and (cards := self.board.take_cards()):
            self.app.push(NewsScreen(self.app, self.board, cards))

    @property
    def _reading(self) -> bool:
        """Whether an answer lies there that was waited for: newspapers come after it."""
        unread = self.board.unread
        return unread is not None and not (isinstance(unread, Shown) and unread.opened)

    def _thinks_again(self) -> None:
        """Back at the table, where no Enter leads to the same word once more: whoever means it presses the button."""
        self.app.back_to(self)
        self.memory.shown = False
        self.board.explain(say("Nothing is done. Change it, or press its button again if you mean it."))

    def refused(self, why: str) -> None:
        """Say why a button cannot be pressed."""
        self.board.explain(why)

    def _audience(self, audience: AudienceId) -> None:
        self.app.push(AudienceSheet(self.app, self.board, audience))
