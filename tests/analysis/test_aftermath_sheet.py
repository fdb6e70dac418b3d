"""What words are worth later is known beforehand, and exactly."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis import (
    HASTY_BUDGET,
    Points,
    aftermath_sheet,
    best_reply,
    profile,
    walk_away_with_aftermath,
    worth,
)
from game.analysis.additive_terms import terms
from game.analysis.compile_diagram import diagram_of
from game.analysis.diagram import together
from game.scenario import Band, Branch, Condition, Scenario
from game.talks import consequences
from game.text import DelegationId
from tests.analysis.surroundings import BANDS, Surrounded, every_text, surroundings
from tests.library import EVERY, MAIN, scenario

GOODWILL = {"cold": 2, "correct": 5, "warm": 8}


def lived_with(scenario: Scenario, who: DelegationId, lowest: Band) -> Points:
    """A delegation's words and what they bring later, in one sheet."""
    words, later = scenario.instructions[who], aftermath_sheet(scenario, who, lowest)
    both = {issue: {o: row[o] + later.points[issue][o] for o in row} for issue, row in words.points.items()}
    return Points(both, (*words.pairs, *later.pairs))


def agrees(scenario: Scenario, seed: int) -> None:
    """The sheets of a scenario against its consequences, on every text or on many."""
    chance = Random(seed)
    texts = every_text(scenario.text) if len(scenario.text.issues) < 6 else []
    texts = texts or [{i.id: chance.choice(i.options).id for i in scenario.text.issues} for _ in range(120)]
    for lowest in BANDS:
        goodwill = dict.fromkeys(scenario.goodwill, GOODWILL[lowest])
        fell = [consequences(scenario, outcome, goodwill) for outcome in texts]
        for who in scenario.ids:
            alone, both = aftermath_sheet(scenario, who, lowest), lived_with(scenario, who, lowest)
            assert alone.left_out == ()
            for outcome, came in zip(texts, fell, strict=True):
                later = sum(one.points.get(who, 0) for one in came)
                assert worth(alone, outcome) == later
                assert worth(both, outcome) == later + scenario.instructions[who].utility(outcome)


@settings(max_examples=50)
@given(surroundings())
def test_the_sheet_is_the_aftermath(small: Surrounded) -> None:
    """For every text, delegation and band of goodwill, the sheet has what the rules make of the text."""
    agrees(small.scenario, 0)


@pytest.mark.parametrize("name", EVERY)
def test_the_sheet_is_the_aftermath_of_a_scenario(name: str) -> None:
    """In the scenarios that are played as well."""
    agrees(scenario(name), 1994)


@pytest.mark.parametrize("name", EVERY)
def test_one_envelope_is_enough(name: str) -> None:
    """A seat that holds its own envelope and no other foresees the same."""
    told = scenario(name)
    for who in told.ids:
        mine = told.sealed_for(who)
        assert [aftermath_sheet(mine, who, lowest) for lowest in BANDS] == [
            aftermath_sheet(told, who, lowest) for lowest in BANDS
        ]
        assert mine.without_text(who) == told.without_text(who)


@settings(max_examples=50)
@given(surroundings(), st.integers(-20, 40), st.integers(0, 2))
def test_a_reply_reckons_with_what_comes_later(small: Surrounded, at_least: int, place: int) -> None:
    """The best reply on a sheet that is lived with is what enumeration finds."""
    told, lowest = small.scenario, BANDS[place]
    mine, theirs = told.ids[:2]
    found = best_reply(told.text, lived_with(told, mine, lowest), told.instructions[theirs], at_least)
    texts = [one for one in every_text(told.text) if told.text.conflict(one) is None]
    sums = [(told.instructions[mine].utility(one) + small.later(one, mine, lowest), one) for one in texts]
    good = [(told.instructions[theirs].utility(one), worth) for worth, one in sums if worth >= at_least]
    assert ((found.theirs, found.mine) if found else None) == (max(good) if good else None)


@given(surroundings())
def test_no_text_has_an_aftermath_too(small: Surrounded) -> None:
    """An agreement is measured against the walk-away and what comes where nothing is signed."""
    told = small.scenario
    came = consequences(told, None, told.goodwill)
    for who in told.ids:
        assert told.without_text(who) == sum(one.points.get(who, 0) for one in came)
        assert walk_away_with_aftermath(told, who) == told.instructions[who].reservation_value + told.without_text(who)


@pytest.mark.parametrize("lowest", BANDS)
def test_the_main_scenario_stays_small(lowest: Band) -> None:
    """Few terms say it all, and a diagram of words and aftermath is hardly wider than one of words."""
    main = scenario(MAIN)
    guess = Points({i.id: {o.id: 0.5 * n for n, o in enumerate(i.options)} for i in main.text.issues})
    for who in main.ids:
        sheet = lived_with(main, who, lowest)
        assert len(sheet.pairs) <= 12
        diagram = diagram_of(main.text, together([sheet]), HASTY_BUDGET.width)
        assert diagram.exact
        assert max(layer.nodes for layer in diagram.layers) <= 30
        assert profile(main.text, sheet, guess, budget=HASTY_BUDGET).exact


@settings(max_examples=50)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(0, 2**32))
def test_terms_add_up_to_their_table(shape: list[int], seed: int) -> None:
    """Every number of a table is the sum of the terms that its choices earn."""
    chance = Random(seed)
    cells = list(product(*map(range, shape)))
    table = tuple(chance.choice((0, 0, 0, 1, -2)) for _ in cells)
    found = terms(tuple(shape), table)
    for cell, number in zip(cells, table, strict=True):
        earned = [t.points for t in found if all(cell[issue] in choices for issue, choices in t.choices.items())]
        assert sum(earned) == number


def test_terms_of_what_hardly_anybody_would_write() -> None:
    """A table without any order is still told in terms, though not in the fewest."""
    chance = Random(4)
    table = tuple(chance.randint(-9, 9) for _ in range(4**6))
    found = terms((4,) * 6, table)
    for number, chosen in chance.sample(list(enumerate(product(range(4), repeat=6))), 200):
        assert table[number] == sum(t.points for t in found if all(chosen[i] in c for i, c in t.choices.items()))


def test_few_terms_where_few_will_do() -> None:
    """Notice helps unless the door stands in the text: one term for two issues, however many branches say so."""
    assert len([term for term in terms((2, 2), (0, 0, -1, 1)) if len(term.choices) > 1]) == 1
    assert all(len(term.choices) < 2 for term in terms((3, 2), (1, 2, 4, 5, 7, 8)))


def test_a_test_that_reads_too_much_is_named() -> None:
    """A test that reads every word of a long text at once is left out, and the sheet says so."""
    main = scenario(MAIN)
    everything = Condition({issue.id: frozenset({issue.options[0].id}) for issue in main.text.issues})
    who = DelegationId("RUS")
    first = main.aftermath[0]
    branches = (Branch({who: 1}, "All at once.", everything), Branch({who: 0}, "Else."))
    huge = replace(first, id="huge", branches=branches)
    found = aftermath_sheet(main, who, "correct", [first, huge])
    assert found.left_out == ("huge",)
    assert found.points == aftermath_sheet(main, who, "correct", [first]).points
