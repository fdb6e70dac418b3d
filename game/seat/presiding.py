"""What lies before the chair: what it may do with the talks now. It sees no envelope, and here is nothing of a seat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.talks import Close, Extend, Move, Pass, Refused, Release, Revoke, View, Wire
from game.talks.happenings import Coming
from game.text import DelegationId


@dataclass(frozen=True, slots=True)
class Presiding:
    """The chair's moves. Hours and words of its own are for it to say."""

    passes: Pass | None
    """Lets hours run; None while none may."""
    extends: Extend | None
    revoke: Revoke | None
    """Takes the last move back that stands."""
    close: Close | None
    to_come: tuple[Coming, ...]
    """What it may let happen, in the order of the file; nobody at the table knows of it."""
    why_not: Mapping[type[Move], Refused]
    """What the rules have against kinds of moves."""
    cables: tuple[DelegationId | None, ...]
    """To whom it may send a cable; None: to all."""


def presiding(view: View) -> Presiding:
    """What the chair may do, from its own view."""
    legal = view.legal
    released = {move.happening for move in legal.of(Release)}
    return Presiding(
        passes=next(iter(legal.of(Pass)), None),
        extends=next(iter(legal.of(Extend)), None),
        revoke=next(iter(legal.of(Revoke)), None),
        close=next(iter(legal.of(Close)), None),
        to_come=tuple(each for each in view.to_come if each.id in released),
        why_not={type(move): reason for move, reason in reversed(legal.refused)},
        cables=tuple(move.to for move in legal.of(Wire)),
    )
