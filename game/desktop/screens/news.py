"""News over the table: a newspaper cutting, an ally's answer, a text sent back; and what it changed for this seat.

The cutting is cream, since everybody reads it. What it changed for the reader is on felt, and an ally's answer on the
grey-green of private papers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block, Column
from game.desktop.kit.inputs import Input, Key
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, button, key_name, pill
from game.desktop.screens.reading import ReadFirst
from game.desktop.styled import styled
from game.seat import Card, CardKind
from game.words import SENTENCES, count, phrase, say, stopped
from game.words.calendar import clock
from game.words.language import SEMICOLON, strung
from game.words.news import Change, Story, changes, story

_MASTHEADS: Mapping[CardKind, str] = {
    "cutting": phrase("FROM THE NEWSPAPERS"),
    "silence": phrase("THE SILENCE PROCEDURE"),
    "parliament": phrase("FROM THE CHAMBER"),
    "answer": phrase("IN CONFIDENCE"),
    "past": phrase("FROM THE FILES"),
}
_WIDE = 660.0
_TITLE = Style("serif-bold", 29, colours.INK, line=36)
_SIZES = (18.0, 17.0, 16.0)
"""Sizes of the story: the largest for which there is room."""
_NARROW, _LEAST = 640.0, 150.0
_GAP = 12.0
_SMALL = Style("sans", 14, colours.MUTED, line=20)
_WHAT = Style("sans", 15, colours.PALE, line=22)
_WHY = Style("sans", 15, colours.DIM, line=22)
_NUMBER = Style("sans-bold", 19, colours.PALE)


class NewsScreen(ReadFirst):
    """The cards that have come, one after the other."""

    title = phrase("News")
    overlay = True

    def __init__(self, app: App, board: Board, cards: Sequence[Card]) -> None:
        super().__init__(app)
        self._board = board
        self._cards = [(card, board.desk) for card in cards]
        """Each with the desk on which it came: what a card tells of may be taken back while it is read."""
        self._place = 0
        self._kept: Key | None = None
        """A key that was meant for the table, and pressed while the card lay over it."""

    @property
    def card(self) -> Card:
        """The one that is read."""
        return self._cards[self._place][0]

    @property
    def story(self) -> Story:
        """What stands on it."""
        card, desk = self._cards[self._place]
        return story(self._board.scenario, desk, card)

    @property
    def lying(self) -> tuple[str, ...]:
        """The card that is read."""
        return (strung((stopped(self.story.title), self.story.words.strip()), SENTENCES),)

    def changed(self) -> None:
        """What happens meanwhile lies below."""
        self._cards += [(card, self._board.desk) for card in self._board.take_cards()]

    def on_(self) -> None:
        """The next card, or back to the table."""
        self.memory.scroll.clear()
        if self._place + 1 < len(self._cards):
            self._place += 1
            self.reading.comes()
        else:
            self.app.back_to(self)
            self.app.pop()
            if self._kept is not None:
                self.app.reader.again(self._kept)

    def on(self, said: Input) -> bool:
        """A key of the table that is pressed while a card lies over it waits until that is read; Escape lets it go."""
        if isinstance(said, Key) and not said.ctrl and said.name == "escape":
            self._kept = None
        if not isinstance(said, Key) or said.ctrl or said.held or not self._of_table(said.name):
            return super().on(said)
        self._kept = said
        return True

    def _of_table(self, key: str) -> bool:
        """Whether a key can be one of the table's, and none of a card's."""
        return key in ("delete", "backspace") or (len(key) == 1 and self.app.settings.letters)

    def draw(self, canvas: Canvas) -> None:
        """The paper, and on felt below it what it changed, in the middle of the window."""
        card, desk = self._cards[self._place]
        wide = min(_WIDE, canvas.width - (96 if canvas.width >= _NARROW else 24))
        felt = self._felt(canvas, wide, changes(self._board.scenario, desk, card))
        most = canvas.height - 56 - felt.high - _GAP
        if most < _LEAST:
            self._together(canvas, wide, changes(self._board.scenario, desk, card))
            return
        tried = (self._paper(canvas, wide, size) for size in _SIZES)
        paper = next((paper for paper in tried if paper.high <= most), None)
        paper = paper or self._paper(canvas, wide, _SIZES[-1])
        shown = min(paper.high, most)
        left, top = (canvas.width - wide) / 2, max(28.0, (canvas.height - shown - felt.high - _GAP) / 2)
        box = Box(left, top, wide, shown)
        canvas.cut(box.moved(7, 8), colours.SHADOW)
        canvas.cut(box, colours.FLIMSY if card.kind in ("answer", "past") else colours.PAPER, hem=True)
        with canvas.scrolled("card", box) as pane:
            pane.bottom = paper.paint(left + 36, pane.top)
        below = Box(left, box.bottom + _GAP, wide, felt.high)
        canvas.panel(below, colours.FELT1, 8, colours.FELT3)
        felt.paint(left + 36, below.y)

    def _together(self, canvas: Canvas, wide: float, changed: Sequence[Change]) -> None:
        """Where there is no room for both: the paper, and below it in the same pane what it changed."""
        card, left = self._cards[self._place][0], (canvas.width - wide) / 2
        paper, felt = self._paper(canvas, wide, _SIZES[-1]), Column(canvas, wide - 72)
        if changed:
            self._changes(canvas, felt, changed)
        box = Box(left, 12, wide, canvas.height - 12 - 70)
        with canvas.scrolled("card", box) as pane:
            canvas.fill(colours.FELT1, box)
            sheet = Box(left, pane.top, wide, paper.high)
            canvas.fill(colours.FLIMSY if card.kind in ("answer", "past") else colours.PAPER, sheet)
            canvas.hem(sheet)
            pane.bottom = felt.paint(left + 36, paper.paint(left + 36, pane.top))
        foot = Box(left, box.bottom, wide, 62)
        canvas.panel(foot, colours.FELT1, 8, colours.FELT3)
        self._foot(canvas, Box(left + 36, foot.y + 8, wide - 72, 46))

    def _felt(self, canvas: Canvas, wide: float, changed: Sequence[Change]) -> Column:
        """What it changed, and the way back to the table."""
        felt = Column(canvas, wide - 72)
        if changed:
            self._changes(canvas, felt, changed)
        else:
            felt.space(14)
        felt.draw(46 + 14, lambda x, y: self._foot(canvas, Box(x, y, wide - 72, 46)))
        return felt

    def _foot(self, canvas: Canvas, box: Box) -> None:
        left = len(self._cards) - self._place - 1
        words = say("Next") if left else say("Back to the table")
        on = Action("on", words, self.on_, keys=("enter", "space", "escape"), why=self.reading.why)
        button(canvas, box.left_part(220), on, gold=True, size=16)
        told = count("one more to read", "{n} more to read", left) if left else ""
        if self._kept is not None:
            told = say("{key} waits until this is read", key=key_name(self._kept.name))
        elif self.reading.why:
            told = say("a moment, to read it…")
        if told:
            style = Style("sans", 15, colours.DIM)
            canvas.text(told, box.right, box.y + 13, style, align="right", width=box.w - 232)

    def _paper(self, canvas: Canvas, wide: float, size: float) -> Column:
        """Masthead, title, story, where it comes from."""
        told, paper = self.story, Column(canvas, wide - 72)
        small = Style("serif", size, colours.INK, line=round(size * 1.48))
        paper.space(22)
        paper.draw(42, lambda x, y: self._masthead(canvas, x, y, wide - 72))
        paper.words(told.title, _TITLE, gap=10)
        paper.words(told.words.strip(), small, gap=14)
        if told.label:
            paper.add(self._label(canvas, told, wide - 72 - 86))
        paper.space(22)
        return paper

    def _masthead(self, canvas: Canvas, x: float, y: float, wide: float) -> None:
        card, desk = self._cards[self._place]
        moment = self._board.scenario.calendar.at(desk.record[card.event].at if card.event is not None else 0.0)
        at = canvas.text(say(_MASTHEADS[card.kind]), x, y, Style("sans-bold", 14, colours.MUTED))
        line, day = phrase("{place}, {day:day}, {time}"), moment.when.date()
        when = say(line, place=moment.session.place, day=day, time=clock(moment.when))
        style = Style("sans", 14, colours.MUTED)
        if canvas.measure(when, style) > x + wide - at.right - 12:
            when = say("{day:day}, {time}", day=day, time=clock(moment.when))
        canvas.text(when, x + wide, y, style, align="right")
        canvas.line(x, y + 25, x + wide, y + 25, colours.INK, 2)
        canvas.line(x, y + 29, x + wide, y + 29, colours.INK)

    def _label(self, canvas: Canvas, told: Story, room: float) -> Block:
        """FACT or MODEL, and the sources."""
        label, source = told.label, self._source(told)

        def paint(x: float, y: float) -> None:
            edge = x + canvas.measure(label, Style("sans-bold", 14)) + 18
            pill(canvas, edge, y, label, colour=_BADGES[label])
            canvas.paragraph(source, x + 86, y + 1, room, _SMALL)

        return Block(max(24.0, canvas.height_of(source, room, _SMALL)), paint)

    def _source(self, told: Story) -> str:
        sources = self._board.scenario.sources
        titles = [sources[cite].title for cite in told.cite if cite in sources and cite != "OWN"]
        fact, cited = told.label == "FACT", strung(titles, SEMICOLON)
        if not titles:
            return say("On record.") if fact else say("Our invention.")
        return say("On record: {titles}.", titles=cited) if fact else say("Our invention: {titles}.", titles=cited)

    def _changes(self, canvas: Canvas, felt: Column, changed: Sequence[Change]) -> None:
        """What it changed for the reader, each number with its reason."""
        felt.space(16)
        felt.draw(28, lambda x, y: canvas.text(say("WHAT IT CHANGES FOR YOU"), x, y, LABEL))
        for place, change in enumerate(changed):
            last = change.because not in [other.because for other in changed[place + 1 : place + 2]]
            line = phrase("{what:head}: {why}") if last and change.because else phrase("{what:head}.")
            why = Span(say("{why:nostop}.", why=change.because), _WHY)
            spans = styled(line, _WHAT, what=change.what, why=why)
            felt.draw(0, _by(canvas, change.by))
            felt.words(spans, left=58, gap=7)
        felt.space(9)


def _by(canvas: Canvas, points: str) -> Callable[[float, float], object]:
    """By how much a number has changed, or a dot before what is none."""
    if points:
        return lambda x, y: canvas.text(points, x + 44, y - 2, _NUMBER, align="right")
    return lambda x, y: canvas.dot(x + 35, y + 11, 3.5, colours.DIM)


_BADGES = {"FACT": colours.AGREED_PALE, "MODEL": colours.LOCKED}
