"""A table at which somebody speaks for those who are not at it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.delegations import Decision, computer
from game.scenario import AudienceId
from game.table import Host, Start, Store, Table, Task, Thought, open_table, resume, table_of
from game.talks import CHAIR, Admit, KeepSilence, Reply, Revoke, Sits, View, read_record, write_record
from game.text import DelegationId
from tests.library import HERE, source
from tests.rulebook import A, B, after
from tests.rulebook.test_18_persons import DUKES, clean

ARIA, GUILD, MASTERS, GAZETTE = (DelegationId(each) for each in ("ARIA", "GUILD", "MASTERS", "GAZETTE"))
SEATS: dict[DelegationId, Sits] = {ARIA: "person", GUILD: "person", MASTERS: "student"}


def table(store: Store | None = None) -> Table:
    """Talks about a harbour, with a person for the guild and the computer for the masters."""
    return open_table(source("harbour"), "harbour", SEATS, computer, seed=3, store=store)


def test_who_is_seated_is_admitted() -> None:
    """Whoever has a seat when the talks open is admitted by the chair, in the order of the file."""
    opened = table()
    assert opened.record().moves == (Admit(CHAIR, AudienceId("GUILD")), Admit(CHAIR, AudienceId("MASTERS")))
    assert opened.view(GUILD).judging is not None
    assert opened.waits_for == (ARIA,)
    with pytest.raises(LookupError):
        opened.view(GAZETTE)


def test_seats_outside_are_kept(tmp_path: Path) -> None:
    """The record says who sits outside, and it is read back so, from a file and from the store."""
    opened = table()
    again = table_of(read_record(write_record(opened.record())), source("harbour"), computer)
    assert again.seats == {**opened.seats, DelegationId("BORO"): "computer", DelegationId("CELO"): "computer"}
    assert again.view(GUILD) == opened.view(GUILD)
    store = Store(tmp_path / "talks.sqlite3")
    game = table(store).game
    assert game is not None
    assert resume(store, game, computer).seats[MASTERS] == "student"
    store.close()


def test_the_computer_is_asked_for_its_seats_outside() -> None:
    """Where an audience is sounded or waited for that the computer plays, its turn is due, on its own view; where a
    person's is waited for, nobody's is."""

    def silent(view: View, chance: Random) -> Decision:
        assert view.judging is not None
        assert chance
        return Decision(Reply(view.who, "yes") if view.judging.asked_by else KeepSilence(view.who))

    seats: dict[DelegationId, Sits] = {A: "person", B: "person", DUKES: "student"}
    sounded = Table(after(clean("DUKE"), "A sounds DUKE"), seats, silent)
    assert sounded.waits_for == (A,)
    asked = Table(after(clean("DUKE"), "A circulates"), seats, silent)
    assert asked.waits_for == (DUKES,)
    for each in (sounded, asked):
        task = each.due()
        assert task is not None
        assert each.submit(task.who, task.decide().move, task.version) is None
        assert each.due() is None
    assert asked.view(A).consented == {A}
    assert Table(after(clean("DUKE"), "A circulates"), {**seats, DUKES: "person"}, silent).due() is None


class Nobody:
    """Thinks of nothing."""

    def ask(self, task: Task) -> None:
        """Let it be."""

    def answer(self) -> Thought | None:
        """Nothing."""
        return None


def test_a_revocation_puts_nobody_out_of_a_seat_at_this_computer(tmp_path: Path) -> None:
    """Where the chair takes the talks back to before somebody was let in, they are let in again; and whom the chair has
    let in on the way has a seat here when the talks are resumed. A level for a seat of other talks is for none here."""
    store = Store(tmp_path / "talks.sqlite3")
    host = Host(computer, Nobody(), store=store)
    host.given = Start(levels={"US": "student"})
    opened = host.begin(str(HERE / "scenarios" / "harbour.yaml"), ARIA, seed=3, also=(GUILD,))
    assert host.preside(Revoke(CHAIR, 0)) is None
    assert opened.view(GUILD).judging is not None
    assert "US" not in opened.seats
    assert host.preside(Admit(CHAIR, AudienceId("GAZETTE"))) is None
    assert opened.game is not None
    host.resume(opened.game)
    assert host.people == (ARIA, GUILD, GAZETTE)
    store.close()
