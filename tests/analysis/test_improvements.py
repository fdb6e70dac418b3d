"""Which small changes would have helped, and how far a text is from the frontier."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings

from game.analysis import frontier, improvements, place
from game.text import IssueId, OptionId
from tests.analysis.worlds import World, points, worlds
from tests.night import tries


def agrees(world: World) -> None:
    """The improvements of some text against trying every single and paired change."""
    space, here = world.space, world.some
    possible = [{**text} for text in world.texts]
    before = [points(sheet, here) for sheet in space.sheets.values()]
    helpful: dict[frozenset[tuple[IssueId, OptionId]], tuple[int, ...]] = {}
    for text in possible:
        changed = frozenset((issue, option) for issue, option in text.items() if here[issue] != option)
        gains = tuple(points(s, text) - b for s, b in zip(space.sheets.values(), before, strict=True))
        if 1 <= len(changed) <= 2 and min(gains) >= 0 and max(gains) > 0:
            helpful[changed] = gains
    single = {way: gains for ways, gains in helpful.items() if len(ways) == 1 for way in ways}
    expected = {
        ways: gains
        for ways, gains in helpful.items()
        if len(ways) == 1
        or not (
            ways <= set(single)
            or any(all(a >= b for a, b in zip(single[way], gains, strict=True)) for way in ways if way in single)
        )
    }
    found = improvements(space, here)
    assert {frozenset(change.options.items()): tuple(change.gains.values()) for change in found} == expected
    assert len(found) == len(expected)
    for one, other in combinations(found, 2):
        assert min(one.gains.values()) >= min(other.gains.values())


@settings(max_examples=120)
@given(worlds())
def test_single_and_paired_changes_that_help(world: World) -> None:
    """Every change of one option, and every trade of two that does more than one of them alone, by which nobody loses
    and somebody gains; the best for whoever gains least first."""
    agrees(world)


@settings(max_examples=80)
@given(worlds())
def test_where_a_text_lies(world: World) -> None:
    """Its points, what beats it, how much was left on the table, and the nearest point of the frontier."""
    all_points = frontier(world.space)
    if not world.texts:
        with pytest.raises(ValueError, match="no text"):
            place(world.space, world.some, all_points)
        return
    for text, sums in list(zip(world.texts, world.sums, strict=True))[:5]:
        found = place(world.space, text, all_points)
        edge = [deal.points for deal in all_points.deals()]
        better = [one for one in edge if one != sums and all(a >= b for a, b in zip(one, sums, strict=True))]
        assert found.points == sums
        assert list(found.beaten_by) == better
        assert found.possible
        assert found.on_frontier == (sums in edge)
        assert found.left == tuple(max((one[n] - sums[n] for one in better), default=0) for n in range(len(sums)))
        assert found.distance == pytest.approx(min(dist(one, sums) for one in edge))
    anywhere = place(world.space, world.some, all_points)
    assert anywhere.possible == (world.some in world.texts)
    assert anywhere.on_frontier == (anywhere.possible and not anywhere.distance)
    assert anywhere.possible <= (anywhere.on_frontier == (not anywhere.beaten_by))


@pytest.mark.slow
@settings(max_examples=tries(1_000, 4_000))
@given(worlds())
def test_the_changes_of_thousands_of_texts(world: World) -> None:
    """The same, for longer."""
    agrees(world)
