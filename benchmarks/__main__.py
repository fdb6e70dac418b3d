"""The command line of the benchmarks."""

from __future__ import annotations

import argparse
import json
import sys

from benchmarks import startup

BENCHMARKS = {"startup": startup.rows}


def main(argv: list[str] | None = None) -> int:
    """Run one benchmark and print its rows."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=sorted(BENCHMARKS))
    parser.add_argument("--json", action="store_true", help="print a list of rows as JSON")
    asked = parser.parse_args(argv)
    rows = BENCHMARKS[asked.name]()
    if asked.json:
        print(json.dumps(rows, indent=2))
        return 0
    for row in rows:
        print(f"{row['case']:<44} ours {row['ours']:>8}  peer {row['peer']:>8}  ratio {row['ratio']:>6}  {row['unit']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
