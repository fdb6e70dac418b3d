"""The program as a test drives it."""

from __future__ import annotations

import time

from game.desktop.app import App
from game.desktop.kit.driver import Driver


class Driven(Driver, App):
    """An `App` without a loop of its own."""

    def wait(self, seconds: float = 10.0) -> None:
        """Step until no computer delegation is thinking, and nothing of a debrief is being worked out."""
        until = time.monotonic() + seconds
        self.settle()
        while self.host.thinking is not None or (self.laid is not None and not self.laid.whole):
            if time.monotonic() > until:
                raise TimeoutError(f"{self.host.thinking or 'the debrief'} is still thinking")
            self.step()
            time.sleep(0.002)
        self.settle()
