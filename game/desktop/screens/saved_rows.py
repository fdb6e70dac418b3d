"""Kept talks as the title and the list of saved talks show them."""

from __future__ import annotations

from dataclasses import dataclass

from game.desktop.kit.sign import Sign
from game.desktop.signs import signs
from game.scenario import Scenario, ScenarioError, load
from game.seat import Seated
from game.table import Computers, GameId, Kept, Store, StoreError, resume
from game.talks import GALLERY, ReplayError, level_of
from game.text import DelegationId
from game.words import count, day, say
from game.words.faults import fault as fault_words
from game.words.language import listed
from game.words.levels import level_name, played
from game.words.names import seat as seat_name
from game.words.names import seat_title


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
    moves: int = 0
    fault: str = ""
    """Why it cannot be opened; empty if it can."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Talks that wait for the player."""

    game: GameId
    title: str
    seat: str
    day: str


def waiting(store: Store | None, policy: Computers) -> Waiting | None:
    """The newest talks with a person in a seat, or with several, that are not over and can be read."""
    try:
        games = store.games() if store else ()
    except StoreError:
        return None
    for kept in games:
        people = _people(kept)
        if kept.ended or not people or store is None:
            continue
        try:
            table = resume(store, kept.id, policy)
        except (StoreError, ScenarioError, ReplayError):
            continue
        now, names = Seated(table.view(GALLERY)).desk.now, [seat_name(table.scenario, who) for who in people]
        return Waiting(kept.id, kept.title, listed(names), day(now.when.date()))
    return None


def rows(store: Store) -> tuple[Row, ...]:
    """Every kept talks, newest first, those that cannot be read too. Raises `StoreError` if nothing can be read."""
    return tuple(_row(store, kept) if isinstance(kept, Kept) else _damaged(kept) for kept in store.listed())


def _damaged(fault: StoreError) -> Row:
    title = say("Talks {n}", n=str(fault.game))
    return Row(fault.game, title, "", None, "", fault_words(fault), ended=False, fault=fault_words(fault))


def _row(store: Store, kept: Kept) -> Row:
    begun = kept.begun.astimezone()
    when = say("{day:day}, {time}", day=begun.date(), time=f"{begun:%H:%M}")
    people = _people(kept)
    moves = count("{n} move", "{n} moves", kept.moves) if kept.moves else say("no moves yet")
    told = say("{moves}, ended", moves=moves) if kept.ended else say("{moves}, not over", moves=moves)
    scenario, fault, carried = _scenario(store, kept)
    if carried:
        told = say("{state}; taken over after move {n}", state=told, n=carried)
    seat, sign = listed(people) or _everywhere(kept), None
    if scenario and people and set(people) <= set(scenario.seats):
        against = played({who: scenario[who].short for who in scenario.ids if who not in people}, kept.seats)
        seat, sign = listed([seat_title(scenario, who) for who in people]), signs(scenario).get(people[0])
        if len(people) > 1:
            seat, sign = say("{who}, at one computer", who=seat), None
        seat = say("{who}, against {others}", who=seat, others=against) if against else seat
    return Row(kept.id, kept.title, seat, sign, when, told, kept.ended, kept.moves, fault)


def _scenario(store: Store, kept: Kept) -> tuple[Scenario | None, str, int]:
    """The scenario, or why it cannot be opened; and how many moves were taken over from other talks."""
    try:
        record, source = store.load(kept.id)
        return load(source, kept.scenario, record.edition), "", record.carried
    except (StoreError, ScenarioError) as fault:
        return None, fault_words(fault).splitlines()[0], 0


def _everywhere(kept: Kept) -> str:
    """The computer in every seat, and how well it plays if that is the same in all."""
    levels = {level_of(sits) for sits in kept.seats.values()} - {None}
    level = levels.pop() if len(levels) == 1 else None
    if level is None:
        return say("the computer on every side")
    return say("the computer on every side, as {level}", level=level_name(level))


def _people(kept: Kept) -> tuple[DelegationId, ...]:
    return tuple(who for who, sits in kept.seats.items() if sits == "person")
