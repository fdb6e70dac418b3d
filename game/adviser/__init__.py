"""The player's adviser: what it would do and why, and against what it warns, as values. The words' room says them."""

from game.adviser.counsel import Advice, Counsel, counsel

__all__ = ["Advice", "Counsel", "counsel"]
