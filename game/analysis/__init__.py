"""Exact numbers about a text: what could be agreed, what is fair, what was left on the table. Nothing is enumerated."""

from game.analysis.budget import HASTY, ORDINARY, Budget
from game.analysis.census import Census, Density, census, density, texts_in
from game.analysis.changes import Change, Place, improvements, place
from game.analysis.doubts import doubts
from game.analysis.fair import Fair, fair
from game.analysis.frontier import Deal, Frontier, frontier
from game.analysis.overview import Analysis, Historical, analyse
from game.analysis.profile import Profile, Reply, best_reply, profile
from game.analysis.sheet import Points, Sheet, Threshold, weighing, worth
from game.analysis.space import Space, closed_to, space_of

__all__ = [
    "HASTY",
    "ORDINARY",
    "Analysis",
    "Budget",
    "Census",
    "Change",
    "Deal",
    "Density",
    "Fair",
    "Frontier",
    "Historical",
    "Place",
    "Points",
    "Profile",
    "Reply",
    "Sheet",
    "Space",
    "Threshold",
    "analyse",
    "best_reply",
    "census",
    "closed_to",
    "density",
    "doubts",
    "fair",
    "frontier",
    "improvements",
    "place",
    "profile",
    "space_of",
    "texts_in",
    "weighing",
    "worth",
]
