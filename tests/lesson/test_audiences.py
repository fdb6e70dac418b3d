"""Those who speak for audiences in a class: they are let in when they sit down, and have so long to answer."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from game.delegations import computer
from game.lesson import SILENCE, ClassTable, restore
from game.scenario import AudienceId
from game.table import TEACHER, Device, GoOn, Join, MoveTo, Pause, Quit, Store, Table, open_table
from game.talks import CHAIR, Admit, Circulate, Excuse, KeepSilence, Revoke, Sits, Sound, Talks
from game.text import DelegationId
from tests.library import source
from tests.rulebook import A, B
from tests.rulebook.test_18_persons import DUKES, EARL, clean

ANN, BEN, DOT, EVE = (Device(each) for each in ("ann", "ben", "dot", "eve"))
PEOPLE: dict[DelegationId, Sits] = {A: "person", B: "person"}


def seated(talks: Talks) -> ClassTable:
    """A clean text of two delegations, with a person at each and at two allies of the first."""
    at = ClassTable(Table(talks, PEOPLE, computer), pace=0.0)
    for device, seat in ((ANN, A), (BEN, B), (DOT, DUKES), (EVE, EARL)):
        assert at.act(Join(device, seat, device.title()), 0.0) is None
    return at


def circulated(at: ClassTable, now: float) -> None:
    """The first delegation puts the text to its allies."""
    assert at.submit(ANN, "m1", Circulate(A), at.table.version_for(A), now) is None
    assert set(at.table.waits_for) == {DUKES, EARL}


def test_whoever_sits_down_for_an_audience_speaks_for_it() -> None:
    """From then on, until all of that seat have got up; the talks are told by the chair."""
    at = seated(clean())
    assert [move for move in at.table.record().moves if isinstance(move, Admit)] == [
        Admit(CHAIR, AudienceId(audience)) for audience in ("DUKE", "EARL")
    ]
    assert at.act(MoveTo(EVE, DUKES), 1.0) is None
    assert at.table.last_move == Excuse(CHAIR, AudienceId("EARL"))
    assert at.act(Quit(DOT), 2.0) is None
    assert at.table.spoken_for == {"DUKE"}
    assert at.act(Quit(EVE), 3.0) is None
    assert at.table.spoken_for == set()


def test_a_revocation_puts_nobody_out_of_a_seat() -> None:
    """Who sat down after the moment to which the teacher takes the talks back speaks on at once."""
    at = seated(clean())
    assert at.submit(TEACHER, "m1", Revoke(CHAIR, 0), at.table.version_for(CHAIR), 1.0) is None
    assert at.table.spoken_for == {"DUKE", "EARL"}
    assert at.since(DUKES, 0)


def test_silence_that_has_run_out_is_consent() -> None:
    """After ninety seconds, for each who has said nothing; who has answered waits no longer."""
    at = seated(clean())
    circulated(at, 10.0)
    assert at.left(DUKES, 40.0) == SILENCE - 30.0
    assert at.left(B, 40.0) is None
    assert at.submit(EVE, "m1", KeepSilence(EARL), at.table.version_for(EARL), 41.0) is None
    assert at.left(EARL, 41.0) is None
    for device in (ANN, BEN, DOT, EVE):
        at.sign_of_life(device, 80.0)
    assert at.next_tick() == 10.0 + SILENCE
    at.tick(99.9)
    assert at.table.waits_for == (DUKES,)
    assert at.due(99.9) is None
    at.tick(10.0 + SILENCE)
    assert at.table.last_move == KeepSilence(DUKES)
    assert at.table.waits_for == (B,)


def test_a_pause_costs_nobody_time() -> None:
    """While the table rests no silence runs."""
    at = seated(clean())
    circulated(at, 10.0)
    assert at.act(Pause(TEACHER), 20.0) is None
    assert at.act(GoOn(TEACHER), 620.0) is None
    assert at.left(DUKES, 620.0) == SILENCE - 10.0


def test_where_nobody_is_the_computer_answers() -> None:
    """At once, from what that seat sees; and for whoever has been asked and has not answered in time."""
    at = seated(clean())
    assert at.submit(ANN, "m0", Sound(A, AudienceId("DUKE")), at.table.version_for(A), 0.0) is None
    assert at.table.asked == (DUKES,)
    for device in (ANN, BEN, DOT, EVE):
        at.sign_of_life(device, 50.0)
    assert at.due(89.0) is None
    task = at.due(SILENCE)
    assert task is not None
    assert (task.who, task.view.who) == (DUKES, DUKES)
    at = seated(clean())
    circulated(at, 0.0)
    for device in (ANN, BEN, DOT):
        at.sign_of_life(device, 30.0)
    at.tick(60.0)
    task = at.due(60.0)
    assert task is not None
    assert task.who == EARL


def test_a_table_with_audiences_from_the_start_is_kept(tmp_path: Path) -> None:
    """Whether whoever opens it lets an audience in, or somebody who sits down: the numbers are the same after a
    restart."""
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        probe = open_table(source("harbour"), "harbour", {}, computer)
        seats: dict[DelegationId, Sits] = dict.fromkeys(probe.scenario.ids, "person")
        first, second, *_ = (DelegationId(each.id) for each in probe.scenario.audiences)
        table = open_table(source("harbour"), "harbour", {**seats, first: "person"}, computer, store=store)
        at = ClassTable(table, store=store)
        assert table.version == 1
        assert table.game is not None
        for device in (ANN, BEN):
            again = restore(store, table.game, computer, 0.0)
            assert again.number(CHAIR) == at.number(CHAIR)
            assert again.table.spoken_for == at.table.spoken_for
            assert at.act(Join(device, second, device.title()), 0.0) is None
        assert at.table.version == 2
