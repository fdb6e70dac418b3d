"""The words of the game and those of treaty English: what each means, and where it stood in earnest.

Every face tells the same entries. An example is a phrase that somebody wrote or said, with its source, or a sentence on
what happened; a word of the game has one from the talks that are played, if they have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.scenario import Scenario, open_scenario, shipped
from game.words.coaching import FIRST_TALKS
from game.words.glossary_game import GAME
from game.words.glossary_treaty import TREATY
from game.words.glossary_types import Entry, Quote
from game.words.language import phrase, quoted, say

TITLE = phrase("Glossary")
LEAD = phrase(
    "The words of this game, and the words of treaties. A phrase with a source behind it was written or said in"
    " earnest."
)


@dataclass(frozen=True, slots=True)
class Term:
    """An entry as it is told in the language that is spoken."""

    id: str
    term: str
    meaning: str
    example: str


def glossary(scenario: Scenario) -> tuple[Term, ...]:
    """Every entry with its example, in the order of the alphabet."""
    told = [_told(entry, scenario) for entry in (*GAME, *TREATY)]
    return tuple(sorted(told, key=lambda term: term.term.casefold()))


def lent() -> Scenario:
    """The talks that lend their examples where none are played, as everybody may see them."""
    names = shipped()
    return open_scenario(FIRST_TALKS if FIRST_TALKS in names else names[0]).sealed_for(None)


def found(terms: Sequence[Term], typed: str) -> tuple[Term, ...]:
    """The entries that are meant by what was typed: those that begin so, then those that have it within, then those
    that speak of it."""
    wanted = " ".join(typed.casefold().split())
    ranks: Iterable[Callable[[Term], bool]] = (
        lambda term: term.term.casefold().startswith(wanted),
        lambda term: wanted in term.term.casefold(),
        lambda term: wanted in term.meaning.casefold(),
    )
    return tuple(dict.fromkeys(term for meant in ranks for term in terms if meant(term)))


def of_term(terms: Sequence[Term], id: str) -> Term:
    """The entry of this id."""
    return next(term for term in terms if term.id == id)


def _told(entry: Entry, scenario: Scenario) -> Term:
    shown = entry.shown(scenario) if entry.shown is not None else ""
    return Term(entry.id, say(entry.term), say(entry.meaning), shown or _quoted(entry.quote))


def _quoted(quote: Quote | None) -> str:
    """The words on record, what is to be said of them, and their source."""
    if quote is None:
        return ""
    told = say(quote.told) if quote.told else ""
    what = say("{words:quoted}. {told}", words=quote.words, told=told) if quote.words and told else told
    return say("{what} ({source})", what=what or quoted(quote.words), source=quote.source)
