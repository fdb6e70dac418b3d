"""The program in the window: its screens by name, the player's table, and the adviser in the player's ear.

    app.go("title")                                     the screen of this name in `routes`
    app.home(screen)                                    leave the talks, and begin anew with this screen
    app.host.begin(...), again, resume, sit, submit     the table: app.host.table, app.host.who, app.host.store
    app.take_seat(who)                                  somebody is there to whom the screen was handed
    app.export() -> Path

`begin` and `resume` raise `ScenarioError` and `StoreError`: show their words. The computer's delegations are pumped at
every step whichever screen is on top; the screens in the stack hear `changed()` after every move.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
from platformdirs import user_documents_path

from game.desktop.aloud import Aloud
from game.desktop.coach import Coach
from game.desktop.counsellor import Counsellor
from game.desktop.keeping import Keeping, Stake
from game.desktop.kit import clipboard, colours, fonts
from game.desktop.kit.inputs import Input, Key
from game.desktop.kit.screen import Screen
from game.desktop.kit.settings import LOUDNESS, PACES, Settings
from game.desktop.kit.sounds import Sound, Speaker
from game.desktop.kit.voice import Voice
from game.desktop.kit.window import Window
from game.desktop.laid_open import LaidOpen, Opener
from game.desktop.own_class import OwnClass
from game.desktop.screen import NAME, GameScreen
from game.desktop.thinker import Thinker
from game.desktop.visit import Visit
from game.desktop.worker import Worker
from game.scenario import asset, folder
from game.seat import Afar, Seated
from game.table import Computers, GameId, Host, Store, StoreError, Table, default_path, earlier_talks
from game.table.writing import write_free
from game.talks import Record
from game.text import DelegationId
from game.words import phrase, say

if TYPE_CHECKING:
    from game.words.adviser import Adviser


class App(Window):
    """One window with one player before it, several who take turns, or nobody."""

    def __init__(
        self,
        *,
        policy: Computers,
        adviser: Adviser | None = None,
        size: tuple[int, int] | None = None,
        settings: Settings | None = None,
        store: Store | None = None,
        pace: float = 0.6,
        clock: Callable[[], float] = time.monotonic,
        routes: Mapping[str, Callable[[App], GameScreen]] | None = None,
        remember: Callable[[Settings], None] | None = None,
        speaker: Speaker | None = None,
        voice: Voice | None = None,
    ) -> None:
        fonts.home = folder("assets") / "fonts"
        super().__init__(say(NAME), size=size, settings=settings, clock=clock)
        self.routes = routes or {}
        self.just_ended = False
        """Whether talks ended a moment ago before the player's eyes, and their end was not shown yet."""
        self._speaker = speaker
        self.aloud = Aloud(voice, lambda: self.settings.aloud if self.visit is None else self.settings.aloud_in_class)
        self._remember = remember
        """Keeps what the player has set for the next time."""
        self.opener: Opener | None = None
        """What lays talks open when they are over."""
        self.worker = Worker("files")
        """Does beside the drawing what takes longer than a frame."""
        self._laid: tuple[Table, DelegationId | None, LaidOpen] | None = None
        self._asking: GameScreen | None = None
        """The question before something is lost, as it was asked last."""
        self.leave: Callable[[], None] = self.quit
        """What is done if the answer is to leave."""
        self._thinker = Thinker()
        self.host = Host(policy, self._thinker, store=store, pace=pace)
        self.keeping = Keeping(self.host)
        self.counsellor = Counsellor(adviser, self.host)
        self.coach = Coach(self.settings, self.changed_settings)
        self._away: dict[DelegationId, GameScreen] = {}
        """The screens of those who play here and are not at the screen now, as they have left them."""
        self._away_from: Table | None = None
        self.visit: Visit | None = None
        """The class on another computer in which one sits."""
        self.own_class: OwnClass | None = None
        """The class on this computer that was opened here."""
        self._closed_class: OwnClass | None = None
        """The one before, which may still be ending."""
        self.host.seated, self.host.moved, self.host.handed = self._seated, self._moved, self._handed

    def icon(self) -> pygame.Surface:
        """The icon of the game, where its picture can be read."""
        with suppress(FileNotFoundError, pygame.error):
            return pygame.image.load(asset("icon.png"))
        return super().icon()

    def run(self) -> int:
        """Until the player leaves; the exit code."""
        gc.freeze()  # the collector of garbage took 50 ms between two frames for what is loaded, and stays anyhow
        return super().run()

    def changed_settings(self) -> None:
        """Draw anew, keep to the pace that is set, and remember all of it."""
        super().changed_settings()
        if self.host.pace > 0:
            self.host.pace = PACES[self.settings.pace]
        if self._remember is not None:
            self._remember(self.settings)

    def hear(self, sound: Sound | None) -> None:
        """Play a sound as loud as it is set, in a class as it is set there."""
        loudness = self.settings.sound if self.visit is None else self.settings.sound_in_class
        if sound is not None and self._speaker is not None:
            self._speaker.play(sound, LOUDNESS[loudness])

    def _hear(self, said: Input) -> None:
        """Any key stops what is being read aloud."""
        if isinstance(said, Key):
            self.aloud.hush()
        super()._hear(said)

    def _pass_on(self, top: Screen, said: Input) -> None:
        """F1 tells what has the focus, where it does nothing else."""
        if isinstance(said, Key) and said.name == "f1" and not said.held and "explain" in self.routes:
            spots = self.canvas.spots if self.canvas.memory is top.memory else ()
            if any(spot.focusable for spot in spots) and not any("f1" in spot.keys for spot in spots):
                self.push(self.routes["explain"](self))
                return
        super()._pass_on(top, said)

    def go(self, name: str) -> None:
        """Put the screen of this name in the place of the uppermost one; the title leaves everything else."""
        if self.host.handing is not None and name == "briefing" and "common" in self.routes:
            name = "common"  # what everybody knows is read together, before anybody is handed the screen
        elif self.host.handing is not None and name in ("table", "briefing"):
            self._handed()
            return
        screen = self.routes[name](self)
        if name == "title":
            self.home(screen)
        else:
            self.replace(screen)

    def home(self, screen: GameScreen) -> None:
        """Leave every screen and the talks, and begin anew with this screen."""
        self._leave_all()
        self.push(screen)

    def export(self) -> Path:
        """Write the record of the talks as text. Gives the file. Raises OSError."""
        table = self.host.table
        if table is None:
            raise OSError("there are no talks to write down")
        return self.written(table, "record", ".txt", table.export())

    def written(self, table: Table, what: str, ending: str, words: str) -> Path:
        """Write something of talks under their name. Gives the file. Raises OSError."""
        return self.put_down(f"{what}-{table.scenario.id}-{table.game or 'unsaved'}", ending, words)

    def put_down(self, name: str, ending: str, content: str | bytes) -> Path:
        """Write something under a name that no other file has, where talks are kept; or among the player's documents,
        if nothing can be written there. Gives the file. Raises OSError."""
        kept = (self.host.store.path if self.host.store else default_path()).parent
        try:
            return write_free(kept, name, ending, content)
        except OSError:
            return write_free(user_documents_path(), name, ending, content)

    def lay_open(self, table: Table, who: DelegationId | None) -> LaidOpen | None:
        """What is being worked out of talks that are over; None where nothing opens them. It begins when it is first
        asked for, which is as soon as they end."""
        if self.opener is None or self.host.source is None:
            return None
        if self._laid is None or self._laid[:2] != (table, who):
            self._close_laid()
            record, source = table.record(), self.host.source[0]
            earlier = self._earlier(record, source, table.game)
            self._laid = table, who, LaidOpen(self, self.opener, record, source, who, earlier)
        return self._laid[2]

    def _earlier(self, record: Record, source: bytes, but: GameId | None) -> Iterable[tuple[Record, bytes] | None]:
        """Other finished talks that are kept of this edition; none where they cannot be looked up."""
        with suppress(StoreError):
            if self.host.store is not None:
                return earlier_talks(self.host.store, record.scenario, source, but, edition=record.edition)
        return ()

    def _close_laid(self) -> None:
        """Work nothing else out of talks that have been left."""
        if self._laid is not None:
            self._laid[2].close()
        self._laid = None

    @property
    def laid(self) -> LaidOpen | None:
        """What has been laid open last."""
        return self._laid[2] if self._laid is not None else None

    def pump(self) -> None:
        """Let the computer's delegations and the adviser think, and hand over what has been worked out."""
        if self.worker.deliver() or (self.visit is not None and self.visit.deliver()):
            self.redraw()
        if self._laid is not None and self._laid[0] is not self.host.table:
            self._close_laid()
        if self.laid is not None:
            self.laid.deliver()
            self.laid.go_on()
        now = self.clock()
        if self.host.pump(now):
            self.redraw()
        if self.keeping.look_again(now):
            self.redraw()
            if self.top:
                self.top.shown()
        self.counsellor.look()
        if isinstance(self.top, GameScreen) and self.canvas.memory is self.top.memory:
            self.aloud.look(self.top, self.canvas)

    def footnote(self) -> tuple[str, str]:
        """What the player must know of how the talks are kept, or of the way to the class."""
        if self.visit is not None and not self.visit.reached and self.visit.lost is None:
            return say("No connection: what you prepare is kept here. Trying again."), colours.ALARM
        return self.keeping.words, colours.ALARM if self.keeping.alarming else colours.DIM

    def asked_to_quit(self) -> None:
        """Quit, and ask first if something would be lost."""
        self.leaving(self.quit)

    def leaving(self, go: Callable[[], None]) -> None:
        """Leave the talks by `go`, and ask first if something would be lost; whoever asks twice means it."""
        if "quitting" not in self.routes or not self.at_stake or (self.top and self.top is self._asking):
            go()
            return
        self.leave = go
        self._asking = self.routes["quitting"](self)
        self.push(self._asking)

    @property
    def at_stake(self) -> Stake | None:
        """What is lost, or at least left, if the window is closed now; None where nothing is."""
        if self.own_class is not None and self.own_class.opened is not None:
            told = phrase("Nobody can play on until you open it again; then it goes on where it was. All is kept.")
            return Stake(say("Close the class?"), say(told), say("Close the class"))
        if self.visit is not None and self.visit.lost is None and self.visit.seat is not None:
            told = phrase("With your seat code {code} you come back to your seat, on any device.")
            code = self.visit.seat.seat_code
            return Stake(say("Leave the class?"), say(told, code=code), say("Leave the class"))
        if not self.keeping.would_lose:
            return None
        return Stake(say("Leave without keeping?"), self.keeping.loss, say("Leave, and lose it"))

    # ---- a class on another computer ----------------------------------------------------------------------------

    def attend(self, visit: Visit) -> None:
        """One has a seat in a class: from here on the window shows it."""
        self._leave_all()
        self.visit = visit
        visit.changed = self._class_changed
        self.push(self.routes["class"](self))

    def leave_class(self) -> None:
        """To the title, if that is meant."""
        self.leaving(lambda: self.go("title"))

    def open_class(self) -> None:
        """Open a class on this computer, in a process of its own."""
        self._leave_all()
        self.own_class = OwnClass(after=self._closed_class)
        self.push(self.routes["open-class"](self))

    def _leave_all(self) -> None:
        self.stack.clear()
        self.host.leave()
        self._hang_up()

    def _hang_up(self) -> None:
        if self.own_class is not None:
            # It tells everybody before it ends: the window does not wait, the program does.
            threading.Thread(target=self.own_class.close, name="closing").start()
            self._closed_class = self.own_class
        self.own_class = None
        if self.visit is not None:
            self.visit.close()
        self.visit = None

    def _class_changed(self) -> None:
        """The class is another, or the own table: what is there to be seen is shown."""
        visit = self.visit
        if visit is None:
            return
        opened = visit.here.setting if visit.here is not None else None
        if visit.lost is not None or visit.opened is not opened:
            visit.opened = opened
            self.stack.clear()
            self.push(self.routes["class"](self))
            if visit.lost is None and visit.here is not None:
                self._read_first(visit.here)
            return
        for screen in tuple(self.stack):
            if isinstance(screen, GameScreen):
                screen.changed()

    def _read_first(self, here: Afar) -> None:
        """Whoever has not moved yet reads the brief before the table."""
        if here.desk.ended is None and not here.has_moved:
            self.push(self.routes["brief"](self))

    # ---- several people -----------------------------------------------------------------------------------------

    def _seated(self) -> None:
        if self.host.table is not self._away_from:
            self._away.clear()
            self._away_from = self.host.table
        self.counsellor.sit()

    def _handed(self) -> None:
        """The screen goes to somebody else: put away whatever is one person's, and show nothing but to whom. What the
        talks of several come to is everybody's."""
        for screen in self.stack:
            if isinstance(screen, GameScreen) and screen.seat is not None:
                self._away[screen.seat] = screen
        clipboard.take_back()
        name = "ending" if self.host.handing is None else "hand-over"
        if name in self.routes:
            self.stack.clear()
            self.push(self.routes[name](self))

    def take_seat(self, who: DelegationId) -> None:
        """Somebody to whom the screen was handed is there: they find it as they left it, and what has happened since;
        or read their cable first, if they have not moved yet."""
        if self.host.table is None or not self.host.take_seat(who):
            return
        moved = Seated(self.host.table.view(who)).has_moved
        screen = self._away.pop(who, None) or self.routes["table" if moved else "briefing"](self)
        self.stack.clear()
        self.push(screen)
        screen.back()

    def _moved(self) -> None:
        self.redraw()
        if self.host.handing is not None:
            return  # whoever has made the move is not there any more: they hear of it when they are back
        if self.host.table is not None and self.host.table.verdict is not None:
            self.lay_open(self.host.table, self.host.who)
        for screen in tuple(self.stack):
            if isinstance(screen, GameScreen):
                screen.changed()

    def close(self) -> None:
        """Let go of the thread, the store, the window and the fonts."""
        if self._remember is not None:
            self._remember(self.settings)
        self._thinker.stop()
        self.worker.stop()
        self._close_laid()
        self._hang_up()
        if self.host.store:
            self.host.store.close()
        if self._speaker is not None:
            self._speaker.close()
        self.aloud.close()
        super().close()
