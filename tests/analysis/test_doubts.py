"""What an author hardly meant, found in the numbers, with its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.analysis import Budget, doubts
from game.scenario import check
from tests.library import EVERY, MAIN, scenario
from tests.scenario.spoiling import spoilt

ARIA_LEAST = ("reservation_value: 45", "reservation_value: 1000")


def doubted(folder: Path, *changes: tuple[str, str]) -> tuple[list[str], list[str]]:
    """The warnings about a spoilt scenario, and the places of the signs §."""
    text, places = spoilt(*changes)
    path = folder / "two-words.yaml"
    path.write_text(text, encoding="utf-8")
    report = check(path, doubts)
    assert report.ok
    return report.lines(), [f"{path}:{place}: warning: " for place in places]


@pytest.mark.parametrize("name", EVERY)
def test_the_scenarios_raise_no_doubt(name: str) -> None:
    """In every scenario there is something to agree on, everybody can lose, and no wording is of no use."""
    assert list(doubts(scenario(name))) == []


def test_no_agreement_is_possible(tmp_path: Path) -> None:
    """Where a walk-away is out of reach, it is said by how much."""
    lines, places = doubted(tmp_path, ARIA_LEAST, ("delegations:\n  - id", "delegations:\n  §- id"))
    assert lines == [
        f"{places[0]}no agreement is possible: whatever the text, somebody gets less than the walk-away,"
        " at best 916 points less"
    ]


def test_a_delegation_that_cannot_lose(tmp_path: Path) -> None:
    """Whatever the others could sign is better for it than no text."""
    lines, places = doubted(tmp_path, ("reservation_value: 40", "reservation_value: §-20"))
    assert lines == [
        f"{places[0]}BORO cannot lose: whatever the others could sign is worth at least its walk-away to it"
    ]


def test_an_option_that_no_good_text_uses(tmp_path: Path) -> None:
    """An option that nobody has ruled out and that is in no text that could be agreed; what a red line bars, and
    what exclusions bar, is no news."""
    lines, places = doubted(
        tmp_path,
        ("reservation_value: 45", "reservation_value: 63"),
        ("- id: silence", "- id: §silence"),
        ("- id: none", "- id: §none"),
    )
    assert lines == [
        f"{place}no text that could be agreed has '{name}', though it crosses nobody's red line"
        for place, name in zip(places, ("silence", "none"), strict=True)
    ]


def test_red_lines_that_empty_the_room(tmp_path: Path) -> None:
    """Each red line without which there would be agreement is named with how much there would be."""
    lines, places = doubted(
        tmp_path,
        ("red_lines:\n        verb: [seek]", "red_lines:\n        verb: [seek]\n        council: §[none]"),
        (
            "council: [decide]\n      mandate:\n        council:\n          - [none]",
            "council: §[decide, advise]\n      mandate:\n        council:\n          - [none]",
        ),
    )
    told = [line for line in lines if "empties" in line]
    assert told == [
        f"{places[0]}this red line empties the room: without it 4 texts could be agreed, with it none",
        f"{places[1]}this red line empties the room: without it 7 texts could be agreed, with it none",
    ]


def test_red_lines_that_leave_no_text_at_all(tmp_path: Path) -> None:
    """Where one red line less would not help, it is still said that every text crosses one."""
    lines, places = doubted(
        tmp_path,
        ("reservation_value: 45", "reservation_value: 500"),
        ("red_lines:\n        verb: [seek]", "red_lines:\n        verb: [seek]\n        council: [none]"),
        (
            "council: [decide]\n      mandate:\n        council:\n          - [none]",
            "council: [decide, advise]\n      mandate:\n        council:\n          - [none]",
        ),
        ("delegations:\n  - id", "delegations:\n  §- id"),
    )
    assert f"{places[0]}no agreement is possible: every text crosses somebody's red line or mandate" in lines


def test_what_is_too_tangled_is_said() -> None:
    """With too small a budget no doubt is raised by mistake."""
    told = [doubt.message for doubt in doubts(scenario(MAIN), Budget(width=1, held=2, work=2))]
    assert told == ["too many combinations to look this scenario over: agreement was not looked for"]
