"""Side texts: what a delegation can hold up, once, over a minor wording, and what that is worth to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NewType

from pydantic import Field

from game.scenario.mistakes import printable
from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import ID, AsWritten, Cited, DelegationName, Label, Line, Note, Number, Points, Sourced
from game.scenario.topics.calendar import PhaseId, PhaseName

SideTextId = NewType("SideTextId", str)
SideTextName = Annotated[SideTextId, ID]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideText(Sourced):
    """A text beside the one on the table that a delegation can hold up, once, over a minor wording."""

    id: SideTextName
    phase: Annotated[PhaseName | None, Field(description="When it can be held up; left out: at any time.")] = None
    by: DelegationName
    title: Annotated[Line, Field(description="Its name in the middle of a sentence.")]
    words: Annotated[Line, Field(description="What is asked for: that the reference comes out.")]
    give: Annotated[Line, Field(description="What happens if the word is given, as a sentence part.")]
    swap: Annotated[Line, Field(description="What happens if it is swapped for another.")]
    hours: Annotated[Number, Field(ge=0.25, le=100, multiple_of=0.25, description="They run if the others sit it out.")]
    label: Label
    cite: Cited = ()
    note: Note = ""


@dataclass(frozen=True, slots=True)
class Stake(AsWritten):
    """What a side text is worth to a delegation, by how its holding up ends."""

    give: Points
    swap: Points = 0


def check_side_texts(side_texts: Sequence[SideText], names: Names) -> None:
    """Mark every side text that nobody can hold up, or for which another stands in the way."""
    names.twins("side text", ("side_texts",), [text.id for text in side_texts])
    taken: dict[tuple[str, PhaseId | None], SideTextId] = {}
    for n, text in enumerate(side_texts):
        path: Path = ("side_texts", n)
        names.named((*path, "by"), text.by, "delegation")
        if text.phase is not None:
            names.named((*path, "phase"), text.phase, "phase")
        names.sourced(path, text.source)
        first = taken.setdefault((text.by, text.phase), text.id)
        if first != text.id:
            names.proof.mark((*path, "id"), f"{text.by} can hold up '{printable(first)}' in this phase already")
