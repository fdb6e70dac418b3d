"""The questions that fit what happened, with what to listen for: an author's words, and hardly any of ours."""

from __future__ import annotations

from game.debrief import Debrief
from game.debrief.questions import questions
from game.text import DelegationId
from game.words.language import say
from game.words.page import Bit, Block, Paragraph, Section


def questions_section(debrief: Debrief, _: DelegationId | None) -> Section | None:
    """The questions; None where the scenario has none that fits."""
    found = questions(debrief)
    if not found:
        return None
    blocks: list[Block] = []
    for number, question in enumerate(found, 1):
        asked = Bit(say("{number}. {ask}", number=str(number), ask=question.ask), "strong")
        blocks.append(Paragraph((asked,)))
        blocks.append(Paragraph((Bit(say("Listen for: "), "emphasis"), Bit(question.listen))))
        if question.cite:
            sources = [debrief.scenario.sources[each].title for each in question.cite]
            blocks.append(Paragraph(say("On record: {sources:and}.", sources=sources), "note"))
    note = say(
        "The author of the scenario wrote these questions; the record of the talks chose among them. What they ask has"
        " no one right answer. What is told as history in them has its source beside it; the rest is a model."
    )
    return Section("questions", say("To talk about"), (*blocks, Paragraph(note, "note")))
