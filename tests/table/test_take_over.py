"""Talks that are over, taken over from a move of theirs: new talks, which say so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.delegations import computer
from game.table import Store, Table, resume, take_over
from game.talks import Record, RecordError, Sits, read_record, write_record
from game.text import DelegationId
from tests.debrief.courses import record
from tests.library import source

ISTANBUL = "istanbul-communique-1994"
RUS, NATO = record(ISTANBUL).seats
SEATS: dict[DelegationId, Sits] = {RUS: "computer", NATO: "computer"}


def taken(at: int, store: Store | None = None) -> Table:
    """The talks in Istanbul, taken over after so many moves."""
    return take_over(record(ISTANBUL), source(ISTANBUL), at, SEATS, computer, store=store)


def played_out(table: Table) -> None:
    """Let the computer play to the end."""
    while task := table.due():
        assert table.submit(task.who, task.decide().move, task.version) is None


@pytest.mark.parametrize("at", [0, 3, len(record(ISTANBUL).moves) - 1])
def test_who_goes_on_as_before_comes_to_the_same_end(at: int) -> None:
    """Instructions and chance are those of the other talks: the same players make the same moves again."""
    table = taken(at)
    assert table.version == at
    played_out(table)
    assert table.record().moves == record(ISTANBUL).moves


def test_they_are_kept_as_talks_of_their_own_that_say_where_they_come_from(tmp_path: Path) -> None:
    """In the store, after a restart, in the record as text, and in no other record."""
    store = Store(tmp_path / "talks.sqlite3")
    table = taken(4, store)
    played_out(table)
    assert table.game is not None
    store.close()
    again = resume(Store(tmp_path / "talks.sqlite3"), table.game, computer)
    assert again.carried == 4
    assert again.record() == table.record()
    text = write_record(again.record())
    assert "carried: 4\n" in text
    assert read_record(text) == again.record()
    assert "carried" not in write_record(record(ISTANBUL))


def test_talks_that_are_over_and_moves_that_were_not_made_are_not_taken_over() -> None:
    """There is nothing to play on."""
    last = len(record(ISTANBUL).moves)
    for at in (last, last + 1, -1):
        with pytest.raises(ValueError, match=r"over|moves"):
            taken(at)


@pytest.mark.parametrize(
    ("line", "kind"), [("carried: many", "carried"), ("carried: 5", "carried"), ("carried:", "carried")]
)
def test_a_record_that_carries_what_it_has_not_is_refused(line: str, kind: str) -> None:
    """No number, or more moves than there are: the line is named."""
    kept: Record = replace(record(ISTANBUL), moves=record(ISTANBUL).moves[:2])
    text = "\n".join(each for each in write_record(kept).splitlines() if not each.startswith("# end"))
    with pytest.raises(RecordError) as caught:
        read_record(text.replace("seed:", f"{line}\nseed:", 1))
    assert (caught.value.line, caught.value.kind) == (3, kind)
