"""A lesson with somebody at every seat and a teacher in the chair: what they do is written here, and the computer lends
them the words that nothing is written for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from game.delegations import computer
from game.scenario import AudienceId, Scenario, load, turn_chance
from game.talks import (
    CHAIR,
    Admit,
    BreakSilence,
    Extend,
    KeepSilence,
    Move,
    Release,
    Revoke,
    Talks,
    Wire,
    called_on,
    open_talks,
    view,
)
from game.text import DelegationId
from tests.library import MAIN, must, source

LESSON = "lesson"
NO_SECOND_THOUGHTS = "Let us do that once more: the other group had not finished reading."
"""What the teacher says who takes a move back."""


@cache
def lesson() -> Scenario:
    """The shortest edition of the main scenario."""
    return load(source(MAIN), MAIN, LESSON)


def attended(seed: int) -> Iterator[Talks]:
    """The talks before each move, and after the last."""
    talks = open_talks(lesson(), seed)
    yield talks
    for audience in talks.scenario.audiences:
        talks = must(talks, Admit(CHAIR, audience.id))
        yield talks
    while not talks.over:
        talks = must(talks, _of_the_chair(talks) or _from_outside(talks) or _played(talks))
        yield talks


def _of_the_chair(talks: Talks) -> Move | None:
    """After a few turns a cable of the teacher's; then a move is taken back; then something happens ahead of its day;
    and when silence is broken there are a few hours more."""
    turns = sum(move.by in talks.scenario.ids for move in talks.moves)
    done = [type(move) for move in talks.moves if move.by == CHAIR]
    if turns >= 2 and Wire not in done:
        return Wire(CHAIR, remark="Ten minutes to the bell. Look at your clock before you look at theirs.")
    if turns >= 3 and Revoke not in done:
        return Revoke(CHAIR, talks.version - 1, remark=NO_SECOND_THOUGHTS)
    to_come = view(talks, CHAIR).to_come
    if turns >= 5 and to_come and Release not in done:
        return Release(CHAIR, to_come[0].id)
    if Extend not in done and any(isinstance(move, BreakSilence) for move in talks.moves):
        return Extend(CHAIR, 6.0)
    return None


def _from_outside(talks: Talks) -> Move | None:
    """The first text that is circulated wakes the ally that likes it least, whether or not it needs more; silence on
    the second runs out."""
    if talks.silence is None:
        return None
    waits = sorted(talks.silence.waits_for, key=lambda each: _judging_surplus(talks, each))
    seat = DelegationId(waits[0])
    minds = view(talks, seat).legal.of(BreakSilence)
    if minds and not any(isinstance(move, BreakSilence) for move in talks.moves):
        judging = view(talks, seat).judging
        assert judging is not None
        said = "We have read it twice, and cannot be silent about that."
        return BreakSilence(seat, judging.grievances[0].issue, remark=said)
    return KeepSilence(seat)


def _judging_surplus(talks: Talks, who: AudienceId) -> int:
    judging = view(talks, DelegationId(who)).judging
    assert judging is not None
    return judging.surplus


def _played(talks: Talks) -> Move:
    who = called_on(talks)[0]
    return computer(view(talks, who), turn_chance(talks.seed, who, talks.version)).move
