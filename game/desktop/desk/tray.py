"""The tray at the bottom: the package that is prepared or that waits for an answer, what it is worth, what to press."""

from __future__ import annotations

from dataclasses import dataclass

from game.desktop.desk.answer import (
    CLOSING_HEADING,
    CLOSING_WORDS,
    draw_held,
    draw_readings,
    held_heading,
    held_words,
    readings_height,
)
from game.desktop.desk.buttons import draw_buttons
from game.desktop.desk.chips import draw_chips
from game.desktop.desk.choices import why_not_accept
from game.desktop.desk.desk import Desk, Mode
from game.desktop.desk.package import why_not
from game.desktop.desk.ways import Ways
from game.desktop.desk.worth import draw_why, draw_worth
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, panel
from game.talks import sentence_name
from game.words.endings import ending

HEIGHT = 196.0
_MOST = 330.0
_HEADING = 25.0
_LEAD = Style("serif-italic", 17, colours.PALE)
_SPECIAL = (Mode.HELD, Mode.CLOSING)


@dataclass(frozen=True, slots=True)
class TrayPlan:
    """Where the parts of the tray are."""

    chips: Box
    points: Box
    buttons: Box
    status: Box


def plan(box: Box, *, seated: bool, special: bool = False) -> TrayPlan:
    """Cut the tray into its parts. A watcher has no points and no buttons; a hold-up or a frozen text has answers in
    their place."""
    column = 152.0 if box.w >= 1300 else 138.0
    buttons = Box(box.right - 3 * column - 26, box.y + 12, 3 * column + 16, box.h - 24)
    worth = 176.0 if box.w >= 1300 else 166.0
    points = Box(buttons.x - worth - 14, box.y + 10, worth, box.h - 20)
    room = points.x - box.x - 30 if seated else box.w - 28
    if special:
        room = box.w * 0.27
        buttons = Box(box.x + room + 32, box.y + 12, box.w - room - 44, box.h - 24)
    left = Box(box.x + 14, box.y + 10, room, box.h - 20)
    status = Box(left.x, box.bottom - 51, left.w, 44)
    return TrayPlan(Box(left.x, left.y, left.w, left.h - 44), points, buttons, status)


def tray_height(canvas: Canvas, desk: Desk, width: float) -> float:
    """The tray grows when many closing statements can be made, and when it takes long to say what is held up."""
    if desk.mode not in _SPECIAL:
        return HEIGHT
    parts = plan(Box(0, 0, width, HEIGHT), seated=True, special=True)
    if desk.mode is Mode.HELD:
        lead = canvas.height_of(held_words(desk), parts.chips.w - 10)
        return min(_MOST, max(HEIGHT, lead + HEIGHT - parts.chips.h + _HEADING + 4))
    return min(_MOST, max(HEIGHT, readings_height(canvas, desk, parts.buttons.w) + 24))


def draw_tray(canvas: Canvas, desk: Desk, box: Box, ways: Ways) -> None:
    """Draw the tray; while something must be answered before all else its edge is gold."""
    special = desk.mode in _SPECIAL
    if special:
        canvas.panel(box, colours.FELT2, 8, colours.GOLD, 2)
    else:
        panel(canvas, box, "")
    places = plan(box, seated=desk.view.own is not None, special=special)
    canvas.text(_heading(desk), places.chips.x, places.chips.y, LABEL, width=places.chips.w - (70 if special else 0))
    chips = Box(places.chips.x, places.chips.y + _HEADING, places.chips.w, places.chips.h - _HEADING - 1)
    if desk.package and not special:
        draw_chips(canvas, desk, chips)
    else:
        lead = _lead(desk)
        with canvas.scrolled("lead", chips) as pane:
            canvas.paragraph(lead, chips.x, pane.top, chips.w - 10)
            pane.bottom = pane.top + canvas.height_of(lead, chips.w - 10)
    if special:
        draw_why(canvas, Box(places.chips.x, places.chips.y, places.chips.w, 20), ways.why)
        (draw_held if desk.mode is Mode.HELD else draw_readings)(canvas, desk, places.buttons)
    elif desk.view.own is not None:
        draw_worth(canvas, desk, places.points, ways.why)
        draw_buttons(canvas, desk, places.buttons, ways)


def draw_status(canvas: Canvas, desk: Desk, box: Box) -> None:
    """The line that answers: a refusal, or what the thing under the mouse or the focus does. Drawn last of all."""
    area = plan(box, seated=desk.view.own is not None, special=desk.mode in _SPECIAL).status
    memory = canvas.memory
    looked_at = (memory.focus if memory.shown else "", memory.hovered)
    current = next((spot for id in looked_at for spot in canvas.spots if id == spot.id), None)
    words, colour = desk.notice, colours.PALE
    if not words and current:
        words, colour = current.why or current.hint, colours.LOCKED
    if not words:
        words, colour = _standing(desk), colours.LOCKED
    style = Style("sans", 14.5, colour)
    how = "To decline over one word, press its wording above."
    if not desk.notice and not current and desk.mode is Mode.ANSWER and not desk.word:
        longer = f"{words} {how}".strip()
        words = longer if canvas.height_of(longer, area.w - 10, style) <= area.h else words or how
    with canvas.scrolled("status", area) as pane:
        canvas.paragraph(words, area.x, pane.top + 2, area.w - 10, style)
        pane.bottom = pane.top + canvas.height_of(words, area.w - 10, style)


def _heading(desk: Desk) -> str:
    view = desk.view
    if view.verdict and view.own:
        return "THE TALKS ARE OVER"
    if view.held:
        return held_heading(desk)
    if view.closing:
        return CLOSING_HEADING
    if desk.lying:
        kind = "NON-PAPER" if desk.lying.off_record else f"PACKAGE {desk.lying.number}"
        if desk.mode is Mode.WAIT:
            return f"YOUR {kind} IS ON THE TABLE"
        return f"{sentence_name(view.scenario, desk.lying.by).upper()} TABLES {kind}"
    if desk.mode is Mode.WATCH:
        return "FROM THE GALLERY"
    if desk.mode is Mode.ANSWER and desk.waiting:
        who = sentence_name(view.scenario, desk.waiting.by).upper()
        soft = desk.waiting.off_record
        return f"{who} PUTS A NON-PAPER TO YOU" if soft else f"{who} TABLES PACKAGE {desk.waiting.number}"
    if desk.mode is Mode.SIGN:
        return "THE TEXT IS CLEAN"
    if desk.countering and desk.waiting:
        return f"YOUR COUNTER TO PACKAGE {desk.waiting.number}"
    if desk.mode is Mode.WAIT and not desk.shifts:
        return f"{sentence_name(view.scenario, view.floor).upper()} HAS THE FLOOR"
    return "THE PACKAGE YOU ARE ABOUT TO TABLE"


def _lead(desk: Desk) -> tuple[Span, ...]:
    """What the empty tray says."""
    if desk.view.held:
        return held_words(desk)
    return (Span(_lead_words(desk), _LEAD),)


def _lead_words(desk: Desk) -> str:
    view = desk.view
    if view.verdict and view.own:
        return "The text is signed." if view.verdict.agreed else ending(view.scenario, view.verdict)
    floor = sentence_name(view.scenario, view.floor)
    if view.closing and view.own:
        return CLOSING_WORDS if desk.mode is Mode.CLOSING else f"{floor} makes its closing statement…"
    if desk.mode is Mode.WATCH:
        return "You watch. Nothing that is off the record is heard here."
    if desk.mode is Mode.WAIT:
        return f"{floor} confers… Meanwhile you may read, and prepare a package."
    if desk.mode is Mode.SIGN and view.seat.needs_consent:
        return (
            "Every bracket is closed. You speak for others: circulate the text first; an ally that says nothing has "
            "consented. To ask one beforehand, sound it."
        )
    if desk.mode is Mode.SIGN:
        return "Every bracket is closed, ad referendum. Initial the text, or reopen a word and pay for it."
    return (
        "Press a wording on the right: we move there, if they move there. Then table it, or float it off the record "
        "as a non-paper. To give a word and ask for nothing, move alone."
    )


def _standing(desk: Desk) -> str:
    """The status line when there is nothing else to say."""
    view = desk.view
    if desk.mode is Mode.WATCH:
        return " ".join(desk.news)
    if view.verdict:
        return ""
    if desk.mode is Mode.WAIT:
        return f"{sentence_name(view.scenario, view.floor)} has the floor."
    if desk.mode is Mode.ANSWER:
        if desk.never and desk.word:
            return f"You would refuse the wording in “{view.scenario.text[desk.word].title}” for ever."
        if desk.word:
            return f"You would decline over “{view.scenario.text[desk.word].title}”."
        return why_not_accept(desk) or " ".join(desk.news)
    if desk.noted:
        return desk.cable_words()
    if desk.shifts and (reason := why_not(view, desk.shifts)):
        return reason
    if desk.news:
        return " ".join(desk.news)
    if number := desk.own_package:
        return f"Your package {number} lies on the table and waits for an answer."
    return ""
