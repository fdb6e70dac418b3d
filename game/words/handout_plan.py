"""A lesson on one printed page: what it is for, and minute by minute what the teacher does and says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.lesson.plan import PHASES, PLANS, Phase, Plan
from game.lesson.seating import PAIR, planned
from game.scenario import Scenario
from game.words.language import count, phrase, plain, say
from game.words.page import Bit, Bits, Column, Heading, Items, Paragraph, Section, Table
from game.words.people import names

_NAMES: Mapping[Phase, str] = {
    "join": phrase("Sit down"),
    "brief": phrase("Read"),
    "caucus": phrase("Caucus"),
    "talks": phrase("Talk"),
    "close": phrase("Initial"),
    "debrief": phrase("Compare"),
    "exit": phrase("Leave"),
    "over": phrase("Over"),
}
_DOES: Mapping[Phase, str] = {
    "join": phrase("Show the address and the code, or deal the sheets. See that nobody sits alone."),
    "brief": phrase(
        "Be quiet, and see to it that every delegation reads. Answer what a word means, and not what to want."
    ),
    "caucus": phrase(
        "Have each delegation mark its three dearest wordings and the one that it will never sign, and write down what"
        " it thinks that the other side holds dearest. Let the computer take the seats that are empty."
    ),
    "talks": phrase(
        "Walk. Go first to the table that has not moved for three minutes, and ask only what it would have to be given."
        " Half way through send one cable. Call two minutes before the end."
    ),
    "close": phrase("Take the papers as they are. What has all initials is signed; everything else is no text."),
    "debrief": phrase(
        "Show all tables on one picture, beside history where there is any. Take two of them: read aloud the words that"
        " differ, and what they were worth. Then the questions. Let those speak first who were not at the table."
    ),
    "exit": phrase("Ask the question of the caucus once more, and take the answers with you."),
    "over": "",
}
_SAYS: Mapping[Phase, str] = {
    "join": phrase("“You speak for somebody else now: for {sides:and}.”"),
    "brief": phrase("“This page is for your side alone. You need not agree with it; you have to do it justice.”"),
    "caucus": phrase("“What does the other side hold dearest? Write it down now; we ask again when it is over.”"),
    "talks": phrase("“You have {hours}. Say both halves in one sentence: we move here, if you move there.”"),
    "close": phrase("“Pens down. Who has initialled, has signed, and has to tell it at home.”"),
    "debrief": phrase("“Find your table. Which word would you buy back, and what would you give for it?”"),
    "exit": phrase(
        "“What did you think that the other side held dearest, and what was it? Which word will you remember?”"
    ),
    "over": "",
}


def plan_section(scenario: Scenario) -> Section:
    """The whole lesson on one sheet."""
    title = say("The lesson on one page")
    blocks = (Heading(say("What it is for")), Items(tuple(_goals(scenario))), _timing(scenario))
    return Section("plan", title, (*blocks, _seating(scenario), *_notes(scenario)), "private", say("For the teacher"))


def _goals(scenario: Scenario) -> Iterator[str]:
    yield say(
        "To read a sentence of a treaty for what it obliges to, how precise it is, and who decides: "
        "what is vague is easy to sign."
    )
    yield say(
        "To tell what a side asks for from what it needs, and to give what is cheap to you for what is dear to it."
    )
    if scenario.audiences:
        line = phrase("To bargain in two rooms at once: {who:and} answer to some who are not at the table.")
        of = [who for who in scenario.ids if scenario.audiences_of(who)]
        if len(of) == 1:
            line = phrase("To bargain in two rooms at once: {who:and} answers to some who are not at the table.")
        yield say(line, who=names(scenario, of))
    if scenario.history is not None:
        yield say("To hold an own text against that of {day:day}, word for word.", day=scenario.history.day)
    yield say("To tell what is on record from what a model makes of it, and to doubt the second.")


def _timing(scenario: Scenario) -> Table:
    """Each part with its minutes in either plan."""
    plans = tuple(PLANS.values())
    heads = (Column(count("{n} minute", "{n} minutes", plan.total), number=True) for plan in plans)
    parts = [part for part in PHASES if any(part in plan.minutes for plan in plans)]
    return Table(
        say("Minute by minute"),
        (Column(say("Part")), *heads, Column(say("You do")), Column(say("You say"))),
        tuple(_part(scenario, part, plans) for part in parts),
    )


def _part(scenario: Scenario, part: Phase, plans: tuple[Plan, ...]) -> tuple[Bits, ...]:
    spans = (
        say("{first}–{last}", first=plan.starts(part), last=plan.starts(part) + plan.minutes[part]) for plan in plans
    )
    hours, does = scenario.calendar.hours, say(_DOES[part])
    told = count("{n} hour of talks", "{n} hours of talks", round(hours)) if hours == round(hours) else ""
    says = say(
        _SAYS[part], sides=names(scenario, scenario.ids), hours=told or say("{hours:hours} of talks", hours=hours)
    )
    return ((Bit(say(_NAMES[part]), "strong"),), *spans, does, says)


_A_PLACE = 4
"""Minutes that people take for each open place, very roughly."""
_CLASSES = range(24, 31)
"""Sizes of a class for which it is told how they are seated."""


def _seating(scenario: Scenario) -> Table:
    """How many tables there are for how many people, and where those sit who are left over."""
    seated = [planned(people, scenario) for people in _CLASSES]
    tables = [len({place.letter for place in places}) for places in seated]
    outside = [sum(place.seat not in scenario.ids for place in places) for places in seated]
    sides = len(scenario.ids) * PAIR
    third = [len(places) - sides * many - left for places, many, left in zip(seated, tables, outside, strict=True)]
    rows = [(say("Tables of {n}", n=sides), tables), (say("Of them speak for an audience"), outside)]
    rows += [(say("Third in a delegation"), third)] if any(third) else []
    heads = (Column(str(people), number=True) for people in _CLASSES)
    return Table(
        say("Who sits where"),
        (Column(say("People in the room")), *heads),
        tuple((words, *(plain(number) for number in numbers)) for words, numbers in rows),
    )


def _notes(scenario: Scenario) -> Iterator[Paragraph]:
    yield Paragraph(
        say(
            "The hours of talks run from the beginning of the talks to their end: when half of the minutes are gone,"
            " half of the hours are."
        ),
        "note",
    )
    longest, needed = max(plan.minutes["talks"] for plan in PLANS.values()), _A_PLACE * len(scenario.text.negotiated)
    if needed > longest:
        line = phrase(
            "At {each} minutes for each open place, which is a rule of thumb, these talks take {n} minutes: for a"
            " lesson choose a shorter edition."
        )
        yield Paragraph(say(line, each=_A_PLACE, n=needed), "note")
