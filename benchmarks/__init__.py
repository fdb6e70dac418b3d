"""Figures, side by side with a named peer in one run: `python -m benchmarks NAME [--json]`."""
