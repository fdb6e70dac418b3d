"""13. Closing statements, parliaments and the signature."""

from __future__ import annotations

import pytest

from game.scenario import AudienceId, Clock, ReadingId
from game.seat import Seated
from game.talks import GALLERY, Charge, Interpret, Shift, Talks, Why, price, read_move, verdict, view
from game.talks.causes import OpenedAgain, ReadingHeard, ReadingLiked, Woken, WokenPress
from game.talks.events import (
    Broke,
    Charged,
    Concluded,
    Consented,
    Interpreted,
    Prolonged,
    Ratified,
    Returned,
    Stirred,
    Tempered,
)
from game.text import OptionId
from game.words.changes import why
from tests.rulebook import COUNCIL, VERB, A, B, C, after, draft_of, ending, lake, news, refused, refusing
from tests.rulebook.world import Judge, ally, around, paper, parliament, reading

CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works.
    2. A council decides on works.
    -- when: silence
    -- guests: none
    -- fish: same
"""
PROMISE = reading("promise", A, gain=3, wakes=20)
READINGS = (PROMISE, reading("wish", A, gain=1, wakes=5, words="verb=shall"), reading("hope", B, gain=2, wakes=8))
INITIALS = ("A initials", "B initials")


def frozen(*judges: Judge, hours: float = 24) -> Talks:
    """A clean text that both have initialled; Aria has two readings of it, Boro one."""
    return after(lake(CLEAN, hours=hours, world=around(*judges, readings=READINGS)), *INITIALS)


def judged(*judges: Judge, hours: float = 24) -> Talks:
    """A clean text that both have initialled, and that nobody reads in a way of its own."""
    return after(lake(CLEAN, hours=hours, world=around(*judges)), *INITIALS)


def test_13_1_the_initialled_text_is_frozen() -> None:
    """13.1 With the last initial the text is frozen and not yet signed: what is left are closing statements, and
    nothing else is done, not even leaving."""
    talks = frozen()
    assert talks.closing
    assert verdict(talks) is None
    for line in ("A leaves", 'A says "."', "A moves verb=will", "A tables B:verb=will", "A initials", "A circulates"):
        assert refused(talks, line) == refusing(Why.FROZEN)
    seen = view(talks, A)
    assert set(seen.legal.moves) == {Interpret(A), *(Interpret(A, each.id) for each in READINGS if each.of == A)}
    assert (seen.closing, seen.legal.own) == (True, None)


def test_13_2_in_the_order_of_the_table() -> None:
    """13.2 Closing statements are made in the order of the table, each delegation once, whoever initialled last; then
    the text is signed."""
    talks = after(lake(CLEAN, world=around(readings=READINGS)), 'A says "."', "B initials", "A initials")
    assert talks.floor == A
    talks = after(talks, "A reads promise")
    assert talks.floor == B
    talks = after(talks, "B reads hope")
    assert ending(talks).kind == "signed"
    assert [event.by for event in news(talks, Interpreted)] == [A, B]
    assert isinstance(talks.events[-1], Concluded)


def test_13_3_who_has_nothing_to_read_is_passed_over() -> None:
    """13.3 Who has nothing to read into the text is passed over, and where nobody has, the last initial signs."""
    talks = after(lake(CLEAN, world=around(readings=READINGS[2:])), *INITIALS)
    assert talks.floor == B
    assert ending(after(talks, "B reads hope")).kind == "signed"
    assert ending(judged()).kind == "signed"


def test_13_4_a_reading_is_of_certain_words() -> None:
    """13.4 A statement can be made only on a text with its words, and only by whom it belongs to; each seat sees its
    own, and nobody those of others."""
    talks = after(lake(CLEAN, world=around(readings=READINGS)), "A moves verb=will", "B moves verb=will", *INITIALS)
    assert refused(talks, "A reads wish") == refusing(Why.NO_READING, reading="wish")
    assert refused(talks, "A reads hope") == refusing(Why.NO_READING, reading="hope")
    owned = [[each.id for each in seat.readings] for who in (A, B) if (seat := view(talks, who).own)]
    assert owned == [["promise"], ["hope"]]
    assert [each.id for each in view(talks, B).scenario.readings] == ["hope"]
    assert view(talks, GALLERY).scenario.readings == ()


def test_13_5_it_is_liked_at_home() -> None:
    """13.5 A statement brings its speaker points at home, with its words as the reason; everybody hears the words,
    and only its own seat the points."""
    talks = after(frozen(), "A reads promise")
    assert talks.charges == {A: (Charge(3, ReadingLiked(ReadingId("promise"), PROMISE.says)),)}
    assert [(event.by, event.heard_by, event.says) for event in news(talks, Interpreted)] == [(A, None, PROMISE.says)]
    assert isinstance(view(talks, B).record[-1], Interpreted)
    (charged,) = news(talks, Charged)
    assert view(talks, A).record[-1] == charged
    assert (charged.points, charged.cause) == (3, ReadingLiked(ReadingId("promise"), PROMISE.says))


def test_13_6_one_may_say_nothing() -> None:
    """13.6 A delegation may make no statement: that brings nothing, costs nothing and wakes nobody."""
    talks = after(frozen(paper("Gazette", 0, of=B)), "A reads -")
    assert (talks.charges, talks.woken, talks.floor) == ({}, {}, B)
    assert [(event.by, event.reading, event.says) for event in news(talks, Interpreted)] == [(A, None, "")]


def test_13_7_it_takes_no_time() -> None:
    """13.7 Statements take no hours: a text that is initialled exactly at the deadline is read and signed."""
    talks = frozen(hours=1)
    assert (talks.hours, price(talks, read_move("A reads promise"))) == (1.0, 0.0)
    assert ending(after(talks, "A reads promise", "B reads -")).kind == "signed"


def test_13_8_it_is_heard_on_the_other_side() -> None:
    """13.8 A statement lowers the text in the eyes of every audience of the other delegations, and of none of the
    speaker's. One that was content and is not any more has woken: goodwill between the two falls by two."""
    judges = (
        parliament("Diet", 0, of=B, verb=(20, 0, 0)),
        parliament("Moot", 1, of=B, verb=(20, 0, 0)),
        parliament("Senate", 0, of=A),
    )
    talks = after(frozen(*judges), "A reads promise")
    assert talks.woken == {"DIET": 20, "MOOT": 20}
    assert talks.goodwill == {(A, B): 3}
    assert [event.cause for event in news(talks, Tempered)] == [Woken((AudienceId("MOOT"),), talks.hours)]
    told = [(event.after, event.cause) for event in news(talks, Stirred) if event.audience == "MOOT"]
    assert told == [("uneasy", ReadingHeard(ReadingId("promise"), PROMISE.says))]


@pytest.mark.parametrize("threshold", [0, 21])
def test_13_9_who_is_content_sleeps_on(threshold: int) -> None:
    """13.9 An audience that stays content has not woken, and neither has one that was awake before."""
    talks = after(frozen(paper("Gazette", threshold, of=B, verb=(20, 0, 0))), "A reads promise")
    assert (talks.goodwill, talks.charges.get(B)) == ({(A, B): 5}, None)


def test_13_10_a_newspaper_that_wakes_costs_points_at_once() -> None:
    """13.10 An audience that presses and wakes costs its delegation at once what it costs by the hour."""
    talks = after(frozen(paper("Gazette", 1, of=B, verb=(20, 0, 0), cost=(2, 8))), "A reads promise")
    assert talks.charges[B] == (Charge(-2, WokenPress(AudienceId("GAZETTE")), AudienceId("GAZETTE")),)
    assert talks.goodwill == {(A, B): 3}
    assert ending(after(talks, "B reads hope")).kind == "signed"


def test_13_11_an_ally_that_wakes_unfreezes_the_text() -> None:
    """13.11 An ally that wakes breaks silence when all have spoken: a clause is barred as ever, the initials fall, its
    delegation has the floor and has to circulate anew."""
    talks = lake(CLEAN, world=around(ally("Earl", 10, of=B, council=(10, 30, 20, 10)), readings=READINGS))
    talks = after(talks, 'A says "."', "B circulates", *INITIALS, "A reads promise")
    assert news(talks, Broke) == []
    talks = after(talks, "B reads hope")
    assert [event.audience for event in news(talks, Broke)] == ["EARL"]
    assert "2. A council [decides on works|A] [advises on works|B]." in draft_of(talks)
    assert (talks.closing, talks.floor, verdict(talks)) == (False, B, None)
    assert talks.initials == frozenset()
    talks = after(talks, 'B says "Well."', "A moves council=advises")
    assert refused(talks, "B initials") == refusing(Why.NO_CONSENT)


def test_13_12_what_was_said_stays_said() -> None:
    """13.12 What was said stays said: the audiences stay as low, and at the next initials nobody speaks again. An ally
    that was woken counts it when the text is circulated anew."""
    talks = lake(CLEAN, world=around(ally("Earl", 15, of=B, council=(20, 30, 40, 10)), readings=READINGS))
    talks = after(talks, 'A says "."', "B circulates", *INITIALS, "A reads promise", "B reads -")
    talks = after(talks, 'B says "Well."', "A moves council=advises", "B circulates")
    assert [event.option for event in news(talks, Broke)] == ["decides", "advises"], "30 - 20 < 15"
    talks = after(talks, "A moves council=hears", "B circulates", "A initials", "B initials")
    assert ending(talks).kind == "signed"
    assert len(news(talks, Interpreted)) == 2


def test_13_13_a_parliament_ratifies() -> None:
    """13.13 After the statements each parliament with a vote judges the text by its own points: at its threshold, or
    above it, it ratifies; then the text is signed."""
    talks = judged(parliament("Diet", 20, verb=(20, 0, 0)), parliament("Moot", 0, of=B))
    assert [(event.by, event.audience) for event in news(talks, Ratified)] == [(A, "DIET"), (B, "MOOT")]
    assert ending(talks).kind == "signed"


def test_13_14_the_form_gives_the_vote() -> None:
    """13.14 A parliament whose vote hangs on certain words judges only texts with one of them; its delegation sees
    whether the text as it wants it would need the vote."""
    diet = parliament("Diet", 99, votes="verb=shall verb=will")
    assert news(judged(diet), Returned)
    talks = lake(CLEAN.replace("shall", "may").replace("decides", "advises"), world=around(diet))
    assert [standing.votes for standing in view(talks, A).standings.values()] == [False]
    assert [standing.votes for standing in view(after(talks, "A moves verb=will"), A).standings.values()] == [True]
    talks = after(talks, *INITIALS)
    assert ending(talks).kind == "signed"
    assert news(talks, Ratified) == []


def test_13_15_who_has_no_vote_is_not_woken() -> None:
    """13.15 A parliament that has no vote on the text is not woken by a statement, though it hears it."""
    talks = after(frozen(parliament("Moot", 1, of=B, votes="verb=may", verb=(20, 0, 0))), "A reads promise")
    assert (talks.woken, talks.goodwill) == ({"MOOT": 20}, {(A, B): 5})


def test_13_16_it_is_sent_back_once() -> None:
    """13.16 A parliament below its threshold sends the text back: it names the wording that it minds most, which is
    barred, its delegation falls back to the nearest that it likes better, the initials fall, and the talks go on for
    one last swap."""
    talks = judged(parliament("Diet", 10, council=(0, 10, 20, 30)))
    assert "2. A council [decides on works|B] [advises on works|A]." in draft_of(talks)
    assert [(event.audience, event.final) for event in news(talks, Returned)] == [("DIET", False)]
    assert [(event.by, event.issue, event.option, event.retreat) for event in news(talks, Returned)] == [
        (A, COUNCIL, "decides", "advises")
    ]
    assert talks.barred == {Shift(A, COUNCIL, OptionId("decides"))}
    assert (talks.closing, verdict(talks), view(talks, B).returned) == (False, None, ("DIET",))
    assert talks.charges == {}
    assert talks.floor == A
    talks = after(talks, 'A says "A pity."', "B moves council=advises", *INITIALS)
    assert ending(talks).kind == "signed"
    assert len(news(talks, Ratified)) == 1


def test_13_17_hours_are_left_for_it() -> None:
    """13.17 For the last swap a few hours are left at least, as many as the scenario says: the deadline moves if it
    must, and not if enough is left."""
    diet = parliament("Diet", 10, council=(0, 10, 20, 30))
    late, early = judged(diet, hours=2), judged(diet, hours=24)
    assert (late.hours, late.deadline, view(late, A).hours_left) == (1.0, 5.0, 4.0)
    assert early.deadline == 24.0
    assert news(early, Prolonged) == []
    assert [(event.before, event.after, event.cause) for event in news(late, Prolonged)] == [
        (2.0, 5.0, OpenedAgain(AudienceId("DIET")))
    ]
    assert [(each.sort, each.change) for each in why(Seated(view(late, B))) if each.sort == "deadline"] == [
        ("deadline", "3 h later")
    ]
    talks = after(lake(CLEAN, hours=1, clock=Clock(last_swap=2.5), world=around(diet)), *INITIALS)
    assert (talks.hours, talks.deadline) == (1.0, 3.5)
    assert verdict(talks) is None
    talks = after(talks, *['A says "."', 'B says "."'] * 2, 'A says "."')
    assert (ending(talks).kind, ending(talks).brackets) == ("deadline", (COUNCIL,))


def test_13_18_the_second_refusal_is_the_last() -> None:
    """13.18 A parliament that refuses a second time ends the talks without a text: everybody has its walk-away."""
    talks = judged(parliament("Diet", 20, council=(0, 10, 20, 30)))
    talks = after(talks, 'A says "A pity."', "B moves council=advises", *INITIALS)
    ended = ending(talks)
    assert (ended.kind, ended.refused_by, ended.twice) == ("refused", "DIET", True)
    assert [(event.audience, event.final) for event in news(talks, Returned)] == [("DIET", False), ("DIET", True)]
    assert isinstance(talks.events[-1], Returned)
    assert (ended.agreed, ended.outcome) == (False, None)
    assert [score.part("walk-away") for score in ended.scores.values()] == [10, 10]
    assert refused(talks, 'A says "But"') == refusing(Why.OVER)


def test_13_19_where_nothing_can_be_swapped() -> None:
    """13.19 A parliament that nothing else would please more refuses for good the first time."""
    talks = judged(parliament("Diet", 1))
    ended = ending(talks)
    assert (ended.kind, ended.refused_by, ended.twice) == ("refused", "DIET", False)
    assert [event.final for event in news(talks, Returned)] == [True]


def test_13_20_a_bold_reading_can_wake_a_parliament() -> None:
    """13.20 A parliament that would have ratified sends the text back where it was woken by a statement, and the one
    who spoke has the speech, the cold shoulder and the text again in brackets."""
    moot = parliament("Moot", 10, of=B, council=(25, 40, 0, 0))
    assert ending(after(frozen(moot), "A reads wish", "B reads -")).kind == "signed"
    talks = after(frozen(moot), "A reads promise", "B reads -")
    assert [event.audience for event in news(talks, Returned)] == ["MOOT"]
    assert (talks.goodwill, talks.floor) == ({(A, B): 3}, B)
    assert talks.brackets == (COUNCIL,)


def test_13_21_allies_come_before_parliaments() -> None:
    """13.21 Allies who were woken speak before any parliament votes."""
    judges = (parliament("Diet", 99, council=(0, 10, 20, 30)), ally("Earl", 1, of=B, verb=(10, 20, 0)))
    talks = lake(CLEAN, world=around(*judges, readings=READINGS))
    talks = after(talks, 'A says "."', "B circulates", *INITIALS, "A reads promise", "B reads -")
    assert (len(news(talks, Consented)), len(news(talks, Broke)), len(news(talks, Returned))) == (1, 1, 0)
    assert talks.brackets == (VERB,)


def test_13_22_three_speak_and_three_listen() -> None:
    """13.22 With three delegations a statement is heard by the audiences of both others, and goodwill falls between the
    speaker and each whose audience it wakes."""
    judges = (paper("Gazette", 1, of=B, verb=(20, 0, 0)), paper("Herald", 0, of=C, verb=(20, 0, 0)))
    talks = after(lake(CLEAN, parties=3, world=around(*judges, readings=READINGS)), *INITIALS, "C initials")
    talks = after(talks, "A reads promise")
    assert talks.goodwill == {(A, B): 3, (A, C): 5, (B, C): 5}
    talks = after(talks, "B reads hope")
    assert (talks.woken, talks.signed) == ({"GAZETTE": 20, "HERALD": 28}, True)
    assert talks.goodwill == {(A, B): 3, (A, C): 5, (B, C): 3}


def test_13_23_a_text_comes_back_once_whoever_sends_it() -> None:
    """13.23 A text comes back once, whoever sends it: another parliament that refuses the next one refuses for good,
    and it has not done so a second time."""
    judges = (parliament("Diet", 10, council=(0, 10, 20, 30)), parliament("Moot", 10, of=B, council=(10, 0, 20, 30)))
    talks = after(judged(*judges), 'A says "A pity."', "B moves council=advises", *INITIALS)
    assert [(event.audience, event.final) for event in news(talks, Returned)] == [("DIET", False), ("MOOT", True)]
    ended = ending(talks)
    assert (ended.kind, ended.refused_by, ended.twice) == ("refused", "MOOT", False)


def test_13_24_hours_are_left_though_an_ally_has_taken_some() -> None:
    """13.24 The hours for the last swap are left at least though an ally that woke has moved the deadline before."""
    earl = ally("Earl", 10, of=B, council=(10, 30, 20, 10))
    diet = parliament("Diet", 10, verb=(0, 10, 20))
    talks = lake(CLEAN, hours=3, clock=Clock(sign=0.25), world=around(earl, diet, readings=READINGS))
    talks = after(talks, 'A says "."', "B circulates", *INITIALS, "A reads promise", "B reads -")
    assert (talks.hours, talks.deadline) == (3.0, 7.0)
    talks = after(talks, 'B says "."', "A moves council=advises", "B circulates", "A initials", "B initials")
    assert talks.returned == ("DIET",)
    assert (talks.hours, talks.deadline) == (7.0, 11.0)


def test_13_25_who_was_passed_over_may_speak_of_the_next_text() -> None:
    """13.25 Whoever could read nothing into a text is passed over, and speaks when the next one can be read."""
    late = reading("promise", of=A, words="council=advises")
    diet = parliament("Diet", 10, council=(0, 10, 20, 30))
    talks = after(lake(CLEAN, world=around(diet, readings=(late,))), *INITIALS)
    assert (news(talks, Interpreted), len(news(talks, Returned))) == ([], 1)
    talks = after(talks, 'A says "."', "B moves council=advises", *INITIALS)
    assert (talks.closing, talks.floor) == (True, A)
    assert ending(after(talks, "A reads promise")).kind == "signed"
