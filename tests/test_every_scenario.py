"""What holds in every scenario, shipped or drill, however it is played."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import open_scenario, shipped
from game.talks import (
    CHAIR,
    GALLERY,
    Accept,
    Amend,
    Consult,
    Decline,
    Leave,
    Move,
    Propose,
    Record,
    Refusal,
    Say,
    Shift,
    Sign,
    Talks,
    View,
    Withdraw,
    open_talks,
    play,
    read_record,
    replay,
    verdict,
    view,
    write_record,
)
from game.text import DelegationId, IssueId, OptionId, read, write
from tests.library import EVERY, mixed_game, opened, random_package, scenario

SENTENCE = re.compile(r"[A-Z“].*[^.]\.", re.DOTALL)
SEEDS = range(9)
MANY_SEEDS = range(9, 54)


def state(talks: Talks) -> str:
    """Everything in the talks but the scenario, as it is written out."""
    return repr([getattr(talks, field.name) for field in fields(talks) if field.name != "scenario"])


def wire(move: Move) -> Move:
    """A move with something to say, where the list has a dash for any remark."""
    return replace(move, remark="Well.") if isinstance(move, Say) else move


def check_game(name: str, seed: int) -> bool:
    """Everything that holds move by move and at the end of one game; whether it was signed."""
    chance = Random(seed)
    before: Talks | None = None
    for talks in mixed_game(name, seed):
        if before is not None:
            check_step(before, talks)
        check_state(talks)
        if chance.random() < 0.15:
            check_lists(talks, chance)
        before = talks
    assert before is not None
    return check_end(before)


def check_step(before: Talks, after: Talks) -> None:
    """One move is added, hours do not run back, what was heard stays, and the old talks can be played again."""
    assert after.moves[:-1] == before.moves
    assert after.events[: len(before.events)] == before.events
    assert len(after.events) > len(before.events)
    assert after.hours >= before.hours
    was = state(before)
    again = play(before, after.moves[-1])
    assert isinstance(again, Talks)
    assert state(again) == state(after)
    assert state(before) == was


def check_state(talks: Talks) -> None:
    """What holds at every moment."""
    told = talks.scenario
    assert 0 <= talks.hours <= told.calendar.hours
    assert told.text.conflict(talks.agreed) is None
    assert told.text.extends(talks.agreed) is not None
    assert read(told.text, told.ids, write(told.text, talks.positions)) == talks.positions
    for who, position in talks.positions.items():
        opening = told[who].opening
        for issue, option in position.items():
            assert option == opening[issue] or option in talks.mandate(who, issue), "a position beyond the mandate"
    numbers = [package.number for package in talks.packages]
    assert numbers == sorted(set(numbers))
    for package in talks.packages:
        assert package.waits_for
        assert all(talks.positions[s.delegation][s.issue] != s.option for s in package.shifts)
    assert all(cable.due > talks.hours for cable in talks.cables) or verdict(talks) is not None
    assert (verdict(talks) is None) == bool(view(talks, talks.floor).legal.moves)


def check_lists(talks: Talks, chance: Random) -> None:
    """The moves that a seat's view lists are exactly those that are not refused, and so are the packages."""
    was = state(talks)
    for who in talks.scenario.ids:
        seen = view(talks, who)
        listed = {wire(move) for move in seen.legal.moves}
        for move in universe(talks, who, chance):
            played = play(talks, move)
            assert isinstance(played, Talks) == (move in listed), move
            if isinstance(played, Refusal):
                assert SENTENCE.fullmatch(played.reason), played.reason
        for _ in range(8):
            if package := random_package(seen, chance):
                check_package(talks, seen, package, chance)
    assert state(talks) == was


def universe(talks: Talks, who: DelegationId, chance: Random) -> list[Move]:
    """Every move but packages that one seat could think of: known issues, known options, a few package numbers."""
    issues = talks.scenario.text.issues
    moves: list[Move] = [Sign(who), Leave(who), Say(who, "Well.")]
    for issue in issues:
        moves.append(Consult(who, "", (issue.id,)))
        moves += [Amend(who, "", issue.id, option.id) for option in issue.options]
    for number in {0, talks.tabled + 1, *(package.number for package in talks.packages)}:
        word = chance.choice(issues).id
        moves += [Accept(who, "", number), Withdraw(who, "", number), Decline(who, "", number)]
        moves += [Decline(who, "", number, word), Decline(who, "", number, word, never=True)]
    return moves


def check_package(talks: Talks, seen: View, package: Propose, chance: Random) -> None:
    """A package out of what the view lists is refused for its words together at most; one beyond it always."""
    assert seen.legal.own is not None
    played = play(talks, package)
    if isinstance(played, Refusal):
        assert SENTENCE.fullmatch(played.reason), played.reason
        assert "mandate" not in played.reason
        assert "forbid" not in played.reason
    issue = chance.choice(talks.scenario.text.issues)
    for option in issue.options:
        if option.id not in seen.legal.own[issue.id]:
            there = [shift for shift in package.shifts if (shift.delegation, shift.issue) != (seen.who, issue.id)]
            beyond = replace(package, shifts=(*there, Shift(seen.who, issue.id, option.id)))
            assert isinstance(play(talks, beyond), Refusal), beyond


def check_end(talks: Talks) -> bool:
    """What holds when the talks are over, and whether they were signed."""
    told, ended = talks.scenario, verdict(talks)
    assert ended is not None
    assert SENTENCE.fullmatch(ended.reason), ended.reason
    assert (ended.kind == "signed") == ended.agreed == (talks.initials == set(told.ids))
    assert (ended.kind == "left") == (talks.left_by is not None)
    for who, sheet in told.instructions.items():
        score = ended.scores[who]
        paid = sum(charge.points for charge in talks.charges.get(who, ()))
        worth = sheet.reservation_value
        if ended.outcome is not None:
            worth = sum(sheet.points[issue][option] for issue, option in ended.outcome.items())
            worth += sum(p.points for p in sheet.pairs if all(ended.outcome[i] == o for i, o in p.options.items()))
            assert score.words == worth
            assert sheet.breaks_red_line(ended.outcome) == ()
        full = int(talks.hours / sheet.delay.hours)
        assert score.total == sum(entry.points for entry in score.entries) == worth - full * sheet.delay.points - paid
        assert all(entry.reason for entry in score.entries)
    if ended.outcome is not None:
        assert not any(exclusion.broken_by(ended.outcome) for exclusion in told.text.exclusions)
        assert set(ended.outcome) == {issue.id for issue in told.text.issues}
    for who in (*told.ids, GALLERY, CHAIR):
        assert view(talks, who).verdict == ended
    check_record(talks)
    return ended.agreed


def check_record(talks: Talks) -> None:
    """The record as text replays to the same talks."""
    record = Record(talks.scenario.id, "5f", talks.seed, dict.fromkeys(talks.scenario.ids, "person"), talks.moves)
    from_text = read_record(write_record(record))
    assert from_text == record
    again, stopped = replay(open_talks(talks.scenario, from_text.seed), from_text.moves)
    assert stopped is None
    assert again == talks


@pytest.mark.parametrize("name", EVERY)
def test_it_holds_in_games_of_chance(name: str) -> None:
    """Random hands, the computer's and a pushover's play, and everything above holds at every move."""
    for seed in SEEDS:
        check_game(name, seed)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", EVERY)
def test_it_holds_in_many_games(name: str) -> None:
    """The same in many more games, some of which are signed."""
    assert sum(check_game(name, seed) for seed in MANY_SEEDS) > 0


def test_some_of_the_games_are_signed() -> None:
    """The games above end in different ways: some with a signed text, some without."""
    ended = [verdict(talks) for name in EVERY for seed in SEEDS for *_, talks in [mixed_game(name, seed)]]
    assert {one.kind for one in ended if one} >= {"signed", "deadline"}


@pytest.mark.parametrize("name", EVERY)
def test_a_scenario_opens(name: str) -> None:
    """Every scenario loads, has two to six delegations, and opens with brackets and with a legal move."""
    talks = opened(name)
    assert 2 <= len(talks.scenario.ids) <= 6
    assert talks.brackets
    assert view(talks, talks.floor).legal.moves
    check_state(talks)


@pytest.mark.parametrize("name", EVERY)
def test_a_seat_that_says_nothing_new_runs_out_of_time(name: str) -> None:
    """Talks in which nobody ever moves end at the deadline, for everybody with the walk-away less the hours."""
    talks = opened(name)
    for _ in range(2000):
        played = play(talks, Say(talks.floor, "No."))
        assert isinstance(played, Talks)
        talks = played
        if verdict(talks):
            break
    ended = verdict(talks)
    assert ended is not None
    assert ended.kind == "deadline"
    assert talks.hours == talks.scenario.calendar.hours
    for who, sheet in talks.scenario.instructions.items():
        assert ended.scores[who].total == sheet.reservation_value - sheet.delay.cost(talks.hours)


@pytest.mark.parametrize("name", EVERY)
def test_history_could_be_signed(name: str) -> None:
    """The text that was really signed, where there is one, breaks no exclusion and crosses nobody's red line."""
    told = scenario(name)
    if told.history is None:
        assert told.kind != "history"
        return
    assert told.text.conflict(told.history.outcome) is None
    for sheet in told.instructions.values():
        assert sheet.breaks_red_line(told.history.outcome) == ()


NAMES = [w for name in EVERY for i in scenario(name).text.issues for w in (i.id, *(o.id for o in i.options))]
WORD = st.sampled_from(sorted({*map(str, NAMES), "", "nowhere", "RUS", "1", "a=b", "a b", "\n", "*chair"})) | st.text(
    max_size=5
)
WHO = st.sampled_from(["RUS", "NATO", "ARIA", "BORO", "CELO", "X", "", "*chair"]).map(DelegationId)
NUMBER = st.integers(-3, 5) | st.integers()
REMARK = st.text(max_size=10) | st.sampled_from(["\ud800", "x" * 401, "\x00", ""])
ISSUE, OPTION = WORD.map(IssueId), WORD.map(OptionId)
GARBAGE: st.SearchStrategy[Move] = st.one_of(
    st.builds(
        Propose, WHO, REMARK, st.lists(st.builds(Shift, WHO, ISSUE, OPTION), max_size=6).map(tuple), st.booleans()
    ),
    st.builds(Accept, WHO, REMARK, NUMBER),
    st.builds(Decline, WHO, REMARK, NUMBER, st.none() | ISSUE, st.booleans()),
    st.builds(Withdraw, WHO, REMARK, NUMBER),
    st.builds(Amend, WHO, REMARK, ISSUE, OPTION),
    st.builds(Consult, WHO, REMARK, st.lists(ISSUE, max_size=6).map(tuple)),
    st.builds(Say, WHO, REMARK),
    st.builds(Sign, WHO, REMARK),
    st.builds(Leave, WHO, REMARK),
    st.builds(Move, WHO, REMARK),
)


@given(st.sampled_from(EVERY), st.lists(GARBAGE, max_size=12))
@settings(max_examples=200)
def test_any_move_is_played_or_refused_in_a_sentence(name: str, moves: list[Move]) -> None:
    """Whatever comes as a move is either played or refused in a sentence that changes nothing: never an exception."""
    talks = opened(name)
    for move in moves:
        was = state(talks)
        played = play(talks, move)
        assert state(talks) == was
        if isinstance(played, Refusal):
            assert SENTENCE.fullmatch(played.reason), played.reason
        else:
            talks = played
            check_record(talks)


@pytest.mark.parametrize("name", shipped())
def test_every_option_says_where_it_comes_from(name: str) -> None:
    """FACT or MODEL, each wording of a shipped scenario cites a source of the scenario's own list."""
    scenario = open_scenario(name)
    for issue in scenario.text.issues:
        for option in issue.options:
            assert option.source.cite, f"{issue.id}.{option.id}"
            assert set(option.source.cite) <= scenario.sources.keys()
