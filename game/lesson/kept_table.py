"""A table of a class as it was kept: everything is done once more, and it goes on with the same numbers."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from game.lesson.class_table import PACE, SILENCE, ClassTable
from game.scenario import ScenarioError
from game.table import Act, Computers, Done, GameId, Keeping, Made, Objection, ResumeError, StoreError, act_on, table_of
from game.talks import USUAL_LEVEL, Admit, Excuse, Move, Record, ReplayError, Sits
from game.text import DelegationId


def restore(
    store: Keeping,
    game: GameId,
    policy: Computers,
    now: float,
    *,
    level: Sits = USUAL_LEVEL,
    pace: float = PACE,
    silence: float = SILENCE,
) -> ClassTable:
    """A kept table with its people; those who were there have a minute from `now` on to give a sign of life, and who
    was asked something has all his time again.

    Raises `StoreError` where something is damaged, or cannot be played.
    """
    record, source = store.load(game)
    moves, acts = store.load_since(game, 0, 0)  # of one moment, whatever other programs do
    record = replace(record, moves=moves)
    begun = replace(record, moves=record.moves[: _before_class(record, acts)])
    try:
        found = ClassTable(table_of(begun, source, policy), level=level, pace=pace, silence=silence)
        _again(found, record, acts, game)
    except (ReplayError, ScenarioError) as fault:
        raise ResumeError(game, fault) from fault
    if store.writable:
        found.keep_on(store, game)
    for team in found.teams.seats.values():
        for device in team.there:
            found.sign_of_life(device, now)
    return found


def _before_class(record: Record, acts: tuple[Done, ...]) -> int:
    """How many moves had been made when the first could sit down: those of other talks, and those by which whoever
    opened the table let audiences in that have a seat there, and others no more."""
    made, most = record.carried, min((after for after, _ in acts), default=len(record.moves))
    for move in record.moves[made:most]:
        match move:
            case Admit(audience=audience) if DelegationId(audience) in record.seats:
                made += 1
            case Excuse(audience=audience) if DelegationId(audience) not in record.seats:
                made += 1
            case _:
                break
    return made


def catch_up(found: ClassTable, store: Keeping) -> bool:
    """Go on to where a table stands in the store, where another program has gone on with it; whether there was anything
    to do. Whoever waits is called. Raises `StoreError` where something is damaged, or cannot be played."""
    game = found.table.game
    if game is None:
        return False
    moves, acts = store.load_since(game, found.table.version, found.acts_kept)
    try:
        _go_on(found, moves, acts, game)
    except ReplayError as fault:
        raise ResumeError(game, fault) from fault
    return bool(moves or acts)


def _again(found: ClassTable, record: Record, acts: tuple[Done, ...], game: GameId) -> None:
    """Make every move and do every act once more, in their order."""
    _go_on(found, record.moves[found.table.version :], acts, game)


def _go_on(found: ClassTable, moves: tuple[Move, ...], acts: tuple[Done, ...], game: GameId) -> None:
    """Make moves and do acts that are kept already, in their order."""
    known, waiting = found.table.version, deque(moves)

    def follow(until: int) -> None:
        while waiting and found.table.version < until:
            _move(found, waiting.popleft(), None)

    for after, act in acts:
        made = isinstance(act, Made)
        follow(after - made)
        if made and waiting:
            _move(found, waiting.popleft(), act)
        elif made or isinstance(act_on(found.teams, act), Objection):
            raise StoreError("damaged-act", game=game, number=found.acts_kept + 1)
        else:
            found.done(act)
    follow(known + len(moves))


def _move(found: ClassTable, move: Move, act: Act | None) -> None:
    found.table.follow(move)
    found.done(act)
