"""Which topics of a debrief are read first: by what happened, and each with something to tell."""

from __future__ import annotations

from functools import cache
from itertools import chain

from game.debrief import Course, Debrief, measures
from game.debrief.first_topics import (
    MOST,
    Alike,
    Angry,
    Best,
    Cause,
    FirstTopic,
    Later,
    Left,
    Longest,
    Refused,
    Turned,
    first_topics,
)
from game.debrief.how_it_went import Ahead, Below, Bought, Cornered, Far, Near, Poor, Sold, Soured
from game.debrief.letter import letters
from game.debrief.turning_points import turning_points
from game.talks import CHAIR, Penned, Record, Transcribe
from game.text import DelegationId, OptionId
from game.words.debrief import TOPICS, section
from game.words.first_topics import why_first
from tests.debrief.courses import debrief, random_debrief
from tests.library import DRILLS, scenario, source

SHORT = "istanbul-communique-1994"
NO_TOPIC = {"after"}
"""What only the window tells by itself."""


@cache
def told() -> list[tuple[Debrief, DelegationId | None, tuple[FirstTopic, ...]]]:
    """Random games and some of the computer's, as each delegation and a watcher read of them."""
    chance = (random_debrief(name, seed) for name in (SHORT, *DRILLS) for seed in range(1, 5))
    computers = (debrief(SHORT, 1), debrief("three-rivers", 3), debrief("two-words", 1))
    return [
        (talks, who, first_topics(talks, who))
        for talks in chain(chance, computers)
        for who in (*talks.scenario.ids, None)
    ]


def test_two_or_three_are_read_first_and_have_something_to_tell() -> None:
    """Each once, and with a sentence why."""
    for talks, who, found in told():
        assert 2 <= len(found) <= MOST
        assert len({each.topic for each in found}) == len(found)
        for each in found:
            assert each.topic in TOPICS or each.topic in NO_TOPIC
            assert each.topic in NO_TOPIC or section(talks, each.topic, who) is not None
            assert why_first(talks.scenario, each, who).endswith(".")


def test_what_happened_decides() -> None:
    """Different talks are read from different topics, and every cause holds by what is measured."""
    met = set()
    for talks, who, found in told():
        for each in found:
            met.add((each.topic, type(each.cause)))
            _check(talks, who, each.cause)
    assert {topic for topic, _ in met} >= {"better", "settlement", "turning", "measures", "letter", "parts", "after"}
    assert {cause for _, cause in met} >= {Near, Left, Turned, Ahead, Angry, Below, Later, Best, Longest}


def _check(talks: Debrief, who: DelegationId | None, cause: Cause) -> None:
    found, signed = measures(talks), talks.course.signed
    match cause:
        case Near() | Far() | Cornered():
            assert signed is None
            assert cause.texts
        case Below():
            assert found.own[cause.who].gain == -cause.points < 0
        case Left():
            assert found.left is not None
            assert found.left[cause.who] == cause.points > 0
            assert cause.who == who or who is None or not found.left[who]
        case Turned():
            point = next(each for each in turning_points(talks) if each.number == cause.number)
            assert point.change[cause.who] == cause.points
            assert cause.who == who or who is None
        case Later() | Soured():
            assert found.durability is not None
            assert abs(found.durability.points[cause.who]) == abs(cause.points)
        case Angry():
            assert next(each for each in letters(talks) if each.audience == cause.audience).tone == "angry"
        case Refused():
            assert talks.course.verdict.refused_by == cause.audience
        case Best():
            assert found.left is not None
            assert not any(found.left.values())
        case Bought() | Sold() | Ahead() | Poor():
            assert signed is not None
        case _:
            pass


def test_a_missed_text_comes_before_all_else() -> None:
    """Where nothing was signed though something could have been, one first reads what."""
    missed = [found[0] for talks, _, found in told() if talks.course.signed is None and talks.agreeable]
    assert missed
    for each in missed:
        assert each.topic in ("better", "letter")


def test_an_offer_is_not_told_before_it_is_made() -> None:
    """Where a better text is offered if all want to see it, what would have been better is not among the first."""
    for _, _, found in told():
        topics = [each.topic for each in found]
        assert not {"settlement", "better"} <= set(topics)


def typed(**words: OptionId) -> Debrief:
    """Talks that ended with the text of history but for some words, as it was typed in from paper."""
    told = scenario("two-words")
    assert told.history is not None
    text = {issue.id: words.get(issue.id, told.history.outcome[issue.id]) for issue in told.text.negotiated}
    move = Transcribe(CHAIR, 12.0, tuple(Penned(issue, option) for issue, option in text.items()))
    return Debrief(Course.of(Record("two-words", "", 0, {}, (move,), as_written=True), source("two-words")))


def test_a_text_like_that_of_history_is_read_beside_it() -> None:
    """Most of its wordings, but not all of them: then there is nothing to compare."""
    same = typed()
    assert same.scenario.history is not None
    issue, every = same.scenario.text.negotiated[0], len(same.scenario.text.negotiated)
    other = next(option.id for option in issue.options if option.id != same.scenario.history.outcome[issue.id])
    found = first_topics(typed(**{issue.id: other}))
    assert Alike(every - 1, every) in [each.cause for each in found]
    assert "against" not in [each.topic for each in first_topics(same)]
