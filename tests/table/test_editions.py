"""Talks of one edition: their record names it, and whatever opens the record opens the edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.debrief import Course
from game.debrief.comparison import ComparisonError, check_alike
from game.delegations import computer
from game.scenario import WHOLE, ScenarioError, load
from game.table import Store, earlier_talks, open_table, past_from, resume, table_of, take_over
from game.table.host import Host
from game.table.table import Table
from game.talks import Record, RecordError, Say, Sits, read_record, write_record
from game.text import DelegationId
from tests.library import MAIN, source

RUS = DelegationId("RUS")
SEATS: dict[DelegationId, Sits] = dict.fromkeys((RUS, DelegationId("NATO")), "computer")
FILE = source(MAIN)


def played_out(table: Table) -> Table:
    while task := table.due():
        assert table.submit(task.who, task.decide().move, task.version) is None
    return table


def lesson(store: Store | None = None) -> Table:
    return open_table(FILE, MAIN, SEATS, computer, seed=3, store=store, edition="lesson")


def test_the_record_of_an_edition_names_it() -> None:
    record = lesson().record()
    assert record.edition == "lesson"
    told = write_record(record)
    assert told.splitlines()[1:4] == [f"scenario: {MAIN} {record.digest}", "seed: 3", "edition: lesson"]
    assert read_record(told) == record


def test_a_record_of_the_whole_is_written_as_ever() -> None:
    record = open_table(FILE, MAIN, SEATS, computer, seed=3).record()
    assert record.edition == WHOLE
    assert "edition" not in write_record(record)


def test_a_name_that_no_edition_can_have_is_told_with_its_line() -> None:
    with pytest.raises(RecordError) as found:
        read_record("As Appropriate record 1\nscenario: pfp 5f\nseed: 1\nedition: a lesson\n")
    assert (found.value.line, found.value.kind, found.value.written) == (4, "edition", "a lesson")


def test_kept_talks_go_on_in_their_edition(tmp_path: Path) -> None:
    store = Store(tmp_path / "games")
    table = lesson(store)
    task = table.due()
    assert task
    assert table.submit(task.who, task.decide().move, task.version) is None
    assert table.game is not None
    (kept,) = store.games()
    assert kept.title == table.scenario.title
    again = resume(store, table.game, computer)
    assert again.scenario.edition == "lesson"
    assert again.record() == table.record()
    assert not again.catch_up(store)


def test_a_finished_record_is_played_again_debriefed_taken_over_and_followed() -> None:
    over = played_out(lesson())
    record = over.record()
    assert table_of(record, FILE, computer).verdict == over.verdict
    course = Course.of(record, FILE)
    assert (course.scenario.edition, course.verdict) == ("lesson", over.verdict)
    anew = take_over(record, FILE, 2, SEATS, computer)
    assert (anew.scenario.edition, anew.record().edition) == ("lesson", "lesson")
    later = load(source("founding-act-1997"), "founding-act-1997")
    assert past_from(later, record, FILE) == over.past
    assert over.past
    assert over.past.outcome is None or set(over.past.outcome) == {issue.id for issue in course.scenario.text.issues}


def test_a_record_of_an_edition_that_the_file_has_not_is_refused_in_words() -> None:
    record = Record(MAIN, "", 3, {}, edition="lunch")
    with pytest.raises(ScenarioError, match="there is no edition 'lunch': there are 'whole', 'lesson' and"):
        table_of(record, FILE, computer)


class _Nobody:
    def ask(self, task: object) -> None: ...

    def answer(self) -> None: ...


def test_talks_are_begun_again_in_the_same_edition() -> None:
    host = Host(computer, _Nobody())
    table = host.begin(MAIN, RUS, 5, edition="lesson")
    assert table.scenario.edition == "lesson"
    assert host.again(RUS).scenario.edition == "lesson"
    assert host.submit(Say(RUS, remark="Well."), host.again(RUS).version_for(RUS)) is None
    record = host.table.record() if host.table else None
    assert record
    assert host.take_over(record, 1, RUS).record().edition == "lesson"
    assert host.again(RUS).scenario.edition == "lesson"


def test_only_games_of_the_same_edition_are_on_the_shelf(tmp_path: Path) -> None:
    store = Store(tmp_path / "games")
    played_out(lesson(store))
    played_out(open_table(source("two-words"), "two-words", {}, computer, store=store))
    assert [found and found[0].edition for found in earlier_talks(store, MAIN, FILE, edition="lesson")] == ["lesson"]
    assert not list(earlier_talks(store, MAIN, FILE))


def test_tables_of_two_editions_are_not_compared() -> None:
    records = [("a.txt", lesson().record()), ("b.txt", open_table(FILE, MAIN, SEATS, computer).record())]
    with pytest.raises(ComparisonError) as found:
        check_alike(records)
    assert (found.value.kind, found.value.file, found.value.found, found.value.expected) == (
        "edition", "b.txt", "whole", "lesson",
    )  # fmt: skip
    check_alike(records[:1] * 2)
