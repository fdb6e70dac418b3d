"""Before a move an adviser looks whether it gives something away for nothing. What a move costs by the rules is told by
`talks.warnings`, and not here again.

Its numbers are judgements, such that of the computer's own moves less than one in twenty is warned of
(`tests/adviser`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import assert_never

from game.adviser import warnings
from game.adviser.arguments import balance
from game.delegations.aspiration import Aspiration
from game.delegations.closing import hours_to_sign
from game.delegations.packages import compose
from game.delegations.procedure import answers, promise_of
from game.delegations.prospects import Prospects
from game.talks import Package, breaking, moves
from game.talks.events import Sounded
from game.text import IssueId

_SHORT = 0.5
"""Points an issue by which a package may fall short of what could be hoped for, before that is worth a word."""
_DEARER = 1.0
"""Points by which an answer to a hold-up may be worse than the best one."""


def checked(aims: Aspiration, move: moves.Move) -> Iterator[warnings.Warning]:
    """What is said to whoever is about to make a move; nothing before most moves, and to nobody but delegations."""
    if isinstance(move, moves.AudienceMove | moves.ChairMove):
        return
    match move:
        case moves.Amend():
            yield from _amend(aims, move)
        case moves.Propose():
            yield from _propose(aims, move)
        case moves.Accept():
            yield from _accept(aims, move)
        case moves.Announce():
            yield from _announce(aims, move)
        case moves.Circulate():
            yield from _circulate(aims)
        case moves.Sign():
            yield from _sign(aims)
        case moves.Leave():
            yield from _leave(aims)
        case moves.Hold():
            yield from _hold(aims, move)
        case moves.Respond():
            yield from _respond(aims, move)
        case moves.Decline() | moves.Withdraw() | moves.Consult() | moves.Sound() | moves.Interpret() | moves.Say():
            return
        case _:
            assert_never(move)


# ---- words ------------------------------------------------------------------------------------------------------


def _amend(aims: Aspiration, move: moves.Amend) -> Iterator[warnings.Warning]:
    """A word for nothing that could have been swapped, or one reopened for less than it costs."""
    view = aims.view
    if move.issue in view.agreed:
        yield from _reopening(aims, [(move.issue, move.option)])
        return
    row = aims.sheet.points[move.issue]
    lost = row[aims.position[move.issue]] - row[move.option]
    if lost <= 0:
        return
    word = (move.issue, move.option)
    after = Package(0, view.who, (moves.Shift(view.who, move.issue, move.option),), off_record=False)
    if not aims.can_still_reach(after):
        yield warnings.NoTextLeft("word", word)
        return
    if (get := _for_it(aims, move.issue)) and view.hours_left > hours_to_sign(view) + view.scenario.clock.package:
        yield warnings.ForNothing(word, ask=get)
    elif (short := -sum(aims.gain(after).values())) > _SHORT:
        yield warnings.ForNothing(word, points=round(short))


def _for_it(aims: Aspiration, issue: IssueId) -> warnings.Wording | None:
    """What could be asked in return for a word; None where there is nothing new to ask."""
    shifts = compose(Prospects(aims), Random(aims.view.version), about=(issue,))
    if shifts is None or issue not in {shift.issue for shift in shifts if shift.delegation == aims.view.who}:
        return None
    asked = [shift for shift in shifts if shift.delegation != aims.view.who and shift.issue != issue]
    row = aims.sheet.points
    brings = {
        (shift.issue, shift.option): row[shift.issue][shift.option]
        - row[shift.issue][aims.view.positions[shift.delegation][shift.issue]]
        for shift in asked
    }
    best = max(brings, key=lambda word: brings[word], default=None)
    return best if best and brings[best] > 0 else None


def _reopening(aims: Aspiration, words: Sequence[warnings.Wording]) -> Iterator[warnings.Warning]:
    """A text that can be lived with is not reopened for a point or two."""
    view = aims.view
    if not view.brackets and aims.worth(view.agreed) < aims.walk_away:
        return
    row = aims.sheet.points
    gained = sum(row[i][option] - row[i][view.agreed[i]] for i, option in words if i in view.agreed)
    if gained <= view.scenario.clock.reopening:
        yield warnings.LeaveClosed(max(0, gained))


def _propose(aims: Aspiration, move: moves.Propose) -> Iterator[warnings.Warning]:
    """A package that asks once more for what was refused twice, that asks for nothing, or gives more than it gets."""
    view = aims.view
    if not move.off_record and (words := aims.tabled.insists(move.shifts)):
        yield warnings.AskedTwice(words)
    reopened = [(s.issue, s.option) for s in move.shifts if s.issue in view.agreed and s.delegation == view.who]
    if reopened and not move.off_record:
        yield from _reopening(aims, reopened)
    package = Package(0, view.who, move.shifts, move.off_record)
    found = balance(view, move.shifts)
    if found.gets <= 0 < found.gives and balance(view, move.shifts, aims.lived_with).gets <= 0:
        yield warnings.AsksNothing(found.gives)
    elif not aims.can_still_reach(package):
        yield warnings.NoTextLeft("tabled")
    elif found.gives > found.gets:
        yield from _short(aims, package, tabled=True)


def _accept(aims: Aspiration, move: moves.Accept) -> Iterator[warnings.Warning]:
    """A package that gives more than it gets, or below which nothing is left. A hint binds nobody."""
    package = next((each for each in aims.view.packages if each.number == move.package), None)
    if package is None or package.off_record:
        return
    if not aims.can_still_reach(package):
        yield warnings.NoTextLeft("taken")
    else:
        yield from _short(aims, package, tabled=False)


def _short(aims: Aspiration, package: Package, *, tabled: bool) -> Iterator[warnings.Warning]:
    """How far a package falls short of what could be hoped for in its words, where that is more than a little."""
    if short := _missing(aims, package):
        found = balance(aims.view, package.shifts)
        yield warnings.FallsShort(short, found.gives, found.gets, tabled)


def _missing(aims: Aspiration, package: Package) -> int:
    """Points by which a package falls short of what could be hoped for in its words; 0 for next to nothing."""
    short = -sum(aims.gain(package).values())
    if short <= _SHORT * len(package.issues) or aims.closes_well(package) or aims.costs_nothing(package):
        return 0
    return max(1, round(short))


# ---- what is said aloud, and to allies --------------------------------------------------------------------------


def _announce(aims: Aspiration, move: moves.Announce) -> Iterator[warnings.Warning]:
    """A word told to the newspapers that will have to be left."""
    plan = aims.plan
    if plan is None or plan.text[move.issue] == move.option:
        return
    cost = breaking(aims.sheet.points[move.issue].values())
    yield warnings.WillBeLeft((move.issue, move.option), (move.issue, plan.text[move.issue]), cost)


def _circulate(aims: Aspiration) -> Iterator[warnings.Warning]:
    """A text put to allies of whom it is known, or to be feared, that they will break silence."""
    view = aims.view
    said = {event.audience: event for event in view.minutes.since_words_moved if isinstance(event, Sounded)}
    told = [each for each in said.values() if each.answer != "yes"]
    for event in told:
        yield warnings.WouldBreakSilence(event.audience, event.issue)
    against = tuple(
        audience.id
        for audience in view.scenario.audiences_of(view.who)
        if audience.power == "consent" and audience.id not in said and view.standings[audience.id].mood == "against"
    )
    if against and not told and view.legal.may(moves.Sound):
        yield warnings.SoundFirst(against)


# ---- the end ----------------------------------------------------------------------------------------------------


def _sign(aims: Aspiration) -> Iterator[warnings.Warning]:
    """A text below the walk-away, or one that the instructions forbid."""
    view = aims.view
    worth, words = aims.worth(view.agreed), view.worth(view.agreed)
    if words < aims.sheet.reservation_value:
        yield warnings.WorthLess(words, aims.sheet.reservation_value, "words")
    elif worth < aims.walk_away:
        yield warnings.WorthLess(worth, aims.walk_away, "later")
    for issue in aims.sheet.breaks_red_line(view.agreed):
        yield warnings.CrossesRedLine((issue, view.agreed[issue]))


def _leave(aims: Aspiration) -> Iterator[warnings.Warning]:
    """Talks left while a text above the walk-away is within reach."""
    view, plan = aims.view, aims.plan
    if not view.brackets:
        worth = aims.worth(view.agreed)
        if worth > aims.walk_away and aims.instructed(view.agreed) and view.hours_left >= hours_to_sign(view):
            yield warnings.TextInReach(worth, aims.walk_away, clean=True)
        return
    needed = hours_to_sign(view) + (view.scenario.clock.accept + view.scenario.clock.short_package)
    if plan is not None and plan.mine > aims.walk_away and view.hours_left >= needed:
        yield warnings.TextInReach(plan.mine, aims.walk_away, clean=False)


def _hold(aims: Aspiration, move: moves.Hold) -> Iterator[warnings.Warning]:
    """A hold-up that is likely to cost more than its word brings."""
    side = aims.view.scenario.side_text(move.side_text)
    promise = promise_of(aims, side) if side is not None else 0.0
    if promise < 0:
        yield warnings.CostsMore(promise)


def _respond(aims: Aspiration, move: moves.Respond) -> Iterator[warnings.Warning]:
    """An answer to a hold-up that is dearer than another."""
    side = aims.view.scenario.side_text(aims.view.held.side_text) if aims.view.held else None
    if side is None:
        return
    worth = answers(aims, side)
    best = max(worth, key=lambda how: worth[how])
    if worth[best] - worth[move.how] > _DEARER:
        yield warnings.CheaperAnswer(best, round(worth[best] - worth[move.how]))
