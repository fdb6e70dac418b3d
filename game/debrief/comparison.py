"""Several tables that played one scenario, side by side: where each ended, which words it signed, and which were hard.

Points of a whole game are on the sheets of its own table. Where the seed has drawn these, two tables had other sheets,
and their points say little of each other: so all texts are placed on one set of sheets, that of the tables where it was
the same at all of them, and else that of the file as it is written. `Comparison.same` says which.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median
from string import ascii_uppercase
from typing import Literal

from game.debrief.clauses import Clauses, clauses
from game.debrief.debrief import Debrief
from game.debrief.differences import Differences, differences
from game.debrief.measures import Measures, measures
from game.debrief.parallel import Parallel, Strand, parallel_tables
from game.debrief.plot import Mark, Plot, agreement, closer, plot, with_marks, without_drafts
from game.scenario import Instructions, Scenario, historical
from game.talks import Record
from game.text import DelegationId, IssueId, OptionId, Outcome

ComparisonFault = Literal["scenario", "edition", "version", "none"]
"""A record is of another scenario than the first; of another edition of it; of another version of its file; or there is
no record at all."""


class ComparisonError(Exception):
    """Records that cannot be compared: of what kind the fault is, which file is at fault, what it is of, and what the
    first one is of."""

    def __init__(self, kind: ComparisonFault, file: str = "", found: str = "", expected: str = "") -> None:
        super().__init__(kind, file)
        self.kind, self.file, self.found, self.expected = kind, file, found, expected


def check_alike(records: Iterable[tuple[str, Record]]) -> None:
    """Raises `ComparisonError` for the first record, each with the name of its file, of another scenario, edition
    or version than the first one. A record that does not say of which version it is passes."""
    known: Record | None = None
    for file, record in records:
        known = known or record
        if record.scenario != known.scenario:
            raise ComparisonError("scenario", file, record.scenario, known.scenario)
        if record.edition != known.edition:
            raise ComparisonError("edition", file, record.edition, known.edition)
        if record.digest and known.digest and record.digest != known.digest:
            raise ComparisonError("version", file, record.digest, known.digest)
        if record.digest and not known.digest:
            known = record
    if known is None:
        raise ComparisonError("none")


@dataclass(frozen=True, eq=False)
class OnSheets(Debrief):
    """A debrief on other sheets than those of its talks."""

    sheets: Scenario

    @property
    def scenario(self) -> Scenario:
        """The scenario with these sheets."""
        return self.sheets


@dataclass(frozen=True, eq=False)
class OneTable:
    """One of the tables."""

    letter: str
    """A, B and so on; after Z numbers from 27."""
    name: str
    """What it is called, where that was asked for; else empty."""
    debrief: Debrief
    points: Mapping[DelegationId, int]
    """What its words, or without a text the walk-away, are worth on the sheets that all are placed on."""

    @property
    def text(self) -> Outcome | None:
        """The signed text."""
        return self.debrief.course.signed

    @cached_property
    def clauses(self) -> Clauses:
        """Its story, clause by clause."""
        return clauses(self.debrief)

    @cached_property
    def measures(self) -> Measures:
        """Its five measures, on its own sheets."""
        return measures(self.debrief)


@dataclass(frozen=True, slots=True)
class Spread:
    """Which wording of an issue was signed at which tables."""

    issue: IssueId
    signed: Mapping[OptionId, tuple[OneTable, ...]]
    """Of those that were signed anywhere, from strong to weak."""


@dataclass(frozen=True, slots=True)
class InBrackets:
    """How long an issue was open at the tables at which it ever was."""

    issue: IssueId
    hours: tuple[tuple[float, OneTable], ...]
    """Hours of talks, the fewest first."""
    open: int
    """At how many of these tables it was never settled."""

    @property
    def middle(self) -> float:
        """The median of the hours."""
        return median(hours for hours, _ in self.hours)


@dataclass(frozen=True, eq=False)
class Comparison:
    """The tables of one scenario."""

    tables: tuple[OneTable, ...]
    sheets: OnSheets
    """The sheets that all texts are placed on, with what is known of every text on them."""
    same: bool
    """Whether these were the sheets of every table; if not, they are those of the file as it is written."""

    @property
    def scenario(self) -> Scenario:
        """The scenario with these sheets."""
        return self.sheets.scenario

    @property
    def signed(self) -> tuple[OneTable, ...]:
        """The tables that signed a text."""
        return tuple(table for table in self.tables if table.text is not None)

    def plot(self, one: DelegationId, other: DelegationId) -> Plot:
        """Every table in one plot between two delegations: tables with the same points share a mark, which names them
        all; those without a text lie at the walk-away."""
        every = without_drafts(plot(self.sheets, one, other))
        bare = replace(every, marks=tuple(mark for mark in every.marks if mark.kind in self.sheets.yardsticks))
        places: dict[tuple[int, int, bool], list[OneTable]] = {}
        for table in self.tables:
            places.setdefault((table.points[one], table.points[other], table.text is None), []).append(table)
        marks = (
            Mark("table", (x, y), there[0].text, name=" ".join(table.letter for table in there))
            for (x, y, _), there in places.items()
        )
        return with_marks(bare, marks)

    def parallel(self) -> Parallel | None:
        """Every table side by side on the axes of all delegations: tables with the same points share a line, which
        names them all; those without a text are at the walk-aways. None where the ends of an axis are not known."""
        places: dict[tuple[int, ...], list[OneTable]] = {}
        for table in self.tables:
            places.setdefault(tuple(table.points[who] for who in self.scenario.ids), []).append(table)
        return parallel_tables(
            self.sheets,
            (
                Strand("table", points, there[0].text, name=" ".join(table.letter for table in there))
                for points, there in places.items()
            ),
        )

    def close_up(self, whole: Plot) -> Plot | None:
        """The part of such a plot in which all could live with a text, and the tables lie; None where it is most of the
        plot, or not known."""
        corners = agreement(whole)
        if corners is None:
            return None
        near, (least, most) = closer(whole, *corners), whole.bounds
        low, high = near.bounds
        return near if all(2 * (high[n] - low[n]) <= most[n] - least[n] for n in (0, 1)) else None

    @cached_property
    def spread(self) -> tuple[Spread, ...]:
        """Issue by issue, in the order of the file."""
        found = []
        for issue in self.scenario.text.negotiated:
            at: dict[OptionId, list[OneTable]] = {option.id: [] for option in issue.options}
            for table in self.signed:
                at[(table.text or {})[issue.id]].append(table)
            found.append(Spread(issue.id, {option: tuple(there) for option, there in at.items() if there}))
        return tuple(found)

    @cached_property
    def in_brackets(self) -> tuple[InBrackets, ...]:
        """The issues that stood in brackets at any table, the one with the most hours in the middle first."""
        found: dict[IssueId, list[tuple[float, OneTable]]] = {}
        still: dict[IssueId, int] = {}
        for table in self.tables:
            for story in () if table.debrief.course.on_paper else table.clauses.issues:
                if story.contested:
                    found.setdefault(story.issue, []).append((story.hours, table))
                    still[story.issue] = still.get(story.issue, 0) + (story.settled is None)
        told = [
            InBrackets(issue, tuple(sorted(hours, key=lambda each: each[0])), still[issue])
            for issue, hours in found.items()
        ]
        return tuple(sorted(told, key=lambda each: -each.middle))

    def between(self, one: OneTable, other: OneTable) -> Differences | None:
        """The words that differ between the texts of two tables, on the sheets of all; None where one has no text."""
        if one.text is None or other.text is None:
            return None
        return differences(self.scenario, one.text, other.text)


def comparison(
    debriefs: Sequence[Debrief], names: Mapping[int, str] | None = None, *, letters: Sequence[str] = ()
) -> Comparison:
    """Several debriefs of one scenario. `names` says what tables are called, by their places from 0; `letters` by which
    they go, where that is not A, B and so on.

    Raises `ComparisonError` where there is none, or where they are not of one version of one scenario; tables have
    their letters then for want of files. Their courses come of `Course.of`, which knows the file as it is written.
    """
    letters = letters or [letter(place) for place in range(len(debriefs))]
    check_alike(zip(letters, (each.course.record for each in debriefs), strict=True))
    first = debriefs[0]
    same = all(_alike(first.scenario, each.scenario) for each in debriefs)
    if same:
        sheets = OnSheets(first.course, first.scenario)
    elif first.course.written is None:
        raise ValueError("the sheets as written are known of a course that comes of a record with its file")
    else:
        sheets = OnSheets(first.course, historical(first.course.written))
    tables = tuple(
        OneTable(letters[place], (names or {}).get(place, ""), each, sheets.points(each.course.signed))
        for place, each in enumerate(debriefs)
    )
    return Comparison(tables, sheets, same)


def letter(place: int) -> str:
    """What the table at a place, from 0, is called: A to Z, then 27 and on."""
    return ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)


def _alike(one: Scenario, other: Scenario) -> bool:
    """Whether the sheets of two tables give every text the same points, and close the same texts."""
    return all(_numbers(one.instructions[who]) == _numbers(other.instructions[who]) for who in one.ids)


def _numbers(sheet: Instructions) -> tuple[object, ...]:
    return sheet.points, sheet.pairs, sheet.reservation_value, sheet.red_lines, sheet.mandate
