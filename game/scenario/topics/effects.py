"""What an event or a memory changes: one number, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, DelegationName, IssueName, Line, Points, Sheet, Sum, Whole
from game.scenario.topics.audiences import AudienceId, AudienceName
from game.scenario.topics.goodwill import Couple, couple
from game.text import DelegationId, IssueId, OptionId

_CHANGES = {
    "reservation_value": "of",
    "points": "of",
    "mandate": "of",
    "charge": "of",
    "threshold": "audience",
    "goodwill": "between",
}
"""Each change that an effect can make, and the key that says whose number it is."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One number that changes, and why. Exactly one of the changes is made."""

    because: str
    of: DelegationId | None = None
    """Whose number it is, if it is a delegation's."""
    audience: AudienceId | None = None
    between: Couple | None = None
    reservation_value: int = 0
    points: Mapping[IssueId, Mapping[OptionId, int]] = field(default_factory=dict)
    """What is added to its sheet."""
    mandate: tuple[IssueId, ...] = ()
    """Issues in which the next step of its mandate opens."""
    charge: int = 0
    """Points at once: lost where negative."""
    threshold: int = 0
    """How much harder the audience is to please."""
    goodwill: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectModel(AsWritten):
    """One number that changes, and why: exactly one of the changes."""

    because: Line
    of: DelegationName | None = None
    audience: AudienceName | None = None
    between: Annotated[list[DelegationName], Field(min_length=2, max_length=2)] | None = None
    reservation_value: Annotated[Points | None, Field(description="Added to the walk-away of `of`.")] = None
    points: Annotated[Sheet | None, Field(description="Added to the sheet of `of`.")] = None
    mandate: Annotated[list[IssueName] | None, Field(description="Issues in which the next step of `of` opens.")] = None
    charge: Annotated[Points | None, Field(description="Points of `of` at once: lost where negative.")] = None
    threshold: Annotated[Sum | None, Field(description="How much harder `audience` is to please.")] = None
    goodwill: Annotated[Annotated[Whole, Field(ge=-10, le=10)] | None, Field(description="Between `between`.")] = None


def effects_of(models: Sequence[EffectModel], order: Sequence[DelegationId]) -> tuple[Effect, ...]:
    """Effects; `order` is the one of the table."""
    return tuple(
        Effect(
            because=model.because,
            of=model.of,
            audience=model.audience,
            between=couple(order, *model.between) if model.between else None,
            reservation_value=model.reservation_value or 0,
            points=model.points or {},
            mandate=tuple(model.mandate or ()),
            charge=model.charge or 0,
            threshold=model.threshold or 0,
            goodwill=model.goodwill or 0,
        )
        for model in models
    )


def check_effects(path: Path, effects: Sequence[EffectModel], names: Names) -> None:
    """Mark every effect that changes nothing, too much, or what is nobody's."""
    for n, effect in enumerate(effects):
        made = [key for key in _CHANGES if getattr(effect, key) is not None]
        if len(made) == 1:
            _check((*path, n), effect, made[0], names)
        else:
            said = "nothing" if not made else " and ".join(f"'{key}'" for key in made)
            names.proof.mark((*path, n), f"an effect changes one number, this one changes {said}")


def _check(path: Path, effect: EffectModel, change: str, names: Names) -> None:
    whose = _CHANGES[change]
    for key in ("of", "audience", "between"):
        given = getattr(effect, key) is not None
        if given and key != whose:
            names.proof.mark_key((*path, key), f"a change of '{change}' is said with '{whose}', not with '{key}'")
        elif not given and key == whose:
            names.proof.mark(path, f"a change of '{change}' needs '{whose}'")
    if effect.of is not None:
        names.named((*path, "of"), effect.of, "delegation")
    if effect.audience is not None:
        names.named((*path, "audience"), effect.audience, "audience")
    if effect.between is not None:
        for n, name in enumerate(effect.between):
            names.named((*path, "between", n), name, "delegation")
        if effect.between[0] == effect.between[1]:
            names.proof.mark((*path, "between"), "goodwill is between two delegations")
    names.points((*path, "points"), effect.points or {}, whole=False)
    for n, issue in enumerate(effect.mandate or ()):
        names.issue_named((*path, "mandate", n), issue)
