"""One turn of a person's: where the talks stand, a short menu with the hours of each move, and the answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from game.talks import (
    Accept,
    Amend,
    Consult,
    Decline,
    Leave,
    Move,
    Propose,
    RecordError,
    Say,
    Shift,
    Sign,
    View,
    Withdraw,
    hour_number,
    hours_words,
    listed,
    opening_capital,
    read_move,
    write_move,
)
from game.terminal import choosing
from game.terminal.building import Builder, beyond
from game.terminal.choosing import Chooser
from game.terminal.console import Console, Entry, matching
from game.terminal.looking import (
    look,
    show_background,
    show_brief,
    show_issues,
    show_record,
    show_text,
)
from game.terminal.spoken import bare, day_words, my_points, name_of, package_lines

READING = "To read, at no cost: text, issues, look and a number, status, brief, background, record. ? helps, q leaves."

HELP = (
    "You bargain over the wording of one text. Words that are not agreed are in brackets. Move the others to your"
    " words by packages: we move here, if you move there. When no bracket is left, everybody initials, and it is"
    " signed. Every move takes hours, and hours cost points. Each wording has its points for you; the sum is your"
    " result, if it is more than your walk-away.",
    "Type the number of a line of the menu, or its word: table, accept, decline, counter, move, ask, say, withdraw,"
    " sign, leave. A word may have more behind it: accept 2, move 4, ask 1 3, say Good morning.",
    READING,
    "You may also type a move as the record writes it, without your own name.",
)

_VERBS = {"tables", "floats", "accepts", "declines", "withdraws", "moves", "asks", "says", "initials", "leaves"}

_TABLE = ("table", "package")
_LOOK = ("look", "issue", "l")
_STATUS = ("", "status", "menu")

_CHOOSERS: dict[str, Chooser] = {
    "accept": choosing.accept,
    "decline": choosing.decline,
    "refuse": choosing.decline,
    "counter": choosing.counter_offer,
    "move": choosing.move_alone,
    "ask": choosing.ask_capital,
    "capital": choosing.ask_capital,
    "say": choosing.speak_up,
    "withdraw": choosing.withdraw,
    "sign": choosing.sign,
    "initial": choosing.sign,
    "leave": choosing.leave,
}

_READERS: dict[str, Callable[[Console, View], None]] = {
    "text": show_text,
    "t": show_text,
    "issues": show_issues,
    "i": show_issues,
    "record": show_record,
    "r": show_record,
    "brief": show_brief,
    "background": lambda console, view: show_background(console, view.scenario),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the menu."""

    command: str
    label: str
    move: Move
    """A move of its kind, for the hours that it takes."""


Submit = Callable[[Move], str | None]
"""Plays a move, or says why it cannot be made."""


def take_turn(console: Console, view: View, submit: Submit) -> None:
    """Say where the talks stand, and ask until a move is played. Raises `Gone` when the player leaves the program."""
    show_situation(console, view)
    items = menu(view)
    console.say("Your move:")
    console.number(_with_hours(view, item) for item in items)
    console.say(READING)
    refused: tuple[Shift, ...] = ()
    while True:
        move = _understand(console, view, items, console.ask("Your move:", HELP), refused)
        if move is None:
            continue
        reason = submit(move)
        if reason is None:
            return
        console.say(f"That cannot be done. {reason}")
        if isinstance(move, Propose):
            refused = move.shifts
            console.say("Your package is not lost: table takes it up again.")


def show_situation(console: Console, view: View) -> None:
    """Day, place, hours, points, cables and the packages on the table."""
    moment = view.moment
    console.say()
    console.say(
        f"{day_words(moment.session.day)}, {moment.when:%H:%M}, {moment.session.place}. {moment.session.title}."
        f" {hours_words(view.hours_left)} of talks are left of {hours_words(view.scenario.calendar.hours)}."
    )
    if view.own:
        sheet = view.own.instructions
        cost = f"; hours and charges have cost you {_spent(view)}" if _spent(view) else ""
        console.say(
            f"{len(view.brackets)} of {len(view.scenario.text.issues)} issues in brackets. The words are worth"
            f" {my_points(view)} points to you, as the brackets fall; your walk-away is"
            f" {bare(sheet.reservation_value)}{cost}."
        )
        for cable in view.own.cables:
            console.say(f"Your capital's answer is due at hour {hour_number(cable.due)}.")
    if not view.brackets:
        names = listed([name_of(view.scenario, who, view.who) for who in view.scenario.ids if who in view.initials])
        console.say(f"The text is clean. Initialled by: {names or 'nobody yet'}.")
    for package in view.packages:
        first, *lines = package_lines(view, package)
        console.say(first)
        for line in lines:
            console.say(line, indent=2, hang=2)
    if view.waiting and view.my_turn:
        _say_why_not(console, view)


def _say_why_not(console: Console, view: View) -> None:
    """Why no waiting package can be accepted, and how to hear what the capital would want first."""
    reason = (view.legal.why_not or {}).get("accept")
    if not reason:
        return
    console.say(f"You cannot accept {'it' if len(view.waiting) == 1 else 'them'} as things are. {reason}")
    askable = {move.issues[0] for move in view.legal.moves if isinstance(move, Consult)}
    for issue in dict.fromkeys(issue for package in view.waiting for issue in package.of(view.who)):
        steps = view.own.instructions.mandate.get(issue, ()) if view.own else ()
        option = next(package.of(view.who)[issue] for package in view.waiting if issue in package.of(view.who))
        if issue not in askable and any(option in step for step in steps) and beyond(view, issue, option):
            title = view.scenario.text[issue].title
            console.say(
                f"{opening_capital(view.scenario[view.who].capital)} cannot be asked about “{title}” now:"
                f" type ask {issue} to hear why."
            )


def _spent(view: View) -> int:
    return view.own.delay + sum(charge.points for charge in view.own.charges) if view.own else 0


def menu(view: View) -> list[Item]:
    """The sensible moves now, the most urgent first."""
    who, legal = view.who, view.legal
    items = []
    if legal.may(Sign):
        items.append(Item("sign", "initial the clean text", Sign(who)))
    if legal.may(Accept):
        items.append(Item("accept", f"take package {_numbers(view)}", Accept(who)))
    if view.waiting:
        items.append(Item("counter", "answer it with a package of your own", Propose(who)))
        items.append(Item("decline", "refuse it, and say over which word", Decline(who)))
    if legal.may(Propose) and view.brackets and not view.waiting:
        items.append(Item("table", "build a package: we move here, if you move there", Propose(who)))
    if legal.may(Amend) and view.brackets:
        items.append(Item("move", "change your own position and ask nothing for it", Amend(who)))
    if any(isinstance(move, Consult) and move.issues[0] in view.brackets for move in legal.moves):
        items.append(Item("ask", f"ask {view.scenario[who].capital} for a wider mandate", Consult(who)))
    if legal.may(Withdraw):
        items.append(Item("withdraw", "take your package back", Withdraw(who)))
    items.append(Item("say", "say something and let the others move", Say(who)))
    items.append(Item("leave", "end the talks without a text", Leave(who)))
    return items


def _numbers(view: View) -> str:
    return " or ".join(str(package.number) for package in view.waiting)


def _with_hours(view: View, item: Item) -> str:
    price = view.price(item.move)
    words = f"{hours_words(price)} or more" if isinstance(item.move, Propose) else hours_words(price)
    late = "; the clock would strike first" if price > view.hours_left else ""
    return f"{item.command}: {item.label} ({words}{late})."


def _understand(console: Console, view: View, items: list[Item], typed: str, refused: tuple[Shift, ...]) -> Move | None:
    """The move that was typed or is then asked for; or None when something was read, or nothing came of it."""
    word, _, rest = typed.partition(" ")
    word, rest = word.casefold(), rest.strip()
    if word not in {*_TABLE, *_CHOOSERS, *_READERS, *_LOOK, *_STATUS, *_VERBS}:
        place = matching(word, [Entry(item.label, (item.command,)) for item in items])
        if isinstance(place, str):
            console.say(f"{place.partition(' Type a number')[0]} Type ? for help.")
            return None
        word = items[place].command
    if word in _STATUS:
        show_situation(console, view)
        console.number(_with_hours(view, item) for item in items)
    elif word in _READERS:
        _READERS[word](console, view)
    elif word in _LOOK:
        look(console, view, rest)
    elif word in _VERBS:
        return _as_recorded(console, view, word, rest)
    elif word in _TABLE:
        return Builder(console, view, rest, refused).build()
    else:
        return _CHOOSERS[word](console, view, rest)
    return None


def _as_recorded(console: Console, view: View, word: str, rest: str) -> Move | None:
    """A move in the record's own words, without the seat in front."""
    if word == "says" and rest and not rest.startswith('"'):
        rest = json.dumps(rest, ensure_ascii=False)
    try:
        move = read_move(f"{view.who} {word} {rest}")
    except RecordError as fault:
        console.say(_sentence(str(fault).partition(": ")[2]))
        return None
    if isinstance(move, Leave):
        return choosing.leave(console, view, "")
    console.say(f"Understood: {write_move(move)}")
    return move


def _sentence(words: str) -> str:
    """A fault as a sentence."""
    return words[:1].upper() + words[1:] + "."
