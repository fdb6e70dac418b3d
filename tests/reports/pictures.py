"""Pictures that the tests of figures share: laid out once."""

from __future__ import annotations

from functools import cache

from game.debrief.plot import Plot, plot
from game.reports.figure import figure
from game.reports.picture import Picture
from game.reports.themes import PAPER, PRINT
from tests.debrief.courses import debrief

SHORT = "istanbul-communique-1994"
LARGE_SIZE, SMALL_SIZE = (800, 690), (520, 460)


@cache
def plotted(name: str = SHORT, seed: int = 1) -> Plot:
    """The plot between the first two delegations, as the first of them reads it."""
    found = debrief(name, seed)
    one, other = found.scenario.ids[:2]
    return plot(found, one, other, one)


@cache
def pictured(name: str = SHORT, size: tuple[int, int] = LARGE_SIZE, *, printed: bool = False) -> Picture:
    """Its picture."""
    return figure(plotted(name), debrief(name).scenario, *size, theme=PRINT if printed else PAPER)
