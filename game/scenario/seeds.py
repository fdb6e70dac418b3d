"""Where chance comes from: a seed, and a stream of its own for everything that is drawn from it.

A seed that somebody types is a number: others can type it too, and whoever tries the numbers finds it again by what it
has drawn for him. Where nobody types one it is a key of 128 bits of the system's randomness, which stays with whoever
keeps the talks. Each stream of a key begins at a keyed hash of what it is for (BLAKE2, RFC 7693), so that no stream
leads back to the key, or to another stream.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from random import Random
from typing import TypeAlias

from game.text import DelegationId

Seed: TypeAlias = int | bytes
"""A number, or a key."""
KEY_BYTES = 16
"""The length of a key."""
_NUMBER = re.compile(r"-?[0-9]{1,19}")
_KEY = re.compile(rf"[0-9a-f]{{{2 * KEY_BYTES}}}")


def stream(seed: Seed, purpose: str, name: str) -> Random:
    """The chance for one purpose: the same for the same seed, purpose and name, always.

    In the name stands `#` where a number has its place. Of a number the name alone counts, as it did before there were
    keys, so that talks that were played with it stay what they were.
    """
    if isinstance(seed, int):
        return Random(name.replace("#", str(seed)))
    return Random(blake2b(f"{purpose} {name}".encode(), key=seed, person=b"as-appropriate").digest())


def turn_chance(seed: Seed, who: DelegationId, version: int) -> Random:
    """The chance of whoever plays a seat without a person, after so many moves."""
    return stream(seed, "turn", f"# {who} {version}")


def written_seed(seed: Seed) -> str:
    """A seed as it stands in records: a number in decimal digits, a key in hexadecimal ones."""
    return str(seed) if isinstance(seed, int) else seed.hex()


def read_seed(word: str) -> Seed | None:
    """The same back; None for what is no seed."""
    if _NUMBER.fullmatch(word):
        return int(word)
    return bytes.fromhex(word) if _KEY.fullmatch(word) else None
