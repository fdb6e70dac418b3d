"""Another text in the place of the last: what those outside, the mandates and the aftermath would have made of it.

Nothing is reckoned here that the rules do not reckon: the last act of the talks, from the last initial on, is played
once more with other words, and what stands at its end is asked. All else is as it was: the hours, what had been paid,
the goodwill, the news, and the closing statements as far as the other words let themselves be read so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from game.analysis import closed_to
from game.debrief.course import Course, Step
from game.scenario import AudienceId, Branch
from game.talks import Consequence, Interpret, Refused, Score, Shift, Sign, Talks, consequences, play, score
from game.talks.aftermath import fallen
from game.talks.audiences import surplus
from game.talks.causes import Together
from game.talks.closing import readings_of, speaker
from game.talks.locks import barrier
from game.text import DelegationId, Exclusion, IssueId, OptionId, Outcome

Line = Literal["red-line", "beyond", "mandate", "barred"]
"""Forbidden by a delegation's instructions; in none of the steps that its capital could open; in one that it had not
opened; refused by those who must take the text."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A wording that one delegation could not have stood for as the talks stood."""

    who: DelegationId
    issue: IssueId
    option: OptionId
    line: Line


@dataclass(frozen=True, slots=True)
class Worth:
    """What a text brings one delegation, taken apart, in points."""

    words: int
    pairs: int
    """Of words that stand together."""
    aftermath: int
    spent: int
    """The hours, and what was earned or paid in the talks."""

    @property
    def total(self) -> int:
        """All parts together: what the rules call the score."""
        return self.words + self.pairs + self.aftermath + self.spent

    @classmethod
    def of(cls, found: Score) -> Worth:
        """The parts of a score of a signed text."""
        pairs = sum(entry.points for entry in found.entries if isinstance(entry.ground, Together))
        aftermath = found.part("aftermath")
        return cls(found.words - pairs, pairs, aftermath, found.total - found.words - aftermath)


@dataclass(frozen=True, eq=False)
class Judged:
    """A text as it would have been judged at the end of these talks."""

    text: Outcome
    broken: tuple[AudienceId, ...]
    """Allies who would not have been silent."""
    votes: tuple[AudienceId, ...]
    """Parliaments that have a vote on a text of this form ..."""
    refuse: tuple[AudienceId, ...]
    """... and those of them that would have sent it back."""
    press: tuple[AudienceId, ...]
    """Those who can only press, and would not have been content."""
    fell: tuple[Branch, ...]
    """How each test of the aftermath falls out, by date."""
    worth: Mapping[DelegationId, Worth]
    excluded: Exclusion | None
    """Why the words cannot stand in one text."""
    crossed: tuple[Crossing, ...]
    talks: Talks
    """The talks after their last act, as they would have been."""

    @cached_property
    def tests(self) -> tuple[Consequence, ...]:
        """The aftermath, by date, with the sentences that decide; the text is printed for it, so it is made when it is
        asked for."""
        return consequences(self.talks.scenario, self.text, self.talks.goodwill)

    @property
    def kept(self) -> bool:
        """Whether it would have been signed and kept: one text, consented to, and ratified where it must be. What the
        mandates said of it is another matter."""
        return self.excluded is None and not self.broken and not self.refuse


def judged(course: Course, text: Outcome) -> Judged:
    """A whole text, judged in the place of the last."""
    talks = played_with(course, text)
    scenario, outside = talks.scenario, talks.scenario.audiences
    below = {each.id for each in outside if surplus(talks, each, text) < 0}
    votes = tuple(each.id for each in outside if each.has_vote(text))
    points = {
        who: score(scenario, who, text, talks.hours, talks.charges.get(who, ()), talks.goodwill) for who in scenario.ids
    }
    return Judged(
        text=text,
        broken=tuple(each.id for each in outside if each.power == "consent" and each.id in below),
        votes=votes,
        refuse=tuple(one for one in votes if one in below),
        press=tuple(each.id for each in outside if each.power == "press" and each.id in below),
        fell=tuple(branch for _, branch in fallen(scenario, text, talks.goodwill)),
        worth={who: Worth.of(found) for who, found in points.items()},
        excluded=scenario.text.conflict(text),
        crossed=tuple(_crossed(course.end, text)),
        talks=talks,
    )


def played_with(course: Course, text: Outcome) -> Talks:
    """The talks after their last act, had everybody put its initials under this text; the talks as they ended with
    everybody standing for it, where they never came to initials, or where it is no text at all. Those
    outside judge by their numbers: nobody can say what whoever spoke for one would have said."""
    stands = dict.fromkeys(course.ids, text)
    act = _last_act(course)
    if act is None:
        return replace(course.end, positions=stands)
    unheard = frozenset(each.id for each in course.scenario.happenings) - course.end.happened
    talks = replace(
        act.before,
        positions=stands,
        consented=stands,
        barred=frozenset(),
        happened=act.before.happened | unheard,
        seated=frozenset(),
    )
    signed = play(talks, act.move)
    if isinstance(signed, Refused):
        return replace(course.end, positions=stands)
    return _spoken(signed, dict(_statements(course, act)))


def _last_act(course: Course) -> Step | None:
    """The last initial by which a text was frozen or, where nobody could read anything into it, judged at once."""
    whole = frozenset(course.ids)
    for step in reversed(course.steps):
        if isinstance(step.move, Sign) and step.before.initials | {step.move.by} == whole:
            return step
    return None


def _statements(course: Course, act: Step) -> Iterator[tuple[DelegationId, Interpret]]:
    """The closing statements that were made on the text."""
    for step in course.steps:
        if step.number > act.number and isinstance(step.move, Interpret):
            yield step.move.by, step.move


def _spoken(talks: Talks, made: Mapping[DelegationId, Interpret]) -> Talks:
    """The talks after everybody's closing statement: the same as was made, where these words let themselves be read
    so, and none else."""
    while talks.closing and (due := speaker(talks)) is not None:
        was = made.get(due)
        fits = was is not None and was.reading in [reading.id for reading in readings_of(talks, due)]
        spoken = play(talks, was if was is not None and fits else Interpret(due))
        assert not isinstance(spoken, Refused), f"{due} may say nothing: {spoken}"
        talks = spoken
    return talks


def _crossed(end: Talks, text: Outcome) -> Iterator[Crossing]:
    """Whose red lines and mandates a text does not keep to."""
    for who in end.scenario.ids:
        never, red = closed_to(end.scenario, (who,)), end.scenario.instructions[who].red_lines
        for issue, option in text.items():
            shift, open_now = Shift(who, issue, option), end.mandate(who, issue)
            match barrier(shift, open_now, red.get(issue, ()), shift in end.barred):
                case "red-line":
                    yield Crossing(who, issue, option, "red-line")
                case "barred":
                    yield Crossing(who, issue, option, "barred")
                case "mandate" | "never":
                    yield Crossing(who, issue, option, "beyond" if (issue, option) in never else "mandate")
                case None:
                    pass
