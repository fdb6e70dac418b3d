"""Audiences as thresholds: an ally's consent, and a parliament's vote where the text needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.analysis.census import Census, census, reaching
from game.analysis.sheet import PairTerm, Points, Threshold, Together
from game.analysis.space import Space
from game.scenario import Audience, AudienceId, Scenario
from game.text import DelegationId, IssueId, OptionId


def thresholds(scenario: Scenario) -> dict[AudienceId, Threshold]:
    """What a text must be worth to every audience that can stop it: to be signed it needs the consent of every ally,
    to be kept the vote of every parliament that has one on it. Who only presses stops nothing."""
    judges = [each for each in scenario.audiences if each.power != "press" and each.id in scenario.judgements]
    return {audience.id: threshold_of(scenario, audience) for audience in judges}


def threshold_of(scenario: Scenario, audience: Audience) -> Threshold:
    """From how many points on an audience is content with a text. Where it has a vote on some texts only, all others
    reach its threshold in any case."""
    judgement = scenario.judgements[audience.id]
    points: dict[IssueId, dict[OptionId, float]] = {issue: dict(row.items()) for issue, row in judgement.points.items()}
    pairs: tuple[PairTerm, ...] = judgement.pairs
    free = {issue: frozenset(points[issue]) - options for issue, options in audience.votes.items()}
    if free and all(free.values()):
        least = sum(min(row.values()) for row in points.values()) + sum(min(0, pair.points) for pair in pairs)
        bonus = max(0, judgement.threshold - int(least))
        # A text without a vote has in none of these issues an option that brings one.
        (first, options), *others = free.items()
        if others:
            pairs = (*pairs, Together(free, bonus))
        else:
            points[first].update((option, points[first][option] + bonus) for option in options)
    return Threshold(Points(points, pairs), judgement.threshold)


@dataclass(frozen=True, eq=False, slots=True)
class Approval:
    """What those who are not at the table make of the texts that the delegations could agree to."""

    kept: Census | None
    """The texts that could be signed and kept: agreeable, consented to, and ratified where they need it."""
    against: Mapping[AudienceId, int | None]
    """For each audience how many of the agreeable texts it is not content with; of those who press too."""
    tightest: AudienceId | None
    """Who bars most of them; None where nobody bars any, or where that is not known."""

    @property
    def exact(self) -> bool:
        """Whether every number is there."""
        return self.kept is not None and None not in self.against.values()


def approval(scenario: Scenario, space: Space, walk_away: Mapping[DelegationId, int]) -> Approval | None:
    """How the audiences judge the texts that give everybody the walk-away. None if those were too many to count."""
    agreeable = census(space, walk_away)
    if agreeable is None:
        return None
    barring = thresholds(scenario)
    kept = census(replace(space, thresholds=tuple(barring.values())), walk_away) if barring else agreeable
    judges = [threshold_of(scenario, audience) for audience in scenario.audiences]
    pleased = reaching(space, judges, walk_away)
    against = {
        audience.id: None if texts is None else agreeable.texts - texts
        for audience, texts in zip(scenario.audiences, pleased, strict=True)
    }
    bars = {one: against[one] or 0 for one in barring}
    known = all(against[one] is not None for one in barring)
    tightest = max(bars, key=lambda one: bars[one]) if known and any(bars.values()) else None
    return Approval(kept, against, tightest)
