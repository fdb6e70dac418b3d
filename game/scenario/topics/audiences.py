"""Audiences: those who are not at the table but judge what one delegation stands for.

What an audience thinks is sealed like an envelope: everybody may hold its `Audience`, nobody its `Judgement`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Annotated, Literal, NewType

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, Choices, DelegationName, Every, Line, Note, Sheet, Sum, Whole
from game.scenario.topics.sheets import Pair, pairs_in, worth
from game.text import DelegationId, Issue, IssueId, OptionId, Outcome

AudienceId = NewType("AudienceId", str)
AudienceName = Annotated[
    AudienceId, Field(strict=True, pattern=r"^[A-Z][A-Z0-9]{0,11}$", description="Capitals: US, DUMA, WARSAW.")
]
Power = Literal["consent", "ratify", "press"]


@dataclass(frozen=True, slots=True)
class Cost(AsWritten):
    """What an audience below its threshold costs its delegation: `points` for every full `hours` of talks."""

    points: Annotated[Whole, Field(ge=1, le=100, description="Points that it costs.")]
    hours: Annotated[Every, Field(description="The full hours of talks after which it costs them.")]


@dataclass(frozen=True, slots=True)
class LetterFrame(AsWritten):
    """How an audience begins and ends a letter to those at the table, whatever it has to say to them."""

    opening: Annotated[Line, Field(description="A sentence about who writes; true of any text, and of none.")]
    closing: Annotated[Line, Field(description="A last sentence before the name, that goes with praise and blame.")]


@dataclass(frozen=True, slots=True)
class Audience(AsWritten):
    """Somebody who is not at the table but judges what one delegation stands for."""

    id: AudienceName
    name: Line
    short: Annotated[Line, Field(description="The name in the middle of a sentence, as one: the Duma, Washington.")]
    of: Annotated[DelegationName, Field(description="The delegation that answers to it.")]
    power: Annotated[
        Power, Field(description="consent: allies, by silence. ratify: votes after signature. press: costs points.")
    ]
    line: Annotated[Line, Field(description="What its delegation knows of it.")]
    """Everybody knows it, where it presses."""
    votes: Annotated[
        Choices, Field(description="It has a vote only on texts with one of these options; left out: on all.")
    ] = field(default_factory=dict)
    presses: Annotated[Cost | None, Field(alias="cost", description="For power: press.")] = None
    note: Note = ""
    """For whoever reads the file: it may speak of points."""

    @property
    def cost(self) -> int:
        """Points that it costs its delegation, below its threshold, ..."""
        return self.presses.points if self.presses else 0

    @property
    def every(self) -> float:
        """... for so many full hours of talks."""
        return self.presses.hours if self.presses else 0.0

    def sealed_for(self, who: DelegationId | None) -> Audience:
        """The same audience as one seat may know it."""
        return replace(self, line=self.line if who in (self.of, self.id) or self.power == "press" else "", note="")

    def has_vote(self, outcome: Outcome) -> bool:
        """Whether a text needs its vote."""
        return self.power == "ratify" and (
            not self.votes or any(outcome.get(issue) in options for issue, options in self.votes.items())
        )


@dataclass(frozen=True)
class Judgement:
    """What an audience wants: a sheet, and from how many points on it is content. Nobody at the table knows it."""

    points: Mapping[IssueId, Mapping[OptionId, int]]
    """Points of each option, for every issue of the text; 0 in what it does not care about."""
    threshold: int
    pairs: tuple[Pair, ...] = ()
    letter: LetterFrame | None = None

    @cached_property
    def spread(self) -> int:
        """Points between the best and the worst word, over all issues."""
        return sum(max(row.values()) - min(row.values()) for row in self.points.values())

    @cached_property
    def better(self) -> Mapping[IssueId, Mapping[OptionId, Mapping[OptionId, int]]]:
        """For each option of an issue those that are worth more, with how much more."""
        return {
            issue: {
                stands: {option: points - now for option, points in row.items() if points > now}
                for stands, now in row.items()
            }
            for issue, row in self.points.items()
        }

    def utility(self, outcome: Outcome) -> int:
        """Points of a whole text."""
        return worth(self.points, self.pairs, outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceModel(Audience):
    """Somebody who is not at the table but judges what one delegation stands for."""

    points: Annotated[Sheet, Field(description="An issue that is left out is worth nothing to it.")]
    pairs: Annotated[
        tuple[Pair, ...], Field(max_length=40, description="Points for two options that stand together in one text.")
    ] = ()
    threshold: Annotated[Sum, Field(description="It is content from so many points on.")]
    letter: Annotated[LetterFrame | None, Field(description="Its own lines in the letter that is read at the end.")] = (
        None
    )


def audience_of(told: AudienceModel) -> Audience:
    """What everybody may know of an audience."""
    return Audience(told.id, told.name, told.short, told.of, told.power, told.line, told.votes, told.presses, told.note)


def judgement_of(model: AudienceModel, issues: Sequence[Issue]) -> Judgement:
    """What it thinks: every option of the text has points on its sheet."""
    points = {
        issue.id: {option.id: model.points.get(issue.id, {}).get(option.id, 0) for option in issue.options}
        for issue in issues
    }
    return Judgement(points, model.threshold, pairs_in([issue.id for issue in issues], model.pairs), model.letter)


def check_audiences(audiences: Sequence[AudienceModel], names: Names) -> None:
    """Mark every audience that judges nobody, judges words that are not there, or has a power that it cannot use."""
    names.twins("audience", ("audiences",), [audience.id for audience in audiences])
    for n, audience in enumerate(audiences):
        path: Path = ("audiences", n)
        if audience.id in names.known["delegation"]:
            told = f"a delegation is called '{audience.id}' too: no two may sit under one name"
            names.proof.mark((*path, "id"), told)
        names.named((*path, "of"), audience.of, "delegation")
        names.points((*path, "points"), audience.points, whole=True)
        for m, pair in enumerate(audience.pairs):
            names.outcome((*path, "pairs", m, "options"), pair.options, whole=False)
        names.choices((*path, "votes"), audience.votes)
        if audience.votes and audience.power != "ratify":
            names.proof.mark_key((*path, "votes"), "only an audience with the power to ratify has votes")
        if audience.power == "press" and audience.presses is None:
            names.proof.mark(path, "an audience that presses needs 'cost': what it costs its delegation")
        if audience.presses is not None and audience.power != "press":
            names.proof.mark_key((*path, "cost"), "only an audience that presses costs points by the hour")
