"""How the computer's levels and characters are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.scenario import Temperament
from game.talks import LEVEL_NAMES, Sits
from game.text import DelegationId
from game.words.levels import level_note, level_title, played, short_names, who_came
from tests.library import scenario

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


def test_every_level_has_a_title_and_a_note() -> None:
    """Each is told in a sentence."""
    assert [level_title(level) for level in LEVEL_NAMES] == ["Student", "Attaché", "Ambassador", "Minister"]
    assert all(level_note(level).endswith(".") for level in LEVEL_NAMES)


@pytest.mark.parametrize(
    ("seats", "told"),
    [
        ({ARIA: "person", BORO: "person"}, ""),
        ({ARIA: "person", BORO: "computer"}, "Boro, played by the computer as ambassador"),
        ({ARIA: "minister", BORO: "minister"}, "Aria and Boro, played by the computer as minister"),
    ],
)
def test_whom_the_computer_plays_is_told_by_its_levels(seats: dict[DelegationId, Sits], told: str) -> None:
    """Together where they play alike, and not at all where people play."""
    assert played(short_names(scenario("two-words")), seats) == told


@pytest.mark.parametrize(
    ("temper", "told"),
    [
        (Temperament(), "Boro was played by the computer as student."),
        (Temperament(name="the lawyer"), "Boro was played by the computer as student, like the lawyer."),
        (
            Temperament(name="the lawyer", note="Reads twice"),
            "Boro was played by the computer as student, like the lawyer: reads twice.",
        ),
    ],
)
def test_who_came_is_told_with_the_character(temper: Temperament, told: str) -> None:
    """By its name and its note, where it has them."""
    house = scenario("two-words")
    sheets = {BORO: replace(house.instructions[BORO], temperament=temper)}
    assert who_came(house, {ARIA: "person", BORO: "student"}, sheets) == (told,)
