"""What on the table can be asked about: what the mouse or the focus is on, and everything else that is seen there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from game.desktop.desk.board import Board
from game.desktop.desk.notes import APART, notes_of
from game.desktop.kit.box import Box, around
from game.desktop.kit.canvas import Canvas, Spot
from game.talks.locks import Barrier
from game.text import IssueId, OptionId
from game.words import head, say
from game.words.draft import read_aloud
from game.words.explained import EXPLAINED, Topic

_LOCKED: Mapping[Barrier, Topic] = {"mandate": "lock", "red-line": "red-line", "barred": "barred"}
_OF_SPOTS: tuple[tuple[str, Topic], ...] = (
    ("word:", "word"), ("package:", "package"), ("audience-", "audience"), ("answer-", "held"), ("reading-", "reading"),
    ("clause-", "judging"), ("reply-", "judging"), ("keep", "judging"), ("break", "judging"), ("aye", "judging"),
    ("nay", "judging"), ("headline", "judging"), ("next", "issues"), ("previous", "issues"), ("bracket", "issues"),
    ("read", "reply"),
)  # fmt: skip
"""What a spot is, by how its id begins; any other is what its id says."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the table."""

    topic: Topic | None
    """What it is; None for what only has a name."""
    box: Box
    named: str = ""
    """What is read on it, if it can be pressed."""
    now: str = ""
    """What it does now, or why it cannot be pressed."""

    @property
    def name(self) -> str:
        """What it is called."""
        return say(EXPLAINED[self.topic].name) if self.topic else self.named


def things(canvas: Canvas, board: Board) -> tuple[Thing, ...]:
    """One of each kind that is seen, from the left upper corner to the right lower one."""
    first: dict[Topic | str, Thing] = {}
    for thing in _every(canvas, board):
        first.setdefault(thing.topic or thing.named, thing)
    return tuple(sorted(first.values(), key=lambda thing: (thing.box.y // 40, thing.box.x)))


def pointed_at(canvas: Canvas, board: Board) -> Thing | None:
    """What has the focus, if that is shown, else the smallest thing that is under the mouse."""
    memory = canvas.memory
    if memory.shown:
        return next((_of_spot(spot, board) for spot in canvas.spots if spot.id == memory.focus), None)
    x, y = memory.mouse
    under = [thing for thing in _every(canvas, board) if thing.box.holds(x, y)]
    return min(under, key=lambda thing: thing.box.w * thing.box.h, default=None)


def focused_aloud(canvas: Canvas, board: Board) -> tuple[str, ...]:
    """What has the focus, as it is read aloud: what it is, what is read on it, what it does now; of words in brackets,
    whose they are."""
    thing = pointed_at(canvas, board)
    if thing is None:
        return ()
    word = board.words.get(canvas.memory.focus.removeprefix("word:"))
    paper = board.desk.paper
    runs = (*paper.heading, *(each for clause in paper.clauses for each in clause.stretches))
    bracket = [run for run in runs if word is not None and run.issue == word.issue and run.state == "bracketed"]
    # An issue may stand in several clauses: it is read as it stands in the one that has the focus.
    here = [run for run in bracket if word is not None and any(word.words in said.words for said in run.said)]
    read = head(read_aloud(board.scenario, (here or bracket)[:1]).strip("()"))
    named = thing.named if any(sign.isalnum() for sign in thing.named) else ""
    if named in read or thing.now.startswith(named):
        named = ""
    told = (thing.name, named, read, *_marks(board, canvas.memory.focus), thing.now)
    return tuple(dict.fromkeys(each for each in told if each))


def _marks(board: Board, id: str) -> tuple[str, ...]:
    """What stands beside a wording and below it."""
    wording = next((each for each in board.row.wordings if id == f"option:{board.issue}:{each.option}"), None)
    if wording is None:
        return ()
    points = () if wording.points is None else (say("{points:signed} for you", points=wording.points),)
    notes = "".join(span.words for span in notes_of(board, board.scenario.text[board.issue], wording))
    return *points, *(head(each) for each in notes.split(APART))


def _every(canvas: Canvas, board: Board) -> Iterator[Thing]:
    for subject in canvas.subjects:
        if subject.about in EXPLAINED:
            yield Thing(cast("Topic", subject.about), subject.box)
    for spot in canvas.spots:
        thing = _of_spot(spot, board)
        if thing.box.w > 2 and thing.box.meet(canvas.box).w > 2:
            yield thing


def thing_of(spot: Spot, topic: Topic | None = None) -> Thing:
    """What can be pressed, as far as it is seen."""
    whole = around(spot.boxes)
    seen = whole if spot.clip is None else whole.meet(spot.clip)
    return Thing(topic, seen, spot.words, spot.why or spot.hint)


def _of_spot(spot: Spot, board: Board) -> Thing:
    return thing_of(spot, _topic(spot.id, board))


def _topic(id: str, board: Board) -> Topic | None:
    if id.startswith("option:"):
        _, issue, option = id.split(":", 2)
        return _wording(board, IssueId(issue), OptionId(option))
    if id.startswith("chip:"):
        return "their-chip" if board.mode == "answer" else "chip"
    found = next((topic for start, topic in _OF_SPOTS if id.startswith(start)), None)
    return found or (cast("Topic", id) if id in EXPLAINED else None)


def _wording(board: Board, issue: IssueId, option: OptionId) -> Topic:
    """A wording that this seat may not go to is told by what keeps it away."""
    row = board.desk.row(issue)
    lock = next((board.desk.lock(each) for each in row.wordings if each.option == option), None)
    return _LOCKED[lock.kind] if lock and board.seated else "wording"
