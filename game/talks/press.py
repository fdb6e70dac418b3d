"""Statements to the press, and what those outside make of what a delegation stands for as the days go by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.scenario import Audience
from game.talks.audiences import surplus
from game.talks.causes import Alarmed, Applauded, PledgeBroken, Pressed, Surprised
from game.talks.events import Announced
from game.talks.ledger import charge, hear, others, temper
from game.talks.moves import Announce, Shift
from game.talks.refused import Refused, Why
from game.talks.talks import Talks
from game.text import DelegationId, IssueId

APPLAUSE = 1
"""Points that the first statement brings that somebody at home likes."""
ALARM = -1
"""Points that a statement costs for each audience that dislikes it."""
SURPRISE = -1
"""What a statement does to goodwill: the others read it in the newspaper."""
_LEAST_BREAK = 2
_BREAK_SHARE = 30
"""Per cent of the best that an issue can bring: what moving off an announced wording costs."""


def cannot_announce(talks: Talks, move: Announce) -> Refused | None:
    """Why a wording cannot be announced now."""
    text = talks.scenario.text
    if move.issue not in text:
        return Refused(kind=Why.NO_ISSUE, issue=move.issue)
    if move.option not in text[move.issue]:
        return Refused(kind=Why.NO_WORDING, issue=move.issue, option=move.option)
    if move.issue in talks.agreed:
        return Refused(kind=Why.AGREED, issue=move.issue)
    if talks.committed.get((move.by, move.issue)) == move.option:
        return Refused(kind=Why.ANNOUNCED)
    if talks.positions[move.by][move.issue] != move.option:
        return Refused(kind=Why.STANDS_ELSEWHERE, issue=move.issue)
    return None


def announce(talks: Talks, move: Announce) -> Talks:
    """The statement is in the papers: those at home like it once, others are alarmed, and there is no easy way back."""
    talks = hear(talks, Announced(at=talks.hours, by=move.by, remark=move.remark, issue=move.issue, option=move.option))
    talks = replace(talks, committed={**talks.committed, (move.by, move.issue): move.option})
    for audience in talks.scenario.audiences_of(move.by):
        if audience.power != "consent":
            talks = _heard(talks, audience, move)
    cause = Surprised(move.by, talks.hours)
    return temper(talks, move.by, others(talks, move.by), SURPRISE, cause, talks.latest)


def _heard(talks: Talks, audience: Audience, move: Announce) -> Talks:
    """An audience likes a wording, or is alarmed by it, or has no opinion."""
    row = talks.scenario.judgements[audience.id].points[move.issue]
    liked = row[move.option] * len(row) - sum(row.values())
    if liked > 0 and move.by not in talks.applauded:
        talks = replace(talks, applauded=talks.applauded | {move.by})
        return charge(talks, move.by, APPLAUSE, Applauded(audience.id, talks.hours), talks.latest, audience.id)
    if liked < 0 and audience.power == "press":
        return charge(talks, move.by, ALARM, Alarmed(audience.id, talks.hours), talks.latest, audience.id)
    return talks


def moved_off(talks: Talks, shifts: tuple[Shift, ...]) -> Talks:
    """The talks after positions moved: who left what it had announced pays for it."""
    for who, issue in list(talks.committed):
        if any((shift.delegation, shift.issue) == (who, issue) for shift in shifts):
            talks = _break(talks, who, issue)
    return talks


def _break(talks: Talks, who: DelegationId, issue: IssueId) -> Talks:
    promised = talks.committed.get((who, issue))
    if promised is None:
        return talks
    points = breaking(talks.scenario.instructions[who].points[issue].values())
    left = {key: option for key, option in talks.committed.items() if key != (who, issue)}
    return charge(replace(talks, committed=left), who, -points, PledgeBroken(issue, promised), talks.latest)


def breaking(points: Iterable[int]) -> int:
    """Points that it costs to move off an announced wording, from the row of an issue on the sheet."""
    return max(_LEAST_BREAK, (max(points) * _BREAK_SHARE + 50) // 100)


def press(talks: Talks, since: float) -> Talks:
    """What audiences below their threshold have cost between two hours of talks."""
    for audience in talks.scenario.audiences:
        if audience.power != "press" or not audience.every:
            continue
        times = int(talks.hours // audience.every) - int(since // audience.every)
        if times and surplus(talks, audience) < 0:
            pressed = Pressed(audience.id, talks.hours)
            talks = charge(talks, audience.of, -audience.cost * times, pressed, None, audience.id)
    return talks
