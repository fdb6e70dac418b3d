"""A table of a class as it was kept: everything is done once more, and it goes on with the same numbers."""

from __future__ import annotations

from dataclasses import replace

from game.lesson.class_table import PACE, ClassTable
from game.scenario import ScenarioError
from game.table import Act, Computers, Done, GameId, Made, Objection, ResumeError, Store, StoreError, act_on, table_of
from game.talks import USUAL_LEVEL, Move, Record, ReplayError, Sits


def restore(
    store: Store, game: GameId, policy: Computers, now: float, *, level: Sits = USUAL_LEVEL, pace: float = PACE
) -> ClassTable:
    """A kept table with its people; those who were there have a minute from `now` on to give a sign of life. Raises
    `StoreError` where something is damaged, or cannot be played."""
    record, source = store.load(game)
    acts = store.acts(game)
    carried = replace(record, moves=record.moves[: record.carried])
    try:
        found = ClassTable(table_of(carried, source, policy), level=level, pace=pace)
        _again(found, record, acts, game)
    except (ReplayError, ScenarioError) as fault:
        raise ResumeError(game, fault) from fault
    if store.writable:
        found.keep_on(store, game)
    for team in found.teams.seats.values():
        for device in team.there:
            found.sign_of_life(device, now)
    return found


def _again(found: ClassTable, record: Record, acts: tuple[Done, ...], game: GameId) -> None:
    """Make every move and do every act once more, in their order."""
    for number, (after, act) in enumerate(acts, 1):
        made = isinstance(act, Made)
        for move in record.moves[found.table.version : after - made]:
            _move(found, move, None)
        if made:
            _move(found, record.moves[after - 1], act)
        elif isinstance(act_on(found.teams, act), Objection):
            raise StoreError("damaged-act", game=game, number=number)
        else:
            found.done(act)
    for move in record.moves[found.table.version :]:
        _move(found, move, None)


def _move(found: ClassTable, move: Move, act: Act | None) -> None:
    table = found.table
    if refused := table.submit(move.by, move, table.version_for(move.by)):
        raise ReplayError(table.scenario, table.version + 1, refused)
    found.done(act)
