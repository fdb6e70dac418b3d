"""Two people at one window: they hand it to each other, each finds what was left, and neither reads what is the
other's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pygame
import pytest

from game.delegations import computer
from game.desktop import Driven
from game.desktop.kit import clipboard
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Span
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.choose import ChooseScreen
from game.desktop.screens.common import CommonScreen
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.hand_over import HandOverScreen
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.saved import SavedScreen
from game.desktop.screens.sheets import SaySheet
from game.desktop.screens.since import SinceSheet
from game.desktop.screens.table import TableScreen
from game.desktop.screens.title import TitleScreen
from game.scenario import Scenario
from game.table import Table
from game.talks import Leave, Say, Sits, Talks, open_talks
from game.text import DelegationId
from tests.desktop.driving import ISTANBUL, THREE_RIVERS, TWO_WORDS, look_at, mislaid
from tests.desktop.rooms import window
from tests.library import scenario
from tests.test_secrecy import recorded, turned

ARIA, BORO, CELO = DelegationId("ARIA"), DelegationId("BORO"), DelegationId("CELO")
BOTH: dict[DelegationId, Sits] = {ARIA: "person", BORO: "person"}


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every string that any screen paints from now on, also those below a sheet."""
    found: list[str] = []
    lines, texts = Canvas.paragraph, Canvas.text

    def line(self: Canvas, words: str, x: float, y: float, *given: object, **named: object) -> Box:
        found.append(words)
        return texts(self, words, x, y, *given, **named)  # type: ignore[arg-type]

    def paragraph(self: Canvas, words: str | Sequence[Span], *given: object, **named: object) -> object:
        found.extend([words] if isinstance(words, str) else [span.words for span in words])
        return lines(self, words, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Canvas, "text", line)
    monkeypatch.setattr(Canvas, "paragraph", paragraph)
    return found


def two(app: Driven, name: str = TWO_WORDS, first: DelegationId = ARIA, second: DelegationId = BORO) -> Table:
    """Talks of two people, with the window before the first."""
    table = app.host.begin(name, first, 3, as_written=True, also=(second,))
    app.go("table")
    app.settle()
    return table


def there(app: Driven) -> None:
    """Whoever the window is handed to takes it, and reads all that lies over the table."""
    assert isinstance(app.top, HandOverScreen)
    app.key("enter")
    while isinstance(app.top, BriefingScreen | SinceSheet | NewsScreen):
        app.key("enter")
    assert isinstance(app.top, TableScreen)


def say(app: Driven, words: str) -> None:
    """Whoever is there says something, by the keyboard."""
    app.key("f")
    app.type(words)
    app.key("enter")


# ---- the way through -----------------------------------------------------------------------------------------------


def test_a_whole_game_by_keys_alone() -> None:
    """From the choice of seats to the end. Each reads a cable first; what waits is answered, and a text is signed."""
    with window() as app:
        app.push(ChooseScreen(app, ISTANBUL))
        app.settle()
        for key in ("i", "p", "enter"):
            app.key(key)
        assert app.host.people == ("RUS", "NATO")
        assert isinstance(app.top, CommonScreen)
        assert (app.host.who, len(app.stack)) == (None, 1)
        app.key("enter")
        handed, read = 0, 0
        for _ in range(300):
            assert mislaid(app) == []
            match app.top:
                case HandOverScreen():
                    handed += 1
                    app.key("enter")
                case BriefingScreen():
                    read += 1
                    app.key("enter")
                case SinceSheet() | NewsScreen():
                    app.key("enter")
                case TableScreen(board=board) if board.mode == "compose":
                    for key in ("b", "3", "t"):
                        app.key(key)
                case TableScreen(board=board) if board.mode == "closing":
                    app.key("1")
                case TableScreen():
                    app.key("enter")
                case _:
                    break
        assert isinstance(app.top, EndingScreen)
        assert (app.host.who, app.host.handing, read) == (None, None, 2)
        assert handed > 6


def test_a_whole_game_by_the_mouse_alone() -> None:
    """Two words about a lake: one tables both, the other reads that and accepts, and the first leaves all the same."""
    with window(size=(1024, 768)) as app:
        app.push(ChooseScreen(app, TWO_WORDS))
        app.settle()
        for words in ("A second person", "Read the brief", "To the cables", "I speak for Aria", "To the table"):
            app.press(words)
        for issue, wording in (("verb", "will"), ("when", "in good time")):
            look_at(app, issue)
            app.press(wording, among="option")
        app.press("Table it")
        for words in ("I speak for Boro", "To the table"):
            app.press(words)
        assert app.reads("ARIA TABLES PACKAGE 1")
        for words in ("Accept", "I speak for Aria"):
            assert mislaid(app) == []
            app.press(words)
        assert isinstance(app.top, SinceSheet)
        assert app.reads("Boro accepts package 1")
        for words in ("To the table", "Esc menu", "Leave the talks"):
            assert mislaid(app) == []
            app.press(words)
        app.press("Leave the talks", among="go")
        assert isinstance(app.top, EndingScreen)


def test_each_finds_what_was_left() -> None:
    """The package that was prepared, the wording that was looked at; and what the other did meanwhile, all of it."""
    with window() as app:
        two(app)
        there(app)
        assert isinstance(app.top, TableScreen)
        mine = app.top
        app.key("b")
        app.key("2")
        prepared = mine.board.tray
        assert prepared.shifts
        say(app, "Think it over.")
        app.key("enter")
        app.key("enter")
        app.key("enter")
        assert isinstance(app.top, TableScreen), "a remark is read beside whoever made it, and needs no sheet"
        assert app.top is not mine
        assert app.reads("Think it over.")
        assert not app.top.board.tray.shifts
        app.key("p")
        app.press("Tell the newspapers")
        app.key("enter")
        assert isinstance(app.top, SinceSheet)
        assert app.reads("Boro tells the newspapers")
        assert not app.reads("Aria takes the floor"), "one's own words are no news"
        app.key("enter")
        assert app.top is mine
        assert mine.board.tray == prepared


def test_three_seats_and_a_computer() -> None:
    """Whoever comes last sees what two others did, a person and the computer."""
    with window() as app:
        table = two(app, THREE_RIVERS, ARIA, CELO)
        there(app)
        say(app, "One.")
        app.wait()
        assert isinstance(app.top, HandOverScreen)
        assert app.reads("I speak for Celo")
        app.key("enter")
        while isinstance(app.top, BriefingScreen):
            app.key("enter")
        assert app.reads("One.")
        assert app.reads("We are listening.")
        assert table.version == 2


def test_it_is_begun_and_resumed_with_nothing_to_read(tmp_path: Path) -> None:
    """Saved talks say who sits there; going on with them begins with handing over, and goes on with what has happened
    since the seat's own last move."""
    with window(tmp_path / "talks.sqlite3") as app:
        two(app)
        there(app)
        say(app, "First.")
        there(app)
        say(app, "Second.")
        app.key("escape")
        assert isinstance(app.top, TitleScreen)
        assert app.reads("Aria and Boro")
        app.key("s")
        assert isinstance(app.top, SavedScreen)
        assert app.reads("The Town of Aria and The Town of Boro, at one computer")
        app.key("escape")
        app.key("c")
        assert isinstance(app.top, HandOverScreen)
        assert (app.host.who, app.host.handing, len(app.stack)) == (None, ARIA, 1)
        app.key("enter")
        assert isinstance(app.top, TableScreen)
        assert app.reads("Second.")


def test_each_has_an_adviser_of_their_own(tmp_path: Path) -> None:
    """Silenced by one it still speaks to the other, and that is remembered with the talks."""
    with window(tmp_path / "talks.sqlite3") as app:
        app.counsellor._adviser = lambda here: pytest.fail(f"{here} was not to be looked at")
        table = two(app)
        app.host.take_seat(ARIA)
        assert app.counsellor.hush(hushed=True) is None
        app.host.submit(Say(ARIA, remark="Well."), 0)
        app.counsellor._adviser = None
        app.host.take_seat(BORO)
        assert (app.counsellor.hushed, app.host.people) == (False, (ARIA, BORO))
        assert table.game is not None
        app.host.resume(table.game)
        assert not app.counsellor.hushed
        app.host.take_seat(BORO)
        app.host.submit(Say(BORO, remark="Well."), 1)
        app.host.take_seat(ARIA)
        assert app.counsellor.hushed


def test_whoever_is_called_away_covers_the_table() -> None:
    """By the menu; and comes back to it as it was."""
    with window() as app:
        two(app)
        there(app)
        mine = app.top
        app.key("escape")
        app.key("c")
        assert isinstance(app.top, HandOverScreen)
        assert app.reads("I speak for Aria")
        app.key("enter")
        assert app.top is mine


def test_the_press_that_made_the_move_takes_no_seat() -> None:
    """Nor does the second half of a double press, nor a key that is held down; a moment later a press is a press."""
    now = [100.0]
    with window(clock=lambda: now[0]) as app:
        two(app)
        now[0] += 5
        app.key("enter")
        app.key("enter")
        app.key("enter")
        app.host.pace = 0.6
        app.key("f")
        app.type("Well.")
        app.strike(pygame.KSCAN_RETURN, up=False)
        assert isinstance(app.top, HandOverScreen)
        for _ in range(3):
            app.strike(pygame.KSCAN_RETURN, up=False)
        app.strike(pygame.KSCAN_RETURN)
        app.key("enter")
        assert (app.host.who, app.host.handing) == (None, BORO)
        now[0] += 0.7
        app.key("enter")
        assert app.host.who == BORO


def test_the_press_that_took_the_seat_accepts_nothing() -> None:
    """What waits for an answer is not accepted by the second half of a double press; a moment later it is."""
    now = [100.0]
    with window(clock=lambda: now[0]) as app:
        table = two(app)
        there(app)
        say(app, "Well.")
        there(app)
        for issue in ("verb", "when"):
            look_at(app, issue)
            app.key("2")
        app.host.pace = 0.6
        app.key("t")
        assert app.host.handing == ARIA
        now[0] += 0.7
        for _ in range(3):
            app.key("enter")
        assert (app.host.who, table.version) == (ARIA, 2)
        now[0] += 0.7
        app.key("enter")
        assert table.version == 3


# ---- nothing of the other's ----------------------------------------------------------------------------------------

MOVES, PROBED = 6, 1
"""How many moves of a game are compared, and at how many of one's own turns all that can be opened is."""
FIDDLES = ("b", "r", "escape", "e", "escape", "k", "b")
PROBES = (
    "escape",
    "f1",
    "escape",
    "r",
    "escape",
    "e",
    "escape",
    "y",
    "escape",
    "k",
    "j",
    "b",
    "tab",
    "space",
    "escape",
)
"""Keys that open what there is to be read at a table."""


def test_no_key_brings_back_what_the_other_had(painted: list[str]) -> None:
    """While the window is handed over nothing but the two ways on answers: not Escape, a function key, undo, or paste;
    and what was copied from a field is not in the clipboard any more."""
    with window() as app:
        two(app)
        there(app)
        app.key("f")
        app.type("Secretly")
        app.key("a", ctrl=True)
        app.key("c", ctrl=True)
        assert clipboard.pasted() in ("Secretly", "")
        app.key("escape")
        say(app, "Openly")
        assert isinstance(app.top, HandOverScreen)
        assert "Secretly" not in clipboard.pasted()
        assert len(app.stack) == 1
        painted.clear()
        app.key("f1")
        app.key("escape")
        for key in ("r", "e", "y", "f", "z", "v", "t", "1", "b", "tab", "up", "pageup", "backspace", "delete"):
            for ctrl in (False, True):
                app.key(key, ctrl=ctrl)
                assert isinstance(app.top, HandOverScreen), key
        app.redraw()
        app.settle()
        assert not any("ecretly" in words or "Openly" in words for words in painted)
        there(app)
        app.key("f")
        assert isinstance(app.top, SaySheet)
        for key in ("z", "v"):
            app.key(key, ctrl=True)
            assert "ecretly" not in app.top.field.text


def frames(app: Driven, over: Talks, mine: DelegationId, *, fiddling: bool) -> Iterator[object]:
    """Everything that stands in the window while it is handed over and while `mine` sits there: what was painted, and
    a fingerprint of all pixels. The others may fiddle with the table before their moves."""

    def frame(what: object) -> object:
        app.redraw()
        app.settle()
        pixels = hashlib.sha256(pygame.image.tobytes(app.surface, "RGB")).hexdigest()
        return what, type(app.top), app.texts(), pixels, pygame.display.get_caption()

    probed = 0
    for move in over.moves[:MOVES]:
        if isinstance(app.top, HandOverScreen):
            yield frame(move)
            app.key("enter")
        while isinstance(app.top, BriefingScreen | SinceSheet | NewsScreen):
            if app.host.who == mine:
                yield frame(move)
            app.key("enter")
        assert app.host.who == move.by
        if app.host.who == mine:
            yield frame(move)
            probed += 1
            for key in PROBES if probed <= PROBED else ():
                app.key(key)
                yield frame((key, move))
        elif fiddling:
            assert isinstance(app.top, TableScreen)
            for key in (*FIDDLES, "2") if app.top.board.mode == "compose" else FIDDLES:
                app.key(key)
        assert app.host.table is not None
        assert app.host.submit(move, app.host.table.version_for(move.by)) is None


def seen(told: Scenario, over: Talks, mine: DelegationId, *, fiddling: bool = False) -> list[object]:
    """The same in a window of its own."""
    with window(size=(1024, 768)) as app:
        talks = open_talks(told, over.seed, as_written=True)
        app.host.sit(Table(talks, dict.fromkeys(told.ids, "person"), computer), *told.ids)
        app.go("table")
        app.settle()
        return list(frames(app, over, mine, fiddling=fiddling))


@pytest.mark.parametrize("mine", [pytest.param(ARIA, marks=pytest.mark.slow), BORO])
def test_the_others_secrets_change_no_pixel(mine: DelegationId) -> None:
    """With another secret half of every other seat, whose people also do other things at the table before they move,
    all that is painted while one sits there and while the window is handed over is the same, to the pixel."""
    told, over = scenario("harbour"), recorded("harbour", 2)
    here = seen(told, over, mine)
    there = seen(turned(told, mine), over, mine, fiddling=True)
    assert len(here) == len(there) > MOVES + len(PROBES)
    for one, same in zip(here, there, strict=True):
        assert one == same
    other = next(who for who in told.ids if who != mine)
    assert seen(turned(told, other), over, mine) != here, "the comparison is not blind"


# ---- the end -------------------------------------------------------------------------------------------------------


def test_the_end_is_everybodys() -> None:
    """Nobody is called you, both sums stand side by side, and once more means: with the same people."""
    with window() as app:
        table = two(app)
        there(app)
        app.host.submit(Leave(ARIA), table.version)
        app.settle()
        assert isinstance(app.top, EndingScreen)
        assert len(app.stack) == 1
        assert app.reads("everybody may look now")
        app.key("p")
        assert all(app.reads(name) for name in ("The Town of Aria", "The Town of Boro"))
        assert not app.reads("YOU")
        assert app.texts().count("points") == 2
        app.press("Play again")
        assert isinstance(app.top, CommonScreen)
        app.key("enter")
        assert isinstance(app.top, HandOverScreen)
        assert (app.host.people, app.host.handing) == ((ARIA, BORO), ARIA)
        assert app.host.table is not table
