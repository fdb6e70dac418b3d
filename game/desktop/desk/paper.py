"""The cream sheet in the middle: the draft as everybody may read it, with its brackets and what changed last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.desktop.desk.desk import Desk
from game.desktop.desk.package import chosen
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.hands import Hands
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.sign import Sign
from game.text import SILENCE, Alternative, DelegationId, IssueId, OptionId, Run

_FRESH = "#DDEBD3"
"""Behind words that came in with the last moves."""
_FOOT = Style("serif-italic", 15, colours.MUTED)
_NOTE = Style("sans", 14, colours.MUTED)


@dataclass(frozen=True, slots=True)
class _Word:
    """Something on the paper that can be clicked."""

    issue: IssueId
    words: str
    main: bool = True
    """Whether these are the issue's own words, and not words that it puts elsewhere."""


def draw_paper(canvas: Canvas, desk: Desk, box: Box) -> None:
    """Draw the sheet with its hard shadow; it scrolls if the text is long."""
    canvas.fill(colours.SHADOW, box.moved(7, 8))
    canvas.fill(colours.PAPER, box)
    wide = box.w >= 600
    margin = max(38.0, (box.w - 860) / 2) if wide else 22.0
    inner = Box(box.x + margin - 14, box.y + 10, box.w - 2 * margin + 22, box.h - 52)
    size = 20.0 if box.w >= 800 else 18.5 if wide else 17.5
    sheet = _Sheet(canvas, desk, size)
    with canvas.scrolled("paper", inner) as pane:
        y = sheet.heading(inner, pane.top + 14)
        for place in range(len(desk.view.draft.clauses)):
            y = sheet.clause(place, inner, y) + 12
        pane.bottom = sheet.unprinted(inner, y + 2) + 12
    if desk.reveal:
        _reveal(canvas, desk, sheet)
    _foot(canvas, desk, box, margin)


def _reveal(canvas: Canvas, desk: Desk, sheet: _Sheet) -> None:
    """Scroll to the issue looked at, and draw again."""
    desk.reveal = False
    before = dict(canvas.memory.scroll)
    words = {f"word:{tag}": word for tag, word in sheet.found.items() if word.issue == desk.issue}
    main = any(word.main for word in words.values())
    mine = [spot for spot in canvas.spots if spot.id in words and (words[spot.id].main or not main)]
    Hands(canvas.memory, canvas.spots, canvas.panes).reveal_all(mine)
    if before != canvas.memory.scroll:
        desk.app.redraw()


def _foot(canvas: Canvas, desk: Desk, box: Box, margin: float) -> None:
    view = desk.view
    every, brackets = len(view.scenario.text.issues), len(view.brackets)
    words = f"{every - brackets} of {every} agreed · {brackets} in brackets"
    if not brackets:
        words = f"all {every} agreed, ad referendum: the text is clean"
    longer = f"{words} · nothing is agreed until everything is agreed"
    if canvas.measure(longer, _FOOT) <= box.w - 2 * margin:
        words = longer
    canvas.line(box.x + margin, box.bottom - 36, box.right - margin, box.bottom - 36, colours.LINE)
    canvas.text(words, box.right - margin, box.bottom - 30, _FOOT, align="right")


class _Sheet:
    """Draws the parts of one draft, and makes its words clickable."""

    def __init__(self, canvas: Canvas, desk: Desk, size: float) -> None:
        self.canvas, self.desk = canvas, desk
        self.ink = Style("serif", size, colours.INK, line=round(size * 1.46))
        self.grey = replace(self.ink, colour=colours.BRACKET, face="serif-bold")
        self.size = size
        self.found: dict[str, _Word] = {}

    def heading(self, box: Box, y: float) -> float:
        """The title of the paper, in the middle."""
        style = replace(self.ink, face="serif-bold")
        spans = self.spans(self.desk.view.draft.heading, style, "heading")
        room = box.w - 40
        laid = self.canvas.laid(spans, room)
        x = box.x + 20 + max(0.0, (room - laid.width / self.canvas.scale) / 2)
        self._paragraph(spans, x, y, room)
        y += laid.height / self.canvas.scale + 8
        self.canvas.line(box.x + 14, y, box.right - 22, y, colours.LINE)
        return y + 14

    def clause(self, place: int, box: Box, y: float) -> float:
        """A numbered clause with its tick or its bracket; gives the lower edge."""
        clause = self.desk.view.draft.clauses[place]
        spans = self.spans(clause.runs, self.ink, clause.id)
        left, room = box.x + 50, box.w - 66
        middle = y + self.ink.leading / 2
        self._state(clause.runs, box.x, middle)
        number = Style("serif-bold", self.size, colours.MUTED, line=self.ink.leading)
        self.canvas.text(f"{clause.number}.", left - 8, y, number, align="right")
        return self._paragraph(spans, left, y, room)

    def _state(self, runs: Sequence[Run], x: float, middle: float) -> None:
        """Brackets for a clause with brackets, a tick for agreed words; else the mark of whose words it stands in."""
        owners = next((owners for run in runs if (owners := self._owners(run))), ())
        if any(run.bracketed for run in runs):
            self.canvas.sign("bracket", x, middle - 7, 15, colours.BRACKET)
        elif owners:
            self.canvas.mark(owners[0], x - 1, middle - 8, 17, felt=False)
        else:
            self.canvas.sign("tick", x, middle - 7, 15, colours.AGREED)

    def _owners(self, run: Run) -> tuple[Sign, ...]:
        """Who alone has words that follow from a choice still open elsewhere; nobody if all have them."""
        owners = run.alternatives[0].owners
        if run.bracketed or not run.part or len(owners) == len(self.desk.signs):
            return ()
        return tuple(self.desk.signs[who] for who in owners)

    def unprinted(self, box: Box, y: float) -> float:
        """The issues that no printed word shows: side issues, and those on which all are silent."""
        view = self.desk.view
        if not view.draft.unprinted:
            return y
        self.canvas.line(box.x + 14, y, box.right - 22, y, colours.LINE)
        y += 10
        self.canvas.text("Not printed in the text:", box.x + 14, y, replace(_NOTE, face="sans-semibold"))
        y += 24
        for issue in view.draft.unprinted:
            y = self._beside(issue, box, y) + 3
        return y

    def _beside(self, issue: IssueId, box: Box, y: float) -> float:
        view = self.desk.view
        title = view.scenario.text[issue].title
        name, colour = ("tick", colours.AGREED) if issue in view.agreed else ("bracket", colours.BRACKET)
        back = colours.HOT if issue == self.desk.issue else ""
        spans = [Span(f"{title}: ", replace(_NOTE, colour=colours.INK, back=back), f"beside:{issue}:t")]
        self.found[f"beside:{issue}:t"] = _Word(issue, title)
        owners: dict[OptionId, list[DelegationId]] = {}
        for who, stand in view.positions.items():
            owners.setdefault(stand[issue], []).append(who)
        for count, (option, whose) in enumerate(owners.items()):
            words = view.scenario.text[issue][option].name
            spans += [Span(" | ", _NOTE)] if count else []
            if issue in view.agreed:
                spans.append(Span(f"agreed, {words}", _NOTE))
            else:
                signs = [self.desk.signs[who] for who in whose]
                style = replace(_NOTE, colour=signs[0].ink, underline=signs[0].underline)
                spans += self._owned(words, signs, style, f"beside:{issue}:{option}")
                self.found[f"beside:{issue}:{option}"] = _Word(issue, words)
        self.canvas.sign(name, box.x + 14, y + 3, 13, colour)
        return self._paragraph(spans, box.x + 36, y, box.w - 60)

    def spans(self, runs: Sequence[Run], style: Style, place: str) -> list[Span]:
        """A clause as spans: agreed words in ink, each wording of a bracket in its owner's colour and underline."""
        made: list[Span] = []
        for number, run in enumerate(runs):
            if run.issue is None:
                made.append(Span(run.words, style))
                continue
            tag = f"{place}:{number}"
            if run.bracketed:
                made += self._bracket(run, style, tag)
            else:
                made += self._settled(run, style, tag)
        return made

    def _settled(self, run: Run, style: Style, tag: str) -> list[Span]:
        assert run.issue is not None
        issue, words = run.issue, run.words
        self.found[tag] = _Word(issue, words.strip() or SILENCE, not run.part)
        if alone := self._owners(run):
            style = replace(style, colour=alone[0].ink, underline=alone[0].underline)
        shown = self._selected(issue, style)
        if issue not in self._moved(issue):
            return [Span(words, shown, tag)]
        gone = self._gone(run)
        if wet := self.desk.drying * (issue in self.desk.fresh):
            option = run.alternatives[0].option
            owners = [who for who, stand in self.desk.base.items() if stand[issue] == option] or list(self.desk.base)
            owner = self.desk.signs[owners[0]].ink
            shown = replace(shown, colour=colours.mix(colours.INK, owner, wet))
        lead = words[: len(words) - len(words.lstrip())]
        if not words.strip():
            return [Span(lead, style), *gone, Span(words, style)]
        fresh = shown if shown.back else replace(shown, back=_FRESH)
        return [Span(lead, style), *gone, Span(words, fresh, tag)]

    def _bracket(self, run: Run, style: Style, tag: str) -> list[Span]:
        assert run.issue is not None
        grey = replace(self._selected(run.issue, self.grey), size=style.size, line=style.line)
        lead = " " if run.words[:1].isspace() else ""
        made = [Span(lead, style), Span("[\u00a0", grey, f"{tag}:b")]
        self.found[f"{tag}:b"] = _Word(run.issue, "[")
        for count, said in enumerate(run.alternatives):
            if count:
                made.append(Span(" | ", grey))
            made += self._alternative(run, said, style, f"{tag}:{count}")
        made.append(Span("\u00a0]", grey))
        if run.words[-1:].isspace():
            made.append(Span(" ", style))
        return made

    def _alternative(self, run: Run, said: Alternative, style: Style, tag: str) -> list[Span]:
        assert run.issue is not None
        issue = run.issue
        signs = [self.desk.signs[who] for who in said.owners]
        words = said.words.strip() or SILENCE
        self.found[tag] = _Word(issue, words, not run.part)
        own = replace(style, colour=signs[0].ink, underline=signs[0].underline)
        own = self._selected(issue, own)
        before = []
        for who in said.owners:
            old = self.desk.base.get(who, {}).get(issue)
            if old is not None and old != said.option and all(old != now[issue] for now in self._stands()):
                struck = self._words_of(issue, old, said, run.part)
                if struck:
                    ghost = replace(style, colour=self.desk.signs[who].ink, strike=True)
                    before += [Span(struck, ghost), Span(" ", style)]
        if before and not own.back:
            own = replace(own, back=_FRESH)
        return [*before, *self._owned(words, signs, own, tag)]

    def _owned(self, words: str, signs: Sequence[Sign], style: Style, tag: str) -> list[Span]:
        """Words with the marks of all who stand for them."""
        plain = replace(style, underline="")
        return [*(Span("", plain, "", sign) for sign in signs[:-1]), Span(words, style, tag, signs[-1])]

    def _selected(self, issue: IssueId, style: Style) -> Style:
        if issue == self.desk.issue:
            return replace(style, back=colours.HOT)
        return style

    def _stands(self) -> list[dict[IssueId, OptionId]]:
        return [dict(stand) for stand in self.desk.view.positions.values()]

    def _moved(self, issue: IssueId) -> tuple[IssueId, ...]:
        """The issue, if somebody has moved in it since the player's last move."""
        now = self.desk.view.positions
        moved = any(now[who][issue] != stand[issue] for who, stand in self.desk.base.items())
        return (issue,) if moved else ()

    def _gone(self, run: Run) -> list[Span]:
        """The wordings that an agreed one has replaced, struck."""
        assert run.issue is not None
        made: list[Span] = []
        seen: set[str] = {run.words.strip()}
        for who, stand in self.desk.base.items():
            old = stand[run.issue]
            words = self._words_of(run.issue, old, run.alternatives[0], run.part)
            if words and words not in seen:
                seen.add(words)
                ghost = replace(self.ink, colour=self.desk.signs[who].ink, strike=True)
                made += [Span(words, ghost), Span(" ", self.ink)]
        return made

    def _words_of(self, issue: IssueId, option: OptionId, beside: Alternative, part: str = "") -> str:
        """What an option prints, in the place where another is printed."""
        if option == beside.option:
            return ""
        found = self.desk.view.scenario.text[issue][option]
        return (found.parts.get(part, "") if part else found.words).strip(" ,")

    def _paragraph(self, spans: Sequence[Span], x: float, y: float, width: float) -> float:
        boxes = self.canvas.paragraph(spans, x, y, width)
        for tag, places in boxes.items():
            word = self.found[tag]
            if word.words == "[":
                continue
            self.canvas.spot(
                Action(f"word:{tag}", word.words, self._look(word.issue), hint=self._hint(word.issue)), places
            )
            if self.canvas.focused(f"word:{tag}"):
                for place in places:
                    self.canvas.ring(place.inset(-2, 1), colours.INK, 3, 2)
        return y + self.canvas.height_of(spans, width)

    def _look(self, issue: IssueId) -> Callable[[], None]:
        return lambda: self.desk.look_at(issue)

    def _hint(self, issue: IssueId) -> str:
        view = self.desk.view
        title = view.scenario.text[issue].title
        if issue in view.agreed:
            return f"{title}: agreed, ad referendum."
        sides = [
            f"{view.scenario[who].short} “{_name(self.desk, issue, stand[issue])}”"
            for who, stand in view.positions.items()
        ]
        planned = chosen(self.desk.package, issue)
        tail = f" In the package: “{_name(self.desk, issue, planned)}”." if planned else ""
        return f"{title}, in brackets: {'; '.join(sides)}.{tail}"


def _name(desk: Desk, issue: IssueId, option: OptionId) -> str:
    return desk.view.scenario.text[issue][option].name
