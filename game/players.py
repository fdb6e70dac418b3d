"""Whoever plays, advises and is opened, loaded when it is first asked: neither the first frame nor a replay waits for
what they think with."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping
    from random import Random

    from game.delegations import Decision, Policy
    from game.desktop.debriefing import Debriefing
    from game.desktop.kit.sounds import Sound
    from game.seat import Seated
    from game.simulation import Run, Sweep
    from game.table import Keeping
    from game.talks import Record, Sits, View
    from game.terminal import Console
    from game.text import DelegationId
    from game.words.adviser import ToldCounsel
    from game.words.opened import OpenedTalks


def computers() -> Mapping[Sits, Policy]:
    """The computer's policy at each level."""
    from functools import partial

    from game.talks import LEVEL_NAMES

    return {level: partial(_think, level) for level in LEVEL_NAMES}


def _think(level: Sits, view: View, chance: Random) -> Decision:
    from game.delegations import LEVELS, computer

    return computer(view, chance, level=LEVELS[level])


@contextmanager
def keeping(where: str | None) -> Iterator[Keeping]:
    """Where classes are kept, closed again: a file, a database, or with one's own talks where nothing is named. Raises
    `StoreError`, and `Fault` where what asks the database is not installed."""
    from pathlib import Path

    from game.table import Store

    if where is None or not where.startswith(("postgresql:", "postgres:")):
        with closing(Store(Path(where) if where else None)) as file:
            yield file
        return
    try:
        from game.table.postgres import Postgres
    except ModuleNotFoundError as missing:
        from game.terminal import Fault
        from game.words.language import say

        install = 'pip install "as-appropriate[postgresql]"'
        raise Fault(
            say("A database needs psycopg ({missing}): {install}.", missing=str(missing), install=install)
        ) from None
    with closing(Postgres(where)) as database:
        yield database


def adviser(here: Seated) -> ToldCounsel:
    """The player's adviser."""
    from game.words.adviser import told_counsel

    return told_counsel(here)


def openly(record: Record, source: bytes) -> OpenedTalks:
    """What opens finished talks."""
    from game.words.opened import OpenedTalks

    return OpenedTalks.of(record, source)


def ask_topics(console: Console, record: Record, source: bytes, me: DelegationId | None) -> None:
    """What tells of finished talks at the terminal."""
    from game.terminal.debriefing import ask_topics as ask

    ask(console, record, source, me)


def debriefing(record: Record, source: bytes, me: DelegationId | None) -> Debriefing:
    """What lays finished talks open in the window."""
    from game.desktop.debriefing import Debriefing

    return Debriefing(record, source, me)


def sounds() -> Mapping[Sound, bytes]:
    """The sounds of the window, as samples."""
    from game.desktop.kit.tones import made

    return made()


def sweepers(cores: int | None, cluster: str | None) -> Callable[[Sweep, range], Generator[Run]]:
    """Who plays a sweep: so many cores of this machine or all of them, or a cluster. Raises `Fault` where Dask is not
    installed."""
    from functools import partial

    from game.simulation import jobs
    from game.terminal import Fault
    from game.terminal.progress import one_plays_on
    from game.words.language import say

    if not cluster:
        return partial(jobs.played, jobs=cores or jobs.cores(), tell=one_plays_on)
    try:
        from game.simulation import cluster as many
    except ModuleNotFoundError as missing:
        install = 'pip install "as-appropriate[cluster]"'
        raise Fault(
            say("A cluster needs Dask ({missing}): {install}.", missing=str(missing), install=install)
        ) from None
    return partial(many.played, address=cluster)
