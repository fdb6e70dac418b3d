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
COLOURS = {2: "#1d4f60", 3: "#7a4a12", 4: "#5a2d66", 5: "#8a2432"}
MARKS = {2: "o", 3: "s", 4: "D", 5: "^"}


def main() -> None:
    """Time above, memory below; ours solid, negmas dashed."""
    rows = json.load(sys.stdin)
    figure, axes = plt.subplots(2, 1, figsize=(9, 9), sharex=True, layout="constrained")
    for axis, kind, unit in zip(
        axes, ("frontier", "memory"), ("milliseconds", "MiB over the process before"), strict=True
    ):
        for delegations in COLOURS:
            pattern = re.compile(rf"{kind}, {delegations} delegations, 10\^(\d+) texts")
            found = [(int(match[1]), row) for row in rows if (match := pattern.fullmatch(row["case"]))]
            for who, line in (("ours", "-"), ("peer", "--")):
                points = [(power, max(row[who], 0.1)) for power, row in found if row[who] is not None]
                name = f"{delegations} delegations, {'As Appropriate' if who == 'ours' else 'negmas'}"
                axis.plot(
                    [power for power, _ in points],
                    [value for _, value in points],
                    line,
                    color=COLOURS[delegations],
                    marker=MARKS[delegations],
                    markerfacecolor="white" if who == "peer" else COLOURS[delegations],
                    label=name,
                )
        axis.set_yscale("log")
        axis.set_ylabel(unit)
        axis.grid(alpha=0.3)
    axes[0].set_title("Frontier, Nash and Kalai-Smorodinsky: time and memory")
    axes[0].legend(fontsize=9, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    axes[1].set_xlabel("number of texts, as a power of ten")
    axes[1].set_xticks(range(3, 16))
    figure.savefig(HERE / "growth.png", dpi=100)


if __name__ == "__main__":
    main()
