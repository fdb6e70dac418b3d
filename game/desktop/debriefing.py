"""Talks that are over, laid open for the window. It needs what the computer's delegations need to think, so it is
loaded when it is first asked for; see `game.desktop.laid_open` for who asks."""

from __future__ import annotations

from game.debrief import Course, Debrief
from game.talks import Record
from game.text import DelegationId
from game.words.debrief import TOPICS, section
from game.words.opened import OpenedTalks
from game.words.page import Section


class Debriefing:
    """The debrief of one talks, as it is told to one reader."""

    def __init__(self, record: Record, source: bytes, me: DelegationId | None) -> None:
        """From a record, with the scenario file that it was played with. Raises what `Course.of` raises."""
        self.me = me
        self.course = Course.of(record, source)
        self.debrief = Debrief(self.course)
        self.minds = OpenedTalks(self.course)
        self.topics = tuple(TOPICS)
        """The ids of all topics, in the order in which they are read."""

    def section(self, topic: str) -> Section | None:
        """What there is to tell of a topic."""
        return section(self.debrief, topic, self.me)
