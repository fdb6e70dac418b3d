"""Plain alternating offers and our bidder for them, measured among other programs. No game is played by it."""

from benchmarks.bidding.alternating import Bidder, Ended, alternate
from benchmarks.bidding.nash_bidder import NashBidder
from benchmarks.bidding.preparation import Preparation
from benchmarks.bidding.timed import Timed

__all__ = ["Bidder", "Ended", "NashBidder", "Preparation", "Timed", "alternate"]
