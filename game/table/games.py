"""How talks are kept: a row a move, and beside the moves, kept alike, a row for each act: what people do at the table
that is no part of the talks.

Each row is keyed by game and number, with a fingerprint of itself, of all rows before it and of the opening, so that a
gap or a change is noticed, in the last row too. Talks of a class belong to it: they are not listed among one's own, and
their scenario is kept once for all its tables.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from game.scenario import WHOLE, read_seed, written_seed
from game.table.acts import Act, MisreadAct, read_act, write_act
from game.table.migrations import chained, sealed_by
from game.table.rows import Database, Rows
from game.table.store_error import RAISED, ClassId, GameId, StoreError
from game.talks import (
    Move,
    Record,
    RecordError,
    Sits,
    read_move,
    read_opening,
    record_of,
    sits_of,
    write_move,
    write_opening,
)
from game.text import DelegationId

Done = tuple[int, Act]
"""An act, behind how many moves it came."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One talks in the store, as a list of saved games shows it."""

    id: GameId
    begun: datetime
    scenario: str
    title: str
    seats: Mapping[DelegationId, Sits]
    moves: int
    ended: bool


def fingerprint(source: bytes) -> str:
    """A short fingerprint of a scenario file."""
    return hashlib.sha256(source).hexdigest()[:16]


class Games(Rows):
    """Talks, as rows."""

    _doubted = True
    """Whether a move is read again as soon as it is written: a file may be damaged, or on a disk that is."""

    # ---- writing ------------------------------------------------------------------------------------------------

    def begin(
        self,
        record: Record,
        title: str,
        source: bytes,
        *,
        ended: bool = False,
        acts: Iterable[Done] = (),
        of_class: ClassId | None = None,
    ) -> GameId:
        """Keep the opening of talks and the moves and acts that there are, wholly or not at all, with the scenario
        itself, so that a later edit of the file cannot spoil it; as one's own talks, or as those of a class. Raises
        `StoreError`."""
        seats = " ".join(f"{who}={sits}" for who, sits in record.seats.items())
        seed = written_seed(record.seed)
        if read_seed(seed) != record.seed:
            raise StoreError("large-seed", written=seed[:30])
        opening = "\n".join(write_opening(record))
        with self._writing() as db:
            game, own = GameId(self._number(db, "game")), source
            if of_class is not None:
                self._file_of_class(db, of_class, record.digest, source)
                own = b""
            db.execute(
                "INSERT INTO game (id, begun, scenario, title, digest, source, seed, seats, opening, class)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (game, self._now(), record.scenario, title, record.digest, own, seed, seats, opening, of_class),
            )
            for seq, move in enumerate(record.moves, 1):
                self._append(db, game, seq, write_move(move))
            for after, act in acts:
                self._act(db, game, after, act)
            self._seal(db, game, ended=ended)
            if self.load(game) != (record, source):
                raise StoreError("not-saved", path=self.path)
            return game

    def _file_of_class(self, db: Database, of_class: ClassId, digest: str, source: bytes) -> None:
        """Keep a scenario file with a class, once for all its tables."""
        if db.execute("SELECT id FROM class WHERE id=?", (of_class,)).fetchone() is None:
            raise StoreError("no-class", path=self.path, of_class=of_class)
        db.execute(
            "INSERT INTO class_file (class, digest, source) VALUES (?, ?, ?) ON CONFLICT (class, digest) DO NOTHING",
            (of_class, digest, source),
        )

    def append(
        self,
        game: GameId,
        seq: int,
        body: str,
        *,
        ended: bool = False,
        act: Act | None = None,
        acts: int | None = None,
    ) -> None:
        """Keep move number `seq`, and with it the act by which it was made, behind so many acts; None: behind however
        many there are. When this returns, it is on disk. Raises `StoreError` if it is not, and where another window has
        done something at this table."""
        with self._writing() as db:
            self._append(db, game, seq, body)
            if act is not None:
                self._act(db, game, seq, act, None if acts is None else acts + 1)
            if ended:
                self._seal(db, game, ended=True)

    def _append(self, db: Database, game: GameId, seq: int, body: str) -> None:
        last, before = self._tip(db, "event", game, seq - 1)
        if seq != last + 1:
            raise StoreError("another-window", game=game, number=seq)
        chain = chained(before, body)
        values = (game, seq, body, chain)
        sql = "INSERT INTO event (game, seq, body, chain) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
        if db.execute(sql, values).rowcount != 1:  # another server has just kept a move of this number
            raise StoreError("another-window", game=game, number=seq)
        self._grew("event", game, seq, chain)
        if self._doubted and self._body(db, game, seq) != body:
            raise StoreError("not-saved", path=self.path)

    def keep_act(self, game: GameId, seq: int, after: int, act: Act) -> None:
        """Keep act number `seq`, done behind so many moves. When this returns, it is on disk. Raises `StoreError` if it
        is not, and where another window has done something at this table."""
        with self._writing() as db:
            self._act(db, game, after, act, seq)

    def _act(self, db: Database, game: GameId, after: int, act: Act, seq: int | None = None) -> None:
        last, before = self._tip(db, "act", game, None if seq is None else seq - 1)
        if seq not in (None, last + 1):
            raise StoreError("another-window", game=game, number=after + 1)
        body = write_act(act)
        chain = chained(before, f"{after} {body}")
        values = (game, last + 1, after, body, chain)
        sql = "INSERT INTO act (game, seq, after, body, chain) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
        if db.execute(sql, values).rowcount != 1:
            raise StoreError("another-window", game=game, number=after + 1)
        self._grew("act", game, last + 1, chain)

    def _body(self, db: Database, game: GameId, seq: int) -> object:
        row = db.execute("SELECT body FROM event WHERE game=? AND seq=?", (game, seq)).fetchone()
        return row and row[0]

    def _tip(self, db: Database, of: Literal["event", "act"], game: GameId, known: int | None) -> tuple[int, str]:  # noqa: ARG002
        """The number and the fingerprint of the last row of talks, which whoever writes takes to be number `known`, if
        he knows; 0 and the fingerprint of the opening where there is none."""
        sql = f"SELECT seq, chain FROM {of} WHERE game=? ORDER BY seq DESC LIMIT 1"
        row = db.execute(sql, (game,)).fetchone()
        return row or (0, self._opening(game))

    def _grew(self, of: Literal["event", "act"], game: GameId, seq: int, chain: str) -> None:  # noqa: ARG002
        """Note that talks have a further row."""
        self._tell("game", game)

    def _seal(self, db: Database, game: GameId, *, ended: bool) -> None:
        """Note whether talks are over, and the fingerprint of that and of how they were opened."""
        db.execute("UPDATE game SET ended=? WHERE id=?", (int(ended), game))
        db.execute("UPDATE game SET seal=? WHERE id=?", (sealed_by(db, game), game))

    def _opening(self, game: GameId) -> str:
        """What the chain of fingerprints begins with: how the talks were opened."""
        head = self._db.execute(
            "SELECT scenario, digest, seed, seats, opening FROM game WHERE id=?", (game,)
        ).fetchone()
        if head is None:
            raise StoreError("no-game", path=self.path, game=game)
        return chained("", "\n".join(str(value) for value in head if value != ""))

    def hush(self, game: GameId, *, hushed: bool, place: int = 0) -> None:
        """Remember whether a player wants to hear the adviser: the only one, or the one at this place among several,
        from 0. This is no part of the talks, nor of their record."""
        change = "hushed | ?" if hushed else "hushed & ~?"
        with self._writing() as db:
            db.execute(f"UPDATE game SET hushed={change} WHERE id=?", (1 << place, game))

    def delete(self, game: GameId) -> None:
        """Forget talks for good."""
        with self._writing() as db:
            db.execute("DELETE FROM game WHERE id=?", (game,))

    # ---- reading ------------------------------------------------------------------------------------------------

    def load(self, game: GameId) -> tuple[Record, bytes]:
        """A record and the scenario file that it was played with. Raises `StoreError`."""
        with self._reading() as db:
            head = db.execute(
                "SELECT scenario, game.digest, seed, seats, coalesce(class_file.source, game.source), opening, seal"
                " FROM game LEFT JOIN class_file ON class_file.class=game.class AND class_file.digest=game.digest"
                " WHERE id=?",
                (game,),
            ).fetchone()
            before = self._opening(game)
            rows = db.execute("SELECT seq, body, chain FROM event WHERE game=? ORDER BY seq", (game,)).fetchall()
            if fingerprint(head[4]) != head[1]:
                raise StoreError("damaged-scenario", game=game)
            if head[6] != sealed_by(db, game):
                raise StoreError("damaged-game", game=game)
            try:
                moves = _moves(game, rows, 0, before)
                opening = read_opening(_lines(head[5]), {})
                if (seed := read_seed(head[2])) is None:
                    raise RecordError(1, "seed", head[2])
            except RecordError as fault:
                raise StoreError("unreadable-record", game=game, misread=fault) from fault
            seats = _seats(head[3])
        return record_of(head[0], head[1], seed, seats, moves, opening), bytes(head[4])

    def acts(self, game: GameId) -> tuple[Done, ...]:
        """What was done at the table of these talks beside the moves, oldest first. Raises `StoreError`."""
        with self._reading() as db:
            sql = "SELECT seq, after, body, chain FROM act WHERE game=? ORDER BY seq"
            rows = db.execute(sql, (game,)).fetchall()
            return _acts(game, rows, 0, (self._opening(game), 0), self.moves(game))

    def load_since(self, game: GameId, moves: int, acts: int) -> tuple[tuple[Move, ...], tuple[Done, ...]]:
        """What is kept beyond the first so many moves and acts, which whoever asks has already: another program may
        have gone on with these talks. Raises `StoreError`, also where less is kept than that."""
        with self._reading() as db:
            # One statement sees one moment: no act without its move, also where this is asked amid changes.
            rows = db.execute(
                "SELECT 0, seq, 0, body, chain FROM event WHERE game=? AND seq>=?"
                " UNION ALL SELECT 1, seq, after, body, chain FROM act WHERE game=? AND seq>=? ORDER BY 1, 2",
                (game, moves, game, acts),
            ).fetchall()
            played = [(seq, body, chain) for kind, seq, _, body, chain in rows if not kind]
            done = [(seq, after, body, chain) for kind, seq, after, body, chain in rows if kind]
            before = self._opening(game)
            behind = (before, 0)
            if moves:
                if not played or played[0][0] != moves:
                    raise StoreError("damaged-move", game=game, number=moves)
                before = played.pop(0)[2]
            if acts:
                if not done or done[0][0] != acts:
                    raise StoreError("damaged-act", game=game, number=acts)
                _, after, _, chain = done.pop(0)
                behind = (chain, after)
            try:
                found = _moves(game, played, moves, before)
            except RecordError as fault:
                raise StoreError("unreadable-record", game=game, misread=fault) from fault
            return found, _acts(game, done, acts, behind, moves + len(played))

    def moves(self, game: GameId) -> int:
        """How many moves are kept of talks. Raises `StoreError`."""
        with self._reading() as db:
            row = db.execute("SELECT max(seq) FROM event WHERE game=?", (game,)).fetchone()
            return int(row[0] or 0)

    def hushed(self, game: GameId, place: int = 0) -> bool:
        """Whether the player has hushed the adviser in these talks; of several, the one at this place."""
        with self._reading() as db:
            row = db.execute("SELECT hushed FROM game WHERE id=?", (game,)).fetchone()
            return bool(row and int(row[0]) >> place & 1)

    def games(self) -> tuple[Kept, ...]:
        """One's own talks that can be read, newest first. Raises `StoreError` where nothing can be read."""
        return tuple(each for each in self.listed() if isinstance(each, Kept))

    def finished(self, scenario: str, edition: str = WHOLE) -> tuple[tuple[GameId, str], ...]:
        """One's own talks about a scenario in one edition that are over, each with the fingerprint of the file that
        they were played with, the newest first. Whether they can be read is not looked at. Raises `StoreError`."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT id, digest, opening FROM game WHERE scenario=? AND ended=1 AND class IS NULL ORDER BY id DESC",
                (scenario,),
            ).fetchall()
        return tuple((GameId(int(id)), str(digest)) for id, digest, head in rows if _edition(str(head)) == edition)

    def listed(self) -> tuple[Kept | StoreError, ...]:
        """One's own talks that are kept, newest first, and of each that cannot be read why not: those of a class are
        listed with it. Raises `StoreError` where nothing can be read."""
        with self._reading() as db:
            rows = db.execute("SELECT id FROM game WHERE class IS NULL ORDER BY id DESC").fetchall()
            ids = [int(row[0]) for row in rows]
        return tuple(self._kept(GameId(id)) for id in ids)

    def _kept(self, game: GameId) -> Kept | StoreError:
        try:
            begun, scenario, title, seats, moves, ended, seal = self._db.execute(
                "SELECT begun, scenario, title, seats, (SELECT count(*) FROM event WHERE game=game.id), ended, seal"
                " FROM game WHERE id=?",
                (game,),
            ).fetchone()
            if seal == sealed_by(self._db, game):
                return Kept(game, datetime.fromisoformat(begun), scenario, title, _seats(seats), moves, bool(ended))
        except RAISED:
            pass
        return StoreError("damaged-game", game=game)


def _moves(game: GameId, rows: Sequence[Any], known: int, before: str) -> tuple[Move, ...]:
    """The moves of rows behind so many known ones, the last of which has the fingerprint `before`."""
    for expected, (seq, body, chain) in enumerate(rows, known + 1):
        if seq != expected or chain != chained(before, body):
            raise StoreError("damaged-move", game=game, number=expected)
        before = chain
    return tuple(read_move(body, seq) for seq, body, _ in rows)


def _acts(game: GameId, rows: Sequence[Any], known: int, last: tuple[str, int], moves: int) -> tuple[Done, ...]:
    """The acts of rows behind so many known ones, the last of which has that fingerprint and came behind so many moves;
    `moves` there are in all."""
    (before, behind), found = last, list[Done]()
    for expected, (seq, after, body, chain) in enumerate(rows, known + 1):
        if seq != expected or chain != chained(before, f"{after} {body}") or not behind <= after <= moves:
            raise StoreError("damaged-act", game=game, number=expected)
        before, behind = chain, after
        try:
            found.append((after, read_act(body)))
        except MisreadAct as fault:
            raise StoreError("damaged-act", game=game, number=expected) from fault
    return tuple(found)


def _seats(words: str) -> dict[DelegationId, Sits]:
    pairs = (word.partition("=") for word in words.split())
    return {DelegationId(who): sits_of(sits) or "computer" for who, _, sits in pairs}


def _lines(head: str) -> dict[str, str]:
    """The lines that say how talks were opened, by their names."""
    lines = [line.partition(":") for line in head.splitlines()]
    return {name: words.strip() for name, _, words in lines}


def _edition(head: str) -> str:
    return _lines(head).get("edition", WHOLE)
