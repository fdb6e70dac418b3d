"""Our alternating-offers bidder among strangers: all meet all in negmas's own alternating offers, in both seats.

The quarrels are twenty by chance, of stated conflict, and the heaviest issues of the main scenario; or published
domains, from a folder of yours (`benchmarks.published`). Utilities are a sheet's points over its best, the walk-away
likewise; negmas's negotiators are made as negmas makes them, without a setting changed. A share is what a negotiator
gets between its walk-away (0) and its best (1). The Nash distance is measured in shares; where nothing was agreed it is
that from the walk-aways, for everybody.

A mean is over the quarrels, each the mean of its sessions, and so is its standard error; the difference to ours is
paired by quarrel. The processes that play leave unused whatever numpy would choose by the processor: its quicker sorts
order what is equal in other ways, and negmas's negotiators then offer other texts. So the same tables come out on every
x86 processor, with the same version of numpy and of negmas; other kinds of processor were not tried.
"""

from __future__ import annotations

import os
import random
import warnings
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import permutations
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import numpy as np

from benchmarks import Row
from benchmarks.bidding import NashBidder, Preparation
from benchmarks.published import published
from benchmarks.quarrels import Quarrel, heaviest, quarrel
from game.text import Outcome

OURS = "ours"
PEERS = {
    "Boulware": "BoulwareTBNegotiator",
    "Linear": "LinearTBNegotiator",
    "Conceder": "ConcederTBNegotiator",
    "MiCRO": "MiCRONegotiator",
    "NiceTitForTat": "NiceTitForTatNegotiator",
    "NaiveTitForTat": "NaiveTitForTatNegotiator",
    "Hybrid": "HybridNegotiator",
}
SEEDS = range(9400, 9420)
"""Ours was tuned on others."""
MAIN = "partnership-for-peace-1994"
MEASURES = {
    "mean share": ("share", "of the best"),
    "agreement rate": ("agreed", "of all"),
    "on the frontier": ("efficient", "of all"),
    "Nash distance": ("nash", "shares"),
}


@dataclass(frozen=True, slots=True)
class Score:
    """What one negotiator had of one session."""

    who: str
    share: float
    agreed: bool
    efficient: bool
    nash: float


@dataclass(frozen=True, slots=True)
class Standing:
    """A mean over quarrels, with its standard error; a single quarrel has none."""

    mean: float
    error: float | None

    @classmethod
    def of(cls, values: Sequence[float]) -> Standing:
        """The mean of one value for each quarrel."""
        return cls(fmean(values), stdev(values) / len(values) ** 0.5 if len(values) > 1 else None)

    def __str__(self) -> str:
        return "–" if self.error is None else f"{self.error:.3f}"


@dataclass(frozen=True, slots=True)
class Job:
    """Some sessions of one quarrel, for one process."""

    quarrel: Quarrel
    pairs: tuple[tuple[str, str], ...]
    steps: int


def rows(_: float) -> list[Row]:
    """A hundred steps."""
    return tournament(quarrels(), 100)


def rows_long(_: float) -> list[Row]:
    """A thousand steps; a quarter of an hour."""
    return tournament(quarrels(), 1000)


def rows_published(folder: Path, steps: int = 100) -> list[Row]:
    """The published domains of a folder. Raises `FileNotFoundError` where there are none."""
    return tournament(published(folder), steps, part="published")


def quarrels(seeds: Iterable[int] = SEEDS) -> list[Quarrel]:
    """The quarrels by chance, and the main scenario's."""
    return [*(quarrel(seed) for seed in seeds), heaviest(MAIN)]


def tournament(
    among: Sequence[Quarrel],
    steps: int,
    names: Sequence[str] = (OURS, *PEERS),
    workers: int | None = None,
    part: str = "by chance",
) -> list[Row]:
    """The conflict of every quarrel, then how ours did beside each of the others: over all quarrels, and where they end
    with the main scenario's, over the others, which are `part`, and over it too."""
    found: list[Row] = [
        {
            "case": f"opposition, {each.name}",
            "ours": round(each.opposition, 3),
            "peer": None,
            "ratio": None,
            "unit": "0-1",
        }
        for each in among
    ]
    if find_spec("negmas") is None:
        return found
    scores = play(among, steps, names, workers)
    main = among[-1].name if among[-1].name.startswith(MAIN) else None
    by_chance = scores[:-1] if main else scores
    parts = {"all": scores} if main and by_chance else {}
    if by_chance:
        parts[part] = by_chance
    if main:
        parts[main] = scores[-1:]
    for name, of in parts.items():
        found += _beside(name, steps, [of_quarrel(each) for each in of], names)
    return found


def _beside(part: str, steps: int, of: Sequence[dict[str, dict[str, float]]], names: Sequence[str]) -> list[Row]:
    """How ours did beside each of the others over these quarrels."""
    found: list[Row] = []
    for title, (measure, unit) in MEASURES.items():
        for name in names:
            if name != OURS:
                mine, theirs = ([each[who][measure] for each in of] for who in (OURS, name))
                ours, peer = Standing.of(mine), Standing.of(theirs)
                ahead = Standing.of([a - b for a, b in zip(mine, theirs, strict=True)])
                errors = f"± {ours} and {peer}, paired {ahead.mean:+.3f} ± {ahead}"
                found.append(
                    {
                        "case": f"{title}, {part}, {steps} steps, beside {name}",
                        "ours": round(ours.mean, 3),
                        "peer": round(peer.mean, 3),
                        "ratio": round(ours.mean / peer.mean, 3) if peer.mean else None,
                        "unit": f"{unit}, {errors}, {len(of)} quarrels",
                    }
                )
    return found


def play(among: Sequence[Quarrel], steps: int, names: Sequence[str], workers: int | None) -> list[list[Score]]:
    """All sessions, quarrel by quarrel, on all cores."""
    jobs = [Job(each, (pair,), steps) for each in among for pair in permutations(names, 2)]
    before = os.environ.get(_UNUSED)
    os.environ[_UNUSED] = _chosen_by_processor()
    try:
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            done = list(pool.map(sessions, jobs, chunksize=4))
    finally:
        os.environ.pop(_UNUSED)
        if before is not None:
            os.environ[_UNUSED] = before
    each = len(names) * (len(names) - 1)
    return [[score for part in done[n * each : (n + 1) * each] for score in part] for n in range(len(among))]


_UNUSED = "NPY_DISABLE_CPU_FEATURES"
"""What numpy reads, once, when it is loaded."""


def _chosen_by_processor() -> str:
    """What numpy uses only where the processor has it, as it names these features."""
    from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__  # type: ignore[import-not-found]

    return " ".join(feature for feature in __cpu_dispatch__ if __cpu_features__.get(feature))


def of_quarrel(scores: Sequence[Score]) -> dict[str, dict[str, float]]:
    """The means of every negotiator over the sessions of one quarrel, or of any others."""
    return {
        name: {
            measure: fmean(float(getattr(score, measure)) for score in scores if score.who == name)
            for measure, _ in MEASURES.values()
        }
        for name in dict.fromkeys(score.who for score in scores)
    }


def sessions(job: Job) -> list[Score]:
    """Play these pairs."""
    warnings.filterwarnings("ignore")
    return [score for pair in job.pairs for score in session(job.quarrel, pair, job.steps)]


def session(over: Quarrel, pair: tuple[str, str], steps: int) -> list[Score]:
    """One session in negmas's mechanism: the first of the pair has the first seat, and speaks first."""
    from negmas.sao import SAOMechanism, negotiators

    random.seed(f"{over.name} {pair} {steps}")
    np.random.seed(random.randrange(2**32))
    space, functions = utilities(over)
    mechanism = SAOMechanism(outcome_space=space, n_steps=steps, sync_calls=True)
    for place, (name, function) in enumerate(zip(pair, functions, strict=True)):
        if name == OURS:
            preparation = Preparation(over.text, over.sheets[place], over.walk_away[place])
            mechanism.add(stranger(NashBidder(preparation, steps)), ufun=function)
        else:
            mechanism.add(getattr(negotiators, PEERS[name])(), ufun=function)
    state = mechanism.run()
    if state.has_error:
        raise RuntimeError(f"{pair}, {over.name}: {state.error_details}")
    text = None if state.agreement is None else over.named(state.agreement)
    efficient = text is not None and over.on_frontier(text)
    shares, nash = over.shares(text), over.nash_distance(text)
    return [Score(name, share, text is not None, efficient, nash) for name, share in zip(pair, shares, strict=True)]


def utilities(over: Quarrel) -> tuple[Any, list[Any]]:
    """A quarrel as negmas takes it: its outcome space, and a linear additive utility function up to 1 for each."""
    from negmas import make_issue
    from negmas.outcomes import make_os
    from negmas.preferences import LinearAdditiveUtilityFunction

    space = make_os([make_issue([option.id for option in issue.options], issue.id) for issue in over.text.issues])
    functions = [
        LinearAdditiveUtilityFunction(
            values={issue: {o: worth / best for o, worth in row.items()} for issue, row in sheet.points.items()},
            weights=dict.fromkeys(sheet.points, 1.0),
            outcome_space=space,
            reserved_value=least / best,
        )
        for sheet, least, best in zip(over.sheets, over.walk_away, over.best, strict=True)
    ]
    return space, functions


def stranger(bidder: NashBidder) -> Any:
    """A bidder of ours as an ordinary negotiator of negmas."""
    from negmas.sao import ResponseType, SAONegotiator

    issues = [issue.id for issue in bidder.preparation.text.issues]

    class Stranger(SAONegotiator):  # type: ignore[misc]
        """Answers each offer once; the mechanism asks first whether it takes it, and then what it offers."""

        turn, reply = -1, None

        def _reply(self, state: Any) -> Outcome | None:
            if self.turn != state.step:
                offer = state.current_offer
                said = None if offer is None else dict(zip(issues, offer, strict=True))
                self.turn, self.reply = state.step, bidder.answer(said, state.step)
            return self.reply

        def respond(self, state: Any, source: str | None = None) -> Any:
            """Whether it takes the offer on the table."""
            del source
            return ResponseType.ACCEPT_OFFER if self._reply(state) is None else ResponseType.REJECT_OFFER

        def propose(self, state: Any, dest: str | None = None) -> Any:
            """What it offers."""
            del dest
            text = self._reply(state)
            return None if text is None else tuple(text[issue] for issue in issues)

    return Stranger()
