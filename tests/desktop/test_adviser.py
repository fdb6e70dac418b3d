"""The adviser in the window, by keys and by mouse: asked, taken over, heeded or not, silenced."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.delegations import Policy
from game.desktop import Driven, Settings
from game.desktop.screens.adviser import AdviserSheet, CautionSheet
from game.desktop.screens.table import TableScreen
from game.seat import Pledge, Seated, penalties
from game.table import Start, Store
from game.talks import Amend, Announce, Propose, Say
from game.text import DelegationId, IssueId, OptionId
from game.words.adviser import told_counsel
from game.words.penalties import penalty
from tests.desktop.driving import HARBOUR, STATUS_TALKS, TWO_WORDS, dismiss, look_at, mislaid, playing, propose
from tests.desktop.rooms import SIZES

ARIA = DelegationId("ARIA")


def advised(
    scenario: str = TWO_WORDS,
    seat: str = "ARIA",
    *,
    policy: Policy | None = None,
    size: tuple[int, int] = (1440, 900),
    scale: float = 1.0,
    store: Store | None = None,
    allowed: bool = True,
) -> Driven:
    """An app whose player sits at a table with an adviser."""
    settings = Settings(scale=scale, motion=False)
    app = Driven(pace=0.0, size=size, settings=settings, policy=policy or playing(), adviser=told_counsel, store=store)
    app.host.given = Start(adviser=allowed)
    app.host.begin(scenario, DelegationId(seat), 1, as_written=True)
    app.push(TableScreen(app))
    dismiss(app)
    return app


def moves(app: Driven) -> int:
    """How many moves have been made."""
    assert app.host.table is not None
    return app.host.table.version


def test_it_is_asked_by_key_and_says_what_it_would_do() -> None:
    """G lays its sheet over the table, Escape takes it away; nothing has happened in the talks."""
    app = advised()
    app.key("g")
    assert isinstance(app.top, AdviserSheet)
    assert app.host.table is not None
    courses = told_counsel(Seated(app.host.table.view(ARIA))).courses
    assert len(courses) > 1
    for course in courses:
        assert course.speaks
        assert all(app.reads(words) for words in (course.lead, *course.speaks, *course.risks))
    app.key("escape")
    assert isinstance(app.top, TableScreen)
    assert moves(app) == 0


def test_its_package_is_taken_over_with_one_press() -> None:
    """By mouse; it lies in the tray, can be changed there, and is tabled by the player."""
    app = advised()
    app.press("G adviser")
    app.press("Into the tray")
    assert isinstance(app.top, TableScreen)
    assert app.top.board.tray.shifts == suggested(app).shifts
    assert app.reads("package is in the")
    app.press("Table it")
    app.wait()
    assert app.host.table is not None
    assert app.host.table.record().moves[0] == suggested_first()


def test_to_ask_and_press_enter_does_nothing() -> None:
    """However often: what is done is the player's."""
    app = advised()
    for _ in range(5):
        app.key("g")
        app.key("enter")
    app.wait()
    assert isinstance(app.top, TableScreen)
    assert moves(app) == 0
    assert app.top.board.tray.shifts == ()
    app.key("g")
    app.key("1")
    assert app.top.board.tray.shifts == suggested(app).shifts
    assert moves(app) == 0


def test_it_says_what_it_thinks_of_the_tray() -> None:
    """A package of the player's own is looked at first: why not mine?"""
    app = advised()
    app.key("g")
    app.key("1")
    app.key("g")
    assert app.reads("I would table that as well.")


def suggested(app: Driven) -> Propose:
    """The package that the adviser would table now."""
    assert app.host.table is not None
    first = told_counsel(Seated(app.host.table.view(ARIA))).courses[0].move
    assert isinstance(first, Propose)
    return first


def suggested_first() -> Propose:
    """The package that it suggests before the first move at the lake."""
    return suggested(advised())


def gift(app: Driven) -> None:
    """Choose a weaker word in the issue that is looked at, and move there alone."""
    app.press("will", among="option")
    app.key("m")


def test_a_gift_is_thought_over_first() -> None:
    """The sheet says what is given away; Enter thinks again, D does it all the same. At the press the talks stand."""
    app = advised()
    assert app.host.table is not None
    (word,) = told_counsel(Seated(app.host.table.view(ARIA))).warnings(Amend(ARIA, IssueId("verb"), OptionId("will")))
    gift(app)
    assert isinstance(app.top, CautionSheet)
    assert app.reads(word)
    assert moves(app) == 0
    app.key("enter")
    assert isinstance(app.top, TableScreen)
    assert moves(app) == 0
    app.key("m")
    app.press("Do it all the same")
    app.wait()
    assert app.host.table is not None
    assert app.host.table.view(ARIA).positions[ARIA]["verb"] == "will"  # type: ignore[index]


@pytest.mark.parametrize("by_keys", [False, True])
def test_enter_alone_never_leads_back_to_the_same_word(by_keys: bool) -> None:
    """Whoever thinks again is told that nothing is done, and no Enter asks the same once more: neither the gold button
    nor the one that had the focus."""
    app = advised()
    app.press("will", among="option")
    if by_keys:
        while not app.canvas.focused("alone"):
            app.key("tab")
        app.key("enter")
    else:
        app.press("Move alone")
    assert isinstance(app.top, CautionSheet)
    for _ in range(6):
        app.key("enter")
        assert isinstance(app.top, TableScreen)
        assert app.reads("Nothing is done.")
    assert moves(app) == 0


def test_what_a_move_costs_by_the_rules_stands_beside_it() -> None:
    """To leave a word that was told to the newspapers: the rule's price and the adviser's view, on one sheet."""
    app = advised(HARBOUR, "BORO")
    assert isinstance(app.top, TableScreen)
    assert app.host.table is not None
    here = app.top.board.here
    assert isinstance(here, Seated)
    seen = here.view
    gives = next(
        move for move in seen.legal.moves if isinstance(move, Amend) and told_counsel(Seated(seen)).warnings(move)
    )
    app.host.submit(
        Announce(seen.who, gives.issue, seen.positions[seen.who][gives.issue]),
        seen.version,
    )
    dismiss(app)
    assert isinstance(app.top, TableScreen)
    look_at(app, gives.issue)
    app.press(seen.scenario.text[gives.issue][gives.option].name, among="option")
    app.key("m")
    assert isinstance(app.top, CautionSheet)
    now = app.host.table.view(gives.by)
    (word,), (minded,) = told_counsel(Seated(now)).warnings(gives), penalties(now, gives)
    assert isinstance(minded, Pledge)
    assert app.reads(word)
    assert app.reads(penalty(now.scenario, minded))
    assert mislaid(app) == []


def test_a_fair_move_is_made_without_a_word() -> None:
    """Nothing lies between the press and the move."""
    app = advised()
    app.key("f")
    app.press("We are listening. Please go on.")
    app.wait()
    assert moves(app) >= 1
    assert isinstance(app.top, TableScreen)


def test_it_is_silenced_and_heard_again(tmp_path: Path) -> None:
    """X on its sheet silences it, there and when the talks are resumed; the menu brings it back."""
    store = Store(tmp_path / "talks.sqlite3")
    app = advised(store=store)
    app.key("g")
    app.key("x")
    assert app.reads("silent from now")
    assert app.find("G adviser") is None
    app.key("g")
    assert isinstance(app.top, TableScreen)
    gift(app)
    app.wait()
    assert moves(app) >= 1
    assert app.host.table is not None
    assert app.host.table.game is not None
    app.host.resume(app.host.table.game)
    app.replace(TableScreen(app))
    app.wait()
    assert app.find("G adviser") is None
    app.key("escape")
    app.press("Adviser: off")
    assert app.find("Adviser: on") is not None
    app.key("enter")
    assert app.find("G adviser") is not None
    store.close()


def test_where_the_table_has_none_there_is_none() -> None:
    """Whoever opens the talks decides: neither key nor menu finds one, and nothing is said before a gift."""
    app = advised(allowed=False)
    app.key("g")
    assert isinstance(app.top, TableScreen)
    app.key("escape")
    assert app.find("Adviser") is None
    app.key("escape")
    gift(app)
    app.wait()
    assert moves(app) >= 1


def test_it_answers_a_package() -> None:
    """While a package waits it says what could be answered, and the answer is made at the table."""
    low = propose(("ARIA", "when", "silence"))
    app = advised(policy=playing([low]))
    app.host.submit(Say(ARIA, remark="Please begin."), 0)
    app.wait()
    app.key("g")
    assert app.reads("I would ")
    assert app.find("Do that") is None
    before = moves(app)
    app.key("enter")
    assert moves(app) == before


@pytest.mark.parametrize(("size", "scale"), [*SIZES, ((1280, 800), 1.0)])
def test_nothing_is_cut_off(size: tuple[int, int], scale: float) -> None:
    """The table with the way to the adviser, its sheet and the menu, at every size."""
    app = advised(STATUS_TALKS, "RUS", size=size, scale=scale)
    assert mislaid(app) == []
    app.key("g")
    assert mislaid(app) == []
    app.key("escape")
    app.key("escape")
    assert mislaid(app) == []
