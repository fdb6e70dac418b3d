"""1. Positions and brackets."""

from __future__ import annotations

from game.scenario import Clock
from game.talks import Why, view
from game.talks.causes import Reopened
from game.talks.events import Amended, Charged, Opened, Settled
from game.text import OptionId
from tests.rulebook import (
    COUNCIL,
    FISH,
    GUESTS,
    VERB,
    WHEN,
    A,
    B,
    C,
    after,
    draft_of,
    lake,
    news,
    refused,
    refusing,
    same,
)
from tests.rulebook.note import APART

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""


def test_1_1_where_positions_differ_there_is_a_bracket() -> None:
    """1.1 Where positions differ the wording is in brackets, each wording with its owner; where they are the same it
    stands plain, agreed ad referendum."""
    talks = lake(OPENING)
    assert talks.brackets == (VERB, WHEN, COUNCIL, FISH)
    assert talks.agreed == {GUESTS: "listen"}
    assert draft_of(talks) == same(OPENING)
    assert talks.events == (Opened(at=0.0),)


def test_1_2_a_delegation_that_moves_alone_closes_the_bracket() -> None:
    """1.2 A delegation may move alone; when it moves to where the others stand, the bracket closes and the record says
    that this is agreed."""
    talks = after(lake(OPENING), "A moves verb=will")
    assert draft_of(talks) == same("""
        NOTE ON THE LAKE
        1. They will give notice of works, [a month ahead|A] [|B].
        2. A council [advises on works|A] [|B].
        3. Guests may listen at its meetings.
        -- fish: [same|A] [more|B]
    """)
    assert news(talks, Amended) == [
        Amended(at=1.0, by=A, issue=VERB, old=OptionId("shall"), new=OptionId("will"), reopened=False)
    ]
    assert news(talks, Settled) == [Settled(at=1.0, issues=(VERB,))]


def test_1_3_a_move_that_closes_nothing_leaves_the_bracket() -> None:
    """1.3 A delegation that moves to a wording where nobody else stands leaves the bracket open, with the new wording
    in it."""
    talks = after(lake(OPENING), "A moves council=hears")
    assert "2. A council [hears of works|A] [|B]." in draft_of(talks)
    assert news(talks, Settled) == []


def test_1_4_silence_on_both_sides_takes_the_sentence_with_it() -> None:
    """1.4 When all stand for silence the place falls out of the text, its comma or its whole sentence with it, and the
    clauses are numbered anew."""
    talks = after(lake(OPENING), "A moves when=silence", 'B says "Well."', "A moves council=none")
    assert draft_of(talks) == same("""
        NOTE ON THE LAKE
        1. They [shall|A] [will|B] give notice of works.
        2. Guests may listen at its meetings.
        -- when: silence
        -- council: none
        -- fish: [same|A] [more|B]
    """)


def test_1_5_an_issue_beside_the_text_is_a_bracket_like_any_other() -> None:
    """1.5 A side issue is not printed, and still the text is not clean before it is agreed."""
    talks = lake("""
        NOTE ON THE LAKE
        1. They shall give notice of works.
        -- when: silence
        -- council: none
        -- guests: none
        -- fish: [same|A] [more|B]
    """)
    assert view(talks, A).draft.clean
    assert refused(talks, "A initials") == refusing(Why.BRACKETS, issues=("fish",), number=1)


def test_1_6_reopening_what_was_agreed_costs_points() -> None:
    """1.6 A delegation that moves off agreed words reopens them, the record says so, and it pays for it; only its own
    seat hears how much."""
    talks = after(lake(OPENING, clock=Clock(reopening=3)), "A moves guests=vote")
    assert "3. Guests [have a vote|A] [may listen|B] at its meetings." in draft_of(talks)
    assert [event.reopened for event in news(talks, Amended)] == [True]
    assert news(talks, Charged) == [
        Charged(at=1.0, by=A, heard_by=frozenset({A}), points=-3, cause=Reopened(A, GUESTS, 1.0), because_of=1)
    ]
    assert [charge.points for charge in talks.charges[A]] == [-3]
    assert B not in talks.charges


def test_1_7_going_back_to_a_position_that_was_left_costs_as_much() -> None:
    """1.7 A delegation that goes back to a position which it has left pays as for reopening, though the bracket was
    never closed."""
    talks = after(lake(OPENING), "A moves council=hears", 'B says "Good."')
    assert A not in talks.charges
    talks = after(talks, "A moves council=advises")
    assert [charge.cause for charge in talks.charges[A]] == [Reopened(A, COUNCIL, talks.hours)]


def test_1_8_where_reopening_is_free_nobody_pays() -> None:
    """1.8 Where the scenario sets no price on reopening, nobody is charged and no charge is recorded."""
    talks = after(lake(OPENING, clock=Clock(reopening=0)), "A moves guests=vote")
    assert talks.charges == {}
    assert news(talks, Charged) == []


def test_1_9_three_stand_in_one_bracket() -> None:
    """1.9 With three delegations a bracket holds each wording once with all its owners, and closes only when the last
    has come."""
    talks = lake(
        """
        NOTE ON THE LAKE
        1. They [shall|A,C] [may|B] give notice of works.
        -- when: silence
        -- council: none
        -- guests: none
        -- fish: same
        """,
        parties=3,
    )
    talks = after(talks, "A moves verb=may")
    assert "1. They [shall|C] [may|A,B] give notice of works." in draft_of(talks)
    assert news(talks, Settled) == []
    talks = after(talks, 'B says "And Celo?"', "C moves verb=may")
    assert "1. They may give notice of works." in draft_of(talks)
    assert news(talks, Settled) == [Settled(at=2.5, issues=(VERB,))]
    assert {talks.positions[who][VERB] for who in (A, B, C)} == {"may"}


def test_1_10_words_that_do_not_go_together_cannot_both_be_agreed() -> None:
    """1.10 A move is refused that would have the agreed words break an exclusion; in a bracket the same wording may
    stand."""
    talks = lake("""
        NOTE ON THE LAKE
        1. They [shall|A] [may|B] give notice of works.
        2. A council decides on works.
        -- when: silence
        -- guests: none
        -- fish: same
    """)
    assert refused(talks, "A moves verb=may") == refusing(Why.EXCLUDED, written=APART.because)
    assert "[will|A] [may|B]" in draft_of(after(talks, "A moves verb=will"))
