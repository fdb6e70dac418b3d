"""A host that answers before anything is on disk: what a test of that must notice."""

from __future__ import annotations

import sys

from game.__main__ import main
from game.table import Store

BATCHES = 25
"""Of which only the last is waited for."""


class Careless(Store):
    """A store that says that it has kept what it keeps later."""

    waiting = 0

    def gather(self) -> None:
        """Go on with what waits."""
        if not self.waiting:
            super().gather()

    def commit(self) -> None:
        """Wait, and say that it is on disk."""
        self.waiting = (self.waiting + 1) % BATCHES
        if not self.waiting:
            super().commit()


if __name__ == "__main__":
    from game import table

    table.Store = Careless  # type: ignore[misc]
    sys.exit(main(["host", *sys.argv[1:]]))
