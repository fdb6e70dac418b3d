"""Talks, analyses and simulations for a program: JSON, CSV, and maps of signs. It decides nothing and counts nothing.

`analysis_json`, `chart`, `runs` and `simulation_json` are not on this page: who only plays should not wait for them.
"""

from game.reports.talks_json import event_json, summary_json

__all__ = ["event_json", "summary_json"]
