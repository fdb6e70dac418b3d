"""Several tables of one scenario in words: where each ended, what was signed where, and what was hard to agree on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import assert_never

from game.debrief.comparison import Comparison, ComparisonError, InBrackets, OneTable
from game.debrief.parallel import Pairs, Plane
from game.scenario import Scenario
from game.talks.verdict import Ending
from game.text import DelegationId
from game.words.differences import points_table
from game.words.known import SCALES
from game.words.language import count, head, hour, listed, phrase, plain, quoted, say, strung
from game.words.names import short, title, wording
from game.words.page import Block, Column, Figure, Heading, Paragraph, Section, Table
from game.words.parallel import pairs_alternative, sides_alternative, sides_caption
from game.words.plots import alternative, counted
from game.words.prices import price_list

_PLOTS = 3
"""So many delegations at most have a plot for each two of them."""
_PAIRS = 15
"""So many pairs of texts at most are each held against each other: of six texts. Of more, each against one."""


def comparison_sections(comparison: Comparison) -> tuple[Section, ...]:
    """Everything that several records say together."""
    told = (
        _results(comparison),
        _places(comparison),
        _measured(comparison),
        _spread(comparison),
        _brackets(comparison),
        price_list([table.debrief for table in comparison.tables]),
        _between(comparison),
    )
    return tuple(section for section in told if section is not None)


def refused(fault: ComparisonError) -> str:
    """Why records cannot be compared, with the file at fault."""
    match fault.kind:
        case "scenario":
            line = phrase(
                "{file} is a record of {found}, and the first one is of {expected}: only talks of one scenario are"
                " compared."
            )
        case "edition":
            line = phrase(
                "{file} is a record of the edition {found}, and the first one is of {expected}: only talks of one"
                " edition are compared."
            )
        case "version":
            line = phrase(
                "{file} was played with another version of the scenario’s file ({found}) than the first record"
                " ({expected}): only talks of one version are compared."
            )
        case "none":
            line = phrase("There is no record to compare.")
        case _:
            assert_never(fault.kind)
    return say(line, file=fault.file, found=fault.found, expected=fault.expected)


def called(table: OneTable) -> str:
    """The letter of a table, with its name where that was asked for."""
    return say("{letter} ({name})", letter=table.letter, name=table.name) if table.name else table.letter


_ENDINGS: dict[Ending, str] = {
    "signed": phrase("signed"),
    "refused": phrase("refused at home"),
    "left": phrase("somebody left"),
    "deadline": phrase("time ran out"),
    "broken-off": phrase("broken off"),
}


def _results(comparison: Comparison) -> Section:
    """A row for each table."""
    scenario, ids = comparison.scenario, comparison.scenario.ids
    rows = []
    for table in comparison.tables:
        verdict = table.debrief.course.verdict
        totals = [plain(verdict.scores[who].total) for who in ids]
        rows.append((called(table), say(_ENDINGS[verdict.kind]), hour(table.debrief.course.end.hours), *totals))
    columns = (Column(say("Table")), Column(say("How it ended")), Column(say("Hours"), number=True), *_heads(scenario))
    signed = count(
        "{n} of {all} tables signed a text.",
        "{n} of {all} tables signed a text.",
        len(comparison.signed),
        all=str(len(comparison.tables)),
    )
    note = phrase(
        "Points are those of the whole game, on the sheets of the table: words or walk-away, hours, what was paid and"
        " earned in the talks, and what came after."
    )
    drawn = phrase(
        "The instructions were not the same at all tables: the points of two tables are not to be compared as if they"
        " were."
    )
    blocks: list[Block] = [Paragraph(signed, "lead"), Table(say("What came of each table"), columns, tuple(rows))]
    blocks += [Paragraph(say(note), "note"), Paragraph(say(SCALES), "note")]
    if not comparison.same:
        blocks.append(Paragraph(say(drawn), "note"))
    taken_over = [called(table) for table in comparison.tables if table.debrief.course.record.carried]
    if taken_over:
        line = count(
            "{tables:and} was taken over from other talks, of which everything was known.",
            "{tables:and} were taken over from other talks, of which everything was known.",
            len(taken_over),
            tables=taken_over,
        )
        blocks.append(Paragraph(line, "note"))
    return Section("tables", say("The tables"), tuple(blocks))


def _heads(scenario: Scenario) -> Iterator[Column]:
    return (Column(head(short(scenario, who)), number=True) for who in scenario.ids)


def _places(comparison: Comparison) -> Section:
    """Every text on one plot, and the same places as a table."""
    scenario = comparison.scenario
    same = phrase("All texts lie on the sheets that every table had.")
    written = phrase(
        "The tables did not all have the same sheets: the seed draws them, and events change them. Here all lie on"
        " the sheets of the file as it is written, which nobody at these tables may have had before them: the plot"
        " compares texts, and not how well anybody played."
    )
    blocks: list[Block] = [Paragraph(say(same if comparison.same else written), "note")]
    if len(scenario.ids) <= _PLOTS:
        blocks += [each for two in combinations(scenario.ids, 2) for each in _figures(comparison, *two)]
    else:
        blocks.append(_two_by_two(comparison))
    if len(scenario.ids) > 2 and (beside := comparison.parallel()) is not None:
        blocks.append(Figure(beside, sides_alternative(scenario, beside), sides_caption()))
    rows = tuple(
        (
            called(table),
            say("signed") if table.text is not None else say("none"),
            *(plain(table.points[who]) for who in scenario.ids),
        )
        for table in comparison.tables
    )
    caption = say("What the words of each table are worth on these sheets; without a text, the walk-away")
    blocks.append(Table(caption, (Column(say("Table")), Column(say("Text")), *_heads(scenario)), rows))
    return Section("places", say("Every table on one plot"), tuple(blocks))


def _two_by_two(comparison: Comparison) -> Figure:
    """Many delegations: every two of them in a small plot, in which tables are dots."""
    planes = (Plane(comparison.plot(*two), None) for two in combinations(comparison.scenario.ids, 2))
    shown = Pairs(comparison.scenario.ids, tuple(planes))
    return Figure(
        shown,
        say(
            "{plots} The text of each table is a dot; the table below has its points.",
            plots=pairs_alternative(comparison.scenario, shown),
        ),
    )


def _figures(comparison: Comparison, one: DelegationId, other: DelegationId) -> Iterator[Figure]:
    """All texts; where the tables lie in a small part of them, as dots, and that part with their letters."""
    shown, scenario = comparison.plot(one, other), comparison.scenario
    told, near = alternative(scenario, shown), comparison.close_up(shown)
    if near is None:
        yield Figure(shown, told, counted(scenario, shown))
        return
    dots = replace(shown, marks=tuple(replace(m, name="") if m.kind == "table" else m for m in shown.marks))
    caption = phrase("{texts} Each dot is a table; their letters stand in the next plot.")
    yield Figure(dots, told, say(caption, texts=counted(scenario, shown)))
    names = {"one": short(scenario, one), "other": short(scenario, other)}
    alt = phrase(
        "The same plot for {one} and {other}, closer: only where the tables lie. What is told of the one before it is"
        " all that is in it."
    )
    yield Figure(near, say(alt, **names), say("The same, closer, with the letter of each table."))


def _measured(comparison: Comparison) -> Section:
    """What each table did by measures that are not added up."""
    columns = (
        Column(say("Table")),
        Column(say("Left on the table")),
        Column(say("Shares apart"), number=True),
        Column(say("Tests without a loss"), number=True),
        Column(say("Content who watched"), number=True),
    )
    rows = tuple(_measures(table) for table in comparison.tables)
    note = phrase(
        "Left on the table: what another text would have brought each side at most, with nobody worse off; one text"
        " seldom brings it to all, and points of two sheets are never added. Shares apart: how far the parts that two"
        " sides got of the most that each could have had lie from each other, in hundredths. Tests: those of the"
        " aftermath in which nobody lost."
        " All on the table’s own sheets; none of them is a mark for the table."
    )
    table = Table(say("Each table by several measures"), columns, rows)
    return Section("measured", say("Not one number"), (table, Paragraph(say(note), "note")))


def _left(scenario: Scenario, points: Mapping[DelegationId, int]) -> str:
    told = [say("{who} {points}", who=short(scenario, who), points=plain(n)) for who, n in points.items() if n]
    return listed(told) if told else say("nothing")


def _measures(table: OneTable) -> tuple[str, ...]:
    found, nothing = table.measures, say("none")
    tests, watched, apart = found.durability, found.neighbours, found.fairness.apart
    part = phrase("{n} of {all}")
    content = sum(each.mood == "content" for each in watched)
    return (
        called(table),
        nothing if found.left is None else _left(table.debrief.scenario, found.left),
        nothing if apart is None else plain(round(apart * 100)),
        nothing if tests is None else say(part, n=tests.held, all=tests.tests),
        say(part, n=content, all=len(watched)) if watched else nothing,
    )


def _spread(comparison: Comparison) -> Section | None:
    """Issue by issue, which wording was signed at how many tables."""
    if not comparison.signed:
        return None
    scenario, rows = comparison.scenario, []
    for each in comparison.spread:
        for option, tables in each.signed.items():
            words = wording(scenario, each.issue, option)
            rows.append((title(scenario, each.issue), words, plain(len(tables)), _letters(tables)))
    columns = (Column(say("Place")), Column(say("Wording")), Column(say("Tables"), number=True), Column(say("Which")))
    alike = [each for each in comparison.spread if len(each.signed) == 1]
    lead = count(
        "In {n} of {all} places every signed text has the same words.",
        "In {n} of {all} places every signed text has the same words.",
        len(alike),
        all=str(len(comparison.spread)),
    )
    table = Table(say("Which wording was signed at how many tables"), columns, tuple(rows))
    return Section("spread", say("The same clause at every table"), (Paragraph(lead, "lead"), table))


def _letters(tables: Iterable[OneTable]) -> str:
    return strung([table.letter for table in tables])


def _brackets(comparison: Comparison) -> Section | None:
    """How long each issue stood in brackets, the hardest first."""
    found = comparison.in_brackets
    if not found:
        return None
    scenario = comparison.scenario
    settled = [each for each in found if each.open < len(each.hours)]
    hardest = [each for each in found if each.middle == found[0].middle]
    fastest = [each for each in settled if each.middle == settled[-1].middle]
    lead = [_told(scenario, hardest, phrase("The hardest word was {what}."), phrase("The hardest words were {what}."))]
    if fastest and fastest[0].middle < found[0].middle:
        lead.append(_told(scenario, fastest, phrase("The fastest was {what}."), phrase("The fastest were {what}.")))
    rows = tuple(_row(scenario, each) for each in found)
    columns = (
        Column(say("Place")),
        Column(say("Median hours"), number=True),
        Column(say("Fewest")),
        Column(say("Most")),
        Column(say("Never settled"), number=True),
    )
    note = phrase(
        "Hours of talks in which the issue stood in brackets, at the tables at which it ever did; where it was never"
        " settled, until the end. An issue that nobody spoke of stands in brackets as well."
    )
    table = Table(say("Hours in brackets"), columns, rows)
    blocks = (Paragraph(" ".join(lead), "lead"), table, Paragraph(say(note), "note"))
    return Section("brackets", say("The fastest and the hardest word"), blocks)


def _told(scenario: Scenario, found: Sequence[InBrackets], one: str, many: str) -> str:
    """Which issues, and how long they stood in brackets."""
    titles = [quoted(title(scenario, each.issue)) for each in found]
    what = say("{titles:and}: {hours:hours} in brackets, the median", titles=titles, hours=found[0].middle)
    return say(one if len(found) == 1 else many, what=what)


def _row(scenario: Scenario, each: InBrackets) -> tuple[str, ...]:
    (least, first), (most, last) = each.hours[0], each.hours[-1]
    line = phrase("{hours:hour} at {letter}")
    return (
        title(scenario, each.issue),
        hour(each.middle),
        say(line, hours=least, letter=first.letter),
        say(line, hours=most, letter=last.letter),
        plain(each.open),
    )


def _between(comparison: Comparison) -> Section | None:
    """The words that differ between any two texts; where these are many, between each and the one most often signed."""
    groups: dict[tuple[str, ...], list[OneTable]] = {}
    for table in comparison.signed:
        groups.setdefault(tuple((table.text or {}).values()), []).append(table)
    texts = sorted(groups.values(), key=len, reverse=True)
    if len(texts) < 2:
        return None
    every = list(combinations(texts, 2))
    pairs = every if len(every) <= _PAIRS else [(texts[0], other) for other in texts[1:]]
    blocks: list[Block] = []
    if len(pairs) < len(every):
        line = phrase(
            "There are {n} different texts, too many to hold each against each other: here is each against that of"
            " {letters:and}."
        )
        blocks.append(Paragraph(say(line, n=str(len(texts)), letters=[t.letter for t in texts[0]])))
    for one, other in pairs:
        found = comparison.between(one[0], other[0])
        if found is not None:
            heads = listed([t.letter for t in one]), listed([t.letter for t in other])
            blocks.append(Heading(say("{one} against {other}", one=heads[0], other=heads[1]), 3))
            blocks.append(points_table(comparison.scenario, found, heads))
    return Section("between", say("Between any two tables"), tuple(blocks))
