from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.scenario import Draw, Instructions, Judgement, SideTextId
from game.talks import (
    CHAIR,
    GALLERY,
    Accept,
    Amend,
    Announce,
    ChairMove,
    Circulate,
    Consult,
    Hold,
    Interpret,
    Leave,
    Move,
    Propose,
    Refused,
    Respond,
    Say,
    Sign,
    Sound,
    Talks,
    Why,
    view,
)
from game.text import OptionId, draft
from tests.library import EVERY, opened, random_game
from tests.marking import reached
from tests.rulebook import COUNCIL, FISH, VERB, WHEN, A, B, after, lake, refused, sheet, steps
from tests.rulebook.world import (
    EARLY,
    LATE,
    World,
    ally,
    around,
    branch,
    fair,
    given,
    happening,
    paper,
    parliament,
    reading,
    storm,
)

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [decides on works|A] [|B].
    -- guests: none
    -- fish: [same|A] [more|B]
"""
CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works.
    2. A council decides on works.
    -- when: silence
    -- guests: none
    -- fish: same
"""


def test_a_seat_sees_its_own_sheet_and_no_other() -> None:
    """A view holds the envelope of its seat; the gallery and the chair hold none."""
    talks = lake(OPENING)
    for who in (A, B):
        assert tuple(view(talks, who).scenario.instructions) == (who,)
    for who in (GALLERY, CHAIR):
        seen = view(talks, who)
        assert (dict(seen.scenario.instructions), seen.own, seen.me) == ({}, None, None)
        assert {isinstance(move, ChairMove) for move in seen.legal.moves} == ({True} if who == CHAIR else set())


def test_the_view_says_why_a_move_is_not_open() -> None:
    """For each kind of move that cannot be made now the view says why."""
    talks = lake(OPENING, sheets={A: sheet(mandate=steps(council="decides | none"))})
    why = view(talks, A).legal.why_not
    assert why[Sign] == Refused(kind=Why.BRACKETS, issues=talks.brackets[:3], number=len(talks.brackets))
    assert Consult in why
    assert Amend not in why
    assert set(view(talks, B).legal.why_not.values()) == {Refused(kind=Why.NOT_YOUR_TURN, delegation=A)}


def test_while_it_is_held_up_or_frozen_the_view_says_so_of_every_kind() -> None:
    """While a side text is held up, or closing statements are made, the view says so for every kind of move but
    the one that is due, packages among them."""
    held = after(lake(OPENING, world=around(side_texts=(fair(),))), "A holds fair")
    frozen = after(lake(CLEAN, world=around(readings=(reading("hope", B),))), "A initials", "B initials")
    cases: tuple[tuple[Talks, type[Move], Refused], ...] = (
        (held, Respond, Refused(kind=Why.HELD_UP, delegation=A, side_text=SideTextId("fair"))),
        (frozen, Interpret, Refused(kind=Why.FROZEN)),
    )
    for talks, due, reason in cases:
        why = view(talks, B).legal.why_not
        assert {Propose, Accept, Amend, Sign, Say, Hold, Announce, Circulate} <= set(why)
        assert due not in why
        assert set(why.values()) == {reason}


def test_the_view_says_which_kinds_are_open() -> None:
    """A kind of move is open if the view lists one of it, a package if it says where one may move."""
    seen = view(lake(OPENING), A)
    assert seen.legal.may(Propose)
    assert not seen.legal.may(Sign)
    assert not seen.legal.may(Consult)
    assert not view(lake(OPENING), B).legal.may(Propose)
    assert seen.legal.own is not None
    assert seen.legal.own[VERB] == {"will", "may"}


def test_the_mandate_is_in_view() -> None:
    """A seat sees what it may propose in each issue now."""
    talks = lake(OPENING, sheets={A: sheet(mandate=steps(council="decides | none"), red_lines="when=silence")})
    own = view(talks, A).own
    assert own is not None
    assert own.mandate[COUNCIL] == {"decides"}
    assert own.mandate[WHEN] == {"month", "time"}
    assert own.mandate[VERB] == {"shall", "will", "may"}


def test_whoever_has_to_swap_has_the_floor() -> None:
    """A parliament that sends the text back at the last initial leaves the floor to its own delegation, and so it is
    where it does so after a closing statement."""
    for who in (A, B):
        diet = parliament("Diet", 10, of=who, council=(0, 10, 20, 30))
        at_once = after(lake(CLEAN, world=around(diet)), "A initials", "B initials")
        spoken = after(lake(CLEAN, world=around(diet, readings=(reading("hope", B),))), "A initials", "B initials")
        for talks in (at_once, after(spoken, "B reads -")):
            assert talks.returned == ("DIET",)
            assert talks.floor == who
            assert view(talks, who).my_turn


def test_what_would_be_if_can_be_asked() -> None:
    """A view can say what the positions would be after a package, without making it."""
    talks = after(lake(OPENING), "A tables A:fish=more B:verb=shall")
    seen = view(talks, B)
    there = seen.after(seen.packages[0].shifts)
    assert there[B][VERB] == "shall"
    assert there[A][FISH] == "more"
    assert seen.positions[B][VERB] == "will"


@pytest.mark.parametrize("who", [GALLERY, CHAIR])
def test_the_gallery_has_no_points(who: str) -> None:
    """Whoever has no sheet is told so when asked for its points."""
    seen = view(lake(OPENING), GALLERY if who == GALLERY else CHAIR)
    for ask in (lambda: seen.worth({}), seen.reach, lambda: seen.ending(None)):
        with pytest.raises(LookupError, match="the gallery has no sheet"):
            ask()


def test_the_best_and_the_worst_hold_what_lies_between() -> None:
    """What a seat can reach at the best and at the worst counts every bracket for it and against it, word by word."""
    seen = view(lake(OPENING, sheets={A: sheet()}), A)
    worst, best = seen.reach()
    points = seen.own.instructions.points if seen.own else {}
    mine = seen.positions[A]
    assert best == sum(points[issue][option] for issue, option in mine.items())
    assert worst == sum(min(points[i][p[i]] for p in seen.positions.values()) for i in mine)


@pytest.mark.parametrize("name", EVERY)
def test_all_watchers_see_one_table(name: str) -> None:
    """At moments of a random game all watchers see the same draft, hour and floor; the chair counts every move, and
    each other watcher those that it notices."""
    chance = Random(30)
    for talks in random_game(opened(name, 3), Random(3)):
        if chance.random() > 0.4:
            continue
        seen = [view(talks, who) for who in (*talks.scenario.ids, GALLERY, CHAIR)]
        assert len({(one.hours, one.floor, one.initials, one.brackets) for one in seen}) == 1
        assert max(one.version for one in seen) == seen[-1].version == talks.version
        assert all(one.draft == draft(talks.scenario.text, talks.positions) for one in seen)
        assert [one.who for one in seen if one.my_turn] == ([talks.floor] if seen[0].verdict is None else [])


def test_positions_tabled_and_positions_left_are_kept_apart() -> None:
    """Positions that were tabled and positions that were left are kept apart."""
    talks = after(lake(OPENING), "A moves verb=may")
    seen = view(talks, B)
    assert {(s.delegation, s.option) for s in seen.given_up} == {(A, OptionId("shall"))}
    assert (A, VERB, "may") not in {(s.delegation, s.issue, s.option) for s in seen.tabled}


JUDGES = (
    ally("Duke", 10, council=(0, 10, 20, 30)),
    parliament("Diet", 20, of=B, council=(0, 10, 20, 30)),
    paper("Gazette", 15, verb=(20, 10, 0)),
)
WATCHERS = (A, B, GALLERY, CHAIR)


def watched(draft: str = OPENING) -> Talks:
    """Talks with somebody of each kind outside, two side texts, a reading for each, a test and a flood to come."""
    tests = (storm(branch((5, -5), "Warm.", given(goodwill=("warm",))), branch((1, 2), "Not."), no_text=(3, 4)),)
    rest = World(
        phases=(EARLY, LATE),
        side_texts=(fair(phase=EARLY), fair(by=B, phase=LATE, name="market")),
        readings=(reading("promise", A, wakes=5), reading("hope", B, wakes=5)),
        happenings=(happening("flood", condition=given("council=hears")),),
        aftermath=tests,
    )
    return lake(draft, world=around(*JUDGES, **rest))


def test_a_mood_is_told_to_whom_it_is_shown() -> None:
    """A view holds the mood of its own audiences and of those that press, whoever they press; the gallery has the press
    only, the chair everybody."""
    shown = {who: [standing.mood for standing in view(watched(), who).standings.values()] for who in WATCHERS}
    assert {who: list(view(watched(), who).standings) for who in WATCHERS} == {
        A: ["DUKE", "GAZETTE"],
        B: ["DIET", "GAZETTE"],
        GALLERY: ["GAZETTE"],
        CHAIR: ["DUKE", "DIET", "GAZETTE"],
    }
    assert shown == {
        A: ["against", "content"],
        B: ["content", "content"],
        GALLERY: ["content"],
        CHAIR: ["against", "content", "content"],
    }


def test_what_outsiders_think_is_in_no_view() -> None:
    """Points and thresholds of audiences, what is still to happen and the bounds of the draw are in no view, and of the
    aftermath and the readings only one's own."""
    draw = Draw(weights=10)
    talks = watched()
    for told in (talks, replace(talks, scenario=replace(talks.scenario, draw=draw))):
        for who in WATCHERS:
            scenario = view(told, who).scenario
            assert (scenario.judgements, scenario.happenings, scenario.draw) == ({}, (), None)
            tests = [each for test in scenario.aftermath for each in (*test.branches, test.no_text)]
            assert {delegation for each in tests for delegation in each.points} == {who} & {A, B}
            assert {each.of for each in scenario.readings} == {who} & {A, B}
            assert not any(isinstance(held, Judgement) for held in reached(view(told, who)))
            envelopes = [held for held in reached(view(told, who)) if isinstance(held, Instructions)]
            assert envelopes == [told.scenario.instructions[each] for each in (A, B) if each == who]


def test_all_see_how_the_table_stands() -> None:
    """Every watcher sees goodwill, what is held up, what was told to the newspapers, whose allies have consented, which
    parliament has sent a text back, whether the text is frozen, and when the clock will strike."""
    announced = after(watched(), "A announces verb=shall")
    assert announced.goodwill == {(A, B): 4}
    held = after(announced, 'B says "Well."', "A holds fair")
    consented = after(watched(CLEAN.replace("decides", "advises")), "A circulates")
    frozen = after(consented, "B initials", "A initials")
    returned = after(frozen, "A reads promise", "B reads -")
    assert (frozen.closing, returned.returned, returned.deadline) == (True, ("DIET",), 24.0)
    for talks in (announced, held, consented, frozen, returned):
        for who in WATCHERS:
            seen = view(talks, who)
            told = (seen.goodwill, seen.held, seen.committed, seen.closing, seen.returned, seen.deadline)
            assert told == (
                talks.goodwill,
                talks.held,
                talks.committed,
                talks.closing,
                talks.returned,
                talks.deadline,
            )
            assert seen.consented == (frozenset({A}) if talks in (consented, frozen) else frozenset())


def test_a_seat_sees_what_is_due_of_itself() -> None:
    """A seat sees whether its allies have still to consent and the statements that it could make, and not those of
    others; which wordings are barred, and for whom, all see."""
    talks = watched(CLEAN)
    assert [view(talks, who).seat.needs_consent for who in (A, B)] == [True, False]
    assert [[each.id for each in view(talks, who).seat.readings] for who in (A, B)] == [["promise"], ["hope"]]
    talks = after(talks, "A circulates")
    decides = COUNCIL, OptionId("decides")
    assert [(lock.of, lock.kind) for who in (A, B) for lock in view(talks, who).locks[decides]] == [(A, "barred")] * 2
    talks = after(talks, "B moves council=advises", "A circulates")
    assert [view(talks, who).seat.needs_consent for who in (A, B)] == [False, False]


def test_the_moves_around_the_table_are_listed() -> None:
    """The view lists whatever a seat could do around the table: hold up its side text, announce where it stands in each
    bracket, sound each of its allies, circulate, answer, read; and says why the others are shut."""
    seen = view(watched(), A)
    kinds = (Hold, Announce, Sound, Circulate, Respond, Interpret)
    assert [seen.legal.may(kind) for kind in kinds] == [True, True, True, False, False, False]
    assert [move.side_text for move in seen.legal.moves if isinstance(move, Hold)] == ["fair"]
    assert [move.audience for move in seen.legal.moves if isinstance(move, Sound)] == ["DUKE"]
    assert {move.issue for move in seen.legal.moves if isinstance(move, Announce)} == {VERB, WHEN, COUNCIL, FISH}
    why = seen.legal.why_not
    for kind, move in ((Circulate, "A circulates"), (Respond, "A gives"), (Interpret, "A reads -")):
        assert why[kind] == refused(watched(), move)
    held = view(after(watched(), "A holds fair"), B)
    assert [move.how for move in held.legal.moves if isinstance(move, Respond)] == ["give", "swap", "sit"]
    assert {type(move) for move in held.legal.moves} == {Respond, Leave}


def test_a_view_knows_the_phase() -> None:
    """A view tells in which stretch of the calendar the talks are, and none where the scenario has none."""
    talks = after(lake(OPENING, hours=2, world=World(phases=(EARLY, LATE))), 'A says "."')
    assert view(talks, A).phase == EARLY
    assert view(after(talks, 'B says "."'), A).phase == LATE
    assert view(lake(OPENING), A).phase is None


def test_wishes_name_what_may_still_be_written() -> None:
    """What would please an audience is told as wordings that its delegation may still stand for: none across a red line
    or barred; in a clean text any issue is named."""
    duke = ally("Duke", 99, council=(0, 10, 20, 30), fish=(0, 9))
    talks = lake(
        CLEAN.replace("fish: same", "fish: more"), sheets={A: sheet(red_lines="council=none")}, world=around(duke)
    )
    (standing,) = view(talks, A).standings.values()
    assert [(wish.issue, wish.option) for wish in standing.wishes] == [(COUNCIL, "hears"), (FISH, "same")]
    assert [each.wishes for each in view(after(talks, "A circulates"), A).standings.values()] == [
        (standing.wishes[0],)
    ], "one bracket is open now"


def test_what_the_press_wishes_tells_nothing_of_instructions() -> None:
    """What would please a newspaper is seen by all, so it does not hang on the red lines of its delegation."""
    gazette = paper("Gazette", 0, council=(0, 10, 20, 30))
    for red_lines in ("", "council=none", "council=none verb=may"):
        talks = lake(OPENING, sheets={A: sheet(red_lines=red_lines)}, world=around(gazette))
        (standing,) = view(talks, B).standings.values()
        assert [(wish.issue, wish.option) for wish in standing.wishes] == [(COUNCIL, "none")]
