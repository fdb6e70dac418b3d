"""Every scenario that there is, and hands that play it: the computer's, random ones, and ones that never give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from game.delegations import Decision, Policy, computer
from game.scenario import WHOLE, Scenario, load, shipped, source_of, turn_chance
from game.talks import (
    Accept,
    Amend,
    Circulate,
    Consult,
    Interpret,
    Leave,
    Move,
    Propose,
    Refused,
    Respond,
    Say,
    Shift,
    Sign,
    Talks,
    View,
    open_talks,
    play,
    view,
)
from game.talks.audiences import surplus
from game.text import DelegationId, Issue, IssueId, OptionId, Outcome, Positions, Text

HERE = Path(__file__).parent
MAIN = "partnership-for-peace-1994"
DRILLS = tuple(sorted(path.stem for path in (HERE / "scenarios").glob("*.yaml")))
EVERY = (*shipped(), *DRILLS)
LARGE = ("warsaw-at-the-table", "partnership-for-peace-1994", "founding-act-1997")
"""Those in which a turn takes longest."""
LARGE_SLOWLY = [pytest.param(name, marks=pytest.mark.slow) if name in LARGE else name for name in EVERY]
"""All of them, the large ones among the slow tests: for what is asked of every turn of whole games."""


_EDITIONS = re.compile(r"^editions:\n((?:[ \n].*\n|\n)*)", re.MULTILINE)


def _editions() -> Iterator[str]:
    for name in shipped():
        for told in _EDITIONS.findall(source(name).decode()):
            yield from (f"{name}/{edition}" for edition in re.findall(r"^  - id: (\S+)$", told, re.MULTILINE))


def source(name: str) -> bytes:
    """The file of a scenario, shipped or of the tests; `name` may be that of an edition."""
    name = name.partition("/")[0]
    return source_of(name) if name in shipped() else (HERE / "scenarios" / f"{name}.yaml").read_bytes()


@cache
def scenario(name: str) -> Scenario:
    """A scenario, shipped or of the tests; or an edition of it, as NAME/EDITION."""
    whole, _, edition = name.partition("/")
    return load(source(whole), whole, edition or WHOLE)


EDITIONS = tuple(_editions())
"""Every edition of a shipped scenario, as `scenario` takes it; read off the files without reading them whole."""


def must(talks: Talks, move: Move) -> Talks:
    """The talks after a move that the rules must allow."""
    played = play(talks, move)
    assert not isinstance(played, Refused), f"{move}: {played}"
    return played


def step(talks: Talks, policy: Policy = computer) -> tuple[Talks, Decision]:
    """The talks after one move of whoever has the floor, with the chance that a table would give it."""
    who = talks.floor
    decision = policy(view(talks, who), turn_chance(talks.seed, who, talks.version))
    return must(talks, decision.move), decision


def game(opening: Talks, policies: dict[DelegationId, Policy] | None = None) -> Iterator[Talks]:
    """The talks before each move, and after the last: the computer plays every seat that has no other policy."""
    talks = opening
    yield talks
    while not talks.over:
        talks, _ = step(talks, (policies or {}).get(talks.floor, computer))
        yield talks


def played(opening: Talks, policies: dict[DelegationId, Policy] | None = None) -> Talks:
    """The talks when they are over."""
    *_, last = game(opening, policies)
    return last


def opened(name: str, seed: int = 0, *, as_written: bool = False) -> Talks:
    """The opening of a scenario."""
    return open_talks(scenario(name), seed, as_written=as_written)


def late(name: str, seed: int) -> Talks:
    """Talks near their end: everything but a bracket or two is agreed on a text that every mandate can come to, and
    all capitals have opened what they have."""
    talks, chance = opened(name, seed), Random(f"late {name} {seed}")
    told = talks.scenario
    texts = [text for text in (_within_all_mandates(told, chance) for _ in range(60)) if text is not None]
    # Every other time one that is to the liking of all allies.
    chosen = max(texts, key=lambda text: _pleased(talks, text)) if seed % 2 else texts[0]
    stands = {who: dict(chosen) for who in told.ids}
    for _ in range(seed % 3):
        who, issue = chance.choice(told.ids), chance.choice(told.text.issues)
        other = chance.choice([option.id for option in issue.options])
        if other in _widest(told, who, issue):
            stands[who][issue.id] = other
    steps = {(who, issue): len(ladder) for who in told.ids for issue, ladder in told.instructions[who].mandate.items()}
    hours = chance.choice((0.0, 0.5, 0.8)) * told.calendar.hours
    return replace(talks, positions=stands, steps=steps, hours=hours // 0.25 * 0.25)


def _widest(told: Scenario, who: DelegationId, issue: Issue) -> frozenset[OptionId]:
    sheet = told.instructions[who]
    return sheet.allowed(issue.id, len(sheet.mandate.get(issue.id, ())), [option.id for option in issue.options])


def _within_all_mandates(told: Scenario, chance: Random) -> Outcome | None:
    found: dict[IssueId, OptionId] = {}
    for issue in told.text.issues:
        open_to_all = frozenset.intersection(*(_widest(told, who, issue) for who in told.ids))
        if not open_to_all:
            return None
        found[issue.id] = chance.choice(sorted(open_to_all))
    return None if told.text.conflict(found) else found


def _pleased(talks: Talks, text: Outcome) -> int:
    return sum(surplus(talks, each, text) >= 0 for each in talks.scenario.audiences if each.power == "consent")


def late_game(name: str, seed: int) -> Iterator[Talks]:
    """The talks before each move of a game that begins near its end, and after the last: all want to get it signed,
    but now and then one of them does something else."""
    talks, chance = late(name, seed), Random(seed)
    other = random_policy()
    yield talks
    while not talks.over:
        seen = view(talks, talks.floor)
        policy = other if chance.random() < 0.15 else pushover
        after = play(talks, policy(seen, chance).move)
        if not isinstance(after, Refused):
            talks = after
            yield talks


def random_positions(text: Text, delegations: tuple[DelegationId, ...], chance: Random) -> Positions:
    """Positions anywhere, each issue agreed about every other time."""
    found: dict[DelegationId, dict[IssueId, OptionId]] = {who: {} for who in delegations}
    for issue in text.issues:
        agreed = chance.choice(issue.options).id
        settled = chance.random() < 0.5
        for who in delegations:
            found[who][issue.id] = agreed if settled else chance.choice(issue.options).id
    return found


def random_package(seen: View, chance: Random) -> Propose | None:
    """A package out of what the view lists: some of its own shifts and any wordings of the others."""
    own = seen.legal.own
    if own is None:
        return None
    issues = [issue.id for issue in seen.scenario.text.issues]
    shifts: set[Shift] = set()
    for issue in chance.sample(issues, min(len(issues), chance.randint(1, max(1, seen.legal.largest)))):
        agreed_to = chance.choice(seen.scenario.text[issue].options).id
        for other in seen.others:
            if seen.positions[other.id][issue] != agreed_to and chance.random() < 0.8:
                shifts.add(Shift(other.id, issue, agreed_to))
        if agreed_to in own[issue]:
            shifts.add(Shift(seen.who, issue, agreed_to))
    return Propose(seen.who, tuple(sorted(shifts)), chance.random() < 0.25, remark=f"a package {chance.random():.3f}")


def random_policy(*, leaves: bool = False) -> Policy:
    """Any listed move, or any package. Every other time it is agreeable, so that texts get written and signed."""

    def decide(view: View, chance: Random) -> Decision:
        moves: list[Move] = [move for move in view.legal.moves if leaves or not isinstance(move, Leave)]
        package = random_package(view, chance) if chance.random() < 0.3 else None
        if package is not None and package.shifts:
            return Decision(package)
        helpful = [
            move for move in moves if isinstance(move, Sign | Accept | Circulate | Consult) or _closes(view, move)
        ]
        return Decision(chance.choice(helpful if helpful and chance.random() < 0.7 else moves))

    return decide


def _closes(seen: View, move: Move) -> bool:
    if not isinstance(move, Amend) or move.issue in seen.agreed:
        return False
    return any(seen.positions[other.id][move.issue] == move.option for other in seen.others)


def random_game(opening: Talks, chance: Random, *, leaves: bool = False) -> Iterator[Talks]:
    """The talks before each move of a random game, and after the last; a package that is refused is tried again."""
    talks = opening
    decide = random_policy(leaves=leaves)
    yield talks
    while not talks.over:
        after = play(talks, decide(view(talks, talks.floor), chance).move)
        if not isinstance(after, Refused):
            talks = after
            yield talks


def _forced(view: View) -> Decision | None:
    """What has to be answered when nothing else may be done: a hold-up is sat out, a frozen text left unread."""
    forced: tuple[Move, ...] = (Respond(view.who, "sit"), Interpret(view.who))
    return next((Decision(move) for move in forced if move in view.legal.moves), None)


def stonewall(view: View, chance: Random) -> Decision:
    """It says something each time, and never moves."""
    if forced := _forced(view):
        return forced
    return Decision(Say(view.who, remark=chance.choice(("No.", "We have said what we have to say."))))


def pushover(view: View, chance: Random) -> Decision:
    """It signs, takes and gives whatever it may, and asks its capital for more to give."""
    moves = list(view.legal.moves)
    for kinds in ((Interpret, Respond), (Sign,), (Circulate,), (Accept,), (Consult,)):
        if open_moves := [move for move in moves if isinstance(move, kinds)]:
            return Decision(chance.choice(open_moves))
    closing = [move for move in moves if _closes(view, move)]
    return Decision(chance.choice(closing) if closing else Say(view.who, remark="As you like."))


def hands(talks: Talks, seed: int) -> dict[DelegationId, Policy]:
    """Who plays: by turns chance, the computer, a pushover, and mixtures of them, so that talks go many ways."""
    kinds: tuple[Policy, ...] = (random_policy(), computer, pushover)
    return {who: kinds[(seed // 3**place) % 3] for place, who in enumerate(talks.scenario.ids)}


def computers(talks: Talks, seed: int) -> tuple[DelegationId, ...]:
    """The seats of the computer among such hands."""
    return tuple(who for who, policy in hands(talks, seed).items() if policy is computer)


def mixed_game(name: str, seed: int, *, as_written: bool = False) -> Iterator[Talks]:
    """The talks before each move of a game between such hands, and after the last."""
    talks = opened(name, seed, as_written=as_written)
    players, chance = hands(talks, seed), Random(seed)
    yield talks
    while not talks.over:
        after = play(talks, players[talks.floor](view(talks, talks.floor), chance).move)
        if not isinstance(after, Refused):
            talks = after
            yield talks
