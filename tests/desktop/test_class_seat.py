"""A seat of a class in the window: a real host on a port of this machine, and a person with mouse and keyboard."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.desktop import Driven
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.class_ending import ClassEnding
from game.desktop.screens.class_people import PeopleSheet
from game.desktop.screens.class_room import LostScreen, WaitingScreen
from game.desktop.screens.class_seat import SeatScreen
from game.desktop.screens.join import JoinScreen
from game.desktop.screens.outside_briefing import OutsideBriefing
from game.desktop.screens.title import TitleScreen
from game.desktop.visit import UNREACHED, Visit, address_of
from game.guest import Guest, Said, Unreachable
from game.lesson import Settings
from game.scenario import AudienceId
from game.seat import Afar
from game.talks import Decline, Move, Say, Sound
from game.text import DelegationId
from tests.desktop.driving import mislaid
from tests.desktop.hosted import Hosted, Partner, hosted, until
from tests.desktop.rooms import SIZES, window

ARIA = DelegationId("ARIA")
TWO_WORDS = Settings("two-words", own_names=True)


def visit(app: Driven) -> Visit:
    """The class in which the window is."""
    assert app.visit is not None
    return app.visit


def seat(app: Driven) -> Afar:
    """The seat before the window."""
    found = visit(app).here
    assert found is not None
    return found


def board(app: Driven) -> SeatScreen:
    """The table screen."""
    found = next(screen for screen in app.stack if isinstance(screen, SeatScreen))
    assert isinstance(found, SeatScreen)
    return found


def join(app: Driven, at: Hosted, name: str = "Maria") -> None:
    """Come in by the title."""
    app.go("title")
    app.press("Join a class")
    app.type(at.address.removeprefix("http://"))
    app.key("tab")
    app.type(at.code.lower())
    app.key("tab")
    app.type(name)
    app.key("enter")
    until(app, lambda: isinstance(app.top, WaitingScreen) and visit(app).room)


@contextmanager
def at_table(
    tmp_path: Path, settings: Settings = TWO_WORDS, names: str = "Ivan Ann Bo"
) -> Iterator[tuple[Hosted, Driven, list[Partner]]]:
    """A class that talks, with a window in its first seat and others without one."""
    with hosted(tmp_path / "class.sqlite3", settings) as at, window() as app:
        join(app, at)
        others = [at.partner(name) for name in names.split()]
        at.begin()
        until(app, lambda: visit(app).here is not None)
        app.press("Back to the table")
        until(app, lambda: seat(app).sure)
        yield at, app, others


def beside(app: Driven, others: list[Partner], *, mate: bool) -> Partner:
    """Somebody of the same seat, or of the other one."""
    mine = visit(app).seat
    assert mine is not None
    return next(each for each in others if each.guest.seat and (each.guest.seat.seat == mine.seat) is mate)


@pytest.mark.parametrize(
    ("typed", "address", "code"),
    [
        ("192.168.1.7", "http://192.168.1.7", ""),
        (" host.local:8080/ ", "http://host.local:8080", ""),
        ("https://school.example/class/#BCDFGH-key", "https://school.example/class", "BCDFGH-key"),
    ],
)
def test_an_address_is_read_as_somebody_types_it(typed: str, address: str, code: str) -> None:
    """With its code, where it is copied from what the QR code shows."""
    assert address_of(typed) == (address, code)


@pytest.mark.parametrize("typed", ["", "ftp://host", "http://", "host:port", "a b:0"])
def test_what_is_no_address_is_known_at_once(typed: str) -> None:
    """Before anything is sent."""
    with pytest.raises(ValueError, match=f"^{typed}$"):
        address_of(typed)


def test_what_is_wrong_at_the_door_is_said_there(tmp_path: Path) -> None:
    """No address, nobody there, no such code; what was typed stays."""
    with hosted(tmp_path / "class.sqlite3", TWO_WORDS) as at, window() as app:
        app.go("join")
        screen = app.top
        assert isinstance(screen, JoinScreen)
        app.type("::")
        app.key("enter")
        assert app.reads("This is no address")
        for _ in range(2):
            app.key("backspace")
        app.type(at.address)
        app.key("enter")
        assert app.reads("A code is missing")
        app.key("tab")
        app.type("BBBBBB")
        app.key("enter")
        until(app, lambda: app.reads("There is no class with this code"))
        app.press("I had a seat on another device")
        app.press("Take that seat")
        until(app, lambda: app.reads("There is no class with this code"))
    with window() as app:
        app.push(JoinScreen(app, at.address, "BCDFGH"))
        app.press("Join")
        until(app, lambda: app.reads("Nobody answers there"))
        app.key("escape")
        assert isinstance(app.top, TitleScreen)


def test_a_seat_is_played_as_at_the_own_table(tmp_path: Path) -> None:
    """The brief, a package that the host prices, a move by a key, the others' answer, the end of the talks."""
    with at_table(tmp_path) as (at, app, others):
        assert not app.visit or app.visit.room
        assert app.reads("left to talk")
        app.press("Close the rest")
        until(app, lambda: seat(app).sure)
        assert app.reads("after this package")
        app.key("enter")
        until(app, lambda: not seat(app).desk.my_turn and not seat(app).tray.shifts)
        assert app.reads("YOUR PACKAGE 1 IS ON THE TABLE")
        beside(app, others, mate=False).move(lambda desk: Decline(desk.who, 1, desk.issues[0].issue))
        until(app, lambda: seat(app).desk.my_turn)
        app.key("f")
        app.press("We are listening.")
        until(app, lambda: not seat(app).desk.my_turn and isinstance(app.top, SeatScreen))
        at.teach("preside", move={"kind": "close", "by": "*chair"})
        until(app, lambda: isinstance(app.top, ClassEnding))
        for topic in ("Points", "The two texts", "Record"):
            app.press(topic)
            assert not mislaid(app)
        app.press("Leave the class")
        mine = visit(app).seat
        assert mine is not None
        assert app.reads(mine.seat_code)
        app.press("Leave the class")
        assert isinstance(app.top, TitleScreen)
        assert app.visit is None


@pytest.mark.slow
def test_what_is_pressed_before_the_host_has_answered_is_done_when_it_has(tmp_path: Path) -> None:
    """A wording and Enter in one breath: the package that was meant is tabled, once."""
    with at_table(tmp_path) as (_, app, _):
        issue = seat(app).scenario.text.negotiated[0]
        board(app).board.choose(issue.options[0].id)
        assert not seat(app).sure
        board(app).board.table_it()
        until(app, lambda: seat(app).desk.version == 1)
        package = seat(app).desk.packages[0]
        assert {each.option for each in package.shifts} == {issue.options[0].id}


@pytest.mark.slow
def test_the_pen_goes_from_hand_to_hand(tmp_path: Path) -> None:
    """A partner suggests and asks; whoever has not the pen suggests by the same buttons."""
    with at_table(tmp_path) as (_, app, others):
        mate = beside(app, others, mate=True)
        mate.do(lambda guest: guest.suggest(Say(ARIA, remark="Let us listen.")))
        mate.do(lambda guest: guest.act("ask-for-pen"))
        until(app, lambda: app.reads("There is a suggestion. Somebody asks for the pen."))
        app.key("z")
        assert isinstance(app.top, PeopleSheet)
        assert app.reads("Let us listen.")
        assert not mislaid(app)
        app.press("Do it")
        until(app, lambda: seat(app).desk.version == 1)
        app.key("z")
        app.press("Hand the pen on")
        until(app, lambda: not visit(app).has_pen)
        app.press("Back to the table")
        assert app.reads("Ivan holds the pen")
        beside(app, others, mate=False).move(lambda desk: Say(desk.who, remark="So."))
        until(app, lambda: seat(app).desk.my_turn)
        app.press("Close the rest")
        until(app, lambda: seat(app).sure)
        app.key("enter")
        until(app, lambda: (team := visit(app).team) and team.suggestion and team.suggestion.by == "d1")
        assert seat(app).desk.version == 2
        assert seat(app).tray.shifts, "what was only suggested still lies in the tray"
        app.key("z")
        app.press("Ask for the pen")
        until(app, lambda: (team := visit(app).team) and team.asking == ("d1",))


@pytest.mark.slow
def test_a_lost_host_is_found_again_with_the_draft(tmp_path: Path) -> None:
    """Below the screen stands that there is no connection; a package can be prepared meanwhile, and is tabled then."""
    with hosted(tmp_path / "class.sqlite3", TWO_WORDS) as at:
        port = int(at.address.rpartition(":")[2])
        app_at = window()
        app = app_at.__enter__()
        join(app, at)
        at.partner("Ivan")
        at.begin()
        until(app, lambda: visit(app).here is not None)
        app.press("Back to the table")
        until(app, lambda: seat(app).sure)
    try:
        until(app, lambda: app.reads("No connection"))
        app.press("Close the rest")
        shifts = seat(app).tray.shifts
        assert shifts
        assert not seat(app).sure
        app.press("Say")
        app.press("We are listening.")
        until(app, lambda: app.reads("The class does not answer"))
        app.press("Say nothing")
        with hosted(tmp_path / "class.sqlite3", TWO_WORDS, port):
            until(app, lambda: not app.reads("No connection") and seat(app).sure)
            assert seat(app).tray.shifts == shifts
            app.key("enter")
            until(app, lambda: seat(app).desk.version == 1)
            assert seat(app).desk.packages[0].shifts == shifts
    finally:
        app_at.__exit__(None, None, None)


@pytest.mark.slow
def test_another_device_takes_the_seat_and_it_is_taken_back(tmp_path: Path) -> None:
    """By the seat code that the window shows."""
    with at_table(tmp_path) as (at, app, _):
        mine = visit(app).seat
        assert mine is not None
        app.key("z")
        assert app.reads(mine.seat_code)
        other = Partner(at.address, Guest(at.address))
        other.do(lambda guest: guest.come_back(at.code, mine.seat_code))
        until(app, lambda: visit(app).lost == "moved")
        assert isinstance(app.top, LostScreen)
        app.press("Take it back")
        until(app, lambda: visit(app).lost is None and visit(app).here is not None)
        assert isinstance(app.top, BriefingScreen)
        again = visit(app).seat
        assert again is not None
        assert (again.device, again.number) == (mine.device, mine.number)


@pytest.mark.slow
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_whoever_is_an_audience_has_a_seat_too(tmp_path: Path, size: tuple[int, int], scale: float) -> None:
    """Its own brief, and its own tray."""
    settings = Settings("harbour", own_names=True)
    with hosted(tmp_path / "class.sqlite3", settings) as at, window(size=size, scale=scale) as app:
        others = [at.partner(name) for name in ("Ivan", "Ann", "Bo", "Cy")]
        assert others
        join(app, at)
        at.teach("start")
        at.teach("sit", device="d5", letter="A", seat="GUILD")
        at.teach("advance")
        at.teach("advance")
        until(app, lambda: visit(app).here is not None and seat(app).desk.judging is not None)
        assert isinstance(app.top, OutsideBriefing)
        assert not mislaid(app)
        app.press("Back to the table")
        until(app, lambda: seat(app).sure)
        assert not mislaid(app)
        assert app.reads("left to talk")
        first = next(each for each in others if each.guest.seat and each.guest.seat.seat == "ARIA")
        first.move(lambda desk: Sound(desk.who, AudienceId("GUILD")))
        until(app, lambda: app.reads("to answer: then the computer does"))
        assert not mislaid(app)
        at.teach("hold")
        until(app, lambda: app.reads("The table rests"))
        at.teach("go-ahead")
        until(app, lambda: app.reads("to answer: then the computer does"))
        app.press("Yes, we could take it")
        until(app, lambda: seat(app).desk.mode == "listen")
        assert not app.reads("then the computer does")


@pytest.mark.slow
def test_the_lesson_is_followed_from_part_to_part(tmp_path: Path) -> None:
    """To read, to answer the question, to talk; what the chair sends and does is laid over the table; another seat."""
    with hosted(tmp_path / "class.sqlite3", TWO_WORDS) as at, window(size=(1024, 768)) as app:
        join(app, at)
        others = [at.partner(name) for name in ("Ivan", "Ann", "Bo")]
        assert others
        at.teach("start")
        until(app, lambda: visit(app).here is not None)
        app.press("Back to the table")
        assert app.reads("left to read")
        at.teach("advance")
        until(app, lambda: app.reads("left to agree among yourselves"))
        assert not mislaid(app)
        app.press("A question")
        assert not mislaid(app)
        issue = seat(app).scenario.text.negotiated[1]
        app.press(issue.title)
        until(app, lambda: (room := visit(app).room) and room.answer == issue.id)
        assert app.reads("Kept. You may change it.")
        at.teach("advance")
        until(app, lambda: app.reads("left to talk"))
        assert isinstance(app.top, SeatScreen), "what is asked no more is not shown any more"
        at.teach("preside", move={"kind": "wire", "by": "*chair", "remark": "Ten minutes are left."})
        until(app, lambda: app.reads("From the chair"))
        assert app.reads("Ten minutes are left.")
        app.key("enter")
        at.teach("hold")
        until(app, lambda: app.reads("The table rests: the teacher lets it go on."))
        app.key("f")
        app.press("We are listening.")
        until(app, lambda: app.reads("The table rests") and seat(app).desk.version == 1)
        app.press("Say nothing")
        at.teach("go-ahead")
        at.teach("sit", device="d1", letter="A", seat="BORO")
        until(app, lambda: seat(app).desk.who == "BORO")
        assert isinstance(app.top, BriefingScreen)
        at.teach("preside", move={"kind": "close", "by": "*chair"})
        until(app, lambda: isinstance(app.top, ClassEnding))
        for _ in range(3):
            at.teach("advance")
        until(app, lambda: app.find("A question") is not None)
        app.press("A question")
        app.press(issue.title)
        until(app, lambda: (room := visit(app).room) and room.answer == issue.id)


@pytest.mark.slow
def test_an_adviser_thinks_on_the_host(tmp_path: Path) -> None:
    """Where the class has one: its words, and its package in the tray."""
    with at_table(tmp_path, Settings("two-words", own_names=True, adviser=True)) as (_, app, others):
        app.key("g")
        until(app, lambda: app.find("Into the tray") is not None)
        assert not mislaid(app)
        app.press("Into the tray")
        until(app, lambda: seat(app).sure)
        assert seat(app).tray.shifts
        app.press("Table it")
        until(app, lambda: not seat(app).desk.my_turn)
        app.key("g")
        until(app, lambda: app.reads("Your adviser has nothing to say now"))
        beside(app, others, mate=False).move(lambda desk: Say(desk.who, remark="So."))
        until(app, lambda: app.find("Into the tray") or app.find("Do that"))


def test_what_was_not_answered_goes_out_again_as_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A move that may have arrived counts once: it is sent under the same id until it is answered."""
    sent: list[str] = []

    async def move(_: Move, __: int, id: str) -> None:
        sent.append(id)
        if len(sent) == 1:
            raise Unreachable("no wifi")

    away, heard = Visit("http://127.0.0.1:9"), list[Said | None]()
    monkeypatch.setattr(away._guest, "move", move)
    try:
        for number in range(1, 4):
            away.move(Say(ARIA, remark="So."), 0, heard.append)
            end = time.monotonic() + 10
            while len(heard) < number:
                assert time.monotonic() < end
                away.deliver()
                time.sleep(0.01)
    finally:
        away.close()
    assert heard == [UNREACHED, None, None]
    assert sent[0] == sent[1] != sent[2]
