"""The list of reasons: every number of this seat's that has changed in the talks, when, by how much and why."""

from __future__ import annotations

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.desk.people import when
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import SMALL, button
from game.desktop.screens.overlay import Sheet
from game.desktop.styled import styled
from game.seat import Worth
from game.words import count, phrase, plain, say, signed
from game.words.changes import Reason, why
from game.words.points import span

_WHAT = Style("sans-semibold", 15, colours.PALE, line=22)
_WHY = Style("sans", 15, colours.DIM, line=22)
_DAY = Style("sans", 14, colours.DIM, line=22)
_NUMBER = Style("sans-bold", 17, colours.PALE, line=22)


class WhySheet(Sheet):
    """Newest first: the day and the hour, what changed by how much, and the reason."""

    title = phrase("Why?")
    wide, tall = 900.0, 720.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self.board = board

    def draw(self, canvas: Canvas) -> None:
        """Where the numbers stand, and then every change."""
        box = self.sheet(canvas, say("Why your numbers are what they are"))
        y = self._stand(canvas, box)
        with canvas.scrolled("why", Box(box.x, y, box.w + 12, box.bottom - 54 - y)) as pane:
            y = pane.top + 4
            found = list(reversed(why(self.board.here)))
            days = [canvas.measure(when(self.board, reason.hour), _DAY) for reason in found]
            for reason in found:
                y = self._reason(canvas, Box(box.x, y, box.w - 8, 0), reason, max(130.0, *days) + 8) + 8
            if not found:
                canvas.paragraph(say("Nothing has changed yet."), box.x, y, box.w, _WHY)
                y += 22
            pane.bottom = y
        close = Action("close", say("Back to the table"), self.close, keys=("enter", "escape", "y"))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), close, gold=True)

    def _stand(self, canvas: Canvas, box: Box) -> float:
        """The numbers of now, each with what it is made of; gives the lower edge."""
        worth = self.board.desk.worth
        if worth is None:
            return box.y
        line = phrase(
            "{away} your walk-away.  {paid} beside the text: {hours:signed} for the hours, {talks:signed} in the talks."
        )
        spans = styled(
            line,
            _WHY,
            away=Span(plain(worth.walk_away), _NUMBER),
            paid=Span(signed(worth.paid), _NUMBER),
            hours=worth.hours,
            talks=worth.talks,
        )
        spans += self._signed(worth) if worth.signed else self._open(worth)
        canvas.paragraph(spans, box.x, box.y - 2, box.w)
        y = box.y + canvas.height_of(spans, box.w) + 6
        canvas.line(box.x, y, box.right, y, colours.FELT3)
        return y + 6

    def _open(self, worth: Worth) -> list[Span]:
        """What the words are worth, worst to best: those that are agreed, and the brackets."""
        desk = self.board.desk
        agreed = len(desk.agreed)
        parts = [say("{points} for {n} agreed", points=worth.agreed, n=agreed)] if agreed else []
        one, many = phrase("{span} for {n} bracket"), phrase("{span} for {n} brackets")
        parts.append(count(one, many, len(desk.brackets), span=span(worth.open)))
        now = Span(span(worth.now), _NUMBER)
        return styled(phrase("  {span} the words: {parts:and}."), _WHY, span=now, parts=parts)

    def _signed(self, worth: Worth) -> list[Span]:
        """What a clean text would bring if it were signed now."""
        score = worth.signed
        assert score is not None
        parts = [
            say("the words {points}", points=score.words),
            say("the hours {points:signed}", points=score.part("hours")),
            say("the talks {points:signed}", points=score.part("talks")),
            say("what comes after {points:signed}", points=score.part("aftermath")),
        ]
        total = Span(plain(score.total), _NUMBER)
        return styled(phrase("  {sum} if it is signed: {parts:and}."), _WHY, sum=total, parts=parts)

    def _reason(self, canvas: Canvas, box: Box, reason: Reason, left: float) -> float:
        """One change, with so much room for the day and the hour; gives its lower edge."""
        canvas.text(when(self.board, reason.hour), box.x, box.y, _DAY, width=left - 8)
        spans = styled(
            phrase("{what} {change} {why:head}."),
            _WHY,
            what=Span(say("{what:head}:", what=reason.what), SMALL.of(colours.LOCKED)),
            change=Span(say("{change}.", change=reason.change), _WHAT),
            why=reason.reason,
        )
        canvas.paragraph(spans, box.x + left, box.y, box.w - left)
        return box.y + canvas.height_of(spans, box.w - left)
