"""The briefing: first what everybody knows, on cream; then the cable, which only this seat reads, on flimsy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.desktop.desk.buttons import AWAY
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.sounds import Sound
from game.desktop.screens import cable
from game.desktop.screens.background import draw_background, draw_parties, read_by_all
from game.desktop.screens.coach_card import draw_coach
from game.desktop.screens.common import COMMON_GROUND, common_leaves, leave_unplayed, seated
from game.desktop.screens.glossary import glossary_action
from game.desktop.screens.instruction_rows import draw_instructions
from game.desktop.screens.instructions import parts
from game.desktop.screens.known import known_action
from game.desktop.screens.layout import between, button_bar, button_rows, columns, foot_high, header, spacious
from game.desktop.screens.leaves import Leaf, Leaves, shaded
from game.desktop.screens.reading import ReadFirst
from game.scenario import Scenario
from game.seat import Here
from game.words import phrase, say
from game.words.starting import guessable

if TYPE_CHECKING:
    from game.desktop.app import App


_A_STROKE = 5
"""Letters for which one key of the typewriter is heard."""
_KEYS: tuple[Sound, ...] = ("key", "key-low", "key-high", "key-low", "key", "key-high", "key-high")


class BriefingScreen(ReadFirst):
    """Two pages, of which neither can be put away in the moment in which it comes. `again`: it was opened from the
    table, and goes back there."""

    title = phrase("Briefing")

    def __init__(self, app: App, *, again: bool = False, here: Here | None = None) -> None:
        super().__init__(app)
        here = here or seated(app)
        self._again = again
        self._who = here.desk.who
        self._scenario: Scenario = here.scenario
        sheet = self._scenario.instructions[self._who]
        self._brief = replace(sheet.brief, paragraphs=sheet.cable)
        self._parts = parts(self._scenario, self._who)
        self._private = again or len(app.host.people) > 1  # several have read the common page together
        self._typed = cable.length(self._brief) if again or not app.settings.motion else 0
        self._since: float | None = None
        self._leaves = Leaves(self._turned)
        self._early = ""
        """What was said to whoever pressed too soon."""

    @property
    def _whole(self) -> bool:
        return self._typed >= cable.length(self._brief)

    def tick(self, now: float) -> bool:
        """Type on."""
        super().tick(now)
        if not self._private or self._whole:
            return False
        self._since = now if self._since is None else self._since
        self._type(int((now - self._since) * cable.PACE) + 1)
        return True

    @property
    def lying(self) -> tuple[str, ...]:
        """The cable, or what everybody knows."""
        return (*self._brief.paragraphs, self._brief.note) if self._private else read_by_all(self._scenario)

    def refused(self, why: str) -> None:
        """Too soon: whoever presses again and again is told why, and waits on."""
        super().refused(why)
        self._early = why

    def draw(self, canvas: Canvas) -> None:
        """The paper at the left, the felt at the right, the bar below; each behind a tab where there is little room."""
        if spacious(canvas):
            self._side_by_side(canvas)
        else:
            self._folded(canvas)
        if self._again and self._private:
            canvas.spot(Action("back", say("Back"), self._leave, keys=("escape",)), AWAY, focusable=False)
        canvas.spot(glossary_action(self.app, self._scenario, keys=("f1",)), AWAY, focusable=False)
        if self._private and self._whole and not self._again:
            draw_coach(self, canvas, ("brief",))

    def _side_by_side(self, canvas: Canvas) -> None:
        first = self._scenario.calendar.at(0)
        place = say("{place}, {day:day}", place=first.session.place, day=first.when.date())
        eyes = say("for your eyes") if self._private else say("what everybody knows")
        header(canvas, self._scenario.title, place, eyes)
        rows = button_rows(canvas, self._choices())
        gap = 20.0 if canvas.width < 1280 else 32.0
        share = 0.57 if canvas.width < 1280 else 0.56
        paper, felt = columns(between(canvas, foot_high(len(rows))), gap, share)
        if self._private:
            self._cable(canvas, paper)
            self._instructions(canvas, felt)
        else:
            draw_background(canvas, paper, self._scenario)
            draw_parties(canvas, felt, self._scenario, self._who)
        self._below(canvas, rows)

    def _folded(self, canvas: Canvas) -> None:
        """What is written, then what follows from it; one goes on from there."""
        choices, leaves = self._choices(low=True), common_leaves(canvas, self._scenario, self._who)
        if self._private:
            leaves = (
                Leaf(say("The cable"), lambda box: self._cable(canvas, shaded(box))),
                Leaf(say("Your instructions"), lambda box: self._instructions(canvas, box)),
            )
        if choices[0].id == "on" and not self._leaves.second and not self._again:
            choices[0] = self._leaves.on(leaves[1].words, self.reading.why)
        said = self._early if self.reading.why else ""
        self._leaves.draw(canvas, *leaves, choices, gold=choices[0].id, said=said)

    def _cable(self, canvas: Canvas, box: Box) -> None:
        eyes = say("for {who} only", who=self._scenario[self._who].name)
        cable.draw(canvas, box, self._brief, self._typed, eyes=eyes if len(eyes) < 24 else say("eyes only"))

    def _instructions(self, canvas: Canvas, box: Box) -> None:
        told = self._typed / max(1, cable.length(self._brief))
        draw_instructions(canvas, box, self._scenario, self._who, self._parts, told)

    # ---- the bar ------------------------------------------------------------------------------------------------

    def _choices(self, *, low: bool = False) -> list[Action]:
        """What can be pressed; the first waits."""
        to_table = say("Back to the table") if self._again else say("To the table")
        typing = self._private and not self._whole
        if typing:
            on = Action("show", say("Show all"), self._show_all, keys=("enter", "space"))
        else:
            words, why = to_table if self._private else say("Read the cable"), "" if self._again else self.reading.why
            on = Action("on", words, self._on, keys=("enter",), why=why)
        choices = [on]
        if self._private:
            words = say(COMMON_GROUND) if low else say("What everybody knows")
            choices.append(Action("common", words, self._turn, keys=("b",)))
        if not self._private:
            choices.append(known_action(self.app, self._scenario))
        if not self._again or not self._private:
            back = say("Back") if self._again else say("Title")
            choices.append(Action("back", back, self._leave, keys=("escape",)))
        return choices

    def _below(self, canvas: Canvas, rows: Sequence[Sequence[Action]]) -> None:
        left = button_bar(canvas, rows, gold=rows[0][0].id)
        self._remark(canvas, Box(left.x + 12, left.y, left.w - 12, left.h))

    def _remark(self, canvas: Canvas, box: Box) -> None:
        table = self.app.host.table
        words = (
            self._early
            if self._early and self.reading.why
            else say("What the cable says stays with you at the table.")
            if self._private
            else guessable()
            if table and table.guessable
            else say("The dates are history, the talk is invented, and the points are a model.")
        )
        style = Style("serif-italic", 16, colours.LOCKED, line=21)
        if box.w < 170:
            return
        laid = canvas.laid(words, box.w, style)
        high = laid.height / canvas.scale
        if high <= box.h:
            left = box.right - laid.width / canvas.scale
            canvas.paragraph(words, left, box.y + (box.h - high) / 2, box.w, style)

    def _on(self) -> None:
        if not self._private:
            self._private, self._leaves.second = True, False
            self._turned()
        elif self._again:
            self.app.pop()
        else:
            self.app.go("table")

    def _turned(self) -> None:
        """Something else is to be read."""
        self._early = ""
        self.reading.comes()

    def _type(self, letters: int) -> None:
        """So many letters are there; when the last has come, the moment begins."""
        if letters // _A_STROKE > self._typed // _A_STROKE:
            self.app.hear("bell" if letters >= cable.length(self._brief) else _KEYS[letters % len(_KEYS)])
        self._typed = letters
        if self._whole:
            self._turned()

    def _show_all(self) -> None:
        self._type(cable.length(self._brief))

    def _turn(self) -> None:
        self._private = self._leaves.second = False
        self._show_all()

    def _leave(self) -> None:
        """Back to the table; or to the title, and talks in which nobody has moved are forgotten."""
        if self._again:
            self.app.pop()
            return
        leave_unplayed(self.app)
