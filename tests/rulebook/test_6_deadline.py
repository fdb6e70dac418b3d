"""6. The deadline."""

from __future__ import annotations

from game.scenario import Clock
from game.talks import Why, verdict, view
from game.talks.events import Adjourned, Amended, BrokenOff, Concluded, Initialled, Left, Proposed
from tests.rulebook import (
    COUNCIL,
    FISH,
    GUESTS,
    VERB,
    A,
    B,
    after,
    ending,
    lake,
    news,
    refused,
    refusing,
    sheet,
    steps,
)

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works.
    2. A council [advises on works|A] [hears of works|B].
    -- when: silence
    -- guests: none
    -- fish: [same|A] [more|B]
"""
CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works.
    -- when: silence
    -- council: none
    -- guests: none
    -- fish: same
"""


def test_6_1_a_move_that_ends_exactly_at_the_deadline_counts() -> None:
    """6.1 A move that ends exactly at the deadline is made; then the clock strikes."""
    talks = after(lake(OPENING, hours=2), 'A says "."', 'B says "."', "A moves verb=will")
    assert talks.agreed[VERB] == "will"
    assert talks.hours == 2.0
    assert news(talks, Amended)
    assert news(talks, Adjourned) == [Adjourned(at=2.0)]
    assert ending(talks).kind == "deadline"


def test_6_2_a_move_that_would_end_after_it_is_not_made() -> None:
    """6.2 A move that would end after the deadline is not made: the clock strikes at the deadline instead. It stands in
    the list of moves, so that the record replays."""
    talks = after(lake(OPENING, hours=2), 'A says "."', 'B says "."', 'A says "."', "B moves verb=shall")
    assert [talks.positions[who][VERB] for who in (A, B)] == ["shall", "will"]
    assert talks.hours == 2.0
    assert news(talks, Amended) == []
    assert news(talks, Adjourned) == [Adjourned(at=2.0)]
    assert len(talks.moves) == talks.version == 4


def test_6_3_short_of_the_deadline_the_talks_go_on() -> None:
    """6.3 Half an hour before the deadline the talks are not over, and the clock has not struck."""
    talks = after(lake(OPENING, hours=2), 'A says "."', 'B says "."', 'A says "."')
    assert verdict(talks) is None
    assert news(talks, Adjourned) == []
    assert view(talks, B).legal.moves


def test_6_4_the_last_initial_at_the_last_minute_signs() -> None:
    """6.4 The last initial counts if it is under the text exactly at the deadline."""
    talks = after(lake(CLEAN, hours=1), "A initials", "B initials")
    assert talks.hours == 1.0
    assert ending(talks).kind == "signed"
    assert news(talks, Adjourned) == []
    assert news(talks, Concluded) == [Concluded(at=1.0)]


def test_6_5_the_last_initial_a_minute_late_does_not() -> None:
    """6.5 A last initial that would come after the deadline is none, and the reason says that the text was clean."""
    talks = after(lake(CLEAN, hours=1, clock=Clock(sign=0.75)), "A initials", "B initials")
    assert [event.by for event in news(talks, Initialled)] == [A]
    assert (ending(talks).kind, ending(talks).brackets) == ("deadline", ())


def test_6_6_who_leaves_after_the_deadline_has_not_left() -> None:
    """6.6 A delegation that would leave after the deadline finds the talks over for that reason and not for the
    other."""
    talks = after(lake(OPENING, hours=1, clock=Clock(leave=0.75)), 'A says "."', "B leaves")
    assert ending(talks).kind == "deadline"
    assert news(talks, Left) == []


def test_6_7_the_reason_names_what_was_open() -> None:
    """6.7 The reason names the brackets that were open."""
    one = after(lake(CLEAN, hours=1), "A moves verb=will")
    assert (ending(one).kind, ending(one).brackets) == ("deadline", (VERB,))
    three = after(lake(OPENING, hours=0.5), 'A says "."')
    assert ending(three).brackets == (VERB, COUNCIL, FISH)
    four = after(lake(OPENING, hours=1), "A moves guests=vote")
    assert ending(four).brackets == (VERB, COUNCIL, GUESTS, FISH)


def test_6_8_after_the_end_no_move_is_made() -> None:
    """6.8 When the talks are over no seat has a move, and every move is refused in the same words."""
    talks = after(lake(OPENING, hours=0.5), 'A says "."')
    for who in (A, B):
        assert view(talks, who).legal.moves == ()
        assert refused(talks, f'{who} says "But"') == refusing(Why.OVER)


def test_6_9_an_answer_at_the_last_minute_is_heard() -> None:
    """6.9 A cable that is due exactly at the deadline is answered before the clock strikes."""
    sheets = {A: sheet(mandate=steps(council="advises | hears"))}
    talks = lake(OPENING, hours=4, clock=Clock(answer=1.5), sheets=sheets)
    talks = after(talks, "A tables B:council=advises", "B declines 1", "A asks council", "A moves verb=will")
    assert talks.mandate(A, COUNCIL) == {"advises"}
    talks = after(talks, 'B says "."')
    assert talks.hours == 4.0
    assert talks.mandate(A, COUNCIL) == {"advises", "hears"}
    assert ending(talks).kind == "deadline"


def test_6_10_a_cable_can_run_out_the_clock() -> None:
    """6.10 A cable takes hours like any move: one that would be sent after the deadline is not sent."""
    sheets = {A: sheet(mandate=steps(council="advises | hears"))}
    talks = lake(OPENING, hours=2.25, sheets=sheets)
    talks = after(talks, "A tables B:council=advises", "B declines 1", "A asks council")
    assert talks.cables == ()
    assert ending(talks).kind == "deadline"


def test_6_11_a_package_that_would_be_tabled_too_late_is_not_heard() -> None:
    """6.11 A package that would be tabled after the deadline was never on the table."""
    talks = after(lake(OPENING, hours=1), 'A says "."', "B tables A:verb=will")
    assert talks.packages == ()
    assert news(talks, Proposed) == []


def test_6_12_talks_that_take_no_time_are_broken_off() -> None:
    """6.12 Where no move takes time, talks are broken off after a number of moves that no other talks come to; the
    reason names what was open."""
    talks = lake(OPENING, hours=2, clock=Clock(say=0))
    most = talks.most_moves
    while not talks.over:
        talks = after(talks, f'{talks.floor} says "."')
    assert (talks.version, talks.hours) == (most, 0.0)
    assert most > 4 * talks.deadline + 100
    assert news(talks, BrokenOff) == [BrokenOff(at=0.0)]
    assert (ending(talks).kind, ending(talks).brackets) == ("broken-off", (VERB, COUNCIL, FISH))
    assert refused(talks, 'A says "."') == refusing(Why.OVER)


def test_6_13_with_a_clock_that_runs_it_never_comes_to_that() -> None:
    """6.13 Where a move takes a quarter of an hour, which is the least that it can take, the clock strikes long
    before."""
    talks = lake(OPENING, hours=24, clock=Clock(say=0.25))
    while not talks.over:
        talks = after(talks, f'{talks.floor} says "."')
    assert ending(talks).kind == "deadline"
    assert talks.version == 4 * talks.deadline < talks.most_moves - 100
