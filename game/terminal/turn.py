"""One turn of a person's: where the talks stand, a short menu with the hours of each move, and the answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from game.seat import Seated, Tray
from game.table import StoreError
from game.talks import Leave, Move, Propose, RecordError, Refused, read_move, write_move
from game.talks.moves import PackageNumber
from game.terminal import choosing
from game.terminal.advising import ADVISE, Ear, advise, heeded, second_thoughts
from game.terminal.chairing import Chair
from game.terminal.commands import RECORDED, TYPED, Command
from game.terminal.console import Console, Entry, NoMatch, matching
from game.terminal.corridor import show_corridor
from game.terminal.glossary import show_glossary
from game.terminal.handover import ask_for
from game.terminal.menu import also, also_words, menu, menu_lines
from game.terminal.outside import show_sheet
from game.terminal.read_commands import (
    look,
    show_background,
    show_brief,
    show_issues,
    show_known,
    show_record,
    show_text,
)
from game.terminal.situation import show_packages, show_situation, show_why
from game.text import DelegationId
from game.words import SENTENCES, phrase, say, strung
from game.words.records import misread
from game.words.refusals import refusal, why_not
from game.words.storage import not_kept

READING = phrase(
    "To read, at no cost: text, issues, look and a number, packages, status, corridor, why, brief, background, record,"
    " known, glossary and a word, menu. ? helps, q leaves."
)

HELP = (
    phrase(
        "You bargain over the wording of one text. Words that are not agreed are in brackets. Move the others to your"
        " words by packages: we move here, if you move there. When no bracket is left, everybody initials, and it is"
        " signed. Every move takes hours, and hours cost points. Each wording has its points for you; the sum is your"
        " result, if it is more than your walk-away."
    ),
    phrase(
        "You are not alone with the others. Allies have to consent to the clean text before you initial it: circulate"
        " puts it to them, sound asks one of them beforehand. Parliaments vote on it afterwards. Newspapers and"
        " neighbours cost points while they are against what you stand for. corridor shows them all, and what would"
        " please them."
    ),
    phrase(
        "hold holds up another text over a minor word, once, and lets the hours weigh; the others give, swap or sit."
        " announce tells the newspapers what you stand for, which is dear to take back. When the text is frozen, read"
        " makes a closing statement. When it is signed, years pass, and each test of the aftermath reads your words"
        " again."
    ),
    phrase(
        "Type the number of a line of the menu, or a word: table, float, accept, decline, counter, move, ask, say,"
        " withdraw, hold, give, swap, sit, announce, sound, circulate, read, sign, leave. A word may have more behind"
        " it: accept 2, move 4, ask 1 3, announce 2, say Good morning."
    ),
    phrase(
        "why tells of every number of yours that has changed, and the reason for it. advise lays two or three"
        " courses side by side and puts a package into your tray; advise off silences it."
    ),
    READING,
    phrase(
        "Whoever plays alone takes the last move back with back, and all that was answered to it. The record keeps it,"
        " struck, and so does what is told at the end."
    ),
    phrase("hide clears the screen until you are back, for when somebody else comes by."),
    phrase(
        "Whoever speaks for an audience types silent, break and a clause, answer yes, uneasy or no, vote yes or no, or"
        " headline and the words; done lets the talks go on. At one keyboard hand and a seat lets it have its say."
    ),
    phrase("You may also type a move as the record writes it, without your own name."),
)

_LOOK = ("look", "issue", "l")
_GLOSSARY = ("glossary", "gl")
_AFRESH = ("",)
_MENU = ("menu", "m")
_HIDE = ("hide",)
_DONE, _HAND = ("done",), ("hand",)
_BACK = ("back", "undo")
_READERS: dict[str, Callable[[Console, Seated], None]] = {
    "text": show_text,
    "t": show_text,
    "issues": show_issues,
    "i": show_issues,
    "packages": show_packages,
    "p": show_packages,
    "status": lambda console, here: show_situation(console, here, full=True),
    "record": show_record,
    "r": show_record,
    "brief": lambda console, here: (show_sheet if here.desk.judging else show_brief)(console, here),
    "corridor": show_corridor,
    "audiences": show_corridor,
    "why": show_why,
    "background": lambda console, here: show_background(console, here.scenario),
    "known": lambda console, here: show_known(console, here.scenario),
}
"""What reads, by what is typed."""

AGAIN = ("again",)
"""What is typed to try a move again that could not be saved."""

Submit = Callable[[Move], Refused | None]
"""Plays a move, or gives the reason why it cannot be made. Raises `StoreError` where it cannot be kept."""


@dataclass(slots=True)
class Known:
    """What one person at this terminal has been told, and need not hear at every turn."""

    packages: frozenset[PackageNumber] = frozenset()
    """Those on the table that were told whole."""
    reading: bool = False
    """The words that read."""
    left: bool = False
    """Whether the turn was ended without a move of this seat's."""
    handed: DelegationId | None = None
    """To whom the keyboard was handed, who is not waited for."""
    outside: Mapping[DelegationId, str] = field(default_factory=dict)
    """To whom it could be, with their names."""
    back: Callable[[], bool] | None = None
    """Takes the last move of this seat back, and says whether there was any; None where others play too."""
    kept: Seated | None = None
    """The seat as it was left, with a package that was prepared and could not be tabled."""


def take_turn(
    console: Console,
    here: Seated,
    submit: Submit,
    ear: Ear | None = None,
    known: Known | None = None,
    chair: Chair | None = None,
) -> None:
    """Say where the talks stand, and ask until a move is played, be it the chair's. Raises `Gone` when the player
    leaves the program."""
    ear, known = ear or Ear(), known or Known()
    show_situation(console, here, known=known.packages)
    _show_menu(console, here)
    if not known.reading:
        console.tell(say(READING))
    known.packages, known.reading = frozenset(row.number for row in here.desk.packages), True
    if ear.introduces():
        console.tell(say("You have an adviser: advise hears it, advise off silences it."))
    console.asides = dict.fromkeys(ADVISE, partial(second_thoughts, console, ear)) if ear.there else {}
    unsaved: Move | None = None
    while True:
        typed = console.ask(say("Your move:"), HELP)
        word, _, rest = typed.partition(" ")
        if _aside(console, here, known, typed, chair):
            if known.left:
                return
            continue
        if unsaved and word.casefold() in AGAIN:
            move: Move | None = unsaved
        elif word.casefold() in ADVISE:
            move = advise(console, here, ear, rest.strip())
        else:
            move = _understand(console, here, typed)
        if move is None or (move is not unsaved and not heeded(console, here, ear, move)):
            continue
        try:
            refused = submit(move)
        except StoreError as fault:
            unsaved = move
            told = say("Your move is not made, and not lost: {again} tries it again.", again=AGAIN[0])
            console.tell(strung([not_kept(fault), told], SENTENCES))
            continue
        if refused is None:
            known.kept = here if here.tray.shifts and not isinstance(move, Propose) else None
            return
        console.tell(say("That cannot be done. {why}", why=refusal(here.scenario, refused)))
        if isinstance(move, Propose):
            here = here.with_tray(Tray(move.shifts))
            console.tell(say("Your package is not lost: table takes it up again."))


def _aside(console: Console, here: Seated, known: Known, typed: str, chair: Chair | None) -> bool:
    """Whether what was typed is about the keyboard or the chair, and no move of this seat's; it is done then."""
    word, _, rest = typed.partition(" ")
    known.left = False
    if chair and chair.hears(typed):
        known.left = chair.does(typed)
    elif word.casefold() in _HIDE:
        known.left = not ask_for(console, here.scenario, here.desk.who, chair)
        if not known.left:
            show_situation(console, here, full=True)
            _show_menu(console, here)
    elif word.casefold() in _DONE:
        known.left = _done(console, here)
    elif word.casefold() in _HAND:
        known.left = _hand(console, known, rest)
    elif word.casefold() in _BACK:
        known.left = _back(console, known)
    else:
        return False
    return True


def _show_menu(console: Console, here: Seated) -> None:
    console.tell(say("Your move:"))
    console.number(menu_lines(here))
    if words := also_words(here):
        console.tell(words)
    if here.desk.judging and not here.desk.my_turn:
        console.tell(say("Nobody waits for you now: done lets the talks go on."))


def _done(console: Console, here: Seated) -> bool:
    """Whether the talks can go on without a move of this seat's; why not is told."""
    if here.desk.judging is None or here.desk.my_turn:
        console.tell(say("The talks wait for your move."))
    return here.desk.judging is not None and not here.desk.my_turn


def _back(console: Console, known: Known) -> bool:
    """Whether this seat's last move is taken back; why not is told."""
    if known.back is None:
        console.tell(say("Others play here too: what one has done stands."))
        return False
    try:
        taken = known.back()
    except StoreError as fault:
        console.tell(not_kept(fault))
        return False
    if not taken:
        console.tell(say("You have made no move yet that could be taken back."))
    return taken


def _hand(console: Console, known: Known, typed: str) -> bool:
    """Whether the keyboard is handed to somebody for whom the talks do not wait; why not is told."""
    entries = [Entry(name, (who, name)) for who, name in known.outside.items()]
    place = matching(typed.strip(), entries) if entries and typed.strip() else None
    if isinstance(place, int):
        known.handed = tuple(known.outside)[place]
    elif entries:
        console.tell(say("Type hand and one of {names:or}.", names=list(known.outside)))
    else:
        console.tell(say("Nobody plays here to whom you could hand the keyboard: it goes on by itself."))
    return isinstance(place, int)


def _understand(console: Console, here: Seated, typed: str) -> Move | None:
    """The move that was typed or is then asked for; or None when something was read, or nothing came of it."""
    word, _, rest = typed.partition(" ")
    word, rest = word.casefold(), rest.strip()
    if word not in {*TYPED, *_READERS, *_LOOK, *_GLOSSARY, *_AFRESH, *_MENU, *RECORDED}:
        items = menu(here) if word.isdigit() else [*menu(here), *also(here)]
        place = matching(word, [Entry(item.label, (item.command,)) for item in items])
        if isinstance(place, NoMatch):
            console.tell(say("{it} Type ? for help.", it=place.words))
            return None
        word, rest = items[place].command, rest or items[place].rest
    if word in _AFRESH:
        show_situation(console, here, full=True)
    if word in (*_AFRESH, *_MENU):
        _show_menu(console, here)
    elif word in _READERS:
        _READERS[word](console, here)
    elif word in _LOOK:
        look(console, here, rest)
    elif word in _GLOSSARY:
        show_glossary(console, here.scenario, rest)
    elif word in RECORDED:
        return _as_recorded(console, here, word, rest)
    elif TYPED[word].outside != (here.desk.judging is not None):
        outside = say("You are not at the table: {words:or} is for delegations.", words=[word])
        console.tell(say("That is for whoever speaks for an audience.") if TYPED[word].outside else outside)
    elif reason := _out_of_turn(here, TYPED[word]):
        console.tell(reason)
    else:
        return TYPED[word].choose(console, here, rest)
    return None


def _out_of_turn(here: Seated, command: Command) -> str | None:
    """Why this is no time for a move of this kind: something is held up, or the text is frozen."""
    desk, speak = here.desk, here.desk.choice("say")
    fits = command.frozen if desk.closing else command.held if desk.held else True
    return None if fits or not (speak and speak.why_not) else why_not(here.scenario, speak.why_not)


def _as_recorded(console: Console, here: Seated, word: str, rest: str) -> Move | None:
    """A move in the record's own words, without the seat in front."""
    if word == "says" and rest and not rest.startswith('"'):
        rest = json.dumps(rest, ensure_ascii=False)
    try:
        move = read_move(f"{here.desk.who} {word} {rest}")
    except RecordError as fault:
        console.tell(say("{fault:head|stop}", fault=misread(fault)))
        return None
    if isinstance(move, Leave):
        return choosing.leave(console, here, "")
    console.tell(say("Understood: {move}", move=write_move(move)))
    return move
