"""The glossary in the window: from the title, from help, and found by typing."""

from __future__ import annotations

import pytest

from game.desktop.screens.glossary import GlossarySheet
from game.desktop.screens.table import TableScreen
from game.desktop.screens.title import TitleScreen
from tests.desktop.driving import TWO_WORDS, at_table, mislaid
from tests.desktop.rooms import SIZES, begin, window


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_a_word_is_found_by_typing(size: tuple[int, int], scale: float) -> None:
    """From the title; its example comes from history or from the first talks; Escape leads back."""
    with window(size=size, scale=scale) as app:
        app.go("title")
        app.press("Glossary")
        assert app.reads("Acknowledge / recognise")
        assert mislaid(app) == []
        app.type("as appr")
        assert app.reads("Only where it fits")
        assert app.reads("issues of common concern”")
        assert not app.reads("Acknowledge / recognise")
        app.type("xyz")
        assert app.reads("No word here")
        app.key("escape")
        assert isinstance(app.top, TitleScreen)


def test_f1_opens_it_where_there_is_no_table() -> None:
    """On the title and over the brief; pressed again it is put away."""
    with window() as app:
        for name in ("title", "briefing"):
            if name == "briefing":
                begin(app, TWO_WORDS, "ARIA")
            app.go(name)
            app.settle()
            below = app.top
            app.key("f1")
            assert isinstance(app.top, GlossarySheet)
            app.key("f1")
            assert app.top is below


def test_help_leads_to_it_with_the_examples_of_the_talks() -> None:
    """Of the talks that are played."""
    app = at_table(TWO_WORDS, "ARIA")
    app.key("f1")
    app.press("Glossary")
    assert isinstance(app.top, GlossarySheet)
    app.type("bracket")
    assert isinstance(app.stack[0], TableScreen)
    assert app.reads(app.stack[0].board.scenario.text.negotiated[0].options[0].name)
