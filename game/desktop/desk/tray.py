"""The tray at the bottom: the package that is prepared or that waits for an answer, what it is worth, what to press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.desktop.desk import outside
from game.desktop.desk.answer import (
    draw_held,
    draw_readings,
    held_heading,
    held_height,
    held_words,
    readings_height,
)
from game.desktop.desk.board import Board
from game.desktop.desk.buttons import draw_buttons
from game.desktop.desk.chips import draw_chips
from game.desktop.desk.watching import WIDE
from game.desktop.desk.ways import Ways
from game.desktop.desk.worth import draw_why, draw_worth
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.kept import Panel, solid
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, panel
from game.seat import Mode, Tray
from game.seat.memo import kept
from game.talks import Far
from game.text import DelegationId
from game.words import SENTENCES, head, phrase, say, strung
from game.words.endings import ending
from game.words.events import tell
from game.words.language import spoken
from game.words.outside import waiting

HEIGHT = 196.0
_MOST = 330.0
_HEADING = 25.0
_SUM = Style("sans-semibold", 14, colours.PALE)
_LEAD = Style("serif-italic", 17, colours.PALE)
STATUS = Style("sans", 14.5, colours.LOCKED)
"""The line that answers."""
SHARES: Mapping[Mode, float] = {"held": 0.34, "closing": 0.27}
"""How much of the tray the text takes where something must be answered before all else."""


@dataclass(frozen=True, slots=True)
class TrayPlan:
    """Where the parts of the tray are."""

    chips: Box
    points: Box
    buttons: Box
    status: Box


def plan(box: Box, *, seated: bool, share: float = 0.0, watched: bool = False) -> TrayPlan:
    """Cut the tray into its parts. A watcher has no points, and buttons only for the pace; a hold-up or a frozen text
    has answers in their place."""
    column = 152.0 if box.w >= 1300 else 138.0
    buttons = Box(box.right - 3 * column - 26, box.y + 12, 3 * column + 16, box.h - 24)
    worth = 176.0 if box.w >= 1300 else 166.0
    points = Box(buttons.x - worth - 14, box.y + 10, worth, box.h - 20)
    room = points.x - box.x - 30 if seated else box.w - 28
    if watched:
        buttons = Box(box.right - WIDE - 14, box.y + 14, WIDE, box.h - 28)
        room = buttons.x - box.x - 30
    if share:
        room = box.w * share
        buttons = Box(box.x + room + 32, box.y + 12, box.w - room - 44, box.h - 24)
    left = Box(box.x + 14, box.y + 10, room, box.h - 20)
    status = Box(left.x, box.bottom - 51, left.w, 44)
    return TrayPlan(Box(left.x, left.y, left.w, left.h - 44), points, buttons, status)


def tray_height(canvas: Canvas, board: Board, width: float) -> float:
    """The tray grows when many closing statements can be made, and when it takes long to say what is held up; that of
    whoever speaks for an audience is of one height."""
    if board.desk.judging is not None:
        return outside.HEIGHT
    if board.mode not in SHARES:
        return HEIGHT
    parts = plan(Box(0, 0, width, HEIGHT), seated=True, share=SHARES[board.mode])
    if board.mode == "held":
        led = canvas.height_of(held_words(board), parts.chips.w - 10)
        return min(
            _MOST, max(held_height(canvas, board, parts.buttons.w, 3) + 24, led + HEIGHT - parts.chips.h + _HEADING + 4)
        )
    return min(_MOST, max(HEIGHT, readings_height(canvas, board, parts.buttons.w - 8, 2) + 24))


def tray_panels(canvas: Canvas, board: Board, box: Box, ways: Ways) -> list[Panel]:
    """The tray, and what in it is painted by itself: a light on a button changes no chip."""
    if board.desk.judging is not None:
        return [Panel("tray", box, lambda: outside.draw_outside(canvas, board, box, ways), solid=solid(box))]
    panels = [Panel("tray", box, lambda: _draw(canvas, board, box, ways), solid=solid(box))]
    if board.mode in SHARES:
        return panels
    places = plan(box, seated=board.seated, watched=board.watched is not None)
    chips, points = _within(places), places.points
    if board.desk.shown.shifts:
        panels.append(_inner("chips", chips, lambda: draw_chips(canvas, board, chips)))
    if board.seated:
        buttons = places.buttons
        panels.append(_inner("worth", points.inset(-8, -4), lambda: draw_worth(canvas, board, points, ways.why)))
        panels.append(_inner("buttons", buttons.inset(-5), lambda: draw_buttons(canvas, board, buttons, ways)))
    elif (watched := board.watched) and not board.desk.ended:
        panels.append(_inner("buttons", places.buttons.inset(-5), lambda: watched.draw(canvas, places.buttons)))
    return panels


def _inner(id: str, box: Box, draw: Callable[[], None]) -> Panel:
    return Panel(id, box, draw, "tray", colours.FELT2)


def _within(places: TrayPlan) -> Box:
    """Where chips or the lead are, below the heading."""
    return Box(places.chips.x, places.chips.y + _HEADING, places.chips.w, places.chips.h - _HEADING - 1)


def _draw(canvas: Canvas, board: Board, box: Box, ways: Ways) -> None:
    """Draw the tray; while something must be answered before all else its edge is gold."""
    special = board.mode in SHARES
    if special:
        canvas.panel(box, colours.FELT2, 8, colours.GOLD, 2)
    else:
        panel(canvas, box, "")
    share = SHARES.get(board.mode, 0.0)
    places = plan(box, seated=board.seated, share=share, watched=board.watched is not None)
    canvas.subject("tray", Box(places.chips.x, places.chips.y - 4, places.chips.w, places.chips.h))
    canvas.text(heading(board), places.chips.x, places.chips.y, LABEL, width=places.chips.w - (70 if special else 0))
    if special or not board.desk.shown.shifts:
        chips, led = _within(places), lead(board)
        with canvas.scrolled("lead", chips) as pane:
            canvas.paragraph(led, chips.x, pane.top, chips.w - 10)
            pane.bottom = pane.top + canvas.height_of(led, chips.w - 10)
    if special:
        draw_why(canvas, Box(places.chips.x, places.chips.y, places.chips.w, 20), ways.why)
        (draw_held if board.mode == "held" else draw_readings)(canvas, board, places.buttons)


def status(board: Board) -> str:
    """The line that answers, while nothing is pointed at."""
    return board.notice or _standing(board)


def status_box(board: Board, box: Box) -> Box:
    """Where the line is that answers, in the tray."""
    if board.desk.judging is not None:
        return outside.status_box(box)
    share = SHARES.get(board.mode, 0.0)
    return plan(box, seated=board.seated, share=share, watched=board.watched is not None).status


def draw_status(canvas: Canvas, board: Board, area: Box, beside: str = "", about: str = "") -> None:
    """The line that answers: a refusal, or what the thing under the mouse or the focus does. Drawn last of all.
    `beside`: the sum, at its right as long as there is room for both; `about`: what is told while nothing is pointed
    at, in place of the news."""
    memory = canvas.memory
    focus, mouse = board.still or ("", None)
    looked_at = (
        memory.focus if memory.shown and memory.focus != focus else "",
        memory.hovered if memory.mouse != mouse else "",
    )
    current = next((spot for id in looked_at for spot in canvas.spots if id == spot.id), None)
    words, colour = board.notice, colours.PALE
    if not words and current:
        words, colour = current.why or current.hint, colours.LOCKED
    if not words:
        words, colour = about or status(board), colours.LOCKED
    canvas.subject("status", area)
    style = STATUS.of(colour)
    how = say("To decline over one word, press its wording above.")
    if not board.notice and not current and board.mode == "answer" and not board.tray.word:
        longer = strung([each for each in (words, how) if each], SENTENCES)
        words = longer if canvas.height_of(longer, area.w - 10, style) <= area.h else words or how
    canvas.fill(colours.FELT2, area)
    if beside:
        left = area.left_part(area.w - canvas.measure(beside, _SUM) - 16)
        if canvas.height_of(words, left.w - 10, style) <= area.h:
            at = canvas.text(beside, area.right, area.y + 2, _SUM, align="right")
            canvas.subject("after" if board.desk.shown.after else "points", at)
            area = left
    with canvas.scrolled("status", area) as pane:
        canvas.paragraph(words, area.x, pane.top + 2, area.w - 10, style)
        pane.bottom = pane.top + canvas.height_of(words, area.w - 10, style)


def heading(board: Board) -> str:
    """What the tray is about."""
    desk, lying = board.desk, board.lying
    if desk.ended and board.seated:
        return say("THE TALKS ARE OVER")
    if desk.held:
        return held_heading(board)
    if desk.pending:
        return say("THE TALKS WAIT")
    if desk.closing:
        return say("THE TEXT IS FROZEN")
    if lying and lying.by == desk.who:
        if lying.off_record:
            return say("YOUR NON-PAPER IS ON THE TABLE")
        return say("YOUR PACKAGE {n} IS ON THE TABLE", n=str(lying.number))
    if lying:
        line = phrase("{who} TABLES NON-PAPER") if lying.off_record else phrase("{who} TABLES PACKAGE {n}")
        return say(line, who=_loud(board, lying.by), n=str(lying.number))
    if board.mode == "watch":
        return say("FROM THE GALLERY")
    if board.mode == "answer" and (waits := board.waiting):
        soft = phrase("{who} PUTS A NON-PAPER TO YOU")
        line = soft if waits.off_record else phrase("{who} TABLES PACKAGE {n}")
        return say(line, who=_loud(board, waits.by), n=str(waits.number))
    if board.mode == "sign":
        return say("THE TEXT IS CLEAN")
    if board.initialled:
        return say("YOU HAVE INITIALLED THE TEXT")
    if board.tray.countering and board.waiting:
        return say("YOUR COUNTER TO PACKAGE {n}", n=str(board.waiting.number))
    if board.mode == "wait" and not board.tray.shifts:
        return say("{who} HAS THE FLOOR", who=_loud(board, desk.floor))
    return say("THE PACKAGE YOU ARE ABOUT TO TABLE")


def _loud(board: Board, who: DelegationId) -> str:
    return head(board.scenario[who].short).upper()


def lead(board: Board) -> tuple[Span, ...]:
    """What the empty tray says."""
    if board.desk.held:
        return held_words(board)
    return (Span(lead_words(board), _LEAD),)


def lead_words(board: Board) -> str:
    """What there is to do now, in a sentence or two."""
    desk, ended = board.desk, board.desk.ended
    if ended and board.seated:
        return say("The text is signed.") if ended.signed is not None else ending(board.scenario, ended)
    if desk.pending:
        return waiting(board.scenario, desk)
    floor = board.scenario[desk.floor].short
    if board.mode == "closing":
        return say(
            "Before it is signed you may read one doubtful phrase your own way. It is liked at home, and the audiences "
            "of the others hear it too."
        )
    if desk.closing and board.seated:
        return say("{who:head} makes its closing statement…", who=floor)
    if board.mode == "watch":
        return say("You watch. Nothing that is off the record is heard here.")
    if board.mode == "answer":
        return say(
            "A package of theirs waits for you: accept it, decline it, or press other wordings, and counter with those."
        )
    if board.mode == "wait":
        return say("{who:head} confers… Meanwhile you may read, and prepare a package.", who=floor)
    if board.mode == "sign" and board.needs_consent:
        return say(
            "Every bracket is closed. You speak for others: circulate the text first; an ally that says nothing has "
            "consented. To ask one beforehand, sound it."
        )
    if board.mode == "sign":
        return say("Every bracket is closed, ad referendum. Initial the text, or reopen a word and pay for it.")
    if board.initialled:
        missing = [board.scenario[each.id].short for each in desk.people if not each.initialled and each.id != desk.who]
        told = phrase("What it lacks are the initials of {who:and}. Say something: the floor is theirs then.")
        return say(told, who=missing)
    return say(
        "Press a wording in the draft or on the right: we move there, if they move there. Then table it, or float it"
        " off the record as a non-paper. To give a word and ask for nothing, move alone."
    )


def news(board: Board) -> str:
    """What others did since the player's last move, and what came of it."""

    def told() -> str:
        return strung([tell(board.scenario, event) for event in board.desk.headlines], SENTENCES)

    return kept(("news", spoken()), told, board.desk, board.scenario)


_DECLINING: Mapping[Far, str] = {
    "nearly": phrase("You would decline it as nearly enough."),
    "not-for-this": phrase("You would decline it: not for this."),
    "not-this": phrase("You would decline it: none of this, at any price."),
}
_DECLINING_OVER: Mapping[Far | None, str] = {
    None: phrase("You would decline over {issue:quoted}."),
    "nearly": phrase("You would decline over {issue:quoted}, as nearly enough."),
    "not-for-this": phrase("You would decline over {issue:quoted}: not for this."),
    "not-this": phrase("You would decline over {issue:quoted}: not this, at any price."),
}


def _declining(tray: Tray) -> str:
    """What would be said over the word that is named."""
    never = phrase("You would refuse the wording in {issue:quoted} for ever.")
    return never if tray.never else _DECLINING_OVER[tray.far]


def _standing(board: Board) -> str:
    """The status line when there is nothing else to say."""
    tray = board.tray
    if board.mode == "watch" or board.desk.judging is not None:
        return news(board)
    if board.desk.ended:
        return ""
    if board.mode == "wait" and board.desk.pending:
        return waiting(board.scenario, board.desk) if tray.shifts else ""
    if board.mode == "wait":
        return say("{who:head} has the floor.", who=board.scenario[board.desk.floor].short)
    if board.mode == "answer" and tray.word:
        return say(_declining(tray), issue=board.scenario.text[tray.word].title)
    if board.mode == "answer" and tray.far:
        return say(_DECLINING[tray.far])
    if board.mode == "answer":
        return board.why_not_accept() or board.why_not_on_record() or news(board)
    if tray.noted:
        return board.cable_words()
    if tray.shifts and (why := board.why("propose")):
        return why
    if told := news(board):
        return told
    if mine := board.own_package:
        return say("Your package {n} lies on the table and waits for an answer.", n=str(mine.number))
    return ""
