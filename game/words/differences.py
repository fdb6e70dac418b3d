"""Two texts held against each other, in words: only what differs, with its points for each side, and the sums."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.differences import Differences, Worded
from game.scenario import Scenario
from game.text import DelegationId, IssueId, Outcome, redline
from game.words.clauses import clauses
from game.words.language import plain, say
from game.words.page import Bit, Bits, Block, Column, Paragraph, Table, point_columns, redlined


def differing(
    scenario: Scenario, found: Differences, heads: tuple[str, str], me: DelegationId | None = None
) -> tuple[Block, ...]:
    """The words that differ in a table with their points, and the clauses that they stand in as a redline; `heads` say
    what each of the texts is."""
    if not found.issues:
        return (Paragraph(say("The two texts are the same, word for word.")),)
    return (points_table(scenario, found, heads, me), *redlines(scenario, found.one, found.other))


def points_table(
    scenario: Scenario, found: Differences, heads: tuple[str, str], me: DelegationId | None = None
) -> Table:
    """The words that differ, each with its points for each side; what comes or goes with words that stand together;
    what is the same in both texts; and the sums."""
    ids = scenario.ids
    same = [plain(found.same[who]) for who in ids]
    totals = [_total(*(sums[who] for sums in found.sums)) for who in ids]
    return Table(
        say("The words that differ, with their points for each side"),
        (
            Column(say("Place")),
            *(Column(words) for words in heads),
            *point_columns(scenario, ids, me),
        ),
        (
            *_words(scenario, found),
            *_together(scenario, found),
            (say("All that is the same in both"), "", "", *same),
            (say("The whole text"), "", "", *totals),
        ),
        sums=1,
    )


def redlines(scenario: Scenario, one: Outcome, other: Outcome) -> Iterator[Paragraph]:
    """The clauses that differ, a paragraph each: words of the first text alone struck, of the other alone inserted."""
    before, after = clauses(scenario, one), clauses(scenario, other)
    for title in dict.fromkeys((*before, *after)):
        old, new = before.get(title, ""), after.get(title, "")
        if old != new:
            opening = Bit(say("{title}: ", title=title), "strong")
            yield Paragraph((opening, *redlined(redline(old, new))), "clause")


def _words(scenario: Scenario, found: Differences) -> Iterator[tuple[Bits, ...]]:
    for each in found.issues:
        changes = (_change(each.one.points[who], each.other.points[who]) for who in scenario.ids)
        yield (
            scenario.text[each.issue].title,
            _wording(scenario, each.issue, each.one),
            _wording(scenario, each.issue, each.other),
            *changes,
        )


def _wording(scenario: Scenario, issue: IssueId, worded: Worded) -> Bits:
    """The words that are printed; of an issue beside the text, and of silence, what they are called."""
    at = scenario.text[issue]
    option = at[worded.option]
    return option.name if at.side or option.silent else (Bit(option.words, "quoted"),)


def _together(scenario: Scenario, found: Differences) -> Iterator[tuple[Bits, ...]]:
    """Each pair term that stands in one of the texts only, with the reason that its author gave."""
    for term in found.pairs:
        stands = (say("together"), say("not together"))
        changes = (
            _change(*_before_and_after(term.pair.points, term.in_one)) if who == term.who else ""
            for who in scenario.ids
        )
        yield (term.pair.because, *(stands if term.in_one else stands[::-1]), *changes)


def _before_and_after(points: int, in_one: bool) -> tuple[int, int]:
    return (points, 0) if in_one else (0, points)


def _change(before: int, after: int) -> str:
    """Points before and after; once where they are the same."""
    return plain(before) if before == after else say("{before} → {after}", before=before, after=after)


def _total(before: int, after: int) -> str:
    """Two sums, and what lies between them."""
    if before == after:
        return plain(before)
    return say("{before} → {after} ({change:signed})", before=before, after=after, change=after - before)
