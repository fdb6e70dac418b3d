"""What computer against computer must come to in the shorter editions, on seeds that nothing was tuned on."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from game.simulation import Sweep, Tally
from game.text import OptionId
from tests.library import MAIN, scenario, source

FRESH = 90_001


@cache
def played(name: str, edition: str, talks: int) -> Tally:
    """So many talks between traders."""
    traders = tuple((who, "trader") for who in scenario(f"{name}/{edition}").ids)
    return Tally(Sweep(source(name), name, traders, edition=edition).play(range(FRESH, FRESH + talks)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "edition", "talks", "texts"),
    [
        ("istanbul-communique-1994", "turned", 60, 12),
        ("warsaw-at-the-table", "double", 50, 20),
        ("founding-act-1997", "double", 50, 20),
        (MAIN, "lesson", 60, 18),
        (MAIN, "double", 100, 60),
    ],
)
def test_talks_of_an_edition(name: str, edition: str, talks: int, texts: int) -> None:
    """Most talks end with a signature and not all; no wording but the status is in nearly all texts; and these
    differ."""
    told = scenario(f"{name}/{edition}")
    tally = played(name, edition, talks)
    signed = [run.outcome for run in tally.agreed if run.outcome is not None]
    assert 0.6 <= len(signed) / talks <= 0.97
    assert tally.outcomes() >= texts
    for issue in told.text.negotiated:
        ((_, most),) = Counter(text[issue.id] for text in signed).most_common(1)
        assert issue.spine or most / len(signed) <= 0.95, issue.id


@pytest.mark.slow
@pytest.mark.parametrize(("edition", "talks", "most"), [("lesson", 60, 20), ("double", 100, 40)])
def test_talks_of_the_main_scenario_in_an_edition(edition: str, talks: int, most: int) -> None:
    """*As appropriate* is signed most, and *direct voice* never; the silence of the allies is broken now and then;
    and the moves of both sides are few in 95 of 100 talks."""
    tally = played(MAIN, edition, talks)
    status = tally.status(scenario(f"{MAIN}/{edition}"))
    assert status.most_common(1)[0][0] == OptionId("appropriate")
    assert OptionId("voice") not in status
    assert 0.05 <= tally.share(run.silence_broken for run in tally.runs) <= 0.40
    assert sorted(run.moves.total() for run in tally.runs)[round(0.95 * talks) - 1] <= most
