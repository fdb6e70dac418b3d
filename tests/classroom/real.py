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
from urllib.parse import urlsplit

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
def hosted(database: Path, *more: str, program: tuple[str, ...] = ("-m", "game", "host")) -> Iterator[Host]:
    """A host that serves the class of a file; it is killed at the end, if it has not ended before."""
    command = [sys.executable, *program, str(TWO_WORDS), "--json", "--port", "0", "--database", str(database), *more]
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
