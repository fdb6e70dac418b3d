"""Negotiations a second, beside negmas on the same utilities; and how long an answer takes under the full rules.

Plain alternating offers of a hundred rounds between two, both sides counted with everything from their first offer to
the end. Like for like are two time-dependent strategies, *Boulware* and *Conceder*, in our engine and as negmas's
`AspirationNegotiator` in its `SAOMechanism`; then our own bidder, which reads the other and plans anew as it
learns, against itself, beside negmas's Boulware against itself, which does neither.

What differs: our time-dependent bidders offer, of the texts that give them what they ask, one that is best for the
other by what is believed before the first offer; negmas's the one that is worst for themselves. negmas keeps a
history and calls its callbacks. *Default*: negmas makes each negotiator and its inverter anew for every negotiation.
*Kept*: its inverters are made once. Ours keeps what it made of a sheet (`Preparation`: the graph, its tables, the first
plan) in all rows but those that say *from nothing*: there these are made anew, every cache emptied. The first offer is
from nothing too: from the bare text and sheet to the offer. Times are the process's own, medians of many runs, so that
others on the machine matter little.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from random import Random
from statistics import median, quantiles
from typing import Any

from benchmarks import Row
from benchmarks.bidding import Bidder, NashBidder, Preparation, Timed, alternate
from benchmarks.domains import Domain, by_sizes
from benchmarks.six import table_of_six
from benchmarks.trial import MAIN, peer
from game.analysis.compile_diagram import diagram_of
from game.analysis.knapsack_dp import steps_of
from game.delegations import Decision, Policy, computer
from game.scenario import Scenario, open_scenario
from game.simulation import run
from game.talks import View

ROUNDS = 100
SMALL, LARGE = (5, 2, 5, 2, 5, 2, 4), (5, 2, 5, 2, 5, 2, 5, 2, 5, 2, 4)
SEEDS = (1994, 1997)
TIMES = 20
"""How often a quick measurement is repeated."""
SLOW = 2.0
"""Seconds after which a slow peer is not measured again."""
RUNS = 10
"""Full negotiations whose answers are timed."""
CURVES = {"boulware": 4.0, "conceder": 0.25}
Pair = tuple[str, str]
ALIKE: Pair = ("boulware", "conceder")


def rows(_: float) -> list[Row]:
    """A row for each claim."""
    found: list[Row] = []
    for pair, beside in ((ALIKE, ALIKE), (("ours", "ours"), ("boulware", "boulware"))):
        said = f"{pair[0]} against {pair[1]}" + ("" if pair == beside else f" beside {beside[0]} against {beside[1]}")
        for sizes, texts, kept in ((SMALL, "4,000", False), (LARGE, "400,000", False), (LARGE, "400,000", True)):
            way = "its inverter kept" if kept else "its default"
            found.append(rate(f"{said}, {texts} texts, {way}", sizes, pair, beside, kept=kept))
        found.append(rate(f"{said}, 400,000 texts, both from nothing", LARGE, pair, beside, kept=False, afresh=True))
    found.append(first_offer("first offer from nothing, 400,000 texts"))
    scenario = open_scenario(MAIN)
    return [*found, *full_rules("main scenario", scenario), *full_rules("six delegations", table_of_six(scenario))]


def rate(case: str, sizes: tuple[int, ...], ours: Pair, theirs: Pair, *, kept: bool, afresh: bool = False) -> Row:
    """Negotiations a second, over two seeds."""
    domains = [by_sizes(sizes, seed) for seed in SEEDS]
    mine = [our_negotiation(made, ours, afresh=afresh) for made in domains]
    taken = [timed(mine[n % len(mine)]) for n in range(TIMES * len(domains))]
    return a_second(case, taken, peers_times(sizes, theirs, kept))


@lru_cache
def peers_times(sizes: tuple[int, ...], pair: Pair, kept: bool) -> tuple[float, ...]:
    """Seconds of negmas's negotiations; none where it is not installed."""
    if find_spec("negmas") is None:
        return ()
    taken: list[float] = []
    for seed in SEEDS:
        negotiate = their_negotiation(by_sizes(sizes, seed), pair, kept=kept)
        of_seed = [timed(negotiate)]
        while len(of_seed) < TIMES and sum(of_seed) < SLOW:
            of_seed.append(timed(negotiate))
        taken.append(median(of_seed))
    return tuple(taken)


def a_second(case: str, ours: Sequence[float], theirs: Sequence[float]) -> Row:
    """A row from the seconds of single runs."""
    mine = 1 / median(ours)
    peer = 1 / median(theirs) if theirs else None
    return {
        "case": case,
        "ours": round(mine),
        "peer": None if peer is None else round(peer, 3),
        "ratio": None if peer is None else round(mine / peer),
        "unit": "a second",
    }


def timed(run: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.process_time()
    run()
    return time.process_time() - start


def forget() -> None:
    """Empty every cache of the analysis."""
    diagram_of.cache_clear()
    steps_of.cache_clear()


def bidder(strategy: str, preparation: Preparation) -> Bidder:
    """One of our bidders, for one negotiation."""
    return NashBidder(preparation, ROUNDS) if strategy == "ours" else Timed(preparation, ROUNDS, CURVES[strategy])


def our_negotiation(made: Domain, pair: Pair, *, afresh: bool) -> Callable[[], object]:
    """A negotiation in our engine, ready to run."""
    space = made.space()

    def preparations() -> list[Preparation]:
        return [Preparation(space.text, sheet, made.walk_away) for sheet in space.sheets.values()]

    def negotiate(ready: list[Preparation]) -> object:
        return alternate(bidder(pair[0], ready[0]), bidder(pair[1], ready[1]), ROUNDS)

    def from_nothing() -> object:
        forget()
        return negotiate(preparations())

    ready = preparations()
    negotiate(ready)
    return from_nothing if afresh else lambda: negotiate(ready)


def their_negotiation(made: Domain, pair: Pair, *, kept: bool) -> Callable[[], object]:
    """A negotiation in negmas's mechanism, ready to run."""
    from negmas.preferences import DefaultInverseUtilityFunction
    from negmas.sao import SAOMechanism
    from negmas.sao.negotiators import AspirationNegotiator

    inverters: dict[int, Any] = {}

    def inverter(function: Any) -> Any:
        if id(function) not in inverters:
            inverters[id(function)] = DefaultInverseUtilityFunction(function)
            inverters[id(function)].init()
        return inverters[id(function)]

    kept_way = {"ufun_inverter": inverter} if kept else {}
    space, functions = peer(made)

    def negotiate() -> object:
        mechanism = SAOMechanism(outcome_space=space, n_steps=ROUNDS)
        # What a function caches on itself would make the default a kept inverter.
        own = functions if kept else peer(made)[1]
        for strategy, function in zip(pair, own, strict=True):
            mechanism.add(AspirationNegotiator(aspiration_type=strategy, **kept_way), ufun=function)
        return mechanism.run()

    if kept:
        negotiate()
    return negotiate


def first_offer(case: str) -> Row:
    """Milliseconds from a bare sheet to the first offer."""
    made = by_sizes(LARGE, SEEDS[0])
    space = made.space()
    sheet = next(iter(space.sheets.values()))

    def ours() -> object:
        forget()
        return NashBidder(Preparation(space.text, sheet, made.walk_away), ROUNDS).answer(None, 0)

    taken = [1000 * timed(ours) for _ in range(50)]
    theirs = None
    if find_spec("negmas"):
        from negmas.sao import SAOMechanism
        from negmas.sao.negotiators import AspirationNegotiator

        outcomes, functions = peer(made)
        mechanism = SAOMechanism(outcome_space=outcomes, n_steps=ROUNDS)
        for function in functions:
            mechanism.add(AspirationNegotiator(), ufun=function)
        asked = mechanism.negotiators[0]
        theirs = round(1000 * timed(lambda: asked.propose(mechanism.state)), 3)
    mine = round(median(taken), 3)
    ratio = None if theirs is None else round(theirs / mine)
    return {"case": case, "ours": mine, "peer": theirs, "ratio": ratio, "unit": "ms"}


def full_rules(title: str, scenario: Scenario) -> list[Row]:
    """Whole negotiations between computers under the full rules, and the time of a single answer."""
    answers: list[float] = []

    def watched(policy: Policy) -> Policy:
        def answer(view: View, chance: Random) -> Decision:
            start = time.process_time()
            decision = policy(view, chance)
            answers.append(1000 * (time.process_time() - start))
            return decision

        return answer

    policies = {who: watched(computer) for who in scenario.ids}
    # What the peer left behind, millions of objects, is not ours to look through for garbage.
    gc.collect()
    gc.freeze()
    whole = [timed(lambda seed=seed: run(scenario, policies, seed)) for seed in range(1, RUNS + 1)]  # type: ignore[misc]
    gc.unfreeze()
    figures = {
        "median": median(answers),
        "95 of 100 under": quantiles(answers, n=20)[-1],
        "worst": max(answers),
    }
    found: list[Row] = [
        {
            "case": f"full rules, {title}, computer against computer",
            "ours": round(len(whole) / sum(whole), 2),
            "peer": None,
            "ratio": None,
            "unit": "a second",
        }
    ]
    found += [
        {"case": f"an answer, {title}, {word}", "ours": round(ms, 2), "peer": None, "ratio": None, "unit": "ms"}
        for word, ms in figures.items()
    ]
    return found
