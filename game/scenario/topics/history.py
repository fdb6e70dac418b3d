"""The text that was really signed, and the sources of the scenario."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from game.scenario.mistakes import did_you_mean, printable
from game.scenario.names import Names, may_be
from game.scenario.proof import Path
from game.scenario.register import CITED
from game.scenario.shapes import AsWritten, Cited, Day, Id, IssueName, Line, Note, OptionName, Words

_OUR_DRAFTING = "OWN"
"""The source of what we have written ourselves."""


@dataclass(frozen=True, slots=True)
class DayCard(AsWritten):
    """Something that was said or seen on the day of the historical text. It is FACT, and cites its source."""

    title: Line
    cite: Annotated[Cited, Field(min_length=1, description="Ids from `sources`, and never our own drafting.")]
    says: Annotated[
        Words, Field(max_length=240, description="A few words in a person's own voice, without quotation marks.")
    ] = ""
    by: Annotated[Words, Field(max_length=120, description="Who said it, with the office of that day.")] = ""
    story: Annotated[Words, Field(max_length=500, description="What was seen, told by us.")] = ""


@dataclass(frozen=True, slots=True)
class History(AsWritten):
    """The text that was really signed."""

    title: Line
    day: Day
    outcome: Annotated[Mapping[IssueName, OptionName], Field(description="The wording of each issue in that text.")]
    cite: Cited = ()
    departures: Annotated[
        Mapping[Id, Line],
        Field(max_length=40, description="For clauses that were not so in that text: what was so, and what is ours."),
    ] = field(default_factory=dict)
    note: Note = ""
    cards: Annotated[
        tuple[DayCard, ...], Field(max_length=16, description="What was said and seen on that day, in the order shown.")
    ] = ()


@dataclass(frozen=True, slots=True)
class Reference(AsWritten):
    """An entry of the list of sources at the end of a scenario."""

    title: Line
    where: Annotated[Words, Field(max_length=300, description="An address or a shelf mark, if there is one.")] = ""


def check_history(history: History | None, clauses: Collection[str], names: Names, *, invented: bool) -> None:
    """Mark what was signed and could not have been, and what is cited and not there: only in talks that are `invented`
    may nothing be cited."""
    if history is None:
        return
    names.outcome(("history", "outcome"), history.outcome, whole=True)
    names.cited(("history", "cite"), history.cite)
    if not history.cite and not invented:
        names.proof.mark(("history", "title"), "what was signed in history needs its sources in 'cite'")
    for clause in history.departures:
        if clause not in clauses and not may_be(clause, clauses):
            meant = did_you_mean(clause, clauses)
            names.proof.mark_key(("history", "departures", clause), f"no clause '{printable(clause)}'{meant}")
    for n, card in enumerate(history.cards):
        _check_card(("history", "cards", n), card, names)


def check_sources(register: Collection[str], own: Iterable[str], names: Names) -> None:
    """Mark sources of a file that have the id of one of the register, and a register that is not there."""
    if names.proof.written(("register",)) == CITED:
        said = "this copy has no entry of the register in it: open the file by its name, or list what it cites"
        names.proof.mark(("register",), said)
    for name in own:
        if name in register:
            said = f"'{printable(name)}' is a source of the register: a source has one id, and an id one source"
            names.proof.mark_key(("sources", name), said)


def _check_card(path: Path, card: DayCard, names: Names) -> None:
    """Mark a card that tells nothing, quotes nobody, or is our own drafting."""
    names.cited((*path, "cite"), card.cite)
    if _OUR_DRAFTING in card.cite:
        names.proof.mark((*path, "cite"), "a card is on record: our own drafting is no source for it")
    if bool(card.says) != bool(card.by):
        names.proof.mark(path, "words that were said have a speaker, and a speaker has words: 'says' and 'by'")
    if not card.says and not card.story:
        names.proof.mark(path, "a card tells something: 'says' and 'by', or 'story'")
    if set(card.says) & set('“”"'):
        names.proof.mark((*path, "says"), "the quotation marks are set by the page")
