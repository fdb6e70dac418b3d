"""The one register of sources: what a file cites from it is written into the file when it is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario import ScenarioError, folder, load, shipped, source_of
from game.scenario.reader import read
from game.scenario.register import asks, completed
from game.scenario.shelf import REGISTER
from tests.scenario.spoiling import HARBOUR, answers

OWN = "sources:\n  note: {title: Notes of the harbour master, where: invented for the tests}\n"


def test_every_source_has_one_id() -> None:
    """No key stands twice, no source has two ids, and no scenario of the game lists sources of its own."""
    register = read((folder("scenarios") / REGISTER).read_bytes(), REGISTER)
    assert register.mistakes == ()
    assert isinstance(register.data, dict)
    found = {name: load(source_of(name), name).sources for name in shipped()}
    assert all(set(sources) <= set(register.data) for sources in found.values())
    titles = [entry["title"] for entry in register.data.values()]
    assert len(set(titles)) == len(titles), "one source under two ids"
    for name in shipped():
        assert b"\nsources:" not in source_of(name)
        for id, source in found[name].items():
            assert (source.title, source.where) == (register.data[id]["title"], register.data[id].get("where", ""))


def test_a_copy_is_complete_whatever_becomes_of_the_register() -> None:
    """The bytes that are kept with a game tell the same sources when the register has changed, and no line of them has
    moved."""
    file = HARBOUR.replace(OWN, "register: cited\n").encode()
    entries = "note: {title: 'Notes of the harbour master: “é”'}\nother: {title: Nobody cites this}\n"
    kept = completed(file, entries.encode())
    told = load(kept, "kept")
    assert {id: source.title for id, source in told.sources.items()} == {"note": "Notes of the harbour master: “é”"}
    assert not asks(kept)
    before, after = file.splitlines(), kept.splitlines()
    assert len(before) == len(after)
    assert [n for n, line in enumerate(before) if line != after[n]] == [before.index(b"register: cited")]


def test_what_the_register_has_not_is_told() -> None:
    """An author who adds the source may cite it from then on."""
    file = HARBOUR.replace(OWN, "register: cited\n").encode()
    with pytest.raises(ScenarioError, match="no source 'note' in the list of sources"):
        load(completed(file, b""), "f")
    assert load(completed(file, b"note: {title: Here}\n"), "f").sources["note"].title == "Here"


def test_a_file_that_asks_for_nothing_is_as_it_was(tmp_path: Path) -> None:
    """Its own list is enough; one that asks is completed wherever it lies."""
    assert not asks(HARBOUR.encode())
    file = tmp_path / "harbour.yaml"
    file.write_bytes(HARBOUR.encode())
    assert source_of(str(file)) == HARBOUR.encode()
    asking = HARBOUR.replace(OWN, "register: cited\n").replace("[note]", "[S1]").replace("[note, ", "[S1, ")
    file.write_bytes(asking.encode())
    assert load(source_of(str(file)), "f").sources["S1"].title.startswith("NATO, Summary of Conclusions")


def test_an_id_is_of_one_source() -> None:
    """What is in the register cannot be another source in a file; and a copy without its entries says so."""
    twice = "'note' is a source of the register: a source has one id, and an id one source"
    register = "register: {note: {title: Of the register}}\n"
    said = answers((OWN, register + OWN.replace("  note", "  §note")), text=HARBOUR)
    assert said == [twice]
    bare = answers((OWN, f"register: §cited\n{OWN}"), text=HARBOUR)
    assert bare == ["this copy has no entry of the register in it: open the file by its name, or list what it cites"]
