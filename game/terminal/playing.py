"""Talks are opened at the terminal, new ones or kept ones, and played there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.scenario import load, source_of
from game.table import Computers, Start, Store, new_seed, open_table, resume
from game.terminal.console import Console, Gone
from game.terminal.session import BROKEN_OFF, LEFT_OFF, Debriefer, Session
from game.terminal.starting import choose_edition, choose_people, choose_scenario, mention_earlier
from game.terminal.turn import HELP
from game.words import say
from game.words.storage import set_aside

if TYPE_CHECKING:
    from game.words.adviser import Adviser

DEFAULT = Start()
"""Talks of which nothing is known yet."""


def play(
    console: Console,
    policy: Computers,
    open_store: Callable[[], Store | None],
    start: Start = DEFAULT,
    *,
    adviser: Adviser | None = None,
    debrief: Debriefer | None = None,
) -> int:
    """New talks: the scenario, the seat and the level are asked for where they are not given."""
    try:
        name = start.scenario or choose_scenario(console, HELP[:1])
        source = source_of(name)
        if start.scenario is None:
            start = replace(start, edition=choose_edition(console, load(source, name), HELP[:1]))
        opened = load(source, name, start.edition)
        store = open_store()
        if store and store.moved:
            console.tell(set_aside(str(store.moved)))
        if start.past is None:
            mention_earlier(console, opened, name, store)
        people, start = choose_people(console, opened, start, HELP[:1])
    except Gone:
        console.tell(say("You leave the program."))
        return LEFT_OFF
    except KeyboardInterrupt:
        console.tell()
        return BROKEN_OFF
    seed = new_seed() if start.seed is None else start.seed
    table = open_table(
        source, name, start.seats(opened.ids, *people), policy, seed=seed, store=store, as_written=start.as_written,
        past=start.past, adviser=start.adviser, edition=start.edition,
    )  # fmt: skip
    session = Session(console, table, adviser, (store, source) if store else None, chaired=start.chair)
    session.debriefs = (debrief, source) if debrief else None
    return session.play(begins=True)


def play_on(
    console: Console,
    policy: Computers,
    store: Store,
    game: int,
    *,
    adviser: Adviser | None = None,
    debrief: Debriefer | None = None,
    chaired: bool = False,
) -> int:
    """Kept talks, from where they stand; where the store cannot be written, what is played on is not kept. `chaired`
    is as in `Session`."""
    table, source = resume(store, game, policy), store.load(game)[1]
    session = Session(console, table, adviser, (store, source), chaired=chaired)
    session.debriefs = (debrief, source) if debrief else None
    session.recall()
    return session.play()
