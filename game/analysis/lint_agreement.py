"""Lint for authors: no agreement is possible, or an option, a red line, a walk-away is of no use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.analysis.budget import HASTY_BUDGET, Budget
from game.analysis.census import Census, census
from game.analysis.fair import fair
from game.analysis.frontier import frontier
from game.analysis.lint_world import nothing_kept, world_doubts
from game.analysis.overview import walk_aways
from game.analysis.sheet import Options
from game.analysis.space import Space, closed_to, space_of
from game.scenario import Doubt, Scenario
from game.text import DelegationId, IssueId

_MOST_EASED = 24
"""Red lines that are taken away one by one to see whether there would be agreement."""


def doubts(scenario: Scenario, budget: Budget = HASTY_BUDGET) -> Iterator[Doubt]:
    """For an author: no agreement is possible, a red line empties the room, an option is in no text that could be
    agreed, a delegation cannot lose, nothing is left that the audiences let pass, an audience or a branch of the
    aftermath is of no use. Each with the place in the file that it is about."""
    space = space_of(scenario, budget=budget)
    walk_away = walk_aways(scenario)
    agreeable = census(space, walk_away)
    if agreeable is None:
        yield Doubt(("exclusions",), "too many combinations to look this scenario over: agreement was not looked for")
        return
    yield from _history(scenario)
    yield from world_doubts(scenario, space)
    if not agreeable.texts:
        yield from _no_agreement(scenario, space)
        return
    if agreeable.texts == 1:
        yield Doubt(("delegations",), "only one text could be agreed: there is nothing to negotiate about")
        return
    yield from nothing_kept(scenario, space, walk_away)
    allowed = census(Space(scenario.text, {}, budget=budget))
    for n, issue in enumerate(scenario.text.issues):
        for m, option in enumerate(() if issue.fixed else issue.options):
            meant = (issue.id, option.id) in space.shut or not (allowed and allowed.having[issue.id][option.id])
            if not agreeable.having[issue.id][option.id] and not meant:
                yield Doubt(
                    ("issues", n, "options", m, "id"),
                    f"no text that could be agreed has '{option.id}' in '{issue.id}', though no red line bars it",
                )
    for n, who in enumerate(scenario.ids):
        others = {other: least for other, least in walk_away.items() if other != who}
        without = census(space, others)
        if without is not None and without.texts == agreeable.texts:
            yield Doubt(
                ("delegations", n, "instructions", "reservation_value"),
                f"{who} cannot lose: whatever the others could sign is worth at least its walk-away to it",
            )


def _no_agreement(scenario: Scenario, space: Space) -> Iterator[Doubt]:
    """Why no agreement is possible: the red lines without which one would be, and else how many points are missing."""
    found = [*_out_of_reach(scenario, space), *_emptying(scenario, space), *_closed_issues(scenario, space)]
    yield from found
    if found:
        return
    if space.diagram.empty:
        yield Doubt(("delegations",), "no agreement is possible: every text crosses somebody's red line or mandate")
    else:
        far = 10**6
        nearest = fair(space, {who: least - far for who, least in walk_aways(scenario).items()})
        missing = 0
        if nearest.egalitarian is not None and nearest.exact:
            gaps = zip(nearest.egalitarian.points, walk_aways(scenario).values(), strict=True)
            missing = -min(points - least for points, least in gaps)
        said = "no agreement is possible: whatever the text, somebody gets less than the walk-away"
        yield Doubt(("delegations",), said + (f", at best {_points(missing)} less" if missing else ""))


def _out_of_reach(scenario: Scenario, space: Space) -> Iterator[Doubt]:
    """Each walk-away that no text reaches."""
    for n, (who, least) in enumerate(walk_aways(scenario).items()):
        best = frontier(space, [who])
        if best.exact and len(best) and best.points[0, 0] < least:
            yield Doubt(
                ("delegations", n, "instructions", "reservation_value"),
                f"no agreement is possible: no text that could be signed is worth more than {best.points[0, 0]}"
                f" to {who}, and its walk-away is {least}",
            )


def _closed_issues(scenario: Scenario, space: Space) -> Iterator[Doubt]:
    """Each issue of which red lines and mandates, all together, leave no option."""
    for n, issue in enumerate(scenario.text.issues):
        if all((issue.id, option.id) in space.shut for option in issue.options):
            yield Doubt(
                ("issues", n, "id"),
                f"no agreement is possible: red lines and mandates leave no option of '{issue.id}' to all delegations",
            )


def _history(scenario: Scenario) -> Iterator[Doubt]:
    """Where the historical text is one that these delegations could not have agreed to."""
    if scenario.history is None:
        return
    outcome = scenario.history.outcome
    for who in scenario.ids:
        for issue, option in sorted(closed_to(scenario, [who]) & outcome.items()):
            yield Doubt(
                ("history", "outcome", issue), f"{who} could never sign '{option}': a red line or its mandate bars it"
            )
        worth, least = scenario.instructions[who].utility(outcome), scenario.instructions[who].reservation_value
        if worth < least:
            yield Doubt(("history", "outcome"), f"this text is worth {worth} to {who}, and its walk-away is {least}")


def _emptying(scenario: Scenario, space: Space) -> Iterator[Doubt]:
    """Each red line without which something could be agreed; the first so many, where there are very many."""
    counted: dict[Options, Census | None] = {space.shut: None}
    for n, who in enumerate(scenario.ids):
        for issue in scenario.instructions[who].red_lines:
            eased = _without(scenario, who, issue)
            shut = closed_to(eased, eased.ids)
            if shut not in counted:
                if len(counted) > _MOST_EASED:
                    return
                counted[shut] = census(replace(space, shut=shut), walk_aways(scenario))
            found = counted[shut]
            if found is not None and found.texts:
                texts = "one text" if found.texts == 1 else f"{found.texts:,} texts"
                yield Doubt(
                    ("delegations", n, "instructions", "red_lines", issue),
                    f"this red line empties the room: without it {texts} could be agreed, with it none",
                )


def _without(scenario: Scenario, who: DelegationId, issue: IssueId) -> Scenario:
    """The scenario without one red line."""
    sheet = scenario.instructions[who]
    kept = {name: options for name, options in sheet.red_lines.items() if name != issue}
    return replace(scenario, instructions={**scenario.instructions, who: replace(sheet, red_lines=kept)})


def _points(number: int) -> str:
    """A number of points in English."""
    return "one point" if number == 1 else f"{number} points"
