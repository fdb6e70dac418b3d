"""What is told of a record that cannot be read."""

from __future__ import annotations

import pytest

from game.talks import RecordError
from game.text import DelegationId
from game.words.records import misread, misread_line


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (RecordError(1, "first-line"), "a record begins with the line 'As Appropriate record 1'"),
        (RecordError(2, "no-line", "seed"), "the record has no line 'seed'"),
        (RecordError(3, "seed", "seven"), "the seed is a whole number, or 32 hexadecimal digits, not 'seven'"),
        (RecordError(4, "draw", "by hand"), "a draw is 'seed' or 'as written', not 'by hand'"),
        (RecordError(4, "adviser", "a good one"), "an adviser is 'none', or is not mentioned, not 'a good one'"),
        (RecordError(4, "past", "A+B=11"), "what earlier talks left is written A+B=5 or issue=option/2, not 'A+B=11'"),
        (RecordError(4, "past-scenario"), "the line 'after' names the scenario of the earlier talks"),
        (
            RecordError(5, "seat", "ministre"),
            "a seat is a person's or the computer's, as student, attache, ambassador or minister, not 'ministre';"
            " did you mean 'minister'?",
        ),
        (RecordError(4, "numbered", "A says", 1), "a move is written '1. WHO DOES WHAT', not 'A says'"),
        (RecordError(5, "missing", "3", 2), "move 2 is missing: this line is number 3"),
        (RecordError(4, "move", "A"), "a move is written WHO DOES WHAT: 'A'"),
        (RecordError(4, "remark", '"a" "b"'), 'a remark is one text between two quotation marks, not \'"a" "b"\''),
        (
            RecordError(10, "unclosed", '"Your'),
            "this quotation mark is not closed in its line: '\"Your'; has a mail or an editor broken the line in two?",
        ),
        (RecordError(4, "sign", "U+0000"), "the sign U+0000 can stand in no text: it can neither be written nor drawn"),
        (
            RecordError(1, "later-version", "2"),
            "this record was written by a later version of the game, in format 2; this one knows 1",
        ),
        (RecordError(9, "second-record"), "a second record begins here: a file holds one"),
        (
            RecordError(4, "heading", "sead"),
            "there is no line 'sead' in the head of a record; did you mean 'seed'?",
        ),
        (RecordError(7, "twice", "seat A", 4), "'seat A' stands here for the second time; the first is in line 4"),
        (RecordError(2, "scenario", ""), "after 'scenario' stand its id and a fingerprint, not ''"),
        (
            RecordError(4, "no-delegation", "RUSSIA", names=(DelegationId("RUS"), DelegationId("NATO"))),
            "there is no delegation 'RUSSIA' in these talks; there are RUS and NATO",
        ),
        (
            RecordError(9, "end", "# end: 3"),
            "the last line of a record is written '# end: N moves, FINGERPRINT', not '# end: 3'",
        ),
        (RecordError(9, "short", "2", 3), "this line says that there are 3 moves; here are 2"),
        (
            RecordError(9, "changed"),
            "the record is not as it was when this line was written: something above it is missing or has been"
            " changed. Who has changed it on purpose takes this line away",
        ),
        (RecordError(4, "no-such-move", "sings"), "there is no move 'sings'"),
        (RecordError(4, "wording", "verb"), "a wording is written issue=option, not 'verb'"),
        (RecordError(4, "package-wording", "verb"), "a wording in a package is written WHO:issue=option, not 'verb'"),
        (RecordError(4, "package-number", "it"), "a package has a number, not 'it'"),
        (RecordError(4, "refusal", "1 on verb"), "a refusal is written N over issue, never: '1 on verb'"),
    ],
)
def test_what_is_wrong_in_a_line_is_told(fault: RecordError, told: str) -> None:
    """What should stand there, and what does."""
    assert misread(fault) == told
    assert misread_line(fault) == f"line {fault.line}: {told}"
