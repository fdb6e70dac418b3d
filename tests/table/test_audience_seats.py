"""Whoever speaks for an audience sits down like anybody: named when talks begin, and let in and out by the chair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.delegations import computer
from game.scenario import AudienceId, source_of
from game.table import (
    Host,
    Start,
    StartError,
    Store,
    fingerprint,
    levels_of,
    open_table,
    people_of,
    place_of,
    take_over,
)
from game.talks import CHAIR, GALLERY, Admit, Excuse, Record, Say, Sits
from game.text import DelegationId
from tests.library import scenario
from tests.table.test_host import Thinker, listener, store, thinker
from tests.terminal.desk import HARBOUR

__all__ = ["store", "thinker"]

BORO, ARIA, GUILD, MOOT = (DelegationId(each) for each in ("BORO", "ARIA", "GUILD", "MOOT"))


def test_who_takes_over_lets_others_in_and_out() -> None:
    """Nobody is left to be waited for without end, and the rest goes on as it stood."""
    sat: dict[DelegationId, Sits] = dict.fromkeys((BORO, ARIA, GUILD), "person")
    table = open_table(source_of(HARBOUR), HARBOUR, sat, computer, seed=1, as_written=True)
    assert table.submit(BORO, Say(BORO, remark="Well."), table.version_for(BORO)) is None
    seats: dict[DelegationId, Sits] = {BORO: "person", ARIA: "student", MOOT: "person"}
    table = take_over(table.record(), source_of(HARBOUR), 2, seats, computer)
    assert table.view(CHAIR).seated == {"MOOT"}
    assert set(table.seats) == {BORO, ARIA, MOOT}
    assert [event.audience for event in table.heard(GALLERY)[-2:]] == ["MOOT", "GUILD"]  # type: ignore[union-attr]


def test_a_host_seats_it(thinker: Thinker, store: Store) -> None:
    """With the computer at the table, or with others before the same screen."""
    host = Host(listener, thinker, store=store)
    table = host.begin(HARBOUR, GUILD, 1)
    assert (host.who, table.seats) == (GUILD, {BORO: "ambassador", ARIA: "ambassador", GUILD: "person"})
    host.begin(HARBOUR, ARIA, 1, also=(MOOT, BORO))
    assert (host.people, host.handing) == ((BORO, ARIA, MOOT), BORO)
    assert host.table is not None
    assert host.table.game is not None
    again = Host(listener, Thinker(), store=store)
    again.resume(host.table.game)
    assert again.people == (BORO, ARIA, MOOT)


def test_whoever_sits_down_is_let_in(thinker: Thinker, store: Store) -> None:
    """Also where the chair has excused them, and where talks were broken off before anybody was let in."""
    source = source_of(HARBOUR)
    seats: dict[DelegationId, Sits] = {BORO: "student", ARIA: "student", GUILD: "person"}
    record = Record("harbour", fingerprint(source), 1, seats)
    assert record.only_person((BORO, ARIA)) is None
    excused = replace(record, moves=(Admit(CHAIR, AudienceId("GUILD")), Excuse(CHAIR, AudienceId("GUILD"))))
    for broken_off in (record, excused):
        host = Host(listener, thinker, store=store)
        table = host.resume(store.begin(broken_off, "The harbour", source))
        assert host.who == GUILD
        assert table.view(GUILD).judging is not None


def test_it_is_named_like_any_seat() -> None:
    """At the command line, and a delegation's where only one of these can be meant."""
    told = scenario("harbour")
    assert people_of(["aria", "guild"], ["Moot=person", "student"], HARBOUR) == ([ARIA, GUILD, MOOT], ["student"])
    assert place_of(told, "Moot") == MOOT
    assert Start().seats(told.ids, GUILD)[GUILD] == "person"
    with pytest.raises(StartError):
        place_of(told, "DUKE")
    levels = levels_of(["minister", "moot=student"], HARBOUR)
    assert Start(levels=levels).seats(told.ids, ARIA) == {
        **dict.fromkeys(told.ids, "minister"), ARIA: "person", MOOT: "student",
    }  # fmt: skip
