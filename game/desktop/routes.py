"""Which screen has which name: the ways through the room, in one place, so that screens need not import one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.desktop.app import App
from game.desktop.screen import GameScreen
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.choose import ChooseScreen
from game.desktop.screens.class_ending import ClassEnding
from game.desktop.screens.class_room import LostScreen, WaitingScreen
from game.desktop.screens.class_seat import SeatScreen
from game.desktop.screens.common import CommonScreen
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.explain import explain
from game.desktop.screens.hand_over import HandOverScreen
from game.desktop.screens.join import JoinScreen
from game.desktop.screens.open_class import OpenClassScreen
from game.desktop.screens.outside_briefing import OutsideBriefing
from game.desktop.screens.quitting import QuitSheet
from game.desktop.screens.table import TableScreen
from game.desktop.screens.title import TitleScreen


def _ending(app: App) -> GameScreen:
    if app.visit is not None:
        return ClassEnding(app, app.visit)
    if app.host.table is None:
        return TitleScreen(app)
    return EndingScreen(app, app.host.table, app.host.who)


def briefing(app: App) -> GameScreen:
    """What whoever is at the screen reads first."""
    table, who = app.host.table, app.host.who
    return BriefingScreen(app) if table is None or who in table.scenario.ids else OutsideBriefing(app)


def in_class(app: App) -> GameScreen:
    """Where one is in a class on another computer."""
    visit = app.visit
    if visit is None:
        return TitleScreen(app)
    if visit.lost is not None:
        return LostScreen(app, visit, visit.lost)
    if visit.here is None:
        return WaitingScreen(app, visit)
    return SeatScreen(app, visit)


def open_class(app: App) -> GameScreen:
    """The door of the class on this computer."""
    assert app.own_class is not None
    return OpenClassScreen(app, app.own_class)


def class_brief(app: App) -> GameScreen:
    """What somebody in a class reads first; the table lies below."""
    assert app.visit is not None
    assert app.visit.here is not None
    here = app.visit.here
    app.visit.read()
    outside = here.desk.judging is not None
    return OutsideBriefing(app, again=True, here=here) if outside else BriefingScreen(app, again=True, here=here)


ROUTES: Mapping[str, Callable[[App], GameScreen]] = {
    "title": TitleScreen,
    "choose": ChooseScreen,
    "briefing": briefing,
    "common": CommonScreen,
    "table": TableScreen,
    "hand-over": HandOverScreen,
    "ending": _ending,
    "explain": explain,
    "quitting": QuitSheet,
    "join": JoinScreen,
    "class": in_class,
    "open-class": open_class,
    "brief": class_brief,
}
