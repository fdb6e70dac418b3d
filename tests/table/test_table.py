from __future__ import annotations

from random import Random

import pytest

from game.delegations import LEVELS, ORDINARY, computer
from game.table import NOT_YOUR_NAME, STALE, Act, Keeper, StoreError, Table, open_table, table_of
from game.talks import (
    CHAIR,
    GALLERY,
    LEVEL_NAMES,
    USUAL_LEVEL,
    Leave,
    Move,
    Refused,
    ReplayError,
    Say,
    Why,
    read_move,
    read_record,
    replay,
    view,
    write_record,
)
from game.text import DelegationId
from tests.library import EVERY, opened, played, source
from tests.table.refusing import refusing

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


class Full:
    """A keeper whose disk is full from some move on."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.kept: list[str] = []
        self.ended = False

    def append(
        self, game: int, seq: int, body: str, *, ended: bool = False, act: Act | None = None, acts: int | None = None
    ) -> None:
        """Keep a move while there is room."""
        assert (game, seq, act, acts) == (7, len(self.kept) + 1, None, None)
        if len(self.kept) >= self.room:
            raise StoreError("not-saved", written="the disk is full")
        self.kept.append(body)
        self.ended = ended


def table(keeper: Keeper | None = None, *, boro: str = "computer") -> Table:
    """Two words about a lake, Aria a person."""
    kept = (keeper, 7) if keeper else None
    return Table(
        opened("two-words", 3), {ARIA: "person", BORO: "computer" if boro == "computer" else "person"}, computer, kept
    )


def test_a_move_is_kept_before_it_is_shown() -> None:
    """When a move cannot be saved it has not been made: version, views and record are as they were, and the same move
    can be made when there is room."""
    keeper = Full(1)
    running = table(keeper, boro="person")
    assert running.submit(ARIA, Say(ARIA, remark="One."), 0) is None
    before = {who: running.view(who) for who in (ARIA, BORO, GALLERY, CHAIR)}
    text = running.export()
    with refusing("not-saved", written="the disk is full"):
        running.submit(BORO, Say(BORO, remark="Two."), 1)
    assert running.version == 1
    assert {who: running.view(who) for who in before} == before
    assert running.export() == text
    keeper.room = 2
    assert running.submit(BORO, Say(BORO, remark="Two."), 1) is None
    assert running.version == 2
    assert keeper.kept == ['ARIA says  "One."', 'BORO says  "Two."']


def test_the_keeper_is_asked_while_the_table_still_shows_the_old_talks() -> None:
    """At the moment when a move is kept nobody has been shown it yet."""
    shown: list[tuple[int, int]] = []

    class Watching:
        def append(
            self,
            game: int,
            seq: int,
            body: str,
            *,
            ended: bool = False,
            act: Act | None = None,
            acts: int | None = None,
        ) -> None:
            """Look at the table while the move is being kept."""
            assert body
            assert not ended
            assert (act, acts) == (None, None)
            assert game == 7
            shown.append((seq, running.view(GALLERY).version))

    running = table(Watching())
    assert running.submit(ARIA, Say(ARIA, remark="One."), 0) is None
    assert shown == [(1, 0)]


def test_a_refused_move_is_not_kept() -> None:
    """A move that the rules refuse is answered by their sentence, and neither kept nor made."""
    keeper = Full(9)
    running = table(keeper)
    assert running.submit(BORO, Say(BORO, remark="Me first."), 0) == Refused(kind=Why.NOT_YOUR_TURN, delegation=ARIA)
    assert (keeper.kept, running.version) == ([], 0)


@pytest.mark.parametrize("seen", [-1, 1, 99])
def test_a_stale_move_is_refused(seen: int) -> None:
    """A move that answers another version than the one on the table is refused in a sentence."""
    keeper = Full(9)
    running = table(keeper)
    assert running.submit(ARIA, Say(ARIA, remark="One."), seen) == STALE
    assert keeper.kept == []
    assert running.submit(ARIA, Say(ARIA, remark="One."), 0) is None
    assert running.submit(ARIA, Say(ARIA, remark="One."), 0) is not None, "a move that is sent twice counts once"


def test_a_move_in_another_name_is_refused() -> None:
    """A seat moves for itself alone, even when it is the other's turn, and whatever version it has seen."""
    keeper = Full(9)
    running = table(keeper, boro="person")
    for seen in (0, 1):
        assert running.submit(BORO, Say(ARIA, remark="We give way."), seen) == NOT_YOUR_NAME
    assert (keeper.kept, running.version) == ([], 0)
    assert running.submit(ARIA, Say(ARIA, remark="We do not."), 0) is None


def test_the_end_is_kept_with_the_last_move() -> None:
    """The keeper is told with which move the talks ended."""
    keeper = Full(9)
    running = table(keeper)
    assert running.submit(ARIA, Leave(ARIA), 0) is None
    assert keeper.ended
    assert running.verdict is not None
    assert running.due() is None
    assert running.submit(BORO, Say(BORO, remark="But!"), 1) == Refused(kind=Why.OVER)


def test_whose_answer_is_due() -> None:
    """A task is due when a computer has the floor, and carries that seat's own view; a person's turn is nobody's
    task."""
    running = table()
    assert running.due() is None
    assert running.submit(ARIA, Say(ARIA, remark="One."), 0) is None
    task = running.due()
    assert task is not None
    assert (task.who, task.view) == (BORO, running.view(BORO))
    assert tuple(task.view.scenario.instructions) == (BORO,)
    again = running.due()
    assert again is not None
    assert task.decide() == again.decide(), "chance hangs on the seed and the version, not on how often one asks"


def test_only_seats_and_watchers_have_a_view() -> None:
    """A view is for a delegation, the gallery or the chair; the table itself shows no envelope."""
    running = table()
    assert running.view(ARIA) is running.view(ARIA)
    with pytest.raises(LookupError, match="no seat 'X' at this table"):
        running.view(DelegationId("X"))
    assert dict(running.scenario.instructions) == {}
    assert running.saved is False
    assert running.game is None


@pytest.mark.parametrize("name", EVERY)
def test_what_is_exported_is_read_back(name: str) -> None:
    """A table that is exported as text and read back is the same table: version, seats, and every watcher's view."""
    first = open_table(source(name), name, {}, computer, seed=6)
    first.seats.update(dict.fromkeys(first.scenario.ids, "computer"))
    chance = Random(6)
    while first.verdict is None:
        task = first.due()
        assert task is not None
        assert first.submit(task.who, task.decide().move, task.version) is None
        if chance.random() < 0.04 or first.verdict:
            second = table_of(read_record(first.export()), source(name), computer)
            assert second.version == first.version
            assert second.seats == first.seats
            for who in (*first.scenario.ids, GALLERY, CHAIR):
                assert second.view(who) == first.view(who)
            assert second.export() == first.export()
    assert first.record().moves == played(opened(name, 6)).moves


def test_a_record_that_the_rules_refuse_says_where() -> None:
    """A record whose third move cannot be played says so, and why."""
    record = table().record()
    moves: tuple[Move, ...] = (Say(ARIA, remark="One."), Say(BORO, remark="Two."), Say(BORO, remark="Three."))
    spoiled = type(record)(record.scenario, record.digest, record.seed, record.seats, moves)
    with pytest.raises(ReplayError) as fault:
        table_of(spoiled, source("two-words"), computer)
    assert (fault.value.move, fault.value.refused) == (3, Refused(kind=Why.NOT_YOUR_TURN, delegation=ARIA))


def test_a_record_names_its_scenario_file() -> None:
    """A record carries the fingerprint of the file that it was played with."""
    digests = {open_table(source(name), name, {}, computer).record().digest for name in EVERY}
    assert len(digests) == len(EVERY)
    assert all(len(digest) == 16 for digest in digests)


def test_seats_of_a_record_that_nobody_knows_are_the_computers() -> None:
    """A seat that a record does not name is played by the computer."""
    record = table().record()
    odd = type(record)(record.scenario, record.digest, record.seed, {ARIA: "person"}, ())
    assert table_of(odd, source("two-words"), computer).seats == {ARIA: "person", BORO: "computer"}


def test_every_level_can_be_played() -> None:
    """What can be chosen can be played, the easiest first."""
    assert list(LEVEL_NAMES) == list(LEVELS)
    assert ORDINARY.name == USUAL_LEVEL


def test_replaying_stops_at_what_cannot_be_played() -> None:
    """Replay gives the talks as far as they can be played, and the refusal that stopped them."""
    talks, stopped = replay(opened("two-words"), (read_move('ARIA says "A."'), read_move('ARIA says "B."')))
    assert talks.version == 1
    assert stopped == Refused(kind=Why.NOT_YOUR_TURN, delegation=BORO)
    assert view(talks, ARIA).version == 1
    assert write_record(table().record()).startswith("As Appropriate record 1\n")
