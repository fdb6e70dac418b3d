"""What an event or a memory changes: one number, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import Field, GetPydanticSchema

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, DelegationName, IssueName, Line, Points, Sheet, Sum, Whole, made_from
from game.scenario.topics.audiences import AudienceName
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


def _or(kind: Any, nothing: object) -> GetPydanticSchema:
    """A change that may be left out, or written as nothing."""
    return made_from(kind | None, lambda written: nothing if written is None else written)


@dataclass(frozen=True, slots=True)
class Effect(AsWritten):
    """One number that changes, and why: exactly one of the changes."""

    because: Line
    of: Annotated[DelegationName | None, Field(description="Whose number changes.")] = None
    audience: Annotated[AudienceName | None, Field(description="Whose threshold changes.")] = None
    between: Annotated[
        tuple[DelegationId, DelegationId] | None,
        made_from(
            Annotated[
                list[DelegationName],
                Field(min_length=2, max_length=2),
            ]
            | None,
            lambda two: two and tuple(two),
        ),
        Field(description="Between which two goodwill changes."),
    ] = None
    reservation_value: Annotated[int, _or(Points, 0), Field(description="Added to the walk-away of `of`.")] = 0
    points: Annotated[
        Mapping[IssueId, Mapping[OptionId, int]], _or(Sheet, {}), Field(description="Added to the sheet of `of`.")
    ] = field(default_factory=dict)
    mandate: Annotated[
        tuple[IssueId, ...],
        _or(tuple[IssueName, ...], ()),
        Field(description="Issues in which the next step of `of` opens."),
    ] = ()
    charge: Annotated[int, _or(Points, 0), Field(description="Points of `of` at once: lost where negative.")] = 0
    threshold: Annotated[int, _or(Sum, 0), Field(description="How much harder `audience` is to please.")] = 0
    goodwill: Annotated[
        int, _or(Annotated[Whole, Field(ge=-10, le=10)], 0), Field(description="Between `between`.")
    ] = 0


def check_effects(path: Path, effects: Sequence[Effect], names: Names) -> None:
    """Mark every effect that changes nothing, too much, or what is nobody's."""
    for n, effect in enumerate(effects):
        made = [key for key in _CHANGES if names.proof.written((*path, n, key)) is not None]
        if len(made) == 1:
            _check((*path, n), effect, made[0], names)
        else:
            said = "nothing" if not made else " and ".join(f"'{key}'" for key in made)
            names.proof.mark((*path, n), f"an effect changes one number, this one changes {said}")


def _check(path: Path, effect: Effect, change: str, names: Names) -> None:
    whose = _CHANGES[change]
    for key in ("of", "audience", "between"):
        given = names.proof.written((*path, key)) is not None
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
    names.points((*path, "points"), effect.points, whole=False)
    names.issues_named((*path, "mandate"))
