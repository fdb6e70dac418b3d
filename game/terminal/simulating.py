"""Many talks, policy against policy: what comes of a scenario on average, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing

from game.reports.runs import Unwritable, written
from game.scenario import WHOLE, Scenario, draws, source_of
from game.scenario.shelf import name_of
from game.simulation import POLICIES, LostPolicy, Run, Sweep, SweepFailed, Tally
from game.terminal.console import Console
from game.terminal.keeping import Fault, not_written
from game.terminal.progress import watched
from game.text import DelegationId
from game.words import count, phrase, say
from game.words.simulation import policy_lost, sweep_failed


def policies_of(scenario: Scenario, given: Iterable[str]) -> dict[DelegationId, str]:
    """Who plays which seat, from what was typed as WHO=NAME; the trader plays the rest. Raises `Fault`."""
    named: dict[DelegationId, str] = {}
    for word in given:
        seat, _, name = word.partition("=")
        who = next((each for each in scenario.ids if each.casefold() == seat.strip().casefold()), None)
        if who is None:
            line = phrase("A policy is given as {given}, and {who} is one of {seats:and}, not {seat}.")
            raise Fault(say(line, given="WHO=NAME", who="WHO", seats=scenario.ids, seat=repr(seat[:40])))
        if who in named:
            raise Fault(
                say("{who} is named twice: {given:and}.", who=who, given=[f"{who}={named[who]}", f"{who}={name}"])
            )
        if name not in POLICIES:
            line = phrase("There is no policy {name}; there is {policies:and}.")
            raise Fault(say(line, name=repr(name[:40]), policies=sorted(POLICIES)))
        named[who] = name
    return {**dict.fromkeys(scenario.ids, "trader"), **named}


def sweep_of(file: str, given: Iterable[str], *, as_written: bool = False, edition: str = WHOLE) -> Sweep:
    """The talks of a scenario between the policies that were typed. Raises `Fault` and `ScenarioError`."""
    source = source_of(file)
    name = name_of(file)
    scenario = Sweep(source, name, (), as_written, edition).scenario
    return Sweep(source, name, tuple(policies_of(scenario, given).items()), as_written, edition)


def simulate(
    sweep: Sweep,
    seeds: range,
    play: Callable[[Sweep, range], Generator[Run]],
    *,
    each: str | None = None,
    over: bool = False,
    progress: bool = False,
) -> Tally:
    """Play the talks of these seeds, wherever `play` does it; each is written to a file where one is named, `over` one
    that is there.

    Raises `Fault`, also for a policy that is lost.
    """
    with closing(play(sweep, seeds)) as runs, closing(watched(runs, len(seeds), show=progress)) as told:
        kept = written(each, sweep.scenario, told, over=over) if each else told
        with closing(kept):
            try:
                return Tally(tuple(kept), dict(sweep.policies), sweep.as_written)
            except LostPolicy as lost:
                raise Fault(policy_lost(lost)) from None
            except SweepFailed as failed:
                raise Fault(sweep_failed(failed)) from None
            except Unwritable as fault:
                raise Fault(not_written(fault.file, fault.reason)) from None


def show_tally(console: Console, tally: Tally, scenario: Scenario) -> None:
    """What came of them in sentences."""
    runs, agreed = len(tally.runs), len(tally.agreed)
    players = [say("{who} ({name})", who=scenario[who].short, name=name) for who, name in tally.policies.items()]
    head = count(
        "{title}. One round of talks between {players:and}.",
        "{title}. {n} talks between {players:and}.",
        runs,
        title=scenario.title,
        players=players,
    )
    line = phrase("{head} The instructions are as written.")
    if draws(scenario, as_written=tally.as_written):
        line = phrase("{head} The instructions are as each seed draws them.")
    console.tell(say(line, head=head))
    signed = say("{n} ended with a signature ({share})", n=agreed, share=_share(agreed, runs))
    texts = count(
        "{signed}, all with the same text.", "{signed}, with {n} different texts.", tally.outcomes(), signed=signed
    )
    console.tell(texts if agreed > 1 else say("{signed:stop}", signed=signed))
    spine = scenario.text.spine
    if spine is not None and agreed:
        words = [
            say("{option:quoted} {share}", option=spine[option].name, share=_share(number, agreed))
            for option, number in tally.status(scenario).most_common()
        ]
        line = phrase("{issue}, of the signed texts: {words:strung}.")
        console.tell(say(line, issue=spine.title, words=words))
    for who in scenario.ids:
        line = phrase("{who:head}: {mean} points on average.")
        if agreed:
            line = phrase("{who:head}: {mean} points on average; signed words {words}.")
        told = {"mean": f"{tally.mean(who):.1f}", "words": f"{tally.words(who):.1f}" if agreed else ""}
        console.tell(say(line, who=scenario[who].short, **told))
    console.tell(say("{n:hour} hours of talks on average.", n=sum(run.hours for run in tally.runs) / runs))
    moves = [say("{kind} {n}", kind=kind, n=number) for kind, number in tally.moves().most_common()]
    console.tell(say("Moves: {moves:strung}.", moves=moves))
    _show_outside(console, tally, scenario)


def _show_outside(console: Console, tally: Tally, scenario: Scenario) -> None:
    runs = len(tally.runs)
    if any(audience.power == "consent" for audience in scenario.audiences):
        broken = sum(run.silence_broken for run in tally.runs)
        console.tell(say("Silence was broken in {share} of the talks.", share=_share(broken, runs)))
    if scenario.audiences:
        decided = [(each.short, sum(each.id in run.decided for run in tally.runs)) for each in scenario.audiences]
        told = [say("{who:head} {share}", who=short, share=_share(number, runs)) for short, number in decided]
        console.tell(say("Who decided something from outside: {each:strung}.", each=told))


def _share(part: int, whole: int) -> str:
    return say("{n} %", n=round(100 * part / whole) if whole else 0)
