"""No two games alike: the seed draws instructions within the bounds that a scenario states, before the first cable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from game.scenario.scenario import Scenario
from game.scenario.seeds import Seed, stream
from game.scenario.topics.audiences import AudienceId
from game.scenario.topics.bounds import Draw, DrawnTemperament
from game.scenario.topics.instructions import Instructions
from game.text import DelegationId, IssueId, OptionId

_TRIES = 40
"""Draws in which history could not have happened are drawn again, so often."""
_LIKELY = 50
"""Per cent: what was likelier than this happens in the historical draw."""


def historical(scenario: Scenario) -> Scenario:
    """The scenario with the instructions as they are written: the default in class, the same for all tables."""
    likely = tuple(replace(each, chance=100) for each in scenario.happenings if each.chance >= _LIKELY)
    undrawn = tuple(each for each in scenario.happenings if each.chance < _LIKELY)
    return replace(scenario, happenings=likely, undrawn=undrawn)


def draws(scenario: Scenario, *, as_written: bool) -> bool:
    """Whether the instructions of some talks are drawn and not those of the file: it states bounds for a draw, and they
    were not asked for as written."""
    return scenario.draw is not None and not as_written


def drawn(scenario: Scenario, seed: Seed) -> Scenario:
    """The scenario with instructions drawn within its bounds: the same for the same seed, always.

    The shape of each issue stays, its weight moves; the best text keeps its worth, up to rounding. If the historical
    text is agreeable as written, it is so in what is drawn.
    """
    happens = stream(seed, "events", f"events {scenario.id} #")
    comes = [(each, happens.random() * 100 < each.chance) for each in scenario.happenings]
    happening = tuple(replace(each, chance=100) for each, drawn in comes if drawn)
    found = replace(scenario, happenings=happening, undrawn=tuple(each for each, drawn in comes if not drawn))
    if scenario.draw is None:
        return found
    bounds = scenario.draw
    sheets = {who: drawn_sheet(scenario, who, seed) for who in scenario.instructions}
    judgements = {
        each: replace(judgement, threshold=_drawn_threshold(bounds, each, seed, scenario.id))
        if each in bounds.threshold
        else judgement
        for each, judgement in scenario.judgements.items()
    }
    return replace(found, instructions=sheets, judgements=judgements)


def _drawn_threshold(bounds: Draw, audience: AudienceId, seed: Seed, scenario: str) -> int:
    return stream(seed, "audience", f"draw {scenario} # {audience}").randint(*bounds.threshold[audience])


def drawn_sheet(scenario: Scenario, who: DelegationId, seed: Seed) -> Instructions:
    """One seat's sheet within the bounds, if there are any; as it is written, where none was drawn on which history
    could be signed. Its chance is its own: nothing of it can be read off another seat's."""
    written, bounds = scenario.instructions[who], scenario.draw
    if bounds is None:
        return written
    chance = stream(seed, "sheet", f"draw {scenario.id} # {who}")
    came = written.temperament
    drawn = bounds.temperament.get(who, DrawnTemperament())
    if drawn.like:
        came = scenario.temperaments[chance.choice(drawn.like)]
    temper = {name: round(chance.uniform(low, high), 3) for name, (low, high) in drawn.ranges.items()}
    mild = replace(written, temperament=came.but(temper))
    for _ in range(_TRIES):
        least = bounds.reservation_value.get(who)
        sheet = replace(
            mild,
            points=_drawn_points(written.points, bounds.weights, chance),
            reservation_value=chance.randint(*least) if least else written.reservation_value,
        )
        if not _agreeable(scenario, written) or _agreeable(scenario, sheet):
            return sheet
    return mild


def _agreeable(scenario: Scenario, sheet: Instructions) -> bool:
    history = scenario.history
    return history is None or sheet.utility(history.outcome) >= sheet.reservation_value


def _drawn_points(
    points: Mapping[IssueId, Mapping[OptionId, int]], weights: int, chance: Random
) -> dict[IssueId, dict[OptionId, int]]:
    """The weight of each issue times a factor; then all of them scaled so that the best text is worth what it was."""
    factors = {issue: 1 + chance.uniform(-weights, weights) / 100 for issue in points}
    before = sum(max(row.values()) for row in points.values())
    after = sum(max(row.values()) * factors[issue] for issue, row in points.items())
    scale = before / after if after > 0 else 1.0
    return {
        issue: {option: round(single * factors[issue] * scale) for option, single in row.items()}
        for issue, row in points.items()
    }
