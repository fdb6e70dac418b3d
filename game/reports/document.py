"""A report as one document: sections with a title and contents, laid out as a page for a browser or on sheets of paper.

`laid` says all that is in it as plain values, from which both are set: nothing that comes of a scenario or of a record
is ever put into markup but through what escapes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TypeAlias, assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from game.reports.figure import figure
from game.reports.signs import drawing, signs
from game.reports.svg import svg
from game.reports.themes import PAPER, Theme
from game.scenario import Scenario
from game.words import say
from game.words.language import tongue
from game.words.page import Bit, Bits, Block, Figure, Heading, Items, Paragraph, Section, Table, unmarked

Values: TypeAlias = dict[str, object]
_SIZE = 700.0, 500.0
"""Of a figure, in its own units, so that its words are of the size of those around it."""

_BESIDE = 3
"""Letters that the space beside a column is wide."""
_BOLD = 5
"""The same where the words are bold, and so wider than their letters are many."""
_LONG = 60
"""Letters in a cell from which on it is a text of its own, and wants a column that is wide everywhere."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is in a report, and in which order."""

    scenario: Scenario
    """Whose delegations and texts it is about."""
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    transcripts: frozenset[str] = frozenset()
    """The sections that go through talks move by move: their parts can be folded, and whatever else names a move leads
    there."""
    theme: Theme = PAPER
    """The colours of its figures."""


def html(document: Document) -> str:
    """One page that needs nothing else: no script, no font, no picture, no address outside."""
    return _set(document, "document.html")


def fragment(document: Document) -> str:
    """Its sections alone, for a page that has a head and a style of its own."""
    return _set(document, "fragment.html")


def _set(document: Document, template: str) -> str:
    names = {who: sign.name for who, sign in signs(document.scenario).items()}
    return _template(template).render(laid(document), names=names)


@cache
def _template(name: str) -> Template:
    house = Environment(
        loader=PackageLoader("game.reports", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    return house.get_template(name)


def laid(document: Document) -> dict[str, object]:
    """Everything that is set, as plain values: sections with blocks, marks as drawings, and the labels of the page."""
    return {
        "language": tongue(),
        "title": document.title,
        "subtitle": document.subtitle,
        "labels": {
            "contents": say("Contents"),
            "struck": say("struck:"),
            "inserted": say("inserted:"),
            "shown": say("What the figure shows"),
        },
        "signs": [
            {"id": who, "name": sign.name, "drawing": drawing(sign)} for who, sign in signs(document.scenario).items()
        ],
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "sheet": section.sheet or "",
                "tag": _bits(section.tag),
                "folded": section.id in document.transcripts,
                "blocks": list(_Blocks(document, section).laid()),
            }
            for section in document.sections
        ],
    }


class _Blocks:
    """The blocks of one section."""

    def __init__(self, document: Document, section: Section) -> None:
        self._document, self._scenario, self._section = document, document.scenario, section
        self._is_transcript = section.id in document.transcripts
        there = any(each.id in document.transcripts for each in document.sections)
        self._led_to = there and not self._is_transcript

    def laid(self) -> Iterator[Values]:
        """All of them as plain values; narrow tables that follow each other are one block."""
        for narrow, some in groupby(self._each(), key=lambda found: bool(found.get("narrow"))):
            if narrow:
                yield {"kind": "beside", "tables": list(some)}
            else:
                yield from some

    def _each(self) -> Iterator[Values]:
        """Each of them. Small headings are set as large ones until there is a large one above them."""
        large = False
        for number, block in enumerate(self._section.blocks, 1):
            found = self._one(block)
            if isinstance(block, Heading):
                large = large or block.level == 2
                found["level"] = block.level + 1 if large else 3
            yield {**found, "id": f"{self._section.id}-{number}"}

    def _one(self, block: Block) -> Values:
        match block:
            case Heading():
                return {"kind": "heading", "words": block.words}
            case Paragraph():
                bits = self._bits(block.words)
                anchor = _anchor(bits[0]["move"]) if bits and self._is_transcript else ""
                return {"kind": "paragraph", "tone": block.tone, "bits": bits, "anchor": anchor}
            case Items():
                return {"kind": "items", "numbered": block.numbered, "rows": self._row(block.rows)}
            case Table():
                body = len(block.rows) - block.sums
                return {
                    "kind": "table",
                    "caption": block.caption,
                    "narrow": block.narrow,
                    "columns": [self._column(block, place) for place in range(len(block.columns))],
                    "rows": [self._row(row) for row in block.rows[:body]],
                    "sums": [self._row(row) for row in block.rows[body:]],
                }
            case Figure():
                drawn = self._drawn(block)
                return {"kind": "figure", "alt": block.alt, "caption": block.caption, "svg": drawn}
            case _:
                assert_never(block)

    def _column(self, table: Table, place: int) -> Values:
        """The head of a column, and how much room it wants: that of its longest word, and for words of what stands in
        its cells in the middle; for numbers, which do not break, of the longest cell."""
        head = table.columns[place]
        cells = [unmarked(row[place]) for row in table.rows]
        unbroken = [*unmarked(head.words).split(), *(cells if head.number else " ".join(cells).split(" "))]
        bold = any(bit["look"] == "strong" for row in table.rows for bit in self._bits(row[place]))
        middle = 0 if head.number else sum(map(len, cells)) // max(1, len(cells))
        return {
            "bits": self._bits(head.words),
            "number": head.number,
            "long": middle > _LONG,
            "weight": max(map(len, unbroken), default=1) + min(middle, 2 * _LONG) + (_BOLD if bold else _BESIDE),
        }

    def _drawn(self, block: Figure) -> str:
        """The picture of a figure, whose words are set as text."""
        picture = figure(block.plot, self._scenario, *_SIZE, theme=self._document.theme)
        return svg(picture, block.caption or self._section.title, block.alt)

    def _row(self, cells: Sequence[Bits]) -> list[list[Values]]:
        return [self._bits(cell) for cell in cells]

    def _bits(self, words: Bits) -> list[Values]:
        return _bits(words, led_to=self._led_to)


def _bits(words: Bits, *, led_to: bool = False) -> list[Values]:
    """Words in bits, with where each leads to."""
    bits = (Bit(words),) if isinstance(words, str) else words
    return [
        {
            "words": bit.words,
            "look": bit.look,
            "who": bit.who,
            "move": bit.move,
            "to": _anchor(bit.move) if led_to else "",
        }
        for bit in bits
    ]


def _anchor(move: object) -> str:
    """The name of the place where a move is told; empty for none."""
    return f"move-{move}" if move else ""
