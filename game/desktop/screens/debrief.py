"""Their minds: the computer's turns at the end, what was said at the left, and what was thought beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Input, Key
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import focus_ring, tab_row
from game.desktop.signs import signs
from game.text import DelegationId
from game.words import SENTENCES, quoted, say, strung
from game.words.events import tell
from game.words.levels import level_name

if TYPE_CHECKING:
    from game.debrief import Said
    from game.words.opened import OpenedTalks

_SENTENCE = Style("serif", 16, colours.INK, line=23)
_REMARK = Style("serif-italic", 16, colours.INK, line=23)
_NAME = Style("serif-bold", 23, colours.PALE)
_SIZES = (23.0, 21.0, 19.0, 17.0)
_STAMP = Style("sans", 14, colours.MUTED, line=21)
_HEAD = Style("sans-bold", 14, colours.DIM, line=21)
_WORDS = Style("sans", 16, colours.PALE, line=24)
_NOTE = Style("sans", 14, colours.DIM, line=20)
_GAP = 10.0
_HALVES = 640.0
"""How wide it must be for both halves."""
_TABS = 30.0
_SAID, _THOUGHT = "tab:said", "tab:thought"


class DebriefTab:
    """What the tab holds: the opened talks, and which turn is looked at."""

    def __init__(self, found: OpenedTalks, me: DelegationId | None) -> None:
        self.found = found
        self.me = me
        self.place = 0
        self._moved = True
        self._thought_seen = False
        """Whether what was thought is seen, where there is no room for both."""

    @property
    def turn(self) -> Said | None:
        """The turn that is looked at."""
        return self.found.turns[self.place] if self.found.turns else None

    def go(self, place: int) -> None:
        """Look at another turn; past the ends, at the last one there."""
        self.place = max(0, min(place, len(self.found.turns) - 1))
        self._moved = True

    def on(self, said: Input) -> bool:
        """Up and down go through the turns, one or several at a time."""
        steps = {"up": -1, "down": 1, "pageup": -6, "pagedown": 6, "home": -10_000, "end": 10_000}
        if not isinstance(said, Key) or said.ctrl or said.name not in steps:
            return False
        self.go(self.place + steps[said.name])
        return True

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Two halves: the paper that everybody saw, the felt that nobody did; where there is no room for both, each
        behind a tab."""
        if box.w < _HALVES:
            self._draw_folded(canvas, box)
            return
        left = Box(box.x, box.y, round(box.w * 0.46), box.h - 8)
        right = Box(left.right + 18, box.y, box.right - left.right - 18, box.h - 8)
        self._list(canvas, left)
        self._open_half(canvas, right)

    def _draw_folded(self, canvas: Canvas, box: Box) -> None:
        tabs = [
            Action(_SAID, say("What was said"), lambda: self._turn_to(thought=False)),
            Action(_THOUGHT, say("What it had in mind"), lambda: self._turn_to(thought=True)),
        ]
        tab_row(canvas, Box(box.x, box.y, box.w, _TABS), tabs, _THOUGHT if self._thought_seen else _SAID)
        page = Box(box.x, box.y + _TABS + 4, box.w - 7, box.h - _TABS - 10)
        if self._thought_seen:
            self._open_half(canvas, page)
        else:
            self._list(canvas, page)

    def _turn_to(self, *, thought: bool) -> None:
        self._thought_seen, self._moved = thought, True

    # ---- what was said ------------------------------------------------------------------------------------------

    def _list(self, canvas: Canvas, page: Box) -> None:
        canvas.sheet(page)
        inner = page.inset(16, 0)
        if not self.found.turns:
            canvas.paragraph(say("The computer made no move in these talks."), inner.x, page.y + 16, inner.w, _SENTENCE)
            return
        with canvas.scrolled("minds", page) as pane:
            y = pane.top + 12
            for place in range(len(self.found.turns)):
                high = self._row(canvas, Box(inner.x, y, inner.w - 10, 0), page, place)
                if place == self.place and self._moved:
                    self._bring(canvas, page, y, high)
                y += high
            pane.bottom = y + 12
        self._moved = False

    def _bring(self, canvas: Canvas, page: Box, y: float, high: float) -> None:
        """Scroll so that the turn that is looked at can be seen; the next frame shows it."""
        scroll = canvas.memory.scroll
        if y < page.y:
            scroll["minds"] = max(0.0, scroll.get("minds", 0.0) - (page.y - y) - 40)
        elif y + high > page.bottom:
            scroll["minds"] = scroll.get("minds", 0.0) + (y + high - page.bottom) + 40

    def _row(self, canvas: Canvas, box: Box, page: Box, place: int) -> float:
        """One turn as everybody heard it; gives its height. Drawn only where it is seen."""
        turn, scenario = self.found.turns[place], self.found.scenario
        left, room = box.x + 34, box.w - 44
        words = strung([tell(scenario, event) for event in turn.events], SENTENCES)
        remark = quoted(turn.move.remark) if turn.move.remark else ""
        stamp = say("Move {n}, after {hours:hours}", n=turn.number, hours=turn.at)
        told = Column(canvas, room)
        for part, style in ((stamp, _STAMP), (words, _SENTENCE), (remark, _REMARK)):
            if part:
                told.words(part, style)
        high = told.high + _GAP * 2
        if box.y + high < page.y or box.y > page.bottom:
            return high
        whole = Box(box.x, box.y, box.w, high - 4)
        if place == self.place:
            canvas.fill(colours.HOT, whole)
        canvas.mark(signs(scenario)[turn.who], box.x + 6, box.y + _GAP, 20, felt=False)
        told.paint(left, box.y + _GAP - 2)
        id = f"turn-{turn.number}"
        shown = whole.meet(page)
        canvas.spot(Action(id, say("{move}. {what}", move=stamp, what=words), lambda: self._press(place)), shown)
        focus_ring(canvas, id, whole, paper=True)
        return high

    def _press(self, place: int) -> None:
        """See what was thought at a turn."""
        self.go(place)
        self._thought_seen = True

    # ---- what was thought ---------------------------------------------------------------------------------------

    def _open_half(self, canvas: Canvas, box: Box) -> None:
        canvas.panel(box, colours.FELT2, 8, colours.FELT3)
        turn = self.turn
        if turn is None:
            return
        inner = box.inset(22, 0)
        with canvas.scrolled(f"mind-{turn.number}", box) as pane:
            pane.bottom = self._thought(canvas, inner.w - 12, turn).paint(inner.x, pane.top + 18) + 20

    def _thought(self, canvas: Canvas, wide: float, turn: Said) -> Column:
        """Who it was, and everything that was in its mind."""
        column, scenario = Column(canvas, wide), self.found.scenario
        who, level = scenario[turn.who], level_name(self.found.level(turn.who).name)
        name = say("{who:head}, move {n}", who=who.short, n=turn.number)
        column.draw(0, lambda x, y: canvas.mark(signs(scenario)[turn.who], x, y, 34))
        sizes = (size for size in _SIZES if canvas.measure(name, _NAME._replace(size=size)) <= wide - 48)
        named = _NAME._replace(size=next(sizes, _SIZES[-1]))
        column.draw(0, lambda x, y: canvas.text(name, x + 48, y - 4, named, width=wide - 48))
        known = say("what it had in mind, as {level}", level=level)
        column.space(24)
        column.words(known, _NOTE, left=48, gap=14)
        for line in self.found.lines(turn, self.me):
            column.draw(23, _heading(canvas, line.about.upper()))
            column.words(line.words, _WORDS, gap=14)
        column.space(4)
        column.words(say("The points are its own. Nobody saw this while the talks went on."), _NOTE)
        return column


def _heading(canvas: Canvas, words: str) -> Callable[[float, float], object]:
    return lambda x, y: canvas.text(words, x, y, _HEAD)
