"""Draws the pictures of the README: `SDL_VIDEODRIVER=dummy python docs/pictures.py`."""

from __future__ import annotations

from pathlib import Path
from random import Random

from game.delegations import computer
from game.desktop import ROUTES, Driven, Settings
from game.desktop.screens.news import NewsScreen
from game.text import DelegationId

HERE = Path(__file__).parent
ALLIANCE = DelegationId("NATO")
SEED = 3
MOVES = 22
"""Moves that the computer makes on both sides before the picture of the table."""


def main() -> None:
    """A table of the status talks in its third week, the news of Istanbul, and what came after the signature."""
    app = Driven(pace=0.0, policy=computer, size=(1440, 900), settings=Settings(scale=1.0, motion=False), routes=ROUTES)
    app.host.begin("partnership-for-peace-1994", ALLIANCE, SEED)
    app.go("table")
    play(app, MOVES)
    app.screenshot(HERE / "table.png")
    play(app, 400)
    app.settle(6)
    app.key("a")
    app.screenshot(HERE / "aftermath.png")


def play(app: Driven, moves: int) -> None:
    """The computer plays the Alliance too, up to this many moves or to the end; news is put away."""
    app.wait()
    table = app.host.table
    while table is not None and table.verdict is None and (table.version < moves or not table.view(ALLIANCE).my_turn):
        if isinstance(app.top, NewsScreen):
            if app.top.story.title.startswith("Two ministers"):
                app.screenshot(HERE / "news.png")
            app.key("enter")
        elif table.view(ALLIANCE).my_turn:
            app.host.submit(computer(table.view(ALLIANCE), Random(table.version)).move, table.version)
        app.wait()
    while isinstance(app.top, NewsScreen):
        app.key("enter")


if __name__ == "__main__":
    main()
