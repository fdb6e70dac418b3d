"""One table as its teacher sees it who looks in: the text, what happened, and what can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from game.classroom.pages.markup import part
from game.classroom.regions import regions_message
from game.lesson import ClassTable, Letter, Picture, write_doing
from game.lesson.doings import Preside
from game.seat.presiding import presiding
from game.talks import CHAIR
from game.words.class_desk import labels
from game.words.draft import read_aloud
from game.words.events import tell
from game.words.language import say

_NEWEST = 60
"""Things that happened of which a look tells: the newest."""


@dataclass(frozen=True, slots=True)
class Look:
    """The messages of one table for its teacher's page."""

    table: ClassTable
    letter: Letter

    def whole(self, picture: Picture, number: int) -> bytes:
        """For whoever has nothing yet."""
        return regions_message(number, None, self.regions(picture))

    def since(self, before: Picture, picture: Picture, number: int) -> bytes:
        """For whoever has another picture."""
        # What can be taken back is another move each time, and is known of now alone.
        return regions_message(number, None, self.regions(picture), {**self.regions(before), "look-do": ""})

    def regions(self, picture: Picture) -> dict[str, str]:
        """The regions of the sheet over the table: `look-text`, `look-minutes` and `look-do`."""
        desk, scenario, said = picture.desk, picture.scenario, labels()
        clauses = [(each.number, read_aloud(scenario, each.stretches), each.bracketed) for each in desk.paper.clauses]
        rows = [(tell(scenario, event), event.remark, struck) for event, struck in desk.minutes[-_NEWEST:]]
        last = presiding(self.table.table.view(CHAIR)).revoke
        revoke = write_doing(Preside(last, self.letter)) if last else ""
        heading = read_aloud(scenario, desk.paper.heading)
        return {
            "look-text": str(part("look_parts.html", "text", heading=heading, clauses=clauses)),
            "look-minutes": str(part("look_parts.html", "minutes", rows=rows[::-1], revoked=say("taken back:"))),
            "look-do": str(part("look_parts.html", "do", said=said, revoke=revoke)),
        }
