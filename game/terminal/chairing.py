"""The chair's moves, typed behind the word chair by whoever leads the talks from the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.seat import presiding
from game.table import StoreError, Table
from game.talks import CHAIR, Close, Move, RecordError, Refused, Wire, read_move
from game.terminal.console import Console, Entry, matching
from game.text import DelegationId
from game.words import phrase, say
from game.words.names import seat
from game.words.records import misread
from game.words.refusals import refusal
from game.words.storage import not_kept

CHAIR_WORD = "chair"
OPTION = "--chair"
"""What opens these moves at the command line."""

HELP = (
    phrase(
        "The chair lets hours run: chair pass 2; moves the deadline: chair extend 1; lets an event happen: chair"
        " release, and which is asked; sends a cable in its own words to one seat or to all: chair cable RUS and the"
        " words, chair cable all and the words."
    ),
    phrase(
        "chair revoke takes the last move back, chair revoke 3 all after the third: the record keeps them, struck."
        " chair close ends the talks as the deadline does. chair admit and chair excuse, with an audience, say for whom"
        " somebody at this keyboard speaks."
    ),
    phrase(
        "chair paper 2 status=role form=summary puts down what the table has agreed on paper, after two hours more, and"
        " ends the talks: with every place it is signed."
    ),
)
_VERBS: Mapping[str, str] = {
    "pass": "passes", "extend": "extends", "release": "releases", "cable": "wires", "revoke": "revokes",
    "close": "closes", "paper": "transcribes", "admit": "admits", "excuse": "excuses",
}  # fmt: skip
"""What is typed, and how a record writes it."""


class Chair:
    """Whoever may lead the talks from this keyboard; nobody, where that was not asked for."""

    def __init__(self, console: Console, table: Table, submit: Callable[[Move], Refused | None] | None) -> None:
        """`submit` makes a move of the chair's; None where nobody leads."""
        self.console = console
        self.table = table
        self._submit = submit

    @staticmethod
    def hears(typed: str) -> bool:
        """Whether what was typed is for the chair."""
        return typed.partition(" ")[0].casefold() == CHAIR_WORD

    def does(self, typed: str) -> bool:
        """Do what was typed behind the word chair; whether anything was done."""
        if self._submit is None:
            line = phrase("Nobody leads these talks from here: the chair's moves are open with {option}.")
            self.console.tell(say(line, option=OPTION))
            return False
        _, _, words = typed.partition(" ")
        verb, _, rest = words.strip().partition(" ")
        move = self._move(verb.casefold(), rest.strip())
        if move is None:
            return False
        try:
            refused = self._submit(move)
        except StoreError as fault:
            self.console.tell(not_kept(fault))
            return False
        if refused:
            why = refusal(self.table.scenario, refused)
            self.console.tell(say("That cannot be done. {why}", why=why))
        return refused is None

    def _move(self, verb: str, rest: str) -> Move | None:
        """The move that was meant, with what is still to be asked; None where it is none, or not to be made."""
        if verb not in _VERBS:
            for paragraph in HELP:
                self.console.tell(say(paragraph))
            return None
        match verb:
            case "release" if not rest:
                rest = self._event()
            case "revoke":
                return self._revoke(rest)
            case "cable":
                return self._cable(rest)
            case "close":
                return Close(CHAIR) if self.console.confirm(say("Do you close the talks?")) else None
            case "admit" | "excuse":
                rest = self._audience(rest)
            case "pass" | "extend":
                rest = rest.removesuffix("h").strip()
        return self._read(f"{_VERBS[verb]} {rest}") if rest else None

    def _read(self, words: str) -> Move | None:
        try:
            return read_move(f"{CHAIR} {words}")
        except RecordError as fault:
            self.console.tell(say("{fault:head|stop}", fault=misread(fault)))
            return None

    def _event(self) -> str:
        """Which of the events that have still to come is to happen now."""
        to_come = presiding(self.table.view(CHAIR)).to_come
        if not to_come:
            self.console.tell(say("No event is left that could happen."))
            return ""
        entries = [
            Entry(say("{title} ({id}).", title=each.title, id=each.id), (each.id, each.title)) for each in to_come
        ]
        place = self.console.pick(say("Which event?"), entries)
        return "" if place is None else to_come[place].id

    def _revoke(self, rest: str) -> Move | None:
        """Back by one move, or to the number that was typed."""
        if rest:
            return self._read(f"{_VERBS['revoke']} {rest}")
        moves, last = self.table.record().moves, presiding(self.table.view(CHAIR)).revoke
        if last is None:
            self.console.tell(say("There is no move yet that could be taken back."))
            return None
        line = phrase("Move {n} is taken back, which was made by {who}. Is that right?")
        by = seat(self.table.scenario, moves[last.version].by)
        return last if self.console.confirm(say(line, n=last.version + 1, who=by)) else None

    def _cable(self, rest: str) -> Move | None:
        """A cable to a seat or to all."""
        to, _, words = rest.partition(" ")
        if to.casefold() == "all":
            whom: DelegationId | None = None
        else:
            found = next((who for who in self.table.scenario.seats if who.casefold() == to.casefold()), None)
            if found is None:
                seats = [*self.table.scenario.seats, "all"]
                self.console.tell(say("To whom? Type chair cable, then {seats:or}, and the words.", seats=seats))
                return None
            whom = found
        told = words.strip() or self.console.ask(say("What does the cable say? (Enter goes back)"))
        return replace(Wire(CHAIR, whom), remark=told) if told else None

    def _audience(self, typed: str) -> str:
        """The id of the audience that was typed, or is then chosen."""
        audiences = self.table.scenario.audiences
        entries = [Entry(say("{name:head}.", name=each.name), (each.id, each.short, each.name)) for each in audiences]
        place = matching(typed, entries) if typed else self.console.pick(say("Which audience?"), entries)
        if isinstance(place, int):
            return str(audiences[place].id)
        if place is not None:
            self.console.tell(place.again)
        return ""
