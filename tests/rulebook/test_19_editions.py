"""19. Editions: talks in which some issues are settled before the first word."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.scenario import Draw, Edition, Effect, Pair, Scenario, drawn, historical, in_edition
from game.talks import Amend, Record, Talks, Why, open_talks, play, read_record, replay, view, write_record
from game.talks.causes import Signed
from game.talks.refused import Refused
from game.text import OptionId
from tests.rulebook import COUNCIL, FISH, GUESTS, VERB, WHEN, A, B, after, ending, refused, scene, sheet, steps
from tests.rulebook.world import ally, around, branch, given, happening, paper, storm

APART = """
    NOTE ON THE LAKE
    1. They [shall|A] [may|B] give notice of works, in good time.
    2. A council [decides on works|A] [advises on works|B].
    3. Guests [have a vote|A] [|B] at its meetings.
    -- fish: [same|A] [more|B]
"""
FIXED = {WHEN: OptionId("time"), GUESTS: OptionId("none"), FISH: OptionId("same")}
"""The wordings at which the others are settled: worth 20, 30 and 20 points to everybody."""


def whole(**setting: Any) -> Scenario:
    """The talks in which everything is open."""
    return scene(APART, **setting)


def short(told: Scenario, **own: Any) -> Scenario:
    """Their edition in which only the verb and the council are."""
    edition = Edition(id="short", title="short", line="Short.", issues=(VERB, COUNCIL), fixed=FIXED, **own)
    return in_edition(replace(told, editions=(edition,)), "short")


def opened(**own: Any) -> Talks:
    """Talks of that edition."""
    return open_talks(short(whole(), **own), as_written=True)


def test_19_1_a_settled_issue_stands_in_the_text_and_nobody_can_move_it() -> None:
    """19.1 An issue that is not in play stands at its wording from the beginning: it is in no bracket, no move of a
    view touches it, and a package or a move alone that does is refused."""
    talks = opened()
    assert talks.brackets == (VERB, COUNCIL)
    assert talks.agreed == FIXED
    assert {move.issue for move in view(talks, A).legal.moves if isinstance(move, Amend)} == {VERB, COUNCIL}
    assert refused(talks, "A moves fish=same").kind == Why.STANDS_THERE
    assert refused(talks, "A moves fish=more").kind == Why.NO_WORDING
    assert refused(talks, "A tables B:fish=more A:verb=may").kind == Why.NO_WORDING
    assert refused(talks, "A asks fish").kind == Why.NO_FURTHER_STEP


def test_19_2_the_walk_away_falls_by_what_is_settled() -> None:
    """19.2 A settled wording is worth nothing, and the walk-away falls by what it was worth: each text lies as far
    above it as in the whole. An edition may state a walk-away of its own."""
    told = whole(sheets={A: sheet(walk_away=100), B: sheet(walk_away=90)})
    assert {who: one.reservation_value for who, one in short(told).instructions.items()} == {A: 30, B: 20}
    talks = after(open_talks(short(told), as_written=True), "A moves council=advises", "B moves verb=shall")
    talks = after(talks, "A initials", "B initials")
    scores = ending(talks).scores
    assert [scores[who].words for who in (A, B)] == [30, 30]
    assert [entry.ground for entry in scores[A].entries if isinstance(entry.ground, Signed)] == [
        Signed(VERB, OptionId("shall")),
        Signed(COUNCIL, OptionId("advises")),
    ]
    own = {A: replace(Edition(id="x", title="x", line="X.").own(A), reservation_value=33)}
    assert short(told, delegations=own).instructions[A].reservation_value == 33


def test_19_3_points_for_two_wordings_follow_the_one_that_is_negotiated() -> None:
    """19.3 Points for two wordings that are both settled come off the walk-away; for one that is, they are the other
    one's; for two that cannot stand together any more there are none."""
    both, one, none = ({FISH: "same", WHEN: "time"}, {FISH: "same", VERB: "will"}, {FISH: "more", VERB: "may"})
    pairs = tuple(
        Pair({issue: OptionId(option) for issue, option in each.items()}, points, "So it is.")
        for each, points in ((both, 5), (one, 7), (none, 9))
    )
    found = short(whole(sheets={A: sheet(walk_away=100, pairs=pairs)})).instructions[A]
    assert found.reservation_value == 100 - 70 - 5
    assert found.pairs == ()
    assert dict(found.points[VERB]) == {"shall": 10, "will": 27, "may": 30}


def test_19_4_conditions_go_on_reading_what_is_settled() -> None:
    """19.4 A test of the aftermath and a condition of an event read settled words as they read all others."""
    test = storm(branch((3, 1), "The fish were as before.", given("fish=same")), branch((0, 0), "They were not."))
    event = happening("gale", Effect(because="it blows", of=A, charge=-2), condition=given("guests=none"))
    told = short(whole(world={"aftermath": (test,), "happenings": (event,)}))
    talks = open_talks(told, as_written=True)
    assert talks.happened == {event.id}
    talks = after(talks, "A moves council=advises", "B moves verb=shall", "A initials", "B initials")
    assert [came.because for came in ending(talks).aftermath] == ["The fish were as before."]


def test_19_5_an_event_changes_nothing_of_what_is_not_there() -> None:
    """19.5 An event changes no settled wording, no mandate of an edition without mandates, and nothing in the mind of
    an audience that does not stay; the rest of it happens."""
    duke, post = ally("Duke", 20, verb=(20, 0, 0)), paper("Post", 0, verb=(20, 0, 0))
    event = happening(
        "gale",
        Effect(because="fish are dear", of=A, points={FISH: {OptionId("same"): 5}, VERB: {OptionId("may"): 5}}),
        Effect(because="the capital wakes", of=A, mandate=(COUNCIL,)),
        Effect(because="the duke hears", audience=duke.audience.id, threshold=5),
        Effect(because="the post prints", audience=post.audience.id, threshold=5),
    )
    world = {**around(duke, post), "happenings": (event,)}
    sheets = {A: sheet(mandate=steps(council="decides | advises, hears, none"))}
    told = short(whole(world=world, sheets=sheets), without=frozenset({"mandates"}), audiences=(post.audience.id,))
    (left,) = told.happenings
    assert [each.because for each in left.effects] == ["fish are dear", "the post prints"]
    talks = open_talks(told, as_written=True)
    assert talks.scenario.instructions[A].points[FISH] == {"same": 0}
    assert talks.scenario.instructions[A].points[VERB][OptionId("may")] == 35
    assert talks.scenario.judgements == {post.audience.id: replace(told.judgements[post.audience.id], threshold=5)}


def test_19_6_without_mandates_only_red_lines_bar() -> None:
    """19.6 In an edition without mandates every wording may be tabled that crosses no red line, and no capital can be
    asked for more."""
    told = whole(sheets={A: sheet(mandate=steps(council="decides | advises"), red_lines="verb=may")})
    talks = open_talks(short(told), as_written=True)
    assert refused(talks, "A moves council=advises").kind == Why.BEYOND_MANDATE
    talks = open_talks(short(told, without=frozenset({"mandates"})), as_written=True)
    assert not isinstance(play(talks, view(talks, A).legal.moves[0]), Refused)
    assert refused(talks, "A moves verb=may").kind == Why.FORBIDDEN
    assert refused(talks, "A asks council").kind == Why.NO_FURTHER_STEP
    assert after(talks, "A moves council=advises").agreed[COUNCIL] == "advises"


def test_19_7_the_seed_draws_within_bounds_that_have_moved_with_the_walk_aways() -> None:
    """19.7 The bounds of the draw are as far from the walk-aways as in the whole; what is drawn for a settled wording
    is nothing."""
    told = short(
        whole(sheets={A: sheet(walk_away=100)}, world={"draw": Draw(weights=20, reservation_value={A: (95, 99)})})
    )
    for seed in range(20):
        found = drawn(told, seed).instructions[A]
        assert 25 <= found.reservation_value <= 29
        assert found.points[FISH] == {"same": 0}


def test_19_8_a_record_names_the_edition() -> None:
    """19.8 A record names the edition that was played, and its moves are those of that edition; where none is named the
    whole was."""
    told = short(whole())
    talks = after(opened(), "A moves verb=may")
    record = Record("lake", "5f", talks.seed, {A: "person", B: "person"}, talks.moves, True, edition=told.edition)
    read = read_record(write_record(record))
    assert read.edition == "short"
    again, stopped = replay(open_talks(told, as_written=True), read.moves)
    assert (again, stopped) == (talks, None)
    assert read_record(write_record(replace(record, edition="whole"))).edition == "whole"


def test_19_9_what_is_left_of_an_edition_is_a_whole_text() -> None:
    """19.9 Whoever follows such talks takes over every word that was signed, the settled ones with the others."""
    talks = after(opened(), "A moves council=advises", "B moves verb=shall", "A initials", "B initials")
    signed = ending(talks).outcome
    assert signed is not None
    assert set(signed) == {VERB, WHEN, COUNCIL, GUESTS, FISH}
    assert historical(talks.scenario).edition == "short"
