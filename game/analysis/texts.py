"""What finds the text behind a row of a result; most of them are never asked for."""

from __future__ import annotations

from typing import Protocol

from game.text import Outcome


class Texts(Protocol):
    """The texts behind the rows of a walk through the diagram."""

    def text(self, row: int) -> Outcome:
        """The text behind a row."""
        ...
