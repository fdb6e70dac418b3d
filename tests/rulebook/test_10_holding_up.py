"""10. Holding up a side text."""

from __future__ import annotations

import pytest

from game.scenario import Clock, Delay, SideTextId
from game.talks import Charge, Hold, Leave, Respond, Talks, Why, price, read_move, verdict, view
from game.talks.causes import HeldUpBy, HoldUpEnded
from game.talks.events import Charged, HeldUp, Responded, Tempered
from game.words.names import day_at
from tests.rulebook import A, B, C, after, ending, lake, news, refused, refusing, sheet
from tests.rulebook.world import EARLY, LATE, around, fair

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""
THREE = """
    NOTE ON THE LAKE
    1. They [shall|A,B] [may|C] give notice of works.
    2. A council [advises on works|A] [|B,C].
    -- when: silence
    -- guests: none
    -- fish: same
"""
SHEETS = {
    A: sheet(stakes={"fair": (3, 1)}, delay=Delay(1, 4)),
    B: sheet(stakes={"fair": (-2, 0)}, delay=Delay(2, 4)),
}
CLOCK = Clock(hold=0.75, respond=0.25)

FAIR, AT = SideTextId("fair"), 0.75
"""What is held up in these cases, and the hour at which it is."""


def talks_of_two(hours: float = 24.0) -> Talks:
    """Aria can hold up the notice of the fair before the fair, and Boro one of another fair after it."""
    texts = (fair(phase=EARLY), fair(by=B, phase=LATE, name="market"))
    world = around(phases=(EARLY, LATE), side_texts=texts)
    return lake(OPENING, hours=hours, clock=CLOCK, sheets=SHEETS, world=world)


def talks_of_three() -> Talks:
    """Aria can hold up the notice of the fair at any time, and two others have to answer."""
    sheets = {A: sheet(stakes={"fair": (3, 1)}), B: sheet(stakes={"fair": (-1, 0)}), C: sheet()}
    return lake(THREE, parties=3, clock=CLOCK, sheets=sheets, world=around(side_texts=(fair(),)))


def held() -> Talks:
    """Aria has held it up, and Boro has the floor."""
    return after(talks_of_two(), 'A holds fair  "Our boats have always come first."')


def answered(talks: Talks) -> list[tuple[object, ...]]:
    """Who has answered which hold-up, how, and whether that ended it."""
    return [(event.by, event.side_text, event.how, event.over) for event in news(talks, Responded)]


def test_10_1_a_side_text_is_held_up() -> None:
    """10.1 A delegation holds up a side text over a minor wording; the room hears what it asks, no position moves, no
    package falls, and the floor passes on."""
    before = after(talks_of_two(), "A tables B:verb=shall", 'B says "Well."')
    talks = after(before, "A holds fair")
    assert (talks.positions, talks.packages) == (before.positions, before.packages)
    assert [(event.by, event.side_text, event.heard_by) for event in news(talks, HeldUp)] == [(A, "fair", None)]
    assert talks.floor == B
    assert isinstance(talks.events[-1], HeldUp)


def test_10_2_only_whose_right_it_is() -> None:
    """10.2 Only the delegation whose right it is can hold up a side text; the others see it and cannot."""
    talks = after(talks_of_two(), 'A says "A fine day."')
    assert refused(talks, "B holds fair") == refusing(Why.NOT_YOURS_TO_HOLD, side_text="fair")
    assert not view(talks, B).legal.may(Hold)
    assert view(talks_of_two(), A).legal.may(Hold)


def test_10_3_only_in_its_phase() -> None:
    """10.3 A side text that belongs to a phase can be held up while the talks are in that phase, not before and not
    after; one that belongs to none, at any time."""
    talks = after(talks_of_two(hours=4), 'A says "A fine day."')
    assert refused(talks, "B holds market") == refusing(Why.OTHER_PHASE, side_text="market", phase="late")
    talks = after(talks, 'B says "Yes."', 'A says "Quite."', 'B says "Indeed."')
    assert talks.hours == 2.0
    assert view(talks, A).phase == LATE
    assert refused(talks, "A holds fair") == refusing(Why.OTHER_PHASE, side_text="fair", phase="early")
    talks = after(talks, 'A says "Too late."', "B holds market")
    assert talks.held is not None
    assert after(talks_of_three(), *(f'{who} says "."' for who in "ABC" * 13), "A holds fair").hours == 20.25


def test_10_4_once() -> None:
    """10.4 A side text is held up once, however that ended."""
    for answer in ("gives", "swaps", "sits"):
        talks = after(talks_of_two(), "A holds fair", f"B {answer}")
        assert refused(talks, "A holds fair") == refusing(Why.OUT_OF_THE_WAY, side_text="fair")


def test_10_5_the_word_is_given() -> None:
    """10.5 Who gives the word ends the hold-up: each side is charged what giving it is worth to it, with the reason,
    and goodwill between the two falls by one."""
    talks = after(held(), 'B gives  "So be it."')
    assert talks.held is None
    assert talks.charges == {
        A: (Charge(3, HoldUpEnded(A, FAIR, AT, "give")),),
        B: (Charge(-2, HoldUpEnded(A, FAIR, AT, "give")),),
    }
    assert talks.goodwill == {(A, B): 4}
    assert [event.cause for event in news(talks, Tempered)] == [HeldUpBy(A, FAIR, AT, sat_out=False, earlier=0)]
    assert answered(talks) == [(B, FAIR, "give", True)]


def test_10_6_the_word_is_swapped() -> None:
    """10.6 Who swaps the word for another ends the hold-up too, for what that is worth; goodwill falls by one."""
    talks = after(held(), "B swaps")
    assert talks.charges == {A: (Charge(1, HoldUpEnded(A, FAIR, AT, "swap")),)}
    assert talks.goodwill == {(A, B): 4}
    assert answered(talks) == [(B, FAIR, "swap", True)]


def test_10_7_it_is_sat_out() -> None:
    """10.7 Who sits it out lets the hours run: nobody is charged for the word, everybody pays for the hours by its own
    delay, and goodwill falls by two."""
    talks = after(held(), "B sits")
    assert (talks.held, talks.hours, talks.floor) == (None, 0.75 + 5, A)
    assert talks.charges == {}
    assert [talks.scenario.instructions[who].delay.cost(talks.hours) for who in (A, B)] == [1, 2]
    assert talks.goodwill == {(A, B): 3}
    assert [event.cause for event in news(talks, Tempered)] == [HeldUpBy(A, FAIR, AT, sat_out=True, earlier=0)]
    assert answered(talks) == [(B, FAIR, "sit", True)]


def test_10_8_the_hours_of_holding_up() -> None:
    """10.8 To hold up and to answer take the hours that the scenario sets; sitting it out takes the hours of the side
    text, and both seats see what each answer costs."""
    assert price(talks_of_two(), read_move("A holds fair")) == 0.75
    answers = [read_move(f"B {answer}") for answer in ("gives", "swaps", "sits")]
    assert [price(held(), answer) for answer in answers] == [0.25, 0.25, 5.0]
    assert [view(held(), B).price(answer) for answer in answers] == [0.25, 0.25, 5.0]


def test_10_9_what_it_is_worth_stays_secret() -> None:
    """10.9 What a side text is worth stands on each delegation's own sheet: the charge is heard by its own seat and no
    other."""
    talks = after(held(), "B gives")
    for who in (A, B):
        heard = [event for event in view(talks, who).record if isinstance(event, Charged)]
        assert [event.by for event in heard] == [who]
        assert list(view(talks, who).scenario.instructions) == [who]


@pytest.mark.parametrize(
    "move",
    ['B says "Please."', "B moves verb=shall", "B tables A:verb=will", "B accepts 1", "B asks verb", "B initials",
     "B announces verb=will", "B circulates", "B reads -", "B holds market"],
)  # fmt: skip
def test_10_10_meanwhile_nothing_else_is_done(move: str) -> None:
    """10.10 While a side text is held up the others answer it, and nothing else is done."""
    talks = after(talks_of_two(), "A tables B:verb=shall", 'B says "."', "A holds fair")
    assert refused(talks, move) == refusing(Why.HELD_UP, delegation="A", side_text="fair")
    seen = view(talks, B)
    assert {type(legal) for legal in seen.legal.moves} == {Respond, Leave}
    assert seen.legal.own is None


def test_10_11_one_may_leave() -> None:
    """10.11 A delegation that will not answer may leave, and that ends the talks."""
    assert (ending(after(held(), "B leaves")).kind, ending(after(held(), "B leaves")).left_by) == ("left", B)


def test_10_12_three_sit_it_out_one_by_one() -> None:
    """10.12 With three delegations sitting it out passes round: only when the last has sat down to it do the hours run,
    and goodwill between the holder and each of them falls by two."""
    talks = after(talks_of_three(), "A holds fair", "B sits")
    assert talks.hours == 1.0
    assert talks.held is not None
    assert talks.held.sat == {B}
    assert talks.floor == C
    assert [event.over for event in news(talks, Responded)] == [False]
    assert price(talks, read_move("C sits")) == 5.0
    talks = after(talks, "C sits")
    assert (talks.held, talks.hours, talks.floor) == (None, 6.0, A)
    assert talks.goodwill == {(A, B): 3, (A, C): 3, (B, C): 5}
    assert [event.over for event in news(talks, Responded)] == [False, True]


def test_10_13_one_who_gives_way_is_enough() -> None:
    """10.13 With three delegations the first who gives or swaps the word ends the hold-up for all: each has what it is
    worth on its own sheet, and goodwill falls between the holder and the one who gave way."""
    talks = after(talks_of_three(), "A holds fair", "B sits", "C gives")
    assert (talks.held, talks.hours) == (None, 1.25)
    assert {who: [charge.points for charge in charges] for who, charges in talks.charges.items()} == {A: [3], B: [-1]}
    assert talks.goodwill == {(A, B): 5, (A, C): 4, (B, C): 5}


def test_10_14_sitting_it_out_can_run_out_the_clock() -> None:
    """10.14 If the hours of sitting it out would end after the deadline, the clock strikes."""
    talks = after(talks_of_two(hours=5), "A holds fair", "B sits")
    assert ending(talks).kind == "deadline"
    assert talks.hours == 5.0


def test_10_15_what_is_held_up_is_seen_by_all() -> None:
    """10.15 What is held up, by whom, and who sits it out is seen by every watcher, as long as it lasts."""
    talks = after(talks_of_three(), "A holds fair", "B sits")
    assert all(view(talks, who).held == talks.held is not None for who in (A, B, C))
    assert view(after(talks, "C sits"), A).held is None


def test_10_16_it_counts_in_the_score() -> None:
    """10.16 What a hold-up was worth is a line of the score, however the talks end."""
    ended = verdict(after(held(), "B gives", "A leaves"))
    assert ended is not None
    assert [score.part("talks") for score in (ended.scores[A], ended.scores[B])] == [3, -2]


def test_10_17_the_reason_names_the_day_on_which_it_began() -> None:
    """10.17 The reasons name the day on which the side text was held up, though it is answered on the next."""
    before = after(talks_of_two(hours=4), 'A says "."', 'B says "."')
    for answer in ("gives", "swaps"):
        talks = after(before, "A holds fair", f"B {answer}")
        assert (talks.hours, view(talks, A).moment.when.day) == (2.0, 2)
        causes = [talks.charges[A][0].cause, news(talks, Tempered)[0].cause]
        assert all(isinstance(cause, HeldUpBy | HoldUpEnded) and cause.side_text == FAIR for cause in causes)
        days = [day_at(talks.scenario, cause.at) for cause in causes if isinstance(cause, HeldUpBy | HoldUpEnded)]
        assert days == ["1 June", "1 June"]


def test_10_18_every_further_hold_up_strains_more() -> None:
    """10.18 Each time that a delegation holds something up it costs one more of goodwill than the time before, however
    it is answered, and the reason counts; what others have held up does not count."""
    texts = (fair(), fair(name="market"), fair(name="race"), fair(by=B, name="dance"))
    talks = lake(OPENING, world=around(side_texts=texts, goodwill={(A, B): 10}))
    talks = after(talks, "A holds fair", "B gives", "A holds market", "B sits", "A holds race", "B swaps")
    talks = after(talks, 'A says "And now?"', "B holds dance", "A gives")
    assert [event.before - event.after for event in news(talks, Tempered)] == [1, 3, 3, 1]
    causes = [event.cause for event in news(talks, Tempered) if isinstance(event.cause, HeldUpBy)]
    assert [(cause.by, cause.side_text, cause.sat_out, cause.earlier) for cause in causes] == [
        (A, "fair", False, 0),
        (A, "market", True, 1),
        (A, "race", False, 2),
        (B, "dance", False, 0),
    ]
