"""A document as a page: whole, in order, and with nothing that would be fetched or that a name could break."""

from __future__ import annotations

import pytest

from game.reports.document import Document, html
from game.words.debrief import sections
from game.words.drafts import drafts
from game.words.page import Bit, Block, Column, Figure, Heading, Items, Paragraph, Section, Table
from tests.debrief.courses import debrief
from tests.library import scenario
from tests.reports.page import Page
from tests.reports.pictures import plotted

SMALL = "istanbul-communique-1994"
EVIL = '</p><script src=https://example.org/x.js></script> & "quotes" <b title=\''
RUS, NATO = scenario(SMALL).ids


def page(*blocks: Block, title: str = "A title") -> Page:
    """A page with one section of these blocks."""
    return Page(html(Document(scenario(SMALL), title, "below it", (Section("one", "A section", blocks),))))


def test_a_page_of_real_talks_is_in_order() -> None:
    """Every topic that there is, and the drafts: tags match, headings leave out no level, links lead somewhere, and
    nothing is fetched."""
    found = debrief(SMALL)
    told = (*sections(found), drafts(found, None))
    read = Page(html(Document(found.scenario, "What the words were worth", "", told, frozenset({"drafts"}))))
    assert read.faults == []
    assert [words for level, words in read.headings if level == 2] == ["Contents", *(each.title for each in told)]
    assert read.headings[0] == (1, "What the words were worth")
    assert {"del", "ins", "details"} <= set(read.tags)


def test_what_is_wrong_with_a_page_is_found() -> None:
    """The strict reading sees each kind of fault."""
    assert Page("<!DOCTYPE html><p>").faults == ["<p> is not closed"]
    assert Page("<!DOCTYPE html><b><i></b>").faults[0] == "</b> where ['i'] is open"
    assert Page("<!DOCTYPE html><h1>a</h1><h3>b</h3>").faults == ["a heading of level 3 below one of 1: b"]
    assert Page("<!DOCTYPE html><a href='#x'></a>").faults == ["#x leads nowhere"]
    assert Page("<!DOCTYPE html><img src='x.png'>").faults == ["<img> leads outside: x.png"]
    assert Page("<!DOCTYPE html><style>a{background:url(x)}</style>").faults == ["the style loads something"]
    assert Page("<!DOCTYPE html><script></script>").faults == ["there is a <script>"]


def test_nothing_that_comes_of_data_becomes_markup() -> None:
    """Words with every sign of HTML stand as they are, wherever words can stand, also in a picture."""
    bits = (Bit(EVIL, "struck", RUS), Bit(EVIL, "inserted"), Bit(EVIL, "quoted"), Bit(EVIL, "strong"))
    read = page(
        Heading(EVIL),
        Paragraph(bits),
        Items((EVIL, bits)),
        Table(EVIL, (Column(EVIL), Column(EVIL)), ((EVIL, bits),)),
        Figure(plotted(), EVIL, EVIL),
        title=EVIL,
    )
    assert read.faults == []
    assert read.words.count(EVIL) == 2 + 1 + 4 + 5 + 3 + 5 + 2 + 2
    assert "script" not in read.tags


def test_a_table_names_its_rows_and_columns() -> None:
    """A caption, a head for every column that has one, the first cell of a row as its name, and sums in the foot."""
    read = page(Table("Points", (Column(""), Column("Russia", number=True)), (("words", "40"), ("sum", "40")), sums=1))
    assert [found["scope"] for tag, found in read.attributes if tag == "th"] == ["col", "row", "row"]
    parts = [tag for tag in read.tags if tag in {"caption", "thead", "tbody", "tfoot"}]
    assert parts == ["caption", "thead", "tbody", "tfoot"]


def test_a_heading_leaves_out_no_level() -> None:
    """Small headings without a larger one above them are set as larger ones, all of them."""
    small, large = Heading("small", 3), Heading("large")
    assert [level for level, _ in page(small, small, large, small).headings] == [1, 2, 2, 3, 3, 3, 4]


def test_struck_and_inserted_words_are_told_apart_without_colour_or_sight() -> None:
    """Each is an element of its own, with a word for whoever hears it and the name of whose mark it bears."""
    read = page(Paragraph((Bit("shall", "struck", RUS), Bit(" "), Bit("will", "inserted", NATO))))
    assert "struck: shall inserted: will" in read.words
    named = [found["aria-label"] for _, found in read.attributes if found.get("role") == "img"]
    assert named == ["Russia", "the Alliance"]


def test_what_names_a_move_leads_to_where_it_is_told() -> None:
    """From any section into the transcript; without a transcript nothing leads anywhere."""
    moved = Section("turn", "A turn", (Paragraph((Bit("Move 2", move=2), Bit(" did it."))),))
    told = Section("drafts", "Drafts", (Paragraph((Bit("Move 2", "strong", move=2),)),))
    both = html(Document(scenario(SMALL), "t", "", (moved, told), frozenset({"drafts"})))
    assert '<a href="#move-2">Move 2</a>' in both
    assert Page(both).faults == []
    assert "#move-2" not in html(Document(scenario(SMALL), "t", "", (moved,)))


@pytest.mark.parametrize("name", ["three-rivers", "warsaw-at-the-table"])
def test_every_delegation_has_a_mark_of_its_own(name: str) -> None:
    """Also where there are more than two."""
    told = scenario(name)
    section = Section("s", "s", (Paragraph(tuple(Bit(".", who=who) for who in told.ids)),))
    source = html(Document(told, "t", "", (section,)))
    assert Page(source).faults == []
    assert all(f'id="sign-{who}"' in source for who in told.ids)
