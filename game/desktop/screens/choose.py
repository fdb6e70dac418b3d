"""The choice of scenario and seat. Scenarios are paper, since everybody may read them; seats are felt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from game.desktop.desk.buttons import AWAY
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block, Column
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button, button_wide, focus_ring, key_name, pill
from game.desktop.screen import GameScreen
from game.desktop.screens.known import known_action
from game.desktop.screens.layout import between, button_bar, button_rows, columns, foot_high, header, spacious
from game.desktop.screens.leaves import Leaf, Leaves, shaded
from game.desktop.screens.lengths import LENGTH_KEY, following, lengths
from game.desktop.screens.opening import KEYS, PEOPLE_KEY, Opening
from game.desktop.screens.outside_seats import outside_seats
from game.desktop.screens.scenario_cards import draw_mistakes, lines_of
from game.desktop.screens.scenario_list import Offer, offers, opens_with
from game.desktop.signs import signs
from game.scenario import Scenario, ScenarioError
from game.table import StoreError
from game.text import DelegationId
from game.words import phrase, say
from game.words.faults import fault as fault_words

if TYPE_CHECKING:
    from game.desktop.app import App

_SEAT = Style("sans-bold", 18, colours.PALE)
_ROLE = Style("sans", 15, colours.DIM, line=21)
_NOTE = phrase(
    "The computer plays the others. Each side has instructions of its own; "
    "you read yours, and nobody reads both before the talks are over."
)
_NOTE_OF_SEVERAL = phrase(
    "You take turns at this computer, and a screen between two turns holds nothing of anybody’s. Each side has "
    "instructions of its own; nobody reads another’s before the talks are over."
)
_NOTE_STYLE = Style("sans", 15, colours.DIM, line=22)


class ChooseScreen(GameScreen):
    """Scenarios at the left, seats at the right."""

    title = phrase("Choose")

    def __init__(self, app: App, *paths: str) -> None:
        super().__init__(app)
        self._offers = offers(paths)
        self._place = next((n for n, offer in enumerate(self._offers) if offer.scenario), 0)
        if paths:
            self._place = 0
        self._people: tuple[DelegationId, ...] = ()
        """The seats that people have: one, or several who take turns at the screen."""
        self._watch = self._brings = False
        """Whether nobody plays; whether the scenario that is chosen is still to be brought into sight."""
        self._fault = ""
        self.opening = Opening(app)
        self._leaves = Leaves(key="")
        self._take_first_seat()

    @property
    def _offer(self) -> Offer | None:
        return self._offers[self._place] if self._offers else None

    @property
    def _scenario(self) -> Scenario | None:
        """The scenario that is chosen, in the edition that is chosen."""
        return self.opening.scenario

    def refused(self, why: str) -> None:
        """Say why it cannot begin."""
        self._fault = why

    def draw(self, canvas: Canvas) -> None:
        """The two columns and the bar; the columns behind tabs where there is little room."""
        if self._scenario:
            self.opening.computers = self._watch or not set(self._scenario.ids) <= set(self._people)
        if not spacious(canvas):
            self._folded(canvas)
            return
        header(canvas, say("Choose the talks and your seat"))
        rows = self._rows(canvas)
        gap, share = 24.0 if canvas.width < 1280 else 40.0, 0.5 if canvas.width < 1280 else 0.54
        left, right = columns(between(canvas, foot_high(len(rows))), gap, share)
        self._scenarios(canvas, left)
        if self._scenario:
            high = self.opening.height(canvas, right.w - 16)
            self._seats(canvas, Box(right.x, right.y, right.w, right.h - high), self._scenario)
            self.opening.draw(canvas, Box(right.x + 4, right.bottom - high + 12, right.w - 16, high - 12))
        elif self._offer:
            draw_mistakes(canvas, right, self._offer)
        self._below(canvas, rows)

    def _folded(self, canvas: Canvas) -> None:
        """The scenarios, then the seats and all else that is chosen; one goes on from there."""
        talks = Leaf(say("The talks"), lambda box: self._scenarios(canvas, shaded(box)))
        seat = Leaf(say("Your seat"), lambda box: self._seat(canvas, box))
        choices = self._choices()
        if not self._leaves.second:
            choices[0] = self._leaves.on(seat.words, "")
        self._leaves.draw(canvas, talks, seat, choices, gold=choices[0].id, said=self._fault or self._why)
        for action in self._hidden():
            canvas.spot(action, AWAY, focusable=False)

    def _seat(self, canvas: Canvas, box: Box) -> None:
        """The seats, and what else is chosen below them; or what is wrong with the file."""
        if self._scenario is None:
            if self._offer:
                draw_mistakes(canvas, box, self._offer)
            return
        wide = box.w - 16
        with canvas.scrolled("seats", box) as pane:
            self._how_many(canvas, Box(box.x, pane.top + 8, box.w, 0))
            y = self._cards(canvas, Box(box.x + 4, pane.top + 48, wide, 0), self._scenario, brief=True) + 4
            high = self.opening.height(canvas, wide)
            self.opening.draw(canvas, Box(box.x + 4, y + 12, wide, high - 12))
            pane.bottom = y + high + 4

    def _hidden(self) -> Iterator[Action]:
        """The keys of what is behind the other tab: they show it."""
        if self._leaves.second:
            for place in range(min(9, len(self._offers))):
                yield self._showing("scenario", partial(self._take, place), str(place + 1), second=False)
            if self._offer and self._offer.scenario and self._offer.scenario.editions:
                longer = partial(self._at_length, following(self._offer.scenario, self.opening.edition))
                yield self._showing("edition", longer, LENGTH_KEY, second=False)
            return
        there = self._scenario
        if there is None:
            return
        keys = {_key_of(there, who): partial(self._sit, who) for who in there.ids}
        for key, act in ({PEOPLE_KEY: self._another, "0": self._only_watch} | keys).items():
            if key:
                yield self._showing("seat", act, key, second=True)
        for action in self.opening.choices():
            if not action.why:
                yield self._showing("opening", action.act, action.keys[0], second=True)

    def _showing(self, id: str, act: Callable[[], None], key: str, *, second: bool) -> Action:
        def do() -> None:
            self._leaves.show(second=second)
            act()

        return Action(f"{id}-{key}", key, do, keys=(key,))

    # ---- scenarios ----------------------------------------------------------------------------------------------

    def _scenarios(self, canvas: Canvas, box: Box) -> None:
        with canvas.scrolled("scenarios", box) as pane:
            y = pane.top + 4
            for place in range(len(self._offers)):
                slip = self._slip(canvas, box.w - 20, place)
                slip.paint(box.x + 4, y)
                if self._brings and place == self._place:
                    self._bring(canvas, box, y - pane.top, slip.high)
                y += slip.high + 18
            if not self._offers:
                canvas.text(say("No scenario came with the game."), box.x, y, _SEAT)
            pane.bottom = y

    def _bring(self, canvas: Canvas, box: Box, top: float, high: float) -> None:
        """Scroll so far that what was just chosen is seen; the next frame shows it."""
        self._brings, scroll = False, canvas.memory.scroll
        now = scroll.get("scenarios", 0.0)
        if top < now or top + high > now + box.h:
            scroll["scenarios"] = max(0.0, min(top, top + high + 24 - box.h) if high < box.h else top)
            self.app.redraw()

    def _slip(self, canvas: Canvas, wide: float, place: int) -> Block:
        """One scenario on its paper."""
        offer, chosen = self._offers[place], place == self._place
        offer = replace(offer, scenario=self._scenario) if chosen else offer
        edge = 20.0 if chosen else 14.0
        told = Column(canvas, wide - 52)
        told.space(edge)
        for spans, gap in lines_of(offer, chosen, canvas.height):
            told.words(spans, gap=gap)
        if chosen and self._offer and self._offer.scenario and self._offer.scenario.editions:
            told.add(lengths(canvas, wide - 52, self._offer.scenario, self.opening.edition, self._at_length), gap=4)
            if line := next((e.line for e in self._offer.scenario.editions if e.id == self.opening.edition), ""):
                told.words(line, Style("sans", 15, colours.MUTED, line=21), gap=8)
        told.space(edge - 8)

        def paint(x: float, y: float) -> None:
            box, id = Box(x, y, wide, told.high), f"scenario-{offer.name}"
            lit = canvas.hovered(id) or canvas.focused(id)
            canvas.sheet(box, colours.PAPER if chosen or lit else colours.ASIDE, deep=5)
            if chosen:
                canvas.fill(colours.INK, box.left_part(8))
            keys = (str(place + 1),) if place < 9 else ()
            canvas.spot(Action(id, offer.title, lambda: self._take(place), keys=keys), box)
            told.paint(x + 26, y)
            if canvas.focused(id):
                canvas.ring(box.inset(4), colours.INK, 2, 2)
            for key in keys:
                canvas.text(key, box.right - 16, y + edge, Style("sans", 14, colours.MUTED, line=22), align="right")

        return Block(told.high, paint)

    def _take(self, place: int) -> None:
        self._place, self._fault, self._watch, self._brings = place, "", False, True
        self._take_first_seat()

    def _at_length(self, edition: str) -> None:
        """In an edition some may not be there for whom a person was to speak."""
        self.opening.edition = edition
        there = self._scenario.seats if self._scenario else ()
        self._people = tuple(who for who in self._people if who in there) or tuple(there)[:1]

    def _take_first_seat(self) -> None:
        self.opening.of(self._offer.scenario if self._offer else None)
        self._people = self._scenario.ids[:1] if self._scenario else ()

    # ---- seats --------------------------------------------------------------------------------------------------

    def _seats(self, canvas: Canvas, box: Box, scenario: Scenario) -> None:
        self._how_many(canvas, box)
        wide = box.w - 16
        cards = [self._seat_card(canvas, wide, scenario, who) for who in scenario.ids]
        brief = sum(card.high + 12 for card in cards) + 34 + 62 + 16 > box.h
        with canvas.scrolled("seats", Box(box.x, box.y + 34, box.w, box.h - 34)) as pane:
            y = self._cards(canvas, Box(box.x + 4, pane.top + 4, wide, 0), scenario, brief=brief)
            note = say(_NOTE_OF_SEVERAL if self._several else _NOTE)
            note_high = canvas.height_of(note, box.w - 24, _NOTE_STYLE)
            # Rather no note than half of one at the edge.
            if y - pane.top + 16 + note_high <= box.h - 34:
                canvas.paragraph(note, box.x + 4, y + 16, box.w - 24, _NOTE_STYLE)
                y += 16 + note_high
            pane.bottom = y + 4

    def _cards(self, canvas: Canvas, box: Box, scenario: Scenario, *, brief: bool) -> float:
        """Every seat, one below the other; gives the lower edge."""
        y = box.y
        for who in scenario.ids:
            card = self._seat_card(canvas, box.w, scenario, who, brief=brief)
            card.paint(box.x, y)
            y += card.high + 12
        if self._several or self._outside:
            outside = outside_seats(canvas, box.w, scenario, self._people, self._sit)
            outside.paint(box.x, y + 4)
            y += outside.high + 18
        return y + self._watcher(canvas, Box(box.x, y, box.w, 62))

    def _seat_card(
        self, canvas: Canvas, wide: float, scenario: Scenario, who: DelegationId, *, brief: bool = False
    ) -> Block:
        """One seat. `brief` puts its role and its opening into one paragraph."""
        delegation, room = scenario[who], wide - 92 - 16
        serif = Style("serif", 17, colours.PALE, line=24 if brief else 25)
        told, edge = Column(canvas, room), 11.0 if brief else 17.0
        told.space(edge)
        told.words(delegation.name, _SEAT, wide=room - (100 if self._several else 60), gap=2)
        if not brief:
            told.words(delegation.role, _ROLE, gap=8)
        told.words(opens_with(scenario, delegation, _ROLE, serif, role=brief))
        told.space(edge)

        def paint(x: float, y: float) -> None:
            card, id, chosen = Box(x, y, wide, told.high), f"seat-{who}", who in self._people and not self._watch
            self._card(canvas, id, card, chosen)
            canvas.mark(signs(scenario)[who], x + 20, y + edge + 3, 48)
            told.paint(x + 92, y)
            if chosen:
                whose = say("A PERSON") if self._several else say("YOU")
                pill(canvas, card.right - 16, y + edge, whose, colour=colours.PALE)
            elif self._several:
                told_of, small = say("COMPUTER"), Style("sans-bold", 14, colours.DIM)
                canvas.text(told_of, card.right - 24, y + edge + 1, small, align="right")
            key = _key_of(scenario, who)
            keys = (key,) if key else ()
            canvas.spot(Action(id, delegation.name, lambda: self._sit(who), keys=keys), card)

        return Block(told.high, paint)

    def _how_many(self, canvas: Canvas, box: Box) -> None:
        """The heading above the seats, and the way from one person to two and back."""
        asked = say("WHO PLAYS HERE?") if self._several else say("WHO ARE YOU?")
        canvas.text(asked, box.x + 4, box.y + 4, Style("sans-bold", 14, colours.DIM))
        words = say("One person") if self._several else say("A second person")
        wide = button_wide(canvas, words, key_name(PEOPLE_KEY)) + 8
        hint = say("Two play at this computer, and take turns.")
        other = Action("people", words, self._another, keys=(PEOPLE_KEY,), hint=hint)
        button(canvas, Box(box.right - 12 - wide, box.y - 4, wide, 32), other, quiet=True)

    def _watcher(self, canvas: Canvas, box: Box) -> float:
        self._card(canvas, "seat-nobody", box, self._watch)
        canvas.text(say("Nobody"), box.x + 92, box.y + 9, Style("sans-bold", 16, colours.PALE))
        canvas.text(say("Watch the computer play every side."), box.x + 92, box.y + 33, _ROLE, width=box.w - 128)
        canvas.dot(box.x + 44, box.y + box.h / 2, 13, colours.DIM, 11)
        canvas.dot(box.x + 44, box.y + box.h / 2, 5, colours.DIM)
        key = Style("sans", 14, colours.DIM)
        canvas.text("0", box.right - 16, box.y + (box.h - key.leading) / 2, key, align="right")
        canvas.spot(Action("seat-nobody", say("Nobody"), self._only_watch, keys=("0",)), box)
        return box.h

    def _card(self, canvas: Canvas, id: str, box: Box, chosen: bool) -> None:
        lit = canvas.hovered(id)
        ground = colours.CHOSEN if chosen else colours.FELT3 if lit else colours.FELT2
        canvas.panel(box, ground, 8, colours.PALE if chosen else colours.FELT3, 2 if chosen else 1)
        focus_ring(canvas, id, box)

    @property
    def _several(self) -> bool:
        """Whether more than one person plays."""
        return len(self._people) > 1 and not self._watch

    @property
    def _outside(self) -> bool:
        """Whether a person is to speak for somebody who is not at the table."""
        return self._scenario is not None and any(who not in self._scenario.ids for who in self._people)

    def _sit(self, who: DelegationId) -> None:
        """Take this seat; where several play, it goes to a person or back to the computer."""
        if not self._several:
            self._people = (who,)
        elif who in self._people:
            self._people = tuple(each for each in self._people if each != who)
        else:
            self._people = (*self._people, who)
        self._watch = False

    def _another(self) -> None:
        """A second person sits down in the next seat; or only the first is left."""
        if self._several or self._scenario is None:
            self._people = self._people[:1]
        else:
            ids, first = self._scenario.ids, self._people[0]
            after = ids.index(first) + 1 if first in ids else 0
            self._people = (first, ids[after % len(ids)])
        self._watch = False

    def _only_watch(self) -> None:
        self._watch = True

    # ---- the bar ------------------------------------------------------------------------------------------------

    def _rows(self, canvas: Canvas) -> list[list[Action]]:
        """The buttons in rows."""
        return button_rows(canvas, self._choices())

    def _choices(self) -> list[Action]:
        """What goes on, and what goes back."""
        words = say("Watch the talks") if self._watch else say("Read the brief")
        choices = [
            Action("begin", words, self._begin, keys=("enter",), why=self._why),
            Action("back", say("Title"), lambda: self.app.go("title"), keys=("escape",)),
        ]
        if self._scenario:
            choices.append(known_action(self.app, self._scenario.sealed_for(None)))
        return choices

    @property
    def _why(self) -> str:
        """Why it cannot begin."""
        return "" if self._scenario else say("This scenario cannot be played: its file has mistakes.")

    def _below(self, canvas: Canvas, rows: Sequence[Sequence[Action]]) -> None:
        room = button_bar(canvas, rows, gold="begin", size=16)
        bad = self._fault or self._why
        told = bad or say("Tab and the arrows move; a letter takes a seat, a number takes a scenario.")
        style = Style("sans", 15, colours.ALARM if bad else colours.DIM, line=20)
        left = room.x + 12
        high = canvas.height_of(told, room.right - left, style)
        canvas.paragraph(told, left, room.y + (room.h - high) / 2, room.right - left, style)

    def _begin(self) -> None:
        if self._offer is None:
            return
        try:
            self.app.host.begin(
                self._offer.name,
                None if self._watch else self._people[0],
                self.opening.seed(),
                as_written=self.opening.as_written,
                past=self.opening.past,
                levels=self.opening.levels.chosen,
                edition=self.opening.edition,
                also=() if self._watch else self._people[1:],
            )
        except (ScenarioError, StoreError) as fault:
            self._fault = fault_words(fault).splitlines()[0]
            return
        self.app.go("table" if self._watch else "briefing")


def _key_of(scenario: Scenario, who: DelegationId) -> str:
    """The letter that takes a seat; empty if it does something else here."""
    key = scenario[who].letter.lower()
    return key if key not in KEYS else ""
