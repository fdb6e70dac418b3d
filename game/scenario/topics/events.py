"""Events of the outside world: on a date, on a condition, or both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NewType

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import ID, Cited, Clock24, Day, Label, Line, Sourced, Story, Whole
from game.scenario.topics.conditions import ALWAYS, If, check_condition
from game.scenario.topics.effects import Effect, check_effects

HappeningId = NewType("HappeningId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening(Sourced):
    """Something in the outside world: on a date, on a condition, or both."""

    id: Annotated[HappeningId, ID]
    title: Line
    day: Annotated[Day | None, Field(description="The day on which it happens; left out: as soon as `if` holds.")] = (
        None
    )
    """Not before this day; at the first hour of talks from then on."""
    at: Annotated[Clock24 | None, Field(description="Left out: when that day's first sitting opens.")] = None
    chance: Annotated[Whole, Field(ge=1, le=100, description="Per cent, drawn from the seed.")] = 100
    """100 once it is drawn, before the first cable."""
    condition: Annotated[If, Field(description="What must hold for it to happen.")] = ALWAYS
    story: Story
    label: Label
    cite: Cited = ()
    effects: Annotated[tuple[Effect, ...], Field(max_length=20, description="The numbers that it changes.")] = ()


def check_events(events: Sequence[Happening], names: Names) -> None:
    """Mark every event that could never come, or changes what is not there."""
    names.twins("event", ("events",), [event.id for event in events])
    for n, event in enumerate(events):
        path: Path = ("events", n)
        check_condition((*path, "if"), event.condition, names)
        if event.day is None and event.at is not None:
            names.proof.mark_key((*path, "at"), "a time of day needs its 'day'")
        if event.day is None and names.proof.written((*path, "if")) is None:
            names.proof.mark(path, "an event needs a 'day', or an 'if', or both")
        names.sourced(path, event.source)
        check_effects((*path, "effects"), event.effects, names)
