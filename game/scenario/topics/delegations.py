"""The parties at the table, as everybody sees them, and as a file writes them: each with its envelope."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, IssueName, Line, OptionName, Words
from game.scenario.topics.instructions import InstructionsModel, check_instructions
from game.scenario.topics.sheets import outcome_in
from game.text import DelegationId, IssueId

Shape = Literal["square", "round", "diamond", "triangle", "hexagon", "pentagon"]
Voice = Literal["plain", "formal", "careful", "blunt", "wry"]
"""How a delegation speaks: as all do, in the name of a state, for many who must agree, shortly, like an old hand."""
VOICES = frozenset(get_args(Voice)) - {"plain"}
"""Those that have lines of their own."""


@dataclass(frozen=True, slots=True)
class Delegation(AsWritten):
    """A party at the table, as everybody sees it."""

    id: Annotated[DelegationId, Field(strict=True, pattern=r"^[A-Z][A-Z0-9]{0,7}$", description="Capitals: RUS, NATO.")]
    name: Line
    short: Annotated[Line, Field(description="The name in the middle of a sentence: Russia, the Alliance.")]
    role: Line
    capital: Annotated[Line, Field(description="Who answers its cables: Moscow, the sixteen capitals.")]
    letter: Annotated[Words, Field(pattern=r"^[A-Z]$", description="The capital on its mark, one for each delegation.")]
    shape: Annotated[Shape, Field(description="The shape of its mark.")]
    opening: Annotated[
        Mapping[IssueName, OptionName],
        Field(description="The wording it stands for, in every issue, when the talks open."),
    ]
    voice: Annotated[Voice, Field(description="How the computer speaks in this seat.")] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationModel(Delegation):
    """A party at the table."""

    instructions: Annotated[InstructionsModel, Field(description="Its sealed envelope.")]


def delegation_of(told: DelegationModel, order: Sequence[IssueId]) -> Delegation:
    """A party without its envelope."""
    opening = outcome_in(order, told.opening)
    return Delegation(
        told.id, told.name, told.short, told.role, told.capital, told.letter, told.shape, opening, told.voice
    )


def check_delegations(delegations: Sequence[DelegationModel], spine: IssueId | None, names: Names) -> None:
    """Mark what is wrong with the parties at the table and with their envelopes; `spine` is the issue that is it."""
    names.twins("delegation", ("delegations",), [delegation.id for delegation in delegations])
    names.twins("letter", ("delegations",), [delegation.letter for delegation in delegations], key="letter")
    for n, delegation in enumerate(delegations):
        path: Path = ("delegations", n)
        opening = delegation.opening
        names.outcome((*path, "opening"), opening, whole=True)
        check_instructions((*path, "instructions"), delegation.instructions, opening, delegation.id, spine, names)
