"""The right column: the wordings of the issue looked at, strong to weak, with what each is worth to this seat alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from game.desktop.desk.board import Board
from game.desktop.desk.full_words import draw_full_words, full_words_below, full_words_height
from game.desktop.desk.notes import force_words, notes_of
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas, Pane
from game.desktop.kit.hands import Hands
from game.desktop.kit.kept import Panel, solid
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, focus_ring, panel
from game.seat import Wording
from game.seat.memo import kept
from game.seat.tray import settled_at
from game.talks.locks import Barrier
from game.text import Issue, Option
from game.words import count, phrase, say, signed
from game.words.language import spoken

_NAME = Style("serif", 17, colours.PALE)
_POINTS = Style("sans-bold", 16, colours.PALE)
_TINY = Style("sans", 14, colours.DIM)
_TITLE = Style("sans-bold", 16, colours.PALE)
_KEY = Style("sans-semibold", 14, colours.DIM)
_DOTS = 28.5
"""How much room the three dots of a scale take."""
_DIGIT = 17.0
"""How far the words of a wording stand aside for the digit that picks it."""
_BETWEEN, _EDGE = 5.0, 3.0
"""Between rows, and above the first and below the last of them."""
_MORE = 22.0
"""The line below them that says how many more there are."""
_TALL = 170.0
"""How high a panel is at the least that has this line where the full words follow them."""


def option_panels(canvas: Canvas, board: Board, box: Box) -> list[Panel]:
    """The issue, its wordings, and the full words of the one that is looked at, each painted by itself."""
    issue = board.scenario.text[board.issue]
    top = box.y + 38 + canvas.height_of(issue.title, box.w - 28, _TITLE)
    if force := force_words(board, issue.id):
        top += canvas.height_of(force, box.w - 28, _TINY)
    tall, needed = _rows_of(canvas, board, issue, box.w - 27), 30 + full_words_height(canvas, issue, box.w - 22)
    least, usual = max(100.0, min(150.0, box.h * 0.2)), max(118.0, min(190.0, box.h * 0.27))
    room = box.bottom - top
    rows = Box(box.x + 8, top, box.w - 16, _shared(tall, room - min(least, needed), room - min(usual, needed)))
    words = Box(box.x + 14, rows.bottom + 10, box.w - 22, box.bottom - rows.bottom - 18)
    around = Box(words.x - 8, words.y - 5, words.w + 12, words.h + 8)  # with the ring of a focus
    return [
        Panel("options", box, lambda: _issue(canvas, board, issue, box, force, rows.bottom + 4), solid=solid(box)),
        Panel("wordings", rows, lambda: _rows(canvas, board, issue, rows, tall), "options", colours.FELT2),
        Panel("words", around, lambda: draw_full_words(canvas, board, issue, words), "options", colours.FELT2),
    ]


def wordings_panels(canvas: Canvas, board: Board, box: Box) -> list[Panel]:
    """The same in a panel with less room: the full words stand below the wordings, in one pane with them."""
    issue, force = board.scenario.text[board.issue], force_words(board, board.issue)
    top = box.y + 36 + canvas.height_of(issue.title, box.w - 28, _TITLE)
    rows = Box(box.x + 6, top, box.w - 10, box.bottom - 6 - top)
    return [
        Panel("options", box, lambda: _issue(canvas, board, issue, box, "", None), solid=solid(box)),
        Panel("wordings", rows, lambda: _all(canvas, board, issue, rows, force), "options", colours.FELT2),
    ]


def _all(canvas: Canvas, board: Board, issue: Issue, rows: Box, force: str) -> None:
    """The wordings, what the form adds to them, and the full words of one, below each other."""
    wide = rows.w - 13
    tall = _rows_of(canvas, board, issue, wide)
    seen = _seen(tall, rows.h) if rows.h >= _TALL else rows.h
    _begin(canvas, board, tall, seen)
    with canvas.scrolled("options", Box(rows.x, rows.y, rows.w, seen)) as pane:
        x, y = rows.x + 3, pane.top + _EDGE
        for place, (wording, row) in enumerate(zip(board.row.wordings, tall, strict=True)):
            y = _row(canvas, board, issue, wording, place, Box(x, y, wide, row.high), row) + _BETWEEN
        if force:
            canvas.paragraph(force, x + 5, y, wide - 10, _TINY)
            y += canvas.height_of(force, wide - 10, _TINY) + 4
        pane.bottom = full_words_below(canvas, board, issue, x + 5, y + 4, wide - 10) + 4
    if seen < rows.h:
        _more(canvas, board, issue, tall, pane, Box(rows.x + 6, rows.bottom - 20, rows.w - 12, 20))
    _reveal(canvas, board)


def _issue(canvas: Canvas, board: Board, issue: Issue, box: Box, force: str, line: float | None) -> None:
    """Which issue it is, and what its form adds; a line above the full words, if they have a place of their own."""
    panel(canvas, box, "")
    canvas.subject("wordings", box)
    left, place = _arrows(canvas, board, box), _place(board, issue)
    if canvas.measure(place, LABEL) <= left - box.x - 18:
        canvas.text(place, box.x + 14, box.y + 11, LABEL)
    canvas.paragraph(issue.title, box.x + 14, box.y + 32, box.w - 28, _TITLE)
    if force:
        top = box.y + 33 + canvas.height_of(issue.title, box.w - 28, _TITLE)
        canvas.paragraph(force, box.x + 14, top, box.w - 28, _TINY)
    if line is not None:
        canvas.line(box.x + 14, line, box.right - 14, line, colours.FELT3)


def _rows(canvas: Canvas, board: Board, issue: Issue, rows: Box, tall: Sequence[_Measured]) -> None:
    """The wordings below each other; where they have no room, as many as have, and how many more there are."""
    seen = _seen(tall, rows.h)
    _begin(canvas, board, tall, seen)
    with canvas.scrolled("options", Box(rows.x, rows.y, rows.w, seen)) as pane:
        y = pane.top + _EDGE
        for place, (wording, row) in enumerate(zip(board.row.wordings, tall, strict=True)):
            y = _row(canvas, board, issue, wording, place, Box(rows.x + 3, y, rows.w - 11, row.high), row) + _BETWEEN
        pane.bottom = y - _BETWEEN + _EDGE
    if seen < rows.h:
        _more(canvas, board, issue, tall, pane, Box(rows.x + 6, rows.bottom - 21, rows.w - 12, 20))
    _reveal(canvas, board)


def _begin(canvas: Canvas, board: Board, tall: Sequence[_Measured], room: float) -> None:
    """Of wordings that are looked at anew show what is tabled, and as far as there is room where this seat stands, and
    where others do."""
    scroll = canvas.remembered.scroll
    if "options" in scroll:
        return
    rows, planned, who = board.row.wordings, settled_at(board.desk.shown.shifts, board.issue), board.desk.who
    wanted = [place for place, each in enumerate(rows) if each.stands or each.option == planned]
    wanted.sort(key=lambda place: (rows[place].option != planned, who not in rows[place].stands))
    bottoms, found = _bottoms(tall, 0.0), wanted[:1]
    for place in wanted[1:]:
        first, last = min(*found, place), max(*found, place)
        if bottoms[last] - bottoms[first] + tall[first].high + 2 * _EDGE <= room:
            found.append(place)
    top, most = bottoms[min(found)] - tall[min(found)].high - _EDGE, bottoms[-1] + _EDGE - room
    scroll["options"] = max(0.0, min(top, most)) if bottoms[max(found)] + _EDGE > room else 0.0


def _more(canvas: Canvas, board: Board, issue: Issue, tall: Sequence[_Measured], pane: Pane, line: Box) -> None:
    """How many wordings are out of sight above and below, and which of them somebody stands at, as far as there is
    room to say it."""
    above: list[Wording] = []
    below: list[Wording] = []
    for wording, row, bottom in zip(board.row.wordings, tall, _bottoms(tall, pane.top), strict=True):
        name = bottom - row.high + 5
        if name < pane.box.y - 1:
            above.append(wording)
        elif name + row.name > pane.box.bottom + 1:
            below.append(wording)
    found = [(False, above)] * bool(above) + [(True, below)] * bool(below)
    spans: list[Span] = []
    for full, named in ((True, True), (False, True), (True, False), (False, False)):
        spans = [
            span for down, rows in found for span in _hidden(board, issue, rows, down=down, full=full, named=named)
        ]
        if canvas.height_of(spans, line.w) <= line.h:
            break
    canvas.paragraph(spans, line.x, line.y, line.w, felt=True)


def _hidden(board: Board, issue: Issue, rows: Sequence[Wording], *, down: bool, full: bool, named: bool) -> list[Span]:
    """How many rows are out of sight there, `full` in words, and who stands there, `named` with the wording."""
    above, below = phrase("{n} more above"), phrase("{n} more below")
    line = below if down else above
    told = count(line, line, len(rows)) if full else str(len(rows))
    spans = [Span(told, _TINY, drawn="down" if down else "up")]
    for row in rows:
        for who in row.stands:
            words = issue[row.option].name if named and who == row.stands[-1] else ""
            spans += [Span("  ", _TINY), Span(words, _TINY.of(colours.LOCKED), sign=board.signs[who])]
    return [*spans, Span("   ", _TINY)]


@dataclass(frozen=True, slots=True)
class _Measured:
    """A row before it is drawn."""

    name: float
    notes: Sequence[Span]
    note: float
    left: float
    """How far its name stands aside for the digit that picks it."""
    dots: float
    """How high its scales are."""

    @property
    def high(self) -> float:
        """The height of the whole."""
        return self.name + self.dots + 2 + self.note + 12


def _rows_of(canvas: Canvas, board: Board, issue: Issue, wide: float) -> Sequence[_Measured]:
    """All rows of an issue, measured once for a desk."""

    def made() -> Sequence[_Measured]:
        return [
            _measured(canvas, board, issue, wording, place, wide) for place, wording in enumerate(board.row.wordings)
        ]

    key = ("rows", issue.id, wide, canvas.scale, board.seated, bool(canvas.heard(_keys(0))), spoken())
    return kept(key, made, board.desk, board.scenario)


def _shared(rows: Sequence[_Measured], most: float, usual: float) -> float:
    """How much of the column the rows get: as many whole ones as have room above the least that the words need, and no
    less than what is usual if they need it."""
    bottoms = [bottom + _EDGE for bottom in _bottoms(rows, 0.0)]
    if bottoms[-1] <= most:
        return max(bottoms[-1], usual)
    whole = max((bottom for bottom in bottoms if bottom <= most - _MORE), default=0.0)
    return max(whole + _MORE, usual)


def _measured(canvas: Canvas, board: Board, issue: Issue, wording: Wording, place: int, wide: float) -> _Measured:
    """How high a row is, with what stands in it."""
    points = _points(wording)
    left = 12 + (_DIGIT if canvas.heard(_keys(place)) else 0)
    room = wide - left - 12 - (canvas.measure(points, _POINTS) + 10 if points else 0)
    notes = notes_of(board, issue, wording)
    note = canvas.height_of(notes, wide - 24) if notes else 0.0
    name = canvas.height_of(issue[wording.option].name, room, _NAME)
    return _Measured(name, notes, note, left, _dots_high(canvas, wide - 24))


def _points(wording: Wording) -> str:
    return signed(wording.points) if wording.points is not None else ""


def _keys(place: int) -> tuple[str, ...]:
    return (str(place + 1),) if place < 9 else ()


def _bottoms(rows: Sequence[_Measured], top: float) -> list[float]:
    """Where each row ends."""
    return [
        top + _EDGE + sum(each.high + _BETWEEN for each in rows[: place + 1]) - _BETWEEN for place in range(len(rows))
    ]


def _seen(rows: Sequence[_Measured], room: float) -> float:
    """How much of the rows is shown at once: all of it, else whole rows with a line below them, and of the next one its
    name, or its scales too, if they have room."""
    bottoms = _bottoms(rows, 0.0)
    if bottoms[-1] + _EDGE <= room:
        return room
    cuts = [bottom + _EDGE for bottom in bottoms]
    for bottom, row in zip(bottoms, rows, strict=True):
        named = bottom - row.high + 6 + row.name
        cuts += [named, named + row.dots + 1]
    return max((cut for cut in cuts if cut <= room - _MORE), default=room - _MORE)


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


def _arrows(canvas: Canvas, board: Board, box: Box) -> float:
    """The previous and the next issue, and the next bracket; gives their left edge."""
    x = box.right - 12
    for id, words, hint, name, key, act in _looking(board):
        lit = canvas.hovered(id) or canvas.focused(id)
        tone = colours.PALE if lit else colours.DIM
        area = Box(x - 40, box.y + 7, 40, 24)
        canvas.text(key.upper(), area.x + 6, area.y + 2, _TINY.of(tone))
        canvas.sign(name, area.x + 20, area.y + 5, 14, tone)
        focus_ring(canvas, id, area.inset(2))
        canvas.spot(Action(id, words, act, keys=(key,), hint=hint), area)
        x -= 42
    return x


def _looking(board: Board) -> tuple[tuple[str, str, str, str, str, Callable[[], None]], ...]:
    """The ways from issue to issue: id, words, hint, sign, key, and what is done."""
    return (
        ("next", say("next issue"), say("The next issue."), "down", "j", lambda: board.look_along(1)),
        ("previous", say("previous issue"), say("The previous issue."), "up", "k", lambda: board.look_along(-1)),
        ("bracket", say("next bracket"), say("The next bracket."), "bracket", "b",
         lambda: board.look_along(1, brackets=True)),
    )  # fmt: skip


def _row(
    canvas: Canvas, board: Board, issue: Issue, wording: Wording, place: int, row: Box, measured: _Measured
) -> float:
    """One wording; gives its lower edge."""
    option, id = issue[wording.option], f"option:{issue.id}:{wording.option}"
    planned = settled_at(board.desk.shown.shifts, issue.id) == option.id
    points, keys, left, name_tall = _points(wording), _keys(place), measured.left, measured.name
    room = row.w - left - 12 - (canvas.measure(points, _POINTS) + 10 if points else 0)
    if (lock := board.desk.lock(wording)) and lock.kind == "mandate":
        canvas.subject("lock", row)
    lit = canvas.hovered(id) or canvas.focused(id)
    ground = colours.CHOSEN if planned or lit else colours.FELT1
    canvas.panel(row, ground, 8, colours.PALE if planned else colours.FELT3, 2 if planned else 1)
    tone = colours.LOCKED if board.desk.lock(wording) else colours.PALE
    for key in canvas.heard(keys):
        canvas.text(key, row.x + 11, row.y + 9, _KEY.of(colours.PALE if lit else colours.DIM))
    canvas.paragraph(option.name, row.x + left, row.y + 5, room, _NAME.of(tone))
    if points:
        canvas.text(points, row.right - 12, row.y + 7, _POINTS, align="right")
    _dots(canvas, wording, option, Box(row.x + 12, row.y + 5 + name_tall, row.w - 24, measured.dots))
    if measured.notes:
        y = row.y + 6 + name_tall + measured.dots
        canvas.paragraph(measured.notes, row.x + 12, y, row.w - 24, felt=True)
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


def _dots(canvas: Canvas, wording: Wording, option: Option, box: Box) -> None:
    """How hard a wording is, the form of the paper taken into account: three scales of three dots, in as many lines as
    they need."""
    x, y = box.x, box.y
    degrees = wording.binds, option.precise, option.shares
    for words, degree in zip(_scales(), degrees, strict=True):
        if x > box.x and x + canvas.measure(words, _TINY) + _DOTS > box.right:
            x, y = box.x, y + 20
        x += canvas.text(words, x, y, _TINY).w + 6
        for step in range(3):
            colour = colours.PALE if step < degree else colours.EMPTY
            canvas.dot(x + 2.5, y + 10.5, 2.5, colour)
            x += 7.5
        x += 6
    canvas.subject("degrees", Box(box.x, box.y, x - box.x if y == box.y else box.w, y - box.y + 20))


def _scales() -> tuple[str, str, str]:
    return say("binds"), say("precise"), say("shares")


def _dots_high(canvas: Canvas, wide: float) -> float:
    """How high the scales are in so much room."""
    x, lines = 0.0, 1
    for words in _scales():
        needed = canvas.measure(words, _TINY) + _DOTS
        if x and x + needed > wide:
            x, lines = 0.0, lines + 1
        x += needed + 6
    return 20.0 * lines


def away(canvas: Canvas, board: Board, nowhere: Box) -> None:
    """The keys of the wordings and of the issues, while something else is shown in their place."""
    issue = board.scenario.text[board.issue]
    for place, wording in enumerate(board.row.wordings[:9]):
        act = partial(board.choose, wording.option)
        option = Action(f"option:{issue.id}:{wording.option}", issue[wording.option].name, act, (str(place + 1),))
        canvas.spot(option, nowhere, focusable=False)
    for id, words, hint, _, key, look in _looking(board):
        canvas.spot(Action(id, words, look, (key,), hint=hint), nowhere, focusable=False)
