"""Scenarios are found by id or by path, and a file that cannot be opened is answered in a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.scenario import ScenarioError, asset, load, open_scenario, shelf, shipped, source_of
from game.scenario.reader import MOST_BYTES
from tests.scenario.spoiling import SCENARIOS, TWO_WORDS


def refusal(name: str) -> str:
    """What is said instead of opening a scenario."""
    with pytest.raises(ScenarioError) as caught:
        open_scenario(name)
    return str(caught.value)


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_scenario_loads(name: str) -> None:
    """What comes with the game has no mistake, and its id is the name of its file."""
    assert open_scenario(name).id == name


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: str(path.stem))
def test_every_scenario_of_the_tests_loads(path: Path) -> None:
    """The small scenarios of all rooms' tests open by their paths."""
    assert open_scenario(str(path)).id == path.stem


def test_an_unknown_name_is_answered_with_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is neither shipped nor a file offers the shipped one that was meant."""
    monkeypatch.setattr(shelf, "folder", lambda kind: SCENARIOS if kind == "scenarios" else SCENARIOS / "none")
    assert shipped() == ("harbour", "three-rivers", "two-words")
    assert open_scenario("two-words").id == "two-words"
    assert (
        refusal("two-word") == "two-word: there is no scenario of this name and no such file; did you mean 'two-words'?"
    )
    assert refusal("zzz") == "zzz: there is no scenario of this name and no such file"


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    """A folder, a missing file, a pipe, a file out of bounds and names that no file can have."""
    assert refusal(str(tmp_path)) == f"{tmp_path}: is a folder, not a scenario file"
    assert refusal(str(tmp_path / "no.yaml")) == f"{tmp_path}/no.yaml: there is no such file"
    assert refusal("") == "'': there is no scenario of this name and no such file"
    assert refusal("a\0b.yaml").startswith("a\\x00b.yaml: ")
    assert refusal("\udcff.yaml") == "\\udcff.yaml: there is no such file"
    assert refusal("x" * 5000 + ".yaml").endswith("cannot be read: File name too long")
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (MOST_BYTES * 3))
    assert len(source_of(str(large))) == MOST_BYTES + 1
    assert refusal(str(large)) == f"{large}:1:1: the file is larger than 1 MiB"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are for Unix")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write into it."""
    os.mkfifo(tmp_path / "pipe.yaml")
    assert refusal(str(tmp_path / "pipe.yaml")).endswith("is not an ordinary file")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """The reason is the system's own."""
    locked = tmp_path / "locked.yaml"
    locked.write_text(TWO_WORDS, encoding="utf-8")
    locked.chmod(0)
    assert refusal(str(locked)).endswith("cannot be read: Permission denied")


def test_an_installed_package_brings_its_own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside a wheel the folders lie in `_data`; in a checkout beside the package."""
    checkout = shelf.folder("scenarios")
    assert (checkout.parent / "pyproject.toml").is_file()
    (tmp_path / "game" / "_data" / "scenarios").mkdir(parents=True)
    monkeypatch.setattr(shelf, "_PACKAGE", tmp_path / "game")
    assert shelf.folder("scenarios") == tmp_path / "game" / "_data" / "scenarios"
    assert shipped() == ()


def test_assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An asset is a file inside the folder of assets and nowhere else."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "stamp.png").touch()
    (tmp_path / "secret").touch()
    monkeypatch.setattr(shelf, "folder", lambda kind: tmp_path / kind)
    assert asset("stamp.png").name == "stamp.png"
    for name in ("stmp.png", "../secret", ".", "a\0b"):
        with pytest.raises((FileNotFoundError, ValueError)):
            asset(name)


def test_text_and_bytes_load_alike() -> None:
    """A caller who has the text already need not encode it."""
    assert load(TWO_WORDS, "f") == load(TWO_WORDS.encode(), "f")
