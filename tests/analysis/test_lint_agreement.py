"""What an author hardly meant, found in the numbers, with its line and column."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from game.analysis import Budget, Census, Space, census, doubts
from game.scenario import check
from game.text import DelegationId
from tests.library import EVERY, MAIN, scenario
from tests.scenario.spoiling import spoilt


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
    assert [doubt.where for doubt in doubts(scenario(name))] == []


def test_no_agreement_is_possible(tmp_path: Path) -> None:
    """Where a walk-away is out of reach, it is said by how much."""
    lines, places = doubted(
        tmp_path,
        ("reservation_value: 45", "reservation_value: 70"),
        ("reservation_value: 40", "reservation_value: 70"),
        ("delegations:\n  - id", "delegations:\n  §- id"),
    )
    assert lines[0] == (
        f"{places[0]}no agreement is possible: whatever the text, somebody gets less than the walk-away,"
        " at best 8 points less"
    )


def test_a_walk_away_that_no_text_reaches(tmp_path: Path) -> None:
    """Where one side alone asks too much, its walk-away is named, with the most that it can have."""
    lines, places = doubted(
        tmp_path,
        ("reservation_value: 45", "reservation_value: §450"),
        ("    verb: will\n    when: time", "    §verb: will\n    when: time"),
    )
    assert lines == [
        f"{places[0]}no agreement is possible: no text that could be signed is worth more than 84 to ARIA,"
        " and its walk-away is 450",
        f"{places[1]}this text is worth 56 to ARIA, and its walk-away is 450",
    ]


def test_a_history_that_nobody_could_have_signed(tmp_path: Path) -> None:
    """A historical text behind a red line of the file's own is hardly meant."""
    lines, places = doubted(
        tmp_path, ("    council: advise\n    fish: more\n  cite", "    council: §decide\n    fish: more\n  cite")
    )
    assert f"{places[0]}BORO could never sign 'decide': a red line or its mandate bars it" in lines


def test_an_issue_that_is_closed(tmp_path: Path) -> None:
    """Mandates that do not meet name the issue."""
    lines, places = doubted(
        tmp_path,
        ("- id: council\n    title: What", "- id: §council\n    title: What"),
        ("- [none]\n          - [advise]", "- [none]"),
        ("- [decide]\n          - [advise]\n          - [none]", "- [decide]\n          - [advise]"),
    )
    closed = "no agreement is possible: red lines and mandates leave no option of 'council' to all delegations"
    assert f"{places[0]}{closed}" in lines


def test_a_single_text_is_no_negotiation(tmp_path: Path) -> None:
    """Where one text alone could be agreed, that is said once."""
    lines, _ = doubted(tmp_path, ("reservation_value: 45", "reservation_value: 74"))
    assert [line for line in lines if "only one text" in line]
    assert not [line for line in lines if "no text that could be agreed has" in line]


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
    assert lines[:-1] == [
        f"{place}no text that could be agreed has '{name}' in '{issue}', though no red line bars it"
        for place, issue, name in zip(places, ("when", "council"), ("silence", "none"), strict=True)
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
        ("- id: council\n    title: What", "- id: §council\n    title: What"),
    )
    assert f"{places[0]}no agreement is possible: red lines and mandates leave no option of 'council'" in lines[0]


def test_what_is_too_tangled_is_said() -> None:
    """With too small a budget no doubt is raised by mistake."""
    told = [doubt.message for doubt in doubts(scenario(MAIN), Budget(width=1, held=2, work=2))]
    assert told == ["too many combinations to look this scenario over: agreement was not looked for"]


def test_very_many_red_lines_are_not_all_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where others bar an option too, easing one red line changes nothing and is not counted anew."""
    looked: list[object] = []

    def counting(space: Space, at_least: Mapping[DelegationId, int] | None = None) -> Census | None:
        looked.append(space)
        return census(space, at_least)

    monkeypatch.setattr(sys.modules["game.analysis.lint_agreement"], "census", counting)
    main = scenario(MAIN)
    barred = {issue.id: frozenset({issue.options[-1].id}) for issue in main.text.issues}
    sheets = {
        who: replace(sheet, red_lines=barred, reservation_value=900, mandate={})
        for who, sheet in main.instructions.items()
    }
    assert list(doubts(replace(main, instructions=sheets)))
    assert len(looked) == 1
