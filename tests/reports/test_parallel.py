"""All delegations in one picture: every line told by its dash and its signs, and nothing over anything else."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from game.debrief import Debrief
from game.debrief.comparison import comparison
from game.debrief.parallel import Pairs, Parallel, Strand, pairs, parallel, parallel_tables
from game.reports.figure import figure
from game.reports.lettering import area_of
from game.reports.picture import Area, Picture, Symbol
from game.reports.themes import PRINT
from game.words.comparison import comparison_sections
from game.words.page import Figure
from tests.debrief.courses import debrief
from tests.debrief.six import LEFT, six

SEVERAL: dict[str, Callable[[], Debrief]] = {
    "three": lambda: debrief("three-rivers"),
    "six": six,
    "left": lambda: six(LEFT),
    "warsaw": lambda: debrief("warsaw-at-the-table"),
}
SIZES = ((680, 520), (900, 560), (1300, 680))
TALL = [pytest.param(name, marks=pytest.mark.slow) if name == "warsaw" else name for name in SEVERAL]


def crowded(picture: Picture) -> list[tuple[str, str]]:
    """The words that lie over each other or outside."""
    whole = Area(0, 0, picture.width, picture.height)
    areas = [(label.words, area_of(label)) for label in picture.labels]
    found = [(a, b) for (a, one), (b, other) in combinations(areas, 2) if one.grown(-1).meets(other.grown(-1))]
    return [*found, *((words, "outside") for words, area in areas if not area.within(whole))]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", TALL)
def test_side_by_side_nothing_lies_over_anything(name: str, size: tuple[int, int]) -> None:
    """Also with six delegations: no words over words, no sign over a sign, no number under a sign."""
    found = SEVERAL[name]()
    shown = parallel(found)
    assert shown is not None
    picture = figure(shown, found.scenario, *size)
    assert crowded(picture) == []
    on_axes = [sign for sign in picture.symbols if picture.frame.y - 1 <= sign.y]
    assert [(a.shape, b.shape) for a, b in combinations(on_axes, 2) if _cover(a, b)] == []
    signs = [sign.area.grown(-3) for sign in picture.symbols]
    assert [label.words for label in picture.labels if any(area_of(label).meets(sign) for sign in signs)] == []


def _cover(one: Symbol, other: Symbol) -> bool:
    room = one.radius + other.radius
    return abs(one.x - other.x) < room and abs(one.y - other.y) < room


@pytest.mark.parametrize("name", TALL)
def test_every_line_meets_every_axis_at_its_points(name: str) -> None:
    """At the height of its points; in black and white its dash or its sign is its own."""
    found = SEVERAL[name]()
    shown = parallel(found)
    assert shown is not None
    picture = figure(shown, found.scenario, 900, 560, theme=PRINT)
    lines = [stroke for stroke in picture.strokes if stroke.what == "path" and len(stroke.spots) == len(shown.axes)]
    heights = {
        tuple(round(picture.to_points(*spot)[1], 6) for spot in line.spots) for line in lines if len(line.spots) > 2
    }
    assert heights == {
        tuple(round(axis.place(points), 6) for axis, points in zip(shown.axes, strand.points, strict=True))
        for strand in shown.strands
    }
    looks = {(stroke.dash, stroke.width > 1, stroke.who) for stroke in lines}
    assert len(looks) == len(shown.strands)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", TALL)
def test_two_by_two_every_pair_has_its_plot(name: str, size: tuple[int, int]) -> None:
    """In a half square, each within its own cell, with the numbers of its axes apart."""
    found = SEVERAL[name]()
    shown = pairs(found)
    picture = figure(shown, found.scenario, *size)
    assert crowded(picture) == []
    edges = [stroke for stroke in picture.strokes if stroke.what == "axis" and len(stroke.spots) == 5]
    assert len(edges) == len(shown.planes)
    boxes = [
        Area(*edge.spots[0], edge.spots[2][0] - edge.spots[0][0], edge.spots[2][1] - edge.spots[0][1]) for edge in edges
    ]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for cells in picture.cells:
        for area in cells.areas:
            assert sum(area.meets(box) for box in boxes) == 1
    for sign in picture.symbols:
        if sign.mark is not None and sign.radius < 7:
            assert sum(sign.area.meets(box) for box in boxes) == 1


def test_several_tables_of_six_are_in_every_plot() -> None:
    """A table that signed and one that was left, each a dot in every plot and told of in the legend; and a line."""
    found = comparison([six(), six(LEFT)], {})
    shown, beside = (
        block.plot for section in comparison_sections(found) for block in section.blocks if isinstance(block, Figure)
    )
    assert isinstance(shown, Pairs)
    assert isinstance(beside, Parallel)
    assert [(strand.kind, strand.name) for strand in beside.strands[:2]] == [("table", "A"), ("table", "B")]
    picture = figure(shown, found.scenario, 900, 560)
    dots = [sign for sign in picture.symbols if sign.mark is not None and sign.mark.kind == "table"]
    assert len(dots) == 2 * 15 + 1
    assert "The text of a table" in {label.words for label in picture.labels}
    assert crowded(picture) == []


@pytest.mark.parametrize("many", [2, 6, 7, 20])
def test_a_line_for_every_table(many: int) -> None:
    """Few have their letters, of many each is a dot on every axis; nothing lies over anything but such dots."""
    found = six()
    whole = parallel(found)
    assert whole is not None
    tables = [
        Strand(
            "table",
            tuple(axis.worst + (3 + k * (n + 2)) % (axis.best - axis.worst) for n, axis in enumerate(whole.axes)),
            name=chr(65 + k),
        )
        for k in range(many)
    ]
    shown = parallel_tables(found, tables)
    assert shown is not None
    assert shown.came_of_it is None
    picture = figure(shown, found.scenario, 900, 560)
    assert crowded(picture) == []
    letters = {sign.letter for sign in picture.symbols if sign.shape == "round"}
    assert (
        {table.name for table in tables} <= letters
        if many <= 6
        else "A" not in {label.words for label in picture.labels}
    )
    lines = [stroke for stroke in picture.strokes if stroke.what == "path" and len(stroke.spots) == 6]
    assert len(lines) == len(shown.strands)
    assert sum(label.words.startswith(("Table", "The text of a table")) for label in picture.labels) == (
        many if many <= 6 else 1
    )
