"""The tables of a class side by side, once all have ended: worked out beside the loop, and only once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.debrief.comparison import Comparison, comparison
from game.debrief.course import Course
from game.debrief.debrief import Debrief
from game.lesson import Classroom, Letter
from game.talks import Record


@dataclass(frozen=True, slots=True)
class Finished:
    """What has been played at every table of a class, and with which scenario file."""

    records: Mapping[Letter, Record]
    source: bytes

    def side_by_side(self) -> Comparison:
        """All tables in one comparison, each by its letter. It takes a second or so."""
        debriefs = [Debrief(Course.of(record, self.source)) for record in self.records.values()]
        found = comparison(debriefs, letters=tuple(self.records))
        one, other = found.scenario.ids[:2]
        found.plot(one, other)  # what the wall shows first lies ready then
        return found


def finished(room: Classroom) -> Finished | None:
    """What there is to lay side by side; None while a table negotiates."""
    if not room.laid_open:
        return None
    return Finished({letter: table.table.record() for letter, table in room.tables.items()}, room.source)
