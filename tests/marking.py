"""Scenarios in which every secret can be told by its look, and the search for them in what somebody may see."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import count
from types import FunctionType, ModuleType

from game.scenario import (
    Aftermath,
    Branch,
    Delay,
    Draw,
    Effect,
    Happening,
    Inheritance,
    Instructions,
    Judgement,
    Pair,
    Question,
    Reading,
    Remark,
    Scenario,
    Sequel,
    Stake,
    Temperament,
)
from game.talks import Talks, View
from game.text import DelegationId


def marker(who: str) -> str:
    """What stands in every secret text of a seat."""
    return f"secret-of-{who.lower()}"


DEGREES = ("patience", "generosity", "candour", "pride", "talk")
"""Of a temperament."""
UNHEARD = "not-heard-yet"
"""What stands in every text that nobody has heard, with the id of what it is about."""


def marked(told: Scenario) -> Scenario:
    """The scenario with a marker in every secret text, and with secret numbers that stand nowhere else."""
    numbers = count(71_000_003, 17)
    sheets = {who: _marked(told, who, numbers) for who in told.ids}
    return replace(
        told,
        instructions=sheets,
        audiences=tuple(
            replace(each, note=UNHEARD, line=each.line if each.power == "press" else marker(each.of))
            for each in told.audiences
        ),
        judgements={each: _judging(judgement, numbers) for each, judgement in told.judgements.items()},
        happenings=tuple(_to_come(each, numbers) for each in told.happenings),
        aftermath=tuple(_tested(told, test, numbers) for test in told.aftermath),
        readings=tuple(
            replace(each, says=f"{UNHEARD} {each.id}", gain=next(numbers), wakes=next(numbers))
            for each in told.readings
        ),
        questions=(Question("asked", UNHEARD, UNHEARD),),
        remarks=tuple(Remark(marker(who), frozenset({"accept"}), who) for who in told.ids),
        draw=Draw(weights=next(numbers), reservation_value=dict.fromkeys(told.ids, (next(numbers), next(numbers)))),
        sequel=Sequel(UNHEARD, True, (Inheritance(UNHEARD, (Effect(UNHEARD, of=told.ids[0], charge=next(numbers)),)),)),
    )


def _marked(told: Scenario, who: DelegationId, numbers: Iterator[int]) -> Instructions:
    sheet, sign = told.instructions[who], marker(who)
    pair = Pair({issue.id: issue.options[0].id for issue in told.text.issues[:2]}, next(numbers), f"because {sign}")
    return replace(
        sheet,
        points={issue: {option: next(numbers) for option in options} for issue, options in sheet.points.items()},
        reservation_value=next(numbers),
        delay=Delay(next(numbers), sheet.delay.hours + next(numbers) / 1e9),
        brief=replace(sheet.brief, sender=sign, to=sign, date=date(1901, 2, 3), paragraphs=(sign, sign), note=sign),
        pairs=(pair, *(replace(old, because=sign, points=next(numbers)) for old in sheet.pairs)),
        temperament=Temperament(name=sign, note=sign).but({degree: next(numbers) / 1e9 for degree in DEGREES}),
        stakes={side.id: Stake(next(numbers), next(numbers)) for side in told.side_texts},
    )


def _judging(judgement: Judgement, numbers: Iterator[int]) -> Judgement:
    """A sheet that nobody knows; what is content with it and what is not hangs on the text as before, or nearly so."""
    points = {issue: {option: next(numbers) for option in row} for issue, row in judgement.points.items()}
    middle = sum(sum(row.values()) // len(row) for row in points.values())
    return Judgement(points, middle + next(numbers) % 31, tuple(replace(p, because=UNHEARD) for p in judgement.pairs))


def _to_come(happening: Happening, numbers: Iterator[int]) -> Happening:
    """An event with a story that nobody has heard, and a number of each delegation's that it changes."""
    effects = tuple(
        replace(each, reservation_value=next(numbers)) if each.reservation_value else each for each in happening.effects
    )
    return replace(happening, story=f"{UNHEARD} {happening.id}", effects=effects)


def _tested(told: Scenario, test: Aftermath, numbers: Iterator[int]) -> Aftermath:
    def counted(branch: Branch) -> Branch:
        return replace(branch, points={who: next(numbers) for who in told.ids})

    return replace(test, branches=tuple(map(counted, test.branches)), no_text=counted(test.no_text))


def numbers_of(told: Scenario, who: DelegationId) -> set[float]:
    """The secret numbers of a seat: its sheet, its stakes, its part of the aftermath, what its readings gain."""
    sheet = told.instructions[who]
    temper = sheet.temperament
    branches = [branch for test in told.aftermath for branch in (*test.branches, test.no_text)]
    return {
        *(points for options in sheet.points.values() for points in options.values()),
        *(pair.points for pair in sheet.pairs),
        *(sheet.reservation_value, sheet.delay.points, sheet.delay.hours),
        *(temper.patience, temper.generosity, temper.candour, temper.pride, temper.talk),
        *(points for stake in sheet.stakes.values() for points in (stake.give, stake.swap)),
        *(branch.points[who] for branch in branches),
        *(number for reading in told.readings if reading.of == who for number in (reading.gain, reading.wakes)),
    }


def numbers_of_nobody(told: Scenario) -> set[float]:
    """The secret numbers that no seat has: what audiences think, what is to come, how instructions are drawn."""
    found: set[float] = set()
    for judgement in told.judgements.values():
        found |= {judgement.threshold, *(points for row in judgement.points.values() for points in row.values())}
    found |= {effect.reservation_value for each in told.happenings for effect in each.effects} - {0}
    if told.draw:
        found |= {told.draw.weights, *(end for ends in told.draw.reservation_value.values() for end in ends)}
    if told.sequel:
        found |= {effect.charge for entry in told.sequel.words for effect in entry.effects}
    return found


def unheard_in(seen: View, talks: Talks) -> list[str]:
    """What nobody has heard yet and a view holds all the same; a closing statement of one's own may be read."""
    own = {reading.id for reading in talks.scenario.readings if reading.of == seen.who}
    heard = {*talks.happened, *talks.said.values(), *own} - {None}
    allowed = sorted((f"{UNHEARD} {each}" for each in heard), key=len, reverse=True)
    return [held for held in leaves(seen) if isinstance(held, str) and UNHEARD in _without(held, allowed)]


def _without(held: str, allowed: list[str]) -> str:
    """A string less what may be heard in it: a reason may quote a statement that was made."""
    for each in allowed:
        held = held.replace(each, "")
    return held


def leaves(value: object) -> Iterator[object]:
    """Every string and number in a value, through dataclasses, what they have cached, mappings, tuples and sets."""
    if isinstance(value, str | int | float):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
        yield from leaves(getattr(value, "__dict__", {}))
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from leaves(key)
            yield from leaves(held)
    elif isinstance(value, tuple | list | set | frozenset):
        for held in value:
            yield from leaves(held)


def secrets_in(seen: View, others: list[DelegationId], told: Scenario) -> list[object]:
    """What of the others' secrets a view holds, by its values, by how it is written out, or by what it refers to."""
    assert seen.draft.heading
    assert seen.agreed is not None
    assert seen.tabled
    leaked = told_in([seen, repr(seen)], others, told)
    return leaked + [f"a road to {type(held).__name__}" for held in reached(seen) if _forbidden(held, seen.who, told)]


def told_in(values: list[object], others: list[DelegationId], told: Scenario) -> list[object]:
    """What of the others' secrets, and of those that are nobody's, stands in some values."""
    found = set(leaves(values))
    words = [word.lower() for word in found if isinstance(word, str)]
    leaked: list[object] = [marker(who) for who in others if any(marker(who) in word for word in words)]
    for who in others:
        leaked += [number for number in numbers_of(told, who) if number in found]
    return leaked + [number for number in numbers_of_nobody(told) if number in found]


def _forbidden(held: object, who: DelegationId, told: Scenario) -> bool:
    if isinstance(held, Talks | Judgement | Happening | Effect | Draw | Sequel | Inheritance):
        return True
    if isinstance(held, Reading):
        return held.of != who
    if isinstance(held, Branch):
        return not held.points.keys() <= {who}
    return any(held is sheet for each, sheet in told.instructions.items() if each != who)


def reached(value: object) -> Iterator[object]:
    """Every object that can be reached from a value, as the garbage collector sees it; no code, no classes."""
    seen: dict[int, object] = {}
    waiting = [value]
    while waiting:
        held = waiting.pop()
        if id(held) not in seen and not isinstance(held, type | ModuleType | FunctionType):
            seen[id(held)] = held
            yield held
            waiting += gc.get_referents(held)
