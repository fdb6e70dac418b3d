"""Every scenario that there is, and hands that play it: the computer's, random ones, and ones that never give."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from game.delegations import Decision, Policy, computer
from game.scenario import Scenario, load, shipped, source_of
from game.talks import (
    Accept,
    Amend,
    Consult,
    Leave,
    Move,
    Propose,
    Refusal,
    Say,
    Shift,
    Sign,
    Talks,
    View,
    open_talks,
    play,
    verdict,
    view,
)
from game.text import DelegationId, IssueId, OptionId, Positions, Text

HERE = Path(__file__).parent
MAIN = "partnership-for-peace-1994"
DRILLS = tuple(sorted(path.stem for path in (HERE / "scenarios").glob("*.yaml")))
EVERY = (*shipped(), *DRILLS)


def source(name: str) -> bytes:
    """The file of a scenario, shipped or of the tests."""
    return source_of(name) if name in shipped() else (HERE / "scenarios" / f"{name}.yaml").read_bytes()


@cache
def scenario(name: str) -> Scenario:
    """A scenario, shipped or of the tests."""
    return load(source(name), name)


def must(talks: Talks, move: Move) -> Talks:
    """The talks after a move that the rules must allow."""
    played = play(talks, move)
    assert not isinstance(played, Refusal), f"{move}: {played.reason}"
    return played


def step(talks: Talks, policy: Policy = computer) -> tuple[Talks, Decision]:
    """The talks after one move of whoever has the floor, with the chance that a table would give it."""
    who = talks.floor
    decision = policy(view(talks, who), Random(f"{talks.seed} {who} {talks.version}"))
    return must(talks, decision.move), decision


def game(opening: Talks, policies: dict[DelegationId, Policy] | None = None) -> Iterator[Talks]:
    """The talks before each move, and after the last: the computer plays every seat that has no other policy."""
    talks = opening
    yield talks
    while verdict(talks) is None:
        talks, _ = step(talks, (policies or {}).get(talks.floor, computer))
        yield talks


def played(opening: Talks, policies: dict[DelegationId, Policy] | None = None) -> Talks:
    """The talks when they are over."""
    *_, last = game(opening, policies)
    return last


def opened(name: str, seed: int = 0) -> Talks:
    """The opening of a scenario."""
    return open_talks(scenario(name), seed)


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
    return Propose(seen.who, f"a package {chance.random():.3f}", tuple(sorted(shifts)), chance.random() < 0.25)


def random_policy(*, leaves: bool = False) -> Policy:
    """Any listed move, or any package. Every other time it is agreeable, so that texts get written and signed."""

    def decide(view: View, chance: Random) -> Decision:
        moves: list[Move] = [move for move in view.legal.moves if leaves or not isinstance(move, Leave)]
        package = random_package(view, chance) if chance.random() < 0.3 else None
        if package is not None and package.shifts:
            return Decision(package, "chance")
        helpful = [move for move in moves if isinstance(move, Sign | Accept | Consult) or _closes(view, move)]
        return Decision(chance.choice(helpful if helpful and chance.random() < 0.7 else moves), "chance")

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
    while verdict(talks) is None:
        after = play(talks, decide(view(talks, talks.floor), chance).move)
        if not isinstance(after, Refusal):
            talks = after
            yield talks


def stonewall(view: View, chance: Random) -> Decision:
    """It says something each time, and never moves."""
    return Decision(Say(view.who, chance.choice(("No.", "We have said what we have to say."))), "a wall")


def pushover(view: View, chance: Random) -> Decision:
    """It signs, takes and gives whatever it may, and asks its capital for more to give."""
    moves = list(view.legal.moves)
    for kinds in ((Sign,), (Accept,), (Consult,)):
        if open_moves := [move for move in moves if isinstance(move, kinds)]:
            return Decision(chance.choice(open_moves), "it may")
    closing = [move for move in moves if _closes(view, move)]
    return Decision(chance.choice(closing) if closing else Say(view.who, "As you like."), "it may")


def hands(talks: Talks, seed: int) -> dict[DelegationId, Policy]:
    """Who plays: by turns chance, the computer, a pushover, and mixtures of them, so that talks go many ways."""
    kinds: tuple[Policy, ...] = (random_policy(), computer, pushover)
    return {who: kinds[(seed // 3**place) % 3] for place, who in enumerate(talks.scenario.ids)}


def mixed_game(name: str, seed: int) -> Iterator[Talks]:
    """The talks before each move of a game between such hands, and after the last."""
    talks = opened(name, seed)
    players, chance = hands(talks, seed), Random(seed)
    yield talks
    while verdict(talks) is None:
        after = play(talks, players[talks.floor](view(talks, talks.floor), chance).move)
        if not isinstance(after, Refusal):
            talks = after
            yield talks
