"""What a student presses that is no move yet: it changes what is prepared on this device, and the seat works it out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from game.scenario import Scenario
from game.seat import Desk, Movers, Seated, Tray, clear, drop_issue, look, measure, mind, note, swear
from game.seat.codec import Codec
from game.talks import Far, Shift
from game.text import DelegationId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class Put:
    """Settle an issue at a wording in the package."""

    issue: IssueId
    option: OptionId
    movers: Movers = "all"


@dataclass(frozen=True, slots=True)
class Drop:
    """Take an issue out of the package."""

    issue: IssueId


@dataclass(frozen=True, slots=True)
class Counter:
    """Begin with their package, and change it."""

    package: int | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """Every bracket in one package, as drafted by one side."""

    side: DelegationId


@dataclass(frozen=True, slots=True)
class Fill:
    """A whole package at once, as somebody else of the seat has suggested it."""

    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Mind:
    """Name the word over which their package would be refused, or no more."""

    issue: IssueId


@dataclass(frozen=True, slots=True)
class Swear:
    """Switch between refusing that word now and for ever."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Say with the refusal how far off the package is, or no more."""

    far: Far | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Note an issue for the next cable, or strike it out again."""

    issue: IssueId


@dataclass(frozen=True, slots=True)
class Look:
    """Look at an issue."""

    issue: IssueId


@dataclass(frozen=True, slots=True)
class Clear:
    """Empty the tray."""


Press: TypeAlias = Put | Drop | Counter | Rest | Fill | Mind | Swear | Measure | Note | Look | Clear
"""Everything that changes what is prepared."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a device has prepared, and what has just been pressed there."""

    tray: Tray
    press: Press | None = None


_CODEC = Codec(Press)


def pressing(press: Press) -> str:
    """A press as JSON, as a button bears it."""
    return _CODEC.encode(press)


def pressed(here: Seated, press: Press | None) -> Seated:
    """The seat after that. What names anything that is not there changes nothing, and so does a package where somebody
    speaks for an audience."""
    if here.sheet is None and isinstance(press, Put | Counter | Rest | Fill):
        return here
    match press:
        case None:
            return here
        case Put(issue, option, movers):
            known = _known(here.scenario, issue, option)
            return here.put(issue, option, movers) if known else here
        case Counter(package):
            return here.counter(package)
        case Rest(side):
            return here.rest(side) if side in here.scenario.ids else here
        case Fill(shifts):
            return here.fill(_shifts(here.scenario, shifts))
        case Drop() | Mind() | Swear() | Measure() | Note() | Look() | Clear():
            about: IssueId | None = getattr(press, "issue", None)
            known = about is None or _known(here.scenario, about)
            return here.with_tray(_in_tray(here.tray, press)) if known else here
        case _:
            assert_never(press)


def _in_tray(tray: Tray, press: Drop | Mind | Swear | Measure | Note | Look | Clear) -> Tray:
    match press:
        case Drop(issue):
            return drop_issue(tray, issue)
        case Mind(issue):
            return mind(tray, issue)
        case Swear():
            return swear(tray)
        case Measure(far):
            return measure(tray, far)
        case Note(issue):
            return note(tray, issue)
        case Look(issue):
            return look(tray, issue)
        case Clear():
            return clear(tray)
        case _:
            assert_never(press)


def sound(scenario: Scenario, desk: Desk, tray: Tray) -> Tray:
    """What of a tray that came over the wire can lie before this seat: it names issues and wordings that there are,
    asks each delegation for one wording in an issue, and moves somebody."""
    shifts = {(each.delegation, each.issue): each for each in _shifts(scenario, tray.shifts)}
    moving = tuple(each for each in shifts.values() if each.delegation not in desk.row(each.issue)[each.option].stands)
    issues = [each if each is not None and _known(scenario, each) else None for each in (tray.issue, tray.word)]
    noted = tuple(dict.fromkeys(each for each in tray.noted if _known(scenario, each)))
    never = tray.never and issues[1] is not None
    far = None if never else tray.far
    return replace(tray, shifts=moving, issue=issues[0], word=issues[1], never=never, far=far, noted=noted)


def _shifts(scenario: Scenario, shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    return tuple(s for s in shifts if s.delegation in scenario.ids and _known(scenario, s.issue, s.option))


def _known(scenario: Scenario, issue: IssueId, option: OptionId | None = None) -> bool:
    found = next((each for each in scenario.text.negotiated if each.id == issue), None)
    return found is not None and (option is None or option in found.ids)
