"""A seat sees its own secret half and nobody else's, and the computer's move hangs on nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from game.delegations import computer
from game.scenario import (
    Aftermath,
    Branch,
    Delay,
    Draw,
    Instructions,
    Judgement,
    Remark,
    Scenario,
    Seed,
    Stake,
    Temperament,
    stream,
)
from game.seat import Seated, desk, encode, memo, setting
from game.talks import (
    CHAIR,
    GALLERY,
    Consult,
    Move,
    Propose,
    Refused,
    Say,
    Shift,
    Talks,
    View,
    open_talks,
    play,
    verdict,
    view,
)
from game.talks.events import Adjusted, Answered, Cabled, Charged
from game.text import DelegationId, IssueId, OptionId
from game.words.adviser import ToldCourse, told_counsel
from tests.library import DRILLS, EDITIONS, EVERY, LARGE_SLOWLY, MAIN, game, mixed_game, random_game, scenario
from tests.marking import leaves, marked, marker, numbers_of, numbers_of_nobody, secrets_in, told_in, unheard_in
from tests.night import tries


def watch(talks: Talks) -> None:
    """No watcher of the talks holds a secret of somebody else, or one that is nobody's."""
    told = talks.scenario
    for who in (*told.ids, GALLERY, CHAIR):
        others = [other for other in told.ids if other != who]
        seen = view(talks, who)
        assert secrets_in(seen, others, told) == [], who
        # The chair knows what it may let happen, by name and story; whose numbers that changes is no more in its view.
        assert unheard_in(replace(seen, to_come=()), talks) == [], who
        sent = [json.loads(each) for each in lying_before(seen)]
        assert told_in(sent, others, told) == [], who
        own = [*seen.own.cables, *seen.own.charges] if seen.own else []
        mine = [*(c for c in talks.cables if c.by == who), *talks.charges.get(who, ())]
        assert own == (mine if seen.own else [])
        kinds = Charged if who == CHAIR else Cabled | Answered | Charged
        assert all(event.by == who for event in seen.record if isinstance(event, kinds))
        adjusted = [event for event in seen.record if isinstance(event, Adjusted) and event.number != "mandate"]
        assert all(event.by in (who, None) for event in adjusted)


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_no_view_holds_another_seats_secret(name: str) -> None:
    """Under random play no string, number or object of another seat's instructions is in any view before the verdict;
    the gallery and the chair hold nobody's."""
    for seed in (1,):
        chance = Random(seed)
        for talks in random_game(open_talks(marked(scenario(name)), seed, as_written=True), chance):
            if verdict(talks) is None and chance.random() < 0.03:
                watch(talks)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_no_view_holds_another_seats_secret_in_many_games(name: str) -> None:
    """The same at every other moment of another game; at night at every one of four."""
    for seed in range(3, 3 + tries(1, 4)):
        for talks in random_game(open_talks(marked(scenario(name)), seed, as_written=True), Random(seed)):
            if verdict(talks) is None and talks.version % tries(2, 1) == 0:
                watch(talks)


def test_the_search_for_secrets_finds_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the envelopes were left in the view, the search would find words, numbers and the sheet itself."""
    monkeypatch.setattr(Scenario, "sealed_for", lambda told, _: told)
    told = marked(scenario(MAIN))
    russia, nato = told.ids
    talks = open_talks(told, as_written=True)
    leaked = secrets_in(view(talks, russia), [nato], talks.scenario)
    assert marker(nato) in leaked
    assert {told.instructions[nato].reservation_value, *numbers_of_nobody(talks.scenario)} <= set(leaked)
    assert numbers_of(talks.scenario, nato) <= set(leaked)
    roads = ("Instructions", "Judgement", "Happening", "Effect", "Draw", "Sequel", "Inheritance", "Reading", "Branch")
    assert {f"a road to {name}" for name in roads} <= set(leaked)
    assert len(set(unheard_in(view(talks, russia), talks))) > 5


def test_a_seat_has_its_own_secrets() -> None:
    """The search is not blind to what a seat may know: it finds its own marker and its own numbers."""
    told = marked(scenario(MAIN))
    for who in told.ids:
        found = set(leaves(view(open_talks(told, as_written=True), who)))
        assert marker(who) in found
        assert numbers_of(told, who) <= found


def test_the_sums_are_opened_at_the_end() -> None:
    """When the talks are over every watcher sees every score, with the sheets that it is counted by, and the chair
    hears what was charged and why; the scenario stays sealed."""
    told = marked(scenario("harbour"))
    *_, over = random_game(open_talks(told, 1, as_written=True), Random(1))
    for who in (*told.ids, GALLERY, CHAIR):
        seen = view(over, who)
        assert seen.verdict is not None
        assert set(seen.verdict.scores) == set(seen.verdict.sheets) == set(told.ids)
        assert set(seen.scenario.instructions) <= {who}
    assert view(over, CHAIR).record == over.events


def turned(told: Scenario, who: DelegationId) -> Scenario:
    """The scenario in which the secret half of everybody but `who` is another: points upside down, another walk-away,
    other pairs, stakes, prices, patience and brief, a mandate wide open at each of its steps; no red lines, but where
    allies or parliaments could be seen to keep them. What they all get out of the aftermath and their readings is
    another, too, and so is every number of the audiences, in ways that leave their moods."""
    return replace(
        told,
        instructions={d: sheet if d == who else _turned(told, d) for d, sheet in told.instructions.items()},
        judgements={audience: _raised(judgement) for audience, judgement in told.judgements.items()},
        aftermath=tuple(_tested_otherwise(test, who) for test in told.aftermath),
        readings=tuple(each if each.of == who else replace(each, gain=9 - each.gain) for each in told.readings),
        remarks=_others_silent(told, who),
    )


def _others_silent(told: Scenario, who: DelegationId) -> tuple[Remark, ...]:
    """The lines that a seat may hold: without those that were written for others."""
    return tuple(line for line in told.remarks if line.of in (None, who))


def _turned(told: Scenario, whose: DelegationId) -> Instructions:
    sheet = told.instructions[whose]
    watched = any(audience.power != "press" for audience in told.audiences_of(whose))
    every: dict[IssueId, frozenset[OptionId]] = {i.id: frozenset(o.id for o in i.options) for i in told.text.issues}
    widest = (
        {issue: frozenset[OptionId]().union(*steps) for issue, steps in sheet.mandate.items()} if watched else every
    )
    return replace(
        sheet,
        points={
            issue: dict(zip(options, reversed(list(options.values())), strict=True))
            for issue, options in sheet.points.items()
        },
        reservation_value=sheet.reservation_value // 3 - 7,
        delay=Delay(sheet.delay.points + 3, sheet.delay.hours / 2),
        brief=replace(sheet.brief, sender="Another", paragraphs=("Do otherwise.",)),
        pairs=(),
        red_lines=sheet.red_lines if watched else {},
        mandate={
            issue: ((widest if watched else every)[issue],) * len(steps) for issue, steps in sheet.mandate.items()
        },
        unheard={option: 2 * points + 1 for option, points in sheet.unheard.items()},
        temperament=Temperament(0.01, 0.99, 0.02),
        stakes={side.id: Stake(7, -7) for side in told.side_texts},
    )


def _raised(judgement: Judgement) -> Judgement:
    """A sheet with other numbers that is content with the same texts, as far and for the same words."""
    raised = {issue: 3 + 5 * place for place, issue in enumerate(judgement.points)}
    points = {
        issue: {option: single + raised[issue] for option, single in row.items()}
        for issue, row in judgement.points.items()
    }
    return replace(judgement, points=points, threshold=judgement.threshold + sum(raised.values()))


def _tested_otherwise(test: Aftermath, who: DelegationId) -> Aftermath:
    def counted(branch: Branch) -> Branch:
        return replace(branch, points={d: n if d == who else 5 - n for d, n in branch.points.items()})

    return replace(test, branches=tuple(map(counted, test.branches)), no_text=counted(test.no_text))


@cache
def recorded(name: str, seed: int) -> Talks:
    """A game of mixed hands, or of the computer against itself, when it is over; instructions as they are written."""
    opening = open_talks(scenario(name), seed, as_written=True)
    *_, over = mixed_game(name, seed, as_written=True) if seed % 2 else game(opening)
    return over


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_the_others_secrets_change_no_view_and_no_move(name: str) -> None:
    """With another secret half of everybody else, and other numbers of the audiences that leave their moods, the same
    moves give a seat the same view at every turn, the computer the same move for the same reason, and the adviser the
    same words."""
    told = scenario(name)
    compared = 0
    for seed in range(4 if name in DRILLS else 1):
        over = recorded(name, seed)
        for who in told.ids:
            compared += compare(over, who, told, turned(told, who))
    assert compared > 12


def compare(over: Talks, who: DelegationId, told: Scenario, other: Scenario) -> int:
    """Replay a game in both scenarios, and compare what one seat sees and would do; how many turns were compared."""
    here, there = (open_talks(each, over.seed, as_written=True) for each in (told, other))
    compared = 0
    for move in over.moves:
        if here.floor == who:
            mine, same = view(here, who), view(there, who)
            assert mine == same
            assert repr(mine) == repr(same)
            assert lying_before(mine) == lying_before(same)
            key = f"{here.version}"
            assert computer(mine, Random(key)) == computer(same, Random(key))
            if compared % 5 == 0:
                assert advised(mine, move) == advised(same, move)
            compared += 1
        assert view(here, GALLERY) == view(there, GALLERY)
        played, again = play(here, move), play(there, move)
        assert not isinstance(played, Refused)
        if isinstance(again, Refused):
            # A mandate wide open has no limit that the agreed words could exclude, so its capital asks for more.
            assert isinstance(move, Consult)
            break
        here, there = played, again
    return compared


def lying_before(seen: View) -> tuple[str, str]:
    """All that a face is given of a seat, byte for byte, worked out anew: the desk and the setting."""
    memo.forget()
    return encode(desk(seen)), encode(setting(seen))


def advised(seen: View, made: Move) -> tuple[tuple[ToldCourse, ...], list[tuple[str, ...]]]:
    """All that an adviser says at a moment: what it would do, and its words before the move that was made and before
    others that could be."""
    heard = told_counsel(Seated(seen))
    return heard.courses, [heard.warnings(move) for move in (made, *seen.legal.moves[:25])]


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_a_view_hangs_on_nothing_that_is_sealed(name: str) -> None:
    """At moments of games, everything that a seat may not know is exchanged at once: the sheets of the others with red
    lines and mandates, what their allies and parliaments think and how far that has woken, all that is to come, how
    instructions are drawn, what other talks would leave. Its view is the same."""
    for seed in (1, 2):
        chance = Random(seed)
        for talks in mixed_game(name, seed):
            if verdict(talks) is None and chance.random() < 0.2:
                for who in (*talks.scenario.ids, GALLERY):
                    mine, same = view(talks, who), view(sealed_otherwise(talks, who), who)
                    assert mine == same
                    assert lying_before(mine) == lying_before(same)


@pytest.mark.parametrize("name", EVERY)
def test_what_is_drawn_for_others_changes_no_view_and_no_move(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a key that draws other sheets for everybody else, and another world to come, a seat's view is the same at
    each of its turns, and so are the computer's move and its remark; until the world itself differs in public."""
    key, told = bytes(range(16)), scenario(name)
    *_, over = random_game(open_talks(told, key), Random(3))
    compared = differ = 0
    for who in told.ids:

        def mine(seed: Seed, purpose: str, label: str, who: DelegationId = who) -> Random:
            """My own sheet, and what audiences ask for, from the one key; everything else from another."""
            kept = purpose == "audience" or (purpose == "sheet" and label.endswith(f" {who}"))
            return stream(seed if kept else bytes(16), purpose, label)

        here = open_talks(told, key)
        with monkeypatch.context() as patched:
            patched.setattr("game.scenario.draw.stream", mine)
            there = open_talks(told, key)
        differ += here.scenario.instructions != there.scenario.instructions
        for move in over.moves:
            if here.happened != there.happened:
                break
            if here.floor == who:
                seen, same = view(here, who), view(there, who)
                assert seen == same
                if compared % 4 == 0:
                    assert computer(seen, Random(compared)) == computer(same, Random(compared))
                compared += 1
            played, again = play(here, move), play(there, move)
            assert not isinstance(played, Refused)
            if isinstance(again, Refused):
                break
            here, there = played, again
    assert compared >= len(told.ids)
    assert differ == (len(told.ids) if told.draw else 0)


def sealed_otherwise(talks: Talks, who: DelegationId) -> Talks:
    """The same talks with everything exchanged that one watcher may not know."""
    told = talks.scenario
    others = [each for each in told.audiences if str(each.id) != who]
    judges = {each.id for each in others if each.of != who and each.power != "press"}
    other = replace(
        turned(told, who),
        judgements={
            each: Judgement({i: dict.fromkeys(row, -1) for i, row in judgement.points.items()}, 99_999)
            if each in judges
            else judgement
            if str(each) == who
            else _raised(judgement)
            for each, judgement in told.judgements.items()
        },
        happenings=(),
        draw=Draw(weights=1),
        sequel=None,
        readings=tuple(each for each in told.readings if each.of == who),
        remarks=_others_silent(told, who),
        instructions={
            d: sheet if d == who else replace(_turned(told, d), red_lines={}, mandate={})
            for d, sheet in told.instructions.items()
        },
    )
    return replace(
        talks,
        scenario=other,
        happened=frozenset(),
        woken={each: 50 if each in judges else down for each, down in talks.woken.items()},
        rebuffed={d: words for d, words in talks.rebuffed.items() if d == who},
        charges={d: charges for d, charges in talks.charges.items() if d == who},
        steps={key: step for key, step in talks.steps.items() if key[0] == who},
        cables=tuple(cable for cable in talks.cables if cable.by == who),
        applauded=talks.applauded & {who},
    )


def test_ones_own_secrets_do_change_the_move() -> None:
    """The comparison is not blind: with another secret half of its own the computer plays otherwise."""
    told = scenario(MAIN)
    russia, nato = told.ids
    over = recorded(MAIN, 1)
    here, there = (open_talks(each, over.seed, as_written=True) for each in (told, turned(told, nato)))
    differ = 0
    for move in over.moves:
        if here.floor == russia:
            key = f"{here.version}"
            differ += computer(view(here, russia), Random(key)) != computer(view(there, russia), Random(key))
        played, again = play(here, move), play(there, move)
        assert not isinstance(played, Refused)
        if isinstance(again, Refused):
            break
        here, there = played, again
    assert differ > 5


def test_off_the_record_stays_there() -> None:
    """At a table of three, a third seat's view is the same whether or not two others exchange a non-paper, but for the
    hours, the number of moves and who has the floor."""
    told = scenario("three-rivers")
    first, second, third = told.ids
    issue = told.text.issues[0]
    here = open_talks(told)
    option = next(o.id for o in issue.options if o.id != here.positions[second][issue.id])
    quiet = play(here, Propose(first, (Shift(second, issue.id, option),), off_record=True, remark="Between us."))
    assert not isinstance(quiet, Refused)
    seen = view(quiet, third)
    assert seen.packages == ()
    assert seen.record == view(here, third).record
    assert "Between us." not in repr(seen)
    said = play(here, Say(first, remark="Aloud."))
    assert not isinstance(said, Refused)
    assert "Aloud." in repr(view(said, third))
