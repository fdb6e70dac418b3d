"""What the text is worth to this seat, now and after the package, beside the walk-away and what has been paid."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.desk.desk import Desk, Mode
from game.desktop.desk.words import span_of
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL, SMALL, focus_ring
from game.talks import Accept, Circulate, Propose, Sign, hours_words, signed_points

_BIG = Style("sans-bold", 22, colours.PALE)


def draw_worth(canvas: Canvas, desk: Desk, box: Box, why: Callable[[], None]) -> None:
    """Worst to best while brackets stand, and the way to the reasons of every number."""
    view = desk.view
    assert view.own is not None
    x, w = box.x, box.w
    canvas.text("YOUR POINTS", x, box.y, LABEL)
    draw_why(canvas, Box(x, box.y, w, 20), why)
    now = view.reach()
    words = "worst to best, now" if view.brackets else "as the text stands"
    canvas.text(words, x, box.y + 25, SMALL, width=w)
    after = view.reach(view.after(desk.package)) if desk.package else now
    if desk.package:
        canvas.text(span_of(now), x, box.y + 45, Style("sans-semibold", 17, colours.LOCKED))
        canvas.text("after this package", x, box.y + 71, SMALL, width=w)
        canvas.text(span_of(after), x, box.y + 90, _BIG.of(colours.GOLD))
    else:
        canvas.text(span_of(now), x, box.y + 45, _BIG)
        if not view.brackets and not view.verdict:
            canvas.text("all told, if signed", x, box.y + 73, SMALL, width=w)
            total = view.ending(view.agreed).total
            canvas.text(span_of((total, total)), x, box.y + 92, Style("sans-semibold", 17, colours.PALE))
    y = box.y + 121
    canvas.text(f"walk-away {view.own.instructions.reservation_value}", x, y, SMALL.of(colours.PALE))
    if beside := beside_the_text(desk):
        canvas.text(f"so far {signed_points(beside)}", x + w, y, SMALL, align="right")
    canvas.text(_hours(desk), x, y + 22, SMALL, width=w)


def draw_why(canvas: Canvas, box: Box, why: Callable[[], None]) -> None:
    """The way to the list of reasons, at the right edge of a line."""
    lit = canvas.hovered("why") or canvas.focused("why")
    at = canvas.text(
        "why?  Y", box.right, box.y, Style("sans", 14, colours.PALE if lit else colours.DIM), align="right"
    )
    focus_ring(canvas, "why", at.inset(-3, 0))
    hint = "Every number of yours that has changed, with the reason."
    canvas.spot(Action("why", "Why?", why, keys=("y",), hint=hint), at.inset(-6, -4))


def beside_the_text(desk: Desk) -> int:
    """Points that the hours have cost and the talks have cost or brought, however they end."""
    own = desk.view.own
    return sum(charge.points for charge in own.charges) - own.delay if own else 0


def _hours(desk: Desk) -> str:
    view = desk.view
    if desk.mode is Mode.ANSWER and desk.waiting:
        return f"to accept takes {hours_words(view.price(Accept(view.who, desk.waiting.number)))}"
    if desk.shifts:
        return f"to table it takes {hours_words(view.price(Propose(view.who, desk.shifts)))}"
    if desk.mode is Mode.SIGN and view.seat.needs_consent:
        return f"silence runs for {hours_words(view.price(Circulate(view.who)))}"
    if desk.mode is Mode.SIGN:
        return f"to initial takes {hours_words(view.price(Sign(view.who)))}"
    delay = view.own.instructions.delay if view.own else None
    if delay is None or not delay.points:
        return "waiting costs nothing"
    return f"−{delay.points} every {hours_words(delay.hours)}"
