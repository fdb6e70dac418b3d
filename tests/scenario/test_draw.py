"""What the seed draws before the first cable, in every scenario: within bounds, always the same, nothing beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from functools import cache
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario import Delay, DrawnTemperament, Instructions, Scenario, drawn, historical
from game.text import IssueId, OptionId
from tests.library import EDITIONS, EVERY, scenario

SEED = st.integers() | st.integers(0, 200)
DRAWN = tuple(name for name in EVERY if scenario(name).draw is not None)
ROUNDING = 0.5


@cache
def draw(name: str, seed: int) -> Scenario:
    """A scenario as a seed draws it."""
    return drawn(scenario(name), seed)


def test_some_scenarios_draw() -> None:
    """Most shipped scenarios state bounds, and a drill states all that there are."""
    assert len(DRAWN) >= 3
    bounds = scenario("harbour").draw
    assert bounds is not None
    assert all(getattr(bounds, field.name) for field in fields(bounds))


@given(st.sampled_from(EVERY), SEED)
def test_the_same_seed_draws_the_same(name: str, seed: int) -> None:
    """A draw hangs on the scenario and the seed and on nothing else."""
    again = drawn(scenario(name), seed)
    assert again == draw(name, seed)
    assert repr(again) == repr(draw(name, seed))


@given(st.sampled_from(EVERY), SEED)
def test_only_what_is_secret_is_drawn(name: str, seed: int) -> None:
    """The public half is the same in every draw, and of the envelopes what has no bounds; what happens is as it is
    written, for certain."""
    told, found = scenario(name), draw(name, seed)
    for field in fields(told):
        if field.name not in ("instructions", "judgements", "happenings", "undrawn"):
            assert getattr(found, field.name) == getattr(told, field.name)
    for who, sheet in told.instructions.items():
        same = replace(
            found.instructions[who],
            points=sheet.points,
            reservation_value=sheet.reservation_value,
            temperament=sheet.temperament,
        )
        assert same == sheet
    for audience, judgement in told.judgements.items():
        assert replace(found.judgements[audience], threshold=judgement.threshold) == judgement
    certain = [replace(each, chance=100) for each in told.happenings]
    assert [each for each in certain if each in found.happenings] == list(found.happenings)


@given(st.sampled_from(DRAWN), SEED)
def test_a_draw_stays_within_its_bounds(name: str, seed: int) -> None:
    """Walk-aways, thresholds and temperaments lie between the ends of their ranges, ends included; what has no range is
    as it is written."""
    told, found = scenario(name), draw(name, seed)
    bounds = told.draw
    assert bounds is not None
    for who, sheet in found.instructions.items():
        written = told.instructions[who]
        low, high = bounds.reservation_value.get(who, (written.reservation_value,) * 2)
        assert low <= sheet.reservation_value <= high
        characters = [told.temperaments[name] for name in bounds.temperament.get(who, DrawnTemperament()).like]
        came = next((one for one in characters if one.name == sheet.temperament.name), written.temperament)
        assert came in characters or not characters
        for degree in ("patience", "generosity", "candour", "pride", "talk"):
            as_written = getattr(came, degree)
            least, most = bounds.temperament.get(who, DrawnTemperament()).ranges.get(degree, (as_written, as_written))
            assert least <= getattr(sheet.temperament, degree) <= most
    for audience, judgement in found.judgements.items():
        low, high = bounds.threshold.get(audience, (told.judgements[audience].threshold,) * 2)
        assert low <= judgement.threshold <= high


@given(st.sampled_from(DRAWN), SEED)
def test_weights_move_within_their_bounds(name: str, seed: int) -> None:
    """Each row of a sheet is the written one times a factor: what is better stays no worse, and no number moves further
    than the bounds allow, where all other issues have moved the other way."""
    told, found = scenario(name), draw(name, seed)
    weight = (told.draw.weights if told.draw else 0) / 100
    for who, sheet in found.instructions.items():
        for issue, row in told.instructions[who].points.items():
            new = sheet.points[issue]
            assert new.keys() == row.keys()
            for option, points in row.items():
                most = abs(points) * (1 + weight) / (1 - weight)
                least = abs(points) * (1 - weight) / (1 + weight)
                assert least - ROUNDING <= abs(new[option]) <= most + ROUNDING
                assert new[option] * points >= 0
                assert all(new[option] >= new[other] for other in row if points >= row[other])


@given(st.sampled_from(DRAWN), SEED)
def test_the_best_text_keeps_its_worth(name: str, seed: int) -> None:
    """What a seat could have at most, word by word, is what it is on the written sheet, up to rounding."""
    for who, sheet in draw(name, seed).instructions.items():
        written = scenario(name).instructions[who]
        assert abs(most_of(sheet) - most_of(written)) <= ROUNDING * len(sheet.points)


def most_of(sheet: Instructions) -> int:
    """The sum of the best words."""
    return sum(max(row.values()) for row in sheet.points.values())


@given(st.sampled_from(DRAWN), SEED)
def test_history_stays_agreeable(name: str, seed: int) -> None:
    """Where the text that was signed is no worse than no text on the written sheet, it is so on every drawn one."""
    told, found = scenario(name), draw(name, seed)
    assert told.history is not None
    for who, sheet in told.instructions.items():
        if sheet.utility(told.history.outcome) >= sheet.reservation_value:
            now = found.instructions[who]
            assert now.utility(told.history.outcome) >= now.reservation_value


@pytest.mark.parametrize("name", DRAWN)
def test_what_is_written_lies_within_the_bounds(name: str) -> None:
    """The written numbers lie within the bounds around them, so that a draw that falls back on them keeps to these."""
    told = scenario(name)
    bounds = told.draw
    assert bounds is not None
    for who, (low, high) in bounds.reservation_value.items():
        assert low <= told.instructions[who].reservation_value <= high
    for audience, (low, high) in bounds.threshold.items():
        assert low <= told.judgements[audience].threshold <= high


@given(st.sampled_from(DRAWN), SEED, st.data())
def test_each_sheet_is_drawn_for_itself(name: str, seed: int, data: st.DataObject) -> None:
    """With another secret half of everybody else, and other bounds for it, a seat's own sheet is drawn alike: nothing
    of one can be read off another. So is each audience's threshold."""
    told = scenario(name)
    assert told.draw is not None
    who = data.draw(st.sampled_from(told.ids))
    others = {
        each: sheet if each == who else replace(sheet, points=_turned(sheet), reservation_value=0, delay=Delay(7, 1.0))
        for each, sheet in told.instructions.items()
    }
    elsewhere = replace(
        told.draw,
        reservation_value={w: bounds if w == who else (-9, 9) for w, bounds in told.draw.reservation_value.items()},
        temperament={w: bounds for w, bounds in told.draw.temperament.items() if w == who},
    )
    other = drawn(replace(told, instructions=others, judgements={}, happenings=(), draw=elsewhere), seed)
    assert other.instructions[who] == draw(name, seed).instructions[who]
    alone = drawn(replace(told, instructions=others, happenings=(), draw=elsewhere), seed)
    assert alone.judgements == draw(name, seed).judgements


def _turned(sheet: Instructions) -> dict[IssueId, dict[OptionId, int]]:
    return {issue: dict(zip(row, reversed(list(row.values())), strict=True)) for issue, row in sheet.points.items()}


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_what_may_happen_happens_as_often_as_it_is_said(name: str) -> None:
    """Over many seeds each event happens about as often as its chance says, four standard deviations allowed; what is
    certain always."""
    told, seeds = scenario(name), range(600)
    happened = Counter(each.id for seed in seeds for each in drawn(replace(told, draw=None), seed).happenings)
    for each in told.happenings:
        share = each.chance / 100
        expected, spread = share * len(seeds), sqrt(len(seeds) * share * (1 - share))
        assert abs(happened[each.id] - expected) <= 4 * spread, each.id


@pytest.mark.parametrize("name", DRAWN)
def test_draws_differ(name: str) -> None:
    """No two games alike: of thirty seeds, most draw sheets of their own."""
    found = {repr(draw(name, seed).instructions) for seed in range(30)}
    assert len(found) > 25


@pytest.mark.parametrize("name", DRAWN)
def test_every_value_of_a_range_is_drawn(name: str) -> None:
    """Over many seeds a short range of walk-aways or thresholds is used from end to end."""
    told = scenario(name)
    assert told.draw is not None
    found = [draw(name, seed) for seed in range(150)]
    for audience, (low, high) in told.draw.threshold.items():
        if high - low <= 8:
            assert {each.judgements[audience].threshold for each in found} == set(range(low, high + 1))
    for who, (low, high) in told.draw.reservation_value.items():
        values = {each.instructions[who].reservation_value for each in found}
        assert len(values) > (high - low) / 2


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_as_it_is_written(name: str) -> None:
    """The historical draw is the file: the sheets and thresholds that are written; what is likelier than not happens,
    and what is not does not."""
    told, found = scenario(name), historical(scenario(name))
    assert replace(found, happenings=told.happenings, undrawn=()) == told
    assert found.happenings == tuple(replace(each, chance=100) for each in told.happenings if each.chance >= 50)
