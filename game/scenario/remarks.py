"""What a delegation may say with its moves: when a line fits, and which words can stand in it.

An author's lines are said by the computer before those of the house, where they fit. A line that belongs to one
delegation is sealed with its envelope: what somebody might say tells what he might do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from typing import Literal

from game.text import DelegationId, IssueId, OptionId

Occasion = Literal[
    "open",
    "bridge",
    "trade",
    "counter",
    "close",
    "float",
    "accept",
    "yield",
    "refuse",
    "demur",
    "never",
    "warm",
    "cool",
    "withdraw",
    "ask",
    "wait",
    "announce",
    "hold",
    "give",
    "swap",
    "sit",
    "circulate",
    "sign",
    "late",
    "leave",
]
"""What is done with the line. Of packages: `open` asks for a wording, `bridge` meets at one, `trade` gives and asks,
`counter` answers so, `close` leaves no bracket, `float` is off the record. Of answers: `accept`; `refuse` names its
word, `demur` does not, `never` is for ever; `warm` and `cool` answer a non-paper. `yield` moves alone, `late` goes
home for want of time, `leave` from a clean text."""

Circumstance = Literal[
    "first-day",
    "early",
    "late",
    "last-hours",
    "cold",
    "correct",
    "warm",
    "two",
    "many",
    "refused",
    "countered",
    "taken",
    "given",
    "reopened",
    "confers",
    "told-press",
    "news",
    "silence-broken",
    "sent-back",
    "refused-before",
    "they-refused",
    "asked-again",
    "closes",
    "few-left",
    "one-left",
    "silent",
]
"""What may hold when a line is said. `refused`, `countered`, `taken`: what they did with our last paper. `given`,
`reopened`: what they did alone since. `confers`: their capital is being asked. `refused-before`: we had refused the
words at stake, `they-refused`: they had; `asked-again`: they had asked before. `silent`: it is silence."""

PLACES: Mapping[str, frozenset[Occasion] | None] = {
    "word": frozenset({"open", "bridge", "yield", "refuse", "never", "cool", "announce", "hold", "ask"}),
    "give": frozenset({"trade", "counter"}),
    "get": frozenset({"trade", "counter"}),
    "side": frozenset({"hold", "give", "swap", "sit"}),
    "me": None,
    "them": None,
    "capital": None,
    "their_capital": None,
    "place": None,
}
"""What can stand in braces, and with which moves; None: with all."""

WORDLESS: frozenset[Occasion] = frozenset(
    {"ask", "wait", "hold", "give", "swap", "sit", "circulate", "sign", "late", "leave"}
)
"""With these no wording of the text is at stake."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of an author's."""

    say: str
    moves: frozenset[Occasion]
    of: DelegationId | None = None
    """Whose line it is; None: anybody's."""
    issue: IssueId | None = None
    """What must be at stake, if anything."""
    options: frozenset[OptionId] = frozenset()
    """Which of its wordings; empty: any."""
    when: frozenset[Circumstance] = frozenset()


@lru_cache(maxsize=1024)
def places_in(say: str) -> tuple[str, ...]:
    """What stands in braces in a line. Raises `ValueError` where the braces do not pair, or hold more than a name."""
    found: list[str] = []
    for _, name, form, conversion in Formatter().parse(say):
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            raise ValueError(name or "{}")
        found.append(name)
    return tuple(found)
