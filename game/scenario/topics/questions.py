"""Questions for the talk after the talks: each with what a teacher should listen for, and when it fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, Choices, Cited, DelegationName, Hours, Id, IssueName, Line, Story, made_from
from game.scenario.topics.audiences import AudienceId, AudienceName
from game.scenario.topics.events import HappeningId
from game.scenario.topics.goodwill import Band
from game.text import DelegationId, IssueId

HowEnded = Literal["signed", "refused", "left", "deadline", "broken-off"]
"""How talks can end: signed; refused by a parliament for good; somebody left; the clock struck; in circles."""

HowTestFell = Literal["won", "lost", "even"]
"""Whether a test of the aftermath brought a delegation points, cost it some, or did neither."""

WhyNot = Literal["none", "outside", "let-go", "never-offered", "refused", "not-together"]
"""Why a text that was better for everybody was not found: there was none; it was barred from outside; a paper
with all of it fell; a word of it was never offered; one was refused; its words never lay in one paper."""

Deed = Literal["held-up", "refused-for-ever", "reopened", "off-record", "told-press", "asked-capital", "sounded"]
"""What somebody may have done in the talks."""


def _some(kind: object) -> object:
    """A list of names, kept as a set."""
    return made_from(Annotated[list[kind], Field(min_length=1, max_length=12)], frozenset)  # type: ignore[valid-type]


@dataclass(frozen=True, slots=True)
class Fit(AsWritten):
    """Everything that is said here must hold of the talks that are over."""

    ended: Annotated[frozenset[HowEnded], _some(HowEnded), Field(description="They ended in one of these ways.")] = (
        frozenset()
    )
    words: Annotated[Choices, Field(description="The signed text has one of these options.")] = field(
        default_factory=dict
    )
    open: Annotated[
        frozenset[IssueId], _some(IssueName), Field(description="All of these were in brackets at the end.")
    ] = frozenset()
    brackets: Annotated[
        Mapping[IssueName, Hours], Field(description="The issue was in brackets for so many hours of talks at least.")
    ] = field(default_factory=dict)
    turned: Annotated[
        frozenset[IssueId], _some(IssueName), Field(description="A turning point moved the words of one of these.")
    ] = frozenset()
    audiences: Annotated[
        frozenset[AudienceId],
        _some(AudienceName),
        Field(description="One of these broke silence, sent the text back or refused it, or cost points by pressing."),
    ] = frozenset()
    tests: Annotated[
        Mapping[Id, Mapping[DelegationName, HowTestFell]],
        Field(description="How tests of the aftermath fell out, for whom."),
    ] = field(default_factory=dict)
    below: Annotated[
        frozenset[DelegationId],
        _some(DelegationName),
        Field(description="One of these ended with less than its walk-away, all in all."),
    ] = frozenset()
    better: Annotated[
        frozenset[WhyNot],
        _some(WhyNot),
        Field(description="Why a text that was better for everybody was not found; none: there was no such text."),
    ] = frozenset()
    deeds: Annotated[
        frozenset[Deed], _some(Deed), Field(description="Somebody did one of these things in the talks.")
    ] = frozenset()
    events: Annotated[frozenset[HappeningId], _some(Id), Field(description="All of these happened outside.")] = (
        frozenset()
    )
    goodwill: Annotated[
        frozenset[Band], _some(Band), Field(description="The lowest goodwill at the end is in one of these bands.")
    ] = frozenset()

    @property
    def issues(self) -> frozenset[IssueId]:
        """Those whose words, brackets or turns it asks about."""
        return frozenset((*self.words, *self.open, *self.brackets, *self.turned))

    @property
    def asks(self) -> int:
        """How many things it asks for: the more, the fewer talks it fits."""
        single = (self.ended, self.turned, self.audiences, self.below, self.better, self.deeds, self.goodwill)
        several = (self.words, self.open, self.brackets, self.tests, self.events)
        return sum(map(bool, single)) + sum(map(len, several))


@dataclass(frozen=True, slots=True)
class Question(AsWritten):
    """A question for the talk after the talks. It is the author's own, and MODEL, but for what it cites."""

    id: Id
    ask: Annotated[Line, Field(description="The question, in a sentence or two.")]
    listen: Annotated[Story, Field(description="What a teacher should listen for in the answers.")]
    fits: Annotated[Fit, Field(alias="when", description="When it fits; left out: always.")] = Fit()
    cite: Cited = ()
    """Sources of what is told in it as a fact."""


def how_fell(points: int) -> HowTestFell:
    """How a test fell out for a delegation that it brought so many points."""
    return "won" if points > 0 else "lost" if points < 0 else "even"


def check_questions(questions: Sequence[Question], names: Names) -> None:
    """Mark every question that could never be asked, or speaks of what is not there."""
    names.twins("question", ("questions",), [question.id for question in questions])
    for n, question in enumerate(questions):
        path: Path = ("questions", n)
        names.cited((*path, "cite"), question.cite)
        _names((*path, "when"), question.fits, names)
        _never((*path, "when"), question.fits, names)


def _names(path: Path, fits: Fit, names: Names) -> None:
    names.choices((*path, "words"), fits.words)
    names.issues_named((*path, "open"))
    names.issues_named((*path, "turned"))
    for issue in fits.brackets:
        names.issue((*path, "brackets"), issue)
    for place, audience in enumerate(names.proof.written((*path, "audiences")) or ()):
        names.named((*path, "audiences", place), audience, "audience")
    for place, who in enumerate(names.proof.written((*path, "below")) or ()):
        names.named((*path, "below", place), who, "delegation")
    for place, event in enumerate(names.proof.written((*path, "events")) or ()):
        names.named((*path, "events", place), event, "event")
    names.keyed((*path, "tests"), fits.tests, "test")
    for test, fell in fits.tests.items():
        names.keyed((*path, "tests", test), fell, "delegation")


def _never(path: Path, fits: Fit, names: Names) -> None:
    """What does not go together in one `when`."""
    if fits.words and fits.ended and "signed" not in fits.ended:
        names.proof.mark_key((*path, "words"), "talks that end so have no signed text, so it has no words")
    elif fits.open and (fits.words or fits.ended == {"signed"}):
        names.proof.mark_key((*path, "open"), "nothing is in brackets in a signed text")
