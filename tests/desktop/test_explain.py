"""F1: what is told of the thing under the mouse or the focus, and of every other thing on the table."""

from __future__ import annotations

import pygame
import pytest

from game.desktop import Driven
from game.desktop.desk.things import things
from game.desktop.screens.explain import ExplainSheet
from game.desktop.screens.glossary import GlossarySheet
from game.desktop.screens.help import HelpSheet
from game.desktop.screens.table import TableScreen
from game.talks import Say
from game.words import say
from game.words.explained import EXPLAINED, Topic
from game.words.glossary import glossary
from tests.desktop.driving import STATUS_TALKS, at_harbour, at_table, dismiss, mislaid, playing, propose
from tests.desktop.rooms import SIZES
from tests.library import scenario


def point_at(app: Driven, x: float, y: float) -> None:
    """Move the mouse."""
    at = round(x * app.scale), round(y * app.scale)
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    app.settle()


def ask(app: Driven, about: str) -> None:
    """Point at a thing that is no button, and press F1."""
    point_at(app, *next(each.box for each in app.canvas.subjects if each.about == about).centre)
    app.key("f1")


def told(app: Driven, topic: Topic) -> bool:
    """Whether it is told what this is."""
    return app.reads(say(EXPLAINED[topic].name)) and isinstance(app.top, ExplainSheet)


@pytest.mark.parametrize("about", ["clock", "points", "walk-away", "seal", "goodwill", "degrees", "label", "price"])
def test_what_is_no_button_is_told_too(about: Topic) -> None:
    """Each under the mouse; Escape leads back."""
    app = at_table(STATUS_TALKS, "RUS")
    ask(app, about)
    assert told(app, about)
    app.key("escape")
    assert isinstance(app.top, TableScreen)


def test_a_locked_wording_is_told_as_one_and_leads_to_the_glossary() -> None:
    """A lock and an octagon are not any wording; what the rules say of them now stands below."""
    app = at_table(STATUS_TALKS, "RUS", as_written=True)
    row = app.spot("a formal consultative role", among="option:").box
    point_at(app, row.x + 20, row.y + 8)
    app.key("f1")
    assert told(app, "lock")
    assert app.reads("is beyond your mandate")
    app.press("Glossary")
    assert isinstance(app.top, GlossarySheet)
    assert app.reads("the limit of what is open to you")


def test_by_keys_alone() -> None:
    """What has the focus is told; J goes on to everything that is seen there, buttons or not, and comes round."""
    app = at_table(STATUS_TALKS, "RUS")
    app.key("f6")
    app.key("f1")
    assert isinstance(app.top, ExplainSheet)
    first, seen = app.top.thing, set()
    for _ in range(60):
        seen.add(app.top.thing.topic)
        app.key("j")
        if app.top.thing == first:
            break
    assert {"clock", "walk-away", "seal", "wording", "lock", "table", "audience"} <= seen
    app.key("k")
    assert app.top.thing != first


def test_with_nothing_under_the_pointer_it_is_help() -> None:
    """So is F1 on what F1 has told, and the word in the header."""
    app = at_table(STATUS_TALKS, "RUS")
    app.key("f1")
    assert isinstance(app.top, HelpSheet)
    app.key("escape")
    ask(app, "clock")
    app.key("f1")
    assert isinstance(app.top, HelpSheet)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_every_card_lies_beside_its_thing(size: tuple[int, int], scale: float) -> None:
    """Nothing is cut, and what is smaller than half the window is not covered by the card that tells of it."""
    app = at_harbour(turns=[propose(("ARIA", "toll", "half"), ("BORO", "notice", "will"))], size=size, scale=scale)
    app.press("Say", among="say")
    app.key("enter")
    dismiss(app)
    assert isinstance(app.top, TableScreen)
    every = things(app.canvas, app.top.board)
    assert all(thing.topic in EXPLAINED or thing.now for thing in every)
    ask(app, "clock")
    for _ in every:
        assert mislaid(app) == []
        assert isinstance(app.top, ExplainSheet)
        thing, close = app.top.thing.box, app.spot("Back").box
        assert thing.meet(close).w * thing.meet(close).h == 0 or thing.h > app.canvas.height / 2
        app.key("j")


def test_every_explanation_is_short_and_its_word_is_in_the_glossary() -> None:
    """One sentence, or two."""
    terms = {term.id for term in glossary(scenario(STATUS_TALKS))}
    for topic, explained in EXPLAINED.items():
        assert len(explained.what) < 160, topic
        assert not explained.term or explained.term in terms, topic


def test_a_dash_in_the_draft_says_that_it_is_no_words() -> None:
    """Below the draft, in the line of what lies under the mouse, and in the card of F1."""
    app = at_table(STATUS_TALKS, "RUS", policy=playing(), size=(1366, 768))
    assert app.reads("— is no words")
    dash = next(spot for spot in app.canvas.spots if spot.words == "—" and 100 < spot.box.y < 450)
    at = tuple(map(round, dash.box.centre))
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    app.settle()
    assert app.reads("here the Alliance would have no words") or app.reads("here Russia would have no words")
    app.key("f1")
    assert app.reads("a dash no words")


def test_help_says_first_what_there_is_to_do_now() -> None:
    """Before all rules; then three sections, and the keys in tables of their own."""
    app = at_harbour(turns=[propose(("ARIA", "toll", "half"), ("BORO", "notice", "will"))])
    app.key("f1")
    for opening, after in (("NOW", "YOUR TURN"), ("YOUR TURN", "THE OTHERS"), ("KEYS: WORDS", "KEYS: MOVES")):
        read = [box.words for box in app.boxes()]
        assert opening not in read or after not in read or read.index(opening) < read.index(after)
    assert app.reads("Press a wording in the draft or on the right")
    app.key("escape")
    talked = app.host.table
    assert talked is not None
    app.host.submit(Say(talked.floor, remark="We are listening."), talked.version)
    dismiss(app)
    app.memory.mouse = (-1.0, -1.0)
    app.press("F1 help")
    while not isinstance(app.top, HelpSheet):
        app.key("f1")
    assert app.reads("A package of theirs waits for you")
    app.key("end")
    assert app.reads("KEYS: MOVES")
    assert app.reads("accept, decline, counter")
