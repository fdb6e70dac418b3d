"""Who looks on, and what each lacks: a seat its table and the room, the desk and the wall the class, the chair a
table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.classroom.hall import Hall
from game.classroom.pages.look import Look
from game.classroom.regions import Told, Watcher
from game.classroom.streams import End, Event
from game.classroom.wire import Asked, Have
from game.lesson import ClassTable, Form, Message, room_view
from game.table import Device
from game.talks import CHAIR
from game.text import DelegationId


class _Watch:
    """What all who look on have in common."""

    def __init__(self, hall: Hall, hash: str, asked: Asked) -> None:
        self._hall, self._hash, self._form = hall, hash, asked.form
        self._table, self._room = asked.table, asked.room

    def over(self) -> End | None:
        """Why this one should ask no more, or not now."""
        keys = self._hall.keys
        if keys.holder(self._hash) is None:
            return "moved" if keys else "removed"  # without any key the class has been deleted
        return "restarting" if self._hall.stopping else None

    def have(self) -> Mapping[str, str]:
        """What he has."""
        have = {"table": str(self._table)} if self._table else {}
        return have | ({"room": str(self._room)} if self._room else {})

    def _of_table(self, letter: str, table: ClassTable, who: DelegationId, form: Form | None = None) -> list[Event]:
        """What is lacking of a table."""
        had = self._table
        has = had.number if had is not None and (had.table, had.seat) == (letter, who) else 0
        messages = table.since(who, has, form or self._hall.pages.table_form(self._form))
        self._table = Have(letter, who, messages[-1].number if messages else has)
        return [_event(message, Have(letter, who, message.number)) for message in messages]


def _event(message: Message, have: Have) -> Event:
    return Event("table", str(have), message.body)


class SeatWatch(_Watch):
    """Somebody in a seat."""

    def __init__(self, hall: Hall, hash: str, asked: Asked, device: Device) -> None:
        super().__init__(hall, hash, asked)
        self._device = device
        self._told: object = None

    def over(self) -> End | None:
        """Also whoever was sent out asks no more."""
        return "removed" if self._hall.room.pupil(self._device) is None else super().over()

    def look(self) -> list[Event]:
        """What is lacking of the own table, and of the room."""
        events: list[Event] = []
        table, pupil = self._hall.room.at(self._device), self._hall.room.pupil(self._device)
        team = table.teams.at(self._device) if table else None
        if table and team and pupil:
            events += self._of_table(pupil.place.letter, table, team.seat)
        return events + self._of_room()

    def _of_room(self) -> list[Event]:
        version = self._hall.room.version
        if self._room == version:
            return []
        hall = self._hall
        view = room_view(hall.room, self._device, hall.referee.now())
        seen = replace(view, version=0, now=0.0, elapsed=0.0)
        same, self._told, self._room = seen == self._told, seen, version
        if same:  # it was about somebody else
            return []
        return [Event("room", str(version), hall.pages.room(hall.room, self._form, self._device, view))]

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Be called when there may be more."""
        let_go = [self._hall.room_bell.listen(wake)]
        table = self._hall.room.at(self._device)
        team = table.teams.at(self._device) if table else None
        if table and team:
            let_go.append(table.wait(team.seat, wake))

        def let_all_go() -> None:
            for each in let_go:
                each()

        return let_all_go


class ClassWatch(_Watch):
    """The teacher's desk, or the wall."""

    def __init__(self, hall: Hall, hash: str, asked: Asked, kind: Watcher) -> None:
        super().__init__(hall, hash, asked)
        self._kind = kind
        self._told: Told | None = None

    def look(self) -> list[Event]:
        """The class as it is now, if it is another than it was."""
        hall = self._hall
        room, now = hall.room, hall.referee.now()
        tries = hall.preflight.tries()
        found = hall.pages.overview(room, hall.looking, self._kind, self._form, hall.door, hall.laid, tries, now)
        if self._room == found.number:
            return []
        before, self._told, self._room = self._told, found, found.number
        return [Event("room", str(found.number), found.since(before))]

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Be called when there may be more."""
        return self._hall.desk_bell.listen(wake)


class ChairWatch(_Watch):
    """The teacher, who looks into a table."""

    def __init__(self, hall: Hall, hash: str, asked: Asked, letter: str) -> None:
        super().__init__(hall, hash, asked)
        self._letter = letter

    def look(self) -> list[Event]:
        """What is lacking of that table, as the chair sees it."""
        table = self._hall.room.tables.get(self._letter)
        if table is None:
            return []
        form = Look(table, self._letter) if self._form == "page" else None
        return self._of_table(self._letter, table, CHAIR, form)

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Be called when there may be more."""
        let_go = [self._hall.room_bell.listen(wake)]
        if table := self._hall.room.tables.get(self._letter):
            let_go.append(table.wait(CHAIR, wake))

        def let_all_go() -> None:
            for each in let_go:
                each()

        return let_all_go
