"""Sweeps: the same talks whoever plays them and however many at once, a bar for whoever looks, a line for each."""

from __future__ import annotations

import csv
import errno
import io
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from game.__main__ import main
from game.delegations import Decision
from game.scenario import shipped
from game.simulation import POLICIES, LostPolicy, Run, Sweep, Tally, jobs
from game.talks import Accept, View
from game.terminal import Fault, progress
from game.terminal.simulating import show_tally, sweep_of
from game.text import DelegationId, OptionId
from game.words import say
from game.words.simulation import one_plays
from tests.library import HERE
from tests.terminal.desk import HARBOUR, Desk

ROOT = HERE.parent
LAKE = str(HERE / "scenarios" / "two-words.yaml")

Capture = pytest.CaptureFixture[str]


class Failing(Sweep):
    """Talks in which one policy is lost with the seed 5, and a process that was begun for them dies with the seed 8."""

    def play(self, seeds: Iterable[int]) -> tuple[Run, ...]:
        """Play them, up to there."""
        played: list[Run] = []
        for seed in seeds:
            if seed == 5:
                raise LostPolicy(DelegationId("ARIA"), 2, seed)
            if seed == 8 and multiprocessing.parent_process() is not None:
                os._exit(1)
            played += super().play((seed,))
        return tuple(played)


def failing() -> Failing:
    """Such talks."""
    whole = sweep_of(LAKE, [])
    return Failing(whole.source, whole.name, whole.policies)


class Screen(io.StringIO):
    """A terminal that keeps what it shows."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_what_is_given_out_comes_back_in_order() -> None:
    """So many chunks are out at once, and whichever is ready first, they are taken in the order of the seeds."""
    sweep, out, most = sweep_of(LAKE, []), [], []

    def give(part: range) -> range:
        out.append(part)
        most.append(len(out))
        return part

    def take(part: range) -> tuple[Run, ...]:
        out.remove(part)
        return sweep.play(part)

    found = list(jobs.in_order(give, take, jobs.parts(range(3, 11), 3), 2))
    assert [run.seed for run in found] == list(range(3, 11))
    assert max(most) == 2


def test_a_few_talks_are_played_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for processes to begin where the talks are over sooner; where many are left, they do begin."""
    asked: list[tuple[range, int, int]] = []

    def pooled(_: Sweep, seeds: range, most: int, chunk: int, __: object) -> Iterable[Run]:
        asked.append((seeds, most, chunk))
        return ()

    monkeypatch.setattr(jobs, "pooled", pooled)
    sweep = sweep_of(LAKE, [])
    assert len(list(jobs.played(sweep, range(3), 8, pays=1000))) == 3
    assert not asked
    assert len(list(jobs.played(sweep, range(2000), 8, pays=0.001))) == 1
    [(seeds, most, chunk)] = asked
    assert (seeds, most) == (range(1, 2000), 8)
    assert 1 <= chunk <= 2000 // 32


def test_the_scenario_is_what_is_in_memory(tmp_path: Path) -> None:
    """Whoever plays needs no file: it may be gone."""
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(Path(LAKE).read_bytes())
    sweep = sweep_of(str(copy), [])
    copy.unlink()
    assert sweep.play((4,)) == sweep_of(LAKE, []).play((4,))


def test_a_lost_policy_is_told_with_its_seed(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """A policy that makes no move ends the command with a sentence."""

    def lost(view: View, chance: Random) -> Decision:
        del chance
        return Decision(Accept(view.who, 99))

    monkeypatch.setitem(POLICIES, "random", lost)
    assert main(["simulate", LAKE, "--runs", "3", "--seed", "7", "--policy", "ARIA=random"]) == 1
    assert capsys.readouterr() == ("", "ARIA makes no move that the rules allow at move 1 of seed 7.\n")


def test_what_else_fails_names_its_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in a policy keeps its traceback, and says which talks to look at."""

    def broken(_: View, __: Random) -> Decision:
        raise ZeroDivisionError

    monkeypatch.setitem(POLICIES, "random", broken)
    with pytest.raises(ZeroDivisionError) as caught:
        sweep_of(LAKE, ["ARIA=random"]).play((7,))
    assert caught.value.__notes__ == ["seed 7"]


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_each_talks_is_a_line(ending: str, tmp_path: Path, capsys: Capture) -> None:
    """A line for each talks, with the same columns in all, that add up to what the command prints."""
    file = tmp_path / f"each.{ending}"
    assert main(["simulate", LAKE, "--runs", "6", "--policy", "ARIA=stonewaller", "--json", "--each", str(file)]) == 0
    told = json.loads(capsys.readouterr().out)
    with file.open(encoding="utf-8", newline="") as opened:
        lines = list(csv.DictReader(opened)) if ending == "csv" else [json.loads(line) for line in opened]
    assert [int(line["seed"]) for line in lines] == list(range(1, 7))
    assert len({tuple(line) for line in lines}) == 1
    assert sum(line["ending"] == "signed" for line in lines) == told["agreed"]
    assert all(bool(line["outcome.verb"]) == (line["ending"] == "signed") for line in lines)
    for who, mean in told["mean_points"].items():
        assert sum(int(line[f"points.{who}"]) for line in lines) / 6 == pytest.approx(mean, abs=0.01)


def test_the_lines_may_be_printed(capsys: Capture) -> None:
    """`-` is no file: the lines come before what is summed up."""
    assert main(["simulate", LAKE, "--runs", "2", "--jobs", "1", "--each", "-"]) == 0
    one, two, *told = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["seed"] for line in (one, two)] == [1, 2]
    assert told
    assert not Path("-").exists()


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, capsys: Capture) -> None:
    """The file of the lines may be a folder, or have a name that none can have."""
    for file in (str(tmp_path), "a\0b"):
        assert main(["simulate", LAKE, "--runs", "2", "--each", file]) == 1
        assert "cannot be written: " in capsys.readouterr().err


def test_the_bar_is_for_whoever_looks(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """On a terminal the error stream shows how many are done and signed; a pipe gets nothing."""
    monkeypatch.setattr(progress, "_SILENT", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    command = ["simulate", LAKE, "--runs", "3", "--json"]
    assert main(command) == 0
    plain = capsys.readouterr()
    assert plain.err == ""
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    assert main(command) == 0
    shown = screen.getvalue()
    assert "3 of 3" in shown
    assert f"{round(100 * json.loads(plain.out)['agreed'] / 3)} % signed" in shown
    assert capsys.readouterr().out == plain.out
    for quiet in ("option", "dumb"):
        monkeypatch.setattr(sys, "stderr", screen := Screen())
        if quiet == "dumb":
            monkeypatch.setenv("TERM", "dumb")
        assert main([*command, *(["--no-progress"] if quiet == "option" else [])]) == 0
        assert screen.getvalue() == ""


def test_other_processes_play_the_same_talks() -> None:
    """Two processes, chunks that do not come out even, and not one of the runs differs or changes its place."""
    sweep = sweep_of(LAKE, ["BORO=stonewaller"])
    alone = list(jobs.played(sweep, range(1, 14), 1))
    assert [run.seed for run in alone] == list(range(1, 14))
    assert list(jobs.pooled(sweep, range(1, 14), 2, 3)) == alone


def test_a_policy_that_is_lost_in_a_process_is_told_here() -> None:
    """It keeps its sentence on its way."""
    told: list[Run] = []
    with pytest.raises(LostPolicy, match="5"):
        told += list(jobs.pooled(failing(), range(3, 8), 2, 1))
    assert told == []


def test_where_a_process_dies_one_plays_the_rest() -> None:
    """Killed midway, for want of memory perhaps: the same talks, each once, and it is told why it takes longer."""
    told: list[str] = []
    found = list(jobs.pooled(failing(), range(6, 12), 2, 1, lambda why, _: told.append(why)))
    assert found == list(sweep_of(LAKE, []).play(range(6, 12)))
    assert told == ["process-died"]


def test_a_policy_named_twice_is_refused() -> None:
    """However the seat is spelled; the same name twice is no better."""
    for second in ("aria=minister", " ARIA =student"):
        with pytest.raises(Fault) as caught:
            sweep_of(LAKE, ["ARIA=student", "BORO=minister", second])
        name = second.partition("=")[2]
        told = say("{who} is named twice: {given:and}.", who="ARIA", given=["ARIA=student", f"ARIA={name}"])
        assert caught.value.args == (told,)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([], "0 ended with a signature (0 %)."),
        (["shall"], "1 ended with a signature (50 %)."),
        (["shall", "shall"], "2 ended with a signature (100 %), all with the same text."),
        (["shall", "will seek to"], "2 ended with a signature (100 %), with 2 different texts."),
    ],
)
def test_one_text_is_not_several(texts: list[str], said: str) -> None:
    """How many different texts were signed, where it can be asked: in words that go with the number."""
    sweep = sweep_of(LAKE, [])
    issue = sweep.scenario.text.issues[0].id
    runs = [
        replace(run, outcome={issue: OptionId(texts[number])} if number < len(texts) else None)
        for number, run in enumerate(sweep.play((1, 2)))
    ]
    desk = Desk()
    show_tally(desk.console, Tally(tuple(runs)), replace(sweep.scenario, text=replace(sweep.scenario.text, issues=())))
    assert said in desk.flat


@pytest.mark.parametrize("name", shipped())
def test_every_scenario_is_told_in_sentences(name: str, capsys: Capture) -> None:
    """Whatever there is around its table: a line for the delegations and one for those who are not there."""
    assert main(["simulate", name, "--runs", "1"]) == 0
    told = " ".join(capsys.readouterr().out.casefold().split())
    which = sweep_of(name, []).scenario
    names = [who.short for who in which.delegations] + [who.short for who in which.audiences]
    assert all(name.casefold() in told for name in names)


@pytest.mark.parametrize("runs", [1, 2])
def test_it_is_said_whether_instructions_are_drawn(runs: int, capsys: Capture) -> None:
    """To a person and to a program: as written where they are asked for so, or the scenario has nothing to draw."""
    for which, options, kind in (
        (HARBOUR, [], "drawn"),
        (HARBOUR, ["--as-written"], "as written"),
        (LAKE, [], "as written"),
    ):
        command = ["simulate", which, "--runs", str(runs), *options]
        assert main([*command, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["instructions"] == kind
        assert main(command) == 0
        head = " ".join(capsys.readouterr().out.split())
        assert ("as each seed draws them." if kind == "drawn" else "are as written.") in head
        assert (f"{runs} talks between" if runs > 1 else "One round of talks between") in head


class Refusing:
    """A pool for which the system has nothing: at its beginning, or when its first process is to begin."""

    def __init__(self, fault: Exception, *, late: bool) -> None:
        self.fault, self.late = fault, late

    def __call__(self, *_: object) -> Refusing:
        """Begin."""
        if not self.late:
            raise self.fault
        return self

    def submit(self, *_: object) -> None:
        """Give something out."""
        raise self.fault

    def shutdown(self, **_: object) -> None:
        """End; what never began cannot be waited for."""
        raise RuntimeError("cannot join thread before it is started")


FOUR = ["simulate", LAKE, "--runs", "4", "--json"]


@pytest.fixture(scope="module")
def alone() -> str:
    """What is printed of four talks that one process plays, without a word on the error stream."""
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as told:
        assert main([*FOUR, "--jobs", "1"]) == 0
    assert told.getvalue() == ""
    return out.getvalue()


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(
    "fault",
    [
        OSError(errno.EROFS, "Read-only file system"),
        OSError(errno.ENOSPC, "No space left on device"),
        FileNotFoundError(errno.ENOENT, "No such file or directory"),
        PermissionError(errno.EPERM, "Operation not permitted"),
        BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"),
        OSError(errno.ENOSYS, "Function not implemented"),
        MemoryError(),
        RuntimeError("can't start new thread"),
        NotImplementedError("This Python build lacks multiprocessing.synchronize"),
        ImportError("This platform lacks a functioning sem_open implementation"),
    ],
)
def test_where_no_process_can_be_begun_one_plays(
    fault: Exception, late: bool, alone: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """No /dev/shm, a full or read-only one, a limit of processes, a filter of system calls: a sentence on the error
    stream, and the same bytes."""
    monkeypatch.setattr(jobs, "ProcessPoolExecutor", Refusing(fault, late=late))
    monkeypatch.setattr(jobs.played, "__kwdefaults__", {**(jobs.played.__kwdefaults__ or {}), "pays": 0.0})
    assert main([*FOUR, "--jobs", "2"]) == 0
    told = capsys.readouterr()
    assert told.out == alone
    assert told.err == one_plays("no-processes", getattr(fault, "strerror", None) or str(fault)) + "\n"


def test_nobody_waits_for_what_cannot_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread that hands talks out to the processes ends where it can begin no thread itself, and leaves what it was
    given unanswered: it is not waited for."""

    def refuse(_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("multiprocessing.queues.Queue._start_thread", refuse)
    monkeypatch.setattr(jobs, "_LOOKS", 0.1)
    told: list[str] = []
    sweep = sweep_of(LAKE, [])
    assert list(jobs.pooled(sweep, range(1, 5), 2, 1, lambda why, _: told.append(why))) == list(sweep.play(range(1, 5)))
    assert told == ["no-processes"]


@pytest.mark.slow
@pytest.mark.parametrize("options", ["ro", "size=4k"])
def test_without_shared_memory_it_plays_all_the_same(options: str) -> None:
    """A real /dev/shm that is read-only, or full: return code 0, the same bytes, a sentence on the error stream."""
    apart = ["unshare", "-m", "sh", "-c", 'mount -t tmpfs -o "$0" none /dev/shm && { %s; exec "$@"; }', options]
    apart[4] %= "[ $0 = ro ] || head -c 4096 /dev/zero > /dev/shm/full"
    if not sys.platform.startswith("linux") or not shutil.which("unshare"):
        pytest.skip("no namespaces of mounts")
    if subprocess.run([*apart, "true"], capture_output=True, timeout=30).returncode:
        pytest.skip("not allowed to mount anything")
    begin = "from game.simulation import jobs; jobs.played.__kwdefaults__['pays'] = 0; from game.__main__ import main;"
    play = [sys.executable, "-c", f"{begin} import sys; sys.exit(main(sys.argv[1:]))", "simulate", LAKE, "--runs", "9"]
    alone, found = (
        subprocess.run([*before, *play, "--jobs", number], cwd=ROOT, capture_output=True, text=True, timeout=100)
        for before, number in (([], "1"), (apart, "2"))
    )
    assert (found.returncode, found.stdout) == (0, alone.stdout)
    reason = os.strerror(errno.EROFS if options == "ro" else errno.ENOSPC)
    assert found.stderr == one_plays("no-processes", reason) + "\n"


@pytest.mark.slow
def test_any_number_of_jobs_prints_the_same_bytes(tmp_path: Path) -> None:
    """The command gives the same JSON and the same lines with one job and with two."""
    printed, lines = set(), set()
    for number in ("1", "2"):
        file = tmp_path / f"{number}.csv"
        command = ["simulate", "istanbul-communique-1994", "--runs", "100", "--jobs", number, "--json", "--each", file]
        done = subprocess.run([sys.executable, "-m", "game", *command], cwd=ROOT, capture_output=True, timeout=100)
        assert (done.returncode, done.stderr) == (0, b"")
        printed.add(done.stdout)
        lines.add(file.read_bytes())
    assert len(printed) == len(lines) == 1


@contextmanager
def long_sweep(file: Path) -> Iterator[subprocess.Popen[str]]:
    """A sweep of minutes, in a group of processes of its own, that has played its first talks."""
    command = ["simulate", "partnership-for-peace-1994", "--runs", "5000", "--jobs", "2", "--each", str(file)]
    with subprocess.Popen(
        [sys.executable, "-m", "game", *command],
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            while not file.exists() and process.poll() is None:
                time.sleep(0.05)
            yield process
        finally:
            process.kill()


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no list of processes to look at")
@pytest.mark.parametrize("seconds", [0, 1, 6])
def test_ctrl_c_ends_it_and_all_its_processes(seconds: float, tmp_path: Path) -> None:
    """While processes begin, and while they play: 'Broken off.', nothing else, nobody left, whole lines in the file."""
    file = tmp_path / "each.jsonl"
    with long_sweep(file) as process:
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "Broken off.\n")
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [line["seed"] for line in lines] == list(range(1, len(lines) + 1))
    assert _nobody_left(process.pid)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no list of processes to look at")
def test_nobody_plays_on_when_the_command_is_killed(tmp_path: Path) -> None:
    """The processes end by themselves when the one that began them is gone without a word."""
    with long_sweep(tmp_path / "each.jsonl") as process:
        time.sleep(6)
        process.kill()
        process.wait()
        assert _nobody_left(process.pid)


def _nobody_left(group: int) -> bool:
    """Whether all processes of a group end within some seconds; one that only waits to be counted has ended."""
    for _ in range(100):
        if not any(_runs_in(group)):
            return True
        time.sleep(0.1)
    return False


def _runs_in(group: int) -> Iterable[bool]:
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        yield fields[0] not in "ZX" and int(fields[2]) == group
