"""Two people at a real terminal: what a terminal still holds when the other sits down."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from game.delegations import computer
from game.scenario import Scenario, source_of
from game.table import HOME, Store, open_table
from game.talks import Sits, write_move
from game.text import DelegationId
from tests.library import scenario
from tests.terminal.desk import LAKE
from tests.terminal.test_pseudo_terminal import ROOT, environment, pexpect

pyte = pytest.importorskip("pyte")

COLUMNS, LINES = 80, 24
ASKED = r"Whoever plays \w+ types \w+ when nobody else looks on: $"
NEXT = r"plays next\. [^$]*? screen is\s+cleared\. $"
PROMPTS = [ASKED, NEXT, r"Press Enter to [a-z ]+\. $", r"Your move: $", r"Enter leaves\. $", pexpect.EOF]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "elsewhere"))


def game(seed: int) -> list[tuple[DelegationId, str]]:
    """What the computer would do in both seats, as it can be typed, and by whom."""
    source = source_of(LAKE)
    seats: dict[DelegationId, Sits] = dict.fromkeys(scenario("two-words").ids, "ambassador")
    table = open_table(source, LAKE, seats, computer, seed=seed)
    while task := table.due():
        assert table.submit(task.who, task.decide().move, task.version) is None
    return [(move.by, write_move(move).partition(" ")[2]) for move in table.record().moves]


class Terminal:
    """The program on a pseudo-terminal, and a model of the terminal that shows what it prints."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.screen = pyte.HistoryScreen(COLUMNS, LINES, history=10_000)
        self._stream = pyte.Stream(self.screen)
        command = ["-m", "game", "play", LAKE, *arguments, "--terminal"]
        told = {**environment(home), "TERM": "xterm-256color"}
        self.child: Any = pexpect.spawn(
            sys.executable, command, cwd=str(ROOT), env=told, encoding="utf-8", timeout=60, dimensions=(LINES, COLUMNS)
        )
        self.child.delaybeforesend = None

    def wait(self) -> int:
        """Which of the prompts has come."""
        found: int = self.child.expect(PROMPTS)
        self._stream.feed(self.child.before + (self.child.after if isinstance(self.child.after, str) else ""))
        return found

    @property
    def held(self) -> str:
        """All that can be read on the screen and above it, on one line."""
        above = ["".join(line[x].data for x in range(COLUMNS)) for line in self.screen.history.top]
        return " ".join(" ".join([*above, *self.screen.display]).split())


def cable(told: Scenario, who: DelegationId) -> str:
    """Words that stand in one seat's cable only."""
    return " ".join(told.instructions[who].cable[0].split())


@pytest.mark.slow
def test_a_game_of_two_at_one_terminal(tmp_path: Path) -> None:
    """From the first move to the end, where both sheets are opened: whenever somebody is asked for the terminal holds
    that question and nothing else, on the screen and above it; and never the other's cable before the end."""
    told, moves = scenario("two-words"), game(1)
    aria, boro = told.ids
    terminal = Terminal(tmp_path, "--seat", "ARIA", "--seat", "BORO", "--seed", "1", "--no-adviser")
    asked, read = 0, set()
    left = iter(moves)
    for _ in range(200):
        match terminal.wait():
            case 0:
                (who,) = re.findall(r"Whoever plays \w+ types (\w+) when nobody else looks on:$", terminal.held)
                name = told[who].short
                assert terminal.held == f"{name} plays now. Whoever plays {name} types {who} when nobody else looks on:"
                asked += 1
                terminal.child.sendline(who)
            case 1 | 2:
                terminal.child.sendline("")
            case 3:
                by, line = next(left)
                other = boro if by == aria else aria
                assert (cable(told, by) in terminal.held) == (by not in read)
                assert cable(told, other) not in terminal.held
                read.add(by)
                terminal.child.sendline(line)
            case 4:
                break
    assert next(left, None) is None
    assert asked == 1 + sum(one != two for (one, _), (two, _) in pairwise(moves))
    for words in ("The points of Aria:", "The points of Boro:", "one beside the other."):
        assert words in terminal.held
    terminal.child.sendline("")
    assert terminal.wait() == 5
    store = Store(tmp_path / "talks.sqlite3")
    record, _ = store.load(1)
    assert (record.people, [write_move(move).partition(" ")[2] for move in record.moves]) == (
        (aria, boro), [line for _, line in moves],
    )  # fmt: skip
    store.close()


def test_what_is_typed_ahead_opens_no_seat(tmp_path: Path) -> None:
    """Neither lines nor half a line: what was typed while one's own move was made is dropped each time that somebody
    is asked for."""
    terminal = Terminal(tmp_path, "--seat", "ARIA", "--seat", "BORO", "--no-adviser")
    for typed in ("", "ARIA", "", ""):
        terminal.wait()
        terminal.child.sendline(typed)
    assert terminal.wait() == 3
    terminal.child.send("say One.\n\nBORO\n\n\nsay Two.\nsay Thr")
    assert terminal.wait() == 1
    terminal.child.send("\nBORO\n\n")
    assert terminal.wait() == 0
    terminal.child.send("\n")
    assert terminal.wait() == 0
    assert "That is not BORO." in terminal.held
    assert "Cable from" not in terminal.held
    terminal.child.sendline("q")
    assert terminal.wait() == 5
    store = Store(tmp_path / "talks.sqlite3")
    assert [move.remark for move in store.load(1)[0].moves] == ["One."]
    store.close()


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """A tmux of its own."""
    found = shutil.which("tmux")
    if found is None:
        pytest.skip("tmux is not installed")
    command = [found, "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], check=False, capture_output=True)


@pytest.mark.slow
def test_a_terminal_that_is_no_model(tmp_path: Path, tmux: list[str]) -> None:
    """tmux forgets what has scrolled off, too, when it is told so."""
    told = environment(tmp_path)
    told.pop("TMUX", None)

    def run(*words: str) -> str:
        return subprocess.run([*tmux, *words], check=True, capture_output=True, text=True, env=told).stdout

    def held() -> str:
        return " ".join(run("capture-pane", "-p", "-J", "-S", "-", "-t", "game").split())

    def until(words: str) -> str:
        for _ in range(600):
            if (found := held()).endswith(words):
                return found
            time.sleep(0.1)
        raise AssertionError(f"never: {words}\n{held()}")

    play = f"{sys.executable} -m game play {LAKE} --seat ARIA --seat BORO --no-adviser --terminal"
    run("new-session", "-d", "-s", "game", "-x", "80", "-y", "24", "-c", str(ROOT), play)
    for prompt, typed in (
        ("screen is cleared.", ""), ("looks on:", "ARIA"), ("your cable.", ""), ("to begin.", ""),
        ("Your move:", "record"), ("Your move:", "say One."), ("screen is cleared.", ""),
    ):  # fmt: skip
        found = until(prompt)
        run("send-keys", "-t", "game", typed, "Enter")
    assert "Cable from" in found
    assert until("looks on:") == "Boro plays now. Whoever plays Boro types BORO when nobody else looks on:"
