"""What a debrief, or a report, says: sections of headings, paragraphs, lists, tables and figures, for every face.

A face lays blocks out as it can (a window on paper, a terminal in lines, a report as HTML or on sheets for the printer)
and says nothing of its own. Only here is it known which words of a sentence are struck, quoted, or somebody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from game.scenario import Scenario
from game.text import DelegationId, Piece
from game.words.language import head
from game.words.people import name

if TYPE_CHECKING:
    # A page is known before there is a debrief: the first frame of a window does not wait for what counts its figures.
    from game.debrief.parallel import Pairs, Parallel
    from game.debrief.plot import Plot
    from game.debrief.turning_points import Prospects

Look = Literal["plain", "strong", "emphasis", "struck", "inserted", "quoted", "small", "box", "blank"]
"""How some words look. Those that would be signed are `quoted`, or `struck` and `inserted` in a redline. On a form, a
`box` is there to be ticked, and beside a `blank` there is room to write."""


@dataclass(frozen=True, slots=True)
class Bit:
    """Some words of a sentence that look the same; with `who`, that delegation's mark stands before them."""

    words: str
    look: Look = "plain"
    who: DelegationId | None = None
    move: int | None = None
    """The number, in the record, of the move that the words are about: a face may lead there."""


Bits: TypeAlias = "str | Sequence[Bit]"
"""A sentence, all of one look or in bits. Bits are set one after the other: their spaces are in them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section; a deeper level is a smaller one."""

    words: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences. A `lead` is what matters most, a `note` what it is and is not, a `quote` words that were said,
    and a `clause` words of a text."""

    words: Bits
    tone: Literal["plain", "lead", "note", "quote", "clause"] = "plain"


@dataclass(frozen=True, slots=True)
class Items:
    """A list, with numbers or without."""

    rows: tuple[Bits, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column of a table; numbers stand at its right edge."""

    words: Bits
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads. The first cell of a row names it; `sums` says how many rows at the end are sums."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Bits, ...], ...]
    sums: int = 0
    narrow: bool = False
    """Whether others that follow it, and are narrow too, may stand beside it."""


Shown: TypeAlias = "Plot | Parallel | Pairs | Prospects"
"""What a figure may show."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A plot, and in words what it shows: for whoever cannot see it, and for a terminal."""

    plot: Shown
    alt: str
    caption: str = ""


Block: TypeAlias = Heading | Paragraph | Items | Table | Figure


Eyes = Literal["shared", "private"]
"""Who may see a sheet of paper: everybody, or only whoever is named on it."""


@dataclass(frozen=True, slots=True)
class Section:
    """One topic of a debrief."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    sheet: Eyes | None = None
    """It begins a sheet of paper of its own, and ends it, for whose eyes; None where it follows the one before."""
    tag: Bits = ""
    """For whom a sheet is, in a few words above its title."""


def point_columns(scenario: Scenario, many: Iterable[DelegationId], me: DelegationId | None = None) -> list[Column]:
    """The heads of columns of points, one for each of several delegations, with its mark."""
    return [Column((Bit(head(name(scenario, who, me)), who=who),), number=True) for who in many]


def redlined(pieces: Sequence[Piece]) -> tuple[Bit, ...]:
    """A redline in bits."""
    looks: dict[str, Look] = {"kept": "quoted", "struck": "struck", "inserted": "inserted"}
    return tuple(Bit(piece.words + (" " if piece is not pieces[-1] else ""), looks[piece.kind]) for piece in pieces)


def unmarked(words: Bits) -> str:
    """The words alone."""
    return words if isinstance(words, str) else "".join(bit.words for bit in words)
