"""Which moves the rules allow, what each costs in hours, and why the others are refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from game.talks.closing import cannot_interpret
from game.talks.holding import cannot_hold, cannot_respond
from game.talks.moves import (
    Accept,
    Amend,
    Announce,
    Circulate,
    Consult,
    Decline,
    Hold,
    Interpret,
    Leave,
    Move,
    PackageNumber,
    Propose,
    Respond,
    Say,
    Shift,
    Sign,
    Sound,
    Withdraw,
)
from game.talks.press import cannot_announce
from game.talks.refused import Refused, Why
from game.talks.silence import cannot_circulate, cannot_sound, needs_consent
from game.talks.talks import Package, Talks
from game.text import DelegationId, IssueId, OptionId, Outcome, Text, Undecided

LONGEST_REMARK = 400
"""Characters that may be said with a move."""

_NAMED = 3
"""Brackets that a refusal to initial names."""

_SEARCH = 20_000
"""Exclusions looked at before a tangled text is taken to be possible: an initial still needs a text that is."""

MOST_ISSUES_IN_A_CABLE = 4
"""Issues that one cable may ask about."""


def largest_package(talks: Talks) -> int:
    """Issues that one package may touch: a few, or every bracket when few are left."""
    largest = talks.scenario.clock.largest_package
    brackets = len(talks.brackets)
    return brackets if largest < brackets <= 2 * largest else largest


def refusal(talks: Talks, move: Move) -> Refused | None:
    """Why a move cannot be made, or None if it can."""
    if talks.over:
        return Refused(kind=Why.OVER)
    if move.by not in talks.scenario.ids:
        return Refused(kind=Why.NO_DELEGATION, delegation=move.by)
    if move.by != talks.floor:
        return Refused(kind=Why.NOT_YOUR_TURN, delegation=talks.floor)
    if move.remark and (reason := _unsayable(move.remark)):
        return reason
    return refused_in_turn(talks, move)


def refused_in_turn(talks: Talks, move: Move) -> Refused | None:
    """The same for a move of whoever has the floor in talks that go on, with a remark that can be said."""
    return _out_of_turn(talks, move) or _of_kind(talks, move)


def _unsayable(remark: str) -> Refused | None:
    """Why a remark cannot be said."""
    if len(remark) > LONGEST_REMARK:
        return Refused(kind=Why.LONG_REMARK, most=LONGEST_REMARK)
    if any("\ud800" <= sign <= "\udfff" for sign in remark):
        return Refused(kind=Why.UNWRITABLE_REMARK)
    return None


def _out_of_turn(talks: Talks, move: Move) -> Refused | None:
    """Why this is no time for moves of this kind."""
    if talks.closing and not isinstance(move, Interpret):
        return Refused(kind=Why.FROZEN)
    if talks.held is not None and not isinstance(move, Respond | Leave):
        return Refused(kind=Why.HELD_UP, delegation=talks.held.by, side_text=talks.held.side_text)
    return None


def _of_kind(talks: Talks, move: Move) -> Refused | None:
    match move:
        case Propose():
            return _propose(talks, move)
        case Accept():
            return _accept(talks, move)
        case Decline():
            return _decline(talks, move)
        case Withdraw():
            return _withdraw(talks, move)
        case Amend():
            return _amend(talks, move)
        case Consult():
            return _consult(talks, move)
        case Sign():
            return _sign(talks, move)
        case Say():
            return None if move.remark.strip() else Refused(kind=Why.NOTHING_SAID)
        case Leave():
            return None
        case _:
            return _around_the_table(talks, move)


def _around_the_table(talks: Talks, move: Move) -> Refused | None:
    """The moves that are about somebody who is not at the table, or about another text."""
    match move:
        case Hold():
            return cannot_hold(talks, move)
        case Respond():
            return cannot_respond(talks, move)
        case Announce():
            return cannot_announce(talks, move)
        case Sound():
            return cannot_sound(talks, move)
        case Circulate():
            return cannot_circulate(talks, move)
        case Interpret():
            return cannot_interpret(talks, move)
        case _:
            return Refused(kind=Why.NO_SUCH_MOVE, written=type(move).__name__)


def _unknown(talks: Talks, who: DelegationId, issue: IssueId, option: OptionId) -> Refused | None:
    """What there is not of a delegation, an issue and a wording."""
    if who not in talks.scenario.ids:
        return Refused(kind=Why.NO_DELEGATION, delegation=who)
    if issue not in talks.scenario.text:
        return Refused(kind=Why.NO_ISSUE, issue=issue)
    if option not in talks.scenario.text[issue]:
        return Refused(kind=Why.NO_WORDING, issue=issue, option=option)
    return None


def _propose(talks: Talks, move: Propose) -> Refused | None:
    if not move.shifts:
        return Refused(kind=Why.EMPTY_PACKAGE)
    for shift in move.shifts:
        if reason := _unknown(talks, shift.delegation, shift.issue, shift.option):
            return reason
    if len({(shift.delegation, shift.issue) for shift in move.shifts}) < len(move.shifts):
        return Refused(kind=Why.ASKED_TWICE)
    for shift in move.shifts:
        if talks.positions[shift.delegation][shift.issue] == shift.option:
            return Refused(kind=Why.STANDS_THERE, delegation=shift.delegation, issue=shift.issue)
    if all(shift.delegation == move.by for shift in move.shifts):
        return Refused(kind=Why.NOTHING_IN_RETURN)
    if len(move.issues) > (largest := largest_package(talks)):
        return Refused(kind=Why.LARGE_PACKAGE, number=len(move.issues), most=largest)
    own = {shift.issue: shift.option for shift in move.shifts if shift.delegation == move.by}
    return _beyond(talks, move.by, own) or _no_text(talks, _moved(move.shifts))


def _beyond(talks: Talks, who: DelegationId, own: Outcome) -> Refused | None:
    """Why a delegation may not move there itself."""
    sheet = talks.scenario.instructions[who]
    for issue, option in own.items():
        if option in talks.mandate(who, issue):
            continue
        if option in sheet.red_lines.get(issue, ()):
            return Refused(kind=Why.FORBIDDEN, issue=issue, option=option)
        if talks.barred and Shift(who, issue, option) in talks.barred:
            return Refused(kind=Why.BARRED, issue=issue, option=option)
        return Refused(kind=Why.BEYOND_MANDATE, delegation=who, issue=issue, option=option)
    return None


def _moved(shifts: Sequence[Shift]) -> dict[tuple[DelegationId, IssueId], OptionId]:
    return {(shift.delegation, shift.issue): shift.option for shift in shifts}


def _no_text(talks: Talks, moved: Mapping[tuple[DelegationId, IssueId], OptionId]) -> Refused | None:
    """Why the agreed words could no longer become one text if delegations moved there."""
    stands = {
        issue: {moved.get((who, issue), position[issue]) for who, position in talks.positions.items()}
        for _, issue in moved
    }
    closed = {(issue, option) for issue, options in stands.items() if len(options) == 1 for option in options}
    if closed <= talks.agreed.items():
        return None
    kept = frozenset((issue, option) for issue, option in talks.agreed.items() if issue not in stands)
    return _impossible(talks.scenario.text, kept | closed)


@lru_cache(maxsize=4096)
def _impossible(text: Text, agreed: frozenset[tuple[IssueId, OptionId]]) -> Refused | None:
    """Why no text with these words can be written; asked of the same words again and again while others are open."""
    words = dict(agreed)
    if broken := text.conflict(words):
        return Refused(kind=Why.EXCLUDED, written=broken.because)
    try:
        possible = text.extends(words, steps=_SEARCH) is not None
    except Undecided:
        return None
    return None if possible else Refused(kind=Why.IMPOSSIBLE)


def _addressed(talks: Talks, who: DelegationId, number: PackageNumber) -> Package | Refused:
    package = talks.package(number)
    if package is None or (package.off_record and who not in package.asked | {package.by}):
        return Refused(kind=Why.NO_PACKAGE, package=number)
    if package.by == who:
        return Refused(kind=Why.OWN_PACKAGE)
    if who not in package.waits_for:
        return Refused(kind=Why.NOT_ASKED, package=number)
    return package


def _accept(talks: Talks, move: Accept) -> Refused | None:
    package = _addressed(talks, move.by, move.package)
    if isinstance(package, Refused) or package.off_record:
        return package if isinstance(package, Refused) else None
    return _beyond(talks, move.by, package.of(move.by)) or _no_text(talks, _moved(package.shifts))


def _decline(talks: Talks, move: Decline) -> Refused | None:
    package = _addressed(talks, move.by, move.package)
    if isinstance(package, Refused):
        return package
    if move.word is not None and move.word not in package.issues:
        return Refused(kind=Why.NOT_IN_PACKAGE)
    if move.never and move.word is None:
        return Refused(kind=Why.NEVER_WHAT)
    return None


def _withdraw(talks: Talks, move: Withdraw) -> Refused | None:
    package = talks.package(move.package)
    if package is None or package.by != move.by:
        return Refused(kind=Why.NOT_YOURS, package=move.package)
    return None


def _amend(talks: Talks, move: Amend) -> Refused | None:
    if reason := _unknown(talks, move.by, move.issue, move.option):
        return reason
    if talks.positions[move.by][move.issue] == move.option:
        return Refused(kind=Why.STANDS_THERE)
    if reason := _beyond(talks, move.by, {move.issue: move.option}):
        return reason
    return _no_text(talks, {(move.by, move.issue): move.option})


def _sign(talks: Talks, move: Sign) -> Refused | None:
    if brackets := talks.brackets:
        return Refused(kind=Why.BRACKETS, issues=brackets[:_NAMED], number=len(brackets))
    if move.by in talks.initials:
        return Refused(kind=Why.INITIALLED)
    if broken := talks.scenario.text.conflict(talks.agreed):
        return Refused(kind=Why.EXCLUDED, written=broken.because)
    if any(Shift(move.by, issue, option) in talks.barred for issue, option in talks.agreed.items()):
        return Refused(kind=Why.BARRED_IN_TEXT)
    if needs_consent(talks, move.by):
        return Refused(kind=Why.NO_CONSENT)
    return None


def _consult(talks: Talks, move: Consult) -> Refused | None:
    if not move.issues or len(set(move.issues)) < len(move.issues):
        return Refused(kind=Why.EMPTY_CABLE)
    if len(move.issues) > MOST_ISSUES_IN_A_CABLE:
        return Refused(kind=Why.LONG_CABLE, most=MOST_ISSUES_IN_A_CABLE)
    for issue in move.issues:
        if issue not in talks.scenario.text:
            return Refused(kind=Why.NO_ISSUE, issue=issue)
        if reason := _cannot_widen(talks, move.by, issue):
            return reason
    return None


def _cannot_widen(talks: Talks, who: DelegationId, issue: IssueId) -> Refused | None:
    """Why a capital would not widen the mandate in an issue now."""
    ladder = talks.scenario.instructions[who].mandate.get(issue, ())
    step = talks.steps.get((who, issue), 0)
    if step + 1 >= len(ladder):
        return Refused(kind=Why.NO_FURTHER_STEP, issue=issue)
    if any(cable.by == who and issue in cable.issues for cable in talks.cables):
        return Refused(kind=Why.UNANSWERED, delegation=who, issue=issue)
    refused = talks.rebuffed.get(who, frozenset())
    if talks.scenario.text[issue].spine:
        limit = [option for option in _ordered(talks, issue, ladder[step]) if _still_possible(talks, issue, option)]
        if limit and not any((issue, option) in refused for option in ladder[step]):
            return Refused(kind=Why.NOT_REFUSED, delegation=who, issue=issue, options=tuple(limit))
        return None
    asked = any(who in package.waits_for and issue in package.of(who) for package in talks.packages)
    if not asked and not refused:
        return Refused(kind=Why.NOTHING_REFUSED, delegation=who, issue=issue)
    return None


def _still_possible(talks: Talks, issue: IssueId, option: OptionId) -> bool:
    """Whether a text with this wording can still be written beside what is agreed; else nobody can be asked to
    table it first."""
    words = {**talks.agreed, issue: option}
    return _impossible(talks.scenario.text, frozenset(words.items())) is None


def _ordered(talks: Talks, issue: IssueId, options: frozenset[OptionId]) -> list[OptionId]:
    return [option.id for option in talks.scenario.text[issue].options if option.id in options]
