"""9. Goodwill between two delegations."""

from __future__ import annotations

import pytest

from game.scenario import Clock, Couple, band
from game.talks import GALLERY, Talks, price, read_move, view
from game.talks.causes import BargainsKept, Reopened, Surprised
from game.talks.events import Tempered
from tests.rulebook import GUESTS, A, B, C, after, lake, news, numbers
from tests.rulebook.world import World

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""
THREE = """
    NOTE ON THE LAKE
    1. They [shall|A,B] [may|C] give notice of works, [a month ahead|A] [in good time|B] [|C].
    2. A council [advises on works|A] [|B,C].
    3. Guests may listen at its meetings.
    -- fish: [same|A,B] [more|C]
"""
AB, AC, BC = (A, B), (A, C), (B, C)


def at(goodwill: int) -> Talks:
    """Talks of two that open at some goodwill."""
    return lake(OPENING, world=World(goodwill={AB: goodwill}))


def told(talks: Talks) -> list[tuple[object, ...]]:
    """What the record says of goodwill: between whom, from what to what, and why."""
    return numbers(news(talks, Tempered))


def test_9_1_it_begins_in_the_middle() -> None:
    """9.1 Goodwill between each two delegations begins at 5, unless the scenario says otherwise for these two."""
    assert lake(THREE, parties=3).goodwill == {AB: 5, AC: 5, BC: 5}
    assert lake(THREE, parties=3, world=World(goodwill={AC: 2})).goodwill == {AB: 5, AC: 2, BC: 5}


def test_9_2_it_is_shown_as_a_band() -> None:
    """9.2 Goodwill is cold from 0 to 3, correct from 4 to 6, and warm from 7 to 10; it is the same from both sides."""
    assert [band(goodwill) for goodwill in range(11)] == ["cold"] * 4 + ["correct"] * 3 + ["warm"] * 4
    talks = at(7)
    assert (view(talks, A).band(B), view(talks, B).band(A)) == ("warm", "warm")


def test_9_3_every_third_bargain_raises_it() -> None:
    """9.3 Every third bargain that two delegations strike raises goodwill between them by one, whoever proposed it."""
    talks = after(lake(OPENING), "A tables B:verb=shall", "B accepts 1", "A tables B:fish=same", "B accepts 2")
    assert talks.goodwill == {AB: 5}
    talks = after(talks, 'A says "Your turn."', "B tables A:when=silence", "A accepts 3")
    assert talks.goodwill == {AB: 6}
    assert told(talks) == [(AB, 5, 6, BargainsKept(3))]
    talks = after(talks, 'B says "On we go."', "A tables A:council=hears B:council=hears", "B accepts 4")
    assert talks.goodwill == {AB: 6}
    assert talks.bargains == {AB: 4}


def test_9_4_bargains_are_counted_for_each_two() -> None:
    """9.4 With three delegations a bargain counts between the proposer and each that it asked, and not between those
    two, nor for one that was not asked."""
    talks = after(lake(THREE, parties=3), "A tables B:when=month C:when=month", "B accepts 1")
    assert talks.bargains == {}, "not struck yet"
    talks = after(talks, "C accepts 1", "A tables C:verb=shall", 'B says "Good."', "C accepts 2")
    assert talks.bargains == {AB: 1, AC: 2}


def test_9_5_what_binds_nobody_is_no_bargain() -> None:
    """9.5 A non-paper with which one could live is no bargain, a refusal is none, and neither costs goodwill."""
    talks = after(lake(OPENING), "A floats B:verb=shall", "B accepts 1", "A tables B:verb=shall", "B declines 2")
    assert talks.bargains == {}
    assert talks.goodwill == {AB: 5}


def test_9_6_reopening_costs_two() -> None:
    """9.6 Who reopens what was agreed loses two of goodwill with everybody who had agreed to it, and the reason names
    the issue and the day."""
    talks = after(lake(THREE, parties=3), "A moves guests=vote")
    assert talks.goodwill == {AB: 3, AC: 3, BC: 5}
    assert told(talks) == [
        (AB, 5, 3, Reopened(A, GUESTS, 1.0)),
        (AC, 5, 3, Reopened(A, GUESTS, 1.0)),
    ]


@pytest.mark.parametrize(
    ("moves", "left"),
    [
        (("A tables A:fish=more B:guests=vote",), 3),
        (("A tables B:guests=vote", "B declines 1"), 3),
        (("A floats B:guests=vote",), 5),
        (("A moves council=hears", 'B says "."'), 5),
        (("A moves council=hears", 'B says "."', "A moves council=advises"), 3),
    ],
)
def test_9_7_whatever_is_paid_for_as_reopening_costs_it(moves: tuple[str, ...], left: int) -> None:
    """9.7 A package on agreed words costs goodwill when it is tabled, and so does going back to a position that was
    left; a non-paper does not, and neither does moving on."""
    assert after(lake(OPENING), *moves).goodwill == {AB: left}


def test_9_8_each_issue_that_is_reopened_counts() -> None:
    """9.8 A package that would reopen two issues costs goodwill twice."""
    talks = lake("""
        NOTE ON THE LAKE
        1. They shall give notice of works.
        2. Guests may listen at its meetings.
        -- when: silence
        -- council: none
        -- fish: [same|A] [more|B]
    """)
    assert after(talks, "A tables A:fish=more B:guests=vote B:verb=will").goodwill == {AB: 1}


def test_9_9_a_statement_to_the_press_costs_one() -> None:
    """9.9 Who tells the press what it stands for loses one of goodwill with everybody, who read it in the newspaper."""
    talks = after(lake(THREE, parties=3), 'A says "Now then."', "B announces verb=shall")
    assert talks.goodwill == {AB: 4, AC: 5, BC: 4}
    assert told(talks)[0] == (AB, 5, 4, Surprised(B, 1.5))


def test_9_10_it_stays_within_its_scale() -> None:
    """9.10 Goodwill stays between 0 and 10; what is lost or won beyond that is lost or won by nobody, and what
    changes nothing is not told."""
    talks = after(at(1), "A moves guests=vote")
    assert talks.goodwill == {AB: 0}
    assert [(event.before, event.after) for event in news(talks, Tempered)] == [(1, 0)]
    assert news(after(at(0), "A moves guests=vote"), Tempered) == []
    bargains = ("A tables B:verb=shall", "B accepts 1", "A tables B:fish=same", "B accepts 2", "A tables B:when=month")
    assert after(at(10), *bargains, "B accepts 3").goodwill == {AB: 10}


def test_9_11_warm_a_package_is_taken_in_half_the_time() -> None:
    """9.11 Where goodwill is warm, to accept a package takes half the hours, rounded up to a quarter; where it is
    correct, or cold, it takes them whole. Both see the price before."""
    for goodwill, hours in ((3, 1.0), (6, 1.0), (7, 0.5)):
        talks = after(at(goodwill), "A tables B:verb=shall")
        move = read_move("B accepts 1")
        assert (price(talks, move), view(talks, B).price(move)) == (hours, hours)
        assert after(talks, "B accepts 1").hours == talks.hours + hours
    clock = Clock(accept=0.75)
    quarter = after(lake(OPENING, clock=clock, world=World(goodwill={AB: 8})), "A tables B:verb=shall")
    assert price(quarter, read_move("B accepts 1")) == 0.5


@pytest.mark.parametrize(
    ("move", "correct"),
    [("A tables B:verb=shall", 1.0), ("A floats B:verb=shall", 1.0), ("A tables B:verb=shall B:when=month", 2.0)],
)
def test_9_12_cold_a_package_is_read_twice(move: str, correct: float) -> None:
    """9.12 Where goodwill is cold, a package or a non-paper takes half an hour more; where it is warm, no less than
    where it is correct."""
    assert [price(at(goodwill), read_move(move)) for goodwill in (3, 4, 7)] == [correct + 0.5, correct, correct]


def test_9_13_only_those_count_whom_it_concerns() -> None:
    """9.13 With three delegations a package is read twice if one that it asks is cold towards the proposer, whoever
    else is; and taken in half the time by whoever is warm towards the proposer."""
    goodwill: dict[Couple, int] = {AB: 2, AC: 8, BC: 0}
    talks = lake(THREE, parties=3, world=World(goodwill=goodwill))
    assert price(talks, read_move("A tables C:verb=shall")) == 1.0
    assert price(talks, read_move("A tables B:when=month C:when=month")) == 1.5
    talks = after(talks, "A tables B:when=month C:when=month")
    assert [price(talks, read_move(f"{who} accepts 1")) for who in "BC"] == [1.0, 0.5]


def test_9_14_nothing_else_is_cheaper_or_dearer() -> None:
    """9.14 Goodwill changes the hours of no other move."""
    for line in ("A moves verb=will", 'A says "."', "A declines 1", "A announces verb=shall", "A initials", "A leaves"):
        assert len({price(at(goodwill), read_move(line)) for goodwill in (0, 5, 10)}) == 1, line


def test_9_15_everybody_sees_it_and_hears_why() -> None:
    """9.15 Goodwill is no secret: every watcher sees how each two stand with each other, and hears why it changed."""
    talks = after(lake(THREE, parties=3), "A moves guests=vote")
    for who in (A, B, C, GALLERY):
        seen = view(talks, who)
        assert seen.goodwill == talks.goodwill
        assert [event for event in seen.record if isinstance(event, Tempered)] == news(talks, Tempered)
