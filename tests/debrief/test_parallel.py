"""Three delegations and more side by side, and two by two: as enumeration has it, in values and in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, product

import pytest

from game.analysis import Budget
from game.debrief import Debrief
from game.debrief.parallel import Axis, pairs, parallel
from game.text import DelegationId, Outcome
from game.words.debrief import section
from game.words.page import Items, Table, unmarked
from game.words.parallel import pairs_section, sides_section
from tests.debrief.courses import debrief
from tests.debrief.six import LEFT, SIGNED, six

RUS = DelegationId("RUS")
SEVERAL: dict[str, Callable[[], Debrief]] = {
    "three": lambda: debrief("three-rivers"),
    "six": six,
    "left": lambda: six(LEFT),
}


def signable(found: Debrief) -> list[Outcome]:
    """Every text that could be signed, one by one."""
    text = found.scenario.text
    every = (dict(chosen) for chosen in product(*([(i.id, o.id) for o in i.options] for i in text.issues)))
    return [each for each in every if not found.space.shut & set(each.items()) and text.conflict(each) is None]


def sums(found: Debrief) -> list[tuple[int, ...]]:
    """What each of them is worth to everybody."""
    sheets = found.scenario.instructions.values()
    return [tuple(sheet.utility(text) for sheet in sheets) for text in signable(found)]


@pytest.mark.parametrize("which", SEVERAL)
def test_an_axis_goes_from_the_worst_text_to_the_best(which: str) -> None:
    """Both ends are those of all texts, and who has a text that is best for it has nothing better."""
    found = SEVERAL[which]()
    shown = parallel(found)
    assert shown is not None
    for n, axis in enumerate(shown.axes):
        mine = [each[n] for each in sums(found)]
        assert (axis.worst, axis.best) == (min(mine), max(mine))
        assert axis.walk_away == found.scenario.instructions[axis.who].reservation_value
        (best,) = (strand for strand in shown.strands if strand.kind == "best" and strand.who == axis.who)
        assert best.points[n] == axis.best
        assert sum(best.points) == max(sum(each) for each in sums(found) if each[n] == axis.best)
        assert best.text in signable(found)


@pytest.mark.parametrize("which", SEVERAL)
def test_every_line_is_a_text_with_its_points(which: str) -> None:
    """What came of the talks first; without a text, the walk-aways."""
    found = SEVERAL[which]()
    shown = parallel(found)
    assert shown is not None
    signed = found.course.signed
    assert shown.came_of_it is shown.strands[0]
    assert shown.came_of_it.kind == ("no-text" if signed is None else "yours")
    assert shown.came_of_it.text == signed
    if signed is None:
        assert shown.came_of_it.points == tuple(axis.walk_away for axis in shown.axes)
    for strand in shown.strands:
        if strand.text is not None:
            assert strand.points == tuple(sheet.utility(strand.text) for sheet in found.scenario.instructions.values())


def test_the_way_from_the_walk_away() -> None:
    """A part of what was there; none where no text was better than none, and less than none below the walk-away."""
    axis = Axis(RUS, 10, 60, 20)
    assert [axis.way(points) for points in (20, 40, 60, 10)] == [0, 0.5, 1, -0.25]
    assert [axis.place(points) for points in (10, 60, 20)] == [0, 1, 0.2]
    assert Axis(RUS, 10, 60, 60).way(60) is None
    assert Axis(RUS, 10, 10, 60).place(10) == 0


@pytest.mark.parametrize("which", SEVERAL)
def test_what_would_have_been_better_for_two(which: str) -> None:
    """A plane for every pair, each with how many texts give neither less and one of the two more."""
    found = SEVERAL[which]()
    ids, came = found.scenario.ids, [found.walk_away[who] for who in found.scenario.ids]
    if found.course.signed is not None:
        came = [sheet.utility(found.course.signed) for sheet in found.scenario.instructions.values()]
    shown = pairs(found)
    assert [(each.plot.one, each.plot.other) for each in shown.planes] == list(combinations(ids, 2))
    for a, b in combinations(range(len(ids)), 2):
        plane = shown.between(ids[a], ids[b])
        assert plane is not None
        here = (came[a], came[b])
        assert plane.better == sum(
            each[a] >= here[0] and each[b] >= here[1] and (each[a], each[b]) != here for each in sums(found)
        )


def test_who_came_farthest_stands_first_in_words() -> None:
    """Each with its points, and how far that is from the walk-away to its best text; one is called you."""
    section = sides_section(six(SIGNED), DelegationId("BORO"))
    assert section is not None
    items = section.blocks[0]
    assert isinstance(items, Items)
    assert [unmarked(row) for row in items.rows] == [
        "Celo: 94 points, 87 of 100 of the way from the walk-away, 36, to the best text, 102.",
        "Faro: 80 points, 68 of 100 of the way from the walk-away, 37, to the best text, 100.",
        "Eris: 80 points, 67 of 100 of the way from the walk-away, 34, to the best text, 102.",
        "Dama: 72 points, 51 of 100 of the way from the walk-away, 42, to the best text, 100.",
        "You: 64 points, 41 of 100 of the way from the walk-away, 38, to the best text, 100.",
        "Aria: 60 points, 34 of 100 of the way from the walk-away, 40, to the best text, 98.",
    ]


def test_without_a_text_all_stand_where_they_walked_away() -> None:
    """In the order of the table, each with what it might have had."""
    section = sides_section(six(LEFT), None)
    assert section is not None
    items = section.blocks[0]
    assert isinstance(items, Items)
    assert unmarked(items.rows[0]) == "Aria: 40 points, the walk-away; the best text would have been worth 98."
    assert not items.numbered


def test_two_by_two_in_words() -> None:
    """A row for each of the fifteen pairs."""
    section = pairs_section(six(SIGNED), None)
    assert section is not None
    table = section.blocks[1]
    assert isinstance(table, Table)
    assert len(table.rows) == 15
    assert [unmarked(cell) for cell in table.rows[2]] == ["Aria and Dama", "127"]


def test_two_delegations_need_neither() -> None:
    """Their one plane is told elsewhere."""
    found = debrief("istanbul-communique-1994")
    assert sides_section(found, None) is None
    assert pairs_section(found, None) is None


def test_who_has_a_best_text_also_where_the_frontier_is_too_large() -> None:
    """Where not all of the frontier is known the best text of each is looked for by itself."""
    found = Debrief(six().course)
    found.__dict__["space"] = replace(found.space, budget=Budget(held=100))
    assert not found.frontier.exact
    shown = parallel(found)
    assert shown is not None
    for n, axis in enumerate(shown.axes):
        (best,) = (strand for strand in shown.strands if strand.who == axis.who)
        assert best.points[n] == axis.best == max(each[n] for each in sums(six()))
    # Nobody can say then that a fair text is the fairest: wherever one is named, that is said.
    for topic in ("plot", "sides"):
        least, most = (section(each, topic) for each in (six(), found))
        assert least is not None
        assert most is not None
        assert len(most.blocks) == len(least.blocks) + 1


def test_texts_too_tangled_have_no_axes() -> None:
    """Where the budget leaves texts out the ends of an axis are not known, and nothing is drawn."""
    found = Debrief(debrief("three-rivers").course)
    found.__dict__["space"] = replace(found.space, budget=Budget(width=1))
    assert parallel(found) is None
    assert sides_section(found, None) is None
