"""Everybody's instructions opened, in tables, and why the computer did what it did at the moves that mattered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.debrief import Debrief
from game.debrief.instructions import MOST, Limit, Row, Sheets, opened_sheets, telling_moves
from game.scenario import Scenario
from game.text import DelegationId, IssueId
from game.words.calendar import day_and_hour
from game.words.events import tell
from game.words.language import SEMICOLON, count, head, phrase, plain, say, strung
from game.words.names import title, wording
from game.words.opened import OpenedTalks
from game.words.page import Bit, Bits, Block, Column, Heading, Items, Paragraph, Section, Table, point_columns
from game.words.people import name, names
from game.words.sheets_changed import sheet_change

_LIMITS: Mapping[Limit, str] = {
    "red-line": phrase("red line: {who:and}"),
    "opened": phrase("opened in the talks: {who:and}"),
    "asked": phrase("asked for, and not opened: {who:and}"),
    "never-asked": phrase("never opened: {who:and}"),
}
_MODEL = phrase(
    "All points, red lines, mandates and hours are a model of the author’s, and no record of what anybody felt."
)


def instructions_section(debrief: Debrief, me: DelegationId | None) -> Section:
    """The sheets, what changed on them, and the reasons."""
    scenario, sheets = debrief.scenario, opened_sheets(debrief)
    blocks: list[Block] = [
        Paragraph(say("The instructions that were sealed in the talks, one beside the other."), "lead"),
        _wholes(scenario, sheets, me),
    ]
    blocks += [_issue(scenario, issue, rows, me) for issue, rows in sheets.issues.items()]
    blocks += _together(scenario, sheets, me)
    if sheets.changed:
        blocks.append(Heading(say("What changed on them")))
        blocks.append(Items(tuple(sheet_change(scenario, event, me) for event in sheets.changed)))
    blocks += _reasons(debrief, me)
    return Section("instructions", say("The instructions opened"), (*blocks, Paragraph(say(_MODEL), "note")))


def _wholes(scenario: Scenario, sheets: Sheets, me: DelegationId | None) -> Table:
    """What is not about one wording: the walk-away, and what waiting costs."""
    ids = scenario.ids
    delays = (
        count("{n} point each {hours:hours}", "{n} points each {hours:hours}", cost.points, hours=cost.hours)
        for cost in (sheets.delay[who] for who in ids)
    )
    return Table(
        say("The walk-away, and what waiting cost"),
        (Column(""), *point_columns(scenario, scenario.ids, me)),
        (
            (say("Walk-away"), *(plain(sheets.walk_away[who]) for who in ids)),
            (say("Waiting"), *delays),
        ),
    )


def _issue(scenario: Scenario, issue: IssueId, rows: tuple[Row, ...], me: DelegationId | None) -> Table:
    ids = scenario.ids
    most = {who: max(row.points[who] for row in rows) for who in ids}
    told = tuple(
        (
            [Bit(wording(scenario, issue, row.option), "strong" if row.signed else "plain")],
            *(_points(row, who, most) for who in ids),
            _remarks(scenario, row, me),
        )
        for row in rows
    )
    return Table(
        title(scenario, issue),
        (Column(say("Wording")), *point_columns(scenario, scenario.ids, me), Column(say("Beside it"))),
        told,
    )


def _points(row: Row, who: DelegationId, most: Mapping[DelegationId, int]) -> Bits:
    """Points; a side's best wording stands out."""
    return [Bit(plain(row.points[who]), "strong" if row.points[who] == most[who] else "plain")]


def _remarks(scenario: Scenario, row: Row, me: DelegationId | None) -> str:
    told = [say("signed")] if row.signed else []
    for limit, line in _LIMITS.items():
        if whom := [name(scenario, who, me) for who, kept in row.limits.items() if kept == limit]:
            told.append(say(line, who=whom))
    return strung(told, SEMICOLON)


def _together(scenario: Scenario, sheets: Sheets, me: DelegationId | None) -> Iterator[Block]:
    """Points for words that stand together."""
    rows = [
        say(
            "{who:head}: {points:signed} for {words:and} together. {because:stop}",
            who=name(scenario, who, me),
            points=pair.points,
            words=[wording(scenario, issue, option) for issue, option in pair.options.items()],
            because=head(pair.because),
        )
        for who, pairs in sheets.pairs.items()
        for pair in pairs
    ]
    if rows:
        yield Heading(say("Words that were worth something together"))
        yield Items(tuple(rows))


def _reasons(debrief: Debrief, me: DelegationId | None) -> Iterator[Block]:
    """Why the computer did what it did, where that tells most."""
    talks = OpenedTalks(debrief.course)
    turns = {turn.number: turn for turn in talks.turns}
    numbers = [number for number in telling_moves(debrief) if number in turns][:MOST]
    if not numbers:
        return
    scenario = debrief.scenario
    yield Heading(say("Why it did so"))
    whom = names(scenario, dict.fromkeys(turns[number].who for number in numbers), me)
    line = phrase(
        "At the moves that turned the talks, or let a better text fall, {who:and} had these reasons. Every turn is"
        " opened under “Their minds”."
    )
    yield Paragraph(say(line, who=whom))
    for number in sorted(numbers):
        turn = turns[number]
        said = " ".join(tell(scenario, event) for event in turn.events)
        when = day_and_hour(scenario.calendar.at(turn.at).when)
        yield Paragraph(
            [
                Bit(say("Move {number}, {when}: ", number=str(number), when=when), "strong", turn.who, number),
                Bit(said),
            ]
        )
        kept = [line for line in talks.lines(turn, me) if line.kind in ("version", "why", "nearly", "aim")]
        yield Items(tuple((Bit(say("{about}: ", about=each.about), "emphasis"), Bit(each.words)) for each in kept))
