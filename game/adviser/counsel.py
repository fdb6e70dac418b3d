"""The player's adviser: the computer's own policy on the player's own view, and nothing else. It says what it would do
and why, and it speaks before a move that gives something away for nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import assert_never

from game.adviser.advice import Lead, lead
from game.adviser.arguments import Argument, at_home, balance, of_the_others, words_worth
from game.adviser.checks import checked
from game.adviser.warnings import Warning
from game.delegations.aspiration import Aspiration
from game.delegations.computer import computer
from game.talks import Accept, Amend, Decline, Move, Propose, Say, Shift, View, moves


@dataclass(frozen=True, slots=True)
class Advice:
    """What the adviser would do."""

    move: Move
    """Without a remark, but for one that is nothing else: the words are the player's."""
    lead: Lead
    """The reason that matters most."""
    arguments: tuple[Argument, ...] = ()
    """What else speaks for it: the sheet, the walk-away, what the others seem to mind, who at home would be pleased."""


@dataclass(frozen=True)
class Counsel:
    """All that an adviser can say at one moment, worked out when it is asked for. It follows from the view alone."""

    view: View

    @cached_property
    def _aims(self) -> Aspiration:
        return Aspiration(self.view)

    @cached_property
    def advice(self) -> Advice | None:
        """What it would do; None while somebody else has the floor, and in the gallery."""
        view = self.view
        if view.own is None or not view.my_turn:
            return None
        chance = Random(f"adviser {view.who} {view.version}")
        move = computer(view, chance).move
        if not isinstance(move, Say):
            move = replace(move, remark="")
        return Advice(move, lead(self._aims, move, chance), self._arguments(move, chance))

    def _arguments(self, move: Move, chance: Random) -> tuple[Argument, ...]:
        view, taken = self.view, not isinstance(move, Decline)
        shifts = _shifts(view, move)
        if not shifts:
            return ()
        others = of_the_others(view, shifts, chance)
        home = at_home(view, shifts) if taken else None
        told = (balance(view, shifts, taken=taken), words_worth(view, shifts), others, home)
        return tuple(argument for argument in told if argument is not None)

    def think(self) -> None:
        """Work out what it would do, so that it is there when it is asked."""
        _ = self.advice, self._aims.plan

    def warnings(self, move: Move) -> tuple[Warning, ...]:
        """What it says before a move is made; nothing before most of them."""
        if self.view.own is None or not self.view.my_turn:
            return ()
        return tuple(dict.fromkeys(checked(self._aims, move)))


def _shifts(view: View, move: Move) -> tuple[Shift, ...]:
    """Who would move where by a move."""
    if isinstance(move, moves.AudienceMove | moves.ChairMove):
        return ()
    match move:
        case Propose(shifts=shifts):
            return shifts
        case Amend():
            return (Shift(move.by, move.issue, move.option),)
        case Accept(package=number) | Decline(package=number):
            return next((package.shifts for package in view.packages if package.number == number), ())
        case moves.Withdraw() | moves.Consult() | moves.Hold() | moves.Respond() | moves.Announce() | moves.Sound():
            return ()
        case moves.Circulate() | moves.Interpret() | Say() | moves.Sign() | moves.Leave():
            return ()
        case _:
            assert_never(move)


def counsel(view: View) -> Counsel:
    """The adviser of the seat whose view this is."""
    return Counsel(view)
