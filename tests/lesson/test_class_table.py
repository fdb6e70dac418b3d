"""What people do at a table of a class, what the clock does, and what the computer does where nobody is."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from game.delegations import computer
from game.lesson import ClassTable, restore
from game.lesson.kept_table import catch_up
from game.scenario import AudienceId
from game.seat import Desk, Setting, changes, decode, desk, encode, put, setting
from game.seat.tray import Tray
from game.table import (
    ABSENCE,
    TEACHER,
    Away,
    Device,
    GoOn,
    HandPen,
    Join,
    Made,
    MoveTo,
    Objection,
    Pause,
    Store,
    Suggest,
    Thought,
)
from game.talks import (
    CHAIR,
    GALLERY,
    Amend,
    Consult,
    Move,
    Pass,
    Propose,
    Refused,
    Say,
    Shift,
    Sound,
    Vote,
    Why,
)
from game.text import DelegationId, IssueId, OptionId
from tests.lesson.classes import opened
from tests.table.refusing import refusing

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
ANN, BEN, CAT = Device("ann"), Device("ben"), Device("cat")


def seated(store: Store | None = None) -> ClassTable:
    """Two at one seat, one at the other."""
    at = opened("two-words", 4, store)
    for device, seat in ((ANN, ARIA), (BEN, ARIA), (CAT, BORO)):
        assert at.act(Join(device, seat, device.title()), 0.0) is None
    return at


def says(at: ClassTable, device: Device, id: str, words: str = "So.", now: float = 0.0) -> Refused | Objection | None:
    """Say something from the seat of a device."""
    team = at.teams.at(device)
    seat = team.seat if team else ARIA
    return at.submit(device, id, Say(seat, remark=words), at.table.version_for(seat), now)


def played_by_computer(at: ClassTable, now: float) -> bool:
    """Let the computer think if it is its turn, and play."""
    task = at.due(now)
    if task is None:
        return False
    before = at.table.version
    at.answer(Thought(task, task.decide()), now)
    return at.table.version > before


def test_a_move_that_is_sent_twice_counts_once() -> None:
    """Also when others have moved since; another device's move of the same name is another one."""
    at = seated()
    assert says(at, ANN, "m1") is None
    assert says(at, ANN, "m1", "Other words.") is None
    assert at.table.version == 1
    assert says(at, CAT, "m1") is None
    assert says(at, ANN, "m1") is None
    assert at.table.version == 2


def test_only_the_pen_moves() -> None:
    """The other of a seat, whoever sits nowhere, and whoever answers an old version are told why not."""
    at = seated()
    assert says(at, BEN, "m1") == Objection(kind="no-pen")
    assert says(at, Device("eve"), "m1") == Objection(kind="not-seated")
    assert says(at, ANN, "no id") == Objection(kind="no-move")
    assert says(at, ANN, "m1") is None
    late = at.submit(CAT, "m1", Say(BORO, remark="So."), 0, 0.0)
    assert isinstance(late, Refused)
    assert late.kind == Why.MOVED_ON
    assert says(at, CAT, "m1") is None, "what was refused may be sent again under its own name"
    anothers = at.submit(ANN, "m2", Say(BORO, remark="So."), at.table.version_for(ARIA), 0.0)
    assert isinstance(anothers, Refused)
    assert anothers.kind == Why.ANOTHERS_NAME


def test_nobody_notes_what_only_the_clock_may() -> None:
    """That somebody is away, or has moved, is noted by the table itself."""
    at = seated()
    for act in (Away(BEN), Made(BEN, "m1")):
        assert at.act(act, 0.0) == Objection(kind="no-move")


def test_nobody_is_waited_for_without_end() -> None:
    """After a minute the partner may move; after another the computer does, at the table's level; and whoever comes
    back finds the pen where it was."""
    at = seated()
    assert at.next_tick() == ABSENCE
    at.sign_of_life(BEN, 30.0)
    at.sign_of_life(CAT, 30.0)
    at.tick(ABSENCE)
    assert (at.teams.pen(ARIA), at.next_tick()) == (BEN, 30.0 + ABSENCE)
    assert at.due(ABSENCE) is None
    assert says(at, BEN, "m1", now=61.0) is None
    at.tick(90.0)
    assert at.teams.pen(BORO) is None
    assert played_by_computer(at, 90.0)
    assert at.table.floor == ARIA
    at.tick(121.0)
    task = at.due(121.0)
    assert task is not None
    assert task.who == ARIA
    assert at.due(121.0) is None, "it is thought about once"
    at.sign_of_life(ANN, 122.0)
    assert at.teams.pen(ARIA) == ANN
    at.answer(Thought(task, task.decide()), 123.0)
    assert at.table.version == 2, "what the computer thought is not played: the owner is back"
    assert says(at, ANN, "m1", now=124.0) is None


def test_the_computer_takes_its_time_and_always_moves() -> None:
    """What it thought is played when its time is due; where nothing came of it, it says a few words."""
    at = opened("two-words", 4)
    at.pace = 2.0
    task = at.due(10.0)
    assert task is not None
    at.answer(Thought(task, None), 11.0)
    assert (at.table.version, at.next_tick()) == (0, 12.0)
    at.tick(12.0)
    assert at.table.version == 1
    assert at.due(12.0) is not None


def test_a_table_that_rests() -> None:
    """Nobody moves there but the chair, and the computer does not either, until it goes on."""
    at = opened("two-words", 4)
    assert at.act(Join(CAT, BORO, "Cat"), 0.0) is None
    task = at.due(0.0)
    assert task is not None
    number = at.number(GALLERY)
    assert at.act(Pause(TEACHER), 0.0) is None
    assert at.number(GALLERY) == number + 1
    at.answer(Thought(task, task.decide()), 1.0)
    assert (at.table.version, at.due(1.0), says(at, CAT, "m1")) == (0, None, Objection(kind="paused"))
    assert at.act(GoOn(TEACHER), 2.0) is None
    at.tick(2.0)
    assert at.table.version == 1
    assert says(at, CAT, "m1") is None


def test_a_seat_sees_its_own_people_and_the_teacher_all() -> None:
    """What is suggested at one seat changes nothing for the other, nor for the gallery."""
    at = seated()
    number = {who: at.number(who) for who in (ARIA, BORO, GALLERY, CHAIR)}
    assert at.act(Suggest(BEN, Say(ARIA, remark="Perhaps so.")), 0.0) is None
    grown = {who for who, before in number.items() if at.number(who) > before}
    assert grown == {ARIA, CHAIR}
    for who, people in ((ARIA, {"ann", "ben"}), (BORO, {"cat"}), (GALLERY, set()), (CHAIR, {"ann", "ben", "cat"})):
        (told,) = at.since(who, 0)
        teams = json.loads(told.body)["teams"]
        assert {each["device"] for team in teams for each in team["members"]} == people
        assert ("Perhaps so." in told.body.decode()) == (who in (ARIA, CHAIR))


def test_what_is_sent_is_the_desk() -> None:
    """The whole holds the desk of an empty tray; the setting is sent once; a tray of one's own is laid out apart."""
    at = seated()
    seen = at.table.view(ARIA)
    (whole,) = at.since(ARIA, 0)
    assert decode(Desk, json.dumps(json.loads(whole.body)["desk"])) == desk(seen)
    assert decode(Setting, at.setting(ARIA).decode()) == setting(seen)
    issue = next(iter(seen.brackets))
    tray = put(seen, Tray(), issue, seen.positions[BORO][issue])
    told = json.loads(at.preview(ARIA, tray))
    assert told == {"number": at.number(ARIA), "changes": json.loads(changes(desk(seen), desk(seen, tray)))}
    assert encode(tray.shifts) in at.preview(ARIA, tray).decode()
    with pytest.raises(LookupError):
        at.number(DelegationId("nobody"))


def test_whoever_waits_is_called_once() -> None:
    """When there is a message more for him; not when he has let go, nor for what he does not see."""
    at, called = seated(), list[str]()
    at.wait(BORO, lambda: called.append("waits"))
    let_go = at.wait(BORO, lambda: called.append("let go"))
    let_go()
    let_go()
    assert at.act(HandPen(ANN, BEN), 0.0) is None
    assert called == []
    assert says(at, BEN, "m1") is None
    assert says(at, CAT, "m1") is None
    assert called == ["waits"]


def test_a_device_that_changes_seats_is_sent_the_whole() -> None:
    """Numbers of another seat are not its own; how far it is behind is known."""
    at = seated()
    (whole,) = at.lacks(BEN, ARIA, 0, 0.0)
    assert at.lacks(BEN, ARIA, whole.number, 0.0) == ()
    assert says(at, ANN, "m1") is None
    assert at.behind(BEN) == 1
    assert [each.number for each in at.lacks(BEN, ARIA, whole.number, 0.0)] == [whole.number + 1]
    assert at.act(MoveTo(BEN, BORO), 0.0) is None
    (told,) = at.lacks(BEN, ARIA, at.number(BORO), 0.0)
    assert json.loads(told.body)["desk"]["who"] == BORO
    assert at.lacks(Device("eve"), ARIA, 0, 0.0) == ()
    assert at.behind(Device("eve")) == 0


def test_nothing_is_written_where_nobody_reads() -> None:
    """The numbers go on; who asks again after that is sent the whole."""
    at = seated()
    (first,) = at.since(GALLERY, 0)
    for number in range(12):
        assert says(at, ANN if at.table.floor == ARIA else CAT, f"m{number}") is None
    assert at.number(GALLERY) == first.number + 12
    assert at._streams[GALLERY]._shown is None
    assert [each.number for each in at.since(GALLERY, first.number)] == [first.number + 12]


def test_what_cannot_be_kept_is_not_done(tmp_path: Path) -> None:
    """Neither an act nor a move, for anybody; when there is room again both are, and a table made from what was kept is
    the same one, with the moves that it knows by name."""
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        at = seated(store)
        number, teams = at.number(CHAIR), at.teams
        store.writable = False
        with refusing("not-saved"):
            at.act(Suggest(BEN, Say(ARIA, remark="Perhaps so.")), 0.0)
        with refusing("not-saved"):
            says(at, ANN, "m1")
        assert (at.number(CHAIR), at.teams, at.table.version) == (number, teams, 0)
        store.writable = True
        assert says(at, ANN, "m1") is None
        assert at.table.game is not None
        again = restore(store, at.table.game, computer, 0.0)
        assert says(again, ANN, "m1") is None
        assert again.table.version == 1
        assert says(again, CAT, "m1") is None
        assert store.acts(at.table.game)[-1] == (2, Made(CAT, "m1"))


def test_a_move_waits_for_what_others_have_done(tmp_path: Path) -> None:
    """Where another server has done something at the table of which this one has not heard, a move is made only after
    this one has caught up: else its act would have the number of the other's, and neither server could go on."""
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        game = seated(store).table.game
        assert game is not None
        one, other = (restore(store, game, computer, 0.0) for _ in range(2))
        assert other.act(Suggest(BEN, Say(ARIA, remark="Perhaps so.")), 0.0) is None
        with refusing("another-window"):
            says(one, ANN, "m1")
        assert (one.table.version, one.acts_kept) == (0, 3)
        assert catch_up(one, store)
        assert one.teams == other.teams
        assert says(one, ANN, "m1") is None
        assert catch_up(other, store)
        again = restore(store, game, computer, 0.0)
        assert {(each.table.version, each.acts_kept) for each in (one, other, again)} == {(1, 5)}
        assert one.teams == other.teams == again.teams


def test_whoever_was_there_has_a_minute_to_come_back(tmp_path: Path) -> None:
    """After a restart those who were there are waited for, those who were away are not."""
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        at = seated(store)
        at.sign_of_life(BEN, 30.0)
        at.tick(ABSENCE)
        assert at.table.game is not None
        again = restore(store, at.table.game, computer, 1000.0)
        assert (again.teams.pen(ARIA), again.teams.pen(BORO)) == (BEN, None)
        assert again.next_tick() == 1000.0 + ABSENCE
        again.tick(1000.0 + ABSENCE)
        assert again.teams.pen(ARIA) is None


def test_an_act_that_cannot_be_done_again_is_damage(tmp_path: Path) -> None:
    """What is kept whole, and nobody could have done, is told by its number."""
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        at = seated(store)
        assert at.table.game is not None
        store.keep_act(at.table.game, 4, 0, HandPen(BEN, ANN))
        with refusing("damaged-act", game=at.table.game, number=4):
            restore(store, at.table.game, computer, 0.0)


@pytest.mark.parametrize(
    "move",
    [
        Amend(ARIA, IssueId("nowhere"), OptionId("full")),
        Amend(ARIA, IssueId("verb"), OptionId("nowhere")),
        Consult(ARIA, (IssueId("nowhere"),)),
        Propose(ARIA, (Shift(DelegationId("NOBODY"), IssueId("verb"), OptionId("full")),)),
        Sound(ARIA, AudienceId("nobody")),
        Vote(ARIA, aye=True),
        Pass(ARIA, 1.0),
    ],
)
def test_what_nobody_could_do_is_not_suggested(move: Move) -> None:
    """The others of a seat are told of a suggestion before the rules have looked at it."""
    at = seated()
    assert at.act(Suggest(BEN, move), 0.0) == Objection(kind="no-move")
    assert at.act(Suggest(BEN, Say(ARIA, remark="Try this.")), 0.0) is None
