"""The draft with a change in it says what stands now and what would stand then, and nothing else."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.text import Positions, Redraft, Text, draft, redraft
from tests.library import EVERY, random_positions, scenario
from tests.text.test_draft import A, B, outcome, text


def _letters(words: str) -> str:
    """Words without their points, commas, spaces and capitals, which neighbours may change."""
    return "".join(letter for letter in words.lower() if letter.isalpha())


def _drafted(text_: Text, positions: Positions) -> list[tuple[object, ...]]:
    """What a draft prints: each wording in its place, with who stands for it."""
    told = [
        (run.issue, run.part, _letters(said.words), tuple(sorted(said.owners)))
        for runs in draft(text_, positions).stretches()
        for run in runs
        for said in run.alternatives
        if _letters(said.words) or (run.issue and run.bracketed)
    ]
    return sorted(told, key=repr)  # words that several options share stand where the strongest of them is


def _redrafted(found: Redraft, *, then: bool) -> list[tuple[object, ...]]:
    """What a redraft says that is printed now, or then."""
    told: list[tuple[object, ...]] = []
    for run in (run for runs in (found.heading, *(each.runs for each in found.clauses)) for run in runs):
        if not (run.will if then else run.was):
            continue
        wordings = [(each.words, each.then if then else each.now) for each in run.wordings]
        owned = [(words, owners) for words, owners in wordings if owners or run.issue is None]
        told += [
            (run.issue, run.part, _letters(words), tuple(sorted(owners)))
            for words, owners in owned
            if _letters(words) or len(owned) > 1
        ]
    return sorted(told, key=repr)


@pytest.mark.parametrize("name", EVERY)
@given(seed=some.integers(0, 10**6))
def test_it_holds_both_drafts(name: str, seed: int) -> None:
    """Whoever reads only what stands now reads the draft of now, and whoever reads only what would stand then reads
    the draft of then: wordings, places and owners."""
    told, chance = scenario(name), Random(seed)
    now, then = (random_positions(told.text, told.ids, chance) for _ in range(2))
    found = redraft(told.text, now, then)
    assert _redrafted(found, then=False) == _drafted(told.text, now)
    assert _redrafted(found, then=True) == _drafted(told.text, then)


@pytest.mark.parametrize("name", EVERY)
@given(seed=some.integers(0, 10**6))
def test_nothing_moves_where_nobody_does(name: str, seed: int) -> None:
    """Between the same positions no stretch is moved, and clauses have the numbers of the draft."""
    told = scenario(name)
    now = random_positions(told.text, told.ids, Random(seed))
    found = redraft(told.text, now, now)
    assert not any(run.moved for runs in (found.heading, *(each.runs for each in found.clauses)) for run in runs)
    assert [(each.id, each.number) for each in found.clauses] == [
        (each.id, each.number) for each in draft(told.text, now).clauses
    ]
    assert found.unprinted == draft(told.text, now).unprinted


def test_what_is_struck_and_what_is_put_in() -> None:
    """Two sides meet in a third wording: both of theirs are struck, and the new one is nobody's yet."""
    told = text("They {how} talk.", how={"must": "must", "will": "will", "may": "may"})
    now = {A: outcome(how="must"), B: outcome(how="may")}
    found = redraft(told, now, {A: outcome(how="will"), B: outcome(how="will")})
    (run,) = (run for run in found.clauses[0].runs if run.issue)
    assert [(each.words, each.now, each.then) for each in run.wordings] == [
        ("must", (A,), ()),
        ("will", (), (A, B)),
        ("may", (B,), ()),
    ]


def test_the_words_around_go_with_what_they_surround() -> None:
    """A group that falls silent takes its comma and its preposition with it: they are struck too."""
    told = text("They talk<, on {when}>.", when={"month": "Mondays", "silence": ""})
    everybody = {A: outcome(when="month"), B: outcome(when="month")}
    nobody = {A: outcome(when="silence"), B: outcome(when="silence")}
    struck = redraft(told, everybody, nobody).clauses[0].runs
    assert [_letters(run.wordings[0].words) for run in struck if run.was and not run.will] == ["on", "mondays"]
    put_in = redraft(told, nobody, everybody).clauses[0].runs
    assert [_letters(run.wordings[0].words) for run in put_in if run.will and not run.was] == ["on", "mondays"]
