"""What a frame of the window costs: the table of the main scenario at 1440 x 900, as somebody sees it who has sat there
for twenty moves.

Times are of the processor, of the thread alone that draws, so that other programs on the machine lengthen them little.
A full redraw paints every panel, as if everything had changed; the frame after a move is the first that shows one that
was really made, with the rules, the desk and all that is told of it; a hover goes from one thing that can be pressed to
the next; a static frame is a step of the window in which nothing has changed. The peer is the same frame with every
panel painted anew, as it would be done without pictures of them; for the first frame and the memory, a pygame-ce window
that shows one filled frame.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from random import Random
from time import thread_time

import pygame

from benchmarks import Row, startup
from benchmarks.memory import peak
from game.delegations import computer
from game.desktop import ROUTES, Driven, Settings
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.table import TableScreen
from game.table import Table
from game.text import DelegationId

MAIN, SEAT, SEED, MOVES = "partnership-for-peace-1994", "RUS", 3, 20
SIZE = (1440, 900)
FRAMES = 200
_OURS = "from benchmarks.desktop import most; most()"
_BARE = """
import pygame
from benchmarks.memory import peak
pygame.display.init()
pygame.font.init()
pygame.display.set_mode((1440, 900)).fill((24, 44, 52))
pygame.display.flip()
print(peak())
"""


def rows(_: float) -> list[Row]:
    """A row for each kind of frame, the first frame, and the memory."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    with tempfile.TemporaryDirectory() as home:
        os.environ["AS_APPROPRIATE_HOME"] = home
        full, hover, static, drawn = frames()
        moves = after_moves()
    mine, bare = _peak(_OURS), _peak(_BARE)
    return [
        _row("full redraw, p50", _share(full, 0.5), None, "ms"),
        _row("full redraw, p95", _share(full, 0.95), None, "ms"),
        _row("frame after a move, p50", _share(moves, 0.5), None, "ms"),
        _row("frame after a move, p95", _share(moves, 0.95), None, "ms"),
        _row("hover, p50, beside a full redraw", _share(hover, 0.5), _share(full, 0.5), "ms"),
        _row("hover, p95, beside a full redraw", _share(hover, 0.95), _share(full, 0.95), "ms"),
        _row("static frame, p95", _share(static, 0.95), None, "ms"),
        _row("frames drawn while nothing changes", drawn, None, "frames"),
        startup.first_frame(),
        _row("memory at the table, most", mine, bare, "MB"),
    ]


def frames() -> tuple[list[float], list[float], list[float], int]:
    """Seconds of full redraws, of hovers, of steps in which nothing changes, and how many of these drew anything."""
    app = _at_table()
    full = [_timed(lambda: _anew(app)) for _ in range(FRAMES)]
    hover = []
    spots = [spot for spot in app.canvas.spots if spot.clip is None or spot.box.meet(spot.clip).h > 0]
    for place in range(FRAMES):
        spot = spots[(place * 7) % len(spots)]
        x, y = (spot.box if spot.clip is None else spot.box.meet(spot.clip)).centre
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(round(x), round(y)), rel=(0, 0), buttons=(0, 0, 0)))
        hover.append(_timed(app.step))
    app.settle()
    before = app.frames
    static = [_timed(app.step) for _ in range(FRAMES)]
    drawn = app.frames - before
    app.close()
    return full, hover, static, drawn


def after_moves() -> list[float]:
    """Seconds of the frames that show a move of a whole game for the first time, with what is worked out for them."""
    app = _seated()
    table, spent = app.host.table, []
    assert table is not None
    while table.verdict is None:
        before, frame = table.version, app.frames
        step = _timed(app.step)
        if table.version != before and app.frames > frame and isinstance(app.top, TableScreen):
            spent.append(step)
        _go_on(app, table)
    app.close()
    return spent


def _at_table() -> Driven:
    app = _seated()
    table = app.host.table
    assert table is not None
    while table.verdict is None and (table.version < MOVES or not table.view(DelegationId(SEAT)).my_turn):
        _go_on(app, table)
        app.wait()
    while isinstance(app.top, NewsScreen):
        app.key("enter")
    app.settle()
    return app


def _seated() -> Driven:
    app = Driven(pace=0.0, policy=computer, size=SIZE, settings=Settings(motion=False), routes=ROUTES)
    app.host.begin(MAIN, DelegationId(SEAT), SEED)
    app.go("table")
    app.wait()
    return app


def _go_on(app: Driven, table: Table) -> None:
    """Put the news away, or make the seat's own move."""
    view = table.view(DelegationId(SEAT))
    if isinstance(app.top, NewsScreen):
        app.key("enter")
    elif view.my_turn:
        app.host.submit(computer(view, Random(table.version)).move, table.version_for(DelegationId(SEAT)))


def _anew(app: Driven) -> None:
    """Paint a frame with nothing kept of the last one."""
    assert isinstance(app.top, TableScreen)
    app.top.forget()
    app.redraw()
    app.step()


def _timed(act: Callable[[], None]) -> float:
    begun = thread_time()
    act()
    return thread_time() - begun


def most() -> None:
    """Print the most memory that this process has held, in kB, after a few frames at the table."""
    app = _at_table()
    for _ in range(3):
        _anew(app)
    print(peak())


def _peak(program: str) -> float:
    """The most memory of a process, in MB."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "SDL_VIDEODRIVER": "dummy", "AS_APPROPRIATE_HOME": home}
        done = subprocess.run(
            [sys.executable, "-c", program], env=env, check=True, timeout=120, capture_output=True, text=True
        )
    return int(done.stdout.split()[-1]) / 1024


def _share(spent: Sequence[float], share: float) -> float:
    """So many milliseconds were not exceeded by this share of the frames."""
    return 1000 * sorted(spent)[min(len(spent) - 1, round(share * len(spent)))]


def _row(case: str, ours: float, peer: float | None, unit: str) -> Row:
    ratio = None if not peer else round(ours / peer, 2)
    return {"case": case, "ours": round(ours, 2), "peer": peer and round(peer, 2), "ratio": ratio, "unit": unit}
