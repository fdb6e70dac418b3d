"""One turn of a person's: where the talks stand, a short menu with the hours of each move, and the answer."""

from __future__ import annotations

import json
from collections.abc import Callable

from game.talks import Leave, Move, Propose, RecordError, Say, Shift, View, read_move, write_move
from game.terminal import around, choosing
from game.terminal.advising import ADVISE, Ear, advise, heeded
from game.terminal.building import Builder
from game.terminal.choosing import Chooser
from game.terminal.console import Console, Entry, NoMatch, matching
from game.terminal.corridor import show_corridor
from game.terminal.looking import look, show_background, show_brief, show_issues, show_record, show_text
from game.terminal.menu import also, also_words, menu, with_hours
from game.terminal.situation import show_situation, show_why
from game.words import say
from game.words.refusals import refusal

READING = (
    "To read, at no cost: text, issues, look and a number, status, corridor, why, brief, background, record. ? helps, q"
    " leaves."
)

HELP = (
    "You bargain over the wording of one text. Words that are not agreed are in brackets. Move the others to your"
    " words by packages: we move here, if you move there. When no bracket is left, everybody initials, and it is"
    " signed. Every move takes hours, and hours cost points. Each wording has its points for you; the sum is your"
    " result, if it is more than your walk-away.",
    "You are not alone with the others. Allies have to consent to the clean text before you initial it: circulate puts"
    " it to them, sound asks one of them beforehand. Parliaments vote on it afterwards. Newspapers and neighbours cost"
    " points while they are against what you stand for. corridor shows them all, and what would please them.",
    "hold holds up another text over a minor word, once, and lets the hours press; the others give, swap or sit."
    " announce tells the press what you stand for, which is dear to take back. When the text is frozen, read makes a"
    " closing statement. When it is signed, years pass, and each test of the aftermath reads your words again.",
    "Type the number of a line of the menu, or a word: table, accept, decline, counter, move, ask, say, withdraw, hold,"
    " give, swap, sit, announce, sound, circulate, read, sign, leave. A word may have more behind it: accept 2, move 4,"
    " ask 1 3, announce 2, say Good morning.",
    "why tells of every number of yours that has changed, and the reason for it. advise tells what your adviser would"
    " do and why, and may do it for you; advise off silences it.",
    READING,
    "You may also type a move as the record writes it, without your own name.",
)

ADVISER = "You have an adviser: advise hears it, advise off silences it."

_VERBS = {
    *("tables", "floats", "accepts", "declines", "withdraws", "moves", "asks", "says", "initials", "leaves"),
    *("holds", "gives", "swaps", "sits", "announces", "sounds", "circulates", "reads"),
}

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
    "hold": around.hold,
    "give": around.give,
    "swap": around.swap,
    "sit": around.sit,
    "announce": around.announce,
    "sound": around.sound,
    "circulate": around.circulate,
    "read": around.read,
}
_WHEN_HELD = {"give", "swap", "sit", "leave"}
_WHEN_FROZEN = {"read"}
"""The words that mean something while a text is held up, and once the text is frozen."""

_READERS: dict[str, Callable[[Console, View], None]] = {
    "text": show_text,
    "t": show_text,
    "issues": show_issues,
    "i": show_issues,
    "record": show_record,
    "r": show_record,
    "brief": show_brief,
    "corridor": show_corridor,
    "audiences": show_corridor,
    "why": show_why,
    "background": lambda console, view: show_background(console, view.scenario),
}


Submit = Callable[[Move], str | None]
"""Plays a move, or says why it cannot be made."""


def take_turn(console: Console, view: View, submit: Submit, ear: Ear | None = None) -> None:
    """Say where the talks stand, and ask until a move is played. Raises `Gone` when the player leaves the program."""
    ear = ear or Ear()
    show_situation(console, view)
    _show_menu(console, view)
    console.tell(READING)
    if ear.introduces():
        console.tell(ADVISER)
    refused: tuple[Shift, ...] = ()
    while True:
        typed = console.ask("Your move:", HELP)
        word, _, rest = typed.partition(" ")
        if word.casefold() in ADVISE:
            move = advise(console, view, ear, rest.strip())
        else:
            move = _understand(console, view, typed, refused)
        if move is None or not heeded(console, view, ear, move):
            continue
        reason = submit(move)
        if reason is None:
            return
        console.tell(f"That cannot be done. {reason}")
        if isinstance(move, Propose):
            refused = move.shifts
            console.tell("Your package is not lost: table takes it up again.")


def _show_menu(console: Console, view: View) -> None:
    console.tell("Your move:")
    console.number(with_hours(view, item) for item in menu(view))
    if words := also_words(view, also(view)):
        console.tell(words)


def _understand(console: Console, view: View, typed: str, refused: tuple[Shift, ...]) -> Move | None:
    """The move that was typed or is then asked for; or None when something was read, or nothing came of it."""
    word, _, rest = typed.partition(" ")
    word, rest = word.casefold(), rest.strip()
    if word not in {*_TABLE, *_CHOOSERS, *_READERS, *_LOOK, *_STATUS, *_VERBS}:
        items = menu(view) if word.isdigit() else [*menu(view), *also(view)]
        place = matching(word, [Entry(item.label, (item.command,)) for item in items])
        if isinstance(place, NoMatch):
            console.tell(say("{it} Type ? for help.", it=place.words))
            return None
        word, rest = items[place].command, rest or items[place].rest
    if word in _STATUS:
        show_situation(console, view, full=True)
        _show_menu(console, view)
    elif word in _READERS:
        _READERS[word](console, view)
    elif word in _LOOK:
        look(console, view, rest)
    elif word in _VERBS:
        return _as_recorded(console, view, word, rest)
    elif reason := _out_of_turn(view, word):
        console.tell(reason)
    elif word in _TABLE:
        return Builder(console, view, rest, refused).build()
    else:
        return _CHOOSERS[word](console, view, rest)
    return None


def _out_of_turn(view: View, word: str) -> str | None:
    """Why this is no time for a move of this kind: something is held up, or the text is frozen."""
    open_now = _WHEN_FROZEN if view.closing else _WHEN_HELD if view.held else {word}
    refused = None if word in open_now else view.legal.why_not.get(Say)
    return refusal(view.scenario, refused) if refused else None


def _as_recorded(console: Console, view: View, word: str, rest: str) -> Move | None:
    """A move in the record's own words, without the seat in front."""
    if word == "says" and rest and not rest.startswith('"'):
        rest = json.dumps(rest, ensure_ascii=False)
    try:
        move = read_move(f"{view.who} {word} {rest}")
    except RecordError as fault:
        console.tell(_sentence(str(fault).partition(": ")[2]))
        return None
    if isinstance(move, Leave):
        return choosing.leave(console, view, "")
    console.tell(f"Understood: {write_move(move)}")
    return move


def _sentence(words: str) -> str:
    """A fault as a sentence."""
    return words[:1].upper() + words[1:] + "."
