"""21. The recess."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from game.scenario import Clock
from game.talks import CHAIR, GALLERY, Talks, replay, verdict, view
from game.talks.events import Answered, Happened, Recessed
from tests.rulebook import A, B, after, lake, news, sheet, steps
from tests.rulebook.world import World, around, happening, paper

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [decides on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""
THREE = """
    NOTE ON THE LAKE
    1. They [shall|A,B] [may|C] give notice of works.
    2. A council advises on works.
    -- when: silence
    -- guests: none
    -- fish: same
"""
CLOCK = Clock(answer=3, recess=4)
TALK = ('A says "Well?"', 'B says "Well."')
MANDATE = {A: sheet(mandate=steps(council="decides | advises | hears, none"))}
ASKED = ("A tables B:council=decides", "B declines 1 over council", "A asks council")


def talks_with(*, clock: Clock = CLOCK, hours: float = 24, world: World | None = None) -> Talks:
    """Talks that may go into recess."""
    return lake(OPENING, clock=clock, hours=hours, sheets=MANDATE, world=world or World())


def rests(talks: Talks) -> list[tuple[float, float]]:
    """From when until when the talks have rested."""
    return [(event.at, event.until) for event in news(talks, Recessed)]


def test_21_1_where_all_have_only_talked() -> None:
    """21.1 When everybody has taken the floor in turn, and nothing else was done, the talks rest for as many hours as
    the scenario says; then they go on where they were, and all hear of it."""
    talks = after(talks_with(), TALK[0])
    assert rests(talks) == []
    talks = after(talks, TALK[1])
    assert rests(talks) == [(1.0, 5.0)]
    assert (talks.hours, talks.floor, talks.positions) == (5.0, A, talks_with().positions)
    for who in (A, B, GALLERY, CHAIR):
        assert isinstance(view(talks, who).record[-1], Recessed)


def test_21_2_not_where_the_scenario_has_none() -> None:
    """21.2 In a scenario that says nothing of it, or 0, the talks never rest."""
    assert rests(after(talks_with(clock=Clock()), *TALK * 4)) == []


def test_21_3_each_must_have_talked() -> None:
    """21.3 With three at the table all three must have talked; after a recess everybody must have talked anew."""
    talks = after(lake(THREE, clock=CLOCK, parties=3), *TALK)
    assert rests(talks) == []
    talks = after(talks, 'C says "Well."')
    assert rests(talks) == [(1.5, 5.5)]
    talks = after(talks, *TALK)
    assert len(rests(talks)) == 1
    assert len(rests(after(talks, 'C says "Well."'))) == 2


@pytest.mark.parametrize(
    "between",
    [
        ("A moves fish=more", 'B says "Well."'),
        ("A tables B:fish=same", 'B says "Well."'),
        ("A floats B:fish=same", 'B says "Well."'),
        ("A announces verb=shall", 'B says "Well."'),
        (TALK[0], "B moves fish=same"),
        (TALK[0], "*chair passes 1", TALK[1]),
        (TALK[0], '*chair wires all "Time."', TALK[1]),
    ],
)
def test_21_4_with_nothing_between(between: tuple[str, ...]) -> None:
    """21.4 Whatever else is done begins the round anew: a move, a package, a non-paper, a statement to the press, the
    chair's hours and its words."""
    assert rests(after(talks_with(), *between)) == []


def test_21_5_until_the_capital_answers() -> None:
    """21.5 A recess ends when a capital answers, and the answer is heard then; the answer itself begins the round
    anew."""
    talks = after(talks_with(), *ASKED)
    (cable,) = talks.cables
    talks = after(talks, *TALK)
    assert rests(talks) == [(cable.due - 2.0, cable.due)]
    assert [event.at for event in news(talks, Answered)] == [cable.due] == [talks.hours]
    talks = after(talks, TALK[0])
    assert len(rests(talks)) == 1
    assert len(rests(after(talks, TALK[1]))) == 2


def test_21_6_until_something_happens() -> None:
    """21.6 It ends when something happens whose date has come and whose condition holds; what would not happen ends
    none."""
    storm = happening("storm", when=datetime(1994, 6, 1, 12))
    talks = after(talks_with(world=around(happenings=(storm,))), *TALK)
    assert rests(talks) == [(1.0, 3.0)]
    assert [event.at for event in news(talks, Happened)] == [3.0]
    assert isinstance(talks.events[-1], Happened)
    later = happening("storm", when=datetime(1994, 6, 1, 15))
    assert rests(after(talks_with(world=around(happenings=(later,))), *TALK)) == [(1.0, 5.0)]


def test_21_7_until_the_next_sitting() -> None:
    """21.7 It ends when the next sitting begins."""
    talks = after(talks_with(hours=18), *TALK, *TALK)
    assert rests(talks) == [(1.0, 5.0), (6.0, 9.0)]
    assert talks.scenario.calendar.at(talks.hours).number == 2
    assert rests(after(talks_with(hours=20), *TALK, *TALK, *TALK)) == [(1.0, 5.0), (6.0, 10.0), (11.0, 15.0)]


def test_21_8_the_last_hours_are_not_rested_away() -> None:
    """21.8 As many hours before the deadline as a recess may last the talks do not rest any more, nor into them, also
    where the deadline has been moved."""
    talks = after(talks_with(hours=7, clock=Clock(recess=2)), *TALK)
    assert rests(talks) == [(1.0, 3.0)]
    talks = after(talks, *TALK)
    assert rests(talks)[1:] == [(4.0, 5.0)]
    talks = after(talks, *TALK)
    assert (len(rests(talks)), talks.hours, verdict(talks)) == (2, 6.0, None)
    longer = after(talks_with(hours=7, clock=Clock(recess=2)), "*chair extends 1", *TALK, *TALK)
    assert rests(longer) == [(1.0, 3.0), (4.0, 6.0)]


def test_21_9_its_hours_cost_what_hours_cost() -> None:
    """21.9 The hours of a recess cost what hours cost: delay, and a newspaper that is against a delegation."""
    gazette = paper("Gazette", 1, verb=(-20, 0, 0), cost=(1, 2))
    talked = after(talks_with(world=around(gazette)), *TALK)
    passed = after(talks_with(world=around(gazette)), *TALK[:1], "*chair passes 4", TALK[1])
    assert talked.hours == passed.hours == 5.0
    own = [view(talks, A).ending(None) for talks in (talked, passed)]
    assert own[0].part("hours") == own[1].part("hours") == -1
    assert sum(each.points for each in talked.charges[A]) == sum(each.points for each in passed.charges[A]) == -2


def test_21_10_the_seat_is_told_before() -> None:
    """21.10 Whoever has the floor is told for how long the talks would rest at most if it only talked now, as far as it
    can tell: of its own cables it knows, of those of others and of news it does not."""
    talks = talks_with()
    assert [view(talks, who).recess for who in (A, B, GALLERY, CHAIR)] == [0.0] * 4
    talks = after(talks, TALK[0])
    assert [view(talks, who).recess for who in (A, B, GALLERY, CHAIR)] == [0.0, 4.0, 0.0, 0.0]
    storm = happening("storm", when=datetime(1994, 6, 1, 12))
    secret = after(talks_with(world=around(happenings=(storm,))), TALK[0])
    assert view(secret, B).recess == 4.0
    asked = after(talks_with(), *ASKED, *TALK[:1])
    assert view(asked, B).recess == 4.0, "it does not know how long Aria's capital takes"
    mine = after(asked, "B moves fish=same", TALK[0], "B moves fish=more")
    assert view(mine, A).recess == 0.0


def test_21_11_what_is_revoked_was_not_said() -> None:
    """21.11 A recess that the chair has revoked counts no hours; and whoever spoke before the chair did must speak
    again."""
    talks = after(talks_with(), *TALK, "*chair revokes 1")
    assert (talks.hours, rests(talks)) == (0.5, [])
    talks = after(talks, TALK[1])
    assert rests(talks) == []
    assert rests(after(talks, TALK[0])) == [(1.5, 5.5)]


def test_21_12_a_package_waits_on() -> None:
    """21.12 A package that waits for an answer keeps nobody from resting; it waits on."""
    talks = after(talks_with(), "A tables B:fish=same", TALK[1], TALK[0])
    assert [(package.number, rests(talks)) for package in talks.packages] == [(1, [(2.0, 6.0)])]


def test_21_13_records_know_nothing_of_it() -> None:
    """21.13 A record has the moves; played again they rest at the same hours."""
    talks = after(talks_with(), *TALK, "A moves fish=more", *reversed(TALK))
    again, stopped = replay(talks_with(), talks.moves)
    assert stopped is None
    assert replace(again, before=None) == replace(talks, before=None)
    assert rests(again) == rests(talks) != []
