"""The moves that a seat might make, before the rules have judged them."""

from __future__ import annotations

from functools import lru_cache

from game.talks.moves import (
    Accept,
    Amend,
    Announce,
    Circulate,
    Consult,
    Decline,
    Hold,
    Interpret,
    Leave,
    Move,
    Respond,
    Say,
    Sign,
    Sound,
    Withdraw,
)
from game.talks.talks import Talks
from game.text import DelegationId, Text


def candidates(talks: Talks, who: DelegationId) -> list[Move]:
    """Every move of a seat that the rules might allow, but for packages, of which there are too many."""
    moves: list[Move] = [Sign(who), Leave(who), Say(who, remark="—")]
    for package in talks.packages:
        if package.by == who:
            moves.append(Withdraw(who, package.number))
        elif who in package.waits_for:
            moves.append(Accept(who, package.number))
            moves.append(Decline(who, package.number))
            for issue in package.issues:
                moves += [Decline(who, package.number, issue), Decline(who, package.number, issue, never=True)]
    return [*moves, *_about_words(talks.scenario.text, who), *_around_the_table(talks, who)]


@lru_cache(maxsize=64)
def _about_words(text: Text, who: DelegationId) -> tuple[Move, ...]:
    """To ask the capital about each issue, and to move to each option: the same in all talks about a text."""
    moves: list[Move] = []
    for phrase in text.issues:
        moves.append(Consult(who, (phrase.id,)))
        moves += [Amend(who, phrase.id, option.id) for option in phrase.options]
    return tuple(moves)


def _around_the_table(talks: Talks, who: DelegationId) -> list[Move]:
    scenario = talks.scenario
    moves: list[Move] = [Hold(who, side.id) for side in scenario.side_texts if side.by == who]
    moves += [Respond(who, how) for how in ("give", "swap", "sit")]
    stands = talks.positions[who]
    moves += [Announce(who, issue, stands[issue]) for issue in talks.brackets]
    moves += [Sound(who, audience.id) for audience in scenario.audiences_of(who)]
    moves.append(Circulate(who))
    moves.append(Interpret(who))
    moves += [Interpret(who, reading.id) for reading in scenario.readings if reading.of == who]
    return moves
