"""A whole game at the terminal in a language for tests: every word that is printed comes out of the catalogue, or from
people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.delegations import computer
from game.players import adviser as counselled
from game.scenario import shelf, source_of
from game.table import HOME, Recorded, Start, Store, Table, open_table
from game.talks import read_move
from game.terminal import Console, list_all, play, play_on, replay, watch
from game.terminal.commands import COMMANDS
from game.terminal.debriefing import ask_topics
from game.text import DelegationId
from game.words import say, speaking
from game.words.debrief import TOPICS
from game.words.opened import OpenedTalks
from tests.terminal.desk import HARBOUR, scripted
from tests.words.pseudo import Finder, Pseudo, authored, ids, plain_words, speaking_cyrillic, written

NONSENSE = written("nonsense")
TYPED = frozenset(
    {
        *COMMANDS,
        *TOPICS,
        "openly",
        "shelf",
        "chair",
        "desktop",
        "all",
        "ask",
        "as",
        "appropriate",
        "watch",
        "play",
        "resume",
        "replay",
        "export",
        "FILE",
        "WHO",
        "issue",
        "option",
    }
)
"""Words that are typed as they are in every language, at the terminal and in the shell."""

READING = (
    *(
        "?",
        "text",
        "issues",
        "look",
        "9",
        "none",
        "",
        "look 1",
        "look 2",
        "status",
        "corridor",
        "why",
        "brief",
        "background",
        "record",
    ),
    *(NONSENSE, "99", "look 99"),
)
WRONG = ("accept", "withdraw", "sign", "read", "circulate", "announce", "table", "hold", "sound", "leave", "no")
"""What is no time for while a text is held up."""


BUILDING = ("?", "1", "?", "1", "drop 1", "2", "2", "rest", "rest mine", "9", "text", "drop", NONSENSE, "1", "9", "")


def test_plain_words_are_found() -> None:
    """A string that bypasses the catalogue is found, what people wrote is not, and neither are ids."""
    finder = Finder(frozenset({"BORO"}), ("terminal/console.py",))
    console = Console(lambda: None, finder.see)
    with speaking(Pseudo()):
        console.tell(say("{who:head} leaves the talks.", who=written("the town")))
        console.tell(say("Seat {who}.", who="BORO"))
        assert finder.found == {}
        console.tell(say("{who:head} leaves the talks.", who="Somebody"))
        assert list(finder.found) == ["tests"]
    assert plain_words("Ťhé ťáĺķś go on", frozenset()) == ["go", "on"]


@pytest.fixture
def finder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Finder]:
    """Looks at every word that is printed, in a game whose only scenario is the harbour."""
    folder = shelf.folder
    authored(HARBOUR, tmp_path)
    monkeypatch.setattr(shelf, "folder", lambda kind: tmp_path if kind == "scenarios" else folder(kind))
    with speaking(Pseudo()):
        yield Finder(ids(HARBOUR) | TYPED, ("terminal/console.py",))


def typing(finder: Finder, *typed: str) -> Console:
    """A console at which this is typed, and whose words are looked at."""
    lines = iter(typed)
    return Console(lambda: next(lines, None), finder.see)


def table_of_boros(*moves: str) -> Table:
    """The harbour after these moves; Boro is played here."""
    table = open_table(source_of("harbour"), "harbour", {BORO: "person", ARIA: "student"}, computer, seed=1)
    for line in moves:
        move = read_move(line)
        assert table.submit(move.by, replace(move, remark=written(move.remark)), table.version_for(move.by)) is None, (
            line
        )
    return table


CLEAN = "tables BORO:notice=will ARIA:notice=will BORO:toll=half ARIA:toll=half BORO:form=summary"
SIGNED = (
    f"BORO {CLEAN}",
    "ARIA accepts 1",
    "BORO initials",
    "ARIA circulates",
    'BORO says "We wait."',
    "ARIA initials",
    "BORO reads boro-mild",
    "ARIA reads -",
)
BORO, ARIA = DelegationId("BORO"), DelegationId("ARIA")


def test_a_game_with_everything_in_it(finder: Finder) -> None:
    """From the choice of the talks: every command that reads, a hold-up answered and one made, a statement, a sounding,
    a package, a circulation, initials, closing statements, the end."""
    typed = ["2", "", "", "", *READING, *WRONG, f"swap {written('Soup for all.')}"]
    typed += ["hold", "yes", "announce 2", "yes", "sound guild", "table", *BUILDING, "cancel", "counter", "cancel"]
    typed += [*READING, "decline 1", "2", "1", "accept", "status", "why", "circulate", "sign", *READING, "read 1"]
    other = ["holds pilots", 'says "."', "gives", CLEAN, CLEAN, "initials", 'says "."', "reads boro-mild"]
    play(typing(finder, *typed), speaking_cyrillic(scripted(*other)), lambda: None, Start(seed=1, as_written=True))
    assert finder.bypassed == []


def test_a_game_that_is_left(finder: Finder) -> None:
    """A package and a non-paper of one's own, a cable, a package that is taken against advice, the adviser, a move as
    a record writes it, and the end without a text."""
    typed = ["", "", "advise off", "advise", "advise on", "advise", ""]
    typed += ["hold", "yes", "table", "1", "they 2", "table"]
    typed += ["withdraw", "table", "1", "me will", "table", "no", "move notice", "will", "no", "ask", "1"]
    typed += [f"says {NONSENSE}", f"moves {NONSENSE}", f"accepts {NONSENSE}", "tables x"]
    typed += ["status", "say", NONSENSE, "accept", "yes", "table", "2", "half", "float", "yes", "status"]
    typed += ["leave", NONSENSE, "leave", "yes", "yes"]
    other = ["gives", "declines 1 over notice, never", 'says "."']
    other += ["tables BORO:notice=silence ARIA:toll=half", 'says "."']
    start = Start("harbour", "BORO", 1, as_written=True)
    play(typing(finder, *typed), speaking_cyrillic(scripted(*other)), lambda: None, start, adviser=counselled)
    assert finder.bypassed == []


def test_several_at_one_keyboard(finder: Finder) -> None:
    """Two delegations, somebody who speaks for an audience, and a chair: who sits where is asked, the keyboard handed
    over, and everybody does what they can."""
    typed = ["outside", "", "boro", "person", "guild", "gazette", ""]
    guild = ["", "GUILD", "", "", *READING, "silent", "break", "answer", "vote yes", "table", NONSENSE, "done"]
    paper = ["", NONSENSE, "?", "GAZETTE", "", "", "headline", f"{NONSENSE} ", "done"]
    chair = ["chair", "chair pass 1", "chair release", "1", "chair revoke", "yes", "chair cable", "chair cable all"]
    chair += [NONSENSE, "chair excuse", "1", "chair admit guild", "chair admit", "", "chair close", "no"]
    boro = ["", "BORO", "", "", "hand", "hand GUILD", "", "GUILD", "status", "done", "", "BORO", *chair[:1]]
    boro += [
        "hide",
        "BORO",
        "vote no",
        "done",
        *chair[1:],
        "",
        "GUILD",
        "",
        "",
        "done",
        "",
        "BORO",
        "table",
        "rest",
        "table",
    ]
    aria = ["", "ARIA", "", "", "accept", "", "BORO", "sign", "", "ARIA", "sound guild", "", "GUILD", "answer", "2"]
    aria += ["", "ARIA", "circulate", "", "GUILD", "status", "break", "1", "", "BORO", "leave", "yes", ""]
    console = typing(finder, *typed, *guild, *paper, *boro, *aria)
    play(console, speaking_cyrillic(scripted()), lambda: None, Start("harbour", seed=1, as_written=True, chair=True))
    assert finder.bypassed == []


def test_what_is_told_beside_a_game(finder: Finder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kept talks, played on and listed; a record told again, with the computer's turns opened; computer against
    computer."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    store = Store()
    console = typing(finder, "", "", f"says {NONSENSE}", "q")
    play(console, speaking_cyrillic(scripted()), lambda: store, Start("harbour", "ARIA", 1))
    play_on(typing(finder, "why", "q"), speaking_cyrillic(scripted()), store, 1)
    list_all(console)
    table = table_of_boros(*SIGNED)
    replay(console, computer, Recorded(table.record(), source_of("harbour")), openly=OpenedTalks.of)
    watch(console, speaking_cyrillic(computer), Start("harbour", seed=3))
    assert finder.bypassed == []


def test_a_debrief(finder: Finder) -> None:
    """Every topic of talks that were signed and of talks that were left, to a player and to a watcher."""
    typed = ("?", NONSENSE, "99", *TOPICS, "shelf", "openly", "")
    for moves, me in ((SIGNED, BORO), (("BORO leaves",), None)):
        ask_topics(typing(finder, *typed), table_of_boros(*moves).record(), source_of("harbour"), me)
    assert finder.bypassed == []
