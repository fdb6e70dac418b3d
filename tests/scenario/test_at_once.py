"""All mistakes of a file at once: a fault of shape hides no fault of meaning, and brings no false one with it."""

from __future__ import annotations

import pytest

from game.scenario import ScenarioError, load
from tests.scenario.spoiling import HARBOUR, TWO_WORDS, answers

LAKE = TWO_WORDS
START = LAKE.index("history:")
SLIP = LAKE[:START] + LAKE[START:].replace("verb: ", "verbb: ", 1)
"""A file with one fault of meaning, in its history."""

SHAPES = {
    "an option's id is a switch": ("id: shall", "id: true"),
    "an option's id is no name": ("id: shall", 'id: "9 lives"'),
    "an issue's id is no name": ("id: council", 'id: "the council"'),
    "a number is a fraction": ("reservation_value: 45", "reservation_value: 4.5"),
    "a sitting has no day": ("day: 1994-06-20", "day: yesterday"),
    "a sitting has no hour": ('starts: "10:00"', "starts: noon"),
    "a clause is a number": ('words: "<A council of the lake {council}.>"', "words: 7"),
    "a letter is two": ("letter: A", "letter: AB"),
    "a key is unknown": ("title: ", "titel: "),
}


def told(source: str) -> list[str]:
    """The mistakes of a file, without its name."""
    with pytest.raises(ScenarioError) as raised:
        load(source, "f")
    return [str(mistake) for mistake in raised.value.mistakes]


@pytest.mark.parametrize("case", SHAPES)
def test_a_fault_of_shape_hides_no_fault_of_meaning(case: str) -> None:
    """Beside a value of the wrong shape a reference to nothing is told in the same run, and nothing that is sound."""
    old, new = SHAPES[case]
    assert old in SLIP
    mistakes = told(SLIP.replace(old, new, 1))
    assert len(mistakes) == 2, mistakes
    assert "no issue 'verbb'; did you mean 'verb'?" in mistakes[1]


def test_an_issue_with_one_option_hides_nothing_either() -> None:
    """Where an issue lacks an option, what is named elsewhere is still looked up."""
    begins, ends = SLIP.index("      - id: same"), SLIP.index("exclusions:")
    mistakes = told(SLIP[:begins] + "\n" + SLIP[ends:])
    assert any("an issue needs at least two options" in mistake for mistake in mistakes)
    assert any("no issue 'verbb'" in mistake for mistake in mistakes)
    assert not any("unreadable" in mistake for mistake in mistakes)


GUILD = ("short: the guild\n    of: ARIA", "short: the guild\n    of: §ARYA")
SLIP_OF_GUILD = "no delegation 'ARYA'; did you mean 'ARIA'?"
AROUND = {
    "an event's hour is no hour": ('at: "15:00"', "at: §noon"),
    "a switch is a word": ("  goodwill: true", "  goodwill: §yes"),
    "two delegations are one": ('"ARIA BORO": 4', '§"ARIA+BORO": 4'),
    "a delegation among points is small": ("{ARIA: -1, BORO: 2, CELO: 1}", "{§aria: -1, BORO: 2, CELO: 1}"),
    "a delegation is small": ("  - id: BORO", "  - id: §Boro"),
    "a delegation is small where it is named": ("    of: BORO\n    power: press", "    of: §Boro\n    power: press"),
    "an audience is small": ("  - id: GAZETTE", "  - id: §Gazette"),
    "a drawn audience is small": ("{GUILD: [2, 6]", "{§guild: [2, 6]"),
    "a power is misspelt beside a cost": ("power: press\n    line: It counts", "power: §pres\n    line: It counts"),
    "a power is misspelt beside votes": ("power: ratify\n    votes", "power: §ratifi\n    votes"),
    "an event is a number": ("  - id: storm", "  - id: §9"),
    "a story is a list": ("story: A storm fills the mouth of the harbour with sand.", "story: §[]"),
    "a day is none": ("day: 1994-09-21\n    chance", "day: §1994-09-31\n    chance"),
    "a sitting's phase is a list": ("phase: flood}\n", "phase: §[]}\n"),
    "a side text is no name": ("stakes:\n        bell", "stakes:\n        §9bell"),
    "a chance is none": ("chance: 60", "chance: §0"),
    "a band is unknown": ("goodwill: [correct, warm]}\n    story", "goodwill: [correct, §hot]}\n    story"),
    "a key is unknown": ("CELO: {patience", "CELO: {§patiense"),
}


@pytest.mark.parametrize("case", AROUND)
def test_a_fault_of_shape_around_the_table_hides_nothing(case: str) -> None:
    """The same in the sections about the world around the table: no more is told than the two mistakes."""
    found = answers(AROUND[case], GUILD, text=HARBOUR)
    assert len(found) == 2
    assert SLIP_OF_GUILD in found


def test_values_under_a_key_that_is_no_name() -> None:
    """A key that is no name and a value of the wrong shape under it are both told, and stand-ins are in no sentence."""
    assert answers(
        ("bell: {give: 3, swap: 1}", "§9bell:\n          give: §x\n          swap: 1"),
        ("        bell: {give: -2, swap: -1}\n", ""),
        text=HARBOUR,
    ) == [
        "should be a name of a letter and then letters, digits, - or _, 40 at most, not '9bell'",
        "should be a whole number, not 'x'",
    ]
    slip = LAKE.replace("          shall: 30", "          9shall: {a: b}")
    assert [mistake.split(": ", 1)[1].split(",")[0] for mistake in told(slip)] == [
        "should be a name of a letter and then letters",
        "should be a whole number",
    ]


def test_values_that_an_alias_shares() -> None:
    """One value that two places share is told at each with what is wrong there, whatever was put in its place."""
    shared = HARBOUR.replace("if: {open: [toll]}", "if: &a {open: [[toll]], words: [], because: 7}").replace(
        "{of: BORO, charge: -2, because: the cheese is lost}", "*a"
    )
    assert any("should be text, not a list" in mistake for mistake in told(shared))
    letters = LAKE.replace("letter: A", "letter: AB").replace("\ndelegations:\n", "\ndelegations:\n  - 7\n")
    assert any("should be one capital letter" in mistake for mistake in told(letters))
