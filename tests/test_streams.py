"""What goes out of the program and into it: the same bytes whatever the code page, and nothing is lost on the way."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from game.process import settle_streams
from game.table import HOME
from tests.processes import in_one_process

ROOT = Path(__file__).parent.parent
LAKE = str(ROOT / "tests" / "scenarios" / "two-words.yaml")
RIVERS = str(ROOT / "tests" / "scenarios" / "three-rivers.yaml")
PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""A machine that knows ASCII and no more."""
MACHINES: tuple[Mapping[str, str], ...] = (
    PLAIN,
    *({"PYTHONIOENCODING": name} for name in ("cp1252", "utf-16")),
)
"""One that has none of our signs, one that has some of them, and one that writes each by two bytes."""
NAMES = [next(iter(each.values())) for each in MACHINES]


def by_itself(home: Path, argv: Sequence[str], machine: Mapping[str, str], sent: bytes = b"") -> tuple[int, bytes]:
    """Exit code and output of a command in a process of its own, on such a machine; its errors are added."""
    done = subprocess.run(
        [sys.executable, "-m", "game", *argv],
        cwd=ROOT,
        input=sent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=100,
        check=False,
        env={**os.environ, HOME: str(home), **machine},
    )
    return done.returncode, done.stdout


def everything(home: Path, machine: Mapping[str, str]) -> list[bytes]:
    """What commands of all kinds print there, on both streams."""
    said = in_one_process(
        ["watch", RIVERS, "--seed", "1"],
        ["watch", RIVERS, "--seed", "1", "--json"],
        ["analyse", LAKE, "--chart"],
        ["check", LAKE, "--json"],
        ["check", "nowhere/–½.yaml", "nowhere/–½.yaml", "--json"],
        ["simulate", LAKE, "--runs", "2", "--json", "--jobs", "1"],
        ["schema"],
        ["watch", "½−"],
        ["--help"],
        machine={HOME: str(home), "COLUMNS": "80", **machine},
    )
    assert [each.code for each in said] == [0, 0, 0, 0, 1, 0, 0, 1, 0]
    return [each.out + each.error for each in said]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """What is printed where all is UTF-8."""
    return everything(tmp_path_factory.mktemp("home"), {"PYTHONUTF8": "1"})


@pytest.mark.slow
@pytest.mark.parametrize("machine", MACHINES, ids=NAMES)
def test_the_same_bytes_go_out_on_every_machine(machine: Mapping[str, str], usual: list[bytes], tmp_path: Path) -> None:
    """Whatever code page the machine has, what is sent to a file or a program is UTF-8, signs and all; and JSON is."""
    printed = everything(tmp_path, machine)
    for one, other in zip(printed, usual, strict=True):
        assert _without_seconds(one) == _without_seconds(other)
    told = printed[0].decode("utf-8")
    assert [sign for sign in "“½−" if sign not in told] == []
    assert all(json.loads(line) for line in printed[1].decode("utf-8").splitlines())
    assert [json.loads(printed[place])[0]["file"] for place in (3, 4)] == [LAKE, "nowhere/–½.yaml"]
    assert json.loads(printed[5])["runs"] == 2
    assert json.loads(printed[6])["type"] == "object"


def _without_seconds(printed: bytes) -> list[str]:
    return [line for line in printed.decode("utf-8").splitlines() if "second" not in line]


@pytest.mark.slow
@pytest.mark.parametrize(("machine", "mark"), [(MACHINES[1], b"\xef\xbb\xbf"), (PLAIN, b"")], ids=["cp1252", "C"])
def test_what_is_typed_through_a_pipe_is_utf_8(machine: Mapping[str, str], mark: bytes, tmp_path: Path) -> None:
    """A remark that another program sends is the one that is kept, with a byte order mark before it or without."""
    sent = mark + "\n\n\nsay −½ “Größe” Ж\nq\n".encode()
    code, _ = by_itself(tmp_path, ["play", LAKE, "--terminal", "--seat", "ARIA", "--seed", "1"], machine, sent)
    assert code == 0
    _, record = by_itself(tmp_path, ["export", "1", "--unfinished"], machine)
    assert '1. ARIA says  "−½ “Größe” Ж"' in record.decode("utf-8").splitlines()


pexpect = pytest.importorskip("pexpect")


@pytest.mark.skipif(not hasattr(pexpect, "spawn"), reason="no pseudo-terminal here")
@pytest.mark.slow
def test_a_terminal_that_knows_only_ascii_shows_what_can_be_read(usual: list[bytes], tmp_path: Path) -> None:
    """A minus is a hyphen there, a half is 1/2, quotation marks are straight; nothing is a question mark. JSON stays
    what it is."""
    environment = {**os.environ, HOME: str(tmp_path), "COLUMNS": "80", **PLAIN}

    def shown(*argv: str) -> bytes:
        child = pexpect.spawn(sys.executable, ["-m", "game", *argv], cwd=str(ROOT), env=environment, timeout=60)
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        printed: bytes = child.before
        return printed.replace(b"\r\n", b"\n")

    told = shown("watch", RIVERS, "--seed", "1").decode("ascii")
    expected = re.sub(r"(?<=\d)½", " 1/2", usual[0].decode("utf-8"))
    for sign, stand_in in {"−": "-", "½": "1/2", "“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "…": "..."}.items():
        expected = expected.replace(sign, stand_in)
    assert told == expected
    printed = shown("watch", RIVERS, "--seed", "1", "--json").decode("ascii")
    assert [json.loads(line) for line in printed.splitlines()] == [json.loads(line) for line in usual[1].splitlines()]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("−3, +2½ h, ½ h, 1¼", "-3, +2 1/2 h, 1/2 h, 1 1/4"),
        ("“no” – ‘yes’ … it’s", "\"no\" - 'yes' ... it's"),
        ("Größe, naïve, Łódź, e\u0301", "Grosse, naive, Lodz, e"),
        ("⅓ of Ж", "1/3 of \\u0416"),
    ],
)
def test_each_sign_has_a_stand_in(written: str, shown: str) -> None:
    """What a terminal cannot show is shown with signs that it has; a letter without any by its number."""
    settle_streams()
    assert written.encode("ascii", "as-appropriate-stand-in").decode() == shown
