"""The table at the end: a row for each issue, what was signed beside history, and what each was worth to each side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL
from game.desktop.screens.result import Result
from game.desktop.styled import styled
from game.seat import IssueRow
from game.talks import Score
from game.words import SENTENCES, phrase, plain, say, strung
from game.words.known import POINTER, SCALES

_SMALL = Style("sans", 14, colours.DIM, line=20)
_WORDS = Style("serif", 15, colours.PALE, line=21)
_NUMBER = Style("sans-bold", 15, colours.PALE, line=21)
_COLUMNS = 640.0
"""How wide it must be for the columns to stand side by side."""


def draw_rows(canvas: Canvas, box: Box, result: Result) -> float:
    """The whole table from the top of `box` down; gives the bottom. Where it has no room for its columns each row is a
    card."""
    if box.w < _COLUMNS:
        return _cards(canvas, box, result)
    cols = _columns(box, result)
    y = _table_head(canvas, box, result, cols)
    for row in result.desk.issues:
        y = _issue_row(canvas, Box(box.x, y, box.w, 0), result, cols, row)
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
    step = 46.0
    sums = len(result.ended.accounts) * step
    pair = (sums if result.agreed else 0) + sums
    words = box.w - 24 - pair - 36
    if result.scenario.history is None:
        words += sums + 24
    shares = (0.24, 0.36, 0.40) if result.scenario.history else (0.34, 0.66, 0.0)
    title, ours, theirs = (words * share for share in shares)
    x = box.x + 12
    ours_x = x + title + 12
    ours_points = ours_x + ours
    theirs_x = ours_points + (sums if result.agreed else 0) + 24
    return _Columns(
        Box(x, 0, title, 0), Box(ours_x, 0, ours - 6, 0), ours_points,
        Box(theirs_x, 0, theirs - 6, 0), theirs_x + theirs, step,
    )  # fmt: skip


def _table_head(canvas: Canvas, box: Box, result: Result, cols: _Columns) -> float:
    """What the columns are; in a narrow window their heads go over two lines."""
    if result.agreed:
        ours = say("THE TEXT THAT WAS SIGNED")
    else:
        ours = say("WHERE EACH STOOD") if len(result.ended.accounts) > 2 else say("WHERE BOTH STOOD")
    history = result.scenario.history
    heads = [(say("WORD BY WORD"), cols.title), (ours, cols.ours)]
    heads += [(say("HISTORY"), cols.theirs)] if history else []
    high = max(canvas.height_of(words, at.w, LABEL) for words, at in heads)
    for words, at in heads:
        canvas.paragraph(words, at.x, box.y, at.w, LABEL)
    for place, account in enumerate(result.ended.accounts):
        sign = result.marks[account.who]
        for left, there in ((cols.ours_points, result.agreed), (cols.theirs_points, history is not None)):
            if there:
                canvas.mark(sign, left + place * cols.step + cols.step - 26, box.y - 2, 22)
    return box.y + high + 9


def _issue_row(canvas: Canvas, box: Box, result: Result, cols: _Columns, row: IssueRow) -> float:
    """One issue: what it became, what it was in history, and what both were worth to each side."""
    issue, history = result.scenario.text[row.issue], result.scenario.history
    cells = [Column(canvas, at.w) for at in (cols.title, cols.ours, cols.theirs)]
    differs = False
    for line in _ours(result, row):
        cells[1].words(line, felt=True)
    if history:
        option = issue[history.outcome[issue.id]]
        differs = result.ended.signed is not None and result.ended.signed[issue.id] != option.id
        label = Style("sans-bold", 14, colours.AGREED_PALE if option.source.label == "FACT" else colours.DIM, line=21)
        stamp = Span(option.source.label, label)
        cells[2].words(styled(phrase("{wording} {label}"), _WORDS, wording=option.name, label=stamp))
    cells[0].words(issue.title, Style("sans", 14, colours.PALE if differs else colours.DIM, line=21))
    at = Box(box.x, box.y, box.w, max(cell.high for cell in cells) + 10)
    canvas.panel(at, colours.CHOSEN if differs else colours.FELT2, 4)
    for cell, place in zip(cells, (cols.title, cols.ours, cols.theirs), strict=True):
        cell.paint(place.x, at.y + 5)
    _both(canvas, result, cols, at.y + 5, lambda score: score.word(issue.id))
    return at.bottom + 3


def _both(canvas: Canvas, result: Result, cols: _Columns, y: float, part: Callable[[Score], int | None]) -> None:
    """A part of what the text that was signed is worth to each side, and of what history would have been."""
    for place, account in enumerate(result.ended.accounts):
        for left, score in (
            (cols.ours_points, account.score if result.agreed else None),
            (cols.theirs_points, account.historical),
        ):
            points = part(score) if score else None
            if points is not None:
                canvas.text(plain(points), left + (place + 1) * cols.step - 6, y, _NUMBER, align="right")


def _ours(result: Result, row: IssueRow) -> list[list[Span]]:
    """The wording that was signed, or who stood where when the talks ended, a line each."""
    issue, signed = result.scenario.text[row.issue], result.ended.signed
    if signed is not None:
        return [[Span(issue[signed[issue.id]].name, _WORDS)]]
    if row.agreed is not None:
        agreed = Span(say("agreed"), _SMALL)
        return [styled(phrase("{wording} {agreed}"), _WORDS, wording=issue[row.agreed].name, agreed=agreed)]
    return [[Span(name, _WORDS, sign=result.marks[who])] for who, name in result.stands(row).items()]


def _together(canvas: Canvas, box: Box, result: Result, cols: _Columns) -> float:
    """Rows for words that are worth more or less because they stand together."""
    y = box.y
    for because in _standing(result):
        words = say("Together: {because}", because=because)
        room = cols.ours_points - cols.title.x - 16
        row = Box(box.x, y, box.w, canvas.height_of(words, room, _SMALL) + 10)
        canvas.panel(row, colours.FELT2, 4)
        canvas.paragraph(words, cols.title.x, row.y + 5, room, _SMALL)
        _both(canvas, result, cols, row.y + 5, partial(Score.together, because=because))
        y = row.bottom + 3
    return y


def _standing(result: Result) -> tuple[str, ...]:
    """Why words are worth more or less because they stand together, in either text."""
    accounts = result.ended.accounts
    scores = [account.score for account in accounts if result.agreed]
    scores += [account.historical for account in accounts if account.historical]
    return tuple(dict.fromkeys(each for score in scores for each in score.pairs))


def _sums(canvas: Canvas, box: Box, result: Result, cols: _Columns) -> float:
    """The last row: what all words together are worth."""
    canvas.line(box.x, box.y + 2, box.right, box.y + 2, colours.DIM)
    y = box.y + 9
    canvas.text(say("All words"), cols.title.x, y, _NUMBER)
    _both(canvas, result, cols, y, lambda score: score.words)
    words = _notes(result, say("Lighter rows differ from history."))
    canvas.paragraph(words, cols.title.x, y + 30, box.w - 24, _SMALL)
    return y + 30 + canvas.height_of(words, box.w - 24, _SMALL) + 6


def _notes(result: Result, lighter: str) -> str:
    """What the numbers and the labels are."""
    notes = [say(POINTER), say(SCALES)]
    if result.scenario.history:
        notes.append(say("FACT: the wording of the source. MODEL: our drafting."))
        if result.agreed:
            notes.append(lighter)
    return strung(notes, SENTENCES)


# ---- as cards ---------------------------------------------------------------------------------------------------


def _cards(canvas: Canvas, box: Box, result: Result) -> float:
    """A card for each issue, for words that stand together, and for the sums; gives the bottom."""
    y = box.y
    for row in result.desk.issues:
        issue, history = result.scenario.text[row.issue], result.scenario.history
        card, differs = Column(canvas, box.w - 24), False
        ours = _ours(result, row)
        part = partial(Score.word, issue=row.issue)
        for line in ours[:-1]:
            card.words(line, felt=True)
        card.words([*ours[-1], *_points(result, part, historical=False)], gap=4, felt=True)
        if history:
            option = issue[history.outcome[row.issue]]
            differs = result.ended.signed is not None and result.ended.signed[row.issue] != option.id
            stamp = Span(option.source.label, _SMALL)
            then = styled(phrase("History: {wording} {label}"), _SMALL, wording=Span(option.name, _WORDS), label=stamp)
            card.words([*then, *_points(result, part, historical=True)], felt=True)
        y = _card(canvas, Box(box.x, y, box.w, 0), issue.title, card, lighter=differs)
    for because in _standing(result):
        card = Column(canvas, box.w - 24)
        _in_both(card, result, partial(Score.together, because=because))
        y = _card(canvas, Box(box.x, y, box.w, 0), say("Together: {because}", because=because), card, lighter=False)
    card = Column(canvas, box.w - 24)
    _in_both(card, result, lambda score: score.words)
    if card.high:
        y = _card(canvas, Box(box.x, y, box.w, 0), say("All words"), card, lighter=False)
    words = _notes(result, say("Lighter cards differ from history."))
    canvas.paragraph(words, box.x + 12, y + 4, box.w - 24, _SMALL)
    return y + 4 + canvas.height_of(words, box.w - 24, _SMALL) + 6


def _in_both(card: Column, result: Result, part: Callable[[Score], int | None]) -> None:
    """What a part of the score is in this text, and in that of history."""
    for historical in (False, True):
        if points := _points(result, part, historical=historical):
            told = say("History:") if historical else say("This text:")
            card.words([Span(told, _SMALL), *points], felt=True)


def _card(canvas: Canvas, box: Box, title: str, told: Column, *, lighter: bool) -> float:
    """What is told of one thing, below its name; gives the top of the next."""
    head = Style("sans-bold", 14, colours.PALE if lighter else colours.DIM, line=20)
    high = canvas.height_of(title, box.w - 24, head)
    at = Box(box.x, box.y, box.w, high + told.high + 14)
    canvas.panel(at, colours.CHOSEN if lighter else colours.FELT2, 4)
    canvas.paragraph(title, at.x + 12, at.y + 6, box.w - 24, head)
    told.paint(at.x + 12, at.y + 8 + high)
    return at.bottom + 4


def _points(result: Result, part: Callable[[Score], int | None], *, historical: bool) -> list[Span]:
    """A part of what a text is worth to each side: this one where it was signed, or the historical one."""
    spans: list[Span] = []
    for account in result.ended.accounts:
        score = account.historical if historical else account.score if result.agreed else None
        points = part(score) if score else None
        if points is not None:
            spans += [Span("  ", _NUMBER), Span(plain(points), _NUMBER, sign=result.marks[account.who])]
    return spans
