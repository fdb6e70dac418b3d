"""The buttons of the tray: what may be done now, one of them gold, each that cannot be pressed with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.desktop.box import Box
from game.desktop.canvas import Canvas, Press
from game.desktop.desk.desk import Desk, Mode
from game.desktop.desk.package import barred, closed, why_not
from game.desktop.widgets import button
from game.talks import Accept, Consult


@dataclass(frozen=True, slots=True)
class Choice:
    """One button."""

    id: str
    words: str
    press: Press
    keys: tuple[str, ...]
    why: str = ""
    hint: str = ""
    wide: int = 1


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
        keys = choice.keys
        if choice.id == gold and "enter" not in keys:
            keys = ("enter", *keys)
        elif choice.id != gold:
            keys = tuple(key for key in keys if key != "enter") or keys
        button(
            canvas, choice.id, area, choice.words, choice.press,
            keys=keys, gold=choice.id == gold, why=choice.why, hint=choice.hint, size=15 if wide > 140 else 14,
        )  # fmt: skip
        column += choice.wide


def _gold(desk: Desk, choices: tuple[Choice, ...]) -> str:
    """The next sensible press, if it can be pressed."""
    open_ = [choice.id for choice in choices if not choice.why]
    if desk.cable_offered and "capital" in open_:
        return "capital"
    if desk.mode is Mode.COMPOSE and desk.alone and all(shift.delegation == desk.view.who for shift in desk.shifts):
        return "alone" if "alone" in open_ else ""
    if not desk.package and desk.view.brackets and _can_ask(desk):
        return "capital"
    if desk.mode is Mode.SIGN and "sign" in open_:
        return "sign"
    if desk.never or desk.word:
        return "decline" if "decline" in open_ else ""
    if desk.mode is Mode.ANSWER and "accept" not in open_ and _can_ask(desk):
        return "capital"
    return next((id for id in ("accept", "table", "counter") if id in open_), "")


def _can_ask(desk: Desk) -> bool:
    """Whether the capital would take a cable about the issue looked at."""
    return Consult(desk.view.who, "", (desk.issue,)) in desk.view.legal.moves


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
               "Refuse it. A refusal that names a word says more."),
        Choice("never", "Not never" if desk.never else "Never", desk.swear, ("v",),
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
    for issue, option in package.of(view.who).items():
        name = view.scenario.text[issue][option].name
        reason = barred(view, issue, option)
        if reason == "red":
            return f"Your instructions forbid “{name}”."
        if reason:
            return f"“{name}” is beyond your mandate: ask {view.scenario[view.who].capital} first."
    return closed(view, "accept") or "With these words agreed, no whole text could be written any more."


def _moves(desk: Desk, say: Callable[[], None]) -> tuple[Choice, ...]:
    why = why_not(desk.view, desk.shifts)
    alone = desk.shut("amend")
    if not alone and desk.alone is None:
        alone = "Choose a wording of this issue that you would move to, first."
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
    hint = f"Cable {desk.view.scenario[desk.view.who].capital} for one step more in this issue; you keep the floor."
    return Choice("capital", "Ask capital", desk.ask_capital, ("c",), desk.why_no_cable(), hint)


def _rest(desk: Desk) -> Choice:
    hint = "Every bracket in one package, as drafted by one side."
    return Choice("rest", "Close the rest", desk.close_rest, ("l",), desk.why_no_rest(), hint)


def _back(desk: Desk) -> Choice:
    """Empty the tray, or take one's own package off the table."""
    if desk.shifts or desk.countering:
        words = "Back to theirs" if desk.countering else "Clear"
        return Choice("clear", words, desk.clear, ("backspace",), "", "Empty the tray.")
    return _withdraw(desk)


def _withdraw(desk: Desk) -> Choice:
    why = desk.shut("withdraw")
    if not why and not desk.own_package:
        why = "You have no package on the table."
    return Choice("withdraw", "Withdraw", desk.withdraw, ("w",), why, "Take your own package off the table.")
