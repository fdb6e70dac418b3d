"""What an adviser says for a package: what it gives and gets, whom it would please, what the others seem to mind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from game.analysis import Sheet
from game.delegations.aspiration import Aspiration
from game.talks import Shift, View, Wish, listed, wording
from game.talks.events import Announced, Declined, Hinted, Proposed
from game.text import DelegationId, IssueId

_TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True, slots=True)
class Balance:
    """What a package comes to on a seat's own sheet, word by word, against everybody staying where they are."""

    gives: int
    """Points that its own moves cost; negative where they bring some."""
    gets: int
    """Points that the others' moves bring, against the words that they stand for."""


def balance(view: View, shifts: Iterable[Shift], sheet: Sheet | None = None) -> Balance:
    """Own moves against the words of now, the others' moves against theirs: where several move, the worst of them. By
    the words alone, or by another sheet."""
    points, mine = (sheet or view.seat.instructions).points, view.positions[view.who]
    gives = 0.0
    gets: dict[IssueId, float] = {}
    for shift in shifts:
        row = points[shift.issue]
        if shift.delegation == view.who:
            gives += row[mine[shift.issue]] - row[shift.option]
        else:
            gained = row[shift.option] - row[view.positions[shift.delegation][shift.issue]]
            gets[shift.issue] = max(gained, gets.get(shift.issue, gained))
    return Balance(round(gives), round(sum(gets.values())))


def balance_words(view: View, shifts: Iterable[Shift], *, taken: bool = True) -> str:
    """The same as a sentence; of a package that is not `taken`, what it would come to."""
    found = balance(view, shifts)
    would = "" if taken else "would "
    gives = _either(found.gives, "give {}", "gain {} by moving", "give nothing")
    gets = _either(found.gets, "get {}", "lose {} by what they move", "get nothing")
    return f"On your sheet, word by word, you {would}{gives} and {gets}."


def _either(points: int, over: str, under: str, none: str) -> str:
    return (over if points > 0 else under).format(abs(points)) if points else none


def worth_words(view: View, shifts: Sequence[Shift]) -> str:
    """What the words would be worth afterwards, beside the walk-away."""
    low, high = view.reach(view.after(tuple(shifts)))
    away = view.seat.instructions.reservation_value
    if low == high:
        apart = f"{low - away} above" if low > away else f"{away - low} below" if low < away else "just at"
        return f"The words would then be worth {plain(low)} to you, {apart} your walk-away."
    return f"The words would then be worth {plain(low)} to {plain(high)} to you; your walk-away is {plain(away)}."


def plain(points: int) -> str:
    """Points, with a real minus."""
    return f"−{-points}" if points < 0 else str(points)


# ---- what the others seem to mind -------------------------------------------------------------------------------


def minds(view: View, other: DelegationId, issue: IssueId) -> str:
    """What another delegation has done that shows that it minds an issue, to end a sentence with; empty if nothing."""
    refused = sum(isinstance(e, Declined) and e.by == other and e.word == issue for e in view.record)
    hinted = any(isinstance(e, Hinted) and e.by == other and e.word == issue for e in view.record)
    told = any(isinstance(e, Announced) and e.by == other and e.issue == issue for e in view.record)
    done = [f"refused over it {_TIMES.get(refused, f'{refused} times')}"] if refused else []
    done += ["named it off the record"] if hinted else []
    done += ["told the press of it"] if told else []
    return f"it has {listed(done)}" if done else ""


def offered(view: View, other: DelegationId, issue: IssueId) -> bool:
    """Whether another delegation has put forward a package in which it moves in an issue itself."""
    return any(
        isinstance(event, Proposed)
        and event.by == other
        and any(s.delegation == other and s.issue == issue for s in event.shifts)
        for event in view.record
    )


def others_words(aims: Aspiration, shifts: Sequence[Shift], chance: Random) -> str:
    """What I take the others to make of one of these words, and from which of their moves; empty where none tells."""
    told = [*_weighing(aims.view, shifts), *_easier(aims.view, shifts)]
    return chance.choice(told) if told else ""


def _weighing(view: View, shifts: Sequence[Shift]) -> Iterator[str]:
    """The words over which they have shown that they mind."""
    given = dict.fromkeys(shift.issue for shift in shifts if shift.delegation == view.who)
    for issue in given:
        for other in view.others:
            if why := minds(view, other.id, issue):
                yield f"{_title(view, issue)} seems to weigh with {other.short}, for {why}: it is worth a price."
    for shift in shifts:
        if shift.delegation != view.who and shift.issue not in given:
            whom = view.scenario[shift.delegation].short
            if why := minds(view, shift.delegation, shift.issue):
                yield f"{_title(view, shift.issue)} is the hard word for {whom}, for {why}."


def _easier(view: View, shifts: Sequence[Shift]) -> Iterator[str]:
    """The words in which they have offered to move: what they give first they are taken to need least."""
    for shift in shifts:
        if shift.delegation != view.who and offered(view, shift.delegation, shift.issue):
            whom = view.scenario[shift.delegation].short
            yield f"{_title(view, shift.issue)} seems to matter less to {whom}, for it has offered to move there."


def _title(view: View, issue: IssueId) -> str:
    return f"“{view.scenario.text[issue].title}”"


def home_words(view: View, shifts: Sequence[Shift]) -> str:
    """Who of those whom this seat answers to would like one of these words; or, where they would close the text, which
    ally does not look content yet. Empty where nobody shows it."""
    after = view.after(tuple(shifts))
    mine = after[view.who]
    moved = {shift.issue for shift in shifts}
    for audience in view.scenario.audiences_of(view.who):
        seen = view.standings.get(audience.id)
        for issue in moved:
            if seen is not None and Wish(issue, mine[issue]) in seen.wishes:
                return f"{wording(view.scenario, issue, mine[issue])} would please {audience.short}."
    clean = all(stand == mine for stand in after.values())
    allies = [each for each in view.scenario.audiences_of(view.who) if each.power == "consent"] if clean else []
    doubtful = [each.short for each in allies if view.standings[each.id].mood != "content"]
    return f"Then it goes to your allies: {listed(doubtful)} did not look content so far." if doubtful else ""
