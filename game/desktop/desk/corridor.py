"""Those who are not at the table but judge: how they feel, what would please them, what they can do about it."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.desk.desk import Desk
from game.desktop.desk.gauge import MOODS, WIDE, draw_gauge
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, focus_ring
from game.scenario import Audience, AudienceId
from game.talks import Standing, View, hours_words, opening_capital, wording
from game.talks.events import Mood
from game.text import DelegationId

_NAME = Style("sans-semibold", 15, colours.PALE, line=21)
_MOOD = Style("sans-semibold", 14, colours.PALE, line=21)
_LINE = Style("sans", 14, colours.DIM, line=19)
_ORDER: tuple[Mood, ...] = ("against", "uneasy", "content")
_POWERS = ("consent", "ratify", "press")
FULL, BRIEF, LEAST = 0, 1, 2
"""How much is told of each: all, less of those who are content, or these in one line together."""


def outside(view: View) -> list[tuple[Audience, Standing]]:
    """Everybody whose mood this seat can tell: whoever is most against first, one's own before those of others; a
    parliament that has no vote on such a paper comes last, whatever it thinks."""
    told = [(view.scenario.audience(id), standing) for id, standing in view.standings.items()]
    return sorted(
        told,
        key=lambda each: (
            each[0].power == "ratify" and not each[1].votes,
            _ORDER.index(each[1].mood),
            each[0].of != view.who,
            _POWERS.index(each[0].power),
        ),
    )


def is_ally(audience: Audience, who: DelegationId) -> bool:
    """Whether somebody outside must consent to what this delegation signs."""
    return audience.power == "consent" and audience.of == who


def draw_corridor(
    canvas: Canvas, desk: Desk, box: Box, much: int, go: Callable[[AudienceId], None], *, drawn: bool = True
) -> float:
    """All of them below each other from the top of `box`; gives the lower edge. Undrawn, it only measures."""
    found = outside(desk.view)
    if not found:
        return box.y
    y = box.y
    if drawn:
        canvas.text("IN THE CORRIDOR", box.x + 8, y, LABEL)
    y += 25
    calm = [each for each in found if much == LEAST and each[1].mood == "content"]
    for audience, standing in found:
        if (audience, standing) not in calm:
            y = _row(canvas, desk, Box(box.x, y, box.w, 0), audience, standing, much, go, drawn=drawn) + 3
    if calm:
        y = _calm(canvas, Box(box.x, y, box.w, 0), [audience for audience, _ in calm], desk, go, drawn=drawn)
    return y + 6


def _row(
    canvas: Canvas,
    desk: Desk,
    box: Box,
    audience: Audience,
    standing: Standing,
    much: int,
    go: Callable[[AudienceId], None],
    *,
    drawn: bool,
) -> float:
    """One of them; gives its lower edge."""
    view, id = desk.view, f"audience-{audience.id}"
    left, right = box.x + 30, box.right - 8
    mood_wide = canvas.measure(standing.mood, _MOOD) + WIDE + 7
    room = right - left - mood_wide - 8
    name = _name(canvas, audience, room)
    apart = canvas.measure(name, _NAME) > room
    high = canvas.height_of(name, right - left if apart else room, _NAME) + (20 if apart else 0)
    full = much == FULL or standing.mood != "content"
    spans = told(view, audience, standing, brief=much == LEAST) if full else ()
    below = canvas.height_of(spans, right - left) if spans else 0.0
    area = Box(box.x, box.y, box.w, high + below + 8)
    if not drawn:
        return area.bottom
    if canvas.hovered(id) or canvas.focused(id):
        canvas.panel(area, colours.FELT3, 6)
    draw_sign(canvas, desk, audience, box.x + 8, box.y + 7)
    canvas.paragraph(name, left, box.y + 4, right - left if apart else room, _NAME)
    steps, colour = MOODS[standing.mood]
    if apart:
        draw_gauge(canvas, left, box.y + high - 11, steps, colour)
        canvas.text(standing.mood, left + WIDE + 7, box.y + high - 16, _MOOD.of(colour))
    else:
        draw_gauge(canvas, right - WIDE, box.y + 9, steps, colour)
        canvas.text(standing.mood, right - WIDE - 7, box.y + 4, _MOOD.of(colour), align="right")
    if spans:
        canvas.paragraph(spans, left, box.y + 4 + high, right - left)
    focus_ring(canvas, id, area.inset(3))
    canvas.spot(Action(id, audience.name, lambda: go(audience.id), hint=_hint(view, audience, standing)), area)
    return area.bottom


def _name(canvas: Canvas, audience: Audience, room: float) -> str:
    """Its name, or the shorter one without its article where the other takes two lines."""
    long, short = audience.name, opening_capital(audience.short.removeprefix("the "))
    return long if canvas.measure(long, _NAME) <= room or len(short) >= len(long) else short


def _calm(
    canvas: Canvas, box: Box, audiences: list[Audience], desk: Desk, go: Callable[[AudienceId], None], *, drawn: bool
) -> float:
    """Those who are content, in one line together, each to be pressed."""
    steps, colour = MOODS["content"]
    spans = [Span("content: ", _MOOD.of(colour))]
    for place, audience in enumerate(audiences):
        spans += [Span(" · ", _LINE)] if place else []
        lit = canvas.hovered(f"audience-{audience.id}") or canvas.focused(f"audience-{audience.id}")
        style = Style("sans", 14, colours.PALE, "solid" if lit else "", line=21)
        spans.append(Span(opening_capital(audience.short).replace(" ", "\u00a0"), style, audience.id))
    left, room = box.x + 8 + WIDE + 8, box.w - WIDE - 24
    high = canvas.height_of(spans, room)
    if not drawn:
        return box.y + high + 4
    draw_gauge(canvas, box.x + 8, box.y + 6, steps, colour)
    boxes = canvas.paragraph(spans, left, box.y, room)
    for audience in audiences:
        id, places = f"audience-{audience.id}", boxes.get(audience.id, ())
        hint = _hint(desk.view, audience, desk.view.standings[audience.id])
        canvas.spot(Action(id, audience.name, _going(go, audience.id), hint=hint), places)
        for place_ in places if canvas.focused(id) else ():
            canvas.ring(place_.inset(-3, 0), colours.PALE, 6, 2)
    return box.y + high + 4


def _going(go: Callable[[AudienceId], None], audience: AudienceId) -> Callable[[], None]:
    return lambda: go(audience)


def draw_sign(canvas: Canvas, desk: Desk, audience: Audience, x: float, y: float, size: float = 15) -> None:
    """An ally is an open ring and a parliament a gable in the colour of their delegation; whoever only presses is a
    diamond."""
    colour = desk.signs[audience.of].felt
    if audience.power == "press":
        canvas.sign("diamond", x, y, size, colour)
    elif audience.power == "ratify":
        canvas.sign("gable", x, y, size, colour)
    else:
        canvas.dot(x + size / 2, y + size / 2, size / 2, colour, size / 2 - 3)


def told(view: View, audience: Audience, standing: Standing, *, brief: bool = False) -> tuple[Span, ...]:
    """What an audience can do, and what would please it; or, if nothing would, what is known of it."""
    power = opening_capital(power_words(view, audience, standing))
    wish = Span(wish_words(view, standing, most=1) or audience.line, _LINE.of(colours.LOCKED))
    if audience.power == "ratify" and not standing.votes:
        return (Span(f"{power}.", _LINE),)
    return (wish,) if brief and standing.wishes else (Span(f"{power}. ", _LINE), wish)


def wish_words(view: View, standing: Standing, *, most: int = 2) -> str:
    """The wordings that would please it most."""
    if not standing.wishes:
        return ""
    wishes = [wording(view.scenario, wish.issue, wish.option) for wish in standing.wishes[:most]]
    return f"Would like {' or '.join(wishes)}."


def power_words(view: View, audience: Audience, standing: Standing) -> str:
    """What an audience can do about the text, in a few words."""
    whose = "you" if audience.of == view.who else view.scenario[audience.of].short
    if audience.power == "consent":
        return "consents, or breaks silence"
    if audience.power == "ratify":
        return "votes on such a paper" if standing.votes else "no vote on such a paper"
    if not audience.cost or not audience.every:
        return f"presses {whose}"
    return f"presses {whose}, −{audience.cost} every {hours_words(audience.every)}"


def _hint(view: View, audience: Audience, standing: Standing) -> str:
    return f"{audience.name}, {standing.mood}: {power_words(view, audience, standing)}. {audience.line}"
