"""How the talks ended, when they are over: the verdict, everybody's points in their parts, and the envelopes."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario import Couple, Instructions
from game.talks import Consequence, Score, View
from game.talks.verdict import Ending
from game.text import DelegationId, Outcome


@dataclass(frozen=True, slots=True)
class Account:
    """One delegation's points, oneself first."""

    who: DelegationId
    score: Score
    walk_away: int
    historical: Score | None
    """What the historical text would have been worth after the same hours and charges, if there is one."""
    sheet: Instructions
    """Its envelope, opened: as it was drawn, and as events have changed it."""


@dataclass(frozen=True, slots=True)
class Goodwill:
    """How two delegations stood with each other at the end."""

    between: Couple
    points: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of the talks."""

    kind: Ending
    signed: Outcome | None
    """The signed text; None where nothing was signed."""
    as_in_history: int | None
    """How many of its wordings are those of the historical text, where there is one."""
    accounts: tuple[Account, ...]
    aftermath: tuple[Consequence, ...]
    goodwill: tuple[Goodwill, ...]


def ended(view: View) -> Ended | None:
    """How the talks ended; None while they go on."""
    verdict, told = view.verdict, view.scenario
    if verdict is None:
        return None
    signed, history = verdict.outcome, told.history.outcome if told.history else None
    accounts = (
        Account(
            who,
            verdict.scores[who],
            verdict.walk_away[who],
            verdict.historical[who] if verdict.historical else None,
            verdict.sheets[who],
        )
        for who in sorted(told.ids, key=lambda who: who != view.who)
    )
    return Ended(
        kind=verdict.kind,
        signed=signed,
        as_in_history=sum(history[issue] == option for issue, option in signed.items()) if signed and history else None,
        accounts=tuple(accounts),
        aftermath=verdict.aftermath,
        goodwill=tuple(Goodwill(two, points) for two, points in view.goodwill.items()),
    )
