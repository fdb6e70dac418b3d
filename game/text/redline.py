"""The difference between two wordings, word by word, as a redline shows it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that were kept, struck or inserted."""

    kind: Literal["kept", "struck", "inserted"]
    words: str


def redline(old: str, new: str) -> tuple[Piece, ...]:
    """Old and new wording as pieces; kept and struck make the old one, kept and inserted the new one."""
    before, after = old.split(), new.split()
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("kept", " ".join(before[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(Piece("struck", " ".join(before[i1:i2])))
        if j2 > j1:
            pieces.append(Piece("inserted", " ".join(after[j1:j2])))
    return tuple(pieces)
