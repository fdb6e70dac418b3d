"""Those who are not at the table, as thresholds."""

from __future__ import annotations

from hypothesis import given, settings

from game.analysis import HASTY_BUDGET, Budget, approval, space_of, thresholds, worth
from game.scenario import AudienceId
from game.text import DelegationId
from tests.analysis.surroundings import Surrounded, every_text, surroundings
from tests.library import MAIN, scenario


def walk_away(small: Surrounded) -> dict[DelegationId, int]:
    """What everybody asks for."""
    return {who: sheet.reservation_value for who, sheet in small.scenario.instructions.items()}


@settings(max_examples=50)
@given(surroundings())
def test_a_threshold_is_reached_where_a_text_may_pass(small: Surrounded) -> None:
    """An ally's threshold is reached where it consents, a parliament's where it ratifies or is not asked; who only
    presses has none. Every number is whole."""
    told = small.scenario
    found = thresholds(told)
    assert set(found) == {audience.id for audience in told.audiences if audience.power != "press"}
    for audience in told.audiences:
        if audience.id in found:
            one = found[audience.id]
            for outcome in every_text(told.text):
                points = worth(one.sheet, outcome)
                assert points == int(points)
                assert (points >= one.at_least) == small.content(audience, outcome)


@settings(max_examples=50)
@given(surroundings())
def test_what_could_be_signed_and_kept(small: Surrounded) -> None:
    """The agreeable texts that no audience stops, how many each audience minds, and who minds most."""
    told = small.scenario
    found = approval(told, space_of(told), walk_away(small))
    assert found is not None
    assert found.kept is not None
    kept = small.kept()
    assert found.kept.texts == len(kept)
    for issue in told.text.issues:
        for option in issue.options:
            assert found.kept.having[issue.id][option.id] == sum(one[issue.id] == option.id for one in kept)
    minded = {a.id: sum(not small.content(a, one) for one in small.agreeable) for a in told.audiences}
    assert found.against == minded
    bars = {audience.id: minded[audience.id] for audience in told.audiences if audience.power != "press"}
    assert (bars[found.tightest] if found.tightest else 0) == max(bars.values(), default=0)


def test_nothing_is_known_of_an_audience_whose_mind_is_sealed() -> None:
    """At the table nobody has a threshold in hand."""
    main = scenario(MAIN)
    assert len(thresholds(main)) == 4
    assert thresholds(main.sealed_for(main.ids[0])) == {}


def test_too_small_a_budget_counts_nothing() -> None:
    """What takes too long is missing, not wrong; a budget for the agreeable texts alone has the rest missing."""
    main = scenario(MAIN)
    least = {who: sheet.reservation_value for who, sheet in main.instructions.items()}
    assert approval(main, space_of(main, budget=Budget(1, 2, 2)), least) is None
    narrow = approval(main, space_of(main, budget=Budget(HASTY_BUDGET.width, 8_000, 40_000)), least)
    assert narrow is not None
    assert narrow.kept is None
    assert narrow.tightest is None
    assert narrow.against[AudienceId("US")] is None
