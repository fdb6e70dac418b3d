"""The end of the talks at one table of a class, as its seats see it: how it ended, points, texts, record.

What is laid open of all tables at once is shown by the teacher, on the wall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.inputs import Input
from game.desktop.screen import GameScreen
from game.desktop.screens import aftermath, comparison, minutes, scores, the_day
from game.desktop.screens.contents import Contents, Entry
from game.desktop.screens.folded import Folded
from game.desktop.screens.headline import Look, circumstances, draw_ending, draw_headline, ended
from game.desktop.screens.last_moment import LastMoment
from game.desktop.screens.layout import between, buttons, footer, header, spacious
from game.desktop.screens.question import QuestionSheet
from game.desktop.screens.result import Result
from game.desktop.visit import Visit
from game.words import phrase, say
from game.words.the_day import THE_DAY, cards

if TYPE_CHECKING:
    from game.desktop.app import App

_TOPICS = (
    ("points", phrase("Points"), "p"),
    ("texts", phrase("The two texts"), "t"),
    ("day", THE_DAY, "d"),
    ("after", phrase("Aftermath"), "a"),
    ("record", phrase("Record"), "r"),
)


class ClassEnding(GameScreen):
    """The talks of one's table are over; the lesson goes on."""

    title = phrase("The end of the talks")

    def __init__(self, app: App, visit: Visit) -> None:
        super().__init__(app)
        assert visit.here is not None
        self._visit = visit
        self._result = Result.of(visit.here)
        self._moment = LastMoment(app, self._result)
        self._contents = Contents("points")
        self._fold = Folded(self.memory, self._contents, self._contents.choose)

    def _entries(self) -> list[Entry]:
        result = self._result
        called = {"texts": say("The text")} if result.scenario.history is None else {}
        return [
            Entry(id, called.get(id, say(words)), key)
            for id, words, key in _TOPICS
            if {"after": result.ended.aftermath, "day": cards(result.scenario)}.get(id, True)
        ]

    @property
    def lying(self) -> tuple[str, ...]:
        """How and when it ended, and where to look, as soon as it has ended."""
        return (ended(self._result), *(words for words, _ in self._told())) if self._moment.over else ()

    def _told(self) -> list[tuple[str, Look]]:
        look = say("Look up: your teacher shows all tables on the wall.")
        return [(circumstances(self._result), "plain"), (look, "done")]

    def draw(self, canvas: Canvas) -> None:
        """The headline, the contents, what is read, the way out; where there is little room, one at a time."""
        result = self._result
        told = self._told()
        choices = [Action("leave", say("Leave the class"), self.app.leave_class, keys=("escape",))]
        if (room := self._visit.room) is not None and room.asks:
            choices.insert(0, Action("question", say("A question"), self._question, keys=("enter", "x")))
        if not spacious(canvas):
            self._folded(canvas, told, choices)
            return
        self._fold.open = False
        header(canvas, result.scenario.title, say("how the talks ended"), say("the points are a model"))
        box = between(canvas)
        top = draw_headline(canvas, box, result, told, self._moment)
        body = Box(box.x, top, box.w, box.bottom - top)
        beside = 196 + max(0.0, min(40.0, (canvas.width - 1024) * 0.1))
        self._contents.draw(canvas, body.left_part(beside), say("Contents"), self._entries(), self._contents.choose)
        self._topic(canvas, Box(body.x + beside + 16, body.y, body.w - beside - 16, body.h))
        buttons(canvas, footer(canvas), choices, gold="question")

    def _folded(self, canvas: Canvas, told: Sequence[tuple[str, Look]], choices: Sequence[Action]) -> None:
        if not self._moment.over:
            draw_ending(canvas, self._result, told, self._moment)
            return
        said = [each for each in told if each[1] == "done"]
        if self._contents.chosen == "points":  # what one comes to first
            said = [(ended(self._result), "lead"), *told]
        self._fold.draw(canvas, self._entries(), said, self._topic, choices, ("question", "leave"))

    def tick(self, now: float) -> bool:
        """Draw on while it ends."""
        return self._moment.tick(now)

    def on(self, said: Input) -> bool:
        """A press shows all of it first."""
        return self._moment.on(said) or self._fold.on(said)

    def _question(self) -> None:
        self.app.push(QuestionSheet(self.app, self._result.scenario, self._visit))

    def changed(self) -> None:
        """The lesson goes on; and where the talks were taken back, so do they."""
        if self._visit.here is not None and self._visit.here.desk.ended is None:
            self.app.back_to(self)
            self.app.go("class")

    def _topic(self, canvas: Canvas, box: Box) -> None:
        if not self._moment.over:
            self._moment.wait(canvas, box)
            return
        result = self._result
        match self._contents.chosen:
            case "texts":
                comparison.draw(canvas, box, result)
            case "day":
                the_day.draw(canvas, box, result)
            case "after":
                aftermath.draw(canvas, box, result)
            case "record":
                minutes.draw(canvas, box, result.scenario, result.desk.minutes)
            case _:
                scores.draw(canvas, box, result)
