"""The travaux: where each word of the text came from, read off talks made for it and off whole games."""

from __future__ import annotations

from functools import cache

import pytest

from game.debrief import Course
from game.debrief.travaux import Margin, Passage, Rival, Source, Travaux, travaux
from game.talks import Record, read_move
from game.text import DelegationId, IssueId, OptionId
from game.words.page import Items, unmarked
from game.words.travaux import travaux_section
from tests.debrief.courses import course, debrief
from tests.library import source

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
VERB, FISH, WHEN = IssueId("verb"), IssueId("fish"), IssueId("when")
SHALL, WILL, SEEK, MORE, SAME = (OptionId(name) for name in ("shall", "will", "seek", "more", "same"))
BROKEN_OFF = (
    "ARIA tables ARIA:verb=will BORO:verb=will",
    "BORO declines 1 over verb",
    "ARIA moves fish=more",
    "BORO tables ARIA:verb=will BORO:verb=will ARIA:when=time BORO:when=time",
    "ARIA accepts 2",
    "BORO moves verb=seek",
    "ARIA leaves",
)


@cache
def constructed() -> Travaux:
    """Talks in which a word is brought by one, tabled again by the other, agreed, and given up again."""
    moves = tuple(read_move(line) for line in BROKEN_OFF)
    return travaux(Course.of(Record("two-words", "", 1, {}, moves, as_written=True), source("two-words")))


def margin(issue: IssueId) -> Margin:
    """One margin of it."""
    return constructed().margins[issue]


def test_a_word_is_brought_by_whoever_tabled_it_first() -> None:
    """Aria's package was declined; when Boro tables the word later, it is Aria's all the same."""
    brought = {word.option: word.brought for word in margin(VERB).words}
    assert brought[WILL] == Source("package", (ARIA,), 1, 1.0, 1)
    assert brought[SEEK] == Source("opening", (BORO,))
    assert margin(WHEN).words[0].brought == Source("package", (BORO,), 4, 4.0, 2)


def test_who_went_where_is_told_move_by_move() -> None:
    """Both went to the word by the package that carried; then Boro alone went back, and what was agreed was open."""
    carried = Source("package", (BORO,), 5, 5.0, 2, (ARIA,))
    alone = Source("alone", (BORO,), 6, 6.0)
    assert margin(VERB).passages == (
        Passage(WILL, (ARIA, BORO), carried, None),
        Passage(SEEK, (BORO,), alone, WILL),
    )
    assert margin(VERB).settled is None
    assert margin(VERB).rivals == (Rival(SHALL, (ARIA,), ()),)
    assert margin(WHEN).settled == carried


def test_who_moves_alone_settles_it() -> None:
    """Where one side goes to the other's word, that word was the other's, and the move settled it."""
    found = margin(FISH)
    assert [word.option for word in found.words] == [MORE]
    assert found.words[0].brought == Source("opening", (BORO,))
    assert found.settled == Source("alone", (ARIA,), 3, 3.0)
    assert found.rivals == (Rival(SAME, (ARIA,), ()),)


@pytest.mark.parametrize("name", ["two-words", "harbour", "istanbul-communique-1994"])
def test_margins_of_whole_games_agree_with_the_talks(name: str) -> None:
    """What settled an issue is the last move before which it was not agreed so; nobody had named the word before it was
    brought; and every wording that anybody ever stood for is told of."""
    past = course(name, 1)
    for issue, found in travaux(past).margins.items():
        at = [past.opening.agreed.get(issue), *(step.after.agreed.get(issue) for step in past.steps)]
        final = past.end.agreed.get(issue)
        assert (found.settled is None) == (final is None)
        if found.settled is not None:
            assert set(at[found.settled.step :]) == {final}
            assert found.settled.step == 0 or at[found.settled.step - 1] != final
        stood = {
            talks.positions[who][issue]
            for talks in (past.opening, *(step.after for step in past.steps))
            for who in past.ids
        }
        assert stood == {word.option for word in found.words} | {rival.option for rival in found.rivals if rival.stood}
        for word in found.words:
            before = [past.opening, *(step.after for step in past.steps)][: word.brought.step]
            assert all(word.option not in {stand[issue] for stand in talks.positions.values()} for talks in before)


def test_each_issue_has_one_margin_in_words() -> None:
    """Of talks with side texts and three delegations each issue is told once, with the moves to go to."""
    section = travaux_section(debrief("harbour", 1), None)
    rows = [row for block in section.blocks if isinstance(block, Items) for row in block.rows]
    titles = [issue.title for issue in debrief("harbour", 1).scenario.text.issues]
    assert sorted(unmarked(row).partition(", ")[0] for row in rows) == sorted(titles)
    moves = {bit.move for row in rows if not isinstance(row, str) for bit in row}
    assert None in moves
    assert len(moves) > 3


def test_whoever_reads_is_called_you() -> None:
    """Whose package it was that settled a word, and who took it."""
    kept = debrief("istanbul-communique-1994", 1)
    told = {
        me: " ".join(
            unmarked(row)
            for block in travaux_section(kept, me).blocks
            if isinstance(block, Items)
            for row in block.rows
        )
        for me in kept.scenario.ids
    }
    assert "It was settled when you accepted package 8 of the Alliance (10 June, 15:30" in told[DelegationId("RUS")]
    assert "It was settled when Russia accepted your package 8 (10 June, 15:30" in told[DelegationId("NATO")]
