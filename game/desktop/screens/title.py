"""The title: the sheet with the struck wordings, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button
from game.desktop.screen import NAME, GameScreen
from game.desktop.screens import frontispiece
from game.desktop.screens.glossary import glossary_action
from game.desktop.screens.layout import NARROW, margin, stacked, tall_button
from game.desktop.screens.options import OptionsSheet
from game.desktop.screens.saved import SavedScreen
from game.desktop.screens.saved_rows import Waiting, waiting
from game.scenario import ScenarioError, shipped
from game.table import EVERYBODY, Kept, StoreError
from game.talks import LEVEL_NAMES, ReplayError
from game.text import DelegationId
from game.words import count, phrase, say
from game.words.coaching import FIRST_SEAT, FIRST_TALKS
from game.words.faults import fault as fault_words

if TYPE_CHECKING:
    from game.desktop.app import App

_ABOUT = (phrase("A game about the words of a text."), phrase("Every word has its price."))
_NOTES = (
    phrase("The dates, and the words marked FACT, are history."),
    phrase("What is said at the table is invented, and the points are a model."),
    phrase("F11 is full screen; Ctrl + and Ctrl − change the size of the letters."),
)

_HALF = 48.0
"""How high two buttons are that share a row."""
_Choice = tuple[str, str, str, Callable[[], None], tuple[str, ...]]


class TitleScreen(GameScreen):
    """Where the program opens and every way leads back to."""

    title = NAME

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._waiting: Waiting | None = None
        self._saved = 0
        self._new = False
        """Whether talks are kept here and none has come to its end yet."""
        self._since: float | None = None
        self._passed = 0.0 if app.settings.motion else frontispiece.LASTS
        self._fault = ""

    def shown(self) -> None:
        """Look what is kept: it may have changed."""
        self._waiting = waiting(self.app.host.store, self.app.host.policy)
        try:
            listed = self.app.host.store.listed() if self.app.host.store else ()
            self._saved = len(listed)
            over = any(isinstance(kept, Kept) and kept.ended for kept in listed)
            self._new = self.app.host.store is not None and not over
        except StoreError as fault:
            self._saved, self._fault = 0, fault_words(fault)

    def refused(self, why: str) -> None:
        """Say what could not be done on the way here, or from here."""
        self._fault = why
        self.memory.scroll.clear()

    def tick(self, now: float) -> bool:
        """The pen strikes the wordings, once."""
        if self._passed >= frontispiece.LASTS:
            return False
        self._since = now if self._since is None else self._since
        self._passed = max(now - self._since, 0.001)
        return True

    def draw(self, canvas: Canvas) -> None:
        """The sheet at the left, the menu at the right; on a narrow page the menu alone."""
        canvas.fill(colours.FELT1)
        if canvas.width < NARROW:
            wide = min(440.0, canvas.width - 64)
            self._scrolled(canvas, Box((canvas.width - wide) / 2, 28, wide, canvas.height - 44))
            return
        side = max(32.0, margin(canvas) * 1.5)
        menu_wide = max(300.0, min(380.0, canvas.width * 0.245))
        gap = max(36.0, canvas.width * 0.045)
        paper_wide = min(canvas.width - 2 * side - menu_wide - gap, canvas.height * 1.06)
        left = (canvas.width - paper_wide - gap - menu_wide) / 2
        down = max(32.0, canvas.height * 0.078)
        paper = Box(left, down, paper_wide, canvas.height - 2 * down)
        frontispiece.draw(canvas, paper, self._passed)
        self._scrolled(canvas, Box(paper.right + gap, paper.y, menu_wide, paper.h))

    def _scrolled(self, canvas: Canvas, box: Box) -> None:
        """The menu, which scrolls where the window is lower."""
        with canvas.scrolled("menu", Box(box.x - 8, 0, box.w + 24, canvas.height)) as pane:
            pane.bottom = self._menu(canvas, box.moved(0, pane.top)) + min(16.0, box.y)

    def _menu(self, canvas: Canvas, box: Box) -> float:
        """The name, what can be done, and a few words at the foot; gives the lower edge."""
        y = self._name(canvas, box)
        for row in self._rows():
            wide = (box.w - 12 * (len(row) - 1)) / len(row)
            highs = [0.0]
            for number, (id, words, under, act, keys) in enumerate(row):
                place, action = Box(box.x + number * (wide + 12), y, wide, 0), Action(id, words, act, keys)
                if len(row) > 1:
                    button(canvas, Box(place.x, y, wide, _HALF), action, size=16)
                    highs.append(_HALF)
                else:
                    highs.append(tall_button(canvas, place, action, under, gold=keys[0] == "enter"))
            y += max(highs) + 12
        options = Action("options", say("Options"), self._options, keys=("p",))
        leave = Action("quit", say("Quit"), self.app.quit, keys=("escape",))
        third = (box.w - 2 * 8) / 3
        for number, action in enumerate((options, glossary_action(self.app, keys=("g", "f1")), leave)):
            button(canvas, Box(box.x + number * (third + 8), y, third, 46), action, quiet=True, size=14)
        return self._notes(canvas, Box(box.x, y + 58, box.w, box.bottom - y - 58))

    def _name(self, canvas: Canvas, box: Box) -> float:
        """The name, and what it is; on a narrow page, whose foot may be out of sight, what could not be done."""
        size = 46.0
        size = min(54.0, size * box.w / canvas.measure(say(NAME), Style("serif-bold", size)))
        name = Style("serif-bold", size, colours.PALE, line=size * 1.2)
        canvas.text(say(NAME), box.x, box.y - size * 0.18, name)
        y = box.y + size * 1.16
        about, told = Style("sans", 17, colours.DIM, line=26), [say(words) for words in _ABOUT]
        if self._fault and canvas.width < NARROW:
            about, told = about.of(colours.ALARM), [self._fault]
        y = stacked(canvas, told, box.x, y, box.w, about) + 20
        canvas.line(box.x, y, box.x + 64, y, colours.GOLD, 2)
        return y + 28

    def _rows(self) -> list[list[_Choice]]:
        """Id, words, the line below, what it does, its keys; only what can be done now, row by row."""
        first = FIRST_TALKS in shipped()
        alone = first and self._new and self._waiting is None
        gold = ("enter", "b") if self._waiting is None and not alone else ("b",)
        found: list[list[_Choice]] = [[("begin", say("Begin the talks"), "", self._begin, gold)]]
        if alone:
            told, words = say("with a guide: Istanbul, ten minutes"), say("Your first talks")
            found.insert(0, [("guided", words, told, self._guided, ("enter", "f"))])
        if waits := self._waiting:
            told = say("{title}. {seat:head}, {day}", title=waits.title, seat=waits.seat, day=waits.day)
            found.insert(0, [("continue", say("Continue"), told, self._continue, ("enter", "c"))])
        join: _Choice = ("join", say("Join a class"), "", lambda: self.app.go("join"), ("j",))
        found.append([join, ("open-class", say("Open a class"), "", self.app.open_class, ("o",))])
        watch: _Choice = ("watch", say("Watch"), say("computer against computer"), self._watch, ("w",))
        guided: _Choice = ("guided", say("With a guide"), "", self._guided, ("f",))
        if shipped():
            found.append([guided, watch] if first and not alone else [watch])
        if self._saved:
            told = count("{n} game kept", "{n} games kept", self._saved)
            found.append([("saved", say("Saved talks"), told, self._open_saved, ("s",))])
        return found

    def _notes(self, canvas: Canvas, box: Box) -> float:
        """At the foot, or where there is no room above it as far below; gives the lower edge."""
        small = Style("sans", 14, colours.DIM, line=21)
        told = tuple(map(say, _NOTES))
        if self._fault and canvas.width >= NARROW:
            small, told = small.of(colours.ALARM), (self._fault,)
        highs = [canvas.height_of(words, box.w, small) for words in told]
        while canvas.width >= NARROW and len(told) > 1 and sum(highs) > box.h:
            told, highs = told[:-1], highs[:-1]  # of least weight are the last
        return stacked(canvas, told, box.x, max(box.y, box.bottom - sum(highs)), box.w, small)

    # ---- what the menu does -------------------------------------------------------------------------------------

    def _options(self) -> None:
        self.app.push(OptionsSheet(self.app))

    def _begin(self) -> None:
        self.app.go("choose")

    def _guided(self) -> None:
        """The short talks against an attaché, who says no often enough to teach, with a hint for whatever is new."""
        self.app.coach.begin()
        seat, level = DelegationId(FIRST_SEAT), {EVERYBODY: LEVEL_NAMES[1]}
        self._try(lambda: self.app.host.begin(FIRST_TALKS, seat, levels=level), "briefing")

    def _watch(self) -> None:
        self._try(lambda: self.app.host.begin(_main(), None), "table")

    def _continue(self) -> None:
        if waits := self._waiting:
            self._try(lambda: self.app.host.resume(waits.game), "table")

    def _open_saved(self) -> None:
        self.app.push(SavedScreen(self.app))

    def _try(self, opening: Callable[[], object], then: str) -> None:
        try:
            opening()
        except (ScenarioError, StoreError, ReplayError) as fault:
            self.refused(fault_words(fault).splitlines()[0])
            return
        self.app.go(then)


def _main() -> str:
    """The scenario that the game is about, or the first one that there is."""
    names = shipped()
    return next((name for name in names if name.startswith("partnership")), names[0])
