"""The sheet that says what the words of the game and of treaties mean; an entry is found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.app import App
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.field import HEIGHT
from game.desktop.kit.inputs import Input
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import SMALL, button
from game.desktop.screens.overlay import WritingSheet
from game.scenario import Scenario
from game.words import head, phrase, say
from game.words.glossary import LEAD, TITLE, Term, found, glossary, lent, of_term

_TERM = Style("sans-bold", 16, colours.PALE, line=24)
_MEANING = Style("sans", 15, colours.PALE, line=22)
_EXAMPLE = Style("serif-italic", 16, colours.LOCKED, line=22)


class GlossarySheet(WritingSheet):
    """All entries, or those that are meant by what is typed; with the examples of the talks that are played."""

    title = TITLE
    wide, tall = 760.0, 720.0

    def __init__(self, app: App, scenario: Scenario | None = None, term: str = "") -> None:
        super().__init__(app, longest=60)
        self._terms = glossary(scenario or lent())
        if term:
            self.field.writing.write(of_term(self._terms, term).term)

    def draw(self, canvas: Canvas) -> None:
        """The field, and below it the entries."""
        box = self.sheet(canvas, say(TITLE))
        here = Box(box.x, box.y, box.w, HEIGHT)
        self.field.draw(canvas, here, say("Type a word, or read on."), self.close)
        room = Box(box.x, here.bottom + 10, box.w + 10, box.h - HEIGHT - 62)
        meant = found(self._terms, self.field.text) if self.field.text.strip() else self._terms
        with canvas.scrolled("glossary", room) as pane:
            pane.bottom = self._told(canvas, meant, room.w - 22).paint(room.x, pane.top + 4)
        back = Action("close", say("Back"), self.close, keys=("enter", "escape", "f1"))
        button(canvas, Box(box.x, box.bottom - 38, 200, 42), back, gold=True)

    def _told(self, canvas: Canvas, meant: tuple[Term, ...], wide: float) -> Column:
        column = Column(canvas, wide)
        if not meant:
            column.words(say("No word here has these letters."), _MEANING)
        elif not self.field.text.strip():
            column.words(say(LEAD), SMALL, gap=12)
        for term in meant:
            column.words(head(term.term), _TERM)
            column.words(term.meaning, _MEANING, gap=2)
            column.words(term.example, _EXAMPLE, gap=14)
        return column

    def on(self, said: Input) -> bool:
        """What is typed goes into the field, and what is read begins anew."""
        before = self.field.text
        heard = super().on(said)
        if self.field.text != before:
            self.memory.scroll.clear()
        return heard


def glossary_action(app: App, scenario: Scenario | None = None, *, keys: Sequence[str] = ("g",)) -> Action:
    """What opens the sheet, for the screens that offer it."""
    show = lambda: app.push(GlossarySheet(app, scenario))  # noqa: E731
    return Action("glossary", say("Glossary"), show, keys=keys, hint=say(phrase("What the words mean.")))
