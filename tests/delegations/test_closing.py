"""How the computer deals with the end of the talks, and with having nothing to say."""

from __future__ import annotations

from statistics import fmean

import pytest

from game.delegations.closing import answer_in_time, hours_to_sign
from game.talks import Circulate, Consult, Say, Sign, verdict, view
from game.text import DelegationId
from tests.library import EVERY, MAIN, must, opened, played, step

RUS = DelegationId("RUS")
SEEDS = range(9)


def test_a_text_takes_initials_and_consent() -> None:
    """While brackets are open a text takes a word, two initials and the consent of one's own allies; whoever has none
    counts that of the others only if asked to."""
    talks = opened(MAIN, 1)
    clock = talks.scenario.clock
    least = min(clock.amend, clock.short_package) + 2 * clock.sign
    assert hours_to_sign(view(talks, RUS)) == least
    assert hours_to_sign(view(talks, RUS), consent=True) == least + clock.circulate


def test_a_clean_text_takes_a_turn_for_whoever_has_initialled_too() -> None:
    """Whoever has the floor on a clean text counts to the minute what it takes if nobody does more than he must: to ask
    for consent, to initial, and to pass the floor on where one has initialled before another could."""
    passed = set()
    for seed in SEEDS:
        talks = opened(MAIN, seed)
        while talks.brackets and not talks.over:
            talks, _ = step(talks)
        if talks.over:
            continue
        begun, needed, firm = talks.hours, hours_to_sign(view(talks, talks.floor), consent=True), talks.agreed
        turns = []
        while len(talks.initials) < len(talks.scenario.ids) and talks.agreed == firm:
            seen = view(talks, talks.floor)
            ways = (seen.legal.of(kind) for kind in (Circulate, Sign))
            move = next((move for way in ways for move in way), Say(talks.floor, remark="—"))
            turns.append(type(move))
            talks = must(talks, move)
        if talks.agreed == firm:
            assert talks.hours - begun == needed
            passed.add(Say in turns)
    assert passed == {True, False}


@pytest.mark.parametrize("name", EVERY)
def test_no_cable_is_sent_whose_answer_comes_too_late(name: str) -> None:
    """When a capital is asked there is still time to table what it may allow, to take it, and to sign."""
    for seed in SEEDS:
        talks = opened(name, seed)
        while verdict(talks) is None:
            seen = view(talks, talks.floor)
            talks, decision = step(talks)
            if isinstance(decision.move, Consult):
                assert answer_in_time(seen), (seed, seen.hours)


def test_it_hardly_ever_only_talks() -> None:
    """Over a few games of the main scenario a delegation takes the floor without moving a word at most four times a
    game in the mean."""
    said = [sum(isinstance(move, Say) for move in played(opened(MAIN, seed)).moves) for seed in SEEDS]
    assert fmean(said) <= 4, said
