"""What is known of new talks before they begin."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from secrets import token_bytes
from typing import Literal

from game.scenario import KEY_BYTES, WHOLE, Past, Scenario, Seed, open_scenario
from game.talks import LEVEL_NAMES, USUAL_LEVEL, Sits, sits_of
from game.text import DelegationId

EVERYBODY = ""
"""Stands in `Start.levels` for every delegation that has no level of its own there."""


StartFault = Literal["no-seat", "no-talks", "own-seat", "no-level", "second-level", "edition-of-none"]
"""There is no such seat in the scenario; something is for one seat and no talks are named; a level is for a person's
seat; there is no such level; somebody is given a second one; an edition is named and no scenario."""


class StartError(Exception):
    """Talks cannot begin as it was typed: of what kind the fault is, and the word that is at fault."""

    def __init__(self, kind: StartFault, written: str, scenario: Scenario | None = None) -> None:
        super().__init__(kind, written)
        self.kind, self.written, self.scenario = kind, written, scenario


@dataclass(frozen=True, slots=True)
class Start:
    """How talks are to begin; what is not known is asked for, or drawn."""

    scenario: str | None = None
    """A scenario's id, or the path of its file."""
    seat: str | None = None
    seed: Seed | None = None
    """One that was typed; a key of the system's is drawn where there is none."""
    as_written: bool = False
    """Whether the instructions are those of the file, and not drawn from the seed."""
    past: Past | None = None
    """What is left of the talks that these follow."""
    levels: Mapping[str, Sits] = field(default_factory=dict)
    """How well the computer plays, by delegation or for `EVERYBODY`."""
    adviser: bool = True
    """Whether the people at the table may ask an adviser: the one place where whoever opens the talks decides."""
    edition: str = WHOLE
    """Which edition of the scenario is played."""
    also: tuple[DelegationId, ...] = ()
    """The seats of others who play at the same computer."""
    chair: bool = False
    """Whether somebody at that computer may make the chair's moves."""

    def seats(self, ids: Iterable[DelegationId], *people: DelegationId | None) -> dict[DelegationId, Sits]:
        """Who sits where, with people in these seats, which may also be those of audiences, as may those with a level
        of their own; None is nobody's."""
        usual = self.levels.get(EVERYBODY, USUAL_LEVEL)
        found: dict[DelegationId, Sits] = {who: self.levels.get(who, usual) for who in ids}
        found.update((DelegationId(who), sits) for who, sits in self.levels.items() if who != EVERYBODY)
        return {**found, **{who: "person" for who in people if who is not None}}


def new_seed() -> Seed:
    """The seed of talks for which nobody has typed one: a key that nobody can find by trying."""
    return token_bytes(KEY_BYTES)


def levels_in(seats: Mapping[DelegationId, Sits]) -> dict[str, Sits]:
    """The levels at which talks were played, to open others like them."""
    found: dict[str, Sits] = {who: sits for who, sits in seats.items() if sits != "person"}
    return {**found, EVERYBODY: next(iter(found.values()), USUAL_LEVEL)}


def seat_of(scenario: Scenario, typed: str) -> DelegationId:
    """A delegation's seat as its scenario writes it. Raises `StartError` where there is none."""
    return _among(scenario, scenario.ids, typed)


def place_of(scenario: Scenario, typed: str) -> DelegationId:
    """The same of anybody's for whom a person can speak: a delegation's, or an audience's."""
    return _among(scenario, scenario.seats, typed)


def _among(scenario: Scenario, seats: Iterable[DelegationId], typed: str) -> DelegationId:
    for who in seats:
        if who.casefold() == typed.casefold():
            return who
    raise StartError("no-seat", typed, scenario)


_PERSON = "person"
"""Stands behind WHO= where a level may stand."""


def people_of(
    seats: Sequence[str], levels: Sequence[str], name: str | None, edition: str = WHOLE
) -> tuple[list[str], list[str]]:
    """The seats of people as they were typed, as seats or as WHO=person, each once; and the levels that are left for
    the computer. Raises `StartError` for a seat that is not there, and `ScenarioError` also where there is no such
    edition."""
    persons = [who for who, _, sits in (each.partition("=") for each in levels) if sits.casefold() == _PERSON]
    left = [each for each in levels if each.partition("=")[2].casefold() != _PERSON]
    people = [*seats, *(who[:40] for who in persons)]
    if name is None:
        if persons or len(people) > 1:
            raise StartError("no-talks", people[-1])
        return people, left
    scenario = open_scenario(name, edition)
    return list(dict.fromkeys(place_of(scenario, each) for each in people)), left


def levels_of(typed: Sequence[str], name: str | None, people: Collection[str] = ()) -> dict[str, Sits]:
    """Levels as they were typed, a word for every delegation or WHO=LEVEL for one seat of this scenario, which may also
    be an audience's. `people` have seats. Raises `StartError` for what is no level, for a seat that is not there or not
    the computer's, and for a second level for the same."""
    found: dict[str, Sits] = {}
    for word in typed:
        seat_word, named, level = word.partition("=")
        if named and name is None:
            raise StartError("no-talks", seat_word[:40])
        who = place_of(open_scenario(name or ""), seat_word[:40]) if named else EVERYBODY
        if who in people:
            raise StartError("own-seat", who)
        if who in found:
            raise StartError("second-level", word[:40])
        found[who] = _level(level if named else word)
    return found


def _level(word: str) -> Sits:
    level = sits_of(word.casefold().replace("é", "e"))
    if level is None or level not in LEVEL_NAMES:
        raise StartError("no-level", word[:40])
    return level
