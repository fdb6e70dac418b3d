"""The people of one's seat in a class: who holds the pen and who asks for it, what somebody suggests, the seat code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL, SMALL, button, button_wide
from game.desktop.place import pen_name
from game.desktop.screens.layout import button_rows, buttons
from game.desktop.screens.overlay import Sheet
from game.desktop.visit import UNREACHED, Visit
from game.guest import Said
from game.scenario import Scenario
from game.table import Team
from game.table.teams import Member, Suggestion
from game.talks import Propose
from game.words import SENTENCES, head, phrase, say, strung
from game.words.class_lesson import table_name
from game.words.moves import called
from game.words.names import seat as seat_name
from game.words.teams import member_name

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.desk.board import Board

_BODY = Style("sans", 16, colours.PALE, line=24)
_NAME = Style("sans-semibold", 16, colours.PALE, line=24)
_MOVE = Style("serif", 18, colours.PALE, line=26)
_CODE = Style("sans-bold", 22, colours.PALE, line=28)
_CODE_IS = phrase("Your seat code: with it you take this seat on any other device.")
_HIGH = 36.0


class PeopleSheet(Sheet):
    """Who sits here, and what goes between them."""

    title = phrase("Your seat")
    wide, tall = 640.0, 560.0

    def __init__(self, app: App, board: Board, visit: Visit) -> None:
        super().__init__(app)
        self.board, self.visit = board, visit
        self.said = ""

    @property
    def lying(self) -> tuple[str, ...]:
        """The place and its code, who sits here, and a suggestion; what the class has said to a press."""
        visit, team = self.visit, self.visit.team
        told = [self._place()]
        if visit.seat is not None:
            told += [visit.seat.seat_code, say(_CODE_IS)]
        if team is not None and visit.seat is not None:
            told += self._names(team, visit.seat.device)
            if (found := team.suggestion) is not None:
                mine = found.by == visit.seat.device
                lines = _told(self.board.scenario, team, found, mine=mine, pen=pen_name(visit))
                told.append(strung([words for words, _ in lines], SENTENCES))
        return *told, self.said

    def draw(self, canvas: Canvas) -> None:
        """The place and its code, the pen, a suggestion."""
        box = self.sheet(canvas, self._place())
        close = Action("close", say("Back to the table"), self.close, keys=("escape", "z"))
        foot = self.foot(canvas, box.w, [close], told=self.said)
        with canvas.scrolled("people", Box(box.x - 4, box.y - 4, box.w + 16, box.h - foot.high - 6)) as pane:
            y = self._code(canvas, box, pane.top + 4)
            parts = [self._members, self._suggestion]
            for part in reversed(parts) if self._asked else parts:  # first what waits for an answer
                y = part(canvas, box, y)
            pane.bottom = y
        foot.paint(box.x, box.bottom - foot.high)

    @property
    def _asked(self) -> bool:
        """Whether a suggestion waits for whoever holds the pen, who sits here."""
        found = self.visit.team.suggestion if self.visit.team else None
        return found is not None and found.answered is None and self.visit.has_pen

    def _place(self) -> str:
        room, who = self.visit.room, head(seat_name(self.board.scenario, self.board.desk.who))
        letter = room.letter if room else ""
        return say("{table}: {seat}", table=table_name(letter), seat=who) if letter else who

    def _code(self, canvas: Canvas, box: Box, y: float) -> float:
        seat = self.visit.seat
        assert seat is not None
        right = canvas.text(seat.seat_code, box.x, y, _CODE).right
        words = say(_CODE_IS)
        canvas.paragraph(words, right + 16, y + 2, box.right - right - 16, SMALL)
        return y + max(30.0, canvas.height_of(words, box.right - right - 16, SMALL)) + 12

    # ---- the pen ------------------------------------------------------------------------------------------------

    def _members(self, canvas: Canvas, box: Box, y: float) -> float:
        team, seat = self.visit.team, self.visit.seat
        if team is None or seat is None:
            return y
        canvas.text(say("WHO SITS HERE"), box.x, y, LABEL)
        y += 28
        for member, told in zip(team.members, self._names(team, seat.device), strict=True):
            room = box.w
            hint = say("{name} moves for you all then.", name=member_name(member.name))
            hand = self._act("hand-pen", to=member.device)
            give = Action(f"give-{member.device}", say("Hand the pen on"), hand, hint=hint)
            gives = self.visit.has_pen and member.device not in (seat.device, team.pen) and not member.away
            if gives:
                wide = button_wide(canvas, give.words)
                room -= wide + 16
                button(canvas, Box(box.right - wide, y, wide, _HIGH), give, size=14)
            high = canvas.height_of(told, room, _NAME)
            canvas.paragraph(told, box.x, y + 6, room, _NAME)
            y += max(_HIGH, high + 8) + 6
        if not self.visit.has_pen and team.pen is not None:
            why = say("you have asked for it") if seat.device in team.asking else ""
            hint = say("Whoever holds it hands it on, or not.")
            ask = Action("ask", say("Ask for the pen"), self._act("ask-for-pen"), ("enter",), why, hint)
            buttons(canvas, Box(box.x, y, box.w, 40), [ask], gold="ask")
            y += 46
        return y + 10

    @staticmethod
    def _names(team: Team, mine: str) -> list[str]:
        """Who sits here, one after the other, each with what they do."""
        told = []
        for member in team.members:
            words = say("{name} (you)", name=member_name(member.name)) if member.device == mine else ""
            told.append(strung([words or member_name(member.name), *_state(team, member)]))
        return told

    # ---- a suggestion -------------------------------------------------------------------------------------------

    def _suggestion(self, canvas: Canvas, box: Box, y: float) -> float:
        team, seat = self.visit.team, self.visit.seat
        if team is None or seat is None or (found := team.suggestion) is None:
            return y
        mine = found.by == seat.device
        for words, style in _told(self.board.scenario, team, found, mine=mine, pen=pen_name(self.visit)):
            canvas.paragraph(words, box.x, y, box.w, style)
            y += canvas.height_of(words, box.w, style) + 4
        if self._asked:
            take = say("Take it up") if isinstance(found.move, Propose) else say("Do it")
            act = Action("take-up", take, self._take(found), keys=("enter",))
            aside = Action("dismiss", say("Put it aside"), self._act("dismiss", suggestion=found.number))
            for row in button_rows(canvas, [act, aside], box.w):
                buttons(canvas, Box(box.x, y + 4, box.w, 42), row, gold="take-up")
                y += 50
        return y + 14

    def _take(self, found: Suggestion) -> Callable[[], None]:
        """A package goes into the tray, to be changed or tabled; any other move is made."""

        def take() -> None:
            self._act("take-up", suggestion=found.number)()
            self.close()
            if isinstance(found.move, Propose):
                self.board.take_over(found.move, say("Their package is in the tray: change what you like."))
            else:
                self.board.make(found.move)

        return take

    def _act(self, kind: str, **told: str | int) -> Callable[[], None]:
        def answered(said: Said | None) -> None:
            self.said = "" if said is None else said.said or say("The class does not answer.")
            if said is UNREACHED:
                self.said = say("The class does not answer.")
            self.app.redraw()

        return lambda: self.visit.act(kind, answered, **told)

    def refused(self, why: str) -> None:
        """Say why a button cannot be pressed."""
        self.said = why


def _state(team: Team, member: Member) -> Iterator[str]:
    if member.device == team.pen:
        yield say("holds the pen")
    if member.device in team.asking:
        yield say("asks for the pen")
    if member.away:
        yield say("away")


_FATES = {
    "taken-up": phrase("{pen} has taken up your suggestion:"),
    "dismissed": phrase("{pen} has put your suggestion aside:"),
}


def _told(scenario: Scenario, team: Team, found: Suggestion, *, mine: bool, pen: str) -> Iterator[tuple[str, Style]]:
    """Whose suggestion it is and what has become of it, and what it is."""
    by = team.member(found.by)
    name = member_name(by.name) if by else say("nobody")
    if mine and found.answered is not None:
        yield say(_FATES[found.answered], pen=pen or say("nobody")), _BODY
    elif mine:
        yield say("{pen} is reading your suggestion:", pen=pen or say("nobody")), _BODY
    elif found.answered is not None:
        yield say("{name} had suggested:", name=name), _BODY
    else:
        yield say("{name} suggests:", name=name), _BODY
    yield called(scenario, found.move), _MOVE
    if found.move.remark:
        yield say("{words:quoted}", words=found.move.remark), _BODY
