"""What is done is on disk before it is answered or seen, and what is not on disk has not been done."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from math import ceil

import pytest

from game.classroom.referee import BATCH_SECONDS, LOOK_SECONDS, Crowded, Failed, Referee
from game.table import StoreError

GONE = StoreError("not-saved", trouble="full")


@dataclass
class Disk:
    """A store that is watched: what stands in it, what was written and waits, and whether it is full."""

    kept: list[str] = field(default_factory=list)
    waiting: list[str] | None = None
    commits: int = 0
    full: bool = False
    gone: bool = False
    """Whether nothing can even be begun."""
    held: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.held.set()

    def gather(self) -> None:
        assert self.waiting is None
        if self.gone:
            raise GONE
        self.waiting = []

    def write(self, word: str) -> None:
        assert self.waiting is not None
        if word == "refused":
            raise GONE
        self.waiting.append(word)

    def commit(self) -> None:
        self.held.wait(5)
        waiting, self.waiting = self.waiting, None
        assert waiting is not None
        if self.full:
            raise GONE
        self.kept += waiting
        self.commits += 1

    def give_up(self) -> None:
        self.waiting = None


class Room:
    """A class of words: what has been done, as it stands in memory."""

    def __init__(self) -> None:
        self.disk = Disk()
        self.words: list[str] = []
        self.done = 0
        self.referee = Referee(self.disk, lambda: 0.0, self.again, self.count)

    def again(self) -> None:
        self.words = list(self.disk.kept)

    def count(self) -> None:
        self.done += 1

    def say(self, word: str) -> Callable[[float], int]:
        def work(_: float) -> int:
            self.disk.write(word)
            self.words.append(word)
            if word == "bad":
                raise KeyError(word)
            return len(self.words)

        return work


def run(test: Callable[[Room], Awaitable[None]], room: Room | None = None) -> Room:
    async def whole(room: Room) -> Room:
        room.referee.start()
        await test(room)
        await room.referee.stop()
        return room

    return asyncio.run(whole(room or Room()))


def test_many_moves_cost_one_write() -> None:
    async def test(room: Room) -> None:
        told = await asyncio.gather(*(room.referee.do(room.say(str(number))) for number in range(50)))
        assert told == list(range(1, 51))

    room = run(test)
    assert room.disk.kept == room.words == [str(number) for number in range(50)]
    assert room.disk.commits == room.done == 1


def test_nobody_sees_what_is_not_on_disk_yet() -> None:
    async def test(room: Room) -> None:
        room.disk.held.clear()
        said = asyncio.create_task(room.referee.do(room.say("one")))
        await asyncio.sleep(0.01)
        assert room.words == ["one"]
        assert not said.done()
        seen = asyncio.create_task(room.referee.see(lambda: (tuple(room.words), tuple(room.disk.kept))))
        await asyncio.sleep(0.01)
        assert not seen.done()
        room.disk.held.set()
        assert await seen == (("one",), ("one",))
        assert await said == 1

    run(test)


class Slow(Room):
    """Where each thing that is done takes so long that it is a batch of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.spent = 0.0
        monkeypatch.setattr("game.classroom.referee.perf_counter", lambda: self.spent)

    def say(self, word: str) -> Callable[[float], int]:
        work = super().say(word)

        def slowly(now: float) -> int:
            self.spent += BATCH_SECONDS
            return work(now)

        return slowly


def test_what_is_done_comes_before_what_is_seen_but_not_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever looks on waits while much is done, and is let in after half a second all the same."""

    async def test(room: Room) -> None:
        doing = [asyncio.create_task(room.referee.do(room.say(str(number)))) for number in range(40)]
        at_once = ceil(LOOK_SECONDS / BATCH_SECONDS)
        for first in (0, at_once):
            await doing[first]
            assert await room.referee.see(lambda: len(room.words)) == first + at_once
        await asyncio.gather(*doing)
        assert await room.referee.see(lambda: len(room.words)) == 40, "nothing is left to be done"

    run(test, Slow(monkeypatch))


def test_where_nothing_can_be_done_any_more_can_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where that turns out in the midst of much that is to be done."""

    async def test(room: Room) -> None:
        doing = [asyncio.create_task(room.referee.do(room.say(word))) for word in "abc"]
        await doing[0]
        room.disk.gone = True
        await asyncio.wait(doing)
        assert isinstance(doing[2].exception(), StoreError)
        async with asyncio.timeout(5):
            assert await room.referee.see(lambda: room.words[0]) == "a"

    run(test, Slow(monkeypatch))


def test_a_batch_that_cannot_be_kept_has_not_been_done() -> None:
    async def test(room: Room) -> None:
        assert await room.referee.do(room.say("before")) == 1
        room.disk.full = True
        for found in await asyncio.gather(*(room.referee.do(room.say(word)) for word in "ab"), return_exceptions=True):
            assert found is GONE
        assert room.words == ["before"]
        room.disk.full = False
        assert await room.referee.do(room.say("after")) == 2

    assert run(test).disk.kept == ["before", "after"]


def test_one_thing_that_cannot_be_kept_takes_no_other_with_it() -> None:
    async def test(room: Room) -> None:
        words = ("a", "refused", "b")
        found = await asyncio.gather(*(room.referee.do(room.say(word)) for word in words), return_exceptions=True)
        assert found == [1, GONE, 2]

    assert run(test).disk.kept == ["a", "b"]


def test_a_fault_of_the_program_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """Whoever else was in the batch is worked off all the same, once."""

    async def test(room: Room) -> None:
        words = ("a", "bad", "b")
        found = await asyncio.gather(*(room.referee.do(room.say(word)) for word in words), return_exceptions=True)
        assert found[0] == 1
        assert isinstance(found[1], Failed)
        assert found[2] == 2

    room = run(test)
    assert room.disk.kept == room.words == ["a", "b"]
    assert "KeyError" in caplog.text


def test_what_waits_is_bounded_and_worked_off_at_the_end() -> None:
    async def test(room: Room) -> None:
        tasks = [asyncio.create_task(room.referee.do(room.say(str(number)))) for number in range(5100)]
        await asyncio.sleep(0)
        stop = asyncio.create_task(room.referee.stop())
        found = await asyncio.gather(*tasks, return_exceptions=True)
        assert sum(isinstance(each, Crowded) for each in found) == 100
        await stop
        with pytest.raises(Crowded):
            await room.referee.do(room.say("late"))

    assert len(run(test).disk.kept) == 5000


def test_the_time_only_grows() -> None:
    times = iter((5.0, 3.0, 6.0))
    referee = Referee(Disk(), lambda: next(times), lambda: None, lambda: None)
    assert [referee.now() for _ in range(3)] == [5.0, 5.0, 6.0]
