"""The plot of every possible text: what it counts is what the analysis counts, and its marks lie on real texts."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from game.analysis import analyse, worth
from game.debrief import Debrief
from game.debrief.plot import Mark, agreement, closer, plot, points_of, with_marks
from game.text import Outcome
from tests.debrief.courses import debrief
from tests.library import LARGE_SLOWLY

SHORT = "istanbul-communique-1994"


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_every_text_is_counted_at_its_place(name: str) -> None:
    """For any two delegations, the texts at all places are the texts that could be signed, and each mark with a text
    lies where the sheets say."""
    found = debrief(name)
    for one, other in combinations(found.scenario.ids, 2):
        shown = plot(found, one, other)
        assert shown.cells is not None
        assert sum(shown.cells.texts.tolist()) == shown.texts
        for mark in shown.marks:
            if mark.text is None:
                assert (mark.kind, mark.points) == ("no-text", shown.walk_away)
                continue
            sheets = found.scenario.instructions
            assert mark.points == (sheets[one].utility(mark.text), sheets[other].utility(mark.text))
            if found.scenario.text.conflict(mark.text) is None and mark.kind in ("nash", "kalai-smorodinsky", "yours"):
                assert mark.texts


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_its_numbers_are_those_of_the_analysis(name: str) -> None:
    """On the same sheets: texts, agreeable texts, frontier, fair texts and how many share their points, history."""
    found = debrief(name)
    one, other = found.scenario.ids[:2]
    shown, told = plot(found, one, other), analyse(found.scenario)
    assert (shown.texts, shown.agreeable) == (told.signable, told.agreeable)
    assert shown.walk_away == (told.walk_away[one], told.walk_away[other])
    fair = {"nash": told.fair.nash, "kalai-smorodinsky": told.fair.kalai_smorodinsky}
    marks: dict[str, Mark] = {mark.kind: mark for mark in shown.marks}
    for kind, deal in fair.items():
        assert (deal is None) == (kind not in marks)
        if deal is not None:
            assert marks[kind].points == deal.points[:2]
            if len(found.scenario.ids) == 2:
                assert marks[kind].texts == told.texts_with(deal)
    if told.historical and told.historical.place:
        assert marks["historical"].points == told.historical.place.points[:2]
    (edge,) = (line for line in shown.lines if line.kind == "frontier")
    if len(found.scenario.ids) == 2:
        assert [*edge.points] == [(x, y) for x, y in told.frontier.points[::-1].tolist()]


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_nothing_lies_beyond_the_frontier(name: str) -> None:
    """No text gives both of the two as much as a point of their frontier and one of them more; it rises to the right
    and falls."""
    found = debrief(name)
    shown = plot(found, *found.scenario.ids[:2])
    (edge,) = (line for line in shown.lines if line.kind == "frontier")
    assert shown.cells is not None
    places = {(x, y) for x, y in shown.cells.points.tolist()}
    assert set(edge.points) <= places
    for x, y in edge.points:
        assert [place for place in places if place[0] >= x and place[1] >= y] == [(x, y)]
    assert list(edge.points) == sorted(edge.points)


def test_both_paths_begin_at_the_openings_and_meet_in_the_signed_text() -> None:
    """One line for the positions of each; every point of it is a draft with its hour."""
    found = debrief(SHORT)
    one, other = found.scenario.ids
    shown = plot(found, one, other)
    paths = {line.who: line.points for line in shown.lines if line.kind == "path"}
    signed = shown.first("yours")
    assert signed is not None
    assert signed.text == found.course.signed
    for who in (one, other):
        opening = points_of(found, one, other, found.scenario[who].opening)
        assert paths[who][0] == opening
        assert paths[who][-1] == signed.points
        hours = [mark.hour for mark in shown.marks if mark.kind == "draft" and mark.who == who]
        assert len(hours) == len(paths[who]) > 1
        assert hours == sorted(hour for hour in hours if hour is not None)
        assert hours[0] == 0


def test_talks_without_a_text_lie_at_the_walk_away() -> None:
    """Where nothing was signed there is no mark of a signed text, but one at the walk-away of both."""
    found = debrief("harbour")
    assert found.course.signed is None
    shown = plot(found, *found.scenario.ids[:2])
    assert shown.first("yours") is None
    mark = shown.first("no-text")
    assert mark is not None
    assert mark.points == shown.walk_away


def test_the_two_can_be_any_two_in_any_order() -> None:
    """Turned round, the plot is the same with its axes changed; with itself a delegation has none."""
    found = debrief("three-rivers")
    one, other = found.scenario.ids[2], found.scenario.ids[0]
    there, back = plot(found, one, other), plot(found, other, one)
    assert {(mark.kind, mark.points, mark.texts) for mark in there.marks} == {
        (mark.kind, mark.points[::-1], mark.texts) for mark in back.marks
    }
    (left, low), (right, high) = there.bounds
    assert back.bounds == ((low, left), (high, right))
    with pytest.raises(ValueError, match="two delegations"):
        plot(found, one, one)


def test_a_part_of_it_counts_nothing_anew() -> None:
    """Between the corners of what both could live with are all those texts, as many as before, and the marks."""
    whole = plot(debrief(SHORT), *debrief(SHORT).scenario.ids)
    corners = agreement(whole)
    assert corners is not None
    part = closer(whole, *corners)
    assert part.bounds == corners
    assert (part.texts, part.agreeable, part.lines) == (whole.texts, whole.agreeable, whole.lines)
    assert {mark.kind for mark in whole.marks} - {mark.kind for mark in part.marks} <= {"draft"}
    assert part.cells is not None
    inside = (part.cells.points >= part.walk_away).all(axis=1)
    assert part.cells.texts[inside].sum() == whole.agreeable
    assert part.texts_at(part.cells.points[0].tolist()) == part.cells.texts[0]


def test_other_talks_can_be_marked_too() -> None:
    """A mark that is added is counted like the others, and the bounds reach to it."""
    found = debrief(SHORT)
    one, other = found.scenario.ids
    shown = plot(found, one, other)
    history = found.scenario.history
    assert history is not None
    there = points_of(found, one, other, history.outcome)
    more = with_marks(shown, [Mark("table", there, history.outcome, name="B"), Mark("earlier", (500, -500))])
    table = more.first("table")
    assert table is not None
    assert table.texts == sum(
        1
        for text in _texts(found)
        if (worth(found.space.sheets[one], text), worth(found.space.sheets[other], text)) == there
    )
    assert more.bounds[1][0] == 500
    assert more.bounds[0][1] == -500
    assert len(shown.marks) + 2 == len(more.marks)


def _texts(found: Debrief) -> list[Outcome]:
    """Every text that could be signed, one by one."""
    text, shut = found.scenario.text, found.space.shut
    rows = (
        dict(zip((issue.id for issue in text.issues), choice, strict=True))
        for choice in product(*([option.id for option in issue.options] for issue in text.issues))
    )
    return [row for row in rows if text.conflict(row) is None and not shut.intersection(row.items())]


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_no_two_positions_are_marked_at_one_place_in_one_hour(name: str) -> None:
    """Where both come to one text they have one mark, and both lines still end there."""
    found = debrief(name)
    for one, other in combinations(found.scenario.ids, 2):
        shown = plot(found, one, other)
        drafts = [(mark.points, mark.hour) for mark in shown.marks if mark.kind == "draft"]
        assert len(drafts) == len(set(drafts))
        ends = {line.points[-1] for line in shown.lines if line.kind == "path"}
        signed = shown.first("yours")
        assert signed is None or ends == {signed.points}
