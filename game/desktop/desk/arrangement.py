"""Where the panels of the table are: side by side where there is room for all of them; else the draft beside one panel
at a time, behind tabs, and a strip with what can be pressed now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.desktop.desk.timeline import HEIGHT as TIMELINE
from game.desktop.desk.tray import HEIGHT as TRAY
from game.desktop.kit.box import Box

TABS = 30.0
"""How high the row of tabs is."""
_HEADER, _LOW_HEADER = 54.0, 42.0
_GAP, _NARROW_GAP = 12.0, 8.0
_PEOPLE, _WORDINGS, _PAPER = 224.0, 288.0, 440.0
"""What the columns need at the least."""
_HEADING, _WORDING, _FULL_WORDS = 59.0, 80.0, 118.0
"""Of the wordings: the heading, one of a line with a note below it, and the full words."""
_SEEN = 3
"""How many wordings must be seen at once beside everything else."""
_SHADOW = 5.0
"""Of the paper."""
_SIDE = 0.42
"""The share of the page that a panel beside the draft takes, where that is enough and not too much."""
_PANEL = 160.0
"""How high a panel beside the draft must be, with its tab, to be of any use."""
_ROW = 300.0
"""How high the draft must stay for the packages to have a row of their own."""

Answered = Callable[[float, float], float]
"""How high an answer is in so much width, if it may take its share of so much height; 0 without one."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where each panel is."""

    header: Box
    timeline: Box | None
    """The packages of the talks; None where they have no row of their own."""
    paper: Box
    wordings: Box | None
    """Or the panel that is shown in their place, where there are tabs; None where what must be answered takes the room
    of both."""
    people: Box | None
    """None where they are behind a tab."""
    tabs: Box | None
    tray: Box | None
    """None where an answer lies in its place."""
    reply: Box | None


def has_room(width: float, height: float, beneath: float) -> bool:
    """Whether all panels have room side by side on a page of this size, of which a strip beneath the header takes a
    part: three wordings are seen whole with the full words of one. What lies in the tray changes nothing in that."""
    columns = _PEOPLE + _WORDINGS + _PAPER + 4 * _GAP + _SHADOW
    rows = _HEADING + _SEEN * _WORDING + _FULL_WORDS
    return width >= columns and height >= _HEADER + beneath + rows + TRAY + 3 * _GAP


def header_height(width: float, height: float, beneath: float) -> float:
    """How high the header is: low where room is short."""
    return _HEADER if has_room(width, height, beneath) else _LOW_HEADER


def side_by_side(page: Box, beneath: float, tray: float, *, packages: bool, answer: Answered) -> Arrangement:
    """Everything at once: people, the draft, wordings, and below them the tray."""
    top = _HEADER + beneath + _GAP
    below = Box(_GAP, page.h - tray - _GAP, page.w - 2 * _GAP, tray)
    row = Box(_GAP, top - 4, page.w - 2 * _GAP, TIMELINE) if packages else None
    top += TIMELINE + 4 if packages else 0
    tall = below.y - _GAP - top
    left = max(_PEOPLE, min(320.0, page.w * 0.205))
    right = max(_WORDINGS, min(430.0, page.w * 0.265))
    paper = Box(_GAP + left + _GAP, top, page.w - left - right - 4 * _GAP - 4, tall - 4)
    high = answer(paper.w + 4, tall)
    reply = None
    if high:
        paper = Box(paper.x, paper.y, paper.w, paper.h - high - _GAP)
        reply = Box(paper.x, paper.bottom + _GAP + 4, paper.w + 4, high)
    return Arrangement(
        header=Box(0, 0, page.w, _HEADER),
        timeline=row,
        paper=paper,
        wordings=Box(page.w - _GAP - right, top, right, tall),
        people=Box(_GAP, top, left, tall),
        tabs=None,
        tray=below,
        reply=reply,
    )


def behind_tabs(
    page: Box, beneath: float, tray: float, *, packages: bool, answer: Answered, choices: bool
) -> Arrangement:
    """The draft, one panel beside it, and a strip below, in whose place an answer lies until it is read. Where
    choices in the strip leave the draft a few lines, these are as wide as the page."""
    gap = _NARROW_GAP
    top = _LOW_HEADER + beneath + gap
    high = answer(page.w - 2 * gap, page.h - top)
    deep = high or tray
    below = Box(gap, page.h - deep - gap, page.w - 2 * gap, deep)
    row = Box(gap, top - 4, page.w - 2 * gap, TIMELINE) if packages and below.y - top - TIMELINE >= _ROW else None
    top += TIMELINE if row else 0
    tall = below.y - gap - top
    wide = max(_PEOPLE, min(400.0, page.w * _SIDE))
    left = page.w - gap - wide
    if choices and not high and tall < _PANEL:
        return Arrangement(
            header=Box(0, 0, page.w, _LOW_HEADER),
            timeline=row,
            paper=Box(gap, top, page.w - 2 * gap - _SHADOW, tall - _SHADOW),
            wordings=None,
            people=None,
            tabs=None,
            tray=below,
            reply=None,
        )
    return Arrangement(
        header=Box(0, 0, page.w, _LOW_HEADER),
        timeline=row,
        paper=Box(gap, top, left - 2 * gap - _SHADOW, tall - _SHADOW),
        wordings=Box(left, top + TABS + 4, wide, tall - TABS - 4),
        people=None,
        tabs=Box(left, top, wide, TABS),
        tray=None if high else below,
        reply=below if high else None,
    )
