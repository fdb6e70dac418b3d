"""The author's report: mistakes, warnings, and the same for a program."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from game.scenario import Mistake, Report, check
from tests.scenario.spoiling import SCENARIOS, spoilt

BENIGN_FISH = ("more: 0\n          same: 10", "more: 0\n          same: 0")
BENIGN_CATCH = ("more: 25", "more: 0")
NO_PAIR = ("            fish: more\n", "            when: time\n")


def checked(folder: Path, *changes: tuple[str, str]) -> tuple[Report, list[str]]:
    """The report on a spoilt scenario, and the places of the signs §."""
    text, places = spoilt(*changes)
    path = folder / "two-words.yaml"
    path.write_text(text, encoding="utf-8")
    return check(path), [f"{path}:{place}: warning: " for place in places]


def test_a_good_file() -> None:
    """Nothing is said, and a program learns what is in it."""
    path = SCENARIOS / "two-words.yaml"
    report = check(path)
    assert report.ok
    assert report.lines() == []
    assert json.loads(report.to_json()) == {
        "file": str(path),
        "ok": True,
        "scenario": "two-words",
        "edition": "whole",
        "editions": ["whole"],
        "mistakes": [],
        "warnings": [],
        "issues": 4,
        "options": 11,
        "delegations": ["ARIA", "BORO"],
        "hours": 24.0,
    }


def test_a_bad_file(tmp_path: Path) -> None:
    """Mistakes are lines for a person and objects for a program."""
    report, _ = checked(tmp_path, ("kind: drill", "kind: dril"))
    path = tmp_path / "two-words.yaml"
    sentence = "should be 'history', 'counterfactual' or 'drill', not 'dril'; did you mean 'drill'?"
    assert not report.ok
    assert report.lines() == [f"{path}:8:7: {sentence}"]
    told = json.loads(report.to_json())
    assert told["mistakes"] == [{"file": str(path), "line": 8, "column": 7, "message": sentence}]
    assert (told["ok"], told["scenario"], told["issues"], told["delegations"]) == (False, None, None, [])


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """It is reported like a mistake, without a line."""
    assert check(tmp_path / "no.yaml").lines() == [f"{tmp_path / 'no.yaml'}: there is no such file"]


def test_options_that_no_text_can_have(tmp_path: Path) -> None:
    """Exclusions that shut an option out are hardly meant."""
    every = (
        "- if:\n      verb: [seek]\n    then:\n      when: [thirty]\n    because: x\n"
        "  - if:\n      when: [thirty]\n    then:\n"
    )
    report, places = checked(
        tmp_path,
        ("exclusions:\n  - if", f"exclusions:\n  {every}      verb: [shall, will]\n    because: x\n  - if"),
        ("id: seek", "id: §seek"),
    )
    assert report.ok
    assert report.lines() == [f"{places[0]}no text can have 'seek': exclusions bar it"]


def test_issues_that_move_nobody(tmp_path: Path) -> None:
    """An issue without points and without a pair is worth nothing to anybody."""
    report, places = checked(tmp_path, BENIGN_FISH, BENIGN_CATCH, NO_PAIR, ("- id: fish", "- id: §fish"))
    assert report.lines() == [f"{places[0]}issue 'fish' is worth nothing to anybody"]
    assert checked(tmp_path, BENIGN_FISH, BENIGN_CATCH)[0].lines() == []


def test_what_is_hardly_meant(tmp_path: Path) -> None:
    """A wrong file name, a delay that never costs, a step of a mandate behind a red line."""
    report, places = checked(
        tmp_path,
        ("scenario: two-words", "scenario: §three-words"),
        ("hours: 12", "hours: §25"),
        ("- [none]\n          - [advise]", "- [none]\n          - §[advise, decide]"),
    )
    assert report.ok
    assert report.lines() == [
        f"{places[0]}the file is called 'two-words.yaml', so the id should be 'two-words'",
        f"{places[1]}the talks end before this delay has cost anything",
        f"{places[2]}a red line bars 'decide' whatever the mandate says",
    ]
    assert len(json.loads(report.to_json())["warnings"]) == 3


def test_editions_are_looked_over_like_scenarios_of_their_own() -> None:
    """Each is told at the place where the edition could say otherwise."""
    file = (SCENARIOS / "harbour.yaml").read_text(encoding="utf-8")
    edition = """
editions:
  - id: few
    title: few
    line: Few.
    issues: [notice, toll, watch, ferry]
    fixed: {form: minutes}
"""
    told = {(at.line, at.message) for at in warnings_of(file + edition)}
    said = "in the edition 'few': no text can have 'shall': exclusions bar it"
    assert (len(file.splitlines()) + 6, said) in told


def test_a_cable_that_takes_too_long_to_read_is_doubted() -> None:
    file = (SCENARIOS / "two-words.yaml").read_text(encoding="utf-8")
    said = "          - A council would be worth more to us than fish.\n"
    long = f"          - {'so ' * 115}\n"
    assert not warnings_of(file)
    (found,) = warnings_of(file.replace(said, long * 3))
    assert found.message == "this cable has 358 words; 350 are the most that are read before talks begin"
    edition = "\neditions:\n  - {id: lesson, title: a lesson, line: Short., issues: [verb]}\n"
    (found,) = warnings_of(file.replace(said, long * 2) + edition)
    assert found.message == (
        "in the edition 'lesson': the cable of ARIA, which is that of the whole scenario, has 243 words; 200 are the"
        " most that an edition has time for"
    )


def test_history_that_cannot_be_signed_in_an_edition_is_doubted() -> None:
    file = (SCENARIOS / "two-words.yaml").read_text(encoding="utf-8")
    edition = "\neditions:\n  - {id: few, title: few, line: Few., issues: [verb, council], fixed: {fish: same}}\n"
    assert "in the edition 'few': the historical text cannot be signed, and is left out" in {
        found.message for found in warnings_of(file + edition)
    }


def test_one_edition_is_looked_over_alone() -> None:
    report = check("partnership-for-peace-1994", edition="lesson")
    assert report.ok
    told = json.loads(report.to_json())
    assert (told["edition"], told["editions"][0]) == ("lesson", "whole")
    assert told["issues"] < 16
    (mistake,) = check("partnership-for-peace-1994", edition="lunch").mistakes
    assert "there is no edition 'lunch': there are 'whole', 'lesson'" in mistake.message


def warnings_of(text: str) -> list[Mistake]:
    """What is doubted in a file, but for its name."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "some.yaml"
        path.write_text(text, encoding="utf-8")
        report = check(path)
    assert report.ok, report.mistakes
    return [warning for warning in report.warnings if "so the id should be" not in warning.message]
