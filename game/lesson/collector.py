"""What a process that holds many tables lets the collector of garbage do."""

from __future__ import annotations

import gc

_YOUNG, _SELDOM = 1_500, 40_000
"""Values after which it looks at those that have come since, as long as the processor has them at hand: fifty thousand
took a tenth of a second. And after how many such looks at older ones too."""


def collect_seldom() -> None:
    """Put what there is out of the collector's sight, and for hours let it look at what is new alone: tables leave no
    cycles behind, and to go through all that many of them hold takes a second in which nobody is answered."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _SELDOM, _SELDOM)
