"""Several tables of one scenario side by side, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from game.analysis import worth
from game.debrief import Course, Debrief
from game.debrief.comparison import Comparison, ComparisonError, check_alike, comparison, letter
from game.debrief.plot import plot
from game.talks import Record
from game.words.comparison import comparison_sections, refused
from game.words.page import Paragraph, Table, unmarked
from tests.debrief.courses import debrief_of_today as debrief
from tests.debrief.courses import record
from tests.library import opened, played, source

NAME = "istanbul-communique-1994"


@cache
def as_drawn() -> Comparison:
    """Six tables whose instructions the seed has drawn, one of them without a text."""
    return comparison([debrief(NAME, seed) for seed in range(1, 7)], {0: "The first table"})


@cache
def as_written() -> Comparison:
    """Three tables that had the instructions of the file."""
    talks = [(seed, played(opened(NAME, seed, as_written=True))) for seed in range(9)]
    signed = [(seed, each) for seed, each in talks if each.signed][:3]
    records = [Record(NAME, "", seed, {}, each.moves, as_written=True) for seed, each in signed]
    return comparison([Debrief(Course.of(each, source(NAME))) for each in records])


def test_tables_are_called_by_letters_and_then_by_numbers() -> None:
    """A to Z, then 27; a name only where one was given."""
    assert [letter(place) for place in (0, 25, 26, 29)] == ["A", "Z", "27", "30"]
    assert [(table.letter, table.name) for table in as_drawn().tables[:2]] == [("A", "The first table"), ("B", "")]


def test_texts_are_compared_on_one_set_of_sheets() -> None:
    """Where all tables had the same sheets, on these, as each debrief counts; where the seed drew them, on those of the
    file, and that is known."""
    assert as_written().same
    for table in as_written().tables:
        assert table.text is not None
        assert table.points == {who: table.debrief.course.verdict.scores[who].words for who in table.points}
    assert not as_drawn().same
    written = opened(NAME, as_written=True).scenario.instructions
    for table in as_drawn().tables:
        text = table.text
        assert table.points == {
            who: sheet.reservation_value if text is None else worth(sheet, text) for who, sheet in written.items()
        }


def test_every_table_has_its_place_in_one_plot() -> None:
    """Each letter once, at its points; of one table's own path and text nothing is left."""
    compared = as_drawn()
    one, other = compared.scenario.ids
    marks = compared.plot(one, other).marks
    at = {name: mark.points for mark in marks if mark.kind == "table" for name in mark.name.split()}
    assert at == {table.letter: (table.points[one], table.points[other]) for table in compared.tables}
    assert {mark.kind for mark in marks} <= {"table", "nash", "kalai-smorodinsky", "historical"}
    (own,) = (mark for mark in plot(as_written().tables[0].debrief, one, other).marks if mark.kind == "yours")
    assert own.points in {mark.points for mark in as_written().plot(one, other).marks if mark.kind == "table"}


def test_a_close_up_has_every_table_and_counts_nothing_anew() -> None:
    """Where the tables lie in a small part of the plot, that part is shown with all of them; else there is none."""
    compared = comparison([debrief("partnership-for-peace-1994", seed) for seed in (1, 2, 3, 4)])
    one, other = compared.scenario.ids
    whole = compared.plot(one, other)
    near = compared.close_up(whole)
    assert near is not None
    assert near.marks == whole.marks
    assert near.cells is not None
    assert all(whole.texts_at((x, y)) == near.texts_at((x, y)) for x, y in near.cells.points.tolist())
    (left, low), (right, high) = near.bounds
    (least, below), (most, above) = whole.bounds
    assert 2 * (right - left) <= most - least
    assert 2 * (high - low) <= above - below
    wide = as_drawn().plot(*as_drawn().scenario.ids)
    assert (
        as_drawn().close_up(replace(wide, marks=(*wide.marks, replace(wide.marks[0], points=wide.bounds[1])))) is None
    )


def test_the_spread_counts_each_signed_text_once() -> None:
    """In each issue the tables add up to those that signed, and each stands at its own words."""
    for each in as_drawn().spread:
        assert sum(len(tables) for tables in each.signed.values()) == len(as_drawn().signed)
        for option, tables in each.signed.items():
            assert all(table.text is not None and table.text[each.issue] == option for table in tables)


def test_the_hardest_word_stood_longest_in_brackets() -> None:
    """The issues are in order of their median hours, which are those of the tables' own stories."""
    found = as_drawn().in_brackets
    assert [each.middle for each in found] == sorted((each.middle for each in found), reverse=True)
    for each in found:
        assert len(each.hours) == 6
        for hours, table in each.hours:
            talks = [table.debrief.course.opening, *(step.after for step in table.debrief.course.steps)]
            open_hours = sum(later.hours - now.hours for now, later in pairwise(talks) if each.issue not in now.agreed)
            assert hours == open_hours
        assert each.open == sum(each.issue not in table.debrief.course.end.agreed for _, table in each.hours)


def test_in_words_each_table_has_a_row_and_names_stand_only_where_given() -> None:
    """A row for each table with its points, the spread, and the words that differ between each two texts."""
    sections = {section.id: section for section in comparison_sections(as_drawn())}
    assert list(sections) == ["tables", "places", "measured", "spread", "brackets", "price-list", "between"]
    (results,) = (block for block in sections["tables"].blocks if isinstance(block, Table))
    assert [row[0] for row in results.rows] == ["A (The first table)", "B", "C", "D", "E", "F"]
    told = as_drawn().tables[1].debrief.course.verdict.scores
    assert list(results.rows[1][3:]) == [str(told[who].total) for who in as_drawn().scenario.ids]
    against = [block for block in sections["between"].blocks if isinstance(block, Table)]
    different = {tuple(table.text.items()) for table in as_drawn().signed if table.text is not None}
    assert len(against) == len(different) * (len(different) - 1) // 2
    assert all(len(row) == len(table.columns) for table in against for row in table.rows)


def test_a_table_that_was_taken_over_is_said_to_be_one() -> None:
    """Whoever played on knew everything of the talks before."""
    kept = replace(record(NAME, 1), carried=4)
    tables = [Debrief(Course.of(each, source(NAME))) for each in (kept, record(NAME, 2))]
    section = comparison_sections(comparison(tables))[0]
    notes = [unmarked(block.words) for block in section.blocks if isinstance(block, Paragraph)]
    assert notes[-1] == "A was taken over from other talks, of which everything was known."


def test_records_of_other_scenarios_and_versions_are_refused_by_their_file() -> None:
    """A sentence names the file, and what it is of."""
    known = replace(record(NAME), digest="aaaa")
    check_alike([("a.txt", known), ("b.txt", replace(known, seed=2)), ("c.txt", record(NAME))])
    with pytest.raises(ComparisonError) as scenario:
        check_alike([("a.txt", known), ("b.txt", record("two-words"))])
    assert refused(scenario.value).startswith("b.txt is a record of two-words, and the first one is of istanbul-")
    with pytest.raises(ComparisonError) as version:
        check_alike([("c.txt", record(NAME)), ("a.txt", known), ("d.txt", replace(known, digest="bbbb"))])
    assert refused(version.value).startswith("d.txt was played with another version of the scenario’s file (bbbb)")
    with pytest.raises(ComparisonError) as none:
        comparison([])
    assert refused(none.value) == "There is no record to compare."
