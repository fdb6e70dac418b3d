"""Every text in its place: at the smallest window, at an ordinary one, and sharp at twice the size."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.kit import fonts
from game.desktop.kit.paragraph import Span, Style, lay
from tests.desktop.driving import STATUS_TALKS, THREE_RIVERS, TWO_WORDS, at_table, mislaid, playing

SIZES = [((1024, 768), 1.0), ((2880, 1800), 2.0), ((1920, 1080), 1.0), ((1600, 1200), 1.5)]


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize(("scenario", "seat"), [(STATUS_TALKS, "RUS"), (TWO_WORDS, "BORO"), (THREE_RIVERS, "CELO")])
def test_no_text_overlaps_or_is_cut(scenario: str, seat: str, size: tuple[int, int], scale: float) -> None:
    """The table with an empty tray, with a full one, and under each sheet."""
    app = at_table(scenario, seat, policy=playing(), size=size, scale=scale)
    app.wait()
    assert mislaid(app) == []
    for _ in range(2):
        app.key("b")
        app.key("2")
        assert mislaid(app) == []
    for opens in ("f1", "escape", "r", "f", "y", "e", "h", "p"):
        table = app.top
        app.key(opens)
        assert mislaid(app) == [], f"the sheet of {opens}"
        if app.top is not table:
            app.key("escape")


def test_the_whole_draft_can_be_reached_in_the_smallest_window() -> None:
    """Scrolling down to the end shows the last line of the paper."""
    app = at_table(STATUS_TALKS, "RUS", policy=playing(), size=(1024, 768))
    pane = next(pane for pane in app.canvas.panes if pane.id == "paper")
    app.memory.mouse = pane.box.centre
    app.key("end")
    app.redraw()
    app.settle()
    pane = next(pane for pane in app.canvas.panes if pane.id == "paper")
    assert pane.bottom <= pane.box.bottom + 1


def test_type_is_drawn_at_its_real_size() -> None:
    """At twice the scale words are rendered in twice the pixels, not stretched."""
    app = at_table(size=(2880, 1800), scale=2.0)
    assert app.scale == 2.0
    assert fonts.font("serif", 37).get_height() > 1.9 * fonts.font("serif", 18).get_height()


def test_a_window_too_small_for_the_scale_gets_a_smaller_one() -> None:
    """The logical window is never less than 1024 by 768."""
    app = at_table(size=(1024, 768), scale=2.0)
    assert app.scale == 1.0


def test_words_that_touch_are_never_parted() -> None:
    """A bracket stays with the word that it opens, though they are two spans."""
    at_table()
    bold, plain = Style("serif-bold", 18), Style("serif", 18)
    spans = (Span("one two three ", plain), Span("[\u00a0", bold), Span("four", plain), Span("\u00a0]", bold))
    for width in range(60, 240, 7):
        lines: dict[int, str] = {}
        for piece in lay(spans, width, 1.0).pieces:
            lines[piece.y] = lines.get(piece.y, "") + piece.words
        assert any("[\u00a0four\u00a0]" in line for line in lines.values())


def test_a_number_of_hours_is_never_parted_from_its_unit() -> None:
    """However narrow the paragraph, and however the hours are written."""
    pygame.font.init()
    for width in range(60, 400, 3):
        lines: dict[int, str] = {}
        for piece in lay((Span("The talks rest for 48½ h, then ½ h more, in all 49 h."),), width, 1.0).pieces:
            lines[piece.y] = lines.get(piece.y, "") + piece.words
        assert not any(line.strip().startswith("h") for line in lines.values()), (width, lines)


def test_the_draft_opens_at_the_clause_of_the_issue_looked_at() -> None:
    """No further than it must; and whoever looks at another issue sees its clause."""
    app = at_table(STATUS_TALKS, "RUS", policy=playing(), size=(1366, 768))
    assert app.reads("CLAUSE 5")
    assert {"4.", "5."} <= set(app.texts())
    assert "7." not in app.texts()
    app.key("k")
    assert "5." not in app.texts(), "the last issue stands at the end of the draft"
