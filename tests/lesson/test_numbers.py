"""Numbers of messages: they grow when a watcher sees something else, and at no other time; and after a table was killed
at any moment they are what they were."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from game.delegations import computer
from game.lesson import AS_DESK, ClassTable, restore
from game.table import Store
from game.talks import CHAIR, GALLERY
from game.text import DelegationId
from tests.lesson.classes import Reader, any_move, lived, opened
from tests.night import tries

SMALL = ("istanbul-communique-1994", "three-rivers", "harbour")


def watchers(at: ClassTable) -> tuple[DelegationId, ...]:
    """Everybody who is told something: an audience where somebody speaks for it."""
    outside = (DelegationId(audience) for audience in sorted(at.table.spoken_for))
    return (*at.table.scenario.ids, *outside, GALLERY, CHAIR)


def shown(at: ClassTable, who: DelegationId) -> bytes:
    """All that a watcher would see now, worked out anew."""
    return AS_DESK.whole(at._picture(who), 0)


def looked_through(name: str, seed: int) -> int:
    """A lesson in which after each thing that is done each watcher's number is compared with what he sees; in how many
    cases one saw nothing of what was done."""
    at, unseen = opened(name, seed), 0
    before: dict[DelegationId, tuple[int, bytes]] = {}
    for _ in lived(at, Random(seed)):
        now = {who: (at.number(who), shown(at, who)) for who in watchers(at)}
        for who in before.keys() & now.keys():
            (number, page), (grown, other) = before[who], now[who]
            assert (grown > number) == (other != page), (who, number, at.table.version)
            unseen += grown == number
        before = now
    assert at.table.version > 5
    return unseen


@pytest.mark.parametrize("name", [*SMALL, pytest.param("warsaw-at-the-table", marks=pytest.mark.slow)])
def test_a_number_grows_when_something_else_is_seen(name: str) -> None:
    """Over random games with random acts beside them: when a watcher's number has grown his page has changed, and when
    his page has changed his number has grown. So it tells of nothing that was done in secret."""
    assert sum(looked_through(name, seed) for seed in range(tries(2, 40))) > 100


@pytest.mark.parametrize("name", SMALL)
def test_whoever_reads_sees_what_there_is(name: str) -> None:
    """Devices that ask at every message, now and then and hardly ever all have the same page as the whole; those that
    ask often are sent changes."""
    at, chance = opened(name, 3), Random(7)
    often, seldom, never = ([Reader(who) for who in watchers(at)] for _ in range(3))
    kinds: list[str] = []
    for step, _ in enumerate(lived(at, chance)):
        for each in often:
            kinds += each.read(at)
        for each in seldom:
            if chance.random() < 0.2:
                each.read(at)
        if step % 60 == 59:
            for each in never:
                each.read(at)
    for each in (*often, *seldom, *never):
        each.read(at)
        fresh = Reader(each.who)
        assert fresh.read(at) == ["whole"]
        assert each.page | {"number": 0} == fresh.page | {"number": 0}
        assert each.number == at.number(each.who) == fresh.page["number"]
    assert kinds.count("whole") == len(often)


def alike(one: ClassTable, other: ClassTable) -> None:
    """Two tables are the same to everybody who looks."""
    assert one.teams == other.teams
    for who in watchers(one):
        assert one.number(who) == other.number(who), who
        assert one.since(who, 0) == other.since(who, 0), who


@pytest.mark.parametrize("name", SMALL)
def test_a_killed_table_goes_on_with_the_same_numbers(tmp_path: Path, name: str) -> None:
    """After any act or move a table that is made from what was kept has the same people, the same numbers and sends the
    same bytes."""
    chance, seed = Random(11), 5
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        at = opened(name, seed, store)
        assert at.table.game is not None
        for step, _ in enumerate(lived(at, Random(seed))):
            if step % 9 == 0 or chance.random() < 0.1:
                alike(at, restore(store, at.table.game, computer, 0.0))
        last = restore(store, at.table.game, computer, 0.0)
        alike(at, last)
        assert last.table.export() == at.table.export()


def test_messages_after_a_restart_are_the_same_bytes(tmp_path: Path) -> None:
    """What two tables send of the same moves, one of them made from what was kept in the midst of it."""
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        at, chance = opened("istanbul-communique-1994", 2, store), Random(1)
        assert at.table.game is not None
        for _ in lived(at, chance, 6):
            pass
        again = restore(store, at.table.game, computer, 0.0)
        # Both play on without a store: one file bears only one of them.
        at._store = again._store = at.table._kept = again.table._kept = None
        has = {who: at.number(who) for who in watchers(at)}
        assert [each.since(who, has[who]) for each in (at, again) for who in has] == [()] * (2 * len(has))
        for _ in range(12):
            move = any_move(at, chance)
            if move is None or at.table.submit(move.by, move, at.table.version_for(move.by)):
                continue
            assert again.table.submit(move.by, move, again.table.version_for(move.by)) is None
            at.done(None)
            again.done(None)
        for who, number in has.items():
            assert at.since(who, number) == again.since(who, number)
            assert at.number(who) > number + 2
