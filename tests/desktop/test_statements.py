"""A statement to the newspapers, the list of every move, the list of reasons, and what the marks of a wording say."""

from __future__ import annotations

from game.desktop import Driven
from game.desktop.screens.moves import MoreSheet, PressSheet
from game.desktop.screens.sheets import LeaveSheet
from game.desktop.screens.table import TableScreen
from game.desktop.screens.why import WhySheet
from game.seat import Seated
from game.talks import Refused, View, Why, breaking, events
from game.text import IssueId, OptionId
from game.words.changes import why
from game.words.refusals import refusal
from tests.desktop.driving import STATUS_TALKS, at_harbour, at_table, dismiss, look_at, playing
from tests.desktop.test_held import come


def seen(app: Driven) -> View:
    """What the player's seat sees now."""
    assert app.host.table is not None
    return app.host.table.view(app.host.who or app.host.table.scenario.ids[0])


def test_the_press_is_told_only_after_its_price_is_read() -> None:
    """What is said, what it brings and costs, and what it costs to move off it; Escape says nothing."""
    app = at_harbour()
    look_at(app, "notice")
    app.press("Go public")
    assert isinstance(app.top, PressSheet)
    leave = breaking(seen(app).seat.instructions.points[IssueId("notice")].values())
    for words in (
        "You say aloud that you stand for “shall tell” in “Notice”.",
        f"−{leave} later, if you move off this wording",
        "goodwill with everybody at the table",
        "WHO LISTENS AT HOME",
        "It counts the toll.",
    ):
        assert app.reads(words), words
    app.key("escape")
    assert seen(app).version == 0
    app.press("Go public")
    app.key("enter")
    app.wait()
    assert [event.option for event in seen(app).record if isinstance(event, events.Announced)] == ["shall"]
    assert app.reads("told the newspapers")


def test_what_is_agreed_or_told_already_is_not_told_again() -> None:
    """The button is dull, and says why."""
    app = at_harbour()
    look_at(app, "notice")
    app.key("p")
    app.key("enter")
    app.wait()
    look_at(app, "notice")
    app.press("Go public")
    assert isinstance(app.top, TableScreen)
    assert app.reads(refusal(seen(app).scenario, Refused(kind=Why.ANNOUNCED)))


def test_every_move_is_one_press_away() -> None:
    """With what it does and what it takes, or why it cannot be made; pressing it there makes it."""
    app = at_harbour("ARIA")
    app.wait()
    app.press("More")
    assert isinstance(app.top, MoreSheet)
    for words in ("Circulate", "Sound", "Say", "Withdraw", "Sign", "Close the rest"):
        assert app.find(words) is not None, words
    assert app.reads(refusal(seen(app).scenario, Refused(kind=Why.NOT_CLEAN)))
    assert app.reads("½ h:")
    app.press("Withdraw")
    assert app.reads("have no package")
    app.press("Say")
    assert app.reads("Take the floor")
    app.key("escape")
    app.press("More")
    app.press("Leave the talks")
    assert isinstance(app.top, LeaveSheet), "asked once more"
    app.key("escape")
    assert isinstance(app.top, TableScreen)


def test_there_are_never_more_than_nine_buttons() -> None:
    """What this turn is about, and More; no key is lost for it."""
    for seat in ("RUS", "NATO"):
        app = at_table(STATUS_TALKS, seat, policy=playing())
        app.wait()
        shown = [spot for spot in app.canvas.spots if spot.box.x > 900 and spot.box.y > 680]
        assert len(shown) <= 9
        keys = {key for spot in app.canvas.spots for key in spot.keys}
        assert {"t", "n", "m", "c", "p", "h", "e", "f", "s", "l", "w", "y", "r"} <= keys


def test_y_tells_why() -> None:
    """Every change with its hour, by how much, and the reason; and where the numbers stand."""
    app = at_harbour()
    app.key("y")
    assert isinstance(app.top, WhySheet)
    assert why(Seated(seen(app))) == ()
    assert app.reads("Nothing has changed")
    low, high = seen(app).reach()
    assert app.reads(f"{low} to {high} the words: {low} to {high} for 3 brackets.")
    app.key("y")
    look_at(app, "notice")
    app.key("p")
    app.key("enter")
    app.wait()
    app.press("Why?")
    assert app.reads("30 your walk-away.")
    changed = [reason for reason in why(Seated(seen(app))) if reason.sort != "hours"]
    assert {reason.sort for reason in changed} == {"goodwill", "charge"}
    for each in changed:
        assert app.reads(f"{each.what[1:]}: {each.change}. {each.reason[0].upper()}{each.reason[1:]}.")


def test_why_adds_up_what_is_agreed_and_what_is_open() -> None:
    """The span of points beside the text is the sum of the agreed words and the brackets."""
    app = at_harbour(turns=[come("toll", "half")])
    look_at(app, "toll")
    app.press("half the toll", among="option")
    app.press("Move alone")
    dismiss(app)
    view = seen(app)
    assert len(view.agreed) == 1
    sure, (low, high) = view.worth(view.agreed), view.reach()
    app.key("y")
    assert app.reads(f"{low} to {high} the words: {sure} for 1")
    assert app.reads(f"{low - sure} to {high - sure} for 2")


def test_a_wording_shows_how_far_it_binds_and_who_wishes_for_it() -> None:
    """On a protocol words bind one step more; the newspaper wishes for its toll; what is vague is called so."""
    app = at_harbour()
    look_at(app, "notice")
    assert app.reads("binds 1 step more.")
    assert app.reads("vague")
    assert app.reads("dear in later years: −3")
    look_at(app, "form")
    assert app.reads("other word binds.")
    app.press("a summary", among="option")
    app.press("Move alone")
    dismiss(app)
    look_at(app, "notice")
    assert not app.reads("step more")
    look_at(app, "toll")
    app.press("half the toll", among="option")
    app.press("Move alone")
    dismiss(app)
    look_at(app, "toll")
    assert app.reads("Gazette would prefer it")


def test_a_barred_wording_cannot_be_chosen() -> None:
    """What an ally has refused has an octagon, says so, and no cable is offered for it."""
    app = at_harbour("ARIA")
    app.wait()
    for issue, wording in (("form", "a protocol"), ("toll", "no toll"), ("notice", "shall tell")):
        look_at(app, issue)
        app.press(wording, among="option")
        app.press("Move alone")
        dismiss(app)
    app.press("Circulate")
    dismiss(app)
    dismiss(app)
    barred = next(event for event in seen(app).record if isinstance(event, events.Broke))
    assert barred.issue is not None
    assert barred.option is not None
    name = seen(app).scenario.text[barred.issue][OptionId(barred.option)].name
    look_at(app, barred.issue)
    app.press(name, among="option")
    why_not = Refused(kind=Why.BARRED, issue=barred.issue, option=barred.option)
    assert app.reads(refusal(seen(app).scenario, why_not))
    assert isinstance(app.top, TableScreen)
    assert app.top.board.tray.shifts == ()
