"""How talks ended, in words: the one place where its sentences stand."""

from __future__ import annotations

from typing import get_args

import pytest

from game.scenario import AudienceId
from game.talks import Verdict
from game.talks.verdict import Ending
from game.text import DelegationId
from game.words.endings import ending, judged
from tests.rulebook import COUNCIL, GUESTS, VERB, WHEN, B, lake
from tests.rulebook.world import around, parliament

OPENING = """
    NOTE ON THE LAKE
    1. They shall give notice of works.
    -- when: silence
    -- council: none
    -- guests: none
    -- fish: same
"""
DIET = AudienceId("DIET")
ENDINGS: tuple[tuple[Verdict, str], ...] = (
    (Verdict("signed", {}, {}), "Every delegation has initialled the text: it is signed."),
    (Verdict("refused", None, {}, refused_by=DIET), "The Diet refused the text, and nothing is agreed."),
    (
        Verdict("refused", None, {}, refused_by=DIET, twice=True),
        "The Diet refused the text a second time, and nothing is agreed.",
    ),
    (
        Verdict("broken-off", None, {}, brackets=(VERB,)),
        "The talks went round and round while the clock stood still: they were broken off.",
    ),
    (Verdict("left", None, {}, left_by=B), "Boro left the talks, and nothing is agreed."),
    (
        Verdict("deadline", None, {}),
        "Time ran out with a clean text on the table and not every initial under it.",
    ),
    (Verdict("deadline", None, {}, brackets=(VERB,)), "Time ran out with one bracket open: The verb."),
    (
        Verdict("deadline", None, {}, brackets=(VERB, WHEN, COUNCIL)),
        "Time ran out with 3 brackets open: The verb, The notice, The council.",
    ),
    (
        Verdict("deadline", None, {}, brackets=(VERB, WHEN, COUNCIL, GUESTS)),
        "Time ran out with 4 brackets open: The verb, The notice, The council and others.",
    ),
)


@pytest.mark.parametrize(("verdict", "sentence"), ENDINGS)
def test_an_ending_is_a_sentence(verdict: Verdict, sentence: str) -> None:
    """The end of the talks has the same words in every face: who ended them, or the first three brackets."""
    talks = lake(OPENING, world=around(parliament("Diet", 0)))
    assert ending(talks.scenario, verdict) == sentence


def test_every_ending_is_among_them() -> None:
    """No kind is forgotten here."""
    assert {verdict.kind for verdict, _ in ENDINGS} == set(get_args(Ending))


def test_everybody_outside_has_a_score_of_its_own() -> None:
    """Whoever spoke for an audience hears what the text is worth to it, and what that number is; nobody else does."""
    told = lake(OPENING, world=around(parliament("Diet", 0))).scenario
    diet = DelegationId("DIET")
    signed = Verdict("signed", {}, {}, outside={DIET: -3})
    assert judged(told, signed)[0] == "For the Diet the signed text is worth −3 beside what it needed."
    assert judged(told, signed, diet)[0] == "For you the signed text is worth −3 beside what you needed."
    assert "counts for no delegation" in judged(told, signed)[1]
    left = Verdict("left", None, {}, left_by=B, outside={DIET: 0})
    assert judged(told, left)[0] == "Nothing was signed, and so the Diet has nothing to judge: its score is 0."
    assert judged(told, left, diet)[0] == "Nothing was signed, and so you have nothing to judge: your score is 0."
    assert judged(told, Verdict("left", None, {}, left_by=B)) == ()
