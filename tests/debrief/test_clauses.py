"""The story of a text: where each side began, what settled each issue, the hours in brackets, who moved first, who
paid."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from game.debrief import Course, Debrief
from game.debrief.clauses import Clauses, clauses
from game.talks import Accept, Amend, Record, Refused, open_talks, play, read_move
from game.text import DelegationId, IssueId
from tests.debrief.courses import debrief, random_debrief
from tests.library import DRILLS, EVERY, scenario

SHORT = "istanbul-communique-1994"
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")
ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
VERB = IssueId("verb")


@cache
def lake(*lines: str) -> Clauses:
    """The story of the talks by the lake with these moves; Boro leaves after the last of them."""
    opening = open_talks(scenario("two-words"), 1, as_written=True)
    talks = opening
    for line in (*lines, "leaves"):
        after = play(talks, read_move(f"{talks.floor} {line}"))
        assert not isinstance(after, Refused), line
        talks = after
    record = Record("two-words", "", 1, dict.fromkeys(talks.scenario.ids, "person"), talks.moves)
    return clauses(Debrief(Course.from_opening(opening, record)))


@pytest.mark.parametrize("name", EVERY)
def test_every_issue_is_told_once_with_its_hours(name: str) -> None:
    """In random games: each issue is in one clause; its hours in brackets are those between the moves before which it
    was open; what settled it is the last move that closed it; and who paid is the difference on the sheet."""
    for seed in range(1, 5):
        talks = random_debrief(name, seed)
        told, course = clauses(talks), talks.course
        assert sorted(each.issue for each in told.issues) == sorted(i.id for i in talks.scenario.text.issues)
        for story in told.issues:
            ends = [course.opening.hours, *(step.after.hours for step in course.steps)]
            open_before = [story.issue in step.before.brackets for step in course.steps]
            gaps = [later - sooner for sooner, later in pairwise(ends)]
            assert story.hours == sum(gap for gap, bracket in zip(gaps, open_before, strict=True) if bracket)
            assert (story.settled is None) == (story.issue in course.end.brackets)
            begun_closed = story.issue in course.opening.agreed
            assert len(story.closed) + begun_closed >= len(story.reopened)
            for closing in story.closed:
                assert isinstance(course.steps[closing.step - 1].move, Accept | Amend)
                assert course.steps[closing.step - 1].after.agreed[story.issue] == closing.option
            if (by := story.settled_by) is not None:
                assert by.option == story.settled
        for who in talks.scenario.ids:
            if course.signed is not None:
                sheet = talks.scenario.instructions[who]
                opened = sum(sheet.points[issue][o] for issue, o in course.opening.positions[who].items())
                signed = sum(sheet.points[issue][o] for issue, o in course.signed.items())
                assert told.paid(who) == signed - opened


def test_a_package_settles_several_issues_at_once() -> None:
    """Istanbul, first seed: at move 13 Russia took package 8 of the Alliance's, and three issues were closed by it; the
    last one the Alliance gave alone, at move 18."""
    stories = {story.issue: story for story in clauses(debrief(SHORT, 1)).issues}
    by = {issue: story.settled_by for issue, story in stories.items()}
    assert {issue: each and (each.step, each.how, each.package, each.proposed_by) for issue, each in by.items()} == {
        **dict.fromkeys(map(IssueId, ("partner", "consult", "csce")), (13, "package", 8, NATO)),
        IssueId("enl"): (18, "amendment", None, None),
    }
    assert stories[IssueId("enl")].paid == {RUS: 0, NATO: -16}
    assert stories[IssueId("enl")].hours == 13


def test_a_hold_up_is_told_with_its_end() -> None:
    """Russia held up a side text, the Alliance gave the word, and it is told what that was worth to each."""
    (held,) = clauses(debrief(SHORT, 1)).hold_ups
    assert (held.by, held.how, held.ended_by, held.hours) == (RUS, "give", NATO, 0.5)
    assert held.points == {RUS: 4, NATO: -2}
    (sat,) = clauses(debrief(SHORT, 2)).hold_ups
    assert sat.how == "sit"
    assert sat.points is None
    assert sat.hours >= 2


def test_what_is_open_to_the_end_has_nobody_who_paid() -> None:
    """Talks that were left: no issue was settled, and all stood in brackets from the first hour to the last."""
    talks = debrief(SHORT, 3)
    for story in clauses(talks).issues:
        assert (story.settled, story.settled_by, dict(story.paid)) == (None, None, {})
        assert story.hours == talks.course.end.hours


def test_reopening_adds_to_the_hours() -> None:
    """Both come to one verb, Boro goes back to its own, and comes again: the hour in which it was closed is in no
    bracket, those before and after are, and it is told who opened it again."""
    told = lake(
        "moves verb=will", "moves verb=will", 'says "Well."', "moves verb=seek", 'says "Oh."', "moves verb=will"
    )
    story = next(each for each in told.issues if each.issue == VERB)
    assert [(each.by, each.step) for each in story.closed] == [(BORO, 2), (BORO, 6)]
    assert [(each.by, each.step, each.audience) for each in story.reopened] == [(BORO, 4, None)]
    assert story.first is not None
    assert (story.first.by, story.first.step, story.first.how) == (ARIA, 1, "amendment")
    clock = scenario("two-words").clock
    assert story.hours == 2 * clock.amend + clock.say + clock.amend


def test_an_offer_is_the_first_move() -> None:
    """Who tables a package in which it leaves its own wording has moved first, though nobody takes it."""
    for seed in range(1, 5):
        for name in (SHORT, *DRILLS):
            talks = random_debrief(name, seed)
            for story in clauses(talks).issues:
                if story.first is None:
                    assert story.opening == story.stood
                else:
                    assert story.first.option != story.opening[story.first.by]
                    assert talks.course.steps[story.first.step - 1].move.by == story.first.by or (
                        story.first.how == "retreat"
                    )
