"""What a sequel takes over from a record, and the sentence for each record that it cannot follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.delegations import computer
from game.scenario import load, source_of
from game.table import FollowError, Store, followable, open_table, past_from, table_of
from game.talks import Leave, Move, Record, Say, Sits
from game.text import DelegationId
from game.words.faults import fault
from tests.terminal.desk import HARBOUR, HARBOUR_LATER, LAKE

BORO = DelegationId("BORO")
EARLIER, LATER = source_of(HARBOUR), source_of(HARBOUR_LATER)
SEATS: dict[DelegationId, Sits] = dict.fromkeys((BORO, DelegationId("ARIA")), "computer")


def record_of(*moves: Move) -> Record:
    """A record of the harbour with these moves; the computer's whole game if there are none."""
    table = open_table(EARLIER, HARBOUR, SEATS, computer, seed=3)
    if moves:
        return replace(table.record(), moves=moves)
    while task := table.due():
        assert table.submit(task.who, task.decide().move, task.view.version) is None
    return table.record()


@pytest.fixture
def store() -> Iterator[Store]:
    kept = Store()
    yield kept
    kept.close()


def test_what_was_signed_and_goodwill_are_taken_over() -> None:
    """The past of a record is that of the table that it makes."""
    record = record_of()
    past = past_from(load(LATER, HARBOUR_LATER), record, EARLIER)
    assert past == table_of(record, EARLIER, computer).past
    assert past.outcome is not None
    later = open_table(LATER, HARBOUR_LATER, SEATS, computer, past=past)
    assert later.record().past == past


def test_talks_that_were_left_leave_something() -> None:
    """Without a signature there is goodwill, and no text."""
    assert past_from(load(LATER, HARBOUR_LATER), record_of(Leave(BORO)), EARLIER).outcome is None


@pytest.mark.parametrize(
    ("scenario", "record", "kind", "sentence"),
    [
        (
            HARBOUR,
            record_of(Leave(BORO)),
            "no-sequel",
            "“The harbour” follows no other talks: there is nothing that it could take over.",
        ),
        (
            HARBOUR_LATER,
            replace(record_of(Leave(BORO)), scenario="two-words"),
            "another",
            "“The harbour, ten years on” follows harbour, and this is a record of two-words.",
        ),
        (
            HARBOUR_LATER,
            record_of(Say(BORO, remark="Well.")),
            "not-over",
            "These talks are not over: only finished talks leave something for those that follow.",
        ),
        (
            HARBOUR_LATER,
            record_of(Say(BORO)),
            "unplayable",
            "These talks cannot be followed: move 1 cannot be played: To take the floor is to say something.",
        ),
    ],
)
def test_what_cannot_be_followed_is_told(scenario: str, record: Record, kind: str, sentence: str) -> None:
    """No sequel, the record of another scenario, unfinished talks, and moves that the rules refuse."""
    with pytest.raises(FollowError) as raised:
        past_from(load(source_of(scenario), scenario), record, EARLIER)
    assert (raised.value.kind, fault(raised.value)) == (kind, sentence)


def test_the_store_knows_what_could_be_followed(store: Store) -> None:
    """Finished talks of the earlier scenario, newest first, and nothing else."""
    later = load(LATER, HARBOUR_LATER)
    for source, name, leaves in ((EARLIER, HARBOUR, True), (EARLIER, HARBOUR, False), (source_of(LAKE), LAKE, True)):
        ids = load(source, name).ids
        table = open_table(source, name, dict.fromkeys(ids, "person"), computer, store=store)
        if leaves:
            table.submit(ids[0], Leave(ids[0]), 0)
    table = open_table(EARLIER, HARBOUR, SEATS, computer, store=store)
    table.submit(BORO, Leave(BORO), 0)
    assert [kept.id for kept in followable(store, later)] == [4, 1]
    assert followable(store, load(EARLIER, HARBOUR)) == ()
