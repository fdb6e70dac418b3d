"""What a score is made of, a row for each part and for each reason under it: short, for a table beside the points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.scenario import AudienceId, Scenario
from game.talks import Score
from game.talks.causes import CameOfIt, Ground, Pressed
from game.text import DelegationId
from game.words.causes import ground
from game.words.language import head, phrase, say
from game.words.names import audience, day_at


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a sum; `sum` when it is a part of the whole, and not a reason under such a part."""

    words: str
    points: int
    sum: bool = True


def rows_of(scenario: Scenario, who: DelegationId, score: Score, me: DelegationId, *, signed: bool) -> Iterator[Row]:
    """The parts of somebody's score in the order in which they came to be, each followed by its reasons; `me` is called
    you."""
    if signed:
        yield Row(say("The words that were signed"), score.words)
    for kind in ("walk-away", "hours"):
        entries = [entry for entry in score.entries if entry.kind == kind]
        yield from (Row(head(ground(scenario, each.ground, who, me)), each.points) for each in entries)
    for kind, heading in (("talks", say("In the talks")), ("aftermath", say("What came after"))):
        entries = [entry for entry in score.entries if entry.kind == kind]
        reasons = together(scenario, who, me, [(each.ground, each.points) for each in entries])
        if reasons:
            yield Row(heading, sum(reasons.values()))
        yield from (Row(head(words), points, sum=False) for words, points in reasons.items())


def together(
    scenario: Scenario, who: DelegationId, me: DelegationId, entries: Sequence[tuple[Ground, int]]
) -> Mapping[str, int]:
    """Reasons with all that each has brought or cost."""
    pressed: dict[AudienceId, list[float]] = {}
    for each, _ in entries:
        if isinstance(each, Pressed):
            pressed.setdefault(each.audience, []).append(each.at)
    told: Counter[str] = Counter()
    for each, points in entries:
        told[_reason(scenario, who, me, each, pressed)] += points
    return told


def _reason(
    scenario: Scenario, who: DelegationId, me: DelegationId, why: Ground, pressed: Mapping[AudienceId, Sequence[float]]
) -> str:
    """Those who pressed on several days are named once, with the days; a test of the aftermath by its title and year,
    for how it fell out is told at length elsewhere."""
    match why:
        case CameOfIt():
            return say("{title}, {year}", title=why.title, year=str(why.day.year))
        case Pressed():
            days = [day_at(scenario, at) for at in pressed[why.audience]]
            if len(set(days)) > 1:
                name = audience(scenario, why.audience)
                return say(_PRESSED[who == me], audience=name, first=days[0], last=days[-1], n=len(days))
    return ground(scenario, why, who, me)


_PRESSED = {
    True: phrase("{audience} is against what you stand for ({first} to {last}, {n} times)"),
    False: phrase("{audience} is against what they stand for ({first} to {last}, {n} times)"),
}
"""By whether it is one's own."""
