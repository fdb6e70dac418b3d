"""Statements to the press, and what it costs to move off them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.talks.causes import PledgeBroken
from game.talks.ledger import charge
from game.talks.moves import Shift
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
