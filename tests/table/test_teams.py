"""Who holds the pen of a seat, whatever people do and in whatever order."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.table import (
    ABSENCE,
    TEACHER,
    Act,
    AskForPen,
    Away,
    Back,
    Device,
    Dismiss,
    GiveBack,
    GoOn,
    HandPen,
    Join,
    Made,
    MisreadAct,
    MoveTo,
    Objection,
    Pause,
    Quit,
    Relieve,
    Rename,
    Suggest,
    TakeUp,
    Team,
    Teams,
    act_on,
    read_act,
    write_act,
)
from game.table.teams import LONGEST_NAME, MOST_AT_A_SEAT, Grounds
from game.talks import Propose, Say, Shift
from game.text import DelegationId, IssueId, OptionId
from game.words.teams import objection
from tests.library import scenario

ARIA, BORO, PRESS = DelegationId("ARIA"), DelegationId("BORO"), DelegationId("press")
ANN, BEN, CAT = Device("ann"), Device("ben"), Device("cat")
EMPTY = Teams.of((ARIA, BORO, PRESS))
OFFER = Propose(ARIA, (Shift(BORO, IssueId("verb"), OptionId("may")),), off_record=True, remark="Say \n“so”.")


def done(teams: Teams, *acts: Act) -> Teams:
    """The teams after acts that must be possible."""
    for act in acts:
        after = act_on(teams, act)
        assert isinstance(after, Teams), f"{act}: {after}"
        teams = after
    return teams


def refused(teams: Teams, act: Act) -> Objection:
    """Why an act cannot be done."""
    found = act_on(teams, act)
    assert isinstance(found, Objection), act
    return found


def answered(teams: Teams) -> str | None:
    """What has become of what was suggested in Aria's seat."""
    found = teams.seats[ARIA].suggestion
    return found.answered if found else None


TWO = done(EMPTY, Join(ANN, ARIA, "Ann"), Join(BEN, ARIA, "Ben"))


def test_whoever_sits_down_first_has_the_pen() -> None:
    """It belongs to the first, is asked for, and goes where it is handed, for good."""
    assert TWO.pen(ARIA) == ANN
    assert TWO.pen(BORO) is None
    asked = done(TWO, AskForPen(BEN))
    assert asked.seats[ARIA].asking == (BEN,)
    handed = done(asked, HandPen(ANN, BEN))
    assert (handed.pen(ARIA), handed.seats[ARIA].asking) == (BEN, ())
    assert done(handed, Quit(BEN)).pen(ARIA) == ANN


def test_the_pen_goes_to_the_partner_and_comes_back() -> None:
    """While its owner is away the partner has it, with none there the computer; it is back with its owner, unless it
    was handed on meanwhile."""
    alone = done(TWO, Away(ANN))
    assert alone.pen(ARIA) == BEN
    assert done(alone, Away(BEN)).pen(ARIA) is None
    assert done(alone, Away(BEN), Back(BEN)).pen(ARIA) == BEN
    assert done(alone, Away(BEN), Back(BEN), Back(ANN)).pen(ARIA) == ANN
    assert done(alone, HandPen(BEN, BEN), Back(ANN)).pen(ARIA) == BEN
    assert done(alone, Made(ANN, "m1")).pen(ARIA) == ANN


def test_the_teacher_may_put_the_pen_elsewhere() -> None:
    """Into any hand of a seat that is there."""
    assert done(TWO, HandPen(TEACHER, BEN)).pen(ARIA) == BEN
    assert refused(TWO, HandPen(TEACHER, CAT)).kind == "elsewhere"
    assert refused(done(TWO, Away(BEN)), HandPen(TEACHER, BEN)).kind == "away"


def test_the_teacher_lets_the_table_rest() -> None:
    """And go on again; twice is once."""
    rests = done(TWO, Pause(TEACHER), Pause(TEACHER))
    assert (TWO.paused, rests.paused, done(rests, GoOn(TEACHER)).paused) == (False, True, False)
    assert done(rests, AskForPen(BEN)).paused


def test_the_teacher_lets_the_computer_take_a_seat() -> None:
    """Nobody there has the pen until it is given back, to whom it belonged."""
    relieved = done(TWO, AskForPen(BEN), Relieve(TEACHER, ARIA))
    assert (relieved.pen(ARIA), relieved.seats[ARIA].owner, relieved.seats[ARIA].asking) == (None, ANN, ())
    assert done(relieved, HandPen(TEACHER, BEN)).pen(ARIA) is None
    assert done(relieved, GiveBack(TEACHER, ARIA)).pen(ARIA) == ANN
    assert refused(TWO, Relieve(TEACHER, DelegationId("nowhere"))).kind == "no-seat"
    assert refused(TWO, GiveBack(ANN, ARIA)).kind == "not-yours"


def test_a_suggestion_lies_before_the_pen() -> None:
    """One at a time: a new one takes its place; it is taken up or put aside by whoever holds the pen, once."""
    once = done(TWO, Suggest(BEN, OFFER))
    suggested = once.seats[ARIA].suggestion
    assert suggested is not None
    assert (suggested.number, suggested.by, suggested.move) == (1, BEN, OFFER)
    twice = done(once, Suggest(BEN, Say(ARIA, remark="Or say so.")))
    assert refused(twice, TakeUp(ANN, 1)).kind == "no-suggestion"
    assert refused(twice, TakeUp(BEN, 2)).kind == "no-pen"
    taken = done(twice, TakeUp(ANN, 2))
    assert answered(taken) == "taken-up"
    assert refused(taken, Dismiss(ANN, 2)).kind == "no-suggestion"
    assert answered(done(twice, Dismiss(ANN, 2))) == "dismissed"
    assert done(twice, Quit(BEN)).seats[ARIA].suggestion is None


def test_a_change_of_seats() -> None:
    """Who is moved by the teacher keeps his name, leaves the pen behind, and is away there too if he was."""
    moved = done(TWO, MoveTo(ANN, PRESS))
    assert (moved.pen(ARIA), moved.pen(PRESS)) == (BEN, ANN)
    assert moved.seats[PRESS].members[0].name == "Ann"
    assert done(TWO, Away(BEN), MoveTo(BEN, PRESS)).pen(PRESS) is None
    assert done(TWO, Rename(BEN, "Delegate 7")).seats[ARIA].members[1].name == "Delegate 7"


def test_whoever_is_silent_for_a_minute_is_away() -> None:
    """At sixty seconds, not before; and whoever was never seen."""
    assert TWO.silent({ANN: 0.0, BEN: 30.0}, ABSENCE - 0.01) == ()
    assert TWO.silent({ANN: 0.0, BEN: 30.0}, ABSENCE) == (Away(ANN),)
    assert TWO.silent({BEN: 30.0}, 31.0) == (Away(ANN),)
    assert done(TWO, Away(ANN)).silent({BEN: 30.0}, 31.0) == ()


_FULL = done(EMPTY, *(Join(Device(f"d{n}"), BORO, f"Delegate {n}") for n in range(MOST_AT_A_SEAT)))
OBJECTIONS: tuple[tuple[Teams, Act, Grounds, str], ...] = (
    (EMPTY, Join(ANN, DelegationId("X"), "Ann"), "no-seat", "There is no such seat at this table."),
    (EMPTY, Join(Device("a b"), ARIA, "Ann"), "no-device", "This is no device of this class: join again."),
    (TWO, Join(ANN, BORO, "Ann"), "seated", "You sit in a seat already: Aria."),
    (_FULL, Join(ANN, BORO, "Ann"), "full", "As many as 40 people sit there: no more fit."),
    (EMPTY, AskForPen(ANN), "not-seated", "You do not sit at this table."),
    (EMPTY, Join(ANN, ARIA, " "), "no-name", "A name is missing."),
    (EMPTY, Join(ANN, ARIA, "A" * (LONGEST_NAME + 1)), "long-name", "A name has at most 24 characters."),
    (EMPTY, Join(ANN, ARIA, "A\u202ea"), "unwritable-name", "There is a sign in this name that cannot be shown."),
    (TWO, HandPen(BEN, BEN), "no-pen", "Somebody else of your seat holds the pen: ask for it, or suggest something."),
    (TWO, AskForPen(ANN), "has-pen", "You hold the pen."),
    (TWO, HandPen(ANN, ANN), "has-pen", "Ann holds the pen already."),
    (done(TWO, AskForPen(BEN)), AskForPen(BEN), "asked", "You have asked for the pen already."),
    (TWO, HandPen(ANN, CAT), "elsewhere", "Whoever is to have the pen does not sit in this seat."),
    (done(TWO, Away(BEN)), HandPen(ANN, BEN), "away", "Ben is away now."),
    (TWO, TakeUp(ANN, 1), "no-suggestion", "That suggestion does not wait any more: look again."),
    (TWO, Suggest(BEN, "x"), "no-move", "What is suggested must be a move that could be written down."),  # type: ignore[arg-type]
    (TWO, Suggest(BEN, Say(BORO, remark="So.")), "not-yours", "That is not for your seat to do."),
    (TWO, Pause(ANN), "not-yours", "That is not for your seat to do."),
)


@pytest.mark.parametrize(("teams", "act", "kind", "sentence"), OBJECTIONS)
def test_what_cannot_be_done_is_told(teams: Teams, act: Act, kind: Grounds, sentence: str) -> None:
    """Each objection has its kind, and a sentence."""
    found = refused(teams, act)
    assert found.kind == kind
    assert objection(scenario("two-words"), found) == sentence


def test_every_objection_has_its_case() -> None:
    """None that was not met above; that the table rests, or the computer plays, is met where moves are made."""
    told = scenario("two-words")
    assert {kind for _, _, kind, _ in OBJECTIONS} == set(get_args(Grounds)) - {"paused", "relieved"}
    assert objection(told, Objection(kind="paused")) == "The table rests: the teacher lets it go on."
    assert objection(told, Objection(kind="relieved")).startswith("The computer plays your seat for now")


DEVICES = some.sampled_from([Device(each) for each in ("ann", "ben", "cat", "dan", "eve", "*chair", "")])
SEATS = some.sampled_from([ARIA, BORO, PRESS, DelegationId("nowhere")])
NAMES = some.sampled_from(["Ann", "Ben of 7b", "", " x", "\u2028", "x" * 25])
MOVES = some.one_of(
    some.just(OFFER),
    some.builds(Say, SEATS, remark=some.sampled_from(["So.", "", "\ud800"])),
    some.just(Propose(ARIA, ())),
)
STEPS: some.SearchStrategy[Act] = some.one_of(
    some.builds(Join, DEVICES, SEATS, NAMES),
    some.builds(Join, DEVICES, SEATS, some.just("Ann")),
    some.builds(MoveTo, DEVICES, SEATS),
    some.builds(HandPen, DEVICES, DEVICES),
    some.builds(Suggest, DEVICES, MOVES),
    some.builds(TakeUp, DEVICES, some.integers(0, 4)),
    some.builds(Dismiss, DEVICES, some.integers(0, 4)),
    some.builds(Rename, DEVICES, NAMES),
    some.builds(Made, DEVICES, some.just("m1")),
    some.builds(Relieve, DEVICES, SEATS),
    some.builds(GiveBack, DEVICES, SEATS),
    *(some.builds(kind, DEVICES) for kind in (Quit, AskForPen, Away, Back, Pause, GoOn)),
)


def _sound(team: Team) -> None:
    """What holds of every seat at every moment."""
    sitting = [each.device for each in team.members]
    assert len(set(sitting)) == len(sitting)
    nobody = team.relieved or not team.there
    assert (team.pen is None) == nobody, "somebody who is there has the pen, or the computer moves"
    assert team.pen is None or team.pen in team.there
    assert nobody or team.pen == team.owner or team.owner not in team.there, (
        "to whom it belongs has it when he is there"
    )
    assert (team.owner is None) == (not sitting)
    assert team.owner is None or team.owner in sitting
    assert set(team.asking) <= set(team.there) - {team.pen}
    assert team.suggestion is None or team.suggestion.number == team.suggested


@given(some.lists(STEPS, max_size=30))
def test_any_acts_in_any_order(acts: list[Act]) -> None:
    """There is at most one pen at a seat, never with somebody who is away while a partner is there; a device sits once;
    what was handed in is never changed, and of what was done each line reads back."""
    teams = EMPTY
    for act in acts:
        before = repr(teams)
        after = act_on(teams, act)
        assert repr(teams) == before
        if isinstance(after, Objection):
            continue
        assert read_act(write_act(act)) == act
        teams = after
        seated = [each.device for team in teams.seats.values() for each in team.members]
        assert len(set(seated)) == len(seated)
        for team in teams.seats.values():
            _sound(team)


@given(some.lists(some.tuples(STEPS, some.integers(0, 90)), max_size=20), DEVICES)
def test_nobody_is_waited_for_without_end(acts: list[tuple[Act, float]], still: Device) -> None:
    """Whoever gives no sign of life has no pen when a minute is over, whatever the others do."""
    teams, now, seen = EMPTY, 0.0, dict[Device, float]()
    for act, pause in acts:
        now += pause
        after = act_on(teams, act)
        if isinstance(after, Teams) and not isinstance(act, Away):
            teams, seen[act.device] = after, now
    now += ABSENCE
    seen |= {device: now for device in seen if device != still}
    teams = done(teams, *teams.silent(seen, now))
    assert still not in {team.pen for team in teams.seats.values()}
    assert teams.silent(seen, now) == ()


@pytest.mark.parametrize(
    "line", ["", "ann", "ann sings", "ann takes-up x", "ann takes-up 01", "ann  quits", "a b quits", "ann quits now"]
)
def test_a_line_that_is_no_act(line: str) -> None:
    """It is not read as one."""
    with pytest.raises(MisreadAct):
        read_act(line)
