"""Talks that are over, laid open for the window. It needs what the computer's delegations need to think, so it is
loaded when it is first asked for; see `game.desktop.laid_open` for who asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.debrief import Course, Debrief
from game.debrief.shelf import EarlierGame, earlier_games, shelf
from game.desktop.figures import figure_painter
from game.desktop.laid_open import SHELF, Pane
from game.desktop.screens.one_word import OneWordPane
from game.desktop.screens.plot import PlotPane
from game.desktop.screens.settlement import SettlementPane
from game.reports.document import html
from game.reports.report import report_of
from game.talks import Record
from game.text import DelegationId
from game.words.debrief import TOPICS, section
from game.words.opened import OpenedTalks
from game.words.page import Section
from game.words.shelf import shelf_section

if TYPE_CHECKING:
    from game.desktop.app import App


class Debriefing:
    """The debrief of one talks, as it is told to one reader."""

    soon = ("overview", "plot")
    """The topics that are seen first."""

    def __init__(self, record: Record, source: bytes, me: DelegationId | None) -> None:
        """From a record, with the scenario file that it was played with. Raises what `Course.of` raises."""
        self.me = me
        self.course = Course.of(record, source)
        self.debrief = Debrief(self.course)
        self.minds = OpenedTalks(self.course)
        self._earlier: list[EarlierGame | None] = []
        self.topics = tuple(TOPICS)
        """The ids of all topics, in the order in which they are read."""
        self.panes: Mapping[str, Callable[[App], Pane]] = {
            "plot": lambda _: PlotPane(self.debrief, me),
            "settlement": lambda app: SettlementPane(app, self.debrief, me),
            "word": lambda app: OneWordPane(app, self.debrief, me),
        }
        """How the topics are prepared that are more than a page."""
        self.painter = figure_painter(self.course.scenario)

    def topic(self, topic: str, app: App) -> tuple[Section | None, Pane | None]:
        """What there is to tell of a topic, and its pane if it has one."""
        if topic == SHELF:
            return shelf_section(self.debrief, shelf(self.debrief, self._earlier), self.me), None
        told = section(self.debrief, topic, self.me) if topic in self.topics else None
        return told, self.panes[topic](app) if topic in self.panes else None

    def report(self) -> str:
        """All of it as a page for a browser."""
        return html(report_of([self.debrief], me=self.me))

    def shelve(self, earlier: tuple[Record, bytes] | None) -> None:
        """Play other talks of the scenario again and remember how they ended; None is what could not be read."""
        self._earlier += earlier_games([earlier], self.debrief)
