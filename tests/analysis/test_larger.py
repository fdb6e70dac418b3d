"""One scenario of a size that can still be enumerated, and is no toy: 46,656 texts, three delegations, every tangle."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from game.analysis import best_reply, census, density, fair, frontier, improvements, texts_in
from tests.analysis.worlds import World, points, unbeaten, world


@pytest.fixture(scope="module")
def middle() -> World:
    """Six issues of six options."""
    made = world(Random(11), [6] * 6, seats=3, exclusions=4, pairs=4, thresholds=1, shut=2)
    assert len(made.texts) > 1000
    assert len(made.agreeable) > 100
    return made


def test_everything_at_once(middle: World) -> None:
    """Frontier, counts, density, fair texts and a best reply are what looking at every text finds."""
    space, least = middle.space, middle.walk_away
    assert {deal.points for deal in frontier(space).deals()} == unbeaten(middle.sums)
    assert texts_in(space) >= len(middle.texts)
    _, second, third = space.sheets
    counted, spread = census(space, least), density(space, second, third)
    assert counted is not None
    assert spread is not None
    good = [middle.texts[n] for n in middle.agreeable]
    having = Counter(item for text in good for item in text.items())
    assert {(i, o): n for i, row in counted.having.items() for o, n in row.items() if n} == having
    found = {tuple(row): n for row, n in zip(spread.points.tolist(), spread.texts.tolist(), strict=True)}
    assert found == Counter(sums[1:] for sums in middle.sums)
    nash = fair(space, least).nash
    assert nash is not None
    best = max(
        (a - least_a) * (b - least_b) * (c - least_c)
        for (a, b, c) in (middle.sums[n] for n in middle.agreeable)
        for least_a, least_b, least_c in [tuple(least.values())]
    )
    gains = [point - floor for point, floor in zip(nash.points, least.values(), strict=True)]
    assert gains[0] * gains[1] * gains[2] == best
    one, other, _ = space.sheets.values()
    choices = {i.id: [o.id for o in i.options if (i.id, o.id) not in space.shut] for i in space.text.issues}
    aim = sorted(sums[0] for sums in middle.sums)[len(middle.sums) // 2]
    reply = best_reply(space.text, one, other, aim, choices, thresholds=space.thresholds)
    assert reply is not None
    assert reply.theirs == max(sums[1] for sums in middle.sums if sums[0] >= aim)
    assert points(other, reply.text) == reply.theirs
    worst = middle.texts[min(range(len(middle.sums)), key=lambda n: sum(middle.sums[n]))]
    assert all(min(change.gains.values()) >= 0 for change in improvements(space, worst))
