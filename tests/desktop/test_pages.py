"""Sections laid out as pages: every kind of block, in every window, whole and apart from each other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from game.desktop import App, Driven
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.screen import GameScreen
from game.desktop.screens.pages import Look, Page
from game.desktop.signs import signs
from game.text import DelegationId
from game.words.page import Bit, Column, Figure, Heading, Items, Paragraph, Section, Table
from tests.desktop.driving import STATUS_TALKS, mislaid
from tests.desktop.rooms import SIZES, window
from tests.library import scenario
from tests.reports.pictures import plotted


def everything_on_a_page(ids: Sequence[DelegationId]) -> Section:
    """A section with every kind of block, and bits of every look."""
    one, other = ids[:2]
    redline = (
        Bit("They agreed to hold ", "quoted"), Bit("formal consultations, ", "struck", one),
        Bit("political consultations, as appropriate, ", "inserted", other),
        Bit("on issues of common concern.", "quoted"),
    )  # fmt: skip
    return Section(
        "demo",
        "Everything that a page can hold",
        (
            Paragraph("You gave a word for a word, and it was worth it.", "lead"),
            Paragraph(
                ("It was settled by ", Bit("a package"), Bit(" of ", "plain"), Bit("move 7", move=7), Bit("."))[1:]
            ),
            Paragraph("What this is and is not: a model’s.", "note"),
            Heading("Clause by clause"),
            Paragraph(redline, "clause"),
            Paragraph(
                (Bit("plain "), Bit("strong ", "strong"), Bit("slanted ", "emphasis"), Bit("small", "small")), "clause"
            ),
            Heading("A smaller one", 3),
            Paragraph("“Not these words.”", "quote"),
            Paragraph(redline),
            Items(
                (("One of " * 30), (Bit("", who=one), Bit("somebody’s ", "strong"), Bit("after move 3", move=3))),
                numbered=True,
            ),
            Items(("Without a number.", "Nor this.")),
            Table(
                "What it came to",
                (
                    Column("Word"),
                    Column((Bit("Russia", who=one),), number=True),
                    Column((Bit("Alliance", who=other),), number=True),
                ),
                (
                    ((Bit("as appropriate", "quoted"),), "+12", "−3"),
                    (
                        (
                            Bit(
                                "a very long name of a wording that goes over several lines in a narrow window",
                                "quoted",
                            ),
                        ),
                        "7",
                        "101",
                    ),
                    ("Sum", "19", "98"),
                ),
                sums=1,
            ),
            Figure(plotted(), "A plot that nobody paints here.", "Each text is counted."),
        ),
    )


class Sheet(GameScreen):
    """A screen with one page on it, as wide as it is told."""

    def __init__(self, app: App, wide: float) -> None:
        super().__init__(app)
        self.wide = wide
        self.gone: list[int] = []
        self.page: Page | None = None

    def draw(self, canvas: Canvas) -> None:
        """The page, scrolled."""
        whole = scenario(STATUS_TALKS)
        if self.page is None:
            look = Look(signs(whole), self.gone.append)
            self.page = Page(canvas, everything_on_a_page(whole.ids), self.wide, look)
        canvas.fill("#1F3740")
        box = Box(20, 20, self.wide + 40, canvas.height - 40)
        with canvas.scrolled("page", box) as pane:
            pane.bottom = self.page.draw(canvas, box.x + 10, pane.top, box)

    def tick(self, now: float) -> bool:
        """Draw on until it is whole."""
        del now
        return self.page is not None and not self.page.whole


def sheet(app: Driven, wide: float) -> Sheet:
    """A page in a window."""
    screen = Sheet(app, wide)
    app.push(screen)
    app.settle(12)
    assert screen.page is not None
    assert screen.page.whole
    return screen


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("wide", [260.0, 480.0, 860.0])
def test_every_block_is_whole(wide: float, size: tuple[int, int], scale: float) -> None:
    """From its top to its end nothing is laid over anything or cut off, and everything that it says can be read."""
    with window(size=size, scale=scale) as app:
        screen = sheet(app, wide)
        read: list[str] = []
        for _ in range(20):
            assert mislaid(app) == []
            read += app.texts()
            app.key("pagedown")
        assert screen.memory.scroll.get("page", 0.0) == screen.memory.reach["page"]
        shown = " ".join(read)
        for words in ("it was worth it.", "CLAUSE BY CLAUSE", "slanted", "somebody’s", "Nor this.", "+12", "101", "98"):
            assert words in shown, words
        assert "A plot that nobody paints here." in shown or wide < 400


def test_numbers_stand_at_the_right_edge_and_sums_below_a_line() -> None:
    """Every number of a column ends at the same place."""
    with window() as app:
        sheet(app, 860.0)
        app.key("end")
        boxes = {box.words: box.box for box in app.boxes()}
        assert abs(boxes["+12"].right - boxes["7"].right) <= 1
        assert abs(boxes["+12"].right - boxes["19"].right) <= 1
        assert boxes["−3"].right > boxes["+12"].right
        assert boxes["19"].y > boxes["7"].y > boxes["+12"].y


def test_a_table_without_room_stands_row_by_row() -> None:
    """In a very narrow page what is in a row stands below what the row is called, each behind its column's name."""
    with window() as app:
        sheet(app, 170.0)
        app.key("end")
        boxes = {box.words: box.box for box in app.boxes()}
        assert boxes["Sum"].y < boxes["19"].y < boxes["98"].y


def test_words_about_a_move_lead_to_it() -> None:
    """By mouse, and by Tab and Enter."""
    with window() as app:
        screen = sheet(app, 700.0)
        app.press("move 7")
        assert screen.gone == [7]
        app.press("after move 3")
        app.key("tab")
        app.key("enter")
        assert screen.gone[:2] == [7, 3]
        assert len(screen.gone) == 3


def test_only_what_is_seen_is_painted() -> None:
    """What is below the window costs no frame anything."""
    with window(size=(1024, 768)) as app:
        sheet(app, 400.0)
        assert "98" not in app.texts()
        app.key("end")
        assert "98" in app.texts()
        assert not app.reads("You gave a word")
