"""The aftermath: dated tests of the signed words, and what they were worth in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, Cited, Day, DelegationName, Id, IssueName, Label, Line, Points, Story
from game.scenario.topics.conditions import ALWAYS, Condition, ConditionModel, check_condition, condition_of
from game.scenario.topics.goodwill import Band
from game.text import DelegationId, IssueId, Outcome, Source


@dataclass(frozen=True, slots=True)
class Branch:
    """One way in which a test of the aftermath falls out."""

    points: Mapping[DelegationId, int]
    because: str
    condition: Condition = ALWAYS
    decides: IssueId | None = None
    """The issue whose sentence is quoted."""


@dataclass(frozen=True)
class Aftermath:
    """A dated test of the signed words: the first branch whose condition holds decides, so that it counts once even
    where it reads two wordings."""

    id: str
    day: date
    title: str
    question: str
    story: str
    """What happened in history."""
    source: Source
    branches: tuple[Branch, ...]
    no_text: Branch

    @property
    def reads(self) -> frozenset[IssueId]:
        """The issues whose words any of its branches looks at."""
        return frozenset[IssueId]().union(*(branch.condition.reads for branch in self.branches))

    def fell(self, signed: Outcome | None, binding: Callable[[Outcome, IssueId], int], lowest: Band) -> Branch:
        """The branch that decides, for a signed text at this goodwill or for none."""
        if signed is None:
            return self.no_text
        return next(branch for branch in self.branches if branch.condition.met(signed, binding, lowest))

    def sealed_for(self, who: DelegationId | None) -> Aftermath:
        """The same test with nobody's points but those of `who`."""
        if who not in self._sealed:
            branches = tuple(_sealed(branch, who) for branch in self.branches)
            self._sealed[who] = replace(self, branches=branches, no_text=_sealed(self.no_text, who))
        return self._sealed[who]

    @cached_property
    def _sealed(self) -> dict[DelegationId | None, Aftermath]:
        """What has been sealed before: a test does not change when the numbers of a scenario do."""
        return {}


def _sealed(branch: Branch, who: DelegationId | None) -> Branch:
    return replace(branch, points={d: points for d, points in branch.points.items() if d == who})


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeModel(AsWritten):
    """What a test brings where nothing was signed."""

    points: dict[DelegationName, Points]
    because: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchModel(AsWritten):
    """One way in which a test falls out; the first whose `if` holds decides."""

    if_: Annotated[ConditionModel | None, Field(alias="if")] = None
    decides: Annotated[IssueName | None, Field(description="The issue whose sentence is quoted.")] = None
    points: dict[DelegationName, Points]
    because: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class AftermathModel(AsWritten):
    """A dated test of the signed words."""

    id: Id
    day: Day
    title: Line
    question: Line
    story: Story
    label: Label
    cite: Cited = ()
    no_text: OutcomeModel
    branches: Annotated[list[BranchModel], Field(min_length=1, max_length=24)]


def aftermath_of(model: AftermathModel) -> Aftermath:
    """A dated test."""
    return Aftermath(
        id=model.id,
        day=model.day,
        title=model.title,
        question=model.question,
        story=model.story,
        source=Source(model.label, model.cite),
        branches=tuple(
            Branch(branch.points, branch.because, condition_of(branch.if_), branch.decides) for branch in model.branches
        ),
        no_text=Branch(model.no_text.points, model.no_text.because),
    )


def check_aftermath(tests: Sequence[AftermathModel], names: Names) -> None:
    """Mark every test with branches that are never reached, that leaves a case out, or counts what is not there."""
    names.twins("test", ("aftermath",), [test.id for test in tests])
    for n, test in enumerate(tests):
        path: Path = ("aftermath", n)
        names.cited((*path, "cite"), test.cite)
        names.keyed((*path, "no_text", "points"), test.no_text.points, "delegation")
        last = len(test.branches) - 1
        for m, branch in enumerate(test.branches):
            at: Path = (*path, "branches", m)
            names.keyed((*at, "points"), branch.points, "delegation")
            empty = condition_of(branch.if_) == ALWAYS
            check_condition((*at, "if"), branch.if_, names, signed=True)
            if empty and m != last:
                names.proof.mark(at, "this branch always holds, so the branches after it are never reached")
            if m == last and not empty:
                names.proof.mark(at, "the last branch has no 'if': one branch must always hold")
            if branch.decides is not None:
                _decides((*at, "decides"), branch.decides, condition_of(branch.if_).reads, names)


def _decides(path: Path, issue: IssueId, read: frozenset[IssueId], names: Names) -> None:
    known = names.issue_named(path, issue)
    if known and read and issue not in read and read <= names.options.keys():
        names.proof.mark(path, f"this branch does not look at the words of '{issue}', so they do not decide it")
