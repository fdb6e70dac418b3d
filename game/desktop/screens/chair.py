"""The chair's sheet, where several people play at one computer: whoever leads the table lets hours pass, gives more
time, lets something happen, sends a cable, takes the last move back or closes. It lies over the screen between two
people and shows nothing of a seat's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from game.desktop.app import App
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.field import HEIGHT
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL, button, button_wide
from game.desktop.screens.overlay import Sheet, WritingSheet
from game.scenario import Scenario
from game.seat import Presiding, presiding
from game.table import StoreError
from game.talks import CHAIR, Close, Extend, Move, Pass, Release, Wire
from game.text import DelegationId
from game.words import head, phrase, say
from game.words.names import seat as seat_name
from game.words.refusals import refusal

_PASSES = ((1.0, "1"), (2.0, "2"), (4.0, "4"))
_EXTENDS = ((1.0, "5"), (2.0, "6"), (4.0, "8"))
"""Hours, and the key that lets them pass or adds them."""
_LEAST = 360.0
"""How much room the hours need beside what they are for; else they stand below it."""
_AT_ONCE = phrase("What happens at once is told to all, as if its day had come.")
_FOR = phrase("For whoever leads the table. All that is done here stands in the record.")
_TOLD = Style("sans", 15, colours.LOCKED, line=22)


class ChairSheet(Sheet):
    """Every move of the chair's. What ends the talks or takes a move back is asked twice."""

    title = phrase("The chair")
    wide = 640.0

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._sure = ""
        """What has been pressed once, and is done when it is pressed again."""
        self.said = ""

    @property
    def may(self) -> Presiding:
        """What may be done now."""
        assert self.app.host.table is not None
        return presiding(self.app.host.table.view(CHAIR))

    @property
    def lying(self) -> tuple[str, ...]:
        """What it is for, or what came of the last press."""
        return (self.said or say(_FOR),)

    def refused(self, why: str) -> None:
        """Say why it cannot be done."""
        self.said = why

    def draw(self, canvas: Canvas) -> None:
        """Hours above, then the rest, a button under the other."""
        told = self.said or say(_FOR)
        wide = self.within(canvas)
        rows = self._rows(canvas, wide)
        back = Action("back", say("Back"), self.close, keys=("escape", "enter"))
        foot = self.foot(canvas, wide, [back], gold="back")
        high = canvas.height_of(told, wide, _TOLD) + 6
        self.tall = 66 + high + rows.high + foot.high + 22
        box = self.sheet(canvas, say("The chair"))
        canvas.paragraph(told, box.x, box.y - 8, box.w, _TOLD)
        top = box.y - 8 + high
        with canvas.scrolled("chair", Box(box.x - 8, top, box.w + 20, box.bottom - foot.high - 6 - top)) as pane:
            pane.bottom = rows.paint(box.x, pane.top + 4)
        foot.paint(box.x, box.bottom - foot.high)

    def _rows(self, canvas: Canvas, wide: float) -> Column:
        """All that may be done."""
        rows, hours = Column(canvas, wide), self._hours()
        label = max(canvas.measure(words, LABEL) for words, _ in hours) + 24
        beside = wide - label >= _LEAST
        left = label if beside else 0.0
        for words, actions in hours:
            rows.draw(0 if beside else LABEL.leading + 2, _line(canvas, words, 10 if beside else 0))
            rows.draw(42, _side_by_side(canvas, actions, wide - left), left=left)
            rows.space(8)
        for action in self._others():
            rows.draw(42, _side_by_side(canvas, [action], wide))
            rows.space(8)
        return rows

    def _hours(self) -> list[tuple[str, list[Action]]]:
        """Hours that pass, and hours that are added."""
        may = self.may
        passes, extends = self._shut(may, Pass), self._shut(may, Extend)
        brings, later = say("So much time passes, with all that it brings and costs."), say("The deadline comes later.")
        return [
            (say("LET HOURS PASS"), [self._let("pass", may.passes, *each, passes, brings) for each in _PASSES]),
            (say("MORE TIME"), [self._let("extend", may.extends, *each, extends, later) for each in _EXTENDS]),
        ]

    def _let(self, id: str, made: Pass | Extend | None, hours: float, key: str, shut: str, hint: str) -> Action:
        act = self._doing(replace(made, hours=hours)) if made is not None else _nothing
        return Action(f"{id}-{hours:g}", say("{hours:hours}", hours=hours), act, (key,), "" if made else shut, hint)

    def _others(self) -> list[Action]:
        """Everything else."""
        may = self.may
        shut = "" if may.cables else self._shut(may, Wire)
        words, coming = phrase("Words of your own, to all or to one: they change no number."), self._why_nothing(may)
        back = phrase("The talks stand as before it; the record keeps it, struck.")
        at_once = phrase("Something that is still to come happens at once.")
        return [
            Action("wire", say("Send a cable"), self._wire, ("w",), shut, say(words)),
            Action("happen", say("Let something happen"), self._happen, ("h",), coming, say(at_once)),
            self._twice("revoke", say("Take the last move back"), may.revoke, "r", say("Nothing can be taken back."),
                        say(back)),
            self._twice("close", say("Close the talks"), may.close, "x", self._shut(may, Close),
                        say("The talks end as they end at the deadline.")),
        ]  # fmt: skip

    def _shut(self, may: Presiding, kind: type[Move]) -> str:
        """Why a kind of move cannot be made."""
        why = may.why_not.get(kind)
        assert self.app.host.table is not None
        return refusal(self.app.host.table.scenario, why) if why else say("The talks are over.")

    def _why_nothing(self, may: Presiding) -> str:
        return "" if may.to_come else say("Nothing is to come that could be let happen.")

    def _twice(self, id: str, words: str, move: Move | None, key: str, shut: str, hint: str) -> Action:
        """Pressed once it asks, pressed again it is done."""
        if move is None:
            return Action(id, words, _nothing, (key,), shut)
        if self._sure == id:
            return Action(id, say("{what}: press again if you mean it", what=words), self._doing(move), (key,))

        def ask() -> None:
            self._sure, self.said = id, ""
            self.memory.scroll["chair"] = self.memory.reach.get("chair", 0.0)  # where it is asked

        return Action(id, words, ask, (key,), hint=hint)

    def _doing(self, move: Move) -> Callable[[], None]:
        def do() -> None:
            self._sure = ""
            self.do(move)

        return do

    def do(self, move: Move) -> bool:
        """Make a move of the chair's, and say what came of it. One that cannot be kept waits, and is told below."""
        assert self.app.host.table is not None
        with suppress(StoreError):
            wrong = self.app.host.preside(move)
            self.said = refusal(self.app.host.table.scenario, wrong) if wrong else say("Done.")
            return wrong is None
        return False

    def _wire(self) -> None:
        self.app.push(WireSheet(self.app, self))

    def _happen(self) -> None:
        self.app.push(HappenSheet(self.app, self))


class WireSheet(WritingSheet):
    """A cable in the chair's own words, to all or to one."""

    title = phrase("Send a cable")
    wide, tall = 660.0, 330.0

    def __init__(self, app: App, chair: ChairSheet) -> None:
        super().__init__(app)
        self._chair = chair
        self._to: DelegationId | None = None
        self.said = ""
        """Why it was not sent."""

    @property
    def lying(self) -> tuple[str, ...]:
        """Why it was not sent."""
        return (self.said,)

    def draw(self, canvas: Canvas) -> None:
        """The field, to whom, and two buttons."""
        box = self.sheet(canvas, say("Send a cable"))
        here = Box(box.x, box.y, box.w, HEIGHT)
        self.field.draw(canvas, here, say("Type what it says: it changes no number."), self._send)
        why = "" if self.field.text.strip() else say("Nothing has been typed.")
        send = Action("send", say("Send it"), self._send, keys=("enter",), why=why)
        close = Action("close", say("Send nothing"), self.close, keys=("escape",))
        foot = self.foot(canvas, box.w, [send, close], gold="send", told=self.said)
        top = here.bottom + 8
        with canvas.scrolled("to", Box(box.x - 8, top, box.w + 20, box.bottom - foot.high - 6 - top)) as pane:
            pane.bottom = self._recipients(canvas, Box(box.x, pane.top + 6, box.w, 0))
        foot.paint(box.x, box.bottom - foot.high)

    def _recipients(self, canvas: Canvas, box: Box) -> float:
        """To all, or to one; gives the lower edge."""
        x, y = box.x, box.y
        for to in self._chair.may.cables:
            words = say("To all") if to is None else head(seat_name(self._scenario, to))
            wide = button_wide(canvas, words) + 10
            if x > box.x and x + wide > box.right:
                x, y = box.x, y + 42
            area = Box(x, y, wide, 34)
            hint = say("The cable goes there.") if to == self._to else ""
            pick = Action(f"to-{to or 'all'}", words, self._picking(to), hint=hint)
            button(canvas, area, pick, quiet=to != self._to)
            if to == self._to:
                canvas.ring(area, colours.PALE, 6, 2)
            x += wide + 10
        return y + 40

    @property
    def _scenario(self) -> Scenario:
        assert self.app.host.table is not None
        return self.app.host.table.scenario

    def _picking(self, to: DelegationId | None) -> Callable[[], None]:
        def pick() -> None:
            self._to = to

        return pick

    def _send(self) -> None:
        said = self.field.text.strip()
        if said and self._chair.do(Wire(CHAIR, self._to, remark=said)):
            self.close()
        else:
            self.said = self._chair.said


class HappenSheet(Sheet):
    """What is to come, which nobody at the table should read: the titles come when they have been asked for."""

    title = phrase("Let something happen")
    wide = 640.0

    def __init__(self, app: App, chair: ChairSheet) -> None:
        super().__init__(app)
        self._chair = chair
        self._open = False

    @property
    def lying(self) -> tuple[str, ...]:
        """That nobody else should look, or what comes of a press."""
        told = phrase("Here stands what is still to come. Nobody else should look.")
        return (say(_AT_ONCE if self._open else told),)

    def draw(self, canvas: Canvas) -> None:
        """First that nobody else should look, then a button for each event."""
        coming = self._chair.may.to_come if self._open else ()
        wide = self.within(canvas)
        (told,) = self.lying
        high = canvas.height_of(told, wide, _TOLD)
        actions = [Action("back", say("Back"), self.close, keys=("escape",))]
        if not self._open:
            actions.insert(0, Action("show", say("I am alone: show them"), self._show, keys=("enter",)))
        foot = self.foot(canvas, wide, actions, gold="show")
        self.tall = 66 + high + 20 + 50 * len(coming) + foot.high + 20
        box = self.sheet(canvas, say("Let something happen"))
        canvas.paragraph(told, box.x, box.y, box.w, _TOLD)
        top = box.y + high + 8
        with canvas.scrolled("coming", Box(box.x - 8, top, box.w + 20, box.bottom - foot.high - 4 - top)) as pane:
            y = pane.top + 4
            for each in coming:
                act = self._releasing(Release(CHAIR, each.id))
                button(canvas, Box(box.x, y, box.w - 8, 42), Action(f"happen-{each.id}", each.title, act))
                y += 50
            pane.bottom = y - 4
        foot.paint(box.x, box.bottom - foot.high)

    def _show(self) -> None:
        self._open = True

    def _releasing(self, move: Move) -> Callable[[], None]:
        def release() -> None:
            if self._chair.do(move):
                self.close()

        return release


def _line(canvas: Canvas, words: str, down: float) -> Callable[[float, float], object]:
    """A label, so far below its place."""
    return lambda x, y: canvas.text(words, x, y + down, LABEL)


def _side_by_side(canvas: Canvas, actions: Sequence[Action], wide: float) -> Callable[[float, float], None]:
    """Buttons that share a room."""

    def paint(x: float, y: float) -> None:
        each = (wide - 8 * (len(actions) - 1)) / len(actions)
        for place, action in enumerate(actions):
            button(canvas, Box(x + place * (each + 8), y, each, 42), action)

    return paint


def _nothing() -> None:
    pass
