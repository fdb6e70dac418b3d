"""One text as a redline against another, on paper: words that are gone struck, new ones underlined, each phrase to be
picked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.scenario import Scenario
from game.text import SILENCE, Alternative, DelegationId, Draft, IssueId, Outcome, Run, draft
from game.words import say

_WAS, _NOW = DelegationId("was"), DelegationId("now")
_INK = Style("serif", 18, colours.INK, line=27)
_GONE = colours.MUTED
"""Words that are struck: nobody's any more."""
_NOTE = Style("sans", 15, colours.INK, line=22)
_SMALL = Style("sans-semibold", 14, colours.MUTED, line=20)


def _struck(style: Style) -> Style:
    return style._replace(colour=_GONE, strike=True)


def _stretches(paper: Draft) -> dict[str, tuple[Run, ...]]:
    """The runs of a draft by the ids of its clauses."""
    return {"heading": paper.heading, **{clause.id: clause.runs for clause in paper.clauses}}


def _found(runs: Sequence[Run], alone: Sequence[Run]) -> list[bool]:
    """Which runs of two texts laid over each other one of them has alone."""
    found = [False] * len(runs)
    matcher = SequenceMatcher(None, [_key(run) for run in runs], [_key(run) for run in alone], autojunk=False)
    for block in matcher.get_matching_blocks():
        found[block.a : block.a + block.size] = [True] * block.size
    return found


def _key(run: Run) -> tuple[str, str]:
    """What a run is, whatever points and capitals it was set with."""
    return (run.issue, run.part) if run.issue is not None else ("", run.words.strip(" ,.;:").casefold())


class Redlined:
    """Draws the parts of the two texts, one laid over the other as two positions of a draft."""

    def __init__(
        self,
        canvas: Canvas,
        scenario: Scenario,
        was: Outcome,
        now: Outcome,
        issue: IssueId,
        look: Callable[[IssueId], Callable[[], None]],
    ) -> None:
        self.canvas, self.scenario, self.issue, self.look = canvas, scenario, issue, look
        self.was, self.now = was, now
        self.paper = draft(scenario.text, {_WAS: was, _NOW: now})
        self._alone = tuple(_stretches(draft(scenario.text, {who: text})) for who, text in ((_WAS, was), (_NOW, now)))
        """The runs of each text alone, by their clauses: the words around a phrase may fall silent with it."""
        self._tags: dict[str, IssueId] = {}

    def draw(self, box: Box) -> float:
        """Heading, clauses, and what is not printed; gives the lower edge."""
        heading = [*self._spans(self.paper.heading, _INK._replace(face="serif-bold"), "heading")]
        y = self._paragraph(heading, box.x, box.y, box.w) + 12
        for clause in self.paper.clauses:
            number = Style("serif-bold", 18, colours.MUTED, line=27)
            self.canvas.text(f"{clause.number}.", box.x + 22, y, number, align="right")
            y = self._paragraph([*self._spans(clause.runs, _INK, clause.id)], box.x + 32, y, box.w - 32) + 9
        if self.paper.unprinted:
            self.canvas.line(box.x, y + 2, box.right, y + 2, colours.LINE)
            self.canvas.text(say("Not printed in the text:"), box.x, y + 10, _SMALL, width=box.w)
            y += 34
        for issue in self.paper.unprinted:
            y = self._paragraph([*self._beside(issue)], box.x, y, box.w) + 4
        return y

    def _spans(self, runs: tuple[Run, ...], style: Style, place: str) -> Iterator[Span]:
        was, now = (_found(runs, alone.get(place, ())) for alone in self._alone)
        for number, run in enumerate(runs):
            if run.issue is None:
                gone, new = was[number] and not now[number], now[number] and not was[number]
                yield Span(run.words, _struck(style) if gone else style._replace(back=colours.FRESH) if new else style)
                continue
            tag = self._tag(run.issue, f"{place}-{number}")
            if not run.bracketed:
                yield Span(run.words, self._marked(run.issue, style), tag)
                continue
            before, after = (self._of(run, who).words.strip() or SILENCE for who in (_WAS, _NOW))
            yield Span(" " if run.words[:1].isspace() else "", style)
            yield Span(before, _struck(style))
            yield Span(" ", style)
            yield Span(after, self._new(run.issue, style), tag)
            yield Span(" " if run.words[-1:].isspace() else "", style)

    def _of(self, run: Run, who: DelegationId) -> Alternative:
        return next(said for said in run.alternatives if who in said.owners)

    def _beside(self, issue: IssueId) -> Iterator[Span]:
        at = self.scenario.text[issue]
        yield Span(say("{issue}: ", issue=at.title), _NOTE)
        was, now = at[self.was[issue]], at[self.now[issue]]
        if was != now:
            yield Span(was.name, _struck(_NOTE))
            yield Span(" ", _NOTE)
        style = self._new(issue, _NOTE) if was != now else self._marked(issue, _NOTE)
        yield Span(now.name, style, self._tag(issue, "beside"))

    def _tag(self, issue: IssueId, place: str) -> str:
        tag = f"{issue}-{place}"
        self._tags[tag] = issue
        return tag

    def _new(self, issue: IssueId, style: Style) -> Style:
        return style._replace(underline="solid", back=colours.HOT if issue == self.issue else colours.FRESH)

    def _marked(self, issue: IssueId, style: Style) -> Style:
        return style._replace(back=colours.HOT) if issue == self.issue else style._replace(underline="dotted")

    def _paragraph(self, spans: list[Span], x: float, y: float, width: float) -> float:
        """Draw a clause, each phrase of which can be picked; gives the lower edge."""
        shown = [span for span in spans if span.words]
        for tag, places in self.canvas.paragraph(shown, x, y, width).items():
            issue = self._tags[tag]
            words = next(span.words for span in shown if span.tag == tag).strip()
            title = self.scenario.text[issue].title
            id = f"phrase-{tag}"
            hint = say("Look at the wordings of {issue:quoted}.", issue=title)
            self.canvas.spot(Action(id, words, self.look(issue), hint=hint), places)
            if self.canvas.focused(id):
                for place in places:
                    self.canvas.ring(place.inset(-2, 1), colours.INK, 3, 2)
        return y + self.canvas.height_of(shown, width)
