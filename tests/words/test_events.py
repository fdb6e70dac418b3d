from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import get_args

import pytest

from game.scenario import AudienceId, Effect, HappeningId, ReadingId
from game.talks import Propose, Talks, events, hours_words, listed, stopped
from game.talks.causes import Decreed, News
from game.talks.events import Event
from game.text import OptionId
from game.words.events import describe, tell
from tests.library import EVERY, opened, random_game
from tests.rulebook import VERB, WHEN, A, B, after, lake, news, sheet, steps
from tests.rulebook.world import ally, around, fair, given, happening, paper, parliament, reading

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
DUKE, RAIN = AudienceId("DUKE"), HappeningId("rain")
RAINED = Decreed(RAIN, "it rained.")
SIGNS = "“−+"
"""What a sentence may begin with besides a capital: what is quoted, and points."""


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
    yield from around_the_table()


def around_the_table() -> Iterator[Talks]:
    """Games by hand with those who are not at the table."""
    diet = parliament("Diet", 10, council=(30, 20, 10, 0))
    yield after(lake(CLEAN, hours=1, world=around(diet)), "A initials", "B initials")
    for answer in ("gives", "swaps", "sits"):
        sheets = {A: sheet(stakes={"fair": (3, 1)})}
        yield after(lake(OPENING, sheets=sheets, world=around(side_texts=(fair(),))), "A holds fair", f"B {answer}")
    three = lake(CLEAN, parties=3, world=around(side_texts=(fair(),)))
    yield after(three, "A holds fair", "B sits", "C sits")
    effects = (
        Effect("the mill is under water", of=A, reservation_value=2),
        Effect("the mill is under water", of=A, points={VERB: {OptionId("shall"): -2}}),
        Effect("the mill is under water", of=A, mandate=(WHEN,)),
        Effect("the mill is under water", audience=AudienceId("DUKE"), threshold=3),
        Effect("the mill is under water", audience=AudienceId("GAZETTE"), threshold=-30),
    )
    duke = ally("Duke", 20, verb=(0, 10, 30))
    judges = (duke, paper("Gazette", 30, of=B, verb=(20, 0, 0)), parliament("Diet", 10, of=B, verb=(0, 10, 20)))
    flood = around(*judges, happenings=(happening("flood", *effects, condition=given("fish=same")),))
    talks = after(
        lake(OPENING, sheets=CABLES, world=flood), "A announces fish=same", "B moves fish=same", "A sounds DUKE"
    )
    yield after(talks, "A announces verb=shall", 'B says "."', "A moves verb=may", 'B says "."', "A sounds DUKE")
    for threshold in (0, 20, 99):
        yield after(lake(CLEAN, world=around(ally("Duke", threshold))), "A sounds DUKE", "A circulates")
    yield after(lake(CLEAN, world=around(duke)), "A circulates", "B moves verb=will", "A circulates")
    for threshold in (0, 10, 20):
        diet = parliament("Diet", threshold, verb=(0, 10, 20))
        closing = around(diet, paper("Gazette", 0, of=B), readings=(reading("promise", A, wakes=9), reading("hope", B)))
        read = after(lake(CLEAN, world=closing), "A initials", "B initials", "A reads promise", "B reads -")
        yield read if read.signed else after(read, 'A says "."', "B moves verb=will", "A initials", "B initials")


def test_every_event_is_a_sentence() -> None:
    """Every event of many games reads as a sentence, with a capital and one full stop, which may stand in what is
    quoted at the end, or be the mark of a question; no kind of event is left out."""
    kinds: set[type[Event]] = set()
    for talks in games():
        for event in talks.events:
            told = tell(talks.scenario, event)
            assert told.endswith((".", ".”", "?")), told
            assert not re.search(r"[.?!][”]?[.?!][”]?( |$)", told), told
            assert told[0].isupper() or told[0] in SIGNS, told
            assert "None" not in told
            assert "  " not in told
            kinds.add(type(event))
    assert kinds == set(get_args(Event))


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (events.Broke(at=1.0, by=A, audience=DUKE), "The Duke breaks silence, and no single clause would mend it."),
        (events.Sounded(at=1.0, by=A, audience=DUKE, answer="yes"), "The Duke is sounded: it would consent."),
        (
            events.Sounded(at=1.0, by=A, audience=DUKE, answer="uneasy", issue=VERB),
            "The Duke is sounded: it is uneasy, and would break silence; the difficulty is “The verb”.",
        ),
        (events.Sounded(at=1.0, by=A, audience=DUKE, answer="no"), "The Duke is sounded: it would break silence."),
        (
            events.Stirred(at=1.0, audience=DUKE, before="against", after="uneasy", cause=RAINED),
            "The Duke is uneasy now: it rained.",
        ),
        (events.Interpreted(at=1.0, by=A, reading=None), "Aria makes no closing statement."),
        (
            events.Interpreted(at=1.0, by=A, reading=ReadingId("promise"), says="We promise."),
            "Aria reads the text its own way: “We promise.”",
        ),
        (events.Returned(at=1.0, by=A, audience=DUKE, final=True), "The Duke refuses the text for good."),
        (
            events.Happened(at=1.0, happening=RAIN, title="“Rain”", story="It rained."),
            "“Rain”. It rained.",
        ),
        (events.Happened(at=1.0, happening=RAIN, title="Rain?", story="It rained."), "Rain? It rained."),
        (
            events.Stirred(at=1.0, audience=DUKE, before="uneasy", after="against", cause=News(RAIN, "Rain?")),
            "The Duke is against it now: Rain?",
        ),
        (events.Charged(at=1.0, by=A, points=2, cause=RAINED), "+2: it rained."),
        (
            events.Tempered(at=1.0, between=(A, B), before=4, after=3, cause=Decreed(RAIN, "it rained")),
            "Goodwill between Aria and Boro falls to cold (−1): it rained.",
        ),
    ],
)
def test_what_is_told_of_those_outside(event: Event, sentence: str) -> None:
    """What happens around the table stands in the record in the same words for every face."""
    assert tell(lake(OPENING, world=around(ally("Duke", 0))).scenario, event) == sentence


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
        (
            ("A moves guests=vote",),
            "Goodwill between Aria and Boro falls to cold (−2): Aria reopened “The guests” on 1 June.",
        ),
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
    cable = events.Cabled(at=3.0, by=A, heard_by=frozenset({A}), issues=tuple(talks.agreed), due=8.5)
    assert tell(talks.scenario, cable) == "Cable sent about “The guests”; the answer is due at hour 8½."
    assert tell(talks.scenario, events.Conferred(at=3.0, by=B)) == "Boro confers with its capital."
    assert (
        tell(talks.scenario, events.Answered(at=3.0, by=A, issues=(), opened=()))
        == "A cable from the town hall of Aria: no change."
    )


def test_a_sentence_has_one_full_stop() -> None:
    """A full stop is set where there is none yet, before or after a quotation mark."""
    words = ("Done", "Done.", "It heard “so.”", "It heard “so”", "Is it?", "(It is.)")
    assert [stopped(said) for said in words] == [
        "Done.",
        "Done.",
        "It heard “so.”",
        "It heard “so”.",
        "Is it?",
        "(It is.)",
    ]
