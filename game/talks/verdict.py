"""Every ending of the talks and its reason, in one function; and what each delegation makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from game.scenario import AudienceId, Couple, Instructions, Scenario
from game.talks.aftermath import Consequence, consequences, fallen
from game.talks.audiences import surplus
from game.talks.causes import CameOfIt, Ground, NoText, Signed, Spent, Together
from game.talks.talks import Charge, Talks
from game.text import DelegationId, IssueId, Outcome, maker

Ending = Literal["signed", "refused", "left", "deadline", "broken-off"]
Kind = Literal["words", "walk-away", "hours", "talks", "aftermath"]
"""What points are for: the signed words, no text, the hours, what was earned or paid in the talks, the aftermath."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a score: points, what they are for, and the issue if they are for words."""

    points: int
    ground: Ground
    issue: IssueId | None = None
    kind: Kind = "words"


_entry = maker(Entry)


@dataclass(frozen=True, slots=True)
class Score:
    """What a delegation has at the end: a sum that shows its parts."""

    entries: tuple[Entry, ...]

    @property
    def total(self) -> int:
        """All parts together."""
        return sum(entry.points for entry in self.entries)

    @property
    def words(self) -> int:
        """The part that the signed words are worth, without what the talks cost."""
        return self.part("words")

    def part(self, kind: Kind) -> int:
        """All points of one kind."""
        return sum(entry.points for entry in self.entries if entry.kind == kind)

    def word(self, issue: IssueId) -> int:
        """The points of an issue's wording alone."""
        grounds = ((entry.ground, entry.points) for entry in self.entries)
        return sum(points for ground, points in grounds if isinstance(ground, Signed) and ground.issue == issue)

    def together(self, because: str) -> int | None:
        """The points of words that stand together, by the reason for them; None where they do not."""
        grounds = ((entry.ground, entry.points) for entry in self.entries)
        found = [points for ground, points in grounds if isinstance(ground, Together) and ground.because == because]
        return found[-1] if found else None

    @property
    def pairs(self) -> tuple[str, ...]:
        """The reasons for which words that stand together have points of their own."""
        return tuple(entry.ground.because for entry in self.entries if isinstance(entry.ground, Together))


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the talks ended."""

    kind: Ending
    outcome: Outcome | None
    """The signed text, if there is one."""
    scores: Mapping[DelegationId, Score]
    walk_away: Mapping[DelegationId, int] = field(default_factory=dict)
    """What each delegation would have had without any talks."""
    historical: Mapping[DelegationId, Score] | None = None
    """What the historical text would have been worth to each after the same hours and charges, if there is one."""
    aftermath: tuple[Consequence, ...] = ()
    sheets: Mapping[DelegationId, Instructions] = field(default_factory=dict)
    """The envelopes, opened: as they were drawn, and as events have changed them."""
    left_by: DelegationId | None = None
    refused_by: AudienceId | None = None
    """The parliament that refused the text for good."""
    twice: bool = False
    """Whether that parliament had sent a text back before."""
    outside: Mapping[AudienceId, int] = field(default_factory=dict)
    """Points above its threshold (negative: below) that the signed text is worth to each audience for which somebody
    spoke at the end; 0 without a text."""
    brackets: tuple[IssueId, ...] = ()
    """The issues that were open when the clock struck, or when the talks were broken off."""

    @property
    def agreed(self) -> bool:
        """Whether a text was signed."""
        return self.outcome is not None


def verdict(talks: Talks) -> Verdict | None:
    """How the talks ended, or None while they go on. The endings, in the order in which they count: the text is
    signed; a parliament refused it for good; somebody left; the clock struck; there was no end of moves."""
    if not talks.over:
        return None
    if talks.known.verdict is None:
        talks.known.verdict = _verdict(talks)
    return cast("Verdict | None", talks.known.verdict)


def _verdict(talks: Talks) -> Verdict | None:
    if talks.signed:
        return _ended(talks, "signed", talks.agreed)
    if talks.refused_by is not None:
        again = talks.refused_by in talks.returned
        return replace(_ended(talks, "refused", None), refused_by=talks.refused_by, twice=again)
    if talks.left_by is not None:
        return replace(_ended(talks, "left", None), left_by=talks.left_by)
    if talks.out_of_time:
        return replace(_ended(talks, "deadline", None), brackets=talks.brackets)
    if talks.broken_off:
        return replace(_ended(talks, "broken-off", None), brackets=talks.brackets)
    return None


def _ended(talks: Talks, kind: Ending, signed: Outcome | None) -> Verdict:
    """The envelopes are opened: from here on everybody may see what the words were worth to everybody."""
    sheets, history = talks.scenario.instructions, talks.scenario.history
    walk_away = {who: sheet.reservation_value for who, sheet in sheets.items()}
    later = consequences(talks.scenario, signed, talks.goodwill)
    historical = _scores(talks, history.outcome) if history else None
    judged = {each: talks.scenario.audience(each) for each in sorted(talks.seated)}
    outside = {each: surplus(talks, audience, signed) if signed else 0 for each, audience in judged.items()}
    return Verdict(kind, signed, _scores(talks, signed), walk_away, historical, later, dict(sheets), outside=outside)


def _scores(talks: Talks, signed: Outcome | None) -> dict[DelegationId, Score]:
    return {
        who: score(talks.scenario, who, signed, talks.hours, talks.charges.get(who, ()), talks.goodwill)
        for who in talks.scenario.instructions
    }


def score(
    scenario: Scenario,
    who: DelegationId,
    signed: Outcome | None,
    hours: float,
    charges: tuple[Charge, ...] = (),
    goodwill: Mapping[Couple, int] | None = None,
) -> Score:
    """What an ending is worth to a delegation: the words or the walk-away, less the hours, with what was earned or
    paid in the talks, and what came after."""
    entries: list[Entry] = []
    sheet = scenario.instructions[who]
    if signed is None:
        entries.append(_entry(sheet.reservation_value, NoText(), kind="walk-away"))
    else:
        entries += _words(scenario, sheet, signed)
    if cost := sheet.delay.cost(hours):
        entries.append(_entry(-cost, Spent(hours), kind="hours"))
    entries += [_entry(charge.points, charge.cause, kind="talks") for charge in charges]
    for test, fell in fallen(scenario, signed, scenario.goodwill if goodwill is None else goodwill):
        if points := fell.points.get(who, 0):
            ground = CameOfIt(test.id, test.title, test.day, fell.because)
            decides = fell.decides if signed is not None else None
            entries.append(_entry(points, ground, decides, kind="aftermath"))
    return Score(tuple(entries))


def _words(scenario: Scenario, sheet: Instructions, signed: Outcome) -> list[Entry]:
    entries = []
    for issue in scenario.text.negotiated:
        option = issue[signed[issue.id]]
        entries.append(_entry(sheet.points[issue.id][option.id], Signed(issue.id, option.id), issue.id))
    for pair in sheet.pairs:
        if pair.options.items() <= signed.items():
            entries.append(
                _entry(pair.points, Together(tuple(pair.options.items()), pair.because), next(iter(pair.options)))
            )
    return entries
