"""What is seen once when talks end: every delegation signs, and one's own points are counted out, part by part.

Any press shows the end of it at once. Where nothing moves, the signatures stand there and nothing is counted.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.handwriting import write
from game.desktop.kit.inputs import Input, Key, MouseDown
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import SMALL
from game.desktop.screens.result import Result
from game.words import head, plain, say, signed
from game.words.score_rows import rows_of

if TYPE_CHECKING:
    from game.desktop.app import App

_SIGNING, _PART, _STAYS = 1.2, 0.55, 1.4
"""Seconds in which all sign, for each part of a score, and for the sum."""
_CARD, _EACH = 82.0, 172.0
_BAND, _PANEL = 66.0, 60.0
_BESIDE = 500.0
"""How wide it must be for the parts of a score to stand side by side."""
_LABEL = Style("sans", 14, colours.MUTED, line=18)
_POINTS = Style("sans-bold", 22, colours.PALE, line=28)
_SUM = Style("sans-bold", 34, colours.PALE, line=38)


class LastMoment:
    """The signing and the counting."""

    def __init__(self, app: App, result: Result) -> None:
        self._app, self._result = app, result
        mine = [each for each in result.ended.accounts if each.who == result.desk.who]
        self._parts = [
            (row.words, row.points)
            for each in mine
            for row in rows_of(result.scenario, each.who, each.score, each.who, signed=result.agreed)
            if row.sum
        ]
        self._begun: float | None = None
        self._passed = 0.0
        self.over = not (app.just_ended and app.settings.motion)
        """Whether all is there to be seen."""
        self._heard = -1
        app.just_ended = False

    @property
    def _signs(self) -> float:
        """Seconds until all have signed."""
        return _SIGNING if self._result.agreed else 0.0

    @property
    def _shown(self) -> int:
        """How many parts are counted; more than there are when the sum stands there."""
        return int((self._passed - self._signs) / _PART) if self._passed > self._signs else 0

    def tick(self, now: float) -> bool:
        """Go on; whether anything moves."""
        if self.over:
            return False
        self._begun = now if self._begun is None else self._begun
        self._passed = now - self._begun
        if self._heard < 0 and self._result.agreed:
            self._app.hear("signature")
        if self._shown > max(0, self._heard) and self._shown <= len(self._parts) + 1:
            self._app.hear("tick" if self._shown <= len(self._parts) else "pen")
        self._heard = self._shown
        counts = len(self._parts) * _PART + _STAYS if self._parts else 0.0
        self.over = self._passed > self._signs + counts
        return True

    def on(self, said: Input) -> bool:
        """Whether a press was for this: then all is there."""
        if self.over or not isinstance(said, Key | MouseDown):
            return False
        self.over = True
        return True

    def wait(self, canvas: Canvas, box: Box) -> None:
        """What lies where all is told afterwards: nothing, or the points would be read before they are counted."""
        if box.h > _PANEL:
            canvas.panel(box, colours.FELT2, 8, colours.FELT3)
        canvas.text(say("Any key shows everything."), box.centre[0], box.bottom - 40, SMALL, align="middle")

    # ---- the signatures -----------------------------------------------------------------------------------------

    def card(self, box: Box) -> Box:
        """Where the signatures stand, at the upper right; as wide as nothing where nothing was signed."""
        ids = self._result.scenario.ids if self._result.agreed else ()
        wide = min(_EACH, 0.5 * box.w / max(1, len(ids))) * len(ids)
        return Box(box.right - wide, box.y - 4, wide, _CARD if ids else 0.0)

    def card_below(self, canvas: Canvas, box: Box) -> Box:
        """Where they stand below what is told, from the upper left corner of a box, in as many rows as their names
        need."""
        ids = self._result.scenario.ids if self._result.agreed else ()
        names = [canvas.measure(head(self._result.scenario[who].short), _LABEL) for who in ids]
        each = max([_EACH, *(wide + 46 for wide in names)])
        across = max(1, min(len(ids), int(box.w // each)))
        return Box(box.x, box.y, min(box.w, each * across), ceil(len(ids) / across) * _CARD) if ids else Box(0, 0, 0, 0)

    def sign(self, canvas: Canvas, card: Box) -> None:
        """The signed paper's foot, each name as far as the pen has come; one begins while another still writes."""
        ids = self._result.scenario.ids
        if not card.w:
            return
        canvas.sheet(card, deep=4)
        share = 1.0 if self.over else min(1.0, self._passed / _SIGNING)
        across = ceil(len(ids) / round(card.h / _CARD))
        wide = card.w / across
        for place, who in enumerate(ids):
            at = Box(card.x + place % across * wide + 10, card.y + place // across * _CARD, wide - 20, _CARD)
            name, sign = self._result.scenario[who].short, self._result.marks[who]
            own = share * (1 + 0.4 * (len(ids) - 1)) - 0.4 * place
            write(canvas, Box(at.x, at.y + 4, at.w, 48), name.split()[-1], colours.INK, max(0.0, min(1.0, own)))
            canvas.line(at.x, at.y + 53, at.right, at.y + 53, colours.LINE)
            canvas.mark(sign, at.x, at.y + 58, 17, felt=False)
            canvas.text(head(name), at.x + 24, at.y + 57, _LABEL, width=at.w - 24)

    # ---- the points ---------------------------------------------------------------------------------------------

    @property
    def counting(self) -> bool:
        """Whether one's own points are being counted out."""
        return not self.over and bool(self._parts) and self._passed >= self._signs

    def count(self, canvas: Canvas, box: Box) -> float:
        """What is counted so far, and its sum; gives the lower edge. Side by side, or below each other where it is
        narrow."""
        shown = self._parts[: self._shown]
        if box.w < _BESIDE:
            return self._count_below(canvas, box)
        wide = min(170.0, (box.w - 150) / len(self._parts))
        x = box.x
        for words, points in shown:
            canvas.paragraph(words, x, box.y + 30, wide - 14, SMALL)
            canvas.text(signed(points), x, box.y, _POINTS, width=wide - 14)
            x += wide
        if self._shown > 0:
            total = sum(points for _, points in shown)
            right = canvas.text(plain(total), x + 24, box.y - 2, _SUM).right
            canvas.text(say("points"), right + 8, box.y + 10, SMALL)
            canvas.line(x + 4, box.y, x + 4, box.y + 48, colours.FELT3, 2)
        return box.y + _BAND

    def _count_below(self, canvas: Canvas, box: Box) -> float:
        y, shown = box.y, self._parts[: self._shown]
        for words, points in shown:
            canvas.paragraph(words, box.x + 70, y + 4, box.w - 70, SMALL)
            canvas.text(signed(points), box.x + 56, y, _POINTS, align="right")
            y += max(30.0, canvas.height_of(words, box.w - 70, SMALL) + 10)
        if self._shown > 0:
            canvas.line(box.x, y + 2, box.x + 240, y + 2, colours.FELT3, 2)
            canvas.text(plain(sum(points for _, points in shown)), box.x + 56, y + 4, _SUM, align="right")
            canvas.text(say("points"), box.x + 70, y + 16, SMALL)
        return y + 50
