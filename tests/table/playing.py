"""A program that plays and keeps talks, and prints each version after it is on disk: to be killed at any moment."""

from __future__ import annotations

import sys
from pathlib import Path

from game.delegations import computer
from game.table import Store, open_table
from game.text import DelegationId


def main(path: str, scenario: str) -> None:
    """Play one game after the other in one store, until somebody kills this."""
    source = Path(scenario).read_bytes()
    store = Store(Path(path))
    for seed in range(1000):
        table = open_table(source, Path(scenario).stem, {}, computer, seed=seed, store=store)
        table.seats.update({DelegationId(who): "computer" for who in table.scenario.ids})
        print(f"game {table.game} 0", flush=True)
        while (task := table.due()) is not None:
            refused = table.submit(task.who, task.decide().move, task.version)
            assert refused is None, refused
            print(f"game {table.game} {table.version}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
