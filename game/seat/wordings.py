"""Every issue with its wordings, strong to weak, and all that marks each of them out for one seat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from game.scenario import Aftermath, AudienceId, Scenario, lowest_band
from game.seat.heard import memory
from game.seat.locks import locks
from game.seat.memo import kept, same
from game.seat.tray import Tray, settled_at
from game.talks import View
from game.talks.locks import Lock
from game.text import DelegationId, Issue, IssueId, OptionId, Outcome


@dataclass(frozen=True, slots=True)
class Wording:
    """One option of an issue, as one seat sees it now."""

    option: OptionId
    points: int | None = None
    """On one's own sheet; None for a watcher."""
    change: int = 0
    """These points less those of the wording that one stands for."""
    binds: int = 0
    """How far it would bind, 0 to 3, on the form of the paper that one stands for."""
    later: int = 0
    """What it would change in the aftermath beside the wording that one stands for, in one's own points."""
    locks: tuple[Lock, ...] = ()
    """What keeps delegations from it, one's own first."""
    stands: tuple[DelegationId, ...] = ()
    """Who stands for it."""
    tabled: tuple[DelegationId, ...] = ()
    """Who has offered on the record to stand for it, the openings included."""
    announced: tuple[DelegationId, ...] = ()
    """Who has told the press that it stands for it."""
    wished: tuple[AudienceId, ...] = ()
    """Which audiences would like it better."""


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue: its wordings, and what has become of it."""

    issue: IssueId
    wordings: tuple[Wording, ...]
    agreed: OptionId | None = None
    """The wording for which all stand; None while it is in brackets."""
    silent: bool = False
    """Whether all stand for saying nothing."""
    moved: bool = False
    """Whether somebody has moved in it since one's own last move."""
    tray: OptionId | None = None
    """Where the package that lies in the tray would settle it."""
    due: float | None = None
    """The hour of talks at which the capital answers about it, if it has been asked."""

    def __getitem__(self, option: OptionId) -> Wording:
        for wording in self.wordings:
            if wording.option == option:
                return wording
        raise KeyError(f"no wording {option!r} in {self.issue!r}")


_Marks = Mapping[IssueId, tuple[tuple[OptionId, Any], ...]]
"""What marks wordings, by issue: the wording, and the mark; the same tuples while they say the same."""
_Points = Mapping[IssueId, tuple[int, ...]]
"""Points in issues, in the order of their wordings."""


def rows(view: View, tray: Tray, moved: frozenset[IssueId]) -> tuple[IssueRow, ...]:
    """Every issue, in the order of the text's list; `moved` are those in which somebody has moved of late."""
    wordings, cables = _wordings(view), view.own.cables if view.own else ()

    def found() -> tuple[IssueRow, ...]:
        due = {issue: cable.due for cable in cables for issue in cable.issues}
        laid = {each.issue: settled_at(tray.shifts, each.issue) for each in tray.shifts}
        return tuple(
            _row(view, issue, wordings[issue.id], issue.id in moved, laid.get(issue.id), due.get(issue.id))
            for issue in view.scenario.text.issues
        )

    return kept(("rows", moved, tray.shifts, cables), found, wordings, view.positions)


def _row(view: View, issue: Issue, wordings: tuple[Wording, ...], *more: Any) -> IssueRow:
    """An issue, the same while nothing of it has changed."""
    agreed = view.agreed.get(issue.id)

    def found() -> IssueRow:
        silent = agreed is not None and issue[agreed].silent
        return IssueRow(issue.id, wordings, agreed, silent, *more)

    return kept((agreed, more), found, wordings)


def _wordings(view: View) -> Mapping[IssueId, tuple[Wording, ...]]:
    """The wordings of every issue, the same while nothing marks them otherwise."""
    barriers, tabled, told = locks(view), memory(view).tabled, view.scenario
    wishes, lowest = [standing.wishes for standing in view.standings.values()], lowest_band(view.goodwill)

    def found() -> Mapping[IssueId, tuple[Wording, ...]]:
        mine = view.positions[view.who if view.own else told.ids[0]]
        form = {told.force.issue: mine[told.force.issue]} if told.force else {}
        points = kept("listed", lambda: _listed(view), view.own.instructions.points) if view.own else {}
        stands = ((i, o, who) for who, stand in view.positions.items() for i, o in stand.items())
        locked = ((i, o, lock) for (i, o), all_ in barriers.items() for lock in all_)
        said = ((i, o, who) for (who, i), o in view.committed.items())
        hoped = ((w.issue, w.option, id) for id, each in view.standings.items() for w in each.wishes)
        marks = (
            kept("locked", lambda: _sorted(locked), barriers),
            kept("stands", lambda: _sorted(stands), view.positions),
            tabled,
            kept("said", lambda: _sorted(said), view.committed),
            kept(("hoped", view.who), lambda: _sorted(hoped), told, *wishes),
        )
        later = kept(("later", view.who, lowest), lambda: _later(view), told, view.positions)
        key = ("worded", view.who, *form.values())
        anew = {}
        for issue in told.text.issues:
            own, then = points.get(issue.id), later.get(issue.id)
            marked = [each.get(issue.id, ()) for each in marks]
            make = partial(_worded, view, issue, mine[issue.id], form, own, then, *marked)
            anew[issue.id] = kept(key, make, issue, own, then, *marked)
        return anew

    return kept(("wordings", view.who, lowest), found, told, view.positions, barriers, tabled, view.committed, *wishes)


def _sorted(marks: Iterable[tuple[IssueId, OptionId, Any]]) -> _Marks:
    """Marks by their issues."""
    found: dict[IssueId, list[tuple[OptionId, Any]]] = {}
    for issue, option, mark in marks:
        found.setdefault(issue, []).append((option, mark))
    return {issue: same(tuple(each)) for issue, each in found.items()}


def _listed(view: View) -> _Points:
    """One's own points in each issue."""
    points = view.seat.instructions.points
    return {
        issue.id: same(tuple(points[issue.id][each.id] for each in issue.options))
        for issue in view.scenario.text.issues
    }


def _worded(
    view: View,
    issue: Issue,
    mine: OptionId,
    form: Outcome,
    points: tuple[int, ...] | None,
    later: tuple[int, ...] | None,
    *marks: tuple[tuple[OptionId, Any], ...],
) -> tuple[Wording, ...]:
    """The wordings of an issue in which this seat stands for `mine`, on a paper of that form."""
    return tuple(
        same(
            Wording(
                option.id,
                points[place] if points else None,
                points[place] - points[issue.rank(mine)] if points else 0,
                view.scenario.binding({**form, issue.id: option.id}, issue.id),
                later[place] if later else 0,
                *(tuple(mark for at, mark in each if at == option.id) if each else () for each in marks),
            )
        )
        for place, option in enumerate(issue.options)
    )


def _later(view: View) -> _Points:
    """What each wording would change in the aftermath, for the issues that it reads."""
    found: dict[IssueId, tuple[int, ...]] = {}
    for test in view.scenario.aftermath if view.own else ():
        for issue, row in _of_test(view, test).items():
            found[issue] = tuple(map(sum, zip(row, found[issue], strict=True))) if issue in found else row
    return {issue: same(row) for issue, row in found.items()}


def _of_test(view: View, test: Aftermath) -> _Points:
    """What each wording would change in one test: the same while this seat stands for the same in what it looks at."""
    told, mine, lowest = view.scenario, view.positions[view.who], lowest_band(view.goodwill)
    looks_at = kept("looks at", lambda: _looks_at(told, test), told.text, test)

    def points(text: Outcome) -> int:
        return test.fell(text, told.binding, lowest).points.get(view.who, 0)

    def found() -> _Points:
        now = points(mine)
        return {each.id: tuple(points({**mine, each.id: o.id}) - now for o in each.options) for each in looks_at}

    return kept((view.who, lowest, *(mine[each.id] for each in looks_at)), found, test)


def _looks_at(told: Scenario, test: Aftermath) -> tuple[Issue, ...]:
    """The issues for whose words a test can fall otherwise: those that it reads, and the form of the paper where it
    looks at how far words bind."""
    binds = any(branch.condition.binds for branch in test.branches)
    reads = test.reads | ({told.force.issue} if told.force and binds else set())
    return tuple(issue for issue in told.text.issues if issue.id in reads)
