"""The window: a stack of screens, and one loop that sleeps unless something changed.

    window.push(screen) / replace(screen) / pop() / back_to(screen)     the stack; replace swaps the top
    window.run(), or window.step() again and again                      the loop
    window.redraw(), window.quit(), window.zoom(steps), window.full_screen(whether)

Whatever else must go on beside the screens does so in `pump`, which a program overrides.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from game.desktop.kit import fonts, footnote, ink, keyboard, placed, shapes
from game.desktop.kit.canvas import Canvas, Spot
from game.desktop.kit.display import open_display
from game.desktop.kit.hands import Hands
from game.desktop.kit.inputs import Exposed, Input, Key, MouseDown, MouseMoved, MouseUp, Quit, Reader, Resized, Wheel
from game.desktop.kit.lately import Lately
from game.desktop.kit.magnifier import Magnifier, Way
from game.desktop.kit.pointing import Memory
from game.desktop.kit.screen import Screen
from game.desktop.kit.settings import SMALLEST, Settings, scale_for
from game.desktop.kit.themes import THEMES, Theme

_IDLE, _MOVING = 1 / 30, 1 / 60
"""Seconds between two steps."""
_REPEAT = 420, 35
"""Milliseconds until a key that is held is heard again, and from then on."""


class Window:
    """One window with a stack of screens, of which the uppermost hears the player."""

    def __init__(
        self,
        name: str,
        *,
        size: tuple[int, int] | None = None,
        settings: Settings | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        open_display()
        pygame.font.init()
        desktop = pygame.display.get_desktop_sizes()[0]
        self.name = name
        self.settings = settings or Settings(scale=scale_for(desktop))
        self.clock = clock
        self.reader = Reader(clock, self.place)
        self.frames = 0
        """How many frames have been drawn: an idle window draws none."""
        self.stack: list[Screen] = []
        self._running = True
        self._dirty = True
        self._moving = False
        self._typing = True
        self._foot = 0
        """Pixels that the words below the screens take."""
        self.glass = Magnifier()
        self._strip: Canvas | None = None
        """The strip below a page that is larger than the window."""
        self._focused = ("", False)
        self.lately = Lately(clock)
        self._stands: tuple[Screen, pygame.Surface, tuple[int, int]] | None = None
        """The screen that alone was drawn last, and the page on which it stands."""
        scale = self.settings.scale
        usual = (round(min(1440 * scale, desktop[0] * 0.92)), round(min(900 * scale, desktop[1] * 0.86)))
        self._size = size or self.settings.size or usual
        pygame.display.set_caption(name)
        pygame.display.set_icon(self.icon())
        self.surface = self._opened()
        self.canvas = Canvas(self.surface, self.scale, Memory())
        pygame.key.set_repeat(*_REPEAT)

    def _opened(self) -> pygame.Surface:
        """The window as it is set: the whole screen, or one that can be resized and never becomes too small."""
        if self.settings.full:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        surface = pygame.display.set_mode(self._size, pygame.RESIZABLE)
        with warnings.catch_warnings():
            # The new way does not know the surface of the display; there is no other.
            warnings.simplefilter("ignore", DeprecationWarning)
            pygame.Window.from_display_module().minimum_size = SMALLEST
        return surface

    def full_screen(self, full: bool) -> None:
        """Take the whole screen, or go back to a window."""
        if full != self.settings.full:
            self.settings.full = full
            self.surface = self._opened()
            self.changed_settings()

    def changed_settings(self) -> None:
        """The player has set something otherwise: draw anew. A program may remember it."""
        self._dirty = True

    def icon(self) -> pygame.Surface:
        """What stands for the window in a task bar."""
        return shapes.icon()

    def place(self, sign: int) -> int:
        """The scancode of the key that gives this sign in the layout of now; 0 if there is none."""
        return keyboard.place(sign)

    # ---- the stack ----------------------------------------------------------------------------------------------

    @property
    def top(self) -> Screen | None:
        """The screen that hears the player."""
        return self.stack[-1] if self.stack else None

    @property
    def scale(self) -> float:
        """Pixels for a logical unit, now."""
        wide, high = self.surface.get_size()
        return self.settings.fitting((wide, high - self._foot))

    def push(self, screen: Screen) -> None:
        """Lay a screen over the others."""
        self.stack.append(screen)
        self._arrived()

    def pop(self) -> None:
        """Take the uppermost screen away; without one left, the program ends."""
        if self.stack:
            self.stack.pop()
        self._arrived()

    def back_to(self, screen: Screen) -> None:
        """Take away every screen above this one."""
        if screen in self.stack and self.top is not screen:
            del self.stack[self.stack.index(screen) + 1 :]
            self._arrived()

    def replace(self, screen: Screen) -> None:
        """Put a screen in the place of the uppermost one."""
        if self.stack:
            self.stack.pop()
        self.push(screen)

    def quit(self) -> None:
        """End the loop after this step."""
        self._running = False

    def asked_to_quit(self) -> None:
        """The player closes the window, or presses Ctrl+Q."""
        self.quit()

    def footnote(self) -> tuple[str, str]:
        """Words that stand below every screen, and their colour; none here."""
        return "", ""

    def redraw(self) -> None:
        """Draw a frame at the next step."""
        self._dirty = True

    def _arrived(self) -> None:
        self._dirty = True
        if self.top is None:
            self._running = False
            return
        self.top.memory.held = ""  # the mouse may have been let go over another screen
        title = self.top.caption
        caption = f"{title} · {self.name}" if title not in ("", self.name) else self.name
        pygame.display.set_caption(fonts.drawable(caption))
        self.top.shown()

    def pump(self) -> None:
        """What goes on beside the screens, at every step; nothing here."""

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
        ink.forget()
        fonts.forget()
        placed.forget()
        shapes.forget()
        pygame.font.quit()
        pygame.display.quit()

    @property
    def running(self) -> bool:
        """Whether nobody has asked to quit."""
        return self._running

    def step(self) -> None:
        """Hear what came in, let go on what goes on, and draw if something changed."""
        self.lately.asked = False
        for raw in self.reader.read(pygame.event.get(), self.scale):
            if self._dirty and self._running and self.top and _presses(raw) and not self.typing:
                self._draw()  # what is pressed is for the buttons as the input before has left them
            before = self.top
            self._hear(self._on_page(raw))
            if self.top and self.top is not before and self._running:
                self._draw()  # the next input is for the buttons of the new screen
        self.pump()
        self._listen()
        top = self.top
        self._moving = bool(top and top.tick(self.clock()))
        if top and self._running and (self._dirty or self._moving):
            self._draw()
        elif top and self.glass.drift(top.memory, self.clock(), smooth=self.settings.motion):
            self._show()
        self._moving |= self.glass.drifting

    def _on_page(self, said: Input) -> Input:
        """Where on the page something was pressed."""
        if self.top is None or not self.glass.on:
            return said
        if isinstance(said, MouseMoved):
            self.glass.at_edge(said.x * self.scale, said.y * self.scale)
        if isinstance(said, MouseDown | MouseUp | MouseMoved | Wheel):
            left, top = self.glass.seen(self.top.memory)
            return replace(said, x=said.x + left / self.scale, y=said.y + top / self.scale)
        return said

    @property
    def theme(self) -> Theme:
        """The colours that are painted."""
        return THEMES[self.settings.theme]

    @property
    def typing(self) -> bool:
        """Whether what is typed goes into a field."""
        return bool(self.top and self.top.typing)

    def _listen(self) -> None:
        """Take typed text only while a screen has a field: else the key that opens it would be typed into it."""
        typing = self.typing
        if typing != self._typing:
            self._typing = typing
            (pygame.key.start_text_input if typing else pygame.key.stop_text_input)()
            (self.reader.begin_typing if typing else self.reader.end_typing)()

    def _hear(self, said: Input) -> None:
        if isinstance(said, Quit):
            self.asked_to_quit()
        elif isinstance(said, Resized | Exposed):
            self.surface = pygame.display.get_surface() or self.surface
            self._stands = None
            if not self.settings.full:
                self._size = self.settings.size = self.surface.get_size()
            self._dirty = True
        elif isinstance(said, Key) and said.name == "f11":
            if not said.held:
                self.full_screen(not self.settings.full)
        elif isinstance(said, Key) and said.ctrl and not self.typing and (way := self.glass.way(said.name)):
            self._move(way)
        elif isinstance(said, Key) and said.ctrl and (sign := said.also or said.name) in ("+", "-", "0"):
            self.zoom({"+": 1, "-": -1}.get(sign, 0))
        elif isinstance(said, Key) and said.ctrl and said.name == "q":
            self.asked_to_quit()
        elif self.top:
            self._pass_on(self.top, said)

    def zoom(self, steps: int) -> None:
        """Larger or smaller type; 0 goes back to the size for this desktop."""
        self.settings.larger(steps)
        self._focused = ("", False)  # what has the focus is brought back into sight
        self.changed_settings()

    def _move(self, way: Way) -> None:
        if self.top and self.glass.step(self.top.memory, way):
            self._dirty = True

    def _pass_on(self, top: Screen, said: Input) -> None:
        if self.lately.slipped(said):
            top.memory.held = ""
            return
        before = (top.memory.focus, top.memory.shown, top.memory.hovered, top.memory.held, dict(top.memory.scroll))
        if top.on(said):
            self._dirty = True
            return
        if isinstance(said, MouseUp) and (way := self._on_strip(said)):
            way.act()
            return
        spot = Hands(top.memory, self.canvas.spots, self.canvas.panes).do(said)
        memory = top.memory
        if isinstance(said, Wheel) and before[4] == memory.scroll:
            self._dirty |= self.glass.move(memory, 0, -said.notches * 60 * self.scale)
        self._dirty |= before != (memory.focus, memory.shown, memory.hovered, memory.held, memory.scroll)
        if spot:
            self._dirty = True
            if not spot.why:
                spot.act()
            else:
                top.refused(spot.why)

    def _on_strip(self, said: MouseUp) -> Spot | None:
        """What was pressed in the strip below a page that is larger than the window."""
        if self._strip is None or self.top is None:
            return None
        left, top = self.glass.seen(self.top.memory)
        x, y = said.x * self.scale - left, said.y * self.scale - top
        down = self.surface.get_height() - self._foot - self._strip.height
        return next((spot for spot in self._strip.spots if spot.holds(x, y - down)), None)

    def current(self) -> Spot | None:
        """The spot that is focused or hovered, for a status line."""
        top = self.top
        return Hands(top.memory, self.canvas.spots, self.canvas.panes).current() if top else None

    def _draw(self) -> None:
        self._dirty = False
        self.frames += 1
        words, colour = self.footnote()
        wide, high = self.surface.get_size()
        self._foot = footnote.high(words, self.surface, self.settings.fitting((wide, high)))
        room = self.surface.subsurface((0, 0, wide, high - self._foot))
        visible = _seen(self.stack)
        self.glass.fit(room.get_size(), self.scale)
        on, page = self.glass.page or self.surface, self.glass.page or room
        self._paint(visible, page)
        self._stands = (visible[0], on, page.get_size()) if len(visible) == 1 else None
        if words:
            self._draw_foot(words, colour)
        self.lately.drawn(self.canvas.spots)
        self._show()
        if self.top and self.canvas.memory is self.top.memory:
            self._dirty |= Hands(self.canvas.memory, self.canvas.spots, self.canvas.panes).look_again()

    def _paint(self, screens: Sequence[Screen], page: pygame.Surface) -> None:
        """Draw screens one over the other."""
        stood, on = self._stands, self.glass.page or self.surface
        for screen in screens:
            self.canvas = Canvas(page, self.scale, screen.memory, letters=self.settings.letters, theme=self.theme)
            self.canvas.covered = screen is not self.top
            self.canvas.stands = stood == (screen, on, page.get_size())
            if screen.overlay:
                veil = pygame.Surface(page.get_size(), pygame.SRCALPHA)
                veil.fill((8, 16, 20, 170))
                page.blit(veil, (0, 0))
            screen.draw(self.canvas)

    def _show(self) -> None:
        """Put the page into the window, or the part of it that is seen."""
        top = self.top
        if top is not None and self.glass.on:
            self._look(top)
            wide, high = self.surface.get_size()
            room = self.surface.subsurface((0, 0, wide, high - self._foot))
            self._strip = self.glass.show(room, top.memory, self.theme, self._move)
        else:
            self._strip = None
        pygame.display.flip()

    def _look(self, top: Screen) -> None:
        """See what has the focus; of a sheet that has come, first its title."""
        memory = top.memory
        if not memory.met and self.canvas.memory is memory:
            memory.met = True
            if top.overlay and self.canvas.texts:
                first = self.canvas.texts[0].box
                self.glass.move(memory, first.x * self.scale - 40, first.y * self.scale - 40)
        if (memory.focus, memory.shown) != self._focused:
            self._focused = memory.focus, memory.shown
            spot = next((spot for spot in self.canvas.spots if memory.shown and spot.id == memory.focus), None)
            if spot is not None:
                self.glass.bring(memory, spot.box, self.scale)

    def _draw_foot(self, words: str, colour: str) -> None:
        wide, high = self.surface.get_size()
        bar = self.surface.subsurface((0, high - self._foot, wide, self._foot))
        down = (high - self._foot) / self.scale
        foot = footnote.draw(words, colour, bar, self.scale, self.theme)
        self.canvas.told += [replace(each, box=each.box.moved(0, down)) for each in foot.texts]


def _seen(stack: Sequence[Screen]) -> Sequence[Screen]:
    """The uppermost screen, and what is seen below it."""
    first = len(stack) - 1
    while first > 0 and stack[first].overlay:
        first -= 1
    return stack[max(0, first) :]


def _presses(said: Input) -> bool:
    """Whether a button may be pressed by it."""
    return isinstance(said, MouseDown) or (isinstance(said, Key) and not said.held)
