"""The world around the table: who judges from outside, what happens meanwhile, and what the words were worth later.

What an audience thinks, what will happen and how the aftermath counts is sealed like an envelope; see
`Scenario.sealed_for`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Literal, NewType

from game.text import DelegationId, IssueId, OptionId, Outcome, Source

AudienceId = NewType("AudienceId", str)
SideTextId = NewType("SideTextId", str)
ReadingId = NewType("ReadingId", str)
PhaseId = NewType("PhaseId", str)
HappeningId = NewType("HappeningId", str)

Band = Literal["cold", "correct", "warm"]
Power = Literal["consent", "ratify", "press"]

COLDEST, NEUTRAL, WARMEST = 0, 5, 10
"""The ends of the scale of goodwill, and where it begins unless a scenario says otherwise."""
_COLD, _WARM = 3, 7


def band(goodwill: int) -> Band:
    """The name under which goodwill is shown: cold to 3, warm from 7, correct between."""
    return "cold" if goodwill <= _COLD else "warm" if goodwill >= _WARM else "correct"


Couple = tuple[DelegationId, DelegationId]
"""Two delegations, in the order of the table."""

Choices = Mapping[IssueId, frozenset[OptionId]]
"""For some issues, the options that are meant."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the calendar: some sittings, one after the other."""

    id: PhaseId
    title: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Points for two options that stand together in one text."""

    options: Outcome
    points: int
    because: str


@dataclass(frozen=True)
class Judgement:
    """What an audience wants: a sheet, and from how many points on it is content. Nobody at the table knows it."""

    points: Mapping[IssueId, Mapping[OptionId, int]]
    """Points of each option, for every issue of the text; 0 in what it does not care about."""
    threshold: int
    pairs: tuple[Pair, ...] = ()

    @cached_property
    def spread(self) -> int:
        """Points between the best and the worst word, over all issues."""
        return sum(max(row.values()) - min(row.values()) for row in self.points.values())

    @cached_property
    def better(self) -> Mapping[IssueId, Mapping[OptionId, Mapping[OptionId, int]]]:
        """For each option of an issue those that are worth more, with how much more."""
        return {
            issue: {
                stands: {option: points - now for option, points in row.items() if points > now}
                for stands, now in row.items()
            }
            for issue, row in self.points.items()
        }

    def utility(self, outcome: Outcome) -> int:
        """Points of a whole text."""
        single = sum(self.points[issue][option] for issue, option in outcome.items())
        return single + sum(pair.points for pair in self.pairs if pair.options.items() <= outcome.items())


@dataclass(frozen=True, slots=True)
class Audience:
    """Somebody who is not at the table but judges what one delegation stands for."""

    id: AudienceId
    name: str
    short: str
    """The name in the middle of a sentence: the Duma, Washington."""
    of: DelegationId
    """The delegation that answers to it."""
    power: Power
    """Allies consent by silence, parliaments ratify, a press and third states only press."""
    line: str
    """What its delegation knows of it; everybody, where it presses."""
    votes: Choices = field(default_factory=dict)
    """It has a vote only on texts with one of these options in one of these issues; empty: on every text."""
    cost: int = 0
    """Points that it costs its delegation, below its threshold, ..."""
    every: float = 0.0
    """... for so many full hours of talks."""
    note: str = ""
    """For whoever reads the file: it may speak of points."""

    def sealed_for(self, who: DelegationId | None) -> Audience:
        """The same audience as one seat may know it."""
        return replace(self, line=self.line if who == self.of or self.power == "press" else "", note="")

    def has_vote(self, outcome: Outcome) -> bool:
        """Whether a text needs its vote."""
        return self.power == "ratify" and (
            not self.votes or any(outcome.get(issue) in options for issue, options in self.votes.items())
        )


@dataclass(frozen=True, slots=True)
class SideText:
    """A text beside the one on the table that one delegation can hold up, once, over a minor wording."""

    id: SideTextId
    phase: PhaseId | None
    """When it can be held up; None: at any time."""
    by: DelegationId
    title: str
    """Its name in the middle of a sentence."""
    words: str
    """What is asked for: "that the reference comes out"."""
    give: str
    """What happens if the word is given."""
    swap: str
    """What happens if it is swapped for another."""
    hours: float
    """Hours of talks that run if the others sit it out."""
    source: Source


@dataclass(frozen=True, slots=True)
class Stake:
    """What a side text is worth to one delegation, by how it ends; sat out, it is worth nothing."""

    give: int
    swap: int


@dataclass(frozen=True, slots=True)
class Force:
    """How the form of the paper changes the force of every other word (K. Raustiala, "Form and Substance in
    International Agreements", AJIL 99/3, 2005)."""

    issue: IssueId
    adds: Mapping[OptionId, int]


@dataclass(frozen=True, slots=True)
class Condition:
    """When something holds: everything that is said here at once. An empty condition always holds."""

    words: Choices = field(default_factory=dict)
    """One of these options is agreed, or signed."""
    open: frozenset[IssueId] = frozenset()
    """These issues are in brackets."""
    binds: Mapping[IssueId, frozenset[int]] = field(default_factory=dict)
    """The words bind so far, the form of the paper taken into account."""
    goodwill: frozenset[Band] = frozenset()
    """The lowest goodwill between any two delegations is in one of these bands."""

    @property
    def reads(self) -> frozenset[IssueId]:
        """The issues whose words it looks at."""
        return frozenset(self.words) | frozenset(self.binds)

    def met(self, outcome: Outcome, binding: Callable[[Outcome, IssueId], int], lowest: Band) -> bool:
        """Whether it holds for the agreed words, whole or in part, at this goodwill."""
        return (
            all(outcome.get(issue) in options for issue, options in self.words.items())
            and not any(issue in outcome for issue in self.open)
            and all(issue in outcome and binding(outcome, issue) in degrees for issue, degrees in self.binds.items())
            and (not self.goodwill or lowest in self.goodwill)
        )


@dataclass(frozen=True, slots=True)
class Effect:
    """One number that changes, and why. Exactly one of the changes is made."""

    because: str
    of: DelegationId | None = None
    """Whose number it is, if it is a delegation's."""
    audience: AudienceId | None = None
    between: Couple | None = None
    reservation_value: int = 0
    points: Mapping[IssueId, Mapping[OptionId, int]] = field(default_factory=dict)
    """What is added to its sheet."""
    mandate: tuple[IssueId, ...] = ()
    """Issues in which the next step of its mandate opens."""
    charge: int = 0
    """Points at once: lost where negative."""
    threshold: int = 0
    """How much harder the audience is to please."""
    goodwill: int = 0


@dataclass(frozen=True, slots=True)
class Happening:
    """Something in the outside world that changes numbers at the table: on a date, on a condition, or both."""

    id: HappeningId
    title: str
    story: str
    source: Source
    effects: tuple[Effect, ...]
    when: datetime | None = None
    """Not before this; at the first hour of talks from then on."""
    condition: Condition = Condition()
    chance: int = 100
    """Per cent. Drawn from the seed before the first cable; 100 once it is drawn."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One way in which a test of the aftermath falls out."""

    points: Mapping[DelegationId, int]
    because: str
    condition: Condition = Condition()
    decides: IssueId | None = None
    """The issue whose sentence is quoted."""


@dataclass(frozen=True)
class Aftermath:
    """A dated test of the signed words: the first branch whose condition holds decides, so that it counts once even
    where it reads two wordings."""

    id: str
    day: date
    title: str
    question: str
    story: str
    """What happened in history."""
    source: Source
    branches: tuple[Branch, ...]
    no_text: Branch

    @property
    def reads(self) -> frozenset[IssueId]:
        """The issues whose words any of its branches looks at."""
        return frozenset[IssueId]().union(*(branch.condition.reads for branch in self.branches))

    def fell(self, signed: Outcome | None, binding: Callable[[Outcome, IssueId], int], lowest: Band) -> Branch:
        """The branch that decides, for a signed text at this goodwill or for none."""
        if signed is None:
            return self.no_text
        return next(branch for branch in self.branches if branch.condition.met(signed, binding, lowest))

    def sealed_for(self, who: DelegationId | None) -> Aftermath:
        """The same test with nobody's points but those of `who`."""
        if who not in self._sealed:
            branches = tuple(_sealed(branch, who) for branch in self.branches)
            self._sealed[who] = replace(self, branches=branches, no_text=_sealed(self.no_text, who))
        return self._sealed[who]

    @cached_property
    def _sealed(self) -> dict[DelegationId | None, Aftermath]:
        """What has been sealed before: a test does not change when the numbers of a scenario do."""
        return {}


def _sealed(branch: Branch, who: DelegationId | None) -> Branch:
    return replace(branch, points={d: points for d, points in branch.points.items() if d == who})


@dataclass(frozen=True, slots=True)
class Reading:
    """A closing statement: how one delegation reads a doubtful phrase once the text is frozen."""

    id: ReadingId
    of: DelegationId
    says: str
    gain: int
    """Points for the speaker, at home."""
    wakes: int
    """How far it lowers the text in the eyes of every audience of the other delegations, in their points."""
    source: Source
    condition: Condition = Condition()


@dataclass(frozen=True, slots=True)
class Draw:
    """Bounds within which the seed draws instructions before the first cable."""

    weights: int = 0
    """Per cent by which the weight of an issue may move on a sheet, up or down."""
    reservation_value: Mapping[DelegationId, tuple[int, int]] = field(default_factory=dict)
    threshold: Mapping[AudienceId, tuple[int, int]] = field(default_factory=dict)
    temperament: Mapping[DelegationId, Mapping[str, tuple[float, float]]] = field(default_factory=dict)
    characters: Mapping[DelegationId, tuple[str, ...]] = field(default_factory=dict)
    """Ids of the temperaments of which one comes, before the bounds of single degrees."""


@dataclass(frozen=True, slots=True)
class Inheritance:
    """What certain words of an earlier talks change in this one."""

    because: str
    effects: tuple[Effect, ...]
    condition: Condition = Condition()


@dataclass(frozen=True, slots=True)
class Sequel:
    """Which talks these follow, and what they take over from a finished record of them."""

    scenario: str
    goodwill: bool
    words: tuple[Inheritance, ...]
    no_text: Inheritance | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What is left of finished talks: goodwill and the signed words. A record of a sequel carries it along."""

    scenario: str
    goodwill: Mapping[Couple, int]
    outcome: Outcome | None
    binds: Mapping[IssueId, int] = field(default_factory=dict)
    """How far each signed wording bound, its form taken into account."""


def lowest_band(goodwill: Mapping[Couple, int]) -> Band:
    """The band of the coldest two."""
    return band(min(goodwill.values(), default=NEUTRAL))


def couple(ids: Sequence[DelegationId], one: DelegationId, other: DelegationId) -> Couple:
    """Two delegations in the order of the table."""
    return (one, other) if ids.index(one) < ids.index(other) else (other, one)


def couples(ids: Collection[DelegationId]) -> tuple[Couple, ...]:
    """Every two delegations, in the order of the table."""
    order = tuple(ids)
    return tuple((one, other) for n, one in enumerate(order) for other in order[n + 1 :])
