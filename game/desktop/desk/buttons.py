"""The buttons of the tray: what may be done now, one of them gold, each that cannot be pressed with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.desktop.box import Box
from game.desktop.canvas import Action, Canvas
from game.desktop.desk.desk import Desk, Mode
from game.desktop.desk.package import beyond, closed, why_not
from game.desktop.widgets import button
from game.talks import Accept, listed


@dataclass(frozen=True, slots=True)
class Choice(Action):
    """One button."""

    wide: int = 1
    """How many columns it takes."""


def draw_buttons(canvas: Canvas, desk: Desk, box: Box, say: Callable[[], None]) -> None:
    """Three rows of up to three columns."""
    choices = _answers(desk, say) if desk.mode is Mode.ANSWER else _moves(desk, say)
    gold = _gold(desk, choices)
    gap = 8.0
    wide, tall = (box.w - 2 * gap) / 3, (box.h - 2 * gap) / 3
    column, row = 0, 0
    for choice in choices:
        if column + choice.wide > 3:
            column, row = 0, row + 1
        area = Box(box.x + column * (wide + gap), box.y + row * (tall + gap), choice.wide * (wide + gap) - gap, tall)
        keys = tuple(choice.keys)
        if choice.id == gold and "enter" not in keys:
            keys = ("enter", *keys)
        elif choice.id != gold:
            keys = tuple(key for key in keys if key != "enter") or keys
        button(canvas, area, replace(choice, keys=keys), gold=choice.id == gold, size=15 if wide > 140 else 14)
        column += choice.wide


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
    if desk.mode is Mode.SIGN and "sign" in open_:
        return "sign"
    if desk.never or desk.word:
        return "decline" if "decline" in open_ else ""
    if desk.mode is Mode.ANSWER and "accept" not in open_ and desk.may_ask(desk.asked):
        return "capital"
    return next((id for id in ("accept", "table", "counter") if id in open_), "")


def _answers(desk: Desk, say: Callable[[], None]) -> tuple[Choice, ...]:
    package = desk.waiting
    assert package is not None
    why = why_not_accept(desk)
    soft = package.off_record
    over = "" if desk.word is None else " this"
    return (
        Choice("accept", "We could live with it" if soft else "Accept", desk.accept, ("enter", "a"), why,
               "A hint off the record: it binds nobody." if soft else "Everybody moves at once, as written.", 2),
        Choice("counter", "Counter", desk.counter, ("o",), "", "Begin with their package and change it."),
        Choice("decline", f"Never{over}" if desk.never else f"Decline{over}", desk.decline, ("d",), "",
               "Refuse it. To refuse over one word, press its wording in the package first."),
        Choice("never", "Not for ever" if desk.never else "Never", desk.swear, ("v",),
               "A non-paper is not refused for ever." if soft else "",
               "Refuse the word for ever, on the record. You may regret it."),
        _capital(desk),
        _rest(desk),
        Choice("say", "Say", say, ("y",), desk.shut("say"), "Take the floor and pass it on: their package stays."),
        _withdraw(desk),
    )  # fmt: skip


def why_not_accept(desk: Desk) -> str:
    """Why the package that waits cannot be accepted: the first of our moves that we may not make, or the rules."""
    package, view = desk.waiting, desk.view
    if package is None or Accept(view.who, "", package.number) in view.legal.moves:
        return ""
    no_text = "With these words agreed, no whole text could be written any more."
    return beyond(view, package.shifts) or closed(view, "accept") or no_text


def _moves(desk: Desk, say: Callable[[], None]) -> tuple[Choice, ...]:
    why = why_not(desk.view, desk.shifts)
    alone = desk.shut("amend")
    if not alone and desk.alone is None:
        alone = "Choose a wording of this issue that you would move to, first."
    if not alone:
        alone = beyond(desk.view, tuple(shift for shift in desk.shifts if shift.issue == desk.issue))
    table = Choice("table", "Table it", desk.table_it, ("enter", "t"), why,
                   "Put the package on the record: we move there, if they do.", 2)  # fmt: skip
    clean = desk.mode is Mode.SIGN
    sign = Choice("sign", "Initial the text" if clean else "Sign", desk.sign, ("s",), desk.shut("sign"),
                  "Put your initials under the text.", 2 if clean else 1)  # fmt: skip
    if clean:
        table = Choice("table", "Table it", desk.table_it, ("t",), why)
    first, last = (sign, table) if clean else (table, sign)
    return (
        first,
        Choice("nonpaper", "Non-paper", lambda: desk.table_it(off_record=True), ("n",), why,
               "The same off the record: it binds nobody and is answered by a hint."),
        Choice("alone", "Move alone", desk.move_alone, ("m",), alone,
               "Move there in this issue without asking anything in return."),
        _capital(desk),
        _rest(desk),
        Choice("say", "Say", say, ("y",), desk.shut("say"), "Take the floor, move no word, and pass it on."),
        _back(desk),
        last,
    )  # fmt: skip


def _capital(desk: Desk) -> Choice:
    asked = desk.asked
    titles = listed([f"“{desk.view.scenario.text[issue].title}”" for issue in asked])
    capital = desk.view.scenario[desk.view.who].capital
    hint = f"Cable {capital} for one step more in {titles}; you keep the floor."
    words = f"Ask capital: {len(asked)}" if len(asked) > 1 else "Ask capital"
    return Choice("capital", words, desk.ask_capital, ("c",), desk.why_no_cable(), hint)


def _rest(desk: Desk) -> Choice:
    hint = "Every bracket in one package, as drafted by one side."
    return Choice("rest", "Close the rest", desk.close_rest, ("l",), desk.why_no_rest(), hint)


def _back(desk: Desk) -> Choice:
    """Empty the tray, or take one's own package off the table."""
    if desk.shifts or desk.countering:
        words = "Back to theirs" if desk.countering else "Clear"
        return Choice("clear", words, desk.clear, ("delete", "backspace"), "", "Empty the tray.")
    return _withdraw(desk)


def _withdraw(desk: Desk) -> Choice:
    why = desk.shut("withdraw")
    if not why and not desk.own_package:
        why = "You have no package on the table."
    return Choice("withdraw", "Withdraw", desk.withdraw, ("w",), why, "Take your own package off the table.")
