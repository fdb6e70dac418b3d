"""Sittings that are over before anything could be signed: told, and never where somebody could still be quick."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from game.scenario import Calendar, Scenario, check
from game.scenario.haste import fewest_hours
from game.talks import Refused, Talks, open_talks, play
from tests.anything import any_move
from tests.library import DRILLS, EVERY, opened, played, scenario
from tests.scenario.spoiling import TWO_WORDS, spoilt


def hurried(name: str, hours: float) -> Scenario:
    """A scenario with one sitting of so many hours."""
    written = scenario(name)
    return replace(written, calendar=Calendar((replace(written.calendar.sessions[0], hours=hours),)))


@pytest.mark.parametrize("name", EVERY)
def test_there_is_time_enough_in_every_scenario(name: str) -> None:
    """Nobody is warned of what is played every day."""
    assert fewest_hours(scenario(name)) < scenario(name).calendar.hours


@pytest.mark.parametrize("name", DRILLS)
def test_nobody_is_quicker(name: str) -> None:
    """Whoever plays, what is signed was not signed sooner; with less time than that nothing is signed at all."""
    fewest = fewest_hours(scenario(name))
    ends = [played(opened(name, seed)) for seed in range(4)]
    assert all(talks.hours >= fewest for talks in ends if talks.signed)
    for seed in range(4):
        talks: Talks = open_talks(hurried(name, fewest - 0.25), seed)
        assert not played(talks).signed
        chance = Random(seed)
        for _ in range(200):
            after = play(talks, any_move(talks, chance))
            talks = talks if isinstance(after, Refused) else after
        assert not talks.signed


LAST = TWO_WORDS[TWO_WORDS.index("  - day: 1994-06-21") : TWO_WORDS.index("history:")]
ARIAS = "      mandate:\n        council:\n          - [decide]\n          - [advise]\n          - [none]\n"
ONE_DAY = 'sessions:\n  - day: 1994-06-20\n    place: The boat house\n    starts: "10:00"\n    hours: 8'


@pytest.mark.parametrize(("hours", "changes", "fewest"), [(5, (), 0), (4.75, (), 5), (3, ((ARIAS, ""),), 0)])
def test_a_capital_that_must_be_asked_takes_its_time(
    tmp_path: Path, hours: float, changes: tuple[tuple[str, str], ...], fewest: float
) -> None:
    """Where no wording is open to both at first, the answer of a capital is waited for."""
    sitting = ONE_DAY.replace("hours: 8", f"hours: {hours:g}").replace("  - day", "  §- day", 1)
    text, (place,) = spoilt((LAST, ""), (ONE_DAY, sitting), *changes)
    path = tmp_path / "two-words.yaml"
    path.write_text(text.replace("day: 1994-06-22\n  outcome", "day: 1994-06-20\n  outcome"), encoding="utf-8")
    told = [
        f"{each.line}:{each.column}: {each.message}" for each in check(path).warnings if "delay" not in each.message
    ]
    said = f"{place}: nothing can be signed in {hours:g} hours of talks: the shortest way to it takes {fewest:g}"
    assert told == ([said] if fewest else [])
