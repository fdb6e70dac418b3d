"""The loop: it sleeps when nothing happens, draws while others think, and never waits for them."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from random import Random

import pygame
import pytest

from game.delegations import Decision
from game.desktop import ROUTES, Driven
from game.desktop.kit.settings import Settings, scale_for
from game.table import HOME, NOT_YOUR_NAME, Store
from game.talks import Leave, Refused, Say, View, Why, read_record
from game.text import DelegationId
from game.words.refusals import refusal
from tests.desktop.driving import THREE_RIVERS, TWO_WORDS, agreeable, at_table, playing

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


def test_an_idle_window_draws_nothing() -> None:
    """A hundred steps in which nothing happens draw no frame."""
    app = at_table()
    app.wait()
    before = app.frames
    for _ in range(100):
        app.step()
    assert app.frames == before


def test_the_mouse_draws_only_what_it_changes() -> None:
    """Moving inside the same button draws nothing anew."""
    app = at_table()
    x, y = app.spot("Say").box.centre
    app.memory.mouse = (0, 0)
    frames = []
    for step in range(3):
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(int(x) + step, int(y)), rel=(1, 0), buttons=(0, 0, 0)))
        app.settle(3)
        frames.append(app.frames)
    assert frames[0] == frames[2]


def test_a_slow_delegation_does_not_stop_the_frames() -> None:
    """While a policy thinks, however long, keys are heard and frames are drawn."""
    gate = threading.Event()

    def slow(view: View, chance: Random) -> Decision:
        del chance
        gate.wait(60)
        return Decision(Say(view.who, remark="We have thought."))

    app = at_table(TWO_WORDS, "BORO", policy=slow)
    before = app.frames
    for _ in range(10):
        app.key("j")
    assert app.host.thinking == "ARIA"
    assert app.frames >= before + 10
    assert app.host.table is not None
    assert app.reads(refusal(app.host.table.scenario, Refused(kind=Why.NOT_YOUR_TURN, delegation=ARIA)))
    gate.set()
    app.wait()
    assert app.host.thinking is None
    assert app.reads("We have thought.")


def test_quitting_never_waits_for_a_delegation() -> None:
    """A policy that never answers does not keep the window open."""
    gate = threading.Event()

    def stuck(view: View, chance: Random) -> Decision:
        del chance
        gate.wait(30)
        return Decision(Say(view.who, remark="Too late."))

    app = at_table(TWO_WORDS, "BORO", policy=stuck)
    began = time.monotonic()
    pygame.event.post(pygame.Event(pygame.QUIT))
    assert app.run() == 0
    assert time.monotonic() - began < 5
    gate.set()


def test_a_policy_that_fails_costs_a_remark_and_not_the_game() -> None:
    """An exception in a policy is logged; its delegation says something and the talks go on."""

    def broken(view: View, chance: Random) -> Decision:
        del view, chance
        raise ZeroDivisionError

    app = at_table(TWO_WORDS, "BORO", policy=broken)
    app.wait()
    assert app.host.thinking is None
    assert app.reads("nothing to add")


def test_an_answer_takes_its_time() -> None:
    """With a pace, an answer that is ready at once is shown only when its time has come."""
    now = [0.0]
    app = at_table(TWO_WORDS, "ARIA", policy=playing())
    app.clock = lambda: now[0]
    app.host.pace = 0.6
    app.key("f")
    app.press("We are listening")
    for _ in range(50):
        app.step()
        time.sleep(0.002)
    assert app.host.thinking == "BORO"
    now[0] = 0.7
    app.settle(3)
    assert app.host.thinking is None


def test_every_seat_can_be_the_computers() -> None:
    """A table that is only watched plays on by itself."""
    app = at_table(THREE_RIVERS, None, policy=playing())
    for _ in range(200):
        app.step()
        time.sleep(0.001)
    assert app.host.table is not None
    assert app.host.table.version > 3


def test_the_focus_goes_everywhere_and_comes_back() -> None:
    """Tab visits every spot that can take the focus, and shift-Tab goes the other way."""
    app = at_table(policy=playing())
    every = {spot.id for spot in app.canvas.spots if spot.focusable}
    visited = set()
    for _ in range(len(every)):
        app.key("tab")
        visited.add(app.memory.focus)
    assert visited == every
    here = app.memory.focus
    app.key("tab")
    app.key("tab", shift=True)
    assert app.memory.focus == here


def test_larger_type_by_key() -> None:
    """Ctrl and + make everything larger, Ctrl and − smaller, and Ctrl and 0 as at first."""
    app = at_table(size=(2048, 1536))
    app.key("+", ctrl=True)
    assert app.scale == 1.1
    app.key("-", ctrl=True)
    assert app.scale == 1.0
    app.key("-", ctrl=True)
    assert app.scale == 0.9
    app.key("0", ctrl=True)
    assert app.scale == 1.0


def test_the_scale_follows_the_desktop() -> None:
    """Full HD gets 1, 4K gets 2."""
    assert [scale_for(size) for size in ((1366, 768), (1920, 1080), (2560, 1440), (3840, 2160))] == [1, 1, 1.5, 2]
    assert Settings(scale=2.0).fitting((1024, 768)) == 1.0


def test_words_dry_for_less_than_half_a_second_and_then_nothing_moves() -> None:
    """When a bracket closes the window is drawn at every step for 400 ms, and no longer."""
    now = [10.0]
    app = at_table(THREE_RIVERS, "ARIA", policy=agreeable)
    app.clock = lambda: now[0]
    app.settings.motion = True
    app.press("Declaration", among="option")
    app.key("t")
    app.wait()
    wet = app.frames
    for _ in range(5):
        now[0] += 0.05
        app.step()
    assert app.frames == wet + 5
    now[0] += 1.0
    app.settle(3)
    dry = app.frames
    for _ in range(20):
        now[0] += 0.05
        app.step()
    assert app.frames == dry


def test_a_resized_window_is_drawn_anew() -> None:
    """After the window has another size everything is laid out for it."""
    app = at_table(size=(1440, 900))
    pygame.display.set_mode((1024, 768), pygame.RESIZABLE)
    pygame.event.post(pygame.Event(pygame.VIDEORESIZE, w=1024, h=768, size=(1024, 768)))
    before = app.frames
    app.settle()
    assert app.frames > before
    assert (app.canvas.width, app.canvas.height) == (1024, 768)


@pytest.mark.parametrize("name", ["title", "choose"])
def test_a_route_leads_to_its_screen(name: str) -> None:
    """Screens find one another by name."""
    app = Driven(policy=playing(), size=(1024, 768), settings=Settings(motion=False), routes=ROUTES)
    app.go(name)
    app.settle()
    assert app.texts()


def test_the_talks_go_from_the_briefing_to_the_ending() -> None:
    """Briefing, table, menu, the cable again, and an end."""
    app = at_table(policy=playing())
    app.routes = ROUTES
    app.go("briefing")
    app.settle()
    app.key("enter")
    app.key("enter")
    assert app.find("Table it")
    app.key("escape")
    app.press("The cable again")
    app.key("escape")
    assert app.find("Table it")
    app.key("escape")
    app.press("Leave the talks")
    app.press("Leave the talks", among="go")
    app.settle(4)
    assert type(app.top).__name__ == "EndingScreen"


def test_a_press_answers_what_was_on_the_screen() -> None:
    """When the talks move on under a screen that shows an earlier version, what is pressed there is refused, and the
    next look shows the talks as they are."""
    app = at_table(policy=playing())
    assert app.host.table is not None
    for who, other in ((ARIA, BORO), (BORO, ARIA)):
        assert app.host.table.submit(who, Say(who, remark=f"{other}, listen."), app.host.table.version) is None
    app.press("Say")
    app.type("Who was that?")
    app.key("enter")
    assert app.host.table.version == 2
    assert app.reads(refusal(app.host.table.scenario, Refused(kind=Why.MOVED_ON)))


def test_nobody_presses_for_another_delegation() -> None:
    """A move in the name of another delegation is refused, even while that one has the floor."""
    app = at_table(policy=playing())
    assert app.host.submit(Say(BORO, remark="We give way."), 0) == NOT_YOUR_NAME
    assert app.host.table is not None
    assert app.host.table.version == 0


def test_a_record_is_written_where_the_talks_are_kept(tmp_path: Path) -> None:
    """The menu says where the file is, once the talks are over; before, the record is sealed."""
    app = at_table(policy=playing())
    app.host.store = Store(tmp_path / "talks.sqlite3")
    app.key("escape")
    app.press("Write the record to a file")
    assert app.reads("record is sealed")
    app.key("escape")
    assert app.host.who is not None
    app.host.submit(Leave(app.host.who), 0)
    app.settle()
    app.key("escape")
    app.press("Write the record to a file")
    app.host.store.close()
    assert [path.suffix for path in tmp_path.iterdir() if path.name.startswith("record")] == [".txt"]


def test_no_record_takes_the_place_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Talks that are not kept have one number, and numbers of before may be taken: each record has a file of its own,
    in a folder that can be told beforehand, whatever the current one is. The same talks written twice are one file."""
    home, current = tmp_path / "home", tmp_path / "current"
    current.mkdir()
    monkeypatch.chdir(current)
    monkeypatch.setenv(HOME, str(home))
    app = at_table(policy=playing())
    first, again = app.export(), app.export()
    assert app.host.who is not None
    app.host.submit(Say(app.host.who, remark="Yes."), 0)
    second = app.export()
    assert first == again != second
    assert first.parent == second.parent == home
    assert read_record(first.read_text(encoding="utf-8")).moves == ()
    assert len(read_record(second.read_text(encoding="utf-8")).moves) == 1
    assert list(current.iterdir()) == []


def test_a_record_has_a_folder_where_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder of talks cannot be written the record is among the player's documents: there it may be all that
    is left of them."""
    (tmp_path / "home").touch()
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    monkeypatch.setattr("game.desktop.app.user_documents_path", lambda: tmp_path / "documents")
    assert at_table(policy=playing()).export().parent == tmp_path / "documents"
