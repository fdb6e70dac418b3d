"""The right column: the wordings of the issue looked at, strong to weak, with what each is worth to this seat alone."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.desk.desk import Desk
from game.desktop.desk.notes import binding, force_words, notes_of
from game.desktop.desk.package import barred, chosen
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.hands import Hands
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, SMALL, focus_ring, panel
from game.talks import View, signed_points
from game.text import Issue, Option

_NAME = Style("serif", 17, colours.PALE)
_POINTS = Style("sans-bold", 16, colours.GOLD)
_TINY = Style("sans", 14, colours.DIM)
_EMPTY = "#4B6872"
_WORDS = Style("serif", 16, colours.PALE)


def draw_options(canvas: Canvas, desk: Desk, box: Box) -> None:
    """Draw the issue, its wordings, and the full words of the one that is looked at."""
    view = desk.view
    issue = view.scenario.text[desk.issue]
    panel(canvas, box, "")
    canvas.text(_place(desk, issue), box.x + 14, box.y + 11, LABEL)
    _arrows(canvas, desk, box)
    title = Style("sans-bold", 16, colours.PALE)
    canvas.paragraph(issue.title, box.x + 14, box.y + 32, box.w - 28, title)
    top = box.y + 38 + canvas.height_of(issue.title, box.w - 28, title)
    if force := force_words(view, issue.id):
        canvas.paragraph(force, box.x + 14, top - 5, box.w - 28, _TINY)
        top += canvas.height_of(force, box.w - 28, _TINY)
    below = max(118.0, min(190.0, box.h * 0.27))
    rows = Box(box.x + 8, top, box.w - 16, box.bottom - below - top)
    with canvas.scrolled("options", rows) as pane:
        y = pane.top + 3
        for place_, option in enumerate(issue.options):
            y = _row(canvas, desk, issue, option, place_, Box(rows.x + 3, y, rows.w - 11, 0)) + 6
        pane.bottom = y
    _reveal(canvas, desk)
    canvas.line(box.x + 14, rows.bottom + 4, box.right - 14, rows.bottom + 4, colours.FELT3)
    _words(canvas, desk, issue, Box(box.x + 14, rows.bottom + 10, box.w - 22, below - 18))


def _place(desk: Desk, issue: Issue) -> str:
    """Where the issue is printed: its own words before the words that it puts elsewhere."""
    draft = desk.view.draft
    for main in (True, False):
        if any(run.issue == issue.id and (not run.part or not main) for run in draft.heading):
            return "THE HEADING"
        for clause in draft.clauses:
            if any(run.issue == issue.id and (not run.part or not main) for run in clause.runs):
                return f"CLAUSE {clause.number}"
    return "BESIDE THE TEXT" if issue.side else "NOT PRINTED NOW"


def _reveal(canvas: Canvas, desk: Desk) -> None:
    """Scroll to the wording that was just chosen, and draw again."""
    if desk.chosen_now is None:
        return
    before = dict(canvas.memory.scroll)
    Hands(canvas.memory, canvas.spots, canvas.panes).reveal(f"option:{desk.issue}:{desk.chosen_now}")
    desk.chosen_now = None
    if before != canvas.memory.scroll:
        desk.app.redraw()


def _arrows(canvas: Canvas, desk: Desk, box: Box) -> None:
    """The previous and the next issue, and the next bracket."""
    x = box.right - 12
    ways: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
        ("next issue", "down", "j", lambda: desk.look_along(1)),
        ("previous issue", "up", "k", lambda: desk.look_along(-1)),
        ("next bracket", "bracket", "b", lambda: desk.look_along(1, brackets=True)),
    )
    for words, name, key, act in ways:
        id = words.split()[0] if key != "b" else "bracket"
        lit = canvas.hovered(id) or canvas.focused(id)
        tone = colours.PALE if lit else colours.DIM
        area = Box(x - 40, box.y + 7, 40, 24)
        canvas.text(key.upper(), area.x + 6, area.y + 2, _TINY.of(tone))
        canvas.sign(name, area.x + 20, area.y + 5, 14, tone)
        focus_ring(canvas, id, area.inset(2))
        canvas.spot(Action(id, words, act, keys=(key,), hint=f"The {words}."), area)
        x -= 42


def _row(canvas: Canvas, desk: Desk, issue: Issue, option: Option, place: int, box: Box) -> float:
    """One wording; gives its lower edge."""
    view, id = desk.view, f"option:{issue.id}:{option.id}"
    locked = barred(view, issue.id, option.id)
    planned = chosen(desk.package, issue.id) == option.id
    points = signed_points(view.own.instructions.points[issue.id][option.id]) if view.own else ""
    room = box.w - 24 - (canvas.measure(points, _POINTS) + 10 if points else 0)
    name_tall = canvas.height_of(option.name, room, _NAME)
    notes = notes_of(desk, issue, option, locked)
    note_tall = canvas.height_of(notes, box.w - 24) if notes else 0.0
    row = Box(box.x, box.y, box.w, name_tall + 22 + note_tall + 14)
    lit = canvas.hovered(id) or canvas.focused(id)
    ground = colours.CHOSEN if planned or lit else colours.FELT1
    canvas.panel(row, ground, 8, colours.GOLD if planned else colours.FELT3, 2 if planned else 1)
    tone = colours.LOCKED if locked else colours.PALE
    canvas.paragraph(option.name, row.x + 12, row.y + 6, room, _NAME.of(tone))
    if points:
        canvas.text(points, row.right - 12, row.y + 7, _POINTS, align="right")
    _dots(canvas, view, issue, option, row.x + 12, row.y + 6 + name_tall)
    if notes:
        canvas.paragraph(notes, row.x + 12, row.y + 28 + name_tall, box.w - 24, felt=True)
    focus_ring(canvas, id, row.inset(2))
    keys = (str(place + 1),) if place < 9 else ()
    hint = _hint(desk, option, locked, planned)
    canvas.spot(Action(id, option.name, lambda: desk.choose(option.id), keys=keys, hint=hint), row)
    return row.bottom


def _hint(desk: Desk, option: Option, locked: str, planned: bool) -> str:
    if desk.view.own is None:
        return ""
    if locked == "red":
        return f"“{option.name}”: your instructions forbid it. It can be read, not tabled."
    if locked == "mandate":
        return f"“{option.name}” is beyond your mandate: ask {desk.view.scenario[desk.view.who].capital} first (C)."
    if locked == "barred":
        return f"“{option.name}” is barred: those who must take the text have refused it."
    if desk.view.agreed.get(desk.issue) == option.id:
        return f"“{option.name}” is agreed, ad referendum."
    return f"Take “{option.name}” out of the package." if planned else f"Put “{option.name}” into the package."


def _dots(canvas: Canvas, view: View, issue: Issue, option: Option, x: float, y: float) -> None:
    """How hard a wording is, the form of the paper taken into account: three scales of three dots."""
    binds = binding(view, issue.id, option.id)
    for words, degree in (("binds", binds), ("precise", option.precise), ("shares", option.shares)):
        x += canvas.text(words, x, y, _TINY).w + 6
        for step in range(3):
            colour = colours.GOLD if step < degree else _EMPTY
            canvas.dot(x + 2.5, y + 10.5, 2.5, colour)
            x += 7.5
        x += 6


def _words(canvas: Canvas, desk: Desk, issue: Issue, box: Box) -> None:
    """The full words of one wording, with where they come from; the sources on demand."""
    option = _looked_at(canvas, desk, issue)
    source = option.source
    label = "FACT" if source.label == "FACT" else "MODEL"
    canvas.text(label, box.right - 8, box.y, Style("sans-bold", 14, colours.DIM), align="right")
    style = Style("sans", 14, colours.PALE if canvas.hovered("sources") else colours.DIM)
    words = "sources  I" if not desk.sources else "words  I"
    at = canvas.text(words, box.x, box.y, style)
    focus_ring(canvas, "sources", at.inset(-4, 0))
    canvas.spot(Action("sources", words.split()[0], lambda: _flip(desk), keys=("i",)), at.inset(-4, -3))
    inner = Box(box.x, box.y + 25, box.w, box.h - 25)
    with canvas.scrolled("words", inner) as pane:
        said = _source_spans(desk, option) if desk.sources else [Span(_printed(issue, option), _WORDS)]
        canvas.paragraph(said, inner.x, pane.top, inner.w - 12)
        pane.bottom = pane.top + canvas.height_of(said, inner.w - 12)


def _flip(desk: Desk) -> None:
    desk.sources = not desk.sources


def _looked_at(canvas: Canvas, desk: Desk, issue: Issue) -> Option:
    """The wording under the focus or the mouse, else the one last chosen, else where this seat stands."""
    memory = canvas.memory
    for id in (memory.focus if memory.shown else "", memory.hovered):
        for option in issue.options:
            if id == f"option:{issue.id}:{option.id}":
                return option
    if desk.option is not None and desk.option in issue:
        return issue[desk.option]
    who = desk.view.who if desk.view.own else desk.view.scenario.ids[0]
    return issue[chosen(desk.package, issue.id) or desk.view.positions[who][issue.id]]


def _printed(issue: Issue, option: Option) -> str:
    words = [option.words.strip(" ,"), *(part.strip(" ,") for part in option.parts.values())]
    said = " … ".join(word for word in words if word)
    if not said:
        return "Silence: the text says nothing."
    return f"Not printed: {said}." if issue.side else f"“{said}”"


def _source_spans(desk: Desk, option: Option) -> list[Span]:
    kind = "From the record." if option.source.label == "FACT" else "Our drafting: a model."
    spans = [Span(f"{kind} ", SMALL.of(colours.PALE))]
    if option.source.note:
        spans.append(Span(option.source.note.strip() + " ", SMALL))
    for cite in option.source.cite:
        found = desk.view.scenario.sources.get(cite)
        if found:
            where = f", {found.where}" if found.where else ""
            spans.append(Span(f"{cite}: {found.title}{where}. ", SMALL))
    return spans
