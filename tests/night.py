"""How often the slow tests try what they try by chance: enough by day, and many times as often at night.

`make test-night` sets the environment variable. What holds by day is claimed of every try; the
night looks for the rare.
"""

from __future__ import annotations

import os

AT_NIGHT = bool(os.environ.get("TEST_AT_NIGHT"))


def tries(by_day: int, at_night: int) -> int:
    """How many there are to be in this run."""
    return at_night if AT_NIGHT else by_day
