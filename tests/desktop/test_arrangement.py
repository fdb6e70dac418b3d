"""Where the panels of the table are, on pages of every size."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from game.desktop.desk.arrangement import Answered, Arrangement, behind_tabs, has_room, side_by_side
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import overlap
from game.desktop.kit.settings import SMALL_PAGE

CLASS = 44.0
"""The strip of a lesson beneath the header."""


def answered(share: float) -> Answered:
    """An answer that takes such a share of the room."""

    def answer(width: float, room: float) -> float:
        return room * share if width else 0.0

    return answer


def boxes(found: Arrangement) -> list[Box]:
    """Every panel that there is."""
    each = found.header, found.timeline, found.paper, found.wordings, found.people, found.tabs, found.tray, found.reply
    return [box for box in each if box is not None]


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("beneath", [0.0, CLASS])
def test_an_ordinary_window_shows_everything_at_once(size: tuple[int, int], beneath: float) -> None:
    """Also one that is as small as any at 100 per cent, and in a class."""
    assert has_room(*size, 0.0)
    assert has_room(*size, beneath) or size[1] < 768


@pytest.mark.parametrize("size", [(512, 384), (683, 384), (683, 512), (720, 450), (960, 600), (1093, 614), (800, 900)])
def test_where_letters_are_large_the_panels_are_behind_tabs(size: tuple[int, int]) -> None:
    """Those are ordinary windows at 125 to 200 per cent."""
    assert not has_room(*size, 0.0)


@pytest.mark.parametrize(("wide", "high"), list(product((512, 683, 960, 1100, 1440), (384, 450, 600, 702, 900))))
@pytest.mark.parametrize("packages", [False, True])
@pytest.mark.parametrize("answer", [0.0, 0.5])
def test_no_panel_lies_over_another(wide: int, high: int, *, packages: bool, answer: float) -> None:
    """With an answer on the table or without, all stay on the page and apart."""
    page, deep = Box(0, 0, wide, high), 90.0
    if has_room(wide, high, 0.0):
        found = side_by_side(page, 0.0, 196.0, packages=packages, answer=answered(answer))
    else:
        found = behind_tabs(page, 0.0, deep, packages=packages, answer=answered(answer), choices=True)
    placed = boxes(found)
    assert [box for box in placed if box.x < 0 or box.y < 0 or box.right > wide or box.bottom > high] == []
    assert [pair for pair in combinations(placed, 2) if overlap(*pair)] == []


def test_the_draft_keeps_half_of_the_smallest_page() -> None:
    """It is what the talks are about."""
    found = behind_tabs(Box(0, 0, *SMALL_PAGE), 0.0, 90.0, packages=True, answer=answered(0.0), choices=True)
    assert found.paper.w >= 0.49 * SMALL_PAGE[0]
    assert found.paper.h >= 0.5 * SMALL_PAGE[1]
    assert found.timeline is None, "all packages are in the panel of the package"
