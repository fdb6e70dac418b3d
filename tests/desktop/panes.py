"""A pane of the debrief alone in a window."""

from __future__ import annotations

from game.desktop import Driven
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.inputs import Input
from game.desktop.laid_open import Pane
from game.desktop.screen import GameScreen
from game.desktop.screens.layout import between, header


class Around(GameScreen):
    """A screen with one pane in it."""

    title = "A pane"

    def __init__(self, app: Driven, pane: Pane) -> None:
        super().__init__(app)
        self.pane = pane

    def draw(self, canvas: Canvas) -> None:
        """The bar above, and the pane."""
        header(canvas, self.caption)
        self.pane.draw(canvas, between(canvas))

    def on(self, said: Input) -> bool:
        """The pane hears everything."""
        return self.pane.on(said)


def shown(app: Driven, pane: Pane) -> None:
    """Put a pane on the screen."""
    app.push(Around(app, pane))
    app.settle()


def words(app: Driven) -> str:
    """All that can be read now."""
    app.redraw()
    app.settle()
    return " ".join(app.texts())
