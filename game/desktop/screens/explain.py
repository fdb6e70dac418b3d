"""What F1 tells of a thing: a card beside it, that leads to the other things, the glossary and help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from game.desktop.app import App
from game.desktop.desk.things import Thing, thing_of
from game.desktop.kit import colours
from game.desktop.kit.box import Box, around
from game.desktop.kit.canvas import Action, Canvas, Spot
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import SMALL, button, button_wide, key_name
from game.desktop.screen import GameScreen
from game.desktop.screens.beside import beside
from game.desktop.screens.glossary import GlossarySheet
from game.scenario import Scenario
from game.words import SENTENCES, phrase, say, stopped, strung
from game.words.explained import EXPLAINED

_WIDE = 460.0
_NAME = Style("serif-bold", 20, colours.PALE, line=28)
_WHAT = Style("sans", 16, colours.PALE, line=23)
_NOW = Style("sans", 14, colours.LOCKED, line=20)


class ExplainSheet(GameScreen):
    """One thing after the other; the first is what was asked about."""

    title = phrase("What is this?")
    overlay = True

    def __init__(
        self, app: App, scenario: Scenario | None, things: Sequence[Thing], help_: Callable[[], None] | None = None
    ) -> None:
        super().__init__(app)
        self._scenario, self._things, self._at, self._help = scenario, things, 0, help_

    @property
    def thing(self) -> Thing:
        """What is told of now."""
        return self._things[self._at]

    @property
    def lying(self) -> tuple[str, ...]:
        """The whole card."""
        thing = self.thing
        what = say(EXPLAINED[thing.topic].what) if thing.topic else ""
        return (strung([each for each in (stopped(thing.name), what, thing.now) if each], SENTENCES),)

    def draw(self, canvas: Canvas) -> None:
        """A ring round the thing, and the card beside it."""
        thing = self.thing
        told = self._told(canvas)
        card = beside(canvas.box, thing.box, _WIDE, told.high + 84)
        self.memory.met = True
        self.app.glass.bring(self.memory, around((thing.box, card)), canvas.scale)
        canvas.ring(thing.box.inset(-4), colours.PALE, 8, 2)
        canvas.panel(card, colours.FELT2, 10, colours.FELT3)
        told.paint(card.x + 20, card.y + 16)
        self._foot(canvas, Box(card.x + 20, card.bottom - 54, card.w - 40, 38))

    def _told(self, canvas: Canvas) -> Column:
        thing, column = self.thing, Column(canvas, _WIDE - 40)
        explained = EXPLAINED[thing.topic] if thing.topic else None
        place = say("{n} of {all}", n=self._at + 1, all=len(self._things))
        beside_it = canvas.measure(place, SMALL) + 12
        column.draw(0, lambda x, y: canvas.text(place, x + column.wide, y + 5, SMALL, align="right"))
        column.words(thing.name, _NAME, wide=column.wide - beside_it)
        if explained:
            column.words(say(explained.what), _WHAT, gap=4)
        if thing.now:
            column.space(4)
            column.words(thing.now, _NOW)
        return column

    def _foot(self, canvas: Canvas, box: Box) -> None:
        """On, what was asked last, and where more is told."""
        keys = ("enter", "escape") if self._help is not None else ("enter", "escape", "f1")
        close = Action("close", say("Back"), self._close, keys=keys)
        choices = [close]
        if len(self._things) > 1:
            choices.append(Action("next-thing", say("Next"), lambda: self._go(1), keys=("j",)))
        if self._scenario is not None and self.thing.topic and EXPLAINED[self.thing.topic].term:
            choices.append(Action("glossary", say("Glossary"), self._glossary, keys=("g",)))
        if self._help is not None:
            choices.append(Action("help", say("Help"), self._all, keys=("f1",)))
        wides = [button_wide(canvas, each.words, key_name(each.keys[0])) for each in choices]
        gap = min(10.0, (box.w - sum(wides)) / max(1, len(wides) - 1))
        x = box.x
        for each, wide in zip(choices, wides, strict=True):
            button(canvas, Box(x, box.y, wide, box.h), each, gold=each is close, size=14)
            x += wide + gap
        canvas.spot(Action("previous-thing", say("Previous"), lambda: self._go(-1), keys=("k",)), Box(-9, -9, 1, 1),
                    focusable=False)  # fmt: skip

    def _go(self, by: int) -> None:
        self._at = (self._at + by) % len(self._things)

    def _close(self) -> None:
        if self.app.top is self:
            self.app.pop()

    def _glossary(self) -> None:
        if self._scenario is not None and self.thing.topic:
            self.app.push(GlossarySheet(self.app, self._scenario, EXPLAINED[self.thing.topic].term))

    def _all(self) -> None:
        self._close()
        if self._help is not None:
            self._help()


def explain(app: App) -> GameScreen:
    """What F1 tells on any other screen: what has the focus or is under the mouse, and every other button of which
    there is something to tell; where there is none, what the buttons are."""
    looked = app.current()
    every = [_button(spot) for spot in app.canvas.spots if spot.focusable]
    seen = [thing for thing in every if thing.box.w > 2 and thing.box.h > 2]
    asked = [_button(looked)] if looked is not None else []
    told = [thing for thing in seen if thing.now and thing not in asked]
    return ExplainSheet(app, None, [*asked, *told] or seen or every)


def _button(spot: Spot) -> Thing:
    """What can be pressed; where there is nothing else to tell of it, by which key."""
    thing = thing_of(spot)
    if thing.now or not spot.keys:
        return thing
    return replace(thing, now=say("Its key is {key}.", key=key_name(spot.keys[0])))
