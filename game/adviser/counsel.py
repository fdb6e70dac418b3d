"""The player's adviser: the computer's own policy on the player's own view, and nothing else.

It lays two or three courses side by side, says what it thinks of a package that the player has in mind, and speaks
before a move that gives something away for nothing. It makes no move.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from random import Random
from typing import Literal, assert_never

from game.adviser.advice import Lead, lead
from game.adviser.arguments import Argument, balance, of_the_others, pleased, words_worth
from game.adviser.checks import checked
from game.adviser.risks import Risk, risks
from game.adviser.warnings import AsksNothing, CheaperAnswer, FallsShort, ForNothing, Warning
from game.delegations.aspiration import Aspiration
from game.delegations.courses import courses
from game.talks import Accept, Amend, Decline, Move, Propose, Say, Shift, View, moves
from game.talks.events import Proposed


@dataclass(frozen=True, slots=True)
class Course:
    """Something that could be done now."""

    move: Move
    """Without a remark, but for one that is nothing else: the words are the player's."""
    lead: Lead
    """What it is, and the reason that matters most."""
    speaks: tuple[Argument, ...] = ()
    """What else speaks for it: the sheet, the walk-away, what the others seem to mind, who at home would be pleased."""
    risks: tuple[Risk, ...] = ()
    """What stands against it."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the adviser thinks of a package that the player has in mind."""

    verdict: Literal["mine-too", "sound", "rather-not"]
    """It would table the same; there is nothing against it; or it has been warned of."""
    warnings: tuple[Warning, ...]
    speaks: tuple[Argument, ...]
    risks: tuple[Risk, ...]
    instead: Course | None
    """The package that it would rather table; None if it would table this one, or none."""
    apart: int = 0
    """Points of the own sheet by which that one gives more than the player's (negative: less), if both are taken."""


@dataclass(frozen=True)
class Counsel:
    """All that an adviser can say at one moment, worked out when it is asked for. It follows from the view alone."""

    view: View

    @cached_property
    def _aims(self) -> Aspiration:
        return Aspiration(self.view)

    @property
    def _chance(self) -> Random:
        """Its chance hangs on what it sees: in other talks it thinks of other things at the same move."""
        seen = sha256(repr((self.view.who, self.view.version, self.view.record)).encode()).hexdigest()
        return Random(f"adviser {seen}")

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """What could be done, the best first; nothing while somebody else has the floor, and in the gallery."""
        if self.view.own is None or not self.view.my_turn:
            return ()
        chance = self._chance
        return tuple(self._course(move, chance) for move in courses(self._aims, chance))

    def _course(self, move: Move, chance: Random) -> Course:
        shifts = _shifts(self.view, move)
        return Course(move, lead(self._aims, move, chance), self._speaks(move, shifts), risks(self._aims, move, shifts))

    def _speaks(self, move: Move, shifts: Sequence[Shift]) -> tuple[Argument, ...]:
        view = self.view
        if not shifts:
            return ()
        if isinstance(move, Decline):
            return (balance(view, shifts, taken=False),)
        told = (balance(view, shifts), words_worth(view, shifts), of_the_others(view, shifts), pleased(view, shifts))
        return tuple(argument for argument in told if argument is not None)

    def think(self) -> None:
        """Work out what could be done, so that it is there when it is asked."""
        _ = self.courses, self._aims.plan

    def opinion(self, shifts: tuple[Shift, ...]) -> Opinion | None:
        """What it thinks of tabling a package of the player's; None for an empty one, and where nothing can be tabled
        now."""
        view = self.view
        if view.own is None or not view.my_turn or not shifts or not view.legal.may(Propose):
            return None
        move = Propose(view.who, shifts)
        packages = [each for each in self.courses if isinstance(each.move, Propose)]
        warned = self.warnings(move)
        if any(_shifts(view, each.move) and set(_shifts(view, each.move)) == set(shifts) for each in packages):
            return Opinion("mine-too", warned, self._speaks(move, shifts), risks(self._aims, move, shifts), None)
        instead = next(iter(packages), None)
        return Opinion(
            "rather-not" if warned else "sound",
            warned,
            self._speaks(move, shifts),
            risks(self._aims, move, shifts),
            instead,
            self._sum(_shifts(view, instead.move)) - self._sum(shifts) if instead else 0,
        )

    def _sum(self, shifts: Sequence[Shift]) -> int:
        found = balance(self.view, shifts)
        return found.gets - found.gives

    def warnings(self, move: Move) -> tuple[Warning, ...]:
        """What it says before a move is made; nothing before most of them. Of what could be hoped for it says nothing
        where it advises the move itself, or where this seat has offered the words before."""
        if self.view.own is None or not self.view.my_turn:
            return ()
        said = tuple(dict.fromkeys(checked(self._aims, move)))
        hoped = [each for each in said if isinstance(each, FallsShort | AsksNothing | ForNothing | CheaperAnswer)]
        if hoped and (self._advises(move) or self._has_offered(move)):
            return tuple(each for each in said if each not in hoped)
        return said

    def _advises(self, move: Move) -> bool:
        """Whether it would do the same: before anything else, or with this very package of one's own."""
        told = [replace(course.move, remark="") for course in self.courses]
        bare = replace(move, remark="")
        return bare in told[:1] or (bare in told and isinstance(move, Propose))

    def _has_offered(self, move: Move) -> bool:
        """Whether this seat has put as little forward itself, on the record: all that it would give, and no more asked
        for that."""
        view = self.view
        if not isinstance(move, Propose | Accept):
            return False
        give, get = _halves(view, _shifts(view, move))
        packages = (e.shifts for e in view.minutes.all(Proposed) if e.by == view.who and not e.off_record)
        return any(give <= given and get >= got for given, got in (_halves(view, each) for each in packages))


def _halves(view: View, shifts: Sequence[Shift]) -> tuple[set[Shift], set[Shift]]:
    """Of a package what this seat would still move, and what others would."""
    left = {each for each in shifts if view.positions[each.delegation][each.issue] != each.option}
    own = {each for each in left if each.delegation == view.who}
    return own, left - own


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
