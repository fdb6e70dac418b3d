"""Where the talks were heading at each moment, and which moves changed it most: as enumeration has it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial
from itertools import pairwise, product
from random import Random

import pytest

from game.analysis import Budget
from game.debrief import Debrief
from game.debrief.expected_end import Expected, expected_ends, open_options
from game.debrief.turning_points import LEAST, MOST, prospects, turning_points
from game.talks import Shift, Talks, verdict
from game.talks.events import Declined, Happened
from game.text import DelegationId, IssueId, OptionId
from game.words.debrief import section
from game.words.page import Items, Paragraph, Table, unmarked
from tests.debrief.by_hand import by_hand
from tests.debrief.courses import debrief
from tests.library import opened, random_game

BORO, VERB = DelegationId("BORO"), IssueId("verb")
SMALL = ("two-words", "three-rivers", "istanbul-communique-1994", "harbour")


def enumerated(talks: Talks) -> tuple[int, dict[DelegationId, Fraction]]:
    """How many texts are open, and the expected end: said once more, text by text."""
    told, text = talks.scenario, talks.scenario.text
    found = verdict(talks)
    sheets = told.instructions
    away = {who: Fraction(sheet.reservation_value) for who, sheet in sheets.items()}
    if found is not None:
        if found.outcome is None:
            return 0, away
        return 1, {who: Fraction(sheet.utility(found.outcome)) for who, sheet in sheets.items()}
    never = {
        (event.issue, event.option)
        for event in talks.events
        if isinstance(event, Declined)
        and event.never
        and talks.positions[event.by or DelegationId("")][event.issue or IssueId("")] != event.option
    }
    never |= {(shift.issue, shift.option) for shift in talks.barred}
    open_to: list[list[tuple[IssueId, OptionId]]] = []
    for issue in text.issues:
        ladder = [option.id for option in issue.options]
        stand = sorted(ladder.index(talks.positions[who][issue.id]) for who in told.ids)
        open_to.append(
            [
                (issue.id, option)
                for place, option in enumerate(ladder)
                if stand[0] <= place <= stand[-1] and (stand[0] == stand[-1] or (issue.id, option) not in never)
            ]
        )
    sums = []
    for chosen in product(*open_to):
        outcome = dict(chosen)
        within = all(
            option in sheets[who].allowed(issue, 99, text[issue].ids) or option == told[who].opening[issue]
            for who in told.ids
            for issue, option in chosen
        )
        worth = {who: sheets[who].utility(outcome) for who in told.ids}
        if within and text.conflict(outcome) is None and all(worth[who] >= away[who] for who in told.ids):
            sums.append(worth)
    if not sums:
        return 0, away
    return len(sums), {who: Fraction(sum(each[who] for each in sums), len(sums)) for who in told.ids}


@pytest.mark.parametrize("name", SMALL)
def test_the_expected_end_is_what_enumeration_makes_of_it(name: str) -> None:
    """At every moment of a game of computers."""
    found = debrief(name, 1)
    for moment, then in zip(expected_ends(found), moments(found), strict=True):
        assert (moment.texts, dict(moment.points)) == enumerated(then)
        assert (moment.number, moment.hours) == (then.version, then.hours)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_played_the_expected_end_agrees_with_enumeration(seed: int) -> None:
    """In random games, in which much is refused for ever, barred and reopened."""
    expected = Expected()
    for talks in random_game(opened(SMALL[seed % 4], seed), Random(seed)):
        moment = expected.of(talks)
        assert (moment.texts, dict(moment.points)) == enumerated(talks)


def test_what_takes_too_much_counting_has_no_expected_end() -> None:
    """Nor does what leaves more open; as soon as so much is settled that it can be counted, it is told."""
    expected, found = Expected(Budget(width=1000, held=40, work=60)), debrief("istanbul-communique-1994", 1)
    told = [expected.of(talks) for talks in moments(found)]
    assert told[0].texts is None
    assert not told[0].points
    assert told[-1] == expected_ends(found)[-1]
    for moment, whole in zip(told, expected_ends(found), strict=True):
        assert moment.texts is None or moment == whole


def test_the_course_is_whole_and_has_every_turning_point() -> None:
    """From before the first move to the end, with the walk-aways beside it."""
    found = debrief("istanbul-communique-1994", 1)
    shown = prospects(found)
    assert shown.moments == expected_ends(found)
    assert shown.turned == turning_points(found)
    assert shown.walk_away == found.walk_away


@pytest.mark.parametrize("name", SMALL)
def test_turning_points_are_the_largest_changes(name: str) -> None:
    """No step that is left out changed more than one that is told, and each adds up to the course."""
    found = debrief(name, 1)
    ends, points = expected_ends(found), turning_points(found)
    sizes = [sum(abs(now.points[who] - was.points[who]) for who in now.points) for was, now in pairwise(ends)]
    told = {point.number for point in points}
    assert 0 < len(points) <= MOST
    assert [point.number for point in points] == sorted(told)
    for point in points:
        assert point.before == ends[point.number - 1]
        assert point.after == ends[point.number]
        assert point.size == sizes[point.number - 1]
        assert max(map(abs, point.change.values())) >= LEAST
    least = min(point.size for point in points)
    assert all(size <= least for n, size in enumerate(sizes, 1) if n not in told) or len(points) < MOST


def test_moments_that_could_not_be_counted_are_owned(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not said of them that nothing changed."""
    monkeypatch.setattr("game.debrief.expected_end.Expected", partial(Expected, Budget(width=1000, held=40, work=60)))
    found = Debrief(debrief("istanbul-communique-1994", 1).course)
    unknown = sum(not moment.points for moment in expected_ends(found))
    assert 0 < unknown < len(expected_ends(found))
    told = section(found, "turning")
    assert told is not None
    lead, owned, *_ = (unmarked(block.words) for block in told.blocks if isinstance(block, Paragraph))
    assert "No move changed" not in lead
    assert str(unknown) in owned
    assert "too many to count" in owned


def test_what_was_refused_for_ever_is_open_no_more() -> None:
    """Until whoever refused it stands there."""
    found = by_hand(
        "two-words",
        "ARIA tables ARIA:verb=will BORO:verb=will",
        "BORO declines 1 over verb, never",
        'ARIA says "We wait."',
        "BORO moves verb=will",
        "ARIA leaves",
    )
    open_to = [open_options(step.after)[VERB] for step in found.course.steps]
    assert open_to == [
        {"shall", "will", "seek"},
        {"shall", "seek"},
        {"shall", "seek"},
        {"shall", "will"},
        {"shall", "will"},
    ]
    ends = expected_ends(found)
    assert [moment.texts for moment in ends] == [enumerated(talks)[0] for talks in moments(found)]
    refused = next(point for point in turning_points(found) if point.never)
    assert refused.number == 2
    assert refused.never == (Shift(BORO, VERB, OptionId("will")),)
    assert refused.package is not None
    assert refused.package.by == "ARIA"


def test_the_end_without_a_text_is_a_turning_point() -> None:
    """Whoever leaves has everybody fall from what was open to the walk-away."""
    (point,) = turning_points(by_hand("two-words", 'ARIA says "We wait."', "BORO leaves"))
    assert (point.number, point.by, point.move.by) == (2, "end", BORO)
    assert point.after.no_text
    assert point.after.points == {"ARIA": 45, "BORO": 40}


def test_what_the_world_did_is_told_from_what_the_words_did() -> None:
    """An event that changes a sheet moves the expected end, and no word has done it; the parts add up."""
    points = turning_points(debrief("istanbul-communique-1994", 1))
    world = next(point for point in points if point.by == "world")
    assert any(isinstance(event, Happened) for event in world.events)
    assert all(part == 0 for part in world.by_words.values())
    assert any(world.change.values())
    words = next(point for point in points if point.by == "words")
    assert words.by_words == words.change
    assert words.moved
    assert {each.issue for each in words.moved} <= set(words.issues)


def test_turning_points_are_told_with_their_numbers() -> None:
    """A table leads to each move, and each sentence has the numbers of the values; you are called you."""
    found = debrief("istanbul-communique-1994", 1)
    me = found.scenario.ids[0]
    told = section(found, "turning", me)
    assert told is not None
    points = turning_points(found)
    table = next(block for block in told.blocks if isinstance(block, Table))
    assert [cell.move for row in table.rows for cell in row[0] if not isinstance(cell, str)] == [
        p.number for p in points
    ]
    said = [unmarked(block.words) for block in told.blocks if isinstance(block, Paragraph)]
    for point in points:
        before, after = float(point.before.points[me]), float(point.after.points[me])
        assert any(f"For you the expected end went from {before:.1f} to {after:.1f} points" in each for each in said)
    assert any(isinstance(block, Items) for block in told.blocks)


def test_talks_that_nothing_moved_have_no_turning_point() -> None:
    """A text that is signed as it was clean from the beginning was never anywhere else."""
    found = debrief("istanbul-communique-1994", 1)
    clean = dict(found.scenario.history.outcome) if found.scenario.history else {}
    talks = replace(
        opened("istanbul-communique-1994", as_written=True), positions=dict.fromkeys(found.scenario.ids, clean)
    )
    lines = ["RUS initials", "NATO initials", "RUS reads -", "NATO reads -"]
    quiet = by_hand("istanbul-communique-1994", *lines, opening=talks)
    assert turning_points(quiet) == ()
    told = section(quiet, "turning")
    assert told is not None
    assert not any(isinstance(block, Table) for block in told.blocks)


def moments(found: Debrief) -> list[Talks]:
    """The talks before the first move, and after each."""
    return [found.course.opening, *(step.after for step in found.course.steps)]
