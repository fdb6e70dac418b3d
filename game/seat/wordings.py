"""Every issue with its wordings, strong to weak, and all that marks each of them out for one seat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.scenario import AudienceId, lowest_band
from game.seat.locks import locks
from game.seat.memo import kept
from game.seat.tray import Tray, settled_at
from game.talks import View
from game.talks.locks import Lock
from game.text import DelegationId, Issue, IssueId, OptionId


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


def rows(view: View, tray: Tray, moved: frozenset[IssueId]) -> tuple[IssueRow, ...]:
    """Every issue, in the order of the text's list; `moved` are those in which somebody has moved of late."""
    marks = _marks(view)
    due = {issue: cable.due for cable in (view.own.cables if view.own else ()) for issue in cable.issues}
    found = []
    for issue in view.scenario.text.issues:
        agreed = view.agreed.get(issue.id)
        more = (issue.id in moved, settled_at(tray.shifts, issue.id), due.get(issue.id))
        wordings = _wordings(view, issue, marks.get(issue.id, ()))
        silent = agreed is not None and issue[agreed].silent
        row = kept(wordings, (agreed, silent, *more), lambda: IssueRow(issue.id, wordings, agreed, silent, *more))  # noqa: B023
        found.append(row)
    return tuple(found)


_Mark = tuple[str, OptionId, object]


def _marks(view: View) -> Mapping[IssueId, tuple[_Mark, ...]]:
    """What is known of wordings beside the sheet, by issue: locks, offers, statements and wishes, always in one
    order."""
    found: dict[IssueId, list[_Mark]] = {}
    for (issue, option), each in locks(view).items():
        found.setdefault(issue, []).append(("locks", option, each))
    for shift in sorted(view.tabled):
        found.setdefault(shift.issue, []).append(("tabled", shift.option, shift.delegation))
    for (who, issue), option in view.committed.items():
        found.setdefault(issue, []).append(("announced", option, who))
    for audience, standing in view.standings.items():
        for wish in standing.wishes:
            found.setdefault(wish.issue, []).append(("wished", wish.option, audience))
    return {issue: tuple(each) for issue, each in found.items()}


def _wordings(view: View, issue: Issue, marks: tuple[_Mark, ...]) -> tuple[Wording, ...]:
    """The wordings of an issue, the same object while nothing about them changes."""
    form = view.scenario.force and view.positions[_reader(view)][view.scenario.force.issue]
    stands = tuple(stand[issue.id] for stand in view.positions.values())
    points = tuple(view.own.instructions.points[issue.id].values()) if view.own else ()
    later = tuple(_later(view).get(issue.id, {}).values())
    key = ("wordings", issue.id, view.who, form, stands, points, later, marks)
    return kept(view.scenario.text, key, lambda: tuple(_row(view, issue, marks)))


def _row(view: View, issue: Issue, marks: tuple[_Mark, ...]) -> Iterable[Wording]:
    row = view.own.instructions.points[issue.id] if view.own else None
    mine = view.positions[_reader(view)]
    later = _later(view).get(issue.id, {})
    for option in issue.options:

        def of(kind: str, option: OptionId = option.id) -> tuple[object, ...]:
            return tuple(value for each, where, value in marks if (each, where) == (kind, option))

        yield Wording(
            option=option.id,
            points=row[option.id] if row else None,
            change=row[option.id] - row[mine[issue.id]] if row else 0,
            binds=view.scenario.binding({**mine, issue.id: option.id}, issue.id),
            later=later.get(option.id, 0),
            locks=next(iter(of("locks")), ()),  # type: ignore[arg-type]
            stands=tuple(who for who, stand in view.positions.items() if stand[issue.id] == option.id),
            tabled=of("tabled"),  # type: ignore[arg-type]
            announced=of("announced"),  # type: ignore[arg-type]
            wished=of("wished"),  # type: ignore[arg-type]
        )


def _reader(view: View) -> DelegationId:
    """Whose paper is read: one's own; for a watcher that of the first delegation."""
    return view.who if view.own else view.scenario.ids[0]


def _later(view: View) -> Mapping[IssueId, Mapping[OptionId, int]]:
    """What each wording would change in the aftermath, for the issues that it reads."""
    if view.own is None:
        return {}
    stands = tuple(view.positions[view.who].values())
    key = ("later", stands, lowest_band(view.goodwill))
    return kept(view.scenario, key, lambda: _later_anew(view))


def _later_anew(view: View) -> Mapping[IssueId, Mapping[OptionId, int]]:
    read = frozenset[IssueId]().union(*(test.reads for test in view.scenario.aftermath))
    if view.scenario.force is not None and read:
        read |= {view.scenario.force.issue}
    return {
        issue.id: {option.id: view.later(issue.id, option.id) for option in issue.options}
        for issue in view.scenario.text.issues
        if issue.id in read
    }
