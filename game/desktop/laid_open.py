"""What is worked out of finished talks beside the drawing thread, one topic after the other; what a player looks at
comes first. A topic that fails is told as a sentence, and the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeAlias, runtime_checkable

from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.inputs import Input
from game.desktop.worker import Worker
from game.scenario import ScenarioError
from game.talks import Record, ReplayError
from game.text import DelegationId
from game.words import say
from game.words.faults import fault as fault_words
from game.words.page import Paragraph, Section

if TYPE_CHECKING:
    # Handed over, and loaded when talks are over: the first frame of the window does not wait for it.
    from game.desktop.app import App
    from game.desktop.debriefing import Debriefing

FIRST = "first"
"""No topic, but which of them are read first."""
SHELF = "shelf"
"""The topic of earlier talks."""
Opener: TypeAlias = "Callable[[Record, bytes, DelegationId | None], Debriefing]"
"""Lays finished talks open, given their record, their scenario file and who reads."""


class Pane(Protocol):
    """A topic that is more than a page: it draws itself in a box, and hears an input first."""

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draw everything, and say what can be pressed where."""

    def on(self, said: Input) -> bool:
        """Hear an input; True if it has been dealt with."""


@runtime_checkable
class Asking(Protocol):
    """A topic that asks something."""

    @property
    def asks(self) -> bool:
        """Whether it waits for an answer now."""
        ...


class Plotted(Pane, Protocol):
    """The plot, which can also stand beside other topics."""

    @property
    def pointed(self) -> bool:
        """Whether somebody reads in it now."""

    def draw_plot(self, canvas: Canvas, left: Box) -> None:
        """The plot alone."""

    def draw_read(self, canvas: Canvas, box: Box) -> None:
        """What is read in it."""


class LaidOpen:
    """One talks, as far as they have been laid open. Its thread ends with the last topic, or when it is closed."""

    def __init__(
        self,
        app: App,
        opener: Opener,
        record: Record,
        source: bytes,
        me: DelegationId | None,
        earlier: Iterable[tuple[Record, bytes] | None] = (),
    ) -> None:
        """`earlier` are other talks of the same scenario. They are read last, one in a frame at most."""
        self._app = app
        self._worker = Worker("debrief")
        self.found: Debriefing | None = None
        """The debrief, once it is there."""
        self.fault = ""
        """Why the talks cannot be laid open; empty if they can."""
        self.told: dict[str, Section | None] = {}
        """The topics that have been worked out; None where there is nothing to tell."""
        self.panes: dict[str, Pane] = {}
        """The topics that are more than a page, as far as they have been prepared."""
        self.plot: Plotted | None = None
        """The plot, once it has been prepared."""
        self._awaited: set[str] = set()
        self._earlier: Iterator[tuple[Record, bytes] | None] | None = iter(earlier)
        self._shelving = False
        self._later = True
        """Whether what can wait still does."""
        self._worker.put(lambda: opener(record, source, me), self._opened, self._barred)

    @property
    def whole(self) -> bool:
        """Whether nothing is being worked out any more that can be seen."""
        return bool(self.fault) or (self.found is not None and not self._awaited and self._earlier is None)

    @property
    def topics(self) -> tuple[str, ...]:
        """The ids of the topics that there are, in the order in which they are read; none while nothing is there. That
        of earlier talks comes when these have been read."""
        if self.found is None:
            return ()
        return (*self.found.topics, *([SHELF] if self.told.get(SHELF) is not None else []))

    @property
    def opens(self) -> bool:
        """Whether what is seen first is there."""
        return self.found is not None and not self._awaited.intersection(self.found.soon)

    def asks(self, topic: str) -> bool:
        """Whether a topic waits for an answer now."""
        pane = self.panes.get(topic)
        return isinstance(pane, Asking) and pane.asks

    def want(self, topic: str) -> None:
        """Somebody waits for this topic: work it out next."""
        if topic in self._awaited:
            self._put(topic, first=True)

    def deliver(self, wait: float = 0.0) -> None:
        """Take over what has been worked out; with `wait`, stand still for it so many seconds at most."""
        if self._worker.deliver(wait):
            self._app.redraw()

    def go_on(self) -> None:
        """Begin what can wait until what is seen first has been drawn: the other topics, then what the computers had in
        mind, then earlier talks."""
        found = self.found
        if found is None or not self.opens:
            return
        if self._later:
            self._later = False
            for topic in dict.fromkeys((*found.topics, *found.panes)):
                if topic in self._awaited:
                    self._put(topic)
            for turn in found.minds.turns:
                self._worker.put(partial(found.minds.open, turn), lambda _: None)
        if not self._awaited and not self._shelving:
            self._read_on(found)

    def close(self) -> None:
        """Work nothing else out."""
        self._worker.stop()

    def _opened(self, found: Debriefing) -> None:
        self.found = found
        self._awaited |= {*found.topics, *found.panes, *found.soon}
        for topic in found.soon:
            self._put(topic)

    def _read_on(self, found: Debriefing) -> None:
        """Read the next of the earlier talks, and have it played again; after the last of them, tell of all."""
        if self._earlier is None:
            return
        try:
            earlier = next(self._earlier)
        except StopIteration:
            self._earlier = None
            self._awaited.add(SHELF)
            self._put(SHELF)
            return
        self._shelving = True
        self._worker.put(lambda: found.shelve(earlier), self._shelved, self._shelved)

    def _shelved(self, _: object) -> None:
        self._shelving = False

    def _put(self, topic: str, *, first: bool = False) -> None:
        """Work a topic out, if nobody has meanwhile."""

        def work() -> tuple[Section | None, Pane | None] | None:
            return self.found.topic(topic, self._app) if self.found is not None and topic in self._awaited else None

        def done(found: tuple[Section | None, Pane | None] | None) -> None:
            if found is not None and topic in self._awaited:
                self.told[topic], pane = found
                if pane is not None:
                    self.panes[topic] = pane
                if topic == SHELF and self.found is not None:
                    self.found.put_on(self.panes.values())
                self._awaited.discard(topic)
                self.plot = self.found.plot if self.found is not None else None

        self._worker.put(work, done, lambda _: done((_failed(topic), None)), first=first)

    def _barred(self, fault: Exception) -> None:
        known = isinstance(fault, ValueError | ReplayError | ScenarioError)
        self.fault = fault_words(fault) if known else say("The debrief could not be worked out.")


def _failed(topic: str) -> Section:
    """What stands in the place of a topic that could not be worked out."""
    words = say("This part of the debrief could not be worked out. Nothing else depends on it.")
    return Section(topic, say("A part that failed"), (Paragraph(words, "note"),))
