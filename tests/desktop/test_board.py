"""What a player does at the table, one action after the other; what comes of it is read off the desk."""

from __future__ import annotations

from game.desktop import Driven
from game.desktop.desk.board import Board
from game.desktop.screens.table import TableScreen
from game.seat import Tray
from game.talks import Leave, Propose, Refused, Say, Shift, Why
from game.text import DelegationId, IssueId, OptionId
from game.words.refusals import refusal
from tests.desktop.driving import STATUS_TALKS, agreeable, at_table, playing, propose

ARIA = DelegationId("ARIA")
GUESTS, VERB, WHEN = IssueId("guests"), IssueId("verb"), IssueId("when")


def board_of(app: Driven) -> Board:
    """The board of the table on top."""
    assert isinstance(app.top, TableScreen)
    return app.top.board


def offered(*more: tuple[str, str, str]) -> Board:
    """Boro has asked for the date to be dropped, and for what comes with it; Aria has to answer."""
    app = at_table(policy=playing([propose(("ARIA", "when", "silence"), *more)]))
    app.host.submit(Say(ARIA, remark="Please begin."), 0)
    app.wait()
    found = board_of(app)
    assert found.mode == "answer"
    return found


def test_a_wording_goes_in_and_out_of_the_package() -> None:
    """Pressed once it is in the tray, pressed again it is not; another takes its place."""
    board = board_of(at_table(policy=playing()))
    board.look_at(VERB)
    board.choose(OptionId("will"))
    assert {shift.option for shift in board.tray.shifts} == {"will"}
    board.choose(OptionId("shall"))
    assert {shift.option for shift in board.tray.shifts} == {"shall"}
    board.choose(OptionId("shall"))
    assert board.tray.shifts == ()


def test_only_what_is_on_record_is_quoted() -> None:
    """Under FACT stand, in quotation marks, the words of the source; what was drafted for the game has none, and of
    silence it is said that the text says nothing."""
    app = at_table(STATUS_TALKS, "RUS")
    board = board_of(app)
    for issue, option, words in (
        ("weight", "both", "“important contributions to make to European stability and security”"),
        ("form", "declaration", "Joint Political Declaration. Elsewhere in it: declare;"),
        ("status", "none", "Silence: the text says nothing. Elsewhere in it: practical cooperation."),
    ):
        board.look_at(IssueId(issue))
        board.option = OptionId(option)
        app.redraw()
        app.settle()
        assert words in " ".join(app.texts())


def test_what_is_agreed_cannot_be_put_in() -> None:
    """The tray says so, and holds what it held."""
    board = offered()
    board.do("accept")
    agreed = board.desk.row(WHEN)
    board.look_at(agreed.issue)
    assert agreed.agreed is not None
    board.choose(agreed.agreed)
    assert board.tray.shifts == ()
    assert "is agreed already" in board.notice


def test_a_wording_begins_a_counter() -> None:
    """While a package waits: theirs is taken over and changed; cleared, it can be begun anew, and then waits again."""
    board = offered()
    board.look_at(VERB)
    board.choose(OptionId("will"))
    assert board.tray.countering
    assert {shift.issue for shift in board.tray.shifts} == {WHEN, VERB}
    board.clear()
    assert (board.mode, board.tray.shifts) == ("compose", ())
    board.clear()
    assert (board.mode, board.tray.shifts) == ("answer", ())


def test_pressing_their_very_wording_takes_it_out_of_the_counter() -> None:
    """One of the words that they ask for is refused by a counter without it; where it is the only one, to press it is
    no counter, and the line says how it is accepted."""
    board = offered(("ARIA", "verb", "will"))
    board.look_at(WHEN)
    board.choose(OptionId("silence"))
    assert board.tray.countering
    assert {shift.issue for shift in board.tray.shifts} == {VERB}
    board = offered()
    board.look_at(WHEN)
    board.choose(OptionId("silence"))
    assert (board.mode, board.tray.shifts) == ("answer", ())
    assert "is what they offer: accept it" in board.notice


def test_a_cable_bears_four_issues() -> None:
    """The fifth locked wording is not noted, and the tray says why."""
    app = at_table(STATUS_TALKS, "RUS", policy=agreeable)
    app.key("1")
    app.key("t")
    app.wait()
    board = board_of(app)
    for row in board.desk.issues:
        locked = next(
            (each for each in row.wordings if (lock := board.desk.lock(each)) and lock.kind == "mandate"), None
        )
        if locked is not None and board.may_ask((row.issue,)):
            board.look_at(row.issue)
            board.choose(locked.option)
    assert len(board.tray.noted) == 4
    assert board.notice == refusal(board.scenario, Refused(kind=Why.LONG_CABLE, most=4))


def test_a_refusal_for_ever_names_the_word() -> None:
    """Without a word nothing is sworn; with one it can be taken back."""
    board = offered()
    board.swear()
    assert not board.tray.never
    assert board.notice.startswith("A refusal for")
    board.mind(WHEN)
    board.swear()
    assert board.tray.never
    board.swear()
    assert not board.tray.never


def test_a_refusal_says_one_thing_beside_no() -> None:
    """How far it is, or that a word is refused for ever; the status line says which."""
    board = offered()
    board.measure("nearly")
    assert board.tray.far == "nearly"
    board.mind(WHEN)
    board.swear()
    assert board.tray == Tray(board.tray.shifts, issue=WHEN, word=WHEN, never=True)
    board.measure("not-this")
    assert board.tray == Tray(board.tray.shifts, issue=WHEN, word=WHEN, far="not-this")
    board.measure(None)
    assert board.tray == Tray(board.tray.shifts, issue=WHEN, word=WHEN)


def test_what_cannot_be_done_says_why_and_does_nothing() -> None:
    """Initials under brackets, a package of nothing, and anything at all when the talks are over."""
    app = at_table(policy=playing())
    board = board_of(app)
    board.do("sign")
    brackets = board.desk.brackets
    not_clean = Refused(kind=Why.BRACKETS, issues=brackets[:3], number=len(brackets))
    assert board.notice == refusal(board.scenario, not_clean)
    board.table_it()
    assert board.notice.startswith("Choose a wording")
    assert board.desk.version == 0
    app.host.submit(Leave(ARIA), 0)
    app.settle()
    assert board.why("say") == refusal(board.scenario, Refused(kind=Why.OVER))


def test_the_rest_is_closed_side_by_side() -> None:
    """At their wordings first, then at ours."""
    board = board_of(at_table(policy=playing()))
    board.close_rest()
    assert "at Boro’s wording" in board.notice
    theirs = board.tray.shifts
    board.close_rest()
    assert "at our wording" in board.notice
    assert board.tray.shifts != theirs


def test_a_locked_wording_that_came_with_a_package_is_taken_out_where_it_stands() -> None:
    """Pressed on the right like any other, it leaves the tray, and nothing is noted for the capital."""
    app = at_table(STATUS_TALKS, "RUS", policy=agreeable)
    board = board_of(app)
    issue, locked = next(
        (row.issue, each.option)
        for row in board.desk.issues
        for each in row.wordings
        if (lock := board.desk.lock(each)) and lock.kind == "mandate"
    )
    board.take_over(Propose(board.desk.who, (Shift(board.desk.who, issue, locked),)))
    assert board.row.tray == locked
    board.choose(locked)
    assert board.tray.shifts == ()
    assert board.tray.noted == ()


def test_wordings_are_seen_whole_and_more_of_them_are_told() -> None:
    """On a common laptop three of six stand whole, none is cut, and a line says how many follow; at the end none do."""
    app = at_table(STATUS_TALKS, "RUS", policy=playing(), size=(1366, 768))
    pane = next(each for each in app.canvas.panes if each.id == "options")
    rows = [spot.box for spot in app.canvas.spots if spot.id.startswith("option:status:")]
    whole = [box for box in rows if box.bottom <= pane.box.bottom]
    assert len(whole) >= 3
    assert all(box.y >= pane.box.bottom - 1 for box in rows if box not in whole)
    assert f"{len(rows) - len(whole)} more below" in app.texts()
    app.memory.mouse = pane.box.centre
    app.key("end")
    app.redraw()
    app.settle()
    assert not app.reads("more below")
