"""All mistakes of a file at once: a fault of shape hides no fault of meaning, and brings no false one with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario import ScenarioError, load

LAKE = (Path(__file__).parent.parent / "scenarios" / "two-words.yaml").read_text(encoding="utf-8")
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
