"""The better text that is offered after signature: the question to each in private, the answers, and what comes of it.

It is loaded with the debrief, when talks are over: to look for a better text needs what the computer thinks with.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.debrief import Debrief
from game.debrief.settlement import Settlement
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.inputs import Input
from game.desktop.kit.paragraph import Style
from game.desktop.screens.layout import button_rows, buttons
from game.desktop.screens.pages import Look, Page
from game.desktop.signs import signs
from game.text import DelegationId
from game.words import say
from game.words.page import Section
from game.words.settlement import TITLE, answers, arrived, hand_over, question, settlement_blocks

if TYPE_CHECKING:
    from game.desktop.app import App

_QUESTION = Style("serif", 19, colours.PALE, line=27)
_TOLD = 200.0
"""How much of what is told must be seen above the question."""


class SettlementPane:
    """The pane: how far the offer has come, and who has the keyboard where several persons answer."""

    def __init__(self, app: App, debrief: Debrief, me: DelegationId | None) -> None:
        """Of one debrief, as it is told to one reader."""
        self.app, self.me = app, me
        self.offer = Settlement.of(debrief)
        self.marks = signs(debrief.scenario)
        self._here: DelegationId | None = None
        """Who has said to be at the keyboard."""
        self._page: tuple[object, Page] | None = None

    @property
    def asks(self) -> bool:
        """Whether somebody has to answer, or to take the keyboard first."""
        return self.offer is not None and bool(self._asked(self.offer))

    def on(self, said: Input) -> bool:
        """All keys are on the buttons."""
        del said
        return False

    def draw(self, canvas: Canvas, box: Box) -> None:
        """What is offered, or what became of it; below it the question, if there is one."""
        canvas.panel(box, colours.FELT2, 8, colours.FELT3)
        if self.offer is None:
            return
        asked = self._asked(self.offer)
        room = box.w - 48
        foot = 76 + canvas.height_of(asked, room, _QUESTION) if asked else 0.0
        if box.h - foot < _TOLD:
            self._told(canvas, box, self.offer, asked)
            return
        above = Box(box.x, box.y, box.w, box.h - foot)
        self._told(canvas, above, self.offer)
        if asked:
            canvas.line(box.x + 20, above.bottom, box.right - 20, above.bottom, colours.FELT3)
            canvas.paragraph(asked, box.x + 24, above.bottom + 12, room, _QUESTION)
            self._answers(canvas, Box(box.x + 24, box.bottom - 54, room, 40), self.offer)

    def _told(self, canvas: Canvas, box: Box, offer: Settlement, asked: str = "") -> None:
        """What is told; and in the same pane what is asked, where there is no room for it below."""
        wide = min(box.w - 56, 860.0)
        key = (offer, wide, canvas.scale)
        if self._page is None or self._page[0] != key:
            section = Section("settlement", say(TITLE), settlement_blocks(offer, self.me))
            self._page = key, Page(canvas, section, wide, Look(self.marks))
        page = self._page[1]
        with canvas.scrolled(f"settlement-{offer.stage}", box.inset(1)) as pane:
            y = page.draw(canvas, box.x + 24, pane.top + 18, box)
            if asked:
                canvas.paragraph(asked, box.x + 24, y, wide, _QUESTION)
                y += canvas.height_of(asked, wide, _QUESTION) + 12
                y = self._answers(canvas, Box(box.x + 24, y, wide, 40), offer)
            pane.bottom = y + 24
        if not page.whole:
            self.app.redraw()

    # ---- the question -------------------------------------------------------------------------------------------

    def _covered(self, offer: Settlement) -> bool:
        """Whether the keyboard has still to be handed to whoever is asked."""
        return bool(hand_over(offer)) and self._here != offer.due

    def _asked(self, offer: Settlement) -> str:
        return hand_over(offer) if self._covered(offer) else question(offer)

    def _answers(self, canvas: Canvas, box: Box, offer: Settlement) -> float:
        """Each that can be given, in as many rows as they need; gives the lower edge."""
        if self._covered(offer):
            here = Action("settlement-here", arrived(offer), self._arrive, keys=("y",))
            buttons(canvas, box, [here], gold="settlement-here")
            return box.bottom
        keys = {True: "y", False: "n"}
        actions = [
            Action(f"settlement-{keys[yes]}", words, self._answering(yes), keys=(keys[yes],))
            for words, yes in answers(offer)
        ]
        for row in button_rows(canvas, actions, box.w):
            buttons(canvas, box, row)
            box = box.moved(0, box.h + 8)
        return box.y - 8

    def _arrive(self) -> None:
        self._here = self.offer.due if self.offer is not None else None

    def _answering(self, yes: bool) -> Callable[[], None]:
        def answer() -> None:
            if self.offer is not None:
                self.offer, self._here = self.offer.answered(yes), None

        return answer
