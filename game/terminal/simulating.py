"""Many talks, policy against policy: what comes of a scenario on average, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing

from game.reports.runs import Unwritable, written
from game.scenario import Scenario, source_of
from game.scenario.shelf import name_of
from game.simulation import POLICIES, LostPolicy, Run, Sweep, SweepFailed, Tally
from game.talks import hour_number, listed, opening_capital
from game.terminal.console import Console
from game.terminal.keeping import Fault, not_written
from game.terminal.progress import watched
from game.text import DelegationId
from game.words.simulation import policy_lost, sweep_failed


def policies_of(scenario: Scenario, given: Iterable[str]) -> dict[DelegationId, str]:
    """Who plays which seat, from what was typed as WHO=NAME; the trader plays the rest. Raises `Fault`."""
    found = dict.fromkeys(scenario.ids, "trader")
    for word in given:
        seat, _, name = word.partition("=")
        who = next((each for each in scenario.ids if each.casefold() == seat.strip().casefold()), None)
        if who is None:
            seats = listed(list(scenario.ids))
            raise Fault(f"A policy is given as WHO=NAME, and WHO is one of {seats}, not {seat[:40]!r}.")
        if name not in POLICIES:
            raise Fault(f"There is no policy {name[:40]!r}; there is {listed(sorted(POLICIES))}.")
        found[who] = name
    return found


def sweep_of(file: str, given: Iterable[str], *, as_written: bool = False) -> Sweep:
    """The talks of a scenario between the policies that were typed. Raises `Fault` and `ScenarioError`."""
    source = source_of(file)
    name = name_of(file)
    scenario = Sweep(source, name, ()).scenario
    return Sweep(source, name, tuple(policies_of(scenario, given).items()), as_written)


def simulate(
    sweep: Sweep,
    seeds: range,
    play: Callable[[Sweep, range], Generator[Run]],
    *,
    each: str | None = None,
    progress: bool = False,
) -> Tally:
    """Play the talks of these seeds, wherever `play` does it; each is written to a file where one is named.

    Raises `Fault`, also for a policy that is lost.
    """
    with closing(play(sweep, seeds)) as runs, closing(watched(runs, len(seeds), show=progress)) as told:
        kept = written(each, sweep.scenario, told) if each else told
        with closing(kept):
            try:
                return Tally(tuple(kept), dict(sweep.policies))
            except LostPolicy as lost:
                raise Fault(policy_lost(lost)) from None
            except SweepFailed as failed:
                raise Fault(sweep_failed(failed)) from None
            except Unwritable as fault:
                raise Fault(not_written(fault.file, fault.reason)) from None


def show_tally(console: Console, tally: Tally, scenario: Scenario) -> None:
    """What came of them in sentences."""
    runs, agreed = len(tally.runs), len(tally.agreed)
    players = listed([f"{opening_capital(scenario[who].short)} ({name})" for who, name in tally.policies.items()])
    console.tell(f"{scenario.title}. {runs} talks between {players}.")
    console.tell(f"{agreed} ended with a signature ({_share(agreed, runs)}), with {tally.outcomes()} different texts.")
    spine = scenario.text.spine
    if spine is not None and agreed:
        words = [f"“{spine[o].name}” {_share(n, agreed)}" for o, n in tally.status(scenario).most_common()]
        console.tell(f"{spine.title}, of the signed texts: {', '.join(words)}.")
    for who in scenario.ids:
        signed = f"; signed words {tally.words(who):.1f}" if agreed else ""
        console.tell(f"{opening_capital(scenario[who].short)}: {tally.mean(who):.1f} points on average{signed}.")
    hours = sum(run.hours for run in tally.runs) / runs
    console.tell(f"{hour_number(hours)} hours of talks on average.")
    console.tell("Moves: " + ", ".join(f"{kind} {count}" for kind, count in tally.moves().most_common()) + ".")
    _show_outside(console, tally, scenario)


def _show_outside(console: Console, tally: Tally, scenario: Scenario) -> None:
    runs = len(tally.runs)
    if any(audience.power == "consent" for audience in scenario.audiences):
        broken = sum(run.silence_broken for run in tally.runs)
        console.tell(f"Silence was broken in {_share(broken, runs)} of the talks.")
    if scenario.audiences:
        told = [
            f"{opening_capital(audience.short)} {_share(sum(audience.id in run.decided for run in tally.runs), runs)}"
            for audience in scenario.audiences
        ]
        console.tell(f"Who decided something from outside: {', '.join(told)}.")


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %" if whole else "0 %"
