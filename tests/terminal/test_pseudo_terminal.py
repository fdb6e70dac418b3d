"""The real program on a pseudo-terminal, typed at as a person would."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from game.table import HOME, Store
from tests.terminal.desk import RIVERS

pexpect = pytest.importorskip("pexpect")
if not hasattr(pexpect, "spawn"):
    pytest.skip("pexpect has no pseudo-terminal here", allow_module_level=True)

ROOT = Path(__file__).parent.parent.parent
MOST_ANSWERS = 200


def environment(home: Path) -> dict[str, str]:
    """This process's environment without a display, with a home of its own."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**kept, HOME: str(home), "COLUMNS": "80", "LINES": "24", "PYTHONPATH": str(ROOT)}


def play_a_game(home: Path, seed: int, *face: str) -> str:
    """Play at the keyboard: initial what is clean, take every package that one may take, whatever the adviser says;
    else let the others talk. When it is over, hear how it went, and clause by clause."""
    arguments = ["-m", "game", "play", RIVERS, "--seat", "BORO", "--seed", str(seed), *face]
    child = pexpect.spawn(sys.executable, arguments, cwd=str(ROOT), env=environment(home), encoding="utf-8", timeout=60)
    shown, topics = "", iter(("overview", "clauses", ""))
    for _ in range(MOST_ANSWERS):
        enter = r"Press Enter to [a-z ]+\. $|Enter leaves\. $"
        what: int = child.expect([r"Your move: $", enter, r"all the\s+same\? Type yes or no: $", pexpect.EOF])
        shown += child.before + (child.after if isinstance(child.after, str) else "")
        if what == 3:
            child.close()
            assert child.exitstatus == 0
            return str(shown)
        over = shown.endswith("Enter leaves. ")
        child.sendline(next(topics) if over else _answer(shown) if what == 0 else "yes" if what == 2 else "")
    raise AssertionError("the talks never end")


def _answer(screen: str) -> str:
    for wish in ("sign", "accept"):
        if found := re.search(rf"(\d+)\. {wish}:", screen.rpartition("Your move:\r\n")[2]):
            return str(found[1])
    return "say We can live with much."


def test_a_game_at_the_keyboard_reaches_signature(tmp_path: Path) -> None:
    """With patience and goodwill a signature is reached, every move of it kept."""
    for seed in range(6):
        shown = play_a_game(tmp_path, seed, "--terminal")
        assert "talks are over" in shown
        assert "Your points:" in shown.rpartition("How it went.")[2]
        if "it is signed" in " ".join(shown.split()):
            assert "You signed" in shown.rpartition("How it went.")[2]
            break
    else:
        raise AssertionError("no game was signed")
    store = Store(tmp_path / "talks.sqlite3")
    assert store.games()[0].ended
    store.close()


def test_without_a_display_the_terminal_is_picked_and_said(tmp_path: Path) -> None:
    """`play` needs no option where there is a terminal and no display."""
    assert "is no display:" in play_a_game(tmp_path, 0)


def test_control_c_ends_with_a_sentence(tmp_path: Path) -> None:
    """Breaking off shows how to go on, and no traceback."""
    arguments = ["-m", "game", "play", RIVERS, "--seat", "BORO", "--terminal"]
    child = pexpect.spawn(
        sys.executable, arguments, cwd=str(ROOT), env=environment(tmp_path), encoding="utf-8", timeout=60,
        # Where the tests were started in the background, their shell has Ctrl-C ignored by all of them.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    child.expect("Press Enter to read your cable")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert "as-appropriate resume 1" in child.before
    assert "Traceback" not in child.before
    assert child.exitstatus == 130


def test_a_killed_program_loses_nothing(tmp_path: Path) -> None:
    """What was moved before the program was killed is there when the talks are resumed."""

    def start(*arguments: str) -> Any:
        command = ["-m", "game", *arguments]
        return pexpect.spawn(
            sys.executable, command, cwd=str(ROOT), env=environment(tmp_path), encoding="utf-8", timeout=60
        )

    child = start("play", RIVERS, "--seat", "ARIA", "--seed", "1", "--terminal")
    for typed in ("", "", "say This must not be lost."):
        child.expect([r"Your move: $", r"Press Enter to [a-z ]+\. $"])
        child.sendline(typed)
    child.expect("Aria: “This must not be lost.”")
    child.kill(signal.SIGKILL)
    child.wait()
    again = start("resume")
    again.expect("Aria: “This must not be lost.”")
    again.expect(r"Your move: $")
    again.sendline("q")
    again.expect("The talks are kept")
    again.expect(pexpect.EOF)
    again.close()
    assert again.exitstatus == 0
