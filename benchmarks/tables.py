"""What a move costs where one process has the tables of many classes: five hundred of the `lesson` edition.

At each table sit two delegations of two devices each and a person who speaks for an audience; the gallery and the chair
look on. Every move is made by the device that holds the pen, and all seven then ask for what they lack: the rules, five
kinds of views and their messages are in the figure, the disk is not. Once more with the four devices of the delegations
alone, as where a class has no audiences. Tables of seven are a class with one draw; their games are those of computers
of several levels, replayed from their records, so that nobody thinks, and no game is played twice. The tables move in
an order by chance, one after the other, as in a school: what was worked out for the table before helps the next little.

Times are the processor's; two processes play all of it, one after the other, and the quicker counts move by move, so
that other programs on the machine lengthen them little. As the host of a class does, the process puts what is there at
the beginning out of the sight of the collector of garbage, and has it look at what is new alone: there is next to none.

No other program does the same: engines of games make a step, and leave it to their user what each watcher may see. The
peers are what would be done otherwise: each device sent its whole desk, worked out anew; and, for the messages alone,
python-json-patch (`jsonpatch`), the patches of which say the same (RFC 6902).
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from importlib.util import find_spec
from multiprocessing import get_context
from random import Random
from statistics import fmean, quantiles
from time import process_time

from benchmarks import Row
from game.lesson import ClassTable
from game.lesson.collector import collect_seldom
from game.players import computers
from game.scenario import load, source_of
from game.seat import Desk, Tray, changes, desk, encode, memo
from game.table import Device, Join, open_table
from game.talks import CHAIR, GALLERY, Move, Sits, Talks, open_talks, play, view
from game.text import DelegationId

MAIN, EDITION, AUDIENCE = "partnership-for-peace-1994", "lesson", DelegationId("DUMA")
TABLES, CLASS, PROCESSES = 500, 7, 2
LEVELS: tuple[tuple[Sits, Sits], ...] = (
    ("ambassador", "ambassador"), ("student", "ambassador"), ("ambassador", "student"), ("attache", "attache"),
    ("minister", "attache"), ("student", "student"), ("attache", "minister"),
)  # fmt: skip
"""Who plays the games of a class, table by table."""
Game = tuple[int, tuple[Move, ...]]
"""A draw, and the moves that were made."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the tables of many classes cost: seconds for each move, bytes of all its messages, each counted once, and
    MB of the process for each table."""

    moves: tuple[float, ...]
    sent: tuple[int, ...]
    table: float


def rows(_: float, tables: int = TABLES, processes: int = PROCESSES) -> list[Row]:
    """A move in the mean and at the worst of twenty, for all and for the delegations alone; what is sent of it, the
    messages alone, and memory."""
    draws = range(1, -(-tables // len(LEVELS)) + 1)
    games, alone = (
        [recorded(seed, levels, attended) for seed in draws for levels in LEVELS][:tables] for attended in (True, False)
    )
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        found = list(pool.map(lesson, [games] * processes, [True] * processes))
        few = list(pool.map(lesson, [alone] * processes, [False] * processes))
    spent, on_few = ([1000 * min(each) for each in zip(*(run.moves for run in of), strict=True)] for of in (found, few))
    anew = [1000 * each for each in whole_for_each(games[:CLASS])]
    ours, theirs, sizes, wholes = messages(games[:CLASS])
    case = f"a move and what all are told of it, {tables} tables"
    return [
        _row(f"{case}, mean", fmean(spent), fmean(anew), "ms"),
        _row(f"{case}, 95 of 100", quantiles(spent, n=20)[-1], quantiles(anew, n=20)[-1], "ms"),
        _row("a move where nobody but the delegations looks on, mean", fmean(on_few), None, "ms"),
        _row("the same, 95 of 100", quantiles(on_few, n=20)[-1], None, "ms"),
        _row(
            "its messages alone, beside jsonpatch", 1000 * fmean(ours), 1000 * fmean(theirs) if theirs else None, "ms"
        ),
        _row("a message, beside the whole desk", fmean(sizes) / 1000, fmean(wholes) / 1000, "kB"),
        _row("memory of a table", min(run.table for run in found), None, "MB"),
    ]


def opened(seed: int, levels: Sequence[Sits], attended: bool = True) -> ClassTable:
    """A table of the lesson, `attended` by somebody who speaks for an audience; where the seats are persons', nobody
    sits there yet."""
    ids = load(source_of(MAIN), MAIN, EDITION).ids
    seats = dict(zip(ids, levels, strict=True)) | ({AUDIENCE: levels[0]} if attended else {})
    return ClassTable(open_table(source_of(MAIN), MAIN, seats, computers(), seed=seed, edition=EDITION))


def recorded(seed: int, levels: Sequence[Sits], attended: bool = True) -> Game:
    """A game of the computer against itself, with or without somebody who speaks for the audience."""
    table = opened(seed, levels, attended).table
    begun = table.version
    while (task := table.due()) is not None:
        if (refused := table.submit(task.who, task.decide().move, task.version)) is not None:
            raise RuntimeError(f"the rules refuse a move of the computer: {refused}")
    return seed, table.record().moves[begun:]


def lesson(games: Sequence[Game], watched: bool) -> Lesson:
    """A table for each of these games, from the first move to the last; `watched` by an audience, gallery and chair, or
    by the delegations alone."""
    before = _megabytes()
    seated = [(_seated(seed, watched), moves) for seed, moves in games]
    collect_seldom()
    spent: list[float] = []
    sent: list[int] = []
    for step in range(max(len(moves) for _, moves in seated)):
        order = [each for each in seated if step < len(each[1])]
        Random(step).shuffle(order)
        for at, moves in order:
            begun = process_time()
            sent.append(_made(at, f"m{step}", moves[step]))
            spent.append(process_time() - begun)
    return Lesson(tuple(spent), tuple(sent), (_megabytes() - before) / len(games))


@dataclass(frozen=True, slots=True)
class Seated:
    """A table, the devices in its seats, and who looks on beside them."""

    table: ClassTable
    devices: Mapping[Device, DelegationId]
    beside: tuple[DelegationId, ...]


def _seated(seed: int, watched: bool) -> Seated:
    """A table with its people, each of whom has read what there is."""
    at = opened(seed, ("person", "person"), watched)
    seats = [who for who in at.table.scenario.ids for _ in range(2)] + [AUDIENCE] * watched
    devices = {Device(f"d{number}"): seat for number, seat in enumerate(seats)}
    for device, seat in devices.items():
        at.act(Join(device, seat, f"Delegate {device}"), 0.0)
    beside = (GALLERY, CHAIR) if watched else ()
    for who in {*seats, *beside}:
        at.since(who, 0)
    return Seated(at, devices, beside)


def _made(seated: Seated, id: str, move: Move) -> int:
    """Make a move, and let all ask for what they lack; how many bytes these messages have, each counted once."""
    at, devices = seated.table, seated.devices
    has = {who: at.number(who) for who in {*devices.values(), *seated.beside}}
    pen = at.teams.pen(move.by)
    if pen is None or (refused := at.submit(pen, id, move, at.table.version_for(move.by), 0.0)) is not None:
        raise RuntimeError(f"a move of a record is refused: {refused if pen else 'nobody has the pen'}")
    told = {seat: at.lacks(device, seat, has[seat], 0.0) for device, seat in devices.items()}
    told |= {who: at.since(who, has[who]) for who in seated.beside}
    return sum(len(message.body) for each in told.values() for message in each)


# ---- what would be done otherwise -----------------------------------------------------------------------------------


def _played(games: Iterable[Game]) -> Iterator[Talks]:
    for seed, moves in games:
        opening = open_table(source_of(MAIN), MAIN, {AUDIENCE: "person"}, computers(), seed=seed, edition=EDITION)
        talks = open_talks(load(source_of(MAIN), MAIN, EDITION), seed)
        for move in (*opening.record().moves, *moves):
            played = play(talks, move)
            if not isinstance(played, Talks):
                raise RuntimeError(f"the rules refuse a move of a record: {played}")
            talks = played
            yield talks


def _watchers(talks: Talks) -> tuple[DelegationId, ...]:
    return (*talks.scenario.ids, AUDIENCE, GALLERY, CHAIR)


def whole_for_each(games: Iterable[Game]) -> list[float]:
    """Seconds for each move where each of the seven devices is sent the whole desk, worked out for it anew."""
    spent = []
    for talks in _played(games):
        begun = process_time()
        for who in (*talks.scenario.ids, *_watchers(talks)):
            memo.forget()
            encode(desk(view(replace(talks), who))).encode()
        spent.append(process_time() - begun)
    return spent


def messages(games: Iterable[Game]) -> tuple[list[float], list[float] | None, list[int], list[int]]:
    """Seconds for the messages of each move, ours and jsonpatch's where that is installed; and the bytes of each
    message, and of the whole desk. Raises `RuntimeError` where the two do not say the same."""
    peer = find_spec("jsonpatch") is not None
    ours, theirs = list[float](), list[float]()
    sizes, wholes = list[int](), list[int]()
    before: dict[DelegationId, Desk] = {}
    for talks in _played(games):
        now = {who: desk(view(talks, who), Tray()) for who in _watchers(talks)} if talks.version else {}
        pairs = [(before[who], now[who]) for who in before if talks.version > 1]
        before = now
        begun = process_time()
        patches = [changes(*pair).encode() for pair in pairs]
        ours += [process_time() - begun] * bool(pairs)
        texts = [(encode(old), encode(new)) for old, new in pairs]
        sizes += map(len, patches)
        wholes += [len(new.encode()) for _, new in texts]
        if peer and pairs:
            theirs.append(_by_peer(texts, patches))
    return ours, theirs or None, sizes, wholes


def _by_peer(texts: Sequence[tuple[str, str]], patches: Sequence[bytes]) -> float:
    """Seconds that jsonpatch takes for the same messages, from the documents that it compares to their bytes."""
    from jsonpatch import JsonPatch, make_patch

    documents = [(json.loads(old), json.loads(new)) for old, new in texts]
    begun = process_time()
    for old, new in documents:
        make_patch(old, new).to_string().encode()
    spent = process_time() - begun
    for (old, new), patch in zip(documents, patches, strict=True):
        if JsonPatch.from_string(patch.decode()).apply(old) != new:
            raise RuntimeError("a message does not say what has changed")
    return spent


def _megabytes() -> float:
    """The most memory that the process has had so far."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _row(case: str, ours: float, peer: float | None, unit: str) -> Row:
    ratio = None if peer is None else round(ours / peer, 3)
    return {"case": case, "ours": round(ours, 2), "peer": peer and round(peer, 2), "ratio": ratio, "unit": unit}
