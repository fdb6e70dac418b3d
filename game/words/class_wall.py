"""The wall of a class in words: how to come in, how the tables stand, and in the end what stands beside the plot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.debrief.comparison import Comparison, OneTable
from game.debrief.differences import Differences, Worded, differences
from game.debrief.letter import letters
from game.debrief.one_word import OneWord
from game.debrief.prices import Priced, prices
from game.lesson.class_acts import When
from game.lesson.guesses import Guesses, right
from game.lesson.overview import TableRow
from game.lesson.wall import HISTORY, EmptyChair, OtherWord, TwoTexts
from game.scenario import Scenario
from game.text import DelegationId, IssueId, Outcome
from game.words.known import SCALES
from game.words.language import count, head, phrase, plain, say, signed
from game.words.letter import letter_lines, said
from game.words.names import wording
from game.words.one_word import basis, changed, told, total
from game.words.page import Bits, Block, Column, Items, Paragraph, Section, Table, point_columns

BEFORE: When = "before"
AFTER: When = "after"
_MOST_PRICES = 6
"""Phrases of the price list that a wall has room for."""

Points = tuple[tuple[DelegationId, str], ...]
"""What something is worth to each delegation, with its sign."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where two texts differ: the words of each, with what those of the first are worth more to each side."""

    one: str
    other: str
    points: Points


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the plot where two texts are compared."""

    title: str
    signs: tuple[str, str]
    """What stands before the words of each: the letter of a table; nothing for history."""
    names: tuple[str, str]
    phrases: tuple[Phrase, ...]
    """Those first that move most points."""
    sums: str
    points: Points
    """What the whole of the first text is worth more than the other."""


def how_to_come_in() -> Mapping[str, str]:
    """What stands beside the address and the code."""
    return {
        "scan": say("Scan, or type"),
        "code": say("Code"),
        "easy": say("No account. Any phone or laptop."),
        "number": say("Your number is on your screen"),
        "square": say("A square with the address and the code, for a phone’s camera"),
        "full": say("Your table is on your screen"),
    }


def state_of(row: TableRow) -> str:
    """How a table stands, where it is more than so many brackets: signed, ended without a text, or without brackets."""
    if row.stage in ("signed", "unsigned"):
        return say("signed") if row.stage == "signed" else say("no text")
    return say("clean") if row.stage is not None and not row.brackets else ""


def counted_tables(rows: Sequence[TableRow]) -> tuple[str, ...]:
    """How the tables stand where they are too many to show each."""
    signed = sum(row.stage == "signed" for row in rows)
    clean = sum(row.stage not in (None, "signed", "unsigned") and not row.brackets for row in rows)
    ended = sum(row.stage == "unsigned" for row in rows)
    return (
        count("{n} table", "{n} tables", len(rows)),
        count("{n} has signed", "{n} have signed", signed),
        count("{n} has a clean text", "{n} have a clean text", clean),
        count("{n} has ended without a text", "{n} have ended without a text", ended),
    )


def question_words(scenario: Scenario) -> tuple[str, tuple[str, ...]]:
    """What the class is asked, and what may be answered."""
    titles = tuple(issue.title for issue in scenario.text.negotiated)
    return say("What does the other side hold dearest?"), titles


def answered(found: Sequence[Guesses], when: When) -> str:
    """How many have answered."""
    people = sum(sum(each.of(when).values()) for each in found)
    return count("{n} has answered", "{n} have answered", people)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer of one side: how many gave it, and whether it was right."""

    issue: str
    before: int
    after: int
    right: bool


def answer_rows(scenario: Scenario, found: Guesses) -> tuple[AnswerRow, ...]:
    """What one side answered before and after, what was right first, and then what was answered most."""
    true = right(scenario, found.by)
    every = [
        AnswerRow(issue.title, found.before.get(issue.id, 0), found.after.get(issue.id, 0), issue.id in true)
        for issue in scenario.text.negotiated
    ]
    return tuple(sorted(every, key=lambda each: (not each.right, -each.after, -each.before)))


def rightly(scenario: Scenario, found: Guesses) -> str:
    """How many of one side were right before and after."""
    true = right(scenario, found.by)
    hits = [sum(found.of(when).get(issue, 0) for issue in true) for when in (BEFORE, AFTER)]
    everybody = [sum(found.of(when).values()) for when in (BEFORE, AFTER)]
    if not any(everybody):
        return say("{who:head}: nobody has answered", who=scenario[found.by].short)
    return say(
        "{who:head}: {before} of {all} were right before, {after} of {then} after",
        who=scenario[found.by].short,
        before=plain(hits[0]),
        all=plain(everybody[0]),
        after=plain(hits[1]),
        then=plain(everybody[1]),
    )


def sheets_told(comparison: Comparison) -> str:
    """On whose sheets all texts lie, where that has to be said: the tables had not all the same."""
    return "" if comparison.same else say("The sheets changed on the way: points are those of the sheets as written.")


def signed_tables(comparison: Comparison) -> str:
    """How many tables signed, and which did not."""
    without = [table.letter for table in comparison.tables if table.text is None]
    if not comparison.signed:
        return say("no table signed a text")
    line = count("{n} table signed", "{n} tables signed", len(comparison.signed))
    if not without:
        return line
    return count(
        "{line}; {tables:and} did not", "{line}; {tables:and} did not", len(without), line=line, tables=without
    )


def beside(comparison: Comparison, shown: TwoTexts) -> Beside | None:
    """The words between two dots; None where one of them has no text."""
    scenario = comparison.scenario
    texts = [_text(comparison, letter) for letter in (shown.one, shown.other)]
    if texts[0] is None or texts[1] is None:
        return None
    found = differences(scenario, texts[0], texts[1])
    one, other = (text_called(scenario, letter) for letter in (shown.one, shown.other))
    return Beside(
        _between(found, one, other),
        (_sign(shown.one), _sign(shown.other)),
        (one, other),
        tuple(_phrases(scenario, found)),
        say("{one}: its words instead of those of {other}", one=head(one), other=other),
        _points(scenario, {who: found.sums[0][who] - found.sums[1][who] for who in scenario.ids}),
    )


def text_called(scenario: Scenario, letter: str) -> str:
    """What a text is called: the letter of its table, or the day of history."""
    if letter != HISTORY:
        return letter
    return say("history") if scenario.history is None else say("{day:day}", day=scenario.history.day)


def _sign(letter: str) -> str:
    return "" if letter == HISTORY else letter


def table_of(comparison: Comparison, letter: str) -> OneTable | None:
    """The table that goes by a letter; None for history, and where there is none."""
    return next((table for table in comparison.tables if table.letter == letter), None)


def _text(comparison: Comparison, letter: str) -> Outcome | None:
    if letter == HISTORY:
        return comparison.sheets.yardsticks.get("historical")
    table = table_of(comparison, letter)
    return table.text if table is not None else None


def _between(found: Differences, one: str, other: str) -> str:
    if not found.issues:
        return say("{one} and {other}: the same text, word for word", one=one, other=other)
    return count(
        "{one} and {other}: the same text but for one phrase",
        "{one} and {other}: the same text but for {n} phrases",
        len(found.issues),
        one=one,
        other=other,
    )


def _phrases(scenario: Scenario, found: Differences) -> Iterator[Phrase]:
    """The words that differ, and what comes or goes with words that stand together."""
    every = []
    for each in found.issues:
        gains = {who: each.one.points[who] - each.other.points[who] for who in scenario.ids}
        one, other = (_words(scenario, each.issue, worded) for worded in (each.one, each.other))
        every.append((sum(map(abs, gains.values())), Phrase(one, other, _points(scenario, gains))))
    for term in found.pairs:
        gains = {who: -term.change if who == term.who else 0 for who in scenario.ids}
        one, other = (term.pair.because, "") if term.in_one else ("", term.pair.because)
        every.append((abs(term.change), Phrase(one, other, _points(scenario, gains))))
    return (phrase for _, phrase in sorted(every, key=lambda each: -each[0]))


def _words(scenario: Scenario, issue: IssueId, worded: Worded) -> str:
    at = scenario.text[issue]
    option = at[worded.option]
    return say("({name})", name=option.name) if option.silent else said(option, side=at.side)


def _points(scenario: Scenario, gains: Mapping[DelegationId, int]) -> Points:
    return tuple((who, signed(gains[who])) for who in scenario.ids)


def more_phrases(left_out: int) -> str:
    """That there are more words that differ than there is room for."""
    return count("and one more phrase", "and {n} more phrases", left_out)


# ---- what stands on a page by itself ----------------------------------------------------------------------------


def wall_prices(comparison: Comparison) -> Section:
    """The phrases for which most was given, over all tables."""
    scenario = comparison.scenario
    found = prices([table.debrief for table in comparison.tables])
    if not found:
        return Section("prices", say("The price list"), (Paragraph(say("No package was accepted at any table.")),))
    dearest = sorted(found, key=lambda each: (-each.paid, -each.times))[:_MOST_PRICES]
    columns = (
        Column(say("Phrase")),
        Column(say("Gained by")),
        Column(say("Times"), number=True),
        Column(say("Gave for it in all"), number=True),
    )
    caption = phrase(
        "For these phrases most was given: the median of all packages in which they were gained, in points"
    )
    table = Table(say(caption), columns, tuple(_price(scenario, each) for each in dearest))
    return Section("prices", say("The price list"), (table, Paragraph(say(SCALES), "note")))


def _price(scenario: Scenario, each: Priced) -> tuple[Bits, ...]:
    words = scenario.text[each.issue][each.option].name
    return words, head(scenario[each.to].short), plain(each.times), _median(each.paid)


def _median(middle: float) -> str:
    return plain(int(middle)) if float(middle).is_integer() else f"{middle:.1f}"


def wall_word(comparison: Comparison, shown: OtherWord) -> Section | None:
    """What another word in the text of one table would have done; None where there is no such table or word."""
    table = table_of(comparison, shown.letter)
    if table is None:
        return None
    found = OneWord(table.debrief)
    try:
        change = found.change({shown.issue: shown.option})
    except KeyError:
        return None
    scenario, heading = found.scenario, say("Table {name}: change one word", name=shown.letter)
    if not change.issues:
        same = say(
            "Not a word is changed: this text says {word} already.", word=wording(scenario, shown.issue, shown.option)
        )
        return Section("word", heading, (Paragraph(basis(found), "note"), Paragraph(same, "lead")))
    points = Table(
        say("What it would have been worth in all"),
        tuple(point_columns(scenario, scenario.ids)),
        (tuple(total(change, who) for who in scenario.ids),),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(basis(found), "note"),
        Paragraph(changed(scenario, change), "lead"),
        Items(_on_the_wall(tuple(told(scenario, change, None)))),
        points,
    )
    return Section("word", heading, blocks)


def _on_the_wall(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines for which there is room, without the longest; how many more there are stands under them."""
    kept = lines
    while sum(map(len, kept)) > _CHANGES and len(kept) > 1:
        longest = max(kept, key=len)
        kept = tuple(line for line in kept if line is not longest)
    more = len(lines) - len(kept)
    return (*kept, count("And {n} more.", "And {n} more.", more)) if more else kept


_CHANGES = 650
"""Signs of what another word would have changed for which there is room on a wall."""
_LETTER = 900
"""Signs of a letter for which there is room on a wall."""


def wall_letter(comparison: Comparison, shown: EmptyChair) -> Section | None:
    """A letter to one table from somebody who was not at it; None where there is no such table or audience."""
    table = table_of(comparison, shown.letter)
    written = letters(table.debrief) if table is not None else ()
    found = next((each for each in written if each.audience == shown.audience), None)
    if table is None or found is None:
        return None
    scenario = table.debrief.scenario
    name = scenario.audience(found.audience).name
    heading = say("Table {letter}: a letter from {who}", letter=shown.letter, who=name)
    lines = list(letter_lines(table.debrief, found))
    while sum(map(len, lines)) > _LETTER and len(lines) > 4:
        del lines[-3]  # What is said last before the name; the whole letter stands in the debrief.
    return Section("letter", heading, tuple(Paragraph(line, "quote") for line in lines))
