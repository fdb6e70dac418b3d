"""Who may sit in a seat: a person, or the computer at one of its levels; as records, stores and faces name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from game.scenario import Instructions, Scenario
from game.talks.verdict import opening_capital
from game.talks.wordings import listed, stopped
from game.text import DelegationId

Sits = Literal["person", "computer", "student", "attache", "ambassador", "minister"]
"""`computer` stands in records of before there were levels: it is the ordinary one."""

USUAL_LEVEL: Sits = "ambassador"
"""How well the computer plays where nobody has said."""
LEVEL_TITLES: Mapping[Sits, str] = {
    "student": "Student",
    "attache": "Attaché",
    "ambassador": "Ambassador",
    "minister": "Minister",
}
"""What each level is called, the easiest first."""
LEVEL_NOTES: Mapping[Sits, str] = {
    "student": "Says what it minds, gives early, and is glad of a text.",
    "attache": "Trades fairly, goes by what it was told of you, and leaves the corridor to others.",
    "ambassador": "Trades what it needs less for what it needs more, on the whole board.",
    "minister": "Reads what you mind from what you refuse, is firm, and closes in time.",
}
"""A sentence on each level, for whoever chooses."""


def sits_of(word: str) -> Sits | None:
    """Who sits there, by the word in a record; None for a word that means nobody."""
    if word in ("person", "computer"):
        return "person" if word == "person" else "computer"
    return next((level for level in LEVEL_TITLES if level == word), None)


def level_of(sits: Sits) -> Sits | None:
    """The level at which the computer plays a seat; None where a person sits."""
    return None if sits == "person" else USUAL_LEVEL if sits == "computer" else sits


def played_words(scenario: Scenario, seats: Mapping[DelegationId, Sits], me: DelegationId | None = None) -> str:
    """Whom the computer plays and how well: “the Alliance, played by the computer as minister”. Empty if nobody."""
    together: dict[Sits, list[DelegationId]] = {}
    for who in scenario.ids:
        level = level_of(seats.get(who, USUAL_LEVEL))
        if level is not None and who != me:
            together.setdefault(level, []).append(who)
    return listed(
        [
            f"{listed([scenario[who].short for who in ids])}, played by the computer as {LEVEL_TITLES[level].lower()}"
            for level, ids in together.items()
        ]
    )


def who_came(
    scenario: Scenario, seats: Mapping[DelegationId, Sits], sheets: Mapping[DelegationId, Instructions]
) -> tuple[str, ...]:
    """Whom the computer played, how well and like whom: told when the talks are over, for who came was a secret."""
    told = []
    for who in scenario.ids:
        level = level_of(seats.get(who, USUAL_LEVEL))
        if level is None or who not in sheets:
            continue
        temper = sheets[who].temperament
        like = f", like {temper.name}" if temper.name else ""
        note = f" {stopped(temper.note)}" if temper.name and temper.note else ""
        subject = opening_capital(scenario[who].short)
        told.append(f"{subject} was played by the computer as {LEVEL_TITLES[level].lower()}{like}.{note}")
    return tuple(told)
