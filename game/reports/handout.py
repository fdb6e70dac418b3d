"""What a teacher prints for a class, as one document."""

from __future__ import annotations

from game.reports.document import Document
from game.scenario import Scenario
from game.words import say
from game.words.handout import TITLE, handout_sections


def handout_of(scenario: Scenario) -> Document:
    """The handout of a scenario in one of its editions, with the sheets that are dealt."""
    return Document(scenario, say(TITLE), scenario.title, handout_sections(scenario))
