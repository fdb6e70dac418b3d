"""What could be pressed a moment ago: something that comes may push other things under the mouse on its way, and what a
person has not seen there yet is not meant."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from game.desktop.kit.canvas import Spot
from game.desktop.kit.inputs import Input, MouseDown, MouseMoved


class Lately:
    """The frames that a person may still go by."""

    reacts = 0.3
    """Seconds that a person takes to see that something else lies under the mouse now; until then it is not pressed."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.asked = False
        """Whether the player has just done anything but move the mouse: what is drawn then comes of that, and is
        expected."""
        self.did = float("-inf")
        """When that was last."""
        self._clock = clock
        self._seen: deque[tuple[float, Sequence[Spot]]] = deque()
        """What could be pressed, and since when: of the first, for longer than a person takes to react, or since
        something was done by hand."""

    def drawn(self, spots: Sequence[Spot]) -> None:
        """There is another frame."""
        if self.asked:
            self._seen.clear()
        self._seen.append((self._clock(), spots))
        self._forget()
        self.asked = False

    def slipped(self, said: Input) -> bool:
        """Whether it presses something that came to lie under the mouse, of itself, while the player was about to."""
        if isinstance(said, MouseDown) and self._seen:
            self._forget()
            was, is_ = (_id_at(self._seen[place][1], said) for place in (0, -1))
            if is_ not in ("", was):
                return True
        if not isinstance(said, MouseMoved):
            self.asked, self.did = True, self._clock()
        return False

    def _forget(self) -> None:
        """Keep no more than from the frame on that stood when a person began to react."""
        since = self._clock() - self.reacts
        while len(self._seen) > 1 and self._seen[1][0] <= since:
            self._seen.popleft()


def _id_at(spots: Sequence[Spot], said: MouseDown) -> str:
    """What lies where the mouse was pressed; empty where nothing does."""
    return next((spot.id for spot in reversed(spots) if spot.holds(said.x, said.y)), "")
