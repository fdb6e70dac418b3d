"""What a report is called, what it is made of, and what is said of each table in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.debrief import Debrief
from game.scenario import written_seed
from game.talks import level_of
from game.text import DelegationId
from game.words.debrief import TOPICS, section
from game.words.endings import ending
from game.words.language import SENTENCES, count, phrase, say, strung
from game.words.levels import level_name
from game.words.on_paper import by_the_rules
from game.words.page import Block, Column, Heading, Paragraph, Section, Table
from game.words.starting import taken_over

TITLE = phrase("What the words were worth")
_SHORT = ("overview", "measures", "clauses")
"""The topics that are told of each table, where there are several."""
_ABOUT = phrase(
    "Worked out from the record of the talks, move by move, by the rules of the game. Whoever has the record can play"
    " them again. What is history is marked FACT in the scenario, with its source; all points are a model. What was"
    " said at the table is invented."
)


def subtitle(debriefs: Sequence[Debrief]) -> str:
    """The talks that a report is about, and how many of them there are."""
    title = debriefs[0].scenario.title
    return (
        title if len(debriefs) == 1 else count("{title}: {n} table", "{title}: {n} tables", len(debriefs), title=title)
    )


def table_section(debrief: Debrief, name: str, id: str, me: DelegationId | None) -> Section:
    """One table of several: how it ended, and what matters most about it."""
    blocks: list[Block] = [Paragraph(ending(debrief.scenario, debrief.course.verdict), "lead")]
    blocks += on_paper(debrief)
    for topic in _SHORT:
        told = section(debrief, topic, me) if topic in TOPICS else None
        if told is not None:
            blocks.append(Heading(told.title))
            blocks += [Heading(each.words, 3) if isinstance(each, Heading) else each for each in told.blocks]
    return Section(id, say("Table {name}", name=name), tuple(blocks))


def on_paper(debrief: Debrief) -> Iterator[Paragraph]:
    """That a text was agreed on paper, and what the rules would have said of it; nothing of other talks."""
    if not debrief.course.on_paper:
        return
    told = [say("Typed in from paper: who moved when is not known.")]
    if objections := by_the_rules(debrief):
        told.append(say("By the rules of the talks: {told}", told=strung(objections, SENTENCES)))
    yield Paragraph(strung(told, SENTENCES), "note")


def about(debriefs: Sequence[Debrief], names: Sequence[str]) -> Section:
    """Of which records a report is made, and who sat where."""
    columns = (say("Table"), say("Who sat where"), say("Seed"), say("Moves"), say("How it ended"))
    rows = []
    for debrief, name in zip(debriefs, names, strict=True):
        record, verdict = debrief.course.record, debrief.course.verdict
        moves = str(len(record.moves))
        rows.append((name, _seats(debrief), written_seed(record.seed), moves, ending(debrief.scenario, verdict)))
    heads = tuple(Column(words, number=words == columns[3]) for words in columns)
    paper = tuple(on_paper(debriefs[0])) if len(debriefs) == 1 else ()
    table = Table(say("The records"), heads, tuple(rows))
    return Section("about", say("About this report"), (Paragraph(say(_ABOUT)), *paper, table))


def _seats(debrief: Debrief) -> str:
    seats, told = debrief.course.record.seats, []
    at_table = [(each.id, each.short) for each in debrief.scenario.delegations]
    outside = [(DelegationId(each.id), each.short) for each in debrief.scenario.audiences]
    for who, short in (*at_table, *(each for each in outside if each[0] in seats)):
        sits = seats.get(who)
        level = level_of(sits) if sits is not None else None
        line = phrase("{who:head}: a person")
        if level is not None:
            line = phrase("{who:head}: the computer as {level}")
        elif sits is None:
            line = phrase("{who:head}: not said")
        told.append(say(line, who=short, level=level_name(level) if level else ""))
    seated = strung(told, phrase("{first}; {next}"))
    carried = taken_over(debrief.course.record.carried)
    return strung([say("{seats:stop}", seats=seated), carried], SENTENCES) if carried else seated
