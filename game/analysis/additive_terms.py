"""A table of points as a sum of few terms: points for one choice in one issue, and for choices that stand together.

A table has a number for every combination of choices in a few issues. One issue is taken out: of its choices, one is
the usual case, and what the others add to it is a smaller table each, in which most numbers are nothing. Which issue is
taken first, and what is usual, is tried out, so that few terms are left; choices that add the same share a term.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from operator import sub

_PATIENCE = 2_000
"""Tables that are looked at while the fewest terms are sought; after that the first way is taken."""

Shape = tuple[int, ...]
"""How many choices each issue of a table has. 1: there is no choice, or none any more."""

Numbers = tuple[int, ...]
"""The numbers of a table, the choices of the last issue one after the other."""


@dataclass(frozen=True, slots=True)
class Term:
    """Points that are earned by one of some choices in each of some issues."""

    choices: Mapping[int, tuple[int, ...]]
    """By the number of the issue. Empty: earned always."""
    points: int


@lru_cache(maxsize=512)
def terms(shape: Shape, table: Numbers) -> tuple[Term, ...]:
    """Terms whose sum is the number in the table, for every combination of choices."""
    alike: list[list[tuple[int, ...]]] = []
    """By issue, the choices that are the same wherever they stand."""
    for issue in range(len(shape)):
        same: dict[Numbers, list[int]] = {}
        for choice, part in enumerate(_parts(shape, table, issue)):
            same.setdefault(part, []).append(choice)
        alike.append([tuple(choices) for choices in same.values()])
        places = _places(shape, issue)
        kept = sorted(place for choices in same.values() for place in places[choices[0]])
        table = tuple([table[place] for place in kept])
        shape = (*shape[:issue], len(same), *shape[issue + 1 :])
    found = _Search().found(shape, table, 0)[1]
    return tuple(
        Term({n: tuple(sorted(c for m in few for c in alike[n][m])) for n, few in term.choices.items()}, term.points)
        for term in found
    )


Found = tuple[int, tuple[Term, ...]]
"""Terms, and how many of them are about two issues and more: those are dear, the others cost nothing."""


class _Search:
    """A search for few terms. What was found for a table is kept."""

    def __init__(self) -> None:
        self.known: dict[tuple[Shape, Numbers, int], Found] = {}

    def found(self, shape: Shape, table: Numbers, held: int) -> Found:
        """Terms for a table that counts only where choices in so many other issues are made."""
        low = min(table)
        if low == max(table):
            return (int(held > 1), (Term({}, low),)) if low else (0, ())
        key = shape, table, min(held, 2)
        if key not in self.known:
            best: Found | None = None
            for issue in (n for n, choices in enumerate(shape) if choices > 1):
                for usual in self._usual(shape, table, issue, held):
                    one = self._taken_out(shape, table, issue, usual, held)
                    best = one if best is None or one[0] < best[0] else best
                    if len(self.known) > _PATIENCE:
                        break
                if best is not None and (not best[0] or len(self.known) > _PATIENCE):
                    break
            assert best is not None, "a table with two numbers has an issue with two choices"
            self.known[key] = best
        return self.known[key]

    def _usual(self, shape: Shape, table: Numbers, issue: int, held: int) -> Iterable[Numbers]:
        """What may be taken for usual in an issue, the commonest first."""
        counts: dict[Numbers, list[Numbers]] = {}
        for part in _parts(shape, table, issue):
            # Where nothing else is held, what differs from it by the same number everywhere is no dearer.
            alike = part if held else tuple(number - part[0] for number in part)
            counts.setdefault(alike, []).append(part)
        return [same[0] for same in sorted(counts.values(), key=len, reverse=True)]

    def _taken_out(self, shape: Shape, table: Numbers, issue: int, usual: Numbers, held: int) -> Found:
        """Terms for what is usual in an issue, and for what each of its other choices adds to that."""
        smaller = (*shape[:issue], 1, *shape[issue + 1 :])
        dear, made = self.found(smaller, usual, held)
        added: dict[Numbers, list[int]] = {}
        for choice, part in enumerate(_parts(shape, table, issue)):
            added.setdefault(tuple(map(sub, part, usual)), []).append(choice)
        for more, choices in added.items():
            extra, under = self.found(smaller, more, held + 1)
            dear += extra
            made += tuple(Term({issue: tuple(choices), **term.choices}, term.points) for term in under)
        return dear, made


def _parts(shape: Shape, table: Numbers, issue: int) -> list[Numbers]:
    """The table by the choices of one issue."""
    return [tuple([table[place] for place in places]) for places in _places(shape, issue)]


@lru_cache(maxsize=512)
def _places(shape: Shape, issue: int) -> tuple[tuple[int, ...], ...]:
    """For each choice of an issue the places of its numbers in a table."""
    inner = prod(shape[issue + 1 :])
    return tuple(
        tuple(place for place in range(prod(shape)) if place // inner % shape[issue] == choice)
        for choice in range(shape[issue])
    )
