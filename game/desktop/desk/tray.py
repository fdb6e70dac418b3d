"""The tray at the bottom: the package that is prepared or that waits for an answer, what it is worth, what to press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.desktop import colours
from game.desktop.box import Box
from game.desktop.canvas import Action, Canvas
from game.desktop.desk.buttons import draw_buttons, why_not_accept
from game.desktop.desk.desk import Desk, Mode
from game.desktop.desk.package import Shifts, barred, why_not
from game.desktop.desk.words import name_of, span_of
from game.desktop.paragraph import Span, Style
from game.desktop.widgets import LABEL, SMALL, focus_ring, panel
from game.talks import Accept, Propose, Shift, Sign, hours_words, sentence_name
from game.text import IssueId, OptionId

HEIGHT = 196.0
_NARROW = 420.0
"""Below this width chips without room for their origin have no labels either: their marks say who moves."""
_CHIP = Style("serif", 15.5, colours.PALE)
_BIG = Style("sans-bold", 22, colours.PALE)


@dataclass(frozen=True, slots=True)
class TrayPlan:
    """Where the parts of the tray are."""

    chips: Box
    points: Box
    buttons: Box
    status: Box


def plan(box: Box, *, seated: bool) -> TrayPlan:
    """Cut the tray into its parts; a watcher has no points and no buttons."""
    column = 152.0 if box.w >= 1300 else 138.0
    buttons = Box(box.right - 3 * column - 26, box.y + 12, 3 * column + 16, box.h - 24)
    worth = 176.0 if box.w >= 1300 else 152.0
    points = Box(buttons.x - worth - 14, box.y + 10, worth, box.h - 20)
    room = points.x - box.x - 30 if seated else box.w - 28
    left = Box(box.x + 14, box.y + 10, room, box.h - 20)
    status = Box(left.x, box.bottom - 51, left.w, 44)
    return TrayPlan(Box(left.x, left.y, left.w, left.h - 44), points, buttons, status)


def draw_tray(canvas: Canvas, desk: Desk, box: Box, say: Callable[[], None]) -> None:
    """Draw the tray; `say` opens the sheet for a remark."""
    panel(canvas, box, "")
    places = plan(box, seated=desk.view.own is not None)
    canvas.text(_heading(desk), places.chips.x, places.chips.y, LABEL, width=places.chips.w)
    chips = Box(places.chips.x, places.chips.y + 25, places.chips.w, places.chips.h - 26)
    if desk.package:
        _chips(canvas, desk, chips)
    else:
        lead = Style("serif-italic", 17, colours.PALE)
        with canvas.scrolled("lead", chips) as pane:
            canvas.paragraph(_lead(desk), chips.x, pane.top, chips.w - 10, lead)
            pane.bottom = pane.top + canvas.height_of(_lead(desk), chips.w - 10, lead)
    if desk.view.own is not None:
        _points(canvas, desk, places.points)
        draw_buttons(canvas, desk, places.buttons, say)


def draw_status(canvas: Canvas, desk: Desk, box: Box) -> None:
    """The line that answers: a refusal, or what the thing under the mouse or the focus does. Drawn last of all."""
    area = plan(box, seated=desk.view.own is not None).status
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


def _lead(desk: Desk) -> str:
    """What the empty tray says."""
    view = desk.view
    if view.verdict and view.own:
        return "The text is signed." if view.verdict.agreed else view.verdict.reason
    floor = sentence_name(view.scenario, view.floor)
    if desk.mode is Mode.WATCH:
        return "You watch. Nothing that is off the record is heard here."
    if desk.mode is Mode.WAIT:
        return f"{floor} confers… Meanwhile you may read, and prepare a package."
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


@dataclass(frozen=True, slots=True)
class _Fit:
    """How much room chips take."""

    brief: bool
    """Whether they leave out from where the move is, and are joined where several move to one wording."""
    words: Style = _CHIP
    tall: float = 29.0
    gap: float = 4.0


_FITS = (_Fit(brief=False), _Fit(brief=True), _Fit(True, replace(_CHIP, size=14.0), 25.0, 2.0))


@dataclass(frozen=True, slots=True)
class _Chip:
    """Some delegations' move to one wording."""

    movers: Shifts
    spans: tuple[Span, ...]
    box: Box
    fit: _Fit


def _chips(canvas: Canvas, desk: Desk, box: Box) -> None:
    """A row for what we move and one for what they move; without room for that, a row for what all move to."""
    for fit in _FITS:
        indent = 0.0 if fit.brief and box.w < _NARROW else 82.0
        rows = _rows(desk, brief=fit.brief)
        full = [_flow(canvas, desk, moves, box.w - 10 - indent, fit) for _, _, moves in rows]
        if sum(tall for _, tall in full) - fit.gap <= box.h:
            break
    with canvas.scrolled("chips", box) as pane:
        y = pane.top
        for (label, colour, _), (chips, tall) in zip(rows, full, strict=True):
            if indent:
                canvas.text(label, box.x, y + (fit.tall - 21) / 2, Style("sans-semibold", 14, colour))
            if not chips and indent:
                canvas.text("nowhere", box.x + 86, y + 4, SMALL)
            for chip in chips:
                _chip(canvas, desk, replace(chip, box=chip.box.moved(box.x + indent, y)))
            y += tall
        pane.bottom = y - fit.gap


def _rows(desk: Desk, *, brief: bool) -> list[tuple[str, str, list[Shifts]]]:
    """Label, colour and moves of each row; `brief` joins moves of several delegations to the same wording."""
    watched = desk.lying if desk.mode is Mode.WATCH else None
    me = watched.by if watched else desk.view.who
    alike: dict[tuple[IssueId, OptionId], list[Shift]] = {}
    for shift in desk.package:
        alike.setdefault((shift.issue, shift.option), []).append(shift)
    joint = [tuple(shifts) for shifts in alike.values() if brief and len(shifts) > 1]
    single = [shift for shift in desk.package if not any(shift in shifts for shifts in joint)]
    ours: list[Shifts] = [(shift,) for shift in single if shift.delegation == me]
    theirs: list[Shifts] = [(shift,) for shift in single if shift.delegation != me]
    tone = desk.signs[theirs[0][0].delegation].felt if theirs else colours.DIM
    rows = [("offered" if watched else "we move", desk.signs[me].felt, ours)]
    rows.append(("asked" if watched else "they move", tone, theirs))
    if not joint:
        return rows
    label = "both move" if len(desk.signs) == 2 else "together"
    return [(label, colours.PALE, joint), *(row for row in rows if row[2])]


def _flow(canvas: Canvas, desk: Desk, moves: Sequence[Shifts], room: float, fit: _Fit) -> tuple[list[_Chip], float]:
    """Chips side by side as far as they fit, from the corner 0, 0; and how high they are together."""
    x, y, tall = 0.0, 0.0, fit.tall
    chips: list[_Chip] = []
    spare = 26 if desk.mode is Mode.ANSWER or desk.lying else 46
    for movers in moves:
        spans = _chip_words(desk, movers, fit)
        laid = canvas.laid(spans, room - spare)
        wide, high = laid.width / canvas.scale + spare, max(fit.tall, laid.height / canvas.scale + fit.gap + 2)
        if x and x + wide > room:
            x, y, tall = 0.0, y + tall + fit.gap, fit.tall
        chips.append(_Chip(movers, spans, Box(x, y, wide, high), fit))
        tall = max(tall, high)
        x += wide + 7
    return chips, y + tall + fit.gap


def _chip_words(desk: Desk, movers: Shifts, fit: _Fit) -> tuple[Span, ...]:
    """Who moves from where to where; where there is little room, only to where."""
    view, shift = desk.view, movers[0]
    old = name_of(view, shift.issue, view.positions[shift.delegation][shift.issue])
    new = name_of(view, shift.issue, shift.option)
    minded = desk.mode is Mode.ANSWER and desk.word == shift.issue
    style = fit.words
    marks = tuple(Span("", style.of(colours.DIM), "", desk.signs[mover.delegation]) for mover in movers)
    before = () if fit.brief else (Span(f"{old} ", style.of(colours.DIM)),)
    arrow = Span("", style.of(colours.GOLD), "", None, "arrow")
    locked: tuple[Span, ...] = ()
    shut = any(mover.delegation == view.who and barred(view, mover.issue, mover.option) for mover in movers)
    if shut:
        red = barred(view, shift.issue, shift.option) == "red"
        drawn, tone = ("octagon", colours.ALARM) if red else ("lock", colours.LOCKED)
        locked = (Span("", style.of(tone), "", None, drawn),)
    return (*marks, *before, arrow, *locked, Span(new, replace(style, strike=minded)))


def _chip(canvas: Canvas, desk: Desk, chip: _Chip) -> None:
    shift, box = chip.movers[0], chip.box
    id = f"chip:{'+'.join(mover.delegation for mover in chip.movers)}:{shift.issue}"
    answering, lying = desk.mode is Mode.ANSWER, desk.lying is not None
    lit = canvas.hovered(id) or canvas.focused(id)
    edge = desk.signs[shift.delegation].felt if len(chip.movers) == 1 else colours.DIM
    minded = answering and desk.word == shift.issue
    ground = colours.FELT3 if lit else colours.FELT1
    tone = colours.ALARM if minded and desk.never else colours.GOLD if minded else edge
    canvas.panel(box, ground, chip.fit.tall / 2, tone, 2 if minded else 1)
    spare = 25 if answering or lying else 45
    top = box.y + (box.h - canvas.height_of(chip.spans, box.w - spare)) / 2
    canvas.paragraph(chip.spans, box.x + 11, top, box.w - spare, felt=True)
    if not answering and not lying:
        canvas.sign("cross", box.right - 25, box.y + box.h / 2 - 6, 12, colours.PALE if lit else colours.DIM)
    focus_ring(canvas, id, box.inset(2))
    title = desk.view.scenario.text[shift.issue].title
    name = name_of(desk.view, shift.issue, shift.option)
    if lying:
        canvas.spot(Action(id, name, lambda: desk.look_at(shift.issue), hint=f"{title}: {name}."), box)
    elif answering:
        canvas.spot(Action(id, f"over {name}", lambda: desk.mind(shift.issue), hint=f"Decline over “{title}”."), box)
    else:
        hint = f"{title}: take this out of the package."
        canvas.spot(Action(id, f"drop {name}", lambda: desk.drop(*chip.movers), hint=hint), box)


def _points(canvas: Canvas, desk: Desk, box: Box) -> None:
    """What the text is worth to this seat while brackets stand: worst to best, now and after the package."""
    view = desk.view
    assert view.own is not None
    x, w = box.x, box.w
    canvas.text("YOUR POINTS", x, box.y, LABEL)
    now = view.reach()
    words = "worst to best, now" if view.brackets else "as the text stands"
    canvas.text(words, x, box.y + 25, SMALL, width=w)
    after = view.reach(view.after(desk.package)) if desk.package else now
    if desk.package:
        canvas.text(span_of(now), x, box.y + 45, Style("sans-semibold", 17, colours.LOCKED))
        canvas.text("after this package", x, box.y + 71, SMALL, width=w)
        canvas.text(span_of(after), x, box.y + 90, _BIG.of(colours.GOLD))
    else:
        canvas.text(span_of(now), x, box.y + 45, _BIG)
    y = box.y + 121
    paid = view.own.delay + sum(charge.points for charge in view.own.charges)
    canvas.text(f"walk-away {view.own.instructions.reservation_value}", x, y, SMALL.of(colours.PALE))
    if paid:
        canvas.text(f"paid −{paid}", x + w, y, SMALL, align="right")
    canvas.text(_hours(desk), x, y + 22, SMALL, width=w)


def _hours(desk: Desk) -> str:
    view = desk.view
    if desk.mode is Mode.ANSWER and desk.waiting:
        return f"to accept takes {hours_words(view.price(Accept(view.who, '', desk.waiting.number)))}"
    if desk.shifts:
        return f"to table it takes {hours_words(view.price(Propose(view.who, '', desk.shifts)))}"
    if desk.mode is Mode.SIGN:
        return f"to initial takes {hours_words(view.price(Sign(view.who)))}"
    delay = view.own.instructions.delay if view.own else None
    if delay is None or not delay.points:
        return "waiting costs nothing"
    return f"−{delay.points} every {hours_words(delay.hours)}"
