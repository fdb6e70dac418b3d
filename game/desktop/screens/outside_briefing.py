"""The briefing of whoever speaks for an audience: what everybody knows, on cream, beside what only this seat knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL
from game.desktop.screens.background import draw_background
from game.desktop.screens.common import COMMON_GROUND, seated
from game.desktop.screens.layout import between, buttons, columns, footer, header, spacious
from game.desktop.screens.leaves import Leaf, Leaves, shaded
from game.desktop.screens.reading import ReadFirst
from game.desktop.seat_marks import draw_hollow, ink_of
from game.seat import Here, JudgingDesk, Minded
from game.words import phrase, say
from game.words.names import short
from game.words.outside import plays_for, power, watching

if TYPE_CHECKING:
    from game.desktop.app import App

_NAME = Style("sans-bold", 23, colours.PALE, line=30)
_LINE = Style("serif", 17, colours.PALE, line=25)
_TOLD = Style("sans", 16, colours.LOCKED, line=24)
_ROW = Style("sans", 15, colours.PALE, line=22)
_NUMBER = Style("sans-bold", 16, colours.PALE, line=22)


class OutsideBriefing(ReadFirst):
    """One page. `again`: it was opened from the table, and goes back there."""

    title = phrase("Briefing")

    def __init__(self, app: App, *, again: bool = False, here: Here | None = None) -> None:
        super().__init__(app)
        here = here or seated(app)
        assert here.desk.judging is not None
        self._again, self._who, self._scenario = again, here.desk.who, here.scenario
        self._judging: JudgingDesk = here.desk.judging
        self._leaves = Leaves(self.reading.comes)

    @property
    def lying(self) -> tuple[str, ...]:
        """Who one is, what one can do, and what for; the words are told at the table, one by one."""
        judging, audience = self._judging, self._scenario.audience(self._judging.audience)
        told = (audience.name, watching(self._scenario, judging), audience.line, power(self._scenario, judging))
        return *told, plays_for(judging)

    def draw(self, canvas: Canvas) -> None:
        """The paper at the left, the felt at the right, the bar below."""
        if not spacious(canvas):
            self._folded(canvas)
            return
        header(canvas, self._scenario.title, right=say("for your eyes"))
        paper, felt = columns(between(canvas), 20.0 if canvas.width < 1280 else 32.0, 0.5)
        draw_background(canvas, paper, self._scenario)
        self._felt(canvas, felt)
        buttons(canvas, footer(canvas), [self._way_on()], gold="on")

    def _felt(self, canvas: Canvas, felt: Box) -> None:
        canvas.panel(felt, colours.FELT2, 8, colours.FELT3)
        inner = felt.inset(24 if felt.w > 560 else 16, 0)
        with canvas.scrolled("felt", felt.inset(1)) as pane:
            pane.bottom = self._told(canvas, inner.w - 10).paint(inner.x, pane.top + 20) + 20

    def _way_on(self) -> Action:
        on = say("Back to the table") if self._again else say("To the table")
        return Action("on", on, self._on, keys=("enter", "escape"), why="" if self._again else self.reading.why)

    def _folded(self, canvas: Canvas) -> None:
        """What everybody has read, then what is for this seat; one goes on from there."""
        known = Leaf(say(COMMON_GROUND), lambda box: draw_background(canvas, shaded(box), self._scenario))
        own = Leaf(say("For your eyes"), lambda box: self._felt(canvas, box))
        on = self._way_on()
        if not self._leaves.second and not self._again:
            on = self._leaves.on(own.words, self.reading.why)
        self._leaves.draw(canvas, known, own, [on], gold="on")

    def _told(self, canvas: Canvas, wide: float) -> Column:
        judging, column = self._judging, Column(canvas, wide)
        audience = self._scenario.audience(judging.audience)
        colour = ink_of(self._scenario, self._who, felt=True)
        column.draw(0, lambda x, y: draw_hollow(canvas, audience, x, y, 40, colour))
        column.words(audience.name, _NAME, left=58, wide=wide - 58)
        column.words(watching(self._scenario, judging), _TOLD, left=58, wide=wide - 58)
        column.space(14)
        if audience.line:
            column.words(audience.line, _LINE, gap=12)
        column.words(power(self._scenario, judging), _TOLD, gap=18)
        column.draw(26, lambda x, y: canvas.text(say("WHAT THE WORDS ARE WORTH TO YOU"), x, y, LABEL))
        for minded in judging.clauses:
            self._row(canvas, column, minded, wide)
        column.space(8)
        column.words(plays_for(judging), Style("sans-bold", 16, colours.PALE, line=24))
        return column

    def _row(self, canvas: Canvas, column: Column, minded: Minded, wide: float) -> None:
        """An issue: how much hangs on it for this seat, and where its delegation stands now."""
        issue = self._scenario.text[minded.issue]
        line = phrase("{title}: {best} at best; {option:quoted}, where {of} stands now, {points}.")
        of = short(self._scenario, self._judging.of)
        words = say(line, title=issue.title, best=minded.best, option=issue[minded.option].name, of=of,
                    points=minded.points)  # fmt: skip
        best = str(minded.best)
        column.draw(0, lambda x, y: canvas.text(best, x + 34, y, _NUMBER, align="right"))
        column.words(words, _ROW, left=48, wide=wide - 48, gap=7)

    def _on(self) -> None:
        if self._again:
            self.app.pop()
        else:
            self.app.go("table")
