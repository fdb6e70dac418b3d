"""The tray of whoever speaks for an audience: what it is asked, what the text is worth to it, the clauses that it could
name, and the answers that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.desktop.desk.board import Board
from game.desktop.desk.ways import Ways
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL, SMALL, button, focus_ring
from game.seat import Deed, JudgingDesk, Minded
from game.talks import AllyAnswer, Move, Reply, Vote
from game.words import phrase, quoted, say
from game.words.names import short
from game.words.points import span

HEIGHT = 236.0
_LEAD = Style("serif-italic", 17, colours.PALE, line=24)
_BIG = Style("sans-bold", 22, colours.PALE)
_NAME = Style("sans-bold", 15, colours.PALE, line=20)
_TILE = 42.0
"""How high a clause is below its title."""


def draw_outside(canvas: Canvas, board: Board, box: Box, ways: Ways) -> None:
    """Three columns on felt: the question, the clauses, the answers."""
    judging = board.desk.judging
    assert judging is not None
    canvas.panel(box, colours.FELT2, 8, colours.FELT3 if board.mode in ("listen", "over") else colours.GOLD, 2)
    inner = box.inset(14, 12)
    answers = Box(inner.right - 240, inner.y, 240, inner.h)
    left = inner.left_part((answers.x - inner.x - 32) * 0.42)
    _question(canvas, board, judging, left)
    _clauses(canvas, board, judging, Box(left.right + 16, inner.y, answers.x - left.right - 32, inner.h))
    _answers(canvas, board, judging, answers, ways)


def status_box(box: Box) -> Box:
    """Where the line is that says what the thing under the mouse does."""
    return Box(box.x + 14, box.bottom - 51, (box.w - 300) * 0.42, 44)


# ---- the question --------------------------------------------------------------------------------------------------


def judging_below(canvas: Canvas, board: Board, x: float, y: float, wide: float) -> float:
    """The question and the clauses below each other in a narrow panel that scrolls; gives the lower edge."""
    judging = board.desk.judging
    if judging is None:
        return y
    y = _question(canvas, board, judging, Box(x, y, wide, 0)) + 14
    canvas.paragraph(say("THE CLAUSES THAT YOU MIND"), x, y, wide, LABEL)
    y += canvas.height_of(say("THE CLAUSES THAT YOU MIND"), wide, LABEL) + 4
    return _tiles(canvas, board, judging, Box(x, y, wide, 0), 1)


def _question(canvas: Canvas, board: Board, judging: JudgingDesk, box: Box) -> float:
    """What is asked, and what the text is worth; gives the lower edge."""
    heading, lead = _asked(board, judging)
    canvas.text(say(heading), box.x, box.y, LABEL, width=box.w)
    canvas.paragraph(lead, box.x, box.y + 24, box.w, _LEAD)
    y = box.y + 30 + canvas.height_of(lead, box.w, _LEAD)
    canvas.text(say("worth {points} to you", points=judging.worth), box.x, y, _BIG, width=box.w)
    need = say("you need {points}", points=judging.needs)
    if board.desk.brackets:
        need = say("you need {points}; {span} while brackets stand", points=judging.needs, span=span(judging.reach))
    tone = colours.PALE if judging.surplus >= 0 else colours.ALARM
    canvas.paragraph(need, box.x, y + 32, box.w, SMALL.of(tone))
    return y + 32 + canvas.height_of(need, box.w, SMALL)


def _asked(board: Board, judging: JudgingDesk) -> tuple[str, str]:
    """What the tray is about: a heading, and what is asked."""
    of = short(board.scenario, judging.of)
    match board.mode:
        case "silence" if judging.frozen:
            told = phrase("The text is initialled, and you have heard how others read it. Who keeps silent consents.")
            return phrase("SILENCE RUNS ONCE MORE"), say(told)
        case "silence":
            told = phrase("{who:head} has circulated this text. Who keeps silent consents.")
            return phrase("SILENCE RUNS FOR YOU"), say(told, who=of)
        case "vote":
            told = phrase("The text is initialled. A no sends it back, with the clause that you name.")
            last = phrase("A text was sent back before. One more no is the end of the talks.")
            return phrase("YOUR VOTE IS CALLED"), say(last if judging.last else told)
        case "sounded":
            told = phrase("{who:head} asks how you would take what it stands for now. Nobody else hears the answer.")
            return phrase("YOU ARE ASKED"), say(told, who=of)
        case _:
            told = phrase("You follow what {who} stands for. What it writes is what you judge.")
            return phrase("YOU LISTEN"), say(told, who=of)


# ---- the clauses ---------------------------------------------------------------------------------------------------


def _clauses(canvas: Canvas, board: Board, judging: JudgingDesk, box: Box) -> None:
    """What it minds, most points lost first; what it could name can be pressed."""
    canvas.text(say("THE CLAUSES THAT YOU MIND"), box.x, box.y, LABEL, width=box.w)
    with canvas.scrolled("clauses", Box(box.x, box.y + 24, box.w, box.h - 24)) as pane:
        pane.bottom = _tiles(canvas, board, judging, Box(box.x + 2, pane.top + 2, box.w - 12, 0), 2)


def _tiles(canvas: Canvas, board: Board, judging: JudgingDesk, box: Box, columns: int) -> float:
    """The clauses in so many columns; gives the lower edge."""
    gap, y, text = 8.0, box.y, board.scenario.text
    wide = (box.w - gap * (columns - 1)) / columns
    for first in range(0, len(judging.clauses), columns):
        row = judging.clauses[first : first + columns]
        tall = _TILE + max(canvas.height_of(text[minded.issue].title, wide - 20, _NAME) for minded in row)
        for place, minded in enumerate(row):
            _clause(canvas, board, minded, Box(box.x + place * (wide + gap), y, wide, tall))
        y += tall + gap
    return y


def _clause(canvas: Canvas, board: Board, minded: Minded, box: Box) -> None:
    id, chosen = f"clause-{minded.issue}", board.tray.word == minded.issue
    lit = canvas.hovered(id) or canvas.focused(id)
    issue, named = board.scenario.text[minded.issue], minded.retreat is not None
    canvas.panel(box, colours.CHOSEN if chosen or lit else colours.FELT1, 8, colours.ALARM if chosen else colours.FELT3)
    canvas.paragraph(issue.title, box.x + 10, box.y + 5, box.w - 20, _NAME)
    worth = say("{points} of {best}", points=minded.points, best=minded.best)
    canvas.text(worth, box.x + 10, box.bottom - 38, SMALL, width=box.w - 20)
    line = Box(box.x + 12, box.bottom - 12, box.w - 24, 3)
    canvas.fill(colours.FELT3, line)
    canvas.dot(line.x + line.w * minded.share, line.y + 1.5, 6, colours.PALE if named else colours.DIM)
    hint = _hint(board, minded)
    canvas.spot(Action(id, issue.title, _naming(board, minded), hint=hint), box)
    focus_ring(canvas, id, box.inset(3))


def _hint(board: Board, minded: Minded) -> str:
    stands, of = board.scenario.text[minded.issue], board.desk.judging.of if board.desk.judging else board.desk.who
    if minded.retreat is None:
        line = phrase("{who:head} stands for {option:quoted}. There is nothing better to be named here.")
        return say(line, who=short(board.scenario, of), option=stands[minded.option].name)
    line = phrase("Name it, and {who} would stand for {option:quoted} in place of {now:quoted}.")
    option, now = stands[minded.retreat].name, stands[minded.option].name
    return say(line, who=short(board.scenario, of), option=option, now=now)


def _naming(board: Board, minded: Minded) -> Callable[[], None]:
    return lambda: board.mind(minded.issue) if minded.retreat is not None else board.look_at(minded.issue)


# ---- the answers ---------------------------------------------------------------------------------------------------


def _answers(canvas: Canvas, board: Board, judging: JudgingDesk, box: Box, ways: Ways) -> None:
    found = list(every_answer(board, judging, ways))
    high = min(48.0, (box.h - 8 * (len(found) - 1)) / max(1, len(found)))
    for place, action in enumerate(found):
        area = Box(box.x, box.y + place * (high + 8), box.w, high)
        button(canvas, area, action, gold="enter" in action.keys and not action.why)


def every_answer(board: Board, judging: JudgingDesk, ways: Ways) -> Iterator[Action]:
    """What can be done now, and at any time."""
    word = quoted(board.scenario.text[board.tray.word].title) if board.tray.word else ""
    over = say("name the clause first") if not word else ""
    match board.mode:
        case "silence":
            hint = say("Nothing else is said, and you have consented.")
            yield Action("keep", say("Keep silent"), _doing(board, "keep-silence"), keys=("enter",), hint=hint)
            hint = say("Over {issue}: what stands there is barred, and the bracket opens.", issue=word) if word else ""
            yield Action("break", say("Break silence"), _doing(board, "break-silence"), ("x",), over, hint)
        case "vote":
            yield Action("aye", say("Vote for it"), _making(board, Vote(board.desk.who, aye=True)), keys=("a",))
            against = Vote(board.desk.who, aye=False, issue=board.tray.word)
            yield Action("nay", say("Vote against it"), _making(board, against), keys=("n",), why=over)
        case "sounded":
            for key, answer, words in _ANSWERS:
                made = Reply(board.desk.who, answer, None if answer == "yes" else board.tray.word)
                yield Action(f"reply-{answer}", say(words), _making(board, made), keys=(key,))
        case _:
            pass
    if judging.power == "press":
        yield Action("headline", say("Print a headline"), ways.headline, keys=("h",), why=board.why("headline"))
    if len(board.app.host.people) > 1 and board.mode == "listen":
        yield Action("pass-on", say("Pass the computer on"), board.app.host.cover, keys=("p",))


_ANSWERS: tuple[tuple[str, AllyAnswer, str], ...] = (
    ("a", "yes", phrase("Yes, we could take it")),
    ("u", "uneasy", phrase("Uneasy")),
    ("n", "no", phrase("No")),
)  # fmt: skip


def _doing(board: Board, deed: Deed) -> Callable[[], None]:
    return lambda: board.do(deed)


def _making(board: Board, move: Move) -> Callable[[], None]:
    return lambda: board.make(move)
