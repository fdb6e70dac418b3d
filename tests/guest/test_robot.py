"""A robot plays what it may, from what it is shown, and gets somewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from game.guest import Robot
from game.players import computers
from game.scenario import load, source_of
from game.seat import decode, desk, encode
from game.seat.desk import Desk
from game.table import Table, open_table
from game.talks import CHAIR, Admit, Headline, Move, Say, Sits
from game.talks.refused import Why
from game.text import DelegationId

SMALL = "istanbul-communique-1994"


def talked(name: str, edition: str, seed: int, *, told: bool = False) -> tuple[Table, Counter[str]]:
    """Talks of robots in all seats, audiences too, to their end; and what the rules had against their moves. They may
    be `told` which words cannot stand together."""
    source = source_of(name)
    known = load(source, name, edition)
    table = open_table(source, name, dict.fromkeys(known.ids, "person"), computers(), seed=seed, edition=edition)
    for audience in known.audiences:
        table.submit(CHAIR, Admit(CHAIR, audience.id), table.version_for(CHAIR))
    seats = (*known.ids, *(DelegationId(each.id) for each in known.audiences))
    apart = known.text.exclusions if told else ()
    robots = {who: Robot(Random(f"{seed} {who}"), apart) for who in seats}
    against = Counter[str]()
    for _ in range(400):
        if table.verdict is not None:
            break
        who = (*table.asked, *table.waits_for)[0]
        move = robots[who].move(decode(Desk, encode(desk(table.view(who))))) or consent(table, who)
        assert move.by == who
        if refused := table.submit(who, said(move), table.version_for(who)):
            against[refused.kind] += 1
            robots[who].refused(move)
    return table, against


def consent(table: Table, who: DelegationId) -> Move:
    """What the clock does for whoever lets his silence run out."""
    return next(iter(table.view(who).legal.moves))


def said(move: Move) -> Move:
    """A move with words where it needs them."""
    return replace(move, remark="Well.") if isinstance(move, Say | Headline) else move


@pytest.mark.parametrize("seed", range(6))
def test_robots_end_their_talks(seed: int) -> None:
    """The rules refuse nothing but texts that contradict themselves, which no desk tells."""
    table, against = talked(SMALL, "whole", seed)
    assert table.verdict is not None
    assert set(against) <= {Why.EXCLUDED}


def test_robots_reach_some_texts_in_a_lesson() -> None:
    """Not at every table, as in any class."""
    found = [talked("partnership-for-peace-1994", "lesson", seed) for seed in range(8)]
    assert all(set(against) <= {Why.EXCLUDED} for _, against in found)
    assert all(table.verdict is not None for table, _ in found)
    assert len({table.verdict.kind for table, _ in found if table.verdict}) > 1


def test_whoever_knows_what_cannot_stand_together_does_not_ask_for_it() -> None:
    """The rules refuse such a robot nothing, where they refuse others something."""
    lesson = ("partnership-for-peace-1994", "lesson")
    assert any(talked(*lesson, seed)[1] for seed in range(4))
    assert not any(talked(*lesson, seed, told=True)[1] for seed in range(4))


def test_a_robot_is_the_same_by_the_same_chance() -> None:
    """And another by another."""
    assert talked(SMALL, "whole", 1)[0].record().moves == talked(SMALL, "whole", 1)[0].record().moves
    assert talked(SMALL, "whole", 1)[0].record().moves != talked(SMALL, "whole", 2)[0].record().moves


def test_a_robot_hopes_for_less_with_the_hours() -> None:
    """But never for less than to leave would bring."""
    here, _ = talked(SMALL, "whole", 1)
    seats: dict[DelegationId, Sits] = dict.fromkeys(here.scenario.ids, "person")
    before = desk(open_table(source_of(SMALL), SMALL, seats, computers()).view(here.scenario.ids[0]))
    later = replace(before, now=replace(before.now, hours=before.now.deadline))
    robot = Robot(Random(1))
    assert before.worth
    assert robot.hope(before) >= robot.hope(later) >= before.worth.left.total - before.worth.paid
