"""What stands against a course: what it may cost, whom it would displease, and how it may be answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from game.adviser.arguments import Weighs, balance, weighing
from game.delegations.aspiration import Aspiration
from game.delegations.closing import hours_to_sign
from game.scenario import AudienceId
from game.talks import Package, Shift, View, Wish, breaking, hold_ups, moves, strain
from game.talks.events import Declined, Mood
from game.talks.rules.interpret import WOKEN
from game.text import DelegationId, IssueId, OptionId

_DEAR = 0.02
"""Share of all that the others hope for, by our estimate, from which on a word that is asked of them may be dear."""
_A_PIECE = 0.5
"""Points an issue by which a package may fall short of what could be hoped for, before that is a risk."""


@dataclass(frozen=True, slots=True)
class RefusedBefore:
    """They have refused a wording that is asked of them, so many times, or for ever."""

    other: DelegationId
    issue: IssueId
    option: OptionId
    times: int
    never: bool


@dataclass(frozen=True, slots=True)
class MayBeDear:
    """Of what is asked of them this wording is likely to cost them most, as far as we can tell."""

    other: DelegationId
    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class Displeases:
    """Some to whom we answer would rather have another wording in an issue than the one that it would get."""

    audiences: tuple[tuple[AudienceId, Mood], ...]
    issue: IssueId
    option: OptionId
    wished: OptionId


@dataclass(frozen=True, slots=True)
class GivesUp:
    """It is so many points less than could be hoped for in these words; or so many are let go that lie on the table."""

    points: int
    what: Literal["hope", "offer"]


@dataclass(frozen=True, slots=True)
class LastRound:
    """When it has been answered there are no hours left for another package and the initials."""

    hours: float
    """That are left now."""


@dataclass(frozen=True, slots=True)
class HoursGo:
    """It takes so many hours of those that are left, and nothing is settled by it."""

    hours: float
    left: float


@dataclass(frozen=True, slots=True)
class Forgoes:
    """Demands are given up that the others have not heard, at so many points."""

    issue: IssueId
    options: tuple[OptionId, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Chills:
    """Goodwill with the others falls by so much at least, and at worst by so much: where a hold-up is sat out, or a
    closing statement wakes somebody."""

    points: int
    at_worst: int


@dataclass(frozen=True, slots=True)
class Binds:
    """To leave a wording that the newspapers were told of costs so many points."""

    points: int


@dataclass(frozen=True, slots=True)
class Wakes:
    """Those to whom the others answer may open the text again over a closing statement."""


@dataclass(frozen=True, slots=True)
class AlliesDoubt:
    """The text then goes to allies, and these did not look content so far."""

    audiences: tuple[AudienceId, ...]


Risk = (
    RefusedBefore
    | MayBeDear
    | Displeases
    | GivesUp
    | LastRound
    | HoursGo
    | Forgoes
    | Chills
    | Binds
    | Wakes
    | Weighs
    | AlliesDoubt
)


def risks(aims: Aspiration, move: moves.Move, shifts: Sequence[Shift]) -> tuple[Risk, ...]:
    """What stands against a move by which these would move; those first that weigh most."""
    return tuple(dict.fromkeys(_risks(aims, move, shifts)))


def _risks(aims: Aspiration, move: moves.Move, shifts: Sequence[Shift]) -> Iterator[Risk]:
    view = aims.view
    match move:
        case moves.Propose():
            yield from against_package(aims, shifts)
        case moves.Accept() | moves.Amend():
            yield from displeased(view, shifts)
            yield from _short(aims, shifts)
            yield from _doubted(view, shifts)
        case moves.Decline():
            offer = balance(view, shifts)
            if (gained := offer.gets - offer.gives) > 0:
                yield GivesUp(gained, "offer")
            yield from _last_round(aims)
        case moves.Hold():
            often = hold_ups(view.record, view.who)
            yield Chills(-strain("give", often), -strain("sit", often))
            side = view.scenario.side_text(move.side_text)
            yield HoursGo(side.hours if side else 0.0, view.hours_left)
        case moves.Respond():
            often = hold_ups(view.record, view.held.by) - 1 if view.held else 0
            yield Chills(-strain(move.how, often), -strain(move.how, often))
        case moves.Announce():
            yield Chills(1, 1)
            yield Binds(breaking(aims.sheet.points[move.issue].values()))
        case moves.Interpret():
            reading = next((each for each in view.seat.readings if each.id == move.reading), None)
            if reading is not None and reading.wakes:
                yield Wakes()
                yield Chills(0, -WOKEN)
        case moves.Circulate():
            yield from _doubted(view, ())
        case moves.Consult():
            lost = view.seat.unheard
            if lost and lost.issue in move.issues:
                yield Forgoes(lost.issue, lost.options, lost.points)
            yield HoursGo(view.price(move), view.hours_left)
        case moves.Say() | moves.Sound():
            yield HoursGo(view.price(move), view.hours_left)
        case _:
            return


def against_package(aims: Aspiration, shifts: Sequence[Shift]) -> Iterator[Risk]:
    """What stands against a package of ours: words that they have refused, or that seem dear to them; who at home
    would rather have another; what it falls short of; and that no hours may be left after it."""
    view = aims.view
    refused = list(_refused(view, shifts))
    yield from refused
    if not refused:
        asked = [shift for shift in shifts if shift.delegation != view.who]
        told = next(iter(weighing(view, asked)), None) or _dearest(aims, asked)
        if told is not None:
            yield told
    yield from displeased(view, shifts)
    yield from _short(aims, shifts)
    yield from _doubted(view, shifts)
    yield from _last_round(aims)


def _refused(view: View, shifts: Sequence[Shift]) -> Iterator[RefusedBefore]:
    for shift in shifts:
        if shift.delegation == view.who:
            continue
        said = [
            event
            for event in view.minutes.all(Declined)
            if (event.by, event.issue, event.option) == (shift.delegation, shift.issue, shift.option)
        ]
        if said:
            binds = view.forsworn.get(shift, False)
            yield RefusedBefore(shift.delegation, shift.issue, shift.option, len(said), binds)


def _dearest(aims: Aspiration, shifts: Sequence[Shift]) -> MayBeDear | None:
    """The wording that is likely to cost the others most, where it is not next to nothing."""
    costs = {
        shift: aims.theirs[shift.issue][aims.view.positions[shift.delegation][shift.issue]]
        - aims.theirs[shift.issue][shift.option]
        for shift in shifts
    }
    most = max(costs, key=lambda shift: costs[shift], default=None)
    if most is None or costs[most] < _DEAR:
        return None
    return MayBeDear(most.delegation, most.issue, most.option)


def displeased(view: View, shifts: Sequence[Shift]) -> Iterator[Displeases]:
    """Who of those to whom this seat answers would rather have another wording than one of these, as they show it."""
    mine = view.after(tuple(shifts))[view.who]
    found: dict[Wish, list[tuple[AudienceId, Mood]]] = {}
    for audience in view.scenario.audiences_of(view.who):
        seen = view.standings.get(audience.id)
        for wish in seen.wishes if seen else ():
            moved = any(shift.issue == wish.issue for shift in shifts)
            kept = {each.option for each in seen.wishes if each.issue == wish.issue} if seen else set()
            if seen and moved and mine[wish.issue] not in kept:
                found.setdefault(wish, []).append((audience.id, seen.mood))
    for wish, audiences in found.items():
        yield Displeases(tuple(audiences), wish.issue, mine[wish.issue], wish.option)


def _short(aims: Aspiration, shifts: Sequence[Shift]) -> Iterator[GivesUp]:
    package = Package(0, aims.view.who, tuple(shifts), off_record=False)
    short = -sum(aims.gain(package).values()) if shifts else 0.0
    if short > _A_PIECE * len(package.issues):
        yield GivesUp(max(1, round(short)), "hope")


def _doubted(view: View, shifts: Sequence[Shift]) -> Iterator[AlliesDoubt]:
    """Where these words would close the text: the allies that do not look content yet."""
    after = view.after(tuple(shifts))
    if any(stand != after[view.who] for stand in after.values()):
        return
    allies = [each.id for each in view.scenario.audiences_of(view.who) if each.power == "consent"]
    if doubtful := tuple(each for each in allies if view.standings[each].mood != "content"):
        yield AlliesDoubt(doubtful)


def _last_round(aims: Aspiration) -> Iterator[LastRound]:
    """Whether no time is left for another package once this one has been answered."""
    view, clock = aims.view, aims.view.scenario.clock
    if view.brackets and view.hours_left < hours_to_sign(view) + 2 * (clock.package + clock.decline):
        yield LastRound(view.hours_left)
