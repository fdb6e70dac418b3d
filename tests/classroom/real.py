"""A host as a process of its own, on a real socket."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from game.guest import Line

ROOT = Path(__file__).parents[2]
TWO_WORDS = ROOT / "tests" / "scenarios" / "two-words.yaml"


@dataclass
class Host:
    """A host that runs."""

    process: subprocess.Popen[str]
    port: int
    code: str
    desk: str
    wall: str

    @property
    def address(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def hosted(
    database: Path | str, *more: str, program: tuple[str, ...] = ("-m", "game", "host"), scenario: str = str(TWO_WORDS)
) -> Iterator[Host]:
    """A host that serves the class of a file; it is killed at the end, if it has not ended before."""
    command = [sys.executable, *program, scenario, "--json", "--port", "0", "--database", str(database), *more]
    told = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, cwd=ROOT, env=told
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line, process.stderr and process.stderr.read()
            found = json.loads(line)
            desk, wall = (urlsplit(found[name]).fragment for name in ("desk", "wall"))
            yield Host(process, urlsplit(found["addresses"][0]).port or 80, found["code"], desk, wall)
        finally:
            process.kill()


async def teach(host: Host, *kinds: str) -> None:
    """Do these as the teacher."""
    for kind in kinds:
        await _do(host, {"kind": kind})


async def preside(host: Host, kind: str, **told: object) -> None:
    """Make a move of the chair's at all tables, as the teacher."""
    await _do(host, {"kind": "preside", "move": {"kind": kind, "by": "*chair", **told}})


async def _do(host: Host, doing: dict[str, object]) -> None:
    line = Line(host.address, host.desk)
    reply = await line.ask("POST", "api/desk/do", json.dumps({"do": doing}).encode())
    line.close()
    assert reply.status == 200, reply.body


async def overview(host: Host) -> dict[str, Any]:
    """What the teacher sees."""
    line = Line(host.address, host.desk)
    reply = await line.ask("GET", "api/desk/messages?form=desk")
    line.close()
    assert reply.status == 200, reply.body
    found: dict[str, Any] = json.loads(reply.body)["room"][-1]["overview"]
    return found
