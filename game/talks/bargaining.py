"""Positions and packages: what is tabled, taken, refused and overtaken, and what reopening costs."""

from __future__ import annotations

from dataclasses import replace

from game.scenario import couple
from game.talks.causes import BargainsKept, Reopened
from game.talks.events import Accepted, Amended, Declined, Hinted, Lapsed, Proposed, Settled, Withdrawn
from game.talks.ledger import charge, hear, others, temper
from game.talks.moves import Accept, Amend, Decline, Propose, Shift, Withdraw, shifted
from game.talks.press import moved_off
from game.talks.talks import Package, Talks
from game.text import DelegationId, IssueId, OptionId

_REOPENED = -2
"""What reopening does to goodwill."""
_BARGAINS = 3
"""So many bargains struck and kept raise goodwill by one."""


def withdraw(talks: Talks, move: Withdraw) -> Talks:
    """A delegation takes its own package off the table."""
    gone = _standing(talks, move.package)
    event = Withdrawn(at=talks.hours, by=move.by, heard_by=_ears(gone), remark=move.remark, package=move.package)
    return hear(_without(talks, move.package), event)


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


def propose(talks: Talks, move: Propose) -> Talks:
    """A package lies on the table; one's own older one is taken back, and theirs on the same issues is answered."""
    number = talks.tabled + 1
    package = Package(number, move.by, move.shifts, move.off_record)
    falls = [older for older in talks.packages if _falls(older, move)]
    talks = _charge_reopening(talks, move, talks.deeds + sum(not older.off_record for older in falls))
    for older in falls:
        if older.by == move.by:
            talks = hear(
                _without(talks, older.number),
                Withdrawn(at=talks.hours, by=move.by, heard_by=_ears(older), package=older.number),
            )
        else:
            talks = lapse(talks, older, countered=True)
    talks = replace(talks, tabled=number, packages=(*talks.packages, package))
    return hear(
        talks,
        Proposed(
            at=talks.hours,
            by=move.by,
            heard_by=_ears(package),
            remark=move.remark,
            package=number,
            shifts=move.shifts,
            off_record=move.off_record,
        ),
    )


def _falls(older: Package, move: Propose) -> bool:
    """Whether a package takes the place of an older one of one's own, or answers one of theirs."""
    if older.by == move.by:
        return older.off_record == move.off_record
    return not move.off_record and move.by in older.asked and bool(set(older.issues) & set(move.issues))


def _charge_reopening(talks: Talks, move: Propose, because_of: int) -> Talks:
    """To table words that are agreed reopens them; `because_of` is the number that this deed will have."""
    if move.off_record:
        return talks
    for issue in [issue for issue in move.issues if issue in talks.agreed]:
        talks = _reopened(talks, move.by, issue, because_of)
    return talks


def _reopened(talks: Talks, who: DelegationId, issue: IssueId, because_of: int | None) -> Talks:
    """Reopening costs points, and the goodwill of everybody who had closed the bracket."""
    cause = Reopened(who, issue, talks.hours)
    talks = charge(talks, who, -talks.scenario.clock.reopening, cause, because_of)
    return temper(talks, who, others(talks, who), _REOPENED, cause, because_of)


def accept(talks: Talks, move: Accept) -> Talks:
    """A package is taken: when nobody is left to ask, all positions move at once."""
    package = _standing(talks, move.package)
    if package.off_record:
        talks = hear(
            talks,
            Hinted(
                at=talks.hours,
                by=move.by,
                heard_by=_ears(package),
                remark=move.remark,
                package=package.number,
                warm=True,
            ),
        )
        return _answered(talks, package, move.by)
    taken = replace(package, accepted=package.accepted | {move.by})
    carried = not taken.waits_for
    talks = hear(
        talks, Accepted(at=talks.hours, by=move.by, remark=move.remark, package=package.number, carried=carried)
    )
    if not carried:
        return replace(talks, packages=tuple(taken if p is package else p for p in talks.packages))
    return _bargained(_shift(_without(talks, package.number), package.shifts), package, talks.latest)


def _bargained(talks: Talks, package: Package, because_of: int | None) -> Talks:
    """Every few bargains that two delegations strike, and keep, goodwill between them rises."""
    for other in [who for who in talks.scenario.ids if who in package.asked]:
        two = couple(talks.scenario.ids, package.by, other)
        struck = talks.bargains.get(two, 0) + 1
        talks = replace(talks, bargains={**talks.bargains, two: struck})
        if struck % _BARGAINS == 0:
            talks = temper(talks, package.by, [other], 1, BargainsKept(struck), because_of)
    return talks


def _answered(talks: Talks, package: Package, by: DelegationId) -> Talks:
    """A non-paper is gone when everybody to whom it was put has answered."""
    heard = replace(package, accepted=package.accepted | {by})
    if not heard.waits_for:
        return _without(talks, package.number)
    return replace(talks, packages=tuple(heard if p is package else p for p in talks.packages))


def decline(talks: Talks, move: Decline) -> Talks:
    """A package is refused, and the proposer's capital will hear of it; a non-paper is answered by a hint."""
    package = _standing(talks, move.package)
    if package.off_record:
        hint = Hinted(
            at=talks.hours,
            by=move.by,
            heard_by=_ears(package),
            remark=move.remark,
            package=package.number,
            warm=False,
            word=move.word,
        )
        return _answered(hear(talks, hint), package, move.by)
    option = _word_for(package, move.by, move.word)
    event = Declined(
        at=talks.hours,
        by=move.by,
        remark=move.remark,
        package=package.number,
        word=move.word,
        option=option,
        never=move.never,
    )
    return _rebuff(hear(_without(talks, package.number), event), package)


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


def lapse(talks: Talks, package: Package, *, countered: bool) -> Talks:
    """A package falls because its words were overtaken, or because another one answers it."""
    talks = hear(
        _without(talks, package.number),
        Lapsed(at=talks.hours, heard_by=_ears(package), package=package.number, countered=countered),
    )
    return _rebuff(talks, package) if countered and not package.off_record else talks


def _shift(talks: Talks, shifts: tuple[Shift, ...]) -> Talks:
    """Move positions, all at once, and let everything fall that stood on the old ones."""
    before, old = talks.agreed, talks.positions
    left = {Shift(who, issue, old[who][issue]) for who, issue in ((s.delegation, s.issue) for s in shifts)}
    positions = shifted(old, shifts)
    talks = replace(talks, positions=positions, given_up=talks.given_up | left, initials=frozenset())
    talks = moved_off(talks, shifts)
    settled = tuple(issue for issue, option in talks.agreed.items() if before.get(issue) != option)
    if settled:
        talks = hear(talks, Settled(at=talks.hours, issues=settled))
    touched = {shift.issue for shift in shifts}
    for package in talks.packages:
        if touched & set(package.issues):
            talks = lapse(talks, package, countered=False)
    return talks


def amend(talks: Talks, move: Amend) -> Talks:
    """A delegation moves alone."""
    old = talks.positions[move.by][move.issue]
    new = Shift(move.by, move.issue, move.option)
    reopened = move.issue in talks.agreed or new in talks.given_up
    event = Amended(
        at=talks.hours, by=move.by, remark=move.remark, issue=move.issue, old=old, new=move.option, reopened=reopened
    )
    talks = hear(talks, event)
    if reopened:
        talks = _reopened(talks, move.by, move.issue, talks.latest)
    return _shift(talks, (new,))
