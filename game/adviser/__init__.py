"""The player's adviser: what it would do and why, and against what it warns, as values. The words' room says them."""

from game.adviser.counsel import Counsel, Course, Opinion, counsel

__all__ = ["Counsel", "Course", "Opinion", "counsel"]
