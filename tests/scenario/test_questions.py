"""The questions of a file: whatever cannot be meant is told where and why, and what is meant is built."""

from __future__ import annotations

import pytest

from game.scenario import Fit, load
from tests.library import scenario
from tests.scenario.spoiling import HARBOUR, answers

Change = tuple[str, str]

TIDES = "words: {notice: [appropriate]}, tests: {dredging: {BORO: lost}}"
QUAY = "{audiences: [GUILD, MOOT], below: [ARIA, CELO]"
BRACKET = "{brackets: {toll: 10}, turned: [toll, form], deeds: [asked-capital, held-up], events: [storm]}"
OPEN = "{ended: [left, deadline], open: [notice], goodwill: [cold, correct]}"
WRONG: list[tuple[list[Change], str]] = [
    ([("- id: quay", "- id: §tides")], "question 'tides' is there twice; the first is at line"),
    ([(TIDES, TIDES.replace("notice", "§notise"))], "no issue 'notise'; did you mean 'notice'?"),
    ([(TIDES, TIDES.replace("appropriate", "§apropriate"))], "no option 'apropriate' in issue 'notice'; did you"),
    ([(TIDES, TIDES.replace("[appropriate]", "§[]"))], "at least one option of 'notice' must be listed"),
    ([(TIDES, TIDES.replace("dredging", "§dreging"))], "no test 'dreging'; did you mean 'dredging'?"),
    ([(TIDES, TIDES.replace("BORO", "§BOROS"))], "no delegation 'BOROS'; did you mean 'BORO'?"),
    ([(TIDES, TIDES.replace("lost", "§losst"))], "should be 'won', 'lost' or 'even'"),
    ([(QUAY, QUAY.replace("MOOT", "§MOTT"))], "no audience 'MOTT'; did you mean 'MOOT'?"),
    ([(QUAY, QUAY.replace("CELO", "§CELLO"))], "no delegation 'CELLO'; did you mean 'CELO'?"),
    ([(BRACKET, BRACKET.replace("{toll: 10", "{§tolls: 10"))], "no issue 'tolls'; did you mean 'toll'?"),
    ([(BRACKET, BRACKET.replace("form]", "§farm]"))], "no issue 'farm'; did you mean 'form'?"),
    ([(BRACKET, BRACKET.replace("storm", "§strom"))], "no event 'strom'; did you mean 'storm'?"),
    ([(BRACKET + "\n    cite: [note]", f"{BRACKET}\n    cite: [§notes]")], "no source 'notes' in the list of sourc"),
    ([(OPEN, OPEN.replace("notice", "§notices"))], "no issue 'notices'; did you mean 'notice'?"),
    ([(OPEN, OPEN.replace("open", "§words: {toll: [half]}, open"))], "talks that end so have no signed text"),
    ([("[left, deadline], open", "[signed], §open")], "nothing is in brackets in a signed text"),
]


@pytest.mark.parametrize(("changes", "sentence"), WRONG)
def test_what_cannot_be_meant_is_told_at_its_place(changes: list[Change], sentence: str) -> None:
    """By line and column, with what was perhaps meant."""
    told = answers(*changes, text=HARBOUR)
    assert told
    assert told[0].startswith(sentence[:40])
    assert sentence in told[0]


def test_a_question_is_built_as_it_is_written() -> None:
    """In the order of the file, each with all that it asks for counted."""
    tides, quay, bracket, opened, always = scenario("harbour").questions
    assert [each.fits.asks for each in (tides, quay, bracket, opened, always)] == [3, 3, 4, 3, 0]
    assert tides.fits.words == {"notice": {"appropriate"}}
    assert tides.fits.tests == {"dredging": {"BORO": "lost"}}
    assert bracket.cite == ("note",)
    assert always.fits == Fit()


def test_questions_are_sealed_until_the_end() -> None:
    """No seat holds one, nor does the gallery: a question may tell what is to come."""
    told = load(HARBOUR, "harbour")
    assert told.questions
    assert not any(told.sealed_for(who).questions for who in (*told.ids, None))
