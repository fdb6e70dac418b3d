"""Exact numbers about a text: what could be agreed, what is fair, what was left on the table. Nothing is enumerated."""

from game.analysis.audiences import Approval, approval, thresholds
from game.analysis.budget import HASTY, ORDINARY, Budget
from game.analysis.census import Census, Density, census, density, texts_in
from game.analysis.changes import Change, Place, improvements, place
from game.analysis.fair import Fair, fair
from game.analysis.foresight import Foresight, foresight, lived_with, walk_away_lived_with
from game.analysis.frontier import Deal, Frontier, frontier
from game.analysis.later import BANDS, Later, Vagueness, later
from game.analysis.lint_agreement import doubts
from game.analysis.overview import Analysis, Historical, analyse
from game.analysis.profile import Profile, Reply, best_reply, profile
from game.analysis.sheet import Points, Sheet, Threshold, weighing, worth
from game.analysis.space import Space, closed_to, space_of
from game.analysis.waiting import Waiting, waiting

__all__ = [
    "BANDS",
    "HASTY",
    "ORDINARY",
    "Analysis",
    "Approval",
    "Budget",
    "Census",
    "Change",
    "Deal",
    "Density",
    "Fair",
    "Foresight",
    "Frontier",
    "Historical",
    "Later",
    "Place",
    "Points",
    "Profile",
    "Reply",
    "Sheet",
    "Space",
    "Threshold",
    "Vagueness",
    "Waiting",
    "analyse",
    "approval",
    "best_reply",
    "census",
    "closed_to",
    "density",
    "doubts",
    "fair",
    "foresight",
    "frontier",
    "improvements",
    "later",
    "lived_with",
    "place",
    "profile",
    "space_of",
    "texts_in",
    "thresholds",
    "waiting",
    "walk_away_lived_with",
    "weighing",
    "worth",
]
