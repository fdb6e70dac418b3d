"""What was said on the day of the historical text: on record, short, and never of a player's text."""

from __future__ import annotations

import re

import pytest

from game.scenario import shipped
from game.words.the_day import cards, of_which_text
from tests.library import MAIN, scenario


@pytest.mark.parametrize("name", shipped())
def test_every_card_is_on_record(name: str) -> None:
    """Each has a source that is not our own drafting, and says whose words it quotes; quotations are short."""
    told = scenario(name)
    assert told.history is not None
    assert len(told.history.cards) >= 5
    for card in told.history.cards:
        assert card.cite
        assert all(told.sources[each].title for each in card.cite)
        assert "OWN" not in card.cite
        assert bool(card.says) == bool(card.by)
        assert len(card.says.split()) <= 32, card.says
        assert card.by[:1] == card.by[:1].upper()
        assert card.says[:1] == card.says[:1].upper(), card.says
        assert not card.says or card.says[-1] in ".?!", card.says


@pytest.mark.parametrize("name", shipped())
def test_no_card_speaks_of_the_text_of_a_player(name: str) -> None:
    """What is told above the cards names the day, and that they are of the text of history."""
    told = scenario(name)
    for signed in (True, False):
        said = of_which_text(told, signed=signed)
        assert "of the text of history" in said
        assert re.search(r"\b19\d\d\b", said)
    for card in cards(told):
        assert not re.search(r"\b(?:you|your)\b", f"{card.says} {card.story}", re.IGNORECASE), card


def test_what_the_day_felt_like_is_told() -> None:
    """The signature, the vow, the economy and the fear at home, the warheads and the two ministers before the press."""
    told = " ".join(f"{card.title} {card.says} {card.by} {card.story}" for card in cards(scenario(MAIN)))
    for word in ("twenty-first", "defining moment", "turmoil", "custodian", "Bosnia", "North Korea", "unthinkable"):
        assert word in told, word
    for name in ("Kozyrev", "Christopher", "Balanzino", "Clinton", "Zhirinovsky"):
        assert name in told, name


def test_a_drill_has_no_day() -> None:
    """Talks that are invented have no cards."""
    assert not cards(scenario("harbour"))
