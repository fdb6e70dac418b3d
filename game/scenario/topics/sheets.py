"""Points on a sheet: of single wordings, and of two that stand together in one text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import getitem
from typing import Annotated

from pydantic import Field

from game.scenario.shapes import AsWritten, IssueName, Line, OptionName, Points
from game.text import IssueId, OptionId, Outcome


@dataclass(frozen=True, slots=True)
class Pair(AsWritten):
    """Points for options that stand together in one text."""

    options: Annotated[
        Mapping[IssueName, OptionName],
        Field(min_length=2, max_length=2, description="The two options, by their issues."),
    ]
    points: Points
    because: Line


def outcome_in(order: Sequence[IssueId], named: Outcome) -> Outcome:
    """A choice of options in the order in which the file defines its issues."""
    return {issue: named[issue] for issue in order if issue in named}


def pairs_in(order: Sequence[IssueId], pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pair terms of a sheet, each in the order in which the file defines its issues."""
    return tuple(replace(pair, options=outcome_in(order, pair.options)) for pair in pairs)


def worth(points: Mapping[IssueId, Mapping[OptionId, int]], pairs: Iterable[Pair], outcome: Outcome) -> int:
    """Points of a text, whole or in part: a sum over its words, with the pair terms."""
    found = sum(map(getitem, map(points.__getitem__, outcome), outcome.values()))
    for pair in pairs:
        if pair.options.items() <= outcome.items():
            found += pair.points
    return found
