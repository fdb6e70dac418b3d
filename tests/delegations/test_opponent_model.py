"""What a delegation takes the others to want: what each sign says, and how well it finds the true weights."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from statistics import mean

import numpy as np
import pytest

from game.delegations import LEVELS
from game.delegations.opponent_model import others_worth, weights_of
from game.scenario import open_scenario
from game.talks import View, open_talks, view
from game.talks.events import Amended, Announced, Declined, Event, Hinted, Proposed
from game.talks.moves import Shift
from game.text import DelegationId, IssueId
from tests.library import MAIN, scenario, step

RUS, NATO = DelegationId("RUS"), DelegationId("NATO")
VETO = IssueId("veto")
FRESH = 80_001


def seen(*events: Event) -> View:
    """What Russia sees at the opening, with these events on record."""
    opened = view(open_talks(scenario(MAIN), 1, as_written=True), RUS)
    return replace(opened, record=(*opened.record, *events))


def weight(*events: Event, learning: float = 1.0) -> float:
    """How much one issue is taken to matter to the Alliance after these events."""
    found = weights_of(seen(*events), NATO, learning)
    assert sum(found.values()) == pytest.approx(1)
    return found[VETO]


def test_what_each_sign_says() -> None:
    """A refusal over a word, a hint, a statement to the press and a word taken back say that an issue matters; to have
    offered to come over says that it matters less, and the more the further. What we do ourselves says nothing."""
    phrase = scenario(MAIN).text[VETO]
    ours, theirs = (scenario(MAIN)[who].opening[VETO] for who in (RUS, NATO))
    between = next(o.id for o in phrase.options if o.id not in (ours, theirs))
    before = weight()
    assert weight(Declined(at=1.0, by=NATO, package=1, issue=VETO)) > before
    assert weight(Hinted(at=1.0, by=NATO, package=1, issue=VETO)) > before
    assert weight(Announced(at=1.0, by=NATO, issue=VETO, option=theirs)) > before
    assert weight(Amended(at=1.0, by=NATO, issue=VETO, old=between, new=theirs, reopened=True)) > before
    some, all_the_way = (
        weight(Proposed(at=1.0, by=NATO, package=1, shifts=(Shift(NATO, VETO, option),))) for option in (between, ours)
    )
    assert all_the_way < some < before
    assert weight(Declined(at=1.0, by=RUS, package=1, issue=VETO)) == before
    assert weight(Declined(at=1.0, by=NATO, package=1, issue=VETO), learning=0) == before


def test_what_they_have_told_the_press_is_dear_to_leave() -> None:
    """They are taken to lose by any other word than that of their statement; whoever believes only what they opened
    with takes it for talk."""
    pledged = scenario(MAIN)[NATO].opening[VETO]
    told = replace(seen(), committed={(NATO, VETO): pledged})
    before, after = others_worth(seen())[VETO], others_worth(told)[VETO]
    assert after[pledged] == before[pledged]
    assert all(after[option] < before[option] for option in before if option != pledged)
    assert others_worth(told, learning=0) == others_worth(seen(), learning=0)


def test_what_they_opened_with_is_best_for_them() -> None:
    """In each issue no wording is taken to be better for them than the one that they opened with."""
    for issue, worths in others_worth(seen()).items():
        assert max(worths, key=lambda option: worths[option]) == scenario(MAIN)[NATO].opening[issue]


def _found(seed: int) -> list[tuple[float, float]]:
    """How well the prior and what was learned go with the true weights (Pearson), late in one talks, for both seats."""
    talks = open_talks(open_scenario(MAIN), seed)
    late = 0.6 * talks.scenario.calendar.hours
    while not talks.over and talks.hours < late:
        talks, _ = step(talks)
    if talks.over:
        return []
    found = []
    for me, other in ((RUS, NATO), (NATO, RUS)):
        points = talks.scenario.instructions[other].points
        true = [max(row.values()) - min(row.values()) for row in points.values()]
        looked = view(talks, me)
        guesses = [weights_of(looked, other, learning) for learning in (0.0, 1.0)]
        plain, learned = (float(np.corrcoef(true, [guess[i] for i in points])[0, 1]) for guess in guesses)
        found.append((plain, learned))
    return found


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_it_finds_the_true_weights_as_well_as_the_prior() -> None:
    """Over forty talks, late in them, what it takes the other side to mind goes with what it does mind at
    more than 0.8 (Pearson, over issues): as well as before it saw a move, where the usual rule loses much."""
    with ProcessPoolExecutor(2) as pool:
        pairs = [pair for found in pool.map(_found, range(FRESH, FRESH + 40)) for pair in found]
    plain, learned = zip(*pairs, strict=True)
    assert mean(learned) > 0.8
    assert mean(learned) > mean(plain) - 0.02


def test_the_easy_levels_go_by_the_prior() -> None:
    """A student and an attaché believe what they were told; an ambassador and a minister also what they see."""
    assert [level.learning for level in LEVELS.values()] == [0, 0, 1, 1]
