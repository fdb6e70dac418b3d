"""What a teacher should know of a scenario before anybody plays it: where its texts lie, and what its words could be
traded for. All of it is counted on the sheets that are dealt, as the analysis counts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from game.analysis import Analysis, analyse
from game.analysis.trades import Swap, Swing, swaps, swings
from game.debrief.comparison import OnSheets
from game.debrief.course import Course
from game.debrief.parallel import Parallel, best_for, parallel_tables
from game.debrief.plot import Plot, first_pair, plot, without_drafts
from game.scenario import Scenario
from game.talks import CHAIR, Close, Record, open_talks
from game.text import DelegationId, Outcome


@dataclass(frozen=True, eq=False)
class Key:
    """The answers to a scenario that nobody has played yet."""

    scenario: Scenario
    """With the sheets that are dealt."""

    @cached_property
    def analysis(self) -> Analysis:
        """Everything that is exact about its texts."""
        return analyse(self.scenario)

    @cached_property
    def sheets(self) -> OnSheets:
        """What a debrief knows of all texts, of talks that the chair closed before the first word."""
        moves = (Close(CHAIR),)
        record = Record(self.scenario.id, "", 0, {}, moves, as_written=True, edition=self.scenario.edition)
        course = Course.from_opening(open_talks(self.scenario, as_written=True), record)
        return OnSheets(course, self.scenario)

    @cached_property
    def plot(self) -> Plot:
        """Every text between the first two at the table, with those that others are measured by."""
        every = without_drafts(plot(self.sheets, *first_pair(self.scenario, None)))
        return replace(every, marks=tuple(mark for mark in every.marks if mark.kind in self.sheets.yardsticks))

    @cached_property
    def parallel(self) -> Parallel | None:
        """The same texts for all delegations at once, where there are more than two; None where that is not known."""
        return parallel_tables(self.sheets, ()) if len(self.scenario.ids) > 2 else None

    @cached_property
    def best(self) -> Mapping[DelegationId, Outcome]:
        """A text for each delegation that is best for it, of those that could be signed; none where none could."""
        return {who: best_for(self.sheets, who) for who in self.scenario.ids} if len(self.analysis.frontier) else {}

    @cached_property
    def swings(self) -> tuple[Swing, ...]:
        """How far each issue moves each delegation, the dearest first."""
        return swings(self.scenario, self.analysis.space)

    @cached_property
    def swaps(self) -> tuple[Swap, ...]:
        """The swaps of two issues by which both gain."""
        return swaps(self.scenario, self.analysis.space)
