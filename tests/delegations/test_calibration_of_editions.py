"""What computer against computer must come to in the shorter editions, on seeds that nothing was tuned on."""

from __future__ import annotations

from collections import Counter

import pytest

from game.simulation import Sweep, Tally
from tests.library import source

FRESH = 90_001


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "edition", "talks", "texts"),
    [
        ("istanbul-communique-1994", "turned", 60, 12),
        ("warsaw-at-the-table", "double", 24, 14),
        ("founding-act-1997", "double", 24, 14),
    ],
)
def test_talks_of_an_edition(name: str, edition: str, talks: int, texts: int) -> None:
    """Most talks end with a signature and not all; no wording but the status is in nearly all texts; and these
    differ."""
    told = Sweep(source(name), name, (), edition=edition).scenario
    sweep = Sweep(source(name), name, tuple((who, "trader") for who in told.ids), edition=edition)
    tally = Tally(sweep.play(range(FRESH, FRESH + talks)))
    signed = [run.outcome for run in tally.agreed if run.outcome is not None]
    assert 0.6 <= len(signed) / talks <= 0.97
    assert tally.outcomes() >= texts
    for issue in told.text.negotiated:
        ((_, most),) = Counter(text[issue.id] for text in signed).most_common(1)
        assert issue.spine or most / len(signed) <= 0.95, issue.id
