"""How long from the start of a process to its first frame, and to the help text.

The peers are the least that could be done instead: a pygame-ce window that shows one filled frame, and an argparse
program that prints its help. Everything runs on SDL's dummy driver, in turn, and medians are compared.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

from benchmarks import Row

RUNS = 9

_OURS = """
import pygame
flip = pygame.display.flip
def first():
    flip()
    import os
    os._exit(0)
pygame.display.flip = first
from game.__main__ import main
main({argv})
"""
_PEER = """
import pygame
pygame.display.init()
pygame.font.init()
window = pygame.display.set_mode((1440, 900))
window.fill((24, 44, 52))
window.blit(pygame.font.Font(None, 40).render("As Appropriate", True, (255, 255, 255)), (40, 40))
pygame.display.flip()
"""
_HELP = "import argparse; argparse.ArgumentParser().print_help()"


def rows(_: float) -> list[Row]:
    """A row for each way to start."""
    briefing = ["play", "partnership-for-peace-1994", "--seat", "RUS", "--desktop"]
    return [
        first_frame(),
        _row("first frame, briefing of the main scenario", _OURS.format(argv=briefing), _PEER),
        _row("--help", "from game.__main__ import main; main(['--help'])", _HELP),
    ]


def first_frame() -> Row:
    """The title."""
    return _row("first frame, title", _OURS.format(argv=["play", "--desktop"]), _PEER)


def _row(case: str, ours: str, peer: str) -> Row:
    times: dict[str, list[float]] = {ours: [], peer: []}
    with tempfile.TemporaryDirectory() as home:
        for _ in range(RUNS + 1):
            for program, taken in times.items():
                taken.append(_run(program, home))
    mine, theirs = (statistics.median(taken[1:]) for taken in times.values())
    return {"case": case, "ours": round(mine), "peer": round(theirs), "ratio": round(mine / theirs, 2), "unit": "ms"}


def _run(program: str, home: str) -> float:
    env = {**os.environ, "SDL_VIDEODRIVER": "dummy", "AS_APPROPRIATE_HOME": home}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], env=env, check=True, timeout=60, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000
