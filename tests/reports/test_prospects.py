"""The course of the expected end as a picture: every place in it is a number, and no word lies over another."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.debrief.turning_points import Prospects, prospects
from game.reports.figure import figure
from game.reports.lettering import area_of
from game.reports.picture import Area, Picture
from game.reports.svg import svg
from game.words.debrief import section
from game.words.page import Figure
from tests.debrief.by_hand import by_hand
from tests.debrief.courses import debrief

SIZES = [(640.0, 320.0), (420.0, 240.0)]
GAMES = [("istanbul-communique-1994", 1), ("harbour", 1), ("two-words", 1)]


def drawn(name: str, seed: int, size: tuple[float, float]) -> tuple[Prospects, Picture]:
    """A course, and its picture."""
    found = debrief(name, seed)
    shown = prospects(found)
    return shown, figure(shown, found.scenario, *size)


@pytest.mark.parametrize(("name", "seed"), GAMES)
def test_each_line_is_at_its_points_in_its_hours(name: str, seed: int) -> None:
    """From each move to the next the line of a side stays where the expected end was."""
    shown, picture = drawn(name, seed, SIZES[0])
    for stroke in picture.strokes:
        if stroke.what != "path":
            continue
        assert stroke.who is not None
        places = [picture.to_points(*spot) for spot in stroke.spots]
        for (left, height), (right, same), moment in zip(places[::2], places[1::2], shown.moments, strict=True):
            assert left == pytest.approx(moment.hours, abs=1e-6)
            assert height == same == pytest.approx(float(moment.points[stroke.who]))
            assert right >= left - 1e-9


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "seed"), GAMES)
def test_nothing_lies_over_anything_or_is_cut_off(name: str, seed: int, size: tuple[float, float]) -> None:
    """Words, and the marks at the ends of the lines, are apart and within the picture."""
    shown, picture = drawn(name, seed, size)
    areas = [area_of(label) for label in picture.labels] + [symbol.area for symbol in picture.symbols]
    whole = Area(0, 0, picture.width, picture.height)
    assert all(area.within(whole) for area in areas)
    assert not any(one.meets(other) for one, other in combinations(areas, 2))
    assert len(picture.symbols) == len(shown.walk_away)
    numbers = {label.words for label in picture.labels if label.bold}
    assert {str(point.number) for point in shown.turned} <= numbers


def test_talks_of_one_move_have_a_picture() -> None:
    """Also where no hour passed between the first moment and the last but one."""
    found = by_hand("two-words", "ARIA leaves")
    picture = figure(prospects(found), found.scenario, *SIZES[0])
    assert "<svg" in svg(picture, "The course", "Down.")


def test_the_section_shows_it_and_says_in_words_what_it_shows() -> None:
    """For whoever cannot see it: where it began, and where it ended, for each side."""
    found = debrief("istanbul-communique-1994", 1)
    told = section(found, "turning", found.scenario.ids[0])
    assert told is not None
    (shown,) = [block for block in told.blocks if isinstance(block, Figure)]
    assert isinstance(shown.plot, Prospects)
    for moment in (shown.plot.moments[0], shown.plot.moments[-1]):
        for points in moment.points.values():
            assert f"{float(points):.1f}" in shown.alt
