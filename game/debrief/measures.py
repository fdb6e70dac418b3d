"""How talks went, by five measures that are not added up: own points, what was left, fairness, durability, and how
those stand who watched. Nor are points of two sheets ever added.

Gains are points of the signed words above the walk-away, as an analysis counts them; hours, talks and aftermath are not
in them. Where nothing was signed they are all nothing, for the walk-away is what everybody has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from game.analysis import Deal, place
from game.debrief.debrief import Debrief
from game.scenario import AudienceId, Power
from game.talks.audiences import mood, surplus
from game.talks.events import Mood
from game.text import DelegationId


@dataclass(frozen=True, slots=True)
class Own:
    """What one delegation has, and what its words are worth."""

    total: int
    """The whole score."""
    walk_away: int
    gain: int
    """Of the words, above the walk-away; 0 where nothing was signed."""
    most: int | None
    """The largest gain that any text would have brought it with nobody below the walk-away; None where nothing could
    have been agreed."""


@dataclass(frozen=True, slots=True)
class Fairness:
    """How the gains are shared: each side's part of what it could gain at most."""

    shares: Mapping[DelegationId, Fraction | None]
    nash: Mapping[DelegationId, Fraction | None]
    """In the Nash text; empty where there is none."""
    kalai_smorodinsky: Mapping[DelegationId, Fraction | None]

    @property
    def apart(self) -> Fraction | None:
        """How far the largest share is above the least; None where fewer than two have one."""
        known = [share for share in self.shares.values() if share is not None]
        return max(known) - min(known) if len(known) > 1 else None


@dataclass(frozen=True, slots=True)
class Durability:
    """What the tests of the aftermath made of the text, or of there being none."""

    tests: int
    held: int
    """Tests in which nobody lost a point."""
    by_words: int
    """Tests that a word of the text decided."""
    points: Mapping[DelegationId, int]
    """What all of them together brought each."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """How one audience stands: to the signed text, or where there is none, to what its delegation stood for."""

    audience: AudienceId
    of: DelegationId
    power: Power
    surplus: int
    """Points of its own above its threshold (negative: below)."""
    spread: int
    """Between the best and the worst text for it, by its words one at a time."""
    mood: Mood


@dataclass(frozen=True, slots=True)
class Measures:
    """All five."""

    signed: bool
    exact: bool
    """Whether the largest gains are known for certain. If not, the texts were too many for the budget."""
    own: Mapping[DelegationId, Own]
    left: Mapping[DelegationId, int] | None
    """For each the most that another text would have brought it more than the signed one, with nobody worse off; None
    where nothing was signed."""
    fairness: Fairness
    durability: Durability | None
    """None where the scenario has no aftermath."""
    neighbours: tuple[Neighbour, ...]


def measures(debrief: Debrief) -> Measures:
    """The five measures of finished talks."""
    ids, signed = debrief.scenario.ids, debrief.course.signed
    words = debrief.points(signed)
    gains = {who: words[who] - debrief.walk_away[who] for who in ids}
    most = _most(debrief)
    scores = debrief.course.verdict.scores
    lies = place(debrief.space, signed, debrief.frontier) if signed is not None else None
    return Measures(
        signed=signed is not None,
        exact=debrief.fair.exact,
        own={who: Own(scores[who].total, debrief.walk_away[who], gains[who], most.get(who)) for who in ids},
        left=None if lies is None else dict(zip(debrief.frontier.delegations, lies.left, strict=True)),
        fairness=Fairness(
            _shares(gains, most) if signed is not None else {},
            _shares(_gains(debrief, debrief.fair.nash), most),
            _shares(_gains(debrief, debrief.fair.kalai_smorodinsky), most),
        ),
        durability=_durability(debrief),
        neighbours=_neighbours(debrief),
    )


def _most(debrief: Debrief) -> Mapping[DelegationId, int]:
    """The largest gain of each in the texts that give everybody the walk-away: a point of the frontier has it."""
    walk_away, edge = debrief.walk_away, debrief.frontier
    least = [walk_away[who] for who in edge.delegations]
    among = edge.points[(edge.points >= least).all(axis=1)]
    if not len(among):
        return {}
    return dict(zip(edge.delegations, (among.max(axis=0) - least).tolist(), strict=True))


def _gains(debrief: Debrief, deal: Deal | None) -> Mapping[DelegationId, int]:
    if deal is None:
        return {}
    points = zip(debrief.scenario.ids, deal.points, strict=True)
    return {who: got - debrief.walk_away[who] for who, got in points}


def _shares(
    gains: Mapping[DelegationId, int], most: Mapping[DelegationId, int]
) -> Mapping[DelegationId, Fraction | None]:
    return {who: Fraction(gain, most[who]) if most.get(who) else None for who, gain in gains.items()}


def _durability(debrief: Debrief) -> Durability | None:
    came = debrief.course.verdict.aftermath
    if not came:
        return None
    return Durability(
        tests=len(came),
        held=sum(all(points >= 0 for points in each.points.values()) for each in came),
        by_words=sum(each.decides is not None for each in came) if debrief.course.signed is not None else 0,
        points={who: sum(each.points.get(who, 0) for each in came) for who in debrief.scenario.ids},
    )


def _neighbours(debrief: Debrief) -> tuple[Neighbour, ...]:
    """In the order of the scenario."""
    end, judgements = debrief.course.end, debrief.scenario.judgements
    return tuple(
        Neighbour(each.id, each.of, each.power, surplus(end, each), judgements[each.id].spread, mood(end, each))
        for each in debrief.scenario.audiences
    )
