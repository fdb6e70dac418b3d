"""Sequels: which talks these follow, and what they take over from a finished record of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.shapes import AsWritten, Flag, Id, Line
from game.scenario.topics.conditions import ALWAYS, Condition, ConditionModel, condition_of
from game.scenario.topics.effects import Effect, EffectModel, check_effects, effects_of
from game.scenario.topics.goodwill import Couple
from game.text import DelegationId, IssueId, Outcome


@dataclass(frozen=True, slots=True)
class Inheritance:
    """What certain words of an earlier talks change in this one."""

    because: str
    effects: tuple[Effect, ...]
    condition: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Sequel:
    """Which talks these follow, and what they take over from a finished record of them."""

    scenario: str
    goodwill: bool
    words: tuple[Inheritance, ...]
    no_text: Inheritance | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What is left of finished talks: goodwill and the signed words. A record of a sequel carries it along."""

    scenario: str
    goodwill: Mapping[Couple, int]
    outcome: Outcome | None
    binds: Mapping[IssueId, int] = field(default_factory=dict)
    """How far each signed wording bound, its form taken into account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InheritanceModel(AsWritten):
    """What certain words of the earlier talks change here."""

    if_: Annotated[ConditionModel | None, Field(alias="if")] = None
    because: Line
    effects: Annotated[list[EffectModel], Field(min_length=1, max_length=20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SequelModel(AsWritten):
    """Which talks these follow, and what they take over from a finished record of them."""

    scenario: Id
    goodwill: Flag = True
    words: Annotated[tuple[InheritanceModel, ...], Field(max_length=40)] = ()
    no_text: InheritanceModel | None = None


def sequel_of(model: SequelModel | None, order: Sequence[DelegationId]) -> Sequel | None:
    """What is taken over from earlier talks; `order` is the one of the table."""
    if model is None:
        return None
    return Sequel(
        scenario=model.scenario,
        goodwill=model.goodwill,
        words=tuple(_inheritance(entry, order) for entry in model.words),
        no_text=_inheritance(model.no_text, order) if model.no_text else None,
    )


def _inheritance(model: InheritanceModel, order: Sequence[DelegationId]) -> Inheritance:
    return Inheritance(model.because, effects_of(model.effects, order), condition_of(model.if_))


def check_sequel(after: SequelModel | None, scenario: str, names: Names) -> None:
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
