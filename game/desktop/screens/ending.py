"""The end of the talks: how they ended, what the words were worth, the two texts, the record."""

from __future__ import annotations

from collections.abc import Mapping
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
from game.desktop.screens.layout import between, button_wide, buttons, footer, header
from game.desktop.screens.result import Result
from game.scenario import ScenarioError
from game.seat import Seated
from game.table import StoreError, Table
from game.talks import CHAIR, GALLERY, ReplayError
from game.talks.verdict import Ending
from game.text import DelegationId
from game.words import SENTENCES, count, phrase, say, strung
from game.words.calendar import clock, weekday
from game.words.endings import ending
from game.words.faults import fault as fault_words
from game.words.levels import who_came

if TYPE_CHECKING:
    from game.desktop.app import App

_TABS = (
    ("points", phrase("Points"), "p"),
    ("texts", phrase("The two texts"), "t"),
    ("after", phrase("Aftermath"), "a"),
    ("record", phrase("Record"), "r"),
    ("minds", phrase("Their minds"), "m"),
)
_HEADLINES: Mapping[Ending, str] = {
    "signed": phrase("The text is signed"),
    "deadline": phrase("No text: time ran out"),
    "broken-off": phrase("No text: the talks were broken off"),
    "left": phrase("No text: the talks were left"),
    "refused": phrase("No text: it was refused at home"),
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
        self._result = Result.of(Seated(here.view(self._who or GALLERY)))
        self._record = here.heard(CHAIR)
        self._came = who_came(here.scenario, here.seats, here.verdict.sheets)
        self._tab = "points"
        self._said = ""
        self._fault = False
        self._debrief: DebriefTab | None = None

    @property
    def _tabs(self) -> list[tuple[str, str, str]]:
        """Without a historical text there is one text to show, and perhaps nothing came after it."""
        one = self._result.scenario.history is None
        played = any(sits != "person" for sits in self._table.seats.values())
        opens = played and self.app.openly is not None and self.app.host.source is not None
        there = {"after": bool(self._result.ended.aftermath), "minds": opens}
        shown = [tab for tab in _TABS if there.get(tab[0], True)]
        return [(id, say("The text") if one and id == "texts" else say(words), key) for id, words, key in shown]

    def draw(self, canvas: Canvas) -> None:
        """Headline, tabs, what the tab shows, buttons."""
        result = self._result
        header(canvas, result.scenario.title, say("how the talks ended"), say("the points are a model"))
        box = between(canvas)
        top = self._headline(canvas, box)
        body = Box(box.x, top, box.w, box.bottom - top)
        if self._tab == "points":
            scores.draw(canvas, body, result)
        elif self._tab == "texts":
            comparison.draw(canvas, body, result)
        elif self._tab == "after":
            aftermath.draw(canvas, body, result)
        elif self._debrief is not None and self._tab == "minds":
            self._debrief.draw(canvas, body)
        else:
            minutes.draw(canvas, body, result.scenario, self._record)
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
        head = say(_HEADLINES[self._result.ended.kind])
        while size > 20 and canvas.measure(head, Style("serif-bold", size)) > room:
            size -= 1
        big = Style("serif-bold", size, colours.PALE)
        canvas.text(head, box.x, box.y - 2, big, width=room)
        words = strung(self._told(), SENTENCES)
        plain = Style("sans", 16, colours.LOCKED, line=23)
        canvas.paragraph(words, box.x, box.y + 46, box.w, plain)
        y = box.y + 46 + canvas.height_of(words, box.w, plain)
        if self._said:
            told = Style("sans", 15, colours.ALARM if self._fault else colours.AGREED_PALE, line=21)
            canvas.paragraph(self._said, box.x, y + 2, box.w, told)
            y += canvas.height_of(self._said, box.w, told) + 2
        return y + 12

    def _told(self) -> list[str]:
        """How and when it ended, how many wordings are those of the historical text, and who came."""
        result, ended, now = self._result, self._result.ended, self._result.desk.now
        told = [] if result.agreed else [ending(result.scenario, ended)]
        line = phrase("{weekday}, {day:day}, {time}, {place}, after {hours:hours} of talks.")
        place = result.scenario.calendar.at(now.hours).session.place
        time = {"weekday": weekday(now.when), "day": now.when.date(), "time": clock(now.when)}
        told.append(say(line, place=place, hours=now.hours, **time))
        if ended.signed is not None and ended.as_in_history is not None:
            told.append(_like_history(ended.as_in_history, len(ended.signed)))
        return [*told, *self._came]

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
        inside, watched = footer(canvas), self._who is None
        again = say("Watch again") if watched else say("Play again")
        other = say("Take a seat") if watched else say("Other seat")
        choices = (
            Action("again", again, lambda: self._open(self._who), keys=("enter",)),
            Action("other", other, self._other, keys=("o",)),
            Action("save", say("Save the record"), self._save, keys=("s",)),
            Action("back", say("Title"), lambda: self.app.go("title"), keys=("escape",)),
        )
        x = buttons(canvas, inside, choices, gold="again", size=16)
        words = say("Nothing is agreed until everything is agreed.")
        style = Style("serif-italic", 16, colours.LOCKED)
        if canvas.measure(words, style) < inside.right - x - 16:
            canvas.text(words, inside.right, inside.y + (inside.h - style.leading) / 2, style, align="right")

    def _other(self) -> None:
        if self._who is None:
            self.app.go("choose")
            return
        ids = self._result.scenario.ids
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
            self._said, self._fault = say("The record could not be written: {why}.", why=fault), True
            return
        self._said, self._fault = say("The record is in {file}.", file=path), False


def _like_history(same: int, every: int) -> str:
    """How many wordings of the signed text are those of the historical one."""
    if not same:
        return say("Of {all} wordings none is that of history.", all=every)
    return count(
        "Of {all} wordings {n} is that of history.", "Of {all} wordings {n} are those of history.", same, all=every
    )
