"""A seat far from its talks: what can be prepared there is what could be prepared where they are played."""

from __future__ import annotations

from random import Random

import pytest

from game.seat import Afar, Desk, Seated, Setting, Tray, decode, desk, encode, look, note, scenario_of, setting
from game.seat.locks import NotReady
from game.talks import view
from game.text import DelegationId
from tests.library import DRILLS, MAIN
from tests.seat.games import games, watchers

NAMES = (DRILLS[0], *(pytest.param(each, marks=pytest.mark.slow) for each in (*DRILLS[1:], f"{MAIN}/lesson")))


def sent(seen: Seated, tray: Tray | None = None) -> Desk:
    """A desk as it travels."""
    return decode(Desk, encode(desk(seen.view, tray)))


def far(seen: Seated) -> Afar:
    """The same seat far away."""
    return Afar.at_first(decode(Setting, encode(setting(seen.view))), sent(seen))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_prepared_far_away_is_what_would_be_prepared_here(name: str) -> None:
    """From move to move: what is put in, countered, filled and taken over, and what is left of it after the next."""
    chance = Random(name)
    game = [talks for number, talks in enumerate(next(games(name))) if number < 40]
    for who in game[0].scenario.ids:
        near, away = None, None
        for talks in game:
            seen, before = view(talks, who), (near, away)
            near = Seated.at_first(seen) if near is None else near.after(seen)
            away = far(near) if away is None else away.after(sent(near))
            assert away.tray == near.tray
            if before[0] is not None and before[1] is not None:
                assert away.waits_anew(before[1]) == near.waits_anew(before[0])
                assert away.closed_since(before[1]) == near.closed_since(before[0])
                assert set(away.cards_since(before[1])) <= set(near.cards_since(before[0]))
            assert away.sheet == near.sheet
            issue = chance.choice(near.scenario.text.negotiated)
            option = chance.choice(issue.options).id
            for movers in ("all", "me", "they"):
                assert away.put(issue.id, option, movers).tray == near.put(issue.id, option, movers).desk.tray
                assert away.why_not_put(issue.id, option, movers) == near.why_not_put(issue.id, option, movers)
            assert away.counter().tray == near.counter().desk.tray
            assert away.counter(locked=False).tray == near.counter(locked=False).desk.tray
            side = chance.choice(near.scenario.ids)
            assert away.rest(side).tray == near.rest(side).desk.tray
            if chance.random() < 0.5 and near.desk.ended is None:
                near, away = near.put(issue.id, option), away.put(issue.id, option)
                tray = note(look(near.tray, issue.id), issue.id) if chance.random() < 0.3 else near.tray
                near, away = near.with_tray(tray), away.with_tray(tray)
            laid = away.laid(away.base, sent(near, near.tray))
            assert laid.sure
            assert laid.desk == near.desk


@pytest.mark.parametrize("name", NAMES)
def test_until_the_host_has_laid_it_a_desk_says_what_can_be_said(name: str) -> None:
    """What is in the tray and for what the desk is are right at once; what only the rules know cannot be done yet."""
    chance = Random(name)
    for talks in next(games(name)):
        if talks.over or chance.random() < 0.6:
            continue
        for who in watchers(talks):
            near = Seated.at_first(view(talks, who))
            away = far(near)
            issue = chance.choice(near.scenario.text.negotiated)
            if near.desk.judging is None and near.sheet is not None:
                option = chance.choice(issue.options).id
                near, away = near.put(issue.id, option), away.put(issue.id, option)
            guessed, told = away.desk, near.desk
            assert (guessed.mode, guessed.tray, guessed.issues) == (told.mode, told.tray, told.issues)
            assert (guessed.shown.mine, guessed.shown.theirs) == (told.shown.mine, told.shown.theirs)
            assert (guessed.shown.locked, guessed.shown.over) == (told.shown.locked, told.shown.over)
            if not away.sure and guessed.my_turn:
                assert guessed.next is None
                propose = guessed.choice("propose")
                assert propose is None or (not propose.moves and not isinstance(propose.why_not, NotReady))


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_that_was_sent_is_what_its_seat_knows(name: str) -> None:
    """Its text, its people, its calendar and its own envelope, and no other."""
    talks = next(next(games(name)))
    for who in watchers(talks):
        seen = view(talks, who)
        told, known = scenario_of(decode(Setting, encode(setting(seen)))), seen.scenario
        assert told.text == known.text
        assert told.delegations == known.delegations
        assert told.calendar == known.calendar
        assert told.instructions == known.instructions
        assert told.audiences == known.audiences
        assert told.side_texts == known.side_texts
        assert told.without_text(who) == known.without_text(who)


def test_what_the_host_lays_for_another_tray_is_not_shown() -> None:
    """An answer that is overtaken changes nothing."""
    near = Seated.at_first(view(next(next(games(DRILLS[0]))), DelegationId("ARIA")))
    away = far(near)
    issue = near.scenario.text.negotiated[0]
    other = near.put(issue.id, issue.options[-1].id)
    assert away.laid(away.base, sent(near, other.tray)) is away
    again = away.after(sent(near))
    assert again.laid(away.base, sent(near, away.tray)) is again
