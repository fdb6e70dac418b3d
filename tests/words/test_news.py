"""News in words: every kind of card, and every kind of change that may stand on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.scenario import AudienceId, HappeningId, load, source_of
from game.seat import Card, CardKind, Desk, desk
from game.talks import EARLIER, events, open_talks, view
from game.talks.causes import Decreed
from game.talks.events import Event
from game.text import DelegationId, IssueId, OptionId
from game.words.news import changes, story
from tests.desktop.driving import HARBOUR

BORO, ARIA = DelegationId("BORO"), DelegationId("ARIA")
MOOT, GUILD = AudienceId("MOOT"), AudienceId("GUILD")
NOTICE = IssueId("notice")
SAND = Decreed(HappeningId("storm"), "there is sand")
SEEN = view(open_talks(load(source_of(HARBOUR), HARBOUR), 1), BORO)
TO_BORO = frozenset({BORO})


def with_events(*more: Event) -> Desk:
    """Boro's desk, on which these events have just been heard."""
    return desk(replace(SEEN, version=1, record=(*SEEN.record, *more)))


def read(event: Event, kind: CardKind = "cutting") -> tuple[str, str]:
    """Title and story of the card of an event."""
    told = story(SEEN.scenario, with_events(event), Card(kind, len(SEEN.record)))
    return told.title, told.words


def test_a_cutting_is_told_by_its_author() -> None:
    """Title, story, label and sources are the file's; what earlier talks have left has our title over it."""
    storm = events.Happened(
        at=1.0, happening=HappeningId("storm"), title="A storm", story="Sand.", label="FACT", cite=("S1",)
    )
    told = story(SEEN.scenario, with_events(storm), Card("cutting", len(SEEN.record)))
    assert (told.title, told.words, told.label, told.cite) == ("A storm", "Sand.", "FACT", ("S1",))
    left = events.Happened(at=0.0, happening=EARLIER, title="", story="They parted.")
    assert read(left, "past") == ("What the earlier talks have left", "They parted.")
    assert story(SEEN.scenario, with_events(), Card("past", None)).title == "How you parted"


def test_a_word_that_is_barred_is_named() -> None:
    """With where its delegation stands instead; and where no word would mend it, that is said."""
    broke = events.Broke(
        at=1.0, by=BORO, audience=GUILD, issue=NOTICE, option=OptionId("shall"), retreat=OptionId("will")
    )
    title, words = read(broke, "silence")
    assert title.endswith("breaks silence")
    assert "“shall tell” in “Notice”" in words
    assert words.endswith("which stands for “will tell” instead.")
    title, words = read(events.Returned(at=1.0, by=BORO, audience=MOOT), "parliament")
    assert title == "The moot sends the text back"
    assert words.startswith("No single clause would mend it.")
    assert words.endswith("a second refusal is the end of the talks.")


@pytest.mark.parametrize(
    ("answer", "verb"), [("yes", "would consent"), ("uneasy", "is uneasy"), ("no", "would break silence")]
)
def test_an_ally_answers(answer: events.AllyAnswer, verb: str) -> None:
    """What it would do, and what it minds most of what this seat stands for."""
    title, words = read(events.Sounded(at=1.0, by=BORO, audience=GUILD, answer=answer, issue=NOTICE), "answer")
    assert title.endswith(verb)
    assert words.endswith("What it minds most is “shall tell” in “Notice”.")
    assert "minds" not in read(events.Sounded(at=1.0, by=BORO, audience=GUILD, answer=answer), "answer")[1]


@pytest.mark.parametrize(
    ("event", "by", "what"),
    [
        (
            events.Adjusted(at=1.0, by=BORO, heard_by=TO_BORO, number="walk-away", before=30, after=26, cause=SAND),
            "−4",
            "your walk-away is 26, no longer 30",
        ),
        (
            events.Adjusted(
                at=1.0, by=BORO, heard_by=TO_BORO, number="points", before=40, after=41, cause=SAND, issue=NOTICE,
                option=OptionId("shall"),
            ),
            "+1",
            "“shall tell” in “Notice” is worth 41 to you, no longer 40",
        ),
        (
            events.Adjusted(
                at=1.0, by=BORO, heard_by=TO_BORO, number="mandate", before=0, after=2, cause=SAND, issue=NOTICE
            ),
            "",
            "your mandate in “Notice” is 2 steps wider",
        ),
        (
            events.Adjusted(at=1.0, number="audience", before=0, after=3, cause=SAND, audience=MOOT),
            "",
            "The moot is harder to please",
        ),
        (
            events.Adjusted(at=1.0, number="audience", before=0, after=-3, cause=SAND, audience=MOOT),
            "",
            "The moot is easier to please",
        ),
        (
            events.Charged(at=1.0, by=BORO, heard_by=TO_BORO, points=-2, cause=SAND),
            "−2",
            "points, at once and for good",
        ),
        (events.Prolonged(at=1.0, before=20.0, after=22.5, cause=SAND), "", "the talks end 2½ h later"),
        (
            events.Stirred(at=1.0, audience=MOOT, before="content", after="against", cause=SAND),
            "",
            "The moot is against now",
        ),
        (
            events.Tempered(at=1.0, between=(BORO, ARIA), before=5, after=6, cause=SAND),
            "+1",
            "goodwill with Aria: still correct",
        ),
        (
            events.Tempered(at=1.0, between=(BORO, ARIA), before=5, after=1, cause=SAND),
            "−4",
            "goodwill with Aria: cold, no longer correct",
        ),
    ],
)  # fmt: skip
def test_what_it_changed(event: Event, by: str, what: str) -> None:
    """By how much, which number and why; told twice alike, it is told once. A mood says by itself why."""
    place = len(SEEN.record)
    found = changes(SEEN.scenario, with_events(event, event), Card("cutting", None, (place, place + 1)))
    assert [(each.by, each.what) for each in found] == [(by, what)]
    assert found[0].because == ("" if isinstance(event, events.Stirred) else "there is sand")


def test_goodwill_between_others_names_both() -> None:
    """A watcher hears how two delegations stand with each other."""
    tempered = events.Tempered(at=1.0, between=(BORO, ARIA), before=5, after=8, cause=SAND)
    found = replace(with_events(tempered), who=DelegationId("*gallery"))
    told = changes(SEEN.scenario, found, Card("cutting", None, (len(SEEN.record),)))
    assert told[0].what == "goodwill between Boro and Aria: warm, no longer correct"


def test_what_is_no_news_is_on_no_card() -> None:
    """A remark makes neither a card nor a change."""
    spoke = events.Spoke(at=1.0, by=ARIA, remark="Good morning.")
    with pytest.raises(LookupError):
        read(spoke)
    with pytest.raises(LookupError):
        changes(SEEN.scenario, with_events(spoke), Card("cutting", None, (len(SEEN.record),)))
