"""Buttons, panels, chips, pills and bars: each one function that draws on a canvas and says what can be pressed."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.words import phrase, say

LABEL = Style("sans-bold", 14, colours.DIM)
"""A small heading on felt."""
BODY = Style("sans", 15, colours.PALE)
SMALL = Style("sans", 14, colours.DIM)
KEY_NAMES = {
    "enter": phrase("Enter"), "escape": phrase("Esc"), "space": phrase("Space"), "f1": phrase("F1"),
    "delete": phrase("Del"), "backspace": phrase("Del"), "tab": phrase("Tab"),
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as it is written on a button."""
    return say(KEY_NAMES[key]) if key in KEY_NAMES else key.upper()


def panel(canvas: Canvas, box: Box, heading: str = "", *, colour: str = colours.FELT2) -> Box:
    """A card on the felt; gives the box inside it, below the heading if there is one."""
    canvas.panel(box, colour, 8, colours.FELT3)
    if not heading:
        return box.inset(14, 12)
    canvas.text(heading.upper(), box.x + 14, box.y + 11, LABEL, width=box.w - 28)
    return Box(box.x + 12, box.y + 36, box.w - 24, box.h - 46)


def button(
    canvas: Canvas, box: Box, action: Action, *, gold: bool = False, quiet: bool = False, size: float = 15
) -> None:
    """A button with its key on it; one that cannot be pressed now is dull. `quiet` draws only its outline."""
    id, off = action.id, bool(action.why)
    lit = (canvas.hovered(id) or canvas.focused(id)) and not off
    ground, ink, edge = _button_colours(gold=gold and not off, quiet=quiet, off=off, lit=lit)
    face = box.moved(0, 1) if canvas.held(id) and not off else box
    canvas.panel(face, ground, 6, edge)
    _label(
        canvas,
        face,
        action,
        Style("sans-bold", size, ink),
        Style("sans", 14, colours.mix(ink, ground, 0.06 if off else 0.22)),
    )
    if canvas.focused(id):
        canvas.ring(box.inset(-3), colours.PALE, 8, 2)
    canvas.spot(action, box)


def button_wide(canvas: Canvas, words: str, key: str = "") -> float:
    """How wide a button with these words has to be."""
    wide = canvas.measure(words, Style("sans-bold", 15)) + 26
    return wide + (canvas.measure(key, Style("sans", 14)) + 12 if key else 0)


def _label(canvas: Canvas, face: Box, action: Action, style: Style, shown: Style) -> None:
    """The words at the left and the first key that fits at the right; where it is narrow, a little smaller."""
    names = [key_name(key) for key in canvas.heard(action.keys)]
    if len(names) > 1 and action.keys[0] == "enter" and canvas.by_keys:
        names = names[1:]
    pad = 12 if face.w > 140 else 9
    tries = [(name, pad, style.size) for name in names[:1]] + [(name, 9, 14.0) for name in names]
    for name, side, size in tries:
        words, key_wide = style._replace(size=size), canvas.measure(name, shown)
        if face.w - 2 * side - key_wide - 6 >= canvas.measure(action.words, words):
            canvas.text(name, face.right - side, face.y + (face.h - shown.leading) / 2, shown, align="right")
            style, pad = words, side
            break
    canvas.text(action.words, face.x + pad, face.y + (face.h - style.leading) / 2, style, width=face.w - 2 * pad)


def _button_colours(*, gold: bool, quiet: bool, off: bool, lit: bool) -> tuple[str, str, str]:
    if gold:
        return (colours.GOLD_LIT if lit else colours.GOLD), colours.ON_GOLD, ""
    if off:
        return colours.FELT1, colours.OFF, colours.FELT3
    if quiet:
        return (colours.FELT3 if lit else colours.FELT1), colours.PALE, colours.FELT3
    return (colours.LIT if lit else colours.FELT3), colours.PALE, ""


_TAB = Style("sans-semibold", 14, colours.PALE)


def tab_wide(canvas: Canvas, words: str) -> float:
    """How wide the words of a tab are."""
    return canvas.measure(words, _TAB)


def tab(canvas: Canvas, box: Box, action: Action, *, shown: bool, gold: bool = False) -> None:
    """A tab that shows something, or is about to; `gold` if that waits for an answer."""
    id = action.id
    lit = canvas.hovered(id) or canvas.focused(id)
    face = Box(box.x + 1, box.y, box.w - 2, box.h)
    ground = colours.FELT3 if shown or lit else colours.FELT1
    canvas.panel(face, ground, 6, colours.GOLD if gold else colours.PALE if shown else colours.FELT3)
    ink = _TAB.of(colours.PALE if shown or lit else colours.LOCKED)
    words, names = canvas.measure(action.words, ink), [key_name(key) for key in canvas.heard(action.keys)]
    keys = canvas.measure(names[0], SMALL) + 8 if names else 0.0
    if words + keys + 16 > face.w:
        keys = 0.0
    x = face.x + (face.w - words - keys) / 2
    canvas.text(action.words, x, face.y + (face.h - ink.leading) / 2, ink, width=face.w - 4)
    if keys:
        canvas.text(names[0], x + words + 8, face.y + (face.h - SMALL.leading) / 2, SMALL.of(colours.DIM))
    focus_ring(canvas, id, face.inset(2))
    canvas.spot(action, face)


def tab_row(canvas: Canvas, box: Box, tabs: Sequence[Action], shown: str) -> None:
    """Tabs side by side, each as wide as its words need and the rest shared out; `shown` is the id of one."""
    wides = [tab_wide(canvas, each.words) for each in tabs]
    spare, x = (box.w - sum(wides)) / len(tabs), box.x
    for action, words in zip(tabs, wides, strict=True):
        tab(canvas, Box(x, box.y, words + spare, box.h), action, shown=action.id == shown)
        x += words + spare


def pill(canvas: Canvas, x: float, y: float, words: str, *, colour: str = colours.PALE) -> Box:
    """A small rounded label; `x` is its right edge."""
    style = Style("sans-bold", 14, colours.FELT1)
    wide = canvas.measure(words, style) + 18
    box = Box(x - wide, y, wide, 22)
    canvas.panel(box, colour, 11)
    canvas.text(words, box.x + 9, y + (22 - style.leading) / 2, style)
    return box


def bar(canvas: Canvas, box: Box, share: float, *, colour: str = colours.PALE) -> None:
    """How much of something is left."""
    canvas.panel(box, colours.FELT3, box.h / 2, colours.OFF)
    if share > 0:
        canvas.panel(Box(box.x, box.y, max(box.h, box.w * min(1.0, share)), box.h), colour, box.h / 2)


def focus_ring(canvas: Canvas, id: str, box: Box, *, paper: bool = False) -> None:
    """The ring round something that has the focus."""
    if canvas.focused(id):
        canvas.ring(box.inset(-3), colours.INK if paper else colours.PALE, 8, 2)
