"""Saves of every format that there has been, and what must be found in them.

Under `fixtures/` lie store files as SQL, for a dump can be read, compared and kept small where a binary cannot; the
scenarios that they were played with, by fingerprint; and of each game its record, as `export` wrote it, and its facts:
a line for each version, of ids and numbers alone, so that neither a renamed class nor a better sentence changes them.
Of each class there is what was done in it, a line each, who may come in, and what that comes to.

When the store or the record takes a new format, keep saves of the one before: `python -m tests.table.saves FILE NAME`.
Never write one anew: what has been played once has to be found as it was.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from game.delegations import computer
from game.lesson import Classroom, House, restore_class
from game.scenario import load
from game.table import GameId, KeptClass, Store, fingerprint, write_act
from game.talks import Record, Talks, Verdict, open_talks, play, verdict, write_record
from game.text import Outcome

FIXTURES = Path(__file__).parent / "fixtures"
STORES = tuple(sorted(path.stem for path in FIXTURES.glob("*.sql")))


def restore(name: str, path: Path) -> None:
    """Make the store file that was kept under a name."""
    with closing(sqlite3.connect(path)) as db:
        db.create_function("scenario_file", 1, lambda digest: scenario_file(digest).read_bytes())
        db.executescript((FIXTURES / f"{name}.sql").read_text("utf-8"))


def scenario_file(digest: str) -> Path:
    """The scenario that games were played with, by its fingerprint."""
    return FIXTURES / "scenarios" / f"{digest}.yaml"


def kept(name: str, game: int, kind: str) -> Path:
    """The `record`, the `facts` or the `acts` of a game in a store."""
    return FIXTURES / f"{name}-{game}.{kind}.txt"


def versions(record: Record, source: bytes) -> Iterator[Talks]:
    """The talks as opened, and after each move of a record. The rules must allow every one."""
    scenario = load(source, record.scenario, record.edition)
    talks = open_talks(scenario, record.seed, as_written=record.as_written, past=record.past)
    yield talks
    for move in record.moves:
        played = play(talks, move)
        assert isinstance(played, Talks), f"move {talks.version + 1}: {played}"
        talks = played
        yield talks


def facts(course: Iterable[Talks]) -> str:
    """What talks come to, version by version: each line tells what is not as it was in the line before."""
    told, before, talks = [], dict[str, str](), None
    for talks in course:
        now = dict(_facts(talks))
        gone = [f"no {name}" for name in before if name not in now]
        changed = [f"{name} {value}" for name, value in now.items() if before.get(name) != value]
        told.append(f"{talks.version}: {'; '.join([*changed, *gone])}")
        before = now
    ended = verdict(talks) if talks is not None else None
    return "\n".join([*told, *(_ending(ended) if ended else ("not over",))]) + "\n"


def _facts(talks: Talks) -> Iterator[tuple[str, str]]:
    """Everything that a move can change, as names and plain words."""
    yield "hours", f"{talks.hours:g} of {talks.deadline:g}"
    yield "floor", talks.floor
    for who, stand in talks.positions.items():
        yield from ((f"{who}:{issue}", option) for issue, option in stand.items())
    for package in talks.packages:
        shifts = _told(f"{each.delegation}:{each.issue}={each.option}" for each in package.shifts)
        floated = " floated" if package.off_record else ""
        yield f"package {package.number}", f"{package.by}{floated} {shifts} taken by {_told(package.accepted)}"
    yield from ((f"steps {who}:{issue}", str(steps)) for (who, issue), steps in talks.steps.items())
    for cable in talks.cables:
        yield f"cable {cable.by} {_told(cable.issues)}", f"{cable.due:g}"
    for who, charges in talks.charges.items():
        yield f"charges {who}", _told((str(charge.points) for charge in charges), ordered=True)
    yield from ((f"goodwill {one}+{other}", str(level)) for (one, other), level in talks.goodwill.items())
    yield from ((f"pledge {who}:{issue}", option) for (who, issue), option in talks.committed.items())
    if talks.held:
        yield "held", f"{talks.held.side_text} by {talks.held.by} sat out by {_told(talks.held.sat)}"
    yield from ((f"closed {each.delegation}:{each.issue}={each.option}", "") for each in talks.barred)
    yield from ((f"consented {who}", _words(text)) for who, text in talks.consented.items())
    yield from ((f"statement {who}", reading or "-") for who, reading in talks.said.items())
    yield "initials", _told(talks.initials)
    yield "out of the way", _told(talks.out_of_the_way)
    yield "sent back", _told(talks.returned)
    yield "happened", _told(talks.happened)
    for who, sheet in talks.scenario.instructions.items():
        yield f"walk-away {who}", str(sheet.reservation_value)


def _ending(ended: Verdict) -> Iterator[str]:
    yield f"{ended.kind} {_words(ended.outcome or {})}"
    for who, score in ended.scores.items():
        parts = _told((f"{entry.kind}{entry.points:+}" for entry in score.entries), ordered=True)
        history = f", history {ended.historical[who].total}" if ended.historical else ""
        yield f"{who} {score.total}, walk-away {ended.walk_away[who]}{history}: {parts}"


def _told(words: Iterable[str], *, ordered: bool = False) -> str:
    return " ".join(words if ordered else sorted(words)) or "-"


def _words(text: Outcome) -> str:
    return _told(f"{issue}={option}" for issue, option in text.items())


def acts_of(store: Store, game: GameId) -> str:
    """What was done at the table of a game beside its moves: a line each, behind how many moves it came."""
    return "".join(f"{after} {write_act(act)}\n" for after, act in store.acts(game))


def brought_back(store: Store, kept: KeptClass) -> Classroom:
    """A class as it was kept; its scenario is that of its first table."""
    source = store.load(kept.games[0])[1] if kept.games else b""
    return restore_class(House(store, lambda _: source, computer), kept, kept.used.timestamp())


def class_facts(store: Store, kept: KeptClass) -> str:
    """What was done in a class, who may come in, and what the lesson comes to: who sits where, by what name, and what
    he has answered."""
    lesson = brought_back(store, kept).lesson
    acts = "".join(f"{line}\n" for line in store.class_acts(kept.id))
    keys = "".join(f"key {each.holder} {each.hash} {each.seat_code or '-'}\n" for each in store.keys(kept.id))
    told = [f"code {kept.code} {'over' if kept.ended else 'not over'}", f"phase {lesson.phase} began {lesson.began}"]
    told += [f"longer {lesson.longer} rested {lesson.rested} resting {lesson.resting} locked {lesson.locked}"]
    told += [f"table {letter} {game}" for letter, game in lesson.tables.items()]
    for pupil in lesson.people.values():
        guesses = _told(f"{when}={issue}" for when, issue in pupil.guesses.items())
        place = f"{pupil.place.letter} {pupil.place.seat}"
        told.append(f"{pupil.number} {pupil.device} {place} read {pupil.read} guessed {guesses} “{pupil.name}”")
    return f"{acts}{keys}" + "".join(f"{line}\n" for line in told)


def games_in(store: Store) -> dict[GameId, bool]:
    """All talks in a store, one's own and those of classes, and whether they are over."""
    rows = store._db.execute("SELECT id, ended FROM game ORDER BY id").fetchall()
    return {GameId(game): bool(ended) for game, ended in rows}


def dump(path: Path) -> str:
    """A store file as SQL, its scenarios named by their fingerprints."""
    with closing(sqlite3.connect(path)) as db:
        lines = ["PRAGMA journal_mode=WAL;", "BEGIN;"]
        tables = db.execute("SELECT name, sql FROM sqlite_master WHERE type='table' ORDER BY name DESC").fetchall()
        for table, sql in tables:
            lines.append(f"{sql};")
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            quoted = ", ".join("digest" if name == "source" else f"quote({name})" for name in columns)
            for row in db.execute(f"SELECT {quoted} FROM {table} ORDER BY {table}.{columns[0]}, {table}.{columns[1]}"):
                values = (f"scenario_file('{v}')" if n == "source" else v for n, v in zip(columns, row, strict=True))
                lines.append(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(values)});")
        lines += [f"PRAGMA user_version={db.execute('PRAGMA user_version').fetchone()[0]};", "COMMIT;"]
    return "\n".join(lines) + "\n"


def keep(path: Path, name: str) -> None:
    """Write a store file, the scenarios, records, facts and acts of its games and the facts of its classes among the
    fixtures, for good."""
    (FIXTURES / f"{name}.sql").open("x", encoding="utf-8", newline="").write(dump(path))
    with closing(Store(path)) as store:
        for game in games_in(store):
            record, source = store.load(game)
            scenario_file(fingerprint(source)).write_bytes(source)
            kept(name, game, "record").write_bytes(write_record(record).encode())
            if acts := acts_of(store, game):
                kept(name, game, "acts").write_bytes(acts.encode())
            kept(name, game, "facts").write_text(facts(versions(record, source)), "utf-8")
        for each in store.classes():
            kept(name, each.id, "class").write_bytes(class_facts(store, each).encode())


if __name__ == "__main__":
    keep(Path(sys.argv[1]), sys.argv[2])
