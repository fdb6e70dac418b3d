"""The smaller moves, each asked for in a question or two. Every function gives a move, or None when one goes back."""

from __future__ import annotations

from collections.abc import Callable

from game.talks import (
    Accept,
    Amend,
    Consult,
    Decline,
    Leave,
    Move,
    Package,
    Say,
    Sign,
    View,
    Withdraw,
    warnings,
)
from game.terminal.building import beyond, counter, option_entries
from game.terminal.console import Console, Entry, NoMatch, matching
from game.terminal.looking import issue_entries
from game.terminal.menu import acceptable
from game.terminal.spoken import name_of, sum_words
from game.text import IssueId
from game.words.refusals import refusal

Chooser = Callable[[Console, View, str], Move | None]
"""Asks for a move; what was typed after its word is handed on."""


def accept(console: Console, view: View, rest: str) -> Move | None:
    """Take a package that waits for me."""
    package = _waiting(console, view, rest, "accept")
    return Accept(view.who, package.number) if package else None


def counter_offer(console: Console, view: View, rest: str) -> Move | None:
    """Answer a package with another."""
    package = _waiting(console, view, rest, "counter")
    return counter(console, view, package) if package else None


def decline(console: Console, view: View, rest: str) -> Move | None:
    """Refuse a package, say over which word, and whether for ever."""
    package = _waiting(console, view, rest, "decline")
    if package is None:
        return None
    text = view.scenario.text
    entries = [Entry("No word in particular.", ("none", "no word"))]
    entries += [Entry(f"{text[issue].title}.", (issue, text[issue].title)) for issue in package.issues]
    console.tell("Which word do you refuse?")
    place = console.pick("Word:", entries)
    if place is None:
        return None
    word = package.issues[place - 1] if place else None
    never = False
    if word and not package.off_record:
        never = console.confirm("Is it refused for ever? The others will remember it.")
    return Decline(view.who, package.number, word, never)


def _waiting(console: Console, view: View, rest: str, verb: str) -> Package | None:
    """The package that is meant: the one that waits, or the one whose number was typed or is chosen."""
    waiting = view.waiting
    if not waiting:
        console.tell(_why_not(view, Accept if verb == "accept" else Decline) or f"There is no package to {verb}.")
        return None
    if rest:
        by_number = {str(package.number): package for package in waiting}
        if rest not in by_number:
            console.tell(f"Package {rest[:20]} does not wait for your answer; {' and '.join(by_number)} does.")
        return by_number.get(rest)
    if verb == "accept":
        waiting = acceptable(view) or waiting
    if len(waiting) == 1:
        return waiting[0]
    entries = [Entry(f"Package {p.number}, from {name_of(view.scenario, p.by)}.", ()) for p in waiting]
    place = console.pick(f"Which one do you {verb}?", entries)
    return None if place is None else waiting[place]


def move_alone(console: Console, view: View, rest: str) -> Move | None:
    """Change my own position in an issue and ask nothing for it."""
    issues = tuple(dict.fromkeys(move.issue for move in view.legal.moves if isinstance(move, Amend)))
    if not issues:
        console.tell(_why_not(view, Amend) or "You have nowhere to move.")
        return None
    issue = _issue(console, view, rest, issues, "In which issue do you move?")
    if issue is None:
        return None
    console.tell("You move, and ask nothing for it. Where to?")
    whole = view.scenario.text[issue]
    place = console.pick("Wording:", option_entries(view, whole))
    if place is None:
        return None
    option = whole.options[place].id
    if reason := beyond(view, issue, option):
        console.tell(reason)
        return None
    move = Amend(view.who, issue, option)
    for mind in warnings(view, move):
        console.tell(f"Mind: {mind}")
    return move


def _issue(console: Console, view: View, typed: str, issues: tuple[IssueId, ...], question: str) -> IssueId | None:
    entries = issue_entries(view, issues)
    if typed:
        known = matching(typed, issue_entries(view))
        if isinstance(known, int):
            return view.scenario.text.issues[known].id
        console.tell(known.again)
    place = console.pick(question, entries)
    return None if place is None else issues[place]


def ask_capital(console: Console, view: View, rest: str) -> Move | None:
    """Cable the capital about one issue or several."""
    known = tuple(move.issues[0] for move in view.legal.moves if isinstance(move, Consult))
    issues = tuple(issue for issue in known if issue in view.brackets) or known
    capital = view.scenario[view.who].capital
    if rest:
        typed = rest
    elif not issues:
        console.tell(f"There is nothing to ask {capital} now. Type ask and the number of an issue to hear why.")
        return None
    else:
        console.tell(
            f"About which issues do you ask {capital}? At most {view.legal.longest_cable}, their numbers in a row."
        )
        console.number(entry.label for entry in issue_entries(view, issues))
        typed = console.ask("Issues:")
    chosen: list[IssueId] = []
    among = issue_entries(view) if rest else issue_entries(view, issues)
    ids = tuple(issue.id for issue in view.scenario.text.issues) if rest else issues
    for word in typed.replace(",", " ").split():
        place = matching(word, among)
        if isinstance(place, NoMatch):
            console.tell(place.again)
            return None
        chosen.append(ids[place])
    return Consult(view.who, tuple(dict.fromkeys(chosen))) if chosen else None


def speak_up(console: Console, view: View, rest: str) -> Move | None:
    """Say something, and pass the floor."""
    words = rest or console.ask("What do you say? (Enter goes back)")
    return Say(view.who, remark=words) if words else None


def withdraw(console: Console, view: View, rest: str) -> Move | None:
    """Take back a package of mine."""
    mine = [package for package in view.packages if package.by == view.who]
    numbers = {str(package.number): package for package in mine}
    if rest in numbers or len(mine) == 1:
        return Withdraw(view.who, (numbers.get(rest) or mine[0]).number)
    if not mine:
        console.tell("You have no package on the table.")
        return None
    place = console.pick("Which one?", [Entry(f"Package {package.number}.", ()) for package in mine])
    return None if place is None else Withdraw(view.who, mine[place].number)


def sign(console: Console, view: View, rest: str) -> Move | None:  # noqa: ARG001 one shape for all choosers
    """Put my initials under the clean text."""
    if reason := _why_not(view, Sign):
        console.tell(reason)
        return None
    return Sign(view.who)


def leave(console: Console, view: View, rest: str) -> Move | None:  # noqa: ARG001 one shape for all choosers
    """End the talks, after a question."""
    console.tell(f"To leave ends the talks without a text, and gives you {sum_words(view.ending(None))}.")
    return Leave(view.who) if console.confirm("Do you leave the talks?") else None


def _why_not(view: View, kind: type[Move]) -> str:
    """Why a kind of move is refused now; empty if it is open."""
    refused = view.legal.why_not.get(kind)
    return refusal(view.scenario, refused) if refused else ""
