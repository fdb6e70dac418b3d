"""A program that plays and keeps talks and acts, and prints how many of each there are after each is on disk: to be
killed at any moment."""

from __future__ import annotations

import sys
from pathlib import Path

from game.delegations import computer
from game.table import Device, Join, Made, Rename, Store, open_table
from game.text import DelegationId


def main(path: str, scenario: str) -> None:
    """Play one game after the other in one store, until somebody kills this."""
    source = Path(scenario).read_bytes()
    store = Store(Path(path))
    for seed in range(1000):
        table = open_table(source, Path(scenario).stem, {}, computer, seed=seed, store=store)
        table.seats.update({DelegationId(who): "computer" for who in table.scenario.ids})
        game, ann = table.game or 0, Device("ann")
        store.keep_act(game, 1, 0, Join(ann, table.floor, "Ann"))
        acts = 1
        print(f"game {game} 0 {acts}", flush=True)
        while (task := table.due()) is not None:
            refused = table.submit(task.who, task.decide().move, task.version, Made(ann, f"m{table.version + 1}"))
            assert refused is None, refused
            acts += 1
            print(f"game {game} {table.version} {acts}", flush=True)
            if table.version % 3 == 0:
                acts += 1
                store.keep_act(game, acts, table.version, Rename(ann, f"Ann {acts}"))
                print(f"game {game} {table.version} {acts}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
