"""The talks as a record opens them: what was drawn for one table of a class is not drawn again for the next."""

from __future__ import annotations

from functools import lru_cache

from game.scenario import Seed, load
from game.talks import Record, Talks, open_talks


def opening(source: bytes, record: Record) -> Talks:
    """The talks before the first move of a record; `source` is the file of its scenario. Raises `ScenarioError`."""
    if record.past is not None:
        scenario = load(source, record.scenario, record.edition)
        return open_talks(scenario, record.seed, as_written=record.as_written, past=record.past)
    return _opened(source, record.scenario, record.edition, record.seed, record.as_written)


@lru_cache(maxsize=64)
def _opened(source: bytes, name: str, edition: str, seed: Seed, as_written: bool) -> Talks:
    return open_talks(load(source, name, edition), seed, as_written=as_written)
