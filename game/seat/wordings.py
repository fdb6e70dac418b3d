"""Every issue with its wordings, strong to weak, and all that marks each of them out for one seat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario import Aftermath, AudienceId, lowest_band
from game.seat.heard import memory
from game.seat.locks import locks
from game.seat.memo import kept
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


_Mark = tuple[str, OptionId, object]
"""A mark: the field of a wording, the wording, and the value there."""


def rows(view: View, tray: Tray, moved: frozenset[IssueId]) -> tuple[IssueRow, ...]:
    """Every issue, in the order of the text's list; `moved` are those in which somebody has moved of late."""
    marks, later, told = _marks(view), _later(view), view.scenario
    mine = view.positions[view.who if view.own else told.ids[0]]
    form = mine[told.force.issue] if told.force else None
    due = {issue: cable.due for cable in (view.own.cables if view.own else ()) for issue in cable.issues}
    laid = {each.issue: settled_at(tray.shifts, each.issue) for each in tray.shifts}
    stands = kept(view.positions, "by issue", lambda: _by_issue(view))
    points = kept(view.own.instructions.points, "listed", lambda: _listed(view)) if view.own else {}
    found = []
    for issue in told.text.issues:
        key = (points.get(issue.id), later.get(issue.id), stands[issue.id], marks.get(issue.id, ()))
        wordings = kept(told.text, (issue.id, view.who, form, key), lambda: _wordings(view, issue, mine, *key))  # noqa: B023
        agreed = view.agreed.get(issue.id)
        silent = agreed is not None and issue[agreed].silent
        more = (agreed, silent, issue.id in moved, laid.get(issue.id), due.get(issue.id))
        found.append(kept(wordings, more, lambda: IssueRow(issue.id, wordings, *more)))  # noqa: B023
    return tuple(found)


def _by_issue(view: View) -> Mapping[IssueId, tuple[OptionId, ...]]:
    """Where everybody stands in each issue, in the order of the table."""
    return {issue: tuple(stand[issue] for stand in view.positions.values()) for issue in view.positions[view.floor]}


def _listed(view: View) -> Mapping[IssueId, tuple[int, ...]]:
    """One's own points in each issue, in the order of its wordings."""
    points = view.seat.instructions.points
    return {issue.id: tuple(points[issue.id][each.id] for each in issue.options) for issue in view.scenario.text.issues}


def _marks(view: View) -> Mapping[IssueId, tuple[_Mark, ...]]:
    """What is known of wordings beside the sheet, by issue: locks, offers, statements and wishes, always in one
    order."""
    found: dict[IssueId, list[_Mark]] = {}
    for (issue, option), each in locks(view).items():
        found.setdefault(issue, []).extend(("locks", option, lock) for lock in each)
    for issue, shifts in memory(view).tabled.items():
        found.setdefault(issue, []).extend(("tabled", each.option, each.delegation) for each in shifts)
    for (who, issue), option in view.committed.items():
        found.setdefault(issue, []).append(("announced", option, who))
    for audience, standing in view.standings.items():
        for wish in standing.wishes:
            found.setdefault(wish.issue, []).append(("wished", wish.option, audience))
    return {issue: tuple(each) for issue, each in found.items()}


def _wordings(
    view: View,
    issue: Issue,
    mine: Outcome,
    points: tuple[int, ...] | None,
    later: tuple[int, ...] | None,
    stands: tuple[OptionId, ...],
    marks: tuple[_Mark, ...],
) -> tuple[Wording, ...]:
    marked: dict[OptionId, dict[str, tuple[object, ...]]] = {}
    for kind, option, value in marks:
        known = marked.setdefault(option, {})
        known[kind] = (*known.get(kind, ()), value)
    return tuple(
        Wording(
            option.id,
            points[place] if points else None,
            points[place] - points[issue.rank(mine[issue.id])] if points else 0,
            view.scenario.binding({**mine, issue.id: option.id}, issue.id),
            later[place] if later else 0,
            stands=tuple(who for who, at in zip(view.positions, stands, strict=True) if at == option.id),
            **marked.get(option.id, {}),  # type: ignore[arg-type]  # each mark stands under the name of its field
        )
        for place, option in enumerate(issue.options)
    )


def _later(view: View) -> Mapping[IssueId, tuple[int, ...]]:
    """What each wording would change in the aftermath, for the issues that it reads."""
    if view.own is None:
        return {}
    stands = tuple(view.positions[view.who].values())
    key = ("later", stands, lowest_band(view.goodwill))
    return kept(view.scenario, key, lambda: _later_anew(view))


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
