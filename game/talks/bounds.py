"""What keeps moves within the text, the mandates and the packages that stand: shared by the rules of several moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from game.talks.locks import barrier, refused_by
from game.talks.moves import PackageNumber, Shift
from game.talks.refused import Refused, Why, refuse
from game.talks.talks import Package, Talks
from game.text import DelegationId, IssueId, OptionId, Outcome, Text, Undecided

_SEARCH = 20_000
"""Exclusions looked at before a tangled text is taken to be possible: an initial still needs a text that is."""


def largest_package(talks: Talks) -> int:
    """Issues that one package may touch: a few, or every bracket when few are left."""
    largest = talks.scenario.clock.largest_package
    brackets = len(talks.brackets)
    return brackets if largest < brackets <= 2 * largest else largest


def unknown(talks: Talks, who: DelegationId, issue: IssueId, option: OptionId) -> Refused | None:
    """What there is not of a delegation, an issue and a wording."""
    if who not in talks.scenario.ids:
        return refuse(kind=Why.NO_DELEGATION, delegation=who)
    if issue not in talks.scenario.text:
        return refuse(kind=Why.NO_ISSUE, issue=issue)
    if option not in talks.scenario.text[issue]:
        return refuse(kind=Why.NO_WORDING, issue=issue, option=option)
    return None


def beyond(talks: Talks, who: DelegationId, own: Outcome) -> Refused | None:
    """Why a delegation may not move there itself."""
    red = talks.scenario.instructions[who].red_lines
    for issue, option in own.items():
        shift = Shift(who, issue, option)
        if found := barrier(shift, talks.mandate(who, issue), red.get(issue, ()), shift in talks.barred):
            return refused_by(found, shift)
    return None


def moved(shifts: Sequence[Shift]) -> dict[tuple[DelegationId, IssueId], OptionId]:
    """Where shifts put whom."""
    return {(shift.delegation, shift.issue): shift.option for shift in shifts}


def no_text(talks: Talks, moved: Mapping[tuple[DelegationId, IssueId], OptionId]) -> Refused | None:
    """Why the agreed words could no longer become one text if delegations moved there."""
    stands = {
        issue: {moved.get((who, issue), position[issue]) for who, position in talks.positions.items()}
        for _, issue in moved
    }
    closed = {(issue, option) for issue, options in stands.items() if len(options) == 1 for option in options}
    if closed <= talks.agreed.items():
        return None
    kept = frozenset((issue, option) for issue, option in talks.agreed.items() if issue not in stands)
    return impossible(talks.scenario.text, kept | closed)


@lru_cache(maxsize=4096)
def impossible(text: Text, agreed: frozenset[tuple[IssueId, OptionId]]) -> Refused | None:
    """Why no text with these words can be written; asked of the same words again and again while others are open."""
    words = dict(agreed)
    if broken := text.conflict(words):
        return refuse(kind=Why.EXCLUDED, written=broken.because)
    try:
        possible = text.extends(words, steps=_SEARCH) is not None
    except Undecided:
        return None
    return None if possible else refuse(kind=Why.IMPOSSIBLE)


def addressed(talks: Talks, who: DelegationId, number: PackageNumber) -> Package | Refused:
    """A package that waits for a delegation's answer, or why it does not."""
    package = talks.package(number)
    if package is None or (package.off_record and who not in package.asked | {package.by}):
        return refuse(kind=Why.NO_PACKAGE, package=number)
    if package.by == who:
        return refuse(kind=Why.OWN_PACKAGE)
    if who not in package.waits_for:
        return refuse(kind=Why.NOT_ASKED, package=number)
    return package
