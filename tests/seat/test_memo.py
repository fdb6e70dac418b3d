"""What is kept from one version of the talks to the next, and from one table to another, is what it would be anew."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.seat import changes, desk, encode
from game.seat.memo import Memo, forget, using
from game.talks import CHAIR, view
from game.talks.rules import candidates, judged, refused_in_turn
from game.text import DelegationId
from tests.library import LARGE_SLOWLY, MAIN, opened
from tests.seat.games import any_tray, attended_game, games, watchers


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_a_desk_is_the_same_laid_from_the_one_before_and_anew(name: str) -> None:
    """Through whole games, from every seat, the gallery and the chair, with things in the tray; at two tables that
    know of each other what tables share, and in a process that knows nothing."""
    chance, few = Random(name), Memo(100)
    kept = []
    for game in games(name):
        for talks in game:
            for who in (*watchers(talks), CHAIR):
                with using(few):
                    seen = view(talks, who)
                    tray = any_tray(seen, chance)
                    laid = desk(seen, tray)
                    text = encode(laid)
                if chance.random() < 0.15:
                    kept.append((talks, who, tray, laid, text))
    assert len(kept) > 12
    before = kept[0][3]
    for talks, who, tray, laid, text in kept:
        told = changes(before, laid)
        forget()
        anew = desk(view(replace(talks), who), tray)
        assert anew == laid
        assert encode(anew) == text
        assert changes(before, anew) == told
        before = laid


@pytest.mark.parametrize("name", [*LARGE_SLOWLY, f"{MAIN}/lesson"])
def test_what_talks_know_of_themselves_is_what_they_would_know_anew(name: str) -> None:
    """What is handed on from version to version, through whole games: what was worked out of positions and hours, what
    each watcher has heard, what is sealed for whom, and all that a view is made of."""
    for game in (*games(name), attended_game(name, 3)):
        for talks in game:
            anew = replace(talks, scenario=replace(talks.scenario))
            assert [getattr(talks, each) for each in _KNOWN] == [getattr(anew, each) for each in _KNOWN]
            for who in (*watchers(talks), CHAIR):
                assert view(talks, who) == view(anew, who)


_KNOWN = ("agreed", "brackets", "phase", "closing")


def test_talks_are_altered_in_their_fields_alone() -> None:
    """Whatever else were written into them, nobody would read."""
    talks = opened(MAIN)
    assert talks.altered(hours=2.0) == replace(talks, hours=2.0)
    with pytest.raises(TypeError, match="hour"):
        talks.altered(hour=2.0)


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_what_is_judged_at_once_is_what_the_rules_have_against_each(name: str) -> None:
    """Every move that a seat might make, of whoever has the floor, of those outside and of the chair."""
    for game in games(name):
        for talks in game:
            for who in () if talks.over else {talks.floor, *map(DelegationId, talks.seated), CHAIR}:
                each = [(move, refused_in_turn(talks, move)) for move in candidates(talks, who)]
                found = judged(talks, who)
                assert [move for kind in found for move in kind.moves] == [move for move, why in each if why is None]
                assert [told for kind in found for told in kind.against] == [told for told in each if told[1]]
