"""Why talks that were asked for have not been played."""

from __future__ import annotations

from typing import Literal

from game.text import DelegationId

Kind = Literal["no-scheduler", "no-worker", "silent", "workers-die", "other-rules", "no-game", "no-module"]
"""No scheduler answers at an address; the cluster has no worker, or no longer answers, or its workers die as they play;
a worker has other rules, lacks the game, or lacks a module."""

Alone = Literal["no-processes", "process-died"]
"""Why talks are played in one process after all: others cannot be begun here, or one of them has died."""


JOINS = 30.0
"""Seconds in which a worker of a cluster must have joined."""


class LostPolicy(RuntimeError):
    """A policy that makes no move which the rules allow: whose, at which move of which seed."""

    def __init__(self, who: DelegationId, move: int, seed: int) -> None:
        super().__init__(who, move, seed)
        self.who, self.move, self.seed = who, move, seed


class SweepFailed(Exception):
    """Talks are not played, for a reason that lies in the machines; `what` is the address, the machine or the module
    that it is about, where there is one."""

    def __init__(self, kind: Kind, what: str = "") -> None:
        super().__init__(kind, what)
        self.kind, self.what = kind, what
