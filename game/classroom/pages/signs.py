"""The marks of delegations and audiences, as a page shows them: a letter in a shape; colour says it once more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.classroom.pages.said import said
from game.reports.signs import signs
from game.scenario import Scenario
from game.text import DelegationId

_LETTERS = 2
"""Of an audience's id, which stand in its mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark; that of an audience is hollow, in the shape of the delegation that it judges."""

    letter: str
    shape: str
    hollow: bool = False


def mark(scenario: Scenario, who: DelegationId) -> Mark:
    """The mark of a delegation or of an audience; a plain one for the chair and for watchers."""
    return said(("mark", who), lambda: _mark(scenario, who), scenario.delegations)


def _mark(scenario: Scenario, who: DelegationId) -> Mark:
    found = {each: Mark(sign.letter, sign.shape) for each, sign in signs(scenario).items()}
    if who in found:
        return found[who]
    audience = next((each for each in scenario.audiences if str(each.id) == who), None)
    if audience is None:
        return Mark("·", "plain")
    return replace(found[audience.of], letter=audience.id[:_LETTERS], hollow=True)
