"""What a class answered to its question before the talks and after them: what the other side holds dearest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.lesson.class_acts import When
from game.lesson.lesson import Pupil
from game.scenario import AudienceId, Instructions, Scenario
from game.text import DelegationId, IssueId


@dataclass(frozen=True, slots=True)
class Guesses:
    """What the people of one side answered: its delegation, and whoever in the class it answers to."""

    by: DelegationId
    before: Mapping[IssueId, int]
    after: Mapping[IssueId, int]
    """How many of them named each issue."""

    def of(self, when: When) -> Mapping[IssueId, int]:
        """What they answered before, or after."""
        return self.before if when == "before" else self.after


def guesses(people: Iterable[Pupil], scenario: Scenario) -> tuple[Guesses, ...]:
    """What each side answered, in the order of the table."""
    counts: dict[tuple[DelegationId, When], Counter[IssueId]] = {}
    for each in people:
        seat = each.place.seat
        side = seat if seat in scenario.ids else scenario.audience(AudienceId(seat)).of
        for when, issue in each.guesses.items():
            counts.setdefault((side, when), Counter())[issue] += 1
    return tuple(Guesses(who, counts.get((who, "before"), {}), counts.get((who, "after"), {})) for who in scenario.ids)


def right(scenario: Scenario, by: DelegationId) -> frozenset[IssueId]:
    """What would have been right for one side to answer: the issues that others hold dearest."""
    return frozenset(issue for who in scenario.ids if who != by for issue in dearest(scenario, who))


def dearest(scenario: Scenario, who: DelegationId) -> frozenset[IssueId]:
    """The issues on which most points of a delegation hang, from the worst wording to the best."""
    spans = {issue.id: _span(scenario.instructions[who], issue.id) for issue in scenario.text.negotiated}
    return frozenset(issue for issue, span in spans.items() if span == max(spans.values()))


def _span(sheet: Instructions, issue: IssueId) -> int:
    points = sheet.points[issue].values()
    return max(points) - min(points)
