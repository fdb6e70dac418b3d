"""How well the computer plays and who came, in words."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario import Instructions, Scenario
from game.talks import USUAL_LEVEL, Sits, level_of
from game.text import DelegationId
from game.words.language import head, listed, phrase, say

_NAMES: Mapping[Sits, str] = {
    "student": phrase("student"),
    "attache": phrase("attaché"),
    "ambassador": phrase("ambassador"),
    "minister": phrase("minister"),
}
_NOTES: Mapping[Sits, str] = {
    "student": phrase("Says what it minds, gives early, and is glad of a text."),
    "attache": phrase("Trades fairly, goes by what it was told of you, and leaves the corridor to others."),
    "ambassador": phrase("Trades what it needs less for what it needs more, on the whole board."),
    "minister": phrase("Reads what you mind from what you refuse, is firm, and closes in time."),
}


def level_name(level: Sits) -> str:
    """What a level is called, in the middle of a sentence."""
    return say(_NAMES[level])


def level_title(level: Sits) -> str:
    """What it is called by itself."""
    return head(level_name(level))


def level_note(level: Sits) -> str:
    """A sentence on a level, for whoever chooses."""
    return say(_NOTES[level])


def played(names: Mapping[DelegationId, str], seats: Mapping[DelegationId, Sits]) -> str:
    """Whom of these the computer plays and how well: “the Alliance, played by the computer as minister”. Empty where it
    plays nobody."""
    levels = {who: level_of(seats.get(who, USUAL_LEVEL)) for who in names}
    together = {level: [names[who] for who in names if levels[who] == level] for level in levels.values() if level}
    line = phrase("{names:and}, played by the computer as {level}")
    return listed([say(line, names=each, level=level_name(level)) for level, each in together.items()])


def short_names(scenario: Scenario, but: DelegationId | None = None) -> dict[DelegationId, str]:
    """The short names of all delegations, or of all but one."""
    return {each.id: each.short for each in scenario.delegations if each.id != but}


def who_came(
    scenario: Scenario, seats: Mapping[DelegationId, Sits], sheets: Mapping[DelegationId, Instructions]
) -> tuple[str, ...]:
    """Whom the computer played, how well and like whom: told when the talks are over, for who came was a secret."""
    told = []
    for who in scenario.ids:
        level = level_of(seats.get(who, USUAL_LEVEL))
        if level is not None and who in sheets:
            temper = sheets[who].temperament
            values = {"who": scenario[who].short, "level": level_name(level), "name": temper.name}
            told.append(say(_CAME[bool(temper.name), bool(temper.note)], **values, note=temper.note))
    return tuple(told)


_CAME: Mapping[tuple[bool, bool], str] = {
    (True, True): phrase("{who:head} was played by the computer as {level}, like {name}: {note:within|stop}"),
    (True, False): phrase("{who:head} was played by the computer as {level}, like {name}."),
    (False, True): phrase("{who:head} was played by the computer as {level}."),
    (False, False): phrase("{who:head} was played by the computer as {level}."),
}
"""By whether the character has a name, and a note."""
