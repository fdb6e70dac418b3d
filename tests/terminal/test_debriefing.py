"""The debrief at the terminal: topics of a record by the command, and at the end of a game."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from game.__main__ import main
from game.debrief.first_topics import first_topics
from game.delegations import computer
from game.table import HOME, Store, fingerprint, table_of
from game.talks import Accept, Record, write_record
from game.terminal import Session
from game.terminal.debriefing import ask_topics
from game.text import DelegationId
from game.words.debrief import TOPICS, section, topic_title
from game.words.first_topics import why_first
from game.words.page import Paragraph, unmarked
from tests.debrief.courses import debrief_of_today, record
from tests.library import source
from tests.terminal.desk import Desk

SHORT = "istanbul-communique-1994"
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


def lead(me: DelegationId | None) -> str:
    """The sentence that says how the talks went, as one side is told it, or somebody who only reads."""
    told = section(debrief_of_today(SHORT, 1), "overview", me)
    assert told
    first = told.blocks[0]
    assert isinstance(first, Paragraph)
    return unmarked(first.words)


LEAD, TO_THE_ALLIANCE, TO_NOBODY = (lead(me) for me in (RUS, NATO, None))


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))


@pytest.fixture
def file(tmp_path: Path) -> str:
    """The record of a finished game in which a person played Russia."""
    return written(tmp_path, record(SHORT, 1))


def written(folder: Path, kept: Record) -> str:
    """A record in a file."""
    there = folder / "record.txt"
    there.write_text(write_record(kept), encoding="utf-8")
    return str(there)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command tells, on one line."""
    assert main(["debrief", *words]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_without_a_topic_it_says_how_it_went(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In one sentence, with what else there is to hear."""
    told = said(capsys, file)
    assert LEAD in told
    assert "Clause by clause." not in told
    assert all(topic in told.rpartition("to hear more:")[2] for topic in (*list(TOPICS)[1:], "openly", "all"))


def test_topics_are_told_in_the_order_in_which_they_are_named(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each once, whatever its case."""
    told = said(capsys, file, "parts", "CLAUSES", "parts")
    assert told.count("Points taken apart.") == 1
    assert told.index("Points taken apart.") < told.index("Clause by clause.")
    assert LEAD not in told


def test_all_is_everything_but_the_turns(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One topic after the other."""
    told = said(capsys, file, "all")
    assert all(topic_title(topic) in told for topic in TOPICS)
    assert "The computer’s turns, openly." not in told
    assert "The computer’s turns, openly." in said(capsys, file, "openly")


def test_whoever_is_named_is_called_you(file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The seat that is named, else the one person, and among several nobody."""
    assert TO_THE_ALLIANCE in said(capsys, file, "--seat", "nato")
    both = written(tmp_path, replace(record(SHORT, 1), seats={RUS: "person", NATO: "person"}))
    assert TO_NOBODY in said(capsys, both)
    assert LEAD in said(capsys, both, "overview", "--seat", "RUS")


def test_kept_talks_are_told_by_their_number(capsys: pytest.CaptureFixture[str]) -> None:
    """As with every command that takes a record."""
    store = Store()
    game = store.begin(
        replace(record(SHORT, 1), digest=fingerprint(source(SHORT))), "Istanbul", source(SHORT), ended=True
    )
    store.close()
    assert LEAD in said(capsys, str(game))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["parst"], "There is no topic 'parst'; did you mean 'parts'? The topics are overview,"),
        (["--seat", "DUMA"], "There is no seat 'DUMA'"),
    ],
)
def test_what_there_is_not_is_said(words: list[str], why: str, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the nearest, and nothing is told."""
    assert main(["debrief", file, *words]) == 1
    out, err = capsys.readouterr()
    assert why in err
    assert out == ""


def test_talks_that_go_on_are_not_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of them is opened."""
    kept = record(SHORT, 1)
    going = written(tmp_path, replace(kept, moves=kept.moves[:5]))
    assert main(["debrief", going]) == 1
    assert "These talks are not over" in capsys.readouterr().err


def ending(*typed: str) -> Desk:
    """The end of a session at which this is typed."""
    desk, kept = Desk(typed), record(SHORT, 1)
    session = Session(desk.console, table_of(kept, source(SHORT), computer))
    session.debriefs = (ask_topics, source(SHORT))
    assert session.play() == 0
    return desk


def test_the_end_of_a_game_offers_the_topics() -> None:
    """By number and by word, as often as one likes; Enter, or the end of the input, leaves."""
    for typed in ((), ("",), ("q",)):
        shown = ending(*typed)
        assert "1. How it went (overview)" in shown.printed
        assert LEAD not in shown.flat
    told = ending("1", "claus", "measures", "").flat
    assert LEAD in told
    assert told.index("Clause by clause.") < told.index("Not one number.")


def test_what_tells_most_of_these_talks_is_named_first() -> None:
    """Two or three topics with their words and why, before the list of all."""
    shown = ending("").flat
    before, _, after = shown.partition("What can be told of these talks now:")
    begin = before.partition("To begin with, in these talks:")[2]
    talks = debrief_of_today(SHORT, 1)
    told = [each for each in first_topics(talks, RUS) if each.topic in TOPICS]
    assert told
    for each in told:
        assert f"{topic_title(each.topic)} ({each.topic}). {why_first(talks.scenario, each, RUS)}" in begin
        assert f"{topic_title(each.topic)} ({each.topic})" in after, "it stands in the list as well"


def test_what_is_none_of_the_topics_is_said() -> None:
    """And they are asked for again; a list names them once more, and a question mark says what to do."""
    shown = ending("nonsense", "99", "?", "list", "openly", "").flat
    assert "“nonsense” is none of these." in shown
    assert "There is no number 99" in shown
    assert shown.count("1. How it went (overview)") == 2
    assert "it is told" in shown
    assert "The computer’s turns, openly." in shown


def test_a_move_that_is_spoken_of_can_be_heard() -> None:
    """By its number, at once; beyond the last it is the last."""
    made = record(SHORT, 1).moves
    last = len(made)
    taken = next(number for number, move in enumerate(made, 1) if isinstance(move, Accept))
    shown = ending("clauses", f"move {taken}", "move 999", "move", "").flat
    assert f"(move {taken}, hour" in shown
    heard = shown.partition(f"Move {taken} of")[2]
    assert "accepts package" in heard
    assert f"Move {last} of {last}." in heard
    assert "“move” is none of these." in heard


def test_the_shelf_is_of_the_games_that_are_kept_here(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is kept, or nothing of this scenario, there is nothing to tell; else how earlier games ended."""
    assert "Earlier games: there is nothing to tell of it" in said(capsys, file, "shelf")
    with closing(Store()) as store:
        for seed in (1, 2, 3):
            found = replace(record(SHORT, seed), digest=fingerprint(source(SHORT)))
            store.begin(found, "Istanbul", source(SHORT), ended=True)
    told = said(capsys, file, "shelf")
    assert "2 earlier games of this scenario are kept here." in told
    assert "shelf" in said(capsys, file).rpartition("to hear more:")[2]
