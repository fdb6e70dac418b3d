"""Sections of a debrief as plain lines: each kind of block as somebody hears it who cannot see it."""

from __future__ import annotations

import pytest

from game.debrief.parallel import Parallel
from game.terminal.maps import tell_map
from game.terminal.page import tell_section
from game.text import DelegationId, redline
from game.words.debrief import TOPICS, section, topic_title
from game.words.page import Bit, Block, Column, Figure, Heading, Items, Paragraph, Section, Table, redlined
from tests.debrief.courses import debrief, random_debrief
from tests.library import LARGE_SLOWLY, scenario
from tests.terminal.desk import Desk

SHORT = "istanbul-communique-1994"
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


def told(*blocks: Block, me: DelegationId | None = None) -> list[str]:
    """The lines of a page with these blocks, below its title."""
    desk = Desk(width=100)
    tell_section(desk.console, scenario(SHORT), Section("x", "A topic", blocks), me)
    blank, title, *lines = desk.printed.rstrip("\n").split("\n")
    assert (blank, title) == ("", "A topic.")
    return lines


def test_a_redline_is_said_in_words() -> None:
    """What is struck and what is inserted is named, with the signs of the sentence in their places."""
    bits = redlined(redline("They shall consult at once.", "They will consult once."))
    assert told(Paragraph(bits)) == ["They (struck: shall) (inserted: will) consult (struck: at) once."]


def test_whose_words_they_are_is_said() -> None:
    """A mark before words is the name of whoever they are of; marks without words belong to those that follow; one's
    own are yours; and a name that bears its own mark is not said twice."""
    words = (Bit("a roof", "struck", RUS), Bit(" "), Bit("", who=RUS), Bit("no mention", "quoted", NATO), Bit("."))
    assert told(Paragraph(words)) == ["(struck, Russia: a roof) Russia and the Alliance: no mention."]
    assert told(Paragraph(words[:2]), me=RUS) == ["(struck, you: a roof)"]
    assert told(Paragraph((Bit("The Alliance", who=NATO), Bit(" left.")))) == ["The Alliance left."]


def test_a_table_is_read_row_by_row() -> None:
    """Where there are several columns each cell follows its head; with one there is nothing to confuse; what has no
    cell is a heading for the rows below it; a sum stands out again."""
    columns = (Column("Issue"), Column("Word"), Column("Points", number=True))
    table = Table("Who paid", columns, (("Form", "a protocol", "−3"), ("Status", "", "0")))
    assert told(table) == ["", "Who paid.", "  Form: Word: a protocol; Points −3.", "  Status: Points 0."]
    narrow = Table("Points", columns[::2], (((Bit("Words", "strong"),), ""), ("Form", "+3"), ("All", "3")), 1)
    assert told(narrow) == ["", "Points.", "  Words.", "    Form: +3.", "  All: 3."]


def test_lists_headings_and_figures() -> None:
    """Numbers where there are some; a figure is what it shows, and its caption only where that says more."""
    assert told(Items(("One.", "Two."))) == ["  One.", "  Two."]
    assert told(Items(("One.", "Two."), numbered=True)) == ["1. One.", "2. Two."]
    assert told(Heading("What came of it?"), Paragraph("Nothing.", "clause")) == ["", "What came of it?", "  Nothing."]
    assert told(Figure(Parallel((), ()), "Two dots.", "Dots")) == ["Dots", "Two dots."]
    assert told(Figure(Parallel((), ()), "Two dots.", "Two dots.")) == ["Two dots."]


def test_a_plot_has_a_map_in_signs() -> None:
    """After the words that say all of it: with a key, the signed text, the frontier and both walk-aways."""
    talks = debrief(SHORT, 1)
    found = section(talks, "plot", RUS)
    assert found
    desk = Desk()
    tell_section(desk.console, talks.scenario, found, RUS, tell_map)
    _, _, shown = desk.printed.partition("A map in signs")
    signs = shown.partition("\n\n")[0]
    assert "Y the text that was signed" in desk.flat
    assert {"Y", "N", "o", "|", "-"} <= set(signs)


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_every_topic_can_be_told_of_any_talks(name: str) -> None:
    """In random games, signed and not, to somebody and to a watcher: under the title that it was offered by, in no line
    wider than the console."""
    for seed, seated in ((1, True), (4, False)):
        talks = random_debrief(name, seed)
        me = talks.scenario.ids[0] if seated else None
        for topic in TOPICS:
            found = section(talks, topic, me)
            if found is None:
                continue
            desk = Desk(width=70)
            tell_section(desk.console, talks.scenario, found, me, tell_map)
            lines = desk.printed.split("\n")
            assert found.title == topic_title(topic)
            assert lines[1].rstrip(".") == found.title
            assert max(map(len, lines)) <= 70
