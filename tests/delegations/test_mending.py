"""What the computer does when those behind it, or behind others, would not have a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from game.delegations import LEVELS, computer
from game.delegations.aspiration import Aspiration
from game.delegations.reasons import Because
from game.scenario import WHOLE, turn_chance
from game.simulation import Sweep, Tally, sent_back
from game.talks import Amend, Decline, Propose, Shift, View, view
from tests.library import MAIN, must, opened, scenario, source

WARSAW = "warsaw-at-the-table"


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", [f"{WARSAW}/double", f"{MAIN}/lesson"])
def test_it_asks_for_the_word_that_was_named(name: str, level: str) -> None:
    """Whoever has been told by one of its own which word would do asks all others for that word and for nothing else,
    wherever it may sign what it stands for."""
    told, asked = scenario(name), 0
    for each in sent_back(told):
        talks = each.talks
        who = talks.floor
        seen = view(talks, who)
        aims = Aspiration(seen, LEVELS[level])
        signs = aims.worth(aims.position) >= aims.walk_away and aims.instructed(aims.position)
        if who != told.audience(each.audience).of or not signs or talks.brackets != (each.issue,):
            continue
        decision = computer(seen, Random(1), level=LEVELS[level])
        option = talks.positions[who][each.issue]
        others = {Shift(other, each.issue, option) for other in talks.scenario.ids if other != who}
        assert isinstance(decision.move, Propose), decision
        assert (set(decision.move.shifts), decision.because) == (others, Because("named-at-home"))
        asked += 1
    assert asked


def test_it_asks_once() -> None:
    """Once the word has been declined something else is tried."""
    tried = 0
    for each in sent_back(scenario(f"{WARSAW}/double")):
        talks = each.talks
        who = talks.floor
        decision = computer(view(talks, who), Random(1))
        if decision.because != Because("named-at-home"):
            continue
        talks = must(talks, decision.move)
        while talks.packages:
            talks = must(talks, Decline(talks.floor, talks.packages[0].number, each.issue))
        assert computer(view(talks, who), Random(1)).because != Because("named-at-home")
        tried += 1
    assert tried


def test_a_minister_asks_for_something_in_return() -> None:
    """Where a text fails on the others' side and there is time, a minister has a price for the word that mends it: one
    that was agreed is changed with it, to its gain."""
    seen, move = next(_prices())
    words = {shift.issue: shift.option for shift in move.shifts}
    (other,) = words.keys() & seen.agreed.keys()
    points = seen.seat.instructions.points[other]
    assert points[words[other]] > points[seen.agreed[other]]
    assert words.keys() == {*seen.brackets, other}


def _prices() -> Iterator[tuple[View, Propose]]:
    """What a minister saw when it asked for something in return, and what it put, in talks with an ambassador: first in
    those in which it did when this was written."""
    for seed in (45, 72, 1058, *range(100)):
        talks = opened(MAIN, seed)
        while not talks.over:
            seen = view(talks, talks.floor)
            level = LEVELS["minister" if seen.who == "RUS" else "ambassador"]
            decision = computer(seen, turn_chance(seed, seen.who, talks.version), level=level)
            talks = must(talks, decision.move)
            if decision.because == Because("in-return"):
                assert isinstance(decision.move, Propose)
                yield seen, decision.move


@pytest.mark.parametrize("level", ["student", "attache", "ambassador"])
def test_no_second_word_is_given_where_the_first_would_do(level: str) -> None:
    """Whoever may close the text by giving the one open word alone asks at most for a change that leaves it more."""
    given = 0
    for each in sent_back(scenario(MAIN)):
        seen = view(each.talks, each.talks.floor)
        (other,) = seen.others
        alone = Amend(seen.who, each.issue, seen.positions[other.id][each.issue])
        decision = computer(seen, Random(1), level=LEVELS[level])
        given += decision.move == replace(alone, remark=decision.move.remark)
        if isinstance(decision.move, Propose) and alone in seen.legal.moves:
            words = {shift.issue: shift.option for shift in decision.move.shifts}
            aims = Aspiration(seen, LEVELS[level])
            closed = {**seen.agreed, each.issue: alone.option}
            assert len(words) == 1 or aims.worth({**seen.agreed, **words}) > aims.worth(closed)
    assert given


def test_a_minister_gives_the_word_alone_that_others_were_told_to_ask_for() -> None:
    """Where an ally of the others has named a word and the text would do with it, a minister gives it and reopens
    nothing; and whatever it asks for instead is not farther off than what the ally would not have."""
    told, given = scenario(MAIN), 0
    for each in sent_back(told):
        seen = view(each.talks, each.talks.floor)
        if seen.who == told.audience(each.audience).of:
            continue
        move = computer(seen, Random(1), level=LEVELS["minister"]).move
        (other,) = seen.others
        if isinstance(move, Amend):
            assert (move.issue, move.option) == (each.issue, seen.positions[other.id][each.issue])
            given += 1
        if isinstance(move, Propose):
            ladder = told.text[each.issue]
            word = next(shift.option for shift in move.shifts if shift.issue == each.issue)
            named, minded = (ladder.rank(o) for o in (seen.positions[other.id][each.issue], each.option))
            assert (ladder.rank(word) - minded) * (minded - named) <= 0
    assert given > 10


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "edition", "talks"),
    [("founding-act-1997", "", 80), ("founding-act-1997", "double", 160), (WARSAW, "", 80), (WARSAW, "double", 80)],
)
def test_most_texts_that_come_back_are_saved(name: str, edition: str, talks: int) -> None:
    """Of the texts that come back when they have been initialled at least half are signed after all, on seeds that
    nothing was tuned on; and most talks have none."""
    told = scenario(f"{name}/{edition}" if edition else name)
    traders = tuple((who, "trader") for who in told.ids)
    tally = Tally(Sweep(source(name), name, traders, edition=edition or WHOLE).play(range(94_001, 94_001 + talks)))
    back = [run for run in tally.runs if run.returned]
    assert 0 < len(back) < len(tally.runs) / 2
    assert 2 * sum(run.agreed for run in back) >= len(back)
