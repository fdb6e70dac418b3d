"""A walk through every screen of the window, by what is read on the buttons; and pictures of all of them.

python -m tests.desktop.tour [FOLDER]       every screen in each theme at 80, 100 and 200 per cent
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from game.delegations import computer
from game.desktop import ROUTES, Driven, Settings
from game.desktop.debriefing import Debriefing
from game.desktop.kit.themes import THEMES, ThemeName
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.table import TableScreen
from game.table import HOME, Store
from game.text import DelegationId
from game.words.adviser import told_counsel

MAIN, SEAT, SEED = "partnership-for-peace-1994", "RUS", 3
_SHEETS = (
    ("record", "r"), ("why", "y"), ("say", "f"), ("press", "p"), ("hold-up", "h"), ("moves", "e"), ("adviser", "g"),
    ("help", "f1"),
)  # fmt: skip
"""Sheets over the table, and the key that lays each there."""


def tour(app: Driven, scenario: str = MAIN, seat: str = SEAT, seed: int = SEED) -> Iterator[str]:
    """Walk through the screens; gives the name of each while it is seen. The computer plays the player's seat too."""
    app.go("title")
    yield from _seen(app, "title")
    app.press("Options")
    yield from _seen(app, "options")
    app.key("escape")
    app.press("Begin the talks")
    yield from _seen(app, "choose")
    app.go("join")
    yield from _seen(app, "join")
    who = DelegationId(seat)
    app.host.begin(scenario, who, seed)
    app.go("briefing")
    yield from _seen(app, "briefing")
    app.go("table")
    _settled(app)
    yield from _seen(app, "table")
    yield from _sheets(app)
    yield from _played(app, who, 20)
    app.wait()
    yield from _ended(app)


def _seen(app: Driven, name: str) -> Iterator[str]:
    app.redraw()
    app.settle()
    yield name


def _settled(app: Driven) -> None:
    """Let the others move, and put away the news."""
    app.wait()
    while isinstance(app.top, NewsScreen):
        app.key("enter")
        app.wait()


def _sheets(app: Driven) -> Iterator[str]:
    """Everything that can be laid over the table, and taken away again."""
    table = app.top
    for name, key in _SHEETS:
        app.key(key)
        if app.top is not table:
            yield from _seen(app, name)
        while app.top is not table:
            app.key("escape")
    app.key("escape")
    yield from _seen(app, "menu")
    app.press("Leave the talks")
    yield from _seen(app, "leave")
    while app.top is not table:
        app.key("escape")
    corridor = next((spot for spot in app.canvas.spots if spot.id.startswith("audience")), None)
    if corridor is not None:
        app.press(corridor.words, among="audience")
        yield from _seen(app, "audience")
        while app.top is not table:
            app.key("escape")


def _played(app: Driven, who: DelegationId, shown_after: int) -> Iterator[str]:
    """The talks to their end; the first news, a prepared package, one that waits, and the table in the middle."""
    table = app.host.table
    assert table is not None
    told: set[str] = set()
    while table.verdict is None:
        app.wait()
        now = None
        if isinstance(app.top, NewsScreen):
            now = "news"
        elif table.verdict is None and table.view(who).my_turn:
            now = f"table-{app.top.board.mode}" if isinstance(app.top, TableScreen) else None
            now = "table-later" if table.version >= shown_after and "table-later" not in told else now
        if now is not None and now not in told:
            told.add(now)
            yield from _seen(app, now)
        reading = isinstance(app.top, TableScreen) and app.top.board.answer is not None
        if isinstance(app.top, NewsScreen) or reading:
            app.key("enter")
        elif table.verdict is None and table.view(who).my_turn:
            app.host.submit(computer(table.view(who), Random(table.version)).move, table.version_for(who))


def _ended(app: Driven) -> Iterator[str]:
    """The debrief topic by topic, the replay, and what is kept."""
    app.go("ending")
    app.wait()
    yield from _seen(app, "ending")
    for topic in [spot.words for spot in app.canvas.spots if spot.id.startswith("topic-")]:
        if app.find("Contents", among="contents"):  # the list is behind a tab
            app.press("Contents", among="contents")
        app.press(topic, among="topic-")
        app.wait()
        yield from _seen(app, f"ending-{topic}")
    app.key("v")
    app.wait()
    yield from _seen(app, "replay")
    app.key("escape")
    app.go("title")
    app.settle()
    if app.find("Saved talks"):
        app.press("Saved talks")
        yield from _seen(app, "saved")


def toured(
    kept: Path | None, theme: ThemeName = "dark", type: int = 100, size: tuple[int, int] = (1440, 900)
) -> Driven:
    """A window for a walk, with an adviser, the debrief, and where talks are kept."""
    store = Store(kept) if kept else None
    settings = Settings(motion=False, theme=theme, type=type)
    app = Driven(
        pace=0.0, policy=computer, adviser=told_counsel, size=size, settings=settings, store=store, routes=ROUTES
    )
    app.opener = Debriefing
    return app


def main(folder: Path) -> None:
    """Every screen in each theme at three sizes of type."""
    for theme in THEMES:
        for type in (80, 100, 200):
            with tempfile.TemporaryDirectory() as home:
                os.environ[HOME] = home
                app = toured(Path(home) / "talks.sqlite3", theme, type)
                there = folder / f"{theme}-{type}"
                there.mkdir(parents=True, exist_ok=True)
                for number, name in enumerate(tour(app)):
                    app.screenshot(there / f"{number:02}-{name.replace(' ', '-').replace('/', '-')}.png")
                app.close()
            print(there)


if __name__ == "__main__":
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots"))
