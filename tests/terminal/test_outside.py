"""Whoever speaks for an audience, at the terminal: what it reads, what it is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from game.delegations import Policy
from game.scenario import source_of
from game.table import HOME, Start, Store, Table, open_table
from game.talks import Sits, read_move, write_move
from game.terminal import Session, play
from game.text import DelegationId
from tests.terminal.desk import HARBOUR, Desk, agreeable, scripted
from tests.terminal.test_handover import to, turns

BORO, ARIA, GUILD, MOOT, GAZETTE, FISHERS = (
    DelegationId(each) for each in ("BORO", "ARIA", "GUILD", "MOOT", "GAZETTE", "FISHERS")
)
READ = ["", ""]
"""Enter to read whom one watches, Enter to begin."""
CLEAN = (
    "BORO tables BORO:notice=will ARIA:notice=will BORO:toll=half ARIA:toll=half BORO:form=summary",
    "ARIA accepts 1",
    "BORO initials",
)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def table(*people: DelegationId, moves: Sequence[str] = (), policy: Policy = agreeable) -> Table:
    """The harbour after these moves, with people in these seats and the computer at the table."""
    seats: dict[DelegationId, Sits] = {BORO: "student", ARIA: "student"}
    seats.update((who, "person") for who in people)
    made = open_table(source_of(HARBOUR), HARBOUR, seats, policy, seed=1, as_written=True)
    for move in map(read_move, moves):
        assert made.submit(move.by, move, made.version_for(move.by)) is None
    return made


def sat(at: Table, *typed: str) -> str:
    """What stands on the screen, clearings included, when these lines are typed."""
    desk = Desk(typed, remains="nothing")
    Session(desk.console, at).play(begins=True)
    return desk.printed


def flat(words: str) -> str:
    """On one line."""
    return " ".join(words.split())


def moves_of(at: Table, who: DelegationId) -> list[str]:
    """What a seat has done."""
    return [write_move(move).partition(" ")[2] for move in at.record().moves if move.by == who]


def test_an_ally_alone_follows_the_talks_and_keeps_silence() -> None:
    """It reads whom it watches, hears each move as it is made, and is asked when the talks wait for it."""
    at = table(GUILD, moves=CLEAN)
    shown = flat(sat(at, *READ, "done", "silent"))
    assert "You speak for the guild, and judge from outside what Aria stands for." in shown
    assert "You are content with 8 points or more." in shown
    assert "How early notice is" not in shown
    assert "“will tell” 6" in shown
    assert shown.index("Aria circulates") < shown.index("Silence runs for you")
    assert moves_of(at, GUILD) == ["keeps silence"]
    assert at.verdict is not None
    assert "The talks are over" in shown
    assert "For you the signed text is worth +2 beside what you needed." in shown


def test_an_ally_breaks_silence_and_names_the_clause() -> None:
    """Which is asked for where it is not typed; what cannot be named is refused with the reason."""
    at = table(GUILD, moves=CLEAN)
    shown = flat(sat(at, *READ, "done", "break", "notice"))
    assert moves_of(at, GUILD) == ["breaks silence over notice"]
    assert "The guild breaks silence" in shown
    typed = table(GUILD, moves=CLEAN)
    sat(typed, *READ, "done", "break notice")
    assert moves_of(typed, GUILD) == ["breaks silence over notice"]


def test_an_ally_is_sounded_and_answers_as_it_likes() -> None:
    """It is called to the keyboard though nobody waits for it."""
    at = table(GUILD, moves=CLEAN, policy=scripted("sounds GUILD", "circulates"))
    shown = flat(sat(at, *READ, "done", "answer uneasy over toll", "q"))
    assert "Aria asks how you would take the text as it stands there." in shown
    assert moves_of(at, GUILD) == ["answers uneasy over toll"]
    later = table(GUILD, moves=CLEAN, policy=scripted("sounds GUILD", "circulates"))
    sat(later, *READ, "done", "done", "silent")
    assert moves_of(later, GUILD) == ["keeps silence"]
    asked = table(GUILD, moves=CLEAN, policy=scripted("sounds GUILD", "circulates"))
    sat(asked, *READ, "done", "answer", "3", "q")
    assert moves_of(asked, GUILD) == ["answers no"]


def test_a_parliament_votes() -> None:
    """Yes, or no over a clause."""
    protocol = (CLEAN[0].replace("BORO:form=summary", "ARIA:form=protocol"), *CLEAN[1:])
    for typed, written in ((["vote yes"], "votes yes"), (["vote no over notice", "q"], "votes no over notice")):
        at = table(MOOT, moves=protocol)
        shown = flat(sat(at, *READ, "done", *typed))
        assert "Your vote is called: the talks wait for it." in shown
        assert moves_of(at, MOOT) == [written]


def test_a_newspaper_prints_one_headline_a_stretch() -> None:
    """All hear it; a second one is refused, and so is one that is too long."""
    at = table(GAZETTE, BORO)
    typed = to("GAZETTE", *READ, "headline " + "x" * 81, 'headline "Toll: all or nothing"')
    shown = flat(sat(at, *typed, *to("BORO", *READ, "q")))
    assert "80" in shown
    assert [move.remark for move in at.record().moves if move.by == GAZETTE] == ["Toll: all or nothing"]
    assert "The Gazette: “Toll: all or nothing”" in shown.rpartition("BORO when nobody else looks on: BORO")[2]


def test_each_only_has_its_own_words() -> None:
    """A delegation does not vote, and whoever is outside tables nothing; the talks wait for no done."""
    at = table(GUILD, BORO)
    shown = sat(at, *to("GUILD", *READ, "table", "sign", "done"), *to("BORO", *READ, "silent", "done", "q"))
    (_, guild), (_, boro), _ = turns(shown)
    assert guild.count("You are not at the table") == 2
    assert "That is for whoever speaks for an audience." in boro
    assert "The talks wait for your move." in boro
    assert not moves_of(at, GUILD)


def test_the_keyboard_is_handed_to_whoever_is_not_waited_for() -> None:
    """And comes back; nobody's sheet is on the other's screen."""
    at = table(GUILD, BORO)
    typed = [*to("GUILD", *READ, "done"), *to("BORO", *READ, "hand MOOT", "hand guild"), *to("GUILD", "done")]
    shown = sat(at, *typed, *to("BORO", "q"))
    assert [who for who, _ in turns(shown)][:4] == ["GUILD", "BORO", "GUILD", "BORO"]
    first, boro, again = (flat(part) for _, part in turns(shown)[:3])
    assert "is worth" in first
    assert "is worth 8 points to you" not in boro
    assert "Type hand and one of GUILD." in boro
    assert "Press Enter to read whom you watch." not in again


def test_who_speaks_for_an_audience_is_asked_at_the_start() -> None:
    """Alone, or besides others at the same keyboard."""
    desk = Desk(["outside", "guild", "", *READ, "q"])
    play(desk.console, agreeable, lambda: None, Start(HARBOUR))
    assert "The guild of pilots: consents to what Aria signs." in desk.flat
    assert "You speak for the guild, and judge from outside what Aria stands for." in desk.flat
    desk = Desk(["outside", "", "Boro", "person", "moot", "gazette", "", "q"])
    play(desk.console, agreeable, lambda: None, Start(HARBOUR))
    assert "At this keyboard people play Boro, Aria, the moot and the Gazette, by turns." in desk.flat


def test_who_speaks_for_an_audience_is_named_at_the_start(tmp_path: Path) -> None:
    """And in the record; nobody is called you in the debrief."""
    store = Store(tmp_path / "talks.sqlite3")
    desk = Desk([*READ, "done", "q"])
    play(desk.console, agreeable, lambda: store, Start(HARBOUR, "guild", 1, as_written=True))
    record, _ = store.load(1)
    assert record.seats == {BORO: "ambassador", ARIA: "ambassador", GUILD: "person"}
    assert (record.people, record.only_person((BORO, ARIA))) == ((GUILD,), None)
    store.close()
