"""The whole debrief, topic by topic, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.debrief import Debrief
from game.text import DelegationId
from game.words.against import against_section
from game.words.better import better_section
from game.words.clause_by_clause import clauses_section
from game.words.instructions import instructions_section
from game.words.known import TITLE, known_section
from game.words.language import phrase, say
from game.words.letter import letter_section
from game.words.measures import measures_section
from game.words.one_word import word_section
from game.words.overview import overview_section
from game.words.page import Section
from game.words.parallel import pairs_section, sides_section
from game.words.plots import plot_section
from game.words.prices import prices_section
from game.words.questions import questions_section
from game.words.settlement import settlement_section
from game.words.taken_apart import parts_section
from game.words.travaux import travaux_section
from game.words.turning_points import turning_section

Topic = Callable[[Debrief, DelegationId | None], Section | None]
"""Tells one topic to somebody, who is called you; None where there is nothing to tell."""


def _known_section(debrief: Debrief, me: DelegationId | None) -> Section:
    """What is known and what is made up: of a signed text, its wordings and those of history."""
    del me
    return known_section(debrief.scenario, debrief.course.verdict.outcome)


TOPICS: dict[str, Topic] = {
    "overview": overview_section,
    "plot": plot_section,
    "sides": sides_section,
    "pairs": pairs_section,
    "against": against_section,
    "clauses": clauses_section,
    "turning": turning_section,
    "parts": parts_section,
    "measures": measures_section,
    "settlement": settlement_section,
    "better": better_section,
    "instructions": instructions_section,
    "word": word_section,
    "travaux": travaux_section,
    "letter": letter_section,
    "prices": prices_section,
    "questions": questions_section,
    "known": _known_section,
}
"""Each topic by the id of its section."""
_TITLES: Mapping[str, str] = {
    "overview": phrase("How it went"),
    "plot": phrase("Every possible text"),
    "sides": phrase("Every side at once"),
    "pairs": phrase("Between every two sides"),
    "against": phrase("The words that differ"),
    "clauses": phrase("Clause by clause"),
    "turning": phrase("The turning points"),
    "parts": phrase("Points taken apart"),
    "measures": phrase("Not one number"),
    "settlement": phrase("A better text, if all want to see it"),
    "better": phrase("Better for everybody"),
    "instructions": phrase("The instructions opened"),
    "word": phrase("Change one word"),
    "travaux": phrase("The travaux"),
    "letter": phrase("Letters from the empty chair"),
    "prices": phrase("What the words fetched"),
    "questions": phrase("To talk about"),
    "known": TITLE,
}


_ASKS = frozenset({"settlement"})
"""Topics that are an offer: on paper nobody can answer in private."""


def topic_title(topic: str) -> str:
    """What a topic is called, before anything of it is worked out. Raises `KeyError` for an id that is none."""
    return say(_TITLES[topic])


def section(debrief: Debrief, topic: str, me: DelegationId | None = None) -> Section | None:
    """One topic. Raises `KeyError` for an id that is none."""
    return TOPICS[topic](debrief, me)


def sections(debrief: Debrief, me: DelegationId | None = None) -> tuple[Section, ...]:
    """Every topic that there is something to tell of, but for those in which the reader is asked something."""
    told = (tell(debrief, me) for topic, tell in TOPICS.items() if topic not in _ASKS)
    return tuple(each for each in told if each is not None)
