"""Files that are written whole or not at all, and never over another one unasked.

The words go into a file of their own beside the one that is meant, and onto the disk; only then it takes that one's
name, which a system does in one step. So a full disk, a lost folder or a killed program leave the old file as it was.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from itertools import count
from pathlib import Path
from typing import BinaryIO, TextIO

STANDARD_STREAM = "-"
"""Stands for a file on the command line: what is written is printed, and what is read comes from another program."""


class Occupied(Exception):
    """There is a file of this name already, and nobody has said that it may be written over."""


def occupied(file: str) -> bool:
    """Whether a file of this name would be written over: an ordinary one that there is, also through a link. A pipe or
    a device is only written into."""
    with suppress(OSError, ValueError):
        return stat.S_ISREG(os.stat(file).st_mode)
    return False


@contextmanager
def written_whole(file: str | Path, *, over: bool = False) -> Iterator[TextIO]:
    """Something to write UTF-8 into, lines ended as they are: a file of this name has it all when the block has been
    left, and nothing where that ends in an error. `over` says that it may take the place of an ordinary file, and has
    its permissions then.

    Raises `Occupied`, and OSError and ValueError where it cannot be written.
    """
    with _whole(file, over=over) as opened:
        words = TextIOWrapper(opened, encoding="utf-8", newline="")
        try:
            yield words
            words.flush()
        finally:
            with suppress(OSError, ValueError):
                words.detach()


@contextmanager
def _whole(file: str | Path, *, over: bool = False) -> Iterator[BinaryIO]:
    """The same for bytes."""
    if _only_written_into(file):
        with Path(file).open("wb") as opened:
            yield opened
        return
    meant = Path(os.path.realpath(file))  # A link stays one, and leads to what is written.
    if meant.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
    if meant.exists() and not over:
        raise Occupied(file)
    beside = meant.with_name(f".{meant.name[:40]}.{os.getpid()}.part")
    try:
        with beside.open("xb") as opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        _take_place(beside, meant, over=over)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_free(folder: Path, stem: str, ending: str, content: str | bytes) -> Path:
    """Write words or bytes under the first name that is free: stem, stem-2, stem-3. Where one of them says the same
    already, it is that one. Raises OSError."""
    written = content.encode() if isinstance(content, str) else content
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for number in count(1):
        path = folder / (f"{stem}{ending}" if number == 1 else f"{stem}-{number}{ending}")
        try:
            with _whole(path) as opened:
                opened.write(written)
        except Occupied:
            with suppress(OSError):
                if path.read_bytes() == written:
                    return path
        else:
            return path
    raise AssertionError("numbers do not end")


def _only_written_into(file: str | Path) -> bool:
    with suppress(OSError, ValueError):
        mode = os.stat(file).st_mode
        return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
    return False


def _take_place(written: Path, meant: Path, *, over: bool) -> None:
    """Give a file the name that is meant: that of another, whose permissions it has then, or one that is still free."""
    if over:
        with suppress(OSError):
            written.chmod(stat.S_IMODE(meant.stat().st_mode))
        os.replace(written, meant)
    else:
        try:
            meant.open("x").close()
        except FileExistsError:
            raise Occupied(meant) from None
        try:
            os.replace(written, meant)
        except OSError:
            meant.unlink()
            raise
    _settle(meant.parent)


def _settle(folder: Path) -> None:
    """Have the name on the disk too, where a system can."""
    with suppress(OSError, AttributeError):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
