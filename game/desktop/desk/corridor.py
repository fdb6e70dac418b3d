"""Those who are not at the table but judge: how they feel, what would please them, what they can do about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.desktop.desk.board import Board
from game.desktop.desk.gauge import MOODS, WIDE, draw_gauge
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block, Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, focus_ring
from game.desktop.seat_marks import draw_hollow
from game.scenario import Audience, AudienceId, Scenario
from game.seat import Listener
from game.words import head, phrase, say
from game.words.goodwill import mood as mood_in_words
from game.words.names import named

_NAME = Style("sans-semibold", 15, colours.PALE, line=21)
_MOOD = Style("sans-semibold", 14, colours.PALE, line=21)
_LINE = Style("sans", 14, colours.DIM, line=19)
FULL, BRIEF, LEAST = 0, 1, 2
"""How much is told of each: all, less of those who are content, or these in one line together."""


def corridor(canvas: Canvas, board: Board, wide: float, much: int, go: Callable[[AudienceId], None]) -> Column:
    """All of them below each other; nothing where there is nobody."""
    column, found = Column(canvas, wide), board.desk.corridor
    if not found:
        return column
    column.draw(25, lambda x, y: canvas.text(say("IN THE CORRIDOR"), x + 8, y, LABEL))
    calm = [each for each in found if much == LEAST and each.mood == "content"]
    for listener in found:
        if listener not in calm:
            column.add(_row(canvas, board, wide, listener, much, go), gap=3)
    if calm:
        column.add(_calm(canvas, wide, calm, board, go), gap=4)
    column.space(6)
    return column


def _row(
    canvas: Canvas, board: Board, wide: float, listener: Listener, much: int, go: Callable[[AudienceId], None]
) -> Block:
    """One of them."""
    audience, id = board.scenario.audience(listener.id), f"audience-{listener.id}"
    wider = wide - 38
    room = wider - canvas.measure(mood_in_words(listener.mood), _MOOD) - WIDE - 15
    name = _name(canvas, board.scenario, audience, room)
    apart = canvas.measure(name, _NAME) > room
    told_ = Column(canvas, wider)
    told_.space(4)
    up = told_.words(name, _NAME, wide=wider if apart else room, gap=20 if apart else 0)
    told_.draw(0, lambda x, y: _mood(canvas, listener, x, y, wider, up=0 if apart else up))
    if much == FULL or listener.mood != "content":
        told_.words(told(board, listener, brief=much == LEAST))
    told_.space(4)

    def paint(x: float, y: float) -> None:
        area = Box(x, y, wide, told_.high)
        if canvas.hovered(id) or canvas.focused(id):
            canvas.panel(area, colours.FELT3, 6)
        draw_sign(canvas, board, audience, x + 8, y + 7)
        told_.paint(x + 30, y)
        focus_ring(canvas, id, area.inset(3))
        canvas.spot(Action(id, audience.name, lambda: go(audience.id), hint=partial(_hint, board, listener)), area)

    return Block(told_.high, paint)


def _mood(canvas: Canvas, listener: Listener, x: float, y: float, wide: float, *, up: float) -> None:
    """How it feels: so far up at the right of its name, or at the left below it."""
    (steps, colour), words = MOODS[listener.mood], mood_in_words(listener.mood)
    if up:
        draw_gauge(canvas, x + wide - WIDE, y - up + 5, steps, colour)
        canvas.text(words, x + wide - WIDE - 7, y - up, _MOOD.of(colour), align="right")
    else:
        draw_gauge(canvas, x, y - 15, steps, colour)
        canvas.text(words, x + WIDE + 7, y - 20, _MOOD.of(colour))


def _name(canvas: Canvas, scenario: Scenario, audience: Audience, room: float) -> str:
    """Its name, or the shorter one without its article where the other takes two lines."""
    long, short = audience.name, named(scenario, audience.id)
    return long if canvas.measure(long, _NAME) <= room or len(short) >= len(long) else short


def _calm(
    canvas: Canvas, wide: float, listeners: list[Listener], board: Board, go: Callable[[AudienceId], None]
) -> Block:
    """Those who are content, in one line together, each to be pressed."""
    steps, colour = MOODS["content"]
    spans, room = [Span(say("content:") + " ", _MOOD.of(colour))], wide - WIDE - 24
    for place, listener in enumerate(listeners):
        spans += [Span("\u00a0· ", _LINE)] if place else []
        lit = canvas.hovered(f"audience-{listener.id}") or canvas.focused(f"audience-{listener.id}")
        style = Style("sans", 14, colours.PALE, "solid" if lit else "", line=21)
        short = head(board.scenario.audience(listener.id).short)
        whole = short.replace(" ", "\u00a0")
        spans.append(Span(whole if canvas.measure(whole, style) < room else short, style, listener.id))

    def paint(x: float, y: float) -> None:
        draw_gauge(canvas, x + 8, y + 6, steps, colour)
        boxes = canvas.paragraph(spans, x + 8 + WIDE + 8, y, room)
        for listener in listeners:
            id, places = f"audience-{listener.id}", boxes.get(listener.id, ())
            name = board.scenario.audience(listener.id).name
            canvas.spot(Action(id, name, _going(go, listener.id), hint=partial(_hint, board, listener)), places)
            for place in places if canvas.focused(id) else ():
                canvas.ring(place.inset(-3, 0), colours.PALE, 6, 2)

    return Block(canvas.height_of(spans, room), paint)


def _going(go: Callable[[AudienceId], None], audience: AudienceId) -> Callable[[], None]:
    return lambda: go(audience)


def draw_sign(canvas: Canvas, board: Board, audience: Audience, x: float, y: float, size: float = 15) -> None:
    """The mark of one of them on felt."""
    draw_hollow(canvas, audience, x, y, size, board.signs[audience.of].felt)


def told(board: Board, listener: Listener, *, brief: bool = False) -> tuple[Span, ...]:
    """What an audience can do, and what would please it; or, if nothing would, what is known of it."""
    audience = board.scenario.audience(listener.id)
    power = Span(say("{power:head}.", power=power_words(board, listener)), _LINE)
    if listener.asked:
        return power, Span(" ", _LINE), Span(say("You have sounded it: no answer yet."), _LINE.of(colours.LOCKED))
    wish = Span(wish_words(board, listener) or audience.line, _LINE.of(colours.LOCKED))
    if audience.power == "ratify" and not listener.votes:
        return (power,)
    return (wish,) if brief and listener.wishes else (power, Span(" ", _LINE), wish)


def wish_words(board: Board, listener: Listener) -> str:
    """The wording that would please it most."""
    text = board.scenario.text
    for wish in listener.wishes[:1]:
        issue = text[wish.issue]
        if issue[wish.option].silent:
            return say("Would like no word on {issue:quoted}.", issue=issue.title)
        return say("Would like {wording:quoted}.", wording=issue[wish.option].name)
    return ""


def power_words(board: Board, listener: Listener) -> str:
    """What an audience can do about the text, in a few words."""
    audience = board.scenario.audience(listener.id)
    if audience.power == "consent":
        return say("consents, or breaks silence")
    if audience.power == "ratify":
        return say("votes on such a paper") if listener.votes else say("no vote on such a paper")
    mine, costs = audience.of == board.desk.who, bool(audience.cost and audience.every)
    who, points = board.scenario[audience.of].short, -audience.cost
    return say(_PRESSES[mine, costs], who=who, points=points, hours=audience.every)


_PRESSES = {
    (True, False): phrase("weighs on you"),
    (False, False): phrase("weighs on {who}"),
    (True, True): phrase("weighs on you, {points} every {hours:hours}"),
    (False, True): phrase("weighs on {who}, {points} every {hours:hours}"),
}
"""By whether it presses oneself, and whether that costs points."""


def _hint(board: Board, listener: Listener) -> str:
    audience = board.scenario.audience(listener.id)
    told = phrase("{who}, {mood}: {power}. {line}")
    power = power_words(board, listener)
    return say(told, who=audience.name, mood=mood_in_words(listener.mood), power=power, line=audience.line)
