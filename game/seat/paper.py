"""The draft as it lies on the table: runs of words with their owners, and what was struck since one's own last move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.seat.memo import kept, one, same, shared
from game.talks import View
from game.text import Alternative, DelegationId, Draft, DraftClause, IssueId, Positions, Run, draft

State = Literal["plain", "agreed", "owned", "bracketed"]
"""The text's own words; words of an issue that all stand for; words that follow from what only some stand for
elsewhere; words in brackets."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words on the paper."""

    state: State
    said: tuple[Alternative, ...]
    """The wordings here with their owners, strong to weak; one unless it is bracketed."""
    issue: IssueId | None = None
    part: str = ""
    """Where the words are not the issue's own, but such as it puts elsewhere: the name of the place."""
    struck: tuple[Alternative, ...] = ()
    """What some have left since one's own last move and nobody stands for any more, with those who left it."""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause that says anything."""

    id: str
    number: int
    bracketed: bool
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole draft."""

    heading: tuple[Stretch, ...]
    clauses: tuple[ClauseRow, ...]
    beside: tuple[IssueId, ...]
    """The issues that no printed word shows: side issues, and those on which all are silent."""
    places: Mapping[IssueId, int]
    """In which clause the words of an issue stand, by its number; 0 is the heading."""


def paper(view: View, base: Positions) -> Paper:
    """The draft of now; `base` is where all stood before one's own last move."""
    return kept("paper", lambda: _paper(view, base), view.scenario.text, view.positions, base)


def _paper(view: View, base: Positions) -> Paper:
    text = view.scenario.text
    found = kept("draft", lambda: draft(text, view.positions), text, view.positions)
    heading = _stretches(view, base, text.places[0], found.heading)
    issues = dict(zip((clause.id for clause in text.clauses), text.places[1:], strict=True))
    clauses = tuple([_clause(view, base, issues[each.id], each) for each in found.clauses])
    return Paper(heading, clauses, found.unprinted, _places(found))


def _clause(view: View, base: Positions, issues: Sequence[IssueId], of: DraftClause) -> ClauseRow:
    """A clause in which these issues have a place: the same at every table where it says the same."""

    def row() -> ClauseRow:
        return one(
            ClauseRow, of.id, of.number, any(run.bracketed for run in of.runs), _stretches(view, base, issues, of.runs)
        )

    return shared((of.id, of.number, _stands(view, base, issues)), row, view.scenario.text, of.runs)


def _places(found: Draft) -> Mapping[IssueId, int]:
    """Where an issue's own words stand; else where those stand that it puts elsewhere."""
    own, elsewhere = dict[IssueId, int](), dict[IssueId, int]()
    for number, runs in enumerate(found.stretches()):
        for run in runs:
            if run.issue is not None:
                (elsewhere if run.part else own).setdefault(run.issue, number)
    return own | {issue: number for issue, number in elsewhere.items() if issue not in own}


def _stretches(view: View, base: Positions, issues: Sequence[IssueId], runs: Sequence[Run]) -> tuple[Stretch, ...]:
    """Some runs in which these issues have a place: the same at every table where all stand alike in them."""

    def found() -> tuple[Stretch, ...]:
        return same(
            tuple(
                one(Stretch, _state(view, run), run.alternatives, run.issue, run.part, _struck(view, base, run))
                for run in runs
            )
        )

    return shared(("stretches", _stands(view, base, issues)), found, view.scenario.text, runs)


def _stands(view: View, base: Positions, issues: Sequence[IssueId]) -> tuple[object, ...]:
    """Who stands where in some issues, and who stood where."""
    stands = [stand[issue] for each in (view.positions, base) for stand in each.values() for issue in issues]
    return view.scenario.ids, *stands


def _state(view: View, run: Run) -> State:
    if run.issue is None:
        return "plain"
    if run.bracketed:
        return "bracketed"
    return "owned" if run.part and len(run.alternatives[0].owners) < len(view.scenario.ids) else "agreed"


def _struck(view: View, base: Positions, run: Run) -> tuple[Alternative, ...]:
    """The words that stood here and stand no more."""
    if run.issue is None:
        return ()
    issue, shown = view.scenario.text[run.issue], {said.words.strip(" ,") for said in run.alternatives}
    now = {stand[issue.id] for stand in view.positions.values()}
    left: dict[str, Alternative] = {}
    for who, stand in base.items():
        if stand[issue.id] in now:
            continue
        option = issue[stand[issue.id]]
        words = (option.parts.get(run.part, "") if run.part else option.words).strip(" ,")
        if words and words not in shown:
            owners: tuple[DelegationId, ...] = left[words].owners if words in left else ()
            left[words] = Alternative(option.id, words, (*owners, who))
    return tuple(left.values())
