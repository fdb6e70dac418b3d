"""What the computer does at the limits of its instructions, in positions that are set up for it."""

from __future__ import annotations

from random import Random

from game.delegations import computer
from game.delegations.aspiration import Aspiration
from game.talks import Accept, Consult, Decline, Leave, Package, Propose, Shift, Sign, view
from game.text import OptionId
from tests.rulebook import FISH, VERB, A, B, after, lake, sheet, steps

CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works, a month ahead.
    2. A council hears of works.
    3. Guests may listen at its meetings.
    -- fish: more
"""
"""Worth 10 + 10 + 30 + 20 + 10 = 80 points on every sheet of the rulebook."""
OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [may|B] give notice of works, a month ahead.
    2. A council hears of works.
    3. Guests may listen at its meetings.
    -- fish: [more|A] [same|B]
"""


def test_it_initials_what_is_as_good_as_no_text() -> None:
    """A clean text that is worth exactly its walk-away is initialled."""
    for seed in range(20):
        assert isinstance(computer(view(lake(CLEAN, sheets={A: sheet(walk_away=80)}), A), Random(seed)).move, Sign)


def test_it_does_not_initial_what_is_worse_than_no_text() -> None:
    """A clean text that is worth a point less than its walk-away is reopened for something better while there is time,
    by a package with which both may be content; and left when there is none."""
    for seed in range(20):
        talks = lake(CLEAN, sheets={A: sheet(walk_away=81)})
        move = computer(view(talks, A), Random(seed)).move
        assert isinstance(move, Propose)
        words = {shift.issue: shift.option for shift in move.shifts}
        worth = talks.scenario.instructions[A].utility({**talks.agreed, **words})
        assert worth - talks.scenario.clock.reopening > 81
        late = lake(CLEAN, hours=2, sheets={A: sheet(walk_away=81)})
        assert isinstance(computer(view(late, A), Random(seed)).move, Leave)


def test_it_takes_a_gift() -> None:
    """A package that gives it all that it could wish for is accepted, early and late."""
    for hours in (6, 24):
        talks = after(lake(OPENING, hours=hours), "A tables A:verb=may A:fish=same B:guests=none A:guests=none")
        for seed in range(20):
            assert isinstance(computer(view(talks, B), Random(seed)).move, Accept)


def test_it_declines_a_red_line_for_ever() -> None:
    """A package that crosses a red line of its own is declined for ever, over that word."""
    talks = after(lake(OPENING, sheets={B: sheet(red_lines="verb=shall")}), "A tables A:fish=same B:verb=shall")
    for seed in range(20):
        move = computer(view(talks, B), Random(seed)).move
        assert isinstance(move, Decline)
        assert (move.issue, move.never) == (VERB, True)


def test_it_does_not_take_what_its_mandate_forbids() -> None:
    """A package beyond its mandate is not accepted, however good it is: the capital is asked first."""
    sheets = {B: sheet(mandate=steps(fish="same | more"), walk_away=0)}
    talks = after(lake(OPENING, sheets=sheets), "A tables A:verb=may B:fish=more")
    for seed in range(20):
        move = computer(view(talks, B), Random(seed)).move
        assert not isinstance(move, Accept)
        assert not isinstance(move, Consult) or move.issues == (FISH,)


def test_a_package_that_loses_the_walk_away_is_seen_as_such() -> None:
    """It knows of a package whether its walk-away could still be had after it, to the point."""
    package = Package(1, A, (Shift(B, VERB, OptionId("shall")), Shift(B, FISH, OptionId("more"))), False)
    for walk_away, sound in ((80, True), (81, False)):
        seen = view(after(lake(OPENING, sheets={B: sheet(walk_away=walk_away)}), 'A says "."'), B)
        assert Aspiration(seen).can_still_reach(package) is sound


def test_it_does_not_accept_what_loses_the_walk_away() -> None:
    """A package after which its walk-away could not be had any more is not accepted, at no hour."""
    for hours in (3, 6, 12, 24):
        talks = after(lake(OPENING, hours=hours, sheets={B: sheet(walk_away=81)}), "A tables B:verb=shall B:fish=more")
        for seed in range(20):
            assert not isinstance(computer(view(talks, B), Random(seed)).move, Accept)
