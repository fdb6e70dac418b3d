"""To change one's own position in one issue, asking nothing for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from game.talks.bargaining import move_positions, reopen
from game.talks.bounds import beyond, impossible, no_text, unknown
from game.talks.events import Amended
from game.talks.ledger import hear
from game.talks.locks import barrier, refused_by
from game.talks.moves import Amend, Shift
from game.talks.notation import read_wording
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Judged, Room, Rule, sorted_out
from game.talks.talks import Talks
from game.text import DelegationId, IssueId, OptionId, Text


def refusal(talks: Talks, move: Amend) -> Refused | None:
    """Why it cannot be made, or None if it can."""
    if reason := unknown(talks, move.by, move.issue, move.option):
        return reason
    if talks.positions[move.by][move.issue] == move.option:
        return refuse(kind=Why.STANDS_THERE)
    if reason := beyond(talks, move.by, {move.issue: move.option}):
        return reason
    return no_text(talks, {(move.by, move.issue): move.option})


def _hours(room: Room, _: Amend) -> float:
    return room.scenario.clock.amend


def make(talks: Talks, move: Amend) -> Talks:
    """A delegation moves alone."""
    old = talks.positions[move.by][move.issue]
    new = Shift(move.by, move.issue, move.option)
    reopened = move.issue in talks.agreed or new in talks.given_up
    event = Amended(
        at=talks.hours, by=move.by, remark=move.remark, issue=move.issue, old=old, new=move.option, reopened=reopened
    )
    talks = hear(talks, event)
    if reopened:
        talks = reopen(talks, move.by, move.issue, talks.latest)
    return move_positions(talks, (new,))


def offers(talks: Talks, who: DelegationId) -> Iterator[Amend]:
    """What a seat could try now."""
    return iter(_everywhere(talks.scenario.text, who))


@lru_cache(maxsize=64)
def _everywhere(text: Text, who: DelegationId) -> tuple[Amend, ...]:
    """To each option: the same in all talks about a text."""
    return tuple(Amend(who, issue.id, option.id) for issue in text.negotiated for option in issue.options)


def judged(talks: Talks, who: DelegationId) -> Judged[Amend]:
    """These moves as the rules judge them."""
    found = list(_issue_by_issue(talks, who))
    moves = tuple(chain.from_iterable([each.moves for each in found]))
    return Judged(moves, tuple(chain.from_iterable([each.against for each in found])))


def _issue_by_issue(talks: Talks, who: DelegationId) -> Iterator[Judged[Amend]]:
    text, sheet, mandates = talks.scenario.text, talks.scenario.instructions[who], talks.mandates(who)
    agreed = frozenset(talks.agreed.items())
    for issue in text.negotiated:
        id = issue.id
        barred = frozenset([each.option for each in talks.barred if (each.delegation, each.issue) == (who, id)])
        others = frozenset([stand[id] for each, stand in talks.positions.items() if each != who])
        keeps = mandates[id], sheet.red_lines.get(id, frozenset()), barred
        shut: tuple[OptionId, Refused] | None = None
        if len(others) == 1 and id not in talks.agreed:
            # What all the others stand for would be agreed, beside all that is.
            (theirs,) = others
            against = impossible(text, agreed | {(id, theirs)})
            shut = (theirs, against) if against else None
        yield _in_one_issue(text, who, id, talks.positions[who][id], *keeps, shut)


@lru_cache(maxsize=8192)
def _in_one_issue(
    text: Text,
    who: DelegationId,
    issue: IssueId,
    mine: OptionId,
    mandate: frozenset[OptionId],
    red: frozenset[OptionId],
    barred: frozenset[OptionId],
    agreed: tuple[OptionId, Refused] | None,
) -> Judged[Amend]:
    """What is refused in one issue, and all that it hangs on; of a wording that could not be agreed beside what is, why
    not."""
    found: list[tuple[Amend, Refused | None]] = []
    for option in (each.id for each in text[issue].options):
        shut = barrier(shift := Shift(who, issue, option), mandate, red, option in barred)
        if option == mine:
            against: Refused | None = refuse(kind=Why.STANDS_THERE)
        else:
            against = refused_by(shut, shift) if shut else None
        if agreed and against is None and option == agreed[0]:
            against = agreed[1]
        found.append((Amend(who, issue, option), against))
    return sorted_out(found)


def write(move: Amend) -> str:
    """What is done, in the notation of a record."""
    return f"moves {move.issue}={move.option}"


def read(who: DelegationId, rest: str, remark: str) -> Amend:
    """The move from the rest of its line. Raises `Misread`."""
    return Amend(who, *read_wording(rest), remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"moves": read}, write, judged)
"""What `game.talks.rules` asks of this move."""
