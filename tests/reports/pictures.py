"""Pictures that the tests of figures share: laid out once."""

from __future__ import annotations

from functools import cache

from game.debrief.plot import MarkKind, Plot, plot
from game.reports.figure import figure
from game.reports.picture import Picture
from game.reports.themes import PAPER, PRINT
from game.scenario import Scenario
from game.words.plots import called, walk_away
from tests.debrief.courses import debrief

SHORT = "istanbul-communique-1994"
LARGE_SIZE, SMALL_SIZE = (800, 690), (520, 460)
LARGE_TYPE = (475, 316), (376, 382), (274, 228)
"""What a plot has in the window at 1366x768 with type of 125 %, and at 1024x768 with 150 and with 200 %."""
NEEDED: tuple[MarkKind, ...] = ("yours", "no-text", "historical", "nash", "kalai-smorodinsky", "better")
"""What has to be named, however little room there is: nothing but its name says what it is."""


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


def unnamed(picture: Picture, shown: Plot, scenario: Scenario) -> list[str]:
    """The names that are read nowhere in the picture, neither beside what they are about nor in the key: of all marks
    with names, and of the lines of both walk-aways."""
    read = " ".join(label.words for label in picture.labels).casefold()
    opened = [mark for mark in shown.marks if mark.kind == "draft" and not mark.hour]
    names = [called(scenario, shown, [mark]) for mark in (*opened, *(m for m in shown.marks if m.kind in NEEDED))]
    names += [walk_away(scenario, shown, who) for who in (shown.one, shown.other)]
    return [name for name in names if name.casefold() not in read]


def needed(shown: Plot, scenario: Scenario) -> set[str]:
    """The names of what has to be named."""
    return {called(scenario, shown, [mark]) for mark in shown.marks if mark.kind in NEEDED}
