"""The most memory that a process has held."""

from __future__ import annotations

from pathlib import Path


def peak() -> int:
    """In kB, since this program began: what the process was before it became this program does not count, as it does in
    `resource`. Raises FileNotFoundError where there is no /proc."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("VmHWM"))
