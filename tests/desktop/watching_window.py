"""A window in which the computer plays against itself, and whose talks are kept: it prints each version after it is on
disk, to be closed or killed at any moment."""

from __future__ import annotations

import sys
from pathlib import Path

from game.delegations import computer
from game.desktop import ROUTES, App, Settings
from game.table import Store


def main(path: str, scenario: str) -> int:
    """Play until somebody ends this."""
    settings = Settings(motion=False)
    app = App(policy=computer, settings=settings, store=Store(Path(path)), pace=0.0, routes=ROUTES)
    table = app.host.begin(scenario, None)
    moved = app.host.moved

    def told() -> None:
        moved()
        print(table.game, table.version, flush=True)

    app.host.moved = told
    app.go("table")
    return app.run()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
