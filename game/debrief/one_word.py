"""Change one word after the end: whose silence breaks, which parliament refuses, which test falls the other way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeVar

from game.analysis import fair, space_of
from game.debrief.debrief import Debrief
from game.debrief.instead import Crossing, Judged, Worth, judged
from game.scenario import AudienceId
from game.talks import Consequence
from game.text import DelegationId, Exclusion, IssueId, OptionId, Outcome

_Thing = TypeVar("_Thing")
Basis = Literal["signed", "draft", "history", "nearest"]
"""Which text the words are changed of: the signed one; where nothing was signed the last draft without brackets, else
the historical text, else the draft that had the fewest brackets, closed as would have been fairest."""


@dataclass(frozen=True, eq=False)
class Change:
    """One text beside another, both as they would have been judged at the end."""

    before: Judged
    after: Judged

    @property
    def issues(self) -> tuple[IssueId, ...]:
        """The issues whose words are changed, in the order of the text."""
        return tuple(issue for issue, option in self.after.text.items() if self.before.text[issue] != option)

    @property
    def breaks(self) -> tuple[AudienceId, ...]:
        """Allies whose silence breaks that had held."""
        return _new(self.before.broken, self.after.broken)

    @property
    def consents(self) -> tuple[AudienceId, ...]:
        """Allies who are silent now, and had not been."""
        return _new(self.after.broken, self.before.broken)

    @property
    def wakes(self) -> tuple[AudienceId, ...]:
        """Parliaments that have a vote now, by the form of the paper."""
        return _new(self.before.votes, self.after.votes)

    @property
    def rests(self) -> tuple[AudienceId, ...]:
        """Parliaments that have none any more."""
        return _new(self.after.votes, self.before.votes)

    @property
    def refuses(self) -> tuple[AudienceId, ...]:
        """Parliaments that refuse now."""
        return _new(self.before.refuse, self.after.refuse)

    @property
    def ratifies(self) -> tuple[AudienceId, ...]:
        """Parliaments that had refused, and do not now: they are content, or have no vote."""
        return _new(self.after.refuse, self.before.refuse)

    @property
    def angers(self) -> tuple[AudienceId, ...]:
        """Those who can only press, and are not content any more."""
        return _new(self.before.press, self.after.press)

    @property
    def calms(self) -> tuple[AudienceId, ...]:
        """Those who can only press, and are content now."""
        return _new(self.after.press, self.before.press)

    @property
    def falls(self) -> tuple[tuple[Consequence, Consequence], ...]:
        """The tests of the aftermath that fall the other way: as they fell, and as they would have fallen."""
        if not self.fallen:
            return ()
        tests = tuple(zip(self.before.tests, self.after.tests, strict=True))
        return tuple(tests[place] for place in self.fallen)

    @cached_property
    def fallen(self) -> tuple[int, ...]:
        """Which tests of the aftermath fall the other way, by their places."""
        pairs = enumerate(zip(self.before.fell, self.after.fell, strict=True))
        return tuple(place for place, (was, now) in pairs if (was.because, was.points) != (now.because, now.points))

    @property
    def crosses(self) -> tuple[Crossing, ...]:
        """Whose red lines and mandates the new words do not keep to."""
        return _new(self.before.crossed, self.after.crossed)

    @property
    def excluded(self) -> Exclusion | None:
        """Why the words cannot stand in one text."""
        return self.after.excluded

    @property
    def gains(self) -> Mapping[DelegationId, Worth]:
        """What it adds for each, in points, part by part."""
        return {who: _less(after, self.before.worth[who]) for who, after in self.after.worth.items()}

    @property
    def stirred(self) -> int:
        """How much of what is not at the table falls otherwise: consents, votes, tests, and whom they please."""
        outside = (self.breaks, self.consents, self.wakes, self.rests, self.refuses, self.ratifies)
        return sum(map(len, outside)) + len(self.angers) + len(self.calms) + len(self.fallen)


def _new(before: tuple[_Thing, ...], after: tuple[_Thing, ...]) -> tuple[_Thing, ...]:
    return tuple(each for each in after if each not in before)


def _less(after: Worth, before: Worth) -> Worth:
    return Worth(
        after.words - before.words,
        after.pairs - before.pairs,
        after.aftermath - before.aftermath,
        after.spent - before.spent,
    )


class OneWord:
    """The text at the end, and whatever becomes of it by other words. Each text is judged when it is first asked of,
    which takes about as long as the last moves did."""

    def __init__(self, debrief: Debrief) -> None:
        self.course = debrief.course
        self.scenario = debrief.scenario
        self._debrief = debrief
        self._judged: dict[tuple[tuple[IssueId, OptionId], ...], Judged] = {}

    @cached_property
    def _based(self) -> tuple[Basis, Outcome]:
        if self.course.signed is not None:
            return "signed", self.course.signed
        for step in reversed(self.course.steps):
            if not step.after.brackets and self.scenario.text.conflict(step.after.agreed) is None:
                return "draft", step.after.agreed
        if self.scenario.history is not None:
            return "history", self.scenario.history.outcome
        return "nearest", self._nearest()

    def _nearest(self) -> Outcome:
        """The draft with the fewest brackets, the last of them, closed with the words of the fairest text."""
        agreed = min(reversed(self.course.moments), key=lambda talks: len(talks.brackets)).agreed
        within = space_of(self.scenario, {issue: {option} for issue, option in agreed.items()})
        found = fair(within, self._debrief.walk_away).nash
        closed = found.text if found is not None else self.scenario.text.extends(agreed)
        return closed if closed is not None else self.course.opening.positions[self.course.ids[0]]

    @property
    def basis(self) -> Basis:
        """What the text is of which words are changed."""
        return self._based[0]

    @cached_property
    def text(self) -> Outcome:
        """That text, its issues in their order."""
        return {issue.id: self._based[1][issue.id] for issue in self.scenario.text.issues}

    def judge(self, text: Outcome) -> Judged:
        """A whole text, judged in the place of the last."""
        key = tuple((issue.id, text[issue.id]) for issue in self.scenario.text.issues)
        if key not in self._judged:
            self._judged[key] = judged(self.course, dict(key))
        return self._judged[key]

    def change(self, words: Mapping[IssueId, OptionId]) -> Change:
        """What becomes of the text by other words in some issues. Raises `KeyError` for words that there are not."""
        for issue, option in words.items():
            self.scenario.text[issue].rank(option)
        return Change(self.judge(self.text), self.judge({**self.text, **words}))

    def all(self) -> Iterator[Change]:
        """Every change of one word, issue by issue, from strong to weak."""
        for issue in self.scenario.text.negotiated:
            for option in issue.options:
                if option.id != self.text[issue.id]:
                    yield self.change({issue.id: option.id})

    @cached_property
    def every(self) -> tuple[Change, ...]:
        """The same, worked out."""
        return tuple(self.all())

    def foremost(self, most: int = 8, of_one: int = 2) -> tuple[Change, ...]:
        """The changes that matter most, of words that can stand in one text: by which most falls otherwise outside, and
        among those the ones that move most points of anybody's; of one issue a few at most."""
        found: list[Change] = []
        for change in sorted((each for each in self.every if each.excluded is None), key=_weight):
            if len(found) < most and sum(each.issues == change.issues for each in found) < of_one:
                found.append(change)
        return tuple(found)


def _weight(change: Change) -> tuple[int, int]:
    return -change.stirred, -max(abs(worth.total) for worth in change.gains.values())


@dataclass(frozen=True, eq=False)
class Rewording:
    """Words changed one after the other, each of which can be taken back."""

    found: OneWord
    steps: tuple[tuple[IssueId, OptionId], ...] = ()
    """The words that were put, in their order; of one issue put twice running only the last."""

    @property
    def text(self) -> Outcome:
        """The text as it is now."""
        return {**self.found.text, **dict(self.steps)}

    @property
    def change(self) -> Change:
        """What has become of the text so far."""
        return self.found.change(dict(self.steps))

    def put(self, issue: IssueId, option: OptionId) -> Rewording:
        """With another word in an issue. Raises `KeyError` for a word that there is not."""
        self.found.scenario.text[issue].rank(option)
        if self.text[issue] == option:
            return self
        kept = self.steps[:-1] if self.steps and self.steps[-1][0] == issue else self.steps
        before = replace(self, steps=kept)
        return before if before.text[issue] == option else replace(self, steps=(*kept, (issue, option)))

    def undone(self) -> Rewording:
        """Without the last word that was put; the same where none was."""
        return replace(self, steps=self.steps[:-1])
