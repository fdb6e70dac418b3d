"""What the texts that could be agreed bring later, and whether vague words are easier to sign and dearer to live with.

A wording is vague where it says something and nothing precise; silence is not vague. For every number of vague
wordings the texts are counted, and what the aftermath brings by them is added up: whole numbers, nothing enumerated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from game.analysis.aftermath_sheet import aftermath_sheet, walk_away_with_aftermath
from game.analysis.census import TextCounts, count_texts
from game.analysis.compile_diagram import diagram_of
from game.analysis.diagram import together
from game.analysis.sheet import Points, Sheet
from game.analysis.space import Space
from game.scenario import Band, Scenario, lowest_band
from game.text import DelegationId, Text

BANDS: tuple[Band, ...] = ("cold", "correct", "warm")


@dataclass(frozen=True, slots=True)
class Vagueness:
    """The texts with one number of vague wordings."""

    wordings: int
    signable: int
    """How many of them cross nobody's red line and lie within what the capitals could ever open."""
    agreeable: int
    """How many of those give everybody the walk-away."""
    brings: Mapping[Band, tuple[int, ...]]
    """What the aftermath brings each delegation by all agreeable ones together, by goodwill."""

    @property
    def share(self) -> Fraction:
        """The part of the signable ones that is agreeable."""
        return Fraction(self.agreeable, self.signable)

    def mean(self, lowest: Band) -> tuple[Fraction, ...] | None:
        """What an agreeable one brings each delegation on average; None where there is none."""
        return tuple(Fraction(total, self.agreeable) for total in self.brings[lowest]) if self.agreeable else None


@dataclass(frozen=True)
class AftermathSummary:
    """The aftermath of the texts that could be agreed, at each band of goodwill; in the order of the table."""

    opening: Band
    """Between the coldest two when the talks open."""
    no_text: tuple[int, ...]
    """What no text brings."""
    walk_away: tuple[int, ...]
    """What a text must be worth, its aftermath counted in, to be no worse than none: the hours are lost anyhow."""
    historical: Mapping[Band, tuple[int, ...]] | None
    """What the historical text brings, if there is one."""
    vague: tuple[Vagueness, ...] | None
    """The texts by their number of vague wordings, the fewest first; None where that took more than the budget."""
    left_out: tuple[str, ...] = ()
    """The tests that read too many words at once to be reckoned with."""

    @property
    def exact(self) -> bool:
        """Whether the texts were counted, and every test is reckoned with."""
        return self.vague is not None and not self.left_out

    def mean(self, lowest: Band) -> tuple[Fraction, ...] | None:
        """What an agreeable text brings each delegation on average."""
        rows = self.vague or ()
        texts = sum(row.agreeable for row in rows)
        if not texts:
            return None
        return tuple(Fraction(sum(row.brings[lowest][n] for row in rows), texts) for n in range(len(self.no_text)))

    @property
    def easier(self) -> Fraction | None:
        """How much the part of the signable texts that is agreeable grows with every vague wording, as a straight line
        through all of them has it; None where all have the same number."""
        return _slope([(row.wordings, row.signable, row.agreeable) for row in self.vague or ()])

    def dearer(self, lowest: Band) -> tuple[Fraction, ...] | None:
        """How much more the aftermath brings each delegation with every vague wording of an agreeable text (less, where
        it is negative), as a straight line through all of them has it."""
        rows = self.vague or ()
        sides = range(len(self.no_text))
        found = [_slope([(row.wordings, row.agreeable, row.brings[lowest][n]) for row in rows]) for n in sides]
        return tuple(slope for slope in found if slope is not None) if None not in found else None


def _slope(heaps: Iterable[tuple[int, int, int]]) -> Fraction | None:
    """The slope of the line of least squares through heaps of points: where each heap stands, how many there are, and
    the sum of their heights."""
    heaps = list(heaps)
    many, height = sum(n for _, n, _ in heaps), sum(total for _, _, total in heaps)
    place, square = sum(x * n for x, n, _ in heaps), sum(x * x * n for x, n, _ in heaps)
    spread = many * square - place * place
    return Fraction(many * sum(x * total for x, _, total in heaps) - place * height, spread) if spread else None


def vague_wordings(text: Text) -> Points:
    """A sheet on which a text is worth as many points as it has vague wordings."""
    return Points({issue.id: {option.id: float(option.vague) for option in issue.options} for issue in text.issues})


def aftermath_summary(scenario: Scenario, space: Space, walk_away: Mapping[DelegationId, int]) -> AftermathSummary:
    """The aftermath of the texts of a space that give everybody the walk-away."""
    sheets = {band: [aftermath_sheet(scenario, who, band) for who in scenario.ids] for band in BANDS}
    left_out = {test for of_band in sheets.values() for sheet in of_band for test in sheet.left_out}
    signed = scenario.history.outcome if scenario.history else None
    fell = {
        band: [test.fell(signed, scenario.binding, band) for test in scenario.aftermath] for band in BANDS if signed
    }
    brought = {
        band: tuple(sum(branch.points.get(who, 0) for branch in branches) for who in scenario.ids)
        for band, branches in fell.items()
    }
    return AftermathSummary(
        lowest_band(scenario.goodwill),
        tuple(scenario.without_text(who) for who in scenario.ids),
        tuple(walk_away_with_aftermath(scenario, who) for who in scenario.ids),
        brought or None,
        _by_vagueness(space, walk_away, sheets),
        tuple(test.id for test in scenario.aftermath if test.id in left_out),
    )


def _by_vagueness(
    space: Space, walk_away: Mapping[DelegationId, int], sheets: Mapping[Band, Sequence[Sheet]]
) -> tuple[Vagueness, ...] | None:
    """The texts of a space by their number of vague wordings, with what the sheets of each band bring by them. None if
    they are too many to count."""
    everything = _counted(space, {}, [])
    counts = {band: _counted(space, walk_away, of_band) for band, of_band in sheets.items()}
    if everything is None or any(found is None for found in counts.values()):
        return None
    signable = _rows(everything)
    brings = {band: _rows(found) for band, found in counts.items() if found is not None}
    nothing = [0] * (1 + len(walk_away))
    return tuple(
        Vagueness(
            wordings,
            signable[wordings][0],
            max(found.get(wordings, nothing)[0] for found in brings.values()),
            {band: tuple(found.get(wordings, nothing)[1:]) for band, found in brings.items()},
        )
        for wordings in sorted(signable)
    )


def _counted(space: Space, at_least: Mapping[DelegationId, int], totals: Sequence[Sheet]) -> TextCounts | None:
    """The texts that give everybody so much, by their number of vague wordings, with what they are worth together on
    some sheets."""
    vague = vague_wordings(space.text)
    judges = [space.sheets[who] for who in at_least]
    ties = together([*judges, *totals, *(one.sheet for one in space.thresholds)])
    diagram = diagram_of(space.text, ties, space.budget.width, space.shut)
    if not diagram.exact:
        return None
    limits = [(diagram.whole(space.sheets[who]), least) for who, least in at_least.items()]
    limits += [(diagram.whole(one.sheet), one.at_least) for one in space.thresholds]
    every = np.ones(len(diagram.options), dtype=np.bool_)
    spread, added = [diagram.whole(vague)], [diagram.whole(sheet) for sheet in totals]
    return count_texts(diagram, limits, every, space.budget, spread=spread, totals=added)


def _rows(found: TextCounts) -> dict[int, list[int]]:
    """For each number of vague wordings how many texts there are, and their totals."""
    numbers = zip(found.sums[:, 0].tolist(), found.counts.tolist(), found.totals.tolist(), strict=True)
    return {wordings: [many, *totals] for wordings, many, totals in numbers}
