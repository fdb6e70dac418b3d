"""The player's adviser: what it would do and why, and what it says before something is given away for nothing."""

from game.adviser.counsel import Advice, Adviser, Counsel, counsel

__all__ = ["Advice", "Adviser", "Counsel", "counsel"]
