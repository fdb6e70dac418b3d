"""What the instructions say of the world around the table: who judges this seat from outside, and which side texts can
be held up, with what they are worth to it."""

from __future__ import annotations

from dataclasses import dataclass

from game.desktop.screens.layout import points_words
from game.scenario import Audience, Instructions, Scenario, SideText, Stake
from game.talks import hours_words, listed, opening_capital
from game.text import DelegationId


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


_SIGNS = {"consent": "round", "ratify": "gable", "press": "diamond"}
_NOTHING = Stake(0, 0)


def world_parts(scenario: Scenario, who: DelegationId) -> tuple[Part, Part]:
    """Who judges, and what can be held up."""
    return _judges(scenario, who), _side_texts(scenario, who)


def _judges(scenario: Scenario, who: DelegationId) -> Part:
    """Every audience of this seat, with its power and what is known of it."""
    order = list(_SIGNS)
    found = sorted(scenario.audiences_of(who), key=lambda audience: order.index(audience.power))
    rows = tuple(
        Line(audience.name, sign=_SIGNS[audience.power], note=f"{power_of(scenario, audience)} {audience.line}")
        for audience in found
    )
    return Part("Who judges you", rows)


def power_of(scenario: Scenario, audience: Audience) -> str:
    """What an audience can do, in a sentence for its delegation."""
    if audience.power == "consent":
        return "Consents to a clean text by silence, or breaks it."
    if audience.power == "press":
        if not audience.cost or not audience.every:
            return "Presses."
        return f"Presses: {points_words(-audience.cost)} every {hours_words(audience.every)} while it is against."
    names = [
        scenario.text[issue][option.id].name
        for issue, options in audience.votes.items()
        for option in scenario.text[issue].options
        if option.id in options
    ]
    return f"Votes on {listed(names)}." if names else "Votes on the signed text."


def _side_texts(scenario: Scenario, who: DelegationId) -> Part:
    sheet = scenario.instructions[who]
    mine = [_mine(scenario, sheet, side) for side in scenario.side_texts if side.by == who]
    theirs = [_theirs(scenario, sheet, side) for side in scenario.side_texts if side.by != who]
    lead = "Each can be held up once, over one word. Then it is given, swapped or sat out."
    return Part("Texts beside this one", (*mine, *theirs), lead=lead if mine or theirs else "")


def _mine(scenario: Scenario, sheet: Instructions, side: SideText) -> Line:
    give, swap = _stake(sheet, side)
    ends = f"{give} if it is given, {swap} if swapped; they may let {hours_words(side.hours)} run."
    return Line(opening_capital(side.title), sign="pen", note=f"Yours to hold up{_when(scenario, side)}: {ends}")


def _theirs(scenario: Scenario, sheet: Instructions, side: SideText) -> Line:
    give, swap = _stake(sheet, side)
    held = f"{opening_capital(scenario[side.by].short)} may hold it up{_when(scenario, side)}"
    note = f"{held}: {give} if you give the word, {swap} if you swap it."
    return Line(opening_capital(side.title), sign="minus", note=note)


def _stake(sheet: Instructions, side: SideText) -> tuple[str, str]:
    """What giving and swapping are worth."""
    stake = sheet.stakes.get(side.id, _NOTHING)
    return points_words(stake.give, plus=True), points_words(stake.swap, plus=True)


def _when(scenario: Scenario, side: SideText) -> str:
    phase = next((phase for phase in scenario.phases if phase.id == side.phase), None)
    return f" in “{phase.title}”" if phase else ""
