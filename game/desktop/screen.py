"""The contract between the app and its screens. To write a screen:

    class TitleScreen(Screen):
        title = "As Appropriate"

        def draw(self, canvas: Canvas) -> None:
            canvas.fill(colours.FELT1)
            canvas.text("As Appropriate", 40, 40, Style("serif-bold", 46, colours.PALE))
            begin = Action("begin", "Begin", self.begin, keys=("enter", "b"))
            button(canvas, Box(40, 120, 300, 48), begin, gold=True)

        def begin(self) -> None:
            self.app.go("choose")

*Draw only from what the screen holds.* `draw` is called when something changed, never because time passes; it draws the
whole window in logical units (`canvas.width` x `canvas.height`, 1024 x 768 at least) and says what can be pressed with
`canvas.spot` or a widget of `widgets`. A press calls the function that was handed over; afterwards the window is drawn
anew, so there is nothing to invalidate. For a change that no press caused, call `self.app.redraw()`.

*Keys* belong to spots: `keys=("enter", "b")`, the first is shown on the button. Names are in `inputs.NAMES`. The app
moves the focus with Tab and the arrows, presses it with Enter or Space (Enter presses the spot with the key `enter`
when no focus is shown), scrolls panes with the wheel and the page keys. `on` hears an input before all that.

*Ways between screens*: `self.app.go("title")`, "choose", "briefing", "table" or "ending" puts that screen in the place
of the top one ("title" also leaves the table), so that screens need not import one another. `routes` says which is
which; a screen that needs more than the app reads `app.table` and `app.who`, or is pushed by hand.

*Ids* of spots and panes are unique in a screen and the same in every frame: focus and scrolling hang on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.kit.canvas import Canvas, Memory
from game.desktop.kit.inputs import Input

if TYPE_CHECKING:
    from game.desktop.app import App


class Screen:
    """One full window, or with `overlay` a sheet over the screen below, which is drawn first and veiled."""

    title = ""
    overlay = False
    typing = False
    """Whether the screen has an open text field, and wants `Typed`."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.memory = Memory()

    def draw(self, canvas: Canvas) -> None:
        """Draw everything, and say what can be pressed where. Every screen has its own."""

    def on(self, said: Input) -> bool:
        """Hear an input first; True if it has been dealt with."""
        del said
        return False

    def tick(self, now: float) -> bool:
        """Called at every step with the time in seconds; True while something moves and must be drawn."""
        del now
        return False

    def changed(self) -> None:
        """The talks at `app.table` have moved on."""

    def refused(self, why: str) -> None:
        """A spot that cannot be pressed now was pressed; show the reason where the player looks."""
        del why

    def shown(self) -> None:
        """This screen has come to the top of the stack."""
