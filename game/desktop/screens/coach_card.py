"""The card of a hint: one sentence beside what it speaks of, with a ring round that; a press or a key puts it away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.desktop.kit import colours
from game.desktop.kit.box import Box, around
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.kept import Over
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button, button_wide, key_name
from game.desktop.screen import GameScreen
from game.desktop.screens.beside import beside
from game.seat import Idea
from game.words import say
from game.words.coaching import COACHED, WAITS

_WIDE = 336.0
_SAID = Style("sans", 16, colours.PALE, line=23)
_HIGH = 32.0
_KEY = "escape"
_WHERE: Mapping[Idea, tuple[str, ...]] = {
    "brief": ("walk-away",),
    "bracket": ("bracket",),
    "wording": ("option:",),
    "give-too": ("chip:",),
    "ask-too": ("chip:",),
    "sum": ("after",),
    "table": ("table",),
    "reply": ("reply",),
    "their-package": ("accept", "counter"),
    "clock": ("clock",),
    "audience": ("audience-",),
    "cable": ("lock",),
    "hold": ("hold", "more"),
    "held": ("answer-",),
    "consent": ("circulate",),
    "sign": ("sign",),
    "closing": ("reading-",),
    "aftermath": ("topic-after", "topic-"),
}
"""What each idea speaks of: the first of these that is seen, subjects by name and buttons by how their ids begin."""


def draw_coach(
    screen: GameScreen, canvas: Canvas, ideas: Sequence[Idea], turn: int = 0, over: Over | None = None
) -> None:
    """Tell what is needed first, if hints are wanted, nothing lies over the screen, and what it speaks of is seen. A
    screen whose panels stand from frame to frame says `over` what it is painted."""
    coach = screen.app.coach
    if not coach.on or screen.app.top is not screen:
        return
    idea = coach.offer(ideas, turn)
    thing = _thing(canvas, _WHERE[idea]) if idea else None
    if idea is None or thing is None:
        return
    words = say(COACHED[idea])
    tall = canvas.height_of(words, _WIDE - 32, _SAID) + _HIGH + 34
    card = beside(canvas.box, thing, _WIDE, tall, _clear(canvas, _WHERE[idea]), _pressed_next(canvas))
    if coach.told(idea):
        screen.app.glass.bring(screen.memory, around((thing, card)), canvas.scale)
    if over is not None:
        over.begin(canvas, around((thing.inset(-8), card)))
    edge = colours.GOLD if idea in WAITS else colours.PALE
    canvas.ring(thing.inset(-4), edge, 8, 2)
    canvas.cover(card)
    canvas.panel(card, colours.FELT0, 10, edge, 2)
    canvas.paragraph(words, card.x + 16, card.y + 12, _WIDE - 32, _SAID)
    with canvas.part("coach"):
        _foot(screen, canvas, card, Action("coach", say("I see"), lambda: coach.put_away(idea, turn), keys=(_KEY,)))


def _foot(screen: GameScreen, canvas: Canvas, card: Box, seen: Action) -> None:
    """To go on, and to have no more of it; a press on the card goes on, too."""
    canvas.spot(Action("coach-card", seen.words, seen.act), card, focusable=False)
    stop = Action("no-hints", say("No more hints"), screen.app.coach.stop)
    y = card.bottom - _HIGH - 10
    wide = button_wide(canvas, seen.words, key_name(_KEY))
    button(canvas, Box(card.x + 16, y, wide, _HIGH), seen, size=14)
    button(canvas, Box(card.x + 26 + wide, y, button_wide(canvas, stop.words), _HIGH), stop, quiet=True, size=14)


def _thing(canvas: Canvas, names: Sequence[str]) -> Box | None:
    """Where the first of these is, as far as it can be seen."""
    for name in names:
        for subject in canvas.subjects:
            if subject.about == name:
                return subject.box
        for spot in canvas.spots:
            box = around(spot.boxes)
            seen = (box if spot.clip is None else box.meet(spot.clip)).meet(canvas.box)
            if spot.id.startswith(name) and seen.w * seen.h > 0.5 * box.w * box.h:
                return seen
    return None


def _pressed_next(canvas: Canvas) -> list[Box]:
    """What a card never covers: what has the focus, the gold button, and the one that puts a package on the table."""
    memory = canvas.memory
    return [
        around(spot.boxes)
        for spot in canvas.spots
        if (memory.shown and spot.id == memory.focus) or "enter" in spot.keys or spot.id == "table"
    ]


def _clear(canvas: Canvas, names: Sequence[str]) -> list[Box]:
    """What a card had better not cover: what is like the thing that it speaks of, and what one decides by: the
    brackets, an answer, the package and its sum."""
    names = (*names, "chip:")
    spots = [around(spot.boxes) for spot in canvas.spots if any(spot.id.startswith(name) for name in names)]
    return spots + [
        subject.box for subject in canvas.subjects if subject.about in ("bracket", "reply", "points", "after")
    ]
