"""The draft shows the deal: a package stands in the paper, and a press there is how one deals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame
import pytest

from game.desktop import Driven
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.keyboard import PLACES
from game.desktop.kit.paragraph import Laid, Span, Style
from game.text import IssueId, OptionId
from tests.desktop.driving import ISTANBUL, STATUS_TALKS, THREE_RIVERS, TWO_WORDS, at_table, mislaid, playing, propose
from tests.desktop.test_board import board_of

SIZES = [(1440, 900), (1024, 768)]


def on_paper(app: Driven) -> str:
    """What can be read on the paper."""
    return " ".join(box.words for box in app.boxes() if box.pane == "paper")


def paper(app: Driven) -> Box:
    """Where the paper is."""
    return next(pane.box for pane in app.canvas.panes if pane.id == "paper")


def picture(app: Driven) -> bytes:
    """The paper as it looks."""
    box, s = paper(app), app.scale
    area = pygame.Rect(round(box.x * s), round(box.y * s), round(box.w * s), round(box.h * s))
    return pygame.image.tobytes(app.surface.subsurface(area), "RGB")


def tinted(app: Driven, colour: str = colours.DEALT) -> int:
    """How many dots of the paper have a colour: that of a package in it, if no other is named."""
    ground = bytes(pygame.Color(colour)[:3])
    seen = picture(app)
    return sum(seen[place : place + 3] == ground for place in range(0, len(seen), 3))


def test_words_to_which_they_alone_would_move_are_theirs() -> None:
    """In a bracket that stays open they bear the mark and colour of those who would stand there, not of who asks."""
    app = at_table(ISTANBUL, "RUS", policy=playing())
    ours, theirs = (tinted(app, sign.ink) for sign in board_of(app).signs.values())
    board_of(app).look_at(IssueId("partner"))
    board_of(app).choose(OptionId("capacities"))
    app.redraw()
    app.press("interests and capacities", among="chip:RUS")
    now = [tinted(app, sign.ink) for sign in board_of(app).signs.values()]
    assert now[0] < 1.1 * ours
    assert now[1] > 1.2 * theirs


def test_a_package_in_the_tray_stands_in_the_paper() -> None:
    """A wording that nobody stood for can be read in the sentence before it is tabled, in the colour of a package; the
    tray emptied, it is gone. What it is worth is read beside it."""
    app = at_table(TWO_WORDS, "ARIA", policy=playing())
    assert "in good time" not in on_paper(app)
    board_of(app).look_at(IssueId("when"))
    board_of(app).choose(OptionId("time"))
    board_of(app).look_at(IssueId("verb"))
    app.redraw()
    app.settle()
    assert "in good time" in on_paper(app)
    assert tinted(app) > 100
    assert app.reads("worst to best, now")
    assert app.reads("after this package")
    app.press("Clear")
    assert "in good time" not in on_paper(app)
    assert tinted(app) == 0


def test_their_package_stands_in_the_paper() -> None:
    """What they ask for is read in its sentence before anybody says yes."""
    turn = propose(("BORO", "when", "time"), ("ARIA", "when", "time"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("f")
    app.type("Let us hear you.")
    app.key("enter")
    app.wait()
    assert app.reads("TABLES PACKAGE 1")
    assert "in good time" in on_paper(app)


def test_a_counter_begins_with_nothing_or_with_theirs() -> None:
    """With an empty tray, at once or when theirs was cleared out of it; one more press shows theirs again."""
    turn = propose(("BORO", "when", "time"), ("ARIA", "when", "time"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("f")
    app.type("Let us hear you.")
    app.key("enter")
    app.wait()
    app.key("delete")
    assert app.reads("YOUR COUNTER TO PACKAGE 1")
    assert board_of(app).tray.shifts == ()
    app.press("Back to theirs")
    assert app.reads("TABLES PACKAGE 1")
    app.press("Counter")
    assert board_of(app).tray.shifts
    app.press("Clear")
    assert app.reads("YOUR COUNTER TO PACKAGE 1")
    app.press("silence", among="option")
    assert {each.option for each in board_of(app).tray.shifts} == {OptionId("silence")}


def test_a_press_on_the_paper_deals() -> None:
    """Their words in a bracket, pressed, are in the package; the same words pressed again, or another wording of the
    bracket, which is struck by then, are taken out or put in their place."""
    app = at_table(TWO_WORDS, "ARIA", policy=playing())
    board = board_of(app)
    app.press("a larger share for Boro", among="word")
    assert {(shift.delegation, shift.option) for shift in board.tray.shifts} == {("ARIA", "more")}
    app.press("the share of last year", among="word")
    assert {(shift.delegation, shift.option) for shift in board.tray.shifts} == {("BORO", "same")}
    app.press("the share of last year", among="word")
    assert board.tray.shifts == ()


def test_their_package_is_looked_at_before_it_is_countered() -> None:
    """A press on a word of theirs shows its wordings; the next takes it out, which begins a counter."""
    turn = propose(("BORO", "when", "time"), ("ARIA", "when", "time"), ("BORO", "verb", "will"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("f")
    app.type("Let us hear you.")
    app.key("enter")
    app.wait()
    board = board_of(app)
    board.look_at(IssueId("verb"))
    app.redraw()
    app.press("in good time", among="word")
    assert (board.mode, board.issue) == ("answer", IssueId("when"))
    app.press("in good time", among="word")
    assert board.tray.countering
    assert IssueId("when") not in {shift.issue for shift in board.tray.shifts}


def _focus_on(app: Driven, words: str) -> None:
    """Move the focus with Tab until it is on these words of the paper."""
    for _ in range(80):
        app.key("tab")
        found = next((spot for spot in app.canvas.spots if spot.id == app.memory.focus), None)
        if found and found.id.startswith("word:") and found.words == words:
            return
    raise LookupError(words)


def test_first_letters_choose_a_wording() -> None:
    """With the focus on a word of the paper letters are no shortcuts: as soon as only one wording begins so, it is in
    the package; until then it is said which are meant, and letters that begin none are said to."""
    app = at_table(TWO_WORDS, "ARIA", policy=playing())
    board = board_of(app)
    stands = next(each.option for each in board.desk.row(IssueId("verb")).wordings if "ARIA" in each.stands)
    _focus_on(app, board.scenario.text[IssueId("verb")][stands].words)
    app.key("w")
    assert not board.tray.shifts
    assert app.reads("“will” or “will seek to”? Type on.")
    for letter in "ill":
        app.key(letter)
    assert {shift.option for shift in board.tray.shifts} == {OptionId("will")}
    app.key("x")
    assert app.reads("No wording here begins with “willx”.")


def test_letters_that_begin_no_wording_stay_shortcuts() -> None:
    """R opens the record, also from the paper, where no wording begins with it."""
    app = at_table(TWO_WORDS, "ARIA", policy=playing())
    board = board_of(app)
    stands = next(each.option for each in board.desk.row(IssueId("verb")).wordings if "ARIA" in each.stands)
    _focus_on(app, board.scenario.text[IssueId("verb")][stands].words)
    app.key("r")
    assert app.reads("Summary record")


def test_a_chip_pointed_at_lights_its_words() -> None:
    """While the mouse is on a chip its words on the paper are framed, and they are no longer when it has left."""
    app = at_table(THREE_RIVERS, "ARIA", policy=playing())
    app.press("Declaration", among="option")
    _move_mouse(app, 3.0, 3.0)
    before = picture(app)
    chip = next(spot for spot in app.canvas.spots if spot.id.startswith("chip:"))
    _move_mouse(app, *chip.box.centre)
    assert picture(app) != before
    _move_mouse(app, 3.0, 3.0)
    assert picture(app) == before


def _move_mouse(app: Driven, x: float, y: float) -> None:
    at = (round(x * app.scale), round(y * app.scale))
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    app.settle()


def _packed(scenario: str, seat: str, size: tuple[int, int]) -> Iterator[Driven]:
    """A table whose tray grows, wording by wording, to seven issues."""
    app = at_table(scenario, seat, size=size, policy=playing())
    board = board_of(app)
    for row in board.desk.issues[:7]:
        free = [each for each in row.wordings if not board.desk.lock(each) and len(each.stands) == 0]
        if free:
            board.look_at(row.issue)
            board.choose(free[0].option)
            app.redraw()
            app.settle()
            yield app
    app.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("scenario", "seat"), [(STATUS_TALKS, "RUS"), (STATUS_TALKS, "NATO"), (ISTANBUL, "RUS")])
def test_no_text_is_cut(scenario: str, seat: str, size: tuple[int, int]) -> None:
    """With one wording after another in the package nothing lies over anything else, and the issue that was dealt with
    last can be seen on the paper."""
    seen = 0
    for app in _packed(scenario, seat, size):
        assert mislaid(app) == []
        board = board_of(app)
        words = [spot for spot in app.canvas.spots if spot.id.startswith("word:")]
        mine = [spot for spot in words if board.words[spot.id.removeprefix("word:")].issue == board.issue]
        assert any(spot.box.meet(paper(app)).h > 8 for spot in mine), board.issue
        seen += 1
    assert seen > 1


def test_a_wording_pressed_before_the_next_issue_is_drawn_is_one_of_that_issue() -> None:
    """Keys that come faster than the window draws: the number is for the list to which the key before it has led."""
    app = at_table(STATUS_TALKS, "RUS", policy=playing())
    board = board_of(app)
    before = board.issue
    for name in ("j", "2"):
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.Event(kind, key=ord(name), scancode=PLACES[name], mod=0, unicode=""))
    app.step()
    assert [shift.issue for shift in board.tray.shifts] == [board.issue] * len(board.tray.shifts) != []
    assert board.issue != before


def test_whose_words_were_struck_is_told_by_a_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that somebody gave up stand struck with their mark, whether the bracket is closed by then or still open."""
    turn = propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"), ("BORO", "when", "thirty"))
    app = at_table(TWO_WORDS, "ARIA", policy=playing([turn]))
    app.key("f")
    app.type("Let us hear you.")
    app.key("enter")
    app.wait()
    struck: list[Span] = []
    lay = Canvas.laid

    def noted(self: Canvas, spans: Sequence[Span] | str, width: float, style: Style | None = None) -> Laid:
        struck.extend(each for each in spans if isinstance(each, Span) and each.style.strike)
        return lay(self, spans, width, style)

    monkeypatch.setattr(Canvas, "laid", noted)
    app.press("Accept")
    assert {"shall", "will seek to"} & {each.words for each in struck}
    assert all(each.sign is not None for each in struck)
