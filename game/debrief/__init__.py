"""What is opened when the talks are over: the computer's turns once more, with what it had in mind at each."""

from game.debrief.openly import Openly, SealedError
from game.debrief.turns import Estimate, Opened, Said

__all__ = ["Estimate", "Opened", "Openly", "Said", "SealedError"]
