"""How talks went, in one thing that can be said first: the ending, what it left unused, and what marked it most.

What marked it is chosen by measured conditions, of which the first that holds counts; each is a value with the numbers
that it was chosen by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from game.analysis import census, space_of
from game.debrief.debrief import Debrief
from game.debrief.measures import Measures, measures
from game.scenario import Instructions, Scenario
from game.talks.verdict import Ending
from game.text import DelegationId, IssueId, Outcome

When = Literal["early", "in-time", "last-day", "overtime"]
"""With a quarter of the hours or more to spare; before the last day of the calendar; on it; after the clock had been
set back for a last swap."""

EARLY = 4
"""One part in so many of all hours, to spare, is early."""
AHEAD = Fraction(1, 4)
"""How much larger a part of its largest gain one has than another, where it came out ahead."""
KEPT, GIVEN, REST_GIVEN, REST_KEPT = Fraction(3, 4), Fraction(1, 4), Fraction(1, 2), Fraction(3, 5)
"""Parts of what lies between the worst and the best word: so much and more of the dearest issue is kept, so much and
less is given; and of all the others together it is less than this, or more."""
HALF = Fraction(1, 2)
"""Of the most that each could have had: where nobody has so much, it is poor."""
FEW = 2
"""Brackets with which a text was near."""


@dataclass(frozen=True, slots=True)
class Below:
    """To one of them the words are worth less than no text."""

    who: DelegationId
    points: int
    """So much less."""


@dataclass(frozen=True, slots=True)
class Soured:
    """What came after took from one of them more than the words had brought it."""

    who: DelegationId
    points: int
    """So much."""


@dataclass(frozen=True, slots=True)
class Bought:
    """The reader kept its dearest issue, and gave more than half of everything else."""

    issue: IssueId


@dataclass(frozen=True, slots=True)
class Sold:
    """The reader gave its dearest issue, and kept most of everything else."""

    issue: IssueId


@dataclass(frozen=True, slots=True)
class Poor:
    """Nobody had half of the most that it could have had."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """One came much nearer to the most that it could have than another."""

    who: DelegationId
    than: DelegationId


@dataclass(frozen=True, slots=True)
class Even:
    """All came about as near to the most that they could have."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """Nothing was signed, and no text gives everybody the walk-away."""


@dataclass(frozen=True, slots=True)
class Cornered:
    """Nothing was signed, and what was agreed by then left no text that gives everybody the walk-away."""

    texts: int
    """There had been so many that do."""


@dataclass(frozen=True, slots=True)
class Near:
    """Nothing was signed, a bracket or two from a text that gives everybody the walk-away, or with a clean one."""

    brackets: tuple[IssueId, ...]
    texts: int
    """So many of the texts that hold what was agreed."""


@dataclass(frozen=True, slots=True)
class Far:
    """Nothing was signed, with more brackets open than that."""

    brackets: tuple[IssueId, ...]
    texts: int
    """So many of the texts that hold what was agreed give everybody the walk-away."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Nothing was signed, and the texts were too many to say what could have been."""


Mark: TypeAlias = Below | Soured | Bought | Sold | Poor | Ahead | Even | Impossible | Cornered | Near | Far | Uncounted
"""What marked the talks most."""


@dataclass(frozen=True, slots=True)
class HowItWent:
    """How talks went, for one reader or for a watcher."""

    kind: Ending
    when: When
    spare: float
    """Hours that were left of the calendar."""
    left: Mapping[DelegationId, int] | None
    """For each the most points that another text would have brought it, with nobody worse off; None where nothing was
    signed."""
    exact: bool
    """Whether what was left is known for certain; else it is so much at least."""
    mark: Mark


def how_it_went(debrief: Debrief, me: DelegationId | None = None) -> HowItWent:
    """How talks went, as it matters most to one of them, or to whoever watched."""
    course, signed = debrief.course, debrief.course.signed
    found = measures(debrief)
    return HowItWent(
        kind=course.verdict.kind,
        when=_when(debrief),
        spare=max(0.0, course.scenario.calendar.hours - course.end.hours),
        left=found.left,
        exact=found.exact,
        mark=_of_no_text(debrief) if signed is None else _of_a_text(debrief.scenario, signed, found, me),
    )


def _when(debrief: Debrief) -> When:
    calendar, hours = debrief.scenario.calendar, debrief.course.end.hours
    if hours > calendar.hours:
        return "overtime"
    if calendar.hours - hours >= calendar.hours / EARLY:
        return "early"
    return "last-day" if calendar.at(hours).session.day == calendar.sessions[-1].day else "in-time"


def _of_a_text(scenario: Scenario, signed: Outcome, found: Measures, me: DelegationId | None) -> Mark:
    for mark in (_below(found, me), _soured(found, me)):
        if mark is not None:
            return mark
    traded = _traded(scenario.instructions[me], signed) if me is not None else None
    shares = [share for share in found.fairness.shares.values() if share is not None]
    poor = Poor() if shares and max(shares) < HALF else None
    return traded or poor or next(_apart(found.fairness.shares, me), Even())


def _below(found: Measures, me: DelegationId | None) -> Below | None:
    """Whoever lost by the words: the reader before all others, then whoever lost most."""
    losing = [who for who, own in found.own.items() if own.gain < 0]
    who = min(losing, key=lambda who: (who != me, found.own[who].gain), default=None)
    return None if who is None else Below(who, -found.own[who].gain)


def _soured(found: Measures, me: DelegationId | None) -> Soured | None:
    """Whoever lost by what came after all that the words had brought: the reader before all others."""
    later = found.durability.points if found.durability else {}
    losing = [who for who, points in later.items() if points < 0 and found.own[who].gain + points < 0]
    who = min(losing, key=lambda who: (who != me, later[who]), default=None)
    return None if who is None else Soured(who, -later[who])


def _traded(sheet: Instructions, signed: Outcome) -> Bought | Sold | None:
    """Whether the dearest issue was kept for the others, or given for them."""
    spans = {issue: max(row.values()) - min(row.values()) for issue, row in sheet.points.items()}
    kept = {issue: row[signed[issue]] - min(row.values()) for issue, row in sheet.points.items()}
    dearest = max(spans, key=lambda issue: spans[issue])
    others = sum(spans.values()) - spans[dearest]
    if not spans[dearest] or not others:
        return None
    one, rest = Fraction(kept[dearest], spans[dearest]), Fraction(sum(kept.values()) - kept[dearest], others)
    if one >= KEPT and rest < REST_GIVEN:
        return Bought(dearest)
    return Sold(dearest) if one <= GIVEN and rest > REST_KEPT else None


def _apart(shares: Mapping[DelegationId, Fraction | None], me: DelegationId | None) -> Iterator[Ahead]:
    """Who came out ahead of whom: first of those of whom the reader is one. Who could gain nothing is neither."""
    known = {who: share for who, share in shares.items() if share is not None}
    ranked = sorted(known, key=lambda who: known[who])
    pairs = [(ranked[-1], me), (me, ranked[0])] if me in known else []
    for best, least in (*pairs, *([(ranked[-1], ranked[0])] if ranked else [])):
        if best is not None and least is not None and known[best] - known[least] >= AHEAD:
            yield Ahead(best, least)


def _of_no_text(debrief: Debrief) -> Mark:
    """What could have been signed at all, and with what was agreed by then."""
    end = debrief.course.end
    kept = space_of(debrief.scenario, {issue: [option] for issue, option in end.agreed.items()})
    at_all, then = debrief.agreeable, census(kept, debrief.walk_away)
    if at_all is None or then is None:
        return Uncounted()
    if not at_all.texts:
        return Impossible()
    if not then.texts:
        return Cornered(at_all.texts)
    return (Near if len(end.brackets) <= FEW else Far)(end.brackets, then.texts)
