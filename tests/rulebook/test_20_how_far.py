"""20. Refusals that say how far, and refusals for ever that bind."""

from __future__ import annotations

from typing import cast

import pytest

from game.talks import (
    CHAIR,
    GALLERY,
    Charge,
    Decline,
    Far,
    Revoke,
    Shift,
    Talks,
    Why,
    play,
    read_move,
    view,
    write_move,
)
from game.talks.causes import NeverBroken, PledgeBroken
from game.talks.events import Charged, Declined, Hinted, Tempered
from game.talks.record_lines import RecordError
from game.text import OptionId
from tests.rulebook import COUNCIL, FISH, VERB, WHEN, A, B, after, lake, news, refused, refusing, sheet
from tests.rulebook.world import ally, around, parliament

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""
THREE = """
    NOTE ON THE LAKE
    1. They [shall|A] [may|B,C] give notice of works.
    -- when: silence
    -- council: none
    -- guests: none
    -- fish: [same|A,C] [more|B]
"""
TRADE = "A tables A:fish=more B:verb=shall"
SWORN = (TRADE, "B declines 1 over verb, never")
SHALL = OptionId("shall")


def points(talks: Talks, who: object = B) -> list[int]:
    """What a delegation has paid, in its order."""
    return [charge.points for each, charges in talks.charges.items() if each == who for charge in charges]


@pytest.mark.parametrize("far", ["not-this", "not-for-this", "nearly"])
@pytest.mark.parametrize("over", ["", " over verb"])
def test_20_1_a_refusal_may_say_how_far(far: Far, over: str) -> None:
    """20.1 A refusal may say how far off the package is, with a word or without one: not this, not for this, or nearly.
    Everybody hears it, and the record keeps it."""
    line = f"B declines 1{over}, {far.replace('-', ' ')}"
    talks = after(lake(OPENING), TRADE, line)
    for who in (A, B, GALLERY):
        assert [event.far for event in view(talks, who).minutes.all(Declined)] == [far]
    assert write_move(talks.moves[-1]) == line


def test_20_2_how_far_is_said_and_binds_nobody() -> None:
    """20.2 What a refusal says of how far it is moves no number and no mandate, and keeps nobody from anything."""
    plain = after(lake(OPENING), TRADE, "B declines 1 over verb")
    for far in ("not this", "not for this", "nearly"):
        talks = after(lake(OPENING), TRADE, f"B declines 1 over verb, {far}")
        assert (talks.hours, talks.charges, talks.goodwill) == (plain.hours, plain.charges, plain.goodwill)
        assert (talks.rebuffed, talks.forsworn, view(talks, A).ruled_out) == (plain.rebuffed, {}, frozenset())
        talks = after(talks, TRADE, "B accepts 2")
        assert points(talks) == []


def test_20_3_a_hint_says_how_far_to_those_concerned() -> None:
    """20.3 The answer to a non-paper may say so too, and only those concerned hear it."""
    talks = after(lake(THREE, parties=3), "A floats A:fish=more B:verb=shall", "B declines 1 over verb, nearly")
    assert [(event.far, event.heard_by) for event in news(talks, Hinted)] == [("nearly", frozenset({A, B}))]
    assert not [event for event in view(talks, GALLERY).record if isinstance(event, Hinted)]


def test_20_4_for_ever_says_no_more() -> None:
    """20.4 A refusal for ever does not say how far: nothing would be enough. No refusal says it in other words."""
    talks = after(lake(OPENING), TRADE)
    assert refused(talks, Decline(B, 1, VERB, never=True, far="nearly")) == refusing(Why.NEVER_AND_FAR)
    assert refused(talks, Decline(B, 1, far=cast("Far", "soon"))).kind == Why.ILL_FORMED
    for line in ("B declines 1 over verb, soon", "B declines 1, nearly, never", "B declines 1 nearly"):
        with pytest.raises(RecordError):
            read_move(line)


@pytest.mark.parametrize(
    "later",
    [
        ("A tables A:fish=more B:verb=shall", "B accepts 2"),
        ('A says "Well?"', "B moves verb=shall"),
        ('A says "Well?"', "B tables A:fish=more B:verb=shall", "A accepts 2"),
    ],
)
def test_20_5_who_takes_it_after_all_pays(later: tuple[str, ...]) -> None:
    """20.5 Who moves to a wording that it has refused for ever pays as for a statement to the press that is left, and a
    point of goodwill with everybody, however it moves there: it accepts, it moves alone, or its own package is
    accepted."""
    talks = after(lake(OPENING), *SWORN, *later)
    cause = NeverBroken(B, VERB, SHALL)
    assert talks.charges == {B: (Charge(-9, cause),)}
    (event,) = news(talks, Charged)
    assert event.heard_by == frozenset({B})
    assert [(e.after - e.before, e.cause) for e in news(talks, Tempered)] == [(-1, cause)]
    assert event.because_of == news(talks, Tempered)[0].because_of


def test_20_6_to_table_or_float_it_costs_nothing_yet() -> None:
    """20.6 Nothing is paid while it only lies on the table, or is spoken of off the record; nor by whoever asks for
    it."""
    sworn = after(lake(OPENING), *SWORN, 'A says "Well?"')
    for line in ("B tables A:fish=more B:verb=shall", "B floats A:fish=more B:verb=shall"):
        assert after(sworn, line).charges == {}
    assert points(after(lake(OPENING), *SWORN, TRADE, "B accepts 2"), A) == []


def test_20_7_it_is_paid_once_and_can_be_said_again() -> None:
    """20.7 Who has taken the wording owes nothing more for it, and nobody sees it as refused for ever; only who says it
    again is bound again."""
    talks = after(lake(OPENING), *SWORN, 'A says "Well?"', "B moves verb=shall")
    assert not view(talks, A).never
    assert not view(talks, A).ruled_out
    talks = after(talks, 'A says "."', "B moves verb=may", 'A says "."', "B moves verb=shall")
    assert [charge.points for charge in talks.charges[B] if isinstance(charge.cause, NeverBroken)] == [-9]
    talks = after(talks, 'A says "."', "B moves verb=may", TRADE, "B declines 2 over verb, never", 'A says "."')
    talks = after(talks, "B moves verb=shall")
    assert [charge.points for charge in talks.charges[B] if isinstance(charge.cause, NeverBroken)] == [-9, -9]


def test_20_8_other_wordings_cost_nothing() -> None:
    """20.8 It binds in the one wording and for whoever said it: to move elsewhere in the issue is free."""
    talks = after(lake(OPENING), *SWORN, 'A says "Well?"', "B moves verb=may", "A moves verb=will")
    assert (talks.charges, talks.forsworn) == ({}, {Shift(B, VERB, SHALL): True})


def test_20_9_it_comes_beside_a_statement_to_the_press() -> None:
    """20.9 Who leaves what it has told the newspapers for what it has refused for ever pays for both."""
    talks = after(lake(OPENING), TRADE, "B announces verb=will", 'A says "?"', "B declines 1 over verb, never")
    talks = after(talks, 'A says "?"', "B moves verb=shall")
    assert [(charge.points, type(charge.cause)) for charge in talks.charges[B]] == [
        (-9, PledgeBroken),
        (-9, NeverBroken),
    ]


def test_20_10_what_is_revoked_does_not_bind() -> None:
    """20.10 A refusal for ever that the chair takes back binds nobody, and what it took back has cost nothing."""
    talks = after(lake(OPENING), *SWORN)
    back = play(talks, Revoke(CHAIR, 1))
    assert isinstance(back, Talks)
    assert back.forsworn == {}
    assert points(after(back, "B accepts 1")) == []
    broken = play(after(talks, 'A says "?"', "B moves verb=shall"), Revoke(CHAIR, 3))
    assert isinstance(broken, Talks)
    assert (broken.charges, broken.forsworn) == ({}, {Shift(B, VERB, SHALL): True})


def test_20_11_its_own_ally_or_parliament_lets_it_off() -> None:
    """20.11 A delegation whose ally or parliament asks for a wording is let off what it said of it: nothing is paid
    when it is made to stand there, nor when it comes back to it later."""
    clean = """
        NOTE ON THE LAKE
        1. They shall give notice of works.
        2. A council [decides on works|A] [advises on works|B].
        -- when: silence
        -- guests: none
        -- fish: same
    """
    duke = ally("Duke", 10, council=(0, 10, 20, 30))
    said = ("A tables B:council=decides", "B tables A:council=advises", "A declines 2 over council, never")
    talks = after(lake(clean, world=around(duke)), *said, "B moves council=decides", "A circulates")
    assert talks.positions[A][COUNCIL] == "advises"
    assert (talks.charges.get(A, ()), talks.forsworn) == ((), {Shift(A, COUNCIL, OptionId("advises")): False})
    assert [event.cause for event in news(talks, Tempered) if isinstance(event.cause, NeverBroken)] == []
    diet = parliament("Diet", 10, council=(0, 10, 20, 30))
    talks = after(lake(clean, world=around(diet)), *said, "B moves council=decides", "A initials", "B initials")
    talks = after(
        talks, *[f"{talks.floor} reads -", f"{'B' if talks.floor == A else 'A'} reads -"][: 2 * talks.closing]
    )
    assert talks.returned == ("DIET",)
    assert (talks.positions[A][COUNCIL], talks.charges.get(A, ())) == ("advises", ())


def test_20_12_the_view_tells_before_what_it_costs_and_to_nobody_else() -> None:
    """20.12 Everybody sees that it binds. What it would cost hangs on a sheet, which nobody else sees."""
    talks = after(lake(OPENING), *SWORN, 'A says "Well?"')
    for who in (A, B, GALLERY):
        assert view(talks, who).forsworn == {Shift(B, VERB, SHALL): True}
        assert view(talks, who).never == {Shift(B, VERB, SHALL)}


def test_20_13_two_are_believed() -> None:
    """20.13 Of each delegation the first two wordings that it refuses for ever are taken for ruled out by the others;
    from the third on it is heard as one who refuses, though it is bound by all of them. Its own it rules out all."""
    whole = "A tables B:verb=shall B:when=month B:council=advises B:fish=same"
    talks, words = lake(OPENING), ("verb", "when", "council", "fish")
    for number, word in enumerate(words, 1):
        talks = after(talks, whole, f"B declines {number} over {word}, never")
    first = {(VERB, "shall"), (WHEN, "month")}
    assert view(talks, A).ruled_out == view(talks, GALLERY).ruled_out == first
    assert view(talks, B).ruled_out == {*first, (COUNCIL, "advises"), (FISH, "same")}
    assert len(view(talks, A).never) == 4
    assert points(after(talks, "A tables B:fish=same", "B accepts 5")) == [-6]


def test_20_14_what_is_taken_back_does_not_make_room() -> None:
    """20.14 A wording that was taken after all counts among the two; to refuse the same again counts no more."""
    talks = after(lake(OPENING), *SWORN, TRADE, "B declines 2 over verb, never", TRADE, "B accepts 3")
    whole = "A tables B:when=month B:council=advises"
    talks = after(talks, whole, "B declines 4 over when, never", whole, "B declines 5 over council, never")
    assert view(talks, A).ruled_out == {(WHEN, "month")}


def test_20_15_ones_own_red_lines_are_ruled_out() -> None:
    """20.15 A seat rules out what its own instructions forbid it, and cannot tell what those of others do."""
    talks = lake(OPENING, sheets={B: sheet(red_lines="verb=shall")})
    assert view(talks, B).ruled_out == {(VERB, "shall")}
    assert view(talks, A).ruled_out == frozenset()


def test_20_16_nobody_refuses_for_ever_what_it_stands_for() -> None:
    """20.16 Over a wording that the refuser stands for itself, *never* says no more than no, and binds nobody."""
    talks = after(lake(OPENING), "A tables A:verb=will B:fish=same", "B declines 1 over verb, never")
    assert [(event.option, event.never) for event in news(talks, Declined)] == [("will", False)]
    assert talks.forsworn == {}
