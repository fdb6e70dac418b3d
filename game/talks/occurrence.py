"""What every event has: when it was, whose it is, who hears it, and what was said with it."""

from __future__ import annotations

from dataclasses import dataclass

from game.text import DelegationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """What every event has. `heard_by` is None when it is on the record, and the seats that hear it otherwise."""

    at: float
    """Hours of talks at which it happened."""
    by: DelegationId | None = None
    heard_by: frozenset[DelegationId] | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made(Occurrence):
    """What is somebody's move; whatever else happens comes of one, or of the hours."""
