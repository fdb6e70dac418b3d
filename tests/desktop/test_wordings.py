"""The wordings of an issue beside the draft: what must be seen of them in any window, and what the draft shows then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.desktop import Driven
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Pane
from game.text import IssueId
from tests.desktop.driving import STATUS_TALKS, at_table, dismiss, playing, propose
from tests.desktop.test_board import board_of

SIZES = [((1024, 768), 100), ((1366, 768), 125)]
SILENCE = "silence: no statement"
"""The last of six wordings of an issue: there the Alliance stands. Russia stands at the first."""


@pytest.fixture(params=SIZES, ids=["small", "large type"])
def app(request: pytest.FixtureRequest) -> Iterator[Driven]:
    """The Alliance has tabled a package, and Russia is to answer."""
    size, type = request.param
    app = at_table(STATUS_TALKS, "RUS", policy=playing([propose(("RUS", "status", "none"))]), size=size)
    app.settings.type = type
    app.redraw()
    app.key("f")
    app.press("We are listening. Please go on.")
    dismiss(app)
    if app.find("Wordings", among="tab:"):
        app.press("Wordings", among="tab:")
    yield app
    app.close()


def within(app: Driven, id: str) -> bool:
    """Whether all of it lies where it can be seen."""
    spot = next(spot for spot in app.canvas.spots if spot.id == id)
    around = spot.clip or Box(0, 0, app.canvas.width, app.canvas.height)
    return around.y - 1 <= spot.box.y and spot.box.bottom <= around.bottom + 1


def told(app: Driven, pane: Pane) -> str:
    """What can be read at the beginning and at the end of a pane, what is seen at both once."""
    lines: list[str] = []
    for key in ("home", "end"):
        app.memory.mouse = pane.box.centre
        app.key(key)
        app.memory.mouse = 0.0, 0.0
        app.redraw()
        app.settle()
        seen = [box.words for box in app.boxes() if box.pane == pane.id]
        twice = next(count for count in range(len(seen), -1, -1) if lines[len(lines) - count :] == seen[:count])
        lines += seen[twice:]
    return " ".join(lines)


def test_what_is_tabled_is_seen_and_where_one_stands_is_seen_or_said(app: Driven) -> None:
    """As soon as its issue is looked at; where they have no room together a line says who stands at what is hidden."""
    app.key("j")
    app.key("k")
    assert board_of(app).issue == "status"
    assert within(app, "option:status:none")
    line = " ".join(box.words for box in app.boxes() if not box.pane)
    assert within(app, "option:status:voice") or "a direct voice in decisions" in line


def test_the_full_words_say_whose_they_are(app: Driven) -> None:
    """Of what is tabled, and of another wording as soon as it is pressed."""
    pane = next(pane for pane in reversed(app.canvas.panes) if pane.id in ("options", "words"))
    app.press(SILENCE, among="option:")
    for words in (f"{SILENCE} Silence: the text says nothing.", "regular consultations regular"):
        assert words in told(app, pane)
        app.press("regular consultations", among="option:")


def shows(app: Driven, issue: str) -> bool:
    """Whether a word of an issue is seen on the paper."""
    words = [spot for spot in app.canvas.spots if spot.id.startswith("word:") and f":{issue}." in spot.id]
    return any(within(app, spot.id) for spot in words)


def test_the_draft_shows_the_clause_of_the_wordings_beside_it(app: Driven) -> None:
    """Whichever issue is looked at, and after every change of the room that there is."""
    for _ in range(len(board_of(app).desk.issues)):
        assert shows(app, board_of(app).issue), board_of(app).issue
        app.key("j")
    board_of(app).look_at(IssueId("status"))
    for type in (200, 100):
        app.settings.type = type
        app.redraw()
        app.settle()
        assert shows(app, "status")


def test_the_draft_keeps_to_the_clause_when_others_move_unless_it_was_scrolled_by_hand(app: Driven) -> None:
    """Words that are struck no more make room above it; whoever reads something else goes on reading it."""
    board = board_of(app)
    app.press("Decline")
    dismiss(app)
    assert shows(app, board.issue)
    app.memory.mouse = next(pane for pane in app.canvas.panes if pane.id == "paper").box.centre
    app.key("end")
    assert app.reads("The order of signing")
    app.key("f")
    app.press("We are listening. Please go on.")
    dismiss(app)
    assert app.reads("The order of signing")
