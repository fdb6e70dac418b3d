"""The talks in words that can be read aloud: the draft with its brackets, packages, points, what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from game.scenario import Scenario
from game.table import Table
from game.talks import (
    Kind,
    Package,
    Score,
    Shift,
    View,
    hour_number,
    listed,
    opening_capital,
    pledges,
    signed_points,
    tell,
    wording,
)
from game.talks.events import Event
from game.terminal.console import Console
from game.text import DelegationId, IssueId, Run
from game.words.levels import who_came


def bare(points: int) -> str:
    """Points, with a real minus."""
    return f"−{-points}" if points < 0 else str(points)


def moves_words(count: int) -> str:
    """So many moves."""
    return f"{count} move{'' if count == 1 else 's'}"


_TO_THEM = (
    (re.compile(r"\byour\b"), "their"),
    (re.compile(r"\byou had\b"), "they had"),
    (re.compile(r"\byou stand\b"), "they stand"),
)


def of_others(reason: str) -> str:
    """A reason that was told to its own seat, as somebody else hears it at the end; what is quoted stays as it was."""
    parts = re.split(r"(“[^”]*”)", reason)
    for place in range(0, len(parts), 2):
        for mine, theirs in _TO_THEM:
            parts[place] = mine.sub(theirs, parts[place])
    return "".join(parts)


def points_words(points: int) -> str:
    """So many points, with their sign: +1 point, −3 points."""
    return f"{signed_points(points)} point{'' if abs(points) == 1 else 's'}"


def sum_words(score: Score) -> str:
    """A sum as it shows its parts: 40 points, the words 43, the hours −1 and what comes after −2."""
    base: Kind = "walk-away" if any(entry.kind == "walk-away" for entry in score.entries) else "words"
    parts = [f"the {base} {bare(score.part(base))}", f"the hours {signed_points(score.part('hours'))}"]
    parts += [f"the talks {signed_points(points)}"] if (points := score.part("talks")) else []
    parts += [f"what comes after {signed_points(points)}"] if (points := score.part("aftermath")) else []
    return f"{bare(score.total)} point{'' if abs(score.total) == 1 else 's'}, {listed(parts)}"


def cost_of_hours(view: View, hours: float) -> int:
    """What so many hours more would bring this seat: a negative number of points, or none."""
    delay = view.seat.instructions.delay
    return delay.cost(view.hours) - delay.cost(view.hours + hours)


def day_words(day: date) -> str:
    """A date as people write it: 9 June 1994."""
    return f"{day.day} {day:%B %Y}"


def name_of(scenario: Scenario, who: DelegationId, me: DelegationId | None = None) -> str:
    """A delegation's name in the middle of a sentence, or `you`."""
    return "you" if who == me else scenario[who].short


def speak(scenario: Scenario, runs: Sequence[Run]) -> str:
    """A stretch of the draft, its brackets said in words."""
    said = ""
    for run in runs:
        words = _bracket(scenario, run) if run.bracketed else run.words
        touching = bool(said) and not said[-1].isspace() and (run.bracketed or said[-1] == ")")
        said += f" {words}" if touching and words[:1] not in {"", " ", ".", ",", ";", ":"} else words
    return said


def _bracket(scenario: Scenario, run: Run) -> str:
    each = [
        f"{listed([scenario[owner].short for owner in said.owners])}: {said.words.strip(' ,') or 'silence'}"
        for said in run.alternatives
    ]
    return f"(in brackets: {'; '.join(each)})"


def stands(view: View, issue: IssueId) -> str:
    """Who stands where in an issue; you come first."""
    if issue in view.agreed:
        return f"agreed, {wording(view.scenario, issue, view.agreed[issue])}"
    owners: dict[str, list[str]] = {}
    for who in sorted(view.positions, key=lambda who: who != view.who):
        said = wording(view.scenario, issue, view.positions[who][issue])
        owners.setdefault(said, []).append(name_of(view.scenario, who, view.who))
    return "in brackets: " + "; ".join(f"{listed(names)}, {said}" for said, names in owners.items())


def my_points(view: View, shifts: Sequence[Shift] = ()) -> str:
    """My points from where every bracket falls to the others to where every one falls to me, once these are made."""
    return span_of(*view.reach(view.after(tuple(shifts))))


def span_of(low: int, high: int) -> str:
    """Worst to best: 43 to 66."""
    return bare(low) if low == high else f"{bare(low)} to {bare(high)}"


def shift_lines(view: View, shifts: Sequence[Shift]) -> Iterator[str]:
    """Who moves where from where, the others first."""
    for who in sorted({shift.delegation for shift in shifts}, key=lambda who: who == view.who):
        mover = opening_capital(name_of(view.scenario, who, view.who))
        verb = "move" if who == view.who else "moves"
        for shift in shifts:
            if shift.delegation == who:
                old = wording(view.scenario, shift.issue, view.positions[who][shift.issue])
                new = wording(view.scenario, shift.issue, shift.option)
                issue = view.scenario.text[shift.issue].title
                yield f"{mover} {verb}, {issue}: from {old} to {new}{_worth(view, shift)}."


def _worth(view: View, shift: Shift) -> str:
    """What a move of words is worth to me by itself, as a short remark."""
    if not view.own:
        return ""
    points = view.own.instructions.points[shift.issue]
    change = points[shift.option] - points[view.positions[shift.delegation][shift.issue]]
    return f" ({signed_points(change)} for you)" if change else " (the same to you)"


def package_lines(view: View, package: Package) -> Iterator[str]:
    """A package that stands: who moves where, and what it makes of my points."""
    kind = f"Non-paper {package.number}, off the record" if package.off_record else f"Package {package.number}"
    waits = listed([name_of(view.scenario, who, view.who) for who in view.scenario.ids if who in package.waits_for])
    yield f"{kind}, from {name_of(view.scenario, package.by, view.who)}, waits for {waits}."
    yield from shift_lines(view, package.shifts)
    if view.own:
        yield f"With it, the words are worth {my_points(view, package.shifts)} to you; now {my_points(view)}."
        yield from (f"Mind: {mind}" for mind in pledges(view, package.shifts))


def tell_events(console: Console, scenario: Scenario, events: Sequence[Event], since: float | None = None) -> None:
    """What happened, a sentence each with the hour where it changes, and what was said with it."""
    hour = since
    for event in events:
        stamp = "" if event.at == hour else f"Hour {hour_number(event.at)}. "
        hour = event.at
        console.tell(stamp + tell(scenario, event), hang=2)
        if event.remark:
            console.tell(_said(scenario, event), indent=2)


def _said(scenario: Scenario, event: Event) -> str:
    who = opening_capital(scenario[event.by].short) if event.by else "They"
    return f"{who}: “{event.remark}”"


def tell_who_came(console: Console, table: Table) -> None:
    """Whom the computer played, how well and like whom, a sentence each."""
    told = who_came(table.scenario, table.seats, table.verdict.sheets) if table.verdict else ()
    if told:
        console.tell()
    for sentence in told:
        console.tell(sentence)
