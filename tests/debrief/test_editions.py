"""Talks of an edition laid open: every topic is told, and of what was negotiated alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game.debrief import Course, Debrief, clauses
from game.debrief.comparison import comparison
from game.scenario import Edition, in_edition
from game.talks import Record, open_talks
from game.text import IssueId
from game.words.debrief import TOPICS, section
from tests.library import played, scenario


@cache
def debrief(name: str = "harbour", played_out: tuple[str, ...] = ("notice", "watch"), seed: int = 1) -> Debrief:
    """Of a scenario with a few of its issues in play; its questions and its aftermath read the others as well."""
    whole = scenario(name)
    issues = tuple(map(IssueId, played_out))
    told = in_edition(replace(whole, editions=(Edition(id="few", title="few", line="Few.", issues=issues),)), "few")
    opening = open_talks(told, seed)
    record = Record(name, "", seed, dict.fromkeys(told.ids, "computer"), played(opening).moves, edition="few")
    return Debrief(replace(Course.from_opening(opening, record), written=told))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_told(topic: str) -> None:
    for me in (None, *debrief().scenario.ids):
        section(debrief(), topic, me)


def test_only_what_was_negotiated_has_a_story() -> None:
    assert {story.issue for story in clauses(debrief()).issues} == {"notice", "watch"}


def test_tables_are_compared_by_what_was_negotiated() -> None:
    tables = [debrief("two-words", ("verb", "council"), seed) for seed in range(1, 4)]
    assert any(each.course.signed for each in tables)
    assert {spread.issue for spread in comparison(tables).spread} == {"verb", "council"}
