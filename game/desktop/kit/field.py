"""One line of typed text, for screens that have `typing` set."""

from __future__ import annotations

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.inputs import Input, Key, Typed
from game.desktop.kit.paragraph import Style

_BLINK = 0.53


class Field:
    """Typed text with a cursor at its end."""

    def __init__(self, longest: int = 400) -> None:
        self.text = ""
        self.longest = longest
        self._lit = True

    def on(self, said: Input) -> bool:
        """Take what was typed; Enter, Escape, Tab and the arrows are left to others."""
        if isinstance(said, Typed):
            self.text = (self.text + said.words)[: self.longest]
            return True
        if isinstance(said, Key) and said.name == "backspace":
            kept = self.text.rstrip().rpartition(" ")[0] if said.ctrl else self.text[:-1]
            self.text = kept
            return True
        return isinstance(said, Key) and not said.ctrl and (len(said.name) == 1 or said.name == "space")

    def blink(self, now: float) -> bool:
        """Whether the cursor has just changed and must be drawn."""
        lit = int(now / _BLINK) % 2 == 0
        changed, self._lit = lit != self._lit, lit
        return changed

    def draw(self, canvas: Canvas, box: Box, hint: str) -> None:
        """The field; `hint` stands in it while it is empty."""
        canvas.panel(box, colours.FELT0, 6, colours.GOLD)
        style = Style("serif", 17, colours.PALE, line=25)
        inner = box.inset(12, 8)
        if not self.text:
            canvas.paragraph(hint, inner.x + 6, inner.y, inner.w - 6, style.of(colours.DIM))
        laid = canvas.laid(self.text, inner.w - 4, style)
        with canvas.scrolled("field", inner, follow=True) as pane:
            canvas.paragraph(self.text, inner.x, pane.top, inner.w - 4, style)
            pane.bottom = pane.top + laid.height / canvas.scale
            last = laid.pieces[-1] if laid.pieces else None
            space = canvas.measure(" ", style) if self.text.endswith(" ") else 0
            x = inner.x + ((last.x + last.w) / canvas.scale if last else 0) + space + 1
            y = pane.top + (last.y / canvas.scale if last else 0)
            if self._lit:
                canvas.line(x, y + 3, x, y + 22, colours.GOLD, 2)
