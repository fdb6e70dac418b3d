"""What is known of new talks before they begin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.scenario import Past
from game.talks import USUAL_LEVEL, Sits
from game.text import DelegationId

EVERYBODY = ""
"""Stands in `Start.levels` for every delegation that has no level of its own there."""


@dataclass(frozen=True, slots=True)
class Start:
    """How talks are to begin; what is not known is asked for, or drawn."""

    scenario: str | None = None
    """A scenario's id, or the path of its file."""
    seat: str | None = None
    seed: int | None = None
    as_written: bool = False
    """Whether the instructions are those of the file, and not drawn from the seed."""
    past: Past | None = None
    """What is left of the talks that these follow."""
    levels: Mapping[str, Sits] = field(default_factory=dict)
    """How well the computer plays, by delegation or for `EVERYBODY`."""
    adviser: bool = True
    """Whether the people at the table may ask an adviser: the one place where whoever opens the talks decides."""

    def seats(self, ids: Iterable[DelegationId], person: DelegationId | None) -> dict[DelegationId, Sits]:
        """Who sits where, with a person in one seat or in none."""
        usual = self.levels.get(EVERYBODY, USUAL_LEVEL)
        return {who: "person" if who == person else self.levels.get(who, usual) for who in ids}


def levels_in(seats: Mapping[DelegationId, Sits]) -> dict[str, Sits]:
    """The levels at which talks were played, to open others like them."""
    found: dict[str, Sits] = {who: sits for who, sits in seats.items() if sits != "person"}
    return {**found, EVERYBODY: next(iter(found.values()), USUAL_LEVEL)}
