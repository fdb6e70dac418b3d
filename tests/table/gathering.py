"""A program that serves a class of several tables: it gathers what is done at them, commits it in another thread, and
prints what is on disk. To be killed at any moment. With `early` it prints before it commits, as no server may."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from random import Random

from game.table import ClassId, Device, GameId, Made
from tests.table.places import Place

ANN = Device("ann")


def main(name: str, class_number: str, seed: str, *, early: bool) -> None:
    """Keep one batch after the other, until somebody kills this."""
    store, of_class, chance = Place(name).open(), ClassId(int(class_number)), Random(seed)
    moves: dict[GameId, int] = {game: store.moves(game) for game in store.classes()[0].games}
    acts = len(store.class_acts(of_class))
    with ThreadPoolExecutor(1) as writer:
        while True:
            store.gather()
            for game in chance.choices(list(moves), k=chance.randrange(1, 9)):
                moves[game] += 1
                store.append(game, moves[game], said(moves[game]), act=Made(ANN, f"m{moves[game]}"))
            acts += 1
            store.keep_class_act(of_class, acts, f"act {acts}")
            told = " ".join(f"{game}:{number}" for game, number in moves.items())
            if early:
                print(f"{acts} {told}", flush=True)
                time.sleep(0.002)  # as long as a slow disk takes
            writer.submit(store.commit).result()
            if not early:
                print(f"{acts} {told}", flush=True)


def said(number: int) -> str:
    """A move of that number."""
    return f'{"BORO" if number % 2 else "ARIA"} says  "Word {number}."'


if __name__ == "__main__":
    _, place, number, start, when = sys.argv
    main(place, number, start, early=when == "early")
