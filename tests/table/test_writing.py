"""Files are written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.table.writing import Occupied, occupied, write_free, written_whole

OLD, NEW = "the old one\n", "Größe −½ “”\n"


def write(path: Path | str, *, over: bool = False, then: Callable[[], object] = int) -> None:
    """Write a file, and do something else before it is done."""
    with written_whole(path, over=over) as opened:
        opened.write(NEW)
        then()


def test_what_is_written_is_there_as_it_is(tmp_path: Path) -> None:
    """UTF-8, with the ends of lines that it has, and with the permissions that any new file gets."""
    write(tmp_path / "new.txt")
    (tmp_path / "usual.txt").touch()
    assert (tmp_path / "new.txt").read_bytes() == NEW.encode()
    assert (tmp_path / "new.txt").stat().st_mode == (tmp_path / "usual.txt").stat().st_mode
    assert sorted(os.listdir(tmp_path)) == ["new.txt", "usual.txt"]


def test_nothing_is_written_over_unasked(tmp_path: Path) -> None:
    """A file that is there stays, through a link too, and one that appears meanwhile; a link stays a link."""
    path, link = tmp_path / "old.txt", tmp_path / "link.txt"
    path.write_text(OLD)
    path.chmod(0o640)
    link.symlink_to(path)
    for name in (path, link):
        assert occupied(str(name))
        with pytest.raises(Occupied):
            write(name)
    with pytest.raises(Occupied):
        write(tmp_path / "late.txt", then=lambda: (tmp_path / "late.txt").write_text(OLD))
    assert path.read_text() == (tmp_path / "late.txt").read_text() == OLD
    write(link, over=True)
    assert link.is_symlink()
    assert path.read_bytes() == NEW.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["late.txt", "link.txt", "old.txt"]


def test_what_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """A fault while it is written leaves the old file whole, no half file and nothing else."""
    (tmp_path / "old.txt").write_text(OLD)
    for name, over in (("old.txt", True), ("new.txt", False)):
        with pytest.raises(ZeroDivisionError):
            write(tmp_path / name, over=over, then=lambda: 1 / 0)
    for none in (tmp_path, tmp_path / "none" / "new.txt", ""):
        with pytest.raises(OSError, match="directory"):
            write(none, over=True)
    with pytest.raises(ValueError, match="null"):
        write("a\0b")
    assert (tmp_path / "old.txt").read_text() == OLD
    assert os.listdir(tmp_path) == ["old.txt"]


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="no bound for the size of files")
@pytest.mark.parametrize("name", ["old.txt", "new.txt"])
def test_a_full_disk_leaves_the_old_file_whole(name: str, tmp_path: Path) -> None:
    """Where no more can be written the old file is there, and no half one."""
    (tmp_path / "old.txt").write_text(OLD)
    code = (
        "import resource, signal, sys\nfrom game.table.writing import written_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        "try:\n    with written_whole(sys.argv[1], over=True) as opened:\n        opened.write('x' * 100_000)\n"
        "except OSError:\n    print('full')\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / name], capture_output=True, text=True, check=True)
    assert done.stdout == "full\n"
    assert (tmp_path / "old.txt").read_text() == OLD
    assert os.listdir(tmp_path) == ["old.txt"]


def test_a_device_is_only_written_into(tmp_path: Path) -> None:
    """Nothing can be lost in a device or a pipe: it is written into, and stays one."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert not occupied(str(tmp_path / "pipe"))
    write(tmp_path / "pipe")
    assert os.read(reader, 100) == NEW.encode()
    os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_name_is_found_that_is_free(tmp_path: Path) -> None:
    """The next number where a name is taken; and no second file for the same words."""
    folder = tmp_path / "not" / "yet"
    assert [write_free(folder, "record", ".txt", words).name for words in ("one", "two", "one", "three", "two")] == [
        "record.txt",
        "record-2.txt",
        "record.txt",
        "record-3.txt",
        "record-2.txt",
    ]
    assert [path.read_text() for path in sorted(folder.iterdir())] == ["two", "three", "one"]
