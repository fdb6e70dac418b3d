"""What a teacher prints for a class, into a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.reports.document import Document, html
from game.reports.handout import handout_of
from game.reports.pdf import pdf
from game.scenario import Seed, drawn, historical, open_scenario
from game.terminal.console import Console
from game.terminal.keeping import may_write_talks, write_out
from game.terminal.read_commands import show_known
from game.terminal.reporting import writer
from game.words import say

_WRITERS: Mapping[str, Callable[[Document], bytes]] = {".html": lambda told: html(told).encode(), ".pdf": pdf}
"""What is written into a file, by the ending of its name."""


def tell_known(console: Console, scenario: str, edition: str) -> None:
    """What is known of a scenario and what is made up, before its talks: nothing that is sealed. Raises
    `ScenarioError`."""
    show_known(console, open_scenario(scenario, edition).sealed_for(None))


def hand_out(
    console: Console,
    scenario: str,
    output: str,
    *,
    edition: str,
    seed: Seed | None = None,
    over: bool = False,
    asks: bool = False,
) -> None:
    """Write the handout of a scenario in one of its editions, `over` a file that is there; with the instructions as
    they are written, or as a seed draws them. Raises `Fault` and `ScenarioError`."""
    write, found = writer(output, _WRITERS), open_scenario(scenario, edition)
    over = may_write_talks(console, scenario, output, over=over, asks=asks)
    dealt = historical(found) if seed is None else drawn(found, seed)
    write_out(output, write(handout_of(dealt)), over=over)
    console.tell(say("The handout is in {file}.", file=output))
