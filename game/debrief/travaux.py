"""The travaux: the signed text with its margins, where each word has who brought it, when, against what, and its end.

Everything is read off the record: where each delegation stood before and after each move, and what was tabled. A
wording is brought by whoever was first to stand for it or to table it, for whichever side: on the record or, since all
is open when the talks are over, off it. Where nothing was signed, the text is the draft as it stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from game.debrief.course import Course, Step
from game.scenario import AudienceId
from game.talks import Accept, Amend, Transcribe
from game.talks.bargaining import standing_package
from game.talks.events import Broke, Event, Proposed, Returned
from game.talks.moves import PackageNumber
from game.text import DelegationId, Draft, IssueId, OptionId, draft

How = Literal["opening", "package", "non-paper", "alone", "audience", "paper"]
"""How a wording came: it was there from the opening; it stood in a package, or off the record in a non-paper; somebody
moved there alone; an ally or a parliament would have nothing else; or it was agreed on paper, by nobody knows whom."""


@dataclass(frozen=True, slots=True)
class Source:
    """What brought a wording to the table, or delegations to a wording."""

    how: How
    by: tuple[DelegationId, ...]
    """Whose package it was, who moved, or whose audience asked; at the opening all who stood there."""
    step: int = 0
    """The number of the move; 0 at the opening."""
    hour: float = 0.0
    """Hours of talks after that move."""
    package: PackageNumber | None = None
    accepted_by: tuple[DelegationId, ...] = ()
    """Who took a package, in the order of the table, where it was carried."""
    audience: AudienceId | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Some delegations went to a wording at one move."""

    option: OptionId
    who: tuple[DelegationId, ...]
    """In the order of the table."""
    source: Source
    opened: OptionId | None
    """The wording that all stood for before, and that was given up by it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A wording that stands in the text at the end: alone where it is agreed, and in a bracket beside others."""

    option: OptionId
    owners: tuple[DelegationId, ...]
    """Who stands for it at the end."""
    brought: Source


@dataclass(frozen=True, slots=True)
class Rival:
    """Another wording that stood against those of the end."""

    option: OptionId
    stood: tuple[DelegationId, ...]
    """Who stood for it at one time or another, in the order of the table."""
    tabled: tuple[DelegationId, ...]
    """Whose packages or non-papers had it, where nobody ever stood for it."""


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands in the margin beside one issue."""

    issue: IssueId
    words: tuple[Word, ...]
    """From strong to weak; one where the issue is agreed."""
    rivals: tuple[Rival, ...]
    settled: Source | None
    """What closed the bracket for the last time; None where it is open."""
    passages: tuple[Passage, ...]
    """Everybody's moves in it, in order, with the one that settled it."""


@dataclass(frozen=True, slots=True)
class Travaux:
    """The text at the end, with a margin for each of its issues."""

    signed: bool
    draft: Draft
    margins: Mapping[IssueId, Margin]


def travaux(course: Course) -> Travaux:
    """The sheet of these talks."""
    text, end = course.scenario.text, course.end
    past = _Past(course)
    margins = {issue.id: _margin(past, issue.id) for issue in text.negotiated}
    return Travaux(course.signed is not None, draft(text, end.positions), margins)


@dataclass(frozen=True, eq=False)
class _Past:
    """The whole course by issue."""

    course: Course

    @cached_property
    def mentions(self) -> Mapping[tuple[IssueId, OptionId], tuple[Source, ...]]:
        """Every time a wording was stood for at the opening, tabled, or moved to."""
        found: dict[tuple[IssueId, OptionId], list[Source]] = {}
        opening = self.course.opening.positions
        for issue in self.course.scenario.text.negotiated:
            for option in dict.fromkeys(stand[issue.id] for stand in opening.values()):
                there = tuple(who for who, stand in opening.items() if stand[issue.id] == option)
                found.setdefault((issue.id, option), []).append(Source("opening", there))
        for step in self.course.steps:
            for issue_id, option, source in _said(step):
                found.setdefault((issue_id, option), []).append(source)
        return {word: tuple(sources) for word, sources in found.items()}

    @cached_property
    def passages(self) -> Mapping[IssueId, tuple[Passage, ...]]:
        """Every time that delegations came to stand somewhere else, in order."""
        found: dict[IssueId, list[Passage]] = {}
        for step in self.course.steps:
            gone: dict[tuple[IssueId, OptionId, Source], list[DelegationId]] = {}
            for who, issue, option in _moved(step):
                gone.setdefault((issue, option, _source(step, who, issue)), []).append(who)
            for (issue, option, source), several in gone.items():
                opened = step.before.agreed.get(issue)
                found.setdefault(issue, []).append(Passage(option, tuple(several), source, opened))
        return {issue: tuple(each) for issue, each in found.items()}


def _margin(past: _Past, issue: IssueId) -> Margin:
    course = past.course
    stands = {who: stand[issue] for who, stand in course.end.positions.items()}
    rank = course.scenario.text[issue].rank
    kept = sorted(set(stands.values()), key=rank)
    others = sorted({option for named, option in past.mentions if named == issue} - set(kept), key=rank)
    passages = past.passages.get(issue, ())
    settled = None
    if len(kept) == 1:
        settled = passages[-1].source if passages else past.mentions[issue, kept[0]][0]
    owners = {option: tuple(who for who, stand in stands.items() if stand == option) for option in kept}
    return Margin(
        issue,
        tuple(Word(option, owners[option], past.mentions[issue, option][0]) for option in kept),
        tuple(_rival(past, issue, option) for option in others),
        settled,
        passages,
    )


def _rival(past: _Past, issue: IssueId, option: OptionId) -> Rival:
    mentions = past.mentions[issue, option]
    stood = {who for source in mentions if source.how == "opening" for who in source.by}
    stood |= {who for each in past.passages.get(issue, ()) if each.option == option for who in each.who}
    tabled = {who for source in mentions for who in source.by} if not stood else set()
    ids = past.course.ids
    return Rival(option, tuple(who for who in ids if who in stood), tuple(who for who in ids if who in tabled))


def _moved(step: Step) -> Iterator[tuple[DelegationId, IssueId, OptionId]]:
    """Who stands where after a move that did not stand there before."""
    if step.before.positions is step.after.positions:
        return
    for who, stand in step.after.positions.items():
        before = step.before.positions[who]
        if stand is not before:
            yield from ((who, issue, option) for issue, option in stand.items() if before[issue] != option)


def _said(step: Step) -> Iterator[tuple[IssueId, OptionId, Source]]:
    """The wordings that a move puts on the table."""
    for event in step.events:
        if isinstance(event, Proposed):
            how: How = "non-paper" if event.off_record else "package"
            source = Source(how, (step.move.by,), step.number, event.at, event.package)
            yield from ((shift.issue, shift.option, source) for shift in event.shifts)
    for who, issue, option in _moved(step):
        yield issue, option, _source(step, who, issue)


def _source(step: Step, who: DelegationId, issue: IssueId) -> Source:
    """What made a delegation move in an issue: an audience of its own that minded the wording, or the move itself."""
    asked = next((event for event in step.events if _asks(event, who, issue)), None)
    if isinstance(asked, Broke | Returned):
        return Source("audience", (who,), step.number, step.after.hours, audience=asked.audience)
    move = step.move
    if isinstance(move, Accept):
        package = standing_package(step.before, move.package)
        takers = tuple(one for one in step.after.scenario.ids if one in package.asked)
        return Source("package", (package.by,), step.number, step.after.hours, move.package, takers)
    if isinstance(move, Transcribe):
        return Source("paper", (), step.number, step.after.hours)
    assert isinstance(move, Amend), "positions move by a package, alone, by an audience, or on paper"
    return Source("alone", (move.by,), step.number, step.after.hours)


def _asks(event: Event, who: DelegationId, issue: IssueId) -> bool:
    return isinstance(event, Broke | Returned) and event.by == who and event.issue == issue
