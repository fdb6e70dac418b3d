"""The end of the talks: how they ended in a sentence, and everything that is laid open of them, topic by topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.inputs import Input, Key
from game.desktop.screen import GameScreen
from game.desktop.screens import aftermath, comparison, minutes, scores
from game.desktop.screens.contents import Contents, Entry
from game.desktop.screens.debrief import DebriefTab
from game.desktop.screens.ending_bar import EndingBar
from game.desktop.screens.headline import draw_headline, how
from game.desktop.screens.layout import between, foot_high, header
from game.desktop.screens.pages import Look, Page, draw_waiting
from game.desktop.screens.result import Result
from game.seat import Seated
from game.table import Table
from game.talks import CHAIR, GALLERY
from game.text import DelegationId
from game.words import phrase, say
from game.words.page import Section

if TYPE_CHECKING:
    from game.desktop.app import App

_BESIDE = 196.0
"""How wide the contents are, in a small window; a little more in a large one."""


@dataclass(frozen=True, slots=True)
class _Own:
    """A topic that the window draws by itself: what it is called, its key, and behind which others it is read."""

    id: str
    words: str
    key: str
    behind: tuple[str, ...] = ()


_OWN = (
    _Own("points", phrase("Points"), "p", ("overview", "plot")),
    _Own("texts", phrase("The two texts"), "t", ("points", "clauses")),
    _Own("after", phrase("Aftermath"), "a", ("texts", "measures")),
    _Own("minds", phrase("Their minds"), "m", ("after", "instructions")),
    _Own("record", phrase("Record"), "r", ("minds", "letter")),
)


class EndingScreen(GameScreen):
    """Shown when the talks at the table are over."""

    title = phrase("The end of the talks")

    def __init__(self, app: App, table: Table | None = None, who: DelegationId | None = None) -> None:
        super().__init__(app)
        here = table or app.host.table
        assert here is not None
        assert here.verdict is not None
        self._table = here
        self._who = who or app.host.who
        self._result = Result.of(Seated(here.view(self._who or GALLERY)))
        self._how = how(self._result, here)
        self._record = here.heard(CHAIR)
        self._bar = EndingBar(app, here, self._who)
        self._laid = app.lay_open(here, self._who)
        self._minds: DebriefTab | None = None
        self._pages: dict[str, tuple[object, Page]] = {}
        """Each page with what it was laid out for."""
        if self._laid is not None and self._laid.found is None:
            app.worker.deliver(0.4)  # Mostly it is there when the screen is opened, and its first frame has it.
        entries = self._entries()
        self._contents = Contents(entries[0].id if entries[0].words else "points")

    # ---- which topics there are ---------------------------------------------------------------------------------

    def _entries(self) -> list[Entry]:
        """Every topic, in the order in which it is read; of those that are being worked out, a place without words."""
        told = self._laid.told if self._laid is not None else {}
        topics = self._laid.found.topics if self._laid is not None and self._laid.found is not None else ()
        entries: list[Entry] = []
        for topic in topics:
            section = told.get(topic)
            if topic not in told or section is not None:
                entries.append(Entry(topic, section.title if section is not None else ""))
        for own in _OWN:
            if self._there(own.id):
                places = [place for place, entry in enumerate(entries) if entry.id in own.behind]
                entries.insert(max(places, default=len(entries) - 1) + 1, Entry(own.id, self._called(own), own.key))
        return entries

    def _there(self, topic: str) -> bool:
        """Whether there is anything to tell: of what came after, and of what computers had in mind."""
        if topic == "after":
            return bool(self._result.ended.aftermath)
        if topic == "minds":
            return self._laid is not None and any(sits != "person" for sits in self._table.seats.values())
        return True

    def _called(self, own: _Own) -> str:
        """Without a historical text there is one text to show."""
        one = own.id == "texts" and self._result.scenario.history is None
        return say("The text") if one else say(own.words)

    def _go(self, topic: str) -> None:
        """Read a topic."""
        self._contents.choose(topic)
        if self._laid is not None:
            self._laid.want(topic)

    # ---- drawing ------------------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """Headline, contents, what is read, buttons."""
        header(canvas, self._result.scenario.title, say("how the talks ended"), say("the points are a model"))
        box = between(canvas, foot_high(self._bar.rows(canvas)))
        top = draw_headline(canvas, box, self._result, self._how, self._bar)
        body = Box(box.x, top, box.w, box.bottom - top)
        beside = _BESIDE + max(0.0, min(40.0, (canvas.width - 1024) * 0.1))
        self._contents.draw(canvas, body.left_part(beside), say("Contents"), self._entries(), self._go)
        self._topic(canvas, Box(body.x + beside + 16, body.y, body.w - beside - 16, body.h))
        self._bar.draw(canvas)

    def _topic(self, canvas: Canvas, box: Box) -> None:
        result, topic = self._result, self._contents.chosen
        if topic == "points":
            scores.draw(canvas, box, result)
        elif topic == "texts":
            comparison.draw(canvas, box, result)
        elif topic == "after":
            aftermath.draw(canvas, box, result)
        elif topic == "record":
            minutes.draw(canvas, box, result.scenario, self._record)
        elif topic == "minds" and (minds := self._mind()) is not None:
            minds.draw(canvas, box)
        else:
            told = self._laid.told.get(topic) if self._laid is not None else None
            self._page(canvas, box, told)

    def _page(self, canvas: Canvas, box: Box, section: Section | None) -> None:
        """A section on felt; while it is being worked out, a word of that."""
        canvas.panel(box, colours.FELT2, 8, colours.FELT3)
        if section is None:
            draw_waiting(canvas, box, self._laid.fault if self._laid is not None else "")
            return
        side = 28.0 if box.w > 700 else 20.0
        wide = min(box.w - 2 * side - 10, 860.0)
        laid_for, page = self._pages.get(section.id, (None, None))
        if page is None or laid_for != (section, wide, canvas.scale):
            page = Page(canvas, section, wide, Look(self._result.marks))
            self._pages[section.id] = ((section, wide, canvas.scale), page)
        with canvas.scrolled(f"page-{section.id}", box.inset(1)) as pane:
            pane.bottom = page.draw(canvas, box.x + side, pane.top + 18, box) + 24

    def _mind(self) -> DebriefTab | None:
        """The computer's turns, once the talks are laid open."""
        if self._minds is None and self._laid is not None and self._laid.found is not None:
            self._minds = DebriefTab(self._laid.found.minds, self._who)
        return self._minds

    # ---- keys ---------------------------------------------------------------------------------------------------

    def on(self, said: Input) -> bool:
        """Left and right turn to another topic; up and down go through what is read."""
        if self._contents.chosen == "minds" and self._minds is not None and self._minds.on(said):
            return True
        if not isinstance(said, Key) or said.ctrl or self.memory.shown:
            return False
        if said.name in ("left", "right"):
            self._go(self._contents.step(self._entries(), 1 if said.name == "right" else -1))
            return True
        return False
