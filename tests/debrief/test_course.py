"""A course: finished talks once more, with what the chair has taken back told apart."""

from __future__ import annotations

from dataclasses import replace

from game.debrief import Course, Debrief, measures, parts
from game.talks import CHAIR, Record, Revoke, read_move, read_record, write_record
from game.words.debrief import TOPICS, section
from tests.debrief.courses import course, record
from tests.library import opened, source

ISTANBUL = "istanbul-communique-1994"


def test_what_was_revoked_is_told_apart() -> None:
    """The steps of a course are those that stand: what the chair has taken back is kept beside them, by its number, and
    nothing that reads the course off its steps hears of it."""
    lines = ['ARIA says "Well?"', 'BORO says "No."', "*chair revokes 1", 'BORO says "Sorry."', "*chair closes"]
    opening = opened("two-words", 3)
    found = Course.from_opening(opening, Record("two-words", "", 3, {}, tuple(map(read_move, lines))))
    assert [step.number for step in found.steps] == [1, 3, 4, 5]
    assert [step.number for step in found.played] == [1, 2, 3, 4, 5]
    assert found.struck == {2}
    assert [type(event).__name__ for event in found.steps[1].events] == ["Revoked"]
    assert tuple(event for step in found.steps for event in step.events) == found.end.events[len(opening.events) :]
    assert found.after(2).version == 2


def with_a_slip(made: Record, at: int) -> Record:
    """The same talks, in which the chair took one move back, and it was made again."""
    slip = (*made.moves[:at], Revoke(CHAIR, at - 1), made.moves[at - 1])
    return replace(made, moves=(*slip, *made.moves[at:]))


def test_a_slip_that_was_taken_back_changes_nothing_that_is_told() -> None:
    """A move that was revoked and made again leaves the same text, points and measures, and every topic of the debrief
    can be told; the record that holds it is read back and replays to the same talks."""
    made = record(ISTANBUL, 1)
    slipped = with_a_slip(made, len(made.moves) // 2)
    assert read_record(write_record(slipped)) == slipped
    plain, found = Debrief(course(ISTANBUL, 1)), Debrief(Course.of(slipped, source(ISTANBUL)))
    assert found.course.verdict == plain.course.verdict
    assert parts(found) == parts(plain)
    assert measures(found) == measures(plain)
    for topic in TOPICS:
        assert (section(found, topic, None) is None) == (section(plain, topic, None) is None)
