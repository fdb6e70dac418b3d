"""The glossary in lines: the list of its words, and what is meant by one of them."""

from __future__ import annotations

from game.scenario import Scenario
from game.terminal.console import Console
from game.words import say
from game.words.glossary import LEAD, Term, found, glossary, lent

_MOST = 3
"""Entries told at once; of more only the words."""


def show_glossary(console: Console, scenario: Scenario, typed: str = "") -> None:
    """What is meant by what was typed; the list of words, if that was nothing or stands nowhere."""
    terms = glossary(scenario)
    meant = found(terms, typed) if typed.strip() else ()
    first = meant[:1] if meant and meant[0].term.casefold() == typed.strip().casefold() else meant
    if len(first) > _MOST:
        _list(console, first)
    elif first:
        for term in first:
            _tell(console, term)
    else:
        if typed.strip():
            console.tell(say("The glossary has nothing on {typed:quoted}.", typed=typed.strip()[:60]))
        else:
            console.tell(say(LEAD))
        _list(console, terms)


def tell_glossary(console: Console, typed: str) -> None:
    """The same outside of talks, with the examples of the first ones: every entry, if nothing was typed."""
    scenario = lent()
    if typed.strip():
        show_glossary(console, scenario, typed)
        return
    console.tell(say(LEAD))
    for term in glossary(scenario):
        _tell(console, term)


def _tell(console: Console, term: Term) -> None:
    console.tell(say("{term:head}: {meaning}", term=term.term, meaning=term.meaning), hang=2)
    console.tell(term.example, indent=2)


def _list(console: Console, terms: tuple[Term, ...]) -> None:
    console.tell(say("Type glossary and one of these: {terms:or}.", terms=[term.term for term in terms]))
