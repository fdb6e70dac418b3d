"""When an idea is first needed: a question to the desk alone, asked here without any window."""

from __future__ import annotations

from random import Random

import pytest

from game.delegations import computer
from game.seat import ASIDE, Idea, Seated, needed, next_of
from game.talks import Accept, Decline, Hold, Propose, Say, Shift, Talks, verdict, view
from game.text import DelegationId, IssueId, OptionId
from game.words.coaching import COACHED
from tests.library import must, opened

ISTANBUL, MAIN = "istanbul-communique-1994", "partnership-for-peace-1994"
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")
ASKS = Shift(NATO, IssueId("enl"), OptionId("silence"))
GIVES = Shift(RUS, IssueId("consult"), OptionId("practical"))


def at(talks: Talks, who: DelegationId = RUS) -> Seated:
    """Where a seat is."""
    return Seated(view(talks, who))


def with_tray(here: Seated, *shifts: Shift) -> tuple[Idea, ...]:
    """What is needed with these in the tray."""
    for shift in shifts:
        here = here.put(shift.issue, shift.option)
    return needed(here.desk)


def test_first_come_the_brackets_and_the_wordings() -> None:
    """Then a package is completed on the side that it lacks; one that trades is read, and tabled."""
    here = at(opened(ISTANBUL, as_written=True))
    assert needed(here.desk) == ("bracket", "wording")
    assert with_tray(here, ASKS) == ("give-too",)
    assert with_tray(here, GIVES) == ("ask-too",)
    assert with_tray(here, ASKS, GIVES) == ("sum", "table")


def test_an_answer_is_read_before_all_else() -> None:
    """Whatever the desk is for besides."""
    here = at(opened(ISTANBUL, as_written=True))
    assert needed(here.desk, reading=True) == ("reply",)


def test_whoever_has_tabled_a_package_knows_how() -> None:
    """Afterwards comes what can wait: the clock when an hour has passed, who is uneasy; theirs is answered first."""
    talks = must(opened(ISTANBUL, as_written=True), Propose(RUS, (ASKS, GIVES)))
    assert needed(at(talks).desk) == ()
    assert needed(at(talks, NATO).desk) == ("their-package",)
    talks = must(talks, Decline(NATO, 1, IssueId("enl")))
    found = needed(at(talks).desk)
    assert found[0] == "clock"
    assert set(found) <= ASIDE
    assert with_tray(at(talks), ASKS, GIVES) == ()


def test_a_lock_is_told_when_the_issue_that_has_it_is_looked_at() -> None:
    """Talks without mandates never speak of a cable."""
    here = at(opened(MAIN, as_written=True))
    status = here.with_tray(here.desk.tray)
    assert "cable" in needed(status.desk)
    assert "cable" not in needed(at(opened(ISTANBUL, as_written=True)).desk)


def test_a_hold_up_is_told_when_it_is_open_and_answered_when_it_is_made() -> None:
    """In the second phase only."""
    talks = opened(ISTANBUL, as_written=True)
    while "hold" not in needed(at(talks).desk):
        who = at(talks).desk.floor
        talks = must(talks, Say(who, remark="We are listening."))
    assert at(talks).desk.now.phase == "palace"
    hold = at(talks).desk.choice("hold")
    assert hold is not None
    assert isinstance(hold.moves[0], Hold)
    assert needed(at(must(talks, hold.moves[0]), NATO).desk) == ("held",)


def test_a_clean_text_is_initialled() -> None:
    """Then nothing else is told."""
    talks = opened(ISTANBUL, as_written=True)
    every = tuple(
        Shift(RUS, issue, OptionId(option))
        for issue, option in ((IssueId("partner"), "size"), (IssueId("consult"), "regular"),
                              (IssueId("csce"), "leading"), (IssueId("enl"), "noted"))
    )  # fmt: skip
    both = (*every, *(Shift(NATO, shift.issue, shift.option) for shift in every))
    talks = must(must(talks, Propose(RUS, both)), Accept(NATO, 1))
    assert needed(at(talks, at(talks).desk.floor).desk) == ("sign",)


def test_nobody_is_told_anything_while_another_has_the_floor_or_when_all_is_over() -> None:
    """And nothing that was told already; what can wait comes once a turn."""
    talks = must(opened(ISTANBUL, as_written=True), Say(RUS, remark="Good evening."))
    assert needed(at(talks).desk) == ()
    ideas: tuple[Idea, ...] = ("clock", "hold")
    assert next_of(ideas, (), aside=True) == "clock"
    assert next_of(ideas, ("clock",), aside=True) == "hold"
    assert next_of(ideas, ("clock",), aside=False) is None
    assert next_of(("reply", "clock"), (), aside=False) == "reply"


@pytest.mark.parametrize("idea", COACHED)
def test_an_idea_is_one_short_sentence(idea: Idea) -> None:
    """Never a wall of text."""
    words = COACHED[idea]
    assert words.endswith(".")
    assert words.count(". ") == 0
    assert len(words) <= 150


def test_a_whole_game_needs_most_of_it() -> None:
    """At a desk that the computer plays to the end, every idea is one that has its sentence."""
    talks, seen = opened(ISTANBUL, seed=3), set[Idea]()
    while verdict(talks) is None:
        for who in (RUS, NATO):
            seen |= set(needed(at(talks, who).desk))
        floor = view(talks, RUS).floor
        talks = must(talks, computer(view(talks, floor), Random(1)).move)
    assert {"bracket", "their-package", "clock"} <= seen
    assert seen <= set(COACHED)
