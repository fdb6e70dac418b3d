"""Where the talks stand, before each move."""

from __future__ import annotations

from game.seat import Seated
from game.talks import Refused, Why
from game.terminal.situation import show_situation, show_why
from game.text import IssueId, OptionId
from game.words.packages import package_lines
from game.words.refusals import why_not
from tests.terminal.desk import LAKE, RIVERS, Desk
from tests.terminal.test_choosing import ARIA, BORO, CELO, TWO_WAIT, after

CANNOT = "You cannot accept"


def why(here: Seated) -> str:
    """Why the first waiting package cannot be accepted, in words."""
    found = here.desk.waiting[0].why_not
    assert found is not None
    return why_not(here.scenario, found)


def test_what_keeps_from_a_package_is_said_with_it() -> None:
    """The wording beyond the mandate, and that the capital cannot be asked about it yet."""
    here = after(LAKE, ARIA, 'ARIA says "."', "BORO tables ARIA:council=none BORO:fish=same")
    desk = Desk()
    show_situation(desk.console, here)
    council, none = IssueId("council"), OptionId("none")
    assert f"{CANNOT} it as things are. {why(here)}" in desk.flat
    assert here.desk.waiting[0].why_not == Refused(kind=Why.BEYOND_MANDATE, delegation=ARIA, issue=council, option=none)
    assert "type ask council" in desk.flat
    refused = after(LAKE, ARIA, 'ARIA says "."', "BORO tables ARIA:verb=seek BORO:fish=same")
    desk = Desk()
    show_situation(desk.console, refused)
    barred = refused.desk.waiting[0].why_not
    assert isinstance(barred, Refused)
    assert (barred.kind, barred.issue, barred.option) == (Why.FORBIDDEN, "verb", "seek")
    assert why(refused) in desk.flat


def test_what_can_be_accepted_needs_no_word() -> None:
    """Nothing is said where every package or one of them can be taken."""
    desk = Desk()
    here = after(RIVERS, CELO, *TWO_WAIT)
    show_situation(desk.console, here)
    assert CANNOT not in desk.flat
    assert [(row.number, row.waits_for) for row in here.desk.waiting] == [(1, (BORO, CELO)), (2, (ARIA, CELO))]
    assert all(line in desk.flat for row in here.desk.waiting for line in package_lines(here.scenario, here.desk, row))


def test_the_words_that_are_agreed_are_told_apart() -> None:
    """What is sure, and what hangs on the brackets; and that no number has changed."""
    here = after(LAKE, ARIA, "ARIA tables BORO:verb=shall", "BORO accepts 1")
    desk = Desk()
    show_why(desk.console, here)
    assert here.desk.worth is not None
    assert (here.desk.worth.agreed, here.desk.worth.changes) == (30, ())
    assert "30 for the 1" in desk.flat
    assert "None of your numbers" in desk.flat
