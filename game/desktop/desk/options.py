"""The right column: the wordings of the issue looked at, strong to weak, with what each is worth to this seat alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from game.desktop.desk.board import Board
from game.desktop.desk.notes import force_words, notes_of
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.hands import Hands
from game.desktop.kit.kept import Panel, solid
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, SMALL, focus_ring, panel
from game.seat import Wording
from game.seat.tray import settled_at
from game.talks.locks import Barrier
from game.text import Issue, Option
from game.words import SEMICOLON, phrase, quoted, say, signed, stopped, strung

_NAME = Style("serif", 17, colours.PALE)
_POINTS = Style("sans-bold", 16, colours.GOLD)
_TINY = Style("sans", 14, colours.DIM)
_WORDS = Style("serif", 16, colours.PALE)
_TITLE = Style("sans-bold", 16, colours.PALE)
_KEY = Style("sans-semibold", 14, colours.DIM)
_DIGIT = 17.0
"""How far the words of a wording stand aside for the digit that picks it."""


def option_panels(canvas: Canvas, board: Board, box: Box) -> list[Panel]:
    """The issue, its wordings, and the full words of the one that is looked at, each painted by itself."""
    issue = board.scenario.text[board.issue]
    top = box.y + 38 + canvas.height_of(issue.title, box.w - 28, _TITLE)
    if force := force_words(board, issue.id):
        top += canvas.height_of(force, box.w - 28, _TINY)
    below = max(118.0, min(190.0, box.h * 0.27))
    rows = Box(box.x + 8, top, box.w - 16, box.bottom - below - top)
    words = Box(box.x + 14, rows.bottom + 10, box.w - 22, below - 18)
    around = Box(words.x - 8, words.y - 5, words.w + 12, words.h + 8)  # with the ring of a focus
    return [
        Panel("options", box, lambda: _issue(canvas, board, issue, box, force, rows.bottom + 4), solid=solid(box)),
        Panel("wordings", rows, lambda: _rows(canvas, board, issue, rows), "options", colours.FELT2),
        Panel("words", around, lambda: _words(canvas, board, issue, words), "options", colours.FELT2),
    ]


def _issue(canvas: Canvas, board: Board, issue: Issue, box: Box, force: str, line: float) -> None:
    """Which issue it is, and what its form adds; a line above the full words."""
    panel(canvas, box, "")
    canvas.subject("wordings", box)
    canvas.text(_place(board, issue), box.x + 14, box.y + 11, LABEL)
    _arrows(canvas, board, box)
    canvas.paragraph(issue.title, box.x + 14, box.y + 32, box.w - 28, _TITLE)
    if force:
        top = box.y + 33 + canvas.height_of(issue.title, box.w - 28, _TITLE)
        canvas.paragraph(force, box.x + 14, top, box.w - 28, _TINY)
    canvas.line(box.x + 14, line, box.right - 14, line, colours.FELT3)


def _rows(canvas: Canvas, board: Board, issue: Issue, rows: Box) -> None:
    """The wordings below each other."""
    with canvas.scrolled("options", rows) as pane:
        y = pane.top + 3
        for place, wording in enumerate(board.row.wordings):
            y = _row(canvas, board, issue, wording, place, Box(rows.x + 3, y, rows.w - 11, 0)) + 6
        pane.bottom = y
    _reveal(canvas, board)


def _place(board: Board, issue: Issue) -> str:
    """Where the issue is printed."""
    places = deal.places if (deal := board.on_paper) else board.desk.paper.places
    number = places.get(issue.id)
    if number is None:
        return say("BESIDE THE TEXT") if issue.side else say("NOT PRINTED NOW")
    return say("CLAUSE {n}", n=number) if number else say("THE HEADING")


def _reveal(canvas: Canvas, board: Board) -> None:
    """Scroll to the wording that was just chosen, and draw again."""
    if board.chosen_now is None:
        return
    before = dict(canvas.memory.scroll)
    Hands(canvas.memory, canvas.spots, canvas.panes).reveal(f"option:{board.issue}:{board.chosen_now}")
    board.chosen_now = None
    if before != canvas.memory.scroll:
        board.app.redraw()


def _arrows(canvas: Canvas, board: Board, box: Box) -> None:
    """The previous and the next issue, and the next bracket."""
    x = box.right - 12
    ways: tuple[tuple[str, str, str, str, str, Callable[[], None]], ...] = (
        ("next", say("next issue"), say("The next issue."), "down", "j", lambda: board.look_along(1)),
        ("previous", say("previous issue"), say("The previous issue."), "up", "k", lambda: board.look_along(-1)),
        ("bracket", say("next bracket"), say("The next bracket."), "bracket", "b",
         lambda: board.look_along(1, brackets=True)),
    )  # fmt: skip
    for id, words, hint, name, key, act in ways:
        lit = canvas.hovered(id) or canvas.focused(id)
        tone = colours.PALE if lit else colours.DIM
        area = Box(x - 40, box.y + 7, 40, 24)
        canvas.text(key.upper(), area.x + 6, area.y + 2, _TINY.of(tone))
        canvas.sign(name, area.x + 20, area.y + 5, 14, tone)
        focus_ring(canvas, id, area.inset(2))
        canvas.spot(Action(id, words, act, keys=(key,), hint=hint), area)
        x -= 42


def _row(canvas: Canvas, board: Board, issue: Issue, wording: Wording, place: int, box: Box) -> float:
    """One wording; gives its lower edge."""
    option, id = issue[wording.option], f"option:{issue.id}:{wording.option}"
    planned = settled_at(board.desk.shown.shifts, issue.id) == option.id
    points = signed(wording.points) if wording.points is not None else ""
    keys = (str(place + 1),) if place < 9 else ()
    left = 12 + (_DIGIT if canvas.heard(keys) else 0)
    room = box.w - left - 12 - (canvas.measure(points, _POINTS) + 10 if points else 0)
    name_tall = canvas.height_of(option.name, room, _NAME)
    notes = notes_of(board, issue, wording)
    note_tall = canvas.height_of(notes, box.w - 24) if notes else 0.0
    row = Box(box.x, box.y, box.w, name_tall + 22 + note_tall + 14)
    if (lock := board.desk.lock(wording)) and lock.kind == "mandate":
        canvas.subject("lock", row)
    lit = canvas.hovered(id) or canvas.focused(id)
    ground = colours.CHOSEN if planned or lit else colours.FELT1
    canvas.panel(row, ground, 8, colours.GOLD if planned else colours.FELT3, 2 if planned else 1)
    tone = colours.LOCKED if board.desk.lock(wording) else colours.PALE
    for key in canvas.heard(keys):
        canvas.text(key, row.x + 11, row.y + 9, _KEY.of(colours.PALE if lit else colours.DIM))
    canvas.paragraph(option.name, row.x + left, row.y + 6, room, _NAME.of(tone))
    if points:
        canvas.text(points, row.right - 12, row.y + 7, _POINTS, align="right")
    _dots(canvas, wording, option, row.x + 12, row.y + 6 + name_tall)
    if notes:
        canvas.paragraph(notes, row.x + 12, row.y + 28 + name_tall, box.w - 24, felt=True)
    focus_ring(canvas, id, row.inset(2))
    hint = partial(_hint, board, wording, option, planned=planned)
    canvas.spot(Action(id, option.name, lambda: board.choose(option.id), keys=keys, hint=hint), row)
    return row.bottom


_LOCKED: Mapping[Barrier, str] = {
    "red-line": phrase("{option:quoted}: your instructions forbid it. It can be read, not tabled."),
    "mandate": phrase("{option:quoted} is beyond your mandate: ask {capital} first (C)."),
    "barred": phrase("{option:quoted} is barred: those who must take the text have refused it."),
}


def _hint(board: Board, wording: Wording, option: Option, *, planned: bool) -> str:
    if not board.seated:
        return ""
    if planned and board.mode != "answer":
        return say("Take {option:quoted} out of the package.", option=option.name)
    if lock := board.desk.lock(wording):
        return say(_LOCKED[lock.kind], option=option.name, capital=board.scenario[board.desk.who].capital)
    if board.row.agreed == option.id:
        return say("{option:quoted} is agreed, ad referendum.", option=option.name)
    return say("Put {option:quoted} into the package.", option=option.name)


def _dots(canvas: Canvas, wording: Wording, option: Option, x: float, y: float) -> None:
    """How hard a wording is, the form of the paper taken into account: three scales of three dots."""
    scales = ((say("binds"), wording.binds), (say("precise"), option.precise), (say("shares"), option.shares))
    left = x
    for words, degree in scales:
        x += canvas.text(words, x, y, _TINY).w + 6
        for step in range(3):
            colour = colours.GOLD if step < degree else colours.EMPTY
            canvas.dot(x + 2.5, y + 10.5, 2.5, colour)
            x += 7.5
        x += 6
    canvas.subject("degrees", Box(left, y, x - left, 20))


def _words(canvas: Canvas, board: Board, issue: Issue, box: Box) -> None:
    """The full words of one wording, with where they come from; the sources on demand."""
    option = _looked_at(canvas, board, issue)
    source = option.source
    label = "FACT" if source.label == "FACT" else "MODEL"
    told = canvas.text(label, box.right - 8, box.y, Style("sans-bold", 14, colours.DIM), align="right")
    canvas.subject("label", told)
    style = Style("sans", 14, colours.PALE if canvas.hovered("sources") else colours.DIM)
    words = say("words") if board.sources else say("sources")
    at = canvas.text(f"{words}  I", box.x, box.y, style)
    focus_ring(canvas, "sources", at.inset(-4, 0))
    canvas.spot(Action("sources", words, lambda: _flip(board), keys=("i",)), at.inset(-4, -3))
    inner = Box(box.x, box.y + 25, box.w, box.h - 25)
    with canvas.scrolled("words", inner) as pane:
        said = _source_spans(board, option) if board.sources else _printed(issue, option)
        canvas.paragraph(said, inner.x, pane.top, inner.w - 12)
        pane.bottom = pane.top + canvas.height_of(said, inner.w - 12)


def _flip(board: Board) -> None:
    board.sources = not board.sources


def _looked_at(canvas: Canvas, board: Board, issue: Issue) -> Option:
    """The wording under the focus or the mouse, else the one last chosen, else where this seat stands."""
    pointed = canvas.pointed(f"option:{issue.id}:")
    for option in issue.options:
        if pointed == f"option:{issue.id}:{option.id}":
            return option
    if board.option is not None and board.option in issue:
        return issue[board.option]
    reader = board.desk.who if board.seated else board.scenario.ids[0]
    stands = next(each.option for each in board.row.wordings if reader in each.stands)
    return issue[settled_at(board.desk.shown.shifts, issue.id) or stands]


def _printed(issue: Issue, option: Option) -> list[Span]:
    """The words: in quotation marks what somebody wrote or said, without them what was drafted for the game."""
    words, quotable = option.words.strip(" ,"), option.quotable
    parts = [part.strip(" ,") for part in option.parts.values() if part.strip(" ,")]
    if option.silent:
        said = [Span(say("Silence: the text says nothing."), _WORDS)]
    elif quotable:
        said = [Span(quoted(quotable), _WORDS)]
    else:
        said = [Span(say("Not printed: {words}.", words=words) if issue.side else stopped(words), _WORDS)]
    if quotable and quotable != words:
        said.append(Span(" " + say("In this text: {words}.", words=words), SMALL))
    if parts:
        said.append(Span(" " + say("Elsewhere in it: {words}.", words=strung(parts, SEMICOLON)), SMALL))
    return said


def _source_spans(board: Board, option: Option) -> list[Span]:
    kind = say("On record.") if option.source.label == "FACT" else say("Our drafting: a model.")
    spans = [Span(kind + " ", SMALL.of(colours.PALE))]
    if option.source.note:
        spans.append(Span(option.source.note.strip() + " ", SMALL))
    for cite in option.source.cite:
        found = board.scenario.sources.get(cite)
        if found:
            line = phrase("{cite}: {title}, {where}.") if found.where else phrase("{cite}: {title}.")
            spans.append(Span(say(line, cite=cite, title=found.title, where=found.where) + " ", SMALL))
    return spans
