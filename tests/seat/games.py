"""Talks of every kind, to look at from every seat."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from game.seat import Tray, note, put
from game.talks import GALLERY, Refused, Talks, View, play, view
from game.text import DelegationId
from tests.anything import any_move
from tests.library import late, late_game, mixed_game, opened


def games(name: str) -> Iterator[Iterator[Talks]]:
    """Whole games: from the opening, from near the end, and of moves that nobody would make."""
    yield mixed_game(name, 1)
    yield late_game(name, 1)
    yield wild_game(name, 2)


def wild_game(name: str, seed: int, moves: int = 120) -> Iterator[Talks]:
    """Any moves at all, as far as the rules allow them; every other time from near the end."""
    talks, chance = late(name, seed) if seed % 2 else opened(name, seed), Random(seed)
    yield talks
    for _ in range(moves):
        after = play(talks, any_move(talks, chance))
        if not isinstance(after, Refused):
            talks = after
            yield talks


def watchers(talks: Talks) -> tuple[DelegationId, ...]:
    """Every seat, and the gallery."""
    return (*talks.scenario.ids, GALLERY)


def any_tray(seen: View, chance: Random) -> Tray:
    """Something that a player might have prepared."""
    tray = Tray(issue=chance.choice(seen.scenario.text.issues).id)
    if seen.own is None:
        return tray
    for _ in range(chance.choice((0, 0, 1, 2, 5))):
        issue = chance.choice(seen.scenario.text.issues)
        tray = put(seen, tray, issue.id, chance.choice(issue.options).id)
    if chance.random() < 0.3:
        tray = note(tray, chance.choice(seen.scenario.text.issues).id)
    return tray


def moments(name: str, share: float = 0.2) -> Iterator[tuple[Talks, View]]:
    """Some moments of whole games, from every seat."""
    chance = Random(name)
    for game in games(name):
        for talks in game:
            if talks.over or chance.random() < share:
                for who in watchers(talks):
                    yield talks, view(talks, who)
