"""3. Packages on the record."""

from __future__ import annotations

from game.scenario import Clock
from game.talks import Shift, Why, view
from game.talks.causes import Reopened
from game.talks.events import Accepted, Charged, Declined, Lapsed, Proposed, Settled, Withdrawn
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
    draft_of,
    lake,
    news,
    refused,
    refusing,
    same,
)
from tests.rulebook.note import APART

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""
THREE = """
    NOTE ON THE LAKE
    1. They [shall|A,B] [may|C] give notice of works, [a month ahead|A] [in good time|B] [|C].
    2. A council [advises on works|A] [|B,C].
    -- guests: none
    -- fish: [same|A,B] [more|C]
"""
TRADE = "A tables A:fish=more B:verb=shall"


def test_3_1_a_package_that_is_accepted_moves_both_sides() -> None:
    """3.1 A package that is accepted moves both sides at once, its brackets close, and it is off the table."""
    talks = after(lake(OPENING), TRADE)
    assert draft_of(talks) == same(OPENING), "tabling alone moves nothing"
    assert view(talks, B).waiting == talks.packages
    talks = after(talks, "B accepts 1")
    assert draft_of(talks) == same("""
        NOTE ON THE LAKE
        1. They shall give notice of works, [a month ahead|A] [|B].
        2. A council [advises on works|A] [|B].
        3. Guests may listen at its meetings.
        -- fish: more
    """)
    assert talks.packages == ()
    assert news(talks, Accepted) == [Accepted(at=3.0, by=B, package=1, carried=True)]
    assert news(talks, Settled) == [Settled(at=3.0, issues=(VERB, FISH))]


def test_3_2_a_package_that_is_countered_has_been_refused() -> None:
    """3.2 A package that is countered has been refused, and the capital hears of it: who is asked tables a package of
    its own on one of the same issues."""
    talks = after(lake(OPENING), TRADE, "B tables A:verb=will A:council=none")
    assert [package.number for package in talks.packages] == [2]
    assert news(talks, Lapsed) == [Lapsed(at=4.0, package=1, countered=True)]
    assert talks.rebuffed == {A: {(VERB, "shall"), (FISH, "more")}}


def test_3_3_to_talk_of_something_else_counters_nothing() -> None:
    """3.3 A package stands while the other side tables one on other issues, says something, or moves elsewhere."""
    talks = after(lake(OPENING), TRADE, "B tables A:council=none", 'A says "And ours?"', "B moves when=time")
    assert [package.number for package in talks.packages] == [1, 2]
    assert talks.rebuffed == {}


def test_3_4_a_package_that_is_declined_is_off_the_table() -> None:
    """3.4 A package that is declined is off the table, no position has moved, and the proposer's capital hears which
    wordings were refused."""
    talks = after(lake(OPENING), TRADE, 'B declines 1  "No."')
    assert draft_of(talks) == same(OPENING)
    assert talks.packages == ()
    assert news(talks, Declined) == [
        Declined(at=3.0, by=B, remark="No.", package=1, issue=None, option=None, never=False)
    ]
    assert talks.rebuffed == {A: {(VERB, "shall"), (FISH, "more")}}


def test_3_5_a_refusal_may_say_which_word() -> None:
    """3.5 A refusal may name the issue; it speaks of the wording that was asked of the refuser there, or else of the
    one that was offered."""
    talks = after(lake(OPENING), TRADE)
    assert [e.option for e in news(after(talks, "B declines 1 over verb"), Declined)] == ["shall"]
    assert [e.option for e in news(after(talks, "B declines 1 over fish"), Declined)] == ["more"]


def test_3_6_a_refusal_for_ever_stays_in_view() -> None:
    """3.6 A refusal for ever names who will never take which wording, and every seat keeps it in view."""
    talks = after(lake(OPENING), TRADE, "B declines 1 over verb, never")
    for who in (A, B):
        assert view(talks, who).never == {Shift(B, VERB, OptionId("shall"))}
    assert view(after(lake(OPENING), TRADE, "B declines 1 over verb"), A).never == frozenset()


def test_3_7_a_proposer_may_withdraw() -> None:
    """3.7 A proposer may take its package off the table; nobody has refused it then."""
    talks = after(lake(OPENING), TRADE, 'B says "Let us think."', "A withdraws 1")
    assert talks.packages == ()
    assert news(talks, Withdrawn) == [Withdrawn(at=3.0, by=A, package=1)]
    assert talks.rebuffed == {}


def test_3_8_a_new_package_takes_the_place_of_the_old_one() -> None:
    """3.8 A delegation has one package on the record at a time: a new one withdraws the old one."""
    talks = after(lake(OPENING), TRADE, 'B says "Let us think."', "A tables B:council=advises")
    assert [package.number for package in talks.packages] == [2]
    assert [event.package for event in news(talks, Withdrawn)] == [1]


def test_3_9_a_package_lapses_when_one_of_its_words_moves() -> None:
    """3.9 A package is overtaken when anybody moves in one of its issues; that is no refusal."""
    talks = after(lake(OPENING), TRADE, "B moves verb=may")
    assert talks.packages == ()
    assert news(talks, Lapsed) == [Lapsed(at=3.0, package=1, countered=False)]
    assert talks.rebuffed == {}


def test_3_10_a_package_that_carries_overtakes_another() -> None:
    """3.10 A package that carries overtakes every other one on its issues, and leaves those on other issues alone."""
    talks = after(
        lake(THREE, parties=3), "A tables C:verb=shall", "B tables A:council=none", "C tables A:fish=more B:fish=more"
    )
    talks = after(talks, 'A says "One thing after the other."', 'B says "Yes."', "C accepts 1")
    assert [package.number for package in talks.packages] == [2, 3]
    talks = after(talks, "A accepts 2")
    assert [package.number for package in talks.packages] == [3]


def test_3_11_everybody_who_is_asked_has_to_accept() -> None:
    """3.11 With three delegations a package waits for each that it asks to move; positions move only when the last has
    accepted, and the record tells the one from the other."""
    talks = after(lake(THREE, parties=3), "A tables B:when=month C:when=month C:verb=shall", "B accepts 1")
    assert draft_of(talks) == same(THREE)
    assert [(e.by, e.carried) for e in news(talks, Accepted)] == [(B, False)]
    assert view(talks, B).waiting == ()
    assert [package.number for package in view(talks, C).waiting] == [1]
    talks = after(talks, "C accepts 1")
    assert "1. They shall give notice of works, a month ahead." in draft_of(talks)
    assert [(e.by, e.carried) for e in news(talks, Accepted)] == [(B, False), (C, True)]


def test_3_12_one_refusal_is_enough() -> None:
    """3.12 With three delegations one refusal takes a package off the table, though another has accepted it."""
    talks = after(lake(THREE, parties=3), "A tables B:when=month C:when=month", "B accepts 1", "C declines 1 over when")
    assert talks.packages == ()
    assert draft_of(talks) == same(THREE)


def test_3_13_who_is_not_asked_does_not_answer() -> None:
    """3.13 With three delegations, one that a package does not ask to move has no answer to give, and its own package
    on the same words counters nothing."""
    talks = after(lake(THREE, parties=3), "A tables C:fish=same")
    assert refused(talks, "B accepts 1") == refusing(Why.NOT_ASKED, package=1)
    talks = after(talks, "B tables A:fish=more")
    assert [package.number for package in talks.packages] == [1, 2]


def test_3_14_a_package_of_six_sides() -> None:
    """3.14 At a table of six one package can move all six, when five have accepted it in turn."""
    talks = lake(
        """
        NOTE ON THE LAKE
        1. They [shall|A,C,E] [may|B,D,F] give notice of works.
        2. A council [advises on works|A] [hears of works|B,C] [|D,E,F].
        -- when: silence
        -- guests: none
        -- fish: [same|A,B,C] [more|D,E,F]
        """,
        parties=6,
    )
    talks = after(
        talks,
        "A tables A:verb=will B:verb=will C:verb=will D:verb=will E:verb=will F:verb=will",
        *(f"{who} accepts 1" for who in "BCDEF"),
    )
    assert "1. They will give notice of works." in draft_of(talks)
    assert [event.carried for event in news(talks, Accepted)] == [False, False, False, False, True]


def test_3_15_a_few_brackets_are_closed_in_one_package() -> None:
    """3.15 When few brackets are left, though more than a package may touch, one package may close them all."""
    clock = Clock(largest_package=2)
    talks = lake(OPENING, clock=clock)
    assert view(talks, A).legal.largest == 4
    talks = after(talks, "A tables A:verb=will B:when=month B:council=advises B:fish=same", "B accepts 1")
    assert talks.brackets == ()


def test_3_16_many_brackets_are_not() -> None:
    """3.16 When more brackets are left than two packages could hold, or fewer than one may hold, the scenario's own
    limit counts."""
    five = """
        NOTE ON THE LAKE
        1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
        2. A council [advises on works|A] [|B].
        3. Guests [may listen|A] [|B] at its meetings.
        -- fish: [same|A] [more|B]
    """
    talks = lake(five, clock=Clock(largest_package=2))
    assert view(talks, A).legal.largest == 2
    wide = "A tables B:verb=shall B:when=month B:council=advises"
    assert refused(talks, wide) == refusing(Why.LARGE_PACKAGE, number=3, most=2)
    assert view(lake(five, clock=Clock(largest_package=5)), A).legal.largest == 5


def test_3_17_a_package_that_reopens_is_paid_for_when_it_is_tabled() -> None:
    """3.17 Who tables a package on agreed words pays for each issue that it would reopen, whether it is accepted or
    not."""
    talks = after(lake(OPENING), "A tables A:fish=more B:guests=vote", "B declines 1")
    assert [charge.cause for charge in talks.charges[A]] == [Reopened(A, GUESTS, 2.0)]
    assert [event.at for event in news(talks, Charged)] == [2.0]
    assert talks.agreed == {GUESTS: "listen"}


def test_3_18_a_package_may_leave_a_bracket_open() -> None:
    """3.18 A package may bring two delegations nearer without closing the bracket."""
    talks = after(lake(OPENING), "A tables A:council=hears B:when=time", "B accepts 1")
    assert "1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [in good time|B]." in draft_of(talks)
    assert news(talks, Settled) == []


def test_3_19_packages_are_numbered_through() -> None:
    """3.19 Packages are numbered from 1 as they are tabled, whoever tables them and whatever becomes of them."""
    talks = after(lake(OPENING), TRADE, "B declines 1", "A tables B:when=month", "B tables A:council=none")
    assert [event.package for event in news(talks, Proposed)] == [1, 2, 3]


def test_3_20_what_was_accepted_may_have_become_impossible() -> None:
    """3.20 A package whose words no longer go together with what was agreed since is refused to whoever would accept
    it, and stands until it is declined."""
    talks = lake("""
        NOTE ON THE LAKE
        1. They [will|A] [may|B] give notice of works.
        2. A council [decides on works|A] [|B].
        -- when: silence
        -- guests: none
        -- fish: [same|A] [more|B]
    """)
    talks = after(talks, "A tables B:council=decides", 'B says "Perhaps."', "A moves verb=may")
    assert refused(talks, "B accepts 1") == refusing(Why.EXCLUDED, written=APART.because)
    assert [package.number for package in talks.packages] == [1]
    assert after(talks, "B declines 1").packages == ()


def test_3_21_the_words_tabled_stay_in_view() -> None:
    """3.21 What a delegation has tabled for itself on the record stays in view, beside its opening."""
    talks = after(lake(OPENING), "A tables A:fish=more B:verb=shall", "B declines 1")
    assert Shift(A, FISH, OptionId("more")) in view(talks, B).tabled
    assert Shift(A, WHEN, OptionId("month")) in view(talks, B).tabled
    assert Shift(B, VERB, OptionId("shall")) not in view(talks, B).tabled
    assert Shift(A, COUNCIL, OptionId("none")) not in view(talks, B).tabled
