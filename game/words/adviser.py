"""The player's adviser as the faces hear it: what it says, in the language that is spoken when it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.adviser import Counsel, Course, counsel
from game.seat import Seated
from game.talks import Move, Shift
from game.words.advice import lead, opinion
from game.words.advice_arguments import argument
from game.words.advice_risks import risk
from game.words.advice_warnings import warning


@dataclass(frozen=True, slots=True)
class ToldCourse:
    """Something that could be done now, in sentences."""

    move: Move
    lead: str
    """What it is, and the reason that matters most."""
    speaks: tuple[str, ...]
    """What else speaks for it."""
    risks: tuple[str, ...]
    """What stands against it."""


@dataclass(frozen=True, slots=True)
class ToldOpinion:
    """What the adviser thinks of a package that a player has in mind, in sentences."""

    lead: str
    speaks: tuple[str, ...]
    risks: tuple[str, ...]


@dataclass(frozen=True)
class ToldCounsel:
    """All that an adviser can say at one moment, in the language that is spoken when it is asked."""

    here: Seated
    """What it is about."""
    counsel: Counsel

    def think(self) -> None:
        """Work out what could be done, so that it is there when it is asked."""
        self.counsel.think()

    @property
    def courses(self) -> tuple[ToldCourse, ...]:
        """What could be done, the best first; nothing while somebody else has the floor, and in the gallery."""
        return tuple(self._told(each) for each in self.counsel.courses)

    def _told(self, course: Course) -> ToldCourse:
        scenario = self.here.scenario
        speaks = tuple(argument(scenario, each) for each in course.speaks)
        return ToldCourse(
            course.move, lead(scenario, course.lead), speaks, tuple(risk(scenario, each) for each in course.risks)
        )

    def opinion(self, shifts: tuple[Shift, ...]) -> ToldOpinion | None:
        """What it thinks of a package; None for an empty one, and where nothing can be tabled now."""
        found, scenario = self.counsel.opinion(shifts), self.here.scenario
        if found is None:
            return None
        warned = tuple(warning(scenario, each) for each in found.warnings)
        against = tuple(risk(scenario, each) for each in found.risks)
        speaks = tuple(argument(scenario, each) for each in found.speaks)
        return ToldOpinion(opinion(scenario, found), speaks, tuple(dict.fromkeys((*warned, *against))))

    def warnings(self, move: Move) -> tuple[str, ...]:
        """What it says before a move is made; nothing before most of them."""
        return tuple(warning(self.here.scenario, each) for each in self.counsel.warnings(move))


class Adviser(Protocol):
    """Whoever is asked at a seat."""

    def __call__(self, here: Seated) -> ToldCounsel:
        """What an adviser can say to this seat now."""


def told_counsel(here: Seated) -> ToldCounsel:
    """The adviser of a seat."""
    return ToldCounsel(here, counsel(here.view))
