"""The plot in the window: painted where the figure says, pointed at by mouse and with the keys."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pygame
import pytest

from game.desktop import Driven
from game.desktop.figures import Figures
from game.desktop.kit import colours
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.inputs import Input
from game.desktop.kit.screen import Screen
from game.desktop.pictures import dashed, painted
from game.desktop.screens.pages import Look, Page
from game.desktop.screens.plot import ID, PlotPane
from game.desktop.signs import signs
from game.desktop.worker import Worker
from game.reports.picture import Symbol
from game.reports.svg import svg
from game.words.debrief import section as told
from game.words.page import Figure
from tests.debrief.courses import debrief
from tests.desktop.driving import mislaid
from tests.desktop.rooms import SIZES, window
from tests.reports.pictures import SHORT, pictured, unnamed

Point = tuple[int, int]


class Shown(Screen):
    """A window with nothing in it but the plot."""

    def __init__(self, pane: PlotPane, share: float = 1.0) -> None:
        super().__init__()
        self.pane = pane
        self.share = share

    def draw(self, canvas: Canvas) -> None:
        """The plot, in a part of the window."""
        canvas.fill(colours.FELT1)
        self.pane.draw(canvas, canvas.box.inset(20).left_part(canvas.width * self.share - 40))

    def on(self, said: Input) -> bool:
        """The plot hears first."""
        return self.pane.on(said)


def opened(app: Driven, name: str = SHORT, share: float = 1.0) -> PlotPane:
    """The plot of a game, as the first delegation reads it."""
    found = debrief(name)
    pane = PlotPane(found, found.scenario.ids[0])
    app.push(Shown(pane, share))
    app.settle()
    return pane


def point(app: Driven, pane: PlotPane, points: Point, *, click: bool = False) -> None:
    """Move the mouse to some points, and press it there."""
    x, y = pane.place(points)
    at = round(x * app.scale), round(y * app.scale)
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    if click:
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
    app.settle()


# ---- painted -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_sign_is_painted_where_the_figure_has_it(scale: float) -> None:
    """At the place of each sign that lies under no other is its colour, and beside the plot the ground."""
    with window():
        picture = pictured()
        surface = painted(picture, scale)
        assert surface.get_size() == (round(picture.width * scale), round(picture.height * scale))
        for number, sign in enumerate(picture.symbols):
            if not any(other.area.meets(sign.area) for other in picture.symbols[number + 1 :]):
                x, y = _within(sign)
                assert _near(surface.get_at((round(x * scale), round(y * scale))), sign.fill), sign
        assert _near(surface.get_at((2, surface.get_height() - 2)), picture.ground)


def _within(sign: Symbol) -> tuple[float, float]:
    """A place in a sign that its letter leaves free."""
    return sign.x - (sign.radius * 0.7 if sign.letter else 0), sign.y


def _near(seen: pygame.Color, meant: str) -> bool:
    return all(abs(a - b) <= 8 for a, b in zip(seen[:3], pygame.Color(meant)[:3], strict=True))


def test_the_file_has_every_sign_where_the_window_paints_it() -> None:
    """The SVG has the corners and middles of the same signs at the same places, in the same order."""
    picture = pictured()
    root = ET.fromstring(svg(picture, "Texts", "All of them."))
    found = []
    for element in root:
        if element.tag.endswith("polygon"):
            found.append([tuple(map(float, pair.split(","))) for pair in element.get("points", "").split()])
        elif element.tag.endswith("circle"):
            found.append([(float(element.get("cx", "")), float(element.get("cy", "")))])
    meant = [[*sign.corners] or [(sign.x, sign.y)] for sign in picture.symbols]
    assert len(found) == len(meant)
    for here, there in zip(found, meant, strict=True):
        assert here == [pytest.approx(spot, abs=0.006) for spot in there]


def test_a_line_is_dashed_round_its_corners() -> None:
    """Dashes and gaps take the whole length by turns, whatever corners there are; without a pattern it is one line."""
    corner = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
    assert [*dashed(corner, ())] == [corner]
    assert [*dashed(corner, (8, 4))] == [[(0, 0), (8, 0)], [(10, 2), (10, 10)]]
    assert [*dashed([(0.0, 0.0), (5.0, 0.0), (5.0, 5.0)], (8, 4))] == [[(0, 0), (5, 0), (5, 3)]]


class Drawn(Screen):
    """A window with one topic as a page, its figures drawn."""

    def __init__(self, name: str, topic: str, beside: Worker | None = None) -> None:
        super().__init__()
        found = debrief(name)
        section = told(found, topic, found.scenario.ids[0])
        assert section is not None
        self.section = section
        self.look = Look(signs(found.scenario), painter=Figures(found.scenario, beside).paint)
        self.page: Page | None = None

    def draw(self, canvas: Canvas) -> None:
        """The page, in a pane that scrolls."""
        box = canvas.box.inset(20)
        canvas.fill(colours.FELT1)
        self.page = self.page or Page(canvas, self.section, min(box.w - 40, 860.0), self.look)
        with canvas.scrolled("page", box) as pane:
            pane.bottom = self.page.draw(canvas, box.x + 10, pane.top, box)


@pytest.mark.parametrize("topic", ["plot", "sides", "pairs", "turning"])
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_figures_of_a_page_are_drawn(size: tuple[int, int], scale: float, topic: str) -> None:
    """Where a page has a figure it is painted, each once, with all its words apart and whole; nobody is told what it
    shows in its stead."""
    with window(size=size, scale=scale) as app:
        screen = Drawn("three-rivers", topic)
        app.push(screen)
        app.settle()
        assert screen.page is not None
        while not screen.page.whole:
            app.redraw()
            app.settle()
        figures = [block for block in screen.section.blocks if isinstance(block, Figure)]
        assert figures
        assert not app.reads(figures[0].alt[:60])
        assert mislaid(app) == []


def test_a_figure_that_is_not_there_yet_says_so() -> None:
    """While it is laid out beside the drawing its paper is not empty; then it is there."""
    with window() as app:
        worker = Worker("figures")
        app.push(Drawn("three-rivers", "sides", worker))
        app.settle()
        assert app.reads("This is being worked out.")
        for _ in range(20_000):
            worker.deliver()
            app.redraw()
            app.settle()
            if not app.reads("This is being worked out."):
                break
        worker.stop()
        assert not app.reads("This is being worked out.")
        assert mislaid(app) == []


# ---- pointed at --------------------------------------------------------------------------------------------------


def test_the_mouse_reads_the_nearest_text_and_marks() -> None:
    """Over a mark its text is read, elsewhere the nearest, with both sums and against one's own."""
    with window() as app:
        pane = opened(app)
        assert app.reads("Point at any place")
        nash = pane.shown.first("nash")
        assert nash is not None
        point(app, pane, nash.points)
        assert app.reads("The Nash text and the Kalai-Smorodinsky text")
        assert app.reads("1 text has these points.")
        assert app.reads("than in your text:")
        point(app, pane, (20, 90))
        assert app.reads("The nearest text")
        read = pane.read
        assert read is not None
        assert read.text is not None
        sheets = debrief(SHORT).scenario.instructions
        assert read.points == tuple(sheets[who].utility(read.text) for who in (pane.shown.one, pane.shown.other))
        assert {str(points) for points in read.points} <= set(app.texts())


def test_two_places_leave_only_the_words_that_differ() -> None:
    """A click chooses a place, a second one holds both against each other; Escape lets go of them."""
    with window() as app:
        pane = opened(app)
        history, nash = pane.shown.first("historical"), pane.shown.first("nash")
        assert history is not None
        assert history.text is not None
        assert nash is not None
        assert nash.text is not None
        point(app, pane, history.points, click=True)
        point(app, pane, nash.points, click=True)
        assert len(pane.chosen) == 2
        text = debrief(SHORT).scenario.text
        for issue in text.issues:
            differs = history.text[issue.id] != nash.text[issue.id]
            assert (issue.title in app.texts()) == differs, issue.title
        assert app.reads("The second instead of the first")
        app.key("escape")
        assert pane.chosen == []
        assert app.running


def test_the_keys_reach_every_mark_and_place() -> None:
    """X goes to the plot, Tab through its marks and on, the arrows from text to text, Space chooses."""
    with window() as app:
        pane = opened(app)
        app.key("x")
        assert app.memory.focus == ID
        assert pane.read is not None
        kinds = []
        for _ in range(9):
            app.key("tab")
            if pane.read.mark is not None and app.memory.focus == ID:
                kinds.append(pane.read.mark.kind)
        assert {"nash", "kalai-smorodinsky", "historical"} <= set(kinds)
        before = pane.read.points
        app.key("left")
        assert pane.read.points[0] < before[0]
        app.key("space")
        for name in ("down", "right", "down", "space"):
            app.key(name)
        assert len(pane.chosen) == 2
        assert len({place.points for place in pane.chosen}) == 2


def test_a_closer_look_shows_what_both_could_live_with() -> None:
    """Z shows the part where both have at least the walk-away, larger and with the same marks at the same points; Z
    again the whole."""
    with window() as app:
        pane = opened(app)
        nash = pane.shown.first("nash")
        assert nash is not None
        before = pane.picture
        app.key("z")
        assert pane.picture is not None
        assert before is not None
        assert pane.picture.high[0] - pane.picture.low[0] < before.high[0] - before.low[0]
        assert unnamed(pane.picture, pane.seen, debrief(SHORT).scenario) == []
        assert mislaid(app) == []
        point(app, pane, nash.points)
        assert app.reads("The Nash text")
        app.key("z")
        assert pane.seen is pane.shown


def test_every_two_delegations_can_be_turned_to() -> None:
    """At a table of three N goes through its three pairs and back to the first; at a table of two there is no other."""
    with window() as app:
        pane = opened(app, "three-rivers")
        seen = []
        for _ in range(4):
            seen.append((pane.shown.one, pane.shown.other))
            point(app, pane, (50, 60))
            assert pane.read is not None
            assert mislaid(app) == []
            app.key("n")
        assert len(set(seen)) == 3
        assert seen[3] == seen[0]
        assert app.find("Another pair") is not None
    with window() as app:
        opened(app)
        assert app.find("Another pair") is None


def test_a_frame_paints_no_plot_again() -> None:
    """Pointing about leaves the picture as it is: the same surface serves every frame."""
    with window() as app:
        pane = opened(app)
        assert pane.picture is not None
        kept = painted(pane.picture, app.scale)
        for points in ((30, 80), (50, 70), (70, 60)):
            point(app, pane, points)
        assert pane.picture is not None
        assert painted(pane.picture, app.scale) is kept


@pytest.mark.parametrize("share", [1.0, 0.55])
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_nothing_is_laid_over_anything(size: tuple[int, int], scale: float, share: float) -> None:
    """In every window, wide or narrow, all words lie apart and whole, whatever is read."""
    with window(size=size, scale=scale) as app:
        pane = opened(app, share=share)
        assert mislaid(app) == []
        point(app, pane, (40, 75), click=True)
        assert mislaid(app) == []
        point(app, pane, (60, 66), click=True)
        assert mislaid(app) == []
        assert not re.search(r"[{}]", " ".join(app.texts()))
