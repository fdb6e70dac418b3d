"""How the talks ended, when they are over: the verdict, everybody's points in their parts, and the envelopes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.scenario import AudienceId, Band, Couple, Instructions, Scenario, lowest_band
from game.seat.memo import kept, shared
from game.talks import Consequence, Score, Verdict, View
from game.talks.verdict import Ending
from game.text import DelegationId, IssueId, Outcome, Run, draft


@dataclass(frozen=True, slots=True)
class Account:
    """One delegation's points, oneself first."""

    who: DelegationId
    score: Score
    walk_away: int
    historical: Score | None
    """What the historical text would have been worth after the same hours and charges, if there is one."""
    apart: int
    """How far what it has is above the walk-away: the words, or where nothing was signed, the whole sum."""
    better: int | None
    """How far the whole sum is above what history would have been worth, if there is one."""
    sheet: Instructions
    """Its envelope, opened: as it was drawn, and as events have changed it."""


@dataclass(frozen=True, slots=True)
class Goodwill:
    """How two delegations stood with each other at the end."""

    between: Couple
    points: int


@dataclass(frozen=True, slots=True)
class Written:
    """A clause of a whole text as it is printed, or the wording of an issue beside it."""

    words: str
    clause: str = ""
    """The id of the clause; empty for the heading, and for an issue beside the text."""
    issue: IssueId | None = None
    issues: tuple[IssueId, ...] = ()
    """Those whose own words it prints, in the order in which they stand; beside the text, the issue."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of the talks."""

    kind: Ending
    signed: Outcome | None
    """The signed text; None where nothing was signed."""
    text: tuple[Written, ...]
    """The signed text, clause by clause."""
    historical: tuple[Written, ...]
    """The historical text in the same way."""
    as_in_history: int | None
    """How many of its wordings are those of the historical text, where there is one."""
    accounts: tuple[Account, ...]
    aftermath: tuple[Consequence, ...]
    goodwill: tuple[Goodwill, ...]
    lowest: Band
    """How the coldest two stood: what the aftermath reads."""
    left_by: DelegationId | None = None
    refused_by: AudienceId | None = None
    """The parliament that refused the text for good."""
    twice: bool = False
    """Whether that parliament had sent a text back before."""
    brackets: tuple[IssueId, ...] = ()
    """The issues that were open when the clock struck, or when the talks were broken off."""
    outside: Mapping[AudienceId, int] = field(default_factory=dict)
    """The score of everybody who spoke for an audience: points of the signed text above what it needed, below where
    negative; 0 without a text."""


def ended(view: View) -> Ended | None:
    """How the talks ended; None while they go on."""
    verdict, told = view.verdict, view.scenario
    if verdict is None:
        return None
    signed, history = verdict.outcome, told.history.outcome if told.history else None
    accounts = (_kept_account(verdict, who) for who in sorted(told.ids, key=lambda who: who != view.who))
    return Ended(
        kind=verdict.kind,
        signed=signed,
        text=kept("written", lambda: written(told, signed), told.text, signed) if signed is not None else (),
        historical=shared("written", lambda: written(told, history), told.text, history) if history is not None else (),
        as_in_history=_alike(told, signed, history),
        accounts=tuple(accounts),
        aftermath=verdict.aftermath,
        goodwill=tuple(Goodwill(two, points) for two, points in view.goodwill.items()),
        lowest=lowest_band(view.goodwill),
        left_by=verdict.left_by,
        refused_by=verdict.refused_by,
        twice=verdict.twice,
        brackets=verdict.brackets,
        outside=verdict.outside,
    )


def _kept_account(verdict: Verdict, who: DelegationId) -> Account:
    return kept(("account", who), lambda: _account(verdict, who), verdict)


def _account(verdict: Verdict, who: DelegationId) -> Account:
    score, walk_away = verdict.scores[who], verdict.walk_away[who]
    historical = verdict.historical[who] if verdict.historical else None
    has = score.total if verdict.outcome is None else score.words
    better = score.total - historical.total if historical else None
    return Account(who, score, walk_away, historical, has - walk_away, better, verdict.sheets[who])


def written(scenario: Scenario, outcome: Outcome) -> tuple[Written, ...]:
    """A whole text as it is printed: the heading, its clauses, and the side issues."""
    paper = draft(scenario.text, {DelegationId(""): outcome})
    clauses = (_printed(each.runs, each.id) for each in paper.clauses)
    sides = (
        Written(each[outcome[each.id]].name, issue=each.id, issues=(each.id,))
        for each in scenario.text.negotiated
        if each.side
    )
    return (_printed(paper.heading), *clauses, *sides)


def _printed(runs: tuple[Run, ...], clause: str = "") -> Written:
    own = dict.fromkeys(run.issue for run in runs if run.issue and not run.part and run.words.strip())
    return Written("".join(run.words for run in runs), clause, issues=tuple(own))


def _alike(told: Scenario, signed: Outcome | None, history: Outcome | None) -> int | None:
    """In how many of the negotiated issues two texts have the same wording, if there are both."""
    if not signed or not history:
        return None
    return sum(signed[issue.id] == history[issue.id] for issue in told.text.negotiated)
