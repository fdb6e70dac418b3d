"""The first ten minutes: who is offered a guide, and what it says at the table, as somebody reads it who plays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest

from game.delegations import Policy, computer
from game.desktop import Driven
from game.desktop.kit.box import Box
from game.desktop.kit.settings import Settings
from game.desktop.remembered import place, remember, remembered
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.table import TableScreen
from game.desktop.screens.title import TitleScreen
from game.seat import Idea
from game.text import DelegationId
from game.words import say
from game.words.coaching import COACHED
from tests.desktop.driving import ISTANBUL, TWO_WORDS, agreeable, mislaid
from tests.desktop.rooms import begin, wait_out, window


@contextmanager
def first_talks(
    kept: Path, policy: Policy = agreeable, size: tuple[int, int] = (1440, 900), scale: float = 1.0
) -> Iterator[Driven]:
    """Somebody who has never played presses what is offered first."""
    with window(kept / "talks.sqlite3", policy=policy, size=size, scale=scale) as app:
        app.go("title")
        app.press("Your first talks")
        yield app


def told(app: Driven) -> Idea | None:
    """The hint that can be read now."""
    return next((idea for idea, words in COACHED.items() if app.reads(say(words))), None)


def to_table(app: Driven) -> None:
    """Through the brief, and past what it tells of it."""
    while isinstance(app.top, BriefingScreen):
        app.key("escape" if app.find("I see", among="coach") else "enter")
    app.wait()


def choose(app: Driven, wording: str, issue: str) -> None:
    """Press a wording of an issue."""
    assert isinstance(app.top, TableScreen)
    text = app.top.board.scenario.text
    while text[app.top.board.issue].title != issue:
        app.key("j")
    app.press(wording, among="option:")


def test_whoever_has_finished_no_game_is_offered_a_guide(tmp_path: Path) -> None:
    """It is the gold button; whoever has finished one begins as they like, and finds it beside Watch."""
    with first_talks(tmp_path) as app:
        assert isinstance(app.top, BriefingScreen)
        assert app.host.table is not None
        assert app.host.table.scenario.id == ISTANBUL
        assert app.host.table.seats[DelegationId("NATO")] == "attache"
        app.key("escape")
        wait_out(begin(app, TWO_WORDS, "ARIA"))
        app.go("title")
        app.settle()
        assert app.find("Your first talks") is None
        assert app.spot("Begin the talks").keys[0] == "enter"
        assert mislaid(app) == []
        app.press("With a guide")
        assert isinstance(app.top, BriefingScreen)
        assert app.coach.on


def test_each_idea_is_told_when_it_is_first_needed(tmp_path: Path) -> None:
    """From the brief to the answer: a hint goes when it was read or when the player has gone on, and comes no more."""
    with first_talks(tmp_path) as app:
        assert told(app) is None
        app.key("enter")
        assert told(app) == "brief"
        app.key("escape")
        assert told(app) is None
        app.key("enter")
        app.wait()
        assert told(app) == "bracket"
        app.press("I see", among="coach-card")
        assert told(app) == "wording"
        choose(app, "the weight of a nuclear power", "The partners")
        assert told(app) == "give-too"
        choose(app, "practical cooperation", "Consultation")
        assert told(app) == "sum"
        app.key("escape")
        assert told(app) == "table"
        app.key("t")
        app.wait()
        assert told(app) == "reply"
        app.key("enter")
        app.wait()
        assert told(app) == "clock"
        assert set(app.settings.met) == {"brief", "bracket", "wording", "give-too", "sum", "table", "reply"}
        app.key("escape")
        assert told(app) is None


@pytest.mark.parametrize(("size", "type"), [((1024, 768), 100), ((1024, 768), 150), ((1440, 900), 100)])
def test_no_hint_covers_the_gold_button(tmp_path: Path, size: tuple[int, int], type: int) -> None:
    """Nor the one that tables, in any window: from the brief to the package that is tabled."""
    with first_talks(tmp_path, size=size) as app:
        app.settings.type = type
        app.changed_settings()
        to_table(app)
        seen: list[Idea | None] = []
        while "table" not in seen:
            card = app.spot("I see", among="coach-card").box
            pressed = [spot for spot in app.canvas.spots if "enter" in spot.keys or spot.id == "table"]
            assert not [spot.id for spot in pressed if (met := spot.box.meet(card)).w * met.h]
            seen.append(told(app))
            app.key("escape")
            if told(app) is None:
                app.key("b")
                app.key("2")
        assert {"bracket", "wording", "sum"} <= set(seen)


def test_no_more_hints_ends_it_and_the_options_begin_it_anew(tmp_path: Path) -> None:
    """By the button on the card, reached by keys alone."""
    with first_talks(tmp_path) as app:
        to_table(app)
        assert told(app) == "bracket"
        while app.memory.focus != "no-hints":
            app.key("tab", shift=True)
        app.key("enter")
        assert told(app) is None
        assert not app.coach.on
        app.key("j")
        app.key("1")
        assert told(app) is None
        app.key("delete")
        app.key("escape")
        app.key("escape")
        app.press("Options")
        assert app.reads("Hints")
        app.press("Hints: from the start")
        app.key("escape")
        app.key("escape")
        assert told(app) == "bracket"


def test_what_was_told_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the small file beside the talks; what is spoilt there is as at first."""
    monkeypatch.setenv("AS_APPROPRIATE_HOME", str(tmp_path))
    remember(Settings(guide=True, met=("brief", "bracket")))
    assert (remembered().guide, remembered().met) == (True, ("brief", "bracket"))
    place().write_text(json.dumps({"guide": "yes", "met": [1, "brief"]}), encoding="utf-8")
    assert (remembered().guide, remembered().met) == (False, ())


def test_without_a_guide_nothing_is_told(tmp_path: Path) -> None:
    """In talks that were begun as ever."""
    with window(tmp_path / "talks.sqlite3", policy=agreeable) as app:
        begin(app, ISTANBUL, "RUS")
        app.go("table")
        app.wait()
        assert told(app) is None
        assert app.find("No more hints") is None


def test_a_hint_paints_no_panel_anew(tmp_path: Path) -> None:
    """It lies over pictures that are kept, and a window in which nothing moves draws nothing."""
    with first_talks(tmp_path) as app:
        to_table(app)
        assert isinstance(app.top, TableScreen)
        app.redraw()
        app.settle()
        assert app.top._kept.painted == []
        assert told(app) == "bracket"
        app.key("escape")
        app.key("escape")
        assert told(app) is None
        stood = app.surface.copy()
        app.top.forget()
        app.redraw()
        app.settle()
        assert pygame.image.tobytes(stood, "RGB") == pygame.image.tobytes(app.surface, "RGB")
        frames = app.frames
        app.settle(5)
        assert app.frames == frames


@pytest.mark.slow
@pytest.mark.parametrize(("size", "scale"), [((1024, 768), 1.0), ((1440, 900), 1.0), ((2880, 1800), 2.0)])
def test_the_first_talks_are_played_to_their_end_by_keys(tmp_path: Path, size: tuple[int, int], scale: float) -> None:
    """Against a real partner. No hint comes twice, none covers what it speaks of, every one is whole, and the last is
    read where the talks are laid open."""
    seen: list[Idea] = []
    with first_talks(tmp_path, computer, size, scale) as app:
        for _ in range(200):
            app.wait()
            if (idea := told(app)) is not None and (not seen or seen[-1] != idea):
                assert idea not in seen
                seen.append(idea)
                assert_beside(app)
            if isinstance(app.top, EndingScreen):
                break
            press_on(app)
        assert isinstance(app.top, EndingScreen)
        app.key("escape")
        assert told(app) is None
        app.key("escape")
        assert isinstance(app.top, TitleScreen)
    assert seen[:3] == ["brief", "bracket", "wording"]
    assert seen[-1] == "aftermath"
    assert len(seen) >= 9


def assert_beside(app: Driven) -> None:
    """The card lies in the window, apart from the button that waits, and no letter of it is cut."""
    card = app.spot("I see", among="coach-card").box
    assert card.meet(app.canvas.box) == card
    within = [box for box in app.boxes() if _within(box.box, card)]
    assert all(box.whole and box.size >= 14 for box in within)
    assert not [box.words for box in app.boxes() if box not in within and box.box.meet(card).w * box.box.meet(card).h]


def _within(box: Box, card: Box) -> bool:
    return box.meet(card) == box


def press_on(app: Driven) -> None:
    """What somebody does who reads each hint: put it away, ask for the first word, give the last, table; accept what is
    above the walk-away when little time is left, and initial."""
    top = app.top
    if app.find("I see") is not None:
        app.key("escape")
    elif not isinstance(top, TableScreen) or top.board.answer is not None:
        app.key("enter")
    elif top.board.mode == "compose":
        table = app.find("Table it", among="table")
        if table is not None and not table.why:
            app.key("t")
        elif top.board.desk.now.left < 6 and not top.board.why_no_rest():
            app.key("l")
        else:
            app.key("b")
            app.key("2")
    else:
        for name in ("accept", "sign", "counter", "decline", "answer-sit", "reading-none"):
            spot = next((each for each in app.canvas.spots if each.id == name and not each.why), None)
            if spot is not None:
                spot.act()
                app.redraw()
                break
