"""The table at the end: a row for each issue, what was signed beside history, and what each was worth to each side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL
from game.desktop.screens.layout import points_words
from game.desktop.signs import signs
from game.scenario import Scenario
from game.talks import Score, Verdict, View
from game.talks.causes import Signed, Together
from game.text import DelegationId, Issue

_SMALL = Style("sans", 14, colours.DIM, line=20)
_WORDS = Style("serif", 15, colours.PALE, line=21)
_NUMBER = Style("sans-bold", 15, colours.PALE, line=21)


@dataclass(frozen=True, slots=True)
class Result:
    """What the points are shown from: one watcher's view of talks that are over."""

    view: View
    ended: Verdict
    who: DelegationId | None

    @property
    def scenario(self) -> Scenario:
        """The public half of it."""
        return self.view.scenario

    @property
    def order(self) -> tuple[DelegationId, ...]:
        """The delegations, mine first."""
        return tuple(sorted(self.scenario.ids, key=lambda who: who != self.who))


def draw_rows(canvas: Canvas, box: Box, result: Result) -> float:
    """The whole table from the top of `box` down; gives the bottom."""
    cols = _columns(box, result)
    y = _table_head(canvas, box, result, cols)
    for issue in result.scenario.text.issues:
        y = _issue_row(canvas, Box(box.x, y, box.w, 0), result, cols, issue)
    y = _together(canvas, Box(box.x, y, box.w, 0), result, cols)
    return _sums(canvas, Box(box.x, y, box.w, 0), result, cols)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand."""

    title: Box
    ours: Box
    ours_points: float
    theirs: Box
    theirs_points: float
    step: float


def _columns(box: Box, result: Result) -> _Columns:
    many = len(result.order)
    step = 46.0
    sums = many * step
    pair = (sums if result.ended.agreed else 0) + sums
    words = box.w - 24 - pair - 36
    if result.scenario.history is None:
        words += sums + 24
    shares = (0.24, 0.36, 0.40) if result.scenario.history else (0.34, 0.66, 0.0)
    title, ours, theirs = (words * share for share in shares)
    x = box.x + 12
    ours_x = x + title + 12
    ours_points = ours_x + ours
    theirs_x = ours_points + (sums if result.ended.agreed else 0) + 24
    return _Columns(
        Box(x, 0, title, 0), Box(ours_x, 0, ours - 6, 0), ours_points,
        Box(theirs_x, 0, theirs - 6, 0), theirs_x + theirs, step,
    )  # fmt: skip


def _table_head(canvas: Canvas, box: Box, result: Result, cols: _Columns) -> float:
    canvas.text("WORD BY WORD", cols.title.x, box.y, LABEL)
    ours = "THE TEXT THAT WAS SIGNED" if result.ended.agreed else "WHERE BOTH STOOD"
    if not result.ended.agreed and len(result.order) > 2:
        ours = "WHERE EACH STOOD"
    canvas.text(ours, cols.ours.x, box.y, LABEL, width=cols.ours.w)
    history = result.scenario.history
    if history:
        canvas.text("HISTORY", cols.theirs.x, box.y, LABEL, width=cols.theirs.w)
    for place, who in enumerate(result.order):
        sign = signs(result.scenario)[who]
        for left, there in ((cols.ours_points, result.ended.agreed), (cols.theirs_points, history is not None)):
            if there:
                canvas.mark(sign, left + place * cols.step + cols.step - 26, box.y - 2, 22)
    return box.y + 28


def _issue_row(canvas: Canvas, box: Box, result: Result, cols: _Columns, issue: Issue) -> float:
    """One issue: what it became, what it was in history, and what both were worth to each side."""
    ended, history = result.ended, result.scenario.history
    ours, differs = _ours(result, issue), False
    theirs: list[Span] = []
    if history:
        option = issue[history.outcome[issue.id]]
        differs = ended.outcome is not None and ended.outcome[issue.id] != option.id
        label = Style("sans-bold", 14, colours.AGREED_PALE if option.source.label == "FACT" else colours.DIM, line=21)
        theirs = [Span(f"{option.name} ", _WORDS), Span(option.source.label, label)]
    title = Style("sans", 14, colours.DIM if not differs else colours.PALE, line=21)
    highs = [canvas.height_of(issue.title, cols.title.w, title)]
    highs.append(sum(canvas.height_of(line, cols.ours.w) for line in ours))
    if theirs:
        highs.append(canvas.height_of(theirs, cols.theirs.w))
    row = Box(box.x, box.y, box.w, max(highs) + 10)
    canvas.panel(row, colours.CHOSEN if differs else colours.FELT2, 4)
    y = row.y + 5
    canvas.paragraph(issue.title, cols.title.x, y, cols.title.w, title)
    down = y
    for line in ours:
        canvas.paragraph(line, cols.ours.x, down, cols.ours.w, felt=True)
        down += canvas.height_of(line, cols.ours.w)
    if theirs:
        canvas.paragraph(theirs, cols.theirs.x, y, cols.theirs.w)
    for place, who in enumerate(result.order):
        if ended.agreed:
            _points(canvas, cols.ours_points, cols, place, y, _word(ended.scores[who], issue))
        if ended.historical:
            _points(canvas, cols.theirs_points, cols, place, y, _word(ended.historical[who], issue))
    return row.bottom + 3


def _points(canvas: Canvas, left: float, cols: _Columns, place: int, y: float, points: int) -> None:
    canvas.text(points_words(points), left + (place + 1) * cols.step - 6, y, _NUMBER, align="right")


def _ours(result: Result, issue: Issue) -> list[list[Span]]:
    """The wording that was signed, or who stood where when the talks ended, a line each."""
    if result.ended.outcome is not None:
        return [[Span(issue[result.ended.outcome[issue.id]].name, _WORDS)]]
    stands = {who: issue[result.view.positions[who][issue.id]].name for who in result.order}
    if len(set(stands.values())) == 1:
        return [[Span(f"{next(iter(stands.values()))} ", _WORDS), Span("agreed", _SMALL)]]
    marks = signs(result.scenario)
    return [[Span(name, _WORDS, sign=marks[who])] for who, name in stands.items()]


def _word(score: Score, issue: Issue) -> int:
    """Points of one wording alone."""
    words = [entry for entry in score.entries if entry.kind == "words" and entry.issue == issue.id]
    return sum(entry.points for entry in words if isinstance(entry.ground, Signed))


def _pairs(scores: Mapping[DelegationId, Score] | None) -> dict[str, dict[DelegationId, int]]:
    """Points for words that stand together, by their reason."""
    found: dict[str, dict[DelegationId, int]] = {}
    for who, score in (scores or {}).items():
        for entry in score.entries:
            if isinstance(entry.ground, Together):
                found.setdefault(entry.ground.because, {})[who] = entry.points
    return found


def _together(canvas: Canvas, box: Box, result: Result, cols: _Columns) -> float:
    """Rows for words that are worth more or less because they stand together."""
    ours = _pairs(result.ended.scores) if result.ended.agreed else {}
    theirs = _pairs(result.ended.historical)
    y = box.y
    for because in dict.fromkeys((*ours, *theirs)):
        words = f"Together: {because}"
        room = cols.ours_points - cols.title.x - 16
        row = Box(box.x, y, box.w, canvas.height_of(words, room, _SMALL) + 10)
        canvas.panel(row, colours.FELT2, 4)
        canvas.paragraph(words, cols.title.x, row.y + 5, room, _SMALL)
        for place, who in enumerate(result.order):
            if who in ours.get(because, {}):
                _points(canvas, cols.ours_points, cols, place, row.y + 5, ours[because][who])
            if who in theirs.get(because, {}):
                _points(canvas, cols.theirs_points, cols, place, row.y + 5, theirs[because][who])
        y = row.bottom + 3
    return y


def _sums(canvas: Canvas, box: Box, result: Result, cols: _Columns) -> float:
    """The last row: what all words together are worth."""
    canvas.line(box.x, box.y + 2, box.right, box.y + 2, colours.DIM)
    y = box.y + 9
    canvas.text("All words", cols.title.x, y, _NUMBER)
    for place, who in enumerate(result.order):
        if result.ended.agreed:
            _points(canvas, cols.ours_points, cols, place, y, result.ended.scores[who].words)
        if result.ended.historical:
            _points(canvas, cols.theirs_points, cols, place, y, result.ended.historical[who].words)
    notes = ["The points are a model."]
    if result.scenario.history:
        notes.append("FACT: the wording of the source. MODEL: our drafting.")
        if result.ended.agreed:
            notes.append("Lighter rows differ from history.")
    words = " ".join(notes)
    canvas.paragraph(words, cols.title.x, y + 30, box.w - 24, _SMALL)
    return y + 30 + canvas.height_of(words, box.w - 24, _SMALL) + 6
