"""Everything that can be told of somebody who is not at the table, and the question that can be put to an ally."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.desk.corridor import draw_sign, power_words
from game.desktop.desk.gauge import MOODS, WIDE, draw_gauge
from game.desktop.desk.people import when
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, SMALL, button, focus_ring
from game.desktop.screens.overlay import Sheet
from game.desktop.styled import styled
from game.scenario import Audience, AudienceId
from game.seat import Listener
from game.talks import Sound, Wish, events
from game.talks.events import AllyAnswer, Mood
from game.text import IssueId
from game.words import phrase, quoted, say
from game.words.causes import because
from game.words.goodwill import mood as mood_in_words

_LINE = Style("serif", 19, colours.PALE, line=28)
_ROW = Style("sans", 15, colours.PALE, line=22)
_WORDS = Style("serif", 16, colours.PALE, line=23)


class AudienceSheet(Sheet):
    """One of those in the corridor; K and J go on to the next."""

    title = phrase("In the corridor")
    wide, tall = 700.0, 620.0

    def __init__(self, app: App, board: Board, audience: AudienceId) -> None:
        super().__init__(app)
        self.board = board
        self.id = audience
        self.said = ""

    def changed(self) -> None:
        """It has answered, or the talks have moved on."""
        self.said = ""

    def refused(self, why: str) -> None:
        """Show the reason below."""
        self.said = why

    def draw(self, canvas: Canvas) -> None:
        """Mood, power, what is known of it, what would please it, and what it has done so far."""
        audience, listener = self.board.scenario.audience(self.id), self._listener
        box = self.sheet(canvas, audience.name)
        with canvas.scrolled("audience", Box(box.x, box.y - 4, box.w + 12, box.h - 78)) as pane:
            y = self._head(canvas, Box(box.x, pane.top, box.w, 0), audience, listener)
            y = self._wishes(canvas, Box(box.x, y, box.w, 0), listener)
            pane.bottom = self._past(canvas, Box(box.x, y, box.w, 0))
        self._foot(canvas, Box(box.x, box.bottom - 44, box.w, 44), audience)

    @property
    def _listener(self) -> Listener:
        return next(each for each in self.board.desk.corridor if each.id == self.id)

    def _head(self, canvas: Canvas, box: Box, audience: Audience, listener: Listener) -> float:
        steps, colour = MOODS[listener.mood]
        draw_sign(canvas, self.board, audience, box.x, box.y + 3, 17)
        draw_gauge(canvas, box.x + 28, box.y + 6, steps, colour)
        mood = Span(say("{mood:head}.", mood=mood_in_words(listener.mood)), Style("sans-bold", 16, colour, line=22))
        power = self._power(audience, listener)
        spans = styled(phrase("{mood} {power}"), _ROW, mood=mood, power=power)
        left = 28 + WIDE + 10
        canvas.paragraph(spans, box.x + left, box.y, box.w - left)
        y = box.y + canvas.height_of(spans, box.w - left) + 10
        canvas.paragraph(audience.line, box.x, y, box.w, _LINE)
        y += canvas.height_of(audience.line, box.w, _LINE) + 4
        mine, whose = audience.of == self.board.desk.who, self.board.scenario[audience.of].short
        theirs = phrase("It judges what {who} stands for.")
        judges = say("It judges what you stand for.") if mine else say(theirs, who=whose)
        canvas.paragraph(judges, box.x, y, box.w, SMALL)
        return y + canvas.height_of(judges, box.w, SMALL) + 12

    def _power(self, audience: Audience, listener: Listener) -> str:
        """What it can do, in a sentence."""
        if audience.power == "consent":
            return say("An ally: a clean text is put to it before you initial, and it keeps silent or names a clause.")
        if audience.power == "press":
            line = phrase("It {weighs}, while what is stood for is below what it wants.")
            return say(line, weighs=power_words(self.board, listener))
        text = self.board.scenario.text
        forms = [
            quoted(text[issue][option].name) for issue, options in audience.votes.items() for option in sorted(options)
        ]
        return say(_PARLIAMENT[listener.votes, bool(forms)], forms=forms)

    def _wishes(self, canvas: Canvas, box: Box, listener: Listener) -> float:
        if not listener.wishes:
            words = say("Nothing that is still open would please it better.")
            canvas.paragraph(words, box.x, box.y, box.w, SMALL)
            return box.y + canvas.height_of(words, box.w, SMALL) + 12
        canvas.text(say("WHAT WOULD PLEASE IT MOST"), box.x, box.y, LABEL)
        y = box.y + 26
        for place, wish in enumerate(listener.wishes, 1):
            y = self._wish(canvas, Box(box.x, y, box.w, 0), wish, place) + 6
        return y + 8

    def _wish(self, canvas: Canvas, box: Box, wish: Wish, place: int) -> float:
        """A wording that it would like better; pressing it shows the issue."""
        id, of = f"wish-{place}", self.board.scenario.audience(self.id).of
        row, issue = self.board.desk.row(wish.issue), self.board.scenario.text[wish.issue]
        instead = next(issue[each.option].name for each in row.wordings if of in each.stands)
        spans = styled(
            phrase("{issue}: {wish} {instead}"),
            _ROW,
            issue=issue.title,
            wish=Span(issue[wish.option].name, _WORDS),
            instead=Span(say("rather than {wording}", wording=instead), Style("sans", 15, colours.DIM, line=23)),
        )
        area = Box(box.x, box.y, box.w, canvas.height_of(spans, box.w - 92) + 14)
        lit = canvas.hovered(id) or canvas.focused(id)
        canvas.panel(area, colours.FELT3 if lit else colours.FELT1, 6, colours.FELT3)
        canvas.paragraph(spans, area.x + 14, area.y + 7, area.w - 92)
        canvas.text(say("look  {n}", n=place), area.right - 12, area.y + 8, SMALL, align="right")
        focus_ring(canvas, id, area.inset(3))
        look = Action(id, say("look at {wording}", wording=instead), lambda: self._look(issue.id), keys=(str(place),))
        canvas.spot(look, area)
        return area.bottom

    def _look(self, issue: IssueId) -> None:
        self.close()
        self.board.look_at(issue)

    def _past(self, canvas: Canvas, box: Box) -> float:
        """What this seat has heard of it, newest first."""
        record = self.board.desk.record
        told = [(event.at, words) for event in reversed(record) if (words := self._heard(event))]
        if not told:
            return box.y
        canvas.text(say("SO FAR"), box.x, box.y, LABEL)
        y = box.y + 26
        for at, words in told:
            day = Span(say("{when}:", when=when(self.board, at)), SMALL)
            spans = styled(phrase("{day} {what}"), Style("sans", 14, colours.PALE, line=20), day=day, what=words)
            canvas.paragraph(spans, box.x, y, box.w)
            y += canvas.height_of(spans, box.w) + 4
        return y

    def _heard(self, event: events.Event) -> str:
        text = self.board.scenario.text
        match event:
            case events.Stirred() if event.audience == self.id:
                return say(_STIRRED[event.after], why=because(self.board.scenario, event.cause, event.by))
            case events.Adjusted() if event.audience == self.id:
                harder, easier = phrase("harder to please: {why:nostop}."), phrase("easier to please: {why:nostop}.")
                return say(
                    harder if event.after > 0 else easier, why=because(self.board.scenario, event.cause, event.by)
                )
            case events.Sounded() if event.audience == self.id:
                title = text[event.issue].title if event.issue else ""
                return say(_SOUNDED[event.answer, bool(title)], issue=title)
            case events.Broke() | events.Returned() if event.audience == self.id:
                over = text[event.issue][event.option].name if event.issue and event.option else ""
                return say(_SENT_BACK[isinstance(event, events.Broke), bool(over)], word=over)
            case _:
                return ""

    def _foot(self, canvas: Canvas, box: Box, audience: Audience) -> None:
        x = box.x
        if self.board.is_ally(audience.id):
            move, choice = Sound(self.board.desk.who, audience.id), self.board.desk.choice("sound")
            open_ = choice is not None and move in choice.moves
            line = phrase(
                "To sound it takes {hours:hours}; you keep the floor, the answer is true, and nobody else hears it."
            )
            hint = say(line, hours=choice.hours if choice else 0.0)
            why = "" if open_ else self.board.why("sound") or self.board.because(self._listener.why_not)
            sound = Action("sound", say("Sound"), lambda: self._sound(move), keys=("s",), why=why, hint=hint)
            button(canvas, Box(x, box.y, 150, 44), sound)
            x += 166
            canvas.paragraph(self.said or hint, box.x, box.y - 30, box.w, SMALL)
        close = Action("close", say("Back to the table"), self.close, keys=("enter", "escape"))
        narrow = box.right - x < 200 + 258
        wide = 200.0 if not narrow else canvas.measure(close.words, Style("sans-bold", 15)) + 24
        button(canvas, Box(x, box.y, wide, 44), close, gold=True)
        for id, words, key, by in (("previous", say("Previous"), "k", -1), ("next", say("Next"), "j", 1)):
            wide = (78.0 if by > 0 else 104.0) if narrow else 118.0 if by > 0 else 124.0
            x = box.right - wide if by > 0 else box.right - (78 + 6 + wide if narrow else 250)
            button(canvas, Box(x, box.y, wide, 44), Action(id, words, self._along(by), keys=(key,)), quiet=True)

    def _sound(self, move: Sound) -> None:
        self.board.make(move)
        if self.board.cards:
            self.close()

    def _along(self, by: int) -> Callable[[], None]:
        def go() -> None:
            every = [each.id for each in self.board.desk.corridor]
            self.id = every[(every.index(self.id) + by) % len(every)]
            self.said = ""
            self.memory.scroll.clear()

        return go


_PARLIAMENT = {
    (True, True): phrase(
        "A parliament. It has a vote on the paper as you want it; it votes where the text says {forms:or}. The first"
        " refusal sends the text back, a second ends the talks."
    ),
    (False, True): phrase(
        "A parliament. It has no vote on such a paper; it votes where the text says {forms:or}. The first refusal sends"
        " the text back, a second ends the talks."
    ),
    (True, False): phrase(
        "A parliament. It has a vote on the paper as you want it. The first refusal sends the text back, a second ends"
        " the talks."
    ),
    (False, False): phrase(
        "A parliament. It has no vote on such a paper. The first refusal sends the text back, a second ends the talks."
    ),
}
"""By whether it has a vote as things stand, and whether it votes on some papers only."""
_STIRRED: Mapping[Mood, str] = {
    "content": phrase("content: {why:nostop}."),
    "uneasy": phrase("uneasy: {why:nostop}."),
    "against": phrase("against: {why:nostop}."),
}
_SOUNDED: Mapping[tuple[AllyAnswer, bool], str] = {
    ("yes", False): phrase("sounded: it would consent."),
    ("uneasy", False): phrase("sounded: it is uneasy, and would break silence."),
    ("no", False): phrase("sounded: it would break silence."),
    ("yes", True): phrase("sounded: it would consent; it minds {issue:quoted}."),
    ("uneasy", True): phrase("sounded: it is uneasy, and would break silence; it minds {issue:quoted}."),
    ("no", True): phrase("sounded: it would break silence; it minds {issue:quoted}."),
}
_SENT_BACK = {
    (True, False): phrase("broke silence."),
    (True, True): phrase("broke silence over {word:quoted}."),
    (False, False): phrase("sent the text back."),
    (False, True): phrase("sent the text back over {word:quoted}."),
}
"""By whether it is an ally, and whether it named a word."""
