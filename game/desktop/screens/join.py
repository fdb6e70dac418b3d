"""Join a class: the address of its host, its code, perhaps a name; or the code of a seat that one had elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.fields import Fields, Labelled, OneField
from game.desktop.kit.inputs import Input
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button
from game.desktop.screen import GameScreen
from game.desktop.screens.layout import TOP, header, spacious, stacked
from game.desktop.visit import UNREACHED, Visit, address_of
from game.guest import Said
from game.table.teams import LONGEST_NAME
from game.words import phrase, say

if TYPE_CHECKING:
    from game.desktop.app import App

_WIDE = 560.0
_TOLD = Style("sans", 16, colours.DIM, line=24)
_FAULT = Style("sans-semibold", 16, colours.ALARM, line=24)
_LONGEST = 200
_UNREACHED = phrase("Nobody answers there. Is this the wifi of the class, and the address as it stands on the wall?")
_NO_ADDRESS = phrase("This is no address. One looks like {example}: it stands on the wall.")
_EXAMPLE = "192.168.1.23:8080"


class JoinScreen(GameScreen):
    """The door of a class on another computer."""

    title = phrase("Join a class")

    def __init__(self, app: App, address: str = "", code: str = "", name: str = "", *, at_once: bool = False) -> None:
        """With what is known already; `at_once` it is tried as it stands."""
        super().__init__(app)
        self.memory.focus = ""
        self._address, self._code, self._name, self._seat_code = (
            OneField(self.memory, id, longest)
            for id, longest in (("address", _LONGEST), ("code", 80), ("name", LONGEST_NAME), ("seat-code", 12))
        )
        for field, given in ((self._address, address), (self._code, code), (self._name, name)):
            field.writing.write(given)
        self._returns = False
        self._visit: Visit | None = None
        """What is being asked now."""
        self._fault = ""
        self._fields = Fields(self.memory)
        self._listed()
        self._fields.first_empty()
        if at_once:
            self.go()

    def _listed(self) -> None:
        example = say("such as {example}", example=_EXAMPLE)
        unnamed = say("Left empty, you are called Delegate and a number.")
        last = Labelled(self._name, say("Name, if your teacher wants names"), unnamed)
        if self._returns:
            last = Labelled(self._seat_code, say("Seat code"), say("It stands at the top of your seat."))
        self._fields.shown = (
            Labelled(self._address, say("Address"), example), Labelled(self._code, say("Code"), ""), last,
        )  # fmt: skip

    # ---- drawing ------------------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """Three fields, a button, and the way for whoever had a seat before."""
        header(canvas, say(self.title))
        low = not spacious(canvas)
        wide = min(_WIDE, canvas.width - 48)
        area = Box(0, TOP, canvas.width, canvas.height - TOP)
        with canvas.scrolled("door", area) as pane:
            down = 14.0 if low else max(84.0, canvas.height * 0.14) - TOP
            pane.bottom = self._door(canvas, Box((canvas.width - wide) / 2, pane.top + down, wide, 0), low=low) + 14

    def _door(self, canvas: Canvas, box: Box, *, low: bool) -> float:
        """All of it; gives the lower edge. On a low page what is said of a press stands above the fields, where it is
        seen."""
        why = say("One moment: the class is asked.") if self._visit is not None else ""
        said, style = why or self._fault, _TOLD if why else _FAULT
        lead = say("Address and code stand on the wall, or your teacher tells them.")
        first = said if said and low else lead
        y = stacked(canvas, [first], box.x, box.y, box.w, style if first == said else _TOLD) + (10 if low else 18)
        y = self._fields.draw(canvas, Box(box.x, y, box.w, 0), self.go) + 4
        words = say("Take that seat") if self._returns else say("Join")
        button(canvas, Box(box.x, y, 220, 48), Action("go", words, self.go, ("enter",), why), gold=True, size=17)
        back = Action("back", say("Title"), self._leave, keys=("escape",))
        button(canvas, Box(box.x + 236, y, 130, 48), back)
        y += 66
        other = say("I take a new seat") if self._returns else say("I had a seat on another device")
        button(canvas, Box(box.x, y, 366, 42), Action("other", other, self._turn), quiet=True)
        y += 42
        return stacked(canvas, [said], box.x, y + 18, box.w, style) if said and not low else y

    @property
    def typing(self) -> bool:
        """While a field has the focus."""
        return self._fields.typing

    def on(self, said: Input) -> bool:
        """What is typed goes into the field with the focus."""
        return self._fields.on(said)

    def tick(self, now: float) -> bool:
        """The cursor blinks, and the class answers."""
        if self._visit is not None and self._visit.deliver():
            self.app.redraw()
        if self.app.settings.motion and self._fields.blink(now):
            self.app.redraw()
        return False

    def refused(self, why: str) -> None:
        """Say why a button cannot be pressed."""
        del why

    # ---- what is done -------------------------------------------------------------------------------------------

    def go(self) -> None:
        """Ask the host for a seat."""
        if self._visit is not None:
            return
        try:
            address, code = address_of(self._address.text)
            visit = Visit(address, self.app.clock)
        except ValueError:
            self._say(say(_NO_ADDRESS, example=_EXAMPLE))
            return
        code = self._code.text.strip() or code
        if not code:
            self._say(say("A code is missing: it stands on the wall."))
            return
        self._visit, self._fault = visit, ""
        if self._returns:
            visit.come_back(code, self._seat_code.text.strip(), self._entered)
        else:
            visit.join(code, self._name.text.strip(), self._entered)

    def _say(self, fault: str) -> None:
        self._fault = fault
        self.memory.scroll.clear()

    def _entered(self, said: Said | None) -> None:
        visit, self._visit = self._visit, None
        assert visit is not None
        if said is None:
            self.app.attend(visit)
            return
        visit.close()
        self._say(say(_UNREACHED) if said is UNREACHED else said.said or say(_UNREACHED))
        self.app.redraw()

    def _turn(self) -> None:
        self._returns, self._fault = not self._returns, ""
        self._listed()

    def _leave(self) -> None:
        if self._visit is not None:
            self._visit.close()
        self.app.go("title")
