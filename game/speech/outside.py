"""What the computer says where it speaks for an audience: an author's line first, else one of the house."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from game.scenario import Occasion, places_in
from game.speech.lines_outside import OUTSIDE
from game.speech.remarks import at_stake, begun
from game.speech.topic import Topic, Wording, spoken
from game.talks import LONGEST_HEADLINE, LONGEST_REMARK, View

_PRINTED: frozenset[Occasion] = frozenset({"praise", "blame"})
"""What is a headline."""


def remark_outside(view: View, chance: Random, occasion: Occasion, word: Wording | None = None) -> str:
    """A line for whoever speaks for an audience, which this seat has not said yet if there is one left; empty where
    none is short enough. Raises `LookupError` for another seat's view."""
    if view.judging is None:
        raise LookupError("nobody speaks for an audience here")
    told = {event.remark for event in view.record}
    for among in (_authors(view, occasion, word), OUTSIDE[occasion]):
        lines = [line for line in _filled(view, occasion, among, word) if line not in told]
        if lines:
            return chance.choice(lines)
    return next(iter(_filled(view, occasion, OUTSIDE[occasion], word)), "")


def _authors(view: View, occasion: Occasion, word: Wording | None) -> tuple[str, ...]:
    topic = Topic(word=(word,) if word else ())
    mine = (line for line in view.scenario.remarks if line.of == view.who and occasion in line.moves)
    return tuple(line.say for line in mine if at_stake(line, topic))


def _filled(view: View, occasion: Occasion, lines: tuple[str, ...], word: Wording | None) -> Iterator[str]:
    """These lines with what stands in their places, as far as it is known and the line does not become too long."""
    assert view.judging is not None
    scenario, audience = view.scenario, view.judging.audience
    headline = occasion in _PRINTED
    words = {"me": audience.short, "them": scenario[audience.of].short, "place": view.moment.session.place}
    words |= {"word": spoken(scenario, *word)} if word else {}
    if headline:
        words = {place: said.upper() for place, said in words.items()}
    for line in lines:
        if words.keys() >= set(places_in(line)):
            said = begun(line.format_map(words))
            if len(said) <= (LONGEST_HEADLINE if headline else LONGEST_REMARK):
                yield said
