"""The instructions of everybody, opened: each number of each sheet, each limit, and what changed."""

from __future__ import annotations

from game.debrief.better import better
from game.debrief.instructions import MOST, opened_sheets, telling_moves
from game.debrief.turning_points import turning_points
from game.talks.events import Adjusted
from game.text import DelegationId, IssueId
from game.words.debrief import section
from game.words.page import Bit, Heading, Items, Paragraph, Table, unmarked
from tests.debrief.by_hand import by_hand
from tests.debrief.courses import debrief

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


def test_every_number_of_every_sheet_is_there() -> None:
    """By wording and delegation, as they were at the end; and which of them was signed."""
    found = debrief("istanbul-communique-1994", 1)
    sheets = opened_sheets(found)
    for issue in found.scenario.text.issues:
        rows = sheets.issues[issue.id]
        assert [row.option for row in rows] == [option.id for option in issue.options]
        for row in rows:
            for who, sheet in found.scenario.instructions.items():
                assert row.points[who] == sheet.points[issue.id][row.option]
        assert [row.option for row in rows if row.signed] == [(found.course.signed or {})[issue.id]]
    assert sheets.walk_away == found.walk_away


def test_what_changed_in_the_talks_is_told_of_whom_it_was() -> None:
    """Each number that an event changed on a sheet, and none of an audience's."""
    found = debrief("istanbul-communique-1994", 1)
    changed = opened_sheets(found).changed
    assert changed == tuple(e for e in found.course.end.events if isinstance(e, Adjusted) and e.by is not None)
    assert any(event.number == "walk-away" for event in changed)


def test_a_limit_says_what_became_of_it() -> None:
    """A red line; a step of a mandate that was opened, that a cable asked for in vain, or that nobody asked for."""
    quiet = opened_sheets(by_hand("two-words", 'ARIA says "We wait."', "BORO leaves"))
    council = {str(row.option): row for row in quiet.issues[IssueId("council")]}
    assert council["decide"].limits == {BORO: "red-line"}
    assert council["advise"].limits == {ARIA: "never-asked", BORO: "never-asked"}
    asked = by_hand(
        "two-words",
        "ARIA tables BORO:council=decide",
        "BORO declines 1 over council",
        "ARIA asks council",
        *(f'{who} says "We wait."' for _ in range(4) for who in ("ARIA", "BORO")),
        "ARIA leaves",
    )
    rows = {str(row.option): row for row in opened_sheets(asked).issues[IssueId("council")]}
    assert rows["advise"].limits == {ARIA: "opened", BORO: "never-asked"}
    assert rows["none"].limits == {ARIA: "asked"}


def test_the_telling_moves_are_those_that_turned_the_talks_or_let_something_fall() -> None:
    """Turning points first; each number is a move of the record, and stands once."""
    found = debrief("istanbul-communique-1994", 2)
    numbers = telling_moves(found)
    turned = [point.number for point in turning_points(found)]
    assert list(numbers[: len(turned)]) == turned
    assert len(set(numbers)) == len(numbers)
    fell = {
        paper.fate_number
        for text in better(found).found
        for paper in (*text.whole, *(paper for change in text.changes for paper in change.refusals))
    }
    assert set(numbers) == set(turned) | (fell - {None})


def test_sheets_are_told_in_a_table_an_issue_and_reasons_at_their_moves() -> None:
    """What is signed stands out, you are called you, and the reasons are those of the computer alone."""
    found = debrief("istanbul-communique-1994", 2)
    told = section(found, "instructions", found.scenario.ids[0])
    assert told is not None
    captions = [block.caption for block in told.blocks if isinstance(block, Table)]
    assert captions[1:] == [issue.title for issue in found.scenario.text.issues]
    tables = [block for block in told.blocks if isinstance(block, Table)][1:]
    assert all(unmarked(table.columns[1].words) == "You" for table in tables)
    assert all(any("signed" in unmarked(row[-1]) for row in table.rows) for table in tables)
    leading = [
        bit.move
        for block in told.blocks
        if isinstance(block, Paragraph) and not isinstance(block.words, str)
        for bit in block.words
        if isinstance(bit, Bit) and bit.move is not None
    ]
    computer = {step.number for step in found.course.steps if step.move.by == found.scenario.ids[1]}
    assert 0 < len(leading) <= MOST
    assert set(leading) <= set(telling_moves(found)) & computer
    assert sum(isinstance(block, Items) for block in told.blocks) >= len(leading)


def test_talks_of_persons_have_no_reasons_to_open() -> None:
    """Their sheets are opened all the same."""
    told = section(by_hand("two-words", 'ARIA says "We wait."', "BORO leaves"), "instructions")
    assert told is not None
    assert not any(isinstance(block, Heading) and "Why" in block.words for block in told.blocks)
    assert sum(isinstance(block, Table) for block in told.blocks) == 5
