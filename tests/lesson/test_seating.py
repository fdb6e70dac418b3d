"""Who sits where: the figures of a lesson plan, and that nobody is ever alone."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.seating import PAIR, Place, begun, late_place, next_place, planned
from game.scenario import Scenario
from game.table import Device
from tests.library import scenario

MAIN = "partnership-for-peace-1994"
WARSAW = "warsaw-at-the-table"


@pytest.mark.parametrize(
    ("people", "sizes"),
    [(24, [4] * 6), (25, [5] + [4] * 5), (26, [5] * 2 + [4] * 4), (27, [5] * 3 + [4] * 3), (28, [4] * 7),
     (29, [5] + [4] * 6), (30, [5] * 2 + [4] * 5)],
)  # fmt: skip
def test_a_class_of_24_to_30_sits_at_tables_of_four_and_five(people: int, sizes: list[int]) -> None:
    told = scenario(MAIN)
    places = planned(people, told)
    assert sorted(Counter(place.letter for place in places).values(), reverse=True) == sizes
    assert sum(place.seat not in told.ids for place in places) == people % 4


def seated(people: int, expected: int, told: Scenario) -> dict[Device, Place]:
    """So many people who have come in one by one."""
    found: dict[Device, Place] = {}
    for number in range(people):
        found[Device(f"d{number}")] = next_place(found, expected, told)
    return found


@pytest.mark.parametrize("name", [MAIN, WARSAW])
@given(people=st.integers(2, 90), expected=st.integers(1, 90))
def test_nobody_is_alone_and_each_table_has_someone_in_every_delegation(name: str, people: int, expected: int) -> None:
    told = scenario(name)
    before = seated(people, expected, told)
    after = begun(before, told)
    assert list(after) == list(before)
    for letter in {place.letter for place in after.values()}:
        seats = [place.seat for place in after.values() if place.letter == letter]
        assert len(seats) > 1
        inside = Counter(seat for seat in seats if seat in told.ids)
        assert len(inside) == min(len(told.ids), inside.total())
        assert all(number == 1 for seat, number in Counter(seats).items() if seat not in told.ids)


@given(people=st.integers(4, 60))
def test_people_sit_down_beside_those_who_came_just_before(people: int) -> None:
    told = scenario(MAIN)
    inside = [place for place in seated(people, people, told).values() if place.seat in told.ids]
    assert [place.letter for place in inside] == sorted(place.letter for place in inside)
    assert all(inside[number] == inside[number + 1] for number in range(0, len(inside), PAIR))


def test_whoever_is_late_joins_one_who_is_alone_then_takes_the_computers_place_then_is_an_audience() -> None:
    told = scenario(MAIN)
    rus, nato = told.ids
    there = {Device("d1"): Place("A", rus), Device("d2"): Place("A", rus), Device("d3"): Place("A", nato)}
    came = []
    for number in range(4, 9):
        place = late_place(there, told)
        there[Device(f"d{number}")] = place
        came.append(place.seat)
    assert came[0] == nato
    assert told.ids.count(came[1]) == 0
    assert len(set(came[1:])) == len(came[1:])
    assert late_place({Device("d1"): Place("A", rus), Device("d2"): Place("A", rus)}, told) == Place("A", nato)
