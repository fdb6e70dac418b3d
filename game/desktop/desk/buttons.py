"""The buttons of the tray: what this turn is about, one of them gold, each that cannot be pressed with its reason.

Three rows of three at most. Every other move is one press away, under *More*, and its key works all the same.
"""

from __future__ import annotations

from dataclasses import replace

from game.desktop.desk.choices import (
    Choice,
    alone,
    answers,
    capital,
    circulate,
    clear,
    has_hold,
    has_mandate,
    hold,
    leave,
    more,
    nonpaper,
    press,
    rest,
    say,
    sign,
    sound,
    table,
    withdraw,
)
from game.desktop.desk.desk import Desk, Mode
from game.desktop.desk.package import beyond
from game.desktop.desk.ways import Ways
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.widgets import button
from game.talks import Withdraw

_AWAY = Box(-9, -9, 1, 1)
"""Where a spot lies that only has a key."""


def draw_buttons(canvas: Canvas, desk: Desk, box: Box, ways: Ways) -> None:
    """Three rows of up to three columns, and the keys of everything that is not shown."""
    shown = _shown(desk, ways)
    gold = _gold(desk, shown)
    for choice in every_choice(desk, ways):
        if choice.id not in [other.id for other in shown]:
            canvas.spot(replace(choice, keys=_keys(choice, gold=False)), _AWAY, focusable=False)
    gap = 8.0
    wide, tall = (box.w - 2 * gap) / 3, (box.h - 2 * gap) / 3
    column, row = 0, 0
    for choice in shown:
        if column + choice.wide > 3:
            column, row = 0, row + 1
        if choice.id == "more":
            column, row = 2, 2
        area = Box(box.x + column * (wide + gap), box.y + row * (tall + gap), choice.wide * (wide + gap) - gap, tall)
        here = choice.id == gold
        keyed = replace(choice, keys=_keys(choice, gold=here))
        button(canvas, area, keyed, gold=here, size=15 if wide > 140 else 14)
        column += choice.wide


def _keys(choice: Choice, *, gold: bool) -> tuple[str, ...]:
    """Enter presses the gold button and no other."""
    keys = tuple(key for key in choice.keys if key != "enter")
    return ("enter", *keys) if gold else keys


def every_choice(desk: Desk, ways: Ways) -> tuple[Choice, ...]:
    """Every move that a seat could ever make here, in the order of the sheet that lists them."""
    found = [*answers(desk)] if desk.mode is Mode.ANSWER else [table(desk), nonpaper(desk), alone(desk)]
    found += [rest(desk), clear(desk), withdraw(desk)]
    if has_mandate(desk):
        found.append(capital(desk))
    found.append(press(desk, ways))
    if has_hold(desk):
        found.append(hold(desk, ways))
    if desk.has_allies:
        found += [sound(desk, ways), circulate(desk)]
    return (*found, say(desk, ways), sign(desk), leave(ways))


def _shown(desk: Desk, ways: Ways) -> tuple[Choice, ...]:
    """What this turn is about: nine squares at most, the last of them for everything else."""
    if desk.mode is Mode.ANSWER:
        first = [*answers(desk)]
    elif desk.mode is Mode.SIGN:
        first = _clean(desk, ways)
    else:
        first = [table(desk), nonpaper(desk), alone(desk)]
    others = [capital(desk)] if has_mandate(desk) else []
    others.append(_back(desk, ways))
    others.append(press(desk, ways) if desk.heard_outside else say(desk, ways))
    others += [hold(desk, ways) if has_hold(desk) else say(desk, ways), sign(desk)]
    ids = [choice.id for choice in first]
    room = 8 - sum(choice.wide for choice in first)
    unlike = {choice.id: choice for choice in others if choice.id not in ids}
    return (*first, *list(unlike.values())[:room], more(ways))


def _clean(desk: Desk, ways: Ways) -> list[Choice]:
    """What is done with a clean text: the allies come before the initials."""
    if desk.view.seat.needs_consent:
        return [replace(circulate(desk), wide=2), sound(desk, ways), sign(desk)]
    return [sign(desk, wide=2), replace(table(desk), wide=1)]


def _back(desk: Desk, ways: Ways) -> Choice:
    """One square for what empties the tray or the table, closes the rest or says something."""
    if desk.mode is not Mode.ANSWER and (desk.shifts or desk.countering):
        return clear(desk)
    if desk.own_package and not desk.shut(Withdraw):
        return withdraw(desk)
    if not desk.why_no_rest() or desk.mode is Mode.ANSWER:
        return rest(desk)
    return say(desk, ways)


def _gold(desk: Desk, choices: tuple[Choice, ...]) -> str:
    """The next sensible press, if it can be pressed."""
    open_ = [choice.id for choice in choices if not choice.why]
    if desk.cable_offered and "capital" in open_:
        return "capital"
    if desk.mode is Mode.COMPOSE and desk.alone and all(shift.delegation == desk.view.who for shift in desk.shifts):
        return "alone" if "alone" in open_ else ""
    if desk.mode in (Mode.COMPOSE, Mode.ANSWER) and not desk.word and desk.noted and "capital" in open_:
        return "capital"
    if not desk.package and desk.view.brackets and desk.may_ask(desk.asked):
        return "capital"
    if desk.mode is Mode.COMPOSE and beyond(desk.view, desk.shifts):
        return "capital" if desk.may_ask(desk.asked) else ""
    if desk.mode is Mode.SIGN:
        return next((id for id in ("circulate", "sign") if id in open_), "")
    if desk.never or desk.word:
        return "decline" if "decline" in open_ else ""
    if desk.mode is Mode.ANSWER and "accept" not in open_ and desk.may_ask(desk.asked):
        return "capital"
    return next((id for id in ("accept", "table", "counter") if id in open_), "")
