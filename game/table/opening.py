"""How a table comes to be: over a scenario file, from other talks, from a store, from a record. What was drawn for one
table of a class is not drawn again for the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from game.scenario import WHOLE, Past, ScenarioError, Seed, load
from game.table.games import fingerprint
from game.table.keeping import Keeping
from game.table.store_error import ClassId, GameId, ResumeError
from game.table.table import Keeper, Table
from game.table.task import Computers
from game.talks import Record, ReplayError, Sits, Talks, open_talks, replay
from game.text import DelegationId


def opening(source: bytes, record: Record) -> Talks:
    """The talks before the first move of a record; `source` is the file of its scenario. Raises `ScenarioError`."""
    if record.past is not None:
        scenario = load(source, record.scenario, record.edition)
        return open_talks(scenario, record.seed, as_written=record.as_written, past=record.past)
    return _opened(source, record.scenario, record.edition, record.seed, record.as_written)


@lru_cache(maxsize=64)
def _opened(source: bytes, name: str, edition: str, seed: Seed, as_written: bool) -> Talks:
    return open_talks(load(source, name, edition), seed, as_written=as_written)


def open_table(
    source: bytes,
    name: str,
    seats: Mapping[DelegationId, Sits],
    policy: Computers,
    *,
    seed: Seed = 0,
    store: Keeping | None = None,
    as_written: bool = False,
    past: Past | None = None,
    adviser: bool = True,
    edition: str = WHOLE,
    of_class: ClassId | None = None,
) -> Table:
    """A new table over a scenario file; kept from the first move if there is a store that can be written. The
    seats are those of the delegations, and of the audiences for which somebody speaks. The instructions are drawn from
    the seed, unless they are to be as written; `past` is what is left of the talks that
    these follow; `adviser` says whether the people may ask one; `edition` is that of the scenario;
    `of_class` says of which class it is a table.

    Raises `ScenarioError` if the scenario has mistakes or no such edition, and `StoreError` if the talks cannot be
    kept.
    """
    scenario = load(source, name, edition)
    seats = {who: sits for who, sits in seats.items() if who in scenario.seats}  # levels may be for another scenario's
    record = Record(scenario.id, fingerprint(source), seed, dict(seats), (), as_written, past, adviser, edition=edition)
    kept = None
    if store is not None and store.writable:
        kept = (store, store.begin(record, scenario.title, source, of_class=of_class))
    table = Table(opening(source, record), seats, policy, kept, record)
    table.admit()
    return table


def take_over(
    record: Record,
    source: bytes,
    at: int,
    seats: Mapping[DelegationId, Sits],
    policy: Computers,
    *,
    store: Keeping | None = None,
) -> Table:
    """New talks that begin from others where these stood after so many moves, with the same instructions and chance;
    the record says so. They are kept where the store can be written.

    Raises `ValueError` where the others had no such move or were over, and what `table_of` and `open_table` raise.
    """
    if not 0 <= at <= len(record.moves):
        raise ValueError(f"the record has {len(record.moves)} moves, not {at}")
    begun = replace(record, seats=dict(seats), moves=record.moves[:at], carried=at)
    table = table_of(begun, source, policy)
    if table.verdict is not None:
        raise ValueError("talks that are over cannot be taken over")
    if store is not None and store.writable:
        table.keep_anew(store, source)
    table.admit()
    return table


def resume(store: Keeping, game: GameId, policy: Computers) -> Table:
    """A kept table as it was after its last move; what is played on is kept where the store can be written. Raises
    `StoreError` if it cannot be read back."""
    record, source = store.load(game)
    try:
        return table_of(record, source, policy, kept=(store, game) if store.writable else None)
    except (ReplayError, ScenarioError) as fault:
        raise ResumeError(game, fault) from fault


def table_of(record: Record, source: bytes, policy: Computers, *, kept: tuple[Keeper, GameId] | None = None) -> Table:
    """The table that a record and its scenario file make. Raises `ReplayError` where a move cannot be played."""
    scenario = load(source, record.scenario, record.edition)
    talks, stopped = replay(opening(source, record), record.moves)
    if stopped:
        raise ReplayError(scenario, talks.version + 1, stopped)
    seats: dict[DelegationId, Sits] = {who: record.seats.get(who, "computer") for who in scenario.ids}
    seats |= {who: sits for who, sits in record.seats.items() if who in scenario.seats}
    return Table(talks, seats, policy, kept, replace(record, digest=fingerprint(source)))
