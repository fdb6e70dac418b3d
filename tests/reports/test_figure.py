"""The plot laid out as a picture: every place exact, and no words over others or cut off."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations, pairwise, product
from pathlib import Path

import pygame
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import game
from game.debrief.plot import Mark, agreement, closer, with_marks
from game.reports.figure import figure
from game.reports.lettering import area_of, wide
from game.reports.picture import Area, Label, Picture, Stroke, clipped
from game.reports.placing import Place, Words, arrange
from game.words import speaking
from game.words.plots import called, counted
from tests.debrief.courses import debrief
from tests.library import LARGE_SLOWLY
from tests.reports.pictures import LARGE_SIZE, LARGE_TYPE, SHORT, SMALL_SIZE, needed, pictured, plotted, unnamed
from tests.words.pseudo import Pseudo, plain_words

FONTS = Path(game.__file__).parent.parent / "assets" / "fonts"


def laid_over(picture: Picture) -> list[tuple[str, str]]:
    """Words that are cut off, or lie over other words, a sign or a line."""
    whole = Area(0, 0, picture.width, picture.height)
    areas = [(label.words, area_of(label)) for label in picture.labels]
    found = [(words, "the edge") for words, area in areas if not area.within(whole)]
    found += [(a, b) for (a, one), (b, other) in combinations(areas, 2) if one.meets(other)]
    signs = [sign.area.grown(-2) for sign in picture.symbols]
    found += [(words, "a sign") for words, area in areas if any(area.meets(sign) for sign in signs)]
    lines = product(areas, picture.strokes)
    return found + [(words, line.what) for (words, area), line in lines if any(clipped(line.spots, area.grown(-0.1)))]


@pytest.mark.parametrize("size", [LARGE_SIZE, SMALL_SIZE])
@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_all_words_are_there_apart_and_whole(name: str, size: tuple[int, int]) -> None:
    """Nothing that should be told is left out, no words lie over others, over a line or over a mark, and none is cut
    off."""
    picture = pictured(name, size)
    assert unnamed(picture, plotted(name), debrief(name).scenario) == []
    assert laid_over(picture) == []


@pytest.mark.parametrize("size", LARGE_TYPE)
@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_where_room_is_scarce_every_mark_is_named(name: str, size: tuple[int, int]) -> None:
    """In the whole and closer, whatever has no letter of its own is named beside it or in the key below the plot, one's
    own text and that of history with it; and nothing lies over anything for that."""
    whole, scenario = plotted(name), debrief(name).scenario
    corners = agreement(whole)
    part = closer(whole, *corners) if corners is not None else None
    for shown in (whole, part):
        if shown is not None:
            picture = figure(shown, scenario, *size, kept=(Area(size[0] - 92, 0, 92, 26),))
            assert needed(shown, scenario).isdisjoint(unnamed(picture, shown, scenario))
            assert laid_over(picture) == []


def test_the_key_has_the_sign_before_each_name() -> None:
    """What is named below the plot has the very sign there that it has in the plot, on the line of its name."""
    shown, scenario = plotted(), debrief(SHORT).scenario
    picture = figure(shown, scenario, 274, 228)
    below = [label for label in picture.labels if label.y > picture.frame.bottom + 48]
    assert below
    for label in below:
        (mark,) = [mark for mark in shown.marks if called(scenario, shown, [mark]) == label.words]
        (sign,) = [sign for sign in picture.symbols if sign.mark == mark]
        beside = [other for other in picture.symbols if other.mark is None and abs(other.y - label.y) < 10]
        before = max((other for other in beside if other.x < label.x), key=lambda other: other.x)
        assert (before.shape, before.fill, before.edge) == (sign.shape, sign.fill, sign.edge)
        assert label.x - before.x < 20


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_every_mark_is_at_its_points(name: str) -> None:
    """The sign of each mark is where its points are, there and back, and can be pointed at."""
    picture, shown = pictured(name), plotted(name)
    signs = [(sign.mark, sign) for sign in picture.symbols if sign.mark is not None]
    assert {(mark.kind, mark.points) for mark, _ in signs} == {(mark.kind, mark.points) for mark in shown.marks}
    for mark, sign in signs:
        assert picture.to_points(sign.x, sign.y) == pytest.approx(mark.points)
        assert picture.to_picture(mark.points) == pytest.approx((sign.x, sign.y))
        assert picture.holds(sign.x, sign.y)
        found = picture.mark_at(sign.x, sign.y)
        assert found is not None
        assert found.points == mark.points
    assert picture.mark_at(-50, -50) is None


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_every_text_lies_in_a_cell(name: str) -> None:
    """Each pair of sums that a text has is covered by a cell, and those on which both could agree by a colour of their
    own."""
    picture, shown = pictured(name), plotted(name)
    assert shown.cells is not None
    inside: set[str] = set()
    outside: set[str] = set()
    for points in shown.cells.points.tolist():
        x, y = picture.to_picture(points)
        fills = {
            cells.fill for cells in picture.cells if any(area.meets(Area(x, y, 0.01, 0.01)) for area in cells.areas)
        }
        assert len(fills) == 1, points
        agreeable = all(mine >= least for mine, least in zip(points, shown.walk_away, strict=True))
        (inside if agreeable else outside).update(fills)
    assert not inside & outside


def test_a_side_is_told_by_more_than_its_colour() -> None:
    """One walk-away is dashed, one path is two lines, and the marks of both have different shapes and letters."""
    picture, shown = pictured(), plotted()
    walk_aways = {stroke.who: stroke for stroke in picture.strokes if stroke.what == "walk-away"}
    assert [bool(walk_aways[who].dash) for who in (shown.one, shown.other)] == [False, True]
    paths = [(bool(stroke.core), stroke.dash) for stroke in picture.strokes if stroke.what == "path"]
    assert len(set(paths)) == 2
    opened = [sign for sign in picture.symbols if sign.mark and sign.mark.kind == "draft" and not sign.mark.hour]
    assert len({(sign.shape, sign.letter) for sign in opened}) == 2
    kinds = {sign.mark.kind: (sign.shape, sign.fill) for sign in picture.symbols if sign.mark}
    assert len({kinds[kind] for kind in ("yours", "historical", "nash", "kalai-smorodinsky")}) == 4


def test_every_word_of_it_comes_out_of_the_catalogue() -> None:
    """In a language for tests nothing is left in plain letters but names, and all has room."""
    found, shown = debrief(SHORT), plotted()
    shorts = " ".join(found.scenario[who].short for who in found.scenario.ids)
    named = {*shorts.split(), *shorts.title().split()}
    with speaking(Pseudo()):
        picture = figure(shown, found.scenario, *LARGE_SIZE)
        assert unnamed(picture, shown, found.scenario) == []
    plain = [plain_words(label.words, frozenset(named)) for label in picture.labels]
    assert [words for words in plain if words] == []


def test_many_tables_fit() -> None:
    """Thirty tables, one beside the other, are dots with their letters beside them; far apart or alone, a table has its
    letter in its sign, and several at one place have theirs beside it."""
    shown = plotted()
    tables = [Mark("table", (30 + n, 90 - n), name=chr(ord("A") + n % 26)) for n in range(30)]
    picture = figure(with_marks(shown, tables), debrief(SHORT).scenario, 800, 690)
    signs = [sign for sign in picture.symbols if sign.mark and sign.mark.kind == "table"]
    assert [(sign.letter, sign.radius) for sign in signs] == [("", 5)] * 30
    told = [words.words for words in picture.labels]
    assert sum(told.count(mark.name) for mark in tables[:26]) > 20
    few = [Mark("table", (20, 60), name="A"), Mark("table", (60, 20), name="B C")]
    picture = figure(with_marks(shown, few), debrief(SHORT).scenario, 800, 690)
    assert [sign.letter for sign in picture.symbols if sign.mark and sign.mark.kind == "table"] == ["A", ""]
    assert "B, C" in [words.words for words in picture.labels]
    assert unnamed(picture, shown, debrief(SHORT).scenario) == []


@pytest.mark.parametrize(("bold", "file"), [(False, "OpenSans-Regular.ttf"), (True, "OpenSans-Bold.ttf")])
def test_words_are_not_wider_than_they_are_taken_to_be(bold: bool, file: str) -> None:
    """In the type of the window every label of a picture fits into the room that was kept for it."""
    pygame.font.init()
    font = pygame.font.Font(str(FONTS / file), 140)
    labels = [label for label in pictured().labels if label.bold == bold]
    assert labels
    for label in labels:
        real = font.size(label.words)[0] / 140 * label.size
        assert real <= wide(label.words, label.size, bold=bold) <= 1.45 * real


@given(st.lists(st.tuples(st.integers(-5, 15), st.integers(-5, 15)), min_size=2, max_size=6))
@example([(10, 0), (10, 1)])
@example([(0, 0), (0, -1)])
def test_lines_end_at_the_frame(spots: list[tuple[int, int]]) -> None:
    """Of a line only what lies in the area is left, and all of that; a line that stays inside is left as it is."""
    area = Area(0, 0, 10, 10)
    parts = list(clipped(spots, area))
    for part in parts:
        assert all(-1e-6 <= x <= 10 + 1e-6 and -1e-6 <= y <= 10 + 1e-6 for x, y in part)
    kept = sum(math.dist(a, b) for part in parts for a, b in pairwise(part))
    steps = [
        (a[0] + (b[0] - a[0]) * (k + 0.5) / 400, a[1] + (b[1] - a[1]) * (k + 0.5) / 400, math.dist(a, b) / 400)
        for a, b in pairwise(spots)
        for k in range(400)
    ]
    inside = sum(length for x, y, length in steps if 0 <= x <= 10 and 0 <= y <= 10)
    assert kept == pytest.approx(inside, abs=0.06 * len(spots))
    if all(0 <= x <= 10 and 0 <= y <= 10 for x, y in spots):
        assert [spot for part in parts for spot in part] == spots


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), st.integers(0, 9)), max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_the_arrangement_is_the_best(rows: list[list[tuple[int, int, int]]]) -> None:
    """It costs what the cheapest of all arrangements costs that has no words over others."""

    def at(x: int, y: int, cost: int) -> Place:
        return Place(Area(x, y, 2, 1), (Label("", x, y, ""),), cost)

    wanted = [Words(tuple(at(*row) for row in places), 12.0) for places in rows]

    def cost(places: list[Place | None]) -> float:
        return sum(12.0 if place is None else place.cost for place in places)

    def apart(places: list[Place | None]) -> bool:
        there = [place for place in places if place is not None]
        return not any(one.area.meets(other.area) for one, other in combinations(there, 2))

    every = product(*([*words.places, None] for words in wanted))
    found = arrange(wanted, ())
    assert apart(found)
    assert cost(found) == min(cost(list(places)) for places in every if apart(list(places)))


@given(*(st.integers(-3, 13) for _ in range(4)))
def test_no_words_stand_over_a_line(x1: int, y1: int, x2: int, y2: int) -> None:
    """A place is left free if some of a line lies inside, and only then."""
    area = Area(0, 0, 10, 10)
    steps = [(x1 + (x2 - x1) * k / 600, y1 + (y2 - y1) * k / 600) for k in range(601)]
    inside = any(0.05 < x < 9.95 and 0.05 < y < 9.95 for x, y in steps)
    near = any(-0.05 < x < 10.05 and -0.05 < y < 10.05 for x, y in steps)
    there_and_back = Stroke(((x1, y1), (x2, y2), (x1, y1)), "", 1)
    (found,) = arrange([Words((Place(area, (), 3.0),), 12.0)], (), [there_and_back])
    if inside and (x1, y1) != (x2, y2):
        assert found is None
    if not near:
        assert found is not None


def test_no_leaders_cross() -> None:
    """Of two words each of which would rather stand beyond the other's mark, one takes another place."""
    spots = (0.0, 0.0), (20.0, 0.0)

    def at(x: float, spot: tuple[float, float], cost: float) -> Place:
        return Place(Area(x, 20, 8, 4), (), cost, Stroke(((x + 4, 20.0), spot), "", 1, what="leader"))

    wanted = [
        Words((at(20, spots[0], 1), at(-4, spots[0], 2)), 12.0),
        Words((at(-6, spots[1], 1), at(30, spots[1], 2)), 12.0),
    ]
    one, other = arrange(wanted, ())
    assert one is not None
    assert other is not None
    assert (one.cost, other.cost) in {(1, 2), (2, 1)}


def test_texts_that_were_not_counted_leave_the_rest() -> None:
    """Where there are too many texts to count, lines and marks are drawn all the same, and that is said."""
    found = debrief(SHORT)
    bare = replace(plotted(), cells=None, texts=None, agreeable=None)
    picture = figure(bare, found.scenario, *LARGE_SIZE)
    assert picture.cells == ()
    assert {sign.mark.kind for sign in picture.symbols if sign.mark} == {mark.kind for mark in bare.marks}
    assert unnamed(picture, bare, found.scenario) == []
    assert counted(found.scenario, bare) == "There are more texts than could be counted."
    assert (agreement(bare), bare.texts_at(bare.walk_away), bare.next_to(bare.walk_away, 1, 0)) == (None, None, None)
