"""A letter from the empty chair: those who were not at the table answer the text, word by word.

Nobody wrote these letters. Each is built from what the scenario says of one audience: its sheet, its threshold, the
closing statements that it heard, and the test of the aftermath that was decided by words which matter to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from game.debrief.debrief import Debrief
from game.scenario import Audience, AudienceId, Judgement, Reading
from game.talks import Consequence, Talks
from game.talks.audiences import mood, surplus
from game.talks.events import Mood
from game.text import IssueId, OptionId, Outcome

Tone = Literal["relieved", "uneasy", "angry"]
Feeling = Literal["welcome", "bearable", "minded"]
"""Words that it could not have had better; that it would have had otherwise, and can live with; that it minds."""

_TONES: dict[tuple[Mood, bool], Tone] = {
    ("content", True): "relieved",
    ("uneasy", True): "uneasy",
    ("against", True): "angry",
    # Where there is no text, whoever would have been content with it is not, and the other way round.
    ("content", False): "angry",
    ("uneasy", False): "uneasy",
    ("against", False): "relieved",
}
_SHARES: dict[Tone, tuple[int, int]] = {"relieved": (3, 2), "uneasy": (3, 2), "angry": (2, 3)}
"""How many words a letter praises and how many it minds, at most."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One phrase that a letter speaks of."""

    issue: IssueId
    option: OptionId
    """As it is signed; where nothing was, as its delegation stood for it."""
    feeling: Feeling
    instead: OptionId
    """What it would have liked best."""
    weight: int
    """Points between these words and the worst, where they are welcome, or the best, where they are not."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one audience writes."""

    audience: AudienceId
    tone: Tone
    signed: bool
    """Whether there is a text to answer."""
    day: date
    passages: tuple[Passage, ...]
    """First what it welcomes, then what it minds, the weightiest first."""
    has_vote: bool
    """Whether it had a vote on the text."""
    refused: bool
    """Whether it is the parliament that refused the text for good."""
    statement: Reading | None
    """What it heard another delegation read into the text, where that woke it."""
    later: Consequence | None
    """The test that was decided by words which matter to it; each is told in one letter."""


def letters(debrief: Debrief) -> tuple[Letter, ...]:
    """A letter of everybody who was not at the table: those who have no power but to press first, and among equals
    those who feel most strongly."""
    scenario, end = debrief.scenario, debrief.course.end

    def order(audience: Audience) -> tuple[bool, float]:
        judgement = scenario.judgements[audience.id]
        return audience.power != "press", -abs(surplus(end, audience)) / max(1, judgement.spread)

    found: list[Letter] = []
    for audience in sorted(scenario.audiences, key=order):
        found.append(_letter(debrief, audience, {each.later.test for each in found if each.later}))
    return tuple(found)


def _letter(debrief: Debrief, audience: Audience, told: set[str]) -> Letter:
    course, end, scenario = debrief.course, debrief.course.end, debrief.scenario
    signed = course.signed
    text = signed if signed is not None else end.positions[audience.of]
    judgement = scenario.judgements[audience.id]
    tone = _TONES[mood(end, audience), signed is not None]
    passages = _passages(judgement, text, tone if signed is not None else "uneasy")
    return Letter(
        audience=audience.id,
        tone=tone,
        signed=signed is not None,
        day=scenario.calendar.at(end.hours).when.date() + timedelta(days=1),
        passages=passages,
        has_vote=signed is not None and audience.has_vote(signed),
        refused=course.verdict.refused_by == audience.id,
        statement=_heard(end, audience) if signed is not None else None,
        later=_later(debrief, judgement, told) if signed is not None else None,
    )


def _passages(judgement: Judgement, text: Outcome, tone: Tone) -> tuple[Passage, ...]:
    praised, minded = _SHARES[tone]
    found = list(_felt(judgement, text))
    likes = sorted((each for each in found if each.feeling != "minded"), key=lambda each: -each.weight)
    minds = sorted((each for each in found if each.feeling == "minded"), key=lambda each: -each.weight)
    return (*likes[:praised], *minds[:minded])


def _felt(judgement: Judgement, text: Outcome) -> Iterator[Passage]:
    """Every wording that matters to it, and how."""
    for issue, option in text.items():
        row = judgement.points[issue]
        best = max(row, key=lambda each: row[each])
        lost, won = row[best] - row[option], row[option] - min(row.values())
        if not lost and not won:
            continue
        if not lost:
            yield Passage(issue, option, "welcome", option, won)
        elif won > lost:
            yield Passage(issue, option, "bearable", best, won)
        else:
            yield Passage(issue, option, "minded", best, lost)


def _heard(end: Talks, audience: Audience) -> Reading | None:
    """The closing statement of another delegation that lowered the text most in its eyes."""
    said = {reading for who, reading in end.said.items() if who != audience.of}
    heard = [reading for reading in end.scenario.readings if reading.id in said and reading.wakes]
    return max(heard, key=lambda reading: reading.wakes, default=None)


def _later(debrief: Debrief, judgement: Judgement, told: set[str]) -> Consequence | None:
    """Of the tests that were decided by words, and that nobody has written of yet, the one whose words it cares for
    most."""
    cares = {issue: max(row.values()) - min(row.values()) for issue, row in judgement.points.items()}
    found: Consequence | None = None
    for came in debrief.course.verdict.aftermath:
        if came.decides is None or not came.quoted or came.test in told or not cares[came.decides]:
            continue
        if found is None or found.decides is None or cares[came.decides] > cares[found.decides]:
            found = came
    return found
