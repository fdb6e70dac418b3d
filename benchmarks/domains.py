"""Negotiations by chance, the same for us and for a peer: issues of five and of two options, a hundred points a sheet.

Conflict is moderate: what is strong in an issue is good for every other delegation and bad for those between, more or
less, and each delegation has its own weights. Seeded, so that everybody gets the same numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from game.analysis import Points, Space
from game.scenario import Pair
from game.text import DelegationId, Exclusion, Issue, IssueId, Option, OptionId, Text, parse_template

POINTS, FINE = 100, 10_000
"""What a sheet adds up to, about; and where points are fine."""


@dataclass(frozen=True)
class Domain:
    """Issues with their options, and the points of each delegation: `points[delegation][issue][option]`."""

    sizes: tuple[int, ...]
    points: tuple[tuple[tuple[int, ...], ...], ...]
    pairs: tuple[tuple[Pair, ...], ...]
    exclusions: tuple[Exclusion, ...]

    @property
    def walk_away(self) -> int:
        """What no text is worth to everybody: nothing. negmas leaves out of a frontier what is below it."""
        return 0

    def space(self) -> Space:
        """The domain as our analysis takes it."""
        issues = tuple(
            Issue(_issue(n), f"Issue {n}", tuple(Option(_option(m), f"{m}", f"{m}") for m in range(size)))
            for n, size in enumerate(self.sizes)
        )
        sheets = {
            DelegationId(f"D{k}"): Points(
                {_issue(n): {_option(m): worth for m, worth in enumerate(row)} for n, row in enumerate(sheet)}, pairs
            )
            for k, (sheet, pairs) in enumerate(zip(self.points, self.pairs, strict=True))
        }
        return Space(Text(parse_template("PAPER"), (), issues, self.exclusions), sheets)


def _issue(number: int) -> IssueId:
    return IssueId(f"i{number}")


def _option(number: int) -> OptionId:
    return OptionId(f"o{number}")


def domain(power: int, delegations: int, seed: int = 1994, *, tangled: bool = False, points: int = POINTS) -> Domain:
    """A domain of 10^power texts; with `tangled`, with a pair term for every two issues and as many exclusions."""
    chance = Random(f"{power} {delegations} {seed}")
    sizes = tuple(size for _ in range(power) for size in (5, 2))
    sheets = tuple(_sheet(chance, sizes, like=k % 2 == 0, points=points) for k in range(delegations))
    if not tangled:
        return Domain(sizes, sheets, ((),) * delegations, ())
    pairs = tuple(
        tuple(
            Pair(_two(chance, sizes), chance.choice((-2, -1, 1, 2)), "") for _ in range(len(sizes) // 2 // delegations)
        )
        for _ in range(delegations)
    )
    exclusions = tuple(
        Exclusion({issue: frozenset({option}) for issue, option in _two(chance, sizes).items()}, "")
        for _ in range(len(sizes) // 2)
    )
    return Domain(sizes, sheets, pairs, exclusions)


def by_sizes(sizes: tuple[int, ...], seed: int) -> Domain:
    """A domain for two of issues with so many options."""
    chance = Random(f"{sizes} {seed}")
    return Domain(sizes, tuple(_sheet(chance, sizes, like=like) for like in (True, False)), ((), ()), ())


def _sheet(chance: Random, sizes: tuple[int, ...], *, like: bool, points: int = POINTS) -> tuple[tuple[int, ...], ...]:
    weights = [chance.gammavariate(2, 1) for _ in sizes]
    sheet = []
    for weight, size in zip(weights, sizes, strict=True):
        ladder = [(m if like else size - 1 - m) / (size - 1) for m in range(size)]
        heights = [0.6 * step + 0.4 * chance.random() for step in ladder]
        low, high = min(heights), max(heights)
        whole = points * weight / sum(weights)
        sheet.append(tuple(round(whole * (height - low) / (high - low)) for height in heights))
    return tuple(sheet)


def _two(chance: Random, sizes: tuple[int, ...]) -> dict[IssueId, OptionId]:
    """An option of each of two issues that stand near each other."""
    first = chance.randrange(len(sizes) - 1)
    second = min(len(sizes) - 1, first + chance.choice((1, 2, 3)))
    return {
        _issue(first): _option(chance.randrange(sizes[first])),
        _issue(second): _option(chance.randrange(sizes[second])),
    }
