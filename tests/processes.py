"""Commands of the game outside the tests' own process, several in one, since a process takes long to start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.library import HERE

_BEGUN = """
import json, sys
from game.__main__ import main
for argv in json.loads(sys.argv[1]):
    try:
        code = main(argv)
    except SystemExit as ended:
        code = ended.code or 0
    for stream, told in ((sys.stdout, b"%d\\0" % code), (sys.stderr, b"\\0")):
        stream.flush()
        stream.buffer.write(b"\\0" + told)
        stream.flush()
"""


@dataclass(frozen=True)
class Said:
    """The exit code of a command, and what it wrote to each stream."""

    code: int
    out: bytes
    error: bytes

    def __str__(self) -> str:
        """What it printed, in one line."""
        return " ".join(self.out.decode("utf-8").split())


def in_one_process(
    *commands: Sequence[str],
    held_back: Sequence[str] = (),
    typed: bytes = b"",
    machine: Mapping[str, str] | None = None,
) -> list[Said]:
    """What these commands say, one after the other in a process of their own: begun through another program perhaps,
    with such an input, and with these variables beside those of the tests."""
    done = subprocess.run(
        [*held_back, sys.executable, "-c", _BEGUN, json.dumps(commands)],
        cwd=HERE.parent,
        input=typed,
        capture_output=True,
        timeout=100,
        check=True,
        env={**os.environ, **(machine or {})},
    )
    out, error = done.stdout.split(b"\0"), done.stderr.split(b"\0")
    return [Said(int(out[2 * at + 1]), out[2 * at], error[2 * at]) for at in range(len(commands))]
