"""16. What the seed draws before the first word, and what earlier talks have left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from game.scenario import (
    AudienceId,
    Draw,
    DrawnTemperament,
    Effect,
    History,
    Inheritance,
    Instructions,
    Past,
    Scenario,
    Sequel,
    Temperament,
    drawn,
)
from game.talks import (
    EARLIER,
    GALLERY,
    Charge,
    Record,
    Talks,
    open_talks,
    past_of,
    read_record,
    replay,
    view,
    write_record,
)
from game.talks.causes import Decreed, LeftBehind
from game.text import DelegationId, IssueId, OptionId
from tests.rulebook import COUNCIL, VERB, A, B, C, after, lake, numbers, scene, sheet
from tests.rulebook.world import World, ally, around, given

CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works, in good time.
    2. A council hears of works.
    -- guests: none
    -- fish: more
"""
SEEDS = range(60)
DUKE = AudienceId("DUKE")
BOUNDS = Draw(
    weights=20,
    reservation_value={A: (8, 14)},
    threshold={DUKE: (15, 25)},
    temperament={A: DrawnTemperament(patience=(0.2, 0.4))},
)


def told(draw: Draw | None = BOUNDS) -> Scenario:
    """A scenario in which the seed draws within these bounds."""
    world = around(ally("Duke", 20, verb=(20, 0, 0)))
    return scene(CLEAN, world={**world, "draw": draw} if draw else world)


def sheets_of(scenario: Scenario) -> list[dict[IssueId, dict[OptionId, int]]]:
    """The points of all sheets."""
    return [{issue: dict(row) for issue, row in one.points.items()} for one in scenario.instructions.values()]


def best(instructions: Instructions) -> int:
    """Points of the best text on a sheet."""
    return sum(max(row.values()) for row in instructions.points.values())


def test_16_1_the_same_seed_draws_the_same() -> None:
    """16.1 The same seed draws the same instructions, always; another seed draws others."""
    assert drawn(told(), 4) == drawn(told(), 4)
    assert open_talks(told(), 4) == open_talks(told(), 4)
    drawings = [sheets_of(drawn(told(), seed)) for seed in SEEDS]
    assert all(one != other for one, other in pairwise(drawings))


def test_16_2_weights_move_within_their_bounds() -> None:
    """16.2 On each sheet the weight of each issue moves by so many per cent at most, against that of any other; within
    an issue the order and the proportions of its wordings stay, up to rounding."""
    moved = 0
    for seed in SEEDS:
        for one in drawn(told(), seed).instructions.values():
            factors = [max(row.values()) / max(sheet().points[issue].values()) for issue, row in one.points.items()]
            assert max(factors) / min(factors) <= 1.2 / 0.8 + 0.06, "a twentieth for rounding"
            moved += max(factors) > 1.05
            for issue, row in one.points.items():
                unit = max(row.values()) / len(row)
                assert all(abs(single - unit * place) <= 1 for place, single in enumerate(row.values(), 1)), issue
    assert moved > len(SEEDS)


def test_16_3_the_best_text_keeps_its_worth() -> None:
    """16.3 Whatever is drawn, the best text is worth to a delegation what it was worth before, up to rounding, so that
    no seed is a rich one."""
    for seed in SEEDS:
        assert all(abs(best(one) - best(sheet())) <= 2 for one in drawn(told(), seed).instructions.values())


def test_16_4_walk_aways_thresholds_and_temperaments() -> None:
    """16.4 Walk-aways, thresholds and temperaments are drawn between their bounds, the bounds among them; what is not
    named stays as it is written."""
    drawings = [drawn(told(), seed) for seed in range(200)]
    assert {one.instructions[A].reservation_value for one in drawings} == set(range(8, 15))
    assert {one.judgements[DUKE].threshold for one in drawings} == set(range(15, 26))
    assert all(0.2 <= one.instructions[A].temperament.patience <= 0.4 for one in drawings)
    for one in drawings:
        assert one.instructions[B].reservation_value == 10
        assert one.instructions[B].temperament == sheet().temperament
        assert one.instructions[A].temperament.candour == sheet().temperament.candour
        assert one.judgements[DUKE].points == told().judgements[DUKE].points


def test_16_5_without_bounds_every_seed_is_the_same() -> None:
    """16.5 Where the scenario states no bounds, every seed plays what is written."""
    assert all(drawn(told(None), seed) == told(None) for seed in SEEDS)


def test_16_6_as_written_is_as_written() -> None:
    """16.6 Talks can be opened as they are written, whatever the seed: so it is in class, where all tables have the
    same."""
    for seed in SEEDS:
        assert open_talks(told(), seed, as_written=True).scenario == told()


def test_16_7_nothing_of_one_sheet_can_be_read_off_another() -> None:
    """16.7 Each sheet is drawn by a chance of its own: whatever another sheet is, what its bounds are or what an
    audience thinks, a delegation draws the same."""
    other = replace(told(), instructions={**told().instructions, B: sheet(walk_away=80)})
    wider = told(replace(BOUNDS, reservation_value={A: (8, 14), B: (1, 99)}, threshold={}))
    for seed in SEEDS:
        own = drawn(told(), seed).instructions[A]
        assert drawn(other, seed).instructions[A] == own
        assert drawn(wider, seed).instructions[A] == own
    both = [drawn(told(), seed).instructions for seed in SEEDS]
    assert sum(one[A].points == one[B].points for one in both) < 3


def test_16_8_history_could_have_happened() -> None:
    """16.8 If the historical text is agreeable to a delegation as its sheet is written, it is so on every sheet that is
    drawn; a delegation to which it was not is not bound to that."""
    bounds = replace(BOUNDS, weights=60, reservation_value={A: (85, 120), B: (80, 120)})
    written = replace(told(bounds), instructions={A: sheet(walk_away=98), B: sheet(walk_away=102)})
    words = written.delegations[0].opening
    assert sheet().utility(words) == 100
    history = replace(written, history=History("The note", date(1994, 6, 2), words))

    def least(scenario: Scenario, who: DelegationId) -> int:
        """By how much the note beats the walk-away, on the sheet of the seed on which it does so least."""
        sheets = [drawn(scenario, seed).instructions[who] for seed in SEEDS]
        return min(one.utility(words) - one.reservation_value for one in sheets)

    assert least(history, A) >= 0
    assert least(history, B) < 0
    assert least(written, A) < 0, "without history nothing binds the draw"


def test_16_9_the_cable_says_what_was_drawn() -> None:
    """16.9 The cable that a seat reads names the walk-away that was drawn for it; the bounds are in no view."""
    scenario = told()
    cable = replace(sheet().brief, paragraphs=("Sign nothing below {walk_away}.",))
    written = {who: replace(one, brief=cable) for who, one in scenario.instructions.items()}
    talks = open_talks(replace(scenario, instructions=written), 3)
    value = talks.scenario.instructions[A].reservation_value
    assert view(talks, A).seat.instructions.cable == (f"Sign nothing below {value}.",)
    assert all(view(talks, who).scenario.draw is None for who in (A, B, GALLERY))


def test_16_10_then_there_is_no_more_chance() -> None:
    """16.10 Once the first cable can be read nothing is left to chance: the same moves give the same talks."""
    talks = after(open_talks(told(), 5), "A circulates", "B moves verb=will", 'A says "Hm."')
    again, refused = replay(open_talks(told(), 5), talks.moves)
    assert refused is None
    assert again == talks


# ---- sequels -------------------------------------------------------------------------------------------------------

FIRST = IssueId("status")
NO_NOTE = "the river has no note"
SEQUEL = Sequel(
    "the-river",
    goodwill=True,
    words=(
        Inheritance(
            "The river has a council.",
            (Effect("the river has a council", of=A, reservation_value=-3),),
            given("status=council"),
        ),
        Inheritance("It binds.", (Effect("the river binds", of=B, charge=-1),), given(binds="status=2 status=3")),
        Inheritance("It went cold.", (Effect("it went cold", between=(A, B), goodwill=-1),), given(goodwill=("cold",))),
    ),
    no_text=Inheritance("Nothing was signed.", (Effect(NO_NOTE, of=A, reservation_value=2),)),
)  # fmt: skip


def follows(past: Past | None, sequel: Sequel = SEQUEL, *, seed: int = 1) -> Talks:
    """The opening of talks that follow others."""
    return open_talks(scene(CLEAN, world=World(sequel=sequel)), seed, past=past)


def river(option: str | None, binds: int = 0, goodwill: int = 5) -> Past:
    """What the talks on the river have left."""
    words = {FIRST: OptionId(option)} if option else None
    return Past("the-river", {(A, B): goodwill}, words, {FIRST: binds} if option else {})


def heard(talks: Talks) -> list[tuple[object, ...]]:
    """What the record of an opening says of numbers."""
    return numbers(talks.events)


@pytest.mark.parametrize(("carried", "begins"), [(True, 8), (False, 5)])
def test_16_11_goodwill_is_carried_over(carried: bool, begins: int) -> None:
    """16.11 Goodwill begins where it ended in the talks before, if the scenario says so, and the record says why;
    between two who did not meet there it begins as it is written."""
    sequel = replace(SEQUEL, goodwill=carried)
    talks = follows(river("tolls", goodwill=8), sequel)
    assert talks.goodwill == {(A, B): begins}
    assert heard(talks) == ([((A, B), 5, 8, LeftBehind())] if carried else [])
    three = scene(CLEAN, parties=3, world=World(sequel=sequel))
    talks = open_talks(three, past=river("tolls", goodwill=8))
    assert talks.goodwill == {(A, B): begins, (A, C): 5, (B, C): 5}


def test_16_12_words_are_carried_over() -> None:
    """16.12 What was signed before changes numbers here when the talks open: every entry whose condition holds, on the
    words there, on how far they bound and on how the talks there ended; each with its reason."""
    talks = follows(river("council", binds=2))
    assert talks.scenario.instructions[A].reservation_value == 7
    assert talks.charges == {B: (Charge(-1, Decreed(EARLIER, "the river binds")),)}
    lower = (A, "walk-away", 10, 7, Decreed(EARLIER, "the river has a council"))
    assert heard(talks) == [lower, (B, -1, Decreed(EARLIER, "the river binds"))]
    assert heard(follows(river("council", binds=1))) == [lower]
    assert heard(follows(river("tolls", goodwill=3)))[1:] == [((A, B), 3, 2, Decreed(EARLIER, "it went cold"))]
    assert heard(follows(river("tolls"))) == []


def test_16_13_so_is_that_nothing_was_signed() -> None:
    """16.13 Where nothing was signed before, the entry for that counts, and no other."""
    talks = follows(river(None, goodwill=3))
    assert heard(talks)[1:] == [(A, "walk-away", 10, 12, Decreed(EARLIER, NO_NOTE))]
    assert talks.goodwill == {(A, B): 3}
    assert heard(follows(river(None), replace(SEQUEL, no_text=None))) == []


def test_16_14_only_of_the_talks_that_these_follow() -> None:
    """16.14 What is left of other talks is not taken over, and without any the talks open as they are written."""
    plain = follows(None)
    assert heard(plain) == []
    assert follows(replace(river("council"), scenario="the-hill")) == plain
    assert open_talks(scene(CLEAN), past=river("council")).goodwill == {(A, B): 5}


def test_16_15_on_top_of_what_was_drawn() -> None:
    """16.15 What earlier talks have left changes the numbers that the seed has drawn."""
    scenario = scene(CLEAN, world=World(sequel=SEQUEL, draw=BOUNDS))
    for seed in SEEDS:
        talks = open_talks(replace(scenario, draw=replace(BOUNDS, threshold={})), seed, past=river("council"))
        least = drawn(replace(scenario, draw=replace(BOUNDS, threshold={})), seed).instructions[A].reservation_value
        assert talks.scenario.instructions[A].reservation_value == least - 3


def test_16_16_what_finished_talks_leave() -> None:
    """16.16 Finished talks leave goodwill and, if they were signed, the words with how far they bound; without a
    signature only goodwill."""
    talks = lake(CLEAN, world=World(goodwill={(A, B): 7}))
    signed = past_of(after(talks, "A initials", "B initials"))
    assert (signed.scenario, signed.goodwill) == ("lake", {(A, B): 7})
    assert signed.outcome == talks.agreed
    assert (signed.binds[VERB], signed.binds[COUNCIL]) == (3, 1)
    left = past_of(after(talks, "A moves fish=same", "B leaves"))
    assert (left.outcome, left.binds, left.goodwill) == (None, {}, {(A, B): 5})


@pytest.mark.parametrize("past", [None, river(None), river("council", binds=2)])
@pytest.mark.parametrize("as_written", [True, False])
def test_16_17_a_record_says_how_the_talks_were_opened(past: Past | None, as_written: bool) -> None:
    """16.17 A record says whether the talks were opened as written and what earlier talks have left, so that it can be
    played again from its own lines."""
    scenario = replace(scene(CLEAN, world=World(sequel=SEQUEL)), draw=replace(BOUNDS, threshold={}))
    talks = after(open_talks(scenario, 9, as_written=as_written, past=past), "A moves fish=same", 'B says "."')
    record = Record("lake", "5f", 9, {A: "person", B: "computer"}, talks.moves, as_written, past)
    lines = write_record(record).splitlines()
    assert ("draw: as written" in lines) == as_written
    left = [line.split() for line in lines if line.startswith("after:")]
    words = ["status=council/2"] if past and past.outcome else []
    assert left == ([] if past is None else [["after:", "the-river", "A+B=5", *words]])
    found = read_record(write_record(record))
    assert found == record
    again, refused = replay(open_talks(scenario, found.seed, as_written=found.as_written, past=found.past), found.moves)
    assert refused is None
    assert again == talks


def test_16_18_whoever_sat_first_there() -> None:
    """16.18 Goodwill is carried over though the two sat in another order there."""
    past = Past("the-river", {(B, A): 9}, None)
    assert follows(past).goodwill == {(A, B): 9}


def test_16_19_one_of_those_who_may_come() -> None:
    """16.19 Where characters may come, the seed says which; bounds of a degree go before the degree of whoever came."""
    known = {"fox": Temperament(patience=0.9, pride=0.1, name="the fox"), "owl": Temperament(talk=0.1, name="the owl")}
    bounds = replace(BOUNDS, temperament={A: DrawnTemperament(like=("fox", "owl"), patience=(0.2, 0.4))})
    came = [drawn(replace(told(bounds), temperaments=known), seed).instructions[A].temperament for seed in range(60)]
    assert {one.name for one in came} == {"the fox", "the owl"}
    assert all(0.2 <= one.patience <= 0.4 for one in came)
    assert all(one.pride == 0.1 for one in came if one.name == "the fox")
    assert all(one.talk == 0.1 for one in came if one.name == "the owl")
