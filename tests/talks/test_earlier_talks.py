"""What talks take over from those that they follow."""

from __future__ import annotations

from dataclasses import replace

from game.scenario import Effect, Inheritance, Past, Sequel
from game.talks import EARLIER, GALLERY, Talks, events, open_talks, view
from game.talks.causes import Decreed, LeftBehind
from game.text import OptionId
from tests.rulebook import FISH, VERB, A, B, lake, news, numbers

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, a month ahead.
    -- council: none
    -- guests: none
    -- fish: same
"""
DEAR = Effect("fish are dear since then", of=A, points={FISH: {OptionId("more"): 2}})
SEQUEL = Sequel(
    "the-river",
    goodwill=True,
    words=(Inheritance("More fish were promised.", (DEAR,)),),
    no_text=Inheritance("Nothing was signed on the river.", (Effect("it was long ago", of=B, reservation_value=-3),)),
)


def following(past: Past) -> Talks:
    """The lake as a sequel of the river."""
    return open_talks(replace(lake(OPENING).scenario, sequel=SEQUEL), 1, past=past)


def test_goodwill_is_taken_over_with_its_reason() -> None:
    """Goodwill begins where it ended, and the record says why it is not what it would have been."""
    talks = following(Past("the-river", {(A, B): 2}, None))
    assert talks.goodwill == {(A, B): 2}
    assert numbers(news(talks, events.Tempered)) == [((A, B), 5, 2, LeftBehind())]


def test_goodwill_that_is_the_same_is_not_worth_a_word() -> None:
    """Nothing is told where nothing changes."""
    assert news(following(Past("the-river", {(A, B): 5}, None)), events.Tempered) == []


def test_everybody_hears_what_was_left() -> None:
    """Each thing that is taken over is told to all; the numbers that it changes only to whoever they belong to."""
    talks = following(Past("the-river", {}, {VERB: OptionId("shall")}, {VERB: 2}))
    heard = [event for event in view(talks, GALLERY).record if isinstance(event, events.Happened)]
    assert [(event.happening, event.story) for event in heard] == [(EARLIER, SEQUEL.words[0].because)]
    assert numbers(view(talks, GALLERY).record) == numbers(view(talks, B).record) == []
    assert numbers(view(talks, A).record) == [(A, "points", FISH, "more", 10, 12, Decreed(EARLIER, DEAR.because))]


def test_no_text_leaves_something_too() -> None:
    """Where nothing was signed, that is told, and what it changes."""
    talks = following(Past("the-river", {}, None))
    assert SEQUEL.no_text is not None
    assert [event.story for event in news(talks, events.Happened)] == [SEQUEL.no_text.because]
    assert talks.scenario.instructions[B].reservation_value == 7


def test_other_talks_leave_nothing() -> None:
    """The past of talks that these do not follow is not taken over."""
    assert [type(event) for event in following(Past("the-sea", {(A, B): 2}, None)).events] == [events.Opened]
