"""Reading needs no writing: a folder that may not be written, a backup, a stick; and the file is its owner's alone."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

import pytest

from game.delegations import computer
from game.table import HOME, Store, StoreError, open_table, resume
from game.talks import Leave, Say, Sits
from game.text import DelegationId
from tests.library import HERE, source
from tests.processes import Said, in_one_process
from tests.table.refusing import refusing

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
PEOPLE: dict[DelegationId, Sits] = {ARIA: "person", BORO: "person"}

WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""What takes from root the right to write what may not be written."""


def held_back() -> tuple[str, ...]:
    """What a program is begun with so that the rights of files count for it; skips where there is nothing."""
    if os.name != "posix":
        pytest.skip("rights are otherwise here")
    if os.geteuid():
        return ()
    if not shutil.which("setpriv") or subprocess.run([*WITHOUT_RIGHTS, "true"], check=False).returncode:
        pytest.skip("root writes wherever it likes, and setpriv cannot help it")
    return WITHOUT_RIGHTS


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A folder with talks that are over and talks that are not, which may not be written when `shut`."""
    folder = tmp_path / "home"
    with closing(Store(folder / "talks.sqlite3")) as store:
        over = open_table(source("two-words"), "two-words", PEOPLE, computer, seed=4, store=store)
        assert over.submit(ARIA, Leave(ARIA), 0) is None
        going = open_table(source("two-words"), "two-words", PEOPLE, computer, seed=4, store=store)
        assert going.submit(ARIA, Say(ARIA, remark="Good morning."), 0) is None
    yield folder
    folder.chmod(0o700)


def shut(folder: Path) -> dict[str, bytes]:
    """Nothing in the folder may be written; what is in it."""
    for each in folder.iterdir():
        each.chmod(0o400)
    folder.chmod(0o500)
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def commands(home: Path, *argv: Sequence[str]) -> list[Said]:
    """What commands say for which the rights of files count; whoever is asked something leaves."""
    return in_one_process(*argv, held_back=held_back(), typed=b"q\n", machine={HOME: str(home)})


def left_alone(folder: Path) -> None:
    """As it is."""


def with_a_log(folder: Path) -> None:
    """A killed program has left everything in the log, and whoever made the copy has not copied the index of it."""
    copy = folder.with_name("copy")
    with closing(Store(folder / "talks.sqlite3")) as store:
        table = resume(store, 2, computer)
        assert table.submit(BORO, Say(BORO, remark="Good evening."), 1) is None
        copy.mkdir()
        for name in ("talks.sqlite3", "talks.sqlite3-wal"):
            shutil.copy(folder / name, copy / name)
    shutil.rmtree(folder)
    copy.rename(folder)
    assert (folder / "talks.sqlite3-wal").stat().st_size > 0


@pytest.mark.parametrize(("left", "moves"), [(left_alone, 1), (with_a_log, 2)])
def test_what_may_not_be_written_is_read(home: Path, left: Callable[[Path], None], moves: int) -> None:
    """Every command that reads says the same as where it may write, and nothing in the folder is other than it was."""
    held_back()
    left(home)
    before = shut(home)
    said = commands(home, ["list"], ["export", "1"], ["replay", "1"], ["resume", "2"])
    assert [each.code for each in said] == [0] * 4, said
    listed, exported, _, resumed = map(str, said)
    assert f"{moves} move" in listed
    assert "ARIA leaves" in exported
    assert "What is played here is not kept." in resumed
    assert f"after move {moves}" in resumed
    for each in said:
        assert b"--no-save" not in each.out + each.error
    assert {each.name: each.read_bytes() for each in home.iterdir()} == before


def test_new_talks_in_a_folder_that_may_not_be_written(home: Path) -> None:
    """They are refused in a sentence that names what helps: another folder, or nothing kept."""
    held_back()
    shut(home)
    lake = str(HERE / "scenarios" / "two-words.yaml")
    [refused] = commands(home, ["play", lake, "--terminal", "--seat", "ARIA"])
    assert refused.code == 1
    assert b"--no-save" in refused.error
    assert HOME.encode() in refused.error
    assert b"Traceback" not in refused.error


def test_a_file_that_is_only_read(home: Path) -> None:
    """Nothing is begun, appended or deleted through it, and talks that are resumed are not kept."""
    path = home / "talks.sqlite3"
    before = path.read_bytes()
    with closing(Store(path, writable=False)) as store:
        assert [each.id for each in store.games()] == [2, 1]
        table = resume(store, 2, computer)
        assert not table.saved
        assert table.submit(BORO, Say(BORO, remark="Good evening."), 1) is None
        assert not open_table(source("two-words"), "two-words", PEOPLE, computer, store=store).saved
        with refusing("not-saved", path=path, trouble="read-only"):
            store.delete(1)
        with refusing("not-saved", path=path, trouble="read-only"):
            store.hush(2, hushed=True)
    assert path.read_bytes() == before
    assert [each.name for each in home.iterdir()] == ["talks.sqlite3"]


def test_where_nothing_is_kept_nothing_is_made_to_read_it(tmp_path: Path) -> None:
    """To look for talks makes no file."""
    with closing(Store(tmp_path / "none" / "talks.sqlite3", writable=False)) as store:
        assert store.listed() == ()
        with refusing("no-game", game=1):
            store.load(1)
    assert list(tmp_path.iterdir()) == []


def test_one_file_holds_everything_once_it_is_closed(home: Path) -> None:
    """Nothing has to be copied with it."""
    assert [each.name for each in home.iterdir()] == ["talks.sqlite3"]


@pytest.mark.skipif(os.name != "posix", reason="rights are otherwise here")
def test_the_file_is_its_owners_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folder, file and log may be read by nobody else, whatever the mask; a file that was wider is narrowed, and the
    game's own folder, but not one that has been named and was there."""

    def rights(path: Path) -> int:
        return stat.S_IMODE(path.stat().st_mode)

    monkeypatch.setattr("game.table.store_file.user_data_path", lambda *_, **__: tmp_path / "own")
    before = os.umask(0o022)
    try:
        for folder, named in ((tmp_path / "own", 0o700), (tmp_path / "named", 0o755)):
            path = folder / "talks.sqlite3"
            for _ in range(2):
                with closing(Store(path)) as store:
                    open_table(source("two-words"), "two-words", PEOPLE, computer, store=store)
                    files = {each.name: rights(each) for each in folder.iterdir()}
                    assert files.keys() >= {"talks.sqlite3", "talks.sqlite3-wal", "talks.sqlite3-shm"}
                    assert set(files.values()) == {0o600}
                folder.chmod(0o755)
                path.chmod(0o644)
            Store(path).close()
            assert (rights(folder), rights(path)) == (named, 0o600)
        path.chmod(0o444)
        with suppress(StoreError):  # root writes all the same
            Store(path).close()
        assert rights(path) == 0o400, "what may not be written is not made so"
    finally:
        os.umask(before)


def test_a_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    """One that was named and was not there too."""
    if os.name != "posix":
        pytest.skip("rights are otherwise here")
    Store(tmp_path / "named" / "talks.sqlite3").close()
    assert stat.S_IMODE((tmp_path / "named").stat().st_mode) == 0o700


def test_a_file_that_cannot_be_read_either(tmp_path: Path) -> None:
    """A folder in its place is told, to whoever only reads too."""
    (tmp_path / "talks.sqlite3").mkdir()
    with pytest.raises(StoreError) as raised:
        Store(tmp_path / "talks.sqlite3", writable=False)
    assert raised.value.kind == "cannot-read"
