"""What keeps delegations from wordings, decided once for every issue and option, as far as one watcher knows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.scenario import AudienceId
from game.talks.moves import Shift
from game.talks.refused import Refused, Why, refuse
from game.text import DelegationId, IssueId, OptionId

Barrier = Literal["red-line", "barred", "mandate", "never"]
"""Its instructions forbid it; those who must take the text have refused it; its capital has not opened it yet; it has
refused the wording for ever, on the record. The first three the rules enforce."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What keeps one delegation from one wording. Of red lines and mandates only one's own seat knows."""

    of: DelegationId
    kind: Barrier
    asked: bool = False
    """Of a mandate: whether a cable about the issue is under way."""
    audience: AudienceId | None = None
    """Who barred the wording."""


Locks: TypeAlias = Mapping[tuple[IssueId, OptionId], tuple[Lock, ...]]
"""The locks on each wording that has any, one's own first: at most one of the enforced kinds for each delegation."""

_WHY: Mapping[Barrier, Why] = {"red-line": Why.FORBIDDEN, "barred": Why.BARRED, "mandate": Why.BEYOND_MANDATE}


def barrier(shift: Shift, mandate: Collection[OptionId], red: Collection[OptionId], barred: bool) -> Barrier | None:
    """What keeps a delegation from standing for a wording, given what it may propose in the issue, what its
    instructions forbid there, and whether those who must take the text have refused the wording."""
    if shift.option in mandate:
        return None
    if shift.option in red:
        return "red-line"
    return "barred" if barred else "mandate"


def refused_by(found: Barrier, shift: Shift) -> Refused:
    """The refusal that a move to a wording is met with by what the rules enforce."""
    who = shift.delegation if found == "mandate" else None
    return refuse(kind=_WHY[found], delegation=who, issue=shift.issue, option=shift.option)
