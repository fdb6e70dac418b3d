"""The record as a seat reads it: what is new, and the cards."""

from __future__ import annotations

from itertools import chain

import pytest

from game.scenario import AudienceId
from game.seat import Desk, desk
from game.talks import GALLERY, Say, Sound, events, view
from tests.library import EVERY, MAIN, late_game, must, opened, scenario
from tests.seat.games import games


@pytest.mark.parametrize("name", EVERY)
def test_news_goes_back_to_ones_own_last_move(name: str) -> None:
    """From `since` on there is one move of this seat's, the last; every event from there on is news, on a card, or
    its own doing."""
    for game in games(name):
        for talks in game:
            for who in talks.scenario.ids:
                found = desk(view(talks, who))
                later = [
                    event for event in found.record[found.since :] if isinstance(event, events.Made) and event.by == who
                ]
                earlier = [event for event in found.record[: found.since] if isinstance(event, events.Made)]
                assert len({event.at for event in later}) <= 1
                assert bool(later) or not [event for event in earlier if event.by == who]
                on_cards = {place for card in found.cards for place in (card.event, *card.changes)}
                assert not on_cards & set(found.news)
                for place in range(found.since, len(found.record)):
                    if place not in on_cards and place not in found.news:
                        assert found.record[place].by == who


def cards_in(desks: list[Desk]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for found in desks:
        for card in found.cards:
            counted[card.kind] = counted.get(card.kind, 0) + 1
    return counted


def test_news_is_laid_down_on_cards() -> None:
    """Cuttings with what they change, an ally's answer, silence broken, a text sent back: all of them occur, and none
    is laid before a watcher."""
    found: list[Desk] = []
    russia, alliance = scenario(MAIN).ids
    spoken = must(opened(MAIN), Say(russia, remark="Well?"))
    sounded = must(spoken, Sound(alliance, AudienceId("US")))
    for talks in chain([sounded], *games(MAIN), *(late_game("harbour", seed) for seed in range(6))):
        found += [desk(view(talks, who)) for who in talks.scenario.ids]
        assert desk(view(talks, GALLERY)).cards == ()
    counted = cards_in(found)
    assert {"cutting", "answer", "silence"} <= counted.keys()
    for each in found:
        for card in each.cards:
            told = each.record[card.event] if card.event is not None else None
            assert isinstance(told, events.Happened | events.Broke | events.Returned | events.Sounded | None)
            for place in card.changes:
                change = each.record[place]
                assert isinstance(change, events.Change)
                came_of = None if change.because_of is None else events.deeds(each.record)[change.because_of]
                assert came_of is told
