"""The whole debrief of talks that a chair has led, and in which somebody spoke for those who are not at the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from game.debrief import Course, Debrief
from game.reports.document import html
from game.reports.report import report_of
from game.talks import read_record
from game.words.debrief import TOPICS, section
from game.words.drafts import drafts
from game.words.page import Bit

FILE = Path(__file__).parent.parent / "terminal" / "harbour.yaml"
RECORD = """As Appropriate record 1
scenario: harbour
seed: 1
draw: as written
seat BORO: student
seat ARIA: person
seat GUILD: person
seat MOOT: person
seat GAZETTE: person

1. *chair admits GUILD
2. *chair admits MOOT
3. *chair admits GAZETTE
4. GAZETTE prints  "A toll at last"
5. BORO tables BORO:notice=will ARIA:notice=will BORO:toll=half ARIA:toll=half ARIA:form=protocol
6. ARIA accepts 1
7. *chair passes 1
8. BORO initials
9. *chair revokes 7
10. *chair wires BORO  "Not yet."
11. BORO initials
12. ARIA sounds GUILD
13. GUILD answers uneasy over toll
14. *chair extends 1
15. ARIA circulates
16. GUILD keeps silence
17. BORO says "."
18. ARIA initials
19. BORO reads -
20. ARIA reads -
21. MOOT votes yes
"""


@pytest.fixture(scope="module")
def debrief() -> Debrief:
    """It is over, and everything can be told."""
    found = Debrief(Course.of(read_record(RECORD), FILE.read_bytes()))
    assert found.course.verdict.kind == "signed"
    return found


def marks(part: object) -> Iterator[str]:
    """The delegations whose marks stand somewhere in what is told."""
    if isinstance(part, Bit) and part.who is not None:
        yield part.who
    elif is_dataclass(part):
        yield from (mark for each in fields(part) for mark in marks(getattr(part, each.name)))
    elif isinstance(part, list | tuple):
        yield from (mark for each in part for mark in marks(each))


def test_every_topic_can_be_told(debrief: Debrief) -> None:
    """Also of moves that no delegation made: those have no mark."""
    told = [found for topic in TOPICS if (found := section(debrief, topic, None))]
    assert len(told) > 12
    assert set(marks([*told, drafts(debrief, None)])) == set(debrief.scenario.ids)


def test_a_report_names_who_is_not_at_the_table(debrief: Debrief) -> None:
    """Without a mark of its own; the chair's moves stand among the others."""
    page = html(report_of([debrief], [""], None))
    for words in ("The chair lets 1 h pass.", "Somebody speaks for the guild now.", "A toll at last"):
        assert words in page
