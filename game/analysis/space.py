"""What a question ranges over: which texts, and on whose sheets they are judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from game.analysis.budget import ORDINARY_BUDGET, Budget
from game.analysis.compile_diagram import diagram_of
from game.analysis.diagram import Diagram, Flags, Floats, names, together
from game.analysis.sheet import Options, Sheet, Threshold
from game.scenario import Scenario
from game.text import DelegationId, IssueId, OptionId, Text


@dataclass(frozen=True, eq=False)
class Space:
    """Some of the texts that the exclusions allow, and the sheets they are judged on."""

    text: Text
    sheets: Mapping[DelegationId, Sheet]
    shut: Options = frozenset()
    """Options that no text in question has."""
    thresholds: tuple[Threshold, ...] = ()
    """What every text in question is worth at least, to whom it must please."""
    budget: Budget = field(default=ORDINARY_BUDGET)

    @cached_property
    def diagram(self) -> Diagram:
        """The texts as paths, before the thresholds."""
        sheets = [*self.sheets.values(), *(threshold.sheet for threshold in self.thresholds)]
        return diagram_of(self.text, together(sheets), self.budget.width, self.shut)

    @cached_property
    def gains(self) -> Mapping[DelegationId, Floats]:
        """What each arc of the diagram (a,) adds for each delegation, in points."""
        return {who: self.diagram.whole(sheet) for who, sheet in self.sheets.items()}

    @cached_property
    def limits(self) -> tuple[tuple[Floats, int], ...]:
        """The thresholds as what each arc (a,) adds and the least sum."""
        return tuple((self.diagram.whole(one.sheet), one.at_least) for one in self.thresholds)

    @cached_property
    def all_arcs(self) -> Flags:
        """Flags (a,): every arc is open."""
        return np.ones(len(self.diagram.options), dtype=np.bool_)


def space_of(
    scenario: Scenario,
    choices: Mapping[IssueId, Iterable[OptionId]] | None = None,
    *,
    thresholds: Iterable[Threshold] = (),
    budget: Budget = ORDINARY_BUDGET,
) -> Space:
    """The texts that the delegations of a scenario could sign: no red line crossed, and every option within what the
    capitals could ever open; with `choices`, only with these options (an issue that is not named is open)."""
    shut = closed_to(scenario, scenario.ids)
    if choices is not None:
        kept = {issue: frozenset(options) for issue, options in choices.items()}
        shut |= {(issue, option) for issue, option in names(scenario.text) if option not in kept.get(issue, {option})}
    return Space(scenario.text, dict(scenario.instructions), shut, tuple(thresholds), budget)


def closed_to(scenario: Scenario, delegations: Iterable[DelegationId]) -> Options:
    """The options that one of these delegations can never sign: beyond a red line, or beyond the last step of its
    mandate, unless it stood there from the beginning."""
    shut: set[tuple[IssueId, OptionId]] = set()
    for who in delegations:
        sheet, opening = scenario.instructions[who], scenario[who].opening
        for issue in scenario.text.issues:
            options = [option.id for option in issue.options]
            ladder = sheet.mandate.get(issue.id, ())
            within = sheet.allowed(issue.id, len(ladder), options)
            if opening[issue.id] not in sheet.red_lines.get(issue.id, frozenset()):
                within |= {opening[issue.id]}
            shut |= {(issue.id, option) for option in options if option not in within}
    return frozenset(shut)
