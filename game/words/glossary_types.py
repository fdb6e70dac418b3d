"""What an entry of the glossary is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Quote:
    """What is on record. The words stand as they were said; only what is `told` of them is translated."""

    words: str
    source: str
    told: str = ""
    """A template: what happened, or what the words were about; empty if they speak for themselves."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One word: templates of its name and meaning, and its example, from history or from the talks that are played."""

    id: str
    term: str
    meaning: str
    quote: Quote | None = None
    shown: Callable[[Scenario], str] | None = None
    """The example from a scenario; empty where it has none, then the quotation stands."""
