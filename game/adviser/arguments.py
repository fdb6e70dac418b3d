"""What speaks for a package: what it gives and gets, whom it would please, what the others seem to mind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.analysis import Sheet
from game.scenario import AudienceId
from game.talks import Shift, View, Wish
from game.talks.events import Announced, Declined, Hinted, Proposed
from game.text import DelegationId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class Balance:
    """What a package comes to on a seat's own sheet, word by word, against everybody staying where they are."""

    gives: int
    """Points that its own moves cost; negative where they bring some."""
    gets: int
    """Points that the others' moves bring, against the words that they stand for."""
    taken: bool = True
    """Whether it is made or taken; else it is what it would come to."""


@dataclass(frozen=True, slots=True)
class WordsWorth:
    """What the words would be worth afterwards, between these, beside the walk-away."""

    low: int
    high: int
    walk_away: int


@dataclass(frozen=True, slots=True)
class Weighs:
    """Another delegation has shown that it minds an issue: how often it refused over it, whether it named it off the
    record, whether it told the newspapers; and whether it is we who would give it."""

    issue: IssueId
    other: DelegationId
    refused: int
    hinted: bool
    told: bool
    given: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """Another delegation has offered to move in an issue: it may need it less, or go as its mandate leads it."""

    issue: IssueId
    other: DelegationId


@dataclass(frozen=True, slots=True)
class Pleases:
    """Somebody at home would like a wording."""

    audience: AudienceId
    issue: IssueId
    option: OptionId


Argument = Balance | WordsWorth | Weighs | Offered | Pleases


def balance(view: View, shifts: Iterable[Shift], sheet: Sheet | None = None, *, taken: bool = True) -> Balance:
    """Own moves against the words of now, the others' moves against theirs: where several move, the worst of them. By
    the words alone, or by another sheet."""
    own, gets = view.brings(shifts, sheet.points if sheet else None)
    return Balance(round(-own), round(gets), taken)


def words_worth(view: View, shifts: Sequence[Shift]) -> WordsWorth:
    """What the words would be worth afterwards."""
    return WordsWorth(*view.reach(view.after(tuple(shifts))), view.seat.instructions.reservation_value)


# ---- what the others seem to mind -------------------------------------------------------------------------------


def _weighs(view: View, other: DelegationId, issue: IssueId, *, given: bool) -> Iterator[Weighs]:
    """What another delegation has done that shows that it minds an issue."""
    refused = sum(e.by == other and e.issue == issue for e in view.minutes.all(Declined))
    hinted = any(e.by == other and e.issue == issue for e in view.minutes.all(Hinted))
    told = any(e.by == other and e.issue == issue for e in view.minutes.all(Announced))
    if refused or hinted or told:
        yield Weighs(issue, other, refused, hinted, told, given)


def offered(view: View, other: DelegationId, issue: IssueId) -> bool:
    """Whether another delegation has put forward a package in which it moves in an issue itself."""
    return any(
        event.by == other and any(s.delegation == other and s.issue == issue for s in event.shifts)
        for event in view.minutes.all(Proposed)
    )


def of_the_others(view: View, shifts: Sequence[Shift]) -> Weighs | Offered | None:
    """What speaks for a package in what the others have done: a word that we would give and that they mind; else one
    that we ask for and in which they have offered to move. None where no move of theirs tells."""
    given = [shift for shift in shifts if shift.delegation == view.who]
    return next(iter(weighing(view, given)), None) or next(_easier(view, shifts), None)


def weighing(view: View, shifts: Sequence[Shift]) -> Iterator[Weighs]:
    """The issues of these shifts over which others have shown that they mind: all of them by us, or all by others."""
    for shift in shifts:
        given = shift.delegation == view.who
        for other in [each.id for each in view.others] if given else [shift.delegation]:
            yield from _weighs(view, other, shift.issue, given=given)


def _easier(view: View, shifts: Sequence[Shift]) -> Iterator[Offered]:
    """The words in which they have offered to move. In the spine they move as their capital lets them, whatever it is
    worth to them."""
    spine = view.scenario.text.spine
    for shift in shifts:
        if spine is not None and shift.issue == spine.id:
            continue
        if shift.delegation != view.who and offered(view, shift.delegation, shift.issue):
            yield Offered(shift.issue, shift.delegation)


def pleased(view: View, shifts: Sequence[Shift]) -> Pleases | None:
    """Who of those whom this seat answers to would like one of these words; None where nobody shows it."""
    mine = view.after(tuple(shifts))[view.who]
    moved = dict.fromkeys(shift.issue for shift in shifts)
    for audience in view.scenario.audiences_of(view.who):
        seen = view.standings.get(audience.id)
        for issue in moved:
            if seen is not None and Wish(issue, mine[issue]) in seen.wishes:
                return Pleases(audience.id, issue, mine[issue])
    return None
