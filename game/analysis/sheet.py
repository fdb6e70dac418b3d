"""Whoever gives points to the words of a text: a delegation, what is guessed of one, an audience, or a weighting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from game.text import IssueId, OptionId, Outcome

Wanted = Mapping[IssueId, OptionId | frozenset[OptionId]]
"""For some issues the option that is meant, or several of which any will do."""

Options = frozenset[tuple[IssueId, OptionId]]
"""Some options with their issues."""


class PairTerm(Protocol):
    """Points for options that stand together in one text."""

    @property
    def options(self) -> Wanted:
        """The options, by issue."""
        ...

    @property
    def points(self) -> float:
        """What they earn together."""
        ...


class Sheet(Protocol):
    """Points for every option, and for options that stand together. `Instructions` are a sheet."""

    @property
    def points(self) -> Mapping[IssueId, Mapping[OptionId, float]]:
        """Points of each option, by issue."""
        ...

    @property
    def pairs(self) -> Sequence[PairTerm]:
        """Points for options that stand together."""
        ...


@dataclass(frozen=True)
class Together:
    """A pair term that nobody wrote: it was made up from what words are worth later, or from a vote on some texts."""

    options: Wanted
    points: float

    @cached_property
    def named(self) -> Options:
        """All options that it asks for."""
        return _named(self.options)


@dataclass(frozen=True, slots=True)
class Points:
    """A sheet and nothing else."""

    points: Mapping[IssueId, Mapping[OptionId, float]]
    pairs: tuple[PairTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a text must at least be worth on a sheet: a walk-away, or what an audience asks for."""

    sheet: Sheet
    at_least: int

    def __post_init__(self) -> None:
        if not float(self.at_least).is_integer() or abs(self.at_least) >= 2**50:
            raise ValueError(f"a threshold is a whole number of points, not {self.at_least!r}")


def worth(sheet: Sheet, outcome: Outcome) -> float:
    """Points of a whole text on a sheet."""
    single = sum(sheet.points[issue][option] for issue, option in outcome.items())
    return single + sum(pair.points for pair in sheet.pairs if _earned(pair, outcome))


def _earned(pair: PairTerm, outcome: Outcome) -> bool:
    """Whether a text, whole or partial, has one of the options that a pair term asks for in each of its issues."""
    for issue, wanted in pair.options.items():
        option = outcome.get(issue)
        if option not in wanted if isinstance(wanted, frozenset) else option != wanted:
            return False
    return True


def named(pair: PairTerm) -> Options:
    """All options that a pair term asks for; it is earned by one of them in each of their issues."""
    return pair.named if isinstance(pair, Together) else _named(pair.options)


def _named(options: Wanted) -> Options:
    """All options that are wanted, with their issues."""
    return frozenset(
        (issue, option)
        for issue, wanted in options.items()
        for option in (wanted if isinstance(wanted, frozenset) else (wanted,))
    )
