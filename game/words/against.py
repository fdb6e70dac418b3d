"""The signed text held against others in tables: only the words that differ, each with its points for each side."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief import Debrief, differences
from game.text import DelegationId, Outcome
from game.words.differences import points_table
from game.words.known import SCALES
from game.words.language import SENTENCES, head, listed, say, strung
from game.words.page import Block, Heading, Paragraph, Section
from game.words.plots import text_name


def against_section(debrief: Debrief, me: DelegationId | None) -> Section | None:
    """The signed text beside that of history and the fair ones; None where none was signed, or there is none else."""
    signed = debrief.course.signed
    others = [] if signed is None else list(_others(debrief, me))
    if signed is None or not others:
        return None
    blocks: list[Block] = []
    mine = head(text_name(debrief.scenario, "yours", me))
    for text, called in others:
        blocks.append(Heading(head(called)))
        if text == signed:
            blocks.append(Paragraph(say("This is the signed text, word for word.")))
        else:
            found = differences(debrief.scenario, signed, text)
            blocks.append(points_table(debrief.scenario, found, (mine, head(called)), me))
    return Section("against", say("The words that differ"), (*blocks, Paragraph(_what_it_is(), "note")))


def _others(debrief: Debrief, me: DelegationId | None) -> Iterator[tuple[Outcome, str]]:
    """The texts to hold it against, each once, with all that it is called."""
    texts: list[tuple[Outcome, list[str]]] = []
    for kind, text in debrief.yardsticks.items():
        words = text_name(debrief.scenario, kind, me)
        known = next((names for each, names in texts if each == text), None)
        if known is None:
            texts.append((text, [words]))
        else:
            known.append(words)
    yield from ((text, listed(names)) for text, names in texts)


def _what_it_is() -> str:
    return strung(
        [
            say("The rows add up to both sums: what is the same in both texts is one of them."),
            say("The points are a model: what words are worth on the sheets of the end, without hours and aftermath."),
            say(SCALES),
        ],
        SENTENCES,
    )
