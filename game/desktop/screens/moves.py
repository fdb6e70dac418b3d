"""The sheets on which a move is thought over: a statement to the newspapers, a hold-up, and the list of every move."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.desk.buttons import every_button
from game.desktop.desk.gauge import MOODS, draw_gauge
from game.desktop.desk.ways import Ways
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, SMALL, button
from game.desktop.screens.overlay import Sheet
from game.desktop.styled import styled
from game.scenario import SideText
from game.seat import Deed, HoldUp, HoldUpAnswer
from game.talks import Answer, Hold
from game.words import head, phrase, say, signed
from game.words.goodwill import mood as mood_in_words

_DEEDS: Mapping[str, Deed] = {"alone": "amend", "capital": "consult", "press": "announce"}
"""What moves are, whose buttons are called otherwise."""
_SAYS = Style("serif", 19, colours.PALE, line=28)
_NUMBER = Style("sans-bold", 17, colours.PALE, line=22)
_ROW = Style("sans", 15, colours.PALE, line=22)


def _rows(canvas: Canvas, box: Box, rows: Sequence[tuple[str, str]]) -> float:
    """Numbers at the left, what they are for at the right; gives the lower edge."""
    y = box.y
    for number, words in rows:
        canvas.text(number, box.x + 44, y, _NUMBER, align="right")
        canvas.paragraph(words, box.x + 60, y, box.w - 60, _ROW)
        y += canvas.height_of(words, box.w - 60, _ROW) + 6
    return y


class PressSheet(Sheet):
    """What a statement says, what it commits to, and what it costs to leave it."""

    title = phrase("Go public")
    wide, tall = 680.0, 560.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self.board = board

    def draw(self, canvas: Canvas) -> None:
        """The sentence, then its prices, then who reads the newspapers at home."""
        box, issue = self.sheet(canvas, say("Tell the newspapers")), self.board.scenario.text[self.board.issue]
        stands = next(each.option for each in self.board.row.wordings if self.board.desk.who in each.stands)
        line = phrase("You say aloud that you stand for {option:quoted} in {issue:quoted}.")
        words = say(line, option=issue[stands].name, issue=issue.title)
        with canvas.scrolled("press", Box(box.x, box.y - 4, box.w + 12, box.h - 54)) as pane:
            canvas.paragraph(words, box.x, pane.top, box.w, _SAYS)
            y = pane.top + canvas.height_of(words, box.w, _SAYS) + 12
            y = _rows(canvas, Box(box.x, y, box.w, 0), self._prices()) + 8
            pane.bottom = self._listeners(canvas, Box(box.x, y, box.w, 0))
        tell = Action("tell", say("Tell the newspapers"), self._tell, keys=("enter", "p"))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), tell, gold=True)
        close = Action("close", say("Say nothing"), self.close, keys=("escape",))
        button(canvas, Box(box.x + 236, box.bottom - 44, 190, 44), close)

    def _prices(self) -> list[tuple[str, str]]:
        told, announce = self.board.desk.statement, self.board.desk.choice("announce")
        rows: list[tuple[str, str]] = []
        if told is None or announce is None:
            return rows
        if told.leaves is not None:
            option = self.board.scenario.text[told.issue][told.leaves].name
            rows.append((signed(told.breaking), say("now: you had told the newspapers {option:quoted}", option=option)))
        if told.applause:
            words = say("once in these talks, if somebody at home likes what you say")
            rows.append((signed(told.applause), words))
        if told.alarm:
            words = say("for each newspaper or third state that answers to you and dislikes it")
            rows.append((signed(told.alarm), words))
        words = say("goodwill with everybody at the table: they read it in the newspaper")
        rows.append((signed(told.surprise), words))
        rows.append((signed(told.breaking), say("later, if you move off this wording: you are committed to it")))
        rows.append((signed(announce.cost), say("for the {hours:hours} that it takes", hours=announce.hours)))
        return rows

    def _listeners(self, canvas: Canvas, box: Box) -> float:
        moods = {each.id: each.mood for each in self.board.desk.corridor}
        judges = self.board.scenario.audiences_of(self.board.desk.who)
        home = [each for each in judges if each.power != "consent" and each.id in moods]
        if not home:
            return box.y
        canvas.text(say("WHO LISTENS AT HOME"), box.x, box.y, LABEL)
        y = box.y + 26
        for audience in home:
            mood = moods[audience.id]
            steps, colour = MOODS[mood]
            draw_gauge(canvas, box.x + 14, y + 6, steps, colour)
            line = Span(audience.line, SMALL)
            who = {"who": audience.name, "mood": mood_in_words(mood)}
            spans = styled(phrase("{who}, {mood}. {line}"), _ROW, **who, line=line)
            canvas.paragraph(spans, box.x + 60, y, box.w - 60)
            y += canvas.height_of(spans, box.w - 60) + 6
        return y

    def _tell(self) -> None:
        self.close()
        self.board.do("announce")


class HoldSheet(Sheet):
    """The side texts of this seat: what each asks for, and what comes of it by how the others answer. What holds one up
    stands below, where it is always seen."""

    title = phrase("Hold up")
    wide, tall = 720.0, 620.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self.board = board

    def draw(self, canvas: Canvas) -> None:
        """One text after the other; the first that can be held up is gold."""
        box, mine = self.sheet(canvas, say("Hold up a text")), self.board.desk.hold_ups
        close = Action("close", say("Back to the table"), self.close, keys=("escape",))
        foot = self.foot(canvas, box.w, [*self._holding(), close], gold="hold0")
        with canvas.scrolled("hold", Box(box.x, box.y - 4, box.w + 12, box.h - foot.high - 10)) as pane:
            y = pane.top + 4
            for held in mine:
                y = self._side(canvas, Box(box.x, y, box.w, 0), held) + 14
            pane.bottom = y
        foot.paint(box.x, box.bottom - foot.high)

    def _holding(self) -> Iterator[Action]:
        """A button for each text that can be held up; where there are several it names its own."""
        able = [held.side_text for held in self.board.desk.hold_ups if held.answers]
        for place, id in enumerate(able):
            side = self.board.scenario.side_text(id)
            assert side is not None
            words = say("Hold it up") if len(able) == 1 else say("Hold up {side}", side=side.title)
            keys = ("enter", "h") if not place else ()
            yield Action(f"hold{place}", words, self._hold(Hold(self.board.desk.who, id)), keys=keys)

    def _side(self, canvas: Canvas, box: Box, held: HoldUp) -> float:
        side = self.board.scenario.side_text(held.side_text)
        assert side is not None
        why = "" if held.answers else self.board.because(held.why_not) or self.board.why("hold")
        title = head(side.title)
        name = Style("sans-bold", 17, colours.PALE if not why else colours.DIM)
        canvas.paragraph(title, box.x, box.y, box.w, name)
        y = box.y + canvas.height_of(title, box.w, name) + 2
        asks = say("You would ask {what}.", what=side.words)
        canvas.paragraph(asks, box.x, y, box.w, _SAYS)
        y += canvas.height_of(asks, box.w, _SAYS) + 8
        if why:
            canvas.paragraph(why, box.x, y, box.w, SMALL)
            return y + canvas.height_of(why, box.w, SMALL) + 4
        rows = [(signed(answer.sum), _ends(side, answer)) for answer in held.answers]
        return _rows(canvas, Box(box.x, y, box.w, 0), rows)

    def _hold(self, move: Hold) -> Callable[[], None]:
        def hold() -> None:
            self.close()
            self.board.make(move)

        return hold


_ENDS: Mapping[Answer, str] = {
    "give": phrase("if they give the word: {what}. Goodwill {goodwill:signed}."),
    "swap": phrase("if they swap it: {what}. Goodwill {goodwill:signed}."),
    "sit": phrase("if they sit it out: {hours:hours} run. Goodwill {goodwill:signed}."),
}


def _ends(side: SideText, answer: HoldUpAnswer) -> str:
    """How a hold-up may end."""
    what = side.give if answer.how == "give" else side.swap
    return say(_ENDS[answer.how], what=what, hours=answer.hours, goodwill=answer.goodwill)


class MoreSheet(Sheet):
    """Every move that can be made here: what it does, what it takes, or why it cannot be made now."""

    title = phrase("Every move")
    wide, tall = 780.0, 700.0

    def __init__(self, app: App, board: Board, ways: Ways) -> None:
        super().__init__(app)
        self.board = board
        self.ways = ways

    def draw(self, canvas: Canvas) -> None:
        """A row for each move."""
        box = self.sheet(canvas, say("Every move"))
        with canvas.scrolled("more", Box(box.x, box.y - 4, box.w + 12, box.h - 54)) as pane:
            y = pane.top + 4
            for choice in every_button(self.board, self.ways):
                y = self._move(canvas, Box(box.x + 4, y, box.w - 8, 0), choice) + 8
            pane.bottom = y
        close = Action("close", say("Back to the table"), self.close, keys=("enter", "escape", "e"))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), close, gold=True)

    def _move(self, canvas: Canvas, box: Box, choice: Action) -> float:
        words = choice.why or choice.hinted
        style = Style("sans", 15, colours.DIM if choice.why else colours.PALE, line=21)
        left = 206.0
        spans = [Span(self._hours(choice.id) + " ", Style("sans-bold", 15, style.colour, line=21)), Span(words, style)]
        high = max(40.0, canvas.height_of(spans, box.w - left) + 6)
        keys = tuple(key for key in choice.keys if key != "enter")
        act = Action(choice.id, choice.words, self._then(choice), keys, choice.why, choice.hint)
        button(canvas, Box(box.x, box.y, 190, 40), act)
        canvas.paragraph(spans, box.x + left, box.y + (high - canvas.height_of(spans, box.w - left)) / 2, box.w - left)
        return box.y + high

    def _hours(self, id: str) -> str:
        """What a move takes; of a package it is said where it is prepared."""
        choice = next((each for each in self.board.desk.choices if each.deed == _DEEDS.get(id, id)), None)
        return "" if choice is None else say("{hours:hours}:", hours=choice.hours)

    def _then(self, choice: Action) -> Callable[[], None]:
        def go() -> None:
            self.close()
            choice.act()

        return go
