"""Every issue with its wordings, strong to weak, and all that marks each of them out for one seat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any, get_args

from game.scenario import Aftermath, AudienceId, Band, Scenario, lowest_band
from game.seat.heard import memory
from game.seat.locks import locks
from game.seat.memo import kept, one, same, shared
from game.seat.tray import Tray, settled_at
from game.talks import View, Wish
from game.talks.locks import Lock, Locks
from game.text import DelegationId, Issue, IssueId, Option, OptionId, Outcome, Positions, maker


@dataclass(frozen=True, slots=True)
class Wording:
    """One option of an issue, as one seat sees it now."""

    option: OptionId
    points: int | None = None
    """On one's own sheet; None for a watcher."""
    change: int = 0
    """These points less those of the wording that one stands for; for an audience, that its delegation stands for."""
    binds: int = 0
    """How far it would bind, 0 to 3, on the form of the paper that one stands for."""
    later: int = 0
    """What it would change in the aftermath beside the wording that one stands for, in one's own points."""
    vague: tuple[int, int] | None = None
    """Of a vague wording the least and the most that it may bring later, in one's own points: over every goodwill, and
    whatever stands in the places that are still open. None of a precise one, and where no test turns on it."""
    locks: tuple[Lock, ...] = ()
    """What keeps delegations from it, one's own first."""
    stands: tuple[DelegationId, ...] = ()
    """Who stands for it."""
    tabled: tuple[DelegationId, ...] = ()
    """Who has offered on the record to stand for it, the openings included."""
    announced: tuple[DelegationId, ...] = ()
    """Who has told the newspapers that it stands for it."""
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

    def __getitem__(self, option: OptionId) -> Wording:
        for wording in self.wordings:
            if wording.option == option:
                return wording
        raise KeyError(f"no wording {option!r} in {self.issue!r}")


_Column = tuple[tuple[Any, ...], ...]
"""What marks the wordings of every issue, in the order of the text's list: the same tuple for each issue while it says
the same, so that nothing has to be worked out of it again."""


_issue_row, _marked = maker(IssueRow), maker(Wording)


def rows(view: View, tray: Tray, moved: frozenset[IssueId]) -> tuple[IssueRow, ...]:
    """Every negotiated issue, in the order of the list; `moved` are those in which somebody has moved of late."""
    told = view.scenario
    wishes, lowest = [standing.wishes for standing in view.standings.values()], lowest_band(view.goodwill)
    barriers = locks(view)

    def found() -> tuple[IssueRow, ...]:
        laid = {each.issue: settled_at(tray.shifts, each.issue) for each in tray.shifts}
        return tuple(
            _row(view, issue, (issue.id in moved, laid.get(issue.id)), *marks)
            for issue, *marks in zip(told.text.negotiated, *_columns(view, lowest, wishes, barriers), strict=True)
        )

    key = ("rows", view.who, lowest, moved, tray.shifts)
    return kept(key, found, told, view.positions, barriers, memory(view).tabled, view.committed, *wishes)


def _row(view: View, issue: Issue, last: tuple[Any, ...], *marks: tuple[Any, ...]) -> IssueRow:
    """An issue, the same while nothing of it has changed; `last` are the last fields of its row."""

    def found() -> IssueRow:
        agreed = view.agreed.get(issue.id)
        return _issue_row(
            issue.id, _wordings(view, issue, *marks), agreed, agreed is not None and issue[agreed].silent, *last
        )

    return shared(("row", view.side, *last), found, issue, *marks)


def _wordings(
    view: View,
    issue: Issue,
    binds: tuple[int, ...],
    points: tuple[int, ...],
    later: tuple[int, ...],
    vague: tuple[tuple[int, int] | None, ...],
    *marks: tuple[tuple[OptionId, Any], ...],
) -> tuple[Wording, ...]:
    """The wordings of an issue, with what marks them in it; those that nothing marks otherwise are the same."""
    mine = points[issue.rank(view.positions[view.side][issue.id])] if points and view.side else 0
    marked = [_by_option(each) if each else _NOTHING for each in marks]

    def wording(place: int, option: OptionId) -> Wording:
        told: list[Any] = [each.get(option, ()) for each in marked]
        worth = points[place] if points else None
        brings = (later[place] if later else 0, vague[place] if vague else None)
        return one(_marked, option, worth, (worth or 0) - mine, binds[place], *brings, *told)

    return tuple([wording(place, option.id) for place, option in enumerate(issue.options)])


_NOTHING: Mapping[OptionId, tuple[Any, ...]] = {}


def _by_option(marks: Iterable[tuple[OptionId, Any]]) -> Mapping[OptionId, tuple[Any, ...]]:
    """What marks each wording of an issue, for those that anything marks."""
    found: dict[OptionId, tuple[Any, ...]] = {}
    for option, mark in marks:
        found[option] = (*found.get(option, ()), mark)
    return found


# ---- what marks them ------------------------------------------------------------------------------------------------


def _columns(view: View, lowest: Band, wishes: Iterable[tuple[Wish, ...]], barriers: Locks) -> tuple[_Column, ...]:
    """What marks wordings, in the order of their fields: numbers in the order of an issue's wordings, and pairs of a
    wording and who or what marks it."""
    told, tabled = view.scenario, memory(view).tabled
    mine = view.positions[view.side or told.ids[0]]
    form = {told.force.issue: mine[told.force.issue]} if told.force else {}
    binds = partial(_numbers, told, lambda issue, option: told.binding({**form, issue: option}, issue))
    points = later = vague = tuple(() for _ in told.text.negotiated)
    if sheet := view.own.instructions.points if view.own else view.judging.judgement.points if view.judging else None:
        points = kept("points", lambda: _numbers(told, lambda issue, option: sheet[issue][option]), sheet)
    if view.own:
        later, vague = _later(view, lowest), _vague(view)
    locked = ((issue, option, lock) for (issue, option), all_ in barriers.items() for lock in all_)
    said = ((issue, option, who) for (who, issue), option in view.committed.items())
    liked = ((wish.issue, wish.option, id) for id, each in view.standings.items() for wish in each.wishes)
    return (
        kept(("binds", *form.values()), binds, told.text, told.force),
        points,
        later,
        vague,
        kept("locked", lambda: _by_issue(told, locked), barriers),
        kept("stands", lambda: _stands(told, view.positions), view.positions),
        tuple([tabled[issue.id] for issue in told.text.negotiated]),
        kept("said", lambda: _by_issue(told, said), view.committed),
        shared(("wished", *view.standings), lambda: _by_issue(told, liked), told.text, *wishes),
    )


def _numbers(told: Scenario, of: Callable[[IssueId, OptionId], int]) -> _Column:
    """A number of every wording."""
    return tuple(same(tuple(of(issue.id, option.id) for option in issue.options)) for issue in told.text.negotiated)


def _stands(told: Scenario, positions: Positions) -> _Column:
    """Who stands for what."""
    sides = positions.items()
    return tuple(same(tuple([(stand[issue.id], who) for who, stand in sides])) for issue in told.text.negotiated)


def _by_issue(told: Scenario, marks: Iterable[tuple[IssueId, OptionId, Any]]) -> _Column:
    """Marks of wordings by their issues."""
    found: dict[IssueId, list[tuple[OptionId, Any]]] = {}
    for issue, option, mark in marks:
        found.setdefault(issue, []).append((option, mark))
    return tuple(same(tuple(found.get(issue.id, ()))) for issue in told.text.negotiated)


def _later(view: View, lowest: Band) -> _Column:
    """What each wording would change in the aftermath, for the issues that it reads: the same at every table while this
    seat stands for the same in all that any test looks at."""
    told, mine = view.scenario, view.positions[view.who]

    def found() -> _Column:
        rows: dict[IssueId, tuple[int, ...]] = {}
        for test in told.aftermath:
            for issue, row in _of_test(view, test, lowest).items():
                rows[issue] = tuple(map(sum, zip(row, rows[issue], strict=True))) if issue in rows else row
        return tuple(same(rows.get(issue.id, ())) for issue in told.text.negotiated)

    stands = [mine[each.id] for each in _looked_at(told)]
    return shared(("later", view.who, lowest, *stands), found, told.text, told.force, *told.aftermath)


def _of_test(view: View, test: Aftermath, lowest: Band) -> Mapping[IssueId, tuple[int, ...]]:
    """What each wording would change in one test: the same while this seat stands for the same in what it looks at."""
    told, mine = view.scenario, view.positions[view.who]
    looks_at = _looks_at(told, test)

    def points(text: Outcome) -> int:
        return test.fell(text, told.binding, lowest).points.get(view.who, 0)

    def found() -> Mapping[IssueId, tuple[int, ...]]:
        now = points(mine)
        return {each.id: tuple(points({**mine, each.id: o.id}) - now for o in each.options) for each in looks_at}

    return shared((view.who, lowest, *(mine[each.id] for each in looks_at)), found, test, told.text, told.force)


def _vague(view: View) -> _Column:
    """Between what and what the vague wordings of every issue may come to later: the same at every table while the same
    is agreed in all that any test looks at."""
    told = view.scenario

    def found() -> _Column:
        return tuple(
            same(tuple(_may_bring(view, issue, option) if option.vague else None for option in issue.options))
            for issue in told.text.negotiated
        )

    agreed = [view.agreed.get(each.id) for each in _looked_at(told)]
    return shared(("vague", view.who, *agreed), found, told.text, told.force, *told.aftermath)


def _may_bring(view: View, issue: Issue, option: Option) -> tuple[int, int] | None:
    """The least and the most that the tests bring which turn on a wording, added up."""
    found = [span for test in view.scenario.aftermath if (span := _span(view, test, issue, option))]
    return (sum(least for least, _ in found), sum(most for _, most in found)) if found else None


def _span(view: View, test: Aftermath, issue: Issue, option: Option) -> tuple[int, int] | None:
    """The same for one test: over every goodwill, and whatever the other places that it reads may still say."""
    told = view.scenario
    if issue.id not in test.reads:
        return None
    others = {each.id: view.agreed.get(each.id) for each in _looks_at(told, test) if each is not issue}

    def found() -> tuple[int, int] | None:
        open_to = [[agreed] if agreed else [o.id for o in told.text[each].options] for each, agreed in others.items()]
        texts = ({**view.positions[view.who], **dict(zip(others, said, strict=True))} for said in product(*open_to))
        signed = [({**text, issue.id: option.id}, band) for text in texts for band in get_args(Band)]
        fell = (test.fell(text, told.binding, band) for text, band in signed)
        brought = [branch.points.get(view.who, 0) for branch in fell if branch.decides == issue.id]
        return (min(brought), max(brought)) if brought else None

    return shared(("span", view.who, option.id, *others.values()), found, test, issue, told.force)


def _looked_at(told: Scenario) -> tuple[Issue, ...]:
    """The issues for whose words any test can fall otherwise."""

    def found() -> tuple[Issue, ...]:
        ids = {issue.id for test in told.aftermath for issue in _looks_at(told, test)}
        return tuple(issue for issue in told.text.negotiated if issue.id in ids)

    return shared("looked at", found, told.text, told.force, *told.aftermath)


def _looks_at(told: Scenario, test: Aftermath) -> tuple[Issue, ...]:
    """The issues for whose words a test can fall otherwise: those that it reads, and the form of the paper where it
    looks at how far words bind."""

    def found() -> tuple[Issue, ...]:
        binds = any(branch.condition.binds for branch in test.branches)
        reads = test.reads | ({told.force.issue} if told.force and binds else set())
        return tuple(issue for issue in told.text.negotiated if issue.id in reads)

    return shared("looks at", found, told.text, told.force, test)
