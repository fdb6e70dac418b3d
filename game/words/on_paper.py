"""Texts that were agreed on paper: what cannot be read of what was typed in, and what the rules would have said."""

from __future__ import annotations

from typing import assert_never

from game.debrief import Debrief
from game.debrief.instead import judged
from game.lesson.forms import FormError
from game.scenario import Scenario
from game.words.language import count, phrase, say
from game.words.names import audience
from game.words.one_word import crossing


def by_the_rules(debrief: Debrief) -> list[str]:
    """What would have stood against a text that was signed on paper, each in a sentence; nothing of any other."""
    signed, scenario = debrief.course.signed, debrief.scenario
    if signed is None or not debrief.course.on_paper:
        return []
    found, told = judged(debrief.course, signed), []
    if found.excluded is not None:
        told.append(say("The words cannot stand in one text: {because:stop}", because=found.excluded.because))
    for line, who in (
        (phrase("{who:and|head} would not have been silent on it."), found.broken),
        (phrase("{who:and|head} would have refused it."), found.refuse),
    ):
        if who:
            told.append(say(line, who=[audience(scenario, each) for each in who]))
    told += [crossing(scenario, each, None) for each in found.crossed if each.line in ("red-line", "beyond")]
    return told


def misread_form(scenario: Scenario, fault: FormError) -> str:
    """What is wrong in a line, and what would be right."""
    told = say("Line {n}: {why}", n=str(fault.line), why=_why(scenario, fault))
    return told if fault.kind != "none" else _why(scenario, fault)


def _why(scenario: Scenario, fault: FormError) -> str:
    places, written = scenario.text.negotiated, repr(fault.written)
    match fault.kind:
        case "none":
            return say("No table is named: a line for each is its letter and the numbers of its form.")
        case "name":
            return say("A line begins with what the table is called, in {most} signs at most.", most=int(fault.most))
        case "twice":
            return say("table {name} stands there already.", name=fault.written)
        case "places":
            return count(
                "There is one open place, and {written} numbers stand here; 0 is for a place that was left open.",
                "There are {n} open places, and {written} numbers stand here; 0 is for a place that was left open.",
                len(places),
                written=fault.written,
            )
        case "number":
            title = places[fault.place - 1].title
            line = phrase("place {n}, {title:quoted}, has the wordings 1 to {most}, and not {written}.")
            return say(line, n=fault.place, title=title, most=int(fault.most), written=written)
        case "word":
            return say("there is no wording {written} in an open place.", written=written)
        case "again":
            return say("the place {written} is named twice.", written=written)
        case "hours":
            return say(
                "{written} are no hours of these talks, which have {most:hour}, in quarters.",
                written=written,
                most=fault.most,
            )
        case "many":
            return say("there are more than {most} tables.", most=int(fault.most))
        case _:
            assert_never(fault.kind)
