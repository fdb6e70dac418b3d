"""The desktop room: the talks in a window. `run` opens it; screens are built on `screen`, `canvas` and `widgets`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from game.desktop.app import App
from game.desktop.driver import Driven
from game.desktop.routes import ROUTES
from game.desktop.screen import Screen
from game.desktop.screens.choose import ChooseScreen
from game.desktop.settings import Settings
from game.scenario import ScenarioError
from game.table import Store, StoreError
from game.text import DelegationId

if TYPE_CHECKING:
    from game.delegations import Policy

__all__ = ["ROUTES", "App", "Driven", "Screen", "Settings", "run"]


def run(
    policy: Policy,
    *,
    scenario: str | None = None,
    seat: str | None = None,
    seed: int | None = None,
    scale: float | None = None,
    save: bool = True,
) -> int:
    """Open the window, with the title, with the choice of a seat, or with the briefing; gives the exit code.
    `policy` plays the other delegations."""
    try:
        store = Store() if save else None
    except StoreError as fault:
        print(f"{fault} Nothing will be kept.", file=sys.stderr)
        store = None
    app = App(policy=policy, settings=Settings(scale=scale) if scale else None, store=store, routes=ROUTES)
    try:
        if scenario and seat:
            app.begin(scenario, DelegationId(seat), seed)
            app.go("briefing")
        elif scenario:
            app.push(ChooseScreen(app, scenario))
        else:
            app.go("title")
    except (ScenarioError, StoreError) as fault:
        app.close()
        print(fault, file=sys.stderr)
        return 2
    return app.run()
