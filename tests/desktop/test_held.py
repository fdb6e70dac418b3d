"""A side text held up, and closing statements: the tray becomes an answer, and nothing else can be done."""

from __future__ import annotations

import pytest

from game.desktop import Driven
from game.desktop.screens.moves import HoldSheet
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.table import TableScreen
from game.scenario import SideTextId
from game.seat import Mode, desk
from game.talks import Amend, Hold, Refused, Respond, View, Why, events
from game.text import IssueId, OptionId
from game.words.news import story
from game.words.refusals import refusal
from tests.desktop.driving import ISTANBUL, STATUS_TALKS, Turn, at_harbour, at_table, dismiss, look_at, mislaid, playing

SIZES = [((1024, 768), 1.0), ((1536, 1152), 1.5)]


def hold(side: str) -> Turn:
    """A turn that holds up this text."""
    return lambda view: next(move for move in view.legal.moves if isinstance(move, Hold) and move.side_text == side)


def answer(how: str) -> Turn:
    """A turn that answers a hold-up."""
    return lambda view: next(move for move in view.legal.moves if isinstance(move, Respond) and move.how == how)


def come(issue: str, option: str) -> Turn:
    """A turn that moves there alone."""
    return lambda view: Amend(view.who, IssueId(issue), OptionId(option))


def seen(app: Driven) -> View:
    """What the player's seat sees now."""
    assert app.host.table is not None
    return app.host.table.view(app.host.who or app.host.table.scenario.ids[0])


def mode(app: Driven) -> Mode:
    """What the tray is for."""
    assert isinstance(app.top, TableScreen)
    return app.top.board.mode


def held(size: tuple[int, int] = (1440, 900), scale: float = 1.0) -> Driven:
    """Aria holds up the bill of fare, and Boro has to answer."""
    app = at_harbour("BORO", [hold("menu")], size=size, scale=scale)
    app.key("f")
    app.press("We are listening. Please go on.")
    dismiss(app)
    return app


def test_the_tray_says_what_is_held_up_and_what_each_answer_means() -> None:
    """The text, what is asked, and three answers with the stake, the hours and goodwill."""
    app = held()
    assert mode(app) == "held"
    assert app.reads("IS HELD UP")
    side = seen(app).scenario.side_text(SideTextId("menu"))
    assert side is not None
    assert app.reads(side.title[1:])
    assert app.reads(f"Aria asks {side.words}.")
    for words in (
        "The soup comes from Aria.",
        "There are two soups.",
        "The word: −1 for you.",
        "Goodwill with Aria −2.",
    ):
        assert app.reads(words), words
    assert app.find("Table it") is None


def test_a_long_demand_is_read_whole_in_a_small_window() -> None:
    """The tray grows until what is asked stands there without scrolling."""
    app = at_table(STATUS_TALKS, "NATO", policy=playing([hold("pressline")]), size=(1024, 768), as_written=True)
    app.wait()
    assert mode(app) == "held"
    assert app.reads("Until it is")
    assert app.memory.reach.get("lead", 0.0) == 0.0
    assert mislaid(app) == []


@pytest.mark.parametrize(("key", "how"), [("g", "give"), ("w", "swap"), ("s", "sit")])
def test_each_answer_has_a_key(key: str, how: str) -> None:
    """And what it costs is what the card said."""
    app = held()
    before = sum(charge.points for charge in seen(app).seat.charges)
    app.key(key)
    app.wait()
    given = [event for event in seen(app).record if isinstance(event, events.Responded)]
    assert [event.how for event in given] == [how]
    stakes = {"give": -1, "swap": 0, "sit": 0}
    assert sum(charge.points for charge in seen(app).seat.charges) - before == stakes[how]


def test_an_answer_is_given_with_the_mouse() -> None:
    """The whole card is the target."""
    app = held()
    app.press("Swap it")
    app.wait()
    assert seen(app).held is None


def test_holding_up_is_thought_over_first() -> None:
    """H opens what the text is, what comes of each answer, and one button that is gold."""
    app = at_harbour("BORO", [answer("give")])
    app.key("h")
    assert isinstance(app.top, HoldSheet)
    for words in ("The list of pilots", "You would ask that it is kept in two copies.", "+3", "if they sit it out"):
        assert app.reads(words), words
    app.key("escape")
    assert seen(app).version == 0
    app.key("h")
    app.press("Hold it up")
    app.wait()
    assert sum(charge.points for charge in seen(app).seat.charges) == 3
    app.press("Hold up")
    assert isinstance(app.top, TableScreen), "once"
    way = Refused(kind=Why.OUT_OF_THE_WAY, side_text=SideTextId("pilots"))
    assert app.reads(refusal(seen(app).scenario, way))


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("give", ("Aria gives the word", "The list of pilots: there are two copies.", "+3 points for you.")),
        ("swap", ("Aria gives another word", "The list of pilots: there is one copy, in the customs house.")),
        ("sit", ("Aria sits it out", "The list of pilots stays as it is.", "It has taken 4 h.")),
    ],
)
def test_how_it_was_answered_is_kept_until_it_is_read(size: tuple[int, int], how: str, told: tuple[str, ...]) -> None:
    """Like the answer to a package: who gave way, how the text reads now, what that brought; Enter puts it away and
    presses nothing else."""
    app = at_harbour("BORO", [answer(how)], size=size)
    app.key("h")
    app.press("Hold it up")
    app.wait()
    for words in (*told, "Goodwill with Aria"):
        assert app.reads(words), words
    assert mislaid(app) == []
    version = seen(app).version
    app.key("enter")
    assert app.find("I have read it") is None
    assert seen(app).version == version


def test_a_text_of_another_phase_says_so() -> None:
    """On the evening before, the statement of the forty does not exist yet."""
    app = at_table(ISTANBUL, "RUS", policy=playing())
    app.press("Hold up")
    hold = desk(seen(app)).choice("hold")
    assert hold is not None
    assert isinstance(hold.why_not, Refused)
    assert hold.why_not.kind == Why.OTHER_PHASE
    assert app.reads(refusal(seen(app).scenario, hold.why_not))


def clean(size: tuple[int, int] = (1440, 900), scale: float = 1.0) -> Driven:
    """Both stand for “will tell”, half the toll and a summary; Boro has the floor."""
    app = at_harbour("BORO", [come("notice", "will"), come("toll", "half")], size=size, scale=scale)
    for issue, wording in (("form", "a summary"), ("notice", "will tell"), ("toll", "half the toll")):
        look_at(app, issue)
        app.press(wording, among="option")
        app.press("Move alone")
        dismiss(app)
    assert mode(app) == "sign"
    return app


def frozen(size: tuple[int, int] = (1440, 900), scale: float = 1.0) -> Driven:
    """The guild has consented, both have initialled, and Boro may read the text its own way."""
    app = clean(size, scale)
    app.press("Initial the text")
    dismiss(app)
    app.wait()
    return app


def test_the_frozen_text_is_read_with_a_statement() -> None:
    """Each statement with what it brings at home and how far it may wake others; and none of them."""
    app = frozen()
    assert mode(app) == "closing"
    assert app.reads("TEXT IS FROZEN")
    for words in ("What Aria will tell us, it will tell us first.", "+2 at home", "may wake: much", "wakes nobody"):
        assert app.reads(words), words
    app.press("“Neighbours talk.”")
    app.wait()
    said = [event for event in seen(app).record if isinstance(event, events.Interpreted)]
    assert said[0].says == "Neighbours talk."
    assert seen(app).verdict is not None


def test_a_statement_that_wakes_an_ally_opens_the_text_again() -> None:
    """The guild of Aria has heard it, breaks silence, and Boro reads so on a card."""
    app = frozen()
    app.key("1")
    app.wait()
    assert isinstance(app.top, NewsScreen)
    shown = story(seen(app).scenario, desk(seen(app)), app.top.card)
    assert app.reads(shown.title)
    assert app.reads(shown.words)
    assert app.reads("barred for Aria")
    app.key("enter")
    assert seen(app).verdict is None
    assert app.reads("barred for Aria")


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_every_text_lies_in_its_place_while_something_must_be_answered(size: tuple[int, int], scale: float) -> None:
    """Three answers fit into the smallest window, and so do the closing statements."""
    assert mislaid(held(size, scale)) == []
    assert mislaid(frozen(size, scale)) == []
