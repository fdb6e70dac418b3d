"""What a delegation takes the others to want, from what it saw them do at the table and from nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from game.talks import View
from game.talks.events import Declined, Hinted, Lapsed, Proposed
from game.text import DelegationId, Issue, IssueId, OptionId

Worths = Mapping[IssueId, Mapping[OptionId, float]]
"""An estimate of worth: for each issue, each option between 0 and the weight of the issue."""

_OWN_WEIGHT = 0.5
"""How far an issue that matters to us is taken to matter to them; the rest is taken to matter alike."""
_FAR_END = 1.3
"""What they are taken to lose between their opening and the far end of a ladder, in weights of the issue."""
_EARLY = 0.75
"""What is left of an issue's weight each time they offer to move in it: they give first what they need least."""
_MINDED = 1.35
"""What an issue's weight is multiplied by each time they refuse over it."""


def others_worth(view: View) -> Worths:
    """What all the others together make of each option, each of them worth 1 in all."""
    issues = view.scenario.text.issues
    total: dict[IssueId, dict[OptionId, float]] = {issue.id: {o.id: 0.0 for o in issue.options} for issue in issues}
    for other in view.others:
        weights = _weights(view, other.id)
        whole = sum(weights.values()) or 1.0
        for issue in issues:
            shape = _shape(issue, other.opening[issue.id])
            for option, height in shape.items():
                total[issue.id][option] += height * weights[issue.id] / whole
    return total


def _shape(issue: Issue, opening: OptionId) -> dict[OptionId, float]:
    """Best where they opened, falling ever faster to the far end of the ladder, where their red lines will lie."""
    start = issue.rank(opening)
    span = max(start, len(issue.options) - 1 - start) or 1
    return {option.id: 1 - _FAR_END * (abs(rank - start) / span) ** 2 for rank, option in enumerate(issue.options)}


def _weights(view: View, other: DelegationId) -> dict[IssueId, float]:
    points = view.seat.instructions.points
    spans = {issue: max(sheet.values()) - min(sheet.values()) for issue, sheet in points.items()}
    mean = sum(spans.values()) / len(spans) or 1.0
    weights = {issue: _OWN_WEIGHT * span / mean + 1 - _OWN_WEIGHT for issue, span in spans.items()}
    for event in view.record:
        if event.by != other:
            continue
        if isinstance(event, Proposed):
            for issue in dict.fromkeys(shift.issue for shift in event.shifts if shift.delegation == other):
                weights[issue] *= _EARLY
        elif isinstance(event, Declined | Hinted) and event.word is not None:
            weights[event.word] *= _MINDED
    return weights


def rebuffs(view: View) -> Counter[tuple[IssueId, OptionId]]:
    """How often each wording that we tabled was declined, or answered by a package with another wording."""
    found: Counter[tuple[IssueId, OptionId]] = Counter()
    mine: dict[int, tuple[tuple[IssueId, OptionId], ...]] = {}
    countered: tuple[tuple[IssueId, OptionId], ...] = ()
    for event in view.record:
        match event:
            case Proposed(by=by) if by == view.who:
                mine[event.package] = tuple(dict.fromkeys((shift.issue, shift.option) for shift in event.shifts))
            case Proposed():
                other = {shift.issue: shift.option for shift in event.shifts}
                found.update(word for word in countered if other.get(word[0], word[1]) != word[1])
                countered = ()
            case Declined(word=issue):
                found.update(word for word in mine.get(event.package, ()) if issue in (None, word[0]))
            case Lapsed(countered=True):
                countered = mine.get(event.package, ())
            case _:
                pass
    return found
