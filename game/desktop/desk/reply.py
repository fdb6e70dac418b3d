"""An answer to a package, below the draft: who speaks, what was said, what was named, and how far off it is; or what
has ended a hold-up."""

from __future__ import annotations

from game.desktop.desk.answers import Shown, Unread
from game.desktop.desk.board import Board
from game.desktop.desk.people import when
from game.desktop.desk.seal import draw_seal
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import SMALL, button
from game.seat import HoldUpEnd, taught
from game.seat.memo import kept
from game.talks import Far
from game.text import DelegationId
from game.words import SENTENCES, quoted, say, strung
from game.words.bargaining import FAR, answered, beside, heading, over
from game.words.events import describe
from game.words.hold_ups import aloud, brought, ended, reads
from game.words.language import spoken
from game.words.taught import lesson

_HEAD = Style("serif-bold", 19, colours.PALE)
_QUOTE = Style("serif-italic", 17.5, colours.PALE, line=25)
_TOLD = Style("sans", 15, colours.PALE, line=21)
_STANDS = Style("serif", 17, colours.PALE, line=24)
_MEANS = Style("sans", 14, colours.LOCKED)
_SEAL = 70.0
_FOOT = 46.0
_MOST = 0.6
"""The share of the room of the draft that it takes at most; what does not fit scrolls."""


def reply_height(canvas: Canvas, board: Board, width: float, room: float) -> float:
    """How high it is; 0 without one."""
    shown = board.unread
    if shown is None:
        return 0.0

    def told() -> float:
        return _told(canvas, board, shown, _inner(width)).high

    high = kept(("reply", width, canvas.scale, spoken()), told, shown, board.desk, board.scenario)
    return min(high + _FOOT + 24, room * _MOST)


def draw_reply(canvas: Canvas, board: Board, box: Box) -> None:
    """Draw it, and where the window shows a part of the page, bring it into sight. While it pauses only the speaker can
    be seen."""
    shown = board.unread
    if shown is None:
        return
    if board.answers.meet():
        board.app.glass.bring(canvas.memory, box, canvas.scale)
    by = _speaker(shown)
    speaker = board.signs[by]
    canvas.subject("reply", box)
    canvas.panel(box, colours.FELT0, 10, speaker.felt, 2)
    band = next((each.goodwill for each in board.desk.people if each.id == by), None)
    draw_seal(canvas, speaker, board.scenario.ids.index(by), box.x + 14, box.y + 14, 54, band)
    inner = Box(box.right - 18 - _inner(box.w), box.y + 12, _inner(box.w), box.h - _FOOT - 22)
    if board.answers.pausing:
        canvas.text(say("{who:head} answers…", who=board.scenario[by].short), inner.x, inner.y, _HEAD)
    else:
        told = _told(canvas, board, shown, inner.w)
        with canvas.scrolled("reply", Box(inner.x, inner.y, inner.w + 12, inner.h)) as pane:
            pane.bottom = told.paint(inner.x, pane.top)
    _foot(canvas, board, shown, Box(inner.x, box.bottom - _FOOT - 2, inner.w, _FOOT - 8))


def reply_aloud(board: Board) -> str:
    """The answer that lies there, to be read aloud; nothing while it is still to come."""
    shown = board.unread
    if shown is None or board.answers.pausing:
        return ""
    event = board.desk.record[_place(shown)]
    if isinstance(shown, HoldUpEnd):
        return aloud(board.scenario, shown, event.remark)
    told = [answered(board.scenario, shown.bargain, shown.reply, event.remark), _lesson(board, shown)]
    return strung([each for each in told if each], SENTENCES)


def _lesson(board: Board, shown: Shown) -> str:
    """What an answer taught: a refusal over all rounds on its word, a package by what it changes of one's own; empty
    where it says all by itself."""
    if shown.reply and shown.reply.counter and shown.bargain.by == board.desk.who:
        return beside(board.scenario, shown.bargain, board.bargaining[shown.reply.counter])
    found = taught(board.scenario.text, board.desk, shown.bargain, shown.reply) if shown.reply else None
    return lesson(board.scenario, found) if found else ""


def _speaker(shown: Unread) -> DelegationId:
    if isinstance(shown, HoldUpEnd):
        return shown.by
    return shown.reply.by if shown.reply else shown.bargain.by


def _place(shown: Unread) -> int:
    """Where it stands in the record."""
    if isinstance(shown, HoldUpEnd):
        return shown.place
    return shown.reply.place if shown.reply else shown.bargain.place


def _inner(width: float) -> float:
    return width - _SEAL - 26


def _told(canvas: Canvas, board: Board, shown: Unread, wide: float) -> Column:
    """All that is read in it."""
    told, event = Column(canvas, wide), board.desk.record[_place(shown)]
    at = when(board, event.at).replace(" ", "\u00a0")
    told.words(_heading(board, shown), _HEAD)
    named = say("{role} · {at}", role=board.scenario[_speaker(shown)].role, at=at)
    told.words(named if canvas.measure(named, SMALL) <= wide else at, SMALL, gap=2)
    if event.remark:
        told.words(quoted(event.remark), _QUOTE, gap=4)
    if isinstance(shown, HoldUpEnd):
        return _of_hold_up(board, shown, told)
    return _of_package(canvas, board, shown, told, wide)


def _heading(board: Board, shown: Unread) -> str:
    """Who has answered, and what."""
    if isinstance(shown, HoldUpEnd):
        return ended(board.scenario, shown)
    return heading(board.scenario, shown.bargain, shown.reply)


def _of_hold_up(board: Board, end: HoldUpEnd, told: Column) -> Column:
    """What was held up, how it reads now, and what that brought."""
    told.words(reads(board.scenario, end), _STANDS, gap=4)
    told.words(brought(board.scenario, end), _TOLD, gap=4)
    return told


def _of_package(canvas: Canvas, board: Board, shown: Shown, told: Column, wide: float) -> Column:
    reply, bargain = shown.reply, shown.bargain
    if reply is None or shown.opened:
        told.words(describe(board.scenario, bargain.by, bargain.shifts), SMALL, gap=4)
    if reply is None:
        return told
    if reply.far is not None:
        far = reply.far
        told.draw(32, lambda x, y: _scale(canvas, x, y, far, wide))
    if named := over(board.scenario, bargain, reply):
        told.words([Span(named, _TOLD.of(colours.ALARM), "", None, "octagon")], gap=4)
    if learnt := _lesson(board, shown):
        told.words(learnt, _TOLD, gap=6)
    return told


def _scale(canvas: Canvas, x: float, y: float, far: Far, room: float) -> None:
    """The three steps from far to near, of which one was said, and what it means."""
    right = x + room
    for step, (name, _) in FAR.items():
        said = step == far
        style = Style("sans-bold" if said else "sans", 14, colours.FELT1 if said else colours.DIM)
        words = say(name)
        wide = canvas.measure(words, style) + 26
        box = Box(x, y + 4, wide, 24)
        canvas.panel(box, colours.PALE if said else colours.FELT1, 12, colours.PALE if said else colours.FELT3)
        canvas.text(words, box.x + 13, box.y + (24 - style.leading) / 2, style)
        x += wide + 8
    means = say("{what:head}.", what=say(FAR[far][1]))
    if x + canvas.measure(means, _MEANS) <= right:
        canvas.text(means, x + 4, y + 6, _MEANS)


def _foot(canvas: Canvas, board: Board, shown: Unread, box: Box) -> None:
    """What puts it away, and what makes another package of it."""
    more, opened = board.answers.more, isinstance(shown, Shown) and shown.opened
    words = say("Next answer") if more else say("Close") if opened else say("I have read it")
    read = Action("read", words, board.read_answer, keys=("enter", "space", "escape"))
    button(canvas, box.left_part(190), read, gold=True, size=15)
    if isinstance(shown, HoldUpEnd):
        return
    agreed = board.bargaining[shown.bargain.number].fate == "agreed"  # it may have come to that after this answer
    again = not agreed and shown.package is None and not board.answers.pausing
    if again and board.seated and board.deals:
        hint = say("Begin with this package, and change it.")
        taken = Action("take-up", say("Into the tray"), board.take_up, hint=hint)
        button(canvas, Box(box.x + 200, box.y, 150, box.h), taken, size=15)
