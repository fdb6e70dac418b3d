"""Which moves the rules allow, what each costs in hours, and the sentence for each that they do not allow."""

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
from game.talks.silence import cannot_circulate, cannot_sound, needs_consent
from game.talks.talks import Package, Talks
from game.talks.verdict import sentence_name
from game.text import DelegationId, IssueId, OptionId, Outcome, Text, Undecided

LONGEST_REMARK = 400
"""Characters that may be said with a move."""

_SEARCH = 20_000
"""Exclusions looked at before a tangled text is taken to be possible: an initial still needs a text that is."""

MOST_ISSUES_IN_A_CABLE = 4
"""Issues that one cable may ask about."""


def largest_package(talks: Talks) -> int:
    """Issues that one package may touch: a few, or every bracket when few are left."""
    largest = talks.scenario.clock.largest_package
    brackets = len(talks.brackets)
    return brackets if largest < brackets <= 2 * largest else largest


def refusal(talks: Talks, move: Move) -> str | None:
    """Why a move cannot be made, in a sentence, or None if it can."""
    if talks.over:
        return "The talks are over."
    if move.by not in talks.scenario.ids:
        return f"There is no delegation {move.by!r} at this table."
    if move.by != talks.floor:
        return f"{sentence_name(talks.scenario, talks.floor)} has the floor."
    if move.remark and (reason := _unsayable(move.remark)):
        return reason
    return _out_of_turn(talks, move) or _of_kind(talks, move)


def _unsayable(remark: str) -> str | None:
    """Why a remark cannot be said."""
    if len(remark) > LONGEST_REMARK:
        return f"A remark has at most {LONGEST_REMARK} characters."
    if any("\ud800" <= sign <= "\udfff" for sign in remark):
        return "There is a sign in this remark that cannot be written down."
    return None


def _out_of_turn(talks: Talks, move: Move) -> str | None:
    """Why this is no time for moves of this kind."""
    if talks.closing and not isinstance(move, Interpret):
        return "The text is initialled and frozen: what is left are closing statements."
    if talks.held is not None and not isinstance(move, Respond | Leave):
        side = talks.scenario.side_text(talks.held.side_text)
        who = sentence_name(talks.scenario, talks.held.by)
        title = side.title if side else "a side text"
        return f"{who} holds up {title}: give the word, swap it, or sit it out."
    return None


def _of_kind(talks: Talks, move: Move) -> str | None:
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
            return None if move.remark.strip() else "To take the floor is to say something."
        case Leave():
            return None
        case _:
            return _around_the_table(talks, move)


def _around_the_table(talks: Talks, move: Move) -> str | None:
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
            return f"There is no move {type(move).__name__!r}."


def _unknown(talks: Talks, who: DelegationId, issue: IssueId, option: OptionId) -> str | None:
    """What there is not of a delegation, an issue and a wording."""
    if who not in talks.scenario.ids:
        return f"There is no delegation {who!r} at this table."
    if issue not in talks.scenario.text:
        return f"There is no issue {issue!r} in this text."
    if option not in talks.scenario.text[issue]:
        return f"There is no wording {option!r} in “{talks.scenario.text[issue].title}”."
    return None


def _propose(talks: Talks, move: Propose) -> str | None:
    if not move.shifts:
        return "A package needs at least one wording."
    for shift in move.shifts:
        if reason := _unknown(talks, shift.delegation, shift.issue, shift.option):
            return reason
    if len({(shift.delegation, shift.issue) for shift in move.shifts}) < len(move.shifts):
        return "A package asks each delegation for one wording in an issue, not for two."
    for shift in move.shifts:
        if talks.positions[shift.delegation][shift.issue] == shift.option:
            title = talks.scenario.text[shift.issue].title
            return f"{sentence_name(talks.scenario, shift.delegation)} already stands there in “{title}”."
    if all(shift.delegation == move.by for shift in move.shifts):
        return "A package asks for something in return; to move alone, amend your position."
    if len(move.issues) > (largest := largest_package(talks)):
        return f"A package touches at most {largest} issues; this one touches {len(move.issues)}."
    own = {shift.issue: shift.option for shift in move.shifts if shift.delegation == move.by}
    return _beyond(talks, move.by, own) or _no_text(talks, _moved(move.shifts))


def _beyond(talks: Talks, who: DelegationId, own: Outcome) -> str | None:
    """Why a delegation may not move there itself."""
    sheet = talks.scenario.instructions[who]
    for issue, option in own.items():
        if option in talks.mandate(who, issue):
            continue
        name = talks.scenario.text[issue][option].name
        if option in sheet.red_lines.get(issue, ()):
            return f"Your instructions forbid “{name}”."
        if talks.barred and Shift(who, issue, option) in talks.barred:
            return f"“{name}” is barred: those who must take the text have refused it."
        return f"“{name}” is beyond your mandate: ask {talks.scenario[who].capital} first."
    return None


def _moved(shifts: Sequence[Shift]) -> dict[tuple[DelegationId, IssueId], OptionId]:
    return {(shift.delegation, shift.issue): shift.option for shift in shifts}


def _no_text(talks: Talks, moved: Mapping[tuple[DelegationId, IssueId], OptionId]) -> str | None:
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
def _impossible(text: Text, agreed: frozenset[tuple[IssueId, OptionId]]) -> str | None:
    """Why no text with these words can be written; asked of the same words again and again while others are open."""
    words = dict(agreed)
    if broken := text.conflict(words):
        return broken.because
    try:
        possible = text.extends(words, steps=_SEARCH) is not None
    except Undecided:
        return None
    return None if possible else "With these words agreed, no whole text could be written any more."


def _addressed(talks: Talks, who: DelegationId, number: PackageNumber) -> Package | str:
    package = talks.package(number)
    if package is None or (package.off_record and who not in package.asked | {package.by}):
        return f"There is no package {number} on the table."
    if package.by == who:
        return "That package is your own."
    if who not in package.waits_for:
        return f"Package {number} does not wait for your answer."
    return package


def _accept(talks: Talks, move: Accept) -> str | None:
    package = _addressed(talks, move.by, move.package)
    if isinstance(package, str) or package.off_record:
        return package if isinstance(package, str) else None
    return _beyond(talks, move.by, package.of(move.by)) or _no_text(talks, _moved(package.shifts))


def _decline(talks: Talks, move: Decline) -> str | None:
    package = _addressed(talks, move.by, move.package)
    if isinstance(package, str):
        return package
    if move.word is not None and move.word not in package.issues:
        return "The word that you refuse is not in that package."
    if move.never and move.word is None:
        return "A refusal for ever names the word."
    return None


def _withdraw(talks: Talks, move: Withdraw) -> str | None:
    package = talks.package(move.package)
    if package is None or package.by != move.by:
        return f"You have no package {move.package} on the table."
    return None


def _amend(talks: Talks, move: Amend) -> str | None:
    if reason := _unknown(talks, move.by, move.issue, move.option):
        return reason
    if talks.positions[move.by][move.issue] == move.option:
        return "You already stand there."
    if reason := _beyond(talks, move.by, {move.issue: move.option}):
        return reason
    return _no_text(talks, {(move.by, move.issue): move.option})


def _sign(talks: Talks, move: Sign) -> str | None:
    if brackets := talks.brackets:
        titles = [talks.scenario.text[issue].title for issue in brackets]
        return f"The text is not clean: {', '.join(titles[:3])}{' and others' if len(titles) > 3 else ''} in brackets."
    if move.by in talks.initials:
        return "Your initials are under the text already."
    if broken := talks.scenario.text.conflict(talks.agreed):
        return broken.because
    if any(Shift(move.by, issue, option) in talks.barred for issue, option in talks.agreed.items()):
        return "A wording of this text is barred: those who must take it have refused it."
    if needs_consent(talks, move.by):
        return "Your allies have not consented to this text: circulate it first."
    return None


def _consult(talks: Talks, move: Consult) -> str | None:
    if not move.issues or len(set(move.issues)) < len(move.issues):
        return "A cable asks about one issue or more, each once."
    if len(move.issues) > MOST_ISSUES_IN_A_CABLE:
        return f"One cable asks about at most {MOST_ISSUES_IN_A_CABLE} issues."
    for issue in move.issues:
        if issue not in talks.scenario.text:
            return f"There is no issue {issue!r} in this text."
        if reason := _cannot_widen(talks, move.by, issue):
            return reason
    return None


def _cannot_widen(talks: Talks, who: DelegationId, issue: IssueId) -> str | None:
    """Why a capital would not widen the mandate in an issue now."""
    title = talks.scenario.text[issue].title
    capital = talks.scenario[who].capital
    ladder = talks.scenario.instructions[who].mandate.get(issue, ())
    step = talks.steps.get((who, issue), 0)
    if step + 1 >= len(ladder):
        return f"Your mandate in “{title}” has no further step."
    if any(cable.by == who and issue in cable.issues for cable in talks.cables):
        return f"Your cable to {capital} about “{title}” has not been answered yet."
    refused = talks.rebuffed.get(who, frozenset())
    if talks.scenario.text[issue].spine:
        limit = [option for option in _ordered(talks, issue, ladder[step]) if _still_possible(talks, issue, option)]
        if limit and not any((issue, option) in refused for option in ladder[step]):
            name = " or ".join(f"“{talks.scenario.text[issue][option].name}”" for option in limit)
            return f"Before you ask {capital} about “{title}”, {name} must have been tabled in a package and refused."
        return None
    asked = any(who in package.waits_for and issue in package.of(who) for package in talks.packages)
    if not asked and not refused:
        return (
            f"Before you ask {capital} about “{title}”, a package of yours must have been refused,"
            " or an offer must ask for it."
        )
    return None


def _still_possible(talks: Talks, issue: IssueId, option: OptionId) -> bool:
    """Whether a text with this wording can still be written beside what is agreed; else nobody can be asked to
    table it first."""
    words = {**talks.agreed, issue: option}
    return _impossible(talks.scenario.text, frozenset(words.items())) is None


def _ordered(talks: Talks, issue: IssueId, options: frozenset[OptionId]) -> list[OptionId]:
    return [option.id for option in talks.scenario.text[issue].options if option.id in options]
