"""News over the table: cuttings with what they changed, silence broken, a text sent back; nothing of it by chance."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.desktop import Driven
from game.desktop.desk.tray import news
from game.desktop.screens.moves import MoreSheet
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.table import TableScreen
from game.scenario import AudienceId, HappeningId
from game.seat import desk
from game.talks import Say, View, events
from game.talks.causes import Decreed, Pressed
from game.text import DelegationId
from game.words.events import tell
from game.words.news import story
from tests.desktop.driving import (
    HARBOUR,
    STATUS_TALKS,
    at_harbour,
    at_table,
    dismiss,
    look_at,
    mislaid,
    playing,
    propose,
)

BORO, ARIA = DelegationId("BORO"), DelegationId("ARIA")
SIZES = [((1024, 768), 1.0), ((1536, 1152), 1.5)]


def seen(app: Driven, who: DelegationId | None = None) -> View:
    """What a seat sees now."""
    assert app.host.table is not None
    return app.host.table.view(who or app.host.who or app.host.table.scenario.ids[0])


def talk(app: Driven) -> None:
    """Take the floor once."""
    assert app.host.who is not None
    app.host.submit(Say(app.host.who, remark="We are listening."), seen(app).version)
    app.wait()


def until_news(app: Driven, most: int = 40) -> None:
    """Talk until something happens outside."""
    for _ in range(most):
        if isinstance(app.top, NewsScreen):
            return
        talk(app)
    raise AssertionError("nothing happened")


def played_until(app: Driven, hour: float) -> None:
    """Play on to an hour without a look at the window, and come back to it with a remark: all news lies on the table
    at once."""
    table, policy = app.host.table, playing()
    assert table is not None
    while (view := table.view(seen(app).floor)).hours < hour or view.who != app.host.who:
        assert table.submit(view.who, policy(view, Random(1)).move, view.version) is None
    talk(app)


def test_an_event_is_a_cutting_with_what_it_changed() -> None:
    """Title, story, MODEL badge and source; then each number of Boro's with its reason."""
    app = at_harbour("BORO")
    until_news(app)
    for words in ("FROM THE NEWSPAPERS", "A storm", "fills the mouth of the harbour with sand", "MODEL"):
        assert app.reads(words), words
    source, *_ = seen(app).scenario.sources.values()
    assert app.reads(source.title)
    for words in (
        "−4",
        "Your walk-away is 26, no longer 30: no ship can leave until somebody dredges.",
        "worth 21 to you, no longer 20: the pilots have to be paid.",
        "Your mandate in “Notice” is one step wider: the town hall has seen the sand.",
        "Goodwill with Aria: still correct: both towns sent shovels.",
        "The Gazette is easier to please",
    ):
        assert app.reads(words), words


def test_nobody_reads_what_it_changed_for_another() -> None:
    """Aria gets the same cutting, and nothing of Boro's walk-away."""
    app = at_harbour("ARIA")
    app.wait()
    until_news(app)
    assert app.reads("A storm")
    assert not app.reads("walk-away is")
    assert seen(app).band(BORO) == "correct"
    assert app.reads("Boro: still correct")


@pytest.mark.parametrize("away", ["enter", "space", "escape", ""])
def test_a_cutting_is_put_away(away: str) -> None:
    """With Enter, Space, Escape or a click; then the talks go on where they were."""
    app = at_harbour("BORO")
    until_news(app)
    if away:
        app.key(away)
    else:
        app.press("Back to the table")
    assert isinstance(app.top, TableScreen)
    frames = app.frames
    app.settle(4)
    assert app.frames == frames, "nothing blinks"


def test_what_the_cutting_told_is_not_told_twice() -> None:
    """The status line leaves it out; the record and the list of reasons keep it."""
    app = at_harbour("BORO")
    until_news(app)
    app.key("enter")
    assert isinstance(app.top, TableScreen)
    assert "sand" not in news(app.top.board)
    app.key("y")
    assert app.reads("to 26 (−4).")
    app.key("escape")
    app.key("r")
    (storm,) = [event for event in seen(app).record if isinstance(event, events.Happened)]
    assert app.reads(tell(seen(app).scenario, storm))


def test_several_pieces_of_news_lie_on_each_other() -> None:
    """One after the other, with how many are left; in the order in which they happened."""
    app = at_table(STATUS_TALKS, "RUS", policy=playing())
    played_until(app, 40)
    titles = []
    while isinstance(app.top, NewsScreen):
        titles.append(app.top.story.title)
        app.key("enter")
    happened = [event.title for event in seen(app).record if isinstance(event, events.Happened)]
    assert titles == happened
    assert len(titles) > 4


def test_silence_broken_is_a_card_that_says_what_is_barred() -> None:
    """Aria stands for “shall tell”, which its guild does not bear: the clause is named and the wording barred."""
    app = at_harbour("ARIA")
    app.wait()
    for issue, wording in (("form", "a protocol"), ("toll", "no toll"), ("notice", "shall tell")):
        look_at(app, issue)
        app.press(wording, among="option")
        app.press("Move alone")
        dismiss(app)
    assert "enter" in app.spot("Circulate").keys
    app.press("Circulate")
    app.wait()
    assert isinstance(app.top, NewsScreen)
    assert app.top.card.kind == "silence"
    told = story(seen(app).scenario, desk(seen(app)), app.top.card)
    assert app.reads(told.title)
    assert app.reads(told.words)
    app.key("enter")
    assert app.reads("barred")
    assert isinstance(app.top, TableScreen)
    broke = next(event for event in seen(app).record if isinstance(event, events.Broke))
    assert app.top.board.issue == broke.issue
    assert app.reads("IN THE CORRIDOR")


def test_a_parliament_that_sends_the_text_back_is_a_card() -> None:
    """The moot has its say on a protocol; what it minds is barred, and there is one last swap."""
    app = at_harbour("BORO")
    view = seen(app)
    issue, moot = view.brackets[0], view.scenario.audience(AudienceId("MOOT"))
    old, new = view.positions[ARIA][issue], view.positions[BORO][issue]
    told = events.Returned(at=3.0, by=BORO, audience=moot.id, issue=issue, option=old, retreat=new)
    found = desk(replace(view, record=(*view.record, told)))
    assert [card.kind for card in found.cards] == ["parliament"]
    read = story(view.scenario, found, found.cards[0])
    assert read.title.startswith(f"{moot.short.capitalize()} sends")
    assert view.scenario.text[issue][old].name in read.words
    assert "one last swap" in read.words


def test_what_those_who_press_cost_by_the_hour_is_not_put_down_to_the_news() -> None:
    """It comes in the same hour, and for another reason."""
    app = at_harbour("BORO")
    storm = events.Happened(at=4.0, happening=HappeningId("storm"), title="A storm", story="Sand.")
    by_the_hour = events.Charged(
        at=4.0,
        by=BORO,
        heard_by=frozenset({BORO}),
        points=-1,
        cause=Pressed(AudienceId("GAZETTE"), 4.0),
        audience=AudienceId("GAZETTE"),
    )
    view = seen(app)
    deed = len(events.deeds(view.record))
    lost = Decreed(HappeningId("storm"), "a ship was lost")
    at_once = events.Charged(at=4.0, by=BORO, heard_by=frozenset({BORO}), points=-2, cause=lost, because_of=deed)
    found = desk(replace(view, version=1, record=(*view.record, storm, at_once, by_the_hour)))
    card = next(card for card in found.cards if card.event == len(view.record))
    assert [found.record[place] for place in card.changes] == [at_once]
    assert len(view.record) + 2 in found.news


def test_the_gallery_is_not_kept_from_watching() -> None:
    """A watcher reads the news in the record."""
    app = at_table(HARBOUR, None)
    app.wait()
    assert isinstance(app.top, TableScreen)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_a_long_cutting_has_room(size: tuple[int, int], scale: float) -> None:
    """The longest story and all its changes can be read in the smallest window."""
    app = at_table(STATUS_TALKS, "RUS", policy=playing(), size=size, scale=scale)
    played_until(app, 40)
    read = 0
    while isinstance(app.top, NewsScreen):
        assert mislaid(app) == []
        app.key("enter")
        read += 1
    assert read > 4


def just_come(now: list[float]) -> Driven:
    """A card of news that has come this moment, with the clock of a test."""
    app = at_harbour(turns=[propose(("ARIA", "toll", "half"), ("BORO", "notice", "will"))] * 40)
    app.clock = lambda: now[0]
    until_news(app)
    app.host.pace = 0.6
    assert isinstance(app.top, NewsScreen)
    app.top.reading.comes()
    app.redraw()
    app.settle()
    return app


def test_an_enter_too_many_neither_skips_a_card_nor_accepts_what_lies_below() -> None:
    """Whoever hammers on Enter reads each card for a moment, and comes back to a table where nothing was done."""
    now = [0.0]
    app = just_come(now)
    for _ in range(5):
        app.key("enter")
    assert isinstance(app.top, NewsScreen)
    while isinstance(app.top, NewsScreen):
        now[0] += 2.0
        app.settle()
        app.key("enter")
    before = seen(app).version
    assert app.spot("Accept").keys[0] == "enter"
    app.key("enter")
    assert seen(app).version == before


def test_a_key_of_the_table_waits_until_the_card_is_read() -> None:
    """It was on its way when the card came: it is kept, is told of, and does then what it does at the table."""
    now = [0.0]
    app = just_come(now)
    assert app.reads("a moment, to read it…")
    app.key("e")
    assert app.reads("E waits until this is read")
    now[0] += 2.0
    while isinstance(app.top, NewsScreen):
        app.settle()
        app.key("enter")
        now[0] += 2.0
    app.settle()
    assert isinstance(app.top, MoreSheet)


def test_escape_lets_go_of_a_key_that_waits() -> None:
    """The card is put away, and nothing is done at the table."""
    now = [0.0]
    app = just_come(now)
    app.key("e")
    while isinstance(app.top, NewsScreen):
        now[0] += 2.0
        app.settle()
        app.key("escape")
    app.settle()
    assert isinstance(app.top, TableScreen)


def test_a_letter_that_is_no_shortcut_does_not_wait() -> None:
    """Where letters are switched off the table would not hear it either."""
    app = just_come([0.0])
    app.settings.letters = False
    app.redraw()
    app.settle()
    app.key("e")
    assert not app.reads("waits until this is read")
