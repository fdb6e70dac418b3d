"""The end of the talks: how they ended in a sentence, and everything that is laid open of them, topic by topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.inputs import Input, Key
from game.desktop.screen import GameScreen
from game.desktop.screens import aftermath, comparison, minutes, scores, the_day
from game.desktop.screens.coach_card import draw_coach
from game.desktop.screens.contents import TOPIC, Contents, Entry, draw_first
from game.desktop.screens.debrief import DebriefTab
from game.desktop.screens.ending_bar import EndingBar
from game.desktop.screens.folded import Folded
from game.desktop.screens.headline import Look as Headline
from game.desktop.screens.headline import draw_ending, draw_headline, draw_signatures, draw_told, ended, how
from game.desktop.screens.last_moment import LastMoment
from game.desktop.screens.layout import between, foot_high, header, spacious
from game.desktop.screens.pages import Look, Page, draw_waiting, least
from game.desktop.screens.result import Result
from game.seat import Seated
from game.table import Table
from game.talks import CHAIR, GALLERY
from game.text import DelegationId
from game.words import phrase, say
from game.words.page import Paragraph, Section, unmarked
from game.words.the_day import THE_DAY, cards

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.figures import Figures
    from game.desktop.laid_open import Pane

_LARGE = 1280.0
"""How wide a window is in which the plot stands beside the words."""
_BOTH = 300.0
"""How wide the page must be on which it is told how it went, for the signed text to stand beside it."""
_FIGURE = 220.0
"""How high a figure is on a low page, at the least."""
_NOTCH = 60.0
"""How far an arrow scrolls."""
_PATIENCE = 8
"""Twentieths of a second that the screen waits for its first topics before it is drawn without them."""
_BESIDE = 196.0
"""How wide the contents are, in a small window; a little more in a large one."""


OVERVIEW, PLOT = "overview", "plot"
"""The topic with which a debrief begins, and the one that is seen beside the others."""
_NUMBERED = (
    OVERVIEW, PLOT, "against", "clauses", "turning", "parts", "measures", "settlement", "better", "instructions",
)  # fmt: skip
"""The topics that have a digit, from 1 to 0, which is the same whatever is read first and whatever there is to tell."""


@dataclass(frozen=True, slots=True)
class _Own:
    """A topic that the window draws by itself: what it is called, its key, and behind which others it is read."""

    id: str
    words: str
    key: str
    behind: tuple[str, ...] = ()


_OWN = (
    _Own("texts", phrase("The two texts"), "t", (OVERVIEW, PLOT, "clauses")),
    _Own("points", phrase("Points"), "p", ("texts", "turning")),
    _Own("day", THE_DAY, "d", ("points", "measures")),
    _Own("after", phrase("Aftermath"), "a", ("day", "points", "measures")),
    _Own("minds", phrase("Their minds"), "m", ("after", "better", "instructions")),
    _Own("record", phrase("Record"), "r", ("minds", "travaux", "letter")),
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
        seat = who or app.host.who
        self._who = seat if seat in here.scenario.ids else None
        """The delegation that is called you; whoever spoke for an audience reads what is told to everybody."""
        self._result = Result.of(Seated(here.view(self._who or GALLERY)))
        self._moment = LastMoment(app, self._result)
        self._how = how(self._result, here)
        self._record = Seated.at_first(here.view(CHAIR)).desk.minutes
        self._laid = app.lay_open(here, self._who)
        self._bar = EndingBar(app, here, self._who, self._laid)
        self._minds: DebriefTab | None = None
        self._figures: Figures | None = None
        self._beside = False
        """Whether the plot stands beside what is read."""
        self._pages: dict[str, tuple[object, Page]] = {}
        """Each page with what it was laid out for."""
        self._await_first()
        self._contents = Contents(self._entries()[0].id)
        self._fold = Folded(self.memory, self._contents, self._go)

    def _await_first(self) -> None:
        """Stand still until what is seen first is there, less than half a second: mostly it is there already, since it
        is worked out as soon as talks end."""
        for _ in range(_PATIENCE):
            if self._laid is None or self._laid.fault or self._laid.opens:
                return
            self._laid.deliver(0.05)

    # ---- which topics there are ---------------------------------------------------------------------------------

    def _entries(self) -> list[Entry]:
        """Every topic, in the order in which it is read: how it went and what tells most of these talks, then all
        others."""
        told = self._laid.told if self._laid is not None else {}
        entries: list[Entry] = []
        for topic in self._laid.topics if self._laid is not None else ():
            section = told.get(topic)
            if topic not in told or section is not None:
                entries.append(Entry(topic, section.title if section else self._title(topic), _digit(topic)))
        for own in _OWN:
            if self._there(own.id):
                places = [place for place, entry in enumerate(entries) if entry.id in own.behind]
                entries.insert(max(places, default=len(entries) - 1) + 1, Entry(own.id, self._called(own), own.key))
        first = self._first
        order = list(first)
        why = [replace(entry, why=first.get(entry.id, "")) for entry in entries]
        return sorted(why, key=lambda entry: order.index(entry.id) if entry.id in order else len(order))

    @property
    def _first(self) -> Mapping[str, str]:
        """The topics that are read first, each with the sentence why; none while that is not known."""
        found = self._laid.found if self._laid is not None else None
        return {OVERVIEW: "", **found.first} if found is not None and found.first else {}

    def _read_first(self, entries: Sequence[Entry]) -> int:
        """How many topics are read first, of those that there are."""
        first = self._first
        return sum(entry.id in first for entry in entries)

    def _title(self, topic: str) -> str:
        """What a topic is called that has not been worked out."""
        found = self._laid.found if self._laid is not None else None
        return found.title(topic) if found is not None else ""

    def _there(self, topic: str) -> bool:
        """Whether there is anything to tell: of what came after, and of what computers had in mind."""
        if topic == "day":
            return bool(cards(self._result.scenario))
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
        """Headline, contents, what is read, buttons; where there is little room, one at a time."""
        self._bar.waits = self._laid is None or not self._laid.asks(self._contents.chosen)
        if not spacious(canvas):
            self._folded(canvas)
            return
        self._fold.open = False
        header(canvas, self._result.scenario.title, say("how the talks ended"), say("the points are a model"))
        box = between(canvas, foot_high(self._bar.rows(canvas)))
        top = draw_headline(canvas, box, self._result, self._headlines(), self._moment)
        body = Box(box.x, top, box.w, box.bottom - top)
        beside = _BESIDE + max(0.0, min(40.0, (canvas.width - 1024) * 0.1))
        entries = self._entries()
        first = self._read_first(entries)
        heading = "" if first else say("Contents")
        self._contents.draw(canvas, body.left_part(beside), heading, entries, self._go, first=first)
        self._topic(canvas, Box(body.x + beside + 16, body.y, body.w - beside - 16, body.h))
        self._bar.draw(canvas)
        draw_coach(self, canvas, ("aftermath",))

    def _folded(self, canvas: Canvas) -> None:
        """While it ends, that alone; then the contents or a topic, and the buttons."""
        if not self._moment.over:
            draw_ending(canvas, self._result, self._headlines(), self._moment)
            return
        said = [each for each in self._headlines() if each[1] in ("fault", "done")]
        pressed = ("again", "back", "replay", "report", "save", "other")
        entries, choices = self._entries(), self._bar.choices
        if entries[0].id != OVERVIEW and self._contents.chosen == entries[0].id:  # nothing else says how it ended
            said = [(ended(self._result), "lead"), *self._headlines()]
        self._fold.draw(canvas, entries, said, self._topic, choices, pressed, self._read_first(entries))
        draw_coach(self, canvas, ("aftermath",))

    def _headlines(self) -> list[tuple[str, Headline]]:
        """What stands under the first words: how it went, and what there is to say besides; the circumstances only
        while it is not known how it went, and then on the first page."""
        fault = self._laid.fault if self._laid is not None else ""
        said: Headline = "fault" if self._bar.fault else "done"
        lead = self._lead()
        return [(lead, "lead"), ("" if lead else self._how, "plain"), (fault, "fault"), (self._bar.said, said)]

    def _lead(self) -> str:
        """How it went, in the sentence with which the debrief begins; empty until it is there."""
        told = self._laid.told.get(OVERVIEW) if self._laid is not None else None
        first = told.blocks[0] if told is not None and told.blocks else None
        return unmarked(first.words) if isinstance(first, Paragraph) and first.tone == "lead" else ""

    def _topic(self, canvas: Canvas, box: Box) -> None:
        self._beside = False
        if not self._moment.over:
            self._moment.wait(canvas, box)
            return
        result, topic = self._result, self._contents.chosen
        pane = self._pane(topic)
        if pane is not None:
            pane.draw(canvas, box)
        elif topic == "points":
            scores.draw(canvas, box, result)
        elif topic == "texts":
            comparison.draw(canvas, box, result)
        elif topic == "day":
            the_day.draw(canvas, box, result)
        elif topic == "after":
            aftermath.draw(canvas, box, result)
        elif topic == "record":
            minutes.draw(canvas, box, result.scenario, self._record)
        else:
            self._section(canvas, box, self._laid.told.get(topic) if self._laid is not None else None)

    def _pane(self, topic: str) -> Pane | None:
        """What draws a topic by itself, if it is more than a page and has been prepared."""
        if self._laid is None:
            return None
        if topic == "minds" and self._minds is None and self._laid.found is not None:
            self._minds = DebriefTab(self._laid.found.minds, self._who)
        return self._minds if topic == "minds" else self._laid.panes.get(topic)

    def _section(self, canvas: Canvas, box: Box, section: Section | None) -> None:
        """A section: how it went beside the text that was signed; any other, in a large window, beside the plot, unless
        it has tables or figures that need all the room. While somebody points at the plot, what lies there is read in
        its place."""
        if not spacious(canvas):
            self._page(canvas, box, section)
            return
        plot = self._laid.plot if self._laid is not None else None
        half = Box(box.x, box.y, round((box.w - 18) * 0.54), box.h - 8)
        rest = Box(half.right + 18, box.y, box.right - half.right - 18, box.h)
        if self._contents.chosen == OVERVIEW and rest.w >= _BOTH:
            comparison.draw_alone(canvas, half, self._result)
            box = rest
        elif (
            plot is not None
            and canvas.width >= _LARGE
            and (section is None or self._least(canvas, section) <= _page_wide(rest))
        ):
            plot.draw_plot(canvas, half)
            self._beside, box = True, rest
            if plot.pointed:
                plot.draw_read(canvas, rest)
                return
        self._page(canvas, box, section)

    def _least(self, canvas: Canvas, section: Section) -> float:
        """How wide a page should be for what is in a section."""
        return least(canvas, section, self._result.marks)

    def _page(self, canvas: Canvas, box: Box, section: Section | None) -> None:
        """A section on felt; while it is being worked out, a word of that."""
        canvas.panel(box, colours.FELT2, 8, colours.FELT3)
        if section is None:
            draw_waiting(canvas, box)
            return
        wide = _page_wide(box)
        laid_for = section, wide, box.h, canvas.scale
        before, page = self._pages.get(section.id, (None, None))
        if page is None or before != laid_for:
            page = Page(canvas, self._shown(section), wide, self._look(canvas, box))
            self._pages[section.id] = (laid_for, page)
        with canvas.scrolled(f"page-{section.id}", box.inset(1)) as pane:
            x, y = box.x + _side(box), pane.top + 18
            if section.id == OVERVIEW and not spacious(canvas):
                y = self._above(canvas, Box(x, y, wide, 0))
            pane.bottom = page.draw(canvas, x, y, box) + 24

    def _above(self, canvas: Canvas, box: Box) -> float:
        """How it ended, what is read first and the signatures, above what is told of how it went; gives the lower
        edge."""
        told = [each for each in self._headlines() if each[1] in ("lead", "plain")]
        y = draw_told(canvas, box, self._result, told, self._moment) + 10
        y = draw_first(canvas, Box(box.x, y, box.w, 0), self._entries(), self._fold.read)
        return draw_signatures(canvas, Box(box.x, y - 8, box.w, 0), self._moment)

    def _look(self, canvas: Canvas, box: Box) -> Look:
        """What pages need beside their words. Where they are read behind a tab, that has their title, and a figure is
        seen whole."""
        if self._figures is None and self._laid is not None and self._laid.found is not None:
            self._figures = self._laid.found.figures(self.app)
        painter = self._figures.paint if self._figures is not None else None
        marks, go = self._result.marks, self._bar.replay
        if spacious(canvas):
            return Look(marks, go, painter)
        room, figures = max(_FIGURE, box.h - 16), self._figures
        high = None if figures is None else lambda figure, wide: figures.high(figure, wide, room)
        return Look(marks, go, painter, titled=False, high=high)

    def _shown(self, section: Section) -> Section:
        """A section as it is read: the sentence that stands at the top gives way to the circumstances."""
        if section.id != OVERVIEW or not self._lead():
            return section
        return replace(section, blocks=(Paragraph(self._how), *section.blocks[1:]))

    def tick(self, now: float) -> bool:
        """Draw on while it ends, and while a page is being laid out."""
        _, page = self._pages.get(self._contents.chosen, (None, None))
        return self._moment.tick(now) or (page is not None and not page.whole)

    def refused(self, why: str) -> None:
        """Say above why a button cannot be pressed."""
        self._bar.tell(why, fault=True)

    # ---- keys ---------------------------------------------------------------------------------------------------

    def on(self, said: Input) -> bool:
        """In the contents the arrows turn to another topic; else a topic of more than a page hears them first, left and
        right turn to another, and up and down scroll."""
        if self._moment.on(said):
            return True
        if self._fold.on(said):
            return True
        listed = self.memory.shown and self.memory.focus.startswith(TOPIC)
        pane = self._pane(self._contents.chosen)
        plot = self._laid.plot if self._laid is not None and self._beside else None
        if not listed and any(each.on(said) for each in (pane, plot) if each is not None):
            return True
        if not isinstance(said, Key) or said.ctrl or (self.memory.shown and not listed):
            return False
        if said.name in ("up", "down") and not listed:
            return self._scroll(_NOTCH if said.name == "down" else -_NOTCH)
        steps = {"left": -1, "right": 1, "up": -1, "down": 1}
        if said.name not in steps:
            return False
        topic = self._contents.step(self._entries(), steps[said.name])
        self._go(topic)
        if listed:
            self.memory.focus = TOPIC + topic
        return True

    def _scroll(self, by: float) -> bool:
        """Go on in what is read; whether there is more of it than can be seen."""
        topic = self._contents.chosen
        pane = {"after": "aftermath"}.get(topic, topic) if any(own.id == topic for own in _OWN) else f"page-{topic}"
        reach = self.memory.reach.get(pane, 0.0)
        self.memory.scroll[pane] = max(0.0, min(reach, self.memory.scroll.get(pane, 0.0) + by))
        return reach > 0


def _digit(topic: str) -> str:
    """The digit of a topic; empty where it has none."""
    return str((_NUMBERED.index(topic) + 1) % 10) if topic in _NUMBERED else ""


def _side(box: Box) -> float:
    """The margin of a page."""
    return 28.0 if box.w > 700 else 20.0


def _page_wide(box: Box) -> float:
    """How wide a page is."""
    return box.w - 2 * _side(box) - 10
