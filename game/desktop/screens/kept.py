"""Kept talks as the title and the list of saved talks show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.desktop.screens.frame import counted, day_words
from game.desktop.signs import Sign, signs
from game.scenario import Scenario, ScenarioError, load
from game.table import GameId, Kept, ReplayError, Store, StoreError, resume
from game.text import DelegationId

if TYPE_CHECKING:
    from game.delegations import Policy


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list of saved talks."""

    game: GameId
    title: str
    seat: str
    sign: Sign | None
    begun: str
    state: str
    ended: bool
    fault: str = ""
    """Why it cannot be opened; empty if it can."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Talks that wait for the player."""

    game: GameId
    title: str
    seat: str
    day: str


def waiting(store: Store | None, policy: Policy) -> Waiting | None:
    """The newest talks with a person in a seat that are not over and can be read."""
    try:
        games = store.games() if store else ()
    except StoreError:
        return None
    for kept in games:
        who = _person(kept)
        if kept.ended or who is None or store is None:
            continue
        try:
            table = resume(store, kept.id, policy)
        except (StoreError, ScenarioError, ReplayError):
            continue
        moment = table.view(who).moment
        return Waiting(kept.id, kept.title, table.scenario[who].short, day_words(moment.when.date()))
    return None


def rows(store: Store) -> tuple[Row, ...]:
    """Every kept talks, newest first. Raises `StoreError` if the store cannot be read."""
    return tuple(_row(store, kept) for kept in store.games())


def _row(store: Store, kept: Kept) -> Row:
    begun = kept.begun.astimezone()
    when = f"{day_words(begun.date())}, {begun:%H:%M}"
    who = _person(kept)
    state = "ended" if kept.ended else "not over"
    told = f"{counted(kept.moves, 'move') if kept.moves else 'no moves yet'}, {state}"
    scenario, fault = _scenario(store, kept)
    seat, sign = (who or "the computer on every side"), None
    if scenario and who in scenario.ids and who:
        seat, sign = scenario[who].name, signs(scenario)[who]
    return Row(kept.id, kept.title, seat, sign, when, told, kept.ended, fault)


def _scenario(store: Store, kept: Kept) -> tuple[Scenario | None, str]:
    try:
        _, source = store.load(kept.id)
        return load(source, kept.scenario), ""
    except (StoreError, ScenarioError) as fault:
        return None, str(fault).splitlines()[0]


def _person(kept: Kept) -> DelegationId | None:
    return next((who for who, sits in kept.seats.items() if sits == "person"), None)
