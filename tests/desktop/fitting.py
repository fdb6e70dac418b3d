"""Whether everything that is written on a screen can be read: nothing cut, nothing over anything else, and where a pane
hides a part, a sign that there is more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from game.desktop import Driven
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas, TextBox
from game.desktop.kit.paragraph import Laid, Style
from game.desktop.screens.table import TableScreen
from tests.desktop.driving import overlapping

_NEAR = 1.5
"""Logical units that nobody sees."""


class Fitting:
    """Looks at every frame of a window; `wrong` is what does not fit."""

    def __init__(self) -> None:
        self._lowest: dict[str, tuple[float, str]] = {}
        """How far down the words of each pane go, and the last of them."""

    def note(self, canvas: Canvas, bottom: float, words: str) -> None:
        """Words are written down to here."""
        pane = canvas._pane
        if pane and bottom > self._lowest.get(pane, (0.0, ""))[0]:
            self._lowest[pane] = bottom, words

    def wrong(self, app: Driven) -> list[str]:
        """Everything that is wrong with a frame that is painted anew."""
        self._lowest.clear()
        for screen in app.stack:
            if isinstance(screen, TableScreen):
                screen.forget()
        app.redraw()
        app.step()
        canvas, boxes = app.canvas, app.boxes()
        found = [f"{one!r} lies over {other!r}" for one, other in overlapping(boxes)]
        found += [f"{box.words!r} is cut off" for box in boxes if not box.whole]
        found += [f"{box.words!r} is {box.size} high" for box in boxes if box.size < 14]
        for each in canvas.told:
            if isinstance(each, TextBox):
                continue
            ink, left, top, _, clip, pane = each
            box = canvas.letters_of(ink, left, top)
            if clip is not None and (box.x < clip.x - _NEAR or box.right > clip.right + _NEAR):
                found.append(f"{ink.words!r} is cut at the side of {pane}")
        for shown in canvas.panes:
            low, words = self._lowest.get(shown.id, (0.0, ""))
            if low > max(shown.bottom, shown.box.bottom) + 2 * _NEAR:
                found.append(f"{words!r} is hidden below {shown.id}")
        return found


@contextmanager
def fitting() -> Iterator[Fitting]:
    """Note what is written."""
    found, write, fill = Fitting(), Canvas.text, Canvas.set

    def written(canvas: Canvas, words: str, x: float, y: float, style: Style, **how: object) -> Box:
        found.note(canvas, y + style.size, words)
        return write(canvas, words, x, y, style, **how)  # type: ignore[arg-type]

    def filled(canvas: Canvas, laid: Laid, x: float, y: float, **how: object) -> Mapping[str, tuple[Box, ...]]:
        found.note(canvas, y + laid.height / canvas.scale - 4, " ".join(piece.words for piece in laid.pieces))
        return fill(canvas, laid, x, y, **how)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Canvas, "text", written)
        patch.setattr(Canvas, "set", filled)
        yield found
