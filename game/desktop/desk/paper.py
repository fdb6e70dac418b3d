"""The cream sheet in the middle: the draft as everybody may read it, with its brackets and what changed last."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from game.desktop.desk.dealt import DealtWords
from game.desktop.desk.laid import Laid
from game.desktop.desk.word import Word, tagged
from game.desktop.desk.word_hint import word_hint
from game.desktop.kit import colours
from game.desktop.kit.box import Box, around
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.hands import Hands
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.sign import Sign
from game.seat import Stretch
from game.seat.memo import kept
from game.text import SILENCE, Alternative, IssueId, Redrafted
from game.words import phrase, say
from game.words.language import spoken

_AMPLE = 400.0
"""Below this width a sheet has narrow margins: its lines have few words anyway."""
_LOW = 300.0
"""Below this height it has a low foot."""
_SLIGHT = 140.0
"""Below this height it has none."""
_FOOT = Style("serif-italic", 15, colours.MUTED)
_NOTE = Style("sans", 14, colours.MUTED)


def draw_paper(canvas: Canvas, board: Laid, box: Box) -> None:
    """Draw the sheet; it scrolls if the text is long."""
    canvas.sheet(box)
    wide = box.w >= 600
    margin = max(38.0, (box.w - 860) / 2) if wide else 22.0 if box.w >= _AMPLE else 18.0
    foot = 36.0 if box.h >= _LOW else 26.0 if box.h >= _SLIGHT else 0.0
    across = box.w - 2 * margin + (22 if box.w >= _AMPLE else 26)
    inner = Box(box.x + margin - 14, box.y + 10, across, box.h - foot - 16)
    size = 20.0 if box.w >= 800 else 18.5 if wide else 17.5
    sheet = DraftSheet(canvas, board, size)
    canvas.subject("draft", box)
    with canvas.scrolled("paper", inner) as pane:
        y = sheet.heading(inner, pane.top + 14)
        for clause in sheet.clauses():
            y = sheet.clause(clause, inner, y) + 12
        pane.bottom = sheet.unprinted(inner, y + 2) + 12
    board.words = sheet.found
    if board.reveal:
        _reveal(canvas, board, sheet)
    dashed = any(word.words == SILENCE for word in sheet.found.values())
    if foot:
        _foot(canvas, board, box.inset(margin, 0), foot, dashed=dashed)


def _reveal(canvas: Canvas, board: Laid, sheet: DraftSheet) -> None:
    """Scroll to what was agreed a moment ago, else to the issue looked at, and draw again."""
    board.reveal = False
    issues = board.closed or {board.issue}
    before = dict(canvas.memory.scroll)
    words = {f"word:{tag}": word for tag, word in sheet.found.items() if word.issue in issues}
    main = any(word.main for word in words.values())
    mine = [spot for spot in canvas.spots if spot.id in words and (words[spot.id].main or not main)]
    Hands(canvas.memory, canvas.spots, canvas.panes).reveal_all(mine)
    if before != canvas.memory.scroll:
        board.redraw()


def _foot(canvas: Canvas, board: Laid, box: Box, high: float, *, dashed: bool) -> None:
    """How much is agreed, and what a dash in the draft is, where there is any; the rest as far as there is room."""
    every, brackets, y = len(board.desk.issues), len(board.desk.brackets), box.bottom - high / 2 - 12
    least = say("{agreed} of {every} agreed", agreed=every - brackets, every=every)
    room, dash = box.w, say("— is no words: left out") if dashed else ""
    if dash and canvas.measure(dash, _FOOT) + 24 + canvas.measure(least, _FOOT) <= room:
        room -= canvas.text(dash, box.x, y, _FOOT).w + 24
    tries = standing(every, brackets, longer=True), standing(every, brackets, longer=False)
    words = next((each for each in tries if canvas.measure(each, _FOOT) <= room), least)
    canvas.line(box.x, box.bottom - high, box.right, box.bottom - high, colours.LINE)
    canvas.text(words, box.right, y, _FOOT, align="right")


def standing(every: int, brackets: int, *, longer: bool) -> str:
    """How much is agreed; `longer` adds what that means."""
    told = {
        (False, False): phrase("all {every} agreed, ad referendum: the text is clean"),
        (False, True): phrase(
            "all {every} agreed, ad referendum: the text is clean · nothing is agreed until everything is agreed"
        ),
        (True, False): phrase("{agreed} of {every} agreed · {brackets} in brackets"),
        (True, True): phrase(
            "{agreed} of {every} agreed · {brackets} in brackets · nothing is agreed until everything is agreed"
        ),
    }[brackets > 0, longer]
    return say(told, agreed=every - brackets, every=every, brackets=brackets)


@dataclass(frozen=True, slots=True)
class ClauseOnPaper:
    """A clause before it is drawn."""

    number: int
    spans: Sequence[Span]
    bracketed: bool
    owners: tuple[Sign, ...]
    """Who alone has its words."""
    worded: bool
    """Whether any of its words are an issue's."""


def _owned(board: Laid, run: Redrafted) -> bool:
    """Whether only some have words that follow from a choice still open elsewhere."""
    return bool(run.part) and not run.bracketed and 0 < len(run.wordings[0].now) < len(board.signs)


def _lines(places: Sequence[Box]) -> list[Box]:
    """The boxes of some words, joined where they lie side by side on a line."""
    lines: list[Box] = []
    for each in places:
        last = lines[-1] if lines else None
        if last is not None and last.y == each.y:
            lines[-1] = Box(last.x, last.y, each.right - last.x, last.h)
        else:
            lines.append(each)
    return lines


def _pointed_at(canvas: Canvas) -> str:
    """The issue of the chip under the focus or the mouse."""
    chip = canvas.pointed("chip:")
    return chip.split(":")[2] if chip else ""


class DraftSheet:
    """Draws the parts of one draft, and makes its words clickable."""

    def __init__(self, canvas: Canvas, board: Laid, size: float, note: Style = _NOTE) -> None:
        """`note` is how the issues are set that no printed word shows."""
        self.canvas, self.board, self.note = canvas, board, note
        self.ink = Style("serif", size, colours.INK, line=round(size * 1.46))
        self.grey = self.ink._replace(colour=colours.BRACKET, face="serif-bold")
        self.size = size
        self.found: dict[str, Word] = {}
        self.deal = board.on_paper
        self.dealt = DealtWords(board, self.deal, self.found, self.grey) if self.deal else None
        self.lit = _pointed_at(canvas)

    def heading(self, box: Box, y: float) -> float:
        """The title of the paper, in the middle."""
        style = self.ink._replace(face="serif-bold")
        if self.deal and self.dealt:
            spans = self._dealt("heading", self.deal.draft.heading, style)
        else:
            spans = self._standing("heading", self.board.desk.paper.heading, style)
        room = box.w - 40
        laid = self.canvas.laid(spans, room)
        x = box.x + 20 + max(0.0, (room - laid.width / self.canvas.scale) / 2)
        y = self._paragraph(spans, x, y, room) + 8
        self.canvas.line(box.x + 14, y, box.right - 22, y, colours.LINE)
        return y + 14

    def clauses(self) -> Iterator[ClauseOnPaper]:
        """The clauses that say anything, as they stand or with a package in them."""
        if self.deal and self.dealt:
            for each in self.deal.draft.clauses:
                alone = next((run.wordings[0].now for run in each.runs if _owned(self.board, run)), ())
                signs = tuple(self.board.signs[who] for who in alone)
                spans = self._dealt(each.id, each.runs, self.ink)
                worded = any(run.issue for run in each.runs)
                yield ClauseOnPaper(each.number, spans, any(run.bracketed for run in each.runs), signs, worded)
            return
        for row in self.board.desk.paper.clauses:
            signs = next((owners for each in row.stretches if (owners := self._owners(each))), ())
            worded = any(each.issue for each in row.stretches)
            spans = self._standing(row.id, row.stretches, self.ink)
            yield ClauseOnPaper(row.number, spans, row.bracketed, signs, worded)

    def _dealt(self, place: str, runs: Sequence[Redrafted], style: Style) -> Sequence[Span]:
        """Words as a package would leave them."""
        dealt = self.dealt
        assert dealt is not None
        hurt = self.board.answer.hurt if self.board.answer else None
        return self._once((place, style, hurt), lambda: dealt.spans(runs, style, place), runs, self.deal)

    def _standing(self, place: str, stretches: Sequence[Stretch], style: Style) -> Sequence[Span]:
        """Words as they stand."""
        if self.board.drying:
            return self.spans(stretches, style, place)
        return self._once(
            (place, style, self.board.bare), lambda: self.spans(stretches, style, place), stretches, self.board.desk
        )

    def _once(self, key: Hashable, make: Callable[[], Sequence[Span]], *owners: object) -> Sequence[Span]:
        """Words that were worked out for the last frame too, with what can be pressed in them."""

        def made() -> tuple[Sequence[Span], Mapping[str, Word]]:
            before, spans = len(self.found), make()
            return tuple(spans), dict(list(self.found.items())[before:])

        spans, found = kept(("draft", key, self.board.issue, spoken()), made, self.board.scenario, *owners)
        self.found.update(found)
        return spans

    def clause(self, clause: ClauseOnPaper, box: Box, y: float) -> float:
        """A numbered clause with its tick or its bracket; gives the lower edge."""
        left = box.x + (max(50.0, 2.5 * self.size) if box.w >= _AMPLE else 42.0)
        room = box.right - 16 - left
        middle = y + self.ink.leading / 2
        self._state(clause, box.x, middle)
        number = Style("serif-bold", self.size, colours.MUTED, line=self.ink.leading)
        self.canvas.text(f"{clause.number}.", left - 8, y, number, align="right")
        return self._paragraph(clause.spans, left, y, room)

    def _state(self, clause: ClauseOnPaper, x: float, middle: float) -> None:
        """Brackets for a clause with brackets, a tick for agreed words, nothing where nobody had anything to agree on;
        else the mark of whose words it stands in."""
        if clause.bracketed:
            self.canvas.sign("bracket", x, middle - 7, 15, colours.BRACKET)
        elif clause.owners:
            self.canvas.mark(clause.owners[0], x - 1, middle - 8, 17, felt=False)
        elif clause.worded:
            self.canvas.sign("tick", x, middle - 7, 15, colours.AGREED)

    def _owners(self, stretch: Stretch) -> tuple[Sign, ...]:
        """Who alone has words that follow from a choice still open elsewhere; nobody if all have them."""
        if stretch.state != "owned":
            return ()
        return tuple(self.board.signs[who] for who in stretch.said[0].owners)

    def unprinted(self, box: Box, y: float) -> float:
        """The issues that no printed word shows: side issues, and those on which all are silent."""
        beside = self.deal.draft.unprinted if self.deal else self.board.desk.paper.beside
        if not beside:
            return y
        self.canvas.line(box.x + 14, y, box.right - 22, y, colours.LINE)
        y += 10
        style = self.note._replace(face="sans-semibold")
        self.canvas.text(say("Not printed in the text:"), box.x + 14, y, style)
        y += style.leading + 5
        for issue in beside:
            y = self._beside(issue, box, y) + 3
        return y

    def _beside(self, id: IssueId, box: Box, y: float) -> float:
        row, issue = self.board.desk.row(id), self.board.scenario.text[id]
        agreed = row.agreed is not None
        name, colour = ("tick", colours.AGREED) if agreed else ("bracket", colours.BRACKET)
        back = self._selected(id, self.note).back
        title = say("{issue}:", issue=issue.title) + " "
        spans = [Span(title, self.note._replace(colour=colours.INK, back=back), f"beside:{id}:t")]
        self.found[f"beside:{id}:t"] = Word(id, issue.title)
        self.canvas.sign(name, box.x + 14, y + (self.note.leading - 13) / 2, 13, colour)
        moved = self.deal.beside.get(id) if self.deal else None
        if moved and self.dealt:
            spans += self.dealt.spans([moved], self.note, "beside")
            return self._paragraph(spans, box.x + 36, y, box.w - 60)
        stood = {who: each for each in row.wordings for who in each.stands}
        each_stand = dict.fromkeys(stood[who].option for who in self.board.scenario.ids)
        for number, option in enumerate(each_stand):
            words = issue[option].name
            spans += [Span(" | ", self.note)] if number else []
            if agreed:
                spans.append(Span(say("agreed, {words}", words=words), self.note))
            else:
                signs = [self.board.signs[who] for who in self.board.scenario.ids if stood[who].option == option]
                style = self.note._replace(colour=signs[0].ink, underline=signs[0].underline)
                tag = f"beside:{id}..1:{option}"
                spans += self._owned(words, signs, style, tag)
                self.found[tag] = Word(id, words, True, option)
        return self._paragraph(spans, box.x + 36, y, box.w - 60)

    def spans(self, stretches: Sequence[Stretch], style: Style, place: str) -> list[Span]:
        """A clause as spans: agreed words in ink, each wording of a bracket in its owner's colour and underline."""
        made: list[Span] = []
        for tag, stretch in tagged(stretches, place):
            if stretch.issue is None:
                made.append(Span(stretch.said[0].words, style))
            elif stretch.state == "bracketed":
                made += self._bracket(stretch, stretch.issue, style, tag)
            else:
                made += self._settled(stretch, stretch.issue, style, f"{tag}:{stretch.said[0].option}")
        return made

    def _settled(self, stretch: Stretch, issue: IssueId, style: Style, tag: str) -> list[Span]:
        words = stretch.said[0].words
        self.found[tag] = Word(issue, words.strip() or SILENCE, not stretch.part)
        if alone := self._owners(stretch):
            style = style._replace(colour=alone[0].ink, underline=alone[0].underline)
        shown = self._selected(issue, style)
        if self.board.bare or not self.board.desk.row(issue).moved:
            return [Span(words, shown, tag)]
        gone = [ghost for left in stretch.struck for ghost in self._ghost(left, self.ink)]
        if (wet := self.board.drying) and issue in self.board.wet:
            owner = self.board.signs[self.board.wet[issue]].ink
            shown = shown._replace(colour=colours.mix(colours.INK, owner, wet))
        lead = words[: len(words) - len(words.lstrip())]
        if not words.strip():
            return [Span(lead, style), *gone, Span(words, style)]
        fresh = shown if shown.back else shown._replace(back=colours.FRESH)
        return [Span(lead, style), *gone, Span(words, fresh, tag)]

    def _ghost(self, left: Alternative, style: Style) -> list[Span]:
        """Words that somebody has left, struck, in the colour and with the mark of whoever left them."""
        signs = [self.board.signs[who] for who in left.owners]
        struck = style.worn(signs[0].ink, style.back, "", strike=True)
        words = left.words.strip()
        return [*self._owned(words, signs, struck, ""), Span(" ", style)] if words else []

    def _bracket(self, stretch: Stretch, issue: IssueId, style: Style, tag: str) -> list[Span]:
        grey = self._selected(issue, self.grey)._replace(size=style.size, line=style.line)
        words = stretch.said[0].words
        lead = " " if words[:1].isspace() else ""
        made = [Span(lead, style), Span("[\u00a0", grey, f"{tag}:b")]
        self.found[f"{tag}:b"] = Word(issue, "[")
        for number, said in enumerate(stretch.said):
            if number:
                made.append(Span(" | ", grey))
            made += self._alternative(stretch, issue, said, style, f"{tag}:{said.option}")
        made.append(Span("\u00a0]", grey))
        if words[-1:].isspace():
            made.append(Span(" ", style))
        return made

    def _alternative(self, stretch: Stretch, issue: IssueId, said: Alternative, style: Style, tag: str) -> list[Span]:
        signs = [self.board.signs[who] for who in said.owners]
        words = said.words.strip() or SILENCE
        self.found[tag] = Word(issue, words, not stretch.part, said.option)
        own = self._selected(issue, style.worn(signs[0].ink, style.back, signs[0].underline, strike=style.strike))
        before = []
        for who in () if self.board.bare else said.owners:
            for left in stretch.struck:
                if who in left.owners:
                    before += self._ghost(replace(left, owners=(who,)), style)
        if before and not own.back:
            own = own._replace(back=colours.FRESH)
        return [*before, *self._owned(words, signs, own, tag)]

    def _owned(self, words: str, signs: Sequence[Sign], style: Style, tag: str) -> list[Span]:
        """Words with the marks of all who stand for them."""
        plain = style.worn(style.colour, style.back, "", strike=style.strike)
        return [*(Span("", plain, "", sign) for sign in signs[:-1]), Span(words, style, tag, signs[-1])]

    def _selected(self, issue: IssueId, style: Style) -> Style:
        if issue == self.board.issue and not self.board.bare:
            return style.worn(style.colour, colours.HOT, style.underline, strike=style.strike)
        return style

    def _paragraph(self, spans: Sequence[Span], x: float, y: float, width: float) -> float:
        laid = self.canvas.laid(spans, width)
        boxes, answer = self.canvas.set(laid, x, y), self.board.answer
        for tag, places in () if self.board.bare else boxes.items():
            word = self.found[tag]
            if word.words == "[":
                self.canvas.subject("bracket", kept(("bracket", tag), partial(_whole, boxes, tag[:-1]), boxes))
                continue
            press, hint = partial(self.board.press_word, word.issue, word.option), partial(word_hint, self.board, word)
            self.canvas.spot(Action(f"word:{tag}", word.words, press, hint=hint), places)
            refused = word.main and answer is not None and answer.hurt == (word.issue, word.option)
            if refused or word.issue == self.lit or self.canvas.focused(f"word:{tag}"):
                for place in _lines(places):
                    self.canvas.ring(place.inset(-2, 1), colours.REFUSED if refused else colours.INK, 3, 2)
        return y + laid.height / self.canvas.scale


def _whole(boxes: Mapping[str, Sequence[Box]], beginning: str) -> Box:
    """What of a paragraph has tags that begin so."""
    return around(box for tag, found in boxes.items() if tag.startswith(beginning) for box in found)
