"""An answer is an event: it is laid down, kept until it is read, and found again; and the board remembers."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.desktop import Driven, Settings
from game.desktop.desk.answers import PAUSE
from game.desktop.desk.board import Board
from game.desktop.screens.table import TableScreen
from game.scenario import HappeningId
from game.talks import CHAIR, Accept, Decline, Far, Move, Propose, Release, Shift, View, Withdraw
from game.text import DelegationId, IssueId, OptionId
from tests.desktop.driving import (
    STATUS_TALKS,
    THREE_RIVERS,
    TWO_WORDS,
    Turn,
    agreeable,
    at_harbour,
    at_table,
    dismiss,
    look_at,
    mislaid,
    playing,
    propose,
)

WHEN, TIME, NOTICE = IssueId("when"), OptionId("time"), IssueId("notice")


def decline(over: str, far: Far | None = None, *, never: bool = False) -> Turn:
    """A turn that declines what waits over a word."""

    def turn(view: View) -> Move:
        number = view.waiting[0].number
        return Decline(view.who, number, IssueId(over), never, remark="Not so soon.", far=far)

    return turn


def floated(who: str, issue: IssueId, option: str) -> Turn:
    """A turn that asks a delegation for a wording, off the record."""
    asks = (Shift(DelegationId(who), issue, OptionId(option)),)
    return lambda view: Propose(view.who, asks, off_record=True)


def accept(view: View) -> Move:
    """A turn that takes what waits."""
    return Accept(view.who, view.waiting[0].number, remark="So be it.")


def board_of(app: Driven) -> Board:
    """The board of the table on top."""
    assert isinstance(app.top, TableScreen)
    return app.top.board


def tabled(*turns: Turn, size: tuple[int, int] = (1440, 900)) -> Driven:
    """Aria has tabled a date and a verb by the mouse, and Boro plays these turns."""
    app = at_table(TWO_WORDS, "ARIA", policy=playing(turns), size=size)
    board = board_of(app)
    for issue, option in ((WHEN, TIME), (IssueId("verb"), OptionId("will"))):
        board.look_at(issue)
        board.choose(option)
    app.redraw()
    app.press("Table it")
    app.wait()
    return app


def status(app: Driven) -> str:
    """What the line at the lower edge says."""
    return " ".join(box.words for box in app.boxes() if box.pane == "status")


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
def test_a_refusal_is_kept_until_it_is_read(size: tuple[int, int]) -> None:
    """Who answered, what was said, over which word and how far off it is, stays whatever is done meanwhile; Enter puts
    it away and presses nothing else."""
    app = tabled(decline("when", "nearly"), size=size)
    for _ in range(2):
        assert app.reads("Boro declines package 1")
        assert app.reads("“Not so soon.”")
        assert app.reads("It names “in good time” in “How early notice is given”")
        assert app.reads("nearly")
        assert app.reads("Very little is missing.") or size[0] < 1100
        assert mislaid(app) == []
        app.press("next issue")
    version = board_of(app).desk.version
    app.key("enter")
    assert not app.reads("“Not so soon.” Boro")
    assert app.find("I have read it") is None
    assert board_of(app).desk.version == version


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
def test_a_second_refusal_says_what_both_have_taught(size: tuple[int, int]) -> None:
    """A plain no tells nothing by itself: what was offered in each round is told with it."""

    def plain(view: View) -> Move:
        return Decline(view.who, view.waiting[0].number)

    app = tabled(plain, plain, size=size)
    assert app.reads("Boro does not say which of")
    app.press("Into the tray")
    app.press("Table it")
    app.wait()
    assert app.reads("Boro has refused, for")
    assert app.reads("in package 2")
    assert app.reads("Nothing was new beside package 1.")
    assert mislaid(app) == []


def test_the_word_that_hurt_is_shown_in_the_paper() -> None:
    """The refused package stands there until the answer is read, and its issue is looked at."""
    app = tabled(decline("when"))
    assert board_of(app).issue == WHEN
    assert "in good time" in " ".join(box.words for box in app.boxes() if box.pane == "paper")
    app.press("I have read it")
    assert "in good time" not in " ".join(box.words for box in app.boxes() if box.pane == "paper")


def test_an_answer_that_was_read_is_found_again() -> None:
    """In the row of packages above the draft, by mouse; or in the list of all of them, by a key."""
    app = tabled(decline("when", "not-for-this"))
    app.key("enter")
    assert app.reads("not for this")
    app.press("Package 1 of Aria")
    assert app.reads("“Not so soon.”")
    app.press("Close", among="read")
    assert app.find("Close", among="read") is None
    app.key("0")
    assert app.reads("Boro declines package 1. It names “in good time”")
    app.press("Package 1 of Aria")
    assert app.reads("Boro declines package 1")
    app.key("escape")
    assert app.find("Into the tray") is None


def test_a_package_is_taken_up_again() -> None:
    """What was refused goes back into the tray, to be changed."""
    app = tabled(decline("when"))
    app.press("Into the tray")
    assert {(each.issue, each.option) for each in board_of(app).tray.shifts} == {("when", "time"), ("verb", "will")}
    assert app.find("I have read it") is None


def test_no_hint_covers_the_news() -> None:
    """The mouse still lies on the button that was pressed, which is shut now: until it moves, the line tells what the
    other side did."""
    app = tabled(decline("when"))
    assert "Boro declines package 1" in status(app)
    app.key("enter")
    spot = app.spot("Table it")
    at = (round(spot.box.centre[0] + 9), round(spot.box.centre[1]))
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    app.settle()
    assert "Boro declines" not in status(app)
    assert status(app) == spot.why


def test_a_wording_carries_its_bargaining() -> None:
    """Who offered it in which package, who refused it in which, and how far off it was called."""
    app = tabled(decline("when", "nearly"))
    app.key("enter")
    board_of(app).look_at(WHEN)
    app.redraw()
    app.settle()
    assert app.reads("you offered it in package 1")
    assert app.reads("Boro refused it in package 1: nearly")


def test_a_non_paper_is_called_by_that_name_and_bears_no_number_of_the_record() -> None:
    """In the row of packages and at the wording: which of those that were heard of, whatever number it has."""
    app = at_harbour("ARIA", [floated("ARIA", NOTICE, "will")])
    dismiss(app)
    board_of(app).look_at(NOTICE)
    app.redraw()
    app.settle()
    assert app.reads("non-paper 1")
    assert app.reads("Boro asked for it in non-paper 1")
    assert app.find("Non-paper 1 of Boro", among="package:")


def test_enter_does_not_say_that_one_could_live_with_what_is_forbidden() -> None:
    """A non-paper with one's own red line in it: the line below says so, and the gold button is to counter it."""
    app = at_table(STATUS_TALKS, "NATO", policy=playing([floated("NATO", IssueId("status"), "voice")]))
    dismiss(app)
    assert status(app).startswith("Your instructions forbid “a direct voice in decisions”.")
    assert not app.spot("We could live with it").why
    app.key("enter")
    assert app.reads("YOUR COUNTER")


def test_what_was_agreed_is_seen_while_the_answer_is_read() -> None:
    """The paper scrolls to the words that were closed, also below what one had looked at; one cannot table it again."""
    app = at_table(STATUS_TALKS, "NATO", policy=agreeable, size=(1366, 768))
    dismiss(app)
    board_of(app).look_at(IssueId("pko"))
    board_of(app).choose(OptionId("joint"))
    board_of(app).look_at(IssueId("form"))
    app.redraw()
    app.press("Table it")
    dismiss(app)
    assert app.reads("Russia takes package 1")
    assert not app.find("Into the tray")
    paper = next(pane.box for pane in app.canvas.panes if pane.id == "paper")
    new = [box.box for box in app.boxes() if box.pane == "paper" and "Russia taking part" in box.words]
    assert [paper.y < box.y < box.bottom < paper.bottom for box in new] == [True]


def test_with_large_letters_an_answer_comes_into_sight() -> None:
    """Where the window shows a part of the page, it goes to the answer, down to what puts it away."""
    app = at_table(TWO_WORDS, "ARIA", policy=playing([decline("when")]), size=(1024, 768))
    app.settings.type = 150
    for issue, option in ((WHEN, TIME), (IssueId("verb"), OptionId("will"))):
        board_of(app).look_at(issue)
        board_of(app).choose(option)
    app.redraw()
    app.settle()
    app.key("t")
    app.wait()
    told = app.spot("I have read it").box
    left, top = app.glass.seen(app.memory)
    assert left <= told.x * app.scale < told.right * app.scale <= left + 1024
    assert top <= told.y * app.scale < told.bottom * app.scale <= top + 768


def test_consent_and_counter_are_answers_too() -> None:
    """What was taken is told with what was said; a counter names the package that came in its place, which then stands
    in the tray to be answered."""
    app = tabled(accept)
    assert app.reads("Boro takes package 1")
    assert app.reads("“So be it.”")
    app = tabled(propose(("ARIA", "when", "silence"), ("BORO", "verb", "will"), ("ARIA", "verb", "will")))
    assert app.reads("Boro answers package 1 with package 2")
    assert app.reads("BORO TABLES PACKAGE 2")
    app.key("enter")
    assert board_of(app).desk.version == 2, "the first press is for the answer"


def test_a_counter_that_is_dealt_with_has_been_read() -> None:
    """Its card goes when the player begins a counter, and when it is withdrawn meanwhile."""
    counter = propose(("ARIA", "when", "silence"), ("BORO", "verb", "will"), ("ARIA", "verb", "will"))
    app = tabled(counter)
    assert app.find("Into the tray") is None, "a counter is begun with one button"
    assert app.reads("Beside yours it keeps “will")
    assert app.reads("has silence on “How early notice is given” in place of “in good time”.")
    app.press("Counter")
    assert app.find("I have read it") is None
    app = tabled(counter, lambda view: Withdraw(view.who, 2))
    app.key("f")
    app.press("We are listening. Please go on.")
    app.wait()
    assert board_of(app).waiting is None
    assert not app.reads("Boro answers package 1 with package 2")


def test_a_pause_comes_before_what_is_said() -> None:
    """With motion on one sees first who speaks, and then hears it; without it, or at a press of Enter, at once."""
    now = [100.0]
    app = Driven(pace=0.0, size=(1440, 900), settings=Settings(motion=True), policy=playing([decline("when")]),
                 clock=lambda: now[0])  # fmt: skip
    app.host.begin(TWO_WORDS, DelegationId("ARIA"), 1)
    app.push(TableScreen(app))
    app.settle()
    board_of(app).look_at(WHEN)
    board_of(app).choose(TIME)
    app.redraw()
    app.press("Table it")
    app.wait()
    assert app.reads("Boro answers…")
    assert app.find("I have read it") is not None
    assert "Not so soon." not in " ".join(box.words for box in app.boxes() if box.pane == "reply")
    _pass(app, now, PAUSE + 0.1)
    assert "Not so soon." in " ".join(box.words for box in app.boxes() if box.pane == "reply")


def _pass(app: Driven, now: list[float], seconds: float) -> None:
    now[0] += seconds
    app.settle()


def _long_game(size: tuple[int, int], moves: int) -> Driven:
    """The main table after so many packages of ours that were refused."""
    turns: list[Callable[[View], Move]] = [decline(issue, "not-for-this") for issue in ("pko", "info") * moves]
    app = at_table(STATUS_TALKS, "RUS", policy=playing(turns), size=size)
    board = board_of(app)
    for _ in range(moves):
        board.clear()
        for issue in ("pko", "info"):
            row = board.desk.row(IssueId(issue))
            board.look_at(row.issue)
            free = [each for each in row.wordings if not board.desk.lock(each) and "NATO" not in each.stands]
            board.choose(free[0].option)
        app.redraw()
        app.settle()
        app.key("t")
        while not isinstance(app.top, TableScreen):
            app.key("enter")
        app.wait()
    return app


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
def test_many_packages_have_room(size: tuple[int, int]) -> None:
    """The last of them stand in the row, all of them on the sheet; nothing is cut, and every answer is read."""
    app = _long_game(size, 9)
    while not isinstance(app.top, TableScreen):
        app.key("enter")
    assert mislaid(app) == []
    packages = board_of(app).bargaining.packages
    assert len(packages) >= 7
    assert app.find(f"Package {packages[-1].number} of") is not None
    for _ in packages:
        app.key("enter")
        assert mislaid(app) == []
    while not isinstance(app.top, TableScreen):
        app.key("enter")
    assert board_of(app).answer is None
    app.key("0")
    assert mislaid(app) == []
    app.press(f"Package {packages[0].number} of")
    shown = board_of(app).answer
    assert shown is not None
    assert shown.bargain.number == packages[0].number
    assert mislaid(app) == []


def test_newspapers_wait_until_the_answer_is_read() -> None:
    """What was waited for comes first: the answer lies there whatever happens outside, and then the cutting comes."""
    app = at_harbour("BORO", [decline("toll")])
    look_at(app, "toll")
    app.press("half the toll", among="option")
    app.press("Table it")
    app.wait()
    table = app.host.table
    assert table is not None
    assert table.submit(CHAIR, Release(CHAIR, HappeningId("storm")), table.version_for(CHAIR)) is None
    app.host.moved()
    app.settle()
    assert isinstance(app.top, TableScreen)
    assert app.reads("Not so soon.")
    app.press("I have read it")
    assert app.reads("FROM THE NEWSPAPERS")
    assert app.reads("A storm")


def test_what_is_agreed_by_now_is_not_taken_up_again() -> None:
    """The first of two answers is read when the second has already carried the package."""
    app = at_table(THREE_RIVERS, "ARIA", policy=playing([accept, accept]))
    app.press("Declaration", among="option")
    app.press("Table it")
    app.wait()
    assert app.reads("Boro takes package 1")
    assert app.find("Into the tray") is None


def test_a_counter_that_a_third_has_refused_meanwhile_is_still_read() -> None:
    """It answers the player's package, and the player has not had the floor since."""
    counter = propose(("ARIA", "form", "declaration"), ("CELO", "form", "declaration"))
    app = at_table(THREE_RIVERS, "ARIA", policy=playing([counter, decline("form")]))
    app.press("Declaration", among="option")
    app.press("Table it")
    app.wait()
    assert board_of(app).waiting is None
    assert app.reads("Boro answers package 1 with package 2")
