"""The package that a player prepares, before any pixel."""

from __future__ import annotations

from dataclasses import replace

from game.desktop.desk.package import barred, chosen, settle, still_moving, why_not
from game.talks import Shift, View, open_talks, view
from game.text import DelegationId, IssueId, OptionId
from tests.library import scenario

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
VERB, FISH, COUNCIL = IssueId("verb"), IssueId("fish"), IssueId("council")


def opening(who: DelegationId = ARIA) -> View:
    """Two towns before the first move; Aria has the floor."""
    return view(open_talks(scenario("two-words")), who)


def test_settling_moves_whoever_stands_elsewhere() -> None:
    """A wording that neither holds moves both; one's own wording is an ask, theirs is an offer."""
    will = settle(opening(), (), VERB, OptionId("will"))
    assert {shift.delegation for shift in will} == {ARIA, BORO}
    assert [shift.delegation for shift in settle(opening(), (), VERB, OptionId("shall"))] == [BORO]
    assert [shift.delegation for shift in settle(opening(), (), FISH, OptionId("more"))] == [ARIA]


def test_an_issue_is_settled_once() -> None:
    """Another wording takes the place of the first."""
    shifts = settle(opening(), (), VERB, OptionId("shall"))
    shifts = settle(opening(), shifts, VERB, OptionId("will"))
    assert chosen(shifts, VERB) == "will"
    assert len(shifts) == 2


def test_what_is_barred_and_by_what() -> None:
    """A red line, a mandate that is not wide enough, or nothing."""
    seen = opening()
    assert barred(seen, VERB, OptionId("seek")) == "red"
    assert barred(seen, COUNCIL, OptionId("advise")) == "mandate"
    assert barred(seen, COUNCIL, OptionId("decide")) == ""


def test_closing_the_rest_never_crosses_the_mandate() -> None:
    """Where Aria may not go to Boro's wording, Boro is asked to come to Aria's."""
    seen = opening()
    shifts = seen.as_drafted(BORO)
    assert {shift.issue for shift in shifts} == set(seen.brackets)
    assert all(not barred(seen, shift.issue, shift.option) for shift in shifts if shift.delegation == ARIA)


def test_reasons_before_anything_is_tabled() -> None:
    """Empty, one-sided, contradictory, and not one's turn: each has its sentence; a fair package has none."""
    seen = opening()
    assert why_not(seen, ()).startswith("Choose a wording")
    assert "nothing in return" in why_not(seen, settle(seen, (), FISH, OptionId("more")))
    both = settle(seen, settle(seen, (), VERB, OptionId("will")), COUNCIL, OptionId("decide"))
    assert why_not(seen, both) == ""
    clash = settle(seen, settle(seen, (), VERB, OptionId("seek")), COUNCIL, OptionId("decide"))
    assert why_not(seen, clash) == "Your instructions forbid “will seek to”."
    because = "A council cannot decide on works that nobody has promised to show it."
    assert why_not(replace(seen, own=None), clash) == because
    assert why_not(opening(BORO), both) == "Aria has the floor."


def test_shifts_that_have_come_true_are_dropped() -> None:
    """A shift to where somebody stands already moves nothing."""
    seen = opening()
    assert still_moving(seen, (Shift(ARIA, VERB, OptionId("shall")), Shift(BORO, VERB, OptionId("shall")))) == (
        Shift(BORO, VERB, OptionId("shall")),
    )
