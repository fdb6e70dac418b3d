"""Draws docs/growth.png, the plot in docs/performance.md.

`python -m benchmarks analysis --json > figures.json`, then `python docs/plots.py < figures.json`.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")

from matplotlib import pyplot as plt

HERE = Path(__file__).parent
OURS = "As Appropriate"
COLOURS = {2: "#1d4f60", 3: "#7a4a12", 4: "#5a2d66", 5: "#8a2432"}
MARKS = {OURS: "o", "a plain merge": "s", "negmas's default": "D", "numpy": "^", "pareto_frontier": "v"}
LINES = {OURS: "-", "a plain merge": "--", "negmas's default": "-.", "numpy": "--", "pareto_frontier": ":"}
ROW = re.compile(r"(frontier|memory over the process before), (\d) delegations, 10\^(\d+) texts, beside (.*)")
LEAST = 0.1
"""MiB at which a curve of memory lies that cannot be seen."""


def main() -> None:
    """Time above, memory below; two delegations on the left, more on the right; ours solid, others broken."""
    rows = [(match.groups(), row) for row in json.load(sys.stdin) if (match := ROW.fullmatch(row["case"]))]
    figure, axes = plt.subplots(2, 2, figsize=(14, 9), sharex=True, sharey="row", layout="constrained")
    values: dict[tuple[str, int, str], dict[int, float | None]] = {}
    for (kind, several, power, peer), row in rows:
        values.setdefault((kind[:6], int(several), OURS), {})[int(power)] = row["ours"]
        name = next(each for each in MARKS if peer.startswith(each))
        values.setdefault((kind[:6], int(several), name), {})[int(power)] = row["peer"]
    for (kind, several, name), found in values.items():
        axis = axes[int(kind == "memory"), int(several > 2)]
        least = LEAST if kind == "memory" else 0
        points = [(power, max(value, least)) for power, value in sorted(found.items()) if value is not None]
        axis.plot(
            [power for power, _ in points],
            [value for _, value in points],
            LINES[name],
            color=COLOURS[several],
            marker=MARKS[name],
            markerfacecolor=COLOURS[several] if name == OURS else "white",
            label=name if several == 2 else f"{several} delegations, {name}",
        )
    for axis in axes.flat:
        axis.set_yscale("log")
        axis.grid(alpha=0.3)
        axis.set_xticks(range(3, 16))
    axes[0, 0].set_title("Two delegations")
    axes[0, 1].set_title("Three to five")
    axes[0, 0].set_ylabel("milliseconds")
    axes[1, 0].set_ylabel("MiB over the process before")
    axes[0, 0].legend(fontsize=8, loc="upper right")
    axes[0, 1].legend(fontsize=8, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    for axis in axes[1]:
        axis.set_xlabel("number of texts, as a power of ten")
    figure.savefig(HERE / "growth.png", dpi=100)


if __name__ == "__main__":
    main()
