"""Figures, side by side with a named peer in one run: `python -m benchmarks NAME [--json]`."""

Row = dict[str, str | float | None]
"""One line of a benchmark: `case`, `ours`, `peer`, `ratio` and `unit`; what could not be measured is None."""
