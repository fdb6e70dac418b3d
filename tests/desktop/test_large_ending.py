"""The end of talks where letters are large: the contents or a topic, each behind a tab, read from its top to its end
with nothing cut; everything is done by keys alone and by mouse alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.desktop import Driven
from game.desktop.debriefing import Debriefing
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.replay import ReplayScreen
from game.table import Table
from tests.desktop.driving import HARBOUR, ISTANBUL, STATUS_TALKS, THREE_RIVERS, TWO_WORDS, mislaid
from tests.desktop.fitting import fitting
from tests.desktop.rooms import begin, play_out, walk_out, window


def ended(
    app: Driven, scenario: str, seat: str | None, ends: Callable[[Table], None] = play_out, type: int = 200
) -> EndingScreen:
    """Talks that have come to an end, once everything of them has been worked out."""
    app.settings.type = type
    app.opener = Debriefing
    ends(begin(app, scenario, seat))
    app.go("ending")
    app.wait()
    assert isinstance(app.top, EndingScreen)
    return app.top


def listed(app: Driven) -> list[str]:
    """The ids of the topics in the contents."""
    return [spot.id for spot in app.canvas.spots if spot.id.startswith("topic-")]


SLOWLY = [
    (scenario, seat, ends, size, type)
    for scenario, seat, ends in (
        (STATUS_TALKS, "RUS", play_out), (HARBOUR, None, play_out), (THREE_RIVERS, "ARIA", play_out),
        (TWO_WORDS, "ARIA", walk_out), ("warsaw-at-the-table", "PLB", play_out),
    )
    for size in ((1024, 768), (1366, 768), (1440, 900))
    for type in (125, 150, 200)
]  # fmt: skip


@pytest.mark.parametrize(
    ("scenario", "seat", "ends", "size", "type"),
    [
        (ISTANBUL, "RUS", play_out, (1024, 768), 200),
        (TWO_WORDS, "ARIA", walk_out, (1366, 768), 200),
        *(pytest.param(*each, marks=pytest.mark.slow) for each in SLOWLY),
    ],
)
def test_every_topic_is_read_to_its_end(
    scenario: str, seat: str | None, ends: Callable[[Table], None], size: tuple[int, int], type: int
) -> None:
    """Nothing is cut or laid over anything, and what a pane hides it can be scrolled to."""
    with fitting() as fit, window(size=size) as app:
        screen = ended(app, scenario, seat, ends, type)
        app.key("c")
        assert not app.glass.on
        assert fit.wrong(app) == []
        for id in listed(app):
            screen._fold.read(id.removeprefix("topic-"))
            app.redraw()
            app.settle(20)
            for key in ("pagedown", "end"):
                app.settle(20)
                assert fit.wrong(app) == [], id
                app.key(key)
            assert fit.wrong(app) == [], id


def test_the_contents_are_a_key_away_and_gone_through_by_keys() -> None:
    """C opens the list at what is read, arrows go along it, Enter reads a topic, and Escape goes back to what was
    read."""
    with window(size=(1024, 768)) as app:
        ended(app, ISTANBUL, "RUS")
        assert app.reads("You signed"), "how it went is read first"
        app.key("tab")
        app.key("c")
        assert app.memory.focus == "topic-overview"
        for _ in range(40):
            app.key("down")
        app.key("up")
        app.key("enter")
        assert app.reads("Listen for")
        app.key("c")
        app.key("escape")
        assert app.reads("Listen for"), "nothing else is left by it"
        app.key("right")
        assert app.reads("What is known"), "an arrow turns to the next topic"
        for key, words in (("1", "How it went"), ("r", "Record")):
            app.key(key)
            app.key("c")
            row, pane = app.spot(words, among="topic-"), app.canvas.panes[0].box
            assert row.box.meet(pane) == pytest.approx(row.box), "the contents open at what is read"
            app.key("escape")


def test_how_it_ended_is_said_without_a_debrief_too() -> None:
    """Above the first of the topics that there are then."""
    with window(size=(1024, 768)) as app:
        app.settings.type = 200
        walk_out(begin(app, TWO_WORDS, "ARIA"))
        app.go("ending")
        app.settle()
        assert app.reads("No text: the talks were left")
        assert mislaid(app) == []


def test_what_is_read_first_stands_on_the_page_that_opens() -> None:
    """Each topic with its reason; a press reads it, and Tab comes to it as well."""
    with window(size=(1024, 768)) as app:
        ended(app, ISTANBUL, "RUS")
        assert app.laid is not None
        assert app.laid.found is not None
        assert app.reads("READ FIRST")
        topic, why = next(iter(app.laid.found.first.items()))
        assert app.reads(why)
        while app.memory.focus != f"first-{topic}":
            app.key("tab")
        app.key("enter")
        assert isinstance(app.top, EndingScreen)
        assert app.top._contents.chosen == topic


def test_the_contents_are_gone_through_by_mouse() -> None:
    """On its tab; what has no room in the row of buttons stands below the topics."""
    with window(size=(1024, 768)) as app:
        screen = ended(app, ISTANBUL, "RUS")
        app.press("Contents")
        app.press("Aftermath", among="topic-")
        assert app.reads("Each test is read off")
        app.press("Contents")
        screen.memory.scroll["contents"] = screen.memory.reach["contents"]
        app.redraw()
        app.settle()
        app.press("Save the record")
        assert app.reads("The record"), "what came of it is said above"


def test_the_plot_names_ones_own_text_and_that_of_history() -> None:
    """However little room there is: beside their marks, or in the key below the plot."""
    with window(size=(1024, 768)) as app:
        ended(app, ISTANBUL, "RUS")
        app.press("Contents")
        app.press("Every possible text", among="topic-")
        for words in ("Your text", "10 June 1994, as signed", "Nash", "Kalai-Smorodinsky"):
            assert app.reads(words), words
        assert mislaid(app) == []


def test_contents_that_nobody_sees_hear_no_escape() -> None:
    """They were open when letters became smaller, and Escape leaves the page again."""
    with window(size=(1024, 768)) as app:
        screen = ended(app, ISTANBUL, "RUS")
        app.key("c")
        app.settings.type = 100
        app.redraw()
        app.settle()
        app.key("escape")
        assert app.top is not screen


@pytest.mark.parametrize("type", [100, 200])
def test_while_a_question_is_asked_enter_begins_no_other_game(type: int) -> None:
    """Nor is its button gold, until the question has been answered."""
    with window(size=(1440, 900)) as app:
        screen = ended(app, ISTANBUL, "RUS", type=type)
        screen._go("settlement")
        app.redraw()
        app.settle()
        assert app.reads("Do you want to see such a text")
        app.key("enter")
        assert app.top is screen
        app.press("No, leave it at that")
        app.key("enter")
        assert app.top is not screen


def test_the_keys_of_what_is_not_seen_are_heard() -> None:
    """Of topics and of buttons, whichever is shown."""
    with window(size=(1024, 768)) as app:
        ended(app, ISTANBUL, "RUS")
        for key, words in (("p", "The words that were signed"), ("1", "You signed"), ("r", "The talks open")):
            app.key(key)
            assert app.reads(words)
        app.key("c")
        app.key("p")
        assert app.reads("The words that were signed"), "a key in the contents reads a topic too"
        app.key("v")
        assert isinstance(app.top, ReplayScreen)


def test_a_word_is_changed_by_mouse_alone() -> None:
    """A phrase of the text leads to its wordings, a wording to what would have come of it."""
    with window(size=(1024, 768)) as app:
        screen = ended(app, ISTANBUL, "RUS")
        screen._fold.read("word")
        app.redraw()
        app.settle()
        phrase = next(spot for spot in app.canvas.spots if spot.id.startswith("phrase-"))
        app.press(phrase.words, among=phrase.id)
        stands = next(each.box.centre for each in app.boxes() if each.words == "as it stands now")
        wordings = [spot for spot in app.canvas.spots if spot.id.startswith("wording-")]
        other = next(spot for spot in wordings if not spot.box.holds(*stands))
        app.press(other.words, among=other.id)
        assert app.reads("WHAT WOULD HAVE COME OF IT")
        app.press("The text", among="tab:")
        app.press("Take back")
        app.press("What comes of it", among="tab:")
        assert app.reads("AS IT WAS")


def test_a_turn_of_the_computer_leads_to_what_it_had_in_mind() -> None:
    """By a press on it, and back by its tab."""
    with window(size=(1024, 768)) as app:
        ended(app, ISTANBUL, "RUS")
        app.key("m")
        turn = next(spot for spot in app.canvas.spots if spot.id.startswith("turn-"))
        app.press(turn.words, among=turn.id)
        assert app.reads("what it had in mind, as")
        app.press("What was said", among="tab:")
        assert app.find(turn.words, among="turn-")
