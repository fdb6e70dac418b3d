"""What the screens round the table share: the bar above, the bar of buttons below, tall buttons."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button, button_wide, key_name

TOP, FOOT = 56.0, 72.0
_MOST = 1640.0
NARROW = 900.0
"""On a page narrower than this what stands side by side elsewhere stands below each other."""
_LOW = 600.0
_APART, _AMPLE, _SCANT = 12.0, 20.0, 4.0
"""Between two buttons, and what each has to spare where there is room, and where there is little."""


def spacious(canvas: Canvas) -> bool:
    """Whether there is room for bars above and below and for columns between them; else a page is folded: what stands
    beside something else elsewhere is behind a tab."""
    return canvas.width >= NARROW and canvas.height >= _LOW


def margin(canvas: Canvas) -> float:
    """The space at the left and the right: small in a small window, and the rest of a very wide one."""
    fair = max(16.0, min(48.0, 16 + (canvas.width - 1024) * 0.08))
    return max(fair, (canvas.width - _MOST) / 2)


def header(canvas: Canvas, title: str, under: str = "", right: str = "") -> None:
    """The bar above: where one is, and when."""
    canvas.fill(colours.FELT1)
    canvas.fill(colours.FELT0, Box(0, 0, canvas.width, TOP))
    canvas.line(0, TOP - 1, canvas.width, TOP - 1, colours.GOLD)
    edge = max(16.0, margin(canvas) - 24)
    small = Style("sans", 15, colours.DIM)
    left, room = edge, canvas.width - 2 * edge
    least = canvas.measure(title, Style("serif-bold", 16))
    if right and least + canvas.measure(right, small) + 24 <= room:
        room -= canvas.text(right, canvas.width - edge, (TOP - small.leading) / 2, small, align="right").w + 24
    size = 23.0
    while size > 16 and canvas.measure(title, Style("serif-bold", size)) > room:
        size -= 1
    shown = Style("serif-bold", size, colours.PALE)
    wide = canvas.text(title, left, (TOP - shown.leading) / 2 - 1, shown, width=room).w + 24
    if under and canvas.measure(under, small) <= room - wide:
        canvas.text(under, left + wide, (TOP - small.leading) / 2 + 2, small)


def between(canvas: Canvas, foot: float = FOOT) -> Box:
    """The space between the bars."""
    side = margin(canvas)
    gap = 16.0 if canvas.height < 840 else 28.0
    return Box(side, TOP + gap, canvas.width - 2 * side, canvas.height - TOP - 2 * gap - foot - (8 if foot else 0))


def columns(box: Box, gap: float, share: float) -> tuple[Box, Box]:
    """Two columns, of which the first takes such a share."""
    left = box.left_part((box.w - gap) * share)
    return left, box.right_part(box.w - gap - left.w)


def footer(canvas: Canvas, rows: int = 1) -> Box:
    """The bar below, for rows of buttons; gives the space inside it."""
    side, high = margin(canvas), foot_high(rows)
    box = Box(side, canvas.height - high - 16, canvas.width - 2 * side, high)
    canvas.panel(box, colours.FELT2, 8, colours.FELT3)
    return box.inset(14, 13)


def foot_high(rows: int) -> float:
    """How high a bar with so many rows of buttons is."""
    return FOOT + (rows - 1) * 48.0


def tall_button(canvas: Canvas, at: Box, action: Action, under: str, *, gold: bool = False) -> float:
    """A button of the menu: what it does, and below it with what; gives the height that it takes."""
    id, words, keys = action.id, action.words, canvas.heard(action.keys)
    lit = canvas.hovered(id) or canvas.focused(id)
    ground = (colours.GOLD_LIT if lit else colours.GOLD) if gold else (colours.LIT if lit else colours.FELT3)
    ink = colours.ON_GOLD if gold else colours.PALE
    main = Style("sans-bold", 17, ink)
    small = Style("sans", 14, colours.mix(ink, ground, 0.16), line=20)
    key = key_name(keys[0]) if keys else ""
    room = at.w - 32 - (canvas.measure(key, small) + 10 if key else 0)
    high = main.leading + (canvas.height_of(under, room, small) if under else 0)
    box = Box(at.x, at.y, at.w, high + 28)
    face = box.moved(0, 1) if canvas.held(id) else box
    canvas.panel(face, ground, 6)
    canvas.text(key, face.right - 16, face.y + (face.h - small.leading) / 2, small, align="right")
    canvas.text(words, face.x + 16, face.y + 14, main, width=room)
    if under:
        canvas.paragraph(under, face.x + 16, face.y + 14 + main.leading, room, small)
    if canvas.focused(id):
        canvas.ring(box.inset(-3), colours.PALE, 8, 2)
    canvas.spot(action._replace(words=f"{words}, {under}" if under else words), box)
    return box.h


def stacked(canvas: Canvas, lines: Sequence[str], x: float, y: float, width: float, style: Style) -> float:
    """Short paragraphs one below the other; gives the bottom."""
    for words in lines:
        canvas.paragraph(words, x, y, width, style)
        y += canvas.height_of(words, width, style)
    return y


def button_rows(canvas: Canvas, actions: Sequence[Action], room: float = 0.0) -> list[list[Action]]:
    """Buttons in as many rows as they need, in a room so wide or in the bar below."""
    room = room or canvas.width - 2 * margin(canvas) - 28
    rows: list[list[Action]] = [[]]
    for action in actions:
        if rows[-1] and _row_wide(canvas, [*rows[-1], action], _SCANT) > room:
            rows.append([])
        rows[-1].append(action)
    return rows


def _row_wide(canvas: Canvas, actions: Sequence[Action], spare: float) -> float:
    """How wide buttons side by side are, each with so much room to spare."""
    wides = [_wide(canvas, action) + spare for action in actions]
    return sum(wides) + _APART * (len(wides) - 1)


def _wide(canvas: Canvas, action: Action) -> float:
    return button_wide(canvas, action.words, key_name(action.keys[0]) if action.keys else "")


def button_bar(canvas: Canvas, rows: Sequence[Sequence[Action]], *, gold: str, size: float = 15) -> Box:
    """The bar below with its rows of buttons; gives what is left of the last row."""
    inside = footer(canvas, len(rows))
    high = (inside.h - 8 * (len(rows) - 1)) / len(rows)
    y, x = inside.y, inside.x
    for number, row in enumerate(rows):
        y = inside.y + number * (high + 8)
        x = buttons(canvas, Box(inside.x, y, inside.w, high), row, gold=gold, size=size)
    return Box(x, y, inside.right - x, high)


def buttons_wide(canvas: Canvas, actions: Sequence[Action], room: float) -> float:
    """How much of a room buttons side by side take, up to where the next would begin."""
    return _row_wide(canvas, actions, _spare(canvas, actions, room)) + _APART


def _spare(canvas: Canvas, actions: Sequence[Action], room: float) -> float:
    """How much wider than its words each button may be."""
    return _AMPLE if _row_wide(canvas, actions, _AMPLE) <= room else _SCANT


def buttons(canvas: Canvas, box: Box, actions: Sequence[Action], *, gold: str = "", size: float = 15) -> float:
    """Buttons side by side, each as wide as its words, and one of them of gold; gives where the next would begin."""
    x = box.x
    spare = _spare(canvas, actions, box.w)
    for action in actions:
        wide, first = _wide(canvas, action) + spare, action.id == gold
        button(canvas, Box(x, box.y, wide, box.h), action, gold=first, size=16 if first else size)
        x += wide + _APART
    return x
