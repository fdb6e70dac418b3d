"""A class that is opened, and one that is made anew from what was kept of it: with the same people, tables and
numbers."""

from __future__ import annotations

import json
from collections.abc import Container

from game.lesson.class_acts import ClassAct, Missed, Open, Settle, read_class_act
from game.lesson.class_table import ClassTable
from game.lesson.classroom import Classroom, House
from game.lesson.kept_table import catch_up as table_catches_up
from game.lesson.kept_table import restore
from game.lesson.lesson import Lesson, then
from game.lesson.settings import Settings
from game.scenario import Seed, read_seed, written_seed
from game.seat.codec import CodecError
from game.table import ClassId, GameId, Keeping, KeptClass, StoreError

GAP = 10.0
"""Seconds without anybody who serves a class that are left out of its clock."""
_VERSION = 1


def open_class(house: House, code: str, seed: Seed, settings: Settings) -> Classroom:
    """A new class, kept from now on; `code` is what people type to get in. Raises `StoreError`, also where a class has
    that code that is not over."""
    opening = json.dumps({"class": _VERSION, "seed": written_seed(seed)})
    room = Classroom(house, house.store.open_class(code, opening), code, seed, Lesson(settings))
    room.keep(Settle(settings))
    return room


def restore_class(house: House, kept: KeptClass, now: float, *, served: float | None = None) -> Classroom:
    """A class as it was kept; `served` is when somebody last served it: the clock does not count what came after.

    Raises `StoreError` where something is damaged, or cannot be played.
    """
    lesson, acts = kept_lesson(house.store, kept.id)
    room = Classroom(house, kept.id, kept.code, _seed(kept), lesson)
    room.version = len(acts)
    for act in acts:
        if isinstance(act, Open):
            room.put(act.letter, _table(room, act, now))
    _settle(room, now, served)
    return room


def kept_lesson(store: Keeping, of_class: ClassId) -> tuple[Lesson, tuple[ClassAct, ...]]:
    """What has been done in a class beside its tables, and the lesson that this makes. Raises `StoreError` where
    something is damaged."""
    acts = tuple(_read(of_class, number, line) for number, line in enumerate(store.class_acts(of_class), 1))
    if not acts or not isinstance(acts[0], Settle):
        raise StoreError("damaged-class-act", of_class=of_class, number=1)
    lesson = Lesson(acts[0].settings)
    for number, act in enumerate(acts, 1):
        try:
            lesson = then(lesson, act)
        except (KeyError, ValueError) as fault:
            raise StoreError("damaged-class-act", of_class=of_class, number=number) from fault
    return lesson, acts


def catch_up(room: Classroom, now: float, games: Container[GameId] | None = None) -> bool:
    """Go on to where a class stands in the store, where another program has gone on with it: beside its tables, and at
    those that have these numbers, or at all; whether there was anything to do. Whoever waits is called.

    Raises `StoreError` where something is damaged, or cannot be played.
    """
    store, before = room.house.store, room.version
    for line in store.class_acts(room.id, before):
        act = _read(room.id, room.version + 1, line)
        room.done(act)
        if isinstance(act, Open):
            room.put(act.letter, _table(room, act, now))
    went_on = [
        table_catches_up(table, store) for table in room.tables.values() if games is None or table.table.game in games
    ]
    return room.version != before or any(went_on)


def _table(room: Classroom, act: Open, now: float) -> ClassTable:
    house, how = room.house, room.settings
    return restore(
        house.store, GameId(act.game), house.policy, now, level=how.level, pace=house.pace, silence=how.silence
    )


def _read(of: ClassId, number: int, line: str) -> ClassAct:
    try:
        return read_class_act(line)
    except CodecError as fault:
        raise StoreError("damaged-class-act", of_class=of, number=number) from fault


def _seed(kept: KeptClass) -> Seed:
    try:
        told = json.loads(kept.opening)
        seed = read_seed(told["seed"]) if told.get("class") == _VERSION else None
    except (ValueError, KeyError, TypeError, AttributeError):
        seed = None
    if seed is None:
        raise StoreError("damaged-class-act", of_class=kept.id, number=0)
    return seed


def _settle(room: Classroom, now: float, served: float | None) -> None:
    """Leave out the time in which nobody served the class, and sit those down who were about to when it stopped."""
    gap = now - served if served is not None else 0.0
    if gap > GAP and room.lesson.began is not None and room.lesson.resting is None and room.house.store.writable:
        room.keep(Missed(int(gap)))
    for device in room.lesson.people:
        if room.house.store.writable:
            room.sit(device, now)
