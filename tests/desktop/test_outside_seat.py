"""Whoever speaks for an audience at the window: the brief, the question, the clauses, the answers, and a headline."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.delegations import computer
from game.desktop import Driven
from game.desktop.screens.choose import ChooseScreen
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.hand_over import HandOverScreen
from game.desktop.screens.outside_briefing import OutsideBriefing
from game.desktop.screens.printing import HeadlineSheet
from game.desktop.screens.saved import SavedScreen
from game.desktop.screens.since import SinceSheet
from game.desktop.screens.table import TableScreen
from game.scenario import AudienceId, Scenario
from game.table import Table
from game.talks import CHAIR, Admit, Move, Refused, Sits, Talks, open_talks, play, write_move
from game.text import DelegationId
from tests.desktop.driving import HARBOUR, mislaid
from tests.desktop.rooms import SIZES, window
from tests.library import scenario
from tests.rulebook import A, B, after
from tests.rulebook.test_18_persons import DIETS, DUKES, POSTS, clean
from tests.test_secrecy import recorded, turned

PEOPLE = (A, B, DUKES, DIETS, POSTS)


@contextmanager
def lake(*moves: str, size: tuple[int, int] = (1024, 768), scale: float = 1.0) -> Iterator[Driven]:
    """A window before five people: two delegations, an ally, a parliament and a newspaper of one of them."""
    with window(size=size, scale=scale) as app:
        talks = after(clean("DUKE", "DIET", "POST"), *moves)
        app.host.sit(Table(talks, dict.fromkeys(PEOPLE, "person"), computer), *PEOPLE)
        app.go("table")
        app.settle()
        yield app


def there(app: Driven, who: DelegationId) -> TableScreen:
    """Whoever is asked for takes the window and reads what lies over the table."""
    assert isinstance(app.top, HandOverScreen)
    assert app.host.handing == who
    app.key("enter")
    while isinstance(app.top, OutsideBriefing | SinceSheet):
        assert mislaid(app) == []
        app.key("enter")
    assert isinstance(app.top, TableScreen)
    assert mislaid(app) == []
    return app.top


def last(app: Driven) -> str:
    """The last move, as the record has it."""
    assert app.host.table is not None
    moves: tuple[Move, ...] = app.host.table.record().moves
    return write_move(moves[-1])


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_the_brief_of_a_seat_outside(size: tuple[int, int], scale: float) -> None:
    """What it is, what it can do, what the words are worth to it and what it needs; once."""
    with lake("A circulates", size=size, scale=scale) as app:
        app.key("enter")
        assert isinstance(app.top, OutsideBriefing)
        assert mislaid(app) == []
        assert app.reads("silence runs for you")
        assert app.reads("30 at best")
        app.key("enter")
        assert isinstance(app.top, TableScreen)
        assert mislaid(app) == []
        app.key("escape")
        app.key("g")
        assert isinstance(app.top, OutsideBriefing)
        app.key("enter")
        assert isinstance(app.top, TableScreen)


def test_silence_is_kept() -> None:
    """By Enter: that is consent, and the window goes on to whoever is next."""
    with lake("A circulates") as app:
        there(app, DUKES)
        assert app.reads("Who keeps silent consents.")
        app.key("enter")
        assert last(app) == "DUKE keeps silence"
        assert isinstance(app.top, HandOverScreen)
        assert app.host.handing == B


def test_silence_is_broken_over_a_clause() -> None:
    """The clause is named first; the tile says what would come of that. Then it is one press."""
    with lake("A circulates") as app:
        screen = there(app, DUKES)
        app.key("x")
        assert screen.board.notice == "name the clause first"
        app.press("The council", among="clause")
        assert screen.board.tray.word == "council"
        app.key("x")
        assert last(app) == "DUKE breaks silence over council"


def test_an_answer_is_given() -> None:
    """To whoever has sounded it, who alone hears it: the next thing that they see."""
    with lake("A sounds DUKE") as app:
        there(app, DUKES)
        assert app.reads("YOU ARE ASKED")
        assert not app.find("Pass the computer on"), "it would come back: the answer is waited for"
        app.press("Uneasy")
        assert last(app) == "DUKE answers uneasy"
        assert app.host.handing == A


def test_a_vote_is_cast() -> None:
    """Against it only with a clause; for it at once."""
    with lake("A circulates", "DUKE keeps silence", "B initials", "A initials") as app:
        screen = there(app, DIETS)
        assert app.reads("YOUR VOTE IS CALLED")
        app.key("n")
        assert screen.board.notice == "name the clause first"
        app.key("a")
        assert last(app) == "DIET votes yes"
        assert isinstance(app.top, EndingScreen)
        assert mislaid(app) == []


def test_a_headline_is_printed() -> None:
    """By whoever asks for the window out of turn; once in a stretch of the talks, and in so many signs."""
    with lake() as app:
        assert app.host.handing == A
        app.press("The Post", among="pass")
        there(app, POSTS)
        app.key("h")
        assert isinstance(app.top, HeadlineSheet)
        app.type("All eyes on the lake")
        assert app.reads("60 signs are left")
        assert mislaid(app) == []
        app.key("enter")
        assert last(app) == 'POST prints  "All eyes on the lake"'
        assert app.host.handing == A
        app.press("The Post", among="pass")
        screen = there(app, POSTS)
        app.key("h")
        assert screen.board.notice
        app.key("p")
        assert app.host.handing == A


def test_who_speaks_for_an_audience_moves_no_word() -> None:
    """Wordings can be read, with what they are worth to it; nothing goes into a package, and there is no adviser."""
    with lake("A circulates") as app:
        app.counsellor._adviser = lambda here: pytest.fail(f"{here} was not to be looked at")
        screen = there(app, DUKES)
        app.settle()
        for key in ("1", "2", "t", "m", "f", "c", "l", "g"):
            app.key(key)
        assert screen.board.tray.shifts == ()
        assert app.top is screen
        assert app.host.table is not None
        assert app.host.table.version == 4


def test_why_the_others_wait() -> None:
    """A delegation reads for whom the talks wait, and of an ally that it has sounded that it has not answered."""
    for move, told in (("A circulates", "Silence runs for the Duke"), ("A sounds DUKE", "no answer yet")):
        with window(size=(1024, 768)) as app:
            seats: dict[DelegationId, Sits] = {A: "person", B: "computer", DUKES: "person"}
            app.host.sit(Table(after(clean("DUKE"), move), seats, computer), A)
            app.go("table")
            app.settle()
            assert app.reads(told)
            assert mislaid(app) == []


def test_the_end_is_told_of_those_outside_too() -> None:
    """Every topic of the debrief can be read where somebody outside has moved, and nothing of it fails."""
    with lake("A circulates", "DUKE breaks silence over council", "B leaves") as app:
        assert isinstance(app.top, EndingScreen)
        app.key("r")
        assert app.reads("breaks silence")
        assert mislaid(app) == []
        app.key("p")
        assert app.reads("the Duke has nothing to judge")
        assert app.reads("counts for no delegation")
        assert mislaid(app) == []


def test_who_speaks_for_those_outside_is_chosen(tmp_path: Path) -> None:
    """With a second person those outside can be spoken for too, and each reads what is theirs. Saved talks say who sat
    there; those that were left before anybody moved are forgotten."""
    with window(tmp_path / "talks.sqlite3", size=(1024, 768)) as app:
        app.push(ChooseScreen(app, HARBOUR))
        app.settle()
        assert not app.reads("WHO SPEAKS FOR THOSE OUTSIDE?")
        app.key("p")
        app.press("The guild of pilots", among="outside")
        assert mislaid(app) == []
        app.key("enter")
        app.key("escape")
        assert app.host.store is not None
        assert app.host.store.games() == ()
        app.push(ChooseScreen(app, HARBOUR))
        app.settle()
        app.key("p")
        app.press("The guild of pilots", among="outside")
        app.key("enter")
        app.key("enter")
        assert app.host.people == ("BORO", "ARIA", "GUILD")
        assert app.host.table is not None
        assert app.host.table.seats[DelegationId("GUILD")] == "person"
        app.press("The guild", among="pass")
        app.key("enter")
        assert isinstance(app.top, OutsideBriefing)
        app.push(SavedScreen(app))
        app.settle()
        assert app.reads("The Town of Boro, The Town of Aria and The guild of pilots, at one computer")


# ---- nothing of the others' ------------------------------------------------------------------------------------------


def frames(told: Scenario, over: Talks, mine: DelegationId) -> list[object]:
    """All that stands in the window before some moves of a game, while somebody outside looks at what is theirs."""
    found: list[object] = []
    with window(size=(1024, 768)) as app:
        talks = open_talks(told, over.seed, as_written=True)
        played = play(talks, Admit(CHAIR, AudienceId(mine)))
        assert not isinstance(played, Refused)
        people = (*told.ids, mine)
        app.host.sit(Table(played, dict.fromkeys(people, "person"), computer), *people)
        app.go("table")
        app.settle()
        for move in over.moves[:3]:
            if app.host.handing is None:
                app.host.cover()
            app.host.pass_to(mine)
            for key in ("enter", "enter", "r", "escape", "b", "tab"):
                app.key(key)
                app.redraw()
                app.settle()
                pixels = hashlib.sha256(pygame.image.tobytes(app.surface, "RGB")).hexdigest()
                found.append((move, key, type(app.top), app.texts(), pixels))
            app.host.cover()
            assert app.host.table is not None
            app.host.pass_to(move.by)
            assert app.host.take_seat(move.by)
            assert app.host.submit(move, app.host.table.version_for(move.by)) is None
    return found


def test_the_others_secrets_change_no_pixel_outside() -> None:
    """With other sheets of all delegations, and of every other audience, whoever speaks for one sees the same, to the
    pixel; with another sheet of its own it does not."""
    told, over, guild = scenario("harbour"), recorded("harbour", 2), DelegationId("GUILD")
    others = turned(turned(told, told.ids[0]), told.ids[1])
    own = {**others.judgements, AudienceId(guild): told.judgements[AudienceId(guild)]}
    here = frames(told, over, guild)
    assert len(here) == 18
    for one, same in zip(here, frames(replace(others, judgements=own), over, guild), strict=True):
        assert one == same
    assert frames(others, over, guild) != here, "the comparison is not blind"
