"""A real PostgreSQL for whoever measures or tests with one: begun in a folder of its own, over a socket there, and
ended with it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import Any

AS_ROOT = ("postgres", "nobody")
"""Whose processes they are where root begins them: it refuses root."""


def program(name: str) -> Path | None:
    """Where a program of PostgreSQL lies, the newest one; None where there is none."""
    found = shutil.which(name)
    if found:
        return Path(found).resolve()
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda each: int(each.parts[-3]))
    return newest[-1] if newest else None


def lacking() -> str:
    """Why there can be no server here; empty where there can."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "psycopg is not installed"
    return "" if os.name == "posix" and program("initdb") and program("postgres") else "PostgreSQL is not installed"


def _user() -> str | None:
    """Whose the server is to be; None for whoever runs this."""
    if os.geteuid() != 0:
        return None
    import pwd

    known = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in AS_ROOT if name in known)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers. Raises `RuntimeError`."""
    import psycopg

    for _ in range(400):
        with suppress(psycopg.OperationalError):
            psycopg.connect(address, connect_timeout=2).close()
            return
        if server.poll() is not None:
            raise RuntimeError("the server ended at once")
        sleep(0.05)
    raise RuntimeError("the server does not answer")


@contextmanager
def running(*, durable: bool) -> Iterator[str]:
    """The address of a server that runs meanwhile; unless it is `durable`, what it loses with the machine's power does
    not matter."""
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # a socket's path is short: not where tests have their folders
    if user:
        shutil.chown(folder, user)
    how: dict[str, Any] = {"user": user, "extra_groups": [] if user else None, "cwd": folder}
    data, names = folder / "data", ["-U", "tester", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"]
    server = None
    try:
        subprocess.run([str(program("initdb")), "-D", data, *names], check=True, capture_output=True, **how)
        options = {
            "listen_addresses": "",
            "unix_socket_directories": folder,
            "fsync": "on" if durable else "off",
            "deadlock_timeout": "100ms",
            "max_connections": 40,
        }
        settings = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen([str(program("postgres")), "-D", data, *settings], stdout=log, stderr=log, **how)
        address = f"postgresql://tester@/postgres?host={folder}"
        _wait(address, server)
        yield address
    finally:
        if server is not None:
            server.send_signal(signal.SIGINT)  # at once, whoever is still connected
            server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)
