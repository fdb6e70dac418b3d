from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import get_args

import pytest

from game.scenario import AudienceId, Clock, Effect, HappeningId, ReadingId, SideTextId
from game.talks import Far, Propose, Shift, Talks, events, outside
from game.talks.causes import Decreed, ThoughtAgain
from game.talks.events import Event
from game.text import IssueId, OptionId
from game.words import hours, listed, stopped
from game.words.events import describe, tell
from tests.library import EVERY, opened, random_game, scenario
from tests.rulebook import VERB, WHEN, A, B, after, lake, sheet, steps
from tests.rulebook.test_17_chair import flooded
from tests.rulebook.test_18_persons import clean
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
    still = lake(OPENING, clock=Clock(say=0))
    yield after(still, *['A says "."', 'B says "."'] * (still.most_moves // 2))
    yield after(lake(OPENING), "A tables B:verb=shall", "B tables A:verb=will", "A accepts 2")
    asking = after(lake(OPENING, sheets=CABLES), "A tables B:verb=shall", "B declines 1", "A asks when")
    yield after(asking, "A tables B:verb=shall", 'B says "."', "A withdraws 2", *['B says "."', 'A says "."'] * 3)
    yield after(lake(OPENING, clock=Clock(recess=2)), 'A says "."', 'B says "."')
    yield from around_the_table()
    yield from from_outside()


def from_outside() -> Iterator[Talks]:
    """Games by hand with a chair, and with persons who speak for audiences."""
    silent = after(clean("DUKE"), "A sounds DUKE", "DUKE answers yes", "A circulates", "DUKE keeps silence")
    yield silent
    yield after(
        silent, "*chair revokes 2", '*chair wires A  "Again."', '*chair wires all  "All."', "*chair excuses DUKE"
    )
    yield after(clean("DIET", "POST"), 'POST prints  "NO"', "A circulates", 'B says "."', "A initials", "B initials")
    yield after(flooded(), "*chair passes 1", "*chair extends 1", "*chair closes")
    yield after(lake(OPENING), "*chair transcribes 1 verb=may")


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


DUKE = AudienceId("DUKE")
FAIR, SHALL, MAY = SideTextId("fair"), OptionId("shall"), OptionId("may")
HERS = frozenset({A})
WET = Decreed(RAIN, "it rained")
ASKED = (Shift(B, VERB, SHALL),)
FAR: tuple[tuple[OptionId | None, Far, str], ...] = (
    (None, "not-this", ": none of this, at any price"),
    (None, "not-for-this", ": not for this"),
    (None, "nearly", ": it is nearly enough"),
    (SHALL, "not-this", " over “shall”: not this, at any price"),
    (SHALL, "not-for-this", " over “shall”: not for this"),
    (SHALL, "nearly", " over “shall”: it is nearly enough"),
)
HINTED: tuple[tuple[IssueId | None, Far, str], ...] = (
    (None, "not-this", "none of this, at any price"),
    (None, "not-for-this", "not for this"),
    (None, "nearly", "it is nearly enough"),
    (VERB, "not-this", "the difficulty is “The verb”, and no price would change that"),
    (VERB, "not-for-this", "the difficulty is “The verb”; not for this"),
    (VERB, "nearly", "the difficulty is “The verb”; it is nearly enough"),
)
SAID: tuple[tuple[Event, str], ...] = (
    (events.Opened(at=0.0), "The talks open between Aria and Boro."),
    (events.Proposed(at=1.0, by=A, package=1, shifts=ASKED), "Aria tables package 1: The verb: “shall” (asked)."),
    (
        events.Proposed(at=1.0, by=A, package=1, shifts=ASKED, off_record=True),
        "Aria puts a non-paper: The verb: “shall” (asked).",
    ),
    (events.Accepted(at=1.0, by=B, package=1, carried=True), "Boro accepts package 1."),
    (events.Accepted(at=1.0, by=B, package=1), "Boro accepts package 1, and the others are asked."),
    (events.Declined(at=1.0, by=B, package=1), "Boro declines package 1."),
    (events.Declined(at=1.0, by=B, package=1, issue=VERB), "Boro declines package 1 over “The verb”."),
    (events.Declined(at=1.0, by=B, package=1, issue=VERB, option=SHALL), "Boro declines package 1 over “shall”."),
    (
        events.Declined(at=1.0, by=B, package=1, issue=VERB, option=SHALL, never=True),
        "Boro declines package 1: “shall”, never.",
    ),
    *(
        (
            events.Declined(at=1.0, by=B, package=1, issue=VERB if word else None, option=word, far=far),
            f"Boro declines package 1{said}.",
        )
        for word, far, said in FAR
    ),
    *(
        (events.Hinted(at=1.0, by=B, package=1, issue=issue, far=far), f"Boro answers the non-paper: {said}.")
        for issue, far, said in HINTED
    ),
    (events.Hinted(at=1.0, by=B, package=1, warm=True), "Boro answers the non-paper: with that one could live."),
    (events.Hinted(at=1.0, by=B, package=1), "Boro answers the non-paper: not like this."),
    (
        events.Hinted(at=1.0, by=B, package=1, issue=VERB),
        "Boro answers the non-paper: the difficulty is “The verb”.",
    ),
    (events.Withdrawn(at=1.0, by=A, package=1), "Aria withdraws package 1."),
    (events.Lapsed(at=1.0, package=1), "Package 1 is overtaken."),
    (events.Lapsed(at=1.0, package=1, countered=True), "Package 1 is answered by the counter-proposal."),
    (events.Amended(at=1.0, by=A, issue=VERB, old=SHALL, new=MAY), "Aria moves in “The verb”: “may”."),
    (
        events.Amended(at=1.0, by=A, issue=VERB, old=SHALL, new=MAY, reopened=True),
        "Aria reopens “The verb”: “may”.",
    ),
    (events.Settled(at=1.0, issues=(VERB, WHEN)), "Agreed ad referendum: “The verb” and “The notice”."),
    (events.Conferred(at=1.0, by=B), "Boro confers with its capital."),
    (
        events.Cabled(at=3.0, by=A, heard_by=HERS, issues=(VERB,), due=8.5),
        "Cable sent about “The verb”; the answer is due at hour 8½.",
    ),
    (events.Answered(at=3.0, by=A, issues=(), opened=()), "A cable from the town hall of Aria: no change."),
    (
        events.Answered(at=3.0, by=A, issues=(VERB,), opened=()),
        "A cable from the town hall of Aria on “The verb”: no change.",
    ),
    (
        events.Answered(at=3.0, by=A, issues=(VERB, WHEN), opened=((VERB, SHALL), (VERB, MAY))),
        "A cable from the town hall of Aria: on “The verb” you may now go to “shall” or “may”; on “The notice” there is"
        " no change.",
    ),
    (events.Spoke(at=1.0, by=A), "Aria takes the floor."),
    (
        events.Recessed(at=1.0, until=4.5),
        "Everybody has only talked: the talks go into recess for 3½ h.",
    ),
    (events.Charged(at=1.0, by=A, heard_by=HERS, points=2, cause=RAINED), "+2: it rained."),
    (
        events.Happened(at=1.0, happening=RAIN, title="“Rain”", story="It rained."),
        "“Rain”. It rained.",
    ),
    (events.Happened(at=1.0, happening=RAIN, title="Rain?", story="It rained."), "Rain? It rained."),
    (
        events.Adjusted(at=1.0, by=A, number="walk-away", before=10, after=6, cause=WET),
        "Your walk-away is 6 now (−4): it rained.",
    ),
    (
        events.Adjusted(at=1.0, by=A, number="points", issue=VERB, option=MAY, before=30, after=27, cause=WET),
        "“may” is worth 27 to you (−3): it rained.",
    ),
    (
        events.Adjusted(at=1.0, by=A, number="mandate", issue=VERB, before=0, after=1, cause=WET),
        "Your mandate in “The verb” is one step wider: it rained.",
    ),
    (
        events.Adjusted(at=1.0, by=A, number="mandate", issue=VERB, before=0, after=2, cause=WET),
        "Your mandate in “The verb” is 2 steps wider: it rained.",
    ),
    (
        events.Adjusted(at=1.0, number="audience", audience=DUKE, before=0, after=1, cause=WET),
        "The Duke is harder to please: it rained.",
    ),
    (
        events.Adjusted(at=1.0, number="audience", audience=DUKE, before=0, after=-1, cause=WET),
        "The Duke is easier to please: it rained.",
    ),
    (
        events.Tempered(at=1.0, between=(A, B), before=4, after=3, cause=WET),
        "Goodwill between Aria and Boro falls to cold (−1): it rained.",
    ),
    (
        events.Tempered(at=1.0, between=(A, B), before=5, after=4, cause=WET),
        "Goodwill between Aria and Boro falls, still correct (−1): it rained.",
    ),
    (
        events.Tempered(at=1.0, between=(A, B), before=5, after=7, cause=WET),
        "Goodwill between Aria and Boro rises to warm (+2): it rained.",
    ),
    (
        events.Tempered(at=1.0, between=(A, B), before=5, after=6, cause=WET),
        "Goodwill between Aria and Boro rises, still correct (+1): it rained.",
    ),
    (
        events.Stirred(at=1.0, audience=DUKE, before="uneasy", after="content", cause=WET),
        "The Duke is content now: it rained.",
    ),
    (
        events.Stirred(at=1.0, audience=DUKE, before="against", after="uneasy", cause=RAINED),
        "The Duke is uneasy now: it rained.",
    ),
    (
        events.Stirred(at=1.0, audience=DUKE, before="uneasy", after="against", cause=ThoughtAgain()),
        "The Duke is against it now: it has thought again.",
    ),
    (
        events.HeldUp(at=1.0, by=A, side_text=FAIR),
        "Aria holds up the notice of the fair: it asks that its boats come first.",
    ),
    (
        events.Responded(at=1.0, by=B, side_text=FAIR, how="give", over=True),
        "Boro gives the word: the boats come first.",
    ),
    (
        events.Responded(at=1.0, by=B, side_text=FAIR, how="swap", over=True),
        "Boro swaps the word: the boats come second, and a flag flies.",
    ),
    (
        events.Responded(at=1.0, by=B, side_text=FAIR, how="sit", over=True),
        "Boro sits it out: the clock runs, and the notice of the fair stays as it is.",
    ),
    (events.Responded(at=1.0, by=B, side_text=FAIR, how="sit"), "Boro sits it out."),
    (
        events.Announced(at=1.0, by=A, issue=VERB, option=SHALL),
        "Aria tells the newspapers that it stands for “shall” in “The verb”.",
    ),
    (events.Sounded(at=1.0, by=A, audience=DUKE, answer="yes"), "The Duke is sounded: it would consent."),
    (
        events.Sounded(at=1.0, by=A, audience=DUKE, answer="uneasy", issue=VERB),
        "The Duke is sounded: it is uneasy, and would break silence; the difficulty is “The verb”.",
    ),
    (events.Sounded(at=1.0, by=A, audience=DUKE, answer="no"), "The Duke is sounded: it would break silence."),
    (
        events.Circulated(at=1.0, by=A),
        "Aria circulates the text to its allies under the silence procedure.",
    ),
    (events.Consented(at=1.0, by=A), "Silence holds: the allies of Aria consent."),
    (
        events.Broke(at=1.0, by=A, audience=DUKE, issue=VERB, option=SHALL, retreat=MAY),
        "The Duke breaks silence over “shall” in “The verb”: it is barred, and Aria now stands for “may”.",
    ),
    (events.Broke(at=1.0, by=A, audience=DUKE), "The Duke breaks silence, and no single clause would mend it."),
    (events.Interpreted(at=1.0, by=A, reading=None), "Aria makes no closing statement."),
    (
        events.Interpreted(at=1.0, by=A, reading=ReadingId("promise"), says="We promise."),
        "Aria reads the text its own way: “We promise.”",
    ),
    (events.Ratified(at=1.0, by=A, audience=DUKE), "The Duke ratifies the text."),
    (
        events.Returned(at=1.0, by=A, audience=DUKE, issue=VERB, option=SHALL, retreat=MAY),
        "The Duke sends the text back over “shall” in “The verb”: it is barred, and Aria now stands for “may”. There is"
        " one last swap.",
    ),
    (events.Returned(at=1.0, by=A, audience=DUKE, final=True), "The Duke refuses the text for good."),
    (events.Prolonged(at=1.0, before=2.0, after=5.0, cause=WET), "The talks go on for 3 h more: it rained."),
    (events.Initialled(at=1.0, by=A), "Aria initials the text."),
    (events.Left(at=1.0, by=B), "Boro leaves the talks."),
    (
        events.BrokenOff(at=1.0),
        "The clock stands still and the talks go round: they are broken off without a text.",
    ),
    (events.Adjourned(at=1.0), "The clock strikes: the talks are adjourned without a text."),
    (events.Concluded(at=1.0), "The text is signed."),
    (outside.Inquired(at=1.0, by=A, audience=DUKE), "Aria sounds the Duke, which has still to answer."),
    (outside.Kept(at=1.0, by=B, audience=DUKE), "The Duke keeps silence."),
    (outside.Called(at=1.0, by=A, audience=DUKE), "The vote of the Duke is called."),
    (outside.Printed(at=1.0, audience=DUKE, remark="No."), "The Duke prints a headline."),
    (outside.Passed(at=1.0, hours=2.5), "The chair lets 2½ h pass."),
    (outside.Extended(at=1.0, before=24, after=25), "The chair moves the deadline by 1 h, to hour 25."),
    (outside.Wired(at=1.0, remark="Well?"), "The chair sends a cable to all."),
    (outside.Wired(at=1.0, to=A, remark="Well?"), "The chair sends a cable to Aria."),
    (
        outside.Revoked(at=1.5, until=4.0),
        "The chair takes back what was done since hour 1½: it stands struck in the record.",
    ),
    (
        outside.Revoked(at=0.0, until=4.0, of=A),
        "Aria takes back what was done since hour 0: it stands struck in the record.",
    ),
    (outside.Closed(at=1.0), "The chair closes the talks."),
    (
        outside.Transcribed(at=1.0, hours=1.0, whole=True),
        "The chair puts down the text that was signed on paper.",
    ),
    (
        outside.Transcribed(at=1.0, hours=1.0, whole=False),
        "The chair puts down what was agreed on paper: it is no whole text.",
    ),
    (outside.Admitted(at=1.0, audience=DUKE), "Somebody speaks for the Duke now."),
    (outside.Excused(at=1.0, audience=DUKE), "Nobody speaks for the Duke any more."),
)
"""Every kind of event with the one sentence in which the record tells it, in each of its shapes."""


@pytest.mark.parametrize(("event", "sentence"), SAID)
def test_an_event_is_told_in_its_sentence(event: Event, sentence: str) -> None:
    """What happens stands in the record in the same words for every face."""
    world = around(ally("Duke", 0), side_texts=(fair(),))
    assert tell(lake(OPENING, world=world).scenario, event) == sentence


def test_every_event_is_among_them() -> None:
    """No kind is forgotten here, and no two are told in the same words."""
    assert {type(event) for event, _ in SAID} == set(get_args(Event))
    assert len({sentence for _, sentence in SAID}) == len(SAID)


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


def test_hours_are_written_as_people_write_them() -> None:
    """Hours have quarters, and half an hour has no nought."""
    assert [hours(h) for h in (0, 0.25, 0.5, 1, 2.5, 23.75)] == ["0 h", "¼ h", "½ h", "1 h", "2½ h", "23¾ h"]


def test_a_list_in_a_sentence() -> None:
    """A list has commas and one and."""
    assert [listed(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


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


def test_a_closing_statement_names_whom_it_is_made_after() -> None:
    """Those of 1997 are put into a delegation's mouth, and were said otherwise by somebody whom the sentence names."""
    told = scenario("founding-act-1997")
    for each in told.readings:
        said = tell(told, events.Interpreted(at=1.0, by=each.of, reading=each.id, says=each.says))
        assert said.endswith(f"{each.says}” The words are ours, after {each.after}."), said
