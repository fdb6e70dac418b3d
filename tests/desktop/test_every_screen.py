"""In letters of twice the size, in the smallest ordinary window, every screen is laid out anew: none is looked at in
parts like through a magnifier, and nothing is cut."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from game.delegations import Policy
from game.desktop import ROUTES, Driven, Settings
from game.desktop.kit.screen import Screen
from game.desktop.own_class import OwnClass
from game.desktop.screen import GameScreen
from game.desktop.screens.choose import ChooseScreen
from game.desktop.screens.class_ending import ClassEnding
from game.desktop.screens.class_room import LostScreen
from game.desktop.screens.overlay import Sheet, WritingSheet
from game.desktop.screens.reading import ReadFirst
from game.desktop.screens.replay import ReplayScreen
from game.lesson import Settings as Lesson
from game.table import Store
from game.talks import Say
from game.words.adviser import told_counsel
from tests.desktop.driving import HARBOUR, HARBOUR_LATER, ISTANBUL, TWO_WORDS, dismiss, playing, propose
from tests.desktop.fitting import fitting
from tests.desktop.hosted import hosted, until
from tests.desktop.rooms import begin, walk_out
from tests.desktop.test_class_seat import beside, join, seat, visit
from tests.desktop.test_outside_seat import lake
from tests.desktop.test_outside_seat import there as there_outside
from tests.desktop.test_own_class import HOST
from tests.desktop.test_two_at_one import ARIA, BORO, say, there, two
from tests.desktop.tour import tour, toured
from tests.rulebook.test_18_persons import POSTS

SIZE, TYPE = (1024, 768), 200
ABSTRACT: set[type[Screen]] = {Sheet, WritingSheet, ReadFirst}


def large(kept: Path | None = None, policy: Policy | None = None) -> Driven:
    """A window in large letters."""
    store = Store(kept) if kept else None
    settings = Settings(motion=False, type=TYPE)
    return Driven(
        pace=0.0, size=SIZE, settings=settings, store=store, policy=policy or playing(), adviser=told_counsel,
        routes=ROUTES,
    )  # fmt: skip


def alone(home: Path) -> Iterator[Driven]:
    """From the title to the end of the talks, what is kept, and what follows it."""
    app = toured(home / "talks.sqlite3", type=TYPE, size=SIZE)
    for _ in tour(app, ISTANBUL, "RUS"):
        yield app
        if isinstance(app.top, ReplayScreen):
            app.key("home")
            app.key("t")
            yield app
            app.key("escape")
    app.press("Delete")
    yield app
    for key in ("escape", "escape", "g"):
        app.key(key)
    yield app
    walk_out(begin(app, HARBOUR, "BORO"))
    app.push(ChooseScreen(app, HARBOUR_LATER))
    app.settle()
    app.key("f")
    yield app
    app.key("escape")
    app.key("k")
    yield app
    app.close()


def at_the_table() -> Iterator[Driven]:
    """What comes with moves: a gift that is thought over, packages, a refusal, what is in the way of leaving."""
    theirs = propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"), ("ARIA", "fish", "more"))
    app = large(policy=playing([theirs]))
    begin(app, TWO_WORDS, "ARIA", as_written=True)
    app.go("table")
    dismiss(app)
    app.press("will", among="option:")
    app.key("m")
    yield app
    app.key("escape")
    app.key("tab")
    app.key("f1")
    yield app
    app.key("escape")
    app.key("f")
    app.press("We are listening. Please go on.")
    app.wait()
    dismiss(app)
    for key in ("v", "0"):
        app.key(key)
        yield app
        app.key("escape")
    app.close()
    app = large()
    begin(app, HARBOUR, "BORO", as_written=True)
    app.go("table")
    dismiss(app)
    app.press("People", among="tab:")
    app.press("", among="audience")
    yield app
    app.key("escape")
    app.key("h")
    yield app
    app.close()


def in_turns() -> Iterator[Driven]:
    """Several at one computer, their chair, and those who judge."""
    app = large()
    app.push(ChooseScreen(app, ISTANBUL))
    app.settle()
    for key in ("i", "p", "enter"):
        app.key(key)
    yield app
    two(app, HARBOUR, BORO, ARIA)
    yield app
    app.key("c")
    yield app
    app.key("w")
    yield app
    app.key("escape")
    app.key("h")
    yield app
    app.key("enter")
    yield app
    two(app)
    there(app)
    say(app, "Well.")
    there(app)
    app.key("p")
    app.press("Tell the newspapers")
    app.press("Do it all the same")
    app.key("enter")
    yield app
    app.close()
    with lake(size=SIZE) as app:
        app.settings.type = TYPE
        app.redraw()
        app.press("The Post", among="pass")
        app.key("enter")
        yield app
        app.host.cover()
        app.press("The Post", among="pass")
        there_outside(app, POSTS)
        app.key("h")
        yield app


def in_class(home: Path) -> Iterator[Driven]:
    """A seat in a class, from the door to the end."""
    lesson = Lesson("two-words", own_names=True, adviser=True)
    with hosted(home / "class.sqlite3", lesson) as at:
        app = large()
        join(app, at)
        yield app
        others = [at.partner(name) for name in ("Ivan", "Ann", "Maximiliane")]
        at.teach("start")
        until(app, lambda: visit(app).here is not None)
        yield app
        app.press("Back to the table")
        until(app, lambda: seat(app).sure)
        at.teach("advance")
        until(app, lambda: app.find("A question"))
        yield app
        app.press("A question")
        yield app
        app.key("escape")
        at.teach("advance")
        until(app, lambda: visit(app).room and not app.find("A question"))
        app.key("g")
        until(app, lambda: app.find("Into the tray"))
        yield app
        app.key("escape")
        mate = beside(app, others, mate=True)
        mate.do(lambda guest: guest.suggest(Say(seat(app).desk.who, remark="Let us listen.")))
        until(app, lambda: app.find("Your seat") and (team := visit(app).team) and team.suggestion)
        app.key("z")
        yield app
        app.push(LostScreen(app, visit(app), "moved"))
        app.settle()
        yield app
        app.pop()
        at.teach("preside", move={"kind": "close", "by": "*chair"})
        until(app, lambda: isinstance(app.top, ClassEnding))
        yield app
        app.asked_to_quit()
        app.settle()
        yield app
        app.close()


def own_class(monkeypatch: pytest.MonkeyPatch) -> Iterator[Driven]:
    """The door of a class on this computer."""
    monkeypatch.setattr("webbrowser.open", lambda _: True)
    for command in (HOST, (sys.executable, "-c", f"import sys; sys.exit({json.dumps('There is no port. ' * 9)})")):
        monkeypatch.setattr("game.desktop.app.OwnClass", partial(OwnClass, command))
        app = large()
        app.open_class()
        own = app.own_class
        assert own is not None
        until(app, partial(_told, own))
        yield app
        app.close()


def _told(own: OwnClass) -> bool:
    return own.state != (None, None)


def kinds(of: type[Screen] = GameScreen) -> set[type[Screen]]:
    """Every kind of screen of the game."""
    return {of} | {each for kind in of.__subclasses__() if kind.__module__.startswith("game.") for each in kinds(kind)}


@pytest.mark.slow
def test_no_screen_is_looked_at_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every one is seen, with both of its panels where it has two behind tabs."""
    seen: set[type[Screen | None]] = set()
    parts = (alone(tmp_path), at_the_table(), in_turns(), in_class(tmp_path), own_class(monkeypatch))
    wrong: dict[str, list[str]] = {}
    with fitting() as fit:
        for app in chain.from_iterable(parts):
            app.settle()
            kind, found = type(app.top), fit.wrong(app)
            if app.find("", among="leaf-1"):
                for leaf in ("leaf-1", "leaf-0"):
                    app.press("", among=leaf)
                    found += fit.wrong(app)
            seen.add(kind)
            found += ["looked at in parts"] * app.glass.on
            if found:
                wrong[kind.__name__] = found
    assert wrong == {}
    assert kinds() - {GameScreen} - ABSTRACT == seen
