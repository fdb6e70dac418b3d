"""Whole talks in the window, by what a person reads and by keys alone."""

from __future__ import annotations

from random import Random

import pytest

from game.desktop import Driven
from game.desktop.canvas import Spot
from game.talks import View, events
from game.text import DelegationId, IssueId, OptionId
from tests.desktop.driving import STATUS_TALKS, THREE_RIVERS, TWO_WORDS, agreeable, at_table, mislaid, playing, propose

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


def seen(app: Driven) -> View:
    """What the player's seat sees now."""
    assert app.table is not None
    return app.table.view(app.who or DelegationId("*gallery"))


def test_three_towns_sign_by_clicking_what_a_person_reads() -> None:
    """A player reads words, clicks them, and ends with a signed text."""
    app = at_table(THREE_RIVERS, "ARIA", policy=agreeable)
    for wording in ("Declaration", "silence", "an adequate height", "in equal parts", "a yearly meeting"):
        app.press(wording, among="option")
        assert app.reads("after this package")
        app.press("Move alone" if wording == "in equal parts" else "Table it")
        app.wait()
    assert app.reads("all 5 agreed, ad referendum: the text is clean")
    app.press("Initial the text")
    app.wait()
    assert app.reads("The text is signed.")
    assert seen(app).verdict is not None
    assert app.table is not None
    assert app.table.verdict is not None
    assert app.table.verdict.kind == "signed"


def test_three_towns_sign_by_keys_alone() -> None:
    """No mouse: digits choose wordings, B goes to the next bracket, Enter presses the gold button."""
    app = at_table(THREE_RIVERS, "ARIA", policy=agreeable)
    for _ in range(40):
        view = seen(app)
        if view.verdict:
            break
        if view.brackets:
            app.key("b")
            app.key("2")
            app.key("t")
        else:
            app.key("s")
        app.wait()
    ended = seen(app).verdict
    assert ended is not None
    assert ended.kind == "signed"


def test_a_package_of_theirs_is_accepted_with_enter() -> None:
    """The tray shows what waits for the player, and gold is Accept."""
    turn = propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("y")
    app.type("Let us hear you.")
    app.key("enter")
    app.wait()
    assert app.reads("BORO TABLES PACKAGE 1")
    app.key("enter")
    app.wait()
    assert seen(app).agreed[IssueId("verb")] == OptionId("will")
    assert app.reads("shall"), "the old words stay, struck, until the player's next move"


def test_a_package_of_theirs_is_refused_for_ever_over_a_word() -> None:
    """A click on a wording names the word, V makes it never."""
    turn = propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"), ("ARIA", "fish", "more"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("y")
    app.press("We are listening. Please go on.")
    app.wait()
    app.press("over a larger share")
    app.key("v")
    app.key("d")
    app.wait()
    refused = [event for event in seen(app).record if isinstance(event, events.Declined)]
    assert [(event.word, event.never) for event in refused] == [("fish", True)]


def test_a_counter_begins_with_their_package() -> None:
    """O copies their package into the tray; a shift can be dropped and another wording added."""
    turn = propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"), ("ARIA", "fish", "more"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("y")
    app.press("That is as far")
    app.wait()
    app.key("o")
    app.press("drop a larger share")
    app.press("Table it")
    app.wait()
    mine = [event for event in seen(app).record if isinstance(event, events.Proposed) and event.by == ARIA]
    assert len(mine) == 1
    assert {shift.issue for shift in mine[0].shifts} == {"verb"}


def test_a_locked_wording_explains_itself_and_offers_the_capital() -> None:
    """Beyond the mandate nothing is chosen: the tray says whom to ask, and gold is Ask capital."""
    app = at_table(TWO_WORDS, "ARIA", policy=playing())
    app.press("decides on works")
    app.press("advises on works")
    assert app.reads("is beyond your mandate: ask the town hall of Aria first.")
    assert "enter" in app.spot("Ask capital").keys
    app.key("enter")
    assert app.reads("has been tabled in a package and refused")


def test_a_disabled_button_says_why() -> None:
    """Signing a text in brackets is not possible, and pressing the button tells so."""
    app = at_table()
    app.press("Sign")
    assert app.reads("The text is not clean")


def test_the_tray_tells_what_the_others_did() -> None:
    """After a refusal the status line says whose and over what, until the player's next move."""
    app = at_table(STATUS_TALKS, "RUS", policy=agreeable)
    app.key("1")
    app.key("t")
    app.wait()
    app.memory.mouse, app.memory.hovered = (0, 0), ""
    app.redraw()
    app.settle()
    assert app.reads("The Alliance declines package 1: “a direct voice in decisions”, never.")
    assert "enter" in app.spot("Ask capital").keys
    app.key("enter")
    assert app.reads("is on its way to Moscow")


def test_leaving_asks_once_more_and_ends_the_talks() -> None:
    """Escape, Leave, Stay or Leave."""
    app = at_table(policy=playing())
    app.key("escape")
    app.press("Leave the talks")
    app.press("Stay")
    assert seen(app).verdict is None
    app.press("Leave the talks")
    app.key("l")
    assert seen(app).verdict is not None


def test_what_is_typed_never_presses_a_button() -> None:
    """In the field for a remark letters are letters."""
    app = at_table(policy=playing())
    app.key("y")
    for letter in "sad":
        app.key(letter)
        app.type(letter)
    assert app.reads("sad")
    app.key("enter")
    app.wait()
    assert next(event.remark for event in seen(app).record if isinstance(event, events.Spoke)) == "sad"


def test_the_gallery_sees_no_points() -> None:
    """A watcher has the record and the draft, and neither points nor buttons."""
    app = at_table(THREE_RIVERS, None, policy=agreeable)
    app.wait()
    assert app.reads("FROM THE GALLERY") or app.reads("TABLES PACKAGE")
    assert not app.reads("YOUR POINTS")
    assert app.find("Table it") is None


def _pressable(spots: list[Spot]) -> list[Spot]:
    shut = ("Leave the talks", "To the title", "Write the record", "Larger type", "Smaller type")
    return [spot for spot in spots if not spot.words.startswith(shut)]


@pytest.mark.parametrize(("scenario", "seat"), [(TWO_WORDS, "BORO"), (THREE_RIVERS, "CELO"), (STATUS_TALKS, "RUS")])
def test_whatever_is_pressed_every_text_stays_in_its_place(scenario: str, seat: str) -> None:
    """A hundred blind presses against the real computer: nothing breaks, nothing overlaps."""
    chance = Random(7)
    app = at_table(scenario, seat, size=(1024, 768))
    for _ in range(100):
        app.wait(60)
        if seen(app).verdict:
            break
        spot = chance.choice(_pressable(app.canvas.spots))
        app.press(spot.words)
        assert mislaid(app) == [], f"after {spot.words!r}"
