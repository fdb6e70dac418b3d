"""What a delegation takes the others to want, from what it saw them do at the table and from nothing else.

Its numbers were chosen by how well the estimate goes with the true sheets late in talks of the main scenario
(docs/delegations.md); `tests/delegations/test_opponent_model.py` holds them to it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from game.talks import View
from game.talks.events import Amended, Announced, Declined, Hinted, Lapsed, Proposed
from game.text import DelegationId, Issue, IssueId, Option, OptionId

Worths = Mapping[IssueId, Mapping[OptionId, float]]
"""An estimate of worth: for each issue, each option between 0 and the weight of the issue."""

_OWN_WEIGHT = 0.5
"""How far an issue that matters to us is taken to matter to them; the rest is taken to matter alike."""
_FAR_END = 1.3
"""What they are taken to lose between their opening and the far end of a ladder, in weights of the issue."""
_LEANING = {"content": 0.0, "uneasy": 0.01, "against": 0.025}
"""How far a wish of somebody who has to take the text weighs, against all that the others hope for."""
_WITHOUT_VOTE = {"content": 0.0, "uneasy": 0.015, "against": 0.04}
"""How far a paper weighs that does not need the vote of somebody who would refuse it."""
_MINDED = 0.2
"""What the logarithm of an issue's weight rises by each time they refuse over it."""
_PLEDGED = 0.2
"""The same, when they have told the newspapers where they stand: it is dear to go back."""
_LEAVING = 0.5
"""What they are taken to lose by any other word than the one that they have told the press, in weights of the issue."""
_REOPENED = 0.3
"""The same, when they have paid to take back what was agreed in it."""
_OFFERED = 0.3
"""What it falls by when they have offered to go all the way to us in an issue, and in part for a part of the way."""


def others_worth(view: View, learning: float = 1.0, insight: float = 1.0) -> Worths:
    """What all the others together make of each option, each of them worth 1 in all."""
    issues = view.scenario.text.issues
    total: dict[IssueId, dict[OptionId, float]] = {issue.id: {o.id: 0.0 for o in issue.options} for issue in issues}
    for other in view.others:
        weights = weights_of(view, other.id, learning, insight)
        for issue in view.scenario.text.negotiated:
            shape = _shape(issue, other.opening[issue.id])
            pledged = view.committed.get((other.id, issue.id)) if learning else None
            for option, height in shape.items():
                left = _LEAVING if pledged not in (None, option) else 0.0
                total[issue.id][option] += (height - left) * weights[issue.id]
    return total


def leaning(worths: Worths, view: View) -> Worths:
    """The same, leaning towards what one's own allies and parliaments would like better, the more the less content
    they are: a text that they will not take is worth nothing to anybody."""
    found = {issue: dict(row) for issue, row in worths.items()}
    for audience in view.scenario.audiences_of(view.who):
        seen = view.standings.get(audience.id)
        if seen is None or (audience.power != "consent" and not seen.votes):
            continue
        for wish in seen.wishes:
            found[wish.issue][wish.option] += _LEANING[seen.mood]
        for issue, options in audience.votes.items():
            for option in found[issue].keys() - options:
                found[issue][option] += _WITHOUT_VOTE[seen.mood]
    return found


def _shape(issue: Issue, opening: OptionId) -> dict[OptionId, float]:
    """Best where they opened, falling ever faster to the far end of the ladder, where their red lines will lie."""
    start = issue.rank(opening)
    span = max(start, len(issue.options) - 1 - start) or 1
    return {option.id: 1 - _FAR_END * (abs(rank - start) / span) ** 2 for rank, option in enumerate(issue.options)}


def weights_of(view: View, other: DelegationId, learning: float = 1.0, insight: float = 1.0) -> dict[IssueId, float]:
    """How much each issue is taken to matter to another delegation: shares that add up to 1.

    A prior from our own sheet, times what their moves say about each issue, as independent signs whose logarithms add
    up. Signs are counted, as in the frequency models of O. Tunali, R. Aydogan and V. Sanchez-Anguix ("Rethinking
    Frequency Opponent Modeling in Automated Negotiation", PRIMA 2017); but an issue that they move in early is not
    taken to matter less, as there: whoever trades gives first what is dear to the other side, and not only what is
    cheap to itself. With that rule the estimate was worse than the prior at every hour. `learning` 0 is the prior.
    """
    points = view.seat.instructions.points
    spans = {issue: max(sheet.values()) - min(sheet.values()) for issue, sheet in points.items() if len(sheet) > 1}
    mean = sum(spans.values()) / len(spans) or 1.0
    signs = _signs(view, other) if learning else {}
    weights = {
        issue: (1 + insight * _OWN_WEIGHT * (span / mean - 1)) * math.exp(learning * signs.get(issue, 0.0))
        for issue, span in spans.items()
    }
    whole = sum(weights.values()) or 1.0
    return {issue: weight / whole for issue, weight in weights.items()}


def _signs(view: View, other: DelegationId) -> dict[IssueId, float]:
    """What another delegation's moves say about how much each issue matters to it, as logarithms."""
    signs: dict[IssueId, float] = defaultdict(float)
    offered: dict[IssueId, float] = {}
    for event in view.record:
        if event.by != other:
            continue
        match event:
            case Proposed():
                for shift in event.shifts:
                    if shift.delegation == other:
                        way = _way(view, other, shift.issue, shift.option)
                        offered[shift.issue] = max(way, offered.get(shift.issue, 0.0))
            case Declined(issue=issue) | Hinted(issue=issue) if issue is not None:
                signs[issue] += _MINDED
            case Announced(issue=issue):
                signs[issue] += _PLEDGED
            case Amended(issue=issue, reopened=True):
                signs[issue] += _REOPENED
            case _:
                pass
    for issue, way in offered.items():
        signs[issue] -= _OFFERED * way
    return signs


def _way(view: View, other: DelegationId, issue: IssueId, option: OptionId) -> float:
    """How far an option is from another delegation's opening, where 1 is where we opened."""
    ladder = view.scenario.text[issue]
    begins, ours = (ladder.rank(view.scenario[who].opening[issue]) for who in (other, view.who))
    return min(1.0, abs(ladder.rank(option) - begins) / (abs(ours - begins) or 1))


def rebuffs(view: View) -> Counter[tuple[IssueId, OptionId]]:
    """How often each wording that we tabled was declined, or answered by a package with another wording. What was
    called nearly enough does not count: its words can be had."""
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
            case Declined(issue=issue, far=far) if far != "nearly":
                found.update(word for word in mine.get(event.package, ()) if issue in (None, word[0]))
            case Lapsed(countered=True):
                countered = mine.get(event.package, ())
            case _:
                pass
    return found


def as_often_beyond(view: View, found: Counter[tuple[IssueId, OptionId]]) -> Counter[tuple[IssueId, OptionId]]:
    """Refusals of each wording, at least as many as of any between it and where each of the others stands: whoever
    would not have a word would not have a stronger one."""
    most: Counter[tuple[IssueId, OptionId]] = Counter()
    for issue in {issue for issue, _ in found}:
        ladder = view.scenario.text[issue]
        for option in ladder.options:
            most[issue, option.id] = min(
                max(found[issue, each.id] for each in _between(ladder, option.id, view.positions[other.id][issue]))
                for other in view.others
            )
    return most


def _between(ladder: Issue, one: OptionId, other: OptionId) -> Sequence[Option]:
    """The options from one to another, with both."""
    low, high = sorted((ladder.rank(one), ladder.rank(other)))
    return ladder.options[low : high + 1]


def come(view: View, who: DelegationId) -> float:
    """How far a delegation has come from its opening: for each issue, the share of the ladder it has given."""
    text, opening = view.scenario.text, view.scenario[who].opening
    start = {issue.id: issue.rank(opening[issue.id]) for issue in text.issues}
    gone = {issue.id: abs(issue.rank(view.positions[who][issue.id]) - start[issue.id]) for issue in text.issues}
    for event in view.minutes.all(Proposed):
        if event.by == who:
            for shift in event.shifts:
                if shift.delegation == who:
                    there = abs(text[shift.issue].rank(shift.option) - start[shift.issue])
                    gone[shift.issue] = max(gone[shift.issue], there)
    return sum(gone[issue.id] / (len(issue.options) - 1) for issue in text.negotiated)
