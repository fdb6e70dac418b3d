"""The talks of a sweep on a Dask cluster. Only this file knows Dask, and it is loaded where a cluster is asked for."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import astuple
from pkgutil import resolve_name
from threading import Thread
from time import perf_counter
from typing import Any

from distributed import Client, KilledWorker

from game.simulation.cluster_worker import OtherRules, fingerprint
from game.simulation.faults import JOINS, Kind, SweepFailed
from game.simulation.jobs import chunk_of, in_order, parts
from game.simulation.run import Run
from game.simulation.sweep import Sweep

ANSWERS = 10.0
"""Seconds in which a scheduler must have answered."""

_CHUNK = 1.0
"""Seconds of talks that a worker is given at once: a task costs the scheduler about a millisecond."""

_LINED_UP, _AT_LEAST = 4, 64
"""Chunks that are given out ahead: for each thread of a worker, and at least, so that more workers may join."""


def played(sweep: Sweep, seeds: range, address: str) -> Generator[Run]:
    """The talks of these seeds, one after the other, played by the workers of the cluster at an address.

    The first is played here, to see how long one takes. Raises `LostPolicy`, and `SweepFailed` where the cluster fails.
    """
    with _quiet(), _connected(address) as client:
        threads = _threads(client, address)
        begun = perf_counter()
        yield sweep.play(seeds[:1])[0]
        pace, left = perf_counter() - begun, seeds[1:]
        rules, work, play = fingerprint(), astuple(sweep), _errand()

        def give(part: range) -> Any:
            return client.submit(play, rules, work, part, pure=False)

        def take(given: Any) -> tuple[Run, ...]:
            return _taken(client, given, address)

        chunks = parts(left, chunk_of(_CHUNK / pace, len(left), threads))
        yield from in_order(give, take, chunks, max(_AT_LEAST, threads * _LINED_UP))


def _errand() -> Callable[[str, tuple[Any, ...], range], tuple[Run, ...]]:
    """What a worker is sent. Not a function of this module, so that it is sent as code and not by name: the scheduler,
    which unpacks it on the way, need not have the game, and a worker that has none can say so."""

    def play(rules: str, sweep: tuple[Any, ...], seeds: range) -> tuple[Run, ...]:
        found: tuple[Run, ...] = resolve_name("game.simulation.cluster_worker:play_here")(rules, sweep, seeds)
        return found

    return play


def _taken(client: Any, given: Any, address: str) -> tuple[Run, ...]:
    """What has come of a chunk. Raises `LostPolicy`, and `SweepFailed` where the cluster fails."""
    while True:
        try:
            found: tuple[Run, ...] = given.result(timeout=JOINS)
            return found
        except TimeoutError:
            _threads(client, address)
        except OtherRules as other:
            raise SweepFailed("other-rules", str(other)) from None
        except ModuleNotFoundError as missing:
            module = missing.name or ""
            kind: Kind = "no-game" if module.partition(".")[0] == "game" else "no-module"
            raise SweepFailed(kind, module) from None
        except KilledWorker:
            raise SweepFailed("workers-die") from None
        except (CancelledError, OSError):
            raise SweepFailed("silent", address) from None


def _threads(client: Any, address: str) -> int:
    """How many talks the cluster plays at once; waits for its first worker. Raises `SweepFailed`."""
    wish = client.submit(abs, 1, pure=False)  # A cluster that grows with its work grows only if there is some.
    try:
        client.wait_for_workers(1, timeout=JOINS)
        return sum(client.nthreads().values())
    except TimeoutError:
        raise SweepFailed("no-worker", address) from None
    except OSError:
        raise SweepFailed("silent", address) from None
    finally:
        wish.release()


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    """A client of the scheduler. Raises `SweepFailed` where none answers."""
    found: list[Any] = []

    def connect() -> None:
        with suppress(Exception):
            found.append(Client(address, timeout=ANSWERS, set_as_default=False))

    # A server that answers in another language keeps the client waiting for ever, whatever its timeout is.
    waiting = Thread(target=connect, daemon=True)
    waiting.start()
    waiting.join(ANSWERS + 2)
    if not found:
        raise SweepFailed("no-scheduler", address)
    try:
        yield found[0]
    finally:
        with suppress(Exception):
            found[0].close(timeout=2)


@contextmanager
def _quiet() -> Iterator[None]:
    """What Dask logs and warns of is no reading for a player: what matters is told in our words."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
