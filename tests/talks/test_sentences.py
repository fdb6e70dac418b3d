from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from game.talks import Propose, Talks, describe, events, hours_words, listed, tell
from game.talks.events import Event
from tests.library import EVERY, opened, random_game
from tests.rulebook import A, B, after, lake, news, sheet, steps

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [decides on works|A] [|B].
    -- guests: none
    -- fish: [same|A] [more|B]
"""


CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works.
    -- when: silence
    -- council: none
    -- guests: none
    -- fish: same
"""
CABLES = {A: sheet(mandate=steps(when="month | time"))}


def games() -> Iterator[Talks]:
    """Games of chance over every scenario, and a few by hand in which the rarer things happen."""
    for name in EVERY:
        for seed in range(4):
            *_, talks = random_game(opened(name, seed), Random(seed), leaves=seed == 3)
            yield talks
    yield after(lake(CLEAN), "A moves verb=will", "B moves verb=will", "A initials", "B initials")
    yield after(lake(OPENING), "A floats B:verb=shall", "B declines 1 over verb", "A tables B:when=month", "B leaves")
    yield after(lake(OPENING, hours=0.5), 'A says "."')
    yield after(lake(OPENING), "A tables B:verb=shall", "B tables A:verb=will", "A accepts 2")
    asking = after(lake(OPENING, sheets=CABLES), "A tables B:verb=shall", "B declines 1", "A asks when")
    yield after(asking, "A tables B:verb=shall", 'B says "."', "A withdraws 2", *['B says "."', 'A says "."'] * 3)


def test_every_event_is_a_sentence() -> None:
    """Every event of many games reads as a sentence, with a capital and one full stop; no kind of event is left out."""
    kinds: set[type[Event]] = set()
    for talks in games():
        for event in talks.events:
            told = tell(talks.scenario, event)
            assert told.endswith("."), told
            assert not told.endswith(".."), told
            assert told[0].isupper() or told[0] == "−", told
            assert "None" not in told
            kinds.add(type(event))
    every = {k for name in dir(events) if isinstance(k := getattr(events, name), type) and issubclass(k, Event)}
    assert every - kinds == {Event}


def test_a_package_is_told_by_its_words() -> None:
    """A package says for each issue which wording, who offers it and who is asked; both together say nothing of who."""
    talks = lake(OPENING)
    talks = after(talks, "A tables A:fish=more B:verb=shall A:when=time B:when=time A:council=advises B:council=hears")
    move = talks.moves[-1]
    assert isinstance(move, Propose)
    assert describe(talks.scenario, A, move.shifts) == (
        "The fish: “more fish” (offered); The verb: “shall” (asked); The notice: “in good time”; "
        "The council: Aria “advises on works” and Boro “hears of works”"
    )


@pytest.mark.parametrize(
    ("moves", "sentence"),
    [
        (("A tables B:verb=shall", "B declines 1"), "Boro declines package 1."),
        (("A tables B:verb=shall", "B declines 1 over verb"), "Boro declines package 1 over “shall”."),
        (("A tables B:verb=shall", "B declines 1 over verb, never"), "Boro declines package 1: “shall”, never."),
        (("A tables B:verb=shall", "B accepts 1"), "Agreed ad referendum: “The verb”."),
        (("A tables B:verb=shall", "B tables A:verb=will"), "Boro tables package 2: The verb: “will” (asked)."),
        (("A floats B:verb=shall",), "Aria puts a non-paper: The verb: “shall” (asked)."),
        (("A floats B:verb=shall", "B accepts 1"), "Boro answers the non-paper: with that one could live."),
        (("A floats B:verb=shall", "B declines 1"), "Boro answers the non-paper: not like this."),
        (
            ("A floats B:verb=shall", "B declines 1 over verb"),
            "Boro answers the non-paper: the difficulty is “The verb”.",
        ),
        (("A moves verb=will",), "Agreed ad referendum: “The verb”."),
        (("A moves guests=vote",), "−1: reopened “The guests”."),
        (("A moves council=hears",), "Aria moves in “The council”: “hears of works”."),
        (("A leaves",), "Aria leaves the talks."),
        (('A says "Well."',), "Aria takes the floor."),
    ],
)
def test_the_record_says_what_was_done(moves: tuple[str, ...], sentence: str) -> None:
    """Each deed stands in the summary record in the same words for every face."""
    talks = after(lake(OPENING), *moves)
    assert tell(talks.scenario, talks.events[-1]) == sentence


def test_a_counter_is_told_from_an_overtaking() -> None:
    """The record says whether a package was answered by another or overtaken."""
    countered = after(lake(OPENING), "A tables B:verb=shall", "B tables A:verb=will")
    overtaken = after(lake(OPENING), "A tables B:verb=shall", "B moves verb=may")
    told = [tell(t.scenario, event) for t in (countered, overtaken) for event in news(t, events.Lapsed)]
    assert told == ["Package 1 is answered by the counter-proposal.", "Package 1 is overtaken."]


def test_hours_are_written_as_people_write_them() -> None:
    """Hours have quarters, and half an hour has no nought."""
    assert [hours_words(h) for h in (0, 0.25, 0.5, 1, 2.5, 23.75)] == ["0 h", "¼ h", "½ h", "1 h", "2½ h", "23¾ h"]


def test_a_list_in_a_sentence() -> None:
    """A list has commas and one and."""
    assert [listed(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_only_the_seat_is_told_what_it_asked() -> None:
    """The room is told that one confers; the seat is told of what, when the answer is due, and what it says."""
    talks = after(lake(OPENING), "A tables B:verb=shall", 'B says "."')
    cable = events.Cabled(3.0, A, frozenset({A}), "", tuple(talks.agreed), 8.5)
    assert tell(talks.scenario, cable) == "Cable sent about “The guests”; the answer is due at hour 8½."
    assert tell(talks.scenario, events.Conferred(3.0, B)) == "Boro confers with its capital."
    assert tell(talks.scenario, events.Answered(3.0, A)) == "A cable from the town hall of Aria: no change."
