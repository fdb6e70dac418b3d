"""Every ending of the talks and its reason, in one function; and what each delegation makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.scenario import Couple, Instructions, Scenario
from game.talks.aftermath import Consequence, consequences, fallen
from game.talks.talks import Charge, Talks
from game.text import DelegationId, IssueId, Outcome

Ending = Literal["signed", "refused", "left", "deadline"]
Kind = Literal["words", "walk-away", "hours", "talks", "aftermath"]
"""What points are for: the signed words, no text, the hours, what was earned or paid in the talks, the aftermath."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a score: points with the reason, and the issue if the points are for words."""

    points: int
    reason: str
    issue: IssueId | None = None
    kind: Kind = "words"


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


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the talks ended."""

    kind: Ending
    reason: str
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

    @property
    def agreed(self) -> bool:
        """Whether a text was signed."""
        return self.outcome is not None


def verdict(talks: Talks) -> Verdict | None:
    """How the talks ended, or None while they go on. The endings, in the order in which they count: the text is
    signed; a parliament refused it for good; somebody left; the clock struck."""
    scenario = talks.scenario
    if talks.signed:
        return _ended(talks, "signed", "Every delegation has initialled the text: it is signed.", talks.agreed)
    if talks.refused_by is not None:
        refuser = opening_capital(scenario.audience(talks.refused_by).short)
        again = " a second time" if talks.refused_by in talks.returned else ""
        return _ended(talks, "refused", f"{refuser} refused the text{again}, and nothing is agreed.", None)
    if talks.left_by is not None:
        who = sentence_name(scenario, talks.left_by)
        return _ended(talks, "left", f"{who} left the talks, and nothing is agreed.", None)
    if talks.out_of_time:
        return _ended(talks, "deadline", _why_late(talks), None)
    return None


def _ended(talks: Talks, kind: Ending, reason: str, signed: Outcome | None) -> Verdict:
    """The envelopes are opened: from here on everybody may see what the words were worth to everybody."""
    sheets, history = talks.scenario.instructions, talks.scenario.history
    walk_away = {who: sheet.reservation_value for who, sheet in sheets.items()}
    later = consequences(talks.scenario, signed, talks.goodwill)
    historical = _scores(talks, history.outcome) if history else None
    return Verdict(kind, reason, signed, _scores(talks, signed), walk_away, historical, later, dict(sheets))


def sentence_name(scenario: Scenario, delegation: DelegationId) -> str:
    """A delegation's short name as the first word of a sentence."""
    return opening_capital(scenario[delegation].short)


def opening_capital(words: str) -> str:
    """Words as they stand at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def _why_late(talks: Talks) -> str:
    open_issues = [talks.scenario.text[issue].title for issue in talks.brackets]
    if not open_issues:
        return "Time ran out with a clean text on the table and not every initial under it."
    if len(open_issues) == 1:
        return f"Time ran out with one bracket open: {open_issues[0]}."
    return f"Time ran out with {len(open_issues)} brackets open: {', '.join(open_issues[:3])}" + (
        " and others." if len(open_issues) > 3 else "."
    )


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
        entries.append(Entry(sheet.reservation_value, "no text: the walk-away", kind="walk-away"))
    else:
        entries += _words(scenario, sheet, signed)
    if cost := sheet.delay.cost(hours):
        entries.append(Entry(-cost, f"{hours_words(hours)} of talks", kind="hours"))
    entries += [Entry(charge.points, charge.reason, kind="talks") for charge in charges]
    for test, fell in fallen(scenario, signed, scenario.goodwill if goodwill is None else goodwill):
        if points := fell.points.get(who, 0):
            reason = f"{test.title}, {test.day.year}: {fell.because}"
            decides = fell.decides if signed is not None else None
            entries.append(Entry(points, reason.rstrip("."), decides, kind="aftermath"))
    return Score(tuple(entries))


def _words(scenario: Scenario, sheet: Instructions, signed: Outcome) -> list[Entry]:
    entries = []
    for issue in scenario.text.issues:
        option = issue[signed[issue.id]]
        entries.append(Entry(sheet.points[issue.id][option.id], option.name, issue.id))
    for pair in sheet.pairs:
        if pair.options.items() <= signed.items():
            entries.append(Entry(pair.points, pair.because, next(iter(pair.options))))
    return entries


def hours_words(hours: float) -> str:
    """Hours as people write them: 1 h, 2½ h, ¼ h."""
    return f"{hour_number(hours)} h"


def hour_number(hours: float) -> str:
    """An hour of the talks as a number in a sentence: 1, 2½, ¼."""
    whole, quarter = divmod(round(hours * 4), 4)
    fraction = ("", "¼", "½", "¾")[quarter]
    return f"{whole if whole or not fraction else ''}{fraction}"
