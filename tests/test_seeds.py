"""From what a seat may see nobody works out what was drawn for the others: the attack is tried, and it would work."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from random import Random

import pytest

from game.delegations import computer
from game.numbers import seed as typed
from game.scenario import KEY_BYTES, Scenario, Seed, drawn, read_seed, stream, written_seed
from game.scenario.draw import drawn_sheet
from game.seat import desk, encode, setting
from game.table import Host, Start, Table, new_seed
from game.talks import CHAIR, GALLERY, View, open_talks
from game.terminal import play
from game.words.starting import guessable
from tests.desktop.rooms import window
from tests.library import HERE, MAIN, scenario
from tests.marking import reached
from tests.night import tries
from tests.table.test_host import Thinker
from tests.terminal.desk import Desk

RUS, NATO = scenario(MAIN).ids
FEW, MANY = 10_000, tries(100_000, 1_000_000)


def fitting(seen: View, file: Scenario, seeds: Iterable[Seed]) -> Iterator[Seed]:
    """The seeds that would have drawn the sheet which a seat holds: all that a player can try, who has the program,
    the scenario file and his own view."""
    mine = seen.seat.instructions
    for seed in seeds:
        sheet = drawn_sheet(file, seen.who, seed)
        if (sheet.points, sheet.temperament) == (mine.points, mine.temperament):
            yield seed


def worked_out(table: Table, seeds: Iterable[Seed]) -> list[Seed]:
    """The seeds by which Russia knows what the Alliance holds. A sheet has fewer bits than a key, so that now and then
    one fits that had nothing to do with it: that tells nothing of the other, and is none of these."""
    file, mine, theirs = scenario(MAIN), table.view(RUS), table.view(NATO).seat.instructions
    return [seed for seed in fitting(mine, file, seeds) if drawn_sheet(file, NATO, seed).points == theirs.points]


def guesses(most: int) -> Iterator[Seed]:
    """Seeds that a careless program might have drawn: small numbers, times of about now, and keys made of either."""
    now = time.time()
    seconds = range(int(now) - most // 4, int(now) + 60)
    numbers = chain(range(most), seconds, range(int(now * 1000) - most // 2, int(now * 1000) + 60))
    for number in numbers:
        yield number
        yield number.to_bytes(KEY_BYTES, "big")
        yield number.to_bytes(KEY_BYTES, "little")
        yield Random(number).randbytes(KEY_BYTES)


def near(key: bytes) -> Iterator[bytes]:
    """The keys that differ from one in a single bit, or by little as numbers."""
    number = int.from_bytes(key, "big")
    for other in {*(number ^ 1 << bit for bit in range(8 * KEY_BYTES)), *range(number - 200, number + 200)} - {number}:
        yield (other % (1 << 8 * KEY_BYTES)).to_bytes(KEY_BYTES, "big")


def unseeded() -> Table:
    """A table for which nobody has typed a seed."""
    return Host(computer, Thinker()).begin(MAIN, RUS)


def test_a_small_number_is_worked_out() -> None:
    """With a number that was typed the attack works: it finds the number, and with it the other's whole sheet, and all
    that is to come."""
    table, talks = Host(computer, Thinker()).begin(MAIN, RUS, 734), open_talks(scenario(MAIN), 734)
    assert list(fitting(table.view(RUS), scenario(MAIN), range(FEW))) == worked_out(table, range(FEW)) == [734]
    known = drawn(scenario(MAIN), 734)
    assert known.instructions[NATO].points == talks.scenario.instructions[NATO].points
    assert known.happenings == talks.scenario.happenings


def test_a_key_is_not_worked_out() -> None:
    """Where nobody typed a seed the same attack finds nothing, nor do the keys beside the right one, which does."""
    table = unseeded()
    key = table.record().seed
    assert isinstance(key, bytes)
    assert len(key) == KEY_BYTES >= 16
    assert worked_out(table, guesses(FEW // 2)) == []
    assert worked_out(table, near(key)) == []
    assert worked_out(table, [key]) == [key]


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_key_is_not_worked_out_in_many_tries() -> None:
    """The same with a hundred thousand small numbers; at night with a million."""
    assert worked_out(unseeded(), range(MANY)) == []


def test_nothing_of_a_stream_is_in_another() -> None:
    """Streams of one key begin apart, whatever they are for and whatever it is called."""
    key = bytes(KEY_BYTES)
    names = [(purpose, f"{word} #") for purpose in ("events", "sheet", "audience", "turn") for word in ("A", "B")]
    assert len({stream(key, *each).getrandbits(128) for each in names}) == len(names)
    assert len({stream(7, *each).getrandbits(128) for each in names}) == 2


def test_a_number_draws_what_it_always_drew() -> None:
    """Of a number the name alone counts, with the number in it."""
    assert stream(7, "sheet", "draw lake # RUS").random() == Random("draw lake 7 RUS").random()


def test_nothing_but_the_key_decides_a_draw() -> None:
    """The same key draws the same, whenever and wherever: neither a time nor a number of a game comes in, nor what
    others have done with Python's own chance; and that does not lead to a key."""
    random.seed(1)
    one = unseeded().record().seed
    random.seed(1)
    other = unseeded().record().seed
    assert one != other
    first = open_talks(scenario(MAIN), one)
    random.seed(2)
    assert open_talks(scenario(MAIN), one) == first
    assert open_talks(scenario(MAIN), other) != replace(first, seed=other)


def test_no_watcher_holds_the_key() -> None:
    """Neither a seat's view nor the gallery's nor the chair's, nor anything that a face is given of it, holds the key
    or leads to it."""
    table = unseeded()
    key = table.record().seed
    assert isinstance(key, bytes)
    for who in (RUS, NATO, GALLERY, CHAIR):
        seen = table.view(who)
        given = [repr(seen), *([encode(desk(seen)), encode(setting(seen))] if who in table.scenario.ids else [])]
        assert not any(each in words for each in (key.hex(), repr(key), str(int.from_bytes(key))) for words in given)
        assert not any(isinstance(held, bytes) and key in held for held in reached(seen))


def begun(start: Start) -> str:
    """What stands on the terminal when talks have begun and been left."""
    shown = Desk(["", "", "text", "people", "cable", "record", "quit"])
    play(shown.console, computer, lambda: None, replace(start, levels={"": "student"}))
    assert RUS in shown.flat
    return shown.flat


def test_no_key_is_told_while_talks_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the terminal it is nowhere on the screen of talks that begin and are left."""
    kept: list[Seed] = []

    def note() -> Seed:
        kept.append(new_seed())
        return kept[-1]

    monkeypatch.setattr("game.terminal.playing.new_seed", note)
    shown = begun(Start(MAIN, RUS))
    assert [isinstance(key, bytes) for key in kept] == [True]
    assert written_seed(kept[0]) not in shown


@pytest.mark.parametrize(
    ("name", "seed", "as_written", "said"),
    [(MAIN, 7, False, True), (MAIN, 7, True, False), (MAIN, None, False, False), ("two-words", 7, False, False)],
)
def test_a_number_says_what_it_gives_away(name: str, seed: Seed | None, as_written: bool, said: bool) -> None:
    """Where a number was typed and decides something, both faces say what it gives away; of a key there is nothing to
    say."""
    path = MAIN if name == MAIN else str(HERE / "scenarios" / f"{name}.yaml")
    who = scenario(name).ids[0]
    with window() as app:
        app.host.begin(path, who, seed, as_written=as_written)
        app.go("briefing")
        assert app.host.table
        assert app.host.table.guessable == said
        app.settle()
        assert (guessable() in " ".join(box.words for box in app.boxes())) == said
    if name == MAIN:
        assert (guessable() in begun(Start(name, who, seed, as_written))) == said


@pytest.mark.parametrize("seed", [0, 7, -3, 10**18 - 1, bytes(KEY_BYTES), bytes(range(KEY_BYTES))])
def test_a_seed_is_read_as_it_is_written(seed: Seed) -> None:
    """In a record, in the store, and on the command line."""
    assert read_seed(written_seed(seed)) == typed(written_seed(seed)) == seed


@pytest.mark.parametrize("word", ["", "seven", "7.0", "+7", " 7", "٧", "0x7", "g" * 32, "A" * 32, "a" * 31, "a" * 33])
def test_what_is_no_seed(word: str) -> None:
    """Anything else is none."""
    assert read_seed(word) is None
