"""What is told of a class beside its tables: as JSON for programs, or as regions of pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from game.classroom.pages.desk import Around, Playable, desk_regions, playable
from game.classroom.pages.room import room_regions
from game.classroom.pages.seat import AS_PAGE
from game.classroom.pages.wall import Door, wall_regions
from game.classroom.wire import FormName
from game.debrief.comparison import Comparison
from game.lesson import AS_DESK, Classroom, Form, Looking, Overview, RoomView, write_room_view
from game.lesson.guesses import guesses
from game.lesson.preflight import Tries
from game.scenario import load, shipped, source_of
from game.seat import presiding
from game.seat.codec import Codec
from game.table import Device
from game.talks import CHAIR
from game.talks.happenings import Coming

Regions = Mapping[str, str]
"""What stands in each region of a page, by the region's id, as HTML."""

Watcher = Literal["desk", "wall"]
"""Who is told of the whole class."""

_OVERVIEW = Codec(Overview)


def regions_message(number: int, now: float | None, regions: Regions, before: Regions | None = None) -> bytes:
    """Regions as a message: those that are not as they were, and none for each that is gone; or all of them."""
    if before is None:
        told: dict[str, object] = {"number": number, "whole": True, "regions": dict(regions)}
    else:
        changed: dict[str, str | None] = {id: html for id, html in regions.items() if before.get(id) != html}
        changed |= dict.fromkeys(before.keys() - regions.keys())
        told = {"number": number, "regions": changed}
    if now is not None:
        told["now"] = now
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of the class at one moment: its number, and how it is sent to whoever has something or nothing."""

    number: int
    now: float
    whole: bytes = b""
    regions: Regions | None = None

    def since(self, before: Told | None) -> bytes:
        """For whoever has had that before."""
        if self.regions is None:
            return self.whole
        return regions_message(self.number, self.now, self.regions, before.regions if before else None)


@dataclass
class _Last:
    seen: object = None
    told: Told | None = None


class Pages:
    """Says what is told of a class. It remembers what it said last, for the numbers."""

    def __init__(self, first: int) -> None:
        """`first` is the number before the first of what is not kept."""
        self._number = first
        self._last: dict[tuple[Watcher, FormName], _Last] = {}

    def table_form(self, form: FormName) -> Form:
        """How messages of a table are written."""
        return AS_PAGE if form == "page" else AS_DESK

    def room(self, room: Classroom, form: FormName, device: Device, view: RoomView) -> bytes:
        """The class as somebody in it sees it."""
        if form == "page":
            return regions_message(view.version, view.now, room_regions(room.scenario, view, device))
        return f'{{"number":{view.version},"now":{view.now!r},"room":{write_room_view(view)}}}'.encode()

    def overview(
        self,
        room: Classroom,
        looking: Looking,
        of: Watcher,
        form: FormName,
        door: Door,
        laid: Comparison | None,
        tries: Tries,
        now: float,
    ) -> Told:
        """The class for its teacher, or for the wall."""
        found = looking.overview(now)
        same = replace(found, now=0.0, elapsed=0.0)
        seen = (same, laid is not None, room.version, tries)
        last = self._last.setdefault((of, form), _Last())
        if last.told is None or last.seen != seen:
            self._number += 1
            last.seen, last.told = seen, self._told(room, found, of, form, door, laid, tries)
        return last.told

    def _told(
        self,
        room: Classroom,
        found: Overview,
        of: Watcher,
        form: FormName,
        door: Door,
        laid: Comparison | None,
        tries: Tries,
    ) -> Told:
        number, now, scenario = self._number, found.now, room.scenario
        if form == "desk":
            body = f'{{"number":{number},"now":{now!r},"overview":{_OVERVIEW.encode(found)}}}'
            return Told(number, now, body.encode())
        if of == "desk":
            around = Around(door, _shelf(), _to_come(room), laid, tries)
            return Told(number, now, regions=desk_regions(found, scenario, around))
        asked = guesses(room.lesson.people.values(), scenario)
        return Told(number, now, regions=wall_regions(found, scenario, door, asked, laid))


@cache
def _shelf() -> tuple[Playable, ...]:
    """What a teacher may choose."""
    return tuple(each for id in shipped() for each in playable(id, load(source_of(id), id)))


def _to_come(room: Classroom) -> tuple[Coming, ...]:
    """What may be let happen now, by the first table that negotiates."""
    table = next((each.table for each in room.tables.values() if each.table.verdict is None), None)
    return presiding(table.view(CHAIR)).to_come if table else ()
