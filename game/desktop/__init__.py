"""The desktop room: the talks in a window. `run` opens it; screens are `GameScreen`s, drawn by the toolkit in `kit`."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from game.desktop.app import App
from game.desktop.driven import Driven
from game.desktop.keeping import Unkept, open_store
from game.desktop.kit.display import desktop_size, open_display
from game.desktop.kit.settings import PACES, Settings, scale_for
from game.desktop.kit.sounds import Speaker, Synth
from game.desktop.kit.voice import Voice
from game.desktop.laid_open import Opener
from game.desktop.remembered import remember, remembered
from game.desktop.routes import ROUTES
from game.desktop.screen import GameScreen
from game.desktop.screens.choose import ChooseScreen
from game.desktop.screens.join import JoinScreen
from game.scenario import ScenarioError
from game.table import Computers, Start, Store, StoreError
from game.text import DelegationId
from game.words import say
from game.words.faults import fault as fault_words
from game.words.language import tongue

if TYPE_CHECKING:
    from game.words.adviser import Adviser

__all__ = ["ROUTES", "App", "Driven", "GameScreen", "Settings", "open_display", "run"]


def run(
    policy: Computers,
    start: Start | None = None,
    *,
    adviser: Adviser | None = None,
    scale: float | None = None,
    save: bool = True,
    opener: Opener | None = None,
    synth: Synth | None = None,
    door: tuple[str, str, str] | None = None,
) -> int:
    """Open the window, with the title, with the choice of a seat, or with the briefing, as far as `start` knows; gives
    the exit code. `policy` plays the other delegations, `adviser` has the player's ear, `opener` lays talks open that
    are over, `synth` makes the sounds. With a `door`, an address, a code and a name, somebody joins a class there."""
    store: Store | None = None
    unkept: Unkept = "unasked"
    if save:
        store, unkept = open_store()
    if isinstance(unkept, StoreError):
        print(say("{why} Nothing will be kept.", why=fault_words(unkept)), file=sys.stderr)
    desktop = desktop_size()
    settings = replace(remembered() if save else Settings(), scale=scale or scale_for(desktop))
    app = App(
        policy=policy, adviser=adviser, settings=settings, store=store, pace=PACES[settings.pace], routes=ROUTES,
        remember=remember if save else None, speaker=Speaker(synth) if synth else None, voice=Voice(tongue()),
    )  # fmt: skip
    start = start or Start()
    app.host.given, app.opener = start, opener
    app.keeping.unkept = unkept
    try:
        if door is not None:
            app.push(JoinScreen(app, *door, at_once=bool(door[1])))
        elif start.scenario and start.seat:
            who = DelegationId(start.seat)
            app.host.begin(
                start.scenario, who, start.seed, as_written=start.as_written, past=start.past, levels=start.levels,
                also=start.also, edition=start.edition,
            )  # fmt: skip
            app.go("briefing")
        elif start.scenario:
            choose = ChooseScreen(app, start.scenario)
            choose.opening.given(start)
            app.push(choose)
        else:
            app.go("title")
    except (ScenarioError, StoreError) as fault:
        app.close()
        print(fault_words(fault), file=sys.stderr)
        return 2
    return app.run()
