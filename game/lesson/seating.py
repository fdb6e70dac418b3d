"""Who sits where: as many tables as fit at two to a delegation, whoever is left over as an audience, then as a third.

Seats are filled in the order in which people come, so that neighbours sit together. Never is anybody alone at a table
when the talks begin (`CLASS.md`, "Sizes", has the figures for 24 to 30).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice, product
from string import ascii_uppercase

from game.scenario import Scenario
from game.table import MOST_AT_A_SEAT, Device
from game.text import DelegationId

PAIR = 2
"""People of one delegation, where there are enough."""
MOST_TABLES = 1000
"""Tables of one class."""

Letter = str
"""By which a table goes: A to Z, then AA and so on."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A seat at a table."""

    letter: Letter
    seat: DelegationId


def letters() -> Iterable[Letter]:
    """The names of tables, in their order."""
    words = (product(ascii_uppercase, repeat=length) for length in count(1))
    return map("".join, chain.from_iterable(words))


def seats_outside(scenario: Scenario) -> tuple[DelegationId, ...]:
    """The audiences that a person may be, those first that have a say over a text: one of each delegation in turn."""
    order = {"consent": 0, "ratify": 0, "press": 1}
    ranks = Counter[tuple[int, DelegationId]]()
    ranked = []
    for place, each in enumerate(scenario.audiences):
        group = (order[each.power], each.of)
        ranked.append((order[each.power], ranks[group], place, DelegationId(each.id)))
        ranks[group] += 1
    return tuple(seat for *_, seat in sorted(ranked))


def planned(people: int, scenario: Scenario) -> tuple[Place, ...]:
    """The seats for so many people, in the order in which they are taken."""
    at_a_table = PAIR * len(scenario.ids)
    named = tuple(islice(letters(), min(MOST_TABLES, max(1, people // at_a_table))))
    pairs = [Place(letter, seat) for letter in named for seat in scenario.ids for _ in range(PAIR)]
    if people < at_a_table:
        alone = [Place("A", seat) for _ in range(PAIR) for seat in scenario.ids]
        return tuple(alone[:people])
    outside = seats_outside(scenario)
    # Each further round gives every table one more audience, not all of them the same.
    rounds = (
        Place(letter, outside[(number + turn) % len(outside)])
        for turn in range(len(outside))
        for number, letter in enumerate(named)
    )
    third = (Place(letter, seat) for _ in range(MOST_AT_A_SEAT - PAIR) for seat in scenario.ids for letter in named)
    return tuple(islice(chain(pairs, rounds, third), people))


Seating = Mapping[Device, Place]
"""Where everybody sits, in the order in which they came."""


def next_place(seating: Seating, expected: int, scenario: Scenario) -> Place:
    """Where the next to come sits down while the class gathers: the first seat of those planned that is free."""
    taken = Counter(seating.values())
    for place in planned(max(expected, len(seating) + 1), scenario):
        if not taken[place]:
            return place
        taken[place] -= 1
    raise AssertionError("more seats are planned than people are there")


def begun(seating: Seating, scenario: Scenario) -> dict[Device, Place]:
    """Where everybody sits once the talks begin with those who are there: nobody alone, and at each table at least one
    in every delegation where there are enough people."""
    found = dict(seating)
    for letter in reversed(in_order({place.letter for place in found.values()})):
        here = [device for device, place in found.items() if place.letter == letter]
        others = {device: place for device, place in found.items() if place.letter != letter}
        if len(here) == 1 and others:
            found[here[0]] = late_place(others, scenario, robots=False)
            continue
        inside = [device for device in here if found[device].seat in scenario.ids]
        filled = {found[device].seat for device in inside}
        if len(filled) < min(len(inside), len(scenario.ids)):
            turns = Counter[DelegationId]()
            for number in range(len(inside)):
                turns[scenario.ids[number % len(scenario.ids)]] += 1
            sides = [seat for seat in scenario.ids for _ in range(turns[seat])]
            found |= {device: Place(letter, seat) for device, seat in zip(inside, sides, strict=True)}
    return found


def in_order(found: Iterable[Letter]) -> list[Letter]:
    """Letters of tables as they follow each other."""
    return sorted(found, key=lambda letter: (len(letter), letter))


def late_place(seating: Seating, scenario: Scenario, *, robots: bool = True) -> Place:
    """Where somebody sits down who comes when the talks have begun: beside one who is alone in a delegation, else for
    the computer in one (if `robots`), else as an audience that nobody is, else as one more in the smallest
    delegation."""
    tables = in_order({place.letter for place in seating.values()}) or ["A"]
    taken = Counter(seating.values())
    inside = [Place(letter, seat) for letter in tables for seat in scenario.ids]
    outside = _outside_in_turn(tables, seats_outside(scenario))
    alone = (place for place in inside if taken[place] == 1)
    empty = (place for place in inside if robots and not taken[place])
    unheard = (place for place in outside if not taken[place])
    smallest = min(inside, key=lambda place: taken[place])
    return next(chain(alone, empty, unheard), smallest)


def _outside_in_turn(tables: Sequence[Letter], outside: Sequence[DelegationId]) -> Iterable[Place]:
    """The audiences of each table, those tables first that have fewest."""
    for turn in range(len(outside)):
        for number, letter in enumerate(tables):
            yield Place(letter, outside[(number + turn) % len(outside)])
