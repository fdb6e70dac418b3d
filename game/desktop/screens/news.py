"""News over the table: a newspaper cutting, an ally's answer, a text sent back; and what it changed for this seat.

The cutting is cream, since everybody reads it. What it changed for the reader is on felt, and an ally's answer on the
grey-green of private papers.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.app import App
from game.desktop.desk import Desk
from game.desktop.desk.news import Card, Change
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, button, pill
from game.desktop.screen import GameScreen
from game.desktop.screens.layout import day_words
from game.talks import opening_capital

_MASTHEADS = {
    "cutting": "FROM THE NEWSPAPERS",
    "silence": "THE SILENCE PROCEDURE",
    "parliament": "FROM THE CHAMBER",
    "answer": "IN CONFIDENCE",
    "past": "FROM THE FILES",
}
_WIDE = 660.0
_TITLE = Style("serif-bold", 29, colours.INK, line=36)
_SIZES = (18.0, 17.0, 16.0)
"""Sizes of the story: the largest for which there is room."""
_GAP = 12.0
_SMALL = Style("sans", 14, colours.MUTED, line=20)
_WHAT = Style("sans", 15, colours.PALE, line=22)
_WHY = Style("sans", 15, colours.DIM, line=22)
_NUMBER = Style("sans-bold", 19, colours.PALE)


class NewsScreen(GameScreen):
    """The cards that have come, one after the other."""

    title = "News"
    overlay = True

    def __init__(self, app: App, desk: Desk, cards: Sequence[Card]) -> None:
        super().__init__(app)
        self._desk = desk
        self._cards = list(cards)
        self._place = 0

    @property
    def card(self) -> Card:
        """The one that is read."""
        return self._cards[self._place]

    def changed(self) -> None:
        """What happens meanwhile lies below."""
        self._cards += self._desk.take_cards()

    def on_(self) -> None:
        """The next card, or back to the table."""
        self.memory.scroll.clear()
        if self._place + 1 < len(self._cards):
            self._place += 1
        else:
            self.app.back_to(self)
            self.app.pop()

    def draw(self, canvas: Canvas) -> None:
        """The paper, and on felt below it what it changed, in the middle of the window."""
        card = self.card
        wide = min(_WIDE, canvas.width - 96)
        most = canvas.height - 56
        inner = Box(0, 0, wide, 0)
        felt = self._felt(canvas, inner, card.changes, drawn=False)
        size = next(
            (size for size in _SIZES if self._paper(canvas, inner, size, drawn=False) + felt <= most), _SIZES[-1]
        )
        paper = self._paper(canvas, inner, size, drawn=False)
        shown = min(paper, most - felt)
        left, top = (canvas.width - wide) / 2, max(28.0, (canvas.height - shown - felt) / 2)
        box = Box(left, top, wide, shown)
        canvas.cut(box.moved(7, 8), colours.SHADOW)
        canvas.cut(box, colours.FLIMSY if card.kind in ("answer", "past") else colours.PAPER)
        with canvas.scrolled("card", box) as pane:
            self._paper(canvas, Box(left, pane.top, wide, 0), size, drawn=True)
            pane.bottom = pane.top + paper
        below = Box(left, box.bottom + _GAP, wide, felt - _GAP)
        canvas.panel(below, colours.FELT1, 8, colours.FELT3)
        self._felt(canvas, below, card.changes, drawn=True)

    def _felt(self, canvas: Canvas, box: Box, changes: Sequence[Change], *, drawn: bool) -> float:
        """What it changed, and the way back to the table; gives the height, with the gap above it."""
        y = self._changes(canvas, box, changes, drawn=drawn) if changes else 14.0
        if drawn:
            self._foot(canvas, Box(box.x + 36, box.y + y, box.w - 72, 46))
        return y + 46 + 14 + _GAP

    def _foot(self, canvas: Canvas, box: Box) -> None:
        left = len(self._cards) - self._place - 1
        words = "Next" if left else "Back to the table"
        on = Action("on", words, self.on_, keys=("enter", "space", "escape"))
        button(canvas, box.left_part(220), on, gold=True, size=16)
        if left:
            more = "one more to read" if left == 1 else f"{left} more to read"
            canvas.text(more, box.right, box.y + 13, Style("sans", 15, colours.DIM), align="right")

    def _paper(self, canvas: Canvas, box: Box, size: float, *, drawn: bool) -> float:
        """Masthead, title, story, where it comes from; gives the height."""
        card, inner = self.card, box.inset(36, 0)
        moment = self._desk.view.scenario.calendar.at(card.at)
        story = Style("serif", size, colours.INK, line=round(size * 1.48))
        y = box.y + 22
        if drawn:
            canvas.text(_MASTHEADS[card.kind], inner.x, y, Style("sans-bold", 14, colours.MUTED))
            when = f"{moment.session.place}, {day_words(moment.when.date())}, {moment.when:%H:%M}"
            canvas.text(when, inner.right, y, Style("sans", 14, colours.MUTED), align="right")
            canvas.line(inner.x, y + 25, inner.right, y + 25, colours.INK, 2)
            canvas.line(inner.x, y + 29, inner.right, y + 29, colours.INK)
        y += 42
        for words, style, gap in ((card.title, _TITLE, 10), (card.story.strip(), story, 14)):
            if drawn:
                canvas.paragraph(words, inner.x, y, inner.w, style)
            y += canvas.height_of(words, inner.w, style) + gap
        if card.label:
            y += self._label(canvas, Box(inner.x, y, inner.w, 0), drawn=drawn)
        return y + 22 - box.y

    def _label(self, canvas: Canvas, box: Box, *, drawn: bool) -> float:
        """FACT or MODEL, and the sources; gives the height."""
        source, room = self._source(self.card), box.w - 86
        if drawn:
            edge = box.x + canvas.measure(self.card.label, Style("sans-bold", 14)) + 18
            pill(canvas, edge, box.y, self.card.label, colour=_BADGES[self.card.label])
            canvas.paragraph(source, box.x + 86, box.y + 1, room, _SMALL)
        return max(24.0, canvas.height_of(source, room, _SMALL))

    def _source(self, card: Card) -> str:
        sources = self._desk.view.scenario.sources
        titles = [sources[cite].title for cite in card.cite if cite in sources and cite != "OWN"]
        kind = "On record" if card.label == "FACT" else "Our invention"
        return f"{kind}: {'; '.join(titles)}." if titles else f"{kind}."

    def _changes(self, canvas: Canvas, box: Box, changes: Sequence[Change], *, drawn: bool) -> float:
        """What it changed for the reader, each number with its reason; gives the height."""
        inner = box.inset(36, 0)
        y = box.y + 16
        if drawn:
            canvas.text("WHAT IT CHANGES FOR YOU", inner.x, y, LABEL)
        y += 28
        for place, change in enumerate(changes):
            last = change.because not in [other.because for other in changes[place + 1 : place + 2]]
            reason = change.because.rstrip(".") if last else ""
            spans = [Span(f"{opening_capital(change.what)}{': ' if reason else '.'}", _WHAT)]
            spans += [Span(f"{reason}.", _WHY)] if reason else []
            left = 58.0
            if drawn:
                if change.by:
                    canvas.text(change.by, inner.x + 44, y - 2, _NUMBER, align="right")
                else:
                    canvas.dot(inner.x + 35, y + 11, 3.5, colours.DIM)
                canvas.paragraph(spans, inner.x + left, y, inner.w - left)
            y += canvas.height_of(spans, inner.w - left) + 7
        return y + 9 - box.y


_BADGES = {"FACT": colours.AGREED_PALE, "MODEL": colours.LOCKED}
