"""A demand is heard, or given up unheard, as the hours are worth more or less than its price."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.delegations import LEVELS, computer
from game.delegations.demands import hearing
from game.delegations.reasons import Because
from game.scenario import Clock, Temperament
from game.talks import Consult, Talks, view
from game.text import DelegationId, IssueId, OptionId
from tests.library import opened

MAIN = "partnership-for-peace-1994"
RUS, STATUS = DelegationId("RUS"), IssueId("status")
POINTS = st.floats(0, 100)
HOURS = st.floats(0, 200)
DEGREE = st.floats(0, 1)


@given(POINTS, POINTS, HOURS, HOURS, DEGREE, DEGREE)
def test_hours_are_dearer_late_and_to_the_hurried(
    hourly: float, at_stake: float, one: float, two: float, calm: float, eager: float
) -> None:
    """Fewer hours that are left, and less patience, never make a hearing cheaper; it costs its delay at least."""
    clock, (late, early), (hurried, patient) = Clock(), sorted((one, two)), sorted((calm, eager))
    first = hearing(clock, hourly, at_stake, early, patient)
    assert hearing(clock, hourly, at_stake, late, hurried) >= first >= (clock.package + clock.decline) * hourly


def at_first(patience: float, price: int) -> Talks:
    """The main scenario before the first move, with a Russia of this patience to which a direct voice is worth this."""
    talks = opened(MAIN, 1)
    sheet = talks.scenario.instructions[RUS]
    sheet = replace(sheet, unheard={OptionId("voice"): price}, temperament=Temperament(patience, 0.5, 0.5))
    instructions = {**talks.scenario.instructions, RUS: sheet}
    return talks.altered(scenario=replace(talks.scenario, instructions=instructions))


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("patience", "price"), [(0.1, 1), (0.9, 1), (0.1, 9)])
def test_a_direct_voice_is_given_up_where_the_hours_are_worth_more(level: str, patience: float, price: int) -> None:
    """Only by the hurried, at a low price, and by who counts the hours; else nothing is asked of Moscow before it was
    refused."""
    decision = computer(view(at_first(patience, price), RUS), Random(1), level=LEVELS[level])
    if (patience, price) == (0.1, 1) and level != "student":
        assert decision.move == Consult(RUS, (STATUS,), remark=decision.move.remark)
        assert decision.because == Because("hours-over-demand")
    else:
        assert not isinstance(decision.move, Consult)
