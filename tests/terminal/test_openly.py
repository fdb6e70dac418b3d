"""The computer's turns told openly in the terminal, with a replay, and not before the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.__main__ import main
from game.delegations import computer
from game.table import Recorded
from game.talks import Record, write_record
from game.terminal import Console, replay
from game.text import DelegationId
from game.words.opened import OpenedTalks
from tests.library import opened, played, source

NAME = "istanbul-communique-1994"
TURNS, AIM = "The computer’s turns, openly.", "Aim. It worked for"
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


def record() -> Record:
    """A short game that is over, in which a person is said to have played Russia."""
    return Record(NAME, "", 1, {RUS: "person", NATO: "computer"}, played(opened(NAME, 1)).moves)


def told(kept: Record, *, open_up: bool = True) -> str:
    """What a replay says."""
    written: list[str] = []
    console = Console(lambda: None, written.append)
    assert replay(console, computer, Recorded(kept, source(NAME)), openly=OpenedTalks.of if open_up else None) == 0
    return " ".join("".join(written).split())


def test_a_replay_opens_the_turns() -> None:
    """At the end every turn of the Alliance is told again, with its aim and its estimate of you; without the option
    there is nothing of the kind."""
    words = told(record())
    assert TURNS in words
    assert words.count("Why. ") == sum(move.by == NATO for move in record().moves)
    assert AIM in words
    assert "most to you" in words
    assert "openly" not in told(record(), open_up=False)


def test_a_replay_of_talks_that_go_on_opens_nothing() -> None:
    """A record without an end is told, and what was thought stays sealed."""
    words = told(replace(record(), moves=record().moves[:3]))
    assert "is opened when" in words
    assert "Aim." not in words


def test_the_command_has_the_option(tmp_path: Path, capsys: object) -> None:
    """`replay FILE --openly` does it from the command line."""
    file = tmp_path / "record.txt"
    file.write_text(write_record(record()), encoding="utf-8")
    assert main(["replay", str(file), "--openly"]) == 0
    said = capsys.readouterr().out  # type: ignore[attr-defined]
    assert TURNS in " ".join(said.split())
