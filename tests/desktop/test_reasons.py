"""Why something cannot be pressed, as the window says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.desktop.desk.laid import Laid
from game.desktop.desk.reasons import reason
from game.scenario import Scenario
from game.seat import Desk, NotReady, Question, Seated, Tray, Unready, WhyNot, desk, put
from game.talks import Refused, View, Why, open_talks, view
from game.text import DelegationId, IssueId, OptionId
from game.words.refusals import refusal
from tests.library import scenario

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
VERB, FISH, COUNCIL = IssueId("verb"), IssueId("fish"), IssueId("council")


def opening(who: DelegationId = ARIA) -> View:
    """Two towns before the first move; Aria has the floor."""
    return view(open_talks(scenario("two-words")), who)


def why_not(seen: View, *wordings: tuple[IssueId, str]) -> str:
    """Why a package of these wordings cannot be tabled."""
    tray = Tray()
    for issue, option in wordings:
        tray = put(seen, tray, issue, OptionId(option))
    found = desk(seen, tray)
    return told(seen.scenario, found, next(each.why_not for each in found.choices if each.deed == "propose"))


def told(of: Scenario, found: Desk, why: WhyNot | None) -> str:
    return reason(of, found, why)


def test_reasons_before_anything_is_tabled() -> None:
    """Empty, one-sided, beyond the mandate, forbidden and not one's turn: each has its sentence; a fair package has
    none."""
    seen = opening()
    assert why_not(seen).startswith("Choose a wording")
    assert "move alone (M)" in why_not(seen, (FISH, "more"))
    assert why_not(seen, (VERB, "will"), (COUNCIL, "decide")) == ""
    assert why_not(seen, (VERB, "seek"), (COUNCIL, "decide")) == refusal(
        seen.scenario, Refused(kind=Why.FORBIDDEN, issue=VERB, option=OptionId("seek"))
    )
    locked = refusal(
        seen.scenario,
        Refused(kind=Why.BEYOND_MANDATE, delegation=ARIA, issue=COUNCIL, option=OptionId("advise")),
    )
    assert why_not(seen, (COUNCIL, "advise"), (VERB, "shall")) == locked
    assert why_not(opening(BORO), (VERB, "will")) == refusal(
        seen.scenario, Refused(kind=Why.NOT_YOUR_TURN, delegation=ARIA)
    )


def test_a_capital_with_nothing_left_to_open_waits_for_no_refusal() -> None:
    """Why a wording stays locked is what the seat says of the capital, not a guess of the window's."""
    laid = Laid(Seated(opening()), lambda: None)
    assert laid.why_no_step(FISH) == laid.because(Refused(kind=Why.NO_FURTHER_STEP, issue=FISH))
    assert laid.why_no_step(COUNCIL) == laid.because(Refused(kind=Why.NOT_REFUSED, issue=COUNCIL))


def test_a_cable_under_way_is_told() -> None:
    """Beyond the mandate, where the capital has been asked already."""
    seen = opening()
    found = desk(seen, Tray(issue=COUNCIL))
    cable = Question((COUNCIL,), due=3.0, left=1.0)
    why = Refused(kind=Why.BEYOND_MANDATE, delegation=ARIA, issue=COUNCIL, option=OptionId("advise"))
    waits = "“advises on works” is beyond your mandate, and the answer of the town hall of Aria is still to come."
    assert reason(seen.scenario, replace(found, cables=(cable,)), why) == waits


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("nothing-chosen", "that you would move to"),
        ("nobody-moves", "have to move"),
        ("no-bracket", "No bracket"),
        ("word-unnamed", "names the word"),
        ("word-yours", "stand for that word"),
        ("not-for-non-papers", "A non-paper"),
    ],
)
def test_what_is_not_ready_has_its_sentence(kind: Unready, part: str) -> None:
    """Whatever the player has still to choose."""
    seen = opening()
    assert part in reason(seen.scenario, desk(seen), NotReady(kind))


@pytest.mark.parametrize(
    "kind", [Why.NOT_YOURS, Why.UNANSWERED, Why.NO_FURTHER_STEP, Why.NOT_REFUSED, Why.NOTHING_REFUSED, Why.OVER]
)
def test_what_the_rules_refuse_has_its_sentence(kind: Why) -> None:
    """Also where the window says it in other words than the rules."""
    seen = opening()
    said = reason(seen.scenario, desk(seen), Refused(kind=kind, delegation=ARIA, issue=COUNCIL))
    assert said.endswith(".")
    assert "{" not in said
