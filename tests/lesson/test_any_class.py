"""Whatever a teacher and a class do, in any order: no exception, nothing changed where it was refused, and the class
comes back from the store as it was, wherever it stopped."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.lesson import Classroom, Looking, Settings, lead, restore_class, room_view, tick
from game.lesson.class_acts import Call, Lengthen, Lock, Remove, Settle, Show, Sit
from game.lesson.doings import (
    Advance,
    Doing,
    Finish,
    GivePen,
    GoAhead,
    Hold,
    Preside,
    Start,
    Substitute,
    write_doing,
)
from game.lesson.wall import EveryTable, Progress, Question, Shown
from game.scenario import HappeningId
from game.table import Act, AskForPen, Device, Suggest, Thought
from game.talks import CHAIR, ChairMove, Close, Extend, Pass, Release, Revoke, Say, Wire
from game.text import DelegationId
from tests.classroom.lessons import doing_in
from tests.lesson.lessons import BEGAN, SMALL, house, joined, opened
from tests.library import random_policy, scenario

SEATS = (*scenario(SMALL).seats, DelegationId("nowhere"))


def any_doing(chance: Random) -> Doing:
    """Something that a teacher might do, whether it can be done or not."""
    device = Device(f"d{chance.randrange(1, 12)}")
    letter, seat = chance.choice(["A", "B", "C", "Z"]), chance.choice(SEATS)
    moves: list[ChairMove] = [
        Pass(CHAIR, chance.choice([0.25, 1.0, 50.0])), Extend(CHAIR, 1.0), Close(CHAIR), Wire(CHAIR, remark="Hurry."),
        Wire(CHAIR, seat, remark="Hurry."), Revoke(CHAIR, chance.randrange(5)), Release(CHAIR, HappeningId("none")),
    ]  # fmt: skip
    shown: list[Shown] = [EveryTable(), Progress(), Question()]
    doings: list[Doing] = [
        Settle(Settings(SMALL, expected=chance.choice([0, 4, 9]), own_names=chance.random() < 0.5)),
        *(Start(), Start(), Advance(), Hold(), GoAhead()),
        Lengthen(chance.choice([60, -60, 10**9])),
        Lock(chance.random() < 0.3),
        Call(device, chance.choice(["Ada", "", "\u202e", "x" * 99])),
        Remove(device),
        Sit(device, letter, seat),
        GivePen(device),
        Substitute(letter, seat, computer=chance.random() < 0.5),
        Show(chance.choice(shown)),
        Preside(chance.choice(moves), chance.choice([None, letter])),
    ]
    return Finish() if chance.random() < 0.002 else chance.choice(doings)


def anything(room: Classroom, chance: Random, now: float) -> object:
    """One thing that happens in a class."""
    policy, device = random_policy(), Device(f"d{chance.randrange(1, 12)}")
    match chance.randrange(10):
        case 0:
            return room.enrol(chance.choice(["", "Ada", " ", "\u2066"]), now)
        case 1:
            return lead(room, any_doing(chance), now)
        case 3:
            issue = chance.choice(["nothing", *(each.id for each in room.scenario.text.negotiated)])
            return room.guess(device, issue) or room.read(device)
        case 4:
            acts: list[Act] = [AskForPen(device), Suggest(device, Say(SEATS[0], remark="So."))]
            return room.act(chance.choice(acts), now)
        case 5:
            for letter, task in list(room.due(now)):
                room.answer(letter, Thought(task, task.decide()), now)
            return None
        case 6:
            tick(room, now)
            return None
        case _:
            going = [each for each in room.tables.values() if each.table.waits_for]
            if not going or chance.random() < 0.1:
                return room.submit(device, "m", Say(SEATS[0], remark="So."), 0, now)
            table = chance.choice(going)
            who = table.table.waits_for[0]
            move = policy(table.table.view(who), chance).move
            pen = table.teams.pen(who) or device
            return room.submit(pen, f"m{now}", move, table.table.version_for(who), now)


@pytest.mark.parametrize("seed", [0, 1, 2, *(pytest.param(n, marks=pytest.mark.slow) for n in range(3, 12))])
def test_whatever_happens_a_class_goes_on_and_comes_back(tmp_path: Path, seed: int) -> None:
    path, chance, now = tmp_path / "talks.sqlite3", Random(seed), BEGAN
    room = opened(path)
    looking = Looking(room)
    if seed % 2:
        joined(room, chance.randrange(1, 12))
        lead(room, Start(), now)
    for number in range(300):
        now += chance.choice([0.0, 0.5, 5.0, 30.0])
        before, kept = room.lesson, room.version
        found = anything(room, chance, now)
        if room.version == kept:
            assert room.lesson == before
        assert room.version - kept <= 30, found
        view = room_view(room, Device("d1"), now)
        assert view.version == room.version
        assert looking.overview(now).present == len(room.lesson.people)
        for device, pupil in room.lesson.people.items():
            table = room.tables.get(pupil.place.letter)
            team = table.teams.at(device) if table else None
            assert table is None or (team is not None and team.seat == pupil.place.seat)
        if number % 100 == 99:
            with_store = house(path)
            back = restore_class(with_store, with_store.store.classes()[0], now)
            assert back.lesson == room.lesson
            assert {letter: each.table.export() for letter, each in back.tables.items()} == {
                letter: each.table.export() for letter, each in room.tables.items()
            }
            assert [each.teams for each in back.tables.values()] == [each.teams for each in room.tables.values()]
            with_store.store.close()
    room.house.store.close()


@pytest.mark.parametrize("seed", range(40))
def test_a_doing_reads_back_as_it_was(seed: int) -> None:
    doing = any_doing(Random(seed))
    assert doing_in(write_doing(doing)) == doing
