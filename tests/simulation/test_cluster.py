"""Sweeps on a Dask cluster: the same bytes as at home, and a sentence for whatever is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path
from socket import socket

import pytest

from game.__main__ import main
from game.simulation.cluster_worker import OtherRules, fingerprint, play_here
from game.terminal.simulating import sweep_of
from tests.library import HERE

ROOT = HERE.parent
LAKE = str(HERE / "scenarios" / "two-words.yaml")
SHORT = "istanbul-communique-1994"

needs_dask = pytest.mark.skipif(find_spec("distributed") is None, reason="no Dask here: pip install .[cluster]")
Capture = pytest.CaptureFixture[str]


def simulate(*argv: str) -> subprocess.CompletedProcess[str]:
    """The command, in a process of its own."""
    command = [sys.executable, "-m", "game", "simulate", *argv]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


@contextmanager
def dask(kind: str, *argv: str, folder: Path, path: Path = ROOT) -> Iterator[None]:
    """A scheduler or a worker, in a process of its own, that finds its modules in `path` first."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", f"distributed.cli.dask_{kind}", *argv],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.kill()
        process.wait()


def worker(address: str, *, folder: Path, path: Path = ROOT) -> AbstractContextManager[None]:
    """A worker that plays one talks at a time."""
    return dask("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", folder=folder, path=path)


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler on a machine without the game."""
    (tmp_path / "empty" / "game").mkdir(parents=True)
    (tmp_path / "empty" / "game" / "__init__.py").touch()
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with dask("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", folder=tmp_path,
              path=tmp_path / "empty"):  # fmt: skip
        yield f"tcp://127.0.0.1:{port}"


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Where the extra is not installed one sentence names it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "game.simulation.cluster", raising=False)
    monkeypatch.delattr("game.simulation.cluster", raising=False)
    assert main(["simulate", LAKE, "--cluster", "tcp://127.0.0.1:1"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert 'pip install "as-appropriate[cluster]"' in said.err


def test_the_rules_have_a_fingerprint() -> None:
    """Talks are played elsewhere by the same rules, and by no others."""
    sweep = sweep_of(LAKE, [])
    work = (sweep.source, sweep.name, sweep.policies, sweep.as_written)
    assert play_here(fingerprint(), work, (3, 4)) == sweep.play((3, 4))
    with pytest.raises(OtherRules):
        play_here("other", work, (3, 4))


@needs_dask
@pytest.mark.slow
def test_an_address_that_does_not_answer_is_told() -> None:
    """Nobody there, or somebody who speaks another language, as the page beside the scheduler does: one sentence."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]
    alone = simulate(LAKE, "--cluster", f"127.0.0.1:{port}")
    page = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=HERE)
    try:
        time.sleep(1)
        beside = simulate(LAKE, "--cluster", f"127.0.0.1:{port}")
    finally:
        page.kill()
        page.wait()
    for done in (alone, beside):
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == f"No Dask scheduler answers at 127.0.0.1:{port}.\n"


@needs_dask
@pytest.mark.slow
def test_a_cluster_prints_the_same_bytes(scheduler: str, tmp_path: Path) -> None:
    """Two workers that cannot see the scenario's file, through a scheduler without the game."""
    copy = tmp_path / "mine.yaml"
    shutil.copy(ROOT / "scenarios" / f"{SHORT}.yaml", copy)
    options = [str(copy), "--runs", "60", "--policy", "RUS=hold-up", "--json"]
    with worker(scheduler, folder=tmp_path), worker(scheduler, folder=tmp_path):
        there = simulate(*options, "--cluster", scheduler)
    assert (there.returncode, there.stderr) == (0, "")
    assert there.stdout == simulate(*options, "--jobs", "1").stdout


@needs_dask
@pytest.mark.slow
def test_a_worker_must_have_this_game(scheduler: str, tmp_path: Path) -> None:
    """A worker without the game, and one whose rules differ in a line, are told in a sentence."""
    shutil.copytree(ROOT / "game", tmp_path / "other" / "game")
    with (tmp_path / "other" / "game" / "talks" / "verdict.py").open("a", encoding="utf-8") as rules:
        rules.write("# another version\n")
    with worker(scheduler, folder=tmp_path, path=tmp_path / "empty"):
        without = simulate(LAKE, "--runs", "20", "--cluster", scheduler)
    with worker(scheduler, folder=tmp_path, path=tmp_path / "other"):
        other = simulate(LAKE, "--runs", "20", "--cluster", scheduler)
    assert (without.returncode, without.stdout, other.returncode, other.stdout) == (1, "", 1, "")
    assert without.stderr.startswith("A worker of the cluster does not have the game, or has an older one")
    assert "has another version of the game" in other.stderr
    assert without.stderr.count("\n") == other.stderr.count("\n") == 1
