"""What holds in every scenario, shipped or drill, however it is played."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from random import Random
from typing import get_args

import pytest

from game.scenario import Past, open_scenario, shipped
from game.talks import (
    CHAIR,
    GALLERY,
    Accept,
    Amend,
    Announce,
    Circulate,
    Consult,
    Decline,
    Hold,
    Interpret,
    Leave,
    Move,
    Propose,
    Record,
    Refused,
    Respond,
    Say,
    Shift,
    Sign,
    Sits,
    Sound,
    Talks,
    View,
    Why,
    Withdraw,
    open_talks,
    past_of,
    play,
    read_record,
    replay,
    verdict,
    view,
    write_record,
)
from game.talks.events import BrokenOff, Event, Recessed
from game.talks.outside import Outside
from game.text import DelegationId
from game.words.causes import ground
from game.words.endings import ending
from game.words.refusals import refusal
from tests.invariants import check_instructions, check_news, check_state, check_taken
from tests.library import (
    DRILLS,
    EDITIONS,
    EVERY,
    LARGE_SLOWLY,
    computers,
    game,
    late_game,
    mixed_game,
    opened,
    played,
    random_game,
    random_package,
    scenario,
    stonewall,
)

SENTENCE = re.compile(r"[A-Z“].*[^.]\.", re.DOTALL)
MANY_SEEDS = range(9, 54)


def seeds(name: str) -> Sequence[int]:
    """The seeds of the games that are played of a scenario; of long ones few, in which every hand sits once."""
    return range(9) if name in DRILLS else (1, 6)


def state(talks: Talks) -> str:
    """Everything in the talks but the scenario, as it is written out."""
    return repr([getattr(talks, field.name) for field in fields(talks) if field.name != "scenario"])


def wire(move: Move) -> Move:
    """A move with something to say, where the list has a dash for any remark."""
    return replace(move, remark="Well.") if isinstance(move, Say) else move


def check_game(name: str, seed: int) -> bool:
    """Everything that holds move by move and at the end of one game; whether it was signed. Every other game is played
    as it is written."""
    as_written = seed % 2 == 0
    over = check_moves(mixed_game(name, seed, as_written=as_written), Random(seed))
    check_instructions(over, computers(over, seed))
    check_record(over, as_written=as_written)
    return check_end(over)


def check_moves(game: Iterator[Talks], chance: Random) -> Talks:
    """Everything that holds move by move; the talks when they are over."""
    before: Talks | None = None
    for talks in game:
        if before is not None:
            check_step(before, talks, closely=chance.random() < 0.1)
        check_state(talks)
        if chance.random() < 0.1:
            check_lists(talks, chance)
        before = talks
    assert before is not None
    return before


def check_step(before: Talks, after: Talks, *, closely: bool) -> None:
    """One move is added, hours do not run back, what was heard stays, and the old talks can be played again."""
    assert after.moves[:-1] == before.moves
    assert after.events[: len(before.events)] == before.events
    assert len(after.events) > len(before.events)
    last = after.events[-1]
    assert before.hours <= after.hours == (last.until if isinstance(last, Recessed) else last.at)
    assert before.barred <= after.barred
    assert before.happened <= after.happened
    assert after.over != bool(view(after, after.floor).legal.moves)
    check_news(before, after)
    if closely:
        was = state(before)
        again = play(before, after.moves[-1])
        assert isinstance(again, Talks)
        assert state(again) == state(after)
        assert state(before) == was


def check_lists(talks: Talks, chance: Random) -> None:
    """The moves that a seat's view lists are exactly those that are not refused, and so are the packages."""
    was = state(talks)
    for who in talks.scenario.ids:
        seen = view(talks, who)
        listed = {wire(move) for move in seen.legal.moves}
        for move in universe(talks, who, chance):
            played = play(talks, move)
            assert isinstance(played, Talks) == (move in listed), move
            if isinstance(played, Refused):
                said = refusal(talks.scenario, played)
                assert SENTENCE.fullmatch(said), said
        for _ in range(8):
            if package := random_package(seen, chance):
                check_package(talks, seen, package, chance)
    assert state(talks) == was


def universe(talks: Talks, who: DelegationId, chance: Random) -> list[Move]:
    """Every move but packages that one seat could think of: known issues, known options, a few package numbers."""
    issues = talks.scenario.text.issues
    moves: list[Move] = [Sign(who), Leave(who), Say(who, remark="Well.")]
    for issue in issues:
        moves.append(Consult(who, (issue.id,)))
        moves += [Amend(who, issue.id, option.id) for option in issue.options]
    for number in {0, talks.numbered + 1, *(package.number for package in talks.packages)}:
        word = chance.choice(issues).id
        moves += [Accept(who, number), Withdraw(who, number), Decline(who, number)]
        moves += [Decline(who, number, word), Decline(who, number, word, never=True)]
    return moves + around_the_table(talks, who)


def around_the_table(talks: Talks, who: DelegationId) -> list[Move]:
    """Every move that is about somebody who is not at the table, or about another text."""
    told = talks.scenario
    moves: list[Move] = [Hold(who, side.id) for side in told.side_texts]
    moves += [Respond(who, how) for how in ("give", "swap", "sit")]
    moves += [Announce(who, issue.id, option.id) for issue in told.text.issues for option in issue.options]
    moves += [Sound(who, audience.id) for audience in told.audiences]
    moves += [Circulate(who), Interpret(who), *(Interpret(who, reading.id) for reading in told.readings)]
    return moves


def check_package(talks: Talks, seen: View, package: Propose, chance: Random) -> None:
    """A package out of what the view lists is refused for its words together at most; one beyond it always."""
    assert seen.legal.own is not None
    played = play(talks, package)
    if isinstance(played, Refused):
        said = refusal(talks.scenario, played)
        assert SENTENCE.fullmatch(said), said
        assert played.kind not in (Why.BEYOND_MANDATE, Why.FORBIDDEN)
    issue = chance.choice(talks.scenario.text.issues)
    for option in issue.options:
        if option.id not in seen.legal.own[issue.id]:
            there = [shift for shift in package.shifts if (shift.delegation, shift.issue) != (seen.who, issue.id)]
            beyond = replace(package, shifts=(*there, Shift(seen.who, issue.id, option.id)))
            assert isinstance(play(talks, beyond), Refused), beyond


def check_end(talks: Talks) -> bool:
    """What holds when the talks are over, and whether they were signed."""
    told, ended = talks.scenario, verdict(talks)
    assert ended is not None
    assert talks.over
    said = ending(talks.scenario, ended)
    assert SENTENCE.fullmatch(said), said
    assert (ended.kind == "signed") == ended.agreed == talks.signed
    assert talks.signed <= (talks.initials == set(told.ids))
    assert (ended.kind == "refused") == (talks.refused_by is not None)
    assert (ended.kind == "left") == (talks.left_by is not None)
    assert ended.kind != "deadline" or talks.hours == talks.deadline
    check_taken(talks)
    for who, sheet in told.instructions.items():
        score = ended.scores[who]
        beside = sum(charge.points for charge in talks.charges.get(who, ()))
        beside += sum(came.points.get(who, 0) for came in ended.aftermath)
        worth = sheet.reservation_value
        if ended.outcome is not None:
            worth = sum(sheet.points[issue][option] for issue, option in ended.outcome.items())
            worth += sum(p.points for p in sheet.pairs if all(ended.outcome[i] == o for i, o in p.options.items()))
            assert score.words == worth
            assert sheet.breaks_red_line(ended.outcome) == ()
        full = int(talks.hours / sheet.delay.hours)
        assert score.total == sum(entry.points for entry in score.entries) == worth - full * sheet.delay.points + beside
        assert all(ground(talks.scenario, entry.ground, who) for entry in score.entries)
    if ended.outcome is not None:
        assert not any(exclusion.broken_by(ended.outcome) for exclusion in told.text.exclusions)
        assert set(ended.outcome) == {issue.id for issue in told.text.issues}
    for who in (*told.ids, GALLERY, CHAIR):
        assert view(talks, who).verdict == ended
    return ended.agreed


def check_record(talks: Talks, *, as_written: bool, past: Past | None = None) -> None:
    """The record as text replays to the same talks, drawn or as they are written, and after the same earlier ones."""
    told = talks.scenario
    seats: dict[DelegationId, Sits] = dict.fromkeys(told.ids, "person")
    record = Record(told.id, "5f", talks.seed, seats, talks.moves, as_written, past, edition=told.edition)
    from_text = read_record(write_record(record))
    assert from_text == record
    opened_anew = scenario(f"{from_text.scenario}/{from_text.edition}")
    opening = open_talks(opened_anew, from_text.seed, as_written=from_text.as_written, past=from_text.past)
    again, stopped = replay(opening, from_text.moves)
    assert stopped is None
    assert again == talks


@pytest.mark.parametrize("name", [*LARGE_SLOWLY, *EDITIONS])
def test_it_holds_in_games_of_chance(name: str) -> None:
    """Random hands, the computer's and a pushover's play, and everything above holds at every move."""
    for seed in seeds(name):
        check_game(name, seed)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_it_holds_in_many_games(name: str) -> None:
    """The same in many more games, some of which are signed."""
    assert sum(check_game(name, seed) for seed in MANY_SEEDS) > 0


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_it_holds_near_the_end(name: str) -> None:
    """It holds where a text is nearly agreed, and circulated, initialled, read, sent back, refused and signed."""
    for seed in range(9 if name in DRILLS else 5):
        check_end(check_moves(late_game(name, seed), Random(seed)))


def test_the_games_end_in_every_way() -> None:
    """Games like these end in every way that there is, and all that can be heard is heard in some."""
    games = [late_game("harbour", seed) for seed in range(24)] + [mixed_game("harbour", seed) for seed in range(6)]
    games += [random_game(opened("harbour", seed), Random(seed)) for seed in range(4)]
    games.append(game(opened("harbour"), dict.fromkeys(scenario("harbour").ids, stonewall)))
    over = [last for one in games for *_, last in [one]]
    assert {ended.kind for talks in over if (ended := verdict(talks))} == {"signed", "refused", "left", "deadline"}
    heard = {type(event) for talks in over for event in talks.events}
    there = set(get_args(Event)) - set(get_args(Outside))
    assert heard == there - {BrokenOff}, "a clock that runs does not let it come to that"


def test_the_record_of_a_sequel() -> None:
    """Talks that follow others replay from their record, which carries along what the others left."""
    for seed in range(4):
        before = played(opened("three-rivers", seed))
        past = past_of(before)
        *_, over = random_game(open_talks(scenario("harbour"), seed, past=past), Random(seed))
        check_state(over)
        check_record(over, as_written=False, past=past)


def test_the_editions_that_are_looked_at_are_all_that_there_are() -> None:
    """The other tests know them by their names in the file."""
    assert set(EDITIONS) == {f"{name}/{each.id}" for name in shipped() for each in open_scenario(name).editions}


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_a_scenario_opens(name: str) -> None:
    """Every scenario loads, has two to six delegations, and opens with brackets and with a legal move."""
    talks = opened(name)
    assert 2 <= len(talks.scenario.ids) <= 6
    assert talks.brackets
    assert view(talks, talks.floor).legal.moves
    check_state(talks)


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_a_seat_that_says_nothing_new_runs_out_of_time(name: str) -> None:
    """Talks in which nobody ever moves end at the deadline, for everybody with the walk-away less the hours."""
    talks = opened(name)
    for _ in range(2000):
        played = play(talks, Say(talks.floor, remark="No."))
        assert isinstance(played, Talks)
        talks = played
        if talks.over:
            break
    ended = verdict(talks)
    assert ended is not None
    assert ended.kind == "deadline"
    assert talks.hours == talks.scenario.calendar.hours
    for who, sheet in talks.scenario.instructions.items():
        score = ended.scores[who]
        assert score.part("walk-away") + score.part("hours") == sheet.reservation_value - sheet.delay.cost(talks.hours)
        assert score.part("words") == 0


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_history_could_be_signed(name: str) -> None:
    """The text that was really signed, where there is one, breaks no exclusion and crosses nobody's red line."""
    told = scenario(name)
    if told.history is None:
        assert told.kind != "history"
        return
    assert told.text.conflict(told.history.outcome) is None
    for sheet in told.instructions.values():
        assert sheet.breaks_red_line(told.history.outcome) == ()


@pytest.mark.parametrize("name", shipped())
def test_every_option_says_where_it_comes_from(name: str) -> None:
    """FACT or MODEL, each wording of a shipped scenario cites a source of the scenario's own list."""
    scenario = open_scenario(name)
    for issue in scenario.text.issues:
        for option in issue.options:
            assert option.source.cite, f"{issue.id}.{option.id}"
            assert set(option.source.cite) <= scenario.sources.keys()
