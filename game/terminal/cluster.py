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

from game.delegations import Run, Sweep
from game.terminal.elsewhere import OtherRules, fingerprint
from game.terminal.jobs import chunk_of, in_order, parts
from game.terminal.keeping import Fault

ANSWERS, JOINS = 10.0, 30.0
"""Seconds in which a scheduler must have answered, and a worker must have joined."""

_CHUNK = 1.0
"""Seconds of talks that a worker is given at once: a task costs the scheduler about a millisecond."""

_LINED_UP, _AT_LEAST = 4, 64
"""Chunks that are given out ahead: for each thread of a worker, and at least, so that more workers may join."""


def played(sweep: Sweep, seeds: range, address: str) -> Generator[Run]:
    """The talks of these seeds, one after the other, played by the workers of the cluster at an address.

    The first is played here, to see how long one takes. Raises `LostPolicy`, and `Fault` where the cluster fails.
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
        found: tuple[Run, ...] = resolve_name("game.terminal.elsewhere:play_elsewhere")(rules, sweep, seeds)
        return found

    return play


def _taken(client: Any, given: Any, address: str) -> tuple[Run, ...]:
    """What has come of a chunk. Raises `LostPolicy`, and `Fault` where the cluster fails."""
    while True:
        try:
            found: tuple[Run, ...] = given.result(timeout=JOINS)
            return found
        except TimeoutError:
            _threads(client, address)
        except OtherRules as other:
            machine = f" ({other})" if str(other) else ""
            raise Fault(
                f"A worker of the cluster{machine} has another version of the game: install this one there."
            ) from None
        except ModuleNotFoundError as missing:
            raise Fault(_lacking(missing.name or "")) from None
        except KilledWorker:
            raise Fault("The workers of the cluster die while they play, perhaps for want of memory.") from None
        except (CancelledError, OSError):
            raise Fault(f"The cluster at {address} no longer answers.") from None


def _lacking(module: str) -> str:
    if module.partition(".")[0] == "game":
        return "A worker of the cluster does not have the game, or has an older one: install this one there."
    return f"A worker of the cluster does not have what the game needs: {module or 'a module'}."


def _threads(client: Any, address: str) -> int:
    """How many talks the cluster plays at once; waits for its first worker. Raises `Fault`."""
    wish = client.submit(abs, 1, pure=False)  # A cluster that grows with its work grows only if there is some.
    try:
        client.wait_for_workers(1, timeout=JOINS)
        return sum(client.nthreads().values())
    except TimeoutError:
        raise Fault(
            f"The cluster at {address} has no worker, and none has joined it within {JOINS:.0f} seconds."
        ) from None
    except OSError:
        raise Fault(f"The cluster at {address} no longer answers.") from None
    finally:
        wish.release()


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    """A client of the scheduler. Raises `Fault` where none answers."""
    found: list[Any] = []

    def connect() -> None:
        with suppress(Exception):
            found.append(Client(address, timeout=ANSWERS, set_as_default=False))

    # A server that answers in another language keeps the client waiting for ever, whatever its timeout is.
    waiting = Thread(target=connect, daemon=True)
    waiting.start()
    waiting.join(ANSWERS + 2)
    if not found:
        raise Fault(f"No Dask scheduler answers at {address}.")
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
