"""A class as its host tells of it when it opens: one line of JSON, for whoever has begun the host."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """Where a class is, and how one comes in."""

    addresses: tuple[str, ...]
    """The likeliest first."""
    code: str
    join: str
    """The address behind the QR code."""
    desk: str
    """The teacher's own link: it is a secret, and shown nowhere but to the teacher."""
    wall: str
