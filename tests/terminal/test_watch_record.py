"""The record of talks that the computer plays, kept while they are watched."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.__main__ import main
from game.talks import read_record

LAKE = str(Path(__file__).parent.parent / "scenarios" / "two-words.yaml")
Capture = pytest.CaptureFixture[str]


def test_what_is_watched_is_kept_and_can_be_heard_again(tmp_path: Path, capsys: Capture) -> None:
    """The same talks are told as without a record; the file replays to them and is whole."""
    file = tmp_path / "a.record"
    assert main(["watch", LAKE, "--seed", "3"]) == 0
    alone = capsys.readouterr().out
    assert main(["watch", LAKE, "--seed", "3", "--record", str(file)]) == 0
    told = capsys.readouterr().out
    assert told.startswith(alone)
    assert str(file) in "".join(told[len(alone) :].split())
    record = read_record(file.read_text(encoding="utf-8"))
    assert (record.scenario, record.seed, set(record.seats.values())) == ("two-words", 3, {"ambassador"})
    assert main(["replay", str(file), "--scenario", LAKE]) == 0
    assert len(record.moves) > 0


def test_json_stays_json(tmp_path: Path, capsys: Capture) -> None:
    """Beside a record nothing else is printed than without one."""
    assert main(["watch", LAKE, "--json"]) == 0
    alone = capsys.readouterr().out
    assert main(["watch", LAKE, "--json", "--record", str(tmp_path / "a.record")]) == 0
    assert capsys.readouterr().out == alone


def test_a_record_is_printed_alone(tmp_path: Path, capsys: Capture) -> None:
    """As it would stand in a file, so that another command can read it; not among lines of JSON."""
    file = tmp_path / "a.record"
    assert main(["watch", LAKE, "--seed", "3", "--record", str(file)]) == 0
    capsys.readouterr()
    assert main(["watch", LAKE, "--seed", "3", "--record", "-"]) == 0
    assert capsys.readouterr().out == file.read_text(encoding="utf-8")
    assert main(["watch", LAKE, "--json", "--record", "-"]) == 1
    assert "--json" in capsys.readouterr().err


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_a_file_that_is_there_stays(tmp_path: Path, capsys: Capture, option: list[str]) -> None:
    """Unless somebody says otherwise; and before anything is played."""
    file = tmp_path / "a.record"
    file.write_text("mine")
    assert main(["watch", LAKE, "--record", str(file), *option]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "--force" in said.err
    assert file.read_text() == "mine"
    assert main(["watch", LAKE, "--record", str(file), "--force", *option]) == 0
    assert file.read_text().startswith("As Appropriate record 1")


def test_a_record_never_takes_the_place_of_its_scenario(tmp_path: Path, capsys: Capture) -> None:
    """Whatever is said; and a folder that is not there is a sentence."""
    copy = tmp_path / "lake.yaml"
    copy.write_bytes(Path(LAKE).read_bytes())
    assert main(["watch", str(copy), "--record", str(copy), "--force"]) == 1
    assert "is the scenario itself" in capsys.readouterr().err
    assert main(["watch", LAKE, "--record", str(tmp_path / "none" / "a.record")]) == 1
    assert "cannot be written" in capsys.readouterr().err
