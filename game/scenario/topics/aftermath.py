"""The aftermath: dated tests of the signed words, and what they were worth in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import (
    AsWritten,
    Cited,
    Day,
    DelegationName,
    Id,
    IssueName,
    Label,
    Line,
    Points,
    Sourced,
    Story,
    made_from,
    several,
)
from game.scenario.topics.conditions import ALWAYS, If, check_condition
from game.scenario.topics.goodwill import Band
from game.text import DelegationId, IssueId, Outcome


@dataclass(frozen=True, slots=True)
class Branch(AsWritten):
    """One way in which a test falls out; the first whose `if` holds decides."""

    points: Annotated[Mapping[DelegationName, Points], Field(description="What it brings each delegation.")]
    because: Line
    condition: Annotated[If, Field(description="When this branch holds; the last branch has none.")] = ALWAYS
    decides: Annotated[IssueName | None, Field(description="The issue whose sentence is quoted.")] = None


@dataclass(frozen=True, slots=True)
class _Unsigned(AsWritten):
    """What a test brings where nothing was signed."""

    points: Annotated[Mapping[DelegationName, Points], Field(description="What it brings each delegation.")]
    because: Line


@dataclass(frozen=True, kw_only=True)
class Aftermath(Sourced):
    """A dated test of the signed words."""

    id: Id
    day: Day
    title: Line
    question: Line
    story: Story
    """What happened in history."""
    label: Label
    cite: Cited = ()
    no_text: Annotated[
        Branch,
        made_from(_Unsigned, lambda written: Branch(written.points, written.because)),
        Field(description="What comes of it where nothing is signed."),
    ]
    branches: Annotated[
        tuple[Branch, ...],
        several(Branch, 1, 24),
        Field(description="What comes of the words: the first branch that holds."),
    ]
    """The first whose condition holds decides, so that a test counts once even where it reads two wordings."""

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


def check_aftermath(tests: Sequence[Aftermath], names: Names) -> None:
    """Mark every test with branches that are never reached, that leaves a case out, or counts what is not there."""
    names.twins("test", ("aftermath",), [test.id for test in tests])
    for n, test in enumerate(tests):
        path: Path = ("aftermath", n)
        names.sourced(path, test.source)
        names.keyed((*path, "no_text", "points"), test.no_text.points, "delegation")
        last = len(test.branches) - 1
        for m, branch in enumerate(test.branches):
            at: Path = (*path, "branches", m)
            names.keyed((*at, "points"), branch.points, "delegation")
            empty = branch.condition == ALWAYS
            check_condition((*at, "if"), branch.condition, names, signed=True)
            if empty and m != last:
                names.proof.mark(at, "this branch always holds, so the branches after it are never reached")
            if m == last and not empty:
                names.proof.mark(at, "the last branch has no 'if': one branch must always hold")
            if branch.decides is not None:
                _decides((*at, "decides"), branch.decides, branch.condition.reads, names)


def _decides(path: Path, issue: IssueId, read: frozenset[IssueId], names: Names) -> None:
    known = names.issue_named(path, issue)
    if known and read and issue not in read and read <= names.options.keys():
        names.proof.mark(path, f"this branch does not look at the words of '{issue}', so they do not decide it")
