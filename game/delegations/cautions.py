"""What an adviser says before a move that gives something away for nothing. What a move costs by the rules is told by
`talks.warnings`, and not here again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from game.delegations.computer import hours_to_sign
from game.delegations.grounds import balance, plain
from game.delegations.mind import Mind
from game.delegations.outside import answers, promise_of
from game.delegations.packages import compose
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


def cautions(mind: Mind, move: Move) -> Iterator[str]:
    """Sentences for whoever is about to make a move; none for most moves."""
    match move:
        case Amend():
            yield from _amend(mind, move)
        case Propose():
            yield from _propose(mind, move)
        case Accept():
            yield from _accept(mind, move)
        case Announce():
            yield from _announce(mind, move)
        case Circulate():
            yield from _circulate(mind)
        case Sign():
            yield from _sign(mind)
        case Leave():
            yield from _leave(mind)
        case Hold():
            yield from _hold(mind, move)
        case Respond():
            yield from _respond(mind, move)


# ---- words ------------------------------------------------------------------------------------------------------


def _amend(mind: Mind, move: Amend) -> Iterator[str]:
    """A word for nothing that could have been swapped, or one reopened for less than it costs."""
    view = mind.view
    if move.issue in view.agreed:
        yield from _reopening(mind, [(move.issue, move.option)])
        return
    row = mind.sheet.points[move.issue]
    lost = row[mind.position[move.issue]] - row[move.option]
    if lost <= 0:
        return
    word = wording(view.scenario, move.issue, move.option)
    after = Package(0, view.who, (Shift(view.who, move.issue, move.option),), off_record=False)
    if not mind.can_still_reach(after):
        yield f"With {word} no text that is left could reach your walk-away."
        return
    if (get := _for_it(mind, move.issue)) and view.hours_left > hours_to_sign(view) + view.scenario.clock.package:
        yield f"You would give {word} for nothing. I would ask {get} for it, in one package."
    elif (short := -sum(mind.gain(after).values())) > _SHORT:
        yield f"You would give {word} for nothing, and that is about {short:.0f} less than I would hope for there."


def _for_it(mind: Mind, issue: IssueId) -> str:
    """What could be asked in return for a word; empty where there is nothing new to ask."""
    shifts = compose(mind, Random(mind.view.version), about=(issue,))
    if shifts is None or issue not in {shift.issue for shift in shifts if shift.delegation == mind.view.who}:
        return ""
    asked = [shift for shift in shifts if shift.delegation != mind.view.who and shift.issue != issue]
    row = mind.sheet.points
    brings = {
        (shift.issue, shift.option): row[shift.issue][shift.option]
        - row[shift.issue][mind.view.positions[shift.delegation][shift.issue]]
        for shift in asked
    }
    best = max(brings, key=lambda word: brings[word], default=None)
    return wording(mind.view.scenario, *best) if best and brings[best] > 0 else ""


def _reopening(mind: Mind, words: Sequence[tuple[IssueId, OptionId]]) -> Iterator[str]:
    """A text that can be lived with is not reopened for a point or two."""
    view = mind.view
    if not view.brackets and mind.worth(view.agreed) < mind.walk_away:
        return
    row = mind.sheet.points
    gained = sum(row[i][option] - row[i][view.agreed[i]] for i, option in words if i in view.agreed)
    if gained <= view.scenario.clock.reopening:
        brings = f"brings you {gained} on your sheet" if gained > 0 else "brings you nothing on your sheet"
        yield f"I would leave it closed: to reopen it {brings}, even if they agree."


def _propose(mind: Mind, move: Propose) -> Iterator[str]:
    """A package that asks for nothing, or that gives more than it gets."""
    view = mind.view
    reopened = [(s.issue, s.option) for s in move.shifts if s.issue in view.agreed and s.delegation == view.who]
    if reopened and not move.off_record:
        yield from _reopening(mind, reopened)
    package = Package(0, view.who, move.shifts, move.off_record)
    found = balance(view, move.shifts)
    if found.gets <= 0 < found.gives and balance(view, move.shifts, mind.lived_with).gets <= 0:
        yield f"It asks for nothing that you need: you give {found.gives} on your sheet, and get nothing."
    elif not mind.can_still_reach(package):
        yield "If they took it, no text that is left could reach your walk-away."
    else:
        yield from _short(mind, package, "If they took it, you")


def _accept(mind: Mind, move: Accept) -> Iterator[str]:
    """A package that gives more than it gets, or below which nothing is left. A hint binds nobody."""
    package = next((each for each in mind.view.packages if each.number == move.package), None)
    if package is None or package.off_record:
        return
    if not mind.can_still_reach(package):
        yield "After it no text that is left could reach your walk-away."
    else:
        yield from _short(mind, package, "You")


def _short(mind: Mind, package: Package, who: str) -> Iterator[str]:
    """How far a package falls short of what could be hoped for in its words, where that is more than a little."""
    short = _missing(mind, package)
    if not short:
        return
    found = balance(mind.view, package.shifts)
    sums = f"{who} would give {found.gives} on your sheet and get {found.gets}" if found.gives > found.gets else ""
    told = f"about {short} less than I would hope for in these words"
    yield f"{sums}: {told}." if sums else f"{who} would end with {told}."


def _missing(mind: Mind, package: Package) -> int:
    """Points by which a package falls short of what could be hoped for in its words; 0 for next to nothing."""
    short = -sum(mind.gain(package).values())
    if short <= _SHORT * len(package.issues) or mind.closes_well(package) or mind.costs_nothing(package):
        return 0
    return max(1, round(short))


# ---- what is said aloud, and to allies --------------------------------------------------------------------------


def _announce(mind: Mind, move: Announce) -> Iterator[str]:
    """A word told to the press that will have to be left."""
    plan = mind.plan
    if plan is None or plan.text[move.issue] == move.option:
        return
    cost = breaking(mind.sheet.points[move.issue].values())
    word, end = (wording(mind.view.scenario, move.issue, option) for option in (move.option, plan.text[move.issue]))
    yield f"You will probably have to leave {word}: I see us end at {end}, and to go back on your word costs {cost}."


def _circulate(mind: Mind) -> Iterator[str]:
    """A text put to allies of whom it is known, or to be feared, that they will break silence."""
    view = mind.view
    said = {event.audience: event for event in _of_this_text(mind) if isinstance(event, Sounded)}
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


def _of_this_text(mind: Mind) -> Iterator[object]:
    """What was heard since a position last moved, the newest first."""
    for event in reversed(mind.view.record):
        if isinstance(event, Settled | Amended):
            return
        yield event


# ---- the end ----------------------------------------------------------------------------------------------------


def _sign(mind: Mind) -> Iterator[str]:
    """A text below the walk-away, or one that the instructions forbid."""
    view = mind.view
    worth, words = mind.worth(view.agreed), view.worth(view.agreed)
    if words < mind.sheet.reservation_value:
        yield f"Its words are worth {plain(words)} to you, and your walk-away is {plain(mind.sheet.reservation_value)}."
    elif worth < mind.walk_away:
        yield f"With what comes later it is worth {plain(worth)} to you, and no text {plain(mind.walk_away)}."
    for issue in mind.sheet.breaks_red_line(view.agreed):
        yield f"{wording(view.scenario, issue, view.agreed[issue])} is a red line of yours."


def _leave(mind: Mind) -> Iterator[str]:
    """Talks left while a text above the walk-away is within reach."""
    view, plan = mind.view, mind.plan
    if not view.brackets:
        worth = mind.worth(view.agreed)
        if worth > mind.walk_away and mind.instructed(view.agreed) and view.hours_left >= hours_to_sign(view):
            yield f"The text is clean, and worth {plain(worth)} to you; no text is worth {plain(mind.walk_away)}."
        return
    needed = hours_to_sign(view) + (view.scenario.clock.accept + view.scenario.clock.short_package)
    if plan is not None and plan.mine > mind.walk_away and view.hours_left >= needed:
        away = plain(mind.walk_away)
        yield f"A text worth about {plain(plan.mine)} to you may still be had; no text is worth {away}."


def _hold(mind: Mind, move: Hold) -> Iterator[str]:
    """A hold-up that is likely to cost more than its word brings."""
    side = mind.view.scenario.side_text(move.side_text)
    promise = promise_of(mind, side) if side is not None else 0.0
    if side is not None and promise < 0:
        told = f"{promise:.1f}".replace("-", "−")
        yield f"I expect about {told} points of it: hours and goodwill are likely to cost more than the word brings."


def _respond(mind: Mind, move: Respond) -> Iterator[str]:
    """An answer to a hold-up that is dearer than another."""
    side = mind.view.scenario.side_text(mind.view.held.side_text) if mind.view.held else None
    if side is None:
        return
    worth = answers(mind, side)
    best = max(worth, key=lambda how: worth[how])
    if worth[best] - worth[move.how] > _DEARER:
        how = {"give": "to give the word", "swap": "to swap it", "sit": "to sit it out"}[best]
        yield f"It would be cheaper {how}: by about {worth[best] - worth[move.how]:.0f} points, all told."
