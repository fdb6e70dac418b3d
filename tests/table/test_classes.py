"""A class is kept: what is done in it, who may come in, and the talks at its tables; and it is forgotten whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep

import pytest

from game.delegations import computer
from game.table import ClassId, Device, GameId, Join, Keeping, Key, Made, Store, StoreError, open_table, resume
from game.talks import Record, Say, Sits
from game.text import DelegationId
from tests.library import source
from tests.table.places import Place, place, store
from tests.table.refusing import refusing

__all__ = ["place", "store"]

ANN = Device("ann")
ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
PEOPLE: dict[DelegationId, Sits] = {ARIA: "person", BORO: "person"}
FILE = source("two-words")


def begun(store: Keeping, of_class: ClassId | None = None) -> GameId:
    """Talks without a move, at a table of a class or one's own."""
    record = open_table(FILE, "two-words", PEOPLE, computer, seed=4).record()
    return store.begin(record, "Two words about a lake", FILE, of_class=of_class)


def test_a_class_is_found_as_it_was(store: Keeping, place: Place) -> None:
    """A class is found with its code and opening, what was done in it, the keys of those who are in it, and its tables
    in their order, also after the store was opened again."""
    one, other = store.open_class("KITE-42", "form 1"), store.open_class("MOOR-17", "form 1\nof two lines")
    for seq, body in enumerate(("settle\u2028", "enrol Ü", "begin"), 1):
        store.keep_class_act(one, seq, body)
    store.keep_key(one, "d1", "aa", "Q7RT")
    store.keep_key(one, "desk", "bb")
    games = tuple(begun(store, one) for _ in range(2))
    with closing(place.open()) as again:
        assert [(each.id, each.code, each.opening, each.acts, each.games, each.ended) for each in again.classes()] == [
            (other, "MOOR-17", "form 1\nof two lines", 0, (), False),
            (one, "KITE-42", "form 1", 3, games, False),
        ]
        assert again.class_acts(one) == ("settle\u2028", "enrol Ü", "begin")
        assert again.class_acts(one, 2) == ("begin",)
        assert again.class_acts(other) == ()
        assert again.keys(one) == (Key("d1", "aa", "Q7RT"), Key("desk", "bb", ""))
        assert again.let_in_by("bb") == (one, "desk")
        assert again.let_in_by("cc") is None
        assert (again.class_of("MOOR-17"), again.class_of("NONE-11")) == (other, None)


def test_talks_of_a_class_are_none_of_ones_own(store: Keeping) -> None:
    """The talks at the tables of a class are not listed among one's own, over or not; by their number they are found,
    resumed and played on."""
    of_class = store.open_class("KITE-42", "")
    own, game = begun(store), begun(store, of_class)
    record, file = store.load(game)
    assert (record, file) == store.load(own)
    table = resume(store, game, computer)
    assert table.submit(table.floor, Say(table.floor, remark="So."), 0) is None
    ended = store.begin(record, "Two words about a lake", FILE, ended=True, of_class=of_class)
    assert [each.id for each in store.games()] == [own]
    assert len(store.listed()) == 1
    assert store.finished("two-words") == ()
    assert store.moves(game) == 1
    assert store.classes()[0].games == (game, ended)


def test_a_scenario_is_kept_once_for_all_tables_of_a_class(store: Keeping, place: Place) -> None:
    """Two hundred tables keep one copy of their scenario, and each is read with it."""
    of_class = store.open_class("KITE-42", "")
    games = [begun(store, of_class) for _ in range(3)]
    assert place.counts()["class_file"] == 1
    assert {store.load(game)[1] for game in games} == {FILE}
    place.sql("UPDATE class_file SET source=" + ("x'00'" if place.is_file else "'x'"))
    with refusing("damaged-scenario", game=games[0]):
        store.load(games[0])


def test_a_key_is_replaced_and_dropped(store: Keeping) -> None:
    """Whoever gets a new key is let in with no old one, and once it is dropped with none."""
    of_class = store.open_class("KITE-42", "")
    store.keep_key(of_class, "d1", "aa", "Q7RT")
    store.keep_key(of_class, "d1", "bb", "Q7RT")
    assert (store.let_in_by("aa"), store.let_in_by("bb")) == (None, (of_class, "d1"))
    store.drop_key(of_class, "d1")
    assert store.keys(of_class) == ()


def test_a_code_leads_into_one_class(store: Keeping) -> None:
    """A code that leads into a class is given to no other until that is over."""
    first = store.open_class("KITE-42", "")
    with refusing("code-taken", written="KITE-42"):
        store.open_class("KITE-42", "")
    store.keep_class_act(first, 1, "end", ended=True)
    second = store.open_class("KITE-42", "")
    assert store.class_of("KITE-42") == second != first
    assert [each.ended for each in store.classes()] == [False, True]


def test_a_class_is_forgotten_whole(store: Keeping, place: Place) -> None:
    """Nothing is left of a deleted class, nor a byte of a name in the files; other classes and one's own talks stay.
    Its number is never given again."""
    before = (begun(store), store.open_class("MOOR-17", ""))
    there = place.counts()
    of_class = store.open_class("KITE-42", "Wilhelmina's class")
    game = begun(store, of_class)
    store.keep_act(game, 1, 0, Join(ANN, ARIA, "Wilhelmina"))
    store.append(game, 1, 'ARIA says  "Wilhelmina\'s word."')
    store.keep_class_act(of_class, 1, "enrol Wilhelmina")
    store.keep_key(of_class, "d1", "fingerprint of Wilhelmina", "Q7RT")
    with store.together():
        store.delete_class(of_class)
    assert place.counts() == there
    assert [each.id for each in store.classes()] == [before[1]]
    if place.is_file:
        files = Path(place.name).parent.iterdir()
        assert not [each.name for each in files if b"Wilhelmina" in each.read_bytes()]
    assert store.open_class("KITE-42", "") == of_class + 1
    for refused in (store.class_acts, store.delete_class):
        with refusing("no-class", of_class=of_class):
            refused(of_class)


def test_a_class_is_forgotten_by_itself(store: Keeping, place: Place) -> None:
    """Thirty days after something was last done in a class it is deleted, and not a minute before."""
    old, used = store.open_class("KITE-42", ""), store.open_class("MOOR-17", "")
    place.sql("UPDATE class SET begun='2026-01-01T09:00:00+00:00', used='2026-01-01T09:00:00+00:00'")
    store.keep_class_act(used, 1, "settle")
    last = datetime(2026, 1, 31, 8, 59, tzinfo=UTC)
    assert store.delete_old_classes(last) == ()
    assert store.delete_old_classes(last + timedelta(minutes=1)) == (old,)
    assert [each.id for each in store.classes()] == [used]


def test_what_another_has_done_is_noticed(store: Keeping, place: Place) -> None:
    """Two programs that do something in the same class at the same time do not both succeed."""
    of_class = store.open_class("KITE-42", "")
    with closing(place.open()) as other:
        other.keep_class_act(of_class, 1, "begin")
        with refusing("another-server", of_class=of_class, number=1):
            store.keep_class_act(of_class, 1, "end")
        assert store.class_acts(of_class) == ("begin",)


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        ("UPDATE class SET opening='other'", 1),
        ("UPDATE class_act SET body='enrol Eve' WHERE seq=2", 2),
        ("DELETE FROM class_act WHERE seq=1", 1),
    ],
)
def test_a_changed_class_is_noticed(store: Keeping, place: Place, damage: str, line: int) -> None:
    """Whatever was changed or is missing, it is told at its line."""
    of_class = store.open_class("KITE-42", "form 1")
    for seq, body in enumerate(("settle", "enrol Ann", "begin"), 1):
        store.keep_class_act(of_class, seq, body)
    place.sql(damage)
    with refusing("damaged-class-act", of_class=of_class, number=line):
        store.class_acts(of_class)
    with refusing("damaged-class-act", of_class=of_class, number=4):
        store.class_acts(of_class, 4)


def test_one_program_serves_a_class(store: Keeping, place: Place) -> None:
    """Each class is served by whoever has asked first; when that lets go, ends or deletes it, another may. Of a class
    in a file nothing stays beside that."""
    one, two = store.open_class("KITE-42", ""), store.open_class("MOOR-17", "")
    with closing(place.open()) as other:
        assert [store.hold(one), store.hold(one), other.hold(one), other.hold(two)] == [True, True, False, True]
        store.let_go(one)
        assert [other.hold(one), store.hold(one), store.hold(two)] == [True, False, False]
        other.delete_class(two)
    assert [holds_soon(store, one), other.shared] == [True, not place.is_file]
    store.let_go(one)
    if place.is_file:
        assert [each.name for each in Path(place.name).parent.iterdir() if "serves" in each.name] == []


def holds_soon(store: Keeping, of_class: ClassId) -> bool:
    """Whether a class may be served within some seconds."""
    for _ in range(200):
        if store.hold(of_class):
            return True
        sleep(0.05)
    return False


# ---- many writes at once ----------------------------------------------------------------------------------------


def test_what_is_gathered_is_kept_at_once(store: Keeping, place: Place) -> None:
    """Nobody else finds anything of what is gathered until it is committed, and then all of it; the commit may be made
    by another thread."""
    of_class = store.open_class("KITE-42", "")
    with closing(place.open()) as other, ThreadPoolExecutor(1) as pool:
        store.gather()
        game = begun(store, of_class)
        store.append(game, 1, 'ARIA says  "One."', act=Made(ANN, "m1"))
        store.keep_class_act(of_class, 1, "begin")
        assert store.class_acts(of_class) == ("begin",)
        assert (other.class_acts(of_class), other.classes()[0].games) == ((), ())
        pool.submit(store.commit).result()
        assert (other.class_acts(of_class), other.classes()[0].games) == (("begin",), (game,))
        assert other.moves(game) == 1
    store.append(game, 2, 'BORO says  "Two."')
    assert store.moves(game) == 2


def test_one_change_that_fails_takes_no_other_with_it(store: Keeping) -> None:
    """A refused change among those that are gathered leaves nothing of itself, and all others are kept."""
    of_class = store.open_class("KITE-42", "")
    game = begun(store, of_class)
    with store.together():
        store.append(game, 1, 'ARIA says  "One."', act=Made(ANN, "m1"))
        for _ in range(2):
            with refusing("another-window", game=game, number=3):
                store.append(game, 3, 'ARIA says  "Three."', act=Made(ANN, "m3"))
        store.append(game, 2, 'BORO says  "Two."', act=Made(ANN, "m2"))
    assert store.moves(game) == 2
    assert store.acts(game) == ((1, Made(ANN, "m1")), (2, Made(ANN, "m2")))


def test_of_what_is_given_up_nothing_is_kept(store: Keeping) -> None:
    """Where an error comes between, or whoever gathers gives up, all is as it was, and the store goes on."""
    of_class = store.open_class("KITE-42", "")

    def broken() -> None:
        with store.together():
            store.keep_class_act(of_class, 1, "begin")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert store.class_acts(of_class) == ()
    store.keep_class_act(of_class, 1, "settle")
    assert store.class_acts(of_class) == ("settle",)


def test_nothing_gathered_is_kept_behind_what_was_lost(tmp_path: Path) -> None:
    """When the disk is full while changes are gathered, what comes behind is refused, and so is the commit: none of it
    is kept. With room again the store goes on."""
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        of_class = store.open_class("KITE-42", "")
        store.gather()
        store.keep_class_act(of_class, 1, "begin")
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count={pages}")
        with refusing("not-saved", path=store.path, trouble="full"):
            store.keep_class_act(of_class, 2, "x" * 100_000)
        store._db.execute("PRAGMA max_page_count=1000000")
        if store._db.in_transaction:
            store._db.execute("ROLLBACK")  # as SQLite does by itself over some faults
        with refusing("not-saved", path=store.path, trouble="lost"):
            store.keep_class_act(of_class, 2, "end")
        with refusing("not-saved", path=store.path, trouble="lost"):
            store.commit()
        assert store.class_acts(of_class) == ()
        with store.together():
            store.keep_class_act(of_class, 1, "settle")
        assert store.class_acts(of_class) == ("settle",)


# ---- going on behind another --------------------------------------------------------------------------------------


def test_what_another_has_kept_is_read_alone(store: Keeping, place: Place) -> None:
    """Whoever has the first moves and acts of talks reads those behind them, with their fingerprints checked; and of
    less than he has, that it is missing."""
    game = begun(store, store.open_class("KITE-42", ""))
    with closing(place.open()) as other:
        other.keep_act(game, 1, 0, Join(ANN, ARIA, "Ann"))
        for number, who in enumerate((ARIA, BORO, ARIA), 1):
            other.append(game, number, f'{who} says  "{number}."', act=Made(ANN, f"m{number}"))
    record, _ = store.load(game)
    whole = (record.moves, store.acts(game))
    for moves in range(4):
        for acts in (0, moves, moves + 1):
            assert store.load_since(game, moves, acts) == (whole[0][moves:], whole[1][acts:])
    for moves, acts, kind in ((4, 4, "damaged-move"), (3, 5, "damaged-act")):
        with pytest.raises(StoreError) as told:
            store.load_since(game, moves, acts)
        assert told.value.kind == kind
    place.sql("UPDATE event SET body='BORO says  \"No.\"' WHERE seq=2")
    with refusing("damaged-move", game=game, number=2):
        store.load_since(game, 1, 1)
    assert store.load_since(game, 3, 4) == ((), ())


def test_what_is_read_together_is_of_one_moment(store: Keeping, place: Place) -> None:
    """Inside a moment nothing is found of what another program writes meanwhile; behind it everything."""
    game = begun(store)
    with closing(place.open()) as other:
        with store.moment():
            assert store.moves(game) == 0
            other.append(game, 1, 'ARIA says  "One."', act=Made(ANN, "m1"))
            assert (store.moves(game), store.acts(game)) == (0, ())
        assert (store.moves(game), store.acts(game)) == (1, ((1, Made(ANN, "m1")),))
    assert isinstance(store.load(game)[0], Record)
