"""What mouse and keyboard do with the spots and panes of the last frame: press, hover, move the focus, scroll."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Pane, Spot
from game.desktop.kit.inputs import Input, Key, MouseDown, MouseMoved, MouseUp, Wheel
from game.desktop.kit.pointing import Memory

_NOTCH = 48.0
_ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class Hands:
    """The player's hands on one frame."""

    def __init__(self, memory: Memory, spots: Sequence[Spot], panes: Sequence[Pane]) -> None:
        self.memory = memory
        self.spots = spots
        self.panes = panes

    def do(self, said: Input) -> Spot | None:
        """Act on an input; gives the spot that was pressed by it, if one was."""
        match said:
            case MouseMoved(x, y):
                self.memory.mouse = (x, y)
                self.memory.hovered = self._id_at(x, y)
            case MouseDown(x, y):
                self.memory.mouse = (x, y)
                self.memory.held = self.memory.hovered = self._id_at(x, y)
                self.memory.shown = False
            case MouseUp(x, y):
                spot, held = self.at(x, y), self.memory.held
                self.memory.held = ""
                if spot and spot.id == held:
                    self.memory.focus = spot.id
                    return spot
            case Wheel(x, y, notches):
                self._scroll_at(x, y, -notches * _NOTCH)
            case Key():
                return self._key(said)
            case _:
                pass
        return None

    def at(self, x: float, y: float) -> Spot | None:
        """The uppermost spot at a point."""
        for spot in reversed(self.spots):
            if spot.holds(x, y):
                return spot
        return None

    def look_again(self) -> bool:
        """See what lies under the mouse now that something moved; whether it is something else, or a pane is drawn
        elsewhere than it stands now: a part of it was brought into sight, or what it shows has become shorter."""
        before, self.memory.hovered = self.memory.hovered, self._id_at(*self.memory.mouse)
        elsewhere = any(abs(each.box.y - each.top - self._stands(each)) > 0.01 for each in self.panes)
        return elsewhere or before != self.memory.hovered

    def _stands(self, pane: Pane) -> float:
        """How far a pane is scrolled now, however far it was when it was drawn."""
        return min(self.memory.offset(pane.id, follow=pane.follow), self.memory.reach.get(pane.id, 0.0))

    def _id_at(self, x: float, y: float) -> str:
        spot = self.at(x, y)
        return spot.id if spot else ""

    def focus(self) -> Spot | None:
        """The spot that has the focus, if it is still there."""
        return next((spot for spot in self.spots if spot.id == self.memory.focus), None)

    def current(self) -> Spot | None:
        """What the player looks at: the spot under the visible focus, else the hovered one."""
        if self.memory.shown and (spot := self.focus()):
            return spot
        return next((spot for spot in self.spots if spot.id == self.memory.hovered), None)

    def _key(self, key: Key) -> Spot | None:
        if key.ctrl:
            return None
        focused = self.focus() if self.memory.shown else None
        if key.name in ("enter", "space") and focused:
            return focused
        if key.name == "tab":
            self._step(-1 if key.shift else 1)
            return None
        if key.name == "f6":
            self._next_panel(-1 if key.shift else 1)
            return None
        if key.name in _ARROWS:
            self._go(*_ARROWS[key.name])
            return None
        if key.name in ("pageup", "pagedown", "home", "end"):
            self._page(key.name)
            return None
        if key.held:
            return None
        named = (spot for name in (key.name, key.also) for spot in reversed(self.spots) if name in spot.keys)
        return next(named, None)

    def _step(self, by: int) -> None:
        """The next or the previous spot in the order of drawing."""
        stops = [spot.id for spot in self.spots if spot.focusable]
        if not stops:
            return
        if self.memory.focus in stops:
            place = (stops.index(self.memory.focus) + by * self.memory.shown) % len(stops)
        else:
            place = 0 if by > 0 else len(stops) - 1
        self._land(stops[place])

    def _next_panel(self, by: int) -> None:
        """The gold button of the next or the previous panel, or else what comes first in it. Where a screen names no
        panels, each pane is one, and what lies outside of them."""
        stops = [spot for spot in self.spots if spot.focusable]
        named = any(spot.panel for spot in stops)
        lies = {spot.id: spot.panel if named else spot.pane or "outside" for spot in stops}
        panels = [panel for panel in dict.fromkeys(lies.values()) if panel]
        if not panels:
            return
        here = lies.get(self.memory.focus, "") if self.memory.shown else ""
        before = panels.index(here) if here in panels else min(0, -by)
        panel = panels[(before + by) % len(panels)]
        within = [spot for spot in stops if lies[spot.id] == panel]
        gold = next((spot for spot in within if "enter" in spot.keys and not spot.why), None)
        self._land((gold or within[0]).id)

    def _go(self, dx: int, dy: int) -> None:
        """The nearest spot in a direction; sideways distance counts double."""
        here = self.focus()
        if here is None:
            self._step(1)
            return
        if not self.memory.shown:
            self._land(here.id)
            return
        best: tuple[float, str] | None = None
        for spot in self.spots:
            far = _distance(here.box, spot.box, dx, dy)
            if spot.focusable and spot.id != here.id and far is not None and (best is None or far < best[0]):
                best = (far, spot.id)
        if best:
            self._land(best[1])

    def _land(self, id: str) -> None:
        self.memory.focus, self.memory.shown = id, True
        self.reveal(id)

    def reveal(self, id: str) -> None:
        """Scroll a spot's pane so far that the spot can be seen."""
        self.reveal_all(spot for spot in self.spots if spot.id == id)

    def reveal_all(self, spots: Iterable[Spot]) -> None:
        """Scroll so far that these spots of one pane can be seen, the uppermost if there is no room for all."""
        shown = list(spots)
        pane = next((pane for pane in self.panes if shown and pane.id == shown[0].pane), None)
        if pane is None:
            return
        low = max(box.bottom for spot in shown for box in spot.boxes) + 6 - pane.box.bottom
        high = min(spot.box.y for spot in shown) - 6 - pane.box.y
        if high < 0 or low > 0:
            self._scroll(pane, high if high < 0 or low > high else low)

    def _scroll_at(self, x: float, y: float, by: float) -> None:
        pane = next((pane for pane in reversed(self.panes) if pane.box.holds(x, y)), None)
        if pane:
            self._scroll(pane, by)

    def _scroll(self, pane: Pane, by: float) -> None:
        reach = self.memory.reach.get(pane.id, 0.0)
        self.memory.scroll[pane.id] = max(0.0, min(reach, pane.box.y - pane.top + by))

    def _page(self, name: str) -> None:
        """Page keys scroll the pane with the focus or the mouse, else the largest one."""
        focused = self.focus() if self.memory.shown else None
        moving = [pane for pane in self.panes if self.memory.reach.get(pane.id, 0) > 0]
        chosen = next((p for p in moving if focused and p.id == focused.pane), None)
        chosen = chosen or next((p for p in moving if p.box.holds(*self.memory.mouse)), None)
        chosen = chosen or max(moving, key=lambda p: p.box.w * p.box.h, default=None)
        if chosen:
            far = {"pageup": -0.8 * chosen.box.h, "pagedown": 0.8 * chosen.box.h, "home": -1e6, "end": 1e6}
            self._scroll(chosen, far[name])


def _distance(here: Box, there: Box, dx: int, dy: int) -> float | None:
    """How far a box is in a direction, or None if it is not in that direction."""
    (x1, y1), (x2, y2) = here.centre, there.centre
    if dx:
        if (x2 - x1) * dx <= 4 or abs(y2 - y1) > abs(x2 - x1) * 2 + 30:
            return None
        apart = max(0.0, max(here.y, there.y) - min(here.bottom, there.bottom))
        return abs(x2 - x1) + 2 * apart + abs(y2 - y1) * 0.3
    if (y2 - y1) * dy <= 4:
        return None
    apart = max(0.0, max(here.x, there.x) - min(here.right, there.right))
    return abs(y2 - y1) + 2 * apart + abs(x2 - x1) * 0.3
