"""What a move costs beside its hours is told before it is made, and it is what the move then costs."""

from __future__ import annotations

from typing import get_args

import pytest

from game.scenario import Clock
from game.seat import Forsworn, Insisted, Penalty, Pledge, Recess, Reopening, penalties
from game.talks import Propose, Say, Talks, Unheard, play, read_move, view
from game.talks.events import Charged
from game.text import OptionId
from game.words.penalties import penalty
from tests.rulebook import COUNCIL, GUESTS, VERB, A, B, after, lake, news, sheet, steps

LEFT = ("A moves council=hears", 'B says "Well."')
"""Aria gives up “advises on works”, and nothing is agreed by it."""
TOLD = ("A announces verb=shall", 'B says "We heard."')
SWORN = ('A says "Well?"', "B tables A:verb=will", "A declines 1 over verb, never", 'B says "We heard."')
OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""


SAID: tuple[tuple[Penalty, str], ...] = (
    (Reopening(GUESTS, 3), "“The guests” is agreed: to reopen it costs you 3 points and goodwill."),
    (Reopening(GUESTS, 1), "“The guests” is agreed: to reopen it costs you 1 point and goodwill."),
    (Reopening(GUESTS, 0), "“The guests” is agreed: to reopen it costs you goodwill."),
    (
        Reopening(COUNCIL, 3, OptionId("advises")),
        "You have left “advises on works” before: to reopen it costs you 3 points and goodwill.",
    ),
    (Pledge(VERB, 1), "You have told the newspapers where you stand in “The verb”: to move off it costs 1 point."),
    (Pledge(VERB, 9), "You have told the newspapers where you stand in “The verb”: to move off it costs 9 points."),
    (
        Forsworn(VERB, 1, OptionId("will")),
        "You have refused “will” for ever: to take it costs you 1 point and goodwill.",
    ),
    (
        Forsworn(VERB, 9, OptionId("will")),
        "You have refused “will” for ever: to take it costs you 9 points and goodwill.",
    ),
    (Recess(4.0), "Everybody would only have talked: the talks go into recess, for 4 h at most."),
    (Recess(0.5), "Everybody would only have talked: the talks go into recess, for ½ h at most."),
    (
        Unheard(COUNCIL, (OptionId("decides"),), 1),
        "“decides on works” was not tabled and refused yet: to give it up unheard costs you 1 point.",
    ),
    (
        Unheard(COUNCIL, (OptionId("decides"), OptionId("advises")), 2),
        "“decides on works” or “advises on works” was not tabled and refused yet: to give it up unheard costs you 2"
        " points.",
    ),
    (Insisted(VERB, OptionId("will")), "“will” was refused twice, and nothing has changed since."),
)


@pytest.mark.parametrize(("minded", "sentence"), SAID)
def test_a_penalty_is_a_sentence(minded: Penalty, sentence: str) -> None:
    """What a move costs is said before it is made: the one place where the sentences stand."""
    assert penalty(lake(OPENING).scenario, minded) == sentence


def test_a_recess_is_told_and_comes() -> None:
    """Whoever would be the last to have only talked is told so, and for how long the talks rest then at most."""
    talks = after(lake(OPENING, clock=Clock(recess=4)), 'A says "Well?"', 'B says "Well."', 'A says "Well?"')
    seen = view(talks, B)
    assert list(penalties(seen, Say(B))) == [Recess(4.0)]
    assert penalties(view(after(talks, "B moves fish=same"), A), Say(A)) == ()
    after_it = after(talks, 'B says "Well."')
    assert after_it.hours == talks.hours + 0.5 + 4.0


def test_every_penalty_is_among_them() -> None:
    """No kind is forgotten here."""
    assert {type(minded) for minded, _ in SAID} == set(get_args(Penalty))


def minds(talks: Talks, move: str) -> list[Penalty]:
    """What Aria is told before a move."""
    return list(penalties(view(talks, A), read_move(move)))


@pytest.mark.parametrize(
    ("before", "move", "minded"),
    [
        (LEFT, "A moves council=advises", Reopening(COUNCIL, 1, OptionId("advises"))),
        ((), "A moves guests=none", Reopening(GUESTS, 1)),
        ((), "A tables B:guests=none", Reopening(GUESTS, 1)),
        (TOLD, "A moves verb=will", Pledge(VERB, 9)),
        (SWORN, "A moves verb=will", Forsworn(VERB, 9, OptionId("will"))),
    ],
)
def test_what_is_told_is_charged(before: tuple[str, ...], move: str, minded: Reopening | Pledge | Forsworn) -> None:
    """Reopening, going back to a wording and leaving a statement: each is told, and each is charged."""
    talks = after(lake(OPENING), *before)
    assert minds(talks, move) == [minded]
    after_it = play(talks, read_move(move))
    assert isinstance(after_it, Talks), after_it
    charged = news(after_it, Charged)[len(news(talks, Charged)) :]
    assert [event.points for event in charged] == [-minded.points]


def test_what_a_cable_gives_up_is_told_and_charged() -> None:
    """A demand that was not heard: in any cable that asks about the spine, and in no other."""
    mandate = steps(council="advises | hears, none", verb="shall | will")
    talks = lake(OPENING, sheets={A: sheet(mandate=mandate, unheard={"advises": 2})})
    minded = Unheard(COUNCIL, (OptionId("advises"),), 2)
    assert minds(talks, "A asks council") == minds(talks, "A asks council verb") == [minded]
    assert minds(talks, "A asks verb") == []
    assert [event.points for event in news(after(talks, "A asks council"), Charged)] == [-minded.points]
    assert minds(after(talks, "A tables B:council=advises", "B declines 1"), "A asks council") == []


def test_a_third_time_is_told() -> None:
    """A wording that was refused twice, in a package that changes nothing."""
    ask = "A tables B:verb=shall"
    talks = after(lake(OPENING), ask, "B declines 1 over verb", ask)
    assert minds(after(talks, 'B says "Hm."'), ask) == []
    talks = after(talks, "B declines 2")
    assert minds(talks, ask) == [Insisted(VERB, OptionId("shall"))]
    assert minds(talks, "A floats B:verb=shall") == minds(talks, "A tables B:verb=shall A:fish=more") == []


def test_what_costs_nothing_is_not_told() -> None:
    """A plain move, an offer off the record and a word that is kept cost nothing beside their hours."""
    talks = after(lake(OPENING), *TOLD)
    assert minds(talks, "A moves council=hears") == minds(talks, "A tables B:verb=shall") == []
    assert isinstance(read_move("A floats B:guests=none"), Propose)
    assert minds(talks, "A floats B:guests=none") == []
