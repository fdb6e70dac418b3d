"""Everything that is laid open of finished talks, topic by topic: by keys and mouse, in every window."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pygame
import pytest

from game.debrief import Debrief
from game.desktop import Driven
from game.desktop.debriefing import Debriefing
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.replay import ReplayScreen
from game.table import Table
from game.text import DelegationId
from game.words import debrief as topics
from game.words.page import Section
from tests.desktop.driving import HARBOUR, ISTANBUL, THREE_RIVERS, TWO_WORDS, mislaid
from tests.desktop.rooms import SIZES, begin, play_out, wait_out, walk_out, window


def laid_open(app: Driven, name: str, seat: str | None, ends: Callable[[Table], None] = play_out) -> EndingScreen:
    """Talks that have come to an end, once everything of them has been worked out."""
    app.opener = Debriefing
    ends(begin(app, name, seat))
    app.go("ending")
    app.wait()
    assert isinstance(app.top, EndingScreen)
    return app.top


def until(app: Driven, true: Callable[[], bool]) -> None:
    """Step until something is so."""
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "it has not come to pass"
        app.step()
        time.sleep(0.002)


def listed(app: Driven) -> list[str]:
    """What stands in the contents."""
    return [spot.words for spot in app.canvas.spots if spot.id.startswith("topic-")]


def heading(app: Driven) -> str:
    """What the chosen topic is called."""
    assert isinstance(app.top, EndingScreen)
    chosen = app.top._contents.chosen
    return next(spot.words for spot in app.canvas.spots if spot.id == f"topic-{chosen}")


def tops(app: Driven) -> list[float]:
    """How far each topic stands below the first."""
    boxes = [spot.box for spot in app.canvas.spots if spot.id.startswith("topic-")]
    return [round(box.y - boxes[0].y, 3) for box in boxes]


NARROW, FINE = SIZES
SLOWLY = [(ISTANBUL, "NATO", play_out, FINE), (HARBOUR, None, play_out, NARROW), (THREE_RIVERS, "ARIA", play_out, FINE)]
ENDS = [
    (ISTANBUL, "RUS", play_out, NARROW),
    (TWO_WORDS, "ARIA", walk_out, FINE),
    (THREE_RIVERS, None, play_out, NARROW),
    *(pytest.param(*each, marks=pytest.mark.slow) for each in SLOWLY),
]


@pytest.mark.parametrize(("name", "seat", "ends", "window_of"), ENDS)
def test_every_topic_is_listed_and_can_be_read(
    name: str, seat: str | None, ends: Callable[[Table], None], window_of: tuple[tuple[int, int], float]
) -> None:
    """The contents have every topic of which there is something to tell, those that are not read first in their order;
    a press shows it, at whatever size, and nothing of it is cut off or laid over anything, from its top to its end."""
    size, scale = window_of
    with window(size=size, scale=scale) as app:
        laid_open(app, name, seat, ends)
        assert app.laid is not None
        assert app.laid.found is not None
        told = [each.title for each in topics.sections(app.laid.found.debrief, app.laid.found.me)]
        first = [topics.topic_title(topic) for topic in ("overview", *app.laid.found.first) if topic in topics.TOPICS]
        assert set(told) <= set(listed(app))
        assert [words for words in listed(app) if words in told and words not in first] == [
            words for words in told if words not in first
        ]
        for words in listed(app):
            app.press(words, among="topic-")
            assert heading(app) == words
            for key in ("pagedown", "end"):
                app.settle(20)
                app.key(key)
                assert mislaid(app) == [], (words, key)


def test_what_tells_most_is_read_first_with_the_reason() -> None:
    """How it went, and two or three topics with a sentence why as long as one of them is read; all others stand below
    them, in the same place whichever of these is read, and have their keys."""
    with window() as app:
        laid_open(app, ISTANBUL, "RUS")
        assert app.laid is not None
        assert app.laid.found is not None
        first = app.laid.found.first
        assert 2 <= len(first) <= 3
        assert app.reads("READ FIRST")
        assert app.reads("ALL OTHER TOPICS")
        for place, (topic, why) in enumerate(first.items(), 1):
            assert app.canvas.spots[place].id == f"topic-{topic}"
            assert app.reads(why)
            app.press(app.canvas.spots[place].words, among="topic-")
            assert heading(app) == app.canvas.spots[place].words
            assert app.reads(why)
        app.key("t")
        assert not any(app.reads(why) for why in first.values())
        before = tops(app)
        app.key("p")
        assert tops(app) == before
        assert len(listed(app)) == len(set(listed(app))) > 15


def test_a_topic_has_the_same_key_in_all_talks() -> None:
    """Whatever is read first in them, and whatever there is to tell; no key has two topics."""
    found: list[dict[str, tuple[str, ...]]] = []
    for name, seat, ends in (
        (ISTANBUL, "RUS", play_out),
        (TWO_WORDS, "BORO", wait_out),
        (THREE_RIVERS, None, play_out),
    ):
        with window() as app:
            laid_open(app, name, seat, ends)
            found.append({spot.id: spot.keys for spot in app.canvas.spots if spot.id.startswith("topic-")})
    every = {id: keys for topics in found for id, keys in topics.items()}
    assert all(topics.items() <= every.items() for topics in found)
    assert len({list(topics)[1] for topics in found}) > 1, "they begin with other topics"
    keys = [key for each in every.values() for key in each]
    assert len(keys) == len(set(keys))
    assert set("1234567890") <= set(keys)


def test_the_sentence_that_says_how_it_went_stands_at_the_top() -> None:
    """It is the first of the debrief, stands above every topic, and only there."""
    with window() as app:
        laid_open(app, ISTANBUL, "RUS")
        assert app.laid is not None
        overview = app.laid.told["overview"]
        assert overview is not None
        lead = overview.blocks[0].words  # type: ignore[union-attr]
        assert " ".join(app.texts()).count(str(lead)[:40]) == 1
        app.key("r")
        assert app.reads(str(lead)[:40])


def test_keys_go_from_topic_to_topic() -> None:
    """Left and right, digits, the letters of the old tabs, and in the contents Tab with up, down and Enter."""
    with window() as app:
        laid_open(app, TWO_WORDS, "BORO", wait_out)
        names = listed(app)
        assert heading(app) == names[0]
        app.key("left")
        assert heading(app) == names[0]
        app.key("right")
        assert heading(app) == names[1]
        app.key("4")
        assert heading(app) == "Clause by clause"
        app.key("p")
        assert heading(app) == "Points"
        app.key("1")
        app.key("tab")
        assert app.memory.focus == "topic-overview"
        app.key("down")
        assert heading(app) == names[1]
        app.key("down")
        app.key("up")
        assert heading(app) == names[1]
        for _ in range(30):
            app.key("right")
        assert heading(app) == names[-1]


def test_up_and_down_scroll_what_is_read() -> None:
    """An arrow goes on a few lines and back, no further than the end; also where the window draws a topic by itself."""
    with window(size=(1024, 768)) as app:
        screen = laid_open(app, ISTANBUL, "RUS")
        for topic, pane in (("clauses", "page-clauses"), ("after", "aftermath")):
            screen._go(topic)
            app.redraw()
            app.settle(20)
            app.key("down")
            app.key("down")
            down = screen.memory.scroll[pane]
            app.key("up")
            assert 0 < screen.memory.scroll[pane] < down
            for _ in range(40):
                app.key("down")
            assert screen.memory.scroll[pane] == screen.memory.reach[pane]
            assert not screen.memory.shown


def test_a_topic_that_fails_is_a_sentence(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """What cannot be worked out is said in its place and logged; everything else is there."""

    def broken(*_: object) -> Section | None:
        raise RuntimeError("no such number")

    monkeypatch.setitem(topics.TOPICS, "clauses", broken)
    with window() as app:
        screen = laid_open(app, TWO_WORDS, "BORO", wait_out)
        screen._go("clauses")
        app.redraw()
        app.settle()
        assert app.reads("could not be worked out")
        assert "no such number" in caplog.text
        app.key("1")
        assert heading(app) == listed(app)[0]


def test_talks_that_cannot_be_laid_open_still_end() -> None:
    """The sentence stands where the debrief would; points, texts and record are there."""

    def barred(*_: object) -> Debriefing:
        raise ValueError("These talks are another version’s.")

    with window() as app:
        app.opener = barred
        wait_out(begin(app, TWO_WORDS, "BORO"))
        app.go("ending")
        app.wait()
        assert app.reads("These talks are another version’s.")
        assert "Points" in listed(app)


def test_the_report_is_saved_beside_the_drawing(tmp_path: Path) -> None:
    """S writes a page for a browser next to where talks are kept, says where it is, and another game waits then."""
    with window(tmp_path / "talks.sqlite3") as app:
        laid_open(app, TWO_WORDS, "BORO", wait_out)
        app.key("s")
        until(app, lambda: app.reads("The report is in"))
        (file,) = tmp_path.glob("report-*.html")
        page = file.read_text(encoding="utf-8")
        assert page.startswith("<!DOCTYPE html>")
        assert "Two words about a lake" in page
        app.key("s")
        until(app, lambda: app.reads("The report is in"))
        assert list(tmp_path.glob("report-*.html")) == [file]
        assert mislaid(app) == []


def test_a_report_that_cannot_be_written_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk does not end the program."""

    def full(*_: object) -> Path:
        raise OSError("no space left")

    monkeypatch.setattr("game.desktop.app.write_free", full)
    with window(tmp_path / "talks.sqlite3") as app:
        laid_open(app, TWO_WORDS, "BORO", wait_out)
        app.press("Save the report")
        until(app, lambda: app.reads("no space left."))


def test_words_about_a_move_lead_to_the_talks_at_that_move_and_back() -> None:
    """A press on them shows the talks after it; Escape comes back to the same place of the same page."""
    with window(size=(1024, 768)) as app:
        screen = laid_open(app, ISTANBUL, "RUS")
        app.press("Clause by clause", among="topic-")
        app.key("end")
        before = dict(screen.memory.scroll)
        link = next(spot for spot in reversed(app.canvas.spots) if spot.id.startswith("move-"))
        app.press(link.words, among=link.id)
        replayed = app.top
        assert isinstance(replayed, ReplayScreen)
        assert f"move {replayed.at} " in link.hint
        app.key("escape")
        assert app.stack == [screen]
        assert heading(app) == "Clause by clause"
        assert before.items() <= screen.memory.scroll.items()


def test_the_talks_are_replayed_from_their_end() -> None:
    """V, or the button."""
    with window() as app:
        screen = laid_open(app, TWO_WORDS, "BORO", wait_out)
        app.key("v")
        assert isinstance(app.top, ReplayScreen)
        assert app.top.at == len(screen._table.record().moves)


def test_the_plot_stands_beside_the_words_in_a_large_window() -> None:
    """What is pointed at is read in their place, and they come back when the mouse leaves it. In a small window the
    plot is a topic of its own."""
    for size, beside in (((1440, 900), True), ((1024, 768), False)):
        with window(size=size) as app:
            laid_open(app, ISTANBUL, "RUS")
            assert "plot" not in {spot.id for spot in app.canvas.spots}, "the text that was signed stands there first"
            app.press("To talk about", among="topic-")
            if beside:
                until(app, lambda: "plot" in {spot.id for spot in app.canvas.spots})
                spot = next(spot for spot in app.canvas.spots if spot.id == "plot")
                assert app.texts().count("To talk about") == 2
                move_mouse(app, *spot.box.centre)
                assert app.texts().count("To talk about") == 1
                assert mislaid(app) == []
                move_mouse(app, 10, 10)
                assert app.texts().count("To talk about") == 2
            app.press("Every possible text", among="topic-")
            until(app, lambda: "plot" in {spot.id for spot in app.canvas.spots})
            assert mislaid(app) == []


def move_mouse(app: Driven, x: float, y: float) -> None:
    """Point at a place of the window."""
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(round(x), round(y)), rel=(0, 0), buttons=(0, 0, 0)))
    app.settle()


def test_what_is_looked_at_is_worked_out_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever presses a topic does not wait for those before it."""
    order: list[str] = []
    asked = Event()

    def noting(topic: str, tell: topics.Topic) -> topics.Topic:
        def noted(debrief: Debrief, me: DelegationId | None) -> Section | None:
            order.append(topic)
            asked.wait(10)
            return tell(debrief, me)

        return noted

    for topic, tell in list(topics.TOPICS.items()):
        monkeypatch.setitem(topics.TOPICS, topic, noting(topic, tell))
    first, *_, last = topics.TOPICS
    with window() as app:
        app.opener = Debriefing
        table = begin(app, TWO_WORDS, "BORO")
        wait_out(table)
        laid = app.lay_open(table, app.host.who)
        assert laid is not None
        while not order:
            laid.deliver(0.02)
        laid.want(last)
        asked.set()
        app.go("ending")
        app.wait()
    assert order[:2] == [first, last]
    assert sorted(order) == sorted(topics.TOPICS)


def test_talks_that_are_left_are_worked_out_no_further() -> None:
    """Who plays again before the debrief is whole begins at once."""
    with window() as app:
        app.opener = Debriefing
        wait_out(begin(app, TWO_WORDS, "BORO"))
        app.go("ending")
        app.settle()
        app.key("enter")
        assert isinstance(app.top, BriefingScreen)
        app.settle()
        assert app.laid is None
