"""What refusals have taught over all rounds on one word, in the sentences of every face."""

from __future__ import annotations

import pytest

from game.seat import Seated, lessons
from game.talks import Talks, view
from game.words.taught import lesson
from tests.rulebook import A, after, lake

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [may|B] give notice of works, [a month ahead|A] [|B].
    2. A council [decides on works|A] [|B].
    3. Guests [have a vote|A] [may listen|B] at its meetings.
    -- fish: [more|A] [same|B]
"""
ASKS, GIVES = "A tables B:verb=shall", "A tables A:fish=same B:verb=shall"


def learnt(*lines: str, opening: Talks | None = None) -> str:
    """What Aria was taught by what was answered since its last move."""
    talks = after(opening or lake(OPENING), *lines)
    here = Seated(view(talks, A))
    return " ".join(lesson(here.scenario, told) for told in lessons(here.scenario.text, here.desk))


def test_the_first_refusal_over_a_word_says_it_all() -> None:
    """Where one word was asked for, or one is named, there is nothing to add to it; nor to what is no refusal."""
    assert learnt(ASKS, "B declines 1") == ""
    assert learnt("A tables B:verb=shall B:fish=more", "B declines 1 over verb") == ""
    assert learnt(ASKS, "B accepts 1") == ""


def test_a_refusal_of_two_words_that_names_neither() -> None:
    """It is said that it does not tell which, and how one could find out."""
    told = learnt("A tables B:verb=shall B:fish=more", "B declines 1")
    assert "Boro does not say which of “shall” and “more fish” it minds: ask for fewer of them at a time." in told


@pytest.mark.parametrize("over", ["", " over verb"])
def test_what_was_offered_in_every_round(over: str) -> None:
    """For one word, whether it was named or not: what one gave each time, that more did not help, and what is left."""
    told = learnt(ASKS, f"B declines 1{over}", GIVES, f"B declines 2{over}")
    assert "Boro has refused, for “shall”: nothing in package 1; “fish as before” in package 2." in told
    assert "To give more than in package 1 did not help." in told
    assert "Not tried yet: the milder “will”" in told
    assert "to give way in “The council”" in told
    assert "a non-paper" in told
    assert "“The fish”" not in told


def test_a_milder_wording_that_was_refused_without_a_word_was_tried() -> None:
    """It is not named again."""
    told = learnt("A tables B:verb=will", "B declines 1", ASKS, "B declines 2", GIVES, "B declines 3")
    assert "Boro has refused, for “shall”" in told
    assert "“will”" not in told


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("not for this", "nearly", "That is called nearer than package 1."),
        ("not for this", "not for this", "That is called no nearer than package 1."),
        ("nearly", "not for this", "That is called farther off than package 1."),
    ],
)
def test_nearer_or_not_is_what_the_other_side_called_it(first: str, then: str, told: str) -> None:
    """Only of what was said aloud both times."""
    assert told in learnt(ASKS, f"B declines 1 over verb, {first}", GIVES, f"B declines 2 over verb, {then}")
    silent = learnt(ASKS, f"B declines 1 over verb, {first}", GIVES, "B declines 2 over verb")
    assert "called" not in silent


def test_what_no_price_buys_is_not_offered_more_for() -> None:
    """Where that was said no gift is named, but a milder wording is."""
    told = learnt(ASKS, "B declines 1 over verb", GIVES, "B declines 2 over verb, not this")
    assert "No price is said to buy it. Not tried yet: the milder “will”." in told


def test_a_refusal_over_another_word_is_no_round() -> None:
    """What was refused over the fish says nothing of the verb."""
    both = "A tables B:verb=shall B:fish=more"
    assert learnt(both, "B declines 1 over fish", ASKS, "B declines 2 over verb") == ""
