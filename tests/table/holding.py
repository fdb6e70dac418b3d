"""A program that serves a class of a file until it is killed, once it has said so."""

from __future__ import annotations

import sys
import time

from game.table import ClassId
from tests.table.places import Place

if __name__ == "__main__":
    store = Place(sys.argv[1]).open()
    print(store.hold(ClassId(int(sys.argv[2]))), flush=True)
    time.sleep(60)
