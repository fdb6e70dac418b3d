"""What a teacher prints: the plan, the role sheets, the forms, the questions and the answers, in the order of use."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.key import Key
from game.scenario import Scenario
from game.words.handout_key import key_section
from game.words.handout_paper import draft_section, form_section, typing_section
from game.words.handout_plan import plan_section
from game.words.handout_roles import role_sections
from game.words.known import known_section
from game.words.language import count, phrase, say
from game.words.page import Bit, Bits, Block, Heading, Items, Paragraph, Section
from game.words.starting import size_of

TITLE = phrase("Handout for a class")


def handout_sections(scenario: Scenario) -> tuple[Section, ...]:
    """All sheets of a scenario with the instructions that are dealt, beginning with what is to be printed how often."""
    found = [plan_section(scenario), draft_section(scenario), *role_sections(scenario), form_section(scenario)]
    found.append(typing_section(scenario))
    if scenario.questions:
        found.append(_questions(scenario))
    found += [key_section(Key(scenario)), known_section(scenario)]
    return (_print(scenario), *found)


def _print(scenario: Scenario) -> Section:
    """What is printed how often."""
    delegations, outside = len(scenario.delegations), len(scenario.judgements)
    rows: list[Bits] = [
        _row(
            say("Once, for yourself: "),
            say("the plan, the sheet for a class without devices, the questions and the key."),
        ),
        _row(say("For each table: "), say("the page when the talks open, and the form.")),
        _row(
            say("For each delegation of each table: "),
            count("its sheet; there is {n}.", "its own sheet; there are {n}.", delegations),
        ),
    ]
    if outside:
        told = count("its sheet; there is {n}.", "its own sheet; there are {n}.", outside)
        rows.append(_row(say("For whoever speaks for an audience: "), told))
    rows.append(_row(say("For everybody, afterwards: "), say("what is known, and what is made up.")))
    blocks: tuple[Block, ...] = (Paragraph(scenario.summary, "lead"), Paragraph(size_of(scenario)), Items(tuple(rows)))
    return Section("print", say("What to print"), blocks)


def _row(opening: str, words: str) -> Bits:
    return (Bit(opening, "strong"), Bit(words))


def _questions(scenario: Scenario) -> Section:
    """All questions of the scenario, each with what to listen for."""
    lead = say("Choose three. The debrief of a class chooses by itself those that fit what happened.")
    return Section(
        "questions",
        say("Questions for the debrief"),
        (Paragraph(lead, "lead"), *_asked(scenario)),
        "private",
        say("For the teacher"),
    )


def _asked(scenario: Scenario) -> Iterator[Block]:
    for number, question in enumerate(scenario.questions, 1):
        yield Heading(say("{number}. {ask}", number=str(number), ask=question.ask), 3)
        cited = [Bit(say(" [{ids:strung}]", ids=list(question.cite)), "small")] if question.cite else []
        yield Paragraph((Bit(say("Listen for: "), "emphasis"), Bit(question.listen), *cited))
