"""Draws docs/table.png, the picture in the README: `SDL_VIDEODRIVER=dummy python docs/pictures.py`."""

from __future__ import annotations

from pathlib import Path
from random import Random

from game.delegations import computer
from game.desktop import ROUTES, Driven, Settings
from game.text import DelegationId

HERE = Path(__file__).parent
RUSSIA = DelegationId("RUS")
MOVES = 22
"""Moves that the computer makes on both sides before the picture."""


def main() -> None:
    """A table of the status talks in its second week, with a package of ours half made."""
    app = Driven(policy=computer, size=(1440, 900), settings=Settings(scale=1.0, motion=False, pace=0.0), routes=ROUTES)
    app.begin("partnership-for-peace-1994", RUSSIA, 3)
    app.go("table")
    app.wait()
    table = app.table
    while table is not None and table.version < MOVES:
        table.submit(computer(table.view(RUSSIA), Random(table.version)).move, table.version)
        app.settle()
        app.wait()
    app.screenshot(HERE / "table.png")


if __name__ == "__main__":
    main()
