"""Faults of shape: each is one plain sentence at the line and column of what is wrong."""

from __future__ import annotations

import pytest

from game.scenario import ScenarioError, load
from tests.scenario.spoiling import TWO_WORDS, answers, spoilt, told


def test_unknown_key() -> None:
    """A misspelt key is told at the key, once, with the key that was meant."""
    assert answers(("summary: Two", "§summry: Two")) == ["unknown key 'summry'; did you mean 'summary'?"]
    assert answers(("      temperament:", "      §moods: {}\n      temperament:")) != []
    assert answers(("kind: drill", "kind: drill\n§colour: red")) == ["unknown key 'colour'"]


def test_missing_key() -> None:
    """A missing key is told at the mapping that lacks it."""
    changed = ("      reservation_value: 45\n      delay:", "      §delay:")
    assert answers(changed) == ["this mapping lacks 'reservation_value'"]
    assert told("scenario: x\n")[0] == "1:1: this mapping lacks 'title'"


def test_points_that_are_no_whole_numbers() -> None:
    """Points are whole numbers, written plainly."""
    assert answers(("shall: 30", "shall: §'3.5'")) == ["should be a whole number, not '3.5'"]
    assert answers(("shall: 30", "shall: §3.5")) == ["should be a whole number, not '3.5'"]
    assert answers(("shall: 30", "shall: §true")) == ["should be a whole number, not 'true'"]
    assert answers(("shall: 30", "shall: §0x1F")) == ["should be a whole number, not '0x1F'"]
    assert answers(("shall: 30\n", "shall:§\n")) == ["should be a whole number, not nothing"]
    assert answers(("shall: 30", "shall: §1001")) == ["should be at most 1000, not '1001'"]
    assert answers(("decide: -20", "decide: §-1001")) == ["should be at least -1000, not '-1001'"]
    assert answers(("shall: 30", "shall: §.nan")) == ["'.nan' is not a number that can be counted with"]


def test_texts() -> None:
    """A text is not a number, a boolean, a list or nothing, and has a length."""
    quotes = "put it in quotation marks"
    assert answers(("title: Two words about a lake", "title: §1994")) == [f"should be text, not '1994'; {quotes}"]
    assert answers(("title: Two words about a lake", "title: §true")) == [f"should be text, not 'true'; {quotes}"]
    assert answers(("title: Two words about a lake", "title: §[a]")) == ["should be text, not a list"]
    assert answers(("        words: will seek to\n", "        words:§\n")) == [
        "should be text, not nothing; silence is written ''"
    ]
    assert answers(("title: Two words about a lake", "title: §''")) == ["should not be empty"]
    assert answers(("title: Two words about a lake", f"title: §{'x' * 301}")) == [
        "is 301 characters long; at most 300 are allowed"
    ]
    assert answers(("title: Two words about a lake", "title: §|\n  one\n  two")) == [
        "should be one line of text, not 'one\\ntwo'"
    ]


def test_mappings_lists_and_switches() -> None:
    """Each kind of value is asked for by its name."""
    assert answers(("side: true", "side: §yes")) == ["should be true or false, not 'yes'; did you mean 'true'?"]
    assert answers(("verb: [seek]", "verb: §seek")) == ["should be a list, not 'seek'"]
    assert answers(("      delay:\n        points: 1\n        hours: 12", "      delay: §[1, 12]")) == [
        "should be a mapping, not a list"
    ]
    assert told("[]\n") == ["1:1: should be a mapping, not a list"]
    assert told("no\n") == ["1:1: should be a mapping, not 'no'"]


def test_few_and_many() -> None:
    """An issue needs two options, and a list says how long it may be."""
    one = TWO_WORDS.index("      - id: same\n"), TWO_WORDS.index("\nexclusions:")
    changed = (TWO_WORDS[slice(*one)], "")
    text, _ = spoilt(changed)
    line = text[: text.index("      - id: more\n")].count("\n") + 1
    assert f"{line}:7: an issue needs at least two options" in told(text)
    text, _ = spoilt(("cite: [note, letters]", "cite: [" + "note, " * 12 + "letters]"))
    assert [answer.split(": ", 1)[1] for answer in told(text)] == ["has 13 entries; at most 12 are allowed"]
    assert answers(("            council: advise\n            fish: more", "            §fish: more")) == [
        "this needs at least two entries"
    ]


def test_names() -> None:
    """Ids have a form; what YAML 1.1 takes for a boolean is an id like any other."""
    assert answers(("id: notice", "id: §the notice")) == [
        "should be a name of a letter and then letters, digits, - or _, 40 at most, not 'the notice'"
    ]
    assert answers(("id: ARIA", "id: §Aria")) == [
        "should be one to eight capitals or digits, a capital first, not 'Aria'"
    ]
    assert answers(("letter: A", "letter: §AB")) == ["should be one capital letter, not 'AB'"]
    assert answers(("  letters:\n", "  §the letters:\n"))[0].startswith("should be a name of a letter")
    for word in ("no", "on", "yes", "off", "n", "y"):
        assert load(TWO_WORDS.replace("seek", word).replace("will " + word, "will seek"), "f")


def test_choices_days_and_hours() -> None:
    """Words from a fixed list, days, times and hours are each explained."""
    assert answers(("kind: drill", "kind: §dril")) == [
        "should be 'history', 'counterfactual' or 'drill', not 'dril'; did you mean 'drill'?"
    ]
    assert answers(("shape: round", "shape: §oval"))[0].endswith("not 'oval'")
    for day in ("1994-02-30", "1994-6-20", "19940620", "20 June 1994", "9999-12-31"):
        assert answers(("- day: 1994-06-20", f"- day: §{day}")) == [f"should be a day such as 1994-06-22, not '{day}'"]
    assert answers(('starts: "10:00"', "starts: §10:0")) == ["should be a time of day such as '09:30', not '10:0'"]
    assert answers(("hours: 12", "hours: §12.3")) == ["should be in steps of 0.25, not '12.3'"]
    assert answers(("hours: 12", "hours: §0")) == ["should be at least 0.25, not '0'"]
    assert answers(("patience: 0.7", "patience: §high")) == ["should be a number, not 'high'"]


def test_all_mistakes_are_told_at_once() -> None:
    """Faults of reading, of shape and of meaning come together, in file order."""
    assert answers(
        ("title: Two words about a lake", "title: §5"),
        ("kind: drill", "kind: drill\n§kind: drill"),
        ("binds: 3\n        precise: 2\n        shares: 0", "binds: §four\n        precise: 2\n        shares: 0"),
        ("shall: 30", "§shal: 30"),
        ("          thirty: 20\n          time: 14", "          §time: 14"),
        ("from: The Mayor of Boro", "§form: The Mayor of Boro"),
        ("day: 1994-06-20", "day: 1994-06-20\n    §date: 1994-06-20"),
        ("verb: will\n    when: time", "verb: §wil\n    when: time"),
    ) == [
        "should be text, not '5'; put it in quotation marks",
        "duplicate key 'kind'; the first is at line 8",
        "should be a whole number, not 'four'",
        "no option 'shal' in issue 'verb'; did you mean 'shall'?",
        "the points of issue 'when' lack option 'thirty'",
        "unknown key 'form'; did you mean 'from'?",
        "unknown key 'date'",
        "no option 'wil' in issue 'verb'; did you mean 'will'?",
    ]


def test_after_twenty_mistakes_the_rest_is_counted() -> None:
    """The message shows the first twenty in file order; the error keeps them all."""
    text = TWO_WORDS.replace("label: MODEL", "label: MODAL").replace("precise:", "exact:")
    with pytest.raises(ScenarioError) as caught:
        load(text, "f")
    lines = str(caught.value).split("\n")
    shown = [int(line.split(":")[1]) for line in lines[:20]]
    assert shown == sorted(shown)
    assert lines[20:] == [f"and {len(caught.value.mistakes) - 20} more"]
