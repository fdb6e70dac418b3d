"""Two texts side by side, clause by clause, with the words that differ: underlined in one, struck in the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.sign import Sign
from game.desktop.screens.result import Result
from game.desktop.styled import styled
from game.scenario import Scenario
from game.seat import Stretch, Written
from game.text import SILENCE, DelegationId, IssueId, redline
from game.words import SEMICOLON, SENTENCES, day, phrase, say, strung
from game.words.known import POINTER

_WORDS = Style("serif", 17, colours.INK, line=26)
_LABEL = Style("sans-bold", 14, colours.MUTED, line=20)
_SMALL = Style("sans", 14, colours.MUTED, line=20)
_DEPARTS = Style("sans", 14, colours.BRACKET, line=20)
_SILENT = Style("serif-italic", 16, colours.MUTED, line=26)
_BRACKET = Style("serif-bold", 17, colours.BRACKET, line=26)
_NEW = Style("serif", 17, colours.INK, "solid", back=colours.HOT, line=26)
_OLD = Style("serif", 17, colours.MUTED, strike=True, line=26)

_TWO = 600.0
"""How wide it must be for two sheets."""
_Place = tuple[str, IssueId | None]
"""The id of a clause, empty for the heading; or an issue beside the text."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One clause in both texts."""

    title: str
    left: Sequence[Span]
    right: Sequence[Span] = ()
    label: str = ""
    """FACT and MODEL, for the historical words."""
    departs: str = ""
    """What was not so in history."""


def draw(canvas: Canvas, box: Box, result: Result) -> None:
    """Both sheets in one scrolled pane, so that the clauses stay side by side; one sheet where there is no history, or
    no room for two: then each clause stands above what it was in history."""
    history = result.scenario.history
    if history and box.w < _TWO:
        _draw_below(canvas, Box(box.x, box.y, box.w - 8, box.h - 8), result)
        return
    gap = 22.0
    wide = (box.w - gap) / 2 if history else min(box.w, 860.0)
    left = Box(box.x if history else box.x + (box.w - wide) / 2, box.y, wide, box.h - 8)
    canvas.sheet(left)
    right = Box(left.right + gap, box.y, wide, box.h - 8)
    if history:
        canvas.sheet(right)
    side = 34.0 if wide > 520 else 24.0
    with canvas.scrolled("texts", Box(box.x, box.y, box.w, box.h - 8)) as pane:
        inner = (left.inset(side, 0), right.inset(side, 0))
        y = _heads(canvas, inner, pane.top + 22, _titled(result))
        for row in _rows(result):
            y = _row(canvas, inner, y, row, both=history is not None)
        pane.bottom = _foot(canvas, inner, y, result) + 16


def _draw_below(canvas: Canvas, box: Box, result: Result) -> None:
    """Both texts on one sheet, clause by clause."""
    canvas.sheet(box)
    inner, history = box.inset(20, 0), result.scenario.history
    assert history is not None
    heads = _titled(result)
    with canvas.scrolled("texts", box) as pane:
        y = pane.top + 16
        for head in heads:
            y = _heads(canvas, (inner, inner), y, [head])
        for row in _rows(result):
            column = Column(canvas, inner.w - 8)
            column.words(row.title, _LABEL, gap=2)
            column.words(row.left, gap=6)
            if row.left != row.right:
                column.words(heads[-1][0], _LABEL, left=18)
                column.words(row.right, left=18, gap=2)
            for words, style in ((row.label, _SMALL), (row.departs, _DEPARTS)):
                if words:
                    column.words(words, style, left=18)
            y = column.paint(inner.x, y) + 18
        feet = _feet(canvas, (inner.w - 8, inner.w - 8), result)
        for foot in feet:
            y = foot.paint(inner.x, y) + 6
        pane.bottom = y + 10


def draw_alone(canvas: Canvas, box: Box, result: Result) -> None:
    """The text that was signed, with the names of its wordings below each clause; else the draft as it stood."""
    canvas.sheet(box)
    inner = box.inset(34.0 if box.w > 520 else 24.0, 0)
    ours = _placed(result.ended.text)
    drafted = {} if result.agreed else _drafted(result)
    with canvas.scrolled("signed", box) as pane:
        y = _heads(canvas, (inner, inner), pane.top + 22, _titled(result)[:1])
        for place, title in _titles(result.scenario):
            written = ours.get(place)
            words = _plain(written) if result.agreed else drafted.get(place, _plain(None))
            column = Column(canvas, inner.w)
            if words == _plain(None):
                column.words([Span(f"{title}  ", _LABEL), *words])
            else:
                column.words(title, _LABEL, gap=2)
                column.words(words)
            if written is not None and result.agreed and place[0] and (names := _named(result, written)):
                column.space(2)
                column.words(names, _SMALL)
            y = column.paint(inner.x, y) + 14
        pane.bottom = y + 8


def _named(result: Result, written: Written) -> str:
    """The wordings that stand in a clause, by their names."""
    signed, text = result.ended.signed or {}, result.scenario.text
    return strung([text[issue][signed[issue]].name for issue in written.issues if issue in signed], SEMICOLON)


def _titled(result: Result) -> list[tuple[str, str]]:
    """What each sheet is."""
    history = result.scenario.history
    if not result.agreed:
        heads = [(say("NO TEXT"), say("the draft as it stood in the end"))]
    else:
        heads = [(say("YOUR TEXT") if result.desk.worth else say("THE TEXT OF THESE TALKS"), say("as it was signed"))]
    return [*heads, (history.title.upper(), day(history.day))] if history else heads


def _heads(canvas: Canvas, inner: tuple[Box, Box], y: float, heads: Sequence[tuple[str, str]]) -> float:
    bottom, sheets = y, inner[: len(heads)]
    for box, (words, under) in zip(sheets, heads, strict=True):
        head = Column(canvas, box.w)
        head.words(styled(phrase("{text} {what}"), _SMALL, text=Span(words, _LABEL.of(colours.INK)), what=under))
        bottom = max(bottom, head.paint(box.x, y) + 8)
    for box in sheets:
        canvas.line(box.x, bottom, box.right, bottom, colours.LINE)
    return bottom + 14


def _row(canvas: Canvas, inner: tuple[Box, Box], y: float, row: _Row, *, both: bool) -> float:
    """A clause in both texts; gives the top of the next."""
    bottom = y
    halves = ((inner[0], row.left, "", ""), (inner[1], row.right, row.label, row.departs))
    for box, spans, label, departs in halves[: 1 + both]:
        column = Column(canvas, box.w)
        column.words(row.title, _LABEL, gap=2)
        column.words(spans)
        if label:
            column.space(2)
            column.words(label, _SMALL)
        if departs:
            column.space(2)
            column.words(departs, _DEPARTS)
        bottom = max(bottom, column.paint(box.x, y))
    return bottom + 18


def _foot(canvas: Canvas, inner: tuple[Box, Box], y: float, result: Result) -> float:
    """What the signs mean, and what is history, below the sheets."""
    feet = _feet(canvas, (inner[0].w, inner[1].w), result)
    return max(foot.paint(box.x, y) for foot, box in zip(feet, inner, strict=True))


def _feet(canvas: Canvas, wides: tuple[float, float], result: Result) -> list[Column]:
    feet, history = [Column(canvas, wide) for wide in wides], result.scenario.history
    if result.agreed and history:
        legend = styled(
            phrase("{underlined} words are not in the historical text; {struck} words are not in this one."),
            _SMALL,
            underlined=Span(say("Underlined"), _NEW._replace(face="sans", size=14, line=20)),
            struck=Span(say("struck"), _OLD._replace(face="sans", size=14, line=20)),
        )
        feet[0].words(legend)
    if history and history.note:
        feet[1].words(history.note, _SMALL)
    if history:
        feet[1].words(say(POINTER), _SMALL)
    return feet


# ---- what the rows say ------------------------------------------------------------------------------------------


def _rows(result: Result) -> Iterator[_Row]:
    scenario, agreed = result.scenario, result.agreed
    ours, theirs = _placed(result.ended.text), _placed(result.ended.historical)
    drafted = {} if agreed else _drafted(result)
    for place, title in _titles(scenario):
        one, other = ours.get(place), theirs.get(place)
        if agreed and scenario.history:
            left, right = _differing(one, other)
        else:
            left, right = drafted.get(place, _plain(one)), _plain(other)
        same = agreed and (one and one.words) == (other and other.words)
        departs = scenario.history.departures.get(place[0], "") if scenario.history and other else ""
        silent = agreed and scenario.history is not None and left == right == _plain(None)
        label = say("Both are silent here.") if silent else _label(scenario, other, same=same)
        yield _Row(title, left, right, label, departs)


def _placed(text: Sequence[Written]) -> Mapping[_Place, Written]:
    return {(each.clause, each.issue): each for each in text}


def _titles(scenario: Scenario) -> Iterator[tuple[_Place, str]]:
    """Everything that can be compared, in the order of the paper; side issues come last. A clause about which nobody
    could negotiate is left out where it has no words."""
    yield ("", None), say("HEADING")
    silenced = {issue.id for issue in scenario.text.issues if issue.fixed and issue.options[0].silent}
    for clause in scenario.text.clauses:
        if not clause.issues or set(clause.issues) - silenced:
            yield (clause.id, None), clause.title.upper()
    for issue in scenario.text.negotiated:
        if issue.side:
            yield ("", issue.id), say("BESIDE THE TEXT: {issue}", issue=issue.title.upper())


def _drafted(result: Result) -> Mapping[_Place, Sequence[Span]]:
    """The draft with its brackets, by clause."""
    scenario, marks, paper = result.scenario, result.marks, result.desk.paper
    found: dict[_Place, Sequence[Span]] = {("", None): _stretches(marks, paper.heading)}
    found.update({(clause.id, None): _stretches(marks, clause.stretches) for clause in paper.clauses})
    for row in result.desk.issues:
        issue = scenario.text[row.issue]
        if not issue.side:
            continue
        if row.agreed:
            found["", row.issue] = (Span(issue[row.agreed].name, _WORDS),)
        else:
            stands = result.stands(row)
            found["", row.issue] = tuple(
                Span(f"{stands[who]}  ", _WORDS.of(marks[who].ink), sign=marks[who]) for who in scenario.ids
            )
    return found


def _stretches(marks: Mapping[DelegationId, Sign], stretches: Sequence[Stretch]) -> tuple[Span, ...]:
    """Words of the draft, each wording of a bracket in its owner's colour and underline."""
    spans: list[Span] = []
    for each in stretches:
        first = each.said[0]
        if each.state != "bracketed":
            spans.append(Span(first.words, _inked(marks[first.owners[0]]) if each.state == "owned" else _WORDS))
            continue
        spans.append(Span(" [\u00a0" if first.words[:1].isspace() else "[\u00a0", _BRACKET))
        for place, said in enumerate(each.said):
            *others, last = (marks[who] for who in said.owners)
            style = _inked(last)
            spans += [Span(" | ", _BRACKET)] if place else []
            spans += [Span("", style, sign=sign) for sign in others]
            spans.append(Span(said.words.strip() or SILENCE, style, sign=last))
        spans.append(Span("\u00a0] " if first.words[-1:].isspace() else "\u00a0]", _BRACKET))
    return tuple(spans)


def _inked(sign: Sign) -> Style:
    return _WORDS._replace(colour=sign.ink, underline=sign.underline)


def _differing(ours: Written | None, theirs: Written | None) -> tuple[Sequence[Span], Sequence[Span]]:
    """Both wordings, with the words that only one of them has."""
    pieces = redline(theirs.words if theirs else "", ours.words if ours else "")
    left = tuple(Span(f"{p.words} ", _WORDS if p.kind == "kept" else _NEW) for p in pieces if p.kind != "struck")
    right = tuple(Span(f"{p.words} ", _WORDS if p.kind == "kept" else _OLD) for p in pieces if p.kind != "inserted")
    return left or _plain(None), right or _plain(None)


def _plain(written: Written | None) -> tuple[Span, ...]:
    if written is None or not written.words.strip():
        return (Span(say("silence"), _SILENT),)
    return (Span(written.words, _WORDS),)


def _label(scenario: Scenario, theirs: Written | None, *, same: bool) -> str:
    """Which of the phrases of a historical clause are in the sources, and which are our drafting."""
    by_label: dict[str, list[str]] = {}
    outcome = scenario.history.outcome if scenario.history else {}
    for issue in theirs.issues if theirs else ():
        option = scenario.text[issue][outcome[issue]]
        if option.words:
            by_label.setdefault(option.source.label, []).append(option.name)
    told = [say("{label}: {phrases:strung}.", label=label, phrases=names) for label, names in sorted(by_label.items())]
    return strung([say("The same words."), *told] if same else told, SENTENCES)
