"""How the computer deals with the end of the talks, and with having nothing to say."""

from __future__ import annotations

from statistics import fmean

import pytest

from game.delegations.closing import answer_in_time, hours_to_sign
from game.talks import Consult, Say, verdict, view
from game.text import DelegationId
from tests.library import EVERY, MAIN, opened, played, step

RUS = DelegationId("RUS")
SEEDS = range(6)


def test_a_text_takes_initials_and_consent() -> None:
    """While brackets are open a text takes a word, two initials and the consent of one's own allies; whoever has none
    counts that of the others only if asked to."""
    talks = opened(MAIN, 1)
    clock = talks.scenario.clock
    least = min(clock.amend, clock.short_package) + 2 * clock.sign
    assert hours_to_sign(view(talks, RUS)) == least
    assert hours_to_sign(view(talks, RUS), consent=True) == least + clock.circulate


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
