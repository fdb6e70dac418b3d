"""What is worked out of finished talks beside the drawing thread, one topic after the other; what a player looks at
comes first. A topic that fails is told as a sentence, and the window goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from game.desktop.worker import Worker
from game.scenario import ScenarioError
from game.talks import Record, ReplayError
from game.text import DelegationId
from game.words import say
from game.words.faults import fault as fault_words
from game.words.page import Paragraph, Section

if TYPE_CHECKING:
    # Handed over, and loaded when talks are over: the first frame of the window does not wait for it.
    from game.desktop.debriefing import Debriefing

Opener: TypeAlias = "Callable[[Record, bytes, DelegationId | None], Debriefing]"
"""Lays finished talks open, given their record, their scenario file and who reads."""


class LaidOpen:
    """One talks, as far as they have been laid open."""

    def __init__(self, worker: Worker, opener: Opener, record: Record, source: bytes, me: DelegationId | None) -> None:
        self._worker = worker
        self.found: Debriefing | None = None
        """The debrief, once it is there."""
        self.fault = ""
        """Why the talks cannot be laid open; empty if they can."""
        self.told: dict[str, Section | None] = {}
        """The topics that have been worked out; None where there is nothing to tell."""
        self.changed: Callable[[], None] = lambda: None
        """Called whenever there is more."""
        worker.put(lambda: opener(record, source, me), self._opened, self._barred, first=True)

    @property
    def whole(self) -> bool:
        """Whether nothing is being worked out any more."""
        return bool(self.fault) or (self.found is not None and len(self.told) == len(self.found.topics))

    def want(self, topic: str) -> None:
        """Somebody waits for this topic: work it out next."""
        if self.found is not None and topic in self.found.topics and topic not in self.told:
            self._put(topic, first=True)

    def _opened(self, found: Debriefing) -> None:
        self.found = found
        for topic in found.topics:
            self._put(topic)
        for turn in found.minds.turns:
            self._worker.put(lambda turn=turn: found.minds.open(turn), lambda _: None)  # type: ignore[misc]
        self.changed()

    def _put(self, topic: str, *, first: bool = False) -> None:
        def tell() -> Section | None:
            assert self.found is not None
            return self.told[topic] if topic in self.told else self.found.section(topic)

        self._worker.put(
            tell, lambda told: self._tell(topic, told), lambda _: self._tell(topic, _failed(topic)), first=first
        )

    def _tell(self, topic: str, told: Section | None) -> None:
        self.told.setdefault(topic, told)
        self.changed()

    def _barred(self, fault: Exception) -> None:
        known = isinstance(fault, ValueError | ReplayError | ScenarioError)
        self.fault = fault_words(fault) if known else say("The debrief could not be worked out.")
        self.changed()


def _failed(topic: str) -> Section:
    """What stands in the place of a topic that could not be worked out."""
    words = say("This part of the debrief could not be worked out. Nothing else depends on it.")
    return Section(topic, say("A part that failed"), (Paragraph(words, "note"),))
