"""The commands that write papers: reports of talks, and what a class is played with on paper.

What one needs is imported when it runs, as everywhere on the command line.
"""

from __future__ import annotations

import argparse

from game import process

OK = 0


def report(options: argparse.Namespace) -> int:
    """What finished talks were worth."""
    from game.terminal import standard_console
    from game.terminal.reporting import report

    how = {"scenario": options.scenario, "seat": options.seat, "named": options.names, "over": options.force}
    how |= {"asks": process.has_terminal(), "progress": not options.no_progress}
    report(standard_console(), options.files, options.output, **how)
    return OK


def handout(options: argparse.Namespace) -> int:
    """All that a teacher prints for a scenario."""
    from game.terminal import standard_console
    from game.terminal.handouts import hand_out

    how = {"edition": options.edition, "seed": options.seed, "over": options.force, "asks": process.has_terminal()}
    hand_out(standard_console(), options.scenario, options.output, **how)
    return OK


def known(options: argparse.Namespace) -> int:
    """What is known of a scenario, and what is made up."""
    from game.terminal import standard_console
    from game.terminal.handouts import tell_known

    tell_known(standard_console(), options.scenario, options.edition)
    return OK


def glossary(options: argparse.Namespace) -> int:
    """What a word means, or all of them."""
    from game.terminal import standard_console
    from game.terminal.glossary import tell_glossary

    tell_glossary(standard_console(), " ".join(options.words))
    return OK


def paper(options: argparse.Namespace) -> int:
    """What was agreed on paper, and what it was worth."""
    from game.terminal import standard_console
    from game.terminal.typing_in import Played, type_in

    played = Played(options.scenario, options.edition, options.seed)
    how = {"records": options.records, "over": options.force, "asks": process.has_terminal()}
    type_in(standard_console(), played, options.file, options.output, **how, progress=not options.no_progress)
    return OK
