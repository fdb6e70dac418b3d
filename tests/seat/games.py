"""Talks of every kind, to look at from every seat."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from game.seat import Tray, note, put
from game.talks import CHAIR, GALLERY, Admit, Refused, Talks, View, play, view
from game.text import DelegationId
from tests.anything import any_move
from tests.library import LARGE, late, late_game, mixed_game, must, opened, pushover, random_policy, scenario


def games(name: str) -> Iterator[Iterator[Talks]]:
    """Whole games: from the opening, from near the end, and of moves that nobody would make."""
    yield mixed_game(name, 1)
    yield late_game(name, 1)
    yield wild_game(name, 2)
    if name.partition("/")[0] not in LARGE and scenario(name).audiences:
        yield attended_game(name, 1)


def attended_game(name: str, seed: int) -> Iterator[Talks]:
    """Talks from near their end, with somebody who speaks for every audience and does whatever may be done."""
    talks, chance = late(name, seed), Random(seed)
    for audience in talks.scenario.audiences:
        talks = must(talks, Admit(CHAIR, audience.id))
    outside, anything = [DelegationId(audience.id) for audience in talks.scenario.audiences], random_policy()
    yield talks
    while not talks.over:
        who = chance.choice(sorted(talks.waits_for) if chance.random() < 0.7 else outside)
        seen = view(talks, who)
        if seen.legal.moves:
            after = play(talks, (pushover if seen.own and chance.random() < 0.8 else anything)(seen, chance).move)
            if not isinstance(after, Refused):
                talks = after
                yield talks


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
    return (*talks.scenario.ids, *(DelegationId(each) for each in sorted(talks.seated)), GALLERY)


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
