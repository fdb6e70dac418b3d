"""The text that was really signed, and the sources of the scenario."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from game.scenario.mistakes import did_you_mean, printable
from game.scenario.names import Names, may_be
from game.scenario.register import CITED
from game.scenario.shapes import AsWritten, Cited, Day, Id, IssueName, Line, Note, OptionName, Words


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


def check_sources(register: Collection[str], own: Iterable[str], names: Names) -> None:
    """Mark sources of a file that have the id of one of the register, and a register that is not there."""
    if names.proof.written(("register",)) == CITED:
        said = "this copy has no entry of the register in it: open the file by its name, or list what it cites"
        names.proof.mark(("register",), said)
    for name in own:
        if name in register:
            said = f"'{printable(name)}' is a source of the register: a source has one id, and an id one source"
            names.proof.mark_key(("sources", name), said)
