"""Packages in words: who moves where, what waits for whom, and what it would make of one's points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.scenario import Scenario
from game.seat import Desk, PackageRow, Reach
from game.talks import Shift
from game.words.language import phrase, say
from game.words.penalties import penalty
from game.words.people import name, names
from game.words.points import span

_HEADS: Mapping[bool, str] = {
    False: phrase("Package {n}, from {who}, waits for {whom:and}."),
    True: phrase("Non-paper {n}, off the record, from {who}, waits for {whom:and}."),
}
_MOVES: Mapping[tuple[bool, str], str] = {
    (True, ""): phrase("You move, {issue}: from {old:quoted} to {new:quoted}."),
    (True, "same"): phrase("You move, {issue}: from {old:quoted} to {new:quoted} (the same to you)."),
    (True, "points"): phrase("You move, {issue}: from {old:quoted} to {new:quoted} ({points:signed} for you)."),
    (False, ""): phrase("{who:head} moves, {issue}: from {old:quoted} to {new:quoted}."),
    (False, "same"): phrase("{who:head} moves, {issue}: from {old:quoted} to {new:quoted} (the same to you)."),
    (False, "points"): phrase(
        "{who:head} moves, {issue}: from {old:quoted} to {new:quoted} ({points:signed} for you)."
    ),
}
"""By whether oneself moves, and what that is worth to oneself."""


def package_lines(scenario: Scenario, desk: Desk, row: PackageRow) -> Iterator[str]:
    """A package that stands: who moves where, what it makes of my points, and what I would leave for it."""
    whom = names(scenario, row.waits_for, desk.who)
    yield say(_HEADS[row.off_record], n=str(row.number), who=name(scenario, row.by, desk.who), whom=whom)
    yield from shift_lines(scenario, desk, row.shifts)
    if desk.worth and row.after:
        yield with_it(row.after, desk.worth.now)
        yield from (mind(penalty(scenario, minded)) for minded in row.penalties)


def mind(words: str) -> str:
    """A warning before a move."""
    return say("Mind: {words}", words=words)


def with_it(after: Reach, now: Reach) -> str:
    """What the words would be worth with a package, and what they are worth now."""
    return say("With it, the words are worth {after} to you; now {now}.", after=span(after), now=span(now))


def shift_lines(scenario: Scenario, desk: Desk, shifts: Sequence[Shift]) -> Iterator[str]:
    """Who moves where from where, the others first."""
    for who in sorted(scenario.ids, key=lambda who: who == desk.who):
        yield from (_moves(scenario, desk, shift) for shift in shifts if shift.delegation == who)


def _moves(scenario: Scenario, desk: Desk, shift: Shift) -> str:
    issue = scenario.text[shift.issue]
    row = {each.option: each for each in next(row for row in desk.issues if row.issue == shift.issue).wordings}
    old = next(each for each in row.values() if shift.delegation in each.stands)
    worth, points = "", 0
    if desk.worth:
        points = (row[shift.option].points or 0) - (old.points or 0)
        worth = "points" if points else "same"
    line, who = _MOVES[shift.delegation == desk.who, worth], name(scenario, shift.delegation)
    words = {"old": issue[old.option].name, "new": issue[shift.option].name}
    return say(line, who=who, issue=issue.title, **words, points=points)
