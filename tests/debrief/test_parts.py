"""A score taken apart: every point is in one part, and in no other."""

from __future__ import annotations

from collections import Counter

import pytest

from game.debrief.parts import KINDS, parts
from game.talks.causes import Signed, Together
from tests.debrief.courses import debrief, random_debrief
from tests.library import EVERY


@pytest.mark.parametrize("name", EVERY)
def test_the_parts_add_up_to_the_score(name: str) -> None:
    """In random games, signed or not, of every scenario: the sum of all parts is the score, and the sum of each kind is
    that of the score's entries of that kind."""
    ends = set()
    for seed in range(1, 9):
        talks = random_debrief(name, seed)
        ends.add(talks.course.verdict.kind)
        for who, taken in parts(talks).items():
            score = talks.course.verdict.scores[who]
            assert taken.total == score.total == sum(taken.points(kind) for kind in KINDS)
            assert taken.points("word") + taken.points("together") == score.words
            assert taken.points("hours") == score.part("hours")
            assert taken.points("aftermath") == score.part("aftermath")
            assert sum(taken.points(kind) for kind in ("audience", "table", "world")) == score.part("talks")
    assert len(ends) > 1


def test_words_are_those_of_the_sheet() -> None:
    """Each signed wording is a part of its own, with the points that the sheet has for it."""
    talks = debrief("istanbul-communique-1994", 1)
    signed = talks.course.signed
    assert signed is not None
    for who, taken in parts(talks).items():
        points = talks.scenario.instructions[who].points
        assert {part.issue: part.points for part in taken.of("word")} == {i: points[i][o] for i, o in signed.items()}
        assert all(isinstance(part.entries[0][0], Signed) for part in taken.of("word"))


def test_words_that_stand_together_are_told_apart_from_each_alone() -> None:
    """In some signed text two words are worth something together, once for each pair."""
    found = [part for seed in range(1, 20, 2) for each in parts(random_debrief("three-rivers", seed)).values()
             for part in each.of("together")]  # fmt: skip
    assert found
    assert all(len(part.entries) == 1 and isinstance(part.entries[0][0], Together) for part in found)


def test_hours_are_told_by_day() -> None:
    """The day on which a cost fell due has it: two points for every six hours, of sittings of eight hours, ..."""
    talks = debrief("istanbul-communique-1994", 1)
    taken = parts(talks)
    days = [session.day for session in talks.scenario.calendar.sessions]
    for who in talks.scenario.ids:
        hours = taken[who].of("hours")
        delay = talks.scenario.instructions[who].delay
        assert [part.day for part in hours] == sorted({part.day for part in hours if part.day})
        assert {part.day for part in hours} <= set(days)
        first = talks.scenario.calendar.sessions[0]
        on_first = sum(part.points for part in hours if part.day == first.day)
        sits = sum(session.hours for session in talks.scenario.calendar.sessions if session.day == first.day)
        assert -on_first == delay.cost(min(sits, talks.course.end.hours))


def test_whoever_pressed_is_one_part_however_often() -> None:
    """The charges of an audience stand together under its name, apart from what was done at the table."""
    for name in ("istanbul-communique-1994", "harbour"):
        for seed in range(1, 9):
            talks = random_debrief(name, seed)
            for who, taken in parts(talks).items():
                charged = Counter({each.audience: 0 for each in talks.course.end.charges.get(who, ()) if each.audience})
                for each in talks.course.end.charges.get(who, ()):
                    if each.audience:
                        charged[each.audience] += each.points
                assert {part.audience: part.points for part in taken.of("audience")} == dict(charged)


def test_without_a_text_there_are_no_words() -> None:
    """The walk-away stands where the words would."""
    talks = debrief("istanbul-communique-1994", 3)
    assert talks.course.signed is None
    for who, taken in parts(talks).items():
        assert not taken.of("word")
        assert [part.points for part in taken.of("walk-away")] == [talks.walk_away[who]]
