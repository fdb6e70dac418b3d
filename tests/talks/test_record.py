from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.talks import (
    Accept,
    Amend,
    Consult,
    Decline,
    Leave,
    Move,
    Propose,
    Record,
    RecordError,
    Say,
    Shift,
    Sign,
    Withdraw,
    read_move,
    read_record,
    write_move,
    write_record,
)
from game.text import DelegationId, IssueId, OptionId

WHO = st.from_regex(r"[A-Z][A-Z0-9]{0,7}", fullmatch=True).map(DelegationId)
NAME = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,9}", fullmatch=True)
ISSUE, OPTION = NAME.map(IssueId), NAME.map(OptionId)
REMARK = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    ['say "no"', "a\nb", "1. B leaves", "\u2028 and \x85 and \x1c", "# not a comment", "\\", "a  b", "“–”", "seed: 4"]
)
NUMBER = st.integers(0, 999_999)
SHIFT = st.builds(Shift, WHO, ISSUE, OPTION)
MOVES: st.SearchStrategy[Move] = st.one_of(
    st.builds(Propose, WHO, REMARK, st.lists(SHIFT, max_size=4).map(tuple), st.booleans()),
    st.builds(Accept, WHO, REMARK, NUMBER),
    st.builds(Decline, WHO, REMARK, NUMBER, st.none() | ISSUE, st.booleans()),
    st.builds(Withdraw, WHO, REMARK, NUMBER),
    st.builds(Amend, WHO, REMARK, ISSUE, OPTION),
    st.builds(Consult, WHO, REMARK, st.lists(ISSUE, max_size=4).map(tuple)),
    st.builds(Say, WHO, REMARK),
    st.builds(Sign, WHO, REMARK),
    st.builds(Leave, WHO, REMARK),
)


@given(MOVES)
@settings(max_examples=300)
def test_a_move_that_is_written_is_read(move: Move) -> None:
    """Reading what was written gives the same move, whatever was said with it, and it is one line."""
    line = write_move(move)
    assert "\n" not in line
    assert read_move(line) == move


@given(st.lists(MOVES, max_size=6), st.integers(-(10**18) + 1, 10**18 - 1))
def test_a_record_that_is_written_is_read(moves: list[Move], seed: int) -> None:
    """Reading what was written gives the same record: scenario, fingerprint, seed, seats and moves."""
    seats = {DelegationId("RUS"): "person", DelegationId("NATO"): "computer"}
    record = Record("partnership-for-peace-1994", "5f0c8d21a3b4", seed, seats, tuple(moves))
    assert read_record(write_record(record)) == record


def test_a_record_is_readable() -> None:
    """A record reads as it is described: who does what, in words, with what was said."""
    seats = {DelegationId("RUS"): "person", DelegationId("NATO"): "computer"}
    moves = tuple(
        map(
            read_move,
            (
                'RUS tables RUS:status=role NATO:weight=rank  "Our weight must be written down."',
                "NATO declines 1 over status, never",
                "RUS asks status",
            ),
        )
    )
    assert write_record(Record("pfp", "5f0c", 7, seats, moves)) == (
        "As Appropriate record 1\n"
        "scenario: pfp 5f0c\n"
        "seed: 7\n"
        "seat RUS: person\n"
        "seat NATO: computer\n"
        "\n"
        '1. RUS tables RUS:status=role NATO:weight=rank  "Our weight must be written down."\n'
        "2. NATO declines 1 over status, never\n"
        "3. RUS asks status\n"
    )


def test_what_was_said_can_be_read() -> None:
    """A remark stands in a record in its own letters, whatever the language."""
    assert write_move(Say(DelegationId("RUS"), "По мере необходимости.")) == 'RUS says  "По мере необходимости."'


def test_a_record_may_hold_comments_and_other_line_ends() -> None:
    """Lines that begin with # and empty lines are passed over, and a record from another system is read."""
    told = 'As Appropriate record 1\r\nscenario: pfp 5f\r\n# played in class\r\nseed: 7\r\n\r\n1. A says  "Yes."\r\n'
    assert read_record(told) == Record("pfp", "5f", 7, {}, (Say(DelegationId("A"), "Yes."),))


HEAD = "As Appropriate record 1\nscenario: pfp 5f\nseed: 7\n"


@pytest.mark.parametrize(
    ("told", "line", "why"),
    [
        ("", 1, "a record begins with the line"),
        ("A letter\n", 1, "a record begins with the line"),
        ("As Appropriate record 1\nseed: 7\n", 2, "the record has no line 'scenario'"),
        ("As Appropriate record 1\nscenario: pfp\n", 2, "the record has no line 'seed'"),
        ("As Appropriate record 1\nscenario: pfp\nseed: seven\n", 3, "the seed is a whole number, not 'seven'"),
        (HEAD + "A says\n", 4, "a move is written '1. WHO DOES WHAT', not 'A says'"),
        (HEAD + "1. A says\n3. A says\n", 5, "move 2 is missing: this line is number 3"),
        (HEAD + "1. A\n", 4, "a move is written WHO DOES WHAT"),
        (HEAD + "1. A sings\n", 4, "there is no move 'sings'"),
        (HEAD + "1. A leaves now\n", 4, "there is no move 'leaves now'"),
        (HEAD + "1. A accepts it\n", 4, "a package has a number, not 'it'"),
        (HEAD + "1. A accepts -1\n", 4, "a package has a number, not '-1'"),
        (HEAD + "1. A declines 1 on verb\n", 4, "a refusal is written N over issue, never"),
        (HEAD + "1. A moves verb\n", 4, "a change of position is written issue=option, not 'verb'"),
        (HEAD + "1. A tables verb=will\n", 4, "a wording in a package is written WHO:issue=option, not 'verb=will'"),
        (HEAD + '1. A says "\\q"\n', 4, "the remark is not closed properly"),
    ],
)
def test_a_fault_is_named_with_its_line(told: str, line: int, why: str) -> None:
    """A record that cannot be read says in which line, and why."""
    with pytest.raises(RecordError) as fault:
        read_record(told)
    assert fault.value.line == line
    assert why in str(fault.value)


@given(st.text(max_size=80) | st.text(alphabet='A12. says"tables:=overnever,\n', max_size=80))
def test_anything_is_read_or_refused(told: str) -> None:
    """Any string is a record, or is refused with a line; nothing else happens."""
    with suppress(RecordError):
        record = read_record(HEAD + told)
        assert read_record(write_record(record)) == record
