"""Everything that can be told of somebody who is not at the table, and the question that can be put to an ally."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.app import App
from game.desktop.desk import Desk
from game.desktop.desk.corridor import draw_sign, outside, power_words
from game.desktop.desk.gauge import MOODS, WIDE, draw_gauge
from game.desktop.desk.words import when
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, SMALL, button, focus_ring
from game.desktop.screens.sheets import Sheet
from game.scenario import Audience, AudienceId
from game.talks import Sound, Standing, Wish, events, hours_words, opening_capital, wording
from game.text import IssueId
from game.words import phrase
from game.words.causes import because
from game.words.language import say

_LINE = Style("serif", 19, colours.PALE, line=28)
_ROW = Style("sans", 15, colours.PALE, line=22)
_WORDS = Style("serif", 16, colours.PALE, line=23)
_SAID = {"yes": "it would consent", "uneasy": "it is uneasy, and would break silence", "no": "it would break silence"}


class AudienceSheet(Sheet):
    """One of those in the corridor; K and J go on to the next."""

    title = phrase("In the corridor")
    wide, tall = 700.0, 620.0

    def __init__(self, app: App, desk: Desk, audience: AudienceId) -> None:
        super().__init__(app)
        self.desk = desk
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
        view = self.desk.view
        audience, standing = view.scenario.audience(self.id), view.standings[self.id]
        box = self.sheet(canvas, audience.name)
        with canvas.scrolled("audience", Box(box.x, box.y - 4, box.w + 12, box.h - 78)) as pane:
            y = self._head(canvas, Box(box.x, pane.top, box.w, 0), audience, standing)
            y = self._wishes(canvas, Box(box.x, y, box.w, 0), standing)
            pane.bottom = self._past(canvas, Box(box.x, y, box.w, 0))
        self._foot(canvas, Box(box.x, box.bottom - 44, box.w, 44), audience)

    def _head(self, canvas: Canvas, box: Box, audience: Audience, standing: Standing) -> float:
        view = self.desk.view
        steps, colour = MOODS[standing.mood]
        draw_sign(canvas, self.desk, audience, box.x, box.y + 3, 17)
        draw_gauge(canvas, box.x + 28, box.y + 6, steps, colour)
        mood = Span(f"{opening_capital(standing.mood)}. ", Style("sans-bold", 16, colour, line=22))
        spans = [mood, Span(self._power(audience, standing), _ROW)]
        left = 28 + WIDE + 10
        canvas.paragraph(spans, box.x + left, box.y, box.w - left)
        y = box.y + canvas.height_of(spans, box.w - left) + 10
        canvas.paragraph(audience.line, box.x, y, box.w, _LINE)
        y += canvas.height_of(audience.line, box.w, _LINE) + 4
        mine = audience.of == view.who
        judges = (
            "It judges what you stand for."
            if mine
            else f"It judges what {view.scenario[audience.of].short} stands for."
        )
        canvas.paragraph(judges, box.x, y, box.w, SMALL)
        return y + canvas.height_of(judges, box.w, SMALL) + 12

    def _power(self, audience: Audience, standing: Standing) -> str:
        """What it can do, in a sentence."""
        view = self.desk.view
        if audience.power == "consent":
            return "An ally: a clean text is put to it before you initial, and it keeps silent or names a clause."
        if audience.power == "press":
            return f"It {power_words(view, audience, standing)}, while what is stood for is below what it wants."
        has = "It has a vote on the paper as you want it" if standing.votes else "It has no vote on such a paper"
        forms = [
            wording(view.scenario, issue, option)
            for issue, options in audience.votes.items()
            for option in sorted(options)
        ]
        on = f"; it votes where the text says {' or '.join(forms)}" if forms else ""
        return f"A parliament. {has}{on}. The first refusal sends the text back, a second ends the talks."

    def _wishes(self, canvas: Canvas, box: Box, standing: Standing) -> float:
        if not standing.wishes:
            words = "Nothing that is still open would please it better."
            canvas.paragraph(words, box.x, box.y, box.w, SMALL)
            return box.y + canvas.height_of(words, box.w, SMALL) + 12
        canvas.text("WHAT WOULD PLEASE IT MOST", box.x, box.y, LABEL)
        y = box.y + 26
        for place, wish in enumerate(standing.wishes, 1):
            y = self._wish(canvas, Box(box.x, y, box.w, 0), wish, place) + 6
        return y + 8

    def _wish(self, canvas: Canvas, box: Box, wish: Wish, place: int) -> float:
        """A wording that it would like better; pressing it shows the issue."""
        view, id = self.desk.view, f"wish-{place}"
        of = view.scenario.audience(self.id).of
        instead = view.scenario.text[wish.issue][view.positions[of][wish.issue]].name
        spans = [
            Span(f"{view.scenario.text[wish.issue].title}: ", _ROW),
            Span(view.scenario.text[wish.issue][wish.option].name, _WORDS),
            Span(f" rather than {instead}", Style("sans", 15, colours.DIM, line=23)),
        ]
        area = Box(box.x, box.y, box.w, canvas.height_of(spans, box.w - 92) + 14)
        lit = canvas.hovered(id) or canvas.focused(id)
        canvas.panel(area, colours.FELT3 if lit else colours.FELT1, 6, colours.FELT3)
        canvas.paragraph(spans, area.x + 14, area.y + 7, area.w - 92)
        canvas.text(f"look  {place}", area.right - 12, area.y + 8, SMALL, align="right")
        focus_ring(canvas, id, area.inset(3))
        issue = wish.issue
        canvas.spot(Action(id, f"look at {instead}", lambda: self._look(issue), keys=(str(place),)), area)
        return area.bottom

    def _look(self, issue: IssueId) -> None:
        self.close()
        self.desk.look_at(issue)

    def _past(self, canvas: Canvas, box: Box) -> float:
        """What this seat has heard of it, newest first."""
        view = self.desk.view
        told = [(event.at, words) for event in reversed(view.record) if (words := self._heard(event))]
        if not told:
            return box.y
        canvas.text("SO FAR", box.x, box.y, LABEL)
        y = box.y + 26
        for at, words in told:
            spans = [Span(f"{when(view, at)}: ", SMALL), Span(words, Style("sans", 14, colours.PALE, line=20))]
            canvas.paragraph(spans, box.x, y, box.w)
            y += canvas.height_of(spans, box.w) + 4
        return y

    def _heard(self, event: events.Event) -> str:
        view = self.desk.view
        match event:
            case events.Stirred() if event.audience == self.id:
                return say("{mood}: {why:nostop}.", mood=event.after, why=because(view.scenario, event.cause))
            case events.Adjusted() if event.audience == self.id:
                why = because(view.scenario, event.cause)
                if event.after > 0:
                    return say("harder to please: {why:nostop}.", why=why)
                return say("easier to please: {why:nostop}.", why=why)
            case events.Sounded() if event.audience == self.id:
                minded = f"; it minds “{view.scenario.text[event.issue].title}”" if event.issue else ""
                return f"sounded: {_SAID[event.answer]}{minded}."
            case events.Broke() | events.Returned() if event.audience == self.id:
                verb = "broke silence" if isinstance(event, events.Broke) else "sent the text back"
                over = wording(view.scenario, event.issue, event.option) if event.issue and event.option else ""
                return f"{verb} over {over}." if over else f"{verb}."
            case _:
                return ""

    def _foot(self, canvas: Canvas, box: Box, audience: Audience) -> None:
        x = box.x
        mine = audience.of == self.desk.view.who and audience.power == "consent"
        if mine:
            move = Sound(self.desk.view.who, audience.id)
            why = "" if move in self.desk.view.legal.moves else self.desk.shut(Sound)
            hours = hours_words(self.desk.view.price(move))
            hint = f"To sound it takes {hours}; you keep the floor, the answer is true, and nobody else hears it."
            sound = Action("sound", "Sound", lambda: self._sound(audience.id), keys=("s",), why=why, hint=hint)
            button(canvas, Box(x, box.y, 150, 44), sound)
            x += 166
            canvas.paragraph(self.said or hint, box.x, box.y - 30, box.w, SMALL)
        close = Action("close", "Back to the table", self.close, keys=("enter", "escape"))
        button(canvas, Box(x, box.y, 200, 44), close, gold=True)
        for words, key, by in (("Previous", "k", -1), ("Next", "j", 1)):
            x = box.right - 118 if by > 0 else box.right - 250
            wide = 118 if by > 0 else 124
            button(
                canvas, Box(x, box.y, wide, 44), Action(words.lower(), words, self._along(by), keys=(key,)), quiet=True
            )

    def _sound(self, audience: AudienceId) -> None:
        self.desk.sound(audience)
        if self.desk.cards:
            self.close()

    def _along(self, by: int) -> Callable[[], None]:
        def go() -> None:
            every = [audience.id for audience, _ in outside(self.desk.view)]
            self.id = every[(every.index(self.id) + by) % len(every)]
            self.said = ""
            self.memory.scroll.clear()

        return go
