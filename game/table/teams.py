"""Who sits in which seat of one table, and who holds its pen.

A seat has one pen, and any number of people who look on. It belongs to somebody: to whoever sat down first, and then
to whom it was handed. While that one is away the partner has it who sat down first of those that are there; when nobody
is there nobody has it, and the computer moves. So nobody is ever waited for without end, and whoever comes back finds
the pen where it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, assert_never

from game.table.acts import (
    ACTS,
    TEACHER,
    Act,
    AskForPen,
    Away,
    Back,
    Device,
    Dismiss,
    GiveBack,
    GoOn,
    HandPen,
    Join,
    Made,
    MoveTo,
    Pause,
    Quit,
    Relieve,
    Rename,
    Suggest,
    TakeUp,
    is_word,
)
from game.talks import Move, ill_formed, read_move, write_move
from game.text import DelegationId
from game.text.signs import ESCAPED

ABSENCE = 60.0
"""Seconds without a sign of life after which somebody counts as away."""
LONGEST_NAME = 24
"""Signs of a name."""
MOST_AT_A_SEAT = 40
"""As many people as a class has may look on at one seat."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a seat."""

    device: Device
    name: str
    away: bool = False
    """Whether there has been no sign of life for a while."""


Answered = Literal["taken-up", "dismissed"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A move that somebody in a seat has put before the pen."""

    number: int
    """From 1, at this seat."""
    by: Device
    move: Move
    answered: Answered | None = None
    """What the pen has made of it; None while it waits."""


@dataclass(frozen=True, slots=True)
class Team:
    """The people of one seat."""

    seat: DelegationId
    members: tuple[Member, ...] = ()
    """In the order in which they sat down."""
    owner: Device | None = None
    """To whom the pen belongs."""
    pen: Device | None = None
    """Who holds it now; None when nobody is there, and the computer moves."""
    asking: tuple[Device, ...] = ()
    """Who asks for it, in this order."""
    suggestion: Suggestion | None = None
    suggested: int = 0
    """How many suggestions there have been."""
    relieved: bool = False
    """Whether the computer moves because the teacher wishes it to, whoever is there."""

    def member(self, device: Device | None) -> Member | None:
        """Somebody in this seat; None if that one sits elsewhere."""
        return next((each for each in self.members if each.device == device), None)

    @property
    def there(self) -> tuple[Device, ...]:
        """Those who are not away."""
        return tuple(each.device for each in self.members if not each.away)


Grounds = Literal[
    "no-seat", "no-device", "seated", "full", "not-seated", "no-name", "long-name", "unwritable-name", "no-pen",
    "has-pen", "asked", "elsewhere", "away", "no-suggestion", "no-move", "not-yours", "paused", "relieved",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """Why something cannot be done at a table, beside the talks.

    There is no such `seat`, or it has as many people as `most` are; this is no name for a `device`; it sits somewhere
    already, or nowhere; a name is missing, is longer than `most` signs, or has a sign that shows nothing; one has no
    pen, or has it, or has asked for it; whoever is to have it sits elsewhere, or is away; there is no such suggestion
    that waits; what is suggested or made is no move that could be written down, or another seat's; the table rests;
    or the computer plays the seat because the teacher wishes it to.
    """

    kind: Grounds
    seat: DelegationId | None = None
    name: str = ""
    """Of whom it is told, as the others read it."""
    most: int = 0


@dataclass(frozen=True, slots=True)
class Teams:
    """Everybody at one table."""

    seats: Mapping[DelegationId, Team] = field(default_factory=dict)
    """Each seat that there is, taken or not."""
    paused: bool = False
    """Whether the table rests."""

    @classmethod
    def of(cls, seats: Iterable[DelegationId]) -> Teams:
        """A table at which nobody sits yet."""
        return cls({seat: Team(seat) for seat in seats})

    def at(self, device: Device) -> Team | None:
        """The seat that a device sits in."""
        for team in self.seats.values():
            for each in team.members:
                if each.device == device:
                    return team
        return None

    def pen(self, seat: DelegationId) -> Device | None:
        """Who may move for a seat; None where it is the computer."""
        team = self.seats.get(seat)
        return team.pen if team else None

    def silent(self, seen: Mapping[Device, float], now: float) -> tuple[Away, ...]:
        """Those who are away from now on, by when each was last `seen`: what is to be done once that long has passed.
        Whoever was never seen is away at once."""
        latest = now - ABSENCE
        there = (device for team in self.seats.values() for device in team.there)
        return tuple(Away(device) for device in there if device not in seen or seen[device] <= latest)


def act_on(teams: Teams, act: Act) -> Teams | Objection:
    """The teams after an act, or why it cannot be done. What was handed in never changes; the same teams come back
    where there was nothing to change."""
    if type(act) not in ACTS or not is_word(act.device):
        return Objection(kind="no-device")
    if isinstance(act, Join):
        return _sit_down(teams, act.device, act.seat, act.name)
    if act.device == TEACHER:
        return _teacher(teams, act)
    team = teams.at(act.device)
    if team is None:
        return Objection(kind="not-seated")
    if isinstance(act, MoveTo):
        return _change_seats(teams, team, act)
    changed = _in_seat(team, act)
    return changed if isinstance(changed, Objection) else _with(teams, changed)


def _teacher(teams: Teams, act: Act) -> Teams | Objection:
    """The teacher has a hand in the pens, lets the table rest, and makes moves of the chair."""
    match act:
        case Made():
            return teams
        case Pause() | GoOn():
            paused = isinstance(act, Pause)
            return teams if teams.paused == paused else replace(teams, paused=paused)
        case Relieve(seat=seat) | GiveBack(seat=seat):
            relieved = teams.seats.get(seat)
            if relieved is None:
                return Objection(kind="no-seat", seat=seat)
            return _with(teams, replace(relieved, relieved=isinstance(act, Relieve)))
        case HandPen():
            pass
        case _:
            return Objection(kind="not-seated")
    team = teams.at(act.to)
    if team is None:
        return Objection(kind="elsewhere")
    handed = _handed(team, act.to)
    return handed if isinstance(handed, Objection) else _with(teams, handed)


def _sit_down(teams: Teams, device: Device, seat: DelegationId, name: str) -> Teams | Objection:
    if device == TEACHER:
        return Objection(kind="no-device")
    if found := teams.at(device):
        return Objection(kind="seated", seat=found.seat)
    team = teams.seats.get(seat)
    if team is None:
        return Objection(kind="no-seat", seat=seat)
    if len(team.members) >= MOST_AT_A_SEAT:
        return Objection(kind="full", seat=seat, most=MOST_AT_A_SEAT)
    if wrong := why_no_name(name):
        return wrong
    return _with(teams, replace(team, members=(*team.members, Member(device, name))))


def why_no_name(name: object) -> Objection | None:
    """Why nobody can go by a name; None if one can."""
    if not isinstance(name, str) or not name.strip():
        return Objection(kind="no-name")
    if len(name) > LONGEST_NAME:
        return Objection(kind="long-name", most=LONGEST_NAME)
    if name != " ".join(name.split()) or ESCAPED.search(name):
        return Objection(kind="unwritable-name")
    return None


def _change_seats(teams: Teams, team: Team, act: MoveTo) -> Teams | Objection:
    if act.seat == team.seat:
        return Objection(kind="seated", seat=team.seat)
    member = team.member(act.device)
    assert member is not None
    moved = _sit_down(_with(teams, _without(team, act.device)), act.device, act.seat, member.name)
    if isinstance(moved, Objection) or not member.away:
        return moved
    # Whoever was away when the teacher moved him is away there too.
    return _with(moved, _marked(moved.seats[act.seat], act.device, away=True))


def _in_seat(team: Team, act: Act) -> Team | Objection:
    """What somebody does in the seat that he sits in. Whatever he does, he is there."""
    me = act.device
    match act:
        case Away() | Back():
            return _marked(team, me, away=isinstance(act, Away))
        case Quit():
            return _without(team, me)
        case Pause() | GoOn() | Relieve() | GiveBack():
            return Objection(kind="not-yours")
        case Rename(name=name):
            return why_no_name(name) or _renamed(team, me, name)
    team = _settled(_marked(team, me, away=False))
    match act:
        case Made():
            return team
        case HandPen(to=to):
            return _handed(team, to) if team.pen == me else Objection(kind="no-pen")
        case AskForPen():
            return _asking(team, me)
        case Suggest(move=move):
            return _suggested(team, me, move)
        case TakeUp(suggestion=number):
            return _answered(team, me, number, "taken-up")
        case Dismiss(suggestion=number):
            return _answered(team, me, number, "dismissed")
        case Join() | MoveTo():
            raise AssertionError("to sit down is done before one sits")
        case _:
            assert_never(act)


def _handed(team: Team, to: Device) -> Team | Objection:
    receiver = team.member(to)
    if receiver is None:
        return Objection(kind="elsewhere")
    if team.pen == team.owner == to:
        return Objection(kind="has-pen", name=receiver.name)
    if receiver.away:
        return Objection(kind="away", name=receiver.name)
    return replace(team, owner=to, asking=())


def _asking(team: Team, me: Device) -> Team | Objection:
    if team.pen == me:
        return Objection(kind="has-pen")
    if me in team.asking:
        return Objection(kind="asked")
    return replace(team, asking=(*team.asking, me))


def _suggested(team: Team, me: Device, move: Move) -> Team | Objection:
    if team.pen == me:
        return Objection(kind="has-pen")
    if ill_formed(move) or not _written(move):
        return Objection(kind="no-move")
    if move.by != team.seat:
        return Objection(kind="not-yours")
    number = team.suggested + 1
    return replace(team, suggestion=Suggestion(number, me, move), suggested=number)


def _written(move: Move) -> bool:
    """Whether a move is read back as it is."""
    try:
        return read_move(write_move(move)) == move
    except ValueError:
        return False


def _answered(team: Team, me: Device, number: int, answered: Answered) -> Team | Objection:
    found = team.suggestion
    if team.pen != me:
        return Objection(kind="no-pen")
    if found is None or found.answered or found.number != number:
        return Objection(kind="no-suggestion")
    return replace(team, suggestion=replace(found, answered=answered))


# ---- a seat from one moment to the next -----------------------------------------------------------------------------


def _with(teams: Teams, team: Team) -> Teams:
    settled = _settled(team)
    return teams if settled == teams.seats[team.seat] else replace(teams, seats={**teams.seats, team.seat: settled})


def _settled(team: Team) -> Team:
    """The one place where it is decided who holds the pen."""
    there, sitting = team.there, [each.device for each in team.members]
    owner = team.owner if team.owner in sitting else next(iter((*there, *sitting)), None)
    pen = None if team.relieved else owner if owner in there else next(iter(there), None)
    asking = tuple(each for each in team.asking if each in there and each != pen and not team.relieved)
    if (owner, pen, asking) == (team.owner, team.pen, team.asking):
        return team
    return replace(team, owner=owner, pen=pen, asking=asking)


def _marked(team: Team, device: Device, *, away: bool) -> Team:
    if all(each.away == away for each in team.members if each.device == device):
        return team
    members = tuple(replace(each, away=away) if each.device == device else each for each in team.members)
    return replace(team, members=members)


def _renamed(team: Team, device: Device, name: str) -> Team:
    members = tuple(replace(each, name=name) if each.device == device else each for each in team.members)
    return replace(team, members=members)


def _without(team: Team, device: Device) -> Team:
    """A seat without somebody, and what he had suggested."""
    gone = team.suggestion is not None and team.suggestion.by == device
    members = tuple(each for each in team.members if each.device != device)
    return replace(team, members=members, suggestion=None if gone else team.suggestion)
