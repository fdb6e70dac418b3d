"""Buttons, panels, chips, pills and bars: each one function that draws on a canvas and says what can be pressed."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop import colours
from game.desktop.box import Box
from game.desktop.canvas import Canvas, Press
from game.desktop.paragraph import Style

LABEL = Style("sans-bold", 14, colours.DIM)
"""A small heading on felt."""
BODY = Style("sans", 15, colours.PALE)
SMALL = Style("sans", 14, colours.DIM)
SERIF = Style("serif", 17, colours.PALE)
REMARK = Style("serif-italic", 16, colours.PALE)
KEY_NAMES = {
    "enter": "Enter", "escape": "Esc", "space": "Space", "f1": "F1", "delete": "Del", "backspace": "Del", "tab": "Tab",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as it is written on a button."""
    return KEY_NAMES.get(key, key.upper())


def panel(canvas: Canvas, box: Box, heading: str = "", *, colour: str = colours.FELT2) -> Box:
    """A card on the felt; gives the box inside it, below the heading if there is one."""
    canvas.panel(box, colour, 8, colours.FELT3)
    if not heading:
        return box.inset(14, 12)
    canvas.text(heading.upper(), box.x + 14, box.y + 11, LABEL, width=box.w - 28)
    return Box(box.x + 12, box.y + 36, box.w - 24, box.h - 46)


def button(
    canvas: Canvas,
    id: str,
    box: Box,
    words: str,
    press: Press,
    *,
    keys: Sequence[str] = (),
    gold: bool = False,
    quiet: bool = False,
    why: str = "",
    hint: str = "",
    size: float = 15,
) -> None:
    """A button with its key on it. `why` disables it and says the reason; `quiet` draws only its outline."""
    lit = (canvas.hovered(id) or canvas.focused(id)) and not why
    ground, ink, edge = _button_colours(gold=gold and not why, quiet=quiet, off=bool(why), lit=lit)
    face = box.moved(0, 1) if canvas.held(id) and not why else box
    canvas.panel(face, ground, 6, edge)
    names = [key_name(key) for key in keys]
    if len(names) > 1 and names[0] == "Enter" and canvas.memory.shown:
        names = names[1:]
    style = Style("sans-bold", size, ink)
    top = face.y + (face.h - style.leading) / 2
    pad = 12 if face.w > 140 else 9
    room = face.w - 2 * pad
    if names:
        shown = Style("sans", 14, colours.mix(ink, ground, 0.22))
        key_wide = canvas.measure(names[0], shown)
        if room - key_wide - 8 >= canvas.measure(words, style):
            canvas.text(names[0], face.right - pad, face.y + (face.h - shown.leading) / 2, shown, align="right")
            room -= key_wide + 8
    canvas.text(words, face.x + pad, top, style, width=room)
    if canvas.focused(id):
        canvas.ring(box.inset(-3), colours.PALE, 8, 2)
    canvas.spot(id, box, press, words, keys=keys, why=why, hint=hint)


def _button_colours(*, gold: bool, quiet: bool, off: bool, lit: bool) -> tuple[str, str, str]:
    if gold:
        return ("#EDCC7C" if lit else colours.GOLD), colours.ON_GOLD, ""
    if off:
        return colours.FELT1, "#8FA4AB", colours.FELT3
    if quiet:
        return (colours.FELT3 if lit else colours.FELT1), colours.PALE, colours.FELT3
    return ("#3C5B66" if lit else colours.FELT3), colours.PALE, ""


def pill(canvas: Canvas, x: float, y: float, words: str, *, colour: str = colours.GOLD) -> Box:
    """A small rounded label; `x` is its right edge."""
    style = Style("sans-bold", 14, colours.ON_GOLD)
    wide = canvas.measure(words, style) + 18
    box = Box(x - wide, y, wide, 22)
    canvas.panel(box, colour, 11)
    canvas.text(words, box.x + 9, y + (22 - style.leading) / 2, style)
    return box


def bar(canvas: Canvas, box: Box, share: float, *, colour: str = colours.GOLD) -> None:
    """How much of something is left."""
    canvas.panel(box, colours.FELT3, box.h / 2)
    if share > 0:
        canvas.panel(Box(box.x, box.y, max(box.h, box.w * min(1.0, share)), box.h), colour, box.h / 2)


def heading(canvas: Canvas, x: float, y: float, words: str, width: float | None = None) -> float:
    """A small heading in capitals; gives the top of what follows."""
    canvas.text(words.upper(), x, y, LABEL, width=width)
    return y + 26


def focus_ring(canvas: Canvas, id: str, box: Box, *, paper: bool = False) -> None:
    """The ring round something that has the focus."""
    if canvas.focused(id):
        canvas.ring(box.inset(-3), colours.INK if paper else colours.PALE, 8, 2)
