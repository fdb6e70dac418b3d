"""Exact numbers about a text: what could be agreed, what is fair, what was left on the table. Nothing is enumerated."""

from game.analysis.aftermath import BANDS, AftermathSummary, Vagueness, aftermath_summary
from game.analysis.aftermath_sheet import AftermathSheet, aftermath_sheet, walk_away_with_aftermath
from game.analysis.audiences import Approval, approval, thresholds
from game.analysis.budget import HASTY_BUDGET, ORDINARY_BUDGET, Budget
from game.analysis.census import Census, Density, census, density, how_many_better, texts_in
from game.analysis.delay import DelayCost, delay_costs
from game.analysis.fair import Fair, fair
from game.analysis.frontier import Deal, Frontier, frontier
from game.analysis.improvements import Improvement, Place, improvements, place
from game.analysis.lint_agreement import doubts
from game.analysis.mean import Mean, mean
from game.analysis.overview import Analysis, Historical, analyse
from game.analysis.profile import Profile, Reply, best_reply, profile
from game.analysis.sheet import Points, Sheet, Threshold, worth
from game.analysis.shortest_paths import ShortestPaths, shortest_paths
from game.analysis.space import Space, closed_to, space_of

__all__ = [
    "BANDS",
    "HASTY_BUDGET",
    "ORDINARY_BUDGET",
    "AftermathSheet",
    "AftermathSummary",
    "Analysis",
    "Approval",
    "Budget",
    "Census",
    "Deal",
    "DelayCost",
    "Density",
    "Fair",
    "Frontier",
    "Historical",
    "Improvement",
    "Mean",
    "Place",
    "Points",
    "Profile",
    "Reply",
    "Sheet",
    "ShortestPaths",
    "Space",
    "Threshold",
    "Vagueness",
    "aftermath_sheet",
    "aftermath_summary",
    "analyse",
    "approval",
    "best_reply",
    "census",
    "closed_to",
    "delay_costs",
    "density",
    "doubts",
    "fair",
    "frontier",
    "how_many_better",
    "improvements",
    "mean",
    "place",
    "profile",
    "shortest_paths",
    "space_of",
    "texts_in",
    "thresholds",
    "walk_away_with_aftermath",
    "worth",
]
