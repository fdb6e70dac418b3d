"""5. Mandates and the capital."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.scenario import Clock
from game.talks import GALLERY, Talks, Unheard, Why, view
from game.talks.causes import GivenUpUnheard
from game.talks.events import Answered, Cabled, Charged, Conferred, deeds
from game.text import OptionId
from tests.rulebook import COUNCIL, FISH, GUESTS, WHEN, A, B, after, lake, news, refused, refusing, sheet, steps

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [decides on works|A] [|B].
    3. Guests [have a vote|A] [|B] at its meetings.
    -- fish: [same|A] [more|B]
"""
MANDATE = steps(
    council="decides | advises | hears, none",
    when="month | time, silence",
    guests="vote | listen | none",
    fish="same | more",
)
CLOCK = Clock(answer=3)
TO_SPINE = ("A tables B:council=decides", "B declines 1 over council")
TO_WHEN = ("A tables B:when=month", "B declines 1")


def talks_with_mandate(clock: Clock = CLOCK) -> Talks:
    """Aria has a mandate in three issues and a red line in the fish; Boro is free."""
    return lake(OPENING, clock=clock, sheets={A: sheet(mandate=MANDATE, red_lines="fish=more")})


def test_5_1_a_delegation_proposes_what_its_mandate_allows() -> None:
    """5.1 A delegation offers only what the open steps of its mandate allow, alone or in a package; what it asks of
    others its mandate does not touch."""
    talks = talks_with_mandate()
    beyond = refusing(Why.BEYOND_MANDATE, delegation="A", issue="when", option="time")
    assert refused(talks, "A moves when=time") == beyond
    assert refused(talks, "A tables A:when=time B:when=time") == beyond
    assert after(talks, "A tables B:when=time").packages


def test_5_2_a_delegation_accepts_what_its_mandate_allows() -> None:
    """5.2 A package that would move a delegation beyond its mandate cannot be accepted by it before the capital has
    opened the step."""
    talks = after(talks_with_mandate(), 'A says "Well?"', "B tables A:when=time")
    assert refused(talks, "A accepts 1") == refusing(Why.BEYOND_MANDATE, delegation="A", issue="when", option="time")


def test_5_3_red_lines_have_no_step() -> None:
    """5.3 A red line is in nobody's mandate, whatever step it stands in; it is refused with its own sentence."""
    talks = talks_with_mandate()
    assert refused(talks, "A moves fish=more") == refusing(Why.FORBIDDEN, issue="fish", option="more")
    talks = after(talks, 'A says "Well?"', "B tables A:fish=more")
    assert refused(talks, "A accepts 1") == refusing(Why.FORBIDDEN, issue="fish", option="more")
    assert view(talks, A).own is not None
    talks = after(talks, "A asks fish", "A declines 1", 'B says "."', 'A says "."', 'B says "."', 'A says "."')
    assert news(talks, Answered)[-1].opened == ()
    assert talks.mandate(A, FISH) == {"same"}


def test_5_4_without_a_mandate_all_is_open() -> None:
    """5.4 In an issue without a mandate a delegation may go anywhere but across a red line."""
    talks = lake(OPENING, sheets={A: sheet(red_lines="council=none")})
    assert talks.mandate(A, COUNCIL) == {"decides", "advises", "hears"}
    assert talks.mandate(A, WHEN) == {"month", "time", "silence"}


def test_5_5_a_cable_is_answered_in_its_hour() -> None:
    """5.5 A cable is answered so many hours of talks after it was sent, while the talks go on; not a quarter of an hour
    before."""
    talks = after(talks_with_mandate(), *TO_WHEN, "A asks when")
    assert [cable.due for cable in talks.cables] == [2.5 + 3]
    talks = after(talks, "A tables B:council=decides", "B declines 2", 'A says "."')
    assert talks.hours == 5.0
    assert talks.mandate(A, WHEN) == {"month"}
    talks = after(talks, 'B says "."')
    assert talks.hours == 5.5
    assert talks.mandate(A, WHEN) == {"month", "time", "silence"}
    assert talks.cables == ()
    answer = Answered(
        at=5.5,
        by=A,
        heard_by=frozenset({A}),
        issues=(WHEN,),
        opened=((WHEN, OptionId("time")), (WHEN, OptionId("silence"))),
    )
    assert news(talks, Answered) == [answer]


def test_5_6_who_cables_keeps_the_floor() -> None:
    """5.6 To ask the capital costs hours and not the turn: who sends a cable keeps the floor."""
    talks = after(talks_with_mandate(), *TO_WHEN, "A asks when")
    assert (talks.floor, talks.hours) == (A, 2.5)
    assert after(talks, 'A says "Meanwhile."').floor == B


def test_5_7_the_room_sees_that_it_confers_and_not_of_what() -> None:
    """5.7 The room hears that a delegation confers with its capital; of what, and what the answer is, only its own seat
    hears."""
    talks = after(
        talks_with_mandate(), *TO_WHEN, 'A asks when  "Shh."', 'A says "."', *['B says "."', 'A says "."'] * 3
    )
    asked = after(talks_with_mandate(), *TO_WHEN, "A asks when")
    assert [seat.cables for who in (A, B) if (seat := view(asked, who).own)] == [asked.cables, ()]
    for stranger in (B, GALLERY):
        record = view(talks, stranger).record
        assert [event.by for event in record if isinstance(event, Conferred)] == [A]
        assert not any(isinstance(event, Cabled | Answered) or event.remark == "Shh." for event in record)
    own = view(talks, A)
    assert sum(isinstance(event, Cabled | Answered) for event in own.record) == 2


def test_5_8_the_capital_widens_when_a_package_was_refused() -> None:
    """5.8 In most issues the capital widens the mandate when a package of the delegation has been refused, whatever was
    in it."""
    talks = talks_with_mandate()
    assert refused(talks, "A asks when") == refusing(Why.NOTHING_REFUSED, delegation="A", issue="when")
    assert after(talks, "A tables B:guests=vote", "B declines 1", "A asks when").cables


def test_5_9_or_when_an_offer_asks_for_it() -> None:
    """5.9 It widens as well when an offer that waits for an answer asks the delegation to move in that issue; not when
    the other side offers to move there itself."""
    talks = after(talks_with_mandate(), 'A says "Well?"', "B tables A:when=time B:guests=listen")
    assert after(talks, "A asks when").cables
    assert refused(talks, "A asks guests") == refusing(Why.NOTHING_REFUSED, delegation="A", issue="guests")


def test_5_10_the_spine_is_widened_when_its_limit_was_tabled_and_refused() -> None:
    """5.10 On the spine issue the capital moves only when the limit of the mandate was tabled and refused: no other
    refusal will do, and no offer."""
    talks = after(talks_with_mandate(), *TO_WHEN)
    assert refused(talks, "A asks council") == refusing(
        Why.NOT_REFUSED, delegation="A", issue="council", options=("decides",)
    )
    talks = after(talks, 'A says "?"', "B tables A:council=none")
    assert refused(talks, "A asks council") == refusing(
        Why.NOT_REFUSED, delegation="A", issue="council", options=("decides",)
    )
    assert after(talks_with_mandate(), *TO_SPINE, "A asks council").cables


def test_5_11_a_counter_proposal_refuses_the_limit_too() -> None:
    """5.11 A limit that was countered has been refused, and the capital moves."""
    talks = after(talks_with_mandate(), "A tables B:council=decides", "B tables A:council=none")
    assert after(talks, "A asks council").cables


def test_5_12_step_follows_step() -> None:
    """5.12 A refusal is spent on the step that it bought: the next step of the spine wants its own limit tabled and
    refused, so demands follow one another as each fails."""
    talks = after(talks_with_mandate(Clock(answer=0.5)), *TO_SPINE, "A asks council", 'A says "."')
    assert talks.mandate(A, COUNCIL) == {"decides", "advises"}
    talks = after(talks, 'B says "."')
    assert refused(talks, "A asks council").options == ("advises",)
    talks = after(talks, "A tables A:council=advises B:council=advises", "B declines 2", "A asks council", 'A says "."')
    assert talks.mandate(A, COUNCIL) == {"decides", "advises", "hears", "none"}


def test_5_13_one_step_at_a_time() -> None:
    """5.13 In any issue one answer opens one step, and the next must be bought by another refusal."""
    talks = after(
        talks_with_mandate(Clock(answer=0.5)), "A tables B:guests=vote", "B declines 1", "A asks guests", 'A says "."'
    )
    assert talks.mandate(A, GUESTS) == {"vote", "listen"}
    talks = after(talks, 'B says "."')
    assert refused(talks, "A asks guests") == refusing(Why.NOTHING_REFUSED, delegation="A", issue="guests")


def test_5_14_the_last_step_is_the_last() -> None:
    """5.14 When no step is left, or there never was one, the capital is not asked."""
    talks = after(talks_with_mandate(Clock(answer=0.5)), *TO_WHEN, "A asks when", 'A says "."', 'B says "."')
    assert refused(talks, "A asks when") == refusing(Why.NO_FURTHER_STEP, issue="when")
    assert refused(talks, "A asks verb") == refusing(Why.NO_FURTHER_STEP, issue="verb")


def test_5_15_a_cable_is_not_sent_twice() -> None:
    """5.15 While a cable waits for its answer, the same issue is not asked about again; another one may be."""
    talks = after(talks_with_mandate(), *TO_WHEN, "A asks when")
    assert refused(talks, "A asks when") == refusing(Why.UNANSWERED, delegation="A", issue="when")
    assert after(talks, "A asks guests").cables[-1].issues == (GUESTS,)


def test_5_16_one_cable_may_ask_about_several() -> None:
    """5.16 One cable may ask about several issues, in the hours of one, and one answer opens a step in each."""
    talks = after(talks_with_mandate(Clock(answer=0.5)), *TO_WHEN, "A asks when guests", 'A says "."')
    assert talks.mandate(A, WHEN) == {"month", "time", "silence"}
    assert talks.mandate(A, GUESTS) == {"vote", "listen"}
    assert [event.issues for event in news(talks, Answered)] == [(WHEN, GUESTS)]


def test_5_17_an_answer_that_is_due_after_the_deadline_never_comes() -> None:
    """5.17 An answer that would come after the deadline never comes."""
    talks = lake(OPENING, hours=5, clock=CLOCK, sheets={A: sheet(mandate=MANDATE)})
    talks = after(talks, *TO_WHEN, "A asks when", 'A says "."', 'B says "."', 'A says "."', 'B says "."')
    assert talks.hours == 4.5
    assert news(after(talks, 'A says "."'), Answered) == []


@pytest.mark.parametrize("how", ["B declines 1", "B accepts 1"])
def test_5_18_what_was_floated_was_not_tabled(how: str) -> None:
    """5.18 A limit that was only floated off the record has not been tabled: the capital does not move for it, however
    the non-paper was answered."""
    talks = after(talks_with_mandate(), "A floats B:council=decides", how)
    assert refused(talks, "A asks council").kind is Why.NOT_REFUSED


def test_5_19_nobody_is_asked_to_table_what_cannot_be_written() -> None:
    """5.19 Where the agreed words exclude the limit itself, it cannot be tabled any more, and the capital does not wait
    for it to be refused."""
    talks = after(talks_with_mandate(), "A moves verb=may", "B moves verb=may")
    assert refused(after(talks), "A tables B:council=decides").kind is Why.EXCLUDED
    assert after(talks, "A asks council").cables


UNHEARD = {"decides": 4, "advises": 3}


def talks_with_prices(clock: Clock = CLOCK) -> Talks:
    """The same, but Aria's instructions name what it costs to give up a demand unheard."""
    return lake(OPENING, clock=clock, sheets={A: sheet(mandate=MANDATE, red_lines="fish=more", unheard=UNHEARD)})


def test_5_20_a_demand_may_be_given_up_unheard() -> None:
    """5.20 A delegation whose instructions name a price for it may ask for the next step of the spine though no limit
    of the open one was tabled and refused: it pays when it sends the cable, and the step is opened as any other."""
    talks = after(talks_with_prices(), "A asks council")
    [charged] = news(talks, Charged)
    assert (charged.by, charged.points, charged.cause) == (A, -4, GivenUpUnheard(COUNCIL, (OptionId("decides"),)))
    assert isinstance(deeds(talks.events)[charged.because_of or 0], Conferred)
    talks = after(talks, 'A says "."', 'B says "."', 'A says "."', 'B says "."', 'A says "."', 'B says "."')
    assert talks.mandate(A, COUNCIL) == {"decides", "advises"}


def test_5_21_each_demand_has_its_price() -> None:
    """5.21 The next step has a price of its own; the last has none, for nothing is left to ask for."""
    talks = after(talks_with_prices(Clock(answer=0.5)), "A asks council", 'A says "."', 'B says "."', "A asks council")
    assert [charge.points for charge in talks.charges[A]] == [-4, -3]
    talks = after(talks, 'A says "."', 'B says "."')
    assert refused(talks, "A asks council").kind is Why.NO_FURTHER_STEP


def test_5_22_who_was_heard_pays_nothing() -> None:
    """5.22 Who has tabled the limit and heard it refused pays nothing, nor does who cannot table it any more."""
    assert not news(after(talks_with_prices(), *TO_SPINE, "A asks council"), Charged)
    assert not news(after(talks_with_prices(), "A moves verb=may", "B moves verb=may", "A asks council"), Charged)


def test_5_23_without_a_price_it_cannot_be_done() -> None:
    """5.23 A demand for which no price is named must be heard; and a price buys nothing in other issues."""
    talks = lake(OPENING, clock=Clock(answer=0.5), sheets={A: sheet(mandate=MANDATE, unheard={"decides": 4})})
    assert refused(talks, "A asks when") == refusing(Why.NOTHING_REFUSED, delegation="A", issue="when")
    talks = after(talks, "A asks council", 'A says "."', 'B says "."')
    assert refused(talks, "A asks council") == refusing(
        Why.NOT_REFUSED, delegation="A", issue="council", options=("advises",)
    )


def test_5_24_nobody_else_hears_what_was_given_up() -> None:
    """5.24 The others see that a delegation confers with its capital, whatever it gives up with that; the price is on
    its own desk before it is paid, and on no other."""
    talks = talks_with_prices()
    told = {who: seat.unheard for who in (A, B) if (seat := view(talks, who).own)}
    assert told == {A: Unheard(COUNCIL, (OptionId("decides"),), 4), B: None}
    bought, heard = after(talks, "A asks council"), after(talks_with_prices(), *TO_SPINE, "A asks council")
    for stranger in (B, GALLERY):
        told_of = [event for event in view(bought, stranger).record if event.by == A]
        assert [replace(event, at=0.0) for event in told_of] == [Conferred(at=0.0, by=A)]
        assert told_of[-1:] == [replace(view(heard, stranger).record[-1], at=told_of[-1].at)]
    assert view(bought, A).seat.unheard is None, "what has been paid for is not told again"
