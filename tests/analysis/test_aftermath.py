"""What agreeable texts bring later, by how vague they are."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from game.analysis import Budget, aftermath_summary, delay_costs, space_of
from game.text import Outcome
from tests.analysis.surroundings import BANDS, Surrounded, surroundings
from tests.library import EVERY, MAIN, scenario


def vague(small: Surrounded, outcome: Outcome) -> int:
    """How many vague wordings a text has."""
    options = [small.scenario.text[issue][option] for issue, option in outcome.items()]
    return sum(bool(option.words) and option.precise == 0 for option in options)


@settings(max_examples=50)
@given(surroundings())
def test_the_counts_are_those_of_enumeration(small: Surrounded) -> None:
    """Texts by their number of vague wordings, and what they bring together and on average."""
    told = small.scenario
    least = {who: sheet.reservation_value for who, sheet in told.instructions.items()}
    found = aftermath_summary(told, space_of(told), least)
    assert found.vague is not None
    assert {row.wordings: row.signable for row in found.vague} == Counter(vague(small, one) for one in small.signable)
    for row in found.vague:
        good = [one for one in small.agreeable if vague(small, one) == row.wordings]
        assert row.agreeable == len(good)
        assert row.share == Fraction(len(good), row.signable)
        for band in BANDS:
            assert row.brings[band] == tuple(sum(small.later(one, who, band) for one in good) for who in told.ids)
    for band in BANDS:
        whole = [sum(small.later(one, who, band) for one in small.agreeable) for who in told.ids]
        mean = tuple(Fraction(total, len(small.agreeable)) for total in whole) if small.agreeable else None
        assert found.mean(band) == mean


@settings(max_examples=50)
@given(surroundings())
def test_the_slopes_are_those_of_a_straight_line(small: Surrounded) -> None:
    """Easier and dearer by every vague wording, as numpy draws the line through all texts."""
    told = small.scenario
    least = {who: sheet.reservation_value for who, sheet in told.instructions.items()}
    found = aftermath_summary(told, space_of(told), least)
    places = [vague(small, one) for one in small.signable]
    if len(set(places)) < 2:
        assert found.easier is None
    else:
        good = [float(one in small.agreeable) for one in small.signable]
        assert found.easier is not None
        assert float(found.easier) == pytest.approx(np.polyfit(places, good, 1)[0], abs=1e-9)
    places = [vague(small, one) for one in small.agreeable]
    slopes = found.dearer("warm")
    if len(set(places)) < 2:
        assert slopes is None
        return
    assert slopes is not None
    for who, slope in zip(told.ids, slopes, strict=True):
        heights = [small.later(one, who, "warm") for one in small.agreeable]
        assert float(slope) == pytest.approx(np.polyfit(places, heights, 1)[0], abs=1e-9)


@given(surroundings())
def test_history_and_no_text(small: Surrounded) -> None:
    """What the historical text brings at each band, and what no text brings."""
    told = small.scenario
    least = {who: sheet.reservation_value for who, sheet in told.instructions.items()}
    found = aftermath_summary(told, space_of(told), least)
    assert told.history is not None
    assert found.historical is not None
    for band in BANDS:
        assert found.historical[band] == tuple(small.later(told.history.outcome, who, band) for who in told.ids)
    assert found.walk_away == tuple(least[who] + n for who, n in zip(told.ids, found.no_text, strict=True))


def test_what_is_vague() -> None:
    """*As appropriate* is; silence and *regular* are not."""
    status = scenario(MAIN).text.issues[0]
    assert {option.id for option in status.options if option.vague} == {"appropriate", "dialogue"}


def test_too_small_a_budget() -> None:
    """What takes too long is missing, not wrong."""
    main = scenario(MAIN)
    least = {who: sheet.reservation_value for who, sheet in main.instructions.items()}
    found = aftermath_summary(main, space_of(main, budget=Budget(1, 2, 2)), least)
    assert found.vague is None
    assert (found.mean("cold"), found.easier, found.dearer("cold")) == (None, None, None)
    assert found.historical is not None


@pytest.mark.parametrize("name", EVERY)
def test_waiting_is_the_delay_of_the_rules(name: str) -> None:
    """Points an hour, and for the whole calendar as the rules charge them."""
    told = scenario(name)
    found = delay_costs(told)
    for who, sheet in told.instructions.items():
        assert found[who].to_the_end == sheet.delay.cost(told.calendar.hours)
        assert float(found[who].an_hour) == pytest.approx(sheet.delay.points / sheet.delay.hours)
