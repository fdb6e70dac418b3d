"""What an adviser says before a move that gives something away for nothing. What a move costs by the rules is told by
`talks.warnings`, and not here again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from game.adviser.arguments import balance, plain
from game.delegations.aspiration import Aspiration
from game.delegations.computer import hours_to_sign
from game.delegations.packages import compose
from game.delegations.procedure import answers, promise_of
from game.talks import (
    Accept,
    Amend,
    Announce,
    Circulate,
    Hold,
    Leave,
    Move,
    Package,
    Propose,
    Respond,
    Shift,
    Sign,
    Sound,
    breaking,
    listed,
    opening_capital,
    wording,
)
from game.talks.events import Amended, Settled, Sounded
from game.text import IssueId, OptionId

_SHORT = 0.5
"""Points an issue by which a package may fall short of what could be hoped for, before that is worth a word."""
_DEARER = 1.0
"""Points by which an answer to a hold-up may be worse than the best one."""


def warnings(aims: Aspiration, move: Move) -> Iterator[str]:
    """Sentences for whoever is about to make a move; none for most moves."""
    match move:
        case Amend():
            yield from _amend(aims, move)
        case Propose():
            yield from _propose(aims, move)
        case Accept():
            yield from _accept(aims, move)
        case Announce():
            yield from _announce(aims, move)
        case Circulate():
            yield from _circulate(aims)
        case Sign():
            yield from _sign(aims)
        case Leave():
            yield from _leave(aims)
        case Hold():
            yield from _hold(aims, move)
        case Respond():
            yield from _respond(aims, move)


# ---- words ------------------------------------------------------------------------------------------------------


def _amend(aims: Aspiration, move: Amend) -> Iterator[str]:
    """A word for nothing that could have been swapped, or one reopened for less than it costs."""
    view = aims.view
    if move.issue in view.agreed:
        yield from _reopening(aims, [(move.issue, move.option)])
        return
    row = aims.sheet.points[move.issue]
    lost = row[aims.position[move.issue]] - row[move.option]
    if lost <= 0:
        return
    word = wording(view.scenario, move.issue, move.option)
    after = Package(0, view.who, (Shift(view.who, move.issue, move.option),), off_record=False)
    if not aims.can_still_reach(after):
        yield f"With {word} no text that is left could reach your walk-away."
        return
    if (get := _for_it(aims, move.issue)) and view.hours_left > hours_to_sign(view) + view.scenario.clock.package:
        yield f"You would give {word} for nothing. I would ask {get} for it, in one package."
    elif (short := -sum(aims.gain(after).values())) > _SHORT:
        yield f"You would give {word} for nothing, and that is about {short:.0f} less than I would hope for there."


def _for_it(aims: Aspiration, issue: IssueId) -> str:
    """What could be asked in return for a word; empty where there is nothing new to ask."""
    shifts = compose(aims, Random(aims.view.version), about=(issue,))
    if shifts is None or issue not in {shift.issue for shift in shifts if shift.delegation == aims.view.who}:
        return ""
    asked = [shift for shift in shifts if shift.delegation != aims.view.who and shift.issue != issue]
    row = aims.sheet.points
    brings = {
        (shift.issue, shift.option): row[shift.issue][shift.option]
        - row[shift.issue][aims.view.positions[shift.delegation][shift.issue]]
        for shift in asked
    }
    best = max(brings, key=lambda word: brings[word], default=None)
    return wording(aims.view.scenario, *best) if best and brings[best] > 0 else ""


def _reopening(aims: Aspiration, words: Sequence[tuple[IssueId, OptionId]]) -> Iterator[str]:
    """A text that can be lived with is not reopened for a point or two."""
    view = aims.view
    if not view.brackets and aims.worth(view.agreed) < aims.walk_away:
        return
    row = aims.sheet.points
    gained = sum(row[i][option] - row[i][view.agreed[i]] for i, option in words if i in view.agreed)
    if gained <= view.scenario.clock.reopening:
        brings = f"brings you {gained} on your sheet" if gained > 0 else "brings you nothing on your sheet"
        yield f"I would leave it closed: to reopen it {brings}, even if they agree."


def _propose(aims: Aspiration, move: Propose) -> Iterator[str]:
    """A package that asks for nothing, or that gives more than it gets."""
    view = aims.view
    reopened = [(s.issue, s.option) for s in move.shifts if s.issue in view.agreed and s.delegation == view.who]
    if reopened and not move.off_record:
        yield from _reopening(aims, reopened)
    package = Package(0, view.who, move.shifts, move.off_record)
    found = balance(view, move.shifts)
    if found.gets <= 0 < found.gives and balance(view, move.shifts, aims.lived_with).gets <= 0:
        yield f"It asks for nothing that you need: you give {found.gives} on your sheet, and get nothing."
    elif not aims.can_still_reach(package):
        yield "If they took it, no text that is left could reach your walk-away."
    else:
        yield from _short(aims, package, "If they took it, you")


def _accept(aims: Aspiration, move: Accept) -> Iterator[str]:
    """A package that gives more than it gets, or below which nothing is left. A hint binds nobody."""
    package = next((each for each in aims.view.packages if each.number == move.package), None)
    if package is None or package.off_record:
        return
    if not aims.can_still_reach(package):
        yield "After it no text that is left could reach your walk-away."
    else:
        yield from _short(aims, package, "You")


def _short(aims: Aspiration, package: Package, who: str) -> Iterator[str]:
    """How far a package falls short of what could be hoped for in its words, where that is more than a little."""
    short = _missing(aims, package)
    if not short:
        return
    found = balance(aims.view, package.shifts)
    sums = f"{who} would give {found.gives} on your sheet and get {found.gets}" if found.gives > found.gets else ""
    told = f"about {short} less than I would hope for in these words"
    yield f"{sums}: {told}." if sums else f"{who} would end with {told}."


def _missing(aims: Aspiration, package: Package) -> int:
    """Points by which a package falls short of what could be hoped for in its words; 0 for next to nothing."""
    short = -sum(aims.gain(package).values())
    if short <= _SHORT * len(package.issues) or aims.closes_well(package) or aims.costs_nothing(package):
        return 0
    return max(1, round(short))


# ---- what is said aloud, and to allies --------------------------------------------------------------------------


def _announce(aims: Aspiration, move: Announce) -> Iterator[str]:
    """A word told to the press that will have to be left."""
    plan = aims.plan
    if plan is None or plan.text[move.issue] == move.option:
        return
    cost = breaking(aims.sheet.points[move.issue].values())
    word, end = (wording(aims.view.scenario, move.issue, option) for option in (move.option, plan.text[move.issue]))
    yield f"You will probably have to leave {word}: I see us end at {end}, and to go back on your word costs {cost}."


def _circulate(aims: Aspiration) -> Iterator[str]:
    """A text put to allies of whom it is known, or to be feared, that they will break silence."""
    view = aims.view
    said = {event.audience: event for event in _of_this_text(aims) if isinstance(event, Sounded)}
    told = [each for each in said.values() if each.answer != "yes"]
    for event in told:
        over = f" over “{view.scenario.text[event.issue].title}”" if event.issue else ""
        ally = opening_capital(view.scenario.audience(event.audience).short)
        yield f"{ally} has told you that it would break silence{over}."
    against = [
        audience.short
        for audience in view.scenario.audiences_of(view.who)
        if audience.power == "consent" and audience.id not in said and view.standings[audience.id].mood == "against"
    ]
    if against and not told and view.legal.may(Sound):
        whom = "it" if len(against) == 1 else "them"
        allies = opening_capital(listed(against))
        yield f"{allies} did not look ready to take this: I would sound {whom} before the text goes round."


def _of_this_text(aims: Aspiration) -> Iterator[object]:
    """What was heard since a position last moved, the newest first."""
    for event in reversed(aims.view.record):
        if isinstance(event, Settled | Amended):
            return
        yield event


# ---- the end ----------------------------------------------------------------------------------------------------


def _sign(aims: Aspiration) -> Iterator[str]:
    """A text below the walk-away, or one that the instructions forbid."""
    view = aims.view
    worth, words = aims.worth(view.agreed), view.worth(view.agreed)
    if words < aims.sheet.reservation_value:
        yield f"Its words are worth {plain(words)} to you, and your walk-away is {plain(aims.sheet.reservation_value)}."
    elif worth < aims.walk_away:
        yield f"With what comes later it is worth {plain(worth)} to you, and no text {plain(aims.walk_away)}."
    for issue in aims.sheet.breaks_red_line(view.agreed):
        yield f"{wording(view.scenario, issue, view.agreed[issue])} is a red line of yours."


def _leave(aims: Aspiration) -> Iterator[str]:
    """Talks left while a text above the walk-away is within reach."""
    view, plan = aims.view, aims.plan
    if not view.brackets:
        worth = aims.worth(view.agreed)
        if worth > aims.walk_away and aims.instructed(view.agreed) and view.hours_left >= hours_to_sign(view):
            yield f"The text is clean, and worth {plain(worth)} to you; no text is worth {plain(aims.walk_away)}."
        return
    needed = hours_to_sign(view) + (view.scenario.clock.accept + view.scenario.clock.short_package)
    if plan is not None and plan.mine > aims.walk_away and view.hours_left >= needed:
        away = plain(aims.walk_away)
        yield f"A text worth about {plain(plan.mine)} to you may still be had; no text is worth {away}."


def _hold(aims: Aspiration, move: Hold) -> Iterator[str]:
    """A hold-up that is likely to cost more than its word brings."""
    side = aims.view.scenario.side_text(move.side_text)
    promise = promise_of(aims, side) if side is not None else 0.0
    if side is not None and promise < 0:
        told = f"{promise:.1f}".replace("-", "−")
        yield f"I expect about {told} points of it: hours and goodwill are likely to cost more than the word brings."


def _respond(aims: Aspiration, move: Respond) -> Iterator[str]:
    """An answer to a hold-up that is dearer than another."""
    side = aims.view.scenario.side_text(aims.view.held.side_text) if aims.view.held else None
    if side is None:
        return
    worth = answers(aims, side)
    best = max(worth, key=lambda how: worth[how])
    if worth[best] - worth[move.how] > _DEARER:
        how = {"give": "to give the word", "swap": "to swap it", "sit": "to sit it out"}[best]
        yield f"It would be cheaper {how}: by about {worth[best] - worth[move.how]:.0f} points, all told."
