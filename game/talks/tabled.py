"""What a delegation has put on the table, and which of the words that it asked for have been refused often enough."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from game.talks.events import Accepted, Amended, Answered, Broke, Declined, Happened, Lapsed, Proposed, Returned
from game.talks.moves import Shift
from game.talks.view import View
from game.text import DelegationId, IssueId, OptionId

Wording = tuple[IssueId, OptionId]
Shifts = frozenset[Shift]

ENOUGH = 2
"""Refusals of one wording after which it is not asked for again with nothing changed."""


@dataclass(slots=True)
class _Asked:
    """A wording that was asked for, since something changed."""

    refused: int = 0
    given: set[Shift] = field(default_factory=set)
    """What was offered beside it in the packages that were refused."""
    beside: list[Shifts] = field(default_factory=list)
    """What else was asked in each of them."""


class Tabled:
    """All of it, as one seat's record has it. What is off the record is not on the table."""

    def __init__(self, view: View) -> None:
        self._who = view.who
        self._asked: dict[Wording, _Asked] = {}
        self._mine: dict[int, Shifts] = {}
        self._issues: dict[int, frozenset[IssueId]] = {}
        self._countered: tuple[Shifts, ...] = ()
        for event in view.record:
            self._hear(event)

    @property
    def packages(self) -> frozenset[Shifts]:
        """Every package that it has tabled."""
        return frozenset(self._mine.values())

    def insists(self, shifts: Iterable[Shift]) -> tuple[Wording, ...]:
        """The wordings that a package would ask for once more though they were refused twice and nothing has changed
        since: nothing happened, nobody moved there, no mandate was opened, and it neither offers more than the packages
        that were refused nor asks for less than each of them."""
        mine, asks = _parts(shifts, self._who)
        found = dict.fromkeys((each.issue, each.option) for each in shifts if each in asks)
        return tuple(word for word in found if self._insists(word, mine, asks))

    def _insists(self, word: Wording, mine: Shifts, asks: Shifts) -> bool:
        known = self._asked.get(word)
        if known is None or known.refused < ENOUGH or mine - known.given:
            return False
        return not all(_others(asks, word) < beside for beside in known.beside)

    def _hear(self, event: object) -> None:
        if isinstance(event, Proposed):
            self._issues[event.package] = frozenset(shift.issue for shift in event.shifts)
        match event:
            case Proposed(off_record=False) if event.by == self._who:
                self._mine[event.package] = frozenset(event.shifts)
            case Proposed(off_record=False):
                other = {shift.issue: shift.option for shift in event.shifts}
                for shifts in self._countered:
                    self._refuse(shifts, {i for i, o in _words(shifts, self._who) if other.get(i, o) != o})
                self._countered = ()
            case Declined() if event.package in self._mine:
                shifts = self._mine[event.package]
                self._refuse(shifts, {event.issue} if event.issue else {i for i, _ in _words(shifts, self._who)})
            case Lapsed(countered=True) if event.heard_by is None and event.package in self._mine:
                self._countered = (*self._countered, self._mine[event.package])
            case Happened() | Broke() | Returned():
                self._asked.clear()
            case Answered(opened=opened) if opened:
                self._asked.clear()
            case Amended():
                self._moved({event.issue})
            case Accepted(carried=True):
                self._moved(self._issues.get(event.package, ()))
            case _:
                pass

    def _moved(self, issues: Collection[IssueId]) -> None:
        self._asked = {word: asked for word, asked in self._asked.items() if word[0] not in issues}

    def _refuse(self, shifts: Shifts, issues: set[IssueId]) -> None:
        mine, asks = _parts(shifts, self._who)
        for word in _words(shifts, self._who):
            if word[0] in issues:
                known = self._asked.setdefault(word, _Asked())
                known.refused += 1
                known.given |= mine
                known.beside.append(_others(asks, word))


def _parts(shifts: Iterable[Shift], who: DelegationId) -> tuple[Shifts, Shifts]:
    """What a delegation offers in a package of its own, and what it asks."""
    whole = frozenset(shifts)
    mine = frozenset(each for each in whole if each.delegation == who)
    return mine, whole - mine


def _words(shifts: Shifts, who: DelegationId) -> frozenset[Wording]:
    """The wordings that a delegation asks for."""
    return frozenset((each.issue, each.option) for each in _parts(shifts, who)[1])


def _others(asks: Shifts, word: Wording) -> Shifts:
    """What is asked beside a wording."""
    return frozenset(each for each in asks if (each.issue, each.option) != word)
