"""7. Initials, the three endings, and what each is worth."""

from __future__ import annotations

from game.scenario import Clock, Delay, Pair
from game.talks import Entry, Why, verdict, view
from game.talks.causes import NoText, Reopened, Signed, Spent, Together
from game.talks.events import Concluded, Initialled, Left
from game.text import OptionId
from tests.rulebook import (
    COUNCIL,
    FISH,
    GUESTS,
    VERB,
    WHEN,
    A,
    B,
    C,
    after,
    ending,
    lake,
    news,
    refused,
    refusing,
    sheet,
)

CLEAN = """
    NOTE ON THE LAKE
    1. They will give notice of works, in good time.
    -- council: none
    -- guests: none
    -- fish: more
"""
ALMOST = """
    NOTE ON THE LAKE
    1. They will give notice of works, in good time.
    2. A council [advises on works|A] [hears of works|B].
    -- guests: none
    -- fish: more
"""


def test_7_1_a_clean_text_is_signed_when_all_have_initialled() -> None:
    """7.1 A clean text is signed when the last delegation has put its initials under it."""
    talks = after(lake(CLEAN), "A initials")
    assert verdict(talks) is None
    assert talks.initials == {A}
    talks = after(talks, "B initials")
    assert ending(talks).kind == "signed"
    ended = verdict(talks)
    assert ended is not None
    assert ended.agreed
    assert ended.outcome == {VERB: "will", WHEN: "time", COUNCIL: "none", GUESTS: "none", FISH: "more"}
    assert [event.by for event in news(talks, Initialled)] == [A, B]
    assert len(news(talks, Concluded)) == 1


def test_7_2_initials_fall_when_a_word_moves() -> None:
    """7.2 Initials are under this text and no other: when any word moves, all of them fall."""
    talks = after(lake(CLEAN), "A initials", "B moves verb=shall")
    assert talks.initials == frozenset()
    talks = after(talks, "A moves verb=shall", "B initials")
    assert talks.initials == {B}
    assert verdict(talks) is None
    assert verdict(after(talks, "A initials")) is not None


def test_7_3_initials_fall_when_a_package_carries() -> None:
    """7.3 Initials fall when a package carries, and stand while it is only on the table."""
    talks = after(lake(CLEAN), "A initials", "B tables A:verb=shall B:verb=shall")
    assert talks.initials == {A}
    assert after(talks, "A accepts 1").initials == frozenset()


def test_7_4_all_of_three_must_initial() -> None:
    """7.4 Adoption is by consensus: with three delegations two initials sign nothing."""
    talks = after(lake(CLEAN, parties=3), "A initials", "B initials", 'C says "A moment."')
    assert verdict(talks) is None
    talks = after(talks, 'A says "Please."', 'B says "Please."', "C initials")
    assert ending(talks).kind == "signed"
    assert talks.initials == {A, B, C}


def test_7_5_six_initials() -> None:
    """7.5 At a table of six the sixth initial signs."""
    talks = after(lake(CLEAN, parties=6), *(f"{who} initials" for who in "ABCDE"))
    assert verdict(talks) is None
    assert ending(after(talks, "F initials")).kind == "signed"


def test_7_6_who_leaves_ends_the_talks() -> None:
    """7.6 A delegation that leaves ends the talks for all, clean text or not, and the reason names it."""
    talks = after(lake(CLEAN, parties=3), "A initials", "B leaves")
    assert (ending(talks).kind, ending(talks).left_by) == ("left", B)
    ended = verdict(talks)
    assert ended is not None
    assert (ended.outcome, ended.agreed) == (None, False)
    assert [event.by for event in news(talks, Left)] == [B]


def test_7_7_a_signed_text_is_worth_its_words_less_the_hours() -> None:
    """7.7 A signed text is worth the points of its words with the pairs that stand in it, less what the hours cost,
    less what was paid: each part a line with its reason, and the sum of the lines."""
    pairs = (
        Pair({VERB: OptionId("will"), WHEN: OptionId("time")}, 7, "A promise with an hour."),
        Pair({VERB: OptionId("shall"), WHEN: OptionId("time")}, 100, "Not in this text."),
    )
    talks = lake(CLEAN, clock=Clock(reopening=2), sheets={A: sheet(delay=Delay(3, 2), pairs=pairs)})
    talks = after(talks, "A moves fish=same", "B moves fish=same", "A initials", "B initials")
    ended = verdict(talks)
    assert ended is not None
    assert ended.scores[A].entries == (
        Entry(20, Signed(VERB, OptionId("will")), VERB),
        Entry(20, Signed(WHEN, OptionId("time")), WHEN),
        Entry(40, Signed(COUNCIL, OptionId("none")), COUNCIL),
        Entry(30, Signed(GUESTS, OptionId("none")), GUESTS),
        Entry(20, Signed(FISH, OptionId("same")), FISH),
        Entry(7, Together(tuple(pairs[0].options.items()), pairs[0].because), VERB),
        Entry(-3, Spent(3.0), kind="hours"),
        Entry(-2, Reopened(A, FISH, 1.0), kind="talks"),
    )
    assert ended.scores[A].total == 20 + 20 + 40 + 30 + 20 + 7 - 3 - 2
    assert ended.scores[A].words == 137
    assert ended.scores[B].total == 130, "Boro followed where the words were open again, and four hours had not passed"


def test_7_8_no_text_is_worth_the_walk_away_less_the_hours() -> None:
    """7.8 When the talks end without a text, by leaving or at the deadline, each has its walk-away less what the hours
    cost and less what was paid."""
    sheets = {A: sheet(walk_away=33, delay=Delay(2, 1)), B: sheet(walk_away=44, delay=Delay(0, 1))}
    for talks in (
        after(lake(ALMOST, sheets=sheets), "A moves fish=same", "B leaves"),
        after(lake(ALMOST, hours=1.5, sheets=sheets), "A moves fish=same", 'B says "."'),
    ):
        ended = verdict(talks)
        assert ended is not None
        assert ended.scores[A].entries == (
            Entry(33, NoText(), kind="walk-away"),
            Entry(-2, Spent(1.5), kind="hours"),
            Entry(-1, Reopened(A, FISH, 1.0), kind="talks"),
        )
        assert (ended.scores[A].total, ended.scores[A].words) == (30, 0)
        assert ended.scores[B].entries == (Entry(44, NoText(), kind="walk-away"),)


def test_7_9_only_full_stretches_of_hours_cost() -> None:
    """7.9 Waiting costs its points for every full stretch of hours, and nothing for a part of one."""
    delay = Delay(2, 4)
    assert [delay.cost(hours) for hours in (0, 3.75, 4, 7.75, 8, 24)] == [0, 0, 2, 2, 4, 12]


def test_7_10_a_seat_sees_what_it_would_have_now() -> None:
    """7.10 A seat sees at any hour what it would have if the talks ended now, signed or not, and what it can still
    reach at the worst and at the best."""
    talks = after(lake(ALMOST), 'A says "."', 'B says "."')
    seen = view(talks, A)
    assert seen.reach() == (20 + 20 + 20 + 30 + 10, 20 + 20 + 20 + 30 + 10)
    assert view(talks, B).reach() == (100, 110)
    assert seen.ending(None).total == 10
    assert seen.ending({**seen.agreed, COUNCIL: OptionId("hears")}).total == 110


def test_7_11_a_text_with_brackets_cannot_be_initialled() -> None:
    """7.11 A text with a bracket in it cannot be initialled, and the refusal names the brackets, the first three of
    many."""
    assert refused(lake(ALMOST), "A initials") == refusing(Why.BRACKETS, issues=("council",), number=1)
    many = lake("""
        NOTE ON THE LAKE
        1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
        2. A council [advises on works|A] [|B].
        -- guests: none
        -- fish: [same|A] [more|B]
    """)
    assert refused(many, "A initials") == refusing(Why.BRACKETS, issues=("verb", "when", "council"), number=4)


def test_7_12_the_end_is_the_same_for_all_who_watch() -> None:
    """7.12 When the talks are over every watcher is told the same end, with the scores of all."""
    talks = after(lake(CLEAN), "A initials", "B initials")
    assert view(talks, A).verdict == view(talks, B).verdict == verdict(talks)
    assert not view(talks, A).my_turn
