"""What the computer says when it refuses, what it believes of refusals, and what it does not ask for once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from random import Random

import pytest

from game.delegations import LEVELS, Policy, computer
from game.delegations.aspiration import Aspiration
from game.delegations.levels import Level
from game.scenario import Temperament
from game.talks import Decline, Propose, Shift, Talks, View, moves, view
from game.talks.tabled import Tabled
from game.text import IssueId, OptionId
from tests.library import LARGE, must, opened, step
from tests.rulebook import COUNCIL, FISH, VERB, WHEN, A, B, C, after, lake, sheet

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [may|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests [have a vote|A] [may listen|B] at its meetings.
    -- fish: [more|A] [same|B]
"""
THREE = """
    NOTE ON THE LAKE
    1. They [shall|A,C] [may|B] give notice of works.
    2. A council [decides on works|A] [|B,C].
    -- when: silence
    -- guests: none
    -- fish: [more|A] [same|B,C]
"""
SHORT = [
    name if name not in LARGE else pytest.param(name, marks=pytest.mark.slow)
    for name in ("istanbul-communique-1994", "harbour", *LARGE)
]


def turns(name: str, level: Level, seeds: range) -> Iterator[tuple[View, moves.Move, Talks]]:
    """Every turn of some games of one level: what it saw, what it did, and what came of it."""
    policy: Policy = partial(computer, level=level)
    for seed in seeds:
        talks = opened(name, seed)
        while not talks.over:
            seen = view(talks, talks.floor)
            talks, decision = step(talks, policy)
            yield seen, decision.move, talks


@pytest.mark.parametrize("name", SHORT)
@pytest.mark.parametrize("level", LEVELS.values(), ids=lambda level: level.name)
def test_what_it_says_of_how_far_is_true(name: str, level: Level) -> None:
    """It calls a package nearly enough only if it would take it with two points more on its sheet; it says of a wording
    its instructions could have that there is no price, or one, only where it lacks something; and to a package that
    it may only not take yet it says nothing of it."""
    for seen, move, _ in turns(name, level, range(1, 4)):
        if not isinstance(move, Decline) or move.far is None:
            continue
        aims = Aspiration(seen, level)
        (package,) = (each for each in seen.packages if each.number == move.package)
        short = -sum(aims.gain(package).values()) - level.slack * len(package.issues)
        asked = package.of(seen.who).get(move.issue) if move.issue else None
        ladder = aims.sheet.mandate.get(move.issue, ()) if move.issue else ()
        barred = bool(ladder) and asked is not None and not any(asked in step for step in ladder)
        crosses = bool(aims.sheet.breaks_red_line(package.of(seen.who))) or barred
        if move.far == "nearly":
            assert 0 < short <= 2
            assert not crosses
            assert aims.can_still_reach(package)
        elif not crosses:
            assert short > 0


def candid(candour: float) -> Temperament:
    """Somebody who says what it minds so readily."""
    return replace(sheet().temperament, candour=candour)


def test_it_says_as_much_as_it_is_candid() -> None:
    """Who is candid says over which word and how far; who is not says neither, but for a red line."""
    ask = "A tables B:verb=shall B:fish=more B:council=advises"
    for candour, told in ((1.0, True), (0.0, False)):
        ours = replace(sheet(walk_away=70), temperament=candid(candour))
        talks = after(lake(OPENING, sheets={B: ours}), ask)
        said = [computer(view(talks, B), Random(seed)).move for seed in range(30)]
        refusals = [move for move in said if isinstance(move, Decline)]
        assert refusals
        assert {move.far is not None for move in refusals} == {move.issue is not None for move in refusals} == {told}
    red = replace(sheet(red_lines="verb=shall"), temperament=candid(0.0))
    for seed in range(20):
        move = computer(view(after(lake(OPENING, sheets={B: red}), ask), B), Random(seed)).move
        assert isinstance(move, Decline)
        assert (move.issue, move.never) == (VERB, True)


def test_off_the_record_it_always_says_how_far() -> None:
    """A non-paper that it does not like is answered with the word and with how far it is, however little it says."""
    ours = replace(sheet(walk_away=70), temperament=candid(0.0))
    talks = after(lake(OPENING, sheets={B: ours}), "A floats B:verb=shall B:fish=more B:council=advises")
    for seed in range(10):
        move = computer(view(talks, B), Random(seed)).move
        assert isinstance(move, Decline)
        assert move.issue is not None
        assert move.far is not None


def test_it_says_never_no_oftener_than_it_is_believed() -> None:
    """A third red line is refused at any price and not for ever: nobody would believe a third never."""
    red = "verb=shall when=month council=advises"
    talks, said = lake(OPENING, sheets={B: sheet(red_lines=red)}), []
    for number, word in enumerate(red.split(), 1):
        talks = after(talks, f"A tables B:{word}")
        move = computer(view(talks, B), Random(1)).move
        assert isinstance(move, Decline)
        said.append((move.package, move.issue, move.never, move.far))
        talks = must(talks, replace(move, remark=""))
        assert number == move.package
    assert said == [(1, VERB, True, None), (2, WHEN, True, None), (3, COUNCIL, False, "not-this")]


def test_the_third_never_is_a_refusal() -> None:
    """It plans without the first two wordings that another has refused for ever, and with the third; its own it plans
    without whichever they are, and it counts what they would cost."""
    talks, words = lake(OPENING, sheets={A: sheet(), B: sheet()}), ("verb=shall", "when=month", "council=advises")
    for number, word in enumerate(words, 1):
        issue = word.partition("=")[0]
        talks = after(talks, f"A tables B:{word}", f"B declines {number} over {issue}, never")
    choices = Aspiration(view(talks, A)).choices
    assert OptionId("shall") not in choices[VERB]
    assert OptionId("month") not in choices[WHEN]
    assert OptionId("advises") in choices[COUNCIL]
    talks = after(talks, 'A says "Well?"')
    own = Aspiration(view(talks, B))
    assert OptionId("advises") not in own.choices[COUNCIL]
    assert own.lived_with.points[COUNCIL][OptionId("advises")] == own.sheet.points[COUNCIL][OptionId("advises")] - 12


def insisted(talks: Talks, *lines: str, by: str = "A tables B:verb=shall") -> tuple[tuple[IssueId, OptionId], ...]:
    """The words on which Aria would insist with another package after these moves."""
    talks = after(talks, *lines)
    shifts = [each.rpartition(":") for each in by.split()[2:]]
    told = tuple(Shift(A if who == "A" else B, *word.split("=")) for who, _, word in shifts)  # type: ignore[arg-type]
    return Tabled(view(talks, A)).insists(told)


ONCE = ("A tables B:verb=shall", "B declines 1 over verb")
TWICE = (*ONCE, "A tables B:verb=shall", "B declines 2 over verb")
SHALL = ((VERB, OptionId("shall")),)


@pytest.mark.parametrize(
    ("lines", "by", "minds"),
    [
        (ONCE, "A tables B:verb=shall", ()),
        (TWICE, "A tables B:verb=shall", SHALL),
        (
            ("A tables B:verb=shall", "B declines 1", "A tables B:verb=shall", "B tables A:verb=may"),
            "A tables B:verb=shall",
            SHALL,
        ),
        ((*TWICE, "A tables A:fish=same B:verb=shall", "B declines 3"), "A tables A:fish=same B:verb=shall", SHALL),
        (TWICE, "A tables B:verb=shall B:fish=more", SHALL),
        (TWICE, "A tables A:fish=same B:verb=shall", ()),
        (TWICE, "A tables B:verb=will A:verb=will", ()),
        ((*TWICE, 'A says "."', "B moves verb=will"), "A tables B:verb=shall", ()),
        (
            ("A tables B:verb=shall B:fish=more", "B declines 1", "A tables B:verb=shall B:fish=more", "B declines 2"),
            "A tables B:verb=shall",
            (),
        ),
        (
            ("A floats B:verb=shall", "B declines 1 over verb", *("A floats B:verb=shall", "B declines 2 over verb")),
            "A tables B:verb=shall",
            (),
        ),
        (
            ("A tables B:verb=shall B:fish=more", "B declines 1 over fish", "A tables B:verb=shall", "B declines 2"),
            "A tables B:verb=shall",
            (),
        ),
    ],
)
def test_a_word_that_was_refused_twice(lines: tuple[str, ...], by: str, minds: object) -> None:
    """A wording that was refused twice is insisted on by a package that changes nothing: one that offers no more than
    those that were refused, and asks for no less. A refusal over another word is none of it, nor one off the record."""
    assert insisted(lake(OPENING), *lines, by=by) == minds


def test_what_moved_between_others_is_a_change() -> None:
    """Where a package of the others was carried, whoever asked before may ask again in the issues that it moved."""
    asks = "A tables C:council=decides C:fish=more"
    talks = lake(THREE, parties=3)
    twice = (asks, "B says '.'", "C declines 1", asks, "B says '.'", "C declines 2")
    talks = after(talks, *(line.replace("'", '"') for line in twice))
    words = ((COUNCIL, OptionId("decides")), (FISH, OptionId("more")))
    own = tuple(Shift(C, *word) for word in words)
    assert Tabled(view(talks, A)).insists(own) == words
    talks = after(talks, 'A says "."', "B tables C:verb=may", "C accepts 3", 'A says "."', 'B says "."')
    assert Tabled(view(talks, A)).insists(own) == words
    talks = after(talks, "C tables B:fish=more", 'A says "."', "B accepts 4")
    assert Tabled(view(talks, A)).insists(own) == words[:1]


@pytest.mark.parametrize("name", SHORT)
@pytest.mark.parametrize("level", LEVELS.values(), ids=lambda level: level.name)
def test_it_does_not_ask_a_third_time_with_nothing_changed(name: str, level: Level) -> None:
    """No level tables a wording that was refused twice in a package that changes nothing."""
    tabled = 0
    for seen, move, _ in turns(name, level, range(1, 4)):
        if isinstance(move, Propose) and not move.off_record:
            assert Tabled(seen).insists(move.shifts) == ()
            tabled += 1
    assert tabled > 3
