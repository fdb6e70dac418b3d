"""Those who are not at the table, what a move costs, and points, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.delegations import computer
from game.scenario import AudienceId, Scenario, load, source_of
from game.scenario.topics.audiences import Cost
from game.seat import Desk, Pledge, Reach, Reopening, desk
from game.table import open_table
from game.talks.locks import Lock
from game.text import DelegationId, IssueId, OptionId
from game.words.corridor import barred, both_names, power, quiet, returns
from game.words.penalties import penalty
from game.words.points import points, signed_points, span
from tests.library import scenario
from tests.terminal.desk import HARBOUR

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


@pytest.mark.parametrize(
    ("number", "told", "signed"),
    [
        (1, "1 point", "+1 point"),
        (-1, "−1 point", "−1 point"),
        (3, "3 points", "+3 points"),
        (0, "0 points", "0 points"),
    ],
)
def test_points_are_counted(number: int, told: str, signed: str) -> None:
    """One point, however it is signed, and several."""
    assert (points(number), signed_points(number)) == (told, signed)


def test_a_span_with_one_end_is_a_number() -> None:
    """Worst to best, where they differ."""
    assert [span(Reach(-2, 5)), span(Reach(4, 4))] == ["−2 to 5", "4"]


@pytest.mark.parametrize(
    ("minded", "told"),
    [
        (Reopening(IssueId("verb"), 2), "is agreed: to reopen it costs you 2 points and goodwill."),
        (Reopening(IssueId("verb"), 1), "is agreed: to reopen it costs you 1 point and goodwill."),
        (
            Reopening(IssueId("verb"), 0, OptionId("will")),
            "You have left “will” before: to reopen it costs you goodwill.",
        ),
        (Pledge(IssueId("verb"), 1), "to move off it costs 1 point."),
        (Pledge(IssueId("verb"), 9), "to move off it costs 9 points."),
    ],
)
def test_what_a_move_costs_is_told(minded: Reopening | Pledge, told: str) -> None:
    """What is reopened, what was given up, what the press was told."""
    assert penalty(scenario("two-words"), minded).endswith(told)


# ---- audiences --------------------------------------------------------------------------------------------------


def at_the_harbour(who: DelegationId) -> tuple[Scenario, Desk]:
    """The harbour, and what lies before a seat of it at the beginning."""
    house = load(source_of(HARBOUR), HARBOUR)
    table = open_table(source_of(HARBOUR), HARBOUR, dict.fromkeys(house.ids, "person"), computer, as_written=True)
    return house, desk(table.view(who))


@pytest.mark.parametrize(
    ("of", "hours", "cost", "told"),
    [
        (ARIA, 1.0, 1, "While you stand for less than it wants, it costs you 1 point an hour."),
        (ARIA, 2.0, 3, "While you stand for less than it wants, it costs you 3 points every 2 h."),
        (BORO, 1.0, 2, "While Boro stands for less than it wants, it costs Boro 2 points an hour."),
        (BORO, 0.5, 1, "While Boro stands for less than it wants, it costs Boro 1 point every ½ h."),
    ],
)
def test_what_a_newspaper_costs_is_told(of: DelegationId, hours: float, cost: int, told: str) -> None:
    """How much, how often, and to whom."""
    house, laid = at_the_harbour(ARIA)
    press = replace(house.audience(AudienceId("FISHERS")), of=of, presses=Cost(cost, hours))
    assert power(house, laid, press) == told


def test_what_a_parliament_votes_on_is_told() -> None:
    """On every text, or on some papers; whether one stands for such a one only where that can be told."""
    house, laid = at_the_harbour(BORO)
    moot = house.audience(AudienceId("MOOT"))
    assert power(house, laid, replace(moot, votes={})) == "It votes on every text."
    assert power(house, laid, moot).endswith("“a protocol”. You stand for such a paper.")
    assert power(house, at_the_harbour(ARIA)[1], moot) == "It has a vote only on “a protocol”."


@pytest.mark.parametrize(
    ("name", "short", "told"),
    [
        ("the guild of pilots", "the guild", "The guild of pilots"),
        ("State Duma", "the Duma", "State Duma"),
        ("The Moscow press", "Moscow's press", "The Moscow press (Moscow's press)"),
        ("The fishermen", "the fishing quay", "The fishermen (the fishing quay)"),
    ],
)
def test_the_name_of_the_record_is_told_where_it_is_another(name: str, short: str, told: str) -> None:
    """An article is no other name."""
    house, _ = at_the_harbour(ARIA)
    assert both_names(replace(house.audience(AudienceId("GUILD")), name=name, short=short)) == told


def test_whose_mood_does_not_show_is_named() -> None:
    """And nobody where every mood shows; a text that was sent back is told with its consequence."""
    house, laid = at_the_harbour(ARIA)
    assert quiet(house, laid, BORO) == "Boro also answers to the moot (ratifies); their moods do not show."
    assert quiet(house, laid, ARIA) == ""
    assert [line.startswith("The moot has sent the text back") for line in returns(house, [AudienceId("MOOT")])] == [
        True
    ]


def test_what_is_barred_is_told_with_its_delegation() -> None:
    """Oneself first is `you`."""
    house, laid = at_the_harbour(BORO)
    lock = Lock(BORO, "barred", audience=AudienceId("MOOT"))
    rows = tuple(
        replace(row, wordings=tuple(replace(each, locks=(lock,)) for each in row.wordings[:1]))
        for row in laid.issues[:1]
    )
    assert list(barred(house, replace(laid, issues=rows))) == ["Barred for good: “shall tell” in “Notice”, for you."]
    assert list(barred(house, laid)) == []
