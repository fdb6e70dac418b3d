"""What is exact about a scenario, as one JSON object for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction

from game.analysis import BANDS, AftermathSummary, Analysis, Approval, Census, Deal, Historical
from game.scenario import Scenario, Seed, draws, written_seed
from game.words.clauses import clauses

_RULES = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


def analysis_json(found: Analysis, seconds: float, seed: Seed | None = None) -> str:
    """An analysis for a program, with the seconds that it took."""
    return json.dumps({**analysis_values(found, seed), "seconds": round(seconds, 6)}, ensure_ascii=False)


def analysis_values(found: Analysis, seed: Seed | None = None) -> dict[str, object]:
    """The same as plain values. Points are lists in the order of `delegations`; what is not exact is named in
    `inexact`, and a count that could not be made is null. With a seed, it is what that seed has drawn."""
    scenario = found.scenario
    return {
        "scenario": scenario.id,
        "edition": scenario.edition,
        "delegations": list(scenario.ids),
        "walk_away": list(found.walk_away.values()),
        "texts": found.texts,
        "signable": found.signable,
        "agreeable": found.agreeable,
        "share": _shares(found, found.census),
        "frontier": found.frontier.points.tolist(),
        **{rule: _deal_json(scenario, getattr(found.fair, rule)) for rule in _RULES},
        "nash_between": list(found.fair.nash_between),
        "ties": {name: [list(point) for point in points] for name, points in found.fair.alike.items()},
        "historical": _history_json(found, found.historical) if found.historical else None,
        "audiences": _audiences_json(found, found.approval),
        "aftermath": _aftermath_json(found, found.aftermath),
        "vagueness": _vagueness_json(found.aftermath),
        "delay": [
            {"an_hour": float(each.an_hour), "to_the_end": each.to_the_end} for each in found.delay_costs.values()
        ],
        "instructions": "drawn" if draws(scenario, as_written=seed is None) else "as written",
        "seed": written_seed(seed) if isinstance(seed, bytes) else seed,
        "exact": found.exact,
        "inexact": list(found.inexact),
    }


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


def _shares(found: Analysis, census: Census | None) -> dict[str, dict[str, float]] | None:
    if census is None or not census.texts:
        return None
    issues = found.scenario.text.negotiated
    return {issue.id: {option.id: census.share(issue.id, option.id) for option in issue.options} for issue in issues}


def _audiences_json(found: Analysis, approval: Approval | None) -> dict[str, object] | None:
    if approval is None:
        return None
    return {
        "kept": found.kept,
        "share": _shares(found, approval.kept),
        "against": dict(approval.against),
        "tightest": approval.tightest,
    }


def _aftermath_json(found: Analysis, later: AftermathSummary) -> dict[str, object]:
    bands: dict[str, object] = {
        lowest: {
            "mean": _floats(later.mean(lowest)),
            "historical": list(later.historical[lowest]) if later.historical else None,
            "historical_over_no_text": found.over_no_text(lowest),
        }
        for lowest in BANDS
    }
    return {
        "goodwill": later.opening,
        "no_text": list(later.no_text),
        "walk_away": list(later.walk_away),
        **bands,
        "left_out": list(later.left_out),
    }


def _vagueness_json(later: AftermathSummary) -> dict[str, object] | None:
    if later.vague is None:
        return None
    rows = [
        {
            "wordings": row.wordings,
            "signable": row.signable,
            "agreeable": row.agreeable,
            "share": float(row.share),
            "aftermath": {lowest: _floats(row.mean(lowest)) for lowest in BANDS},
        }
        for row in later.vague
    ]
    each = {lowest: _floats(later.dearer(lowest)) for lowest in BANDS}
    easier = None if later.easier is None else float(later.easier)
    return {"texts": rows, "share_by_wording": easier, "aftermath_by_wording": each}


def _floats(numbers: Iterable[Fraction] | None) -> list[float] | None:
    return None if numbers is None else [float(number) for number in numbers]
