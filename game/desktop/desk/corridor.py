"""Those who are not at the table but judge: how they feel, what would please them, what they can do about it."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.desk.desk import Desk
from game.desktop.desk.gauge import MOODS, WIDE, draw_gauge
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block, Column
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


def corridor(canvas: Canvas, desk: Desk, wide: float, much: int, go: Callable[[AudienceId], None]) -> Column:
    """All of them below each other; nothing where there is nobody."""
    column, found = Column(canvas, wide), outside(desk.view)
    if not found:
        return column
    column.draw(25, lambda x, y: canvas.text("IN THE CORRIDOR", x + 8, y, LABEL))
    calm = [each for each in found if much == LEAST and each[1].mood == "content"]
    for audience, standing in found:
        if (audience, standing) not in calm:
            column.add(_row(canvas, desk, wide, audience, standing, much, go), gap=3)
    if calm:
        column.add(_calm(canvas, wide, [audience for audience, _ in calm], desk, go), gap=4)
    column.space(6)
    return column


def _row(
    canvas: Canvas,
    desk: Desk,
    wide: float,
    audience: Audience,
    standing: Standing,
    much: int,
    go: Callable[[AudienceId], None],
) -> Block:
    """One of them."""
    view, id = desk.view, f"audience-{audience.id}"
    wider = wide - 38
    room = wider - canvas.measure(standing.mood, _MOOD) - WIDE - 15
    name = _name(canvas, audience, room)
    apart = canvas.measure(name, _NAME) > room
    told_ = Column(canvas, wider)
    told_.space(4)
    up = told_.words(name, _NAME, wide=wider if apart else room, gap=20 if apart else 0)
    told_.draw(0, lambda x, y: _mood(canvas, standing, x, y, wider, up=0 if apart else up))
    if much == FULL or standing.mood != "content":
        told_.words(told(view, audience, standing, brief=much == LEAST))
    told_.space(4)

    def paint(x: float, y: float) -> None:
        area = Box(x, y, wide, told_.high)
        if canvas.hovered(id) or canvas.focused(id):
            canvas.panel(area, colours.FELT3, 6)
        draw_sign(canvas, desk, audience, x + 8, y + 7)
        told_.paint(x + 30, y)
        focus_ring(canvas, id, area.inset(3))
        canvas.spot(Action(id, audience.name, lambda: go(audience.id), hint=_hint(view, audience, standing)), area)

    return Block(told_.high, paint)


def _mood(canvas: Canvas, standing: Standing, x: float, y: float, wide: float, *, up: float) -> None:
    """How it feels: so far up at the right of its name, or at the left below it."""
    steps, colour = MOODS[standing.mood]
    if up:
        draw_gauge(canvas, x + wide - WIDE, y - up + 5, steps, colour)
        canvas.text(standing.mood, x + wide - WIDE - 7, y - up, _MOOD.of(colour), align="right")
    else:
        draw_gauge(canvas, x, y - 15, steps, colour)
        canvas.text(standing.mood, x + WIDE + 7, y - 20, _MOOD.of(colour))


def _name(canvas: Canvas, audience: Audience, room: float) -> str:
    """Its name, or the shorter one without its article where the other takes two lines."""
    long, short = audience.name, opening_capital(audience.short.removeprefix("the "))
    return long if canvas.measure(long, _NAME) <= room or len(short) >= len(long) else short


def _calm(
    canvas: Canvas, wide: float, audiences: list[Audience], desk: Desk, go: Callable[[AudienceId], None]
) -> Block:
    """Those who are content, in one line together, each to be pressed."""
    steps, colour = MOODS["content"]
    spans = [Span("content: ", _MOOD.of(colour))]
    for place, audience in enumerate(audiences):
        spans += [Span(" · ", _LINE)] if place else []
        lit = canvas.hovered(f"audience-{audience.id}") or canvas.focused(f"audience-{audience.id}")
        style = Style("sans", 14, colours.PALE, "solid" if lit else "", line=21)
        spans.append(Span(opening_capital(audience.short).replace(" ", "\u00a0"), style, audience.id))
    room = wide - WIDE - 24

    def paint(x: float, y: float) -> None:
        draw_gauge(canvas, x + 8, y + 6, steps, colour)
        boxes = canvas.paragraph(spans, x + 8 + WIDE + 8, y, room)
        for audience in audiences:
            id, places = f"audience-{audience.id}", boxes.get(audience.id, ())
            hint = _hint(desk.view, audience, desk.view.standings[audience.id])
            canvas.spot(Action(id, audience.name, _going(go, audience.id), hint=hint), places)
            for place in places if canvas.focused(id) else ():
                canvas.ring(place.inset(-3, 0), colours.PALE, 6, 2)

    return Block(canvas.height_of(spans, room), paint)


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
