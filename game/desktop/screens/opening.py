"""How chosen talks are to open: how well the computer plays, instructions drawn or as written, and which kept talks a
sequel follows on from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block, Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, button, button_wide, focus_ring
from game.desktop.screens.lengths import LENGTH_KEY
from game.desktop.screens.level import KEY as LEVEL_KEY
from game.desktop.screens.level import Levels
from game.desktop.screens.overlay import Sheet
from game.desktop.styled import styled
from game.scenario import WHOLE, Past, Scenario, ScenarioError, Seed, in_edition, load, lowest_band
from game.table import GameId, Kept, Start, StoreError, followable, resume
from game.talks import ReplayError
from game.words import SENTENCES, count, head, phrase, say, stopped, strung
from game.words.faults import fault as fault_words
from game.words.goodwill import band_name
from game.words.language import listed
from game.words.names import seat_title

if TYPE_CHECKING:
    from game.desktop.app import App

PEOPLE_KEY = "p"
"""The key for a second person at the screen."""
KEYS = ("i", "f", "k", LEVEL_KEY, PEOPLE_KEY, LENGTH_KEY)
"""Keys that no seat can have on this screen."""
_TOLD = Style("sans", 15, colours.DIM, line=21)
_VALUE = Style("sans-semibold", 15, colours.PALE, line=21)


class Opening:
    """The choices, and the panel below the seats that shows them."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._scenario: Scenario | None = None
        self._kept: tuple[Kept, ...] = ()
        self._game: GameId | None = None
        self.levels = Levels(app.host.given.levels)
        self.computers = True
        """Whether the computer has a seat: else it is not asked how well it plays."""
        self.as_written = False
        self.edition = WHOLE
        self.past: Past | None = None
        self.fault = ""

    def of(self, scenario: Scenario | None) -> None:
        """Another scenario is looked at: what it follows is chosen anew."""
        self._scenario, self._game, self.past, self.fault, self.edition = scenario, None, None, "", WHOLE
        self._kept = self._found()

    def given(self, start: Start) -> None:
        """What was asked for before the window opened."""
        self.as_written, self.past, self.edition = start.as_written, start.past, start.edition

    @property
    def scenario(self) -> Scenario | None:
        """The scenario that is looked at, in the edition that is chosen."""
        return in_edition(self._scenario, self.edition) if self._scenario else None

    def seed(self) -> Seed | None:
        """The seed that was typed before the window opened: for the first talks, for others are to be other ones."""
        given = self._app.host.given
        self._app.host.given = replace(given, seed=None)
        return given.seed

    def _found(self) -> tuple[Kept, ...]:
        """The finished talks in the store that this scenario could follow, newest first."""
        if self._scenario is None or self._app.host.store is None:
            return ()
        try:
            return followable(self._app.host.store, self._scenario)
        except StoreError as fault:
            self.fault = fault_words(fault)
            return ()

    @property
    def _draws(self) -> bool:
        """Whether anything is left to chance before the first cable."""
        scenario = self._scenario
        if scenario is None:
            return False
        return scenario.draw is not None or any(happening.chance < 100 for happening in scenario.happenings)

    # ---- the panel ----------------------------------------------------------------------------------------------

    def height(self, canvas: Canvas, width: float) -> float:
        """How high the panel is, with the gap above it."""
        if not self.computers and not self._rows():
            return 0.0
        return 12 + 24 + self._levels_high(canvas, width - 32) + self._choices(canvas, width - 32).high

    def _levels_high(self, canvas: Canvas, width: float) -> float:
        """How high the levels are, with the gap below them; nothing where the computer has no seat."""
        return self.levels.height(canvas, width) + 10 if self.computers else 0.0

    def draw(self, canvas: Canvas, box: Box) -> None:
        """The levels, and a row for each other choice: what it is, what it means, and the button that changes it."""
        if box.h <= 0:
            return
        canvas.panel(box, colours.FELT2, 8, colours.FELT3)
        y = box.y + 12
        if self.computers:
            self.levels.draw(canvas, Box(box.x + 16, y, box.w - 32, 0))
        y += self._levels_high(canvas, box.w - 32)
        self._choices(canvas, box.w - 32).paint(box.x + 16, y)

    def _choices(self, canvas: Canvas, wide: float) -> Column:
        """Everything below the levels."""
        column = Column(canvas, wide)
        for row in self._rows():
            column.add(self._row(canvas, wide, *row), gap=10)
        return column

    def choices(self) -> Iterator[Action]:
        """What its keys do, wherever it is drawn."""
        if self.computers:
            yield self.levels.other
        yield from (action for action, *_ in self._rows())

    def _rows(self) -> list[tuple[Action, str, str, str]]:
        """The button, the heading, what is chosen, and what that means."""
        rows = []
        if self._draws:
            value = say("As written") if self.as_written else say("Drawn")
            means = (
                say("The same for every table: for a class, or to play a game once more.")
                if self.as_written
                else say("Points, walk-away and moods differ a little each time: no two games are alike.")
            )
            other = say("Draw") if self.as_written else say("As written")
            rows.append((Action("draw", other, self._switch, keys=("i",)), say("INSTRUCTIONS"), value, means))
        if self._scenario and self._scenario.sequel:
            why = "" if self._kept else say("Play the earlier talks first: none that are finished are kept.")
            change = Action("follow", say("Choose"), self._choose, keys=("f",), why=self.fault or why)
            rows.append((change, say("FOLLOWS ON FROM"), self._which(), self._left()))
        return rows

    def _row(self, canvas: Canvas, wide: float, action: Action, heading: str, value: str, means: str) -> Block:
        """One choice: its heading, what is chosen and what that means, and the button at the right."""
        press = button_wide(canvas, say("As written"), "I") + 10
        room = wide - press - 16
        spans = styled(phrase("{value} {means}"), _TOLD, value=Span(stopped(value), _VALUE), means=means)
        high = max(44.0, 22 + canvas.height_of(spans, room))

        def paint(x: float, y: float) -> None:
            canvas.text(heading, x, y, LABEL)
            canvas.paragraph(spans, x, y + 22, room)
            button(canvas, Box(x + wide - press, y + (high - 42) / 2, press, 42), action)

        return Block(high, paint)

    def _switch(self) -> None:
        self.as_written = not self.as_written

    # ---- what a sequel follows ----------------------------------------------------------------------------------

    def _which(self) -> str:
        kept = next((kept for kept in self._kept if kept.id == self._game), None)
        if kept:
            return head(game_words(kept))
        return say("The record that was named") if self.past else say("None")

    def _left(self) -> str:
        """What the chosen talks have left behind."""
        if self.past is None:
            if not self._kept:
                return say("No finished talks are kept that these could follow.")
            one = phrase("They begin as if from nothing; {n} game could be followed.")
            return count(one, phrase("They begin as if from nothing; {n} games could be followed."), len(self._kept))
        band = band_name(lowest_band(self.past.goodwill))
        if self.past.outcome:
            return say("A text was signed; goodwill was {band} in the end.", band=band)
        return say("Nothing was signed; goodwill was {band} in the end.", band=band)

    def _choose(self) -> None:
        self._app.push(PastSheet(self._app, self._kept, self._take))

    def _take(self, game: GameId | None) -> None:
        """Take over what these talks have left; None: begin as if from nothing."""
        self.fault = ""
        if game is None or self._app.host.store is None:
            self._game, self.past = None, None
            return
        try:
            self.past = resume(self._app.host.store, game, self._app.host.policy).past
            self._game = game if self.past else None
        except (StoreError, ScenarioError, ReplayError) as fault:
            self._game, self.past, self.fault = None, None, fault_words(fault).splitlines()[0]


def game_words(kept: Kept) -> str:
    """Kept talks in a few words."""
    return say("game {number} of {day:day}", number=str(kept.id), day=kept.begun.astimezone().date())


class PastSheet(Sheet):
    """The finished talks that can be followed, over the choice of scenarios."""

    title = phrase("Follows on from")
    wide = 640.0

    def __init__(self, app: App, kept: tuple[Kept, ...], take: Callable[[GameId | None], None]) -> None:
        super().__init__(app)
        self._kept = kept
        self._take = take
        self._seats = _names(app, kept)

    def draw(self, canvas: Canvas) -> None:
        """None, then every game with its day, its seat and its moves."""
        wide = self.within(canvas)
        rows = [self._row(canvas, wide - 4, kept, place) for place, kept in enumerate((None, *self._kept))]
        foot = self.foot(canvas, wide, [Action("back", say("Back"), self.close, keys=("escape",))])
        self.tall = 66 + sum(row.high + 8 for row in rows) + 4 + foot.high + 20
        box = self.sheet(canvas, say("Follows on from"))
        with canvas.scrolled("past", Box(box.x - 4, box.y - 4, box.w + 16, box.h - foot.high - 6)) as pane:
            y = pane.top + 4
            for row in rows:
                row.paint(box.x, y)
                y += row.high + 8
            pane.bottom = y - 6
        foot.paint(box.x, box.bottom - foot.high)

    def _row(self, canvas: Canvas, wide: float, kept: Kept | None, place: int) -> Block:
        id = f"past-{kept.id if kept else 'none'}"
        words = say("None: begin as if from nothing")
        under = ""
        if kept:
            words = head(game_words(kept))
            seat, moves = self._seats.get(kept.id) or say("watched"), count("{n} move", "{n} moves", kept.moves)
            under = say("{title} · {seat} · {moves}", title=kept.title, seat=seat, moves=moves)
        row = Column(canvas, wide - 28)
        row.words(words, _VALUE, wide=wide - 60)
        if under:
            row.words(under, _TOLD)
        key = str(place) if place < 10 else ""

        def paint(x: float, y: float) -> None:
            area = Box(x, y, wide, row.high + 18)
            lit = canvas.hovered(id) or canvas.focused(id)
            canvas.panel(area, colours.CHOSEN if lit else colours.FELT1, 6, colours.FELT3)
            row.paint(x + 14, y + 8)
            canvas.text(key, area.right - 14, y + 9, _TOLD, align="right")
            focus_ring(canvas, id, area.inset(3))
            keys = (key,) if key else ()
            named = strung((stopped(words), under), SENTENCES) if under else words
            canvas.spot(Action(id, named, self._taking(kept.id if kept else None), keys=keys), area)

        return Block(row.high + 18, paint)

    def _taking(self, game: GameId | None) -> Callable[[], None]:
        def act() -> None:
            self.close()
            self._take(game)

        return act


def _names(app: App, kept: tuple[Kept, ...]) -> dict[GameId, str]:
    """Which delegations people played in each, by their names."""
    found: dict[GameId, str] = {}
    for each in kept:
        people = [who for who, sits in each.seats.items() if sits == "person"]
        if not people or app.host.store is None:
            continue
        try:
            scenario = load(app.host.store.load(each.id)[1], each.scenario)
        except (StoreError, ScenarioError):
            continue
        found[each.id] = listed([seat_title(scenario, who) if who in scenario.seats else str(who) for who in people])
    return found
