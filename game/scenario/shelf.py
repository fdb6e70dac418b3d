"""Where the shipped scenarios and assets lie, and how a scenario is opened by its id or by the path of a file."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from game.scenario.build import load
from game.scenario.mistakes import Mistake, ScenarioError, did_you_mean, printable
from game.scenario.reader import MOST_BYTES
from game.scenario.register import asks, completed
from game.scenario.scenario import Scenario
from game.scenario.topics.editions import WHOLE

_PACKAGE = Path(__file__).resolve().parent.parent
_ENDINGS = (".yaml", ".yml")
REGISTER = "sources.yml"
"""The sources of all scenarios, beside them on the shelf."""
STANDARD_INPUT = "-"
"""Stands for a file: what another program sends."""


def folder(kind: str) -> Path:
    """The folder of `scenarios` or `assets`: inside an installed package, beside it in a checkout."""
    installed = _PACKAGE / "_data" / kind
    if not installed.is_dir() and (_PACKAGE.parent / "pyproject.toml").is_file():
        return _PACKAGE.parent / kind
    return installed


def shipped() -> tuple[str, ...]:
    """The ids of the scenarios that come with the game, in alphabetical order."""
    return tuple(sorted(path.stem for path in folder("scenarios").glob("*.yaml")))


def open_scenario(name_or_path: str, edition: str = WHOLE) -> Scenario:
    """A shipped scenario by its id, or the one in a file, in one of its editions. Raises `ScenarioError`."""
    return load(source_of(name_or_path), name_of(name_or_path), edition)


def source_of(name_or_path: str) -> bytes:
    """The bytes of a scenario file, with what it cites from the register of sources written in: at most one more than
    a file may have. Raises `ScenarioError`."""
    source = _bytes_of(name_or_path)
    return completed(source, _register()) if asks(source) else source


def _register() -> bytes:
    """The register of sources; empty where there is none."""
    try:
        return (folder("scenarios") / REGISTER).read_bytes()
    except OSError:
        return b""


def _bytes_of(name_or_path: str) -> bytes:
    shown = name_of(name_or_path)
    if name_or_path == STANDARD_INPUT:
        return _sent()
    path = _find(name_or_path)
    try:
        if path.is_dir():
            raise _closed(shown, "is a folder, not a scenario file")
        if not path.exists():
            raise _closed(shown, "there is no such file")
        if not path.is_file() and not _is_sent(path):
            # Reading a pipe or a device could wait for ever.
            raise _closed(shown, "is not an ordinary file")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this cannot be the name of a file"
        raise _closed(shown, f"cannot be read: {reason}") from None


def name_of(name_or_path: str) -> str:
    """How messages name the file: as it was given, with signs that cannot be printed written out, and in quotation
    marks where nothing would be seen."""
    if name_or_path == STANDARD_INPUT:
        return "<stdin>"
    return printable(name_or_path, longest=300) if name_or_path.strip() else f"'{printable(name_or_path)}'"


def is_file_of(name_or_path: str, file: str) -> bool:
    """Whether a file is that of a scenario, by whatever name."""
    try:
        return os.path.samefile(_find(name_or_path), file)
    except (OSError, ValueError, ScenarioError):
        return False


def asset(name: str) -> Path:
    """The path of a shipped asset, by its path inside the folder. Raises FileNotFoundError."""
    home = folder("assets").resolve()
    path = (home / name).resolve()
    if not path.is_relative_to(home) or not path.is_file():
        raise FileNotFoundError(f"there is no asset '{printable(name)}'")
    return path


@cache
def _sent() -> bytes:
    """What another program sends; it can be read but once."""
    try:
        with open(0, "rb", closefd=False) as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _closed(name_of(STANDARD_INPUT), f"cannot be read: {error.strerror}") from None


def _is_sent(path: Path) -> bool:
    """Whether a path is a pipe that the shell has opened for this command, as for `<(...)`: somebody writes into it."""
    return path.is_fifo() and str(path).startswith(("/dev/fd/", "/dev/stdin", "/proc/self/fd/"))


def _find(name_or_path: str) -> Path:
    path = Path(name_or_path)
    if name_or_path in shipped():
        return folder("scenarios") / f"{name_or_path}.yaml"
    looks_like_path = path.suffix in _ENDINGS or any(sign in name_or_path for sign in {"/", os.sep})
    if looks_like_path or os.path.lexists(name_or_path.replace("\0", "")):
        return path
    offer = did_you_mean(name_or_path, shipped())
    raise _closed(name_of(name_or_path), f"there is no scenario of this name and no such file{offer}")


def _closed(shown: str, sentence: str) -> ScenarioError:
    return ScenarioError([Mistake(shown, 0, 0, sentence)])
