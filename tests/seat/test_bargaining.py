"""The bargaining that a seat remembers is what its record says, and no more."""

from __future__ import annotations

import pytest

from game.seat import Seated, bargaining
from game.talks import Shift, View, events
from game.text import DelegationId
from tests.library import EVERY
from tests.seat.games import moments


def _fates(seen: View) -> dict[int, str]:
    """What has become of each package, worked out of the events in another way."""
    fates = {}
    for event in seen.record:
        match event:
            case events.Proposed():
                fates[event.package] = "lies"
            case events.Accepted(carried=True):
                fates[event.package] = "agreed"
            case events.Declined() | events.Hinted(warm=False):
                fates[event.package] = "declined"
            case events.Hinted():
                fates[event.package] = "liked"
            case events.Withdrawn():
                fates[event.package] = "withdrawn"
            case events.Lapsed():
                fates[event.package] = "countered" if event.countered else "overtaken"
            case _:
                pass
    return fates


@pytest.mark.parametrize("name", EVERY)
def test_every_package_that_was_heard_of_is_told_with_what_came_of_it(name: str) -> None:
    """Nothing but what stands in the record: non-papers of others least of all; what still lies there lies on the
    table, and whatever counters another names it."""
    told = 0
    for _, seen in moments(name, 0.1):
        found = bargaining(seen.record)
        assert {each.number: each.fate for each in found.packages} == _fates(seen)
        lying = {each.number for each in found.packages if each.fate == "lies" or (each.fate == "liked")}
        assert {each.number for each in seen.packages} <= lying
        for each in found.packages:
            made = seen.record[each.place]
            assert isinstance(made, events.Proposed)
            assert (made.by, made.package, made.shifts) == (each.by, each.number, each.shifts)
            for reply in each.replies:
                event = seen.record[reply.place]
                assert isinstance(event, events.Made)
                assert event.by == reply.by != each.by
                if reply.verdict == "counters":
                    assert isinstance(event, events.Proposed)
                    assert event.package == reply.counter
            told += len(each.replies)
    assert told > 5


@pytest.mark.parametrize("name", EVERY)
def test_a_wording_carries_who_offered_asked_for_and_refused_it(name: str) -> None:
    """In the packages that are named, and in no others."""
    named = 0
    for _, seen in moments(name, 0.1):
        found = bargaining(seen.record)
        for (issue, option), traces in found.traces.items():
            assert len({trace.who for trace in traces}) == len(traces)
            for trace in traces:
                for number in trace.offered:
                    assert Shift(trace.who, issue, option) in found[number].shifts
                    assert found[number].by == trace.who
                for number in trace.asked:
                    assert found[number].by == trace.who
                    assert Shift(trace.who, issue, option) not in found[number].shifts
                    assert any((each.issue, each.option) == (issue, option) for each in found[number].shifts)
                for number in trace.refused:
                    assert any(
                        (reply.by, reply.issue, reply.option) == (trace.who, issue, option)
                        for reply in found[number].replies
                    )
                named += len(trace.offered) + len(trace.asked) + len(trace.refused)
        shifts = {(each.by, shift.issue, shift.option) for each in found.packages for shift in each.shifts}
        assert all(
            any(trace.who == by and trace.offered + trace.asked for trace in found.traces[issue, option])
            for by, issue, option in shifts
        )
    assert named > 10


@pytest.mark.parametrize("name", EVERY)
def test_replies_are_those_of_others_since_a_place(name: str) -> None:
    """In the order in which they were given."""
    for talks, seen in moments(name, 0.1):
        if seen.who not in talks.scenario.ids:
            continue
        here = Seated(seen)
        me = DelegationId(seen.who)
        found = bargaining(here.desk.record)
        every = found.replies(me, 0)
        assert all(bargain.by == me != reply.by for bargain, reply in every)
        assert [reply.place for _, reply in every] == sorted(reply.place for _, reply in every)
        half = len(seen.record) // 2
        assert found.replies(me, half) == tuple(each for each in every if each[1].place >= half)
