"""Closing statements on the frozen text in words."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario import Scenario
from game.seat import ReadingRow, Wakes
from game.words.language import phrase, say
from game.words.points import signed_points

_STATEMENTS: Mapping[Wakes, str] = {
    "nobody": phrase("{says:quoted} {points} at home; nobody on the other side minds"),
    "little": phrase(
        "{says:quoted} {points} at home; it lowers the text a little in the eyes of those whom the others answer to"
    ),
    "some": phrase(
        "{says:quoted} {points} at home; it lowers the text somewhat in the eyes of those whom the others answer to"
    ),
    "much": phrase(
        "{says:quoted} {points} at home; it lowers the text much in the eyes of those whom the others answer to"
    ),
}
"""By how far it wakes the audiences of the others."""


def statement(scenario: Scenario, row: ReadingRow) -> str:
    """A closing statement with what it brings at home, and how far it wakes the audiences of the others."""
    reading = next(each for each in scenario.readings if each.id == row.reading)
    told = say(_STATEMENTS[row.wakes], says=reading.says, points=signed_points(row.gain))
    if not row.chill:
        return told
    return say("{told}; whoever wakes may open it again, and goodwill falls by {n}", told=told, n=abs(row.chill))
