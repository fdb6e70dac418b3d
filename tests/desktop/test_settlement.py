"""The better text after signature, in the window: asked in private, shown when all want to see it."""

from __future__ import annotations

import pytest

from game.desktop import Driven
from game.desktop.screens.settlement import SettlementPane
from game.text import DelegationId
from tests.debrief.courses import debrief
from tests.debrief.test_settlement import seated
from tests.desktop.driving import mislaid
from tests.desktop.panes import shown, words
from tests.desktop.rooms import SIZES, window

ISTANBUL = "istanbul-communique-1994"
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


def offered(app: Driven, seed: int, *persons: DelegationId) -> SettlementPane:
    """The pane after talks between these persons and computers."""
    pane = SettlementPane(app, seated(debrief(ISTANBUL, seed), *persons), persons[0] if len(persons) == 1 else None)
    shown(app, pane)
    return pane


def test_one_person_says_yes_and_takes_it() -> None:
    """Nothing of the better text is there before the yes; then it is, and what it would have been worth."""
    with window() as app:
        pane = offered(app, 2, RUS)
        assert "Do you want to see such a text" in words(app)
        assert "All together" not in words(app)
        app.key("y")
        assert "Here it is" in words(app)
        assert "Do you take it" in words(app)
        app.press("Take it")
        assert "Everybody took it" in words(app)
        assert pane.offer is not None
        assert pane.offer.stage == "taken"
        assert app.find("Take it") is None


def test_one_person_says_no() -> None:
    """The signed text stands, and nothing is told."""
    with window() as app:
        offered(app, 2, RUS)
        app.press("No, leave it at that")
        assert "Not everybody wanted to see it" in words(app)
        assert "All together" not in words(app)


def test_two_persons_answer_one_after_the_other() -> None:
    """The keyboard is handed over before each question; nobody sees what the other has said, but all of it at the
    end."""
    with window() as app:
        offered(app, 2, RUS, NATO)
        assert "Hand over to Russia" in words(app)
        assert app.find("Yes, if all do") is None
        app.press("Russia is here")
        assert "Russia, for yourselves alone" in words(app)
        app.press("No, leave it at that")
        seen = words(app)
        assert "Hand over to the Alliance" in seen
        assert "Not everybody" not in seen
        app.press("The Alliance is here")
        app.press("Yes, if all do")
        assert "Not everybody wanted to see it" in words(app)


def test_who_watches_asks_the_computers() -> None:
    """One button, and what they say to it."""
    with window() as app:
        pane = offered(app, 2)
        app.press("Ask them")
        assert pane.offer is not None
        assert pane.offer.stage in ("taken", "kept")
        assert "All together" in words(app)


def test_that_there_is_none_is_told_when_asked_for() -> None:
    """And not before."""
    with window() as app:
        offered(app, 0, RUS)
        assert "there is none" not in words(app)
        app.key("y")
        assert "there is none" in words(app)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_all_of_it_can_be_read(size: tuple[int, int], scale: float) -> None:
    """Nothing is cut off or lies over anything at any stage."""
    with window(size=size, scale=scale) as app:
        offered(app, 2, RUS, NATO)
        for _ in range(8):
            words(app)
            assert mislaid(app) == []
            app.key("y")
