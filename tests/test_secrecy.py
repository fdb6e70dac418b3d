"""A seat sees its own secret half and nobody else's, and the computer's move hangs on nothing else."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from itertools import count
from random import Random
from types import FunctionType, ModuleType

import pytest

from game.delegations import computer
from game.scenario import Delay, Instructions, Pair, Scenario, Temperament
from game.talks import (
    CHAIR,
    GALLERY,
    Consult,
    Propose,
    Refusal,
    Say,
    Shift,
    Talks,
    View,
    open_talks,
    play,
    verdict,
    view,
)
from game.talks.events import Answered, Cabled, Charged
from game.text import DelegationId, IssueId, OptionId
from tests.library import EVERY, MAIN, game, mixed_game, random_game, scenario


def marker(who: DelegationId) -> str:
    """What stands in every secret text of a seat."""
    return f"secret-of-{who.lower()}"


def marked(told: Scenario) -> Scenario:
    """The scenario with a marker in every secret text, and with secret numbers that stand nowhere else."""
    numbers = count(71_000_003, 17)
    return replace(told, instructions={who: _marked(told, who, numbers) for who in told.ids})


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
        temperament=Temperament(*(next(numbers) / 1e9 for _ in range(3))),
    )


def numbers_of(sheet: Instructions) -> set[float]:
    """The secret numbers of a sheet."""
    temper = sheet.temperament
    return {
        *(points for options in sheet.points.values() for points in options.values()),
        *(pair.points for pair in sheet.pairs),
        *(sheet.reservation_value, sheet.delay.points, sheet.delay.hours),
        *(temper.patience, temper.generosity, temper.candour),
    }


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
    found = set(leaves(seen))
    words = [word.lower() for word in found if isinstance(word, str)] + [repr(seen).lower()]
    leaked: list[object] = [marker(who) for who in others if any(marker(who) in word for word in words)]
    for who in others:
        leaked += [number for number in numbers_of(told.instructions[who]) if number in found]
    return leaked + [f"a road to {type(held).__name__}" for held in reached(seen) if _forbidden(held, others, told)]


def _forbidden(held: object, others: list[DelegationId], told: Scenario) -> bool:
    return isinstance(held, Talks) or any(held is told.instructions[who] for who in others)


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


def watch(talks: Talks) -> None:
    """No watcher of the talks holds a secret of somebody else."""
    told = talks.scenario
    for who in (*told.ids, GALLERY, CHAIR):
        others = [other for other in told.ids if other != who]
        seen = view(talks, who)
        assert secrets_in(seen, others, told) == [], who
        own = [*seen.own.cables, *seen.own.charges] if seen.own else []
        mine = [*(c for c in talks.cables if c.by == who), *talks.charges.get(who, ())]
        assert own == (mine if seen.own else [])
        if who != CHAIR:
            private = [event for event in seen.record if isinstance(event, Cabled | Answered | Charged)]
            assert all(event.by == who for event in private)


@pytest.mark.parametrize("name", EVERY)
def test_no_view_holds_another_seats_secret(name: str) -> None:
    """Under random play no string, number or object of another seat's instructions is in any view before the verdict;
    the gallery and the chair hold nobody's."""
    for seed in (1, 2):
        chance = Random(seed)
        for talks in random_game(open_talks(marked(scenario(name)), seed), chance):
            if verdict(talks) is None and chance.random() < 0.12:
                watch(talks)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", EVERY)
def test_no_view_holds_another_seats_secret_in_many_games(name: str) -> None:
    """The same at every moment of more games."""
    for seed in range(3, 7):
        for talks in random_game(open_talks(marked(scenario(name)), seed), Random(seed)):
            if verdict(talks) is None:
                watch(talks)


def test_the_search_for_secrets_finds_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the envelopes were left in the view, the search would find words, numbers and the sheet itself."""
    monkeypatch.setattr(Scenario, "sealed_for", lambda told, _: told)
    told = marked(scenario(MAIN))
    russia, nato = told.ids
    leaked = secrets_in(view(open_talks(told), russia), [nato], told)
    assert marker(nato) in leaked
    assert told.instructions[nato].reservation_value in leaked
    assert "a road to Instructions" in leaked


def test_a_seat_has_its_own_secrets() -> None:
    """The search is not blind to what a seat may know: it finds its own marker and its own numbers."""
    told = marked(scenario(MAIN))
    for who in told.ids:
        found = set(leaves(view(open_talks(told), who)))
        assert marker(who) in found
        assert numbers_of(told.instructions[who]) <= found


def test_the_sums_are_opened_at_the_end() -> None:
    """When the talks are over every watcher sees every score; the envelopes stay closed."""
    told = marked(scenario("two-words"))
    *_, over = random_game(open_talks(told, 1), Random(1))
    for who in (*told.ids, GALLERY, CHAIR):
        seen = view(over, who)
        assert seen.verdict is not None
        assert set(seen.verdict.scores) == set(told.ids)
        assert set(seen.scenario.instructions) <= {who}


def turned(told: Scenario, who: DelegationId) -> Scenario:
    """The scenario in which the secret half of everybody but `who` is another: points upside down, no red lines, every
    mandate wide open at each of its steps, another walk-away, pairs, patience and brief."""
    return replace(
        told, instructions={d: sheet if d == who else _turned(told, sheet) for d, sheet in told.instructions.items()}
    )


def _turned(told: Scenario, sheet: Instructions) -> Instructions:
    every: dict[IssueId, frozenset[OptionId]] = {i.id: frozenset(o.id for o in i.options) for i in told.text.issues}
    return replace(
        sheet,
        points={
            issue: dict(zip(options, reversed(list(options.values())), strict=True))
            for issue, options in sheet.points.items()
        },
        reservation_value=sheet.reservation_value // 3 - 7,
        delay=Delay(sheet.delay.points + 3, sheet.delay.hours / 2),
        brief=replace(sheet.brief, sender="Another", paragraphs=("Do otherwise.",)),
        pairs=(),
        red_lines={},
        mandate={issue: (every[issue],) * len(steps) for issue, steps in sheet.mandate.items()},
        temperament=Temperament(0.01, 0.99, 0.02),
    )


@cache
def recorded(name: str, seed: int) -> Talks:
    """A game of mixed hands, or of the computer against itself, when it is over."""
    *_, over = mixed_game(name, seed) if seed % 2 else game(open_talks(scenario(name), seed))
    return over


@pytest.mark.parametrize("name", EVERY)
def test_the_others_secrets_change_no_view_and_no_move(name: str) -> None:
    """With another secret half of everybody else the same moves give a seat the same view at every turn, and the
    computer the same move for the same reason."""
    compared = 0
    for seed in range(6):
        over = recorded(name, seed)
        for who in over.scenario.ids:
            compared += compare(over, who, turned(over.scenario, who))
    assert compared > 40


def compare(over: Talks, who: DelegationId, other: Scenario) -> int:
    """Replay a game in both scenarios, and compare what one seat sees and would do; how many turns were compared."""
    here, there = open_talks(over.scenario, over.seed), open_talks(other, over.seed)
    compared = 0
    for move in over.moves:
        if here.floor == who:
            mine, same = view(here, who), view(there, who)
            assert mine == same
            assert repr(mine) == repr(same)
            key = f"{here.version}"
            assert computer(mine, Random(key)) == computer(same, Random(key))
            compared += 1
        assert view(here, GALLERY) == view(there, GALLERY)
        played, again = play(here, move), play(there, move)
        assert not isinstance(played, Refusal)
        if isinstance(again, Refusal):
            # A mandate wide open has no limit that the agreed words could exclude, so its capital asks for more.
            assert isinstance(move, Consult)
            break
        here, there = played, again
    return compared


def test_ones_own_secrets_do_change_the_move() -> None:
    """The comparison is not blind: with another secret half of its own the computer plays otherwise."""
    told = scenario(MAIN)
    russia, nato = told.ids
    over = recorded(MAIN, 1)
    here, there, differ = open_talks(told, over.seed), open_talks(turned(told, nato), over.seed), 0
    for move in over.moves:
        if here.floor == russia:
            key = f"{here.version}"
            differ += computer(view(here, russia), Random(key)) != computer(view(there, russia), Random(key))
        played, again = play(here, move), play(there, move)
        assert not isinstance(played, Refusal)
        assert not isinstance(again, Refusal)
        here, there = played, again
    assert differ > 5


def test_off_the_record_stays_there() -> None:
    """At a table of three, a third seat's view is the same whether or not two others exchange a non-paper, but for the
    hours, the number of moves and who has the floor."""
    told = scenario("three-rivers")
    first, second, third = told.ids
    issue = told.text.issues[0]
    here = open_talks(told)
    option = next(o.id for o in issue.options if o.id != here.positions[second][issue.id])
    quiet = play(here, Propose(first, "Between us.", (Shift(second, issue.id, option),), off_record=True))
    assert not isinstance(quiet, Refusal)
    seen = view(quiet, third)
    assert seen.packages == ()
    assert seen.record == view(here, third).record
    assert "Between us." not in repr(seen)
    said = play(here, Say(first, "Aloud."))
    assert not isinstance(said, Refusal)
    assert "Aloud." in repr(view(said, third))
