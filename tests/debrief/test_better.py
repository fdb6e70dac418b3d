"""What would have been better for everybody, as enumeration has it; and why it was not found, as the record has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import prod
from random import Random

import pytest

from game.debrief import Debrief
from game.debrief.better import Better, better
from game.debrief.offers import offers
from game.talks import Far, Talks, write_move
from game.talks.audiences import surplus
from game.talks.events import Accepted, Proposed
from game.text import DelegationId, IssueId, OptionId, Outcome
from game.words.better import fallen
from game.words.debrief import section
from game.words.page import Items, unmarked
from tests.debrief.by_hand import by_hand
from tests.debrief.courses import debrief
from tests.library import opened, random_game

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
FOUR = tuple(map(IssueId, ("verb", "when", "council", "fish")))


def texts(found: Debrief) -> Iterator[Outcome]:
    """Every text that could be signed."""
    text, shut = found.scenario.text, found.space.shut
    for chosen in product(*([(i.id, o.id) for o in i.options] for i in text.issues)):
        if not shut & set(chosen) and text.conflict(dict(chosen)) is None:
            yield dict(chosen)


def worth(found: Debrief, text: Outcome) -> list[int]:
    """Points of everybody."""
    return [sheet.utility(text) for sheet in found.scenario.instructions.values()]


@pytest.mark.parametrize("signed", ["capacities regular reinforcing silence", "great practical silence noted"])
def test_better_than_a_signed_text_is_what_enumeration_has(signed: str) -> None:
    """Each gives everybody as much somebody more, none has fewer other words than the first; all are counted."""
    name = "istanbul-communique-1994"
    talks = opened(name, as_written=True)
    issues = [issue.id for issue in talks.scenario.text.issues]
    clean = dict(zip(issues, map(OptionId, signed.split()), strict=True))
    talks = replace(talks, positions=dict.fromkeys(talks.scenario.ids, clean))
    quiet = by_hand(name, "RUS initials", "NATO initials", *_statements(talks, clean), opening=talks)
    assert quiet.course.signed == clean
    mine = worth(quiet, clean)
    good = [text for text in texts(quiet) if _beats(worth(quiet, text), mine)]
    told = better(quiet)
    assert told.texts == len(good)
    assert bool(told.found) == bool(good)
    fewest = min((sum(text[i] != clean[i] for i in issues) for text in good), default=0)
    for place, each in enumerate(told.found):
        assert dict(each.text) in good
        assert list(each.points.values()) == worth(quiet, each.text)
        assert list(each.gains.values()) == [a - b for a, b in zip(worth(quiet, each.text), mine, strict=True)]
        assert {change.issue for change in each.changes} == {i for i in issues if each.text[i] != clean[i]}
        if not place:
            assert len(each.changes) == fewest
        if each.kind == "largest-product":
            least = quiet.walk_away.values()
            products = [prod(max(0, a - b) for a, b in zip(worth(quiet, text), least, strict=True)) for text in good]
            assert prod(max(0, a - b) for a, b in zip(each.points.values(), least, strict=True)) == max(products)


def _statements(talks: Talks, clean: Outcome) -> list[str]:
    """The closing statements that are due: nobody says anything."""
    due = {each.of for each in talks.scenario.readings if each.condition.met(clean, talks.scenario.binding, "correct")}
    return [f"{who} reads -" for who in talks.scenario.ids if who in due]


def _beats(one: list[int], other: list[int]) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(("name", "seed"), [("harbour", 1), ("two-words", 1), ("partnership-for-peace-1994", 1)])
def test_what_stands_against_a_better_text_is_there(name: str, seed: int) -> None:
    """One against which nobody outside stood is told where there is one, and those who stood against others did."""
    found = debrief(name, seed)
    end = found.course.end
    told = better(found).found
    for each in told:
        against = {
            audience.id
            for audience in found.scenario.audiences
            if (audience.power == "consent" or audience.has_vote(each.text)) and surplus(end, audience, each.text) < 0
        }
        assert {obstacle.audience for obstacle in each.obstacles if obstacle.audience} == against
        for obstacle in each.obstacles:
            if obstacle.kind == "mandate" and obstacle.issue and obstacle.option:
                assert obstacle.option not in end.mandate(obstacle.who, obstacle.issue)
    assert all(not each.obstacles for each in told if each.kind == "free")


@pytest.mark.parametrize("seed", range(4))
def test_nobody_loses_by_a_better_text_whatever_was_played(seed: int) -> None:
    """In random games: each is another text than the signed one, gives nobody less, and stands in the space unless it
    is told as one that does not."""
    name = ("two-words", "harbour", "three-rivers", "istanbul-communique-1994")[seed]
    *_, last = random_game(opened(name, seed, as_written=True), Random(seed), leaves=True)
    found = by_hand(name, *map(write_move, last.moves), seed=seed)
    told = better(found)
    for each in told.found:
        assert min(each.gains.values()) >= 0
        assert found.course.signed is None or max(each.gains.values()) > 0
        assert bool(found.space.shut & set(each.text.items())) == (each.kind == "beyond")
        assert found.scenario.text.conflict(each.text) is None
        assert (each.why == "outside") == bool(each.obstacles)
    assert (told.texts == 0) == (not any(each.kind != "beyond" for each in told.found))


def by_positions(aria: str, boro: str, *lines: str, opened_steps: int = 3) -> tuple[Better, ...]:
    """What would have been better than to leave the two words without a text from these positions."""
    talks = opened("two-words", as_written=True)
    stand = {
        who: dict(zip(FOUR, map(OptionId, words.split()), strict=True)) for who, words in ((ARIA, aria), (BORO, boro))
    }
    steps = {(who, FOUR[2]): opened_steps for who in stand}
    return better(by_hand("two-words", *lines, opening=replace(talks, positions=stand, steps=steps))).found


AGREED = ("will silence none more", "will silence none more")
"""Agreed on what is worth less to Aria than no text."""


def test_a_word_of_which_nobody_spoke_was_never_offered() -> None:
    """It is told, and the record has no paper with it."""
    first, *_ = by_positions(*AGREED, "ARIA leaves")
    assert first.why == "never-offered"
    assert {(change.issue, change.option) for change in first.changes} == {("when", "thirty"), ("council", "advise")}
    assert not any(change.mentioned for change in first.changes)


def test_a_word_that_was_refused_is_named_with_who_refused_it() -> None:
    """Each word lay on the table by itself, and one was refused by name."""
    first, *_ = by_positions(
        *AGREED,
        "ARIA tables BORO:council=advise ARIA:council=advise",
        "BORO declines 1 over council, never",
        "ARIA tables BORO:when=thirty ARIA:when=thirty",
        "BORO declines 2",
        "ARIA leaves",
    )
    assert first.why == "refused"
    when, council = first.changes
    assert not when.refusals
    assert when.mentioned
    (refusal,) = council.refusals
    assert (refusal.number, refusal.by, refusal.fate_number, refusal.fate_by) == (1, ARIA, 2, BORO)
    assert (refusal.issue, refusal.option, refusal.never) == ("council", "advise", True)


def test_words_that_were_never_together_in_one_paper() -> None:
    """Somebody stood for each of them, and no paper had all."""
    (only,) = by_positions("shall time advise more", "seek time advise more", "ARIA leaves")
    assert only.why == "not-together"
    (change,) = only.changes
    assert (change.option, change.stood) == ("shall", (ARIA,))


def test_a_paper_that_had_all_of_it_fell() -> None:
    """It is found, whatever else was in the talks."""
    (only,) = by_positions(
        "shall time advise more",
        "seek time advise more",
        "ARIA tables BORO:verb=shall",
        "BORO declines 1 over verb",
        "ARIA leaves",
    )
    assert only.why == "let-go"
    assert [offer.number for offer in only.whole] == [1]


def test_a_capital_that_never_opened_a_word_stood_against_it() -> None:
    """And another text is told beside it, against which nobody stood."""
    first, *_, free = by_positions(*AGREED, "ARIA leaves", opened_steps=0)
    assert first.why == "outside"
    assert {(each.kind, each.who, each.option, each.asked) for each in first.obstacles} == {
        ("mandate", ARIA, "advise", False),
        ("mandate", BORO, "advise", False),
    }
    assert free.kind == "free"
    assert free.obstacles == ()


def test_what_is_better_only_beyond_a_red_line_is_told_as_that() -> None:
    """Where no text that could be signed is better, the nearest one that nobody could have signed."""
    name = "istanbul-communique-1994"
    talks = opened(name, as_written=True)
    issues = talks.scenario.text.issues
    clean = dict(zip((i.id for i in issues), map(OptionId, ("capacities", "regular", "leading", "noted")), strict=True))
    red = {issue.id: issue.ids - {clean[issue.id]} for issue in issues}
    sheets = {who: replace(sheet, red_lines=red) for who, sheet in talks.scenario.instructions.items()}
    barred = replace(talks.scenario, instructions=sheets)
    talks = replace(talks, scenario=barred, positions=dict.fromkeys(talks.scenario.ids, clean))
    quiet = by_hand(name, "RUS initials", "NATO initials", *_statements(talks, clean), opening=talks)
    told = better(quiet)
    assert told.texts == 0
    (beyond,) = told.found
    assert beyond.kind == "beyond"
    assert beyond.why == "outside"
    assert _beats(worth(quiet, beyond.text), worth(quiet, clean))
    changed = {(issue, option) for issue, option in beyond.text.items() if clean[issue] != option}
    assert {(each.issue, each.option) for each in beyond.obstacles} == changed
    assert {each.kind for each in beyond.obstacles} == {"red-line"}
    section(quiet, "better")


def test_every_paper_has_its_fate() -> None:
    """Those that were carried are those that were accepted; each other one fell at a later move, or at none."""
    found = debrief("harbour", 1).course
    events = [event for step in found.steps for event in step.events]
    told = offers(found)
    assert len(told) == sum(isinstance(event, Proposed) for event in events)
    carried = {event.package for event in events if isinstance(event, Accepted) and event.carried}
    assert {offer.package for offer in told if offer.fate == "carried"} == carried
    for offer in told:
        assert (offer.fate_number is None) == (offer.fate == "unanswered")
        assert offer.fate_number is None or offer.fate_number > offer.number


def test_a_non_paper_is_answered_by_those_who_heard_it() -> None:
    """Its hint is its fate, though a package may have a number like it."""
    found = by_hand(
        "two-words",
        "ARIA floats ARIA:verb=will BORO:verb=will",
        "BORO declines 1 over verb",
        "ARIA leaves",
    )
    (offer,) = offers(found.course)
    assert (offer.off_record, offer.fate, offer.fate_by, offer.issue) == (True, "cool", BORO, "verb")


@pytest.mark.parametrize(
    ("said", "far", "told"),
    [
        ("", None, "declined it over “the share of last year”."),
        (", nearly", "nearly", "declined it over “the share of last year”, and called it nearly enough."),
        (", not for this", "not-for-this", "declined it over “the share of last year”, not for this."),
        (", not this", "not-this", "declined it over “the share of last year”, at no price."),
        (", never", None, "declined it over “the share of last year”, for ever."),
    ],
)
def test_how_far_a_paper_was_is_told(said: str, far: Far | None, told: str) -> None:
    """As whoever refused it has called it."""
    found = by_hand("two-words", "ARIA tables BORO:fish=same", f"BORO declines 1 over fish{said}", "ARIA leaves")
    (offer,) = offers(found.course)
    assert offer.far == far
    assert "".join(bit.words for bit in fallen(found.scenario, offer, None)).endswith(told)


def test_it_is_told_why() -> None:
    """The section leads to the moves that it names, and calls the reader you."""
    found = debrief("istanbul-communique-1994", 2)
    told = section(found, "better", found.scenario.ids[0])
    assert told is not None
    rows = [row for block in told.blocks if isinstance(block, Items) for row in block.rows]
    assert any("declined it over" in unmarked(row) for row in rows)
    assert any(bit.move == 1 for row in rows if not isinstance(row, str) for bit in row)
    assert any("you stood for it" in unmarked(row) for row in rows)
