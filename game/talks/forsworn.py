"""Wordings that were refused for ever: who is believed, and what it costs to take one after all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from game.talks.causes import NeverBroken
from game.talks.ledger import charge, others, temper
from game.talks.moves import Shift
from game.talks.statements import breaking
from game.talks.talks import Talks

Forsworn = Mapping[Shift, bool]
"""Who has refused which wording for ever, in the order in which it was said, each with whether it binds still."""

EATEN = -1
"""What it does to goodwill to take a wording that one has refused for ever."""
BELIEVED = 2
"""So many wordings can a delegation refuse for ever in one talks and be taken at its word; whoever says it oftener is
heard as one who refuses."""


def forswear(talks: Talks, shift: Shift) -> Talks:
    """The talks after a wording was refused for ever: from now on that binds."""
    return talks.altered(forsworn={**talks.forsworn, shift: True})


def released(talks: Talks, shift: Shift) -> Talks:
    """The talks after a delegation was asked, by somebody whom it has to ask, to take what it had refused for ever."""
    return talks.altered(forsworn={**talks.forsworn, shift: False}) if shift in talks.forsworn else talks


def moved_to(talks: Talks, shifts: Iterable[Shift]) -> Talks:
    """The talks after positions moved: who took what it had refused for ever pays for it, once."""
    for shift in shifts:
        if talks.forsworn.get(shift):
            who, issue = shift.delegation, shift.issue
            cause, because_of = NeverBroken(who, issue, shift.option), talks.latest
            points = breaking(talks.scenario.instructions[who].points[issue].values())
            talks = charge(released(talks, shift), who, -points, cause, because_of)
            talks = temper(talks, who, others(talks, who), EATEN, cause, because_of)
    return talks


def binding(forsworn: Forsworn) -> frozenset[Shift]:
    """What nobody has taken since, nor was asked to by those whom it has to ask."""
    return frozenset(shift for shift, binds in forsworn.items() if binds)


def credible(forsworn: Forsworn, shift: Shift) -> bool:
    """Whether a delegation would be believed if it refused a wording for ever now."""
    return shift in believed({**forsworn, shift: True})


def believed(forsworn: Forsworn) -> frozenset[Shift]:
    """What is taken for refused for ever by whoever listens: of each delegation the first few that it has said so of,
    those that bind no more among them."""
    said: Counter[object] = Counter()
    found: set[Shift] = set()
    for shift, binds in forsworn.items():
        said[shift.delegation] += 1
        if binds and said[shift.delegation] <= BELIEVED:
            found.add(shift)
    return frozenset(found)
