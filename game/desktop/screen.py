"""What every screen of the game is: a screen of the window's toolkit that knows the program.

*Ways between screens*: `self.app.go("title")`, "choose", "briefing", "table" or "ending" puts that screen in the place
of the top one ("title" also leaves the table), so that screens need not import one another. `routes` says which is
which; a screen that needs more than the app reads `app.host.table` and `app.host.who`, or is pushed by hand. While the
window is handed from one person to another "hand-over" is the only screen that there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.screen import Screen
from game.text import DelegationId
from game.words import phrase, say

if TYPE_CHECKING:
    from game.desktop.app import App


NAME = phrase("As Appropriate")
"""What the game is called."""


class GameScreen(Screen):
    """A screen of the game; its `title` is a template. Where there is little room it is laid out anew."""

    def __init__(self, app: App) -> None:
        super().__init__()
        self.app = app

    @property
    def caption(self) -> str:
        """Its title in the language that is spoken."""
        return say(self.title)

    @property
    def lying(self) -> tuple[str, ...]:
        """What lies on it to be read aloud besides its title, each when it comes."""
        return ()

    def focused(self, canvas: Canvas) -> tuple[str, ...]:
        """What has the focus, and what that does now or why it cannot be pressed, to be read aloud."""
        spot = next((spot for spot in canvas.spots if spot.id == canvas.memory.focus), None)
        return (spot.words, spot.why or spot.hint) if spot is not None else ()

    def changed(self) -> None:
        """The talks at `app.host.table` have moved on."""

    @property
    def seat(self) -> DelegationId | None:
        """Whose screen it is, that is kept as it was left while the window is handed to others; None if it is not
        kept."""
        return None

    def back(self) -> None:
        """Whoever it was kept for is back."""
