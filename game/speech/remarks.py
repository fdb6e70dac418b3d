"""What a computer delegation says with its moves: sentences that name the words at stake, are true, and vary.

What is said never changes what is done: a remark looks at the chance of its turn, and takes nothing from it.

Its numbers are a matter of taste: how readily somebody talks, and how soon a line comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from game.scenario import VOICES, Occasion, Remark, places_in
from game.speech.context import Context
from game.speech.lines import ANSWERS, PACKAGES, Group
from game.speech.lines_procedure import ASIDES, PASSING, PROCEDURE
from game.speech.manners import MANNERS
from game.speech.topic import Topic, Wording
from game.talks import LONGEST_REMARK, View

_ALL: dict[str, Group] = {**PACKAGES, **ANSWERS, **PROCEDURE}
LINES: dict[str, Group] = {occasion: {**group, **MANNERS.get(occasion, {})} for occasion, group in _ALL.items()}
"""The lines of the house for every occasion, for everybody and for each manner of speaking."""

_BEGINNING = re.compile(r"(?:^|(?<=[.?!] ))[‘“]?[^\W\d_]")
"""Of a sentence."""
_NOTHING = Topic()
_DRY, _FULL = 0.35, 0.65
"""Below the one a delegation says little, above the other much."""
_WORDLESS = 0.35
"""How often somebody dry lets the move speak for itself."""
_MAY_BE_SILENT = frozenset({"accept", "trade", "counter", "bridge", "close", "withdraw", "sign"})
_SHORT, _LONG = 44, 72
"""Characters of a line."""
_LATELY = 4
"""Remarks in which no line is said again, be it another delegation's."""
_MENTIONS = 2
"""How often somebody comes back to one slight."""
_AUTHORS = 2
"""Claims that an author's line counts for, beyond those that it makes; ..."""
_MANNER = 1
"""... and a line of one's own manner."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and what must and must not hold where it is said."""

    say: str
    needs: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    bonus: int = 0

    def fits(self, context: Context) -> bool:
        """Whether all that it claims holds, and whether its places can be filled."""
        if not self.needs <= context.claims or self.lacks & context.claims:
            return False
        return all(context.words.get(place) for place in places_in(self.say))


def remark(view: View, chance: Random, occasion: Occasion, topic: Topic = _NOTHING) -> str:
    """A sentence that fits what has just happened, and that nobody has said yet if there is one left."""
    if view.me is None:
        raise LookupError("a delegation speaks from its own seat")
    peek = Random()
    peek.setstate(chance.getstate())
    context = Context(view, topic)
    talk = view.seat.instructions.temperament.talk
    if talk < _DRY and occasion in _MAY_BE_SILENT and peek.random() < _WORDLESS:
        return ""
    main = _choose(context, peek, [*_authors(context, occasion), *house(occasion)], talk)
    said = _filled(main, context)
    passing = _in_passing(context, peek, occasion, main)
    if passing and len(passing) + 1 + len(said) <= LONGEST_REMARK:
        said = f"{passing} {said}"
    return said if len(said) <= LONGEST_REMARK else ""


@lru_cache
def house(occasion: str) -> tuple[Line, ...]:
    """The lines of the house for an occasion; `aside` for what is said in passing."""
    return tuple(_lines(ASIDES if occasion == "aside" else LINES[occasion]))


def _lines(group: Group) -> Iterator[Line]:
    for key, says in group.items():
        claims = key.split()
        needs = frozenset(claim for claim in claims if not claim.startswith("-"))
        lacks = frozenset(claim[1:] for claim in claims if claim.startswith("-"))
        yield from (Line(say, needs, lacks, _MANNER if needs & VOICES else 0) for say in says)


def _authors(context: Context, occasion: Occasion) -> Iterator[Line]:
    """The lines that the scenario has for this."""
    for line in context.view.scenario.remarks:
        if line.of in (None, context.view.who) and occasion in line.moves and at_stake(line, context.topic):
            yield Line(line.say, line.when, bonus=_AUTHORS + (line.issue is not None))


def at_stake(line: Remark, topic: Topic) -> bool:
    """Whether the issue of a line is at stake: among the words that it names, or that it asks for if it names both."""
    if line.issue is None:
        return True
    places = places_in(line.say)
    first = next((place for place in ("word", "get", "give") if place in places), None)
    named: tuple[Wording, ...] = getattr(topic, first) if first else ()
    words = named or (*topic.word, *topic.give, *topic.get, *topic.moved)
    meant = [issue == line.issue and (not line.options or option in line.options) for issue, option in words]
    # What is said of one word would not be true of two.
    return bool(meant) and all(meant) if first == "word" else any(meant)


# ---- choosing ---------------------------------------------------------------------------------------------------


def _choose(context: Context, peek: Random, lines: Sequence[Line], talk: float) -> Line:
    """Of the lines that fit one that has been said least, and rather one that says more of the moment."""
    fitting = [line for line in lines if line.fits(context)]
    often = [_often(line, context) for line in fitting]
    fresh = [line for line, times in zip(fitting, often, strict=True) if times == min(often)]
    return peek.choices(fresh, [_weight(line, talk) for line in fresh])[0]


def _often(line: Line, context: Context) -> tuple[bool, int, int]:
    """Whether it was said just now, how often this delegation has said it, and how often anybody."""
    said = [each.by for each in context.heard if line.say in each.lines]
    lately = any(line.say in each.lines for each in context.heard[-_LATELY:])
    return lately, said.count(context.view.who), len(said)


def _weight(line: Line, talk: float) -> float:
    weight = 2.0 ** (min(3, len(line.needs - {"two"})) + line.bonus)
    length = len(line.say)
    if talk < _DRY:
        weight *= 4.0 if length <= _SHORT else 1.0 if length <= _LONG else 0.1
    elif talk > _FULL and length <= _SHORT:
        weight *= 0.5
    return weight


def _filled(line: Line, context: Context) -> str:
    # A word may stand at the beginning of any sentence of a line.
    return begun(line.say.format_map(context.words))


def begun(said: str) -> str:
    """A line with a capital at the beginning of each sentence."""
    return _BEGINNING.sub(lambda found: found[0].upper(), said)


def _in_passing(context: Context, peek: Random, occasion: Occasion, main: Line) -> str:
    """What is said before the matter itself: the more readily, the more somebody talks, or minds a slight."""
    if occasion not in PASSING:
        return ""
    temper = context.view.seat.instructions.temperament
    readily = max(0.0, temper.talk - 0.15) * 0.8
    slight = context.words["slight"]
    often = sum(each.names(slight) for each in context.heard if each.by == context.view.who)
    sore = {"slighted", "proud"} <= context.claims and often < _MENTIONS
    if sore:
        readily = max(readily, temper.pride * 0.5)
    if peek.random() >= readily:
        return ""
    told = main.needs - {"two", "dropped"}
    if not sore:
        told |= {"slighted"}
    fitting = [line for line in house("aside") if line.fits(context) and not line.needs & told]
    fresh = [line for line in fitting if not _often(line, context)[2]]
    return _filled(peek.choices(fresh, [2.0 ** len(line.needs) for line in fresh])[0], context) if fresh else ""
