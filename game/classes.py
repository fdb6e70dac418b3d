"""The commands of a class that need no window: to host one, and to tend those that are kept.

What one needs is imported when it runs, as everywhere on the command line.
"""

from __future__ import annotations

import argparse

from game import process
from game.players import computers, keeping

OK, FAULT = 0, 1


def host(options: argparse.Namespace) -> int:
    """Open a class, or go on with one, until somebody stops it."""
    from game.classroom import host_as_typed

    if options.json:
        process.print_for_programs()
    if wrong := host_as_typed(options, computers(), keeping):
        process.complain(wrong)
    return FAULT if wrong else OK


def tend(options: argparse.Namespace) -> int:
    """List the classes that are kept, export or delete one."""
    from game.terminal import standard_console
    from game.terminal.classes import tend

    with keeping(options.database) as store:
        tend(standard_console(), store, options, asks=process.has_terminal())
    return OK
