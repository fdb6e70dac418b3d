"""Whole games in the window in a language for tests, with every screen and sheet: every word that is drawn comes out of
the catalogue, or from people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from game import desktop
from game.debrief import Course
from game.desktop import Driven
from game.desktop.counsellor import Counsellor
from game.desktop.desk.slide import slides
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Laid, Style
from game.desktop.own_class import OwnClass
from game.desktop.screens.choose import ChooseScreen
from game.desktop.screens.class_ending import ClassEnding
from game.desktop.screens.class_room import LostScreen
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.join import JoinScreen
from game.desktop.screens.replay import ReplayScreen
from game.desktop.screens.saved import SavedScreen
from game.desktop.screens.sheets import LeaveSheet
from game.desktop.screens.table import TableScreen
from game.lesson import Settings
from game.players import adviser, debriefing
from game.scenario import ScenarioError, open_scenario, shelf, source_of
from game.table import HOME
from game.talks import Decline, Move, Say, View
from game.text import DelegationId
from game.words import speaking
from game.words.opened import OpenedTalks
from tests.desktop.driving import HARBOUR, look_at, playing, propose
from tests.desktop.hosted import hosted, until
from tests.desktop.rooms import window
from tests.desktop.test_held import answer, come, hold
from tests.desktop.test_own_class import HOST
from tests.words.pseudo import Finder, Pseudo, authored, ids, speaking_cyrillic

DESKTOP = Path(desktop.__file__).parent
WRITES = re.compile(r"canvas\.(text|paragraph)\(")

SHEETS = (
    *("why", "sources", "say", "press", "hold", "more", "record", "menu", "help", "leave", "adviser"),
    *("audience-GUILD", "audience-FISHERS", "audience-GAZETTE", "audience-MOOT", "next", "next"),
)
"""What can be pressed at the table and makes no move."""


SHORTER = """
editions:
  - {id: brief, title: A brief one, line: The same three towns, issues: [notice, toll]}
"""
"""A second length at which the harbour may be played, so that there is something to choose."""

TORN = "torn.yaml"
"""The name of a file that cannot be played."""

POINTING = ("x", "space", "left", "down", "space")
"""Keys with which two places of the plot are chosen."""

RECORDED = frozenset(
    (
        *("tables", "floats", "accepts", "declines", "over", "never", "withdraws", "moves", "asks", "says", "initials"),
        *("leaves", "holds", "gives", "swaps", "sits", "announces", "sounds", "circulates", "reads"),
    )
)
"""Words of a record, which are the same in every language: a move that would be made now is told as a record has it."""


@contextmanager
def looking(home: Path) -> Iterator[Finder]:
    """Looks at every word that is drawn, and at what a button says when it is pointed at, in a game whose only scenario
    is the harbour."""
    found = Finder(ids(HARBOUR) | RECORDED | {*HOME.split("_"), Path(TORN).stem}, ("desktop/kit/",))
    folder, write, fill, lay = shelf.folder, Canvas.text, Canvas.set, Canvas.spot
    paths = str(home / "kept.sqlite"), str(home / TORN), str(home)
    whole = home / Path(HARBOUR).name
    whole.write_text(Path(HARBOUR).read_text(encoding="utf-8") + SHORTER, encoding="utf-8")
    authored(str(whole), home)

    def seen(words: str) -> str:
        for path in paths:
            words = words.replace(path, "")
        return words

    def written(canvas: Canvas, words: str, *where: object, **how: object) -> Box:
        found.see(seen(words))
        return write(canvas, words, *where, **how)  # type: ignore[arg-type]

    def filled(canvas: Canvas, laid: Laid, *where: object, **how: object) -> Mapping[str, tuple[Box, ...]]:
        for piece in laid.pieces:
            found.see(seen(piece.words))
        return fill(canvas, laid, *where, **how)  # type: ignore[arg-type]

    def placed(canvas: Canvas, action: Action, *where: object, **how: object) -> None:
        found.see(f"{action.hinted} {action.why}", f"the button {action.id}")
        lay(canvas, action, *where, **how)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch, speaking(Pseudo()):
        patch.setattr(shelf, "folder", lambda kind: home if kind == "scenarios" else folder(kind))
        patch.setattr(Canvas, "text", written)
        patch.setattr(Canvas, "set", filled)
        patch.setattr(Canvas, "spot", placed)
        yield found


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    """What was found in three whole games."""
    home = tmp_path_factory.mktemp("pseudo")
    with looking(home) as found:
        a_game_of_arias(home / "kept.sqlite")
        mistakes = a_game_of_boros(home / "kept.sqlite")
        a_game_of_several(home / "kept.sqlite")
        made = a_class(home / "class.sqlite")
    for shown in found.found.values():
        shown -= {each for each in shown if any(words in each for words in made)}
        shown -= {each for each in shown if any(each in words or words in each for words in mistakes)}
    found.found = {by: shown for by, shown in found.found.items() if shown}
    return found


def press(app: Driven, id: str) -> bool:
    """Press what is called so, where it is there and can be pressed."""
    spot = next((spot for spot in app.canvas.spots if spot.id == id and not spot.why), None)
    if spot is not None:
        spot.act()
    app.redraw()
    app.wait()
    return spot is not None


def do(app: Driven, *spots: str) -> None:
    """Press each of these in turn; then do it all the same, let the others move, and put away the news."""
    for id in spots:
        if id.startswith("option:"):
            look_at(app, id.split(":")[1])
        press(app, id)
    for _ in range(9):
        if isinstance(app.top, TableScreen | EndingScreen):
            return
        if not press(app, "go"):
            app.key("enter")


def look_round(app: Driven) -> None:
    """Open every sheet of the table, and close it again; and have everything explained that is seen."""
    for key in ("f6", "f1", *"jjj", "escape"):
        app.key(key)
    for id in SHEETS:
        press(app, id)
        for _ in range(3):
            if isinstance(app.top, TableScreen):
                break
            app.key("escape")


def advise(app: Driven) -> None:
    """Let the player have an adviser, and open the computer's turns at the end."""
    app.counsellor, app.opener = Counsellor(adviser, app.host), debriefing
    app.host.seated = app.counsellor.sit


def choose(app: Driven, seat: str) -> None:
    """From the title through the choice and the briefing to the table."""
    app.go("title")
    app.settle()
    app.go("choose")
    app.settle()
    for key in ("down", "up", "f", "escape", "v", "v", "v", "v", "i", seat):
        app.key(key)
    if not isinstance(app.top, ChooseScreen):
        app.go("choose")
        app.settle()
        app.key(seat)
    for _ in range(8):
        if isinstance(app.top, TableScreen):
            break
        app.key("enter")
    do(app)


def choose_torn(app: Driven, home: Path) -> tuple[str, ...]:
    """A file that cannot be played, chosen where letters are large, and what is wrong with it, behind its tab:
    words for those who write scenarios, which come back."""
    torn = home / TORN
    torn.write_text("{}", encoding="utf-8")
    app.settings.type = 200
    app.push(ChooseScreen(app, str(torn)))
    app.settle()
    press(app, "leaf-1")
    app.settings.type = 100
    app.go("title")
    app.settle()
    with pytest.raises(ScenarioError) as fault:
        open_scenario(str(torn))
    return tuple(str(mistake).replace(str(torn), "") for mistake in fault.value.mistakes)


def look_back(app: Driven) -> None:
    """Every topic of the debrief, the saved talks, and the title once more."""
    assert isinstance(app.top, EndingScreen)
    app.wait()
    for topic in [spot.id for spot in app.canvas.spots if spot.id.startswith("topic-")]:
        press(app, topic)
        for key in ("down", "end", *(POINTING if topic == "topic-plot" else ())):
            app.key(key)
    app.settings.type = 200
    for topic in (
        "contents",
        "topic-texts",
        "topic-points",
        "topic-after",
        "topic-minds",
        "topic-word",
        "topic-overview",
    ):
        press(app, topic)
    app.settings.type = 100
    assert app.host.table is not None
    assert app.host.source is not None
    course = Course.of(app.host.table.record(), app.host.source[0])
    app.push(ReplayScreen(app, course, minds=OpenedTalks(course)))
    app.settle()
    for key in ("left", "m", "home", "t", "escape", "escape"):
        app.key(key)
    for key in ("left", "escape"):
        app.key(key)
    app.push(SavedScreen(app))
    app.settle()
    app.key("d")
    app.key("escape")
    app.host.again(None)
    app.go("table")
    press(app, "pause")
    app.go("title")
    app.settle()


def a_game_of_arias(kept: Path) -> None:
    """A hold-up is answered, the press told, a package accepted, the text circulated, initialled, read, and signed."""
    half = propose(("BORO", "toll", "half"), ("ARIA", "toll", "half"))
    turns = [hold("pilots"), come("notice", "will"), come("form", "summary"), half]
    with window(kept, policy=speaking_cyrillic(playing(turns))) as app:
        advise(app)
        app.coach.begin()
        choose(app, "a")
        for move in (("answer-swap",), ("press", "tell"), ("option:notice:will", "alone")):
            look_round(app)
            do(app, *move)
        do(app, "how-far", "nearly", "accept")
        for _ in range(6):
            look_round(app)
            do(app, "circulate", "sign", "reading-aria-only")
            if isinstance(app.top, EndingScreen):
                break
            do(app, "say", "stock0")
        look_back(app)


def a_game_of_boros(kept: Path) -> tuple[str, ...]:
    """A hold-up is made, a package built, changed and tabled and refused, and the talks are left; before them somebody
    looks at a file that cannot be played, and its mistakes come back."""
    with window(kept, policy=speaking_cyrillic(playing([answer("give"), refuse]))) as app:
        advise(app)
        mistakes = choose_torn(app, kept.parent)
        choose(app, "b")
        for move in (
            ("hold", "hold-pilots"),
            ("option:notice:will", "option:notice:silence", "rest", "clear", "option:notice:will", "table"),
            ("capital",),
            ("leave", "go"),
        ):
            look_round(app)
            enlarge(app)
            lose(app)
            do(app, *move)
        look_back(app)
    return mistakes


def enlarge(app: Driven) -> None:
    """The same table where letters are large, panel by panel."""
    app.settings.type = 200
    app.redraw()
    app.settle()
    for side in ("wordings", "package", "people"):
        press(app, f"tab:{side}")
    app.settings.type = 100
    app.redraw()
    app.settle()


def lose(app: Driven) -> None:
    """A move cannot be kept, and the player is asked whether to leave all the same."""
    assert app.host.store is not None
    app.host.store._db.execute("PRAGMA query_only=ON")
    do(app, "say", "stock0")
    press(app, "say")
    press(app, "stock0")
    app.asked_to_quit()
    app.settle()
    app.key("escape")
    app.host.take_back()
    app.host.store._db.execute("PRAGMA query_only=OFF")
    for _ in range(3):
        if isinstance(app.top, TableScreen):
            break
        app.key("escape")


def a_game_of_several(kept: Path) -> None:
    """Two towns and two outside at one window: the chair's sheets, the briefs, a package, an answer to one who sounds,
    silence broken; then it is left."""
    with window(kept) as app:
        app.push(ChooseScreen(app))
        app.settle()
        for id in ("people", "outside-GUILD", "outside-GAZETTE", "begin", "on", "chair"):
            press(app, id)
        for id in ("extend-2", "revoke", "wire", "to-ARIA", "close", "happen", "show", "back", "back"):
            press(app, id)
        arrive(app, "pass-GAZETTE")
        look_round(app)
        press(app, "headline")
        app.type("Жж")
        app.key("enter")
        arrive(app)
        do(app, "option:notice:will", "alone")
        arrive(app)
        do(app, "option:notice:will", "option:toll:half", "option:form:summary", "table")
        arrive(app)
        for id in ("menu", "cover"):
            press(app, id)
        arrive(app)
        do(app, "accept")
        arrive(app)
        for id in ("audience-GUILD", "sound"):
            press(app, id)
        arrive(app)
        do(app, "clause-notice", "reply-uneasy")
        arrive(app)
        do(app, "circulate")
        arrive(app)
        look_round(app)
        do(app, "clause-notice", "break")
        arrive(app)
        for id in ("menu", "options", "close", "close", "menu", "leave"):
            press(app, id)
        assert isinstance(app.top, LeaveSheet)
        slides(app.top.board.here)
        press(app, "go")
        assert isinstance(app.top, EndingScreen)
        for id in ("topic-points", "topic-record"):
            press(app, id)


def a_class(kept: Path) -> tuple[str, ...]:
    """A seat in a class: the door, the brief, the pen, what is suggested, the end, and out. Gives the codes and the
    address, which are no words."""
    settings = Settings(Path(HARBOUR).stem, own_names=True)
    with hosted(kept, settings, files=source_of) as at, window() as app:
        app.push(JoinScreen(app, at.address, at.code))
        app.settle()
        for id in ("other", "other"):
            press(app, id)
        for words in ("\t", "Жж"):
            app.type(words)
        app.key("enter")
        until(app, lambda: app.visit is not None and app.visit.room)
        others = [at.partner(name) for name in ("Вв", "Гг", "Дд")]
        at.teach("start")
        at.teach("advance")
        until(app, lambda: app.visit is not None and app.visit.here is not None)
        press(app, "on")
        until(app, lambda: press(app, "question"))
        press(app, "close")
        at.teach("advance")
        mine = app.visit.seat if app.visit else None
        assert mine is not None
        mate = next(each for each in others if each.guest.seat and each.guest.seat.seat == mine.seat)
        move = Say(DelegationId(mine.seat), remark="Жж")
        mate.do(lambda guest: guest.suggest(move))
        mate.do(lambda guest: guest.act("ask-for-pen"))
        until(app, lambda: app.visit and app.visit.team and app.visit.team.asking)
        look_round(app)
        press(app, "people")
        press(app, f"give-{mate.guest.seat.device if mate.guest.seat else None}")
        until(app, lambda: app.visit and not app.visit.has_pen)
        press(app, "close")
        at.teach("preside", move={"kind": "close", "by": "*chair"})
        until(app, lambda: isinstance(app.top, ClassEnding))
        for topic in ("texts", "after", "record"):
            press(app, f"topic-{topic}")
        at.teach("remove", device="d1")
        until(app, lambda: isinstance(app.top, LostScreen))
        a_class_of_ones_own(app)
        return mine.seat_code, at.code, at.address


def a_class_of_ones_own(app: Driven) -> None:
    """The door of a class on this computer, and the question before it is closed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.desktop.app.OwnClass", lambda after=None: OwnClass(HOST, after))
        patch.setattr("webbrowser.open", lambda _: True)
        app.open_class()
        app.settle()
        own = app.own_class
        assert own is not None
        until(app, lambda: own.opened)
    press(app, "close")
    press(app, "go")


def arrive(app: Driven, *first: str) -> None:
    """Whoever is handed the window, or asks for it, takes it and reads what lies there."""
    for id in (*first, "there"):
        press(app, id)
    for _ in range(5):
        if isinstance(app.top, TableScreen | EndingScreen):
            break
        app.key("enter")


def refuse(view: View) -> Move:
    """Refuse the package that waits, over its first word and for ever."""
    return Decline(view.who, view.waiting[0].number, view.waiting[0].issues[0], True, remark="")


def test_plain_words_are_found_in_the_window(tmp_path: Path) -> None:
    """What is drawn past the catalogue is found, and what a button would say."""
    with looking(tmp_path) as found, window() as app:
        app.settle()
        app.canvas.text("Drawn past it", 0, 0, Style())
        app.canvas.spot(Action("id", "Words", app.quit, hint="Press it"), Box(0, 0, 9, 9))
    assert found.bypassed == ["tests: Drawn past it", "the button id: Press it"]


def test_every_word_comes_out_of_the_catalogue(finder: Finder) -> None:
    """From the title to the debrief, with every sheet: nothing that is drawn has bypassed it."""
    assert finder.bypassed == []


def test_every_screen_was_visited(finder: Finder) -> None:
    """Every file of the window that writes anything has written something in these games, but for the day of a
    historical text: the harbour is invented, and has none."""
    files = [path for folder in ("screens", "desk") for path in (DESKTOP / folder).glob("*.py")]
    writing = {path.relative_to(DESKTOP.parent).as_posix() for path in files if WRITES.search(path.read_text("utf-8"))}
    assert writing - finder.showed == {"desktop/screens/the_day.py"}
