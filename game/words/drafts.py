"""The transcript of the drafts: each move, who made it and when, and what it changed in the text, as a redline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.debrief import Debrief
from game.debrief.drafts import Change, Redraft, Redrafted, Stretch, laid_open, redrafts
from game.scenario import Scenario
from game.talks.events import Answered, Cabled, Event
from game.talks.events import Change as OfNumbers
from game.text import DelegationId, Positions, Text
from game.words.calendar import clock
from game.words.events import tell
from game.words.language import SENTENCES, phrase, quoted, say, strung
from game.words.page import Bit, Block, Heading, Look, Paragraph, Section
from game.words.people import at_table

TITLE = phrase("The drafts, move by move")
_NOTE = phrase(
    "Struck words are those that somebody left with the move, underlined ones those that somebody took up. The mark"
    " before words in brackets says whose they are."
)


def drafts(debrief: Debrief, _: DelegationId | None) -> Section:
    """Every move of the talks, sitting by sitting, with the clauses that read otherwise after it."""
    course, scenario = debrief.course, debrief.scenario
    blocks: list[Block] = [Paragraph(say(_NOTE), "note"), Heading(say("The text when the talks opened"))]
    blocks += as_opened(scenario.text, course.opening.positions)
    sitting = 0
    for each in redrafts(course):
        moment = scenario.calendar.at(each.step.before.hours)
        if moment.number != sitting:
            session = moment.session
            line = phrase("{day:day}, {place}: {title}")
            blocks.append(Heading(say(line, day=session.day, place=session.place, title=session.title)))
            sitting = moment.number
        blocks += _move(scenario, each, clock(moment.when))
    return Section("drafts", say(TITLE), tuple(blocks))


def as_opened(text: Text, positions: Positions) -> list[Paragraph]:
    """The draft between positions that nobody has moved from yet, clause by clause."""
    return [_clause(each) for each in laid_open(text, positions)]


def _move(scenario: Scenario, each: Redraft, time: str) -> Iterator[Block]:
    """One move: what was done, what was said, and how the text reads."""
    told = strung([tell(scenario, event) for event in each.step.events if _is_told(event)], SENTENCES)
    head = say("Move {n}, {time}. ", n=each.step.number, time=time)
    by = at_table(scenario, each.step.move.by)
    yield Paragraph((Bit(head, "strong", by, each.step.number), Bit(told)))
    if each.step.move.remark:
        yield Paragraph(quoted(each.step.move.remark), "quote")
    yield from (_clause(clause) for clause in each.clauses)


def _is_told(event: Event) -> bool:
    """Whether an event is something done or something that happened: numbers are told elsewhere."""
    return not isinstance(event, OfNumbers | Cabled | Answered)


def _clause(found: Redrafted) -> Paragraph:
    title = say("{clause}: ", clause=found.title or say("Heading"))
    return Paragraph((Bit(title, "small"), *_bits(found.stretches)), "clause")


_LOOKS: Mapping[Change, Look] = {"kept": "quoted", "struck": "struck", "inserted": "inserted"}
_SIGNS = {"open": "[", "or": "|", "close": "]"}
_OPENING, _CLOSING = ("(", "[", "“"), (")", "]", "”", ".", ",", ";", ":")


def _bits(stretches: Sequence[Stretch]) -> Iterator[Bit]:
    """The stretches of a clause in bits, with spaces between them that no line is drawn through."""
    last: Stretch | None = None
    for each in stretches:
        words = each.words.strip() if each.kind == "words" else _SIGNS[each.kind]
        if each.kind == "words" and not words:
            words = say("no words")
        if last is not None and _parted(last, each):
            yield Bit(" ")
        yield from _marked(each, words)
        last = each


def _parted(one: Stretch, other: Stretch) -> bool:
    """Whether a space stands between two stretches."""
    if one.kind == other.kind == "words" and one.change == other.change:
        return one.words.endswith(" ") or other.words.startswith(" ")
    before, after = (_SIGNS.get(each.kind, each.words.strip()) for each in (one, other))
    return not before.endswith(_OPENING) and not after.startswith(_CLOSING)


def _marked(stretch: Stretch, words: str) -> Iterator[Bit]:
    """Some words after the marks of those whose they are: struck marks of those who left them, underlined ones of those
    who came to them."""
    look = _LOOKS[stretch.change]
    owners: list[tuple[DelegationId, Look]] = [(who, "struck") for who in stretch.left]
    owners += [(who, "quoted") for who in stretch.stand]
    owners += [(who, "inserted") for who in stretch.joined]
    if owners and owners[-1][1] == look:
        yield from (Bit("", shown, who) for who, shown in owners[:-1])
        yield Bit(words, look, owners[-1][0])
    else:
        yield from (Bit("", shown, who) for who, shown in owners)
        yield Bit(words, look)
