"""The secret half of a delegation: its points, its mandate and red lines, and the cable that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from operator import or_
from typing import Annotated

from pydantic import Field

from game.scenario.mistakes import printable
from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import (
    AsWritten,
    Choices,
    Day,
    Every,
    IssueName,
    Line,
    OptionName,
    Options,
    Points,
    Story,
    Whole,
    Words,
    several,
)
from game.scenario.topics.sheets import Pair, pairs_in, worth
from game.scenario.topics.side_texts import SideTextId, SideTextName, Stake
from game.scenario.topics.temperaments import MIDDLING, Temperament, TemperamentModel, temperament_of
from game.text import IssueId, OptionId, Outcome


@dataclass(frozen=True, slots=True)
class Delay(AsWritten):
    """What waiting costs: `points` for every full `hours` of talks."""

    points: Annotated[Whole, Field(ge=0, le=100, description="Points that waiting costs each time.")]
    hours: Annotated[Every, Field(description="The full hours of talks after which it costs them.")]

    def cost(self, hours: float) -> int:
        """Points that so many hours of talks have cost."""
        return self.points * int(hours // self.hours)


@dataclass(frozen=True, slots=True)
class Brief(AsWritten):
    """The cable that a seat reads before the talks."""

    sender: Annotated[Line, Field(alias="from")]
    to: Line
    date: Day
    paragraphs: Annotated[
        tuple[str, ...],
        several(Story, 1, 12),
        Field(description="The cable itself; {walk_away} stands for the walk-away as it is drawn."),
    ]
    note: Annotated[
        Words, Field(max_length=300, description="What in the cable is on record and what is modelling.")
    ] = ""


Price = Annotated[Whole, Field(ge=1, le=100, description="Points that are lost.")]


@dataclass(frozen=True, kw_only=True)
class _Orders(AsWritten):
    """A delegation's secret half, but for how it is played."""

    reservation_value: Annotated[Points, Field(description="Below this no text is better: the walk-away.")]
    delay: Annotated[Delay, Field(description="What waiting costs.")]
    points: Annotated[
        Mapping[IssueName, Mapping[OptionName, Points]], Field(description="What each wording of each issue is worth.")
    ]
    pairs: Annotated[
        tuple[Pair, ...], Field(max_length=40, description="Points for two options that stand together in one text.")
    ] = ()
    red_lines: Annotated[Choices, Field(description="Options that are never agreed to, by issue.")] = field(
        default_factory=dict
    )
    mandate: Annotated[
        Mapping[IssueName, tuple[Options, ...]],
        Field(
            description="Options in steps: the first is open, the capital opens the next."
            " An issue without steps is open."
        ),
    ] = field(default_factory=dict)
    unheard: Annotated[
        Mapping[OptionName, Price],
        Field(
            description="On the spine: points that it costs to give up a demand, so that the capital opens the next"
            " step of the mandate, before it was tabled and refused. One that is not named must be heard."
        ),
    ] = field(default_factory=dict)
    brief: Annotated[Brief, Field(description="The cable that says all this in words.")]
    stakes: Annotated[
        Mapping[SideTextName, Stake], Field(description="What the side texts are worth to this delegation.")
    ] = field(default_factory=dict)
    """One that is not named is worth nothing."""


_NO_STAKE = Stake(0, 0)


@dataclass(frozen=True, kw_only=True)
class Instructions(_Orders):
    """A delegation's secret half."""

    temperament: Temperament = MIDDLING

    @property
    def cable(self) -> tuple[str, ...]:
        """The paragraphs of the brief, with the walk-away as it is now."""
        return tuple(p.replace("{walk_away}", str(self.reservation_value)) for p in self.brief.paragraphs)

    def utility(self, outcome: Outcome) -> int:
        """Points of a whole text: a sum over its words, with the pair terms."""
        return worth(self.points, self.pairs, outcome)

    def stake(self, side_text: SideTextId) -> Stake:
        """What a side text is worth to the delegation; nothing, where its instructions do not name it."""
        return self.stakes.get(side_text, _NO_STAKE)

    def breaks_red_line(self, outcome: Outcome) -> tuple[IssueId, ...]:
        """The issues in which an outcome crosses a red line."""
        return tuple(issue for issue, barred in self.red_lines.items() if outcome.get(issue) in barred)

    def allowed(self, issue: IssueId, steps: int, options: Iterable[OptionId]) -> frozenset[OptionId]:
        """What may be proposed in an issue when the capital has opened `steps` steps beyond the first."""
        opened = self._opened.get(issue)
        if opened is None:
            return frozenset(options) - self.red_lines.get(issue, frozenset())
        return opened[min(steps + 1, len(opened) - 1)]

    @cached_property
    def _opened(self) -> Mapping[IssueId, tuple[frozenset[OptionId], ...]]:
        """For each issue with a ladder what may be proposed with none of its steps, with the first, with two ..."""
        return {
            issue: tuple(
                opened - self.red_lines.get(issue, frozenset())
                for opened in accumulate(ladder, or_, initial=frozenset[OptionId]())
            )
            for issue, ladder in self.mandate.items()
        }


@dataclass(frozen=True, kw_only=True)
class InstructionsModel(_Orders):
    """A delegation's secret half."""

    temperament: Annotated[
        TemperamentModel, Field(description="How the computer plays it: degrees, or like a character.")
    ] = field(default_factory=TemperamentModel)


def instructions_of(
    model: InstructionsModel, order: Sequence[IssueId], characters: Mapping[str, Temperament]
) -> Instructions:
    """Instructions, with the issues of the sheet in their `order`."""
    return Instructions(
        points={issue: model.points[issue] for issue in order},
        reservation_value=model.reservation_value,
        delay=model.delay,
        brief=model.brief,
        pairs=pairs_in(order, model.pairs),
        red_lines=model.red_lines,
        mandate=model.mandate,
        unheard=model.unheard,
        temperament=temperament_of(model.temperament, characters),
        stakes=model.stakes,
    )


def check_instructions(
    path: Path,
    model: InstructionsModel,
    opening: Mapping[IssueId, OptionId],
    who: str,
    spine: IssueId | None,
    names: Names,
) -> None:
    """Mark what an envelope cannot mean; `opening` is what `who` stands for when the talks open."""
    _points((*path, "points"), model.points, names)
    _pairs((*path, "pairs"), model.pairs, names)
    if model.temperament.like is not None:
        names.named((*path, "temperament", "like"), model.temperament.like, "temperament")
    names.keyed((*path, "stakes"), model.stakes, "side text")
    check_unheard(path, model.unheard, model.mandate, spine, names)
    check_limits(path, (model.red_lines, model.mandate), opening, (*path[:-1], "opening"), who, names)


def check_limits(
    path: Path,
    limits: tuple[Choices, Mapping[IssueId, Sequence[frozenset[OptionId]]]],
    opening: Mapping[IssueId, OptionId],
    opens: Path,
    who: str,
    names: Names,
) -> None:
    """Mark red lines and a mandate, at a path, that cannot be meant, and an opening beyond them; `opens` is where that
    stands."""
    red_lines, mandate = limits
    for issue in red_lines:
        if not names.issue((*path, "red_lines"), issue):
            continue
        at: Path = (*path, "red_lines", issue)
        barred = names.listed(at, issue)
        if barred == set(names.options[issue]):
            names.proof.mark_key(at, f"these red lines bar every option of issue '{issue}'")
        elif opening.get(issue) in barred:
            names.proof.mark((*opens, issue), f"{who} opens with '{opening[issue]}', which its red lines bar")
    for issue, steps in mandate.items():
        if not names.issue((*path, "mandate"), issue):
            continue
        _ladder((*path, "mandate", issue), issue, names)
        stands = opening.get(issue)
        if steps and stands in names.options[issue] and stands not in steps[0]:
            names.proof.mark((*opens, issue), f"{who} opens with '{stands}', outside the first step of its mandate")


def check_unheard(
    path: Path,
    prices: Mapping[OptionId, int],
    mandate: Mapping[IssueId, Sequence[frozenset[OptionId]]],
    spine: IssueId | None,
    names: Names,
) -> None:
    """Mark prices of what is no demand of a mandate on the spine, or of one after which nothing is left to open."""
    if not prices:
        return
    at: Path = (*path, "unheard")
    steps = mandate.get(spine, ()) if spine is not None else ()
    if spine is None or len(steps) < 2:
        said = "no mandate on the spine has a second step" if spine is not None else "no issue is the spine"
        names.proof.mark_key(at, f"{said}, so no demand can be given up for one")
        return
    names.options_in(at, spine, prices)
    for option in prices:
        if option in names.options[spine] and not any(option in step for step in steps[:-1]):
            said = f"'{option}' is in no step of the mandate on '{spine}' that another one follows"
            names.proof.mark_key((*at, option), said)


def _points(path: Path, points: Mapping[IssueId, Mapping[OptionId, int]], names: Names) -> None:
    for lacking in names.issues_in(path, points):
        names.proof.mark(path, f"the points lack issue '{lacking}'")
    for issue, row in points.items():
        for option in names.options_in((*path, issue), issue, row):
            names.proof.mark((*path, issue), f"the points of issue '{issue}' lack option '{option}'")


def _pairs(path: Path, pairs: Sequence[Pair], names: Names) -> None:
    seen: dict[frozenset[tuple[str, str]], int] = {}
    for n, pair in enumerate(pairs):
        names.outcome((*path, n, "options"), pair.options, whole=False)
        first = seen.setdefault(frozenset(pair.options.items()), n)
        if first != n:
            line = names.proof.at((*path, first), "").line
            names.proof.mark((*path, n), f"the same two options stand in the pair at line {line}")


def _ladder(path: Path, issue: IssueId, names: Names) -> None:
    steps: Sequence[Sequence[str]] = names.proof.written(path)
    if not steps:
        names.proof.mark(path, "a mandate needs at least its first step")
    earlier: dict[str, int] = {}
    for n, step in enumerate(steps):
        names.listed((*path, n), issue)
        if not step:
            names.proof.mark((*path, n), "a step of a mandate opens at least one option")
        for m, option in enumerate(step):
            if earlier.setdefault(option, n) != n:
                names.proof.mark((*path, n, m), f"step {earlier[option] + 1} opens '{printable(option)}' already")
