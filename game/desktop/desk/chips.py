"""The package in the tray: a chip for each move, with whose it is, from where, to where, and whether it is locked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.desktop.desk.board import Board
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import SMALL, focus_ring
from game.seat.tray import Shifts
from game.talks import Shift
from game.talks.moves import brought
from game.text import IssueId, OptionId
from game.words import SENTENCES, phrase, say, signed, strung

_NARROW = 420.0
"""Below this width chips without room for their origin have no labels either: their marks say who moves."""
_SLIM = 240.0
"""Below this width they leave out from where the move is, also where they may be as high as they like."""
_CHIP = Style("serif", 15.5, colours.PALE)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How much room chips take."""

    brief: bool
    """Whether they leave out from where the move is."""
    joint: bool = False
    """Whether they are joined where several move to one wording."""
    words: Style = _CHIP
    tall: float = 29.0
    gap: float = 4.0


_SMALL = _CHIP._replace(size=14.0)
_FITS = (
    _Fit(brief=False),
    _Fit(brief=True),
    _Fit(True, False, _SMALL, 25.0, 2.0),
    _Fit(brief=True, joint=True),
    _Fit(True, True, _SMALL, 25.0, 2.0),
)


@dataclass(frozen=True, slots=True)
class _Chip:
    """Some delegations' move to one wording."""

    movers: Shifts
    spans: tuple[Span, ...]
    box: Box
    fit: _Fit


def draw_chips(canvas: Canvas, board: Board, box: Box) -> None:
    """A row for what we move and one for what they move; without room for that, a row for what all move to."""
    for fit in _FITS:
        indent = 0.0 if fit.joint and box.w < _NARROW else 82.0
        rows = _rows(board, joint=fit.joint)
        full = [_flow(canvas, board, moves, box.w - 10 - indent, fit) for _, _, moves in rows]
        if sum(tall for _, tall in full) - fit.gap <= box.h:
            break
    on_paper = _on_paper(canvas, board)
    with canvas.scrolled("chips", box) as pane:
        y = pane.top
        for (label, colour, _), (chips, tall) in zip(rows, full, strict=True):
            if indent:
                canvas.text(label, box.x, y + (fit.tall - 21) / 2, Style("sans-semibold", 14, colour))
            if not chips and indent:
                canvas.text(say("nowhere"), box.x + 86, y + 4, SMALL)
            _put(canvas, board, chips, box.x + indent, y, on_paper)
            y += tall
        pane.bottom = y - fit.gap


def chips_below(canvas: Canvas, board: Board, x: float, y: float, wide: float) -> float:
    """The same in a narrow panel that scrolls: each label above its chips; gives the lower edge."""
    on_paper, fit = _on_paper(canvas, board), _FITS[wide < _SLIM]
    for label, colour, moves in _rows(board, joint=False):
        canvas.text(label, x, y, Style("sans-semibold", 14, colour))
        chips, tall = _flow(canvas, board, moves, wide, fit)
        if not chips:
            canvas.text(say("nowhere"), x, y + 23, SMALL)
        _put(canvas, board, chips, x, y + 24, on_paper)
        y += 24 + tall + 4
    return y


def _put(canvas: Canvas, board: Board, chips: Sequence[_Chip], x: float, y: float, on_paper: str) -> None:
    for chip in chips:
        _chip(canvas, board, replace(chip, box=chip.box.moved(x, y)), on_paper)


def _rows(board: Board, *, joint: bool) -> list[tuple[str, str, list[Shifts]]]:
    """Label, colour and moves of each row; `joint` joins moves of several delegations to the same wording."""
    watched = board.lying if board.mode == "watch" else None
    me = watched.by if watched else board.desk.who
    package = board.desk.shown.shifts
    alike: dict[tuple[IssueId, OptionId], list[Shift]] = {}
    for shift in package:
        alike.setdefault((shift.issue, shift.option), []).append(shift)
    joined = [tuple(shifts) for shifts in alike.values() if joint and len(shifts) > 1]
    single = [shift for shift in package if not any(shift in shifts for shifts in joined)]
    ours: list[Shifts] = [(shift,) for shift in single if shift.delegation == me]
    theirs: list[Shifts] = [(shift,) for shift in single if shift.delegation != me]
    tone = board.signs[theirs[0][0].delegation].felt if theirs else colours.DIM
    rows = [(say("offered") if watched else say("we move"), board.signs[me].felt, ours)]
    rows.append((say("asked") if watched else say("they move"), tone, theirs))
    if not joined:
        return rows
    label = say("both move") if len(board.signs) == 2 else say("together")
    return [(label, colours.PALE, joined), *(row for row in rows if row[2])]


def _flow(canvas: Canvas, board: Board, moves: Sequence[Shifts], room: float, fit: _Fit) -> tuple[list[_Chip], float]:
    """Chips side by side as far as they fit, from the corner 0, 0; and how high they are together."""
    x, y, tall = 0.0, 0.0, fit.tall
    chips: list[_Chip] = []
    spare = 26 if board.mode == "answer" or board.lying else 46
    for movers in moves:
        spans = _chip_words(board, movers, fit)
        laid = canvas.laid(spans, room - spare)
        wide, high = laid.width / canvas.scale + spare, max(fit.tall, laid.height / canvas.scale + fit.gap + 2)
        if x and x + wide > room:
            x, y, tall = 0.0, y + tall + fit.gap, fit.tall
        chips.append(_Chip(movers, spans, Box(x, y, wide, high), fit))
        tall = max(tall, high)
        x += wide + 7
    return chips, y + tall + fit.gap


def _chip_words(board: Board, movers: Shifts, fit: _Fit) -> tuple[Span, ...]:
    """Who moves from where to where; where there is little room, only to where."""
    shift, issue = movers[0], board.scenario.text[movers[0].issue]
    wordings = board.desk.row(shift.issue).wordings
    old = next(issue[each.option].name for each in wordings if shift.delegation in each.stands)
    new = issue[shift.option].name
    minded = board.mode == "answer" and board.tray.word == shift.issue
    style = fit.words
    marks = tuple(Span("", style, "", board.signs[mover.delegation]) for mover in movers)
    before = () if fit.brief else (Span(f"{old} ", style.of(colours.DIM)),)
    arrow = Span("", style.of(colours.DIM), "", None, "arrow")
    locked: tuple[Span, ...] = ()
    locks = [lock for each in wordings if each.option == shift.option and (lock := board.desk.lock(each))]
    if locks and any(mover.delegation == board.desk.who for mover in movers):
        drawn, tone = ("lock", colours.LOCKED) if locks[0].kind == "mandate" else ("octagon", colours.ALARM)
        locked = (Span("", style.of(tone), "", None, drawn),)
    return (*marks, *before, arrow, *locked, Span(new, style._replace(strike=minded)), *_last(board, movers, fit))


def _gains(board: Board, movers: Shifts) -> list[tuple[Shift, int]]:
    """What each of these moves alone brings this seat; none for a watcher, and where nobody moves any more."""
    steps = board.deal.steps if board.deal else ()
    return [(step.shift, step.points) for step in steps if step.shift in movers and step.points is not None]


def _last(board: Board, movers: Shifts, fit: _Fit) -> tuple[Span, ...]:
    """What all these moves together bring this seat, behind its words."""
    gains = _gains(board, movers)
    return (Span(f"\u00a0{signed(sum(brought(board.desk.who, gains)))}", _worth(fit)),) if gains else ()


def _means(board: Board, movers: Shifts) -> str:
    """For whom the points on a chip are, and what for."""
    gains = _gains(board, movers)
    own, others = brought(board.desk.who, gains)
    lines = {
        (True, True): phrase("For you {own:signed} by your own move, {others:signed} by theirs."),
        (True, False): phrase("For you {own:signed}, by your own move."),
        (False, True): phrase("For you {others:signed}, by their move."),
    }
    ours = {shift.delegation == board.desk.who for shift, _ in gains}
    return say(lines[True in ours, False in ours], own=own, others=others) if ours else ""


def _worth(fit: _Fit) -> Style:
    return Style("sans-bold", max(14.0, fit.words.size - 1), colours.PALE)


def _chip(canvas: Canvas, board: Board, chip: _Chip, on_paper: str) -> None:
    shift, box = chip.movers[0], chip.box
    id = f"chip:{'+'.join(mover.delegation for mover in chip.movers)}:{shift.issue}"
    answering, lying = board.mode == "answer", board.lying is not None
    lit = canvas.hovered(id) or canvas.focused(id) or on_paper == shift.issue
    edge = board.signs[shift.delegation].felt if len(chip.movers) == 1 else colours.DIM
    minded = answering and board.tray.word == shift.issue
    ground = colours.FELT3 if lit else colours.FELT1
    tone = colours.ALARM if minded and board.tray.never else colours.PALE if minded else edge
    canvas.panel(box, ground, chip.fit.tall / 2, tone, 2 if minded else 1)
    spare = 25 if answering or lying else 45
    top = box.y + (box.h - canvas.height_of(chip.spans, box.w - spare)) / 2
    canvas.paragraph(chip.spans, box.x + 11, top, box.w - spare, felt=True)
    if not answering and not lying:
        canvas.sign("cross", box.right - 25, box.y + box.h / 2 - 6, 12, colours.PALE if lit else colours.DIM)
    focus_ring(canvas, id, box.inset(2))
    issue = board.scenario.text[shift.issue]
    told, means = {"issue": issue.title, "wording": issue[shift.option].name}, _means(board, chip.movers)
    if lying:
        hint = _sentences(say("{issue}: {wording}.", **told), means)
        canvas.spot(Action(id, told["wording"], lambda: board.look_at(shift.issue), hint=hint), box)
    elif answering:
        words, hint = say("over {wording}", **told), _sentences(means, say("Decline over {issue:quoted}.", **told))
        canvas.spot(Action(id, words, lambda: board.mind(shift.issue), hint=hint), box)
    else:
        words = say("drop {wording}", **told)
        hint = _sentences(means, say("{issue}: take this out of the package.", **told))
        canvas.spot(Action(id, words, lambda: board.drop(*chip.movers), hint=hint), box)


def _sentences(*each: str) -> str:
    return strung(list(filter(None, each)), SENTENCES)


def _on_paper(canvas: Canvas, board: Board) -> str:
    """The issue of the word on the paper that is pointed at, if anything moves in it."""
    moved = {shift.issue for shift in board.desk.shown.shifts}

    def meant(id: str) -> str:
        word = board.words.get(id.removeprefix("word:"))
        return word.issue if word and word.issue in moved else ""

    return canvas.pointed("word:", meant)
