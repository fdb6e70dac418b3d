"""What a move costs a table: the move by the rules, the views of all who watch, and each seat's desk as JSON.

Whole games of the main scenario, two delegations with gallery and chair, replayed from their records: nobody thinks,
and every version is met once, as at a table. Times are medians over the moves, of the processor's time; three
processes play each game, and the quickest counts move by move, so that other programs on the machine lengthen them
little. No other program does the same. The peer is what would be done otherwise: the views worked out from the record,
with all moves before; the whole desk sent again. A desk stands beside what has to be done for it first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from statistics import fmean, median
from time import process_time

from benchmarks import Row
from game.delegations import computer
from game.scenario import open_scenario, source_of
from game.seat import Tray, changes, desk, encode, setting
from game.table import open_table
from game.talks import CHAIR, GALLERY, Record, Talks, open_talks, play, view

MAIN = "partnership-for-peace-1994"
SEEDS = range(1, 11)
PROCESSES = 3


@dataclass(frozen=True, slots=True)
class Moved:
    """What one move cost: seconds, and characters of JSON for each seat."""

    playing: float
    viewing: float
    laying: tuple[float, ...]
    """Desks with their JSON."""
    whole: tuple[int, ...]
    changed: tuple[int, ...]


def rows(_: float, seeds: Iterable[int] = SEEDS, processes: int = PROCESSES) -> list[Row]:
    """The move with all views, a desk with its JSON, and what is sent of it."""
    games = quickest([record(seed) for seed in seeds], processes)
    moves = [each for game in games for each in game]
    anew = [sum(each.playing for each in game[: n + 1]) + game[n].viewing for game in games for n in range(len(game))]
    opened = open_scenario(MAIN)
    never = fmean(len(encode(setting(view(open_talks(opened, 1), seat)))) for seat in opened.ids)
    whole = fmean(size for each in moves for size in each.whole)
    changed = fmean(size for each in moves for size in each.changed)
    ours = [each.playing + each.viewing for each in moves]
    laid = [spent for each in moves for spent in each.laying]
    return [
        _row("a move and four views, beside all moves anew", _ms(ours), _ms(anew), "ms"),
        _row("a desk and its JSON, beside a move and its views", _ms(laid), _ms(ours), "ms"),
        _row("what a move changes, beside the whole desk", changed / 1000, whole / 1000, "kB"),
        _row("what no move changes, sent once", never / 1000, None, "kB"),
    ]


def record(seed: int, name: str = MAIN) -> Record:
    """A whole game of the computer against itself."""
    seated = open_scenario(name).ids
    table = open_table(source_of(name), name, dict.fromkeys(seated, "ambassador"), computer, seed=seed)
    while (task := table.due()) is not None:
        if (refused := table.submit(task.who, task.decide().move, task.version)) is not None:
            raise RuntimeError(f"the rules refuse a move of the computer: {refused}")
    return table.record()


def quickest(records: Sequence[Record], processes: int) -> list[list[Moved]]:
    """The moves of some games, each replayed once by each of so many processes, one after the other: the quickest of
    them, move by move and part by part. In one process the second replay would find what the first has worked out."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        replays = list(pool.map(_games, [records] * processes))
    return [[_least(moves) for moves in zip(*game, strict=True)] for game in zip(*replays, strict=True)]


def _games(records: Sequence[Record]) -> list[list[Moved]]:
    return [list(replayed(record)) for record in records]


def _least(moves: Sequence[Moved]) -> Moved:
    return replace(
        moves[0],
        playing=min(each.playing for each in moves),
        viewing=min(each.viewing for each in moves),
        laying=tuple(min(spent) for spent in zip(*(each.laying for each in moves), strict=True)),
    )


def replayed(record: Record) -> Iterator[Moved]:
    """Make every move of a record, and all that a table makes of it."""
    talks = open_talks(open_scenario(MAIN), record.seed)
    seats = talks.scenario.ids
    before = {seat: desk(view(talks, seat)) for seat in seats}
    for move in record.moves:
        begun = process_time()
        after = play(talks, move)
        played = process_time()
        if not isinstance(after, Talks):
            raise RuntimeError(f"the rules refuse a move of a record: {after}")
        views = {who: view(after, who) for who in (*seats, GALLERY, CHAIR)}
        viewed = process_time()
        laying, whole, changed = [], [], []
        for seat in seats:
            start = process_time()
            laid = desk(views[seat], Tray())
            text = encode(laid)
            laying.append(process_time() - start)
            whole.append(len(text.encode()))
            changed.append(len(changes(before[seat], laid).encode()))
            before[seat] = laid
        yield Moved(played - begun, viewed - played, tuple(laying), tuple(whole), tuple(changed))
        talks = after


def _ms(seconds: Iterable[float]) -> float:
    return 1000 * median(seconds)


def _row(case: str, ours: float, peer: float | None, unit: str) -> Row:
    ratio = None if peer is None else round(ours / peer, 3)
    return {"case": case, "ours": round(ours, 2), "peer": peer and round(peer, 2), "ratio": ratio, "unit": unit}
