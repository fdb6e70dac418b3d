"""The mark of any seat. A delegation's is filled with its letter; an audience wears one without, in the colour of the
delegation that answers to it: an open ring for an ally, a gable for a parliament, a diamond for who only presses."""

from __future__ import annotations

from game.desktop.kit.canvas import Canvas
from game.desktop.signs import signs
from game.scenario import Audience, AudienceId, Scenario
from game.text import DelegationId


def draw_mark(
    canvas: Canvas, scenario: Scenario, who: DelegationId, x: float, y: float, size: float, *, felt: bool = True
) -> None:
    """The mark of a delegation or an audience, its left top corner at x, y."""
    if who in scenario.ids:
        canvas.mark(signs(scenario)[who], x, y, size, felt=felt)
    else:
        draw_hollow(canvas, scenario.audience(AudienceId(who)), x, y, size, ink_of(scenario, who, felt=felt))


def draw_hollow(canvas: Canvas, audience: Audience, x: float, y: float, size: float, colour: str) -> None:
    """The mark of an audience."""
    if audience.power == "press":
        canvas.sign("diamond", x, y, size, colour)
    elif audience.power == "ratify":
        canvas.sign("gable", x, y, size, colour)
    else:
        canvas.dot(x + size / 2, y + size / 2, size / 2, colour, size / 2 - max(3.0, size / 8))


def ink_of(scenario: Scenario, who: DelegationId, *, felt: bool = False) -> str:
    """The colour of a seat: its own, or that of the delegation that answers to it."""
    side = who if who in scenario.ids else scenario.audience(AudienceId(who)).of
    sign = signs(scenario)[side]
    return sign.felt if felt else sign.ink
