"""What is drawn in a page: pictures that were painted elsewhere, marks of seats, and the square that a phone reads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import segno
from markupsafe import Markup

from game.classroom.pages.said import said
from game.reports.signs import Sign, drawing, signs
from game.scenario import Scenario
from game.text import DelegationId


def drawn(svg: str) -> Markup:
    """What has been painted as SVG (`game/reports/svg.py`) or set (`game/reports/document.py`): its words are escaped
    there."""
    return Markup(svg)


def mark(sign: Sign) -> Markup:
    """The mark of a delegation, with its name for whoever cannot see it."""
    start = Markup('<svg class="mark {shape}" viewBox="-1 -1 22 22" role="img" aria-label="{name}">')
    return start.format(shape=sign.shape, name=sign.name) + drawn(drawing(sign)) + Markup("</svg>")


def marks(scenario: Scenario) -> Mapping[DelegationId, Markup]:
    """The marks of all delegations."""
    return said("marks", lambda: {who: mark(sign) for who, sign in signs(scenario).items()}, scenario)


@lru_cache(maxsize=64)
def qr(words: str, label: str) -> Markup:
    """A square that a phone reads, with the light margin that it needs; large enough squares to be read from afar, so
    it says as little as possible."""
    rows = list(segno.make(words, error="m", micro=False).matrix_iter(border=4))
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    start = Markup('<svg class="qr" viewBox="0 0 {n} {n}" role="img" aria-label="{label}">')
    ground = Markup('<path fill="#FFFFFF" d="M0 0h{n}v{n}h-{n}z"/>')
    boxes = Markup('<path fill="#000000" d="{path}"/></svg>')
    return start.format(n=len(rows), label=label) + ground.format(n=len(rows)) + boxes.format(path=path)
