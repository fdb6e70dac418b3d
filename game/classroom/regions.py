"""What is told of a class beside its tables: as JSON for programs, or as regions of pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from game.classroom.keys import SEAT, WALL
from game.classroom.pages.room import room_regions
from game.classroom.pages.seat import AS_PAGE
from game.classroom.pages.wall import Door, wall_regions
from game.classroom.wire import FormName
from game.lesson import AS_DESK, Classroom, Form, Looking, Overview, room_view, write_room_view
from game.lesson.guesses import guesses
from game.seat.codec import Codec
from game.table import Device

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


@dataclass(frozen=True, slots=True)
class ToldRoom:
    """What one person is told of the class: the body of the message, and what is another value whenever that is."""

    body: bytes
    same: object


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

    def has(self, door: str, form: FormName) -> bool:
        """Whether anything is told at a door in a form."""
        return form == "desk" or door in (SEAT, WALL)

    def table_form(self, form: FormName) -> Form:
        """How messages of a table are written."""
        return AS_PAGE if form == "page" else AS_DESK

    def room(self, room: Classroom, form: FormName, device: Device, now: float) -> ToldRoom:
        """The class for somebody in it."""
        view = room_view(room, device, now)
        same = replace(view, version=0, now=0.0, elapsed=0.0)
        if form == "page":
            return ToldRoom(regions_message(view.version, now, room_regions(room.scenario, view, device)), same)
        body = f'{{"number":{view.version},"now":{now!r},"room":{write_room_view(view)}}}'
        return ToldRoom(body.encode(), same)

    def overview(self, room: Classroom, looking: Looking, of: Watcher, form: FormName, door: Door, now: float) -> Told:
        """The class for its teacher, or for the wall."""
        found = looking.overview(now)
        seen, last = replace(found, now=0.0, elapsed=0.0), self._last.setdefault((of, form), _Last())
        if last.told is None or last.seen != seen:
            number = self._number + 1
            if form == "desk" or of == "desk":
                body = f'{{"number":{number},"now":{now!r},"overview":{_OVERVIEW.encode(found)}}}'
                told = Told(number, now, body.encode())
            else:
                asked = guesses(room.lesson.people.values(), room.scenario)
                told = Told(number, now, regions=wall_regions(found, room.scenario, door, asked))
            self._number, last.seen, last.told = number, seen, told
        return last.told
