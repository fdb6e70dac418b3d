"""The full words of one wording, with where they come from."""

from __future__ import annotations

from game.desktop.desk.board import Board
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import SMALL, focus_ring
from game.seat.memo import kept
from game.seat.tray import settled_at
from game.text import Issue, Option
from game.words import SEMICOLON, phrase, quoted, say, stopped, strung
from game.words.language import spoken

_WORDS = Style("serif", 16, colours.PALE)
_NAME = Style("sans-semibold", 15, colours.PALE, line=21)
_TOP = 25.0
"""How high the line with the sources is."""


def draw_full_words(canvas: Canvas, board: Board, issue: Issue, box: Box) -> None:
    """In a place of their own; the sources on demand."""
    option = _looked_at(canvas, board, issue)
    _sources(canvas, board, option, box)
    inner = Box(box.x, box.y + _TOP, box.w, box.h - _TOP)
    with canvas.scrolled("words", inner) as pane:
        pane.bottom = _told(canvas, board, issue, option, Box(inner.x, pane.top, inner.w - 12, 0))


def full_words_below(canvas: Canvas, board: Board, issue: Issue, x: float, y: float, wide: float) -> float:
    """In a panel that scrolls; gives the lower edge."""
    option = _looked_at(canvas, board, issue)
    _sources(canvas, board, option, Box(x, y, wide, _TOP))
    return _told(canvas, board, issue, option, Box(x, y + _TOP + 2, wide, 0))


def full_words_height(canvas: Canvas, issue: Issue, wide: float) -> float:
    """How high the place must be for those of every wording."""

    def made() -> float:
        room = wide - 12
        said = (canvas.height_of(_printed(issue, option), room) for option in issue.options)
        names = (canvas.height_of(option.name, room, _NAME) for option in issue.options)
        return _TOP + max(map(sum, zip(names, said, strict=True)))

    return kept(("full words", issue.id, wide, canvas.scale, spoken()), made, issue)


def _told(canvas: Canvas, board: Board, issue: Issue, option: Option, box: Box) -> float:
    """Whose they are, and they; or where they come from. Gives the lower edge."""
    canvas.paragraph(option.name, box.x, box.y, box.w, _NAME)
    y = box.y + canvas.height_of(option.name, box.w, _NAME)
    said = _source_spans(board, option) if board.sources else _printed(issue, option)
    canvas.paragraph(said, box.x, y, box.w)
    return y + canvas.height_of(said, box.w)


def _sources(canvas: Canvas, board: Board, option: Option, box: Box) -> None:
    """Whether its words are on record, and the switch between them and where they come from."""
    source = option.source
    label = "FACT" if source.label == "FACT" else "MODEL"
    told = canvas.text(label, box.right - 8, box.y, Style("sans-bold", 14, colours.DIM), align="right")
    canvas.subject("label", told)
    style = Style("sans", 14, colours.PALE if canvas.hovered("sources") else colours.DIM)
    words = say("words") if board.sources else say("sources")
    at = canvas.text(f"{words}  I", box.x, box.y, style)
    focus_ring(canvas, "sources", at.inset(-4, 0))
    canvas.spot(Action("sources", words, lambda: _flip(board), keys=("i",)), at.inset(-4, -3))


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
