"""To take the talks back to what they were.

What the talks know of themselves is what they knew then. What has happened since stays in the record, struck; and the
number of moves, with every watcher's version, goes on: nobody can answer a version that has been taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.talks.hearing import version, watchers
from game.talks.ledger import hear
from game.talks.moves import CHAIR, Revoke
from game.talks.notation import no_such, read_number
from game.talks.outside import Revoked
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Rule, no_time
from game.talks.talks import Talks
from game.text import DelegationId


def refusal(talks: Talks, move: Revoke) -> Refused | None:
    """Why the talks cannot be taken back there."""
    if not 0 <= move.version < talks.version:
        return refuse(kind=Why.NO_VERSION, number=talks.version)
    if move.of is not None and move.of not in talks.scenario.ids:
        return refuse(kind=Why.NO_SEAT, delegation=move.of)
    return None


def make(talks: Talks, move: Revoke) -> Talks:
    """The talks as they were; `talks` are those in which the move is counted already."""
    then = talks.at(move.version)
    shared = next(
        (n for n, (one, other) in enumerate(zip(then.events, talks.events, strict=False)) if one is not other),
        min(len(then.events), len(talks.events)),
    )
    back = replace(
        then,
        moves=talks.moves,
        begun=(*then.begun, len(then.events)),
        struck=(*talks.struck, talks.events[shared:]),
        before=talks.before,
    )
    number = len(talks.struck)
    told = Revoked(at=then.hours, by=move.by, remark=move.remark, until=talks.hours, number=number, of=move.of)
    back = hear(back, told)
    assert talks.before is not None
    seen = {who: version(talks.before, who) for who in watchers(talks)}
    stands = replace(back, lifted={})
    return replace(back, lifted={who: seen[who] + 1 - version(stands, who) for who in seen})


def offers(talks: Talks, who: DelegationId) -> Iterator[Revoke]:
    """The last move that stands for any."""
    if last := _hangs_on(talks, who):
        yield Revoke(who, last - 1)


def _hangs_on(talks: Talks, _: DelegationId) -> int:
    """The number of the last move that stands; 0 where none does."""
    return next(_standing(talks), 0)


def back(talks: Talks, who: DelegationId) -> Revoke | None:
    """What takes the last move back that stands of a seat, with all that came after it; None where it has made none,
    and when the talks are over."""
    numbers = (number for number in _standing(talks) if talks.moves[number - 1].by == who)
    last = 0 if talks.over else next(numbers, 0)
    return Revoke(CHAIR, last - 1, who) if last else None


def _standing(talks: Talks) -> Iterator[int]:
    """The numbers of the moves that stand, from 1, the last one first; none of them takes others back."""
    number = talks.version
    while number:
        move = talks.moves[number - 1]
        if isinstance(move, Revoke):
            number = move.version
        else:
            yield number
            number -= 1


def write(move: Revoke) -> str:
    """What is done, in the notation of a record."""
    return f"revokes {move.version} for {move.of}" if move.of else f"revokes {move.version}"


def read(who: DelegationId, rest: str, remark: str) -> Revoke:
    """The move from the rest of its line. Raises `Misread`."""
    version, *whose = rest.split() or [""]
    if whose and (len(whose) != 2 or whose[0] != "for"):
        raise no_such("revokes", rest)
    return Revoke(who, read_number(version), DelegationId(whose[1]) if whose else None, remark=remark)


RULE = Rule(refusal, no_time, make, offers, {"revokes": read}, write, hangs_on=_hangs_on)
"""What `game.talks.rules` asks of this move."""
