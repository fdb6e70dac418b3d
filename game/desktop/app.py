"""The window: a stack of screens, the running table, and one loop that sleeps unless something changed.

    app.push(screen) / app.replace(screen) / app.pop() / app.home(screen)   the stack; replace swaps the top
    app.go("title")                                                         the screen of this name in `routes`
    app.begin("partnership-for-peace-1994", seat, seed) -> Table            a new table: app.table and app.who
    app.resume(game) -> Table                                               a kept one
    app.store                                                               the Store, or None when nothing is kept
    app.settings, app.redraw(), app.quit(), app.export() -> Path
    app.thinking                                                            the delegation that is thinking, or None

`begin` and `resume` raise `ScenarioError` and `StoreError`: show their words. The computer's delegations are pumped by
`step` whichever screen is on top; the screens in the stack hear `changed()` after every move.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from random import randrange
from typing import TYPE_CHECKING

import pygame

from game.desktop.counsellor import Counsellor, Opener
from game.desktop.kit import fonts, inputs, shapes
from game.desktop.kit.canvas import Canvas, Memory, Spot
from game.desktop.kit.hands import Hands
from game.desktop.kit.inputs import Exposed, Input, Key, Quit, Resized
from game.desktop.screen import Screen
from game.desktop.settings import Settings, scale_for
from game.desktop.thinker import Answer, Thinker, harmless
from game.scenario import Past, asset, folder, load, source_of
from game.table import Computers, GameId, Start, Store, StoreError, Table, levels_in, open_table, resume
from game.talks import Move, Refusal, Sits
from game.text import DelegationId

if TYPE_CHECKING:
    from game.adviser import Adviser

_log = logging.getLogger(__name__)
NAME = "As Appropriate"
_IDLE, _MOVING = 1 / 30, 1 / 60


class App:
    """One window with one player before it, or nobody."""

    def __init__(
        self,
        *,
        policy: Computers,
        adviser: Adviser | None = None,
        size: tuple[int, int] | None = None,
        settings: Settings | None = None,
        store: Store | None = None,
        clock: Callable[[], float] = time.monotonic,
        routes: Mapping[str, Callable[[App], Screen]] | None = None,
    ) -> None:
        os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
        pygame.display.init()
        pygame.font.init()
        fonts.home = folder("assets") / "fonts"
        if pygame.display.get_driver() == "x11":
            # Frames are painted by the processor; without a graphics card the way through one costs 6 to 40 ms.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        desktop = pygame.display.get_desktop_sizes()[0]
        self.settings = settings or Settings(scale=scale_for(desktop))
        self.store = store
        self.table: Table | None = None
        self.who: DelegationId | None = None
        self.source: tuple[bytes, str] | None = None
        """The scenario file of these talks and its name, to begin them again."""
        self._start = Start()
        """How these talks were opened: to begin them again."""
        self.thinking: DelegationId | None = None
        self.frames = 0
        """How many frames have been drawn: an idle window draws none."""
        self.clock = clock
        self.routes = routes or {}
        self.policy = policy
        self.given = Start()
        """What was asked for before the window opened: who may have an adviser, and how well the computer plays."""
        self.counsellor = Counsellor(adviser, store)
        self.openly: Opener | None = None
        """What opens the computer's turns when the talks are over."""
        self._thinker = Thinker()
        self._asked: tuple[int, float] | None = None
        self._answer: Answer | None = None
        self._stack: list[Screen] = []
        self._running = True
        self._dirty = True
        self._moving = False
        self._typing = True
        scale = self.settings.scale
        wanted = size or (round(min(1440 * scale, desktop[0] * 0.92)), round(min(900 * scale, desktop[1] * 0.86)))
        pygame.display.set_caption(NAME)
        pygame.display.set_icon(shapes.icon())
        with suppress(FileNotFoundError, pygame.error):
            pygame.display.set_icon(pygame.image.load(asset("icon.png")))
        self.surface = pygame.display.set_mode(wanted, pygame.RESIZABLE)
        self.canvas = Canvas(self.surface, self.scale, Memory())

    # ---- the stack ----------------------------------------------------------------------------------------------

    @property
    def top(self) -> Screen | None:
        """The screen that hears the player."""
        return self._stack[-1] if self._stack else None

    @property
    def scale(self) -> float:
        """Pixels for a logical unit, now."""
        return self.settings.fitting(self.surface.get_size())

    def push(self, screen: Screen) -> None:
        """Lay a screen over the others."""
        self._stack.append(screen)
        self._arrived()

    def pop(self) -> None:
        """Take the uppermost screen away; without one left, the program ends."""
        if self._stack:
            self._stack.pop()
        self._arrived()

    def back_to(self, screen: Screen) -> None:
        """Take away every screen above this one."""
        if screen in self._stack and self.top is not screen:
            del self._stack[self._stack.index(screen) + 1 :]
            self._arrived()

    def replace(self, screen: Screen) -> None:
        """Put a screen in the place of the uppermost one."""
        if self._stack:
            self._stack.pop()
        self.push(screen)

    def go(self, name: str) -> None:
        """Put the screen of this name in the place of the uppermost one; the title leaves everything else."""
        screen = self.routes[name](self)
        if name == "title":
            self.home(screen)
        else:
            self.replace(screen)

    def home(self, screen: Screen) -> None:
        """Leave every screen and the talks, and begin anew with this screen."""
        self._stack.clear()
        self._leave_table()
        self.push(screen)

    def quit(self) -> None:
        """End the loop after this step."""
        self._running = False

    def redraw(self) -> None:
        """Draw a frame at the next step."""
        self._dirty = True

    def _arrived(self) -> None:
        self._dirty = True
        if self.top is None:
            self._running = False
            return
        pygame.display.set_caption(f"{self.top.title} · {NAME}" if self.top.title not in ("", NAME) else NAME)
        self.top.shown()

    # ---- the table ----------------------------------------------------------------------------------------------

    def begin(
        self,
        scenario: str,
        seat: DelegationId | None,
        seed: int | None = None,
        *,
        as_written: bool = False,
        past: Past | None = None,
        levels: Mapping[str, Sits] | None = None,
    ) -> Table:
        """Open a table; `seat` is the player's, and the computer has the others (all of them for None). Instructions,
        past and levels are as in `table.Start`."""
        self._start = Start(None, None, seed, as_written, past, levels or self.given.levels, self.given.adviser)
        return self._open(source_of(scenario), scenario, seat, seed)

    def again(self, seat: DelegationId | None) -> Table:
        """The scenario of the running or ended talks from the beginning, as it was read and opened for them."""
        if self.source is None:
            raise StoreError("There are no talks to begin again.")
        return self._open(*self.source, seat, None)

    def _open(self, source: bytes, name: str, seat: DelegationId | None, seed: int | None) -> Table:
        ids = load(source, name).ids
        if seat is not None and seat not in ids:
            raise StoreError(f"There is no delegation {seat!r} in this scenario; there are {', '.join(ids)}.")
        start = self._start
        table = open_table(
            source, name, start.seats(ids, seat), self.policy, seed=randrange(1_000_000) if seed is None else seed,
            store=self.store, as_written=start.as_written, past=start.past, adviser=start.adviser,
        )  # fmt: skip
        self.source = (source, name)
        return self.sit(table, seat)

    def resume(self, game: GameId) -> Table:
        """Go on with talks that were kept; the player sits in the first seat of a person."""
        if self.store is None:
            raise StoreError("Nothing is kept in this session.")
        table = resume(self.store, game, self.policy)
        record, source = self.store.load(game)
        self.source = (source, table.scenario.id)
        levels = levels_in(table.seats)
        self._start = Start(as_written=record.as_written, past=record.past, levels=levels, adviser=record.adviser)
        return self.sit(table, next((who for who, sits in table.seats.items() if sits == "person"), None))

    def sit(self, table: Table, who: DelegationId | None) -> Table:
        """Take a seat at a table that is open already."""
        self._leave_table()
        self.table, self.who = table, who
        self.counsellor.sit(table, who)
        return table

    def submit(self, move: Move, seen: int) -> Refusal | None:
        """The player's move, answering the version that was on the screen; a refusal is a sentence to show."""
        if self.table is None or self.who is None:
            return Refusal("There is no table.")
        return self._submit(self.who, move, seen)

    def export(self) -> Path:
        """Write the record of the talks as text beside the store, or here; gives the file. Raises OSError."""
        if self.table is None:
            raise OSError("there are no talks to write down")
        folder = self.store.path.parent if self.store else Path.cwd()
        path = folder / f"record-{self.table.scenario.id}-{self.table.game or 'unsaved'}.txt"
        path.write_text(self.table.export(), encoding="utf-8")
        return path

    def _leave_table(self) -> None:
        self.table = self.who = self.thinking = None
        self._asked = self._answer = None
        self.counsellor.sit(None, None)

    def _submit(self, seat: DelegationId, move: Move, seen: int) -> Refusal | None:
        assert self.table is not None
        try:
            refused = self.table.submit(seat, move, seen)
        except StoreError as fault:
            return Refusal(str(fault))
        if refused is None:
            self._dirty = True
            for screen in tuple(self._stack):
                screen.changed()
        return refused

    def _pump(self) -> None:
        """Ask the delegation whose turn it is, and play its answer when it has come and its time is due."""
        if self.table is None:
            return
        now = self.clock()
        if self._asked is None or self._asked[0] != self.table.version:
            task = self.table.due()
            self.counsellor.look()
            waits = task.who if task else None
            self._dirty |= waits != self.thinking
            self.thinking = waits
            if task is None:
                self._asked = None
                return
            self._asked, self._answer = (self.table.version, now), None
            self._thinker.ask(task)
        while answer := self._thinker.answer():
            if answer.task.view.scenario.id == self.table.scenario.id:
                self._answer = answer
        if self._answer and now - self._asked[1] >= self.settings.pace:
            answer, self._answer = self._answer, None
            self._play(answer)

    def _play(self, answer: Answer) -> None:
        if self.table is None or answer.version != self.table.version or answer.task.who != self.thinking:
            self._asked = None
            return
        who = answer.task.who
        refused = self._submit(who, answer.decision.move, answer.version) if answer.decision else Refusal("no decision")
        if refused:
            _log.error("the move of %s was refused: %s", who, refused.reason)
            self._submit(who, harmless(answer.task.view), answer.version)

    # ---- the loop -----------------------------------------------------------------------------------------------

    def run(self) -> int:
        """Until the player leaves; the exit code."""
        while self._running and self.top:
            self.step()
            time.sleep(_MOVING if self._moving else _IDLE)
        self.close()
        return 0

    def close(self) -> None:
        """Let go of the window and the fonts."""
        self._thinker.stop()
        if self.store:
            self.store.close()
        fonts.forget()
        shapes.forget()
        pygame.font.quit()
        pygame.display.quit()

    @property
    def running(self) -> bool:
        """Whether nobody has asked to quit."""
        return self._running

    def step(self) -> None:
        """Hear what came in, pump the table, and draw if something changed."""
        for said in inputs.read(pygame.event.get(), self.scale):
            before = self.top
            self._hear(said)
            if self.top and self.top is not before and self._running:
                self._draw()  # the next input is for the buttons of the new screen
        self._pump()
        self._listen()
        top = self.top
        self._moving = bool(top and top.tick(self.clock()))
        if top and self._running and (self._dirty or self._moving):
            self._draw()

    def _listen(self) -> None:
        """Take typed text only while a screen has a field: else the key that opens it would be typed into it."""
        typing = bool(self.top and self.top.typing)
        if typing != self._typing:
            self._typing = typing
            (pygame.key.start_text_input if typing else pygame.key.stop_text_input)()

    def _hear(self, said: Input) -> None:
        if isinstance(said, Quit):
            self.quit()
        elif isinstance(said, Resized | Exposed):
            self.surface = pygame.display.get_surface() or self.surface
            self._dirty = True
        elif isinstance(said, Key) and said.ctrl and said.name in ("+", "-", "0"):
            self.zoom({"+": 1, "-": -1}.get(said.name, 0))
        elif isinstance(said, Key) and said.ctrl and said.name == "q":
            self.quit()
        elif self.top:
            self._pass_on(self.top, said)

    def zoom(self, steps: int) -> None:
        """Larger or smaller type; 0 goes back to the size for this desktop."""
        if steps:
            self.settings.scale = self.settings.fitting(self.surface.get_size())
            self.settings.larger(steps)
        else:
            self.settings.scale = scale_for(pygame.display.get_desktop_sizes()[0])
        self._dirty = True

    def _pass_on(self, top: Screen, said: Input) -> None:
        before = (top.memory.focus, top.memory.shown, top.memory.hovered, top.memory.held, dict(top.memory.scroll))
        if top.on(said):
            self._dirty = True
            return
        spot = Hands(top.memory, self.canvas.spots, self.canvas.panes).do(said)
        memory = top.memory
        self._dirty |= before != (memory.focus, memory.shown, memory.hovered, memory.held, memory.scroll)
        if spot:
            self._dirty = True
            if not spot.why:
                spot.act()
            else:
                top.refused(spot.why)

    def current(self) -> Spot | None:
        """The spot that is focused or hovered, for a status line."""
        top = self.top
        return Hands(top.memory, self.canvas.spots, self.canvas.panes).current() if top else None

    def _draw(self) -> None:
        self._dirty = False
        self.frames += 1
        for screen in self._visible():
            self.canvas = Canvas(self.surface, self.scale, screen.memory)
            if screen.overlay:
                veil = pygame.Surface(self.surface.get_size(), pygame.SRCALPHA)
                veil.fill((8, 16, 20, 170))
                self.surface.blit(veil, (0, 0))
            screen.draw(self.canvas)
        pygame.display.flip()
        if self.top and self.canvas.memory is self.top.memory:
            self._dirty |= Hands(self.canvas.memory, self.canvas.spots, self.canvas.panes).look_again()

    def _visible(self) -> Iterator[Screen]:
        first = len(self._stack) - 1
        while first > 0 and self._stack[first].overlay:
            first -= 1
        yield from self._stack[first:]
