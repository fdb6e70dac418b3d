"""The sheets on which a move is thought over: a statement to the press, a hold-up, and the list of every move."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desktop.app import App
from game.desktop.desk import Desk
from game.desktop.desk.buttons import every_choice
from game.desktop.desk.choices import Choice
from game.desktop.desk.gauge import MOODS, draw_gauge
from game.desktop.desk.ways import Ways
from game.desktop.desk.words import cost_of_hours
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, SMALL, button
from game.desktop.screens.sheets import Sheet
from game.scenario import SideText, SideTextId, Stake
from game.talks import Announce, Hold, breaking, hold_ups, hours_words, opening_capital, signed_points, strain, wording
from game.talks.causes import Applauded
from game.words import phrase

_SAYS = Style("serif", 19, colours.PALE, line=28)
_NUMBER = Style("sans-bold", 17, colours.PALE, line=22)
_ROW = Style("sans", 15, colours.PALE, line=22)


def _rows(canvas: Canvas, box: Box, rows: Sequence[tuple[str, str]]) -> float:
    """Numbers at the left, what they are for at the right; gives the lower edge."""
    y = box.y
    for number, words in rows:
        canvas.text(number, box.x + 44, y, _NUMBER, align="right")
        canvas.paragraph(words, box.x + 60, y, box.w - 60, _ROW)
        y += canvas.height_of(words, box.w - 60, _ROW) + 6
    return y


class PressSheet(Sheet):
    """What a statement says, what it commits to, and what it costs to leave it."""

    title = phrase("Press")
    wide, tall = 680.0, 560.0

    def __init__(self, app: App, desk: Desk) -> None:
        super().__init__(app)
        self.desk = desk

    def draw(self, canvas: Canvas) -> None:
        """The sentence, then its prices, then who reads the newspapers at home."""
        box = self.sheet(canvas, "Tell the press")
        view = self.desk.view
        stands = view.positions[view.who][self.desk.issue]
        title = view.scenario.text[self.desk.issue].title
        words = f"You say aloud that you stand for {wording(view.scenario, self.desk.issue, stands)} in “{title}”."
        with canvas.scrolled("press", Box(box.x, box.y - 4, box.w + 12, box.h - 54)) as pane:
            canvas.paragraph(words, box.x, pane.top, box.w, _SAYS)
            y = pane.top + canvas.height_of(words, box.w, _SAYS) + 12
            y = _rows(canvas, Box(box.x, y, box.w, 0), self._prices()) + 8
            pane.bottom = self._listeners(canvas, Box(box.x, y, box.w, 0))
        tell = Action("tell", "Tell the press", self._tell, keys=("enter", "p"))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), tell, gold=True)
        close = Action("close", "Say nothing", self.close, keys=("escape",))
        button(canvas, Box(box.x + 236, box.bottom - 44, 190, 44), close)

    def _prices(self) -> list[tuple[str, str]]:
        view, issue = self.desk.view, self.desk.issue
        rows: list[tuple[str, str]] = []
        leave = breaking(view.seat.instructions.points[issue].values())
        if (told := view.committed.get((view.who, issue))) is not None:
            rows.append((signed_points(-leave), f"now: you had told the press {wording(view.scenario, issue, told)}"))
        if not any(isinstance(charge.cause, Applauded) for charge in view.seat.charges):
            rows.append(("+1", "once in these talks, if somebody at home likes what you say"))
        if any(audience.power == "press" for audience in view.scenario.audiences_of(view.who)):
            rows.append(("−1", "for each newspaper or third state that answers to you and dislikes it"))
        rows.append(("−1", "goodwill with everybody at the table: they read it in the newspaper"))
        rows.append((signed_points(-leave), "later, if you move off this wording: you are committed to it"))
        move = Announce(view.who, issue, view.positions[view.who][issue])
        hours = view.price(move)
        cost = cost_of_hours(view, hours)
        rows.append((signed_points(-cost), f"for the {hours_words(hours)} that it takes"))
        return rows

    def _listeners(self, canvas: Canvas, box: Box) -> float:
        view = self.desk.view
        home = [audience for audience in view.scenario.audiences_of(view.who) if audience.power != "consent"]
        if not home:
            return box.y
        canvas.text("WHO LISTENS AT HOME", box.x, box.y, LABEL)
        y = box.y + 26
        for audience in home:
            mood = view.standings[audience.id].mood
            steps, colour = MOODS[mood]
            draw_gauge(canvas, box.x + 14, y + 6, steps, colour)
            spans = [Span(f"{audience.name}, {mood}. ", _ROW), Span(audience.line, SMALL)]
            canvas.paragraph(spans, box.x + 60, y, box.w - 60)
            y += canvas.height_of(spans, box.w - 60) + 6
        return y

    def _tell(self) -> None:
        self.close()
        self.desk.announce()


class HoldSheet(Sheet):
    """The side texts of this seat: what each asks for, and what comes of it by how the others answer."""

    title = phrase("Hold up")
    wide, tall = 720.0, 620.0

    def __init__(self, app: App, desk: Desk) -> None:
        super().__init__(app)
        self.desk = desk

    def draw(self, canvas: Canvas) -> None:
        """One card for each text; the first that can be held up is gold."""
        box = self.sheet(canvas, "Hold up a text")
        mine = [side for side in self.desk.view.scenario.side_texts if side.by == self.desk.view.who]
        mine.sort(key=lambda side: bool(self._why(side)))
        with canvas.scrolled("hold", Box(box.x, box.y - 4, box.w + 12, box.h - 54)) as pane:
            y = pane.top
            for side in mine:
                y = self._side(canvas, Box(box.x, y, box.w, 0), side, gold=side is mine[0]) + 14
            pane.bottom = y
        close = Action("close", "Back to the table", self.close, keys=("escape",))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), close)

    def _why(self, side: SideText) -> str:
        """Why a text cannot be held up now."""
        view = self.desk.view
        if Hold(view.who, side.id) in view.legal.moves:
            return ""
        phase = next((phase for phase in view.scenario.phases if phase.id == side.phase), None)
        if phase is not None and phase is not view.phase:
            return f"It belongs to another stretch of the talks: {phase.title}."
        return self.desk.shut(Hold) or "It is out of the way: it was held up once."

    def _side(self, canvas: Canvas, box: Box, side: SideText, *, gold: bool) -> float:
        why = self._why(side)
        name = Style("sans-bold", 17, colours.PALE if not why else colours.DIM)
        canvas.paragraph(opening_capital(side.title), box.x, box.y, box.w, name)
        y = box.y + canvas.height_of(opening_capital(side.title), box.w, name) + 2
        asks = f"You would ask {side.words}."
        canvas.paragraph(asks, box.x, y, box.w, _SAYS)
        y += canvas.height_of(asks, box.w, _SAYS) + 8
        if why:
            canvas.paragraph(why, box.x, y, box.w, SMALL)
            return y + canvas.height_of(why, box.w, SMALL) + 4
        y = _rows(canvas, Box(box.x, y, box.w, 0), self._ends(side)) + 8
        act = Action(f"hold-{side.id}", "Hold it up", self._hold(side.id), keys=("enter", "h") if gold else ())
        button(canvas, Box(box.x, y, 220, 44), act, gold=gold)
        return y + 50

    def _ends(self, side: SideText) -> list[tuple[str, str]]:
        """How it may end, each with its sum for this seat."""
        view = self.desk.view
        stake = view.seat.instructions.stakes.get(side.id, Stake(0, 0))
        hold = view.price(Hold(view.who, side.id))
        short, long = hold + view.scenario.clock.respond, hold + max(side.hours, view.scenario.clock.respond)
        quick, slow = cost_of_hours(view, short), cost_of_hours(view, long)
        often = hold_ups(view.record, view.who)
        give, swap, sit = (signed_points(strain(how, often)) for how in ("give", "swap", "sit"))
        return [
            (signed_points(stake.give - quick), f"if they give the word: {side.give}. Goodwill {give}."),
            (signed_points(stake.swap - quick), f"if they swap it: {side.swap}. Goodwill {swap}."),
            (signed_points(-slow), f"if they sit it out: {hours_words(long)} run. Goodwill {sit}."),
        ]

    def _hold(self, side: SideTextId) -> Callable[[], None]:
        def hold() -> None:
            self.close()
            self.desk.hold_up(side)

        return hold


class MoreSheet(Sheet):
    """Every move that can be made here: what it does, what it takes, or why it cannot be made now."""

    title = phrase("Every move")
    wide, tall = 780.0, 700.0

    def __init__(self, app: App, desk: Desk, ways: Ways) -> None:
        super().__init__(app)
        self.desk = desk
        self.ways = ways

    def draw(self, canvas: Canvas) -> None:
        """A row for each move."""
        box = self.sheet(canvas, "Every move")
        with canvas.scrolled("more", Box(box.x, box.y - 4, box.w + 12, box.h - 54)) as pane:
            y = pane.top + 4
            for choice in every_choice(self.desk, self.ways):
                y = self._move(canvas, Box(box.x + 4, y, box.w - 8, 0), choice) + 8
            pane.bottom = y
        close = Action("close", "Back to the table", self.close, keys=("enter", "escape", "e"))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), close, gold=True)

    def _move(self, canvas: Canvas, box: Box, choice: Choice) -> float:
        words = choice.why or choice.hint
        style = Style("sans", 15, colours.DIM if choice.why else colours.PALE, line=21)
        left = 206.0
        spans = [Span(f"{self._hours(choice.id)} ", Style("sans-bold", 15, style.colour, line=21)), Span(words, style)]
        high = max(40.0, canvas.height_of(spans, box.w - left) + 6)
        keys = tuple(key for key in choice.keys if key != "enter")
        act = Action(choice.id, choice.words, self._then(choice), keys, choice.why, choice.hint)
        button(canvas, Box(box.x, box.y, 190, 40), act)
        canvas.paragraph(spans, box.x + left, box.y + (high - canvas.height_of(spans, box.w - left)) / 2, box.w - left)
        return box.y + high

    def _hours(self, id: str) -> str:
        """What a move takes, where it is always the same."""
        clock = self.desk.view.scenario.clock
        hours = {
            "capital": clock.cable, "press": clock.announce, "hold": clock.hold, "circulate": clock.circulate,
            "say": clock.say, "sign": clock.sign, "withdraw": clock.withdraw, "alone": clock.amend,
            "decline": clock.decline, "accept": clock.accept, "leave": clock.leave,
        }.get(id)  # fmt: skip
        return "" if hours is None else f"{hours_words(hours)}:"

    def _then(self, choice: Choice) -> Callable[[], None]:
        def go() -> None:
            self.close()
            choice.act()

        return go
