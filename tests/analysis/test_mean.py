"""The mean of what texts are worth is the mean of enumeration, to the last fraction."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis import mean
from tests.analysis.worlds import World, worlds
from tests.night import tries


@settings(max_examples=tries(120, 2000))
@given(worlds(), st.data())
def test_the_mean_is_the_mean_of_enumeration(world: World, data: st.DataObject) -> None:
    """Over the texts that keep to some of the options of some issues and give everybody the walk-away."""
    issues = world.space.text.issues
    narrow = data.draw(st.sets(st.integers(0, len(issues) - 1)))
    choices = {issues[n].id: data.draw(st.sets(st.sampled_from(sorted(issues[n].ids)), min_size=1)) for n in narrow}
    found = mean(world.space, choices, world.walk_away)
    kept = [
        world.sums[n]
        for n in world.agreeable
        if all(world.texts[n][issue] in options for issue, options in choices.items())
    ]
    assert found is not None
    assert found.texts == len(kept)
    if kept:
        sums = [sum(column) for column in zip(*kept, strict=True)]
        means = [Fraction(total, len(kept)) for total in sums]
        assert found.points == dict(zip(world.space.sheets, means, strict=True))
    else:
        assert found.points == {}
