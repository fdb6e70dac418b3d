"""What was said on the day of the historical text, card by card: whose words they are, and of which text they were
said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.scenario import Scenario
from game.words.language import SEMICOLON, phrase, say, strung

THE_DAY = phrase("The day itself")
"""What a page with the cards is called."""
_SIGNED = phrase(
    "Your text is signed. What follows was said and seen on {day:day}, or about that day, and is on record: it was said"
    " of the text of history, and not of yours."
)
_UNSIGNED = phrase(
    "Nothing is signed here. What follows was said and seen on {day:day}, or about that day, and is on record: it was"
    " said of the text of history."
)


@dataclass(frozen=True, slots=True)
class CardTold:
    """A card as it is read. `says` stands in quotation marks, or is empty."""

    title: str
    says: str
    by: str
    story: str
    sources: str


def cards(scenario: Scenario) -> Sequence[CardTold]:
    """The cards of the day; none where the scenario has none."""
    history = scenario.history
    return [
        CardTold(
            card.title,
            say("{words:quoted}", words=card.says) if card.says else "",
            card.by,
            card.story.strip(),
            say("{sources}.", sources=strung([scenario.sources[each].title for each in card.cite], SEMICOLON)),
        )
        for card in (history.cards if history else ())
    ]


def of_which_text(scenario: Scenario, *, signed: bool) -> str:
    """That none of it was said of a player's text."""
    assert scenario.history is not None
    return say(_SIGNED if signed else _UNSIGNED, day=scenario.history.day)
