"""Those who are not at the table and for whom a person may speak, below the seats of the delegations."""

from __future__ import annotations

from collections.abc import Callable, Collection

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL, focus_ring
from game.desktop.seat_marks import draw_mark
from game.scenario import Audience, Scenario
from game.text import DelegationId
from game.words import say
from game.words.names import named

_NAME = Style("sans-semibold", 15, colours.PALE)
_HIGH, _GAP = 36.0, 8.0


def outside_seats(
    canvas: Canvas,
    wide: float,
    scenario: Scenario,
    people: Collection[DelegationId],
    sit: Callable[[DelegationId], None],
) -> Block:
    """A heading, and a chip for each that is pressed to speak for it, or not any more."""
    chips: list[tuple[float, float, float, Audience]] = []
    x, y = 0.0, 26.0
    for audience in scenario.audiences:
        wider = canvas.measure(named(scenario, audience.id), _NAME) + 48
        if x and x + wider > wide:
            x, y = 0.0, y + _HIGH + _GAP
        chips.append((x, y, wider, audience))
        x += wider + _GAP

    def paint(left: float, top: float) -> None:
        canvas.text(say("WHO SPEAKS FOR THOSE OUTSIDE?"), left, top, LABEL, width=wide)
        for x, y, wider, audience in chips:
            _chip(canvas, Box(left + x, top + y, wider, _HIGH), scenario, audience, people, sit)

    return Block(y + _HIGH if chips else 0.0, paint if chips else _nothing)


def _nothing(left: float, top: float) -> None:
    del left, top


def _chip(
    canvas: Canvas,
    box: Box,
    scenario: Scenario,
    audience: Audience,
    people: Collection[DelegationId],
    sit: Callable[[DelegationId], None],
) -> None:
    who, id = DelegationId(audience.id), f"outside-{audience.id}"
    chosen, lit = who in people, canvas.hovered(id) or canvas.focused(id)
    ground = colours.CHOSEN if chosen else colours.FELT3 if lit else colours.FELT2
    canvas.panel(box, ground, 8, colours.PALE if chosen else colours.FELT3, 2 if chosen else 1)
    draw_mark(canvas, scenario, who, box.x + 11, box.y + 10, 16)
    canvas.text(named(scenario, audience.id), box.x + 36, box.y + (box.h - _NAME.leading) / 2, _NAME)
    focus_ring(canvas, id, box)
    canvas.spot(Action(id, audience.name, lambda: sit(who)), box)
