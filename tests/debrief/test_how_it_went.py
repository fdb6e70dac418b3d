"""How talks went, in one thing: what marks them is chosen by what can be measured."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import chain
from typing import get_args

from game.debrief import Course, Debrief, HowItWent, how_it_went, measures
from game.debrief.how_it_went import (
    AHEAD,
    HALF,
    Ahead,
    Below,
    Bought,
    Cornered,
    Even,
    Far,
    Impossible,
    Mark,
    Near,
    Poor,
    Sold,
    Soured,
    Uncounted,
)
from game.talks import Leave, Record
from game.text import DelegationId
from tests.debrief.courses import debrief, random_debrief
from tests.library import DRILLS, opened

SHORT = "istanbul-communique-1994"
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


@cache
def told() -> list[tuple[Debrief, DelegationId | None, HowItWent]]:
    """Random games and some of the computer's, as each delegation and a watcher are told of them."""
    chance = (random_debrief(name, seed) for name in (SHORT, *DRILLS) for seed in range(1, 13))
    computers = (debrief(SHORT, 1), debrief("three-rivers", 3), debrief("two-words", 1))
    return [
        (talks, who, how_it_went(talks, who))
        for talks in chain(chance, computers, [random_debrief("warsaw-at-the-table", 1)])
        for who in (*talks.scenario.ids, None)
    ]


def test_all_ways_to_go_are_met() -> None:
    """Good, bad and broken off: each kind of mark is met somewhere, but for those that no scenario here can have."""
    met = {type(found.mark) for _, _, found in told()}
    assert set(get_args(Mark)) - met <= {Impossible, Uncounted}


def test_what_is_said_is_what_was_measured() -> None:
    """Every mark holds by the measures and by the text that was signed."""
    for talks, who, found in told():
        assert (found.left is None) == (talks.course.signed is None)
        _check(talks, who, found)


def _check(talks: Debrief, who: DelegationId | None, found: HowItWent) -> None:
    measured = measures(talks)
    shares = [share or Fraction(0) for share in measured.fairness.shares.values()]
    match found.mark:
        case Below(who=loser, points=points):
            assert measured.own[loser].gain == -points < 0
            assert loser == who or who is None or measured.own[who].gain >= 0
        case Soured(who=loser, points=points):
            assert measured.durability
            assert measured.durability.points[loser] == -points
            assert 0 <= measured.own[loser].gain < points
        case Bought(issue=issue) | Sold(issue=issue):
            assert who is not None
            assert talks.course.signed
            spans = {
                i: max(row.values()) - min(row.values()) for i, row in talks.scenario.instructions[who].points.items()
            }
            assert spans[issue] == max(spans.values())
            row = talks.scenario.instructions[who].points[issue]
            kept = row[talks.course.signed[issue]] - min(row.values())
            assert (kept * 2 > spans[issue]) == isinstance(found.mark, Bought)
        case Poor():
            assert max(shares) < HALF
        case Ahead(who=best, than=least):
            one, other = measured.fairness.shares[best], measured.fairness.shares[least]
            assert one is not None
            assert other is not None
            assert one - other >= AHEAD
        case Even():
            assert max(shares) - min(shares) < AHEAD
            assert max(shares) >= HALF or not any(own.most for own in measured.own.values())
        case Near(brackets=brackets, texts=texts) | Far(brackets=brackets, texts=texts):
            assert texts > 0
            assert (len(brackets) <= 2) == isinstance(found.mark, Near)
            assert brackets == talks.course.end.brackets
        case Cornered(texts=texts):
            assert talks.agreeable
            assert talks.agreeable.texts == texts > 0
        case Impossible() | Uncounted():
            raise AssertionError("something could always have been agreed in these")


def test_when_it_was_signed() -> None:
    """With half an hour left of two days; and a day of the lake early."""
    found = how_it_went(debrief(SHORT, 1), RUS)
    assert (found.when, found.spare, found.left) == ("last-day", 0.5, {RUS: 2, NATO: 2})
    early = how_it_went(debrief("two-words", 1), None)
    assert early.when == "early"
    assert early.left
    assert not any(early.left.values())


def test_the_reader_comes_first() -> None:
    """Russia kept the silence on enlargement and gave the rest; what the Alliance is told of the same talks is not
    that."""
    assert isinstance(how_it_went(debrief(SHORT, 1), RUS).mark, Bought)
    assert isinstance(how_it_went(debrief(SHORT, 1), NATO).mark, Even)


def test_where_nothing_could_be_found_that_is_said() -> None:
    """With walk-aways beyond every text there was nothing to agree; with too many texts to count it is not known."""
    opening = opened("two-words", 1)
    sheets = {who: replace(sheet, reservation_value=500) for who, sheet in opening.scenario.instructions.items()}
    opening = replace(opening, scenario=replace(opening.scenario, instructions=sheets))
    leaves = Leave(opening.floor)
    record = Record("two-words", "", 1, dict.fromkeys(opening.scenario.ids, "person"), (leaves,))
    assert how_it_went(Debrief(Course.from_opening(opening, record))).mark == Impossible()
    uncounted = Debrief(random_debrief(SHORT, 4).course)
    vars(uncounted)["agreeable"] = None
    assert how_it_went(uncounted).mark == Uncounted()
