"""What a score is made of, in words: the text, the hours, the talks and the aftermath, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario import AudienceId, Scenario
from game.talks import Entry, Score
from game.talks.causes import CameOfIt, Ground, Pressed
from game.text import DelegationId
from game.words.causes import ground
from game.words.language import head, say
from game.words.names import audience, day_at


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a sum; `sum` when it is a part of the whole, and not a reason under such a part."""

    words: str
    points: int
    sum: bool = True


def rows_of(scenario: Scenario, who: DelegationId, score: Score, *, signed: bool) -> list[Row]:
    """The parts of a score in the order in which they came to be, each followed by its reasons."""
    rows = [Row("The words that were signed", score.words)] if signed else []
    rows += [Row(head(ground(scenario, entry.ground, who)), entry.points) for entry in _of(score, "walk-away")]
    rows += [Row(head(ground(scenario, entry.ground, who)), entry.points) for entry in _of(score, "hours")]
    rows += _part("In the talks", together(scenario, who, _of(score, "talks")))
    return rows + _part("What came after", [(_test(entry), entry.points) for entry in _of(score, "aftermath")])


def _of(score: Score, kind: str) -> list[Entry]:
    return [entry for entry in score.entries if entry.kind == kind]


def _part(heading: str, reasons: list[tuple[str, int]]) -> list[Row]:
    if not reasons:
        return []
    under = [Row(head(words), points, sum=False) for words, points in reasons]
    return [Row(heading, sum(points for _, points in reasons)), *under]


def _test(entry: Entry) -> str:
    """The title and the year of a test; how it fell out is told with the aftermath."""
    test = entry.ground
    return say("{title}, {year}", title=test.title, year=str(test.day.year)) if isinstance(test, CameOfIt) else ""


def together(scenario: Scenario, who: DelegationId, entries: list[Entry]) -> list[tuple[str, int]]:
    """Reasons with their points; an audience that pressed on several days is told once, with the days."""
    told: dict[str, int] = {}
    pressed: dict[AudienceId, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.ground, Pressed):
            pressed.setdefault(entry.ground.audience, []).append(entry)
    for entry in entries:
        if isinstance(entry.ground, Pressed):
            words = _pressed(scenario, who, [each.ground for each in pressed[entry.ground.audience]])
        else:
            words = ground(scenario, entry.ground, who)
        told[words] = told.get(words, 0) + entry.points
    return list(told.items())


def _pressed(scenario: Scenario, who: DelegationId, times: list[Ground]) -> str:
    """What those who press have cost, with the days on which it was."""
    first, *_, last = [each for each in (*times, *times) if isinstance(each, Pressed)]
    days = [day_at(scenario, each.at) for each in times if isinstance(each, Pressed)]
    if len(set(days)) == 1:
        return ground(scenario, first, who)
    return say(
        "{audience} is against what you stand for ({first} to {last}, {n} times)",
        audience=audience(scenario, first.audience), first=days[0], last=day_at(scenario, last.at), n=len(days),
    )  # fmt: skip
