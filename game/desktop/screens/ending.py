"""The end of the talks: how they ended, what the words were worth, the two texts, the record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.inputs import Input
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button
from game.desktop.screen import GameScreen
from game.desktop.screens import aftermath, comparison, minutes, scores
from game.desktop.screens.debrief import DebriefTab
from game.desktop.screens.issue_rows import Result
from game.desktop.screens.layout import between, button_wide, day_words, footer, header
from game.desktop.screens.result import Result as End
from game.scenario import ScenarioError
from game.table import StoreError, Table
from game.talks import CHAIR, GALLERY, ReplayError, hours_words
from game.text import DelegationId
from game.words import phrase
from game.words.endings import ending
from game.words.faults import fault as fault_words
from game.words.levels import who_came

if TYPE_CHECKING:
    from game.desktop.app import App

_TABS = (
    ("points", "Points", "p"),
    ("texts", "The two texts", "t"),
    ("after", "Aftermath", "a"),
    ("record", "Record", "r"),
    ("minds", "Their minds", "m"),
)
_HEADLINES = {
    "signed": "The text is signed",
    "deadline": "No text: time ran out",
    "left": "No text: the talks were left",
    "refused": "No text: it was refused at home",
}


class EndingScreen(GameScreen):
    """Shown when the talks at the table are over."""

    title = phrase("The end of the talks")

    def __init__(self, app: App, table: Table | None = None, who: DelegationId | None = None) -> None:
        super().__init__(app)
        here = table or app.host.table
        assert here is not None
        assert here.verdict is not None
        self._table = here
        self._who = who or app.host.who
        self._ended = here.verdict
        self._view = here.view(self._who or GALLERY)
        self._tab = "points"
        self._said = ""
        self._fault = False
        self._debrief: DebriefTab | None = None

    @property
    def _tabs(self) -> list[tuple[str, str, str]]:
        """Without a historical text there is one text to show, and perhaps nothing came after it."""
        one = self._view.scenario.history is None
        played = any(sits != "person" for sits in self._table.seats.values())
        opens = played and self.app.openly is not None and self.app.host.source is not None
        there = {"after": bool(self._ended.aftermath), "minds": opens}
        shown = [tab for tab in _TABS if there.get(tab[0], True)]
        return [(id, "The text" if one and id == "texts" else words, key) for id, words, key in shown]

    def draw(self, canvas: Canvas) -> None:
        """Headline, tabs, what the tab shows, buttons."""
        header(canvas, self._view.scenario.title, "how the talks ended", "the points are a model")
        box = between(canvas)
        top = self._headline(canvas, box)
        body = Box(box.x, top, box.w, box.bottom - top)
        if self._tab == "points":
            scores.draw(canvas, body, Result(self._view, self._ended, self._who))
        elif self._tab == "texts":
            comparison.draw(canvas, body, End.of(self._view))
        elif self._tab == "after":
            aftermath.draw(canvas, body, self._view, self._ended, Result(self._view, self._ended, self._who).order)
        elif self._debrief is not None and self._tab == "minds":
            self._debrief.draw(canvas, body)
        else:
            minutes.draw(canvas, body, self._table.view(CHAIR))
        self._below(canvas)

    def _headline(self, canvas: Canvas, box: Box) -> float:
        """How it ended and when, and the tabs beside it; gives the top of what follows."""
        tabs_wide = sum(button_wide(canvas, words, key.upper()) + 18 for _, words, key in self._tabs)
        x = box.right - tabs_wide + 6
        for id, words, key in self._tabs:
            wide = button_wide(canvas, words, key.upper()) + 12
            self._tab_button(canvas, f"tab-{id}", Box(x, box.y, wide, 42), words, key, id)
            x += wide + 6
        room = box.w - tabs_wide - 20
        size = 31.0
        head = _HEADLINES[self._ended.kind]
        while size > 20 and canvas.measure(head, Style("serif-bold", size)) > room:
            size -= 1
        big = Style("serif-bold", size, colours.PALE)
        canvas.text(head, box.x, box.y - 2, big, width=room)
        moment = self._view.moment
        reason = "" if self._ended.agreed else f"{ending(self._table.scenario, self._ended)} "
        when = f"{moment.when:%A}, {day_words(moment.when.date())}, {moment.when:%H:%M}, {moment.session.place}"
        words = f"{reason}{when}, after {hours_words(self._view.hours)} of talks.{self._like_history()}"
        words = " ".join((words, *who_came(self._table.scenario, self._table.seats, self._ended.sheets)))
        plain = Style("sans", 16, colours.LOCKED, line=23)
        canvas.paragraph(words, box.x, box.y + 46, box.w, plain)
        y = box.y + 46 + canvas.height_of(words, box.w, plain)
        if self._said:
            told = Style("sans", 15, colours.ALARM if self._fault else colours.AGREED_PALE, line=21)
            canvas.paragraph(self._said, box.x, y + 2, box.w, told)
            y += canvas.height_of(self._said, box.w, told) + 2
        return y + 12

    def _like_history(self) -> str:
        """How many wordings are those of the historical text."""
        history, signed = self._view.scenario.history, self._ended.outcome
        if history is None or signed is None:
            return ""
        same = sum(signed[issue] == option for issue, option in history.outcome.items())
        are = "none is that" if not same else "1 is that" if same == 1 else f"{same} are those"
        return f" Of {len(signed)} wordings {are} of history."

    def _tab_button(self, canvas: Canvas, id: str, box: Box, words: str, key: str, tab: str) -> None:
        def turn() -> None:
            if tab != "minds" or self._open_minds():
                self._tab = tab

        number = next(place for place, (name, _, _) in enumerate(self._tabs, 1) if name == tab)
        button(canvas, box, Action(id, words, turn, keys=(key, str(number))), quiet=tab != self._tab)
        if tab == self._tab:
            canvas.fill(colours.PALE, Box(box.x + 8, box.bottom - 3, box.w - 16, 3))

    def on(self, said: Input) -> bool:
        """The arrows go through the turns of the computer where these are shown."""
        return self._tab == "minds" and self._debrief is not None and self._debrief.on(said)

    def _open_minds(self) -> bool:
        """Open the computer's turns, when somebody first asks for them; whether they could be."""
        if self._debrief is None and self.app.openly and self.app.host.source:
            try:
                self._debrief = DebriefTab(self.app.openly(self._table.record(), self.app.host.source[0]), self._who)
            except (ValueError, ReplayError) as fault:
                self._said, self._fault = fault_words(fault), True
        return self._debrief is not None

    # ---- the bar ------------------------------------------------------------------------------------------------

    def _below(self, canvas: Canvas) -> None:
        inside = footer(canvas)
        watched = self._who is None
        x = inside.x
        choices: list[tuple[str, str, Callable[[], None], str]] = [
            ("again", "Watch again" if watched else "Play again", self._again, "enter"),
            ("other", "Take a seat" if watched else "Other seat", self._other, "o"),
            ("save", "Save the record", self._save, "s"),
            ("back", "Title", self._home, "escape"),
        ]
        for id, words, act, key in choices:
            shown = {"enter": "Enter", "escape": "Esc"}.get(key, key.upper())
            wide = button_wide(canvas, words, shown) + 22
            button(
                canvas,
                Box(x, inside.y, wide, inside.h),
                Action(id, words, act, keys=(key,)),
                gold=id == "again",
                size=16,
            )
            x += wide + 12
        words = "Nothing is agreed until everything is agreed."
        style = Style("serif-italic", 16, colours.LOCKED)
        if canvas.measure(words, style) < inside.right - x - 16:
            canvas.text(words, inside.right, inside.y + (inside.h - style.leading) / 2, style, align="right")

    def _again(self) -> None:
        self._open(self._who)

    def _other(self) -> None:
        if self._who is None:
            self.app.go("choose")
            return
        ids = self._view.scenario.ids
        self._open(ids[(ids.index(self._who) + 1) % len(ids)])

    def _open(self, seat: DelegationId | None) -> None:
        try:
            self.app.host.again(seat)
        except (ScenarioError, StoreError) as fault:
            self._said, self._fault = fault_words(fault).splitlines()[0], True
            return
        self.app.go("table" if seat is None else "briefing")

    def _save(self) -> None:
        try:
            path = self.app.export()
        except OSError as fault:
            self._said, self._fault = f"The record could not be written: {fault}.", True
            return
        self._said, self._fault = f"The record is in {path}.", False

    def _home(self) -> None:
        self.app.go("title")
