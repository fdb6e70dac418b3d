"""Two texts side by side, clause by clause, with the words that differ: underlined in one, struck in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.screens.layout import day_words, sheet
from game.desktop.signs import signs
from game.scenario import History, Scenario
from game.talks import Verdict, View
from game.text import SILENCE, DelegationId, Issue, Outcome, Run, draft, redline, slots_of

_WORDS = Style("serif", 17, colours.INK, line=26)
_LABEL = Style("sans-bold", 14, colours.MUTED, line=20)
_SMALL = Style("sans", 14, colours.MUTED, line=20)
_SILENT = Style("serif-italic", 16, colours.MUTED, line=26)
_STRUCK = "#9C2125"


@dataclass(frozen=True, slots=True)
class _Row:
    """One clause in both texts."""

    title: str
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    label: str = ""
    """FACT and MODEL, for the historical words."""


def draw(canvas: Canvas, box: Box, view: View, ended: Verdict) -> None:
    """Both sheets in one scrolled pane, so that the clauses stay side by side; one sheet where there is no history."""
    history = view.scenario.history
    gap = 22.0
    wide = (box.w - gap) / 2 if history else min(box.w, 860.0)
    left = Box(box.x if history else box.x + (box.w - wide) / 2, box.y, wide, box.h - 8)
    sheet(canvas, left)
    right = Box(left.right + gap, box.y, wide, box.h - 8)
    if history:
        sheet(canvas, right)
    side = 34.0 if wide > 520 else 24.0
    rows = list(_rows(view, ended, history))
    with canvas.scrolled("texts", Box(box.x, box.y, box.w, box.h - 8)) as pane:
        inner = (left.inset(side, 0), right.inset(side, 0))
        y = _heads(canvas, inner, pane.top + 22, view, history)
        for row in rows:
            y = _row(canvas, inner, y, row, both=history is not None)
        pane.bottom = _foot(canvas, inner, y, ended, history) + 16


def _heads(canvas: Canvas, inner: tuple[Box, Box], y: float, view: View, history: History | None) -> float:
    """What each sheet is."""
    heads = [("NO TEXT", "the draft as it stood in the end")]
    if view.verdict and view.verdict.agreed:
        heads = [("YOUR TEXT" if view.own else "THE TEXT OF THESE TALKS", "as it was signed")]
    if history:
        heads.append((history.title.upper(), day_words(history.day)))
    highs = []
    for box, (words, under) in zip(inner, heads, strict=False):
        spans = [Span(f"{words} ", _LABEL.of(colours.INK)), Span(under, _SMALL)]
        canvas.paragraph(spans, box.x, y, box.w)
        highs.append(canvas.height_of(spans, box.w))
    bottom = y + max(highs) + 8
    for box, _ in zip(inner, heads, strict=False):
        canvas.line(box.x, bottom, box.right, bottom, colours.LINE)
    return bottom + 14


def _row(canvas: Canvas, inner: tuple[Box, Box], y: float, row: _Row, *, both: bool) -> float:
    """A clause in both texts; gives the top of the next."""
    left, right = inner
    room = left.w
    high = canvas.height_of(row.left, room)
    canvas.text(row.title, left.x, y, _LABEL, width=room)
    canvas.paragraph(row.left, left.x, y + 22, room)
    if both:
        canvas.text(row.title, right.x, y, _LABEL, width=room)
        canvas.paragraph(row.right, right.x, y + 22, room)
        theirs = canvas.height_of(row.right, room)
        if row.label:
            canvas.paragraph(row.label, right.x, y + 24 + theirs, room, _SMALL)
            theirs += 2 + canvas.height_of(row.label, room, _SMALL)
        high = max(high, theirs)
    return y + 22 + high + 18


def _foot(canvas: Canvas, inner: tuple[Box, Box], y: float, ended: Verdict, history: History | None) -> float:
    """What the signs mean, and what is history."""
    bottom = y
    if ended.agreed and history:
        legend = (
            Span("Underlined", Style("sans", 14, colours.INK, "solid", back=colours.HOT, line=20)),
            Span(" words are not in the historical text; ", _SMALL),
            Span("struck", Style("sans", 14, _STRUCK, strike=True, line=20)),
            Span(" words are not in this one.", _SMALL),
        )
        canvas.paragraph(legend, inner[0].x, y, inner[0].w)
        bottom = y + canvas.height_of(legend, inner[0].w)
    if history and history.note:
        canvas.paragraph(history.note, inner[1].x, y, inner[1].w, _SMALL)
        bottom = max(bottom, y + canvas.height_of(history.note, inner[1].w, _SMALL))
    return bottom


# ---- what the rows say ------------------------------------------------------------------------------------------


def _rows(view: View, ended: Verdict, history: History | None) -> Sequence[_Row]:
    scenario = view.scenario
    ours = _clauses(scenario, ended.outcome) if ended.outcome is not None else None
    theirs = _clauses(scenario, history.outcome) if history else {}
    drafted = _drafted(view) if ours is None else {}
    rows = []
    for id, title in _titles(scenario):
        if ours is None:
            left, right = drafted.get(id, _silence()), _plain(theirs.get(id, ""))
        elif history:
            left, right = _differing(ours.get(id, ""), theirs.get(id, ""))
        else:
            left, right = _plain(ours.get(id, "")), ()
        if history and left == right == _silence():
            continue
        same = ours is not None and ours.get(id, "") == theirs.get(id, "")
        rows.append(_Row(title, left, right, _labels(scenario, history, id, same=same) if history else ""))
    return rows


def _titles(scenario: Scenario) -> list[tuple[str, str]]:
    """Everything that can be compared, in the order of the paper; side issues come last."""
    found = [("", "HEADING")]
    found += [(clause.id, clause.title.upper()) for clause in scenario.text.clauses]
    found += [(f"side {issue.id}", f"BESIDE THE TEXT: {issue.title.upper()}") for issue in _sides(scenario)]
    return found


def _sides(scenario: Scenario) -> list[Issue]:
    return [issue for issue in scenario.text.issues if issue.side]


def _clauses(scenario: Scenario, outcome: Outcome) -> dict[str, str]:
    """A whole text by the ids of its clauses; the heading is the empty id."""
    paper = draft(scenario.text, {DelegationId(""): outcome})
    said = {"": "".join(run.words for run in paper.heading)}
    said.update({clause.id: "".join(run.words for run in clause.runs) for clause in paper.clauses})
    said.update({f"side {issue.id}": issue[outcome[issue.id]].name for issue in _sides(scenario)})
    return said


def _drafted(view: View) -> dict[str, tuple[Span, ...]]:
    """The draft with its brackets, by clause."""
    marks = signs(view.scenario)
    paper = view.draft
    found = {"": _runs(view, paper.heading)} | {clause.id: _runs(view, clause.runs) for clause in paper.clauses}
    for issue in _sides(view.scenario):
        stands = {who: issue[view.positions[who][issue.id]].name for who in view.scenario.ids}
        if len(set(stands.values())) == 1:
            found[f"side {issue.id}"] = _plain(next(iter(stands.values())))
            continue
        spans = [Span(f"{name}  ", _WORDS.of(marks[who].ink), sign=marks[who]) for who, name in stands.items()]
        found[f"side {issue.id}"] = tuple(spans)
    return found


def _runs(view: View, runs: Sequence[Run]) -> tuple[Span, ...]:
    marks = signs(view.scenario)
    bracket = Style("serif-bold", 17, colours.BRACKET, line=26)
    spans: list[Span] = []
    for run in runs:
        if not run.bracketed:
            alone = run.alternatives[0].owners if run.part else ()
            sign = marks[alone[0]] if 0 < len(alone) < len(marks) else None
            plain = replace(_WORDS, colour=sign.ink, underline=sign.underline) if sign else _WORDS
            spans.append(Span(run.words, plain))
            continue
        spans.append(Span(" [\u00a0" if run.words[:1].isspace() else "[\u00a0", bracket))
        for place, said in enumerate(run.alternatives):
            sign = marks[said.owners[-1]] if said.owners else None
            style = Style("serif", 17, sign.ink if sign else colours.INK, sign.underline if sign else "", line=26)
            if place:
                spans.append(Span(" | ", bracket))
            spans += [Span("", style, sign=marks[who]) for who in said.owners[:-1]]
            spans.append(Span(said.words.strip() or SILENCE, style, sign=sign))
        spans.append(Span("\u00a0] " if run.words[-1:].isspace() else "\u00a0]", bracket))
    return tuple(spans)


def _differing(ours: str, theirs: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Both wordings, with the words that only one of them has."""
    new = Style("serif", 17, colours.INK, "solid", back=colours.HOT, line=26)
    old = Style("serif", 17, _STRUCK, strike=True, line=26)
    left, right = [], []
    for piece in redline(theirs, ours):
        words = piece.words + " "
        if piece.kind != "struck":
            left.append(Span(words, _WORDS if piece.kind == "kept" else new))
        if piece.kind != "inserted":
            right.append(Span(words, _WORDS if piece.kind == "kept" else old))
    return tuple(left) or _silence(), tuple(right) or _silence()


def _plain(words: str) -> tuple[Span, ...]:
    return (Span(words, _WORDS),) if words.strip() else _silence()


def _silence() -> tuple[Span, ...]:
    return (Span("silence", _SILENT),)


def _labels(scenario: Scenario, history: History, id: str, *, same: bool) -> str:
    """Which of the phrases of a historical clause are in the sources, and which are our drafting."""
    clause = next((clause for clause in scenario.text.clauses if clause.id == id), None)
    template = clause.template if clause else scenario.text.heading
    issues = list(dict.fromkeys(slot.issue for slot in slots_of(template) if not slot.part))
    if id.startswith("side "):
        issues = [issue.id for issue in scenario.text.issues if f"side {issue.id}" == id]
    by_label: dict[str, list[str]] = {}
    for issue in issues:
        option = scenario.text[issue][history.outcome[issue]]
        if option.words:
            by_label.setdefault(option.source.label, []).append(option.name)
    told = [f"{label}: {', '.join(names)}." for label, names in sorted(by_label.items())]
    return " ".join((["The same words."] if same else []) + told)
