"""The rules of the conference room: `play(talks, move)` is the next talks, or a refusal in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.talks.events import (
    Accepted,
    Adjourned,
    Amended,
    Answered,
    Cabled,
    Charged,
    Concluded,
    Conferred,
    Declined,
    Event,
    Hinted,
    Initialled,
    Lapsed,
    Left,
    Proposed,
    Settled,
    Spoke,
    Withdrawn,
)
from game.talks.legal import price, refusal
from game.talks.moves import (
    Accept,
    Amend,
    Consult,
    Decline,
    Leave,
    Move,
    Propose,
    Say,
    Shift,
    Sign,
    Withdraw,
    shifted,
)
from game.talks.talks import Cable, Charge, Package, Talks
from game.talks.verdict import verdict
from game.text import DelegationId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class Refusal:
    """A move that the rules do not allow, and why, in a sentence for whoever made it."""

    reason: str


def play(talks: Talks, move: Move) -> Talks | Refusal:
    """The talks after a move, with every event that it caused, or the reason why it cannot be made.

    The talks that were handed in are never changed. A move that would end after the deadline is not made: the clock
    strikes instead, and the talks are over.
    """
    if reason := refusal(talks, move):
        return Refusal(reason)
    limit = talks.scenario.calendar.hours
    hours = talks.hours + price(talks.scenario.clock, move)
    begun = replace(talks, moves=(*talks.moves, move), hours=min(hours, limit))
    if hours > limit:
        return _strike(begun)
    made = _answer_cables(_make(begun, move))
    if verdict(made) is None and made.hours >= limit:
        return _strike(made)
    return made if isinstance(move, Consult) or verdict(made) else replace(made, floor=_next(made))


def replay(opening: Talks, moves: tuple[Move, ...]) -> tuple[Talks, Refusal | None]:
    """The talks after these moves, as far as they can be played, and what stopped them if something did."""
    talks = opening
    for move in moves:
        played = play(talks, move)
        if isinstance(played, Refusal):
            return talks, played
        talks = played
    return talks, None


def _strike(talks: Talks) -> Talks:
    return _hear(replace(talks, out_of_time=True), Adjourned(at=talks.hours))


def _hear(talks: Talks, *events: Event) -> Talks:
    return replace(talks, events=(*talks.events, *events))


def _next(talks: Talks) -> DelegationId:
    ids = talks.scenario.ids
    return ids[(ids.index(talks.floor) + 1) % len(ids)]


def _make(talks: Talks, move: Move) -> Talks:
    match move:
        case Propose():
            return _propose(talks, move)
        case Accept():
            return _accept(talks, move)
        case Decline():
            return _decline(talks, move)
        case Withdraw():
            gone = _standing(talks, move.package)
            event = Withdrawn(talks.hours, move.by, _ears(gone), move.remark, move.package)
            return _hear(_without(talks, move.package), event)
        case Amend():
            return _amend(talks, move)
        case Consult():
            return _consult(talks, move)
        case Say():
            return _hear(talks, Spoke(talks.hours, move.by, None, move.remark))
        case Sign():
            signed = replace(talks, initials=talks.initials | {move.by})
            signed = _hear(signed, Initialled(talks.hours, move.by, None, move.remark))
            done = signed.initials == frozenset(talks.scenario.ids)
            return _hear(signed, Concluded(talks.hours)) if done else signed
        case Leave():
            return _hear(replace(talks, left_by=move.by), Left(talks.hours, move.by, None, move.remark))
        case _:
            raise TypeError(f"no such move: {type(move).__name__}")


def _standing(talks: Talks, number: int) -> Package:
    package = talks.package(number)
    if package is None:
        raise LookupError(f"package {number} does not stand")
    return package


def _without(talks: Talks, number: int) -> Talks:
    return replace(talks, packages=tuple(p for p in talks.packages if p.number != number))


def _ears(package: Package) -> frozenset[DelegationId] | None:
    """A non-paper is heard by those to whom it is put, everything else by the room."""
    return package.asked | {package.by} if package.off_record else None


def _propose(talks: Talks, move: Propose) -> Talks:
    number = talks.tabled + 1
    package = Package(number, move.by, move.shifts, move.off_record)
    talks = _charge_reopening(talks, move)
    for older in talks.packages:
        if older.by == move.by and older.off_record == move.off_record:
            talks = _hear(
                _without(talks, older.number), Withdrawn(talks.hours, move.by, _ears(older), "", older.number)
            )
        elif not move.off_record and move.by in older.asked and set(older.issues) & set(move.issues):
            talks = _lapse(talks, older, countered=True)
    talks = replace(talks, tabled=number, packages=(*talks.packages, package))
    return _hear(
        talks, Proposed(talks.hours, move.by, _ears(package), move.remark, number, move.shifts, move.off_record)
    )


def _charge_reopening(talks: Talks, move: Propose) -> Talks:
    if move.off_record:
        return talks
    for issue in [issue for issue in move.issues if issue in talks.agreed]:
        talks = _charge(talks, move.by, f"reopened “{talks.scenario.text[issue].title}”")
    return talks


def _charge(talks: Talks, who: DelegationId, reason: str) -> Talks:
    points = talks.scenario.clock.reopening
    if not points:
        return talks
    charges = {**talks.charges, who: (*talks.charges.get(who, ()), Charge(points, reason))}
    return _hear(replace(talks, charges=charges), Charged(talks.hours, who, frozenset({who}), "", points, reason))


def _accept(talks: Talks, move: Accept) -> Talks:
    package = _standing(talks, move.package)
    if package.off_record:
        talks = _hear(talks, Hinted(talks.hours, move.by, _ears(package), move.remark, package.number, warm=True))
        return _answered(talks, package, move.by)
    taken = replace(package, accepted=package.accepted | {move.by})
    carried = not taken.waits_for
    talks = _hear(talks, Accepted(talks.hours, move.by, None, move.remark, package.number, carried))
    if not carried:
        return replace(talks, packages=tuple(taken if p is package else p for p in talks.packages))
    return _shift(_without(talks, package.number), package.shifts)


def _answered(talks: Talks, package: Package, by: DelegationId) -> Talks:
    """A non-paper is gone when everybody to whom it was put has answered."""
    heard = replace(package, accepted=package.accepted | {by})
    if not heard.waits_for:
        return _without(talks, package.number)
    return replace(talks, packages=tuple(heard if p is package else p for p in talks.packages))


def _decline(talks: Talks, move: Decline) -> Talks:
    package = _standing(talks, move.package)
    if package.off_record:
        hint = Hinted(talks.hours, move.by, _ears(package), move.remark, package.number, False, move.word)
        return _answered(_hear(talks, hint), package, move.by)
    option = _word_for(package, move.by, move.word)
    event = Declined(talks.hours, move.by, None, move.remark, package.number, move.word, option, move.never)
    return _rebuff(_hear(_without(talks, package.number), event), package)


def _word_for(package: Package, refuser: DelegationId, word: IssueId | None) -> OptionId | None:
    """The wording in an issue that a refusal speaks of: what was asked of the refuser, else what was offered."""
    if word is None:
        return None
    return package.of(refuser).get(word) or next(shift.option for shift in package.shifts if shift.issue == word)


def _rebuff(talks: Talks, package: Package) -> Talks:
    """The proposer's capital will hear that these words were refused."""
    words = {(shift.issue, shift.option) for shift in package.shifts}
    known = talks.rebuffed.get(package.by, frozenset())
    return replace(talks, rebuffed={**talks.rebuffed, package.by: known | words})


def _lapse(talks: Talks, package: Package, *, countered: bool) -> Talks:
    talks = _hear(
        _without(talks, package.number), Lapsed(talks.hours, None, _ears(package), "", package.number, countered)
    )
    return _rebuff(talks, package) if countered and not package.off_record else talks


def _shift(talks: Talks, shifts: tuple[Shift, ...]) -> Talks:
    """Move positions, all at once, and let everything fall that stood on the old ones."""
    before, old = talks.agreed, talks.positions
    left = {Shift(who, issue, old[who][issue]) for who, issue in ((s.delegation, s.issue) for s in shifts)}
    positions = shifted(old, shifts)
    talks = replace(talks, positions=positions, given_up=talks.given_up | left, initials=frozenset())
    settled = tuple(issue for issue, option in talks.agreed.items() if before.get(issue) != option)
    if settled:
        talks = _hear(talks, Settled(at=talks.hours, issues=settled))
    touched = {shift.issue for shift in shifts}
    for package in talks.packages:
        if touched & set(package.issues):
            talks = _lapse(talks, package, countered=False)
    return talks


def _amend(talks: Talks, move: Amend) -> Talks:
    old = talks.positions[move.by][move.issue]
    new = Shift(move.by, move.issue, move.option)
    reopened = move.issue in talks.agreed or new in talks.given_up
    event = Amended(talks.hours, move.by, None, move.remark, move.issue, old, move.option, reopened)
    talks = _hear(talks, event)
    if reopened:
        talks = _charge(talks, move.by, f"reopened “{talks.scenario.text[move.issue].title}”")
    return _shift(talks, (new,))


def _consult(talks: Talks, move: Consult) -> Talks:
    due = talks.hours + talks.scenario.clock.answer
    talks = replace(talks, cables=(*talks.cables, Cable(move.by, move.issues, due)))
    return _hear(
        talks,
        Conferred(talks.hours, move.by),
        Cabled(talks.hours, move.by, frozenset({move.by}), move.remark, move.issues, due),
    )


def _answer_cables(talks: Talks) -> Talks:
    for cable in talks.cables:
        if cable.due <= talks.hours:
            talks = _answer(talks, cable)
    return talks


def _answer(talks: Talks, cable: Cable) -> Talks:
    steps = dict(talks.steps)
    opened: list[tuple[IssueId, OptionId]] = []
    for issue in cable.issues:
        before = talks.mandate(cable.by, issue)
        steps[cable.by, issue] = steps.get((cable.by, issue), 0) + 1
        widened = replace(talks, steps=steps).mandate(cable.by, issue) - before
        opened += [(issue, option.id) for option in talks.scenario.text[issue].options if option.id in widened]
    rebuffed = _forget(talks.rebuffed, cable.by, cable.issues)
    left = tuple(waiting for waiting in talks.cables if waiting is not cable)
    talks = replace(talks, steps=steps, cables=left, rebuffed=rebuffed)
    return _hear(talks, Answered(talks.hours, cable.by, frozenset({cable.by}), "", cable.issues, tuple(opened)))


def _forget(
    rebuffed: Mapping[DelegationId, frozenset[tuple[IssueId, OptionId]]], who: DelegationId, issues: tuple[IssueId, ...]
) -> dict[DelegationId, frozenset[tuple[IssueId, OptionId]]]:
    """A refusal is spent on the step that it bought."""
    kept = frozenset((issue, option) for issue, option in rebuffed.get(who, frozenset()) if issue not in issues)
    return {**rebuffed, who: kept}
