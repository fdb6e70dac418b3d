"""The sheets over the table: menu, the whole record, a remark, and leaving."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.desk.people import draw_events
from game.desktop.desk.second_thoughts import think_again
from game.desktop.desk.slide import pngs
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.field import HEIGHT
from game.desktop.kit.inputs import Input
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import BODY, SMALL, button, focus_ring
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.options import OptionsSheet
from game.desktop.screens.outside_briefing import OutsideBriefing
from game.desktop.screens.overlay import Sheet, WritingSheet
from game.words import SENTENCES, count, phrase, say, strung
from game.words.known import INVENTED
from game.words.storage import not_kept

_SEALED = phrase("Until the talks are over the record is sealed: it tells what the others may not know.")


class MenuSheet(Sheet):
    """What is not a move in the talks."""

    title = phrase("Menu")
    wide, tall = 460.0, 668.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self.board = board
        self.said = ""

    def draw(self, canvas: Canvas) -> None:
        """One button under the other, in a sheet as high as they are."""
        outside = self.board.desk.judging is not None
        seated, over = self.board.seated, self.board.desk.ended is not None
        papers = say("What you know") if outside else say("The cable again")
        rows: list[tuple[str, str, Callable[[], None], tuple[str, ...], str]] = [
            ("close", say("Back to the table"), self.close, ("enter", "escape"), ""),
            ("brief", papers, self._brief, ("g",), "" if seated or outside else say("The gallery gets no cable.")),
            ("options", say("Options"), lambda: self.app.push(OptionsSheet(self.app)), ("o",), ""),
            *self._adviser(),
            ("export", say("Write the record to a file"), self._export, ("x",), "" if over else say(_SEALED)),
            ("picture", say("Save a picture of the draft"), self._picture, ("p",), ""),
            *self._cover(),
            *self._back(),
            ("leave", say("Leave the talks"), self._leave, ("l",), "" if seated else say("You are not at the table.")),
            ("title", say("To the title"), self._title, ("q",), ""),
        ]
        told, wide = self.said or self.board.place.kept, self.wide - 56
        self.tall = 66 + 50 * len(rows) + 2 + canvas.height_of(told, wide, SMALL) + 24
        box = self.sheet(canvas, say("Menu"))
        with canvas.scrolled("menu", Box(box.x - 8, box.y - 6, box.w + 24, box.h + 16)) as pane:
            y = pane.top + 6
            for id, words, act, keys, why in rows:
                button(canvas, Box(box.x, y, box.w, 42), Action(id, words, act, keys=keys, why=why), gold=id == "close")
                y += 50
            canvas.paragraph(told, box.x, y + 2, box.w, SMALL)
            pane.bottom = y + 2 + canvas.height_of(told, box.w, SMALL) + 4

    def refused(self, why: str) -> None:
        """Show the reason below."""
        self.said = why

    def _brief(self) -> None:
        self.app.pop()
        outside = self.board.desk.judging is not None
        again = OutsideBriefing if outside else BriefingScreen
        self.app.push(again(self.app, again=True, here=self.board.here))

    def _adviser(self) -> Iterator[tuple[str, str, Callable[[], None], tuple[str, ...], str]]:
        """The switch of the adviser, where there is one."""
        ear = self.app.counsellor
        if ear.there:
            words = say("Adviser: off") if ear.hushed else say("Adviser: on")
            yield "adviser", words, self._hush, ("a",), ""

    def _cover(self) -> Iterator[tuple[str, str, Callable[[], None], tuple[str, ...], str]]:
        """The way from the screen for a while, where another person plays at it."""
        if len(self.app.host.people) > 1 and self.app.host.who is not None:
            yield "cover", say("Cover the table"), self.app.host.cover, ("c",), ""

    def _back(self) -> Iterator[tuple[str, str, Callable[[], None], tuple[str, ...], str]]:
        """The way back to before one's own last move, for whoever plays alone."""
        if self.board.place.solo and not self.board.desk.ended:
            yield "think-again", say("Take my last move back"), self._think_again, ("z",), ""

    def _think_again(self) -> None:
        self.close()
        think_again(self.board)

    def _hush(self) -> None:
        ear = self.app.counsellor
        fault = ear.hush(hushed=not ear.hushed)
        self.said = not_kept(fault) if fault else ""

    def _export(self) -> None:
        try:
            self.said = say("The record is in {path}", path=str(self.app.export()))
        except OSError as fault:
            self.said = say("The record could not be written: {why}", why=str(fault))

    def _picture(self) -> None:
        """The draft for a slide, beside the records and reports."""
        table = self.app.host.table
        name = f"draft-{self.board.scenario.id}-{(table.game if table else None) or 'unsaved'}"
        try:
            paths = [self.app.put_down(name, ".png", each) for each in pngs(self.board.here)]
        except OSError as fault:
            self.said = say("The picture could not be written: {why}", why=str(fault))
            return
        one, many = phrase("The picture is in {path}"), phrase("The draft takes {n} pictures; the first is {path}")
        self.said = count(one, many, len(paths), path=str(paths[0]))

    def _leave(self) -> None:
        self.app.push(LeaveSheet(self.app, self.board))

    def _title(self) -> None:
        if "title" in self.app.routes:
            self.app.leaving(lambda: self.app.go("title"))


class LeaveSheet(Sheet):
    """Asks once more before the talks are left."""

    title = phrase("Leave the talks")
    wide, tall = 520.0, 270.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self.board = board

    @property
    def lying(self) -> tuple[str, ...]:
        """What leaving means."""
        return (self._worth(),)

    def draw(self, canvas: Canvas) -> None:
        """What leaving means, and two buttons."""
        box = self.sheet(canvas, say("Leave the talks?"))
        canvas.paragraph(self._worth(), box.x, box.y, box.w, BODY)
        stay = Box(box.x, box.bottom - 44, 220, 44)
        button(canvas, stay, Action("stay", say("Stay"), self.close, keys=("enter", "escape")), gold=True)
        why = self.board.why("leave")
        go = Box(box.x + 236, box.bottom - 44, box.w - 236, 44)
        button(canvas, go, Action("go", say("Leave the talks"), self._leave, keys=("l",), why=why))
        if why:
            canvas.paragraph(why, box.x, box.bottom - 76, box.w, SMALL)

    def _leave(self) -> None:
        self.board.do("leave")

    def _worth(self) -> str:
        """What no text is worth to this seat, as a sum that shows its parts."""
        worth = self.board.desk.worth
        if worth is None:
            return say("Nothing is agreed then, and all live without a text.")
        score = worth.left
        parts = [
            say("the walk-away {points}", points=score.part("walk-away")),
            say("the hours {points:signed}", points=score.part("hours")),
        ]
        if points := score.part("talks"):
            parts.append(say("the talks {points:signed}", points=points))
        if points := score.part("aftermath"):
            parts.append(say("what comes after {points:signed}", points=points))
        line = phrase("Nothing is agreed then, and all live without a text. For you that is {sum}: {parts:and}.")
        return say(line, sum=score.total, parts=parts)


class RecordSheet(Sheet):
    """The whole summary record."""

    title = phrase("Summary record")
    wide, tall = 820.0, 700.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self.board = board

    def draw(self, canvas: Canvas) -> None:
        """Newest first."""
        box = self.sheet(canvas, say("Summary record"))
        with canvas.scrolled("record", Box(box.x, box.y - 4, box.w + 12, box.h - 50)) as pane:
            pane.bottom = draw_events(canvas, self.board, self.board.desk.minutes[::-1], box.x, pane.top, box.w - 6)
        close = Action("close", say("Back to the table"), self.close, keys=("enter", "escape", "r"))
        foot = Box(box.x, box.bottom - 38, 200, 42)
        button(canvas, foot, close, gold=True)
        room = box.right - foot.right - 18
        y = foot.y + min(10.0, foot.h - canvas.height_of(say(INVENTED), room, SMALL))
        canvas.paragraph(say(INVENTED), foot.right + 18, y, room, SMALL)


class SaySheet(WritingSheet):
    """A remark: one of a few, or typed."""

    title = phrase("Say")
    wide, tall = 660.0, 540.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self.board = board
        self.board.notice = ""

    def draw(self, canvas: Canvas) -> None:
        """The field, then the stock remarks."""
        box = self.sheet(canvas, say("Take the floor"))
        here = Box(box.x, box.y, box.w, HEIGHT)
        self.field.draw(canvas, here, say("Type what you say, or press one of these."), self._saying(None))
        note = self.board.notice or self._minds()
        high = canvas.height_of(note, box.w, SMALL) + 8 if note else 0.0
        above = here.bottom + 10
        with canvas.scrolled("stock", Box(box.x - 6, above, box.w + 20, box.bottom - 50 - high - above)) as pane:
            y = pane.top + 6
            for place, words in enumerate(self._stock()):
                y = self._offer(canvas, f"stock{place}", words, Box(box.x, y, box.w, 0)) + 8
            pane.bottom = y
        why = "" if self.field.text.strip() else say("Nothing has been typed.")
        if note:
            canvas.paragraph(note, box.x, box.bottom - 44 - high, box.w, SMALL)
        speak = Action("say", say("Say it"), self._saying(None), keys=("enter",), why=why)
        button(canvas, Box(box.x, box.bottom - 44, 180, 44), speak, gold=True)
        close = Action("close", say("Say nothing"), self._silent, keys=("escape",))
        button(canvas, Box(box.x + 196, box.bottom - 44, 180, 44), close)

    def _minds(self) -> str:
        """What it costs beside its hours to have only talked."""
        choice = self.board.desk.choice("say")
        return strung(self.board.costs(choice.penalties), SENTENCES) if choice else ""

    def _offer(self, canvas: Canvas, id: str, words: str, box: Box) -> float:
        """A remark to press; gives its lower edge."""
        style = Style("serif-italic", 17, colours.PALE)
        row = Box(box.x, box.y, box.w, canvas.height_of(words, box.w - 28, style) + 16)
        lit = canvas.hovered(id) or canvas.focused(id)
        canvas.panel(row, colours.FELT3 if lit else colours.FELT1, 6, colours.FELT3)
        canvas.paragraph(words, row.x + 14, row.y + 8, row.w - 28, style)
        focus_ring(canvas, id, row)
        canvas.spot(Action(id, words, self._saying(words)), row)
        return row.bottom

    def _stock(self) -> tuple[str, ...]:
        title = self.board.scenario.text[self.board.issue].title
        return (
            say("Give us something on {issue:within}, and the rest can be found.", issue=title),
            say("That is as far as we can go today."),
            say("We are listening. Please go on."),
            say("We should not lose all this over one word."),
            say("Time is short, for all of us."),
        )

    def on(self, said: Input) -> bool:
        """What is typed goes into the field, unless a button has the focus."""
        before = self.field.text
        heard = super().on(said)
        if self.field.text != before:
            self.app.host.take_back()  # what waits to be kept is not what stands here any more
        return heard

    def _silent(self) -> None:
        self.app.host.take_back()
        self.close()

    def _saying(self, words: str | None) -> Callable[[], None]:
        def speak() -> None:
            said = words or self.field.text.strip()
            if said:
                self.board.do("say", remark=said, then=self.close)

        return speak
