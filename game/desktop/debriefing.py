"""Talks that are over, laid open for the window. It needs what the computer's delegations need to think, so it is
loaded when it is first asked for; see `game.desktop.laid_open` for who asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from game.debrief import Course, Debrief
from game.debrief.first_topics import first_topics
from game.debrief.shelf import EarlierGame, Shelf, earlier_games, shelf, shelf_marks
from game.debrief.turning_points import turning_points
from game.desktop.figures import Figures
from game.desktop.laid_open import FIRST, SHELF, Pane, Plotted
from game.desktop.screen import GameScreen
from game.desktop.screens.one_word import OneWordPane
from game.desktop.screens.plot import PlotPane
from game.desktop.screens.replay import ReplayScreen
from game.desktop.screens.settlement import SettlementPane
from game.reports.document import html
from game.reports.report import report_of
from game.talks import Record
from game.text import DelegationId
from game.words.debrief import TOPICS, section, topic_title
from game.words.first_topics import why_first
from game.words.opened import OpenedTalks
from game.words.page import Section
from game.words.shelf import shelf_section

if TYPE_CHECKING:
    from game.desktop.app import App


class Debriefing:
    """The debrief of one talks, as it is told to one reader."""

    soon = ("overview", FIRST, "plot")
    """What is seen first: how it went, which topics are read first, and the plot."""

    def __init__(self, record: Record, source: bytes, me: DelegationId | None) -> None:
        """From a record, with the scenario file that it was played with. Raises what `Course.of` raises."""
        self.me = me
        self.course = Course.of(record, source)
        self.debrief = Debrief(self.course)
        self.minds = OpenedTalks(self.course)
        self._earlier: list[EarlierGame | None] = []
        self._told: set[str] = set()
        self._shelf: Shelf | None = None
        self.topics = tuple(TOPICS)
        """The ids of all topics, in the order in which they are read."""
        self.first: Mapping[str, str] = {}
        """The topics that are read first, each with the sentence why, once they are known."""
        self.plot: Plotted | None = None
        """The plot, once it has been prepared."""
        self.panes: Mapping[str, Callable[[App], Pane]] = {
            "plot": self._plotted,
            "settlement": lambda app: SettlementPane(app, self.debrief, me),
            "word": lambda app: OneWordPane(app, self.debrief, me),
        }
        """How the topics are prepared that are more than a page."""

    def _plotted(self, app: App) -> Pane:
        self.plot = PlotPane(self.debrief, self.me, app.worker)
        return self.plot

    def title(self, topic: str) -> str:
        """What a topic is called before it is worked out."""
        return topic_title(topic)

    def topic(self, topic: str, app: App) -> tuple[Section | None, Pane | None]:
        """What there is to tell of a topic, and its pane if it has one."""
        if topic == SHELF:
            self._shelf = shelf(self.debrief, self._earlier)
            return shelf_section(self.debrief, self._shelf, self.me), None
        if topic == FIRST:
            scenario, found = self.course.scenario, first_topics(self.debrief, self.me)
            self.first = {each.topic: why_first(scenario, each, self.me) for each in found}
            return None, None
        told = section(self.debrief, topic, self.me) if topic in self.topics else None
        self._told.add(topic)
        return told, self.panes[topic](app) if topic in self.panes else None

    def figures(self, app: App) -> Figures:
        """What paints the figures of its pages."""
        return Figures(self.course.scenario, app.worker)

    def replay(self, app: App, at: int | None = None) -> GameScreen:
        """The talks once more, after so many moves, or at their end; the turning points are marked, if they have been
        worked out."""
        notable = [point.number for point in self.debrief.once(turning_points)] if "turning" in self._told else []
        return ReplayScreen(app, self.course, at, self.me, minds=self.minds, notable=notable)

    def report(self) -> str:
        """All of it as a page for a browser."""
        return html(report_of([self.debrief], me=self.me))

    def shelve(self, earlier: tuple[Record, bytes] | None) -> None:
        """Play other talks of the scenario again and remember how they ended; None is what could not be read."""
        self._earlier += earlier_games([earlier], self.debrief)

    def put_on(self, panes: Iterable[Pane]) -> None:
        """Put what is on the shelf on the plots that have been prepared."""
        for pane in panes:
            if isinstance(pane, PlotPane) and self._shelf is not None:
                pane.add(partial(shelf_marks, self._shelf, self.debrief))
