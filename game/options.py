"""The options of the commands that have many: what each is called, and the sentence that explains it."""

from __future__ import annotations

import argparse

from game.numbers import budget, jobs, runs, scale, scheduler, seed


def play_options(play: argparse.ArgumentParser) -> None:
    """What can be said of a game that a person plays."""
    play.add_argument("scenario", metavar="SCENARIO", nargs="?", help="the id of a scenario, or a file")
    play.add_argument("--seat", metavar="ID", help="the delegation to play, such as RUS")
    play.add_argument("--seed", type=seed, metavar="N", help="the computer's chance; drawn if it is not given")
    opening_options(play)
    face = play.add_mutually_exclusive_group()
    face.add_argument("--terminal", action="store_true", help="play by keyboard, in plain lines")
    face.add_argument("--desktop", action="store_true", help="play in a window")
    play.add_argument("--no-save", action="store_true", help="keep nothing on disk")
    play.add_argument("--no-adviser", action="store_true", help="nobody who plays has an adviser in these talks")
    play.add_argument("--scale", type=scale, metavar="S", help="size of the letters in the window, such as 1.5")


def simulate_options(simulate: argparse.ArgumentParser) -> None:
    """What can be said of a sweep."""
    simulate.add_argument("scenario", metavar="SCENARIO", help="the id of a scenario, or a file")
    simulate.add_argument("--runs", type=runs, default=100, metavar="N", help="how many talks; 100 if not given")
    simulate.add_argument("--seed", type=seed, default=1, metavar="N", help="of the first talks, then one more each")
    simulate.add_argument(
        "--policy", action="append", default=[], metavar="WHO=NAME", help="who plays a seat; the trader where not given"
    )
    simulate.add_argument("--as-written", action="store_true", help="instructions as in the file, not drawn by seed")
    where = simulate.add_mutually_exclusive_group()
    where.add_argument("--jobs", type=jobs, metavar="N", help="processes at once; as many as cores if not given")
    where.add_argument("--cluster", type=scheduler, metavar="ADDRESS", help="a Dask scheduler, such as tcp://host:8786")
    simulate.add_argument("--json", action="store_true", help="one JSON object")
    simulate.add_argument(
        "--each", metavar="FILE", help="also a line for each talks: CSV if it ends in .csv, else JSON"
    )
    simulate.add_argument("--no-progress", action="store_true", help="no bar that shows how far it is")


def opening_options(verb: argparse.ArgumentParser) -> None:
    """How talks begin, for every command that begins some."""
    verb.add_argument("--as-written", action="store_true", help="instructions as in the file, not drawn by seed")
    levels = "how well the computer plays: student, attache, ambassador, minister; or WHO=LEVEL"
    verb.add_argument("--level", action="append", default=[], metavar="LEVEL", help=levels)
    verb.add_argument("--after", metavar="RECORD", help="finished talks that a sequel follows: a file, or their number")


def analyse_options(analyse: argparse.ArgumentParser) -> None:
    """What can be said of an analysis."""
    analyse.add_argument("scenario", metavar="SCENARIO", help="the id of a scenario, or a file")
    analyse.add_argument(
        "--seed", type=seed, metavar="N", help="the instructions as the seed draws them; else as they are written"
    )
    analyse.add_argument("--json", action="store_true", help="one JSON object")
    analyse.add_argument("--chart", action="store_true", help="draw where the texts lie, in signs")
    analyse.add_argument("--budget", type=budget, default=1.0, metavar="X", help="times the usual budget")
