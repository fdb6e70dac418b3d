"""The text that would be signed: clauses, issues, and which options cannot stand together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

from game.text.issue import Issue, IssueId, OptionId, Outcome
from game.text.template import Template, slots_of


class Undecided(Exception):
    """A search that was given up: neither a text nor the proof that there is none was found in time."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered sentence with places that can be filled in more than one way."""

    id: str
    title: str
    template: Template

    @property
    def issues(self) -> tuple[IssueId, ...]:
        """The issues with a place in this clause, in reading order."""
        return tuple(dict.fromkeys(slot.issue for slot in slots_of(self.template)))


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Options that cannot all stand in one text: one of `apart[issue]` in every one of these issues."""

    apart: Mapping[IssueId, frozenset[OptionId]]
    because: str

    def broken_by(self, outcome: Outcome) -> bool:
        """Whether an outcome, whole or partial, has options that do not go together."""
        return all(outcome.get(issue) in options for issue, options in self.apart.items())


@dataclass(frozen=True)
class Text:
    """Heading, clauses and issues of a scenario, with the exclusions between options."""

    heading: Template
    clauses: tuple[Clause, ...]
    issues: tuple[Issue, ...]
    exclusions: tuple[Exclusion, ...] = ()
    _by_id: Mapping[IssueId, Issue] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {issue.id: issue for issue in self.issues})

    def __hash__(self) -> int:
        return hash(tuple(self._by_id))

    def __getitem__(self, issue: IssueId) -> Issue:
        return self._by_id[issue]

    def __contains__(self, issue: object) -> bool:
        return issue in self._by_id

    @cached_property
    def negotiated(self) -> tuple[Issue, ...]:
        """The issues that the talks are about: those that can be worded in more than one way."""
        return tuple(issue for issue in self.issues if not issue.fixed)

    @cached_property
    def places(self) -> tuple[tuple[IssueId, ...], ...]:
        """The issues with a place in the heading, and those in each clause, in reading order."""
        heading = dict.fromkeys(slot.issue for slot in slots_of(self.heading))
        return (tuple(heading), *(clause.issues for clause in self.clauses))

    @property
    def foremost(self) -> Issue:
        """The issue that is told first of a text: its spine, or else the first that is negotiated and printed."""
        printed = [issue for issue in sorted(self.negotiated, key=lambda issue: not issue.spine) if not issue.side]
        return (printed or self.negotiated)[0]

    @cached_property
    def spine(self) -> Issue | None:
        """The issue on which the capital widens a mandate only step by step, if there is one."""
        return next((issue for issue in self.issues if issue.spine), None)

    @cached_property
    def _tied(self) -> tuple[Issue, ...]:
        """The issues with options that exclusions speak of."""
        return tuple(issue for issue in self.issues if self._about[issue.id])

    @cached_property
    def _about(self) -> Mapping[IssueId, tuple[Exclusion, ...]]:
        """The exclusions that speak of each issue."""
        return {
            issue.id: tuple(exclusion for exclusion in self.exclusions if issue.id in exclusion.apart)
            for issue in self.issues
        }

    def conflict(self, outcome: Outcome) -> Exclusion | None:
        """The first exclusion that an outcome, whole or partial, breaks."""
        return next((exclusion for exclusion in self.exclusions if exclusion.broken_by(outcome)), None)

    def extends(
        self, agreed: Outcome, barred: Mapping[IssueId, Iterable[OptionId]] | None = None, *, steps: int | None = None
    ) -> Outcome | None:
        """A whole text that holds the agreed options and none of the barred ones, or None if there is none.

        Raises `Undecided` when that is not known after looking `steps` times at an exclusion.
        """
        shut = {issue: frozenset(options) for issue, options in (barred or {}).items()}
        left: dict[IssueId, frozenset[OptionId]] = {}
        for issue in self.issues:
            chosen = agreed.get(issue.id)
            options = issue.ids if chosen is None else frozenset({chosen})
            left[issue.id] = options - shut[issue.id] if issue.id in shut else options
        if not all(left.values()):
            return None
        firsts = self._firsts(left)
        # The search tries first options first, and strikes none of them that go together: it would come to this.
        if self.conflict(firsts) is None:
            return {**agreed, **firsts}
        looks = iter(range(steps)) if steps is not None else count()
        found = self._fill(left, self.exclusions, looks)
        return {**agreed, **found} if found is not None else None

    def _firsts(self, left: Mapping[IssueId, frozenset[OptionId]]) -> Outcome:
        """The first option of every issue out of what is left."""
        return {issue.id: next(o.id for o in issue.options if o.id in left[issue.id]) for issue in self.issues}

    def _fill(
        self, left: dict[IssueId, frozenset[OptionId]], touched: Iterable[Exclusion], looks: Iterator[int]
    ) -> Outcome | None:
        """One option for every issue out of what is left, the narrowest issue tried first."""
        if not self._narrow(left, touched, looks):
            return None
        open_issues = [issue for issue in self._tied if len(left[issue.id]) > 1]
        if not open_issues:
            return self._firsts(left)
        issue = min(open_issues, key=lambda candidate: len(left[candidate.id]))
        for option in issue.options:
            if option.id in left[issue.id]:
                tried = {**left, issue.id: frozenset({option.id})}
                if (found := self._fill(tried, self._about[issue.id], looks)) is not None:
                    return found
        return None

    def _narrow(
        self, left: dict[IssueId, frozenset[OptionId]], touched: Iterable[Exclusion], looks: Iterator[int]
    ) -> bool:
        """Strike from `left` what the exclusions leave no room for; False if an issue has nothing left."""
        waiting = list(touched)
        while waiting:
            exclusion = waiting.pop()
            if next(looks, None) is None:
                raise Undecided("too many ways to combine the options")
            loose = [issue for issue, options in exclusion.apart.items() if not left[issue] <= options]
            if not loose:
                return False
            if len(loose) == 1 and left[loose[0]] & exclusion.apart[loose[0]]:
                left[loose[0]] -= exclusion.apart[loose[0]]
                waiting += self._about[loose[0]]
        return True
