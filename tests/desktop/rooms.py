"""What the tests of the screens round the table share: a window that closes itself, and talks that come to an end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from game.delegations import Policy, computer
from game.desktop import ROUTES, Driven, Settings
from game.table import Store, Table
from game.talks import Leave, Move, Say
from game.text import DelegationId
from tests.desktop.driving import playing

SIZES = [((1024, 768), 1.0), ((2880, 1800), 2.0)]


@contextmanager
def window(
    kept: Path | None = None,
    *,
    size: tuple[int, int] = (1440, 900),
    scale: float = 1.0,
    motion: bool = False,
    policy: Policy | None = None,
    clock: Callable[[], float] | None = None,
) -> Iterator[Driven]:
    """An app with all its ways between screens; `kept` is the file of its talks."""
    settings = Settings(scale=scale, motion=motion)
    store = Store(kept) if kept else None
    chosen = policy or playing()
    if clock:
        app = Driven(pace=0.0, size=size, settings=settings, store=store, policy=chosen, routes=ROUTES, clock=clock)
    else:
        app = Driven(pace=0.0, size=size, settings=settings, store=store, policy=chosen, routes=ROUTES)
    try:
        yield app
    finally:
        app.close()


def begin(app: Driven, scenario: str, seat: str | None, seed: int = 3, *, as_written: bool = False) -> Table:
    """Sit down at a new table, without a screen."""
    return app.host.begin(scenario, DelegationId(seat) if seat else None, seed, as_written=as_written)


def signed(app: Driven, scenario: str, seat: str | None, most: int = 20) -> Table:
    """A table at which the computer has played every seat and signed a text: the first seed with which it does."""
    for seed in range(most):
        table = begin(app, scenario, seat, seed)
        play_out(table)
        if table.verdict and table.verdict.agreed:
            return table
    raise AssertionError(f"nothing was signed in {most} games")


_THOUGHT_OUT: dict[str, tuple[Move, ...]] = {}
"""What the computer made of talks that had come so far, by their record."""


def play_out(table: Table, most: int = 400) -> None:
    """The computer plays every seat until the talks are over; it thinks once about talks that many tests play out."""
    begun, before = table.export(), len(table.record().moves)
    known = _THOUGHT_OUT.get(begun, ())
    for number in range(most):
        if table.verdict:
            break
        who = floor(table)
        move = known[number] if known else computer(table.view(who), Random(number)).move
        assert table.submit(who, move, table.version_for(who)) is None
    _THOUGHT_OUT[begun] = table.record().moves[before:]


def wait_out(table: Table) -> None:
    """Everybody talks until the clock strikes."""
    while table.verdict is None:
        assert (
            table.submit(floor(table), Say(floor(table), remark="We have time."), table.version_for(floor(table)))
            is None
        )


def walk_out(table: Table) -> None:
    """Whoever has the floor leaves."""
    assert table.submit(floor(table), Leave(floor(table)), table.version_for(floor(table))) is None


def floor(table: Table) -> DelegationId:
    """Whose turn it is."""
    return table.view(table.scenario.ids[0]).floor
