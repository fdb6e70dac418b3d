"""The glossary: every word has a meaning in a breath and an example in earnest, and is found by what one types."""

from __future__ import annotations

import pytest

from game.scenario import shipped
from game.words.glossary import found, glossary
from game.words.glossary_game import GAME
from game.words.glossary_treaty import TREATY
from tests.library import DRILLS, scenario

FIRST = "istanbul-communique-1994"


@pytest.mark.parametrize("name", [*shipped(), *DRILLS])
def test_every_word_has_a_short_meaning_and_an_example(name: str) -> None:
    """In every scenario, also in one that lacks what the word is for: then there is one from history."""
    terms = glossary(scenario(name))
    assert len({term.id for term in terms}) == len(terms) == len(GAME) + len(TREATY)
    for term in terms:
        assert term.meaning.count(". ") < 2, term
        assert len(term.meaning) < 200, term
        assert term.example, term
        assert len(term.example) < 300, term


def test_an_example_is_of_the_talks_that_are_played() -> None:
    """A bracket is one of theirs; where nobody must consent, the silence that is told of is one of history."""
    told = {term.id: term for term in glossary(scenario(FIRST))}
    issue = scenario(FIRST).text.negotiated[0]
    assert issue.options[0].name in told["bracket"].example
    assert "2003" in told["silence-procedure"].example
    main = {term.id: term for term in glossary(scenario("partnership-for-peace-1994"))}
    assert "2003" not in main["silence-procedure"].example


def test_phrases_of_the_texts_that_are_played_stand_there() -> None:
    """What is quoted from the papers of 1994 and 1997 is quoted by a scenario too."""
    options = [option for name in shipped() for issue in scenario(name).text.issues for option in issue.options]
    everything = " ".join(f"{each.words} {each.quotable}" for each in options)
    played = [entry.quote for entry in TREATY if entry.quote and "Founding Act" in entry.quote.source]
    assert len(played) > 2
    for quote in played:
        assert quote.words in everything, quote


def test_a_word_is_found_by_its_beginning_by_its_middle_and_by_what_is_said_of_it() -> None:
    """In this order; spaces and capitals do not matter."""
    terms = glossary(scenario(FIRST))
    assert found(terms, "  As  APP")[0].id == "as-appropriate"
    assert found(terms, "recognise")[0].id == "acknowledge"
    assert "package" in [term.id for term in found(terms, "taken whole")]
    assert found(terms, "quidditch") == ()
