"""Where the talks were heading at each of their moments: the exact mean of the texts that were still open then.

A text is open at a moment if

- what was agreed stands in it, as it was agreed;
- what stood in brackets closes on a wording from one delegation's position to another's, on the ladder from strong to
  weak;
- it has no wording that somebody had refused for ever in words (unless that delegation stands there by now), that an
  ally or a parliament had barred, that is a red line, or that lies beyond the last step of a mandate;
- no exclusion bars it;
- it gives everybody at least the walk-away.

The expected end is the mean of each delegation's points over all open texts, each of which counts as much as any
other; where none is left it is the walk-away, and of talks that are over it is what they came to: the signed text, or
none. The sheets are those of the moment, so an event that changes one moves it as a word does. It is a measure of the
room that the record left, and no forecast: nobody holds that all these texts were equally likely.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from game.analysis import HASTY_BUDGET, Budget, Space, mean, space_of
from game.debrief.debrief import Debrief
from game.scenario import Scenario
from game.talks import Talks, verdict
from game.talks.forsworn import believed
from game.text import DelegationId, IssueId, OptionId

Choices = Mapping[IssueId, frozenset[OptionId]]
"""The options that are open in each issue."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The expected end after so many moves."""

    number: int
    """Of the last move in the record; 0 before the first."""
    hours: float
    """Hours of talks."""
    texts: int | None
    """How many texts were open; None where they could not be counted within the budget."""
    points: Mapping[DelegationId, Fraction]
    """For each delegation, exactly; empty where the texts could not be counted."""
    no_text: bool = False
    """Whether it is the walk-away: no text was left, or the talks ended without one."""


class Expected:
    """Reckons the expected end of talks; what has been reckoned once is not reckoned again."""

    def __init__(self, budget: Budget = HASTY_BUDGET) -> None:
        self._budget = budget
        self._spaces: list[tuple[Scenario, Space]] = []
        self._known: list[tuple[Scenario, Choices, Moment]] = []
        self._too_much: list[Choices] = []
        """What could not be counted: nor can anything that leaves more open."""

    def of(self, talks: Talks) -> Moment:
        """The expected end of talks as they stand."""
        here = Moment(talks.version, talks.hours, 0, {})
        ended = verdict(talks)
        if ended is not None and ended.outcome is not None:
            sheets = talks.scenario.instructions.items()
            return replace(here, texts=1, points={who: Fraction(sheet.utility(ended.outcome)) for who, sheet in sheets})
        walk_away = {who: sheet.reservation_value for who, sheet in talks.scenario.instructions.items()}
        away = replace(here, points={who: Fraction(points) for who, points in walk_away.items()}, no_text=True)
        if ended is not None:
            return away
        choices = open_options(talks)
        # Most moves change neither a position nor a sheet.
        for scenario, then, known in self._known:
            if scenario is talks.scenario and then == choices:
                return replace(known, number=here.number, hours=here.hours)
        more = any(all(choices[issue] >= options for issue, options in least.items()) for least in self._too_much)
        found = None if more else mean(self._space(talks.scenario), choices, walk_away)
        if found is None and not more:
            self._too_much.append(choices)
        moment = replace(here, texts=None) if found is None else replace(here, texts=found.texts, points=found.points)
        moment = away if found is not None and not found.texts else moment
        self._known.append((talks.scenario, choices, moment))
        return moment

    def _space(self, scenario: Scenario) -> Space:
        for known, space in self._spaces:
            if known is scenario:
                return space
        self._spaces.append((scenario, space_of(scenario, budget=self._budget)))
        return self._spaces[-1][1]


def open_options(talks: Talks) -> Choices:
    """The wordings that each issue may still come to; red lines and mandates aside."""
    never = {
        (shift.issue, shift.option)
        for shift in believed(talks.forsworn)
        if not _stands(talks, shift.delegation, shift.issue, shift.option)
    }
    never |= {(shift.issue, shift.option) for shift in talks.barred}
    found: dict[IssueId, frozenset[OptionId]] = {}
    for issue in talks.scenario.text.issues:
        if issue.id in talks.agreed:
            found[issue.id] = frozenset({talks.agreed[issue.id]})
            continue
        ranks = [issue.rank(position[issue.id]) for position in talks.positions.values()]
        between = issue.options[min(ranks) : max(ranks) + 1]
        found[issue.id] = frozenset(option.id for option in between if (issue.id, option.id) not in never)
    return found


def _stands(talks: Talks, who: DelegationId, issue: IssueId, option: OptionId) -> bool:
    return talks.positions[who][issue] == option


def expected_ends(debrief: Debrief) -> tuple[Moment, ...]:
    """The course of the expected end: before the first move, and after each."""
    expected = Expected()
    return tuple(expected.of(talks) for talks in debrief.course.moments)
