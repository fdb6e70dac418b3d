"""What many talks come to, as one JSON object for a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from game.scenario import Scenario, draws
from game.simulation import Tally
from game.text import OptionId


def tally_json(tally: Tally, scenario: Scenario) -> str:
    """What came of them as one JSON object."""
    return json.dumps(tally_values(tally, scenario), ensure_ascii=False, indent=2)


def tally_values(tally: Tally, scenario: Scenario) -> dict[str, object]:
    """Everything as plain values, for a program."""
    ids = scenario.ids
    count = len(tally.runs)
    return {
        "scenario": scenario.id,
        "edition": scenario.edition,
        "runs": count,
        "seeds": [tally.runs[0].seed, tally.runs[-1].seed] if tally.runs else [],
        "policies": dict(tally.policies),
        "instructions": "drawn" if draws(scenario, as_written=tally.as_written) else "as written",
        "agreed": len(tally.agreed),
        "endings": dict(Counter(run.ending for run in tally.runs)),
        "status": {str(option): times for option, times in tally.status(scenario).most_common()},
        "outcomes": tally.outcomes(),
        "mean_points": {who: round(tally.mean(who), 2) for who in ids},
        "mean_words": {who: round(tally.words(who), 2) for who in ids},
        "mean_hours": round(sum(run.hours for run in tally.runs) / count, 2) if count else 0.0,
        "moves": dict(tally.moves().most_common()),
        "silence_broken": sum(run.silence_broken for run in tally.runs),
        "decided": {a.id: sum(a.id in run.decided for run in tally.runs) for a in scenario.audiences},
        "demands": {who: _commonest(run.demands[who] for run in tally.runs) for who in ids},
        "holds": {who: dict(Counter(how for run in tally.runs for by, how, _ in run.held if by == who)) for who in ids},
    }


def _commonest(demands: Iterable[tuple[OptionId, ...]]) -> dict[str, int]:
    found = Counter(" > ".join(options) or "none" for options in demands)
    return dict(found.most_common(8))
