"""2. The floor and the hours."""

from __future__ import annotations

import pytest

from game.scenario import Clock
from game.talks import price, read_move, view
from tests.rulebook import A, B, after, draft_of, lake

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests [have a vote|A] [may listen|B] at its meetings.
    -- fish: [same|A] [more|B]
"""
CLOCK = Clock(
    package=4,
    short_package=3,
    accept=2.5,
    decline=2,
    amend=1.5,
    withdraw=0.75,
    say=0.25,
    cable=1.25,
    sign=1,
    leave=1.75,
)


def test_2_1_the_floor_goes_round_the_table() -> None:
    """2.1 After each move the floor goes to the next delegation, in the order of the table, and round again."""
    talks = lake(OPENING)
    order = []
    for _ in range(4):
        order.append(talks.floor)
        talks = after(talks, f'{talks.floor} says "On we go."')
    assert order == [A, B, A, B]


def test_2_2_the_floor_goes_round_a_table_of_six() -> None:
    """2.2 At a table of six each delegation has the floor once before the first has it again."""
    talks = lake(
        """
        NOTE ON THE LAKE
        1. They shall give notice of works.
        2. A council [hears of works|A,B,C] [|D,E,F].
        -- when: silence
        -- guests: none
        -- fish: same
        """,
        parties=6,
    )
    order = []
    for _ in range(7):
        order.append(talks.floor)
        talks = after(talks, f'{talks.floor} says "On we go."')
    assert "".join(order) == "ABCDEFA"
    assert "[hears of works|A,B,C] [|D,E,F]" in draft_of(talks)


@pytest.mark.parametrize(
    ("move", "hours"),
    [
        ("A tables B:verb=shall B:when=month", 4),
        ("A tables A:verb=will B:verb=may", 3),
        ("A floats B:verb=shall B:when=month", 4),
        ("A floats B:verb=shall", 3),
        ("A accepts 1", 2.5),
        ("A declines 1", 2),
        ("A moves verb=will", 1.5),
        ("A withdraws 1", 0.75),
        ('A says "Well."', 0.25),
        ("A asks council when", 1.25),
        ("A initials", 1),
        ("A leaves", 1.75),
    ],
)
def test_2_3_every_move_takes_its_hours(move: str, hours: float) -> None:
    """2.3 Every move takes the hours that the scenario sets for it; a package of one issue is short, whatever it asks
    of how many."""
    assert price(lake(OPENING, clock=CLOCK), read_move(move)) == hours


def test_2_4_the_hours_of_the_moves_add_up() -> None:
    """2.4 The hours of the talks are the hours of the moves, and everybody sees the same hour."""
    talks = after(
        lake(OPENING, clock=CLOCK), "A tables B:verb=shall", "B declines 1", "A moves verb=will", 'B says "So."'
    )
    assert talks.hours == 3 + 2 + 1.5 + 0.25
    assert view(talks, A).hours == view(talks, B).hours == 6.75
    assert view(talks, A).hours_left == 24 - 6.75


def test_2_5_the_hours_run_through_the_sittings() -> None:
    """2.5 Hours run through the sittings of the calendar without a gap: a full first sitting is the opening of the
    second."""
    talks = lake(OPENING, hours=4)
    assert (view(talks, A).moment.number, view(talks, A).moment.when.day) == (1, 1)
    talks = after(talks, "A tables B:verb=shall", "B declines 1")
    assert (view(talks, A).moment.number, view(talks, A).moment.when.day) == (2, 2)
    assert view(talks, A).moment.when.hour == 9
