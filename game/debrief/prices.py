"""What phrases fetched: which words were given for which, in the packages that were carried.

In a package that is carried, delegations go from one wording to another: each such way is a step, given by whoever goes
it and gained by all who stand at its end and came from elsewhere, or had stood there before. Where two meet at a
wording between theirs, each has given a step and gained one; where nobody else stands at its end, nobody has gained the
phrase. What a step is worth to anybody is the difference between
the two wordings on one's own sheet, whatever else stands in the text: points for two wordings together are in no price.

A price of one phrase is stated only where one step was given for one. Where more changed hands, how much of it was for
which is not to be known, and no share is guessed: beside the phrase stands what all that its gainer gave in the package
was worth to itself. Words that somebody gave up alone, outside a package, were sold to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from game.debrief.course import Step
from game.debrief.debrief import Debrief
from game.talks import Accept, Package
from game.text import DelegationId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class Given:
    """A step that a package moved somebody."""

    issue: IssueId
    old: OptionId
    option: OptionId
    by: tuple[DelegationId, ...]
    """Who went it, in the order of the table."""
    to: tuple[DelegationId, ...]
    """Who gained it: all others that stand there with the package."""
    points: Mapping[DelegationId, int]
    """What the wording is worth to each delegation more than the old one."""


@dataclass(frozen=True, slots=True)
class Bargain:
    """A package that was carried."""

    step: int
    """The number of the move that carried it."""
    hour: float
    package: Package
    accepted_by: tuple[DelegationId, ...]
    given: tuple[Given, ...]
    """In the order of the text."""

    @property
    def one_for_one(self) -> bool:
        """Whether one delegation gave one step to another, and got one from it."""
        return len(self.given) == 2 and all(
            len(one.by) == 1 and one.by[0] in other.to for one, other in (self.given, self.given[::-1])
        )

    def paid(self, who: DelegationId) -> int:
        """What all that a delegation gave was worth to itself, in points of its sheet."""
        return -sum(each.points[who] for each in self.given if who in each.by)

    def got(self, who: DelegationId) -> int:
        """What all that a delegation gained was worth to it, in points of its sheet."""
        return sum(each.points[who] for each in self.given if who in each.to)


@dataclass(frozen=True, slots=True)
class Sale:
    """A phrase that one delegation gained in one bargain."""

    given: Given
    to: DelegationId
    bargain: Bargain

    @property
    def worth(self) -> int:
        """What the phrase was worth to it more than the wording that was left."""
        return self.given.points[self.to]

    @property
    def lost(self) -> int:
        """What it cost those who gave it, all of them together."""
        return -sum(self.given.points[who] for who in self.given.by)

    @property
    def paid(self) -> int:
        """What all that it gave in the package was worth to itself."""
        return self.bargain.paid(self.to)

    @property
    def price(self) -> Given | None:
        """The step that it gave for this one, where it was one for one."""
        return next((each for each in self.bargain.given if each is not self.given and self.bargain.one_for_one), None)


@dataclass(frozen=True)
class Priced:
    """One phrase, as one delegation gained it, over all the records; each on its own sheets."""

    issue: IssueId
    option: OptionId
    to: DelegationId
    sales: tuple[Sale, ...]
    """By what was paid in the whole package, the cheapest first."""

    @property
    def cheapest(self) -> Sale:
        """The package in which its gainer gave least."""
        return self.sales[0]

    @property
    def dearest(self) -> Sale:
        """The package in which its gainer gave most."""
        return self.sales[-1]

    @property
    def times(self) -> int:
        """In how many packages it was gained; where two gave it from different wordings, in one."""
        return len(self._paid)

    @cached_property
    def _paid(self) -> list[int]:
        """What its gainer gave in each of them."""
        return [bargain.paid(self.to) for bargain in {id(sale.bargain): sale.bargain for sale in self.sales}.values()]

    @property
    def paid(self) -> float:
        """The median of what its gainer gave in a whole package."""
        return median(self._paid)

    @cached_property
    def worth(self) -> float:
        """The median of what it was worth to its gainer."""
        return median(sale.worth for sale in self.sales)

    @cached_property
    def lost(self) -> float:
        """The median of what it cost those who gave it."""
        return median(sale.lost for sale in self.sales)

    @property
    def alone(self) -> tuple[Sale, ...]:
        """The sales of one step for one, in which the price is that of the phrase itself."""
        return tuple(sale for sale in self.sales if sale.price)


def bargains(debrief: Debrief) -> tuple[Bargain, ...]:
    """The packages that were carried in these talks, in order, on the sheets of the end."""
    return tuple(_bargains(debrief))


def prices(debriefs: Iterable[Debrief]) -> tuple[Priced, ...]:
    """The price list of some talks of one scenario: in the order of the text, the wordings from strong to weak, the
    gainers in the order of the table."""
    found: dict[tuple[IssueId, OptionId, DelegationId], list[Sale]] = {}
    ranked: list[tuple[IssueId, OptionId, DelegationId]] = []
    for debrief in debriefs:
        if not ranked:
            issues, ids = debrief.scenario.text.issues, debrief.scenario.ids
            ranked = [(issue.id, option.id, who) for issue in issues for option in issue.options for who in ids]
        for bargain in bargains(debrief):
            for each in bargain.given:
                for who in each.to:
                    found.setdefault((each.issue, each.option, who), []).append(Sale(each, who, bargain))
    return tuple(
        Priced(*phrase, tuple(sorted(found[phrase], key=lambda sale: sale.paid)))
        for phrase in ranked
        if phrase in found
    )


def _bargains(debrief: Debrief) -> Iterator[Bargain]:
    for step in debrief.course.steps:
        if isinstance(step.move, Accept) and step.before.positions is not step.after.positions:
            package = step.before.package(step.move.package)
            if package is not None:
                takers = tuple(who for who in debrief.scenario.ids if who in package.asked)
                given = tuple(_given(debrief, step, package))
                yield Bargain(step.number, step.after.hours, package, takers, given)


def _given(debrief: Debrief, step: Step, package: Package) -> Iterator[Given]:
    """What a package moves, those together who go the same way."""
    scenario, before, after = debrief.scenario, step.before.positions, step.after.positions
    ways: dict[tuple[IssueId, OptionId, OptionId], list[DelegationId]] = {}
    for who in scenario.ids:
        for issue, option in package.of(who).items():
            ways.setdefault((issue, before[who][issue], option), []).append(who)
    order = {issue.id: place for place, issue in enumerate(scenario.text.issues)}
    for (issue, old, option), by in sorted(ways.items(), key=lambda way: order[way[0][0]]):
        sheets = {who: scenario.instructions[who].points[issue] for who in scenario.ids}
        there = tuple(who for who in scenario.ids if after[who][issue] == option and who not in by)
        moved = {who: points[option] - points[old] for who, points in sheets.items()}
        yield Given(issue, old, option, tuple(by), there, moved)
