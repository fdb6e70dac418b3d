"""When something holds: what is agreed or open, how far the words bind, and how warm the talks are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, Choices, Degree, IssueName, made_from
from game.scenario.topics.goodwill import Band
from game.text import IssueId, Outcome


@dataclass(frozen=True, slots=True)
class Condition(AsWritten):
    """Everything that is said here must hold."""

    words: Annotated[Choices, Field(description="One of these options is agreed, or signed.")] = field(
        default_factory=dict
    )
    open: Annotated[
        frozenset[IssueId],
        made_from(list[IssueName], frozenset),
        Field(description="These issues are in brackets (events only)."),
    ] = frozenset()
    binds: Annotated[
        Mapping[IssueName, Annotated[frozenset[int], made_from(list[Degree], frozenset)]],
        Field(description="The words bind so far, the form taken into account."),
    ] = field(default_factory=dict)
    goodwill: Annotated[
        frozenset[Band],
        made_from(list[Band], frozenset),
        Field(description="The lowest goodwill between any two is in one of these bands."),
    ] = frozenset()

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
If = Annotated[Condition, made_from(Condition | None, lambda written: written or ALWAYS), Field(alias="if")]
"""A condition under the key `if`; one that is not written always holds."""


def check_condition(path: Path, condition: Condition, names: Names, *, signed: bool = False) -> None:
    """Mark what cannot be meant by a condition; `signed` where it looks at a signed text."""
    names.choices((*path, "words"), condition.words)
    names.issues_named((*path, "open"))
    if signed and condition.open:
        names.proof.mark_key((*path, "open"), "nothing is in brackets in a signed text")
    for issue, degrees in condition.binds.items():
        if names.issue((*path, "binds"), issue) and not degrees:
            names.proof.mark((*path, "binds", issue), "at least one degree must be listed, 0 to 3")
