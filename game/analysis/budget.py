"""How much an analysis may take. It is stated in partial texts, not in seconds, so that it gives the same answer on
every machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of time and memory. What does not fit is answered in part, and says that it is not exact."""

    width: int = 2_000
    """Nodes in one layer of the diagram: how tangled exclusions and pair terms may be."""
    held: int = 2_000_000
    """Sums that are kept at once: memory, about 100 bytes each."""
    work: int = 20_000_000
    """Sums that are looked at in one question: time, a few seconds in all."""

    def times(self, factor: float) -> Budget:
        """So many times as much of everything."""
        return Budget(*(max(1, round(limit * factor)) for limit in (self.width, self.held, self.work)))


ORDINARY = Budget()
"""What every question may take unless it is told otherwise."""
