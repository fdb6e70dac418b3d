"""The text that was really signed, and the sources of the scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.shapes import AsWritten, Cited, Day, IssueName, Line, Note, OptionName, Words


@dataclass(frozen=True, slots=True)
class History(AsWritten):
    """The text that was really signed."""

    title: Line
    day: Day
    outcome: Annotated[Mapping[IssueName, OptionName], Field(description="The wording of each issue in that text.")]
    cite: Cited = ()
    note: Note = ""


@dataclass(frozen=True, slots=True)
class Reference(AsWritten):
    """An entry of the list of sources at the end of a scenario."""

    title: Line
    where: Annotated[Words, Field(max_length=300, description="An address or a shelf mark, if there is one.")] = ""


def check_history(history: History | None, names: Names) -> None:
    """Mark what was signed and could not have been, and what is cited and not there."""
    if history is not None:
        names.outcome(("history", "outcome"), history.outcome, whole=True)
        names.cited(("history", "cite"), history.cite)
