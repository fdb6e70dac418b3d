"""The plan is exact: enumeration is its oracle."""

from __future__ import annotations

from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from game.delegations.plan import plan, prospects
from game.scenario import Brief, Delay, Instructions
from game.text import Exclusion, Issue, IssueId, Option, OptionId, Outcome, Text, parse_template

NAMES = tuple(map(IssueId, ("x", "y", "z")))
OPTIONS = tuple(map(OptionId, ("1", "2", "3")))
ISSUES = tuple(Issue(n, n, tuple(Option(o, o, o) for o in OPTIONS)) for n in NAMES)
EVERY: list[Outcome] = [dict(zip(NAMES, chosen, strict=True)) for chosen in product(OPTIONS, repeat=len(NAMES))]
CHOICES = dict.fromkeys(NAMES, OPTIONS)
SHEETS = st.fixed_dictionaries({n: st.fixed_dictionaries({o: st.integers(-5, 20) for o in OPTIONS}) for n in NAMES})
APART = st.lists(
    st.dictionaries(
        st.sampled_from(NAMES), st.frozensets(st.sampled_from(OPTIONS), min_size=1), min_size=2, max_size=3
    ),
    max_size=3,
)
Points = dict[IssueId, dict[OptionId, int]]


def instructions(points: Points) -> Instructions:
    """A sheet with these points and nothing else."""
    return Instructions(points, 0, Delay(0, 1), Brief("", "", date(1994, 1, 1), ()))


def total(points: Points, outcome: Outcome) -> int:
    """Points of a whole text."""
    return sum(points[issue][option] for issue, option in outcome.items())


@given(SHEETS, SHEETS, APART, st.integers(-20, 60))
def test_the_plan_is_the_best_text_for_them_that_gives_us_enough(
    ours: Points, theirs: Points, apart: list[dict[IssueId, frozenset[OptionId]]], aim: int
) -> None:
    """Among all texts that break no exclusion and give us what we aim at it is the best for them; where there is none,
    the best for us; and None only where there is no text."""
    text = Text(parse_template("PAPER"), (), ISSUES, tuple(Exclusion(one, "Apart.") for one in apart))
    possible = [one for one in EVERY if text.conflict(one) is None]
    found = plan(text, instructions(ours), theirs, CHOICES, aim)
    if not possible:
        assert found is None
        return
    assert found is not None
    assert found.text in possible
    assert (found.mine, found.theirs) == (total(ours, found.text), total(theirs, found.text))
    enough = [one for one in possible if total(ours, one) >= aim]
    if enough:
        assert found.mine >= aim
        assert found.theirs == max(total(theirs, one) for one in enough)
    else:
        assert found.mine == max(total(ours, one) for one in possible)


@given(SHEETS, SHEETS)
def test_prospects_are_the_best_for_them_at_every_sum_of_ours(ours: Points, theirs: Points) -> None:
    """For every sum of our points the prospects hold the most that the others can have with it."""
    expected: dict[int, int] = {}
    for one in EVERY:
        mine = total(ours, one)
        expected[mine] = max(expected.get(mine, -1000), total(theirs, one))
    # What nobody can have counts as nothing: points for the others are estimates between 0 and their weight.
    assert prospects(instructions(ours), {n: {o: max(0, p) for o, p in t.items()} for n, t in theirs.items()}, CHOICES)
    assert set(prospects(instructions(ours), theirs, CHOICES)) == set(expected)
