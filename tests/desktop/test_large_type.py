"""The table where letters are large: the draft, a wording and the button that tables it are seen together, the rest is
behind tabs, and everything can be done by keys alone and by mouse alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.desktop import Driven
from game.desktop.desk.arrangement import header_height
from game.desktop.kit.box import Box
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.replay import ReplayScreen
from game.desktop.screens.saved import SavedScreen
from game.desktop.screens.table import TableScreen
from game.talks.events import Proposed
from game.words.opened import OpenedTalks
from tests.debrief.courses import course as played
from tests.desktop.driving import (
    HARBOUR,
    ISTANBUL,
    STATUS_TALKS,
    TWO_WORDS,
    at_table,
    dismiss,
    mislaid,
    playing,
    propose,
)
from tests.desktop.fitting import fitting
from tests.desktop.rooms import begin, window
from tests.desktop.test_two_at_one import ARIA, BORO, two

SIZES = [(1024, 768), (1366, 768)]


def large(
    scenario: str = TWO_WORDS, seat: str = "ARIA", size: tuple[int, int] = (1024, 768), type: int = 200
) -> Driven:
    """A table in letters of twice the size."""
    app = at_table(scenario, seat, policy=playing(), size=size)
    app.settings.type = type
    app.redraw()
    app.settle()
    dismiss(app)
    return app


def proposed(app: Driven) -> bool:
    """Whether a package has been tabled."""
    assert isinstance(app.top, TableScreen)
    return any(isinstance(event, Proposed) for event in app.top.board.desk.record)


def seen(app: Driven, words: str, among: str = "", share: float = 0.5) -> bool:
    """Whether what reads so lies in the window, at least such a share of it."""
    box = app.spot(words, among=among)
    part = box.box if box.clip is None else box.box.meet(box.clip)
    part = part.meet(Box(0, 0, app.canvas.width, app.canvas.height))
    return part.w * part.h >= share * box.box.w * box.box.h


@pytest.fixture(params=SIZES, ids=["square", "wide"])
def app(request: pytest.FixtureRequest) -> Iterator[Driven]:
    app = large(size=request.param)
    yield app
    app.close()


def test_what_one_decides_by_is_seen_together(app: Driven) -> None:
    """No part of a larger page: the bracket, its wordings, and what tables them."""
    assert not app.glass.on
    app.key("1")
    assert seen(app, "will", among="word:") or seen(app, "shall", among="word:")
    assert seen(app, "will", among="option:") or seen(app, "shall", among="option:")
    assert seen(app, "Table it")
    assert mislaid(app) == []


def test_a_package_is_tabled_by_keys_alone(app: Driven) -> None:
    """With the very keys that do it in small letters."""
    app.key("2")
    app.key("t")
    assert proposed(app)


def test_a_package_is_tabled_by_mouse_alone(app: Driven) -> None:
    """A wording, and the gold button."""
    app.press("will", among="option:")
    app.press("Table it")
    assert proposed(app)


def test_every_panel_is_a_press_away(app: Driven) -> None:
    """By mouse on its tab."""
    app.press("People", among="tab:")
    assert app.reads("AT THE TABLE")
    assert app.find("Summary record", among="record")
    app.press("Package", among="tab:")
    assert app.reads("THE PACKAGE")
    app.press("Wordings", among="tab:")
    assert app.find("will", among="option:")


def test_f6_goes_through_the_panels_that_are_behind_tabs_too(app: Driven) -> None:
    """And shows each when it comes to it."""
    told = set()
    for _ in range(6):
        app.key("f6")
        told |= {words for words in ("AT THE TABLE", "THE PACKAGE") if app.reads(words)}
    assert told == {"AT THE TABLE", "THE PACKAGE"}


def test_the_keys_of_what_is_behind_a_tab_are_heard(app: Driven) -> None:
    """A digit picks a wording also while the people are shown, and shows the wordings then."""
    app.press("People", among="tab:")
    app.key("2")
    assert app.find("will", among="option:")
    app.press("Package", among="tab:")
    app.key("r")
    assert app.top is not None
    assert app.top.title == "Summary record"


def by_tab(app: Driven) -> set[str]:
    """Everything to which Tab goes from the first thing back to it."""
    found: set[str] = set()
    while True:
        app.key("tab")
        if app.memory.focus in found:
            return found
        found.add(app.memory.focus)


def test_tab_goes_to_all_that_it_goes_to_in_small_letters() -> None:
    """But for buttons that are under More then."""
    small = at_table(STATUS_TALKS, "RUS", policy=playing(), size=(1024, 768))
    dismiss(small)
    every = by_tab(small)
    small.close()
    app = large(STATUS_TALKS, "RUS")
    missing = every - by_tab(app)
    app.key("e")
    assert missing <= {spot.id for spot in app.canvas.spots}
    app.close()


def test_a_package_that_waits_is_shown_at_once() -> None:
    """With its chips, in place of the wordings; what it leads to and the answers stand below, and a chip can be named
    without leaving it."""
    theirs = propose(("ARIA", "verb", "will"), ("BORO", "verb", "will"))
    app = at_table(TWO_WORDS, "BORO", policy=playing([theirs]), size=(1024, 768))
    app.settings.type = 200
    app.redraw()
    app.wait()
    dismiss(app)
    assert app.reads("PACKAGE 1")
    assert app.reads("walk-away")
    app.press("over will")
    assert app.find("over will"), "it is still shown"
    assert seen(app, "Decline this")
    app.close()


@pytest.mark.parametrize("type", [125, 150, 175, 200])
def test_nothing_is_cut_at_any_size_of_type(type: int) -> None:
    """Whichever panel is shown, at the harbour, where there is everything that there can be."""
    app = large(HARBOUR, "BORO", type=type)
    for tab in ("Wordings", "Package", "People"):
        if app.find(tab, among="tab:"):
            app.press(tab, among="tab:")
        assert mislaid(app) == []
    app.close()


def come_to(app: Driven, name: str) -> None:
    """A screen that comes before the table."""
    app.go("title")
    if name == "briefing":
        begin(app, ISTANBUL, "RUS")
    if name != "title":
        app.go(name)
    app.settle()


@pytest.mark.parametrize("name", ["title", "choose", "join", "briefing"])
@pytest.mark.parametrize("size", SIZES)
def test_what_comes_before_the_table_is_no_part_of_a_larger_page(name: str, size: tuple[int, int]) -> None:
    """What stands side by side elsewhere is behind tabs, and what waits can be seen, or Tab brings it into sight."""
    with window(size=size) as app:
        app.settings.type = 200
        come_to(app, name)
        assert not app.glass.on
        assert mislaid(app) == []
        for _ in range(len(app.canvas.spots)):
            app.key("tab")
            if app.memory.focus in ("begin", "go", "on"):
                break
        first = next(spot for spot in app.canvas.spots if spot.id == app.memory.focus)
        assert seen(app, first.words)


@pytest.mark.parametrize("by_keys", [True, False])
def test_the_way_to_the_table_leads_past_all_that_is_read(by_keys: bool) -> None:
    """The gold button goes from tab to tab, and a key of what is behind one shows it; each tab is pressed as well."""
    with window(size=(1024, 768)) as app:
        app.settings.type = 200
        app.go("title")
        app.settle()
        ways = ("Begin the talks", "Your seat", "Read the brief", "At the table", "Read the cable", "Your instructions")
        for words in ways:
            gold = next(spot for spot in app.canvas.spots if "enter" in spot.keys)
            assert gold.words.startswith(words)
            app.key("enter") if by_keys else app.press(words, among=gold.id)
            assert mislaid(app) == []
        assert app.reads("WHAT WE WANT")
        app.press("The cable")
        app.key("t")
        app.key("enter")
        dismiss(app)
        assert isinstance(app.top, TableScreen)


def test_keys_of_the_other_tab_show_it() -> None:
    """A letter takes a seat, a digit another scenario, whichever of the two is seen."""
    with window(size=(1024, 768)) as app:
        app.settings.type = 200
        app.go("choose")
        app.settle()
        app.key("n")
        assert app.reads("WHO ARE YOU?")
        app.key("2")
        assert app.reads("Partnership for Peace: the status talks")
        app.key("n")
        app.key("e")
        assert app.reads("Partnership for Peace: the status talks (a lesson)"), "the next edition"
        app.key("p")
        assert app.reads("WHO PLAYS HERE?")
        app.key("enter")
        assert app.host.table is not None
        assert app.host.table.scenario.id == STATUS_TALKS


def test_saved_talks_are_looked_through_and_deleted_in_large_letters(tmp_path: Path) -> None:
    """Each with all that is told of it and what can be done; the question before talks are deleted as well."""
    with window(tmp_path / "talks.sqlite3", size=(1024, 768)) as app:
        app.settings.type = 200
        begin(app, ISTANBUL, "RUS")
        app.go("title")
        app.push(SavedScreen(app))
        app.settle()
        assert not app.glass.on
        assert mislaid(app) == []
        assert seen(app, "Delete")
        app.press("Delete")
        assert not app.glass.on
        assert mislaid(app) == []
        assert seen(app, "Keep them")
        app.key("d")
        assert app.find("Delete") is None


@pytest.mark.parametrize("name", ["title", "choose", "join", "briefing"])
@pytest.mark.parametrize("size", [*SIZES, (1440, 900)])
def test_in_letters_of_the_usual_size_all_of_it_is_seen_at_once(name: str, size: tuple[int, int]) -> None:
    """No page is larger than the window, and what goes on is not below it."""
    with window(size=size) as app:
        come_to(app, name)
        assert not app.glass.on
        first = next(spot for spot in app.canvas.spots if spot.id in ("begin", "go", "on"))
        assert first.box.bottom * app.scale <= size[1]


def in_replay(app: Driven, at: int) -> ReplayScreen:
    """Talks that are over, after one of their moves."""
    app.go("title")
    course = played(ISTANBUL)
    screen = ReplayScreen(app, course, at, course.ids[0], minds=OpenedTalks(course))
    app.push(screen)
    app.settle()
    return screen


@pytest.mark.parametrize("type", [125, 150, 175, 200])
@pytest.mark.parametrize("size", SIZES)
def test_talks_are_looked_through_again_in_large_letters(size: tuple[int, int], type: int) -> None:
    """At every move the draft, what happened and the bar are seen together; what it had in mind and the points are a
    press away, and a seat is taken over, by the keys that do it in small letters."""
    with window(size=size) as app:
        app.settings.type = type
        screen = in_replay(app, 4)
        for at in (0, 4, len(screen._course.steps)):
            screen.go(at)
            app.settle()
            assert not app.glass.on
            assert seen(app, "Move" if at else "Before the first move", among="scrub")
            assert mislaid(app) == []
        screen.go(0)
        app.settle()
        if app.find("Points", among="tab:"):
            app.key("p")
            app.key("m")
            assert not app.reads("walk-away"), "where nobody had anything in mind M goes back to the move"
        screen.go(next(n for n, step in enumerate(screen._course.steps, 1) if step.move.by != screen._course.ids[0]))
        app.settle()
        app.key("m")
        for _ in range(9):
            if not app.reads("It worked for"):
                app.key("down")
        assert app.reads("It worked for"), "an arrow goes on to it"
        assert mislaid(app) == []
        if app.find("Points", among="tab:"):
            app.press("Points", among="tab:")
        assert app.reads("walk-away")
        assert mislaid(app) == []
        app.key("t")
        assert mislaid(app) == []
        assert seen(app, "In the seat of")


@pytest.mark.parametrize("size", SIZES)
def test_the_chair_leads_in_large_letters(size: tuple[int, int]) -> None:
    """The screen between two people and the chair's three sheets, each whole; what is asked is where it is asked."""
    with window(size=size) as app:
        app.settings.type = 200
        two(app, HARBOUR, BORO, ARIA)
        assert seen(app, "I speak for")
        shown = [mislaid(app)]
        app.key("c")
        shown.append(mislaid(app))
        app.key("w")
        app.type("The ferry waits.")
        app.press("Aria", among="to")
        shown.append(mislaid(app))
        assert seen(app, "Send it")
        app.key("enter")
        app.key("h")
        shown.append(mislaid(app))
        app.key("enter")
        shown.append(mislaid(app))
        app.key("escape")
        app.key("x")
        assert seen(app, "Close the talks: press again if you mean it")
        assert not app.glass.on
        assert not any(shown)
        app.press("Close the talks")
        assert isinstance(app.top, EndingScreen)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["warsaw-at-the-table", STATUS_TALKS, "founding-act-1997"])
@pytest.mark.parametrize(
    ("size", "type"), [((1024, 768), 200), ((1366, 768), 150), ((1440, 900), 175), ((1024, 768), 100)]
)
def test_every_move_of_a_replay_fits(name: str, size: tuple[int, int], type: int) -> None:
    """With each panel, nothing is cut, and what one hides it can be scrolled to."""
    with fitting() as fit, window(size=size) as app:
        app.settings.type = type
        app.go("title")
        course = played(name)
        screen = ReplayScreen(app, course, 0, course.ids[0], minds=OpenedTalks(course))
        app.push(screen)
        for at in range(0, len(course.played) + 1, 2):
            screen.go(at)
            for key in ("right", "m", "p", "m"):
                app.key(key)
                assert not app.glass.on
                assert fit.wrong(app) == [], (at, key)


@pytest.mark.parametrize("scenario", [STATUS_TALKS, ISTANBUL])
@pytest.mark.parametrize(
    ("size", "type"),
    [((1366, 768), 125), ((1366, 768), 200), ((1024, 768), 150), ((1024, 768), 200), ((1440, 900), 100)],
)
def test_the_header_has_air_and_says_the_hour(scenario: str, size: tuple[int, int], type: int) -> None:
    """Two lines lie within it, apart from its edges; and however little room there is, one reads what time it is."""
    app = large(scenario, "RUS", size, type)
    high = header_height(app.canvas.width, app.canvas.height, 0.0)
    above = [box for box in app.boxes() if not box.pane and box.box.bottom < high]
    assert min(box.box.y for box in above) >= 3
    assert max(box.box.bottom for box in above) <= high - 3
    assert any(":" in box.words and any(sign.isdigit() for sign in box.words) for box in above)
    assert mislaid(app) == []
    app.close()
