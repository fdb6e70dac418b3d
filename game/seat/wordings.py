"""Every issue with its wordings, strong to weak, and all that marks each of them out for one seat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from game.scenario import Aftermath, AudienceId, lowest_band
from game.seat.heard import memory
from game.seat.locks import locks
from game.seat.memo import kept, same
from game.seat.tray import Tray, settled_at
from game.talks import Shift, View
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
"""What marks wordings, by issue: the wording, and the mark."""


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
    silent = agreed is not None and issue[agreed].silent
    return kept((agreed, more), lambda: IssueRow(issue.id, wordings, agreed, silent, *more), wordings)


def _wordings(view: View) -> Mapping[IssueId, tuple[Wording, ...]]:
    """The wordings of every issue, the same while nothing marks them otherwise."""
    barriers, tabled, told = locks(view), memory(view).tabled, view.scenario
    wishes = [standing.wishes for standing in view.standings.values()]

    def found() -> Mapping[IssueId, tuple[Wording, ...]]:
        mine, later = view.positions[view.who if view.own else told.ids[0]], _later(view)
        form = mine[told.force.issue] if told.force else None
        stands = kept("stands", lambda: _by_issue(view), view.positions)
        points = kept("listed", lambda: _listed(view), view.own.instructions.points) if view.own else {}
        locked = kept(
            "locked", lambda: _sorted((i, o, lock) for (i, o), all_ in barriers.items() for lock in all_), barriers
        )
        said = kept("said", lambda: _sorted((i, o, who) for (who, i), o in view.committed.items()), view.committed)
        hoped = _sorted((w.issue, w.option, id) for id, each in view.standings.items() for w in each.wishes)
        anew = {}
        for issue in told.text.issues:
            each = issue.id
            own, then, by = points.get(each), later.get(each), stands[each]
            marks = (locked.get(each, ()), tabled[each], said.get(each, ()), hoped.get(each, ()))
            make = partial(_worded, view, issue, mine, own, then, by, *marks)
            anew[each] = kept((each, view.who, form, then, by, *marks[2:]), make, told.text, own, *marks[:2])
        return anew

    key = ("wordings", view.who, lowest_band(view.goodwill))
    return kept(key, found, told, view.positions, barriers, tabled, view.committed, *wishes)


def _sorted(marks: Iterable[tuple[IssueId, OptionId, Any]]) -> _Marks:
    """Marks by their issues."""
    found: dict[IssueId, list[tuple[OptionId, Any]]] = {}
    for issue, option, mark in marks:
        found.setdefault(issue, []).append((option, mark))
    return {issue: same(tuple(each)) for issue, each in found.items()}


def _by_issue(view: View) -> Mapping[IssueId, tuple[OptionId, ...]]:
    """Where everybody stands in each issue, in the order of the table."""
    return {issue: tuple(stand[issue] for stand in view.positions.values()) for issue in view.positions[view.floor]}


def _listed(view: View) -> Mapping[IssueId, tuple[int, ...]]:
    """One's own points in each issue, in the order of its wordings."""
    points = view.seat.instructions.points
    return {
        issue.id: same(tuple(points[issue.id][each.id] for each in issue.options))
        for issue in view.scenario.text.issues
    }


def _worded(
    view: View,
    issue: Issue,
    mine: Outcome,
    points: tuple[int, ...] | None,
    later: tuple[int, ...] | None,
    stands: tuple[OptionId, ...],
    locked: tuple[tuple[OptionId, Lock], ...],
    tabled: tuple[Shift, ...],
    announced: tuple[tuple[OptionId, DelegationId], ...],
    wished: tuple[tuple[OptionId, AudienceId], ...],
) -> tuple[Wording, ...]:
    return tuple(
        Wording(
            option.id,
            points[place] if points else None,
            points[place] - points[issue.rank(mine[issue.id])] if points else 0,
            view.scenario.binding({**mine, issue.id: option.id}, issue.id),
            later[place] if later else 0,
            locks=tuple(lock for at, lock in locked if at == option.id),
            stands=tuple(who for who, at in zip(view.positions, stands, strict=True) if at == option.id),
            tabled=tuple(each.delegation for each in tabled if each.option == option.id),
            announced=tuple(who for at, who in announced if at == option.id),
            wished=tuple(audience for at, audience in wished if at == option.id),
        )
        for place, option in enumerate(issue.options)
    )


def _later(view: View) -> Mapping[IssueId, tuple[int, ...]]:
    """What each wording would change in the aftermath, for the issues that it reads."""
    if view.own is None:
        return {}
    stands = tuple(view.positions[view.who].values())
    key = ("later", stands, lowest_band(view.goodwill))
    return kept(key, lambda: _later_anew(view), view.scenario)


def _later_anew(view: View) -> Mapping[IssueId, tuple[int, ...]]:
    """Only the tests that look at an issue's words, or at how far words bind, can fall otherwise for it."""
    told, mine, lowest = view.scenario, view.positions[view.who], lowest_band(view.goodwill)

    def points(test: Aftermath, text: Outcome) -> int:
        return test.fell(text, told.binding, lowest).points.get(view.who, 0)

    found: dict[IssueId, dict[OptionId, int]] = {}
    for test in told.aftermath:
        now, form = points(test, mine), told.force.issue if told.force else None
        binds = any(branch.condition.binds for branch in test.branches)
        for issue in test.reads | ({form} if binds and form else set()):
            row = found.setdefault(issue, dict.fromkeys((option.id for option in told.text[issue].options), 0))
            for option in row:
                row[option] += points(test, {**mine, issue: option}) - now
    return {issue: tuple(row.values()) for issue, row in found.items()}
