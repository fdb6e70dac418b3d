"""Many talks at once: who plays what, on one core, on all of this machine or on a cluster, and what comes of it; and
whether the hours that a scenario leaves for a last swap are enough.

`jobs` and `cluster` are not on this page: only they know other processes, and only `cluster` knows Dask, an extra.
"""

from game.simulation.faults import LostPolicy, SweepFailed
from game.simulation.repair import Repair, SentBack, hours_left, quickest_repair, repair_doubts, sent_back
from game.simulation.run import Run, run
from game.simulation.strategies import POLICIES
from game.simulation.sweep import Sweep
from game.simulation.tally import Tally

__all__ = [
    "POLICIES",
    "LostPolicy",
    "Repair",
    "Run",
    "SentBack",
    "Sweep",
    "SweepFailed",
    "Tally",
    "hours_left",
    "quickest_repair",
    "repair_doubts",
    "run",
    "sent_back",
]
