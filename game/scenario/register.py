"""The one register of sources for all scenarios, and a file completed with those that it cites from it.

A file with the line `register: cited` may cite any source of the register. When it is opened by its name, that line
gives way to the entries that it cites: so the bytes that a store, a record or a class keeps are complete, and tell in
ten years what they tell today, whatever has become of the register.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache

from game.scenario.reader import read

CITED = "cited"
"""What stands under `register` in a file that has not been completed."""
_LINE = re.compile(rb"^register:[ \t]*cited[ \t]*(?=\r?$|\r?\n|#)", re.MULTILINE)
_LISTED = re.compile(rb"\bcite:\s*\[([^\]]*)\]|\bcite:[ \t]*\r?\n((?:[ \t]*-[ \t]*[\w-]+[ \t]*\r?\n?)+)")
"""The ids after `cite`, in brackets or one below the other."""
_ID = re.compile(rb"[A-Za-z][\w-]*")


def asks(source: bytes) -> bool:
    """Whether a file wants to be completed."""
    return _LINE.search(source) is not None


@lru_cache(maxsize=16)
def completed(source: bytes, register: bytes) -> bytes:
    """The bytes of a file with the entries of the register that it cites, in the line in which it asks for them: no
    other line moves. A file that asks for none is as it was."""
    cited = {found for lists in _LISTED.findall(source) for each in lists for found in _ID.findall(each)}
    told = [f"{json.dumps(name)}: {entry}" for name, entry in _entries(register) if name.encode() in cited]
    line = f"register: {{{', '.join(told)}}}".encode()
    return _LINE.sub(lambda _: line, source, count=1)


@lru_cache(maxsize=4)
def _entries(register: bytes) -> tuple[tuple[str, str], ...]:
    """Every entry as JSON, which is YAML on one line, in the order of the file."""
    found = read(register, "the register").data
    entries = found if isinstance(found, Mapping) else {}
    return tuple((str(name), json.dumps(entry)) for name, entry in entries.items())
