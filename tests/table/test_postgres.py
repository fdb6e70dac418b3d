"""Several servers at one database: what one keeps the others hear of, one alone owns the clock of a class, and none of
them goes on past another."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from select import select
from time import sleep

import pytest

from game.table import AskForPen, ClassId, Device, GameId, Keeping, Made, Notice, Store, StoreError
from game.words.faults import fault
from tests.table.places import Place, database
from tests.table.refusing import refusing
from tests.table.test_classes import begun, holds_soon

pytest.importorskip("psycopg", reason="psycopg is not installed")
from game.table import postgres
from game.table.postgres import Postgres
from game.table.postgres import place as named

ANN = Device("ann")
SAID = {1: 'ARIA says  "One."', 2: 'BORO says  "Two."'}

pytestmark = pytest.mark.slow


@pytest.fixture
def address(postgresql: str) -> str:
    """A database of its own."""
    return database(postgresql)


@pytest.fixture
def one(address: str) -> Iterator[Postgres]:
    """One server's connection."""
    with closing(Postgres(address)) as store:
        yield store


@pytest.fixture
def other(address: str) -> Iterator[Postgres]:
    """Another server's."""
    with closing(Postgres(address)) as store:
        yield store


def lose(store: Postgres, address: str) -> None:
    """Take a server's connection away, as a fault of the network does."""
    pid = store._db.connection.info.backend_pid
    Place(address).sql(f"SELECT pg_terminate_backend({pid}, 5000)")


def test_others_hear_what_is_kept(one: Postgres, other: Postgres) -> None:
    """With a commit the others hear of each class and each talks of which something was kept, once; not before, nothing
    of their own, and nothing of what was given up. An event loop can watch for it."""
    with closing(other.news()) as news:
        of_class = one.open_class("KITE-42", "")
        game = begun(one, of_class)
        assert set(news.poll(5.0) + news.poll(0.2)) == {Notice("class", of_class)}
        one.gather()
        one.append(game, 1, SAID[1], act=Made(ANN, "m1"))
        one.append(game, 2, SAID[2], act=Made(ANN, "m2"))
        one.keep_class_act(of_class, 1, "begin")
        assert news.poll(0.1) == ()
        one.commit()
        assert select([news], [], [], 5.0)[0] == [news]
        assert sorted(news.poll()) == [Notice("class", of_class), Notice("game", game)]
        one.gather()
        one.keep_class_act(of_class, 2, "end")
        one.give_up()
        other.keep_class_act(of_class, 2, "pause")
        assert news.poll(0.1) == ()
        Place(one._address).sql("SELECT pg_notify('as_appropriate', 'class of another program')")
        one.keep_key(of_class, "d1", "aa")
        assert news.poll(5.0) + news.poll(0.1) == (Notice("class", of_class),)


def test_there_is_no_news_in_a_file(tmp_path: Path) -> None:
    """One program alone serves a class that lies in a file: there is nothing to hear."""
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        of_class = store.open_class("KITE-42", "")
        assert (store.news(), store.hold(of_class), store.signs(of_class)) == (None, True, {})
        store.sign(of_class, ["d1"])
        store.let_go(of_class)


def test_one_server_owns_the_clock_of_a_class(one: Postgres, other: Postgres, address: str) -> None:
    """Each class has one who owns its clock; another gets it when that lets go, ends, or loses its connection, and who
    has lost it knows."""
    first, second = one.open_class("KITE-42", ""), one.open_class("MOOR-17", "")
    assert [one.hold(first), one.hold(first), other.hold(first), other.hold(second)] == [True, True, False, True]
    one.let_go(first)
    assert [other.hold(first), one.hold(first)] == [True, False]
    lose(other, address)
    assert one.hold(first)
    assert [other.hold(first), other.hold(second), one.hold(second)] == [False, True, False]
    other.close()
    assert holds_soon(one, second)


def test_two_servers_do_not_keep_the_same_move(one: Postgres, other: Postgres) -> None:
    """Of two servers that keep a move of the same number in transactions at the same time, one is refused when the
    other has committed; what else it gathered it keeps. The same with what is done in a class."""
    of_class = one.open_class("KITE-42", "")
    game, second = begun(one, of_class), begun(one, of_class)
    with ThreadPoolExecutor(1) as pool:
        one.gather()
        other.gather()
        one.append(game, 1, SAID[1], act=Made(ANN, "m1"))
        one.keep_class_act(of_class, 1, "begin")
        other.append(second, 1, SAID[1], act=Made(ANN, "m7"))
        late = pool.submit(other.append, game, 1, 'ARIA says  "No."')
        sleep(0.1)
        assert not late.done()
        one.commit()
        with refusing("another-window", game=game, number=1):
            late.result(10.0)
        with refusing("another-server", of_class=of_class, number=1):
            other.keep_class_act(of_class, 1, "end")
        other.commit()
    assert (one.moves(game), one.moves(second)) == (1, 1)
    assert one.acts(game) == ((1, Made(ANN, "m1")),)
    assert one.class_acts(of_class) == ("begin",)


def test_servers_take_turns_at_one_table(one: Postgres, other: Postgres) -> None:
    """What a server has written last is no hindrance to it where the other has written since; what is given up it
    forgets."""
    game = begun(one, one.open_class("KITE-42", ""))
    acts = 0
    for number in range(1, 9):
        here, there = (one, other) if number % 3 else (other, one)
        here.append(game, number, SAID[1 + (number + 1) % 2], act=Made(ANN, f"m{number}"))
        acts += 1
        for each in (there, here)[: number % 3]:
            acts += 1
            each.keep_act(game, acts, number, AskForPen(Device(f"d{acts}")))
        here.gather()
        here.append(game, number + 1, SAID[1], act=Made(ANN, "lost"))
        here.give_up()
    assert (one.moves(game), len(one.acts(game)), one.load(game)) == (8, acts, other.load(game))


def test_two_servers_that_wait_for_each_other_do_not_stand_still(address: str) -> None:
    """Where each holds what the other wants, one of them is refused that change, and both commit the rest."""
    with closing(Postgres(address, patience=0.5)) as one, closing(Postgres(address, patience=0.5)) as other:
        each_wants_what_the_other_holds(one, other)


def each_wants_what_the_other_holds(one: Postgres, other: Postgres) -> None:
    """Both keep the first move of one game each, and then that of the other's."""
    of_class = one.open_class("KITE-42", "")
    games = [begun(one, of_class) for _ in range(2)]

    def go_on(store: Postgres, game: GameId) -> StoreError | None:
        found = refusal(store, game)
        store.commit()
        return found

    with ThreadPoolExecutor(2) as pool:
        one.gather()
        other.gather()
        one.append(games[0], 1, SAID[1])
        other.append(games[1], 1, SAID[1])
        refused = list(pool.map(go_on, (one, other), reversed(games)))
    told = [each for each in refused if each is not None]
    assert told
    assert {each.trouble for each in told if each.kind == "not-saved"} == {"locked"}
    assert all(fault(each) for each in told)
    assert [one.moves(game) for game in games] == [1, 1]


def test_one_who_stands_still_in_the_midst_of_a_change_holds_nobody_up(address: str) -> None:
    """A server that has written something and says nothing more, as on a machine that sleeps, is given up before those
    lose patience who wait for it; when it goes on it is told that nothing of that was kept."""
    with closing(Postgres(address, patience=1.0)) as one, closing(Postgres(address, patience=1.0)) as other:
        of_class = one.open_class("KITE-42", "")
        game = begun(one, of_class)
        one.gather()
        one.append(game, 1, SAID[1], act=Made(ANN, "m1"))
        other.append(game, 1, SAID[1], act=Made(ANN, "m2"))
        with pytest.raises(StoreError):
            one.commit()
        assert other.acts(game) == one.acts(game) == ((1, Made(ANN, "m2")),)
        with refusing("another-window", game=game, number=1):
            one.append(game, 1, SAID[1])


def test_who_owns_a_clock_and_stands_still_loses_it(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another has it then; who has lost it knows as soon as it goes on, and goes on like one that has just come. Who
    owns none may say nothing for as long as it likes."""
    monkeypatch.setattr(postgres, "STANDS_STILL", 1)
    with closing(Postgres(address)) as one, closing(Postgres(address)) as other, closing(Postgres(address)) as idle:
        of_class = one.open_class("KITE-42", "")
        before = idle._db.connection.info.backend_pid
        assert [one.hold(of_class), other.hold(of_class)] == [True, False]
        if one._db.connection.info.server_version < 140000:
            pytest.skip("PostgreSQL ends no connection by itself before version 14")
        assert holds_soon(other, of_class)
        assert not one.hold(of_class)
        one.keep_class_act(of_class, 1, "begin")
        assert idle.class_acts(of_class) == ("begin",)
        assert idle._db.connection.info.backend_pid == before
        other.let_go(of_class)
        sleep(1.5)
        before = other._db.connection.info.backend_pid
        assert other.class_acts(of_class) == ("begin",)
        assert other._db.connection.info.backend_pid == before


def refusal(store: Keeping, game: GameId) -> StoreError | None:
    """Why the first move of talks is not kept; None where it is."""
    try:
        store.append(game, 1, SAID[1])
    except StoreError as error:
        return error
    return None


def test_a_lost_connection_is_made_again(one: Postgres, address: str) -> None:
    """What is gathered when the connection is lost is lost with it, and told so; nothing of it is kept, and what is
    written next is kept over a new connection."""
    of_class = one.open_class("KITE-42", "")
    one.gather()
    one.keep_class_act(of_class, 1, "begin")
    lose(one, address)
    with pytest.raises(StoreError) as told:
        one.keep_class_act(of_class, 2, "end")
    assert (told.value.kind, told.value.trouble) == ("not-saved", "gone")
    assert "does not answer" in fault(told.value)
    with refusing("not-saved", trouble="lost"):
        one.keep_class_act(of_class, 2, "end")
    with refusing("not-saved", trouble="lost"):
        one.commit()
    assert one.class_acts(of_class) == ()
    one.keep_class_act(of_class, 1, "settle")
    assert one.class_acts(of_class) == ("settle",)


def test_a_commit_that_the_server_takes_back_is_no_commit(one: Postgres) -> None:
    """After an error the server answers a commit with its opposite, and calls that no error: here it is one."""
    of_class = one.open_class("KITE-42", "")
    one.gather()
    one.keep_class_act(of_class, 1, "begin")
    with pytest.raises(StoreError), one._reading() as db:
        db.execute("SELECT no_such_column FROM class")
    with refusing("not-saved", trouble="lost"):
        one.commit()
    assert one.class_acts(of_class) == ()


def test_signs_of_life_are_shared(one: Postgres, other: Postgres) -> None:
    """A sign of life that one server notes the others know of, and how long ago it was."""
    of_class = one.open_class("KITE-42", "")
    one.sign(of_class, ["d2", "d1"])
    before = other.signs(of_class)
    sleep(0.05)
    other.sign(of_class, ["d1"])
    now = one.signs(of_class)
    assert set(now) == {"d1", "d2"}
    assert now["d1"] < now["d2"] > before["d2"] >= 0.0
    one.delete_class(of_class)
    assert other.signs(of_class) == {}


def test_the_tables_are_made_once(address: str) -> None:
    """Servers that begin at the same time make the tables once; those of a later version they leave alone."""
    with ThreadPoolExecutor(4) as pool:
        for store in pool.map(Postgres, [address] * 4):
            store.close()
    assert Place(address).sql("SELECT version FROM as_appropriate") == [(1,)]
    Place(address).sql("UPDATE as_appropriate SET version=7")
    with refusing("later-version", number=7) as told:
        Postgres(address)
    assert "later version of the game" in fault(told.value)


def test_a_database_is_named_without_a_password() -> None:
    """No sentence about a database has the name or the password with which it is asked."""
    assert named("postgresql://me:secret@db.example:5432/class") == "postgresql://db.example/class"
    for address in ("postgresql://me:secret@[/class", "postgresql://me:secret@127.0.0.1:1/class"):
        with pytest.raises(StoreError) as told:
            Postgres(address, patience=1.0)
        assert told.value.kind in ("no-address", "cannot-keep")
        assert "secret" not in fault(told.value) + str(told.value)


def test_there_is_no_class_of_that_number(one: Postgres) -> None:
    """What is asked of a class that is not there is refused as in a file."""
    with refusing("no-class", of_class=ClassId(9)):
        begun(one, ClassId(9))
