"""What the instructions say of the world around the table: who judges this seat from outside, and which side texts can
be held up, with what they are worth to it."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario import Audience, Instructions, Scenario, SideText
from game.text import DelegationId
from game.words import head, phrase, say


@dataclass(frozen=True, slots=True)
class Line:
    """One row: words, and what they are worth or what sign stands before them."""

    words: str
    points: int | None = None
    sign: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows under a heading."""

    heading: str
    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()
    lead: str = ""
    """What is said before the rows."""
    side: int | None = None
    """In which of two columns it stands; None: where there is room."""


SHAPES = {"consent": "round", "ratify": "gable", "press": "diamond"}
"""The sign of whoever judges from outside, by what it can do."""


def world_parts(scenario: Scenario, who: DelegationId) -> tuple[Part, Part]:
    """Who judges, and what can be held up."""
    return _judges(scenario, who), _side_texts(scenario, who)


def _judges(scenario: Scenario, who: DelegationId) -> Part:
    """Every audience of this seat, with its power and what is known of it."""
    order = list(SHAPES)
    found = sorted(scenario.audiences_of(who), key=lambda audience: order.index(audience.power))
    rows = tuple(
        Line(
            audience.name,
            sign=SHAPES[audience.power],
            note=say("{power} {line}", power=power_of(scenario, audience), line=audience.line),
        )
        for audience in found
    )
    return Part(say("Who judges you"), rows)


def power_of(scenario: Scenario, audience: Audience) -> str:
    """What an audience can do, in a sentence for its delegation."""
    if audience.power == "consent":
        return say("Consents to a clean text by silence, or breaks it.")
    if audience.power == "press":
        if not audience.cost or not audience.every:
            return say("Weighs on you.")
        told = phrase("Weighs on you: {points} every {hours:hours} while it is against.")
        return say(told, points=-audience.cost, hours=audience.every)
    names = [
        scenario.text[issue][option.id].name
        for issue, options in audience.votes.items()
        for option in scenario.text[issue].options
        if option.id in options
    ]
    return say("Votes on {names:and}.", names=names) if names else say("Votes on the signed text.")


def _side_texts(scenario: Scenario, who: DelegationId) -> Part:
    sheet = scenario.instructions[who]
    mine = [_mine(scenario, sheet, side) for side in scenario.side_texts if side.by == who]
    theirs = [_theirs(scenario, sheet, side) for side in scenario.side_texts if side.by != who]
    lead = say("Each can be held up once, over one word. Then it is given, swapped or sat out.")
    return Part(say("Texts beside this one"), (*mine, *theirs), lead=lead if mine or theirs else "")


def _mine(scenario: Scenario, sheet: Instructions, side: SideText) -> Line:
    stake = sheet.stake(side.id)
    note = say(
        _YOURS[_phase(scenario, side) != ""],
        phase=_phase(scenario, side),
        give=stake.give,
        swap=stake.swap,
        hours=side.hours,
    )
    return Line(head(side.title), sign="pen", note=note)


def _theirs(scenario: Scenario, sheet: Instructions, side: SideText) -> Line:
    stake, phase = sheet.stake(side.id), _phase(scenario, side)
    who = scenario[side.by].short
    note = say(_THEIRS[phase != ""], who=who, phase=phase, give=stake.give, swap=stake.swap)
    return Line(head(side.title), sign="minus", note=note)


_YOURS = {
    False: phrase(
        "Yours to hold up: {give:signed} if it is given, {swap:signed} if swapped; they may let {hours:hours} run."
    ),
    True: phrase(
        "Yours to hold up in {phase:quoted}: {give:signed} if it is given, {swap:signed} if swapped; they may let"
        " {hours:hours} run."
    ),
}
"""By whether it belongs to a phase."""
_THEIRS = {
    False: phrase("{who:head} may hold it up: {give:signed} if you give the word, {swap:signed} if you swap it."),
    True: phrase(
        "{who:head} may hold it up in {phase:quoted}: {give:signed} if you give the word, {swap:signed} if you swap it."
    ),
}


def _phase(scenario: Scenario, side: SideText) -> str:
    """The title of the phase to which a side text belongs, if it belongs to one."""
    phase = scenario.phase(side.phase)
    return phase.title if phase else ""
