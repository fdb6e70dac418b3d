"""Events of the outside world: on a date, on a condition, or both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Annotated, NewType

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import ID, AsWritten, Cited, Clock24, Day, Label, Line, Story, Whole
from game.scenario.topics.calendar import Session
from game.scenario.topics.conditions import ALWAYS, Condition, ConditionModel, check_condition, condition_of
from game.scenario.topics.effects import Effect, EffectModel, check_effects, effects_of
from game.text import DelegationId, Source

HappeningId = NewType("HappeningId", str)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something in the outside world that changes numbers at the table: on a date, on a condition, or both."""

    id: HappeningId
    title: str
    story: str
    source: Source
    effects: tuple[Effect, ...]
    when: datetime | None = None
    """Not before this; at the first hour of talks from then on."""
    condition: Condition = ALWAYS
    chance: int = 100
    """Per cent. Drawn from the seed before the first cable; 100 once it is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventModel(AsWritten):
    """Something in the outside world: on a date, on a condition, or both."""

    id: Annotated[HappeningId, ID]
    title: Line
    day: Day | None = None
    at: Annotated[Clock24 | None, Field(description="Left out: when that day's first sitting opens.")] = None
    chance: Annotated[Whole, Field(ge=1, le=100, description="Per cent, drawn from the seed.")] = 100
    if_: Annotated[ConditionModel | None, Field(alias="if")] = None
    story: Story
    label: Label
    cite: Cited = ()
    effects: Annotated[tuple[EffectModel, ...], Field(max_length=20)] = ()


def happening_of(model: EventModel, sessions: Sequence[Session], order: Sequence[DelegationId]) -> Happening:
    """An event; without a time of day it comes when that day's first sitting opens."""
    when = None
    if model.day is not None:
        opens = min((session.starts for session in sessions if session.day == model.day), default=time())
        when = datetime.combine(model.day, model.at or opens)
    return Happening(
        id=model.id,
        title=model.title,
        story=model.story,
        source=Source(model.label, model.cite),
        effects=effects_of(model.effects, order),
        when=when,
        condition=condition_of(model.if_),
        chance=model.chance,
    )


def check_events(events: Sequence[EventModel], names: Names) -> None:
    """Mark every event that could never come, or changes what is not there."""
    names.twins("event", ("events",), [event.id for event in events])
    for n, event in enumerate(events):
        path: Path = ("events", n)
        check_condition((*path, "if"), event.if_, names)
        if event.day is None and event.at is not None:
            names.proof.mark_key((*path, "at"), "a time of day needs its 'day'")
        if event.day is None and event.if_ is None:
            names.proof.mark(path, "an event needs a 'day', or an 'if', or both")
        names.cited((*path, "cite"), event.cite)
        check_effects((*path, "effects"), event.effects, names)
