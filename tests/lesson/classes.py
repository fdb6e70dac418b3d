"""Tables of a class to try things at: people who do whatever they may, and devices that read what they are sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from game.delegations import computer
from game.lesson import ClassTable
from game.seat import patched
from game.table import (
    TEACHER,
    Act,
    AskForPen,
    Device,
    Dismiss,
    GiveBack,
    GoOn,
    HandPen,
    Join,
    MoveTo,
    Pause,
    Quit,
    Relieve,
    Rename,
    Store,
    Suggest,
    TakeUp,
    open_table,
)
from game.talks import CHAIR, Extend, Move, Pass, Revoke, Say, Sits, Wire
from game.text import DelegationId
from tests.library import random_policy, scenario, source

DEVICES = tuple(Device(f"d{number}") for number in range(6))


def opened(name: str, seed: int, store: Store | None = None) -> ClassTable:
    """A table of persons, at which nobody sits yet."""
    seats: dict[DelegationId, Sits] = dict.fromkeys(scenario(name).ids, "person")
    table = open_table(source(name), name, seats, computer, seed=seed, store=store)
    return ClassTable(table, store=store, pace=0.0)


def any_act(at: ClassTable, chance: Random) -> Act:
    """Something that somebody might do, whether he may or not."""
    device, seats = chance.choice(DEVICES), at.table.scenario.seats
    team = at.teams.at(device)
    if team is None:
        return Join(device, chance.choice(seats), f"Delegate {device}")
    number = team.suggested
    acts: list[Act] = [
        Suggest(device, Say(team.seat, remark=f"Suggestion {number + 1}.")),
        Suggest(device, Say(team.seat, remark="So.")),
        TakeUp(device, number),
        Dismiss(device, number),
        AskForPen(device),
        HandPen(chance.choice([device, TEACHER]), chance.choice(DEVICES)),
        MoveTo(device, chance.choice(seats)),
        Rename(device, f"Delegate {chance.randrange(9)}"),
        Quit(device),
        Relieve(TEACHER, chance.choice(seats)),
        GiveBack(TEACHER, chance.choice(seats)),
        GiveBack(TEACHER, chance.choice(seats)),
        Pause(TEACHER) if chance.random() < 0.5 else GoOn(TEACHER),
    ]
    return chance.choice(acts)


def any_move(at: ClassTable, chance: Random) -> Move | None:
    """A move that somebody makes whom the talks wait for, or who has been asked; now and then the chair."""
    if chance.random() < 0.15:
        chair: list[Move] = [Pass(CHAIR, 0.5), Extend(CHAIR, 1.0), Wire(CHAIR, remark="Ten minutes left.")]
        back = chance.randrange(at.table.version + 1)
        return chance.choice([*chair, Wire(CHAIR, at.table.floor, remark="You are slow."), Revoke(CHAIR, back)])
    who = chance.choice((*at.table.waits_for, *at.table.asked))
    seen = at.table.view(who)
    if seen.own is None:
        return chance.choice(seen.legal.moves) if seen.legal.moves else None
    return random_policy()(seen, chance).move


def lived(at: ClassTable, chance: Random, most: int = 60) -> Iterator[None]:
    """A lesson in which at most so many moves are made, by whoever may, and anything else is done between them: after
    each thing that is tried."""
    now = 0.0
    for sent in range(most):
        while chance.random() < 0.6:
            now += chance.choice([0.0, 1.0, 20.0])
            if chance.random() < 0.3:
                at.tick(now)
            else:
                at.act(any_act(at, chance), now)
            yield
        if at.teams.paused:
            at.act(GoOn(TEACHER), now)
            yield
        if at.table.verdict is not None:
            return
        move = any_move(at, chance)
        pen = TEACHER if move is None or move.by == CHAIR else at.teams.pen(move.by)
        if move is None:
            continue
        if pen is not None:
            at.submit(pen, f"m{sent}", move, at.table.version_for(move.by), now)
        elif at.table.submit(move.by, move, at.table.version_for(move.by)) is None:
            at.done(None)
        yield


@dataclass
class Reader:
    """A device that puts together what it is sent."""

    who: DelegationId
    number: int = 0
    page: dict[str, Any] = field(default_factory=dict)

    def read(self, at: ClassTable) -> list[str]:
        """Ask for what is lacking; of what kind each message was."""
        kinds = []
        for message in at.since(self.who, self.number):
            told = json.loads(message.body)
            assert told["number"] == message.number > self.number
            self.number = message.number
            if "desk" in told:
                self.page = told
                kinds.append("whole")
            else:
                patched(self.page["desk"], told.pop("changes"))
                self.page |= told
                kinds.append("changes")
        return kinds
