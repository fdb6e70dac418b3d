"""What is exact about a scenario, as one JSON object for a program."""

from __future__ import annotations

import json

from game.analysis import Analysis, Deal, Fair, Historical
from game.scenario import Scenario
from game.terminal.ending import clauses


def analysis_json(found: Analysis, seconds: float) -> str:
    """The same for a program. Points are lists in the order of `delegations`; what is not exact is named in
    `inexact`, and a count that could not be made is null."""
    scenario = found.scenario
    told: dict[str, object] = {
        "scenario": scenario.id,
        "delegations": list(scenario.ids),
        "walk_away": list(found.walk_away.values()),
        "texts": found.texts,
        "signable": found.signable,
        "agreeable": found.agreeable,
        "share": _shares(found),
        "frontier": found.frontier.points.tolist(),
        **_fair_json(scenario, found.fair),
        "ties": {name: [list(point) for point in points] for name, points in found.fair.alike.items()},
        "historical": _history_json(found, found.historical) if found.historical else None,
        "exact": found.exact,
        "inexact": list(found.inexact),
        "seconds": round(seconds, 6),
    }
    return json.dumps(told, ensure_ascii=False)


def _deal_json(scenario: Scenario, deal: Deal | None) -> dict[str, object] | None:
    if deal is None:
        return None
    return {"points": list(deal.points), "outcome": dict(deal.text), "words": clauses(scenario, deal.text)}


def _history_json(found: Analysis, history: Historical) -> dict[str, object]:
    lies, real = history.place, found.scenario.history
    return {
        "points": [found.scenario.instructions[who].utility(real.outcome) for who in found.scenario.ids]
        if real
        else [],
        "signable": history.signable,
        "agreeable": history.agreeable,
        "on_frontier": lies.on_frontier if lies else None,
        "beaten_by": [list(point) for point in lies.beaten_by] if lies else [],
        "left": lies.left if lies else None,
        "distance": lies.distance if lies else None,
        "improvements": [
            {"options": dict(change.options), "gains": dict(change.gains)} for change in history.improvements
        ],
    }


def _fair_json(scenario: Scenario, fair: Fair) -> dict[str, object]:
    return {
        "nash": _deal_json(scenario, fair.nash),
        "kalai_smorodinsky": _deal_json(scenario, fair.kalai_smorodinsky),
        "egalitarian": _deal_json(scenario, fair.egalitarian),
        "utilitarian": _deal_json(scenario, fair.utilitarian),
    }


def _shares(found: Analysis) -> dict[str, dict[str, float]] | None:
    census = found.census
    if census is None or not census.texts:
        return None
    issues = found.scenario.text.issues
    return {issue.id: {option.id: census.share(issue.id, option.id) for option in issue.options} for issue in issues}
