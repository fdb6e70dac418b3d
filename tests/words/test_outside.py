"""What whoever speaks for an audience reads of its seat."""

from __future__ import annotations

import pytest

from game.seat import desk
from game.talks import view
from game.text import DelegationId
from game.words.outside import plays_for, power, watching
from tests.rulebook.test_18_persons import DIETS, DUKES, POSTS, clean


@pytest.mark.parametrize(
    ("who", "may"), [(DUKES, "silence runs for you"), (DIETS, "your vote is called"), (POSTS, "print one headline")]
)
def test_a_seat_outside_is_told_what_it_is(who: DelegationId, may: str) -> None:
    """For whom it speaks, what it may do by its power, from how many points on it is content, and what its score is."""
    talks = clean("DUKE", "DIET", "POST")
    seat = desk(view(talks, who)).judging
    assert seat is not None
    name = talks.scenario.audience(seat.audience).short
    assert watching(talks.scenario, seat) == f"You speak for {name}, and judge from outside what Aria stands for."
    assert may in power(talks.scenario, seat)
    assert plays_for(seat).startswith("You are content with 0 points or more. Your score is")
