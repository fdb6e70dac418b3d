"""The day of the historical text in the window: every card can be read, at every size."""

from __future__ import annotations

import pytest

from game.words.the_day import cards
from tests.desktop.driving import STATUS_TALKS, TWO_WORDS, mislaid
from tests.desktop.rooms import SIZES, begin, walk_out, window
from tests.desktop.test_ending import everything


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_every_card_can_be_read(size: tuple[int, int], scale: float) -> None:
    """Between the points and the aftermath, with the words, whose they are and their source."""
    with window(size=size, scale=scale) as app:
        table = begin(app, STATUS_TALKS, "RUS")
        walk_out(table)
        app.go("ending")
        app.settle()
        app.key("d")
        shown = everything(app, "day")
        assert not mislaid(app)
        for card in cards(table.scenario):
            for words in (card.title, card.says, card.by, card.story):
                for word in words.split():
                    assert word in shown, (word, card.title)


def test_where_there_are_no_cards_there_is_no_page() -> None:
    """Talks that are invented have no such day."""
    with window() as app:
        table = begin(app, TWO_WORDS, None)
        walk_out(table)
        app.go("ending")
        app.settle()
        assert "The day itself" not in " ".join(app.texts())
