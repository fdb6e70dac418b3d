"""Why many talks have not been played, in sentences for whoever asked for them."""

from __future__ import annotations

from collections.abc import Mapping

from game.simulation.faults import JOINS, Alone, Kind, LostPolicy, SweepFailed
from game.words.language import phrase, say

_FAILED: Mapping[Kind, str] = {
    "no-scheduler": phrase("No Dask scheduler answers at {what}."),
    "no-worker": phrase("The cluster at {what} has no worker, and none has joined it within {seconds} seconds."),
    "silent": phrase("The cluster at {what} no longer answers."),
    "workers-die": phrase("The workers of the cluster die while they play, perhaps for want of memory."),
    "other-rules": phrase("A worker of the cluster ({what}) has another version of the game: install this one there."),
    "no-game": phrase("A worker of the cluster does not have the game, or has an older one: install this one there."),
    "no-module": phrase("A worker of the cluster does not have what the game needs: {what}."),
}


_ALONE: Mapping[Alone, str] = {
    "no-processes": phrase("No other processes can be begun here ({reason}): one plays all the talks."),
    "process-died": phrase("A process that played talks has died, perhaps for want of memory: one plays the rest."),
}


def one_plays(why: Alone, reason: str) -> str:
    """Why talks are played in one process after all; the reason is the system's."""
    return say(_ALONE[why], reason=reason or say("the system does not say why"))


def sweep_failed(failed: SweepFailed) -> str:
    """Why talks are not played."""
    if failed.kind == "other-rules" and not failed.what:
        return say("A worker of the cluster has another version of the game: install this one there.")
    return say(_FAILED[failed.kind], what=failed.what or say("a module"), seconds=int(JOINS))


def policy_lost(lost: LostPolicy) -> str:
    """Which policy makes no move, and where."""
    line = phrase("{who} makes no move that the rules allow at move {move} of seed {seed}.")
    return say(line, who=lost.who, move=lost.move, seed=str(lost.seed))
