"""11. Statements to the press, and audiences that press."""

from __future__ import annotations

import pytest

from game.scenario import AudienceId, Clock
from game.talks import GALLERY, Charge, Why, Wish, breaking, price, read_move, verdict, view
from game.talks.causes import Alarmed, Applauded, PledgeBroken, Pressed, Reopened, StandsFor
from game.talks.events import Announced, Charged, Stirred
from game.text import OptionId
from tests.rulebook import COUNCIL, FISH, VERB, A, B, C, after, draft_of, lake, news, refused, refusing, same
from tests.rulebook.world import Judge, World, ally, around, paper, parliament

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""
DIET = parliament("Diet", 0, verb=(10, 0, 0))
GAZETTE = paper("Gazette", 30, verb=(40, 20, 0))


def home(*judges: Judge) -> World:
    """A world with these audiences."""
    return around(*judges)


def points(charges: tuple[Charge, ...]) -> list[int]:
    """The points of charges, in their order."""
    return [charge.points for charge in charges]


def test_11_1_a_statement_commits() -> None:
    """11.1 A delegation tells the press that it stands for a wording: it is on the record, everybody sees that it is
    committed, and no position moves."""
    talks = after(lake(OPENING), 'A announces verb=shall  "We stay."')
    assert draft_of(talks) == same(OPENING)
    assert news(talks, Announced) == [Announced(at=1.0, by=A, remark="We stay.", issue=VERB, option=OptionId("shall"))]
    for who in (A, B, GALLERY):
        assert view(talks, who).committed == {(A, VERB): "shall"}


def test_11_2_it_takes_its_hours_and_passes_the_floor() -> None:
    """11.2 A statement takes the hours that the scenario sets for it, and the floor passes on."""
    talks = lake(OPENING, clock=Clock(announce=1.75))
    assert price(talks, read_move("A announces verb=shall")) == 1.75
    assert after(talks, "A announces verb=shall").floor == B


def test_11_3_one_announces_what_one_stands_for() -> None:
    """11.3 Only what a delegation stands for now, in a bracket, can be announced, and each wording once."""
    talks = lake(OPENING)
    assert refused(talks, "A announces verb=will") == refusing(Why.STANDS_ELSEWHERE, issue="verb")
    assert refused(talks, "A announces guests=listen") == refusing(Why.AGREED, issue="guests")
    talks = after(talks, "A announces verb=shall", "B announces verb=will")
    assert refused(talks, "A announces verb=shall") == refusing(Why.ANNOUNCED)
    assert after(talks, "A announces council=advises").committed == {
        (A, VERB): "shall",
        (B, VERB): "will",
        (A, COUNCIL): "advises",
    }


def test_11_4_those_at_home_applaud_once() -> None:
    """11.4 The first statement that a parliament or newspaper of its own likes brings a delegation one point; later
    ones bring nothing."""
    talks = after(lake(OPENING, world=home(DIET, GAZETTE)), "A announces verb=shall")
    assert talks.charges == {A: (Charge(1, Applauded(AudienceId("DIET"), 1.0), AudienceId("DIET")),)}
    fish = parliament("Diet", 0, verb=(10, 0, 0), fish=(0, 10))
    talks = after(lake(OPENING, world=home(fish)), "A announces verb=shall", 'B says "."', "A announces fish=same")
    assert points(talks.charges[A]) == [1]


def test_11_5_better_than_the_middle_is_liked() -> None:
    """11.5 A wording is liked that is worth more to an audience than the mean of its issue, and disliked if it is worth
    less; at the mean, and in an issue that it does not care about, nothing follows."""
    for row, charged in (((40, 20, 0), [1]), ((20, 20, 20), []), ((20, 40, 0), []), ((0, 20, 40), [-1])):
        talks = after(lake(OPENING, world=home(paper("Gazette", -99, verb=row))), "A announces verb=shall")
        assert points(talks.charges.get(A, ())) == charged, row


def test_11_6_newspapers_are_alarmed_each_time() -> None:
    """11.6 A statement that a newspaper of its own, or a third state, dislikes costs a delegation one point for each of
    them, each time; a parliament that dislikes it says nothing yet."""
    world = home(
        paper("Gazette", -99, verb=(0, 5, 10), fish=(10, 0)),
        paper("Herald", -99, verb=(0, 5, 10)),
        parliament("Diet", -99, verb=(0, 5, 10)),
    )
    talks = after(lake(OPENING, world=world), "A announces verb=shall", 'B says "."', "A announces fish=same")
    assert talks.charges[A] == (
        Charge(-1, Alarmed(AudienceId("GAZETTE"), 1.0), AudienceId("GAZETTE")),
        Charge(-1, Alarmed(AudienceId("HERALD"), 1.0), AudienceId("HERALD")),
        Charge(-1, Alarmed(AudienceId("GAZETTE"), talks.hours), AudienceId("GAZETTE")),
    )


def test_11_7_allies_and_the_others_audiences_do_not_count() -> None:
    """11.7 What allies think of a statement, and what audiences of another delegation think, costs and brings
    nothing."""
    world = home(ally("Duke", -99, verb=(10, 0, 0)), paper("Herald", -99, of=B, verb=(0, 5, 10)))
    assert after(lake(OPENING, world=world), "A announces verb=shall").charges == {}


def test_11_8_to_move_off_it_costs_points() -> None:
    """11.8 Who moves off an announced wording pays for it, with the reason, and is not committed any more."""
    talks = after(lake(OPENING), "A announces fish=same", 'B says "."', "A moves fish=more")
    assert talks.charges[A] == (Charge(-6, PledgeBroken(FISH, OptionId("same"))),)
    assert talks.committed == {}
    assert news(talks, Charged)[-1].heard_by == frozenset({A})


def test_11_9_however_one_moves_off_it() -> None:
    """11.9 It is paid for when one moves off alone, when a package of one's own carries, and when one accepts the
    package of another; not when a package is tabled or floated."""
    announced = after(lake(OPENING), "A announces verb=shall", "B announces verb=will")
    tabled = after(announced, "A tables A:verb=may B:verb=may")
    assert tabled.charges == after(announced, "A floats A:verb=may B:verb=may").charges == {}
    carried = after(tabled, "B accepts 1")
    assert (points(carried.charges[A]), points(carried.charges[B])) == ([-9], [-9])
    assert carried.committed == {}


def test_11_10_it_is_paid_once() -> None:
    """11.10 Who has moved off a statement owes nothing more for it, wherever it goes; only a new one commits again."""
    talks = after(lake(OPENING), "A announces council=advises", 'B says "."', "A moves council=hears", 'B says "."')
    talks = after(talks, "A moves council=none")
    assert points(talks.charges[A]) == [-12]
    talks = after(lake(OPENING), "A announces council=advises", 'B says "."', "A moves council=hears", 'B says "."')
    talks = after(talks, "A announces council=hears", 'B says "."', "A moves council=none")
    assert points(talks.charges[A]) == [-12, -12]


def test_11_11_what_it_costs() -> None:
    """11.11 To move off a statement costs 30 per cent of the best that the issue can bring on one's own sheet, rounded,
    and two points at least."""
    rows = ((10, 20, 30), (0, 15), (0, 5), (3, 0), (0, 0), (-10, -20), (0, 100))
    assert [breaking(row) for row in rows] == [9, 5, 2, 2, 2, 2, 30]


def test_11_12_others_may_come_to_it() -> None:
    """11.12 A statement costs nothing while its delegation stays: the others come to it, it is agreed, and only who
    then reopens it pays, for the one and for the other."""
    talks = after(lake(OPENING), "A announces verb=shall", "B moves verb=shall")
    assert (talks.charges, talks.committed) == ({}, {(A, VERB): "shall"})
    talks = after(talks, "A moves verb=will")
    assert talks.charges[A] == (
        Charge(-1, Reopened(A, VERB, talks.hours)),
        Charge(-9, PledgeBroken(VERB, OptionId("shall"))),
    )


def test_11_13_whoever_presses_costs_points_by_the_hour() -> None:
    """11.13 An audience that presses costs its delegation points for every so many full hours of talks at which it is
    below its threshold, with the day; the reason is heard by that seat alone."""
    talks = lake(OPENING, world=home(paper("Gazette", 50, verb=(40, 20, 0), cost=(2, 4))), hours=48)
    talks = after(talks, "A tables B:verb=shall", "B declines 1", "A tables B:fish=same", 'B says "."')
    assert talks.hours == 3.5
    assert talks.charges == {}
    talks = after(talks, 'A says "."')
    assert talks.charges == {A: (Charge(-2, Pressed(AudienceId("GAZETTE"), talks.hours), AudienceId("GAZETTE")),)}
    assert [event.heard_by for event in news(talks, Charged)] == [frozenset({A})]
    talks = after(talks, *['B says "."', 'A says "."'] * 4)
    assert (talks.hours, points(talks.charges[A])) == (8.0, [-2, -2])


def test_11_14_a_long_move_counts_for_each() -> None:
    """11.14 A move in which the hours are full twice is charged twice, in one sum."""
    world = home(paper("Gazette", 50, cost=(1, 1.5)))
    talks = after(lake(OPENING, clock=Clock(say=3.25), world=world), 'A says "Let me explain."')
    assert points(talks.charges[A]) == [-2]


def test_11_15_at_its_threshold_it_is_quiet() -> None:
    """11.15 An audience at its threshold, or above it, costs nothing."""
    for threshold, charged in ((40, []), (41, [-1])):
        world = home(paper("Gazette", threshold, verb=(40, 20, 0), cost=(1, 0.5)))
        assert points(after(lake(OPENING, world=world), 'A says "."').charges.get(A, ())) == charged


def test_11_16_it_judges_what_its_own_delegation_stands_for() -> None:
    """11.16 An audience judges what its own delegation stands for once the move is made: agreed words, and in a bracket
    its delegation's wording, whatever the others want."""
    world = home(paper("Gazette", 20, of=B, verb=(40, 20, 0), cost=(1, 0.5)))
    talks = after(lake(OPENING, world=world), 'A says "."')
    assert talks.charges == {}
    talks = after(talks, "B moves verb=may")
    assert (talks.hours, points(talks.charges[B])) == (1.5, [-2])
    assert A not in talks.charges


def test_11_17_it_changes_no_other_delegations_points() -> None:
    """11.17 With three delegations an audience that presses costs only the one that answers to it."""
    talks = lake(
        """
        NOTE ON THE LAKE
        1. They [shall|A,B] [may|C] give notice of works.
        -- when: silence
        -- council: none
        -- guests: none
        -- fish: same
        """,
        parties=3,
        world=home(paper("Gazette", 1, of=C, cost=(1, 0.5))),
    )
    assert list(after(talks, 'A says "."', 'B says "."').charges) == [C]


def test_11_18_its_mood_shows() -> None:
    """11.18 The mood of an audience that presses is seen by all: content, uneasy or against, to within a twentieth of
    all that it could win or lose; with the wordings that would please it most, among those in brackets, two at
    most."""
    for threshold, mood in ((38, "content"), (39, "uneasy"), (42, "uneasy"), (43, "against")):
        talks = lake(OPENING, world=home(paper("Gazette", threshold, verb=(40, 20, 0))))
        for who in (A, B, GALLERY):
            (standing,) = view(talks, who).standings.values()
            assert (standing.audience, standing.mood, standing.wishes) == ("GAZETTE", mood, ())
    world = home(paper("Gazette", 0, verb=(0, 9, 20), when=(0, 5, 0), council=(0, 0, 0, 30), guests=(0, 0, 99)))
    (found,) = view(lake(OPENING, world=world), B).standings.values()
    assert found.wishes == (Wish(COUNCIL, OptionId("none")), Wish(VERB, OptionId("may")))


def test_11_19_when_its_mood_changes_all_hear_why() -> None:
    """11.19 When the mood of an audience that presses changes, everybody hears it with the word that did it."""
    talks = after(lake(OPENING, world=home(GAZETTE)), "A moves verb=may")
    for who in (A, B, GALLERY):
        heard = [event for event in view(talks, who).record if isinstance(event, Stirred)]
        cause = StandsFor(A, VERB, OptionId("may"))
        assert [(event.audience, event.after, event.cause) for event in heard] == [("GAZETTE", "against", cause)]


@pytest.mark.parametrize("power", ["consent", "ratify"])
def test_11_20_only_who_presses_costs_by_the_hour(power: str) -> None:
    """11.20 Allies and parliaments that are against what their delegation stands for cost nothing by the hour."""
    judge = ally("Duke", 99) if power == "consent" else parliament("Diet", 99)
    assert after(lake(OPENING, world=home(judge)), "A tables B:fish=same", "B declines 1").charges == {}


@pytest.mark.parametrize("last", ["B leaves", "B initials", "B moves verb=may"])
def test_11_21_the_last_hours_count_however_the_talks_end(last: str) -> None:
    """11.21 Hours that are full with the last move are charged like any others, whether somebody leaves, the text is
    signed, or the clock strikes."""
    clean = """
        NOTE ON THE LAKE
        1. They shall give notice of works.
        -- when: silence
        -- council: none
        -- guests: none
        -- fish: same
    """
    world = home(paper("Gazette", 50, cost=(1, 1)))
    talks = after(lake(clean, hours=1, world=world), "A initials", last)
    assert verdict(talks) is not None
    assert (talks.hours, points(talks.charges[A])) == (1.0, [-1])
