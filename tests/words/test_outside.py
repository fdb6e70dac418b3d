"""What whoever speaks for an audience reads of its seat."""

from __future__ import annotations

import pytest

from game.scenario import AudienceId
from game.seat import desk
from game.talks import view
from game.text import DelegationId
from game.words.corridor import audience
from game.words.outside import plays_for, power, waiting, watching
from tests.rulebook import A, B, after, lake
from tests.rulebook.test_18_persons import CLEAN, CONTENT, DIETS, DUKES, POSTS, clean, silence, sounded, voting
from tests.rulebook.world import around, reading


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


def test_why_the_talks_wait() -> None:
    """Everybody at the table is told for whom: for silence that runs, once more or not, or for a vote."""
    assert [waiting(talks.scenario, desk(view(talks, B))) for talks in (clean("DUKE"), silence(), voting())] == [
        "",
        "Silence runs for the Duke: nobody at the table moves before it has run out.",
        "The vote of the Diet is called, and the talks wait for it.",
    ]
    wakes = lake(CLEAN, world=around(CONTENT, readings=(reading("hope", B, wakes=8),)))
    talks = after(wakes, "*chair admits EARL", "A circulates", "EARL keeps silence", 'B says "."', "A initials")
    talks = after(talks, "B initials", "B reads hope")
    told = "Silence runs once more, for the closing statements that the Earl heard."
    assert waiting(talks.scenario, desk(view(talks, A))) == told


def test_an_ally_that_has_not_answered() -> None:
    """Whoever has sounded an ally reads that it has not answered; nobody else does."""
    talks = sounded()
    duke = talks.scenario.audience(AudienceId("DUKE"))
    assert "it has not answered yet" in audience(talks.scenario, desk(view(talks, A)), duke)
    assert "it has not answered yet" not in audience(talks.scenario, desk(view(talks, B)), duke)
