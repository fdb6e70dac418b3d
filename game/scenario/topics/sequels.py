"""Sequels: which talks these follow, and what they take over from a finished record of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.shapes import AsWritten, Flag, Id, Line, several
from game.scenario.topics.conditions import ALWAYS, If
from game.scenario.topics.effects import Effect, check_effects
from game.scenario.topics.goodwill import Couple
from game.text import IssueId, Outcome


@dataclass(frozen=True, slots=True)
class Inheritance(AsWritten):
    """What certain words of the earlier talks change here."""

    because: Line
    effects: Annotated[tuple[Effect, ...], several(Effect, 1, 20), Field(description="The numbers that it changes.")]
    condition: Annotated[If, Field(description="What must hold in the text of the earlier talks.")] = ALWAYS


@dataclass(frozen=True, slots=True)
class Sequel(AsWritten):
    """Which talks these follow, and what they take over from a finished record of them."""

    scenario: Id
    goodwill: Annotated[Flag, Field(description="Whether goodwill stays as it was at the end of them.")] = True
    words: Annotated[
        tuple[Inheritance, ...], Field(max_length=40, description="What the words that were signed leave behind.")
    ] = ()
    no_text: Annotated[Inheritance | None, Field(description="What is left where nothing was signed.")] = None


@dataclass(frozen=True, slots=True)
class Past:
    """What is left of finished talks: goodwill and the signed words. A record of a sequel carries it along."""

    scenario: str
    goodwill: Mapping[Couple, int]
    outcome: Outcome | None
    binds: Mapping[IssueId, int] = field(default_factory=dict)
    """How far each signed wording bound, its form taken into account."""


def check_sequel(after: Sequel | None, scenario: str, names: Names) -> None:
    """Mark talks that follow themselves, and effects on what is not there."""
    if after is None:
        return
    if after.scenario == scenario:
        names.proof.mark(("after", "scenario"), "talks cannot follow themselves")
    for n, entry in enumerate(after.words):
        # The words are those of the other scenario; only the effects are about this one.
        check_effects(("after", "words", n, "effects"), entry.effects, names)
    if after.no_text is not None:
        check_effects(("after", "no_text", "effects"), after.no_text.effects, names)
