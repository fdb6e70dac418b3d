"""One full window, or a sheet over another. To write a screen:

    class Hello(Screen):
        title = "Hello"

        def draw(self, canvas: Canvas) -> None:
            canvas.fill(colours.FELT1)
            canvas.text("Hello", 40, 40, Style("serif-bold", 46, colours.PALE))
            button(canvas, Box(40, 120, 300, 48), Action("go", "Go on", self.go, keys=("enter", "g")), gold=True)

*Draw only from what the screen holds.* `draw` is called when something changed, never because time passes; it draws the
window in logical units (`canvas.width` x `canvas.height`, never less than `SMALL_PAGE`) and says what can be pressed
with `canvas.spot` or a widget of `widgets`. A press calls the function that was handed over; afterwards the window is
drawn anew, so there is nothing to invalidate. For a change that no press caused, call the window's `redraw()`.

*Keys* belong to spots: `keys=("enter", "b")`, the first is shown on the button. Names are in `keyboard.NAMES`. The
window moves the focus with Tab and the arrows, presses it with Enter or Space (Enter presses the spot with the key
`enter` when no focus is shown), scrolls panes with the wheel and the page keys. `on` hears an input before all that.

*Ids* of spots and panes are unique in a screen and the same in every frame: focus and scrolling hang on them.
"""

from __future__ import annotations

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.inputs import Input
from game.desktop.kit.pointing import Memory


class Screen:
    """One full window, or with `overlay` a sheet over the screen below, which is drawn first and veiled."""

    title = ""
    overlay = False

    def __init__(self) -> None:
        self.memory = Memory()

    @property
    def typing(self) -> bool:
        """Whether a text field has the focus and wants `Typed`; else letters are shortcuts and nothing else."""
        return False

    @property
    def caption(self) -> str:
        """What the window is called while this screen is on top."""
        return self.title

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

    def refused(self, why: str) -> None:
        """A spot that cannot be pressed now was pressed; show the reason where the player looks."""
        del why

    def shown(self) -> None:
        """This screen has come to the top of the stack."""
