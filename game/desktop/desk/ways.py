"""The ways from the table to the sheets over it, so that panels need not know the screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.scenario import AudienceId

Go = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Ways:
    """What opens which sheet."""

    help: Go
    menu: Go
    record: Go
    why: Go
    say: Go
    press: Go
    hold: Go
    how_far: Go
    more: Go
    leave: Go
    adviser: Go
    headline: Go
    packages: Go
    audience: Callable[[AudienceId], None]
