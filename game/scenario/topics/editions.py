"""Editions: the same scenario at another length, with some of its issues settled before the talks begin."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field, GetPydanticSchema
from pydantic_core import core_schema

from game.scenario.shapes import (
    AsWritten,
    Choices,
    DelegationName,
    Id,
    IssueName,
    Line,
    OptionName,
    Options,
    Points,
    Prose,
    Sheet,
    Sum,
    made_from,
)
from game.scenario.topics.audiences import AudienceName
from game.scenario.topics.bounds import Draw
from game.scenario.topics.calendar import Clock, Session
from game.scenario.topics.instructions import Brief, Delay, Price
from game.scenario.topics.side_texts import SideTextName
from game.scenario.topics.temperaments import TemperamentModel
from game.text import DelegationId, IssueId, OptionId, Outcome

WHOLE = "whole"
"""The edition that every scenario has: all that its file says, at full length."""

Rule = Literal["aftermath", "closing_statements", "events", "mandates", "side_texts"]
"""What an edition may do without."""

_OwnClock = Annotated[
    Mapping[str, Any],
    GetPydanticSchema(
        lambda _source, handler: core_schema.no_info_wrap_validator_function(
            lambda written, read: _given(written, read(written)), handler(Clock)
        )
    ),
    Field(description="Hours of its own; what is left out is as in the whole scenario."),
]


def _given(written: Any, clock: Clock) -> Mapping[str, Any]:
    """Only what was written of a clock."""
    return {key: getattr(clock, key) for key in written}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnInstructions(AsWritten):
    """What is an edition's own in the half of one delegation; what is left out follows from the whole scenario."""

    opening: Annotated[
        Mapping[IssueName, OptionName], Field(description="Where it stands for another wording when the talks open.")
    ] = field(default_factory=dict)
    reservation_value: Annotated[
        Points | None,
        Field(description="Its walk-away; left out: the whole's, less what the fixed wordings are worth."),
    ] = None
    delay: Annotated[Delay | None, Field(description="What waiting costs.")] = None
    points: Annotated[Sheet, Field(description="The issues that are worth something else here, each whole.")] = field(
        default_factory=dict
    )
    red_lines: Annotated[Choices | None, Field(description="All its red lines here.")] = None
    mandate: Annotated[
        Mapping[IssueName, tuple[Options, ...]] | None, Field(description="All the steps of its mandate here.")
    ] = None
    unheard: Annotated[
        Mapping[OptionName, Price] | None, Field(description="What it costs here to give up demands unheard.")
    ] = None
    temperament: Annotated[TemperamentModel | None, Field(description="How the computer plays it here.")] = None
    brief: Annotated[
        Brief | None, Field(description="Its cable: 200 words at most, for they are read at a lesson.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnJudgement(AsWritten):
    """What is an edition's own in the mind of an audience; what is left out follows from the whole scenario."""

    threshold: Annotated[
        Sum | None, Field(description="Left out: the whole's, less what the fixed wordings are worth to it.")
    ] = None
    points: Annotated[Sheet, Field(description="The issues that are worth something else here, each whole.")] = field(
        default_factory=dict
    )


@dataclass(frozen=True, kw_only=True)
class Edition(AsWritten):
    """The same scenario at another length: some issues in play, the others settled at stated wordings."""

    id: Id
    title: Annotated[Line, Field(description="What it is called, as a few words: a lesson.")]
    line: Annotated[Line, Field(description="One sentence for whoever chooses: how long it takes, and for whom.")]
    summary: Annotated[Prose | None, Field(description="Instead of the whole scenario's.")] = None
    background: Annotated[Prose | None, Field(description="Instead of the whole scenario's.")] = None
    issues: Annotated[
        tuple[IssueName, ...] | None,
        made_from(Annotated[list[IssueName], Field(min_length=1, max_length=40)] | None, lambda ids: ids and (*ids,)),
        Field(description="The issues in play; left out: all of them."),
    ] = None
    options: Annotated[
        Choices, Field(description="Where only some wordings of an issue in play are: those; left out: all.")
    ] = field(default_factory=dict)
    fixed: Annotated[
        Mapping[IssueName, OptionName],
        Field(description="The wordings of issues that are not in play; left out: those of the historical text."),
    ] = field(default_factory=dict)
    sessions: Annotated[
        tuple[Session, ...] | None,
        made_from(Annotated[list[Session], Field(min_length=1, max_length=60)] | None, lambda all_: all_ and (*all_,)),
        Field(description="Its own sittings; left out: those of the whole scenario."),
    ] = None
    clock: _OwnClock = field(default_factory=dict)
    without: Annotated[
        frozenset[Rule],
        made_from(Annotated[list[Rule], Field(max_length=5)], frozenset),
        Field(description="What is left out here."),
    ] = frozenset()
    events: Annotated[
        tuple[Id, ...] | None, Field(max_length=60, description="The events that can happen; left out: all.")
    ] = None
    side_texts: Annotated[
        tuple[SideTextName, ...] | None, Field(max_length=24, description="What can be held up here; left out: all.")
    ] = None
    audiences: Annotated[
        tuple[AudienceName, ...] | None, Field(max_length=16, description="The audiences that judge; left out: all.")
    ] = None
    delegations: Annotated[
        Mapping[DelegationName, OwnInstructions], Field(description="What differs for a delegation, by its id.")
    ] = field(default_factory=dict)
    judgements: Annotated[
        Mapping[AudienceName, OwnJudgement], Field(description="What differs for an audience, by its id.")
    ] = field(default_factory=dict)
    draw: Annotated[
        Draw | None,
        Field(description="Its own bounds; left out: the whole's, moved like the walk-aways and thresholds."),
    ] = None

    def in_play(self, issues: Iterable[IssueId]) -> tuple[IssueId, ...]:
        """Which of the issues of the scenario are negotiated here."""
        return tuple(issue for issue in issues if self.issues is None or issue in self.issues)

    def settled(self, issues: Iterable[IssueId], history: Outcome | None) -> dict[IssueId, OptionId]:
        """The others, each with the wording that stands in the text from the beginning. One for which no wording is
        stated, and of which there is no historical text, is left out."""
        known = {**(history or {}), **self.fixed}
        here = frozenset(self.in_play(issues := tuple(issues)))
        return {issue: known[issue] for issue in issues if issue not in here and issue in known}

    def own(self, who: DelegationId) -> OwnInstructions:
        """What is its own in the half of a delegation."""
        return self.delegations.get(who, NOTHING_OWN)

    def left(self, issue: IssueId, options: Collection[OptionId]) -> frozenset[OptionId]:
        """The options of an issue in play, out of those of the whole scenario."""
        return frozenset(options) & self.options.get(issue, frozenset(options))


NOTHING_OWN = OwnInstructions()
