"""Points taken apart in words: a table for each delegation, whose rows add up to its score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.debrief import Debrief, Part, Parts, parts
from game.debrief.parts import KINDS, Kind
from game.scenario import Scenario
from game.talks import GALLERY
from game.text import DelegationId
from game.words.causes import ground
from game.words.endings import judged
from game.words.known import SCALES
from game.words.language import day_of_month, head, phrase, plain, say, signed
from game.words.names import title
from game.words.page import Bit, Bits, Column, Paragraph, Section, Table
from game.words.people import mine_first, name
from game.words.score_rows import together

_KINDS: Mapping[Kind, str] = {
    "word": phrase("The words, one by one"),
    "together": phrase("Words that stand together"),
    "hours": phrase("The hours, by the day on which they fell due"),
    "audience": phrase("Those who watched"),
    "table": phrase("What was done at the table"),
    "world": phrase("What happened outside"),
    "aftermath": phrase("What came after"),
}
"""What stands over the rows of a kind; a walk-away stands by itself."""
_HONESTLY = phrase(
    "Every point of the score is in one row and in no other. Points are the scenario’s model of what words were worth"
    " to whoever sat there, not a measure of history; the hours are those that it sets for each move."
)


def parts_section(debrief: Debrief, me: DelegationId | None) -> Section:
    """The score of every delegation, one's own first."""
    found = parts(debrief)
    tables = (_table(debrief.scenario, found[who], me) for who in mine_first(found, me or GALLERY))
    outside = (Paragraph(line) for line in judged(debrief.scenario, debrief.course.verdict, me))
    notes = (Paragraph(say(_HONESTLY), "note"), Paragraph(say(SCALES), "note"))
    return Section("parts", say("Points taken apart"), (*tables, *outside, *notes))


def _table(scenario: Scenario, found: Parts, me: DelegationId | None) -> Table:
    who = found.who
    caption = say("Your points") if who == me else say("The points of {who}", who=name(scenario, who))
    rows: list[tuple[Bits, ...]] = []
    for kind in KINDS:
        if of_kind := found.of(kind):
            if kind in _KINDS:
                heading = say("{what}: {points:signed}", what=say(_KINDS[kind]), points=found.points(kind))
                rows.append(((Bit(heading, "strong"),), ""))
            rows += [row for part in of_kind for row in _rows(scenario, who, part, me)]
    rows.append((say("All together"), plain(found.total)))
    return Table(caption, (Column(say("For what")), Column(say("Points"), number=True)), tuple(rows), 1)


def _rows(scenario: Scenario, who: DelegationId, part: Part, me: DelegationId | None) -> Iterator[tuple[Bits, ...]]:
    """One row for a part; for those that are made of several reasons, one for each."""
    reader = me or GALLERY
    first, points = part.entries[0][0], signed(part.points)
    told = ground(scenario, first, who, reader)
    match part.kind:
        case "word":
            yield say("{issue}: {word}", issue=title(scenario, part.issue), word=told), points
        case "hours":
            yield say("{day}: {told}", day=day_of_month(part.day) if part.day else "", told=told), points
        case "walk-away" | "together":
            yield head(told), points
        case "audience" | "table" | "world" | "aftermath":
            for reason, sum_ in together(scenario, who, reader, part.entries).items():
                yield head(reason), signed(sum_)
