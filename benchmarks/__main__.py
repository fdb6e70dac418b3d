"""The command line of the benchmarks."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    Row,
    analysis,
    classroom,
    debrief,
    depth,
    desktop,
    levels,
    negotiation,
    queueing,
    startup,
    strangers,
    table,
    tables,
)

BENCHMARKS: dict[str, Callable[[float], list[Row]]] = {
    "analysis": analysis.rows,
    "classroom": classroom.rows,
    "debrief": debrief.rows,
    "depth": depth.rows,
    "desktop": desktop.rows,
    "levels": levels.rows,
    "negotiation": negotiation.rows,
    "queueing": queueing.rows,
    "startup": startup.rows,
    "strangers": strangers.rows,
    "strangers-long": strangers.rows_long,
    "table": table.rows,
    "tables": tables.rows,
}


def main(argv: list[str] | None = None) -> int:
    """Run one benchmark and print its rows."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=sorted([*BENCHMARKS, "published"]))
    parser.add_argument("--json", action="store_true", help="print a list of rows as JSON")
    parser.add_argument(
        "--domains", type=Path, metavar="FOLDER", help="published domains of GENIUS or NegoLog, for `published`"
    )
    parser.add_argument(
        "--patience", type=float, default=30.0, metavar="S", help="seconds that a slow peer is given for one size"
    )
    asked = parser.parse_args(argv)
    if asked.name == "published":
        if asked.domains is None:
            parser.error("published domains are no part of this project: name a folder with --domains FOLDER")
        try:
            rows = strangers.rows_published(asked.domains)
        except FileNotFoundError as missing:
            parser.error(str(missing))
    else:
        rows = BENCHMARKS[asked.name](asked.patience)
    if asked.json:
        print(json.dumps(rows, indent=2))
        return 0
    width = max(len(str(row["case"])) for row in rows)
    for row in rows:
        told = {name: "-" if found is None else found for name, found in row.items() if name not in ("case", "unit")}
        figures = "  ".join(f"{name} {found:>9}" for name, found in told.items())
        print(f"{row['case']:<{width}}  {figures}  {row.get('unit', '')}".rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
