"""Which screen has which name: the ways through the room, in one place, so that screens need not import one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.desktop.app import App
from game.desktop.screen import GameScreen
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.choose import ChooseScreen
from game.desktop.screens.common import CommonScreen
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.hand_over import HandOverScreen
from game.desktop.screens.outside_briefing import OutsideBriefing
from game.desktop.screens.quitting import QuitSheet
from game.desktop.screens.table import TableScreen
from game.desktop.screens.title import TitleScreen


def _ending(app: App) -> GameScreen:
    if app.host.table is None:
        return TitleScreen(app)
    return EndingScreen(app, app.host.table, app.host.who)


def briefing(app: App) -> GameScreen:
    """What whoever is at the screen reads first."""
    table, who = app.host.table, app.host.who
    return BriefingScreen(app) if table is None or who in table.scenario.ids else OutsideBriefing(app)


ROUTES: Mapping[str, Callable[[App], GameScreen]] = {
    "title": TitleScreen,
    "choose": ChooseScreen,
    "briefing": briefing,
    "common": CommonScreen,
    "table": TableScreen,
    "hand-over": HandOverScreen,
    "ending": _ending,
    "quitting": QuitSheet,
}
