"""17. The chair: a teacher lets hours pass, moves the deadline, lets things happen, takes moves back, and closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.scenario import AudienceId, Effect, HappeningId
from game.talks import (
    CHAIR,
    GALLERY,
    Pass,
    Refused,
    Release,
    Revoke,
    Say,
    Talks,
    Why,
    back,
    play,
    version,
    view,
    write_move,
)
from game.talks.events import Charged, Happened
from game.talks.outside import Extended, Passed, Revoked, Transcribed, Wired
from game.text import DelegationId
from tests.rulebook import VERB, A, B, after, ending, lake, news, refused, refusing
from tests.rulebook.world import ally, around, fair, given, happening, reading

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [decides on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""
CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works.
    2. A council decides on works.
    -- when: silence
    -- guests: none
    -- fish: same
"""
FLOOD = happening("flood", Effect("it", of=A, charge=-3), condition=given("verb=may"))
PROMISE = reading("promise", A, gain=3)


def opened() -> Talks:
    """Two delegations, and a flood that may come."""
    return lake(OPENING, world=around(ally("Duke", 0), happenings=(FLOOD,)))


def test_17_1_hours_pass_with_all_that_hours_do() -> None:
    """17.1 The chair lets hours run, on anybody's turn: delay costs, cables arrive, what is due happens. The
    floor stays where it is."""
    talks = after(opened(), "*chair passes 8")
    assert (talks.hours, talks.floor, talks.version) == (8.0, A, 1)
    assert [event.hours for event in news(talks, Passed)] == [8.0]
    assert view(talks, A).seat.delay == view(opened(), A).seat.delay + 2


def test_17_2_hours_that_pass_the_deadline_end_the_talks() -> None:
    """17.2 Where the hours would go beyond the deadline, the clock strikes."""
    talks = after(opened(), "*chair passes 100")
    assert ending(talks).kind == "deadline"
    assert talks.hours == talks.deadline


def test_17_3_the_deadline_is_moved() -> None:
    """17.3 The chair moves the deadline of one table, which takes no time."""
    talks = after(opened(), "*chair extends 2.5")
    assert (talks.hours, talks.deadline) == (0.0, opened().deadline + 2.5)
    assert [(event.before, event.after) for event in news(talks, Extended)] == [(opened().deadline, talks.deadline)]


def test_17_4_an_event_is_released() -> None:
    """17.4 The chair lets an event of the scenario happen now: it changes what it says, and does not happen again."""
    talks = opened()
    talks = after(talks, "*chair releases flood")
    assert [(event.happening, event.by) for event in news(talks, Happened)] == [("flood", CHAIR)]
    assert [event.points for event in news(talks, Charged)] == [-3]
    assert refused(talks, "*chair releases flood") == refusing(Why.HAPPENED, happening="flood")


def test_17_5_a_cable_of_the_chairs_own() -> None:
    """17.5 The chair's own cable is read by whom it is for, and changes no number; others do not notice it."""
    talks = after(opened(), '*chair wires A  "Read clause 2 again."')
    assert [(event.to, event.remark) for event in news(talks, Wired)] == [(A, "Read clause 2 again.")]
    assert [version(talks, who) for who in (A, B, GALLERY, CHAIR)] == [1, 0, 0, 1]
    talks = after(talks, '*chair wires all  "Ten minutes."')
    assert [version(talks, who) for who in (A, B, GALLERY, CHAIR)] == [2, 1, 1, 2]


def test_17_6_moves_are_taken_back() -> None:
    """17.6 The chair takes the talks back to what they were after so many moves: words, hours and floor. What is
    revoked stays in the record, struck; and no version that anybody has had before him comes again."""
    then = after(opened(), 'A says "Well?"')
    moved = after(then, "B moves verb=may")
    heard = [view(moved, who).record for who in (A, B, GALLERY, CHAIR)]
    talks = after(moved, "*chair revokes 1")
    assert [view(talks, who).record[:-1] for who in (A, B, GALLERY, CHAIR)] == [each[:2] for each in heard]
    assert (talks.positions, talks.hours, talks.floor) == (then.positions, then.hours, then.floor)
    assert [type(move).__name__ for move in talks.moves] == ["Say", "Amend", "Revoke"]
    assert [type(event).__name__ for event in view(talks, A).struck[0]] == ["Amended"]
    assert [(event.at, event.until) for event in news(talks, Revoked)] == [(then.hours, then.hours + 1)]
    assert [version(talks, who) for who in (A, B, GALLERY, CHAIR)] == [3, 3, 3, 3]


def test_17_7_what_was_taken_back_can_be_brought_back() -> None:
    """17.7 To go back to before a revocation brings back what it struck."""
    moved = after(opened(), 'A says "Well?"', "B moves verb=may")
    talks = after(moved, "*chair revokes 1", "*chair revokes 2")
    assert (talks.positions, talks.floor, talks.version) == (moved.positions, moved.floor, 4)


def test_17_8_the_chair_closes() -> None:
    """17.8 The chair ends the talks as the deadline does."""
    talks = after(opened(), "*chair closes")
    assert (ending(talks).kind, talks.hours) == ("deadline", 0.0)


def test_17_9_a_frozen_text_is_judged_before_it_is_closed() -> None:
    """17.9 A text that waits for nothing but closing statements is judged as it is when the chair closes."""
    frozen = after(lake(CLEAN, world=around(readings=(PROMISE,))), "A initials", "B initials")
    assert frozen.closing
    talks = after(frozen, "*chair closes")
    assert ending(talks).kind == "signed"
    assert refused(frozen, "*chair passes 1") == refusing(Why.FROZEN)


def test_17_10_what_the_chance_did_not_draw_takes_nothing_from_what_is_due() -> None:
    """17.10 The chair may let an event happen that the seed has not drawn; those that are drawn come all the same."""
    due = happening("fair", Effect("it", of=A, charge=-1), condition=given("verb=will"))
    talks = lake(OPENING, world=around(happenings=(due,)))
    talks = replace(talks, scenario=replace(talks.scenario, undrawn=(FLOOD,)))
    talks = after(talks, "*chair releases flood", "A moves verb=will")
    assert [event.happening for event in news(talks, Happened)] == ["flood", "fair"]


def test_17_11_move_by_move_the_talks_are_taken_back() -> None:
    """17.11 The revocation that the chair is offered takes back the last move that stands, also after another one."""
    talks = after(opened(), 'A says "Well?"', "B moves verb=may", "*chair revokes 1")
    assert view(talks, CHAIR).legal.of(Revoke) == (Revoke(CHAIR, 0),)
    assert view(after(talks, "*chair revokes 0"), CHAIR).legal.of(Revoke) == ()


def test_17_12_a_text_that_was_signed_on_paper_is_put_down() -> None:
    """17.12 What a table has signed on paper is signed, after the hours that were spent over it, whatever the
    sheets say of it: delay is paid, nothing happens meanwhile, and nobody outside is asked."""
    talks = after(opened(), "*chair transcribes 8 verb=may when=time council=hears guests=none fish=more")
    assert ending(talks).kind == "signed"
    assert ending(talks).outcome == talks.positions[A] == talks.positions[B]
    assert talks.agreed[VERB] == "may"
    assert talks.hours == 8.0
    assert [event.whole for event in news(talks, Transcribed)] == [True]
    assert news(talks, Happened) == []


def test_17_13_with_brackets_left_paper_is_no_text() -> None:
    """17.13 What is agreed on paper is agreed; where a place has no wording, the talks end as at the deadline."""
    talks = after(opened(), "*chair transcribes 2 verb=may")
    assert (ending(talks).kind, ending(talks).outcome) == ("deadline", None)
    assert talks.agreed[VERB] == "may"
    assert "verb" not in ending(talks).brackets
    assert "fish" in ending(talks).brackets
    assert ending(after(opened(), "*chair transcribes 0")).brackets == opened().brackets


def test_17_14_paper_breaks_off_what_is_held_up() -> None:
    """17.14 A table that went over to paper answers no hold-up any more: it is not held, nor out of the way, and costs
    nobody anything."""
    held = after(lake(OPENING, world=around(side_texts=(fair(),))), "A holds fair")
    talks = after(held, "*chair transcribes 2 verb=may")
    assert held.held
    assert not talks.held
    assert not talks.out_of_the_way
    assert talks.charges == held.charges
    assert ending(talks).kind == "deadline"


def test_17_15_back_to_before_the_last_move_of_a_seat() -> None:
    """17.15 What takes a seat's last move back that stands takes all back that was answered to it; once that is done,
    the move before is the last one. There is none before the first, and none when the talks are over."""
    talks = after(opened(), 'A says "One."', 'B says "Two."', 'A says "Three."', 'B says "Four."')
    assert back(talks, A) == Revoke(CHAIR, 2, A)
    talks = after(talks, "*chair revokes 2")
    assert back(talks, A) == Revoke(CHAIR, 0, A)
    assert back(talks, B) == Revoke(CHAIR, 1, B)
    talks = after(talks, "*chair revokes 0")
    assert back(talks, A) is None
    assert back(after(talks, 'A says "Five."', "*chair closes"), A) is None


def test_17_16_what_was_taken_back_says_whose_move_it_was_where_nobody_presides() -> None:
    """17.16 Whoever plays alone takes back what is its own: the record says so, and is read again."""
    talks = after(opened(), 'A says "Well?"', "*chair revokes 0 for A")
    assert [event.of for event in news(talks, Revoked)] == [A]
    assert write_move(talks.moves[-1]) == "*chair revokes 0 for A"


def flooded() -> Talks:
    """The flood has come."""
    return after(opened(), "*chair releases flood")


Refusing = tuple[Callable[[], Talks], str | Pass | Revoke | Say | Release, Refused]
OF_CHAIRS: list[Refusing] = [
    (opened, Pass(A, 1.0), refusing(Why.CHAIR_ONLY)),
    (opened, Say(CHAIR, remark="Order!"), refusing(Why.NO_DELEGATION, delegation="*chair")),
    (opened, Pass(CHAIR, 0.0), refusing(Why.NO_HOURS, most=100)),
    (opened, Pass(CHAIR, 0.1), refusing(Why.NO_HOURS, most=100)),
    (opened, "*chair extends 101", refusing(Why.NO_HOURS, most=100)),
    (lambda: after(opened(), "*chair extends 60"), "*chair extends 60", refusing(Why.LONG_EXTENSION, most=100)),
    (opened, Release(CHAIR, HappeningId("fire")), refusing(Why.NO_EVENT, happening="fire")),
    (
        lambda: after(opened(), "*chair releases flood"),
        "*chair releases flood",
        refusing(Why.HAPPENED, happening="flood"),
    ),
    (opened, '*chair wires DUKE  "Well?"', refusing(Why.NO_SEAT, delegation="DUKE")),
    (opened, "*chair wires all", refusing(Why.NOTHING_SAID)),
    (opened, Revoke(CHAIR, 0), refusing(Why.NO_VERSION, number=0)),
    (opened, "*chair transcribes 99", refusing(Why.NO_HOURS, most=int(opened().deadline))),
    (opened, "*chair transcribes 1 verb=perhaps", refusing(Why.NO_WORDING, issue="verb", option="perhaps")),
    (opened, "*chair transcribes 1 salt=none", refusing(Why.NO_ISSUE, issue="salt")),
    (opened, "*chair transcribes 1 verb=may verb=may", refusing(Why.ASKED_TWICE)),
    (opened, Revoke(CHAIR, -1), refusing(Why.NO_VERSION, number=0)),
    (lambda: after(opened(), 'A says "One."'), Revoke(CHAIR, 0, GALLERY), refusing(Why.NO_SEAT, delegation=GALLERY)),
    (opened, "*chair admits KING", refusing(Why.NO_AUDIENCE, audience="KING")),
    (opened, "*chair excuses KING", refusing(Why.NO_AUDIENCE, audience="KING")),
    (opened, "*chair excuses DUKE", refusing(Why.NOT_ADMITTED, audience="DUKE")),
    (lambda: after(opened(), "*chair admits DUKE"), "*chair admits DUKE", refusing(Why.ADMITTED, audience="DUKE")),
]
"""Refusals of the chair, and of those who would be it."""


@pytest.mark.parametrize(("talks", "move", "why"), OF_CHAIRS)
def test_what_is_refused_to_the_chair(talks: Callable[[], Talks], move: str | Pass, why: Refused) -> None:
    """17. Each reason, with the talks as they were."""
    assert refused(talks(), move) == why


def test_ids_are_the_chairs() -> None:
    """17. Nobody but the chair makes its moves, whatever he calls himself."""
    for who in (A, B, GALLERY, DelegationId("CHAIR"), DelegationId(AudienceId("DUKE"))):
        assert play(opened(), Pass(who, 1.0)) == Refused(kind=Why.CHAIR_ONLY)
