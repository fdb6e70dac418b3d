"""`Text.extends` finds a text exactly when there is one: enumeration is the oracle."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.text import Exclusion, Issue, IssueId, Option, OptionId, Text
from game.text.paper import Undecided

ISSUES = tuple(IssueId(name) for name in "abcd")
OPTIONS = tuple(OptionId(name) for name in "xyz")

choices = st.dictionaries(st.sampled_from(ISSUES), st.frozensets(st.sampled_from(OPTIONS), max_size=3), max_size=3)
agreements = st.dictionaries(st.sampled_from(ISSUES), st.sampled_from(OPTIONS), max_size=2)


def text_with(*exclusions: Exclusion) -> Text:
    options = tuple(Option(option, option, option) for option in OPTIONS)
    return Text(("T",), (), tuple(Issue(issue, issue, options) for issue in ISSUES), exclusions)


@given(st.lists(choices, max_size=8), agreements, choices)
def test_a_text_is_found_if_there_is_one(
    apart: list[dict[IssueId, frozenset[OptionId]]],
    agreed: dict[IssueId, OptionId],
    barred: dict[IssueId, frozenset[OptionId]],
) -> None:
    """What is found is whole, holds what is agreed, and breaks nothing; nothing is found only if there is nothing."""
    text = text_with(*(Exclusion(options, "x") for options in apart))
    texts = [dict(zip(ISSUES, chosen, strict=True)) for chosen in product(OPTIONS, repeat=len(ISSUES))]
    good = [
        outcome
        for outcome in texts
        if agreed.items() <= outcome.items()
        and not any(outcome[issue] in options for issue, options in barred.items())
        and text.conflict(outcome) is None
    ]
    found = text.extends(agreed, barred)
    assert found in good if good else found is None


def test_a_search_can_be_given_up() -> None:
    """With too few looks the answer is neither yes nor no."""
    text = text_with(*(Exclusion({issue: frozenset(OPTIONS[:2])}, "x") for issue in ISSUES))
    assert text.extends({}, steps=100) == dict.fromkeys(ISSUES, OptionId("z"))
    with pytest.raises(Undecided):
        text.extends({}, steps=3)
