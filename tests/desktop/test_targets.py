"""What can be pressed is large enough to be hit: 24 units each way, on every screen (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desktop.kit.canvas import Spot
from tests.desktop.driving import HARBOUR, ISTANBUL, at_table, dismiss, playing
from tests.desktop.tour import tour, toured

LEAST = 24.0
WITHIN_WORDS = ("word:", "move-")
"""Words of a draft and of a page, which stand where the line has them: every one can be chosen elsewhere too."""


def small(spots: list[Spot]) -> list[str]:
    """Those that can be seen and are too small, with their sides."""
    shown = [spot for spot in spots if spot.box.x >= 0 and not spot.id.startswith(WITHIN_WORDS)]
    return [
        f"{spot.id} ({spot.words}) is {box.w:.0f} by {box.h:.0f}"
        for spot in shown
        for box in spot.boxes[:1]
        if min(box.w, box.h) < LEAST - 0.01
    ]


@pytest.mark.parametrize("size", [(1024, 768), (1440, 900)])
def test_what_is_pressed_at_the_table_is_large(size: tuple[int, int]) -> None:
    """In the smallest window and in an ordinary one, with a package in the tray."""
    app = at_table(ISTANBUL, "RUS", policy=playing(), size=size)
    dismiss(app)
    for key in ("b", "2", "b", "1"):
        app.key(key)
    assert len(app.canvas.spots) > 20
    assert small(app.canvas.spots) == []
    app.close()


@pytest.mark.slow
def test_what_is_pressed_is_large_on_every_screen(tmp_path: Path) -> None:
    """From the title to the end of the talks."""
    app = toured(tmp_path / "talks.sqlite3", "dark")
    found = {name: small(app.canvas.spots) for name in tour(app, HARBOUR, "ARIA")}
    app.close()
    assert len(found) > 25
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
