"""What lies on a desk agrees with the rules, at any moment of any talks."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import get_args

import pytest

from game.adviser.arguments import balance
from game.scenario import Band, lowest_band
from game.seat import Deed, Seated, Tray, Wording, desk, first, look, mind, put, renewed
from game.seat.heard import memory
from game.seat.locks import lock_of
from game.seat.tray import askable
from game.talks import (
    GALLERY,
    Amend,
    Circulate,
    Headline,
    Hold,
    Interpret,
    Move,
    Refused,
    Respond,
    Say,
    Shift,
    Sign,
    Sound,
    Talks,
    View,
    events,
    play,
    view,
)
from game.text import DelegationId, IssueId, plain
from tests.library import DRILLS, EDITIONS, EVERY, MAIN, late_game, mixed_game, opened
from tests.rulebook import A, B, lake
from tests.rulebook import after as moved
from tests.seat.games import any_tray, moments, watchers, wild_game

RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_a_choice_is_a_move_that_the_rules_allow(name: str) -> None:
    """Every move of an open choice is played, in any talks and with anything in the tray; a choice that is closed says
    why, and takes at least the hours that it says."""
    chance, played, closed = Random(1), 0, 0
    for talks, seen in moments(name, 0.15):
        for choice in desk(seen, any_tray(seen, chance)).choices:
            assert (choice.why_not is None) == bool(choice.moves), choice
            closed += choice.why_not is not None
            for move in choice.moves[:3]:
                made = replace(move, remark="—") if isinstance(move, Say | Headline) else move
                after = play(talks, made)
                assert not isinstance(after, Refused), (choice, after)
                played += 1
                assert seen.price(move) >= choice.hours
    assert played > 4 < closed


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_wordings_say_what_the_sheet_and_the_rules_say(name: str) -> None:
    """Points, locks, owners, the aftermath and how far words bind, for every wording; whoever looks."""
    for _, seen in moments(name, 0.1):
        found = desk(seen)
        assert [row.issue for row in found.issues] == [issue.id for issue in seen.scenario.text.negotiated]
        red = seen.own.instructions.red_lines if seen.own else {}
        forbidden = {(issue, option) for issue, options in red.items() for option in options}
        refused = {(each.issue, each.option) for each in seen.never}
        assert forbidden <= seen.ruled_out <= forbidden | refused
        for row in found.issues:
            assert row.agreed == seen.agreed.get(row.issue)
            for wording in row.wordings:
                _check_wording(seen, row.issue, wording)


def test_a_vague_wording_says_between_what_and_what_it_may_bring() -> None:
    """Whatever is signed beside it, at any goodwill: what the tests bring that turn on it lies between the two, and
    both do come about. A precise wording, and silence, say nothing of it; nor does anything to who plays nobody."""
    chance, talks = Random(1), opened(MAIN)
    told = talks.scenario
    for who in told.ids:
        for row in desk(view(talks, who)).issues:
            for wording in row.wordings:
                option, brought = told.text[row.issue][wording.option], set()
                for _ in range(1500):
                    text = {issue.id: chance.choice(issue.options).id for issue in told.text.issues}
                    text[row.issue] = option.id
                    fell = [test.fell(text, told.binding, band) for test in told.aftermath for band in get_args(Band)]
                    brought |= {branch.points.get(who, 0) for branch in fell if branch.decides == row.issue}
                expected = (min(brought), max(brought)) if option.vague and brought else None
                assert wording.vague == expected, option
    watched = [wording for row in desk(view(talks, GALLERY)).issues for wording in row.wordings]
    assert not any(wording.vague for wording in watched)


@pytest.mark.parametrize("name", EVERY)
def test_the_record_says_where_all_stood(name: str) -> None:
    """From the openings on, what a seat heard gives the positions of every moment."""
    for game in (mixed_game(name, 1), wild_game(name, 2)):
        for talks in game:
            for who in watchers(talks):
                seen = view(talks, who)
                assert memory(seen).stands == seen.positions


def _check_wording(seen: View, issue: IssueId, wording: Wording) -> None:
    shift = Shift(seen.who, issue, wording.option)
    stands = tuple(who for who, stand in seen.positions.items() if stand[issue] == wording.option)
    assert wording.stands == stands
    barred = {each.delegation for each in seen.minutes.barred if (each.issue, each.option) == (issue, wording.option)}
    assert {lock.of for lock in wording.locks if lock.kind == "barred"} >= barred - {seen.who}
    sheet = seen.own.instructions.points if seen.own else seen.judging.judgement.points if seen.judging else None
    if sheet is None or seen.side is None:
        assert wording.points is None
        return
    row, mine = sheet[issue], seen.positions[seen.side][issue]
    assert (wording.points, wording.change) == (row[wording.option], row[wording.option] - row[mine])
    if seen.own is None:
        return
    assert wording.binds == seen.binding(issue, wording.option)
    assert wording.later == seen.later(issue, wording.option)
    may = wording.option in seen.own.mandate[issue]
    assert may == (not [lock for lock in wording.locks if lock.of == seen.who and lock.kind != "never"])
    assert may or mine == wording.option or lock_of(seen, shift) is not None


def after(talks: Talks, *moves: Move) -> Talks:
    for move in moves:
        found = play(talks, move)
        assert not isinstance(found, Refused), found
        talks = found
    return talks


def test_a_first_look() -> None:
    """At the opening of the main scenario whoever has the floor composes, the other waits, and the gallery watches."""
    talks = opened(MAIN, as_written=True)
    mine, theirs = desk(view(talks, RUS)), desk(view(talks, NATO))
    assert (mine.mode, theirs.mode, desk(view(talks, DelegationId("*gallery"))).mode) == ("compose", "wait", "watch")
    assert {choice.why_not for choice in theirs.choices if choice.why_not} != set()
    assert mine.worth is not None
    assert mine.worth.now.low <= mine.worth.now.high
    assert mine.now.left == talks.deadline


def test_a_wording_in_the_tray() -> None:
    """What is put into the tray is shown with what it would be worth, and can be tabled if it asks for something."""
    talks = opened(MAIN, as_written=True)
    seen = view(talks, RUS)
    issue = seen.brackets[0]
    tray = put(seen, Tray(), issue, seen.positions[RUS][issue])
    found = desk(seen, tray)
    assert found.shown.theirs == tray.shifts
    assert found.shown.mine == ()
    assert found.worth is not None
    assert found.shown.after is not None
    assert found.shown.after.low >= found.worth.now.low
    propose = next(choice for choice in found.choices if choice.deed == "propose")
    assert propose.why_not is None
    (move,) = propose.moves
    reply = desk(view(after(talks, move), NATO))
    assert reply.mode == "answer"
    assert [row.number for row in reply.packages] == [1]


@pytest.mark.parametrize("name", EVERY)
def test_what_no_face_has_to_count(name: str) -> None:
    """The hours until an answer, what the brackets bring, and what the clock leaves no time for."""
    asked = 0
    for _, seen in moments(name, 0.2):
        found = desk(seen)
        assert {*found.agreed, *found.brackets} == {row.issue for row in found.issues}
        assert set(found.headlines) <= {found.record[place] for place in found.news}
        for each in found.choices:
            assert each.late == found.now.strikes_within(each.hours)
        if found.worth:
            assert found.worth.now.low == found.worth.agreed + found.worth.open.low
            assert found.worth.now.high == found.worth.agreed + found.worth.open.high
        for cable in found.cables:
            assert found.ended or cable.left == cable.due - seen.hours > 0
            assert [found.question(issue) for issue in cable.issues] == [cable] * len(cable.issues)
            asked += 1
        if seen.own:
            for issue, mandate in seen.own.mandate.items():
                assert set(found.mandate(issue)) == mandate
    assert asked or name != MAIN


@pytest.mark.parametrize("name", EVERY)
def test_why_not_is_what_the_rules_say(name: str) -> None:
    """Why an ally cannot be sounded, a text not held up, a wording not gone to, and any kind of move not made, at
    turns of whole games."""
    told = 0
    for talks, seen in moments(name, 0.3):
        found, who = desk(seen), seen.who
        if not found.my_turn:
            continue
        for each in found.corridor:
            if each.why_not:
                assert play(talks, Sound(who, each.id)) == each.why_not
                told += 1
        for held in found.hold_ups:
            refused = play(talks, Hold(who, held.side_text))
            assert held.why_not == (refused if isinstance(refused, Refused) else None)
            told += 1
        tried: dict[Deed, Move] = {"circulate": Circulate(who), "respond": Respond(who, "give"), "sign": Sign(who)}
        for deed, move in (tried | {"interpret": Interpret(who)}).items():
            refused = play(talks, move)
            assert found.choice(deed) or Seated(seen).why_not(deed) == refused
            told += not found.choice(deed)
    assert told


def test_moving_alone_shows_what_was_struck() -> None:
    """After a move the paper shows the words that were left, until the seat moves again."""
    talks = opened(MAIN, as_written=True)
    seen = view(talks, RUS)
    move = next(move for move in seen.legal.moves if isinstance(move, Amend) and move.issue in seen.brackets)
    found = desk(view(after(talks, move), NATO))
    assert [row.issue for row in found.issues if row.moved] == [move.issue]
    assert desk(view(after(talks, move, Say(NATO, remark="Well.")), NATO)).issues == tuple(
        row if row.issue != move.issue else type(row)(row.issue, row.wordings, row.agreed, row.silent)
        for row in found.issues
    )


def test_the_next_sensible_press() -> None:
    """What is prepared is tabled; one's own move alone is made alone; what waits is taken, or refused over the word
    that was named, or countered; a locked wording is asked for first."""
    talks = opened(MAIN, as_written=True)
    seen = view(talks, RUS)
    issue = next(each for each in seen.brackets if each not in askable(seen))
    tray = put(seen, look(first(seen), issue), issue, seen.positions[RUS][issue])
    assert desk(seen, tray).next == "propose"
    reply = view(after(talks, *desk(seen, tray).choices[0].moves), NATO)
    waits = renewed(view(talks, NATO), first(view(talks, NATO)), reply)
    assert waits.issue == issue
    taken = desk(reply, waits)
    assert taken.next == "counter", "Russia asks for its own wording, and gives nothing"
    assert desk(reply, mind(waits, issue)).next == "decline"
    assert desk(view(talks, NATO)).next is None
    own = seen.legal.own or {}
    issue = next(issue for issue, options in own.items() if options)
    alone = put(seen, look(first(seen), issue), issue, min(own[issue]), "me")
    assert desk(seen, alone).next == "amend"


@pytest.mark.parametrize("name", [*DRILLS, MAIN])
def test_what_waits_is_never_next_where_it_is_dear(name: str) -> None:
    """Neither to take nor to ask the capital for what takes more than it brings, while there are hours for another
    package; nor what could not reach the walk-away."""
    seen = 0
    for _, now in moments(name, 0.3):
        found = desk(now) if now.own is not None else None
        if found is None or found.mode != "answer" or found.next not in ("accept", "consult"):
            continue
        waits, worth = found.waiting[0], found.worth
        told = balance(now, waits.shifts)
        assert told.gives <= told.gets or found.now.left < 8
        assert worth is not None
        assert waits.after is None or not worth.lacks(waits.after)
        seen += 1
    assert seen or name != MAIN


def test_whoever_had_taken_a_package_is_told_that_it_was_overtaken() -> None:
    """A third has answered it with another; for whoever proposed it that is an answer to it."""
    opening = """
        NOTE ON THE LAKE
        1. They [shall|A,C] [may|B] give notice of works.
        2. A council [decides on works|A] [|B,C].
        -- when: silence
        -- guests: none
        -- fish: [more|A] [same|B,C]
    """
    words = "A:verb=will B:verb=will C:verb=will"
    talks = moved(lake(opening, parties=3), f"A tables {words}", "B accepts 1", "C tables A:verb=may C:verb=may")
    for who, told in ((B, [1]), (A, [])):
        found = desk(view(talks, who)).headlines
        assert [each.package for each in found if isinstance(each, events.Lapsed)] == told


@pytest.mark.parametrize("name", EVERY)
def test_the_end_compares_what_each_has(name: str) -> None:
    """With the walk-away, by the words or the whole sum, and with history; and each wording and pair in its part."""
    for game in (late_game(name, 1), late_game(name, 3), wild_game(name, 2)):
        *_, over = game
        found = desk(view(over, DelegationId("*gallery"))).ended
        for account in found.accounts if found else ():
            score, history = account.score, account.historical
            signed = found is not None and found.signed is not None
            assert account.apart == (score.words if signed else score.total) - account.walk_away
            assert account.better == (score.total - history.total if history else None)
            if signed:
                words = sum(score.word(issue.id) for issue in over.scenario.text.issues)
                assert words + sum(score.together(pair) or 0 for pair in set(score.pairs)) == score.words


@pytest.mark.parametrize("name", EVERY)
def test_the_end_tells_both_texts(name: str) -> None:
    """When the talks are over everybody's points lie open in their parts, mine first, and both texts clause by
    clause."""
    for game in (late_game(name, 1), late_game(name, 3), mixed_game(name, 1)):
        *_, over = game
        for who in watchers(over):
            seen = view(over, who)
            found = desk(seen).ended
            assert found is not None
            assert seen.verdict is not None
            assert [each.who for each in found.accounts] == sorted(seen.scenario.ids, key=lambda each: each != who)
            assert {each.who: each.score for each in found.accounts} == seen.verdict.scores
            assert found.signed == seen.verdict.outcome
            assert bool(found.text) == (found.signed is not None)
            assert bool(found.historical) == (seen.scenario.history is not None)
            assert (found.kind, found.left_by) == (seen.verdict.kind, seen.verdict.left_by)
            assert (found.refused_by, found.twice, found.brackets) == (
                seen.verdict.refused_by,
                seen.verdict.twice,
                seen.verdict.brackets,
            )
            assert found.lowest == lowest_band(seen.goodwill)
            for each in (*found.text, *found.historical):
                assert set(each.issues) <= {issue.id for issue in seen.scenario.text.issues}
                assert each.issue is None or each.issues == (each.issue,)
            if found.signed is not None:
                assert tuple(each.words for each in found.text if not each.issue) == plain(
                    seen.scenario.text, found.signed
                )


def test_every_printed_word_has_its_place() -> None:
    """The clause of an issue is the one in which its own words stand."""
    seen = view(opened(MAIN, as_written=True), RUS)
    paper = desk(seen).paper
    assert set(paper.places) | set(paper.beside) == {issue.id for issue in seen.scenario.text.issues}
    for clause in paper.clauses:
        for stretch in clause.stretches:
            if stretch.issue and not stretch.part:
                assert paper.places[stretch.issue] <= clause.number
