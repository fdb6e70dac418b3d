"""The questions that fit talks that are over: each condition by what the record has."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.debrief.better import better
from game.debrief.questions import MOST, fitting, questions
from game.debrief.turning_points import turning_points
from game.scenario import Fit, HappeningId, shipped
from game.talks.events import Broke
from game.text import DelegationId, IssueId, OptionId
from game.words.debrief import section
from game.words.page import Paragraph, unmarked
from tests.debrief.by_hand import by_hand
from tests.debrief.courses import debrief
from tests.library import scenario

NOTICE, VERB = IssueId("notice"), IssueId("verb")


def test_a_signed_text_is_asked_about_its_words() -> None:
    """By how the talks ended, by any of the wordings that are listed, and by every issue that is."""
    found = debrief("istanbul-communique-1994", 1)
    signed = found.course.signed
    assert signed is not None
    issues = list(signed)
    assert fitting(found, Fit(ended=frozenset({"signed", "left"})))
    assert not fitting(found, Fit(ended=frozenset({"left"})))
    told = {issue: frozenset({signed[issue], OptionId("other")}) for issue in issues[:2]}
    assert fitting(found, Fit(words=told))
    assert not fitting(found, Fit(words={**told, issues[2]: frozenset({OptionId("other")})}))
    assert not fitting(found, Fit(open=frozenset({issues[0]})))


def test_talks_without_a_text_are_asked_about_what_was_open() -> None:
    """The brackets of the end, how long they stood, and who has less than a walk-away; hours count."""
    found = by_hand("two-words", 'ARIA says "We wait."', 'BORO says "So do we."', "ARIA leaves")
    hours = found.course.end.hours
    assert fitting(found, Fit(open=frozenset({VERB}), ended=frozenset({"left"})))
    assert not fitting(found, Fit(words={VERB: frozenset({OptionId("shall")})}))
    assert fitting(found, Fit(brackets={VERB: hours}))
    assert not fitting(found, Fit(brackets={VERB: hours + 0.25}))
    assert not fitting(found, Fit(below=frozenset({DelegationId("ARIA"), DelegationId("BORO")})))
    later = by_hand(
        "two-words", *(f'{who} says "We wait."' for _ in range(10) for who in ("ARIA", "BORO")), "ARIA leaves"
    )
    assert fitting(later, Fit(below=frozenset({DelegationId("ARIA")})))


def test_those_outside_and_the_tests_are_asked_about_as_they_fell() -> None:
    """An audience that spoke up, an event that came, a test by the sign of its points."""
    talks = (debrief("harbour", seed) for seed in range(1, 10))
    found, spoke = next((each, e.audience) for each in talks for e in each.course.end.events if isinstance(e, Broke))
    assert fitting(found, Fit(audiences=frozenset({spoke})))
    silent = {each.id for each in found.scenario.audiences} - {
        each.id for each in found.scenario.audiences if fitting(found, Fit(audiences=frozenset({each.id})))
    }
    assert not fitting(found, Fit(audiences=frozenset(silent)))
    assert silent
    assert fitting(found, Fit(events=frozenset(found.course.end.happened)))
    assert not fitting(found, Fit(events=frozenset({HappeningId("never")})))
    for each in found.course.verdict.aftermath:
        for who in found.scenario.ids:
            points = each.points.get(who, 0)
            fell = "won" if points > 0 else "lost" if points < 0 else "even"
            ways = [way for way in ("won", "lost", "even") if fitting(found, Fit(tests={each.test: {who: way}}))]
            assert ways == [fell]


def test_what_was_done_is_asked_about_by_its_kind() -> None:
    """A refusal for ever, a non-paper, a word to the press, a cable."""
    found = by_hand(
        "two-words",
        "ARIA floats ARIA:verb=will BORO:verb=will",
        "BORO declines 1 over verb",
        "ARIA tables ARIA:verb=will BORO:verb=will",
        "BORO declines 2 over verb, never",
        "ARIA leaves",
    )
    assert fitting(found, Fit(deeds=frozenset({"off-record"})))
    assert fitting(found, Fit(deeds=frozenset({"refused-for-ever", "held-up"})))
    assert not fitting(found, Fit(deeds=frozenset({"held-up", "told-press", "asked-capital", "reopened", "sounded"})))


def test_turning_points_and_better_texts_are_asked_about_as_the_debrief_has_them() -> None:
    """By an issue that one of them moved, and by why a better text was not found."""
    found = debrief("istanbul-communique-1994", 2)
    moved = {issue for point in turning_points(found) for issue in point.issues}
    for issue in found.scenario.text.issues:
        assert fitting(found, Fit(turned=frozenset({issue.id}))) == (issue.id in moved)
    why = better(found).found[0].why
    assert fitting(found, Fit(better=frozenset({why})))
    assert not fitting(found, Fit(better=frozenset({"none"})))
    assert fitting(debrief("two-words", 1), Fit(better=frozenset({"none"})))


@pytest.mark.parametrize("name", ["harbour", *shipped()])
def test_the_most_special_questions_are_asked_first_and_no_more_than_a_few(name: str) -> None:
    """Whatever happened there is something to talk about, in sentences."""
    found = debrief(name, 1)
    asked = questions(found)
    assert 0 < len(asked) <= MOST
    assert all(fitting(found, each.fits) for each in asked)
    assert [each.fits.asks for each in asked] == sorted((each.fits.asks for each in asked), reverse=True)
    left = [each for each in found.scenario.questions if each not in asked and fitting(found, each.fits)]
    assert not left or (len(asked) == MOST and left[0].fits.asks <= asked[-1].fits.asks)
    told = section(found, "questions")
    assert told is not None
    said = " ".join(unmarked(block.words) for block in told.blocks if isinstance(block, Paragraph))
    assert all(each.ask in said and each.listen in said for each in asked)


def test_a_scenario_without_questions_has_no_such_section() -> None:
    """Nothing is told of it."""
    assert section(debrief("two-words", 1), "questions") is None


@pytest.mark.parametrize("name", shipped())
def test_shipped_questions_are_enough_and_all_different(name: str) -> None:
    """8 to 14, one of which always fits; none says what another does."""
    told = scenario(name).questions
    assert 8 <= len(told) <= 14
    assert any(each.fits == Fit() for each in told)
    for one, other in combinations(told, 2):
        assert one.ask != other.ask
        assert one.listen != other.listen
