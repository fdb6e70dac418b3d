"""The four levels: what one fixed sensible player earns against each falls from level to level, in both seats.

The fixed player is the trader: the ordinary level. Differences are paired by seed; the seeds are those that nothing was
tuned on.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import pairwise
from statistics import mean, stdev

import pytest

from game.delegations import LEVELS, ORDINARY, computer
from game.scenario import drawn, open_scenario
from game.simulation import POLICIES, Run, run
from game.text import DelegationId, IssueId
from tests.library import MAIN, scenario

RUS, NATO = DelegationId("RUS"), DelegationId("NATO")
GAMES = 400
FRESH = 60_001


def _one(asked: tuple[str, str, int]) -> Run:
    seat, level, seed = asked
    opened = open_scenario(MAIN)
    return run(opened, {who: computer if who == seat else POLICIES[level] for who in opened.ids}, seed)


@cache
def played(seat: str, level: str) -> tuple[Run, ...]:
    """The fixed player in a seat against a level, over two processes."""
    with ProcessPoolExecutor(2) as pool:
        return tuple(pool.map(_one, [(seat, level, seed) for seed in range(FRESH, FRESH + GAMES)], chunksize=10))


def test_a_level_is_known_by_its_name() -> None:
    """Four levels, the easiest first; each is a policy of its name, and the trader plays the ordinary one."""
    assert list(LEVELS) == ["student", "attache", "ambassador", "minister"]
    assert all(level.name == name and level.note for name, level in LEVELS.items())
    assert set(LEVELS) <= set(POLICIES)
    assert POLICIES["trader"] is computer
    assert ORDINARY is LEVELS["ambassador"]


@pytest.mark.slow
@pytest.mark.timeout(2400)
@pytest.mark.parametrize("seat", [RUS, NATO])
def test_a_player_feels_the_level(seat: DelegationId) -> None:
    """From each level to the next the fixed player earns less, by more than two standard errors of the difference; and
    more than 60 of 100 talks still end with a signature."""
    for easier, harder in pairwise(LEVELS):
        lost = [
            a.points[seat] - b.points[seat] for a, b in zip(played(seat, easier), played(seat, harder), strict=True)
        ]
        noise = stdev(lost) / len(lost) ** 0.5
        assert mean(lost) > 2 * noise, f"{easier} to {harder}: {mean(lost):.2f} +- {noise:.2f}"
    for level in LEVELS:
        assert mean(one.agreed for one in played(seat, level)) > 0.6, level


def _played_like(asked: tuple[str, str, int]) -> Run:
    """The ordinary level on both sides, on the sheets as written, one seat played like one of the characters."""
    seat, name, seed = asked
    opened = open_scenario(MAIN)
    who = DelegationId(seat)
    sheet = replace(opened.instructions[who], temperament=opened.temperaments[name])
    like = replace(opened, instructions={**opened.instructions, who: sheet})
    return run(like, dict.fromkeys(opened.ids, computer), seed, as_written=True)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seat", [RUS, NATO])
def test_two_temperaments_reach_different_texts(seat: DelegationId) -> None:
    """On the same sheets and at the same level, a guardian ends with more than a reformer and leaves the other side
    less, by more than two standard errors; the two hardly ever sign the same text, and in some issues they sign other
    words in more than 15 of 100 talks."""
    other = NATO if seat == RUS else RUS
    with ProcessPoolExecutor(2) as pool:
        reformer, guardian = (
            tuple(pool.map(_played_like, [(seat, name, seed) for seed in range(FRESH, FRESH + 80)], chunksize=8))
            for name in ("reformer", "guardian")
        )
    both = [(one, two) for one, two in zip(reformer, guardian, strict=True) if one.outcome and two.outcome]
    assert len(both) > 40
    more = [(two.words[seat] - two.words[other]) - (one.words[seat] - one.words[other]) for one, two in both]
    assert mean(more) > 2 * stdev(more) / len(more) ** 0.5
    assert mean(one.outcome == two.outcome for one, two in both) < 0.1
    issues = [issue.id for issue in scenario(MAIN).text.issues]
    assert max(_apart([one for one, _ in both], [two for _, two in both], issue) for issue in issues) > 0.15


def _apart(some: list[Run], others: list[Run], issue: IssueId) -> float:
    """In how much of the talks the words of an issue differ, at least: half the sum of the differences of shares."""
    shares = [Counter(run.outcome[issue] for run in runs if run.outcome) for runs in (some, others)]
    return sum(abs(shares[0][option] - shares[1][option]) for option in shares[0] | shares[1]) / 2 / len(some)


def test_six_characters_may_come() -> None:
    """The main scenario knows six at least, each with its own degrees and a sentence, and any may come to any seat."""
    found = scenario(MAIN)
    assert len(found.temperaments) >= 6
    assert all(one.name and one.note for one in found.temperaments.values())
    assert found.draw is not None
    assert all(set(found.draw.characters[who]) == set(found.temperaments) for who in found.ids)
    came = {drawn(found, seed).instructions[RUS].temperament.name for seed in range(60)}
    assert came == {one.name for one in found.temperaments.values()}
