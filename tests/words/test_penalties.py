"""What a move costs beside its hours is told before it is made, and it is what the move then costs."""

from __future__ import annotations

import pytest

from game.seat import penalties
from game.talks import Propose, Talks, play, read_move, view
from game.talks.events import Charged
from game.words.penalties import penalty
from tests.rulebook import A, after, lake, news

LEFT = ("A moves council=hears", 'B says "Well."')
"""Aria gives up “advises on works”, and nothing is agreed by it."""
TOLD = ("A announces verb=shall", 'B says "We heard."')
OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""


def minds(talks: Talks, move: str) -> list[str]:
    """What Aria is told before a move."""
    seen = view(talks, A)
    return [penalty(seen.scenario, each) for each in penalties(seen, read_move(move))]


@pytest.mark.parametrize(
    ("before", "move", "told"),
    [
        (LEFT, "A moves council=advises", ["You have left “advises on works” before: to reopen it costs you"]),
        ((), "A moves guests=none", ["“The guests” is agreed: to reopen it costs you"]),
        ((), "A tables B:guests=none", ["“The guests” is agreed: to reopen it costs you"]),
        (TOLD, "A moves verb=will", ["You have told the press where you stand in “The verb”: to move off it costs"]),
    ],
)
def test_what_is_told_is_charged(before: tuple[str, ...], move: str, told: list[str]) -> None:
    """Reopening, going back to a wording and leaving a statement: each is told, and each is charged."""
    talks = after(lake(OPENING), *before)
    found = minds(talks, move)
    assert len(found) == len(told)
    assert all(mind.startswith(words) for mind, words in zip(found, told, strict=True)), found
    after_it = play(talks, read_move(move))
    assert isinstance(after_it, Talks), after_it
    assert len(news(after_it, Charged)) == len(news(talks, Charged)) + len(told)


def test_what_costs_nothing_is_not_told() -> None:
    """A plain move, an offer off the record and a word that is kept cost nothing beside their hours."""
    talks = after(lake(OPENING), *TOLD)
    assert minds(talks, "A moves council=hears") == minds(talks, "A tables B:verb=shall") == []
    assert isinstance(read_move("A floats B:guests=none"), Propose)
    assert minds(talks, "A floats B:guests=none") == []
