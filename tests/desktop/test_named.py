"""What the command line names about how talks open reaches the window."""

from __future__ import annotations

import pytest

from game.desktop import App, run
from game.desktop.screens.choose import ChooseScreen
from game.scenario import Past
from game.table import Start
from game.text import DelegationId
from tests.desktop.driving import playing
from tests.terminal.desk import HARBOUR_LATER

PAST = Past("harbour", {(DelegationId("BORO"), DelegationId("ARIA")): 8}, None)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[App]:
    """The windows that are opened, each closed after its first frame."""
    found: list[App] = []

    def look(app: App) -> int:
        found.append(app)
        app.step()
        app.close()
        return 0

    monkeypatch.setattr(App, "run", look)
    return found


def test_talks_with_a_seat_open_as_they_were_asked_for(opened: list[App]) -> None:
    """Instructions as written, and what earlier talks have left."""
    assert run(playing(), Start(HARBOUR_LATER, "ARIA", as_written=True, past=PAST), save=False) == 0
    assert opened[0].host.table is not None
    record = opened[0].host.table.record()
    assert (record.as_written, record.past) == (True, PAST)


def test_the_choice_of_a_seat_keeps_what_was_asked_for(opened: list[App]) -> None:
    """The screen shows it, and begins with it unless it is changed there."""
    assert run(playing(), Start(HARBOUR_LATER, as_written=True, past=PAST), save=False) == 0
    screen = opened[0].top
    assert isinstance(screen, ChooseScreen)
    assert (screen.opening.as_written, screen.opening.past) == (True, PAST)
