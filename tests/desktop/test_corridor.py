"""Those who are not at the table: who is shown, in which order, how they feel, what a press on one of them opens."""

from __future__ import annotations

import pytest

from game.desktop import Driven
from game.desktop.screens.audience import AudienceSheet
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.table import TableScreen
from game.seat import desk
from game.talks import View, events
from tests.desktop.driving import (
    HARBOUR,
    STATUS_TALKS,
    THREE_RIVERS,
    at_harbour,
    at_table,
    look_at,
    mislaid,
    playing,
)

GUILD, MOOT = "The guild of pilots", "The moot of Boro"


def seen(app: Driven) -> View:
    """What the player's seat sees now."""
    assert app.host.table is not None
    return app.host.table.view(app.host.who or app.host.table.scenario.ids[0])


def give_half_the_toll(app: Driven) -> None:
    """Boro stands for half the toll from now on, and its newspaper does not like it."""
    look_at(app, "toll")
    app.press("half the toll", among="option")
    app.press("Move alone")
    app.wait()


def test_a_seat_sees_its_own_audiences_and_everybody_who_presses() -> None:
    """Boro can tell the moot and both newspapers, and not the guild of Aria."""
    app = at_harbour("BORO")
    for name in ("The moot of Boro", "The Boro Gazette", "The fishermen"):
        assert app.find(name, among="audience"), name
    assert app.find(GUILD, among="audience") is None
    app = at_harbour("ARIA")
    assert app.find(GUILD, among="audience")
    assert app.find(MOOT, among="audience") is None


def test_whoever_is_most_against_comes_first() -> None:
    """A move that the newspaper minds puts it above those who are content, with a word and not by colour alone."""
    app = at_harbour()
    assert [each.mood for each in desk(seen(app)).corridor] == ["content"] * 3
    give_half_the_toll(app)
    first = desk(seen(app)).corridor[0]
    assert (first.id, first.mood) == ("GAZETTE", "uneasy")
    assert app.reads("uneasy")
    assert app.reads("−1 every 3 h.")
    assert [wish.option for wish in first.wishes] == ["none"]
    assert app.reads("like “no toll”.")


def test_goodwill_is_a_word_with_what_it_does() -> None:
    """Correct at the beginning; after a hold-up that is sat out and a surprise in the press it is cold, and costs
    hours."""
    app = at_harbour()
    assert app.reads("goodwill correct")
    for issue in ("notice", "toll"):
        look_at(app, issue)
        app.key("p")
        app.key("enter")
        app.wait()
    assert app.reads("goodwill cold")
    assert app.reads("takes ½ h more")


def test_a_press_on_a_newspaper_opens_all_that_is_known() -> None:
    """Mood, power, its line, what would please it, and what changed its mood; there is nothing to sound."""
    app = at_harbour()
    give_half_the_toll(app)
    app.press("The Boro Gazette", among="audience")
    assert isinstance(app.top, AudienceSheet)
    for words in (
        "Uneasy.",
        "weighs on you, −1 every 3 h",
        "It counts the toll.",
        "no toll",
        "uneasy: Boro stands for",
    ):
        assert app.reads(words), words
    assert app.find("Sound") is None
    app.press("look at half the toll")
    assert isinstance(app.top, TableScreen)
    assert app.top.board.issue == "toll"


def test_an_ally_is_sounded_and_its_answer_is_a_private_card() -> None:
    """The guild answers to Aria alone; Aria keeps the floor."""
    app = at_harbour("ARIA")
    app.wait()
    app.press(GUILD, among="audience")
    app.press("Sound")
    assert isinstance(app.top, NewsScreen)
    assert app.reads("guild would consent")
    assert app.reads("IN CONFIDENCE")
    app.key("enter")
    assert seen(app).my_turn
    assert any(isinstance(event, events.Sounded) for event in seen(app).record)
    app.press(GUILD, among="audience")
    assert app.reads("it would consent.")


def test_the_next_and_the_one_before_are_a_key_away() -> None:
    """J and K go round among all of them."""
    app = at_harbour()
    app.press(MOOT, among="audience")
    first = app.texts()
    app.key("j")
    assert app.texts() != first
    app.key("k")
    assert app.texts() == first
    assert [each.votes for each in desk(seen(app)).corridor if each.id == "MOOT"] == [True]
    assert app.reads("has a vote")


def test_q_sounds_the_ally_that_is_most_against() -> None:
    """Among the moves it has a key of its own; whoever has no ally has no such key."""
    app = at_harbour("ARIA")
    app.wait()
    app.key("q")
    assert app.reads(GUILD)
    app = at_harbour("BORO")
    app.key("q")
    assert isinstance(app.top, TableScreen)


def test_a_table_without_audiences_has_no_corridor() -> None:
    """And no button for the press."""
    app = at_table(THREE_RIVERS, policy=playing())
    assert not app.reads("IN THE CORRIDOR")
    assert app.find("Go public") is None or "p" not in app.spot("Go public").keys or app.spot("Go public").box.x < 0


@pytest.mark.parametrize(("size", "scale"), [((1024, 768), 1.0), ((1440, 900), 1.0), ((1536, 1152), 1.5)])
@pytest.mark.parametrize(("scenario", "seat"), [(STATUS_TALKS, "NATO"), (STATUS_TALKS, "RUS"), (HARBOUR, "ARIA")])
def test_every_audience_can_be_pressed_and_read(scenario: str, seat: str, size: tuple[int, int], scale: float) -> None:
    """Nine of them in the smallest window too: each opens its sheet, and every text lies in its place."""
    app = at_table(scenario, seat, policy=playing(), size=size, scale=scale)
    app.wait()
    while isinstance(app.top, NewsScreen):
        app.key("enter")
    for id in seen(app).standings:
        name = seen(app).scenario.audience(id).name
        app.press(name, among=f"audience-{id}")
        assert isinstance(app.top, AudienceSheet), name
        assert app.reads(name)
        assert mislaid(app) == []
        app.key("escape")
        assert mislaid(app) == []
