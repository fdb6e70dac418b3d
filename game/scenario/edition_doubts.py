"""What an author hardly meant so, and where an edition says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.scenario.proof import Path
from game.scenario.scenario import Scenario
from game.scenario.topics.editions import WHOLE

MOST_WORDS, MOST_WORDS_OF_EDITION = 350, 200
"""Of a cable: what can be read in two minutes before long talks, and in one at the beginning of a lesson."""
_FEWER = frozenset({"aftermath", "questions"})
"""Where an edition says less than the whole scenario, and nothing is wrong with that: fewer texts are possible."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What looks as if the author had not meant it: where in the file, as keys and list positions from its top."""

    where: Path
    message: str


def of_edition(whole: Scenario, edition: str, found: Iterable[Doubt]) -> Iterator[Doubt]:
    """Doubts about a scenario in one of its editions, where that edition says what they are about."""
    if edition == WHOLE:
        yield from found
        return
    at = _path(whole, edition)
    for doubt in found:
        if doubt.where[0] not in _FEWER:
            where = doubt.where if doubt.where[0] == "editions" else (*at, *_key(whole, doubt.where))
            yield Doubt(where, f"in the edition '{edition}': {doubt.message}")


def _path(whole: Scenario, edition: str) -> Path:
    return "editions", [each.id for each in whole.editions].index(edition)


def _key(whole: Scenario, where: Path) -> Path:
    """The key of an edition under which it could say otherwise what a path of the whole scenario leads to."""
    match where:
        case ("delegations", int(n), "instructions", *rest):
            return ("delegations", whole.ids[n], *rest)
        case ("audiences", int(n), *rest):
            return ("judgements", whole.audiences[n].id, *rest)
        case ("history" | "exclusions", *_):
            return ("fixed",)
        case (str(section), *_):
            return (section,)
    return ()


def long_briefs(whole: Scenario, edition: str) -> Iterator[Doubt]:
    """Cables with more words than can be read before talks of this length."""
    if edition == WHOLE:
        for n, who in enumerate(whole.ids):
            words = _words(whole.instructions[who].brief.paragraphs)
            if words > MOST_WORDS:
                said = f"this cable has {words} words; {MOST_WORDS} are the most that are read before talks begin"
                yield Doubt(("delegations", n, "instructions", "brief", "paragraphs"), said)
        return
    at = _path(whole, edition)
    own = whole.editions[int(at[1])].delegations
    for who in whole.ids:
        brief = own[who].brief if who in own else None
        words = _words((brief or whole.instructions[who].brief).paragraphs)
        if words > MOST_WORDS_OF_EDITION:
            said = f"has {words} words; {MOST_WORDS_OF_EDITION} are the most that an edition has time for"
            cable = "this cable" if brief else f"the cable of {who}, which is that of the whole scenario,"
            yield Doubt((*at, "delegations", who, "brief", "paragraphs"), f"{cable} {said}")


def _words(paragraphs: Iterable[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)
