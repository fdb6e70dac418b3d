"""When something holds: what is agreed or open, how far the words bind, and how warm the talks are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, Degree, IssueName, Listed
from game.scenario.topics.goodwill import Band
from game.text import IssueId, OptionId, Outcome

Choices = Mapping[IssueId, frozenset[OptionId]]
"""For some issues, the options that are meant."""


def choices_of(listed: Listed) -> Choices:
    """The options that are listed for some issues."""
    return {issue: frozenset(options) for issue, options in listed.items()}


@dataclass(frozen=True, slots=True)
class Condition:
    """When something holds: everything that is said here at once. An empty condition always holds."""

    words: Choices = field(default_factory=dict)
    """One of these options is agreed, or signed."""
    open: frozenset[IssueId] = frozenset()
    """These issues are in brackets."""
    binds: Mapping[IssueId, frozenset[int]] = field(default_factory=dict)
    """The words bind so far, the form of the paper taken into account."""
    goodwill: frozenset[Band] = frozenset()
    """The lowest goodwill between any two delegations is in one of these bands."""

    @property
    def reads(self) -> frozenset[IssueId]:
        """The issues whose words it looks at."""
        return frozenset(self.words) | frozenset(self.binds)

    def met(self, outcome: Outcome, binding: Callable[[Outcome, IssueId], int], lowest: Band) -> bool:
        """Whether it holds for the agreed words, whole or in part, at this goodwill."""
        return (
            all(outcome.get(issue) in options for issue, options in self.words.items())
            and not any(issue in outcome for issue in self.open)
            and all(issue in outcome and binding(outcome, issue) in degrees for issue, degrees in self.binds.items())
            and (not self.goodwill or lowest in self.goodwill)
        )


ALWAYS = Condition()
"""What holds whatever is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionModel(AsWritten):
    """Everything that is said here must hold."""

    words: Annotated[Listed, Field(description="One of these options is agreed, or signed.")] = field(
        default_factory=dict
    )
    open: Annotated[tuple[IssueName, ...], Field(description="These issues are in brackets (events only).")] = ()
    binds: Annotated[
        dict[IssueName, list[Degree]], Field(description="The words bind so far, the form taken into account.")
    ] = field(default_factory=dict)
    goodwill: Annotated[
        tuple[Band, ...], Field(description="The lowest goodwill between any two is in one of these bands.")
    ] = ()


def condition_of(model: ConditionModel | None) -> Condition:
    """A condition; one that is not written always holds."""
    if model is None:
        return ALWAYS
    return Condition(
        words=choices_of(model.words),
        open=frozenset(model.open),
        binds={issue: frozenset(degrees) for issue, degrees in model.binds.items()},
        goodwill=frozenset(model.goodwill),
    )


def check_condition(path: Path, model: ConditionModel | None, names: Names, *, signed: bool = False) -> None:
    """Mark what cannot be meant by a condition, if there is one; `signed` where it looks at a signed text."""
    if model is None:
        return
    names.choices((*path, "words"), model.words)
    for n, issue in enumerate(model.open):
        names.issue_named((*path, "open", n), issue)
    if signed and model.open:
        names.proof.mark_key((*path, "open"), "nothing is in brackets in a signed text")
    for issue, degrees in model.binds.items():
        if names.issue((*path, "binds"), issue) and not degrees:
            names.proof.mark((*path, "binds", issue), "at least one degree must be listed, 0 to 3")
