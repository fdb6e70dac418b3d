"""How much an analysis may take. It is stated in partial texts, not in seconds, so that it gives the same answer on
every machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of time and memory. What does not fit is answered in part, and says that it is not exact."""

    width: int = 20_000
    """Nodes in one layer of the diagram: how tangled exclusions and pair terms may be."""
    held: int = 2_000_000
    """Sums that are kept at once: memory, up to about 150 bytes each."""
    work: int = 100_000_000
    """Time for one question, about a tenth of a microsecond each: a sum that is looked at costs one with up to three
    sheets, four with four, sixteen with five and sixty-four with six, because so much longer it takes to tell whether
    others beat it."""

    def times(self, factor: float) -> Budget:
        """So many times as much of everything."""
        return Budget(*(max(1, round(limit * factor)) for limit in (self.width, self.held, self.work)))

    def sums(self, sheets: int) -> int:
        """How many sums may be looked at when they are compared on so many sheets."""
        dearer: int = 4 ** max(0, sheets - 3)
        return max(1, self.work // dearer)


ORDINARY_BUDGET = Budget()
"""What every question may take unless it is told otherwise: half a minute at worst, and half a GiB."""

HASTY_BUDGET = ORDINARY_BUDGET.times(0.05)
"""What a question may take that is asked while somebody waits."""
