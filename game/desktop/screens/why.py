"""The list of reasons: every number of this seat's that has changed in the talks, when, by how much and why."""

from __future__ import annotations

from game.desktop.app import App
from game.desktop.desk import Desk
from game.desktop.desk.words import span_of, when
from game.desktop.desk.worth import beside_the_text
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import SMALL, button
from game.desktop.screens.layout import counted
from game.desktop.screens.sheets import Sheet
from game.talks import listed, opening_capital, signed_points
from game.words import phrase
from game.words.changes import Reason, why

_WHAT = Style("sans-semibold", 15, colours.PALE, line=22)
_WHY = Style("sans", 15, colours.DIM, line=22)
_DAY = Style("sans", 14, colours.DIM, line=22)
_NUMBER = Style("sans-bold", 17, colours.PALE, line=22)


def _plain(points: int) -> str:
    return f"−{-points}" if points < 0 else str(points)


class WhySheet(Sheet):
    """Newest first: the day and the hour, what changed by how much, and the reason."""

    title = phrase("Why?")
    wide, tall = 900.0, 720.0

    def __init__(self, app: App, desk: Desk) -> None:
        super().__init__(app)
        self.desk = desk

    def draw(self, canvas: Canvas) -> None:
        """Where the numbers stand, and then every change."""
        box = self.sheet(canvas, "Why your numbers are what they are")
        y = self._stand(canvas, box)
        with canvas.scrolled("why", Box(box.x, y, box.w + 12, box.bottom - 54 - y)) as pane:
            y = pane.top + 4
            found = list(reversed(why(self.desk.view)))
            for reason in found:
                y = self._reason(canvas, Box(box.x, y, box.w - 8, 0), reason) + 8
            if not found:
                canvas.paragraph("Nothing has changed yet.", box.x, y, box.w, _WHY)
                y += 22
            pane.bottom = y
        close = Action("close", "Back to the table", self.close, keys=("enter", "escape", "y"))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), close, gold=True)

    def _stand(self, canvas: Canvas, box: Box) -> float:
        """The numbers of now, each with what it is made of; gives the lower edge."""
        own = self.desk.view.own
        if own is None:
            return box.y
        paid = sum(charge.points for charge in own.charges)
        beside = f"beside the text: {signed_points(-own.delay)} for the hours, {signed_points(paid)} in the talks."
        spans = [
            Span(f"{_plain(own.instructions.reservation_value)} ", _NUMBER),
            Span("your walk-away.  ", _WHY),
            Span(f"{signed_points(beside_the_text(self.desk))} ", _NUMBER),
            Span(beside, _WHY),
            *(self._open() if self.desk.view.brackets else self._signed()),
        ]
        canvas.paragraph(spans, box.x, box.y - 2, box.w)
        y = box.y + canvas.height_of(spans, box.w) + 6
        canvas.line(box.x, y, box.right, y, colours.FELT3)
        return y + 6

    def _open(self) -> list[Span]:
        """What the words are worth, worst to best: those that are agreed, and the brackets."""
        view = self.desk.view
        sure, (low, high) = view.worth(view.agreed), view.reach()
        parts = [f"{_plain(sure)} for {len(view.agreed)} agreed"] if view.agreed else []
        parts.append(f"{span_of((low - sure, high - sure))} for {counted(len(view.brackets), 'bracket')}")
        return [Span(f"  {span_of((low, high))} ", _NUMBER), Span(f"the words: {listed(parts)}.", _WHY)]

    def _signed(self) -> list[Span]:
        """What a clean text would bring if it were signed now."""
        view = self.desk.view
        score = view.ending(view.agreed)
        parts = [f"the words {_plain(score.words)}", f"the hours {signed_points(score.part('hours'))}"]
        parts += [
            f"the talks {signed_points(score.part('talks'))}",
            f"what comes after {signed_points(score.part('aftermath'))}",
        ]
        return [Span(f"  {_plain(score.total)} ", _NUMBER), Span(f"if it is signed: {listed(parts)}.", _WHY)]

    def _reason(self, canvas: Canvas, box: Box, reason: Reason) -> float:
        """One change; gives its lower edge."""
        left = 138.0
        canvas.text(when(self.desk.view, reason.hour), box.x, box.y, _DAY, width=left - 8)
        spans = [
            Span(f"{opening_capital(reason.what)}: ", SMALL.of(colours.LOCKED)),
            Span(f"{reason.change}. ", _WHAT),
            Span(f"{opening_capital(reason.reason)}.", _WHY),
        ]
        canvas.paragraph(spans, box.x + left, box.y, box.w - left)
        return box.y + canvas.height_of(spans, box.w - left)
