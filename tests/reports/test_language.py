"""A report in a language for tests: every word of it comes out of the catalogue, or from people."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.debrief import Course, Debrief
from game.delegations import computer
from game.reports.document import html
from game.reports.report import report_of
from game.scenario import load
from game.talks import Record, Sits, open_talks
from game.text import DelegationId
from game.words import speaking
from tests.library import played
from tests.reports.page import Page
from tests.terminal.desk import HARBOUR
from tests.words.pseudo import Pseudo, authored, ids, plain_words, speaking_cyrillic

BESIDE = frozenset({"Nash", "Kalai", "Smorodinsky"})
"""Names of people, which are the same everywhere."""


@pytest.mark.parametrize("tables", [1, 2])
def test_every_word_of_a_report_comes_out_of_the_catalogue(tables: int, tmp_path: Path) -> None:
    """Of one table with its drafts, and of two side by side; what is read aloud of marks and figures as well."""
    source = Path(authored(HARBOUR, tmp_path)).read_bytes()
    scenario, found = load(source, "harbour"), []
    for seed in range(1, tables + 1):
        mine = speaking_cyrillic(computer)
        talks = played(open_talks(scenario, seed), dict.fromkeys(scenario.ids, mine))
        seats: dict[DelegationId, Sits] = dict.fromkeys(scenario.ids, "ambassador")
        found.append(Debrief(Course.of(Record("harbour", "", seed, seats, talks.moves), source)))
    with speaking(Pseudo()):
        read = Page(html(report_of(found)))
    assert read.faults == []
    labels = [each[name] for _, each in read.attributes for name in ("aria-label", "title") if name in each]
    assert plain_words(" ".join([read.words, *labels]), ids(HARBOUR) | BESIDE) == []
