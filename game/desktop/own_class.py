"""A class that was opened from the window: the host runs in a process of its own, and ends with the window.

own = OwnClass()                 begins at once; `own.opened` is there when people can come, `own.fault` if they cannot
own.close()                      the class is closed: whoever opens one again goes on with it
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from game.guest import Opened

PATIENCE = 6.0
"""Seconds that a host is given to tell everybody and end in peace."""
COMMAND = (sys.executable, "-m", "game", "host", "--json", "--until-eof")


class OwnClass:
    """One class, with the process that hosts it."""

    def __init__(self, command: Sequence[str] = COMMAND, after: OwnClass | None = None) -> None:
        """It begins when the one before has ended: two hosts do not serve one class."""
        self.opened: Opened | None = None
        self.fault: str | None = None
        """Why there is none: what the host has said, which may be nothing."""
        self._said: list[str] = []
        self._process: subprocess.Popen[str] | None = None
        self._closed = False
        self._changing = threading.Lock()
        self._over = threading.Event()
        threading.Thread(target=self._run, args=(command, after), name="own class", daemon=True).start()

    def _run(self, command: Sequence[str], after: OwnClass | None) -> None:
        if after is not None:
            after._over.wait(2 * PATIENCE)
        pipe = subprocess.PIPE
        with self._changing:
            if not self._closed:
                try:
                    self._process = subprocess.Popen(
                        command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
                    )
                except OSError as fault:
                    self.fault = fault.strerror or str(fault)
        if self._process is not None:
            self._listen(self._process)
        self._over.set()

    def _listen(self, host: subprocess.Popen[str]) -> None:
        """Hear where the class is; and when it is no more."""
        complaints = threading.Thread(target=self._complaints, args=(host,), name="own class", daemon=True)
        complaints.start()
        assert host.stdout is not None
        with host.stdout as lines:
            for line in lines:
                with suppress(ValueError, TypeError, KeyError):
                    told = json.loads(line)
                    addresses = tuple(map(str, told["addresses"]))
                    self.opened = Opened(addresses, *(str(told[name]) for name in ("code", "join", "desk", "wall")))
        complaints.join()
        host.wait()
        _let_go(host)
        self.opened = None
        self.fault = " ".join(self._said)

    def _complaints(self, host: subprocess.Popen[str]) -> None:
        assert host.stderr is not None
        with host.stderr as lines:
            for line in lines:
                self._said.append(line.strip())
                del self._said[:-3]

    @property
    def state(self) -> tuple[Opened | None, str | None]:
        """What there is to be shown."""
        return self.opened, self.fault

    def close(self) -> None:
        """End it in peace; and if it will not, all the same: every move is on disk."""
        with self._changing:
            self._closed = True
        host = self._process
        if host is None or host.poll() is not None:
            return
        _let_go(host)
        if sys.platform != "win32":  # there it would not be asked, but cut off
            host.terminate()
        try:
            host.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            host.kill()
            host.wait(PATIENCE)


def _let_go(host: subprocess.Popen[str]) -> None:
    """End its input, with which it ends: also where this program is cut off."""
    if host.stdin is not None:
        with suppress(OSError):
            host.stdin.close()
