"""Whole talks in the window, by what a person reads and by keys alone."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.delegations import Decision
from game.desktop import Driven
from game.desktop.desk.board import Board
from game.desktop.kit.canvas import Spot
from game.desktop.screens.table import TableScreen
from game.seat import put
from game.talks import Consult, Refused, Say, Shift, View, Why, events
from game.text import DelegationId, IssueId, OptionId
from game.words import signed
from game.words.events import tell
from game.words.refusals import refusal
from tests.desktop.driving import (
    HARBOUR,
    ISTANBUL,
    STATUS_TALKS,
    THREE_RIVERS,
    TWO_WORDS,
    agreeable,
    at_table,
    dismiss,
    look_at,
    mislaid,
    playing,
    propose,
)
from tests.night import tries

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


def board(app: Driven) -> Board:
    """What lies before the player."""
    assert isinstance(app.top, TableScreen)
    return app.top.board


def seen(app: Driven) -> View:
    """What the player's seat sees now."""
    assert app.host.table is not None
    return app.host.table.view(app.host.who or DelegationId("*gallery"))


def test_whoever_has_initialled_is_told_what_is_missing() -> None:
    """The text is clean and the others have only talked: the tray says whose initials it lacks, and the press that
    passes the floor on is the gold one."""

    def talkative(view: View, chance: Random) -> Decision:
        waits = bool(view.waiting) or view.brackets
        return agreeable(view, chance) if waits else Decision(Say(view.who, remark="One moment."))

    app = at_table(THREE_RIVERS, "ARIA", policy=talkative)
    for wording in ("Declaration", "silence", "an adequate height", "in equal parts", "a yearly meeting"):
        app.press(wording, among="option")
        app.press("Move alone" if wording == "in equal parts" else "Table it")
        app.wait()
    app.press("Initial the text")
    app.wait()
    assert app.reads("YOU HAVE INITIALLED THE TEXT")
    assert app.reads("What it lacks are the initials of Boro and Celo.")
    while app.find("Next answer") or app.find("I have read it"):
        app.key("enter")
    app.key("enter")
    assert app.reads("Take the floor")


def test_three_towns_sign_by_clicking_what_a_person_reads() -> None:
    """A player reads words, clicks them, and ends with a signed text."""
    app = at_table(THREE_RIVERS, "ARIA", policy=agreeable)
    for wording in ("Declaration", "silence", "an adequate height", "in equal parts", "a yearly meeting"):
        app.press(wording, among="option")
        assert app.reads("after this package")
        app.press("Move alone" if wording == "in equal parts" else "Table it")
        app.wait()
    assert len(seen(app).agreed) == 5
    assert app.reads("all 5 agreed,")
    app.press("Initial the text")
    app.wait()
    assert app.reads("text is signed.")
    assert seen(app).verdict is not None
    assert app.host.table is not None
    assert app.host.table.verdict is not None
    assert app.host.table.verdict.kind == "signed"


def test_a_recess_is_told_before_it_begins() -> None:
    """Where the others have only talked, the sheet on which one would talk too says for how long the talks rest then;
    afterwards the record says that they did."""
    app = at_table(ISTANBUL, "NATO", policy=playing(), size=(1024, 768))
    app.wait()
    app.key("f")
    assert app.reads("Everybody would only have talked: the talks go into recess, for 1 h at most.")
    assert mislaid(app) == []
    app.type("Well.")
    app.key("enter")
    app.wait()
    (rest,) = (event for event in seen(app).record if isinstance(event, events.Recessed))
    assert 0 < rest.until - rest.at <= 1.0
    app.key("r")
    assert app.reads("the talks go into recess")


def test_three_towns_sign_by_keys_alone() -> None:
    """No mouse: digits choose wordings, B goes to the next bracket, Enter presses the gold button."""
    app = at_table(THREE_RIVERS, "ARIA", policy=agreeable)
    for _ in range(40):
        view = seen(app)
        if view.verdict:
            break
        if view.brackets:
            app.key("b")
            app.key("2")
            app.key("t")
        else:
            app.key("s")
        app.wait()
    ended = seen(app).verdict
    assert ended is not None
    assert ended.kind == "signed"


def test_a_package_of_theirs_is_accepted_with_enter() -> None:
    """The tray shows what waits for the player, and gold is Accept."""
    turn = propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("f")
    app.type("Let us hear you.")
    app.key("enter")
    app.wait()
    assert app.reads("TABLES PACKAGE 1")
    app.key("enter")
    app.wait()
    assert seen(app).agreed[IssueId("verb")] == OptionId("will")
    assert app.reads("shall"), "struck, until the next"


def test_a_package_of_theirs_is_refused_for_ever_over_a_word() -> None:
    """A click on a wording names the word; V opens what is said beside no: never last, with its price."""
    turn = propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"), ("ARIA", "fish", "more"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("f")
    app.press("We are listening. Please go on.")
    app.wait()
    app.press("over a larger share")
    app.key("v")
    assert app.reads("to take it later costs you")
    app.key("5")
    app.key("d")
    app.wait()
    refused = [event for event in seen(app).record if isinstance(event, events.Declined)]
    assert [(event.issue, event.never) for event in refused] == [("fish", True)]


def test_a_refusal_says_how_far() -> None:
    """V, a number, and the button says what will be said; the record tells it."""
    turn = propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"), ("ARIA", "fish", "more"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("f")
    app.press("We are listening. Please go on.")
    app.wait()
    app.key("v")
    assert app.reads("A refusal for ever")
    app.key("2")
    app.press("No: nearly")
    app.wait()
    refused = [event for event in seen(app).record if isinstance(event, events.Declined)]
    assert [(event.issue, event.far) for event in refused] == [(None, "nearly")]
    assert app.reads("it is nearly enough")


def test_a_counter_begins_with_their_package() -> None:
    """O copies their package into the tray; a shift can be dropped and another wording added."""
    turn = propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"), ("ARIA", "fish", "more"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("f")
    app.press("That is as far")
    app.wait()
    app.key("o")
    app.press("drop a larger share")
    app.press("Table it")
    app.wait()
    mine = [event for event in seen(app).record if isinstance(event, events.Proposed) and event.by == ARIA]
    assert len(mine) == 1
    assert {shift.issue for shift in mine[0].shifts} == {"verb"}


def test_a_locked_wording_explains_itself_and_offers_no_cable_in_vain() -> None:
    """Beyond the mandate nothing is chosen: the tray says what the capital waits for, and gold is not Ask capital."""
    app = at_table(TWO_WORDS, "ARIA", policy=playing())
    app.press("decides on works")
    app.press("advises on works")
    why = "The next step of your mandate opens only after what you may table now was tabled and refused."
    assert app.reads(f"beyond your mandate. {why}")
    assert app.spot("Ask capital").why == why
    assert "enter" not in app.spot("Ask capital").keys
    app.key("c")
    assert app.reads(why)
    assert seen(app).version == 0


def test_one_cable_asks_about_several_issues() -> None:
    """Each locked wording that is pressed joins the cable, another press crosses it out, and one press sends it."""
    app = at_table(STATUS_TALKS, "RUS", policy=agreeable)
    app.key("1")
    app.key("t")
    app.wait()
    app.press("I have read it")
    for issue, wording in (("status", "a formal consultative role"), ("veto", "full independence of decision")):
        board(app).look_at(IssueId(issue))
        app.redraw()
        app.settle()
        app.press(wording, among="option")
    asked = " and ".join(f"“{seen(app).scenario.text[issue].title}”" for issue in board(app).desk.asks)
    assert board(app).desk.asks == ("status", "veto")
    assert app.reads(f"(C): {asked}.")
    assert "enter" in app.spot("Ask capital: 2").keys
    app.press("full independence of decision", among="option")
    assert app.find("Ask capital: 2") is None
    app.press("full independence of decision", among="option")
    app.key("enter")
    cables = [event for event in seen(app).record if isinstance(event, events.Cabled)]
    assert [event.issues for event in cables] == [("status", "veto")]
    assert app.reads(f"about {asked} is")


def test_what_a_cable_gives_up_stands_at_the_lock_and_at_the_button() -> None:
    """Before the first demand was heard the next step costs points: the lock says so, pressing it says why, and gold is
    not Ask capital until it is noted."""
    app = at_table(STATUS_TALKS, "RUS", policy=agreeable)
    board(app).look_at(IssueId("status"))
    app.redraw()
    app.settle()
    price = seen(app).seat.instructions.unheard[OptionId("voice")]
    assert app.reads(f"ask Moscow, 5 h, −{price}")
    assert "enter" not in app.spot("Ask capital").keys
    (lost,) = board(app).costs(board(app).here.penalties(Consult(seen(app).who, (IssueId("status"),))))
    app.press("a formal consultative role", among="option")
    assert app.reads(lost)
    assert lost in app.spot("Ask capital").hint
    app.key("c")
    assert [event.points for event in seen(app).record if isinstance(event, events.Charged)] == [-price]


def test_a_counter_beyond_the_mandate_cannot_be_tabled() -> None:
    """Their package asks us for a locked word: the chip has a lock, the reason is read, and Table it is not gold."""
    turn = propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"), ("ARIA", "council", "advise"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("f")
    app.press("That is as far")
    app.wait()
    app.key("o")
    beyond = Refused(kind=Why.BEYOND_MANDATE, delegation=ARIA, issue=IssueId("council"), option=OptionId("advise"))
    assert app.spot("Table it").why == refusal(seen(app).scenario, beyond)
    assert "enter" not in app.spot("Table it").keys
    assert app.reads("beyond your mandate")


def test_words_that_one_side_alone_would_have_are_not_ticked() -> None:
    """A verb that follows from the form of the paper is in its owner’s colour while the form is open."""
    app = at_table(STATUS_TALKS, "RUS", policy=agreeable)
    boxes = [box for box in app.boxes() if box.words.strip() == "shall"]
    assert boxes
    red, (x, y) = (0x9C, 0x21, 0x25), (int(boxes[0].box.x), int(boxes[0].box.y))
    drawn = {tuple(app.surface.get_at((x + dx, y + dy)))[:3] for dx in range(30) for dy in range(24)}
    assert red in drawn


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800)])
def test_four_long_wordings_to_which_both_move_need_no_scrolling(size: tuple[int, int]) -> None:
    """Eight moves are joined and drawn smaller, until no row is cut."""
    app = at_table(STATUS_TALKS, "RUS", policy=agreeable, size=size)
    view = seen(app)
    tray = board(app).tray
    for issue, option in (("weight", "power"), ("third", "complements"), ("bosnia", "contact"), ("veto", "surprises")):
        tray = put(view, tray, IssueId(issue), OptionId(option))
    board(app).lay(tray)
    app.redraw()
    app.settle()
    pane = next(pane for pane in app.canvas.panes if pane.id == "chips")
    assert len(tray.shifts) == 8
    assert pane.bottom <= pane.box.bottom
    assert mislaid(app) == []
    joined = [spot for spot in app.canvas.spots if spot.id.startswith("chip:") and "+" in spot.id]
    assert joined
    for spot in joined:
        issue = IssueId(spot.id.rpartition(":")[2])
        own, theirs = map(int, view.brings(shift for shift in tray.shifts if shift.issue == issue))
        assert app.reads(f"\u00a0{signed(own + theirs)}")
        assert f"For you {signed(own)} by your own move, {signed(theirs)} by theirs." in spot.hint


def test_what_two_others_give_with_one_wording_is_counted_once() -> None:
    """As the adviser counts it: by the move of whoever stood worst for this seat."""
    app = at_table(THREE_RIVERS, "CELO", policy=agreeable, size=(1024, 768))
    words = {"form": "minutes", "priority": "silence", "height": "silence", "costs": "benefit"}
    moves = tuple(
        Shift(DelegationId(who), IssueId(issue), OptionId(option))
        for issue, option in words.items()
        for who in ("ARIA", "BORO")
    )
    board(app).lay(replace(board(app).tray, shifts=moves))
    app.redraw()
    app.settle()
    chip = next(spot for spot in app.canvas.spots if spot.id.startswith("chip:ARIA+BORO"))
    assert chip.hint.startswith("For you +18, by their move.")
    assert app.reads("\u00a0+18")


def test_a_disabled_button_says_why() -> None:
    """Signing a text in brackets is not possible, and pressing the button tells so."""
    app = at_table()
    app.press("Sign")
    brackets = Refused(kind=Why.BRACKETS, issues=seen(app).brackets[:3], number=len(seen(app).brackets))
    assert app.reads(refusal(seen(app).scenario, brackets))


def test_the_tray_tells_what_the_others_did() -> None:
    """After a refusal the status line says whose and over what, until the player's next move."""
    app = at_table(STATUS_TALKS, "RUS", policy=agreeable)
    app.key("1")
    app.key("t")
    app.wait()
    app.memory.mouse, app.memory.hovered = (0, 0), ""
    app.redraw()
    app.settle()
    (declined,) = [event for event in seen(app).record if isinstance(event, events.Declined)]
    assert declined.never
    assert app.reads(tell(seen(app).scenario, declined))
    assert "enter" not in app.spot("Ask capital").keys, "the answer is read first"
    app.key("enter")
    assert "enter" in app.spot("Ask capital").keys
    app.key("enter")
    assert app.reads("its way to")


def test_leaving_asks_once_more_and_ends_the_talks() -> None:
    """Escape, Leave, Stay or Leave."""
    app = at_table(policy=playing())
    app.key("escape")
    app.press("Leave the talks")
    app.press("Stay")
    assert seen(app).verdict is None
    app.press("Leave the talks")
    app.key("l")
    assert seen(app).verdict is not None


def test_a_package_below_the_walk_away_says_by_how_much() -> None:
    """The sum after the package is what it would still be at best: where that is too little, it says so."""
    poor = (("partner", "capacities"), ("consult", "practical"), ("csce", "silence"), ("enl", "role"))
    shifts = [("RUS", *word) for word in poor] + [("NATO", *word) for word in (poor[0], poor[3])]
    app = at_table(ISTANBUL, "RUS", policy=playing([propose(*shifts)]), as_written=True)
    app.key("f")
    app.type("Well.")
    app.key("enter")
    app.wait()
    desk = board(app).desk
    assert desk.worth is not None
    assert desk.shown.after is not None
    assert app.reads(f"after it, {desk.worth.lacks(desk.shown.after)} too few")
    app.key("enter")
    assert app.reads("YOUR COUNTER TO PACKAGE 1")


def test_what_cannot_be_closed_at_their_words_is_closed_at_ours() -> None:
    """Where every word of theirs is forbidden, L goes on to the next side, and says whose words these are."""
    app = at_table(ISTANBUL, "RUS", policy=agreeable, as_written=True)
    for issue, word in (("consult", "practical cooperation only"), ("csce", "silence: no mention")):
        look_at(app, issue)
        app.press(word, among="option")
        app.press("Move alone")
        dismiss(app)
    app.key("l")
    assert app.reads("Every bracket at our wording")


def test_what_is_typed_never_presses_a_button() -> None:
    """In the field for a remark letters are letters."""
    app = at_table(policy=playing())
    app.key("f")
    for letter in "sad":
        app.key(letter)
        app.type(letter)
    assert app.reads("sad")
    app.key("enter")
    app.wait()
    assert next(event.remark for event in seen(app).record if isinstance(event, events.Spoke)) == "sad"


def test_the_gallery_sees_no_points() -> None:
    """A watcher has the record and the draft, and neither points nor buttons."""
    app = at_table(THREE_RIVERS, None, policy=agreeable)
    app.wait()
    assert app.reads("FROM THE GALLERY")
    assert not app.reads("YOUR POINTS")
    assert app.find("Table it") is None


def _pressable(spots: list[Spot]) -> list[Spot]:
    shut = ("Leave the talks", "To the title", "Write the record", "Larger type", "Smaller type")
    return [spot for spot in spots if spot.box.x >= 0 and not spot.words.startswith(shut)]


SEATS = [
    (TWO_WORDS, "BORO"),
    (THREE_RIVERS, "CELO"),
    (STATUS_TALKS, "RUS"),
    (STATUS_TALKS, "NATO"),
    (ISTANBUL, "NATO"),
    (HARBOUR, "ARIA"),
    ("warsaw-at-the-table", "PLB"),
    ("founding-act-1997", "RUS"),
]


@pytest.mark.parametrize(("scenario", "seat"), SEATS)
def test_whatever_is_pressed_every_text_stays_in_its_place(scenario: str, seat: str) -> None:
    """Blind presses against the real computer: nothing breaks, nothing overlaps."""
    press_anything(scenario, seat, 12, Random(7))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(tries(1, 4)))
@pytest.mark.parametrize(("scenario", "seat"), SEATS)
def test_many_presses(scenario: str, seat: str, seed: int) -> None:
    """The same, for longer."""
    press_anything(scenario, seat, 150, Random(seed))


def press_anything(scenario: str, seat: str, presses: int, chance: Random) -> None:
    """Press what can be pressed, and look how every text lies."""
    app = at_table(scenario, seat, size=(1024, 768))
    for _ in range(presses):
        app.wait(60)
        if seen(app).verdict:
            break
        spot = chance.choice(_pressable(app.canvas.spots))
        app.press(spot.words, among=spot.id)
        assert mislaid(app) == [], f"after {spot.words!r}"
