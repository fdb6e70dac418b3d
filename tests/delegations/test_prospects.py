"""How a minister weighs whole texts when one package may close what is open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

from game.delegations import LEVELS, computer
from game.delegations.aspiration import Aspiration
from game.delegations.prospects import Prospects
from game.simulation import POLICIES
from game.talks import Propose, View, view
from game.talks.events import Declined, Proposed
from game.text import DelegationId, Outcome, agreed_in
from tests.library import MAIN, game, opened

RUS, NATO = DelegationId("RUS"), DelegationId("NATO")
SEEDS = range(1, 13)


@cache
def views() -> tuple[View, ...]:
    """What a minister sees at its turns in talks with an ambassador, when one package may close what is open."""
    policies = {RUS: POLICIES["minister"], NATO: computer}
    talks = (talks for seed in SEEDS for talks in game(opened(MAIN, seed), policies))
    seen = (view(each, RUS) for each in talks if not each.over and each.floor == RUS)
    return tuple(each for each in seen if each.brackets and Aspiration(each, LEVELS["minister"]).chooses_whole)


def whole(seen: View, by_me: bool) -> Iterator[tuple[Proposed, Outcome]]:
    """The whole texts that were put on the record, by it or by the other, with what has been agreed since."""
    for event in seen.minutes.all(Proposed):
        text = {**seen.agreed, **{shift.issue: shift.option for shift in event.shifts}}
        complete = len(text) == len(seen.positions[RUS]) and not event.off_record
        if (event.by == RUS) == by_me and complete and text.items() >= seen.agreed.items():
            yield event, text


def test_they_would_take_again_what_they_have_put_and_refuse_what_they_have_refused() -> None:
    """Their last whole text they would take; one that they have just declined they hardly would."""
    taken, refused = 0, 0
    for seen in views():
        prospects, last = Prospects(Aspiration(seen, LEVELS["minister"])), seen.record[-1]
        for _, text in list(whole(seen, by_me=False))[-1:]:
            declined = {e.package for e in seen.minutes.all(Declined)}
            if not any(e.package in declined for e, _ in whole(seen, by_me=True)):
                assert prospects.chance(text) > 0.9
                taken += 1
        for event, text in whole(seen, by_me=True):
            if isinstance(last, Declined) and last.package == event.package:
                assert prospects.chance(text) < 0.1
                refused += 1
    assert taken > 2
    assert refused > 2


def test_a_good_text_is_answered_with_a_better_one_only_while_there_is_time_to_come_back_to_it() -> None:
    """A whole text that it would take is answered with one that gives it more, and not where that might lose it."""
    asked = 0
    for seen in views():
        aims = Aspiration(seen, LEVELS["minister"])
        for package in seen.waiting:
            text = agreed_in(seen.after(package.shifts))
            if package.off_record or len(text) < len(aims.position) or not aims.closes_well(package):
                continue
            move = computer(seen, Random(1), level=LEVELS["minister"]).move
            if isinstance(move, Propose):
                put = agreed_in(seen.after(move.shifts))
                assert aims.worth(put) > aims.worth(text)
                assert Prospects(aims).again
                asked += 1
    assert asked
