from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.text import Exclusion, Issue, IssueId, Option, OptionId, Outcome, Text, parse_template
from game.text.paper import Undecided

NAMES = ("w", "x", "y", "z")
OPTIONS = ("1", "2", "3")
ISSUES = tuple(Issue(IssueId(n), n, tuple(Option(OptionId(o), o, o) for o in OPTIONS)) for n in NAMES)


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    """Options for some of the issues."""
    named = draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(OPTIONS), max_size=3))
    return {IssueId(issue): OptionId(option) for issue, option in named.items()}


@st.composite
def exclusions(draw: st.DrawFn) -> tuple[Exclusion, ...]:
    """A handful of exclusions of two or three issues."""
    some = st.dictionaries(
        st.sampled_from(NAMES), st.frozensets(st.sampled_from(OPTIONS), min_size=1, max_size=2), min_size=2, max_size=3
    )
    apart = draw(st.lists(some, max_size=9))
    return tuple(
        Exclusion({IssueId(i): frozenset(map(OptionId, options)) for i, options in one.items()}, "Apart.")
        for one in apart
    )


@given(outcomes(), exclusions())
def test_a_whole_text_is_found_if_there_is_one(agreed: Outcome, apart: tuple[Exclusion, ...]) -> None:
    """The search for a whole text finds one exactly when enumerating all of them finds one, and what it finds holds the
    agreed words and breaks no exclusion."""
    text = Text(parse_template("PAPER"), (), ISSUES, apart)
    every = ({i.id: OptionId(o) for i, o in zip(ISSUES, chosen, strict=True)} for chosen in product(OPTIONS, repeat=4))
    possible = [one for one in every if agreed.items() <= one.items() and not any(e.broken_by(one) for e in apart)]
    found = text.extends(agreed)
    assert (found is not None) is bool(possible)
    assert found is None or found in possible


@given(outcomes(), exclusions())
def test_a_conflict_is_an_exclusion_that_is_broken(agreed: Outcome, apart: tuple[Exclusion, ...]) -> None:
    """The conflict of a partial text is the first exclusion all of whose issues are decided against it."""
    text = Text(parse_template("PAPER"), (), ISSUES, apart)
    broken = [e for e in apart if all(agreed.get(issue) in options for issue, options in e.apart.items())]
    assert text.conflict(agreed) == (broken[0] if broken else None)


def test_a_search_may_be_given_up() -> None:
    """A search that is allowed no look says that it does not know."""
    apart = (Exclusion({IssueId("w"): frozenset({OptionId("1")}), IssueId("x"): frozenset({OptionId("1")})}, "Apart."),)
    with pytest.raises(Undecided):
        Text(parse_template("PAPER"), (), ISSUES, apart).extends({}, steps=0)


def test_barred_options_are_left_out() -> None:
    """A whole text without the barred options is found, or none."""
    text = Text(parse_template("PAPER"), (), ISSUES)
    found = text.extends({}, {IssueId("w"): [OptionId("1"), OptionId("2")]})
    assert found is not None
    assert found[IssueId("w")] == "3"
    assert text.extends({IssueId("w"): OptionId("1")}, {IssueId("w"): [OptionId("1")]}) is None


def test_an_option_that_is_not_there_is_named() -> None:
    """To ask an issue for an option that it has not is a fault that names both."""
    with pytest.raises(KeyError, match="no option '9' in issue 'w'"):
        ISSUES[0][OptionId("9")]
    assert "1" in ISSUES[0]
    assert "9" not in ISSUES[0]
    assert ISSUES[0].rank(OptionId("2")) == 1
