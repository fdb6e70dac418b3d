"""Sections of a debrief as plain lines that can be read aloud: redlines in words, the rows of a table as sentences, a
figure by what it shows and, where it is a plot, a map in signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from game.scenario import Scenario
from game.terminal.console import Console
from game.text import DelegationId
from game.words import SEMICOLON, phrase, say, strung
from game.words.page import Bit, Bits, Block, Figure, Heading, Items, Paragraph, Section, Table
from game.words.people import names

Mapper = Callable[[Console, Scenario, Figure], None]
"""Draws a map in signs under what is said of a figure."""


def tell_section(
    console: Console,
    scenario: Scenario,
    section: Section,
    me: DelegationId | None = None,
    mapped: Mapper | None = None,
) -> None:
    """One topic: its title, then block by block; `me` is called you. Figures are told, and `mapped` where that is
    given."""
    console.tell()
    console.tell(say("{title:stop}", title=section.title))
    page = _Page(console, scenario, me, mapped)
    for block in section.blocks:
        page.tell(block)


class _Page:
    """Lays blocks out at a console."""

    def __init__(self, console: Console, scenario: Scenario, me: DelegationId | None, mapped: Mapper | None) -> None:
        self._console, self._scenario, self._me, self._mapped = console, scenario, me, mapped

    def tell(self, block: Block) -> None:
        """One block."""
        match block:
            case Heading():
                self._console.tell()
                self._console.tell(say("{title:stop}", title=block.words))
            case Paragraph():
                aside = block.tone in {"clause", "quote"}
                self._console.tell(self._spoken(block.words), indent=2 if aside else 0, hang=2 if aside else 0)
            case Items():
                self._items(block)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case _:
                assert_never(block)

    def _items(self, items: Items) -> None:
        rows = [self._spoken(row) for row in items.rows]
        if items.numbered:
            self._console.number(rows)
            return
        for row in rows:
            self._console.tell(row, indent=2, hang=2)

    def _table(self, table: Table) -> None:
        """Each row in a line: what it is of, then its cells, each after the head of its column where there are several
        columns. What stands under a row without cells is set in, sums are not."""
        self._console.tell()
        self._console.tell(say("{title:stop}", title=table.caption))
        within, body = 2, len(table.rows) - table.sums
        for place, row in enumerate(table.rows):
            first, cells = self._spoken(row[0]), tuple(self._cells(table, row))
            line = phrase("{row:nostop}: {cells:stop}") if cells else phrase("{row:stop}")
            indent = within if cells and place < body else 2
            self._console.tell(say(line, row=first, cells=strung(cells, SEMICOLON)), indent=indent, hang=2)
            within = within if cells else 4

    def _cells(self, table: Table, row: Sequence[Bits]) -> Iterator[str]:
        for column, cell in zip(table.columns[1:], row[1:], strict=False):
            told = self._spoken(cell)
            if not told.strip():
                continue
            line = phrase("{head} {cell:nostop}") if column.number else phrase("{head}: {cell:nostop}")
            yield say(line, head=self._spoken(column.words), cell=told) if len(row) > 2 else told

    def _figure(self, figure: Figure) -> None:
        if figure.caption and figure.caption not in figure.alt:
            self._console.tell(figure.caption)
        self._console.tell(figure.alt)
        if self._mapped is not None:
            self._mapped(self._console, self._scenario, figure)

    def _spoken(self, words: Bits) -> str:
        """Words in a line: what is struck and what is inserted is said, and so is whose the words are."""
        return words if isinstance(words, str) else "".join(self._said(bit, whose) for bit, whose in _owned(words))

    def _said(self, bit: Bit, whose: Sequence[DelegationId]) -> str:
        inside = bit.words.strip()
        line = _LINES.get((bit.look, bool(whose)), "") if inside else ""
        if not line:
            return bit.words
        told = say(line, words=inside, who=names(self._scenario, whose, self._me))
        before, _, after = bit.words.partition(inside)
        return f"{before}{told}{after}"


_LINES = {
    ("struck", False): phrase("(struck: {words})"),
    ("struck", True): phrase("(struck, {who:and}: {words})"),
    ("inserted", False): phrase("(inserted: {words})"),
    ("inserted", True): phrase("(inserted, {who:and}: {words})"),
    ("quoted", True): phrase("{who:and}: {words}"),
}
"""How words are told that look so, by whether they are somebody's; all others stand by themselves."""


def _owned(bits: Sequence[Bit]) -> Iterator[tuple[Bit, tuple[DelegationId, ...]]]:
    """Each stretch of words with those whose it is: a mark without words belongs to what follows, and stretches that
    look the same and are nobody's are one."""
    waiting: tuple[DelegationId, ...] = ()
    held: Bit | None = None
    for bit in bits:
        if not bit.words and bit.who is not None:
            waiting += (bit.who,)
            continue
        whose = (*waiting, *((bit.who,) if bit.who is not None else ()))
        waiting = ()
        if held is not None and not whose and bit.look == held.look:
            held = replace(held, words=held.words + bit.words)
            continue
        if held is not None:
            yield held, ()
            held = None
        if whose:
            yield bit, whose
        else:
            held = bit
    if held is not None:
        yield held, ()
