"""The host of one player's talks: opened, played and pumped without a window, a thread or a clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from game.delegations import Decision, computer
from game.scenario import ScenarioError
from game.table import NOT_YOUR_NAME, STALE, GameId, Host, Start, Store, Task, Thought
from game.talks import Leave, Move, Say, Sits, View
from game.text import DelegationId
from tests.table.refusing import refusing

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
LAKE = str(Path(__file__).parent.parent / "scenarios" / "two-words.yaml")


class Thinker:
    """Answers when it is told to."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []
        self.ready: list[Thought] = []

    def ask(self, task: Task) -> None:
        """Note what is to be thought about."""
        self.tasks.append(task)

    def answer(self) -> Thought | None:
        """What has been thought."""
        return self.ready.pop(0) if self.ready else None

    def think(self, decision: Decision | None = None, *, fails: bool = False) -> None:
        """Answer the last task, with this decision or its policy's."""
        task = self.tasks[-1]
        self.ready.append(Thought(task, None if fails else decision or task.decide()))


@pytest.fixture
def thinker() -> Thinker:
    return Thinker()


@pytest.fixture
def host(thinker: Thinker) -> Host:
    return Host(listener, thinker, pace=1.0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = Store(tmp_path / "talks.sqlite3")
    yield kept
    kept.close()


def listener(view: View, chance: Random) -> Decision:  # noqa: ARG001 the shape of a policy
    """A computer that only listens."""
    return Decision(Say(view.who, remark="We are listening."))


def test_talks_are_begun_from_a_seat(host: Host) -> None:
    """The player has the seat that was named and the computer the others, each at the level that was asked for."""
    table = host.begin(LAKE, ARIA, 3, levels={BORO: "attache"})
    assert (host.table, host.who, host.thinking) == (table, ARIA, None)
    expected: dict[DelegationId, Sits] = {ARIA: "person", BORO: "attache"}
    assert table.seats == expected
    assert table.record().seed == 3


def test_what_was_asked_for_before_holds_for_every_talks(host: Host) -> None:
    """The levels and the adviser of the command line go for talks that are begun in the window."""
    host.given = Start(levels={BORO: "minister"}, adviser=False)
    table = host.begin(LAKE, ARIA)
    assert (table.seats[BORO], table.adviser) == ("minister", False)


def test_a_seat_or_a_scenario_that_is_not_there(host: Host) -> None:
    """Nothing is opened, and nobody sits anywhere."""
    with refusing("no-delegation", written="'CELO'", names=(ARIA, BORO)):
        host.begin(LAKE, DelegationId("CELO"))
    with pytest.raises(ScenarioError):
        host.begin("no-such-talks", None)
    with refusing("no-talks"):
        host.again(ARIA)
    with refusing("no-store"):
        host.resume(GameId(1))
    assert host.table is None


def test_a_move_answers_what_was_seen(host: Host) -> None:
    """The player moves for one seat, at the version that was on the screen; whoever listens hears of every move."""
    heard: list[int] = []
    table = host.begin(LAKE, ARIA, 3)
    host.moved = lambda: heard.append(table.version)
    assert host.submit(Say(BORO, remark="We give way."), 0) == NOT_YOUR_NAME
    assert host.submit(Say(ARIA, remark="Well."), 5) == STALE
    assert heard == []
    assert host.submit(Say(ARIA, remark="Well."), 0) is None
    assert heard == [1]


def test_nobody_moves_without_a_seat(host: Host) -> None:
    """Without a table, or as a spectator, nothing can be submitted."""
    assert host.submit(Leave(ARIA), 0) is not None
    table = host.begin(LAKE, None, 3)
    assert host.submit(Leave(ARIA), 0) is not None
    assert table.version == 0


def test_the_computer_is_asked_once_and_played_when_its_time_is_due(host: Host, thinker: Thinker) -> None:
    """A delegation is asked once however often the table is pumped, and its answer is shown after the pace."""
    table = host.begin(LAKE, BORO, 3)
    assert host.pump(0.0), "Aria begins to think"
    assert (host.thinking, host.pump(0.1), len(thinker.tasks)) == (ARIA, False, 1)
    thinker.think()
    host.pump(0.9)
    assert table.version == 0
    host.pump(1.0)
    assert table.version == 1
    assert host.pump(1.1), "nobody thinks any more"
    assert (host.thinking, table.view(BORO).my_turn) == (None, True)


def test_whoever_plays_alone_takes_a_move_back(host: Host, thinker: Thinker) -> None:
    """The talks are what they were before it, with what was answered to it gone too; whoever asks again goes further
    back. What the computer has begun to think about in between is thrown away."""
    host.pace = 0.0
    table = host.begin(LAKE, ARIA, 3)
    taken: list[Move] = []
    before = hours = 0.0
    assert not host.think_again(taken.append), "nothing was done yet"
    for words in ("Well.", "Well?"):
        assert host.submit(Say(ARIA, remark=words), table.version_for(ARIA)) is None
        host.pump(0.0)
        thinker.think()
        host.pump(0.1)
        before, hours = hours, table.hours
    assert host.submit(Say(ARIA, remark="Well!"), table.version_for(ARIA)) is None
    host.pump(0.2)
    thinker.think()
    assert host.think_again(taken.append), "while the other thinks"
    host.pump(0.3)
    assert (table.version, table.view(ARIA).my_turn) == (6, True)
    assert host.think_again(taken.append)
    assert table.hours == before
    assert [move.remark for move in taken] == ["Well!", "Well?"]
    assert len(table.view(ARIA).struck) == 2


def test_where_others_play_too_a_move_stands(host: Host, store: Store) -> None:
    """At one screen with another person, and for whoever only watches; and in talks that were taken over, what others
    did before."""
    host.begin(LAKE, ARIA, 3, also=[BORO])
    assert host.take_seat(ARIA)
    assert host.submit(Say(ARIA, remark="Well."), 0) is None
    assert not host.think_again(print)
    table = host.begin(LAKE, None, 3)
    assert not host.think_again(print)
    assert table.submit(ARIA, Say(ARIA, remark="Well."), 0) is None
    host.store = store
    host.take_over(table.record(), 1, ARIA)
    assert not host.think_again(print)


@pytest.mark.parametrize("jump", [8 * 3600.0, -8 * 3600.0])
def test_a_clock_that_jumps(host: Host, thinker: Thinker, jump: float) -> None:
    """A machine that has slept, or whose clock went back, plays on after the pace at most."""
    table = host.begin(LAKE, BORO, 3)
    host.pump(100_000.0)
    thinker.think()
    host.pump(100_000.0 + jump)
    host.pump(100_000.0 + jump + host.pace)
    assert table.version == 1
    assert host.submit(Say(BORO, remark="Well."), 1) is None
    host.pump(100_000.0 + jump + 2)
    thinker.think()
    host.pump(100_000.0 + jump + 2 + host.pace)
    assert table.version == 3


def test_an_answer_to_other_talks_is_not_played(host: Host, thinker: Thinker) -> None:
    """What was thought about talks that the player has left, or about an earlier version, is thrown away."""
    host.pace = 0.0
    host.begin(LAKE, BORO, 3)
    host.pump(0.0)
    thinker.think()
    old = thinker.ready.pop()
    table = host.again(BORO)
    assert table.submit(ARIA, Say(ARIA, remark="Well."), 0) is None
    assert table.submit(BORO, Say(BORO, remark="Well?"), 1) is None
    thinker.ready.append(old)
    host.pump(1.0)
    host.pump(1.1)
    assert table.version == 2
    thinker.think()
    host.pump(1.2)
    assert table.version == 3


@pytest.mark.parametrize("decision", [None, Decision(Say(BORO, remark="Me first."))])
def test_a_computer_that_fails_costs_a_remark(host: Host, thinker: Thinker, decision: Decision | None) -> None:
    """A policy that breaks, or whose move is refused, says a few words instead, and the talks go on."""
    host.pace = 0.0
    table = host.begin(LAKE, BORO, 3)
    host.pump(0.0)
    thinker.think(decision, fails=decision is None)
    host.pump(0.1)
    assert isinstance(table.record().moves[0], Say)
    assert table.record().moves[0].by == ARIA


def test_talks_are_resumed_where_they_were(thinker: Thinker, store: Store) -> None:
    """The player has the same seat again, and new talks like them can be begun."""
    host = Host(computer, thinker, store=store)
    seated: list[DelegationId | None] = []
    host.seated = lambda: seated.append(host.who)
    game = host.begin(LAKE, ARIA, 3, as_written=True, levels={BORO: "attache"}).game
    assert game is not None
    assert host.submit(Say(ARIA, remark="Well."), 0) is None
    host.leave()
    assert (host.table, host.who) == (None, None)
    table = host.resume(game)
    assert (table.version, host.who, table.seats[BORO]) == (1, ARIA, "attache")
    again = host.again(BORO)
    assert (again.version, again.record().as_written, again.seats[ARIA]) == (0, True, "attache")
    assert seated == [None, ARIA, None, None, ARIA, None, BORO]


def test_a_move_that_cannot_be_kept_is_not_made(
    thinker: Thinker, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """The player hears of it, and so does the log where it is the computer's; the talks stay as they were, and the same
    move can be made when there is room again."""
    host = Host(listener, thinker, store=store)
    table = host.begin(LAKE, ARIA, 3)
    store._db.execute("PRAGMA query_only=ON")
    with refusing("not-saved", path=store.path):
        host.submit(Say(ARIA, remark="Well."), 0)
    store._db.execute("PRAGMA query_only=OFF")
    assert (table.version, host.submit(Say(ARIA, remark="Well."), 0)) == (0, None)
    host.pump(0.0)
    thinker.think()
    store._db.execute("PRAGMA query_only=ON")
    host.pump(1.0)
    assert table.version == 1
    assert "not-saved" in caplog.text


def test_the_file_alone_holds_the_moves_a_moment_later(thinker: Thinker, store: Store, tmp_path: Path) -> None:
    """Whoever copies only the file, a second after a move, has the move: of a program that is killed then, too."""
    host = Host(listener, thinker, store=store)
    host.begin(LAKE, ARIA, 3)
    assert host.submit(Say(ARIA, remark="Well."), 0) is None
    host.pump(1.0)
    (tmp_path / "copy.sqlite3").write_bytes(store.path.read_bytes())
    copy = Store(tmp_path / "copy.sqlite3")
    assert [each.moves for each in copy.games()] == [1]
    copy.close()
