"""What a student is told of the class, as regions: the part of the lesson, its clock, the own place, the question."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from game.classroom.pages.markup import part
from game.classroom.pages.paper import TEMPLATE
from game.classroom.pages.said import NOTHING
from game.lesson import PLAYED, RoomView
from game.lesson.plan import Phase
from game.scenario import Scenario
from game.table import Device
from game.words import phrase, say
from game.words.names import seat
from game.words.teams import member_name

_NOW: Mapping[Phase, str] = {
    "join": phrase("You have your seat. The teacher will begin."),
    "brief": phrase("Read your brief: it is for your seat alone."),
    "caucus": phrase("Agree with your partner what you want most, and answer the question below your brief."),
    "close": phrase("Sign or not: what is open at the bell stays open."),
    "debrief": phrase("Look at the wall: all tables side by side."),
    "exit": phrase("One question, once more: it stands below your brief."),
    "over": phrase("The class is over. Thank you."),
}
"""What a student does in each part of a lesson; nothing has to be said of the talks."""


def room_regions(scenario: Scenario, view: RoomView, device: Device) -> dict[str, Markup]:
    """Everything that one person is told of the class."""
    return {
        "room-facts": _facts(view, device),
        "room-where": _where(view),
        "room-clock": _clock(view),
        "room-phase": _phase(scenario, view),
        "room-question": _question(scenario, view),
        "room-adviser": _adviser(view),
    }


def _facts(view: RoomView, device: Device) -> Markup:
    told = {"device": device, "phase": view.phase, "read": "yes" if view.read else ""}
    return part(TEMPLATE, "facts", told=told)


def _where(view: RoomView) -> Markup:
    who = member_name(view.name or str(view.number))
    if not view.letter:
        return part(TEMPLATE, "words", words=who)
    return part(TEMPLATE, "words", words=say("Table {letter} · {who}", letter=view.letter, who=who))


def _clock(view: RoomView) -> Markup:
    """The end of this part by the host's clock; while all rest it stands."""
    if not view.seconds:
        return NOTHING
    left = max(0.0, view.seconds - view.elapsed)
    until = view.now + left
    return part(
        TEMPLATE, "clock", until=None if view.resting else round(until, 1), stands=round(left), left=say("left")
    )


def _phase(scenario: Scenario, view: RoomView) -> Markup:
    lines = [say("The teacher lets everything rest.")] if view.resting else []
    if view.seat is not None and not view.opened:
        lines.append(say("You sit for {seat}, at table {letter}.", seat=seat(scenario, view.seat), letter=view.letter))
    if now := _NOW.get(view.phase):
        lines.append(say(now))
    return part(TEMPLATE, "status", lines=lines, gold=False) if lines else NOTHING


def _adviser(view: RoomView) -> Markup:
    """The way to ask for advice, while there is something to be advised of."""
    if not view.adviser or view.phase not in PLAYED:
        return NOTHING
    return part(TEMPLATE, "adviser", button=say("Ask your adviser"), waits=say("One moment: your adviser reads."))


def _question(scenario: Scenario, view: RoomView) -> Markup:
    if not view.asks:
        return NOTHING
    return part(
        TEMPLATE,
        "question",
        when="after" if view.phase == "exit" else "before",
        legend=say("Which of these does the other side hold dearest?"),
        rows=[
            {"issue": each.id, "title": each.title, "chosen": each.id == view.answer}
            for each in scenario.text.negotiated
        ],
        button=say("Answer") if view.answer is None else say("Change the answer"),
        told=say("Kept. You may change it.") if view.answer is not None else "",
    )
