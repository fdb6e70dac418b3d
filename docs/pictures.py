"""Draws the pictures of the README: `SDL_VIDEODRIVER=dummy python docs/pictures.py`."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from random import Random

from game.debrief import Course, Debrief
from game.delegations import computer
from game.desktop import ROUTES, Driven, Settings
from game.desktop.debriefing import Debriefing
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.table import TableScreen
from game.reports.document import html
from game.reports.report import report_of
from game.scenario import source_of
from game.talks import Record
from game.text import DelegationId

HERE = Path(__file__).parent
ALLIANCE = DelegationId("NATO")
SEED = 3
MOVES = 22
"""Moves that the computer makes on both sides before the picture of the table."""


def main() -> None:
    """A table of the status talks in its third week, the news of Istanbul, the debrief and its report."""
    app = Driven(pace=0.0, policy=computer, size=(1440, 900), settings=Settings(scale=1.0, motion=False), routes=ROUTES)
    app.opener = Debriefing
    app.host.begin("partnership-for-peace-1994", ALLIANCE, SEED)
    app.go("table")
    play(app, MOVES)
    app.screenshot(HERE / "table.png")
    play(app, 400)
    app.wait()
    app.screenshot(HERE / "debrief.png")
    app.press("Clause by clause", among="topic-")
    app.memory.mouse = (-1.0, -1.0)  # No row is lit by it.
    app.screenshot(HERE / "story.png")
    app.key("a")
    app.screenshot(HERE / "aftermath.png")
    if app.host.table is not None:
        report(app.host.table.record())


def report(record: Record) -> None:
    """The first screenful of a report as Chromium shows it; left as it is where there is none."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        return
    debrief = Debrief(Course.of(record, source_of(record.scenario)))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_text(html(report_of([debrief], me=ALLIANCE)), encoding="utf-8")
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}"]
        size = ["--window-size=1280,1500", f"--screenshot={HERE / 'report.png'}"]
        subprocess.run([browser, *options, *size, page.as_uri()], check=True, capture_output=True)


def play(app: Driven, moves: int) -> None:
    """The computer plays the Alliance too, up to this many moves or to the end; news and answers are put away, but for
    the last."""
    app.wait()
    table = app.host.table
    while table is not None and table.verdict is None and (table.version < moves or not table.view(ALLIANCE).my_turn):
        if isinstance(app.top, NewsScreen):
            if app.top.story.title.startswith("Two ministers"):
                app.screenshot(HERE / "news.png")
            app.key("enter")
        elif isinstance(app.top, TableScreen) and app.top.board.unread is not None:
            app.top.board.read_answer()
        elif table.view(ALLIANCE).my_turn:
            app.host.submit(computer(table.view(ALLIANCE), Random(table.version)).move, table.version)
        app.wait()
    while isinstance(app.top, NewsScreen):
        app.key("enter")


if __name__ == "__main__":
    main()
