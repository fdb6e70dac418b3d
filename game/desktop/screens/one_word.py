"""Change one word: the text at the end, whose words can be swapped, and beside it at once what would have become of it.

It is loaded with the debrief, when talks are over: what it shows needs what the computer thinks with.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from game.debrief import Debrief
from game.debrief.one_word import Change, OneWord, Rewording
from game.desktop.desk.buttons import AWAY
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.hands import Hands
from game.desktop.kit.inputs import Input, Key
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, button, button_wide, focus_ring, tab_row
from game.desktop.screens.redlined import Redlined
from game.desktop.signs import signs
from game.text import DelegationId, IssueId, Option
from game.words import count, say
from game.words.language import head
from game.words.one_word import HONESTLY, basis, hint, told, total, worth_line
from game.words.people import name

if TYPE_CHECKING:
    from game.desktop.app import App

_TITLE = Style("sans-bold", 17, colours.PALE)
_NAME = Style("serif", 17, colours.PALE, line=23)
_NOTE = Style("sans", 14, colours.DIM, line=19)
_AGAINST = Style("sans", 14, colours.ALARM, line=19)
_SAID = Style("sans", 15, colours.PALE, line=21)
_POINTS = Style("sans-bold", 16, colours.PALE, line=22)


_ROOM = 640.0, 460.0
"""How much room there must be for the text beside wordings and what comes of it."""
_TABS = 30.0
Seen = Literal["paper", "wordings", "became"]


class OneWordPane:
    """The pane: which words have been changed, and which phrase is looked at. `draw` it in a box, hand inputs to
    `on` first."""

    def __init__(self, app: App, debrief: Debrief, me: DelegationId | None) -> None:
        """Of one debrief, as it is told to one reader."""
        self.app, self.me = app, me
        self.found = OneWord(debrief)
        self.now = Rewording(self.found)
        self.scenario = debrief.scenario
        self.marks = signs(self.scenario)
        self.foremost = self.found.foremost()
        """The changes of one word that matter most, worked out when the pane is prepared."""
        self.issue: IssueId = self.scenario.text.foremost.id
        self._moved = True
        self._seen: Seen = "paper"
        """What is seen, where there is no room for all."""

    # ---- what can be done ---------------------------------------------------------------------------------------

    def look_at(self, issue: IssueId) -> None:
        """Look at another phrase."""
        self.issue, self._moved = issue, True

    def put(self, option: Option) -> None:
        """Change the phrase that is looked at, and see what comes of it."""
        self.now, self._moved, self._seen = self.now.put(self.issue, option.id), True, "became"

    def undo(self) -> None:
        """Take the last change back, and look at it."""
        if self.now.steps:
            self.look_at(self.now.steps[-1][0])
        self.now = self.now.undone()

    def restore(self) -> None:
        """Every word as it was."""
        self.now = Rewording(self.found)

    def on(self, said: Input) -> bool:
        """Up and down go from phrase to phrase; all else is on the buttons."""
        steps = {"up": -1, "down": 1}
        if not isinstance(said, Key) or said.ctrl or said.name not in steps:
            return False
        issues = [issue.id for issue in self.scenario.text.negotiated]
        self.look_at(issues[(issues.index(self.issue) + steps[said.name]) % len(issues)])
        self.app.redraw()
        return True

    def _along(self, weaker: int) -> Option | None:
        """The next wording on the scale from strong to weak, if there is one."""
        issue = self.scenario.text[self.issue]
        place = issue.rank(self.now.text[self.issue]) + weaker
        return issue.options[place] if 0 <= place < len(issue.options) else None

    # ---- what is drawn ------------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas, box: Box) -> None:
        """The paper at the left; at the right the wordings of the phrase, and what would have become of the text. Where
        there is no room for all of it, each behind a tab."""
        if box.w < _ROOM[0] or box.h < _ROOM[1]:
            self._draw_folded(canvas, box)
            return
        left = Box(box.x, box.y, round(box.w * 0.47), box.h - 8)
        right = Box(left.right + 18, box.y, box.right - left.right - 18, box.h - 8)
        self._paper(canvas, left)
        canvas.panel(right, colours.FELT2, 8, colours.FELT3)
        share = 0.46 if right.h > 620 else 0.5
        top = Box(right.x, right.y, right.w, right.h * share)
        self._wordings(canvas, top)
        canvas.line(right.x + 14, top.bottom, right.right - 14, top.bottom, colours.FELT3)
        self._became(canvas, Box(right.x, top.bottom, right.w, right.bottom - top.bottom))
        self._reveal(canvas)

    def _draw_folded(self, canvas: Canvas, box: Box) -> None:
        names: dict[Seen, str] = {
            "paper": say("The text"),
            "wordings": say("Wordings"),
            "became": say("What comes of it"),
        }
        tabs = [Action(f"tab:{seen}", words, partial(self._see, seen)) for seen, words in names.items()]
        tab_row(canvas, Box(box.x, box.y, box.w, _TABS), tabs, f"tab:{self._seen}")
        page = Box(box.x, box.y + _TABS + 4, box.w - (7 if self._seen == "paper" else 0), box.h - _TABS - 10)
        if self._seen == "paper":
            self._paper(canvas, page)
        else:
            canvas.panel(page, colours.FELT2, 8, colours.FELT3)
            (self._wordings if self._seen == "wordings" else self._became)(canvas, page)
            self._away(canvas)
        self._reveal(canvas)

    def _see(self, seen: Seen) -> None:
        self._seen, self._moved = seen, True

    def _away(self, canvas: Canvas) -> None:
        """The key that takes a change back is heard beside the text too."""
        undo, _ = self._ways_back()
        canvas.spot(undo, AWAY, focusable=False)

    def _paper(self, canvas: Canvas, page: Box) -> None:
        canvas.sheet(page)
        foot = 58.0
        inner = Box(page.x + 22, page.y + 6, page.w - 30, page.h - foot - 12)
        with canvas.scrolled("word-paper", inner) as pane:
            before = basis(self.found)
            style = Style("sans", 14, colours.MUTED, line=20)
            canvas.paragraph(before, inner.x, pane.top + 10, inner.w - 20, style)
            y = pane.top + 18 + canvas.height_of(before, inner.w - 20, style)
            paper = Redlined(canvas, self.scenario, self.found.text, self.now.text, self.issue, self._look)
            pane.bottom = paper.draw(Box(inner.x, y, inner.w - 20, 0)) + 14
        canvas.line(page.x + 22, page.bottom - foot, page.right - 22, page.bottom - foot, colours.LINE)
        self._ways(canvas, Box(page.x + 22, page.bottom - foot + 11, page.w - 44, 36))

    def _look(self, issue: IssueId) -> Callable[[], None]:
        def look() -> None:
            self.look_at(issue)
            self._seen = "wordings"

        return look

    def _ways(self, canvas: Canvas, box: Box) -> None:
        """Back by one word, or by all; how many are changed."""
        undo, every = self._ways_back()
        x = box.x
        for action, key in ((undo, say("Del")), (every, "")):
            wide = button_wide(canvas, action.words, key) + 12
            button(canvas, Box(x, box.y, wide, box.h), action)
            x += wide + 10
        changed = len(self.now.change.issues)
        words = count("one word changed", "{n} words changed", changed) if changed else say("no word changed")
        if canvas.measure(words, _NOTE) < box.right - x:
            canvas.text(words, box.right, box.y + 8, Style("serif-italic", 15, colours.MUTED), align="right")

    def _ways_back(self) -> tuple[Action, Action]:
        none = "" if self.now.steps else say("No word is changed yet.")
        undo = Action("word-undo", say("Take back"), self.undo, keys=("delete",), why=none)
        return undo, Action("word-restore", say("All as it was"), self.restore, why=none)

    # ---- the wordings -------------------------------------------------------------------------------------------

    def _wordings(self, canvas: Canvas, box: Box) -> None:
        issue = self.scenario.text[self.issue]
        room = self._scale(canvas, Box(box.x + 16, box.y + 8, box.w - 30, 30)) - box.x - 26
        canvas.paragraph(issue.title, box.x + 16, box.y + 10, room, _TITLE)
        top = box.y + 20 + max(24.0, canvas.height_of(issue.title, room, _TITLE))
        rows = Box(box.x + 10, top, box.w - 18, box.bottom - top - 6)
        with canvas.scrolled(f"word-options-{issue.id}", rows) as pane:
            y = pane.top + 4
            for option in issue.options:
                y = self._row(canvas, option, Box(rows.x + 4, y, rows.w - 16, 0)) + 6
            pane.bottom = y

    def _scale(self, canvas: Canvas, box: Box) -> float:
        """Buttons that go along the scale; gives their left edge."""
        ways = (
            ("word-weaker", say("Weaker"), "l", 1, say("This is the weakest wording.")),
            ("word-stronger", say("Stronger"), "h", -1, say("This is the strongest wording.")),
        )
        x = box.right
        for id, words, key, weaker, why in ways:
            wide = button_wide(canvas, words, key.upper()) + 4
            x -= wide
            option = self._along(weaker)
            action = Action(id, words, self._putting(option), keys=(key,), why="" if option else why)
            button(canvas, Box(x, box.y, wide - 8, box.h), action, quiet=True, size=14)
        return x

    def _putting(self, option: Option | None) -> Callable[[], None]:
        return lambda: self.put(option) if option is not None else None

    def _row(self, canvas: Canvas, option: Option, box: Box) -> float:
        """One wording, whether it stands or stood, and what is against it; gives its lower edge."""
        stands, stood = self.now.text[self.issue] == option.id, self.found.text[self.issue] == option.id
        id = f"wording-{option.id}"
        said = Column(canvas, box.w - 24)
        state = say("as it stands now") if stands else say("as it was") if stood else ""
        room = box.w - 24 - (canvas.measure(state, _NOTE) + 14 if state else 0)
        said.words(option.name, _NAME, wide=room)
        if against := hint(self.scenario, self._with(option)):
            said.words(against, _AGAINST)
        row = Box(box.x, box.y, box.w, said.high + 12)
        lit = canvas.hovered(id) or canvas.focused(id)
        edge, thick = (colours.PALE, 2) if stands else (colours.FELT3, 1)
        canvas.panel(row, colours.CHOSEN if lit or stands else colours.FELT1, 8, edge, thick)
        said.paint(row.x + 12, row.y + 5)
        if state:
            canvas.text(state, row.right - 12, row.y + 8, _NOTE.of(colours.LOCKED), align="right")
        focus_ring(canvas, id, row.inset(2))
        hinted = say("Put {option:quoted} in its place.", option=option.name)
        canvas.spot(Action(id, option.name, lambda: self.put(option), hint=hinted), row)
        return row.bottom

    def _with(self, option: Option) -> Change:
        return self.now.put(self.issue, option.id).change

    def _tried(self, canvas: Canvas) -> Option | None:
        """The wording under the mouse or the focus."""
        memory = canvas.memory
        for id in (memory.focus if memory.shown else "", memory.hovered):
            for option in self.scenario.text[self.issue].options:
                if id == f"wording-{option.id}":
                    return option
        return None

    # ---- what becomes of it -------------------------------------------------------------------------------------

    def _became(self, canvas: Canvas, box: Box) -> None:
        tried = self._tried(canvas)
        change = self._with(tried) if tried else self.now.change
        label = say("WHAT WOULD HAVE COME OF IT") if change.issues else say("AS IT WAS")
        canvas.text(label, box.x + 16, box.y + 10, LABEL, width=box.w - 32)
        inner = Box(box.x + 16, box.y + 34, box.w - 24, box.h - 40)
        with canvas.scrolled("word-became", inner) as pane:
            column = Column(canvas, inner.w - 16)
            for who in self.scenario.ids:
                self._points(column, change, who)
            column.space(4)
            sentences: Sequence[str] = told(self.scenario, change, self.me) if change.issues else self._invitation()
            for words in sentences:
                column.words(words, _SAID, gap=7)
            y = column.paint(inner.x, pane.top) + 6
            if not change.issues:
                y = self._mattering(canvas, Box(inner.x, y, inner.w - 16, 0))
            honestly = say(HONESTLY)
            canvas.paragraph(honestly, inner.x, y, inner.w - 16, _NOTE)
            pane.bottom = y + canvas.height_of(honestly, inner.w - 16, _NOTE) + 10

    def _mattering(self, canvas: Canvas, box: Box) -> float:
        """The changes that matter most, each to be made by a press; gives the lower edge."""
        canvas.text(say("WHAT WOULD HAVE MATTERED MOST"), box.x, box.y, LABEL, width=box.w)
        y = box.y + 26
        for place, change in enumerate(self.foremost):
            (issue,) = change.issues
            option = self.scenario.text[issue][change.after.text[issue]]
            id = f"mattering-{place}"
            row = Column(canvas, box.w - 20)
            words = say("{issue}: {wording}", issue=self.scenario.text[issue].title, wording=option.name)
            row.words(words, _SAID)
            if against := hint(self.scenario, change):
                row.words(against, _NOTE)
            whole = Box(box.x, y, box.w, row.high + 10)
            lit = canvas.hovered(id) or canvas.focused(id)
            canvas.panel(whole, colours.CHOSEN if lit else colours.FELT1, 6, colours.FELT3)
            row.paint(box.x + 10, y + 5)
            focus_ring(canvas, id, whole.inset(2))
            hinted = say("Put {option:quoted} in its place.", option=option.name)
            canvas.spot(Action(id, words, self._making(issue, option), hint=hinted), whole)
            y = whole.bottom + 6
        return y + 4

    def _making(self, issue: IssueId, option: Option) -> Callable[[], None]:
        def make() -> None:
            self.look_at(issue)
            self.put(option)

        return make

    def _invitation(self) -> tuple[str, ...]:
        return (say("Pick a phrase on the paper, then another wording of it: here stands at once what it changes."),)

    def _points(self, column: Column, change: Change, who: DelegationId) -> None:
        """One delegation's points, before and after, and which parts move."""
        mark = self.marks[who]
        spans = [
            Span(head(name(self.scenario, who, self.me)) + "  ", _SAID, sign=mark),
            Span(total(change, who), _POINTS),
        ]
        if change.issues:
            spans.append(Span("  " + worth_line(change, who), _NOTE))
        column.words(spans, gap=4, felt=True)

    def _reveal(self, canvas: Canvas) -> None:
        """Scroll to the phrase that is looked at and to its wording, and draw again."""
        if not self._moved:
            return
        self._moved = False
        before = dict(canvas.memory.scroll)
        hands = Hands(canvas.memory, canvas.spots, canvas.panes)
        hands.reveal_all([spot for spot in canvas.spots if spot.id.startswith(f"phrase-{self.issue}-")])
        hands.reveal(f"wording-{self.now.text[self.issue]}")
        if before != canvas.memory.scroll:
            self.app.redraw()
