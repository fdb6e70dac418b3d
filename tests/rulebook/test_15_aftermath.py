"""15. The aftermath: dated tests of the signed words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.scenario import Aftermath, Delay, Force, History, Scenario
from game.talks import Entry, Talks, Verdict, consequences, score, verdict, view
from game.talks.causes import CameOfIt
from game.talks.verdict import Kind
from game.text import Clause, IssueId, OptionId, parse_template
from tests.rulebook import COUNCIL, GUESTS, VERB, WHEN, A, B, C, after, lake, scene, sheet
from tests.rulebook.world import World, around, branch, given, parliament, storm

CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works, in good time.
    2. A council hears of works.
    -- guests: none
    -- fish: more
"""
PROMISED = branch((2, -2), "Notice was owed, and given.", given("verb=shall"), "verb")
HEARD = branch((1, -1), "The council heard of it.", given("council=hears"), "council")
NOTHING = branch((-1, -1), "Nobody was told.", decides="when")
FORCE = Force(VERB, {OptionId("shall"): 1, OptionId("may"): -1})


def signed(*tests: Aftermath, draft: str = CLEAN, world: World | None = None) -> Verdict:
    """How talks end in which this draft is signed at once."""
    return over(after(lake(draft, world={**(world or World()), "aftermath": tests}), "A initials", "B initials"))


def over(talks: Talks) -> Verdict:
    """How talks have ended."""
    ended = verdict(talks)
    assert ended is not None
    return ended


def fell(ended: Verdict) -> list[str]:
    """Why each test fell as it did."""
    return [each.because for each in ended.aftermath]


def test_15_1_the_first_branch_that_holds_decides() -> None:
    """15.1 The first branch of a test whose condition holds decides it; the others do not count, though theirs hold
    too."""
    ended = signed(storm(PROMISED, HEARD, NOTHING))
    assert fell(ended) == [PROMISED.because]
    assert [score.part("aftermath") for score in ended.scores.values()] == [2, -2]
    assert fell(signed(storm(HEARD, PROMISED, NOTHING))) == [HEARD.because]


def test_15_2_the_last_branch_always_holds() -> None:
    """15.2 Where no condition holds the last branch decides, which has none."""
    ended = signed(
        storm(PROMISED, HEARD, NOTHING), draft=CLEAN.replace("shall", "may").replace("hears of", "advises on")
    )
    assert fell(ended) == ["Nobody was told."]


def test_15_3_no_text_has_an_aftermath_too() -> None:
    """15.3 Where nothing was signed the test says what that brought, whether somebody left, the clock struck or a
    parliament refused; positions do not matter, and nothing is quoted."""
    world = World(aftermath=(storm(PROMISED, NOTHING, no_text=(-3, 1)),))
    for ended in (
        over(after(lake(CLEAN, world=world), "A leaves")),
        over(after(lake(CLEAN, hours=0.5, world=world), 'A says "."')),
        over(after(lake(CLEAN, world={**around(parliament("Diet", 1)), **world}), "A initials", "B initials")),
    ):
        assert fell(ended) == [storm(NOTHING).no_text.because]
        assert [score.part("aftermath") for score in ended.scores.values()] == [-3, 1]
        assert (ended.aftermath[0].decides, ended.aftermath[0].quoted) == (None, "")


@pytest.mark.parametrize(
    ("verb", "council", "binds"),
    [("shall", "decides", 3), ("shall", "hears", 2), ("will", "hears", 1), ("may", "hears", 0), ("may", "advises", 1)],
)
def test_15_4_the_form_of_the_paper_lends_its_force(verb: str, council: str, binds: int) -> None:
    """15.4 How far words bind is what they say and what the form of the paper adds to it or takes from it, between 0
    and 3."""
    draft = CLEAN.replace("shall", verb).replace("hears of", f"{council} on" if council != "hears" else "hears of")
    told = scene(draft, world=World(force=FORCE))
    assert told.binding(told.delegations[0].opening, COUNCIL) == binds
    ladder = [branch((degree, 0), f"It bound {degree}.", given(binds=f"council={degree}")) for degree in range(4)]
    assert fell(signed(storm(*ladder), draft=draft, world=World(force=FORCE))) == [f"It bound {binds}."]


def test_15_5_silence_has_no_force() -> None:
    """15.5 Silence binds nobody, whatever the form; the form itself binds as it says; and where the scenario says
    nothing of a form, words bind as they say."""
    told = scene(CLEAN, world=World(force=FORCE))
    words = told.delegations[0].opening
    assert [told.binding(words, issue) for issue in (GUESTS, VERB, WHEN)] == [0, 3, 3]
    assert scene(CLEAN).binding(words, WHEN) == 2
    assert told.binding({COUNCIL: OptionId("hears")}, COUNCIL) == 1, "the form is not agreed yet"


@pytest.mark.parametrize(("goodwill", "because"), [(3, "cold"), (4, "correct"), (6, "correct"), (7, "warm")])
def test_15_6_doubtful_words_are_read_by_goodwill(goodwill: int, because: str) -> None:
    """15.6 A branch can hang on goodwill at the end, on the coldest that any two are with each other."""
    ladder = (
        branch((0, 0), "warm", given("verb=shall", goodwill=("warm",))),
        branch((0, 0), "cold", given("verb=shall", goodwill=("cold",))),
        branch((0, 0), "correct"),
    )
    assert fell(signed(storm(*ladder), world=World(goodwill={(A, B): goodwill}))) == [because]
    three = lake(
        CLEAN, parties=3, world=World(goodwill={(A, B): 9, (A, C): goodwill, (B, C): 9}, aftermath=(storm(*ladder),))
    )
    three = after(three, *(f"{who} initials" for who in "ABC"))
    assert fell(over(three)) == [because]


def test_15_7_the_sentence_that_decided_is_quoted() -> None:
    """15.7 The sentence of the signed text in which the deciding words stand is quoted, as it was signed."""
    ended = signed(storm(PROMISED, NOTHING), storm(HEARD, NOTHING, day=date(1996, 1, 1)))
    assert [(each.decides, each.quoted) for each in ended.aftermath] == [
        (VERB, "They shall give notice of works, in good time."),
        (COUNCIL, "A council hears of works."),
    ]
    marked = [each.quoted[slice(*each.mark)] for each in ended.aftermath]
    assert marked == ["shall", "hears of works"], "the words themselves are marked in it"
    assert signed(storm(branch((0, 0), "It blew over."))).aftermath[0].quoted == "", "no word decided"


def test_15_8_silence_and_side_issues() -> None:
    """15.8 Where silence decided nothing can be quoted; of a side issue, which is not in the text, its wording is."""
    tests = (storm(branch((0, 0), "Uninvited.", decides="guests")), storm(branch((0, 0), "Fed.", decides="fish")))
    assert [each.quoted for each in signed(*tests).aftermath] == ["", "more fish"]


def test_15_9_of_a_clause_one_sentence() -> None:
    """15.9 Of a clause with several sentences only the one is quoted in which the words stand."""
    told = scene(CLEAN)
    clause = "First of all. They {verb} give notice<, {when}>. <A council {council}. >Guests {guests}"
    text = replace(told.text, clauses=(Clause("all", "All", parse_template(clause)),))
    issues = VERB, WHEN, COUNCIL, GUESTS
    two = replace(told, text=text, aftermath=tuple(storm(branch((0, 0), "So.", decides=each)) for each in issues))
    words = {**told.delegations[0].opening, GUESTS: OptionId("listen")}
    assert [each.quoted for each in consequences(two, words, {(A, B): 5})] == [
        "They shall give notice, in good time.",
        "They shall give notice, in good time.",
        "A council hears of works.",
        "Guests may listen",
    ]


def test_15_10_each_part_of_a_score_is_of_a_kind() -> None:
    """15.10 Every line of a score is for words, for no text, for hours, for what was earned or paid in the talks, or
    for the aftermath; a line of the aftermath names the test, its year, why it fell so and the issue that decided."""
    sheets = {A: sheet(delay=Delay(1, 1))}
    talks = lake(CLEAN, sheets=sheets, world=World(aftermath=(storm(PROMISED, NOTHING, no_text=(-3, 0)),)))
    talks = after(talks, "A moves fish=same", "B moves fish=same")
    done = over(after(talks, "A initials", "B initials")).scores[A]
    kinds: tuple[Kind, ...] = ("words", "hours", "talks", "aftermath")
    assert [done.part(kind) for kind in kinds] == [10 + 20 + 30 + 30 + 20, -3, -1, 2]
    assert done.total == sum(done.part(kind) for kind in kinds)
    assert done.words == done.part("words")
    assert done.entries[-1] == Entry(
        2, CameOfIt("storm-1995", "The storm", date(1995, 3, 1), PROMISED.because), VERB, "aftermath"
    )
    none = over(after(talks, "A leaves")).scores[A]
    assert [none.part("walk-away"), *(none.part(kind) for kind in kinds)] == [10, 0, -2, -1, -3]


def test_15_11_what_brought_nothing_is_no_line() -> None:
    """15.11 A test that brought a delegation nothing is no line of its score, and is told all the same."""
    ended = signed(storm(branch((0, 1), "It blew over.")))
    assert [len([e for e in ended.scores[who].entries if e.kind == "aftermath"]) for who in (A, B)] == [0, 1]
    assert fell(ended) == ["It blew over."]


def test_15_12_tests_stand_in_the_order_of_their_dates() -> None:
    """15.12 The tests are told in the order of their dates, however the scenario lists them, and each counts."""
    late, early = storm(PROMISED, NOTHING, day=date(1999, 1, 1)), storm(NOTHING, day=date(1995, 1, 1))
    ended = signed(late, early)
    assert [each.test for each in ended.aftermath] == ["storm-1995", "storm-1999"]
    assert [score.part("aftermath") for score in ended.scores.values()] == [1, -3]


def test_15_13_a_seat_reckons_with_its_own_half() -> None:
    """15.13 Before the end a seat sees what a test would bring itself, and nobody else; what it would have now counts
    the aftermath at the goodwill of now."""
    tests = (storm(branch((4, -4), "Warm.", given(goodwill=("warm",))), branch((1, -1), "Not warm."), no_text=(-2, 2)),)
    talks = lake(CLEAN, world=World(aftermath=tests, goodwill={(A, B): 7}))
    for who, points in ((A, (4, -2)), (B, (-4, 2))):
        seen = view(talks, who)
        assert all(
            set(each.points) == {who} for test in seen.scenario.aftermath for each in (*test.branches, test.no_text)
        )
        assert (seen.ending(seen.agreed).part("aftermath"), seen.ending(None).part("aftermath")) == points
    cooler = view(after(talks, "A moves fish=same", "B moves fish=same"), A)
    assert cooler.ending(cooler.agreed).part("aftermath") == 1


def test_15_14_nothing_is_decided_by_chance_or_by_the_hour() -> None:
    """15.14 The same words at the same goodwill fall the same way, whenever they were signed."""
    told = scene(CLEAN, world=World(aftermath=(storm(PROMISED, NOTHING),)))
    words = told.delegations[0].opening
    assert consequences(told, words, {(A, B): 5}) == consequences(told, words, {(A, B): 5})
    scores = [score(told, A, words, hours, goodwill={(A, B): 5}).part("aftermath") for hours in (1.0, 23.0)]
    assert scores == [2, 2]


def test_15_15_history_has_its_aftermath() -> None:
    """15.15 What the historical text would have been worth counts its own aftermath, after the same hours, charges and
    goodwill."""
    told = with_history(scene(CLEAN, world=World(aftermath=(storm(PROMISED, NOTHING),))), "may")
    talks = replace(lake(CLEAN), scenario=told)
    ended = over(after(talks, "A initials", "B initials"))
    assert ended.historical is not None
    assert [ended.scores[A].part("aftermath"), ended.historical[A].part("aftermath")] == [2, -1]


def with_history(told: Scenario, verb: str) -> Scenario:
    """The scenario in which the note was really signed, with this verb."""
    words = {**told.delegations[0].opening, IssueId("verb"): OptionId(verb)}
    return replace(told, history=History("The note", date(1994, 6, 2), words))
