"""The talks laid open when they are over: their course, what every text would have been worth, and the computer's turns
once more, with what it had in mind at each."""

from game.debrief.clauses import Clauses, clauses
from game.debrief.course import Course, SealedError, Step
from game.debrief.debrief import Debrief
from game.debrief.differences import Differences, differences
from game.debrief.how_it_went import HowItWent, how_it_went
from game.debrief.measures import Measures, measures
from game.debrief.openly import Openly
from game.debrief.parts import Part, Parts, parts
from game.debrief.pointing import Pointed, Pointer
from game.debrief.turns import Estimate, Opened, Said

__all__ = [
    "Clauses",
    "Course",
    "Debrief",
    "Differences",
    "Estimate",
    "HowItWent",
    "Measures",
    "Opened",
    "Openly",
    "Part",
    "Parts",
    "Pointed",
    "Pointer",
    "Said",
    "SealedError",
    "Step",
    "clauses",
    "differences",
    "how_it_went",
    "measures",
    "parts",
]
