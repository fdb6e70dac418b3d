"""Small random scenarios with every tangle there is, and enumeration as their oracle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from random import Random

from hypothesis import strategies as st

from game.analysis import Points, Space, Threshold
from game.analysis.sheet import Together
from game.text import DelegationId, Exclusion, Issue, IssueId, Option, OptionId, Outcome, Text, parse_template

SEATS = tuple(map(DelegationId, ("ARIA", "BORO", "CIMA", "DELT", "EMBR", "FARO")))


@dataclass(frozen=True)
class World:
    """A space, with walk-aways, and all its texts one by one."""

    space: Space
    walk_away: Mapping[DelegationId, int]
    some: Outcome
    """Any combination of options, allowed or not."""

    @cached_property
    def texts(self) -> list[Outcome]:
        """Every text of the space."""
        text, space = self.space.text, self.space
        every = product(*([(issue.id, option.id) for option in issue.options] for issue in text.issues))
        return [
            dict(chosen)
            for chosen in every
            if not set(chosen) & space.shut and text.conflict(dict(chosen)) is None and self.met(dict(chosen))
        ]

    def met(self, outcome: Outcome) -> bool:
        """Whether a text meets the thresholds."""
        return all(points(one.sheet, outcome) >= one.at_least for one in self.space.thresholds)

    @cached_property
    def sums(self) -> list[tuple[int, ...]]:
        """What each text is worth to everybody."""
        return [tuple(points(sheet, text) for sheet in self.space.sheets.values()) for text in self.texts]

    @cached_property
    def agreeable(self) -> list[int]:
        """The numbers of the texts that give everybody the walk-away."""
        least = [self.walk_away[who] for who in self.space.sheets]
        return [n for n, sums in enumerate(self.sums) if all(a >= b for a, b in zip(sums, least, strict=True))]


def points(sheet: object, outcome: Outcome) -> int:
    """Points of a text, said once more and as plainly as possible."""
    assert isinstance(sheet, Points)
    total = 0.0
    for issue, option in outcome.items():
        total += sheet.points[issue][option]
    for pair in sheet.pairs:
        wanted = [(outcome[issue], {one} if isinstance(one, str) else one) for issue, one in pair.options.items()]
        if all(option in some for option, some in wanted):
            total += pair.points
    return round(total)


def unbeaten(sums: list[tuple[int, ...]]) -> set[tuple[int, ...]]:
    """The points that nothing beats."""
    different = set(sums)
    return {
        one
        for one in different
        if not any(other != one and all(a >= b for a, b in zip(other, one, strict=True)) for other in different)
    }


@st.composite
def worlds(draw: st.DrawFn, *, seats: int = 6, thresholds: int = 2) -> World:
    """Sizes are drawn, so that what fails shrinks; the rest follows from a seed."""
    chance = Random(draw(st.integers(0, 2**32), label="seed"))
    sizes = draw(st.lists(st.sampled_from((1, 2, 3, 3, 4, 4)), min_size=1, max_size=5), label="options by issue")
    return world(
        chance,
        sizes,
        seats=draw(st.integers(2, seats), label="delegations"),
        exclusions=draw(st.integers(0, 5), label="exclusions"),
        pairs=draw(st.integers(0, 3), label="pair terms for each"),
        thresholds=draw(st.integers(0, thresholds), label="thresholds"),
        shut=draw(st.integers(0, 2), label="options shut"),
    )


def world(
    chance: Random, sizes: list[int], *, seats: int, exclusions: int, pairs: int, thresholds: int, shut: int
) -> World:
    """A scenario by chance."""
    issues = tuple(
        Issue(IssueId(f"i{n}"), f"i{n}", tuple(Option(OptionId(f"o{m}"), "", "") for m in range(size)))
        for n, size in enumerate(sizes)
    )
    apart = tuple(Exclusion(dict(_scope(chance, issues)), "Apart.") for _ in range(exclusions))
    text = Text(parse_template("PAPER"), (), issues, apart)
    every = [(issue.id, option.id) for issue in issues for option in issue.options]
    sheets = {who: _sheet(chance, issues, pairs) for who in SEATS[:seats]}
    space = Space(
        text,
        sheets,
        frozenset(chance.sample(every, min(shut, len(every)))),
        tuple(Threshold(_sheet(chance, issues, pairs), chance.randint(-15, 8)) for _ in range(thresholds)),
    )
    some = {issue.id: chance.choice(issue.options).id for issue in issues}
    return World(space, {who: chance.randint(-12, 12) for who in sheets}, some)


def _scope(chance: Random, issues: tuple[Issue, ...]) -> Iterator[tuple[IssueId, frozenset[OptionId]]]:
    for issue in chance.sample(issues, min(len(issues), chance.choice((1, 2, 2, 2, 2, 3, 3, 3, 4)))):
        options = [option.id for option in issue.options]
        yield issue.id, frozenset(chance.sample(options, chance.randint(1, max(1, len(options) // 2))))


def _sheet(chance: Random, issues: tuple[Issue, ...], pairs: int) -> Points:
    spread = chance.choice((3, 10, 1000))
    single = {issue.id: {o.id: chance.randint(-spread // 3, spread) for o in issue.options} for issue in issues}
    terms = []
    for _ in range(pairs if len(issues) > 1 else 0):
        together = chance.sample(issues, chance.choice((2, 2, min(3, len(issues)))))
        options = {issue.id: _wanted(chance, issue) for issue in together}
        terms.append(Together(options, chance.randint(-spread, spread)))
    return Points(single, tuple(terms))


def _wanted(chance: Random, issue: Issue) -> OptionId | frozenset[OptionId]:
    """One option, or every third time some of which any will do."""
    if chance.random() < 0.67:
        return chance.choice(issue.options).id
    return frozenset(option.id for option in chance.sample(issue.options, chance.randint(1, len(issue.options))))
