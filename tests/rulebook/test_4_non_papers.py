"""4. Non-papers: packages off the record."""

from __future__ import annotations

import pytest

from game.scenario import Clock
from game.talks import CHAIR, GALLERY, Why, view
from game.talks.events import Hinted, Lapsed, Proposed, Withdrawn
from game.text import DelegationId
from tests.rulebook import VERB, WHEN, A, B, C, after, draft_of, lake, news, refused, refusing, same, sheet, steps

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [may|B,C] give notice of works, [a month ahead|A] [in good time|B] [|C].
    2. A council [advises on works|A] [|B,C].
    -- guests: none
    -- fish: [same|A,B] [more|C]
"""
FLOATED = "A floats A:verb=will B:verb=will"


@pytest.mark.parametrize(("who", "hears"), [(A, True), (B, True), (C, False), (GALLERY, False), (CHAIR, True)])
def test_4_1_only_those_concerned_hear_of_it(who: DelegationId, hears: bool) -> None:
    """4.1 A non-paper is heard and seen by its author and by those to whom it is put; the chair knows of it, the third
    delegation and the gallery do not."""
    seen = view(after(lake(OPENING, parties=3), FLOATED), who)
    assert bool(seen.packages) is hears
    assert any(isinstance(event, Proposed) for event in seen.record) is hears


def test_4_2_it_binds_nobody() -> None:
    """4.2 To take a non-paper well moves no position: it is a hint that one could live with it, heard by those
    concerned, and the non-paper is gone."""
    talks = after(lake(OPENING, parties=3), FLOATED, "B accepts 1")
    assert draft_of(talks) == same(OPENING)
    assert news(talks, Hinted) == [Hinted(at=2.0, by=B, heard_by=frozenset({A, B}), package=1, warm=True)]
    assert talks.packages == ()


def test_4_3_the_answer_says_which_word_is_minded() -> None:
    """4.3 A cool answer to a non-paper says which word is minded; it is no refusal, and no capital hears of it."""
    talks = after(lake(OPENING, parties=3), FLOATED, "B declines 1 over verb")
    assert news(talks, Hinted) == [Hinted(at=2.0, by=B, heard_by=frozenset({A, B}), package=1, warm=False, issue=VERB)]
    assert talks.rebuffed == {}
    assert view(talks, A).never == frozenset()


def test_4_4_it_stands_beside_a_package() -> None:
    """4.4 A non-paper does not withdraw its author's package, nor the package the non-paper; a new non-paper takes the
    place of the old one."""
    talks = after(lake(OPENING, parties=3), "A tables C:fish=same", 'B says "."', 'C says "."', FLOATED)
    assert [(p.number, p.off_record) for p in talks.packages] == [(1, False), (2, True)]
    talks = after(talks, 'B says "."', 'C says "."', "A floats C:verb=shall")
    assert [(p.number, p.off_record) for p in talks.packages] == [(1, False), (3, True)]
    assert [(e.package, e.heard_by) for e in news(talks, Withdrawn)] == [(2, frozenset({A, B}))]


def test_4_5_it_waits_for_all_to_whom_it_was_put() -> None:
    """4.5 A non-paper that was put to two is gone when both have answered, each as it likes."""
    talks = after(lake(OPENING, parties=3), "A floats B:fish=more C:verb=shall", "B declines 1")
    assert [package.number for package in talks.packages] == [1]
    talks = after(talks, "C accepts 1")
    assert talks.packages == ()
    assert [event.warm for event in news(talks, Hinted)] == [False, True]


def test_4_6_nobody_else_can_answer_it() -> None:
    """4.6 To a delegation that is not concerned there is no such package."""
    talks = after(lake(OPENING, parties=3), FLOATED, 'B says "."')
    assert refused(talks, "C accepts 1") == refusing(Why.NO_PACKAGE, package=1)
    assert refused(talks, "C declines 1") == refusing(Why.NO_PACKAGE, package=1)
    assert refused(talks, "C accepts 9") == refusing(Why.NO_PACKAGE, package=9)


def test_4_7_it_reopens_nothing() -> None:
    """4.7 To float words that are agreed costs nothing: nothing is reopened by it."""
    talks = after(lake(OPENING, parties=3, clock=Clock(reopening=5)), "A floats B:guests=vote")
    assert talks.charges == {}


def test_4_8_a_package_on_its_words_overtakes_it() -> None:
    """4.8 Who is asked off the record and answers with a package on the record has overtaken the non-paper; only those
    concerned hear so, and the capital does not take it for a refusal."""
    talks = after(lake(OPENING, parties=3), FLOATED, "B tables A:verb=may")
    assert [package.number for package in talks.packages] == [2]
    assert [event.heard_by for event in news(talks, Lapsed)] == [frozenset({A, B})]
    assert talks.rebuffed == {}


def test_4_9_a_non_paper_counters_nothing() -> None:
    """4.9 A package on the record stands when its words are answered by a non-paper."""
    talks = after(lake(OPENING, parties=3), "A tables B:verb=shall", "B floats A:verb=may")
    assert [package.number for package in talks.packages] == [1, 2]
    assert talks.rebuffed == {}


def test_4_10_a_hint_may_go_beyond_the_mandate() -> None:
    """4.10 One may say that one could live with a wording that one's instructions do not allow one to propose: a hint
    is no position."""
    talks = lake(OPENING, parties=3, sheets={B: sheet(mandate=steps(when="time | month"))})
    talks = after(talks, "A floats B:when=month")
    assert "month" not in talks.mandate(B, WHEN)
    assert [event.warm for event in news(after(talks, "B accepts 1"), Hinted)] == [True]
