"""What a player sets about the window: where, what comes of it, that it is kept; and a page larger than the window."""

from __future__ import annotations

import json
from pathlib import Path

import pygame
import pytest

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.screen import Screen
from game.desktop.kit.settings import TYPES, Settings
from game.desktop.kit.widgets import button
from game.desktop.remembered import place, remember, remembered
from tests.desktop.driving import STATUS_TALKS, TWO_WORDS, at_table, playing
from tests.desktop.rooms import begin, window


def test_options_are_reached_from_the_title_and_from_the_table() -> None:
    """By what is read on the buttons; Escape leads back."""
    with window() as app:
        app.go("title")
        app.press("Options")
        assert app.reads("Size of type")
        app.key("escape")
        begin(app, TWO_WORDS, "ARIA")
        app.go("table")
        app.settle()
        app.key("escape")
        app.press("Options")
        assert app.reads("Size of type")
        app.key("escape")
        assert app.reads("Menu")


def test_an_option_does_what_it_says_and_shows_it() -> None:
    """Type grows by a step, motion stops, the others take their time; each choice that holds has its tick."""
    with window(motion=True) as app:
        app.host.pace = 0.6
        app.go("title")
        app.press("Options")
        app.press("Size of type: larger")
        assert app.settings.type == 110
        assert app.reads("110 %")
        app.press("Motion: Nothing moves")
        assert not app.settings.motion
        app.press("Pace of the others: slow")
        assert app.host.pace == 2.0


def test_what_is_at_its_end_says_so() -> None:
    """There is no type smaller than the smallest, none larger than the largest, and the button tells."""
    with window() as app:
        app.settings.type = TYPES[-1]
        app.go("title")
        app.press("Options")
        assert app.spot("Size of type: larger").why
        assert not app.spot("Size of type: smaller").why
        app.settings.type = TYPES[0]
        app.redraw()
        app.settle()
        assert app.spot("Size of type: smaller").why


def test_letters_can_be_no_shortcuts() -> None:
    """Then a letter does nothing and is written on no button; the focus still reaches everything."""
    with window() as app:
        begin(app, TWO_WORDS, "ARIA")
        app.settings.letters = False
        app.go("table")
        app.settle()
        before = app.top
        app.key("r")
        assert app.top is before
        assert all(len(key) > 1 for spot in app.canvas.spots for key in spot.keys)
        app.key("f1")
        assert app.top is not before


@pytest.mark.parametrize("keys", [("f11", False), ("enter", True)])
def test_full_screen_and_back(keys: tuple[str, bool]) -> None:
    """F11 and Alt+Enter take the whole screen, and give the window its size again."""
    name, alt = keys
    with window(size=(900, 700)) as app:
        app.go("title")
        app.settle()
        app.key(name, alt=alt)
        assert app.settings.full
        assert app.surface.get_size() == pygame.display.get_desktop_sizes()[0]
        app.key(name, alt=alt)
        assert not app.settings.full
        assert app.surface.get_size() == (900, 700)


def test_what_is_set_is_there_the_next_time() -> None:
    """All of it but the scale, which comes of the desktop."""
    remember(
        Settings(scale=3.0, type=150, motion=False, full=True, size=(1000, 800), letters=False, pace="slow", aloud=True)
    )
    assert remembered() == Settings(
        type=150, motion=False, full=True, size=(1000, 800), letters=False, pace="slow", aloud=True
    )


@pytest.mark.parametrize(
    "kept",
    [
        "", "[]", "{", "null", '{"type": 101, "motion": 3, "pace": "hasty", "size": [1, 2], "full": null}',
        '{"type": "100", "size": [1440], "letters": "yes", "pace": {}}', '{"size": [true, 900], "nothing": 1}',
    ],
)  # fmt: skip
def test_what_is_spoilt_is_as_at_first(kept: str) -> None:
    """Whatever stands in the file, the window opens."""
    place().parent.mkdir(parents=True, exist_ok=True)
    place().write_text(kept, encoding="utf-8")
    assert remembered() == Settings()


def test_every_change_is_remembered(tmp_path: Path) -> None:
    """As soon as it is made: nothing is lost with the power."""
    del tmp_path
    with window() as app:
        app._remember = remember
        app.go("title")
        app.press("Options")
        app.press("Motion: Words dry")
        app.key("+", ctrl=True)
        told = json.loads(place().read_text(encoding="utf-8"))
    assert (told["motion"], told["type"]) == (True, 110)


def test_all_of_the_table_is_reached_by_keys() -> None:
    """Whatever gets the focus can be seen, though letters are large."""
    app = at_table(STATUS_TALKS, "RUS", policy=playing(), size=(1024, 768))
    app.settings.type = 200
    app.redraw()
    app.settle()
    assert not app.glass.on
    for _ in range(len(app.canvas.spots)):
        app.key("tab")
        spot = next(each for each in app.canvas.spots if each.id == app.memory.focus)
        assert spot.box.meet(app.canvas.box if spot.clip is None else spot.clip).h > 0


@pytest.mark.parametrize(("size", "type"), [((640, 480), 175), ((640, 480), 200), ((900, 600), 200)])
def test_all_of_a_page_larger_than_the_window_is_reached_by_keys(size: tuple[int, int], type: int) -> None:
    """Whatever gets the focus can be seen, and a strip says where there is more."""
    app = at_table(STATUS_TALKS, "RUS", policy=playing(), size=size)
    app.settings.type = type
    app.push(Corners())
    app.settle()
    assert app.glass.on
    assert app.glass.more(app.memory)
    for _ in range(len(app.canvas.spots)):
        app.key("tab")
        spot = next(each for each in app.canvas.spots if each.id == app.memory.focus)
        left, top = app.glass.seen(app.memory)
        seen = spot.box if spot.clip is None else spot.box.meet(spot.clip)
        assert seen.x * app.scale >= left - 1
        assert seen.y * app.scale >= top - 1
        if seen.w * app.scale < size[0] - 60:
            assert seen.right * app.scale <= left + size[0] + 1
        if seen.h * app.scale < size[1] - 120:
            assert seen.bottom * app.scale <= top + size[1] + 1


class Corners(Screen):
    """A screen with a button in each corner."""

    def draw(self, canvas: Canvas) -> None:
        """Four buttons."""
        canvas.fill(colours.FELT1)
        for x in (20.0, canvas.width - 140):
            for y in (20.0, canvas.height - 60):
                where = f"{x:.0f} {y:.0f}"
                button(canvas, Box(x, y, 120, 40), Action(where, where, canvas.spots.clear))


def test_a_press_meets_what_is_seen_there() -> None:
    """Also where the page has been moved on."""
    app = at_table(STATUS_TALKS, "RUS", policy=playing(), size=(640, 480))
    app.settings.type = 200
    app.redraw()
    app.settle()
    assert app.glass.on
    app.press("F1 help")
    assert app.reads("How to play")


def test_the_page_moves_under_the_wheel_the_arrows_and_the_strip() -> None:
    """The wheel where nothing beneath it scrolls; Ctrl and an arrow; a press on what says that there is more."""
    with window(size=(640, 480)) as app:
        app.settings.type = 200
        app.push(Corners())
        app.settle()
        assert app.glass.seen(app.memory) == (0, 0)
        app.key("down", ctrl=True)
        assert app.glass.seen(app.memory)[1] > 0
        app.key("up", ctrl=True)
        assert app.glass.seen(app.memory) == (0, 0)
        pygame.event.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-1.0))
        app.settle()
        turned = app.glass.seen(app.memory)[1]
        assert turned > 0
        assert app._strip is not None
        below = next(spot for spot in app._strip.spots if spot.words == "More below")
        x, y = below.box.centre
        at = (round(x), round(y + 480 - app._strip.height))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
        app.settle()
        assert app.glass.seen(app.memory)[1] > turned


@pytest.mark.parametrize("type", [150, 200])
def test_with_large_letters_the_title_opens_with_its_menu(type: int) -> None:
    """Whole, with the button with which one begins in sight."""
    with window(size=(1024, 768)) as app:
        app.settings.type = type
        app.go("title")
        app.settle()
        assert not app.glass.on
        begin = app.spot("Begin the talks")
        pane = app.canvas.box if begin.clip is None else begin.clip
        assert begin.box.meet(pane) == pytest.approx(begin.box)


@pytest.mark.parametrize("smooth", [True, False])
def test_the_mouse_at_the_edge_moves_the_page(smooth: bool) -> None:
    """Smoothly, or in steps where nothing is to move by itself; away from the edge it stays."""
    now = [5.0]
    with window(size=(640, 480), motion=smooth, clock=lambda: now[0]) as app:
        app.settings.type = 200
        app.push(Corners())
        app.settle()
        now[0] += 5
        app.settle()
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(300, 478), rel=(0, 0), buttons=(0, 0, 0)))
        for _ in range(6):
            now[0] += 0.05
            app.step()
        moved = app.glass.seen(app.memory)[1]
        assert moved > 0
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(500, 300), rel=(0, 0), buttons=(0, 0, 0)))
        for _ in range(6):
            now[0] += 0.05
            app.step()
        assert app.glass.seen(app.memory)[1] == moved


def test_eight_presses_lead_to_the_gold_button() -> None:
    """From anywhere: F6 goes from panel to panel, and in a panel to its gold button first."""
    app = at_table(TWO_WORDS, "ARIA", policy=playing())
    app.press("will", among="option")
    assert "enter" in app.spot("Table it").keys
    presses = 0
    while "enter" not in next((s.keys for s in app.canvas.spots if s.id == app.memory.focus), ()):
        app.key("f6")
        presses += 1
        assert presses <= 8
    gold = app.memory.focus
    app.key("f6")
    app.key("f6", shift=True)
    assert app.memory.focus == gold
