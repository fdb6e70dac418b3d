"""Everything there is to say about a scenario's texts, at once: what `as-appropriate analyse` shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from game.analysis.aftermath import AftermathSummary, aftermath_summary
from game.analysis.audiences import Approval, approval
from game.analysis.budget import ORDINARY_BUDGET, Budget
from game.analysis.census import Census, Density, census, density, texts_in
from game.analysis.delay import DelayCost, delay_costs
from game.analysis.fair import Fair, fair
from game.analysis.frontier import Deal, Frontier, frontier
from game.analysis.improvements import Improvement, Place, improvements, place
from game.analysis.profile import best_reply
from game.analysis.sheet import Points, Threshold
from game.analysis.space import Space, space_of
from game.scenario import Band, Scenario
from game.text import DelegationId, Outcome


@dataclass(frozen=True)
class Historical:
    """Where the text lies that was really signed."""

    place: Place | None
    """None where there is no text to compare it with."""
    signable: bool
    """Whether no exclusion bars it, and no delegation's red lines or mandates."""
    agreeable: bool
    """Whether it is signable and gives everybody at least the walk-away."""
    improvements: tuple[Improvement, ...]


@dataclass(frozen=True)
class Analysis:
    """The exact numbers of one scenario. A number that is not there took more than the budget allows."""

    scenario: Scenario
    space: Space
    """The texts that the delegations could sign."""
    texts: int | None
    """How many texts the exclusions allow."""
    signable: int | None
    """How many of them cross nobody's red line and lie within what the capitals could ever open."""
    census: Census | None
    """Those of them that give everybody at least the walk-away, by option."""
    frontier: Frontier
    """The frontier of the signable texts, for all delegations together."""
    fair: Fair
    historical: Historical | None
    approval: Approval | None
    """What those who are not at the table make of the agreeable texts; None where these were too many to count."""
    aftermath: AftermathSummary
    """What the agreeable texts bring later, and how vague they are."""

    @cached_property
    def walk_away(self) -> Mapping[DelegationId, int]:
        """The reservation values."""
        return walk_aways(self.scenario)

    @property
    def agreeable(self) -> int | None:
        """How many texts everybody prefers to walking away, or finds as good."""
        return None if self.census is None else self.census.texts

    @property
    def kept(self) -> int | None:
        """How many texts could be signed and kept: agreeable, consented to, and ratified where they need it."""
        found = self.approval.kept if self.approval is not None else None
        return found.texts if found is not None else None

    @cached_property
    def delay_costs(self) -> Mapping[DelegationId, DelayCost]:
        """What the hours cost, however the talks end."""
        return delay_costs(self.scenario)

    def over_no_text(self, lowest: Band) -> tuple[int, ...] | None:
        """What the historical text is worth to each delegation over no text, with the aftermath of both."""
        if self.scenario.history is None or self.aftermath.historical is None:
            return None
        outcome, brought = self.scenario.history.outcome, self.aftermath.historical[lowest]
        words = [self.scenario.instructions[who].utility(outcome) for who in self.scenario.ids]
        return tuple(a + b - least for a, b, least in zip(words, brought, self.aftermath.walk_away, strict=True))

    @property
    def inexact(self) -> tuple[str, ...]:
        """What is not exact, because the budget was too small for it."""
        whole = {
            "texts": self.texts is not None and self.signable is not None,
            "agreeable": self.census is not None,
            "frontier": self.frontier.exact,
            "fair": self.fair.exact,
            "audiences": self.approval is not None and self.approval.exact,
            "aftermath": self.aftermath.exact,
        }
        return tuple(name for name, exact in whole.items() if not exact)

    @property
    def exact(self) -> bool:
        """Whether every number is there and exact."""
        return not self.inexact

    def texts_with(self, deal: Deal) -> int | None:
        """How many texts have the points of a deal on the frontier; None if that takes more than the budget."""
        # Nothing beats it, so what gives everybody at least as much gives everybody just as much.
        found = census(self.space, dict(zip(self.frontier.delegations, deal.points, strict=True)))
        return None if found is None else found.texts

    def nearest(self, deal: Deal, to: Outcome) -> Outcome:
        """Of the texts with the points of a deal on the frontier, one that differs from another text in the fewest
        issues."""
        alike = Points(
            {i.id: {option.id: float(option.id == to[i.id]) for option in i.options} for i in self.scenario.text.issues}
        )
        first, *others = zip(self.space.sheets.values(), deal.points, strict=True)
        shut = self.space.shut
        choices = {i.id: [o.id for o in i.options if (i.id, o.id) not in shut] for i in self.scenario.text.issues}
        found = best_reply(
            self.scenario.text,
            first[0],
            alike,
            first[1],
            choices,
            thresholds=[Threshold(sheet, points) for sheet, points in others],
            budget=self.space.budget,
        )
        return found.text if found is not None else deal.text

    def density(self, one: DelegationId, other: DelegationId) -> Density | None:
        """How the signable texts lie in the plane of two delegations' points."""
        return density(self.space, one, other)


def analyse(scenario: Scenario, budget: Budget = ORDINARY_BUDGET) -> Analysis:
    """Look a scenario over. Nothing is raised: what takes more than the budget is named in `inexact`."""
    space = space_of(scenario, budget=budget)
    allowed = Space(scenario.text, {}, budget=budget)
    walk_away = walk_aways(scenario)
    edge = frontier(space)
    return Analysis(
        scenario,
        space,
        texts_in(allowed) if allowed.diagram.exact else None,
        texts_in(space) if space.diagram.exact else None,
        census(space, walk_away),
        edge,
        # What could be agreed is a small part of the frontier: it can be exact where the whole is not.
        fair(space, walk_away, edge if edge.exact else None),
        _historical(scenario, space, edge),
        approval(scenario, space, walk_away),
        aftermath_summary(scenario, space, walk_away),
    )


def walk_aways(scenario: Scenario) -> dict[DelegationId, int]:
    """The reservation value of each delegation, in the order of the table."""
    return {who: scenario.instructions[who].reservation_value for who in scenario.ids}


def _historical(scenario: Scenario, space: Space, edge: Frontier) -> Historical | None:
    """Where the text lies that was really signed, if the scenario tells one."""
    if scenario.history is None:
        return None
    outcome = scenario.history.outcome
    signable = not space.shut.intersection(outcome.items()) and scenario.text.conflict(outcome) is None
    good = all(sheet.utility(outcome) >= sheet.reservation_value for sheet in scenario.instructions.values())
    lies = place(space, outcome, edge) if len(edge) else None
    return Historical(lies, signable, signable and good, tuple(improvements(space, outcome)))
