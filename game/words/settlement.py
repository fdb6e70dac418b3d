"""The better text that is offered after signature, in sentences: the question, the answers, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.debrief import Debrief
from game.debrief.settlement import Settlement, Stage
from game.text import DelegationId
from game.words.language import phrase, say
from game.words.one_word import change_blocks
from game.words.page import Block, Paragraph, Section
from game.words.people import name

TITLE = phrase("A better text, if all want to see it")
_OFFERED = phrase(
    "The text is signed, and stays signed. There may be another that would have given somebody more and nobody less,"
    " and that allies and parliaments would have kept as well. It is shown only if everybody who signed wants to see"
    " it; each answers in private. Whoever then prefers the signed text keeps it, for all."
)
_RULE = phrase(
    "The computer always wants to see it, and takes it where it is worth more to it, all in all; else it keeps what it"
    " has signed."
)
_NOTE = phrase(
    "After H. Raiffa, “Post-Settlement Settlements”, 1985. No record and no score is changed by it: it is told as what"
    " it would have been worth, by the points of this scenario, which are a model."
)
_WHERE = phrase("In the window it is asked under this heading; in the terminal, when a game ends, type settlement.")
_STAGES: Mapping[Stage, str] = {
    "declined": phrase("Not everybody wanted to see it. So nobody does, and the signed text stands."),
    "none": phrase(
        "Everybody wanted to see it, and there is none: whatever other text could have been signed and kept would have"
        " given somebody less, by its words or with what came later, or nobody more."
    ),
    "unknown": phrase(
        "Everybody wanted to see it. None was found; but there are too many texts to be sure that there is none."
    ),
    "offer": phrase("Everybody wanted to see it. Here it is, as a redline against the signed text."),
    "taken": phrase("Everybody took it. This is what it would have been worth; the record keeps the signed text."),
    "kept": phrase("Not everybody took it: the signed text stands. This is what the other would have been worth."),
}


def settlement_section(debrief: Debrief, me: DelegationId | None = None) -> Section | None:
    """What is offered, and where; nothing of what would be shown. It is the same for everybody."""
    del me
    offer = Settlement.of(debrief)
    if offer is None:
        return None
    return Section("settlement", say(TITLE), (*_introduction(offer), Paragraph(say(_WHERE), "note")))


def settlement_blocks(offer: Settlement, me: DelegationId | None = None) -> tuple[Block, ...]:
    """Where the offer stands, and once all want to see it, the text."""
    if offer.stage == "ask":
        return tuple(_introduction(offer))
    blocks: list[Block] = [Paragraph(say(_STAGES[offer.stage]), "lead")]
    if offer.shown is not None:
        blocks += change_blocks(offer.debrief.scenario, offer.shown, me)
    return (*blocks, Paragraph(say(_NOTE), "note"))


def _introduction(offer: Settlement) -> Iterator[Block]:
    yield Paragraph(say(_OFFERED))
    if len(offer.persons) < len(offer.debrief.scenario.ids):
        yield Paragraph(say(_RULE))
    yield Paragraph(say(_NOTE), "note")


def question(offer: Settlement) -> str:
    """What whoever is due is asked; empty where nobody is."""
    alone, who = len(offer.persons) == 1, offer.due
    if offer.stage == "ask":
        if who is None:
            return say("Shall the delegations say whether they want to see it?")
        if alone:
            return say("Do you want to see such a text, if everybody else does?")
        line = phrase("{who:head}, for yourselves alone: do you want to see such a text, if everybody else does?")
        return say(line, who=name(offer.debrief.scenario, who))
    if offer.stage == "offer" and who is not None:
        if alone:
            return say("Do you take it in the place of the signed text?")
        line = phrase("{who:head}, for yourselves alone: do you take it in the place of the signed text?")
        return say(line, who=name(offer.debrief.scenario, who))
    return ""


def answers(offer: Settlement) -> tuple[tuple[str, bool], ...]:
    """What can be answered, and whether it is a yes; nothing where nothing is asked."""
    if offer.stage == "offer" and offer.due is not None:
        return (say("Take it"), True), (say("Keep the signed text"), False)
    if offer.stage != "ask":
        return ()
    if offer.due is None:
        return ((say("Ask them"), True),)
    return (say("Yes, if all do"), True), (say("No, leave it at that"), False)


def hand_over(offer: Settlement) -> str:
    """To whom the keyboard is handed before the next question, where several persons answer; empty where one does."""
    if len(offer.persons) < 2 or offer.due is None:
        return ""
    return say("Hand over to {who}. Nobody else looks.", who=name(offer.debrief.scenario, offer.due))


def arrived(offer: Settlement) -> str:
    """What whoever has been handed the keyboard says before the question is shown."""
    return say("{who:head} is here", who=name(offer.debrief.scenario, offer.due)) if offer.due is not None else ""
